"""The store of everything that has no module of its own: one collection an address, whichever generation asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from attrs import define, field

from .addresses import Words

# Collections beyond this size don't keep the entries that a listing has passed over.
_KEPT = 5000
_NAMES = ("id", "uid", "name", "key", "uuid")


@define(eq=False)
class Entry:
    """One thing of a collection.

    Args:
        key: Its name in a path.
        record: Its fields; grows when another model is asked for.
        whole: False for what a client created: then only what is required is made up.
        shown: The models that its record has been completed for.
        since: Moment of its creation here, for what makes progress; None for what was there before.
    """

    key: str
    record: dict[str, Any]
    whole: bool = True
    shown: set[tuple[str, str]] = field(factory=set)
    since: float | None = None


class Seeds(Protocol):
    """What a collection holds from the start, made one by one as it is asked for."""

    def __len__(self) -> int: ...

    def entry(self, number: int) -> Entry:
        """The entry of this number, newly made."""

    def find(self, key: str) -> int | None:
        """The number of a key."""


class MadeSeeds:
    """A handful of records that are made at once."""

    def __init__(self, records: Mapping[str, dict[str, Any]]) -> None:
        self._records = list(records.items())
        self._numbers = {key: number for number, key in enumerate(records)}

    def __len__(self) -> int:
        return len(self._records)

    def entry(self, number: int) -> Entry:
        key, record = self._records[number]
        return Entry(key, dict(record))

    def find(self, key: str) -> int | None:
        return self._numbers.get(key)


class TableSeeds:
    """Records over a sequence that may be long: nothing is made before it is asked for."""

    def __init__(
        self,
        things: Sequence[Any],
        key: Callable[[Any], str],
        record: Callable[[Any], dict[str, Any]],
        find: Callable[[str], int | None] | None = None,
    ) -> None:
        self._things, self._key, self._record, self._find = things, key, record, find
        self._numbers: dict[str, int] | None = None

    def __len__(self) -> int:
        return len(self._things)

    def entry(self, number: int) -> Entry:
        thing = self._things[number]
        return Entry(self._key(thing), self._record(thing))

    def find(self, key: str) -> int | None:
        if self._find is not None:
            return self._find(key)
        if self._numbers is None:
            self._numbers = {self._key(thing): number for number, thing in enumerate(self._things)}
        return self._numbers.get(key)


class Collection(Sequence[Entry]):
    """Entries in order: those from the start, then those that were added.

    Args:
        address: Where it lies.
        seeds: What it holds from the start.
        key_field: The field that a path names a thing by, if it has one.

    Attributes:
        version: Grows with every change.
    """

    def __init__(self, address: Words, seeds: Seeds, key_field: str | None = "id") -> None:
        self.address = address
        self.key_field = key_field
        self.version = 0
        self._seeds = seeds
        self._held: dict[int, Entry] = {}
        self._removed: set[int] = set()
        self._added: dict[str, Entry] = {}
        self._order: list[int] | None = None

    @property
    def is_long(self) -> bool:
        """Whether it is too long to complete every record for a filter."""
        return len(self._seeds) > _KEPT

    def __len__(self) -> int:
        return len(self._seeds) - len(self._removed) + len(self._added)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        left = len(self._seeds) - len(self._removed)
        if not 0 <= index < len(self):
            raise IndexError(index)
        if index >= left:
            return list(self._added.values())[index - left]
        if not self._removed:
            return self._entry(index)
        if self._order is None:
            self._order = [n for n in range(len(self._seeds)) if n not in self._removed]
        return self._entry(self._order[index])

    def __iter__(self) -> Iterator[Entry]:
        yield from (self._entry(n) for n in range(len(self._seeds)) if n not in self._removed)
        yield from list(self._added.values())

    def _entry(self, number: int, *, hold: bool = False) -> Entry:
        if number in self._held:
            return self._held[number]
        entry = self._seeds.entry(number)
        if hold or not self.is_long:
            self._held[number] = entry
        return entry

    def find(self, key: str) -> Entry | None:
        """The entry that a path names: by its key, else by its id, its name."""
        if key in self._added:
            return self._added[key]
        number = self._seeds.find(key)
        if number is not None and number not in self._removed:
            return self._entry(number, hold=True)
        if self.is_long:
            return None
        return next((one for one in self if any(str(one.record.get(name)) == key for name in _NAMES)), None)

    def add(self, entry: Entry) -> Entry:
        """Put something new at the end."""
        self.version += 1
        self._added[entry.key] = entry
        return entry

    def remove(self, entry: Entry) -> None:
        """Take something out."""
        self.version += 1
        self._order = None
        if self._added.pop(entry.key, None) is None and (number := self._seeds.find(entry.key)) is not None:
            self._removed.add(number)
            self._held.pop(number, None)

    def clear(self) -> None:
        """Take everything out."""
        self.version += 1
        self._order = None
        self._added.clear()
        self._removed = set(range(len(self._seeds)))

    def touch(self, entry: Entry) -> None:
        """Say that an entry was changed."""
        self.version += 1
