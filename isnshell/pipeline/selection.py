"""Selection: which of a stream's records pass by their place in it, and which of their properties."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from attrs import evolve, frozen

from ..naming import fold
from ..records import Origin, Record, find_key, origin_of, with_origin
from .columns import Column
from .failing import Failed, stop_at
from .patterns import has_wildcard, wildcard
from .properties import MISSING, property_names, read_property
from .stream import is_one_thing

# --- by place


@frozen
class Slice:
    """Which records pass, by their place.

    Args:
        first: How many from the start; None for all.
        last: How many from the end.
        skip: How many to pass over: at the start, or at the end where only `last` is given.
        skip_last: How many to leave out at the end.
        index: Places to give, from 0.
        skip_index: Places to leave out.
        wait: Whether what comes behind the last record that passes is read all the same.
    """

    first: int | None = None
    last: int | None = None
    skip: int = 0
    skip_last: int = 0
    index: Collection[int] | None = None
    skip_index: Collection[int] = ()
    wait: bool = False

    def apply(self, records: Iterator[Any]) -> Iterable[Any]:
        """The records that pass. What need not be read is not read, unless the source is waited for."""
        return _to_the_end(self._passing(records), records) if self.wait else self._passing(records)

    def _passing(self, records: Iterator[Any]) -> Iterable[Any]:
        if self.index is not None:
            return _at(records, set(self.index))
        if self.skip_index:
            return (one for place, one in enumerate(records) if place not in self.skip_index)
        if self.skip_last:
            return _but_last(islice(records, self.skip, None), self.skip_last)
        if self.last is not None:
            return self._with_last(records)
        return islice(records, self.skip, None if self.first is None else self.skip + self.first)

    def _with_last(self, records: Iterator[Any]) -> Iterator[Any]:
        if self.first is None:
            kept = deque(records, maxlen=(self.last or 0) + self.skip)
            yield from islice(kept, max(0, len(kept) - self.skip))
        else:
            yield from islice(records, self.skip, self.skip + self.first)
            yield from deque(records, maxlen=self.last or 0)

    def needs(self, want: int | None) -> int | None:
        """How many source records are read at most to give `want`; None where it can't be said."""
        if self.wait:
            return None
        if self.index is not None:
            return max(self.index, default=-1) + 1
        if self.last is not None or self.skip_index:
            return None
        limits = [limit for limit in (self.first, want) if limit is not None]
        return self.skip + min(limits) + self.skip_last if limits else None


def _to_the_end(passing: Iterable[Any], records: Iterator[Any]) -> Iterator[Any]:
    yield from passing
    deque(records, maxlen=0)


def _at(records: Iterator[Any], places: set[int]) -> Iterator[Any]:
    for place, record in enumerate(islice(records, max(places, default=-1) + 1)):
        if place in places:
            yield record


def _but_last(records: Iterator[Any], count: int) -> Iterator[Any]:
    held: deque[Any] = deque()
    for record in records:
        held.append(record)
        if len(held) > count:
            yield held.popleft()


# --- by property


class Projection:
    """Makes a Record of the named properties out of each value.

    Args:
        columns: What to take; a path with `*`, `?` or `[` stands for all properties that it matches. None takes all.
        exclude: Names to leave out, wildcards allowed.
        failed: Told where a person's function fails; its property is null then.
    """

    def __init__(self, columns: Sequence[Column] | None, exclude: Sequence[str] = (), failed: Failed = stop_at) -> None:
        self._columns = columns
        self._failed = failed
        self._exclude = [wildcard(name) if has_wildcard(name) else fold(name) for name in exclude]
        self._spellings: dict[str, str] = {}
        self._by_name = bool(columns) and not any(one.path and has_wildcard(one.path) for one in columns or ())
        self._origins: tuple[Origin, Origin] | None = None

    def __call__(self, value: Any, row: int | None = None) -> Record:
        fields: dict[str, Any] = {}
        if self._columns is None:
            fields |= {name: _json(read_property(value, name)) for name in property_names(value)}
        for column in self._columns or ():
            if column.path is not None and column.name == column.path and has_wildcard(column.path):
                for name in matching(value, column.path):
                    fields.setdefault(name, _json(read_property(value, name)))
            else:
                found = self._read(column, value, row)
                fields.setdefault(self._name(column, value), None if found is MISSING else _json(found))
        if self._exclude:
            fields = {name: one for name, one in fields.items() if not self._excluded(name)}
        return with_origin(Record(fields), self._selected(origin_of(value)))

    def _read(self, column: Column, value: Any, row: int | None) -> Any:
        try:
            return column.read(value)
        except Exception as error:  # noqa: BLE001 - what becomes of it was said by the caller
            self._failed(error, value, row)
            return None

    def _name(self, column: Column, value: Any) -> str:
        """The record's own spelling of a property, kept for records that lack it: one column must not become two."""
        if column.path != column.name or not isinstance(value, dict):
            return self._spellings.get(column.name, column.name)
        own = find_key(value, column.name)
        if own is not None:
            self._spellings[column.name] = own
        return self._spellings.get(column.name, column.name)

    def _selected(self, origin: Origin) -> Origin:
        """Where a selection came from: the tenant is still known, what it is no longer."""
        if self._origins is None or self._origins[0] is not origin:  # records of one answer share theirs
            self._origins = origin, evolve(origin, kind=None, resource=None, chosen=self._by_name)
        return self._origins[1]

    def _excluded(self, name: str) -> bool:
        return any(fold(name) == one if isinstance(one, str) else one.fullmatch(name) for one in self._exclude)


def matching(value: Any, pattern: str) -> list[str]:
    """The names of a value's properties that a wildcard matches."""
    names = wildcard(pattern)
    return [name for name in property_names(value) if names.fullmatch(name)]


def _json(value: Any) -> Any:
    """A value as a Record holds it: what is enumerated becomes a list."""
    if value is None or isinstance(value, list) or is_one_thing(value):
        return value
    return list(value)


# --- each once


def unique(values: Iterable[Any], *, ignore_case: bool = False) -> Iterator[Any]:
    """Each value when it comes for the first time; objects are alike when their properties are."""
    seen: set[Hashable] = set()
    for value in values:
        mark = fingerprint(value, ignore_case=ignore_case)
        if mark not in seen:
            seen.add(mark)
            yield value


def unique_neighbours(values: Iterable[Any], mark: Callable[[Any], Hashable]) -> Iterator[Any]:
    """The first of each run of values with one mark."""
    before: Any = MISSING
    for value in values:
        now = mark(value)
        if before is MISSING or now != before:
            yield value
        before = now


def fingerprint(value: Any, *, ignore_case: bool = False) -> Hashable:
    """Something hashable, the same for values that are alike: 1 and 1.0, objects with equal properties in any order."""
    if isinstance(value, str):
        return "text", value.lower() if ignore_case else value
    if isinstance(value, bool):
        return "truth", value
    if isinstance(value, dict):
        return "object", frozenset((key, fingerprint(one, ignore_case=ignore_case)) for key, one in value.items())
    if isinstance(value, (list, tuple)):
        return "list", tuple(fingerprint(one, ignore_case=ignore_case) for one in value)
    try:
        hash(value)
    except TypeError:
        return "thing", id(value)
    return value  # type: ignore[no-any-return]  # hashed just now
