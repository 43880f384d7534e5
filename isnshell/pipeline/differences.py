"""Differences: what two lists don't share, and in which fields two objects differ."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from attrs import frozen

from ..naming import fold
from .columns import Column
from .conversion import text_of
from .failing import Failed, stop_at
from .patterns import wildcard
from .properties import MISSING
from .selection import fingerprint

EQUAL, LEFT, RIGHT = "==", "<=", "=>"


@frozen
class Difference:
    """A value that stands on one side only, or on both.

    Args:
        value: The value itself, the left one's where both have it.
        keys: What was compared, a value for each column.
        side: `<=`, `=>` or `==`.
    """

    value: Any
    keys: tuple[Any, ...]
    side: str


def compare_lists(
    left: Iterable[Any],
    right: Iterable[Any],
    columns: Sequence[Column],
    *,
    ignore_case: bool = True,
    sync_window: int | None = None,
    failed: Failed = stop_at,
) -> Iterator[Difference]:
    """Pair the values of two lists, each with one at most; equal ones come as they are found, then what is left.

    PowerShell reads both lists in step, and so does this: the order of the results is its. A value waits for its
    partner while `sync_window` others come that wait too, None for ever.
    """
    waiting_left, waiting_right = _Backlog(LEFT, sync_window), _Backlog(RIGHT, sync_window)
    for place, (one, other) in enumerate(zip_longest(left, right, fillvalue=MISSING), 1):
        mine = _waiting(place, one, columns, ignore_case, failed)
        theirs = _waiting(place, other, columns, ignore_case, failed)
        if mine and theirs and mine.mark == theirs.mark:
            yield Difference(mine.value, mine.keys, EQUAL)
            continue
        found = theirs and waiting_left.take(theirs.mark)
        own = mine and waiting_right.take(mine.mark)
        if found:
            yield Difference(found.value, found.keys, EQUAL)
        if mine and own:
            yield Difference(mine.value, mine.keys, EQUAL)
        if theirs and not found:
            yield from waiting_right.put(theirs)
        if mine and not own:
            yield from waiting_left.put(mine)
    yield from waiting_right.rest()
    yield from waiting_left.rest()


@frozen
class _Waiting:
    """A value that has found no partner yet."""

    place: int
    value: Any
    keys: tuple[Any, ...]
    mark: Hashable


class _Backlog:
    """The values of one side that wait, in their order.

    Args:
        side: What they are if nobody comes for them.
        room: How many may wait; None for all.
    """

    def __init__(self, side: str, room: int | None) -> None:
        self._side = side
        self._room = room
        self._in_order: dict[int, _Waiting] = {}
        self._by_mark: defaultdict[Hashable, deque[_Waiting]] = defaultdict(deque)

    def take(self, mark: Hashable) -> _Waiting | None:
        """The one that has waited longest among those that are alike."""
        if not self._by_mark[mark]:
            return None
        found = self._by_mark[mark].popleft()
        del self._in_order[found.place]
        return found

    def put(self, one: _Waiting) -> Iterator[Difference]:
        """Let one wait, and give up those who have waited longest where there is no room."""
        self._in_order[one.place] = one
        self._by_mark[one.mark].append(one)
        while self._room is not None and len(self._in_order) > self._room:
            first = next(iter(self._in_order.values()))
            self.take(first.mark)
            yield Difference(first.value, first.keys, self._side)

    def rest(self) -> Iterator[Difference]:
        """Those for whom nobody came."""
        return (Difference(one.value, one.keys, self._side) for one in self._in_order.values())


def _waiting(place: int, value: Any, columns: Sequence[Column], ignore_case: bool, failed: Failed) -> _Waiting | None:
    if value is MISSING:
        return None
    read = [_read(column, value, place, failed) for column in columns] if columns else [value]
    keys = tuple(None if one is MISSING else one for one in read)
    # By their text, as PowerShell compares what it doesn't know: 1 is "1"
    mark = tuple(None if key is None else text_of(key).lower() if ignore_case else text_of(key) for key in keys)
    return _Waiting(place, value, keys, mark)


def _read(column: Column, value: Any, place: int, failed: Failed) -> Any:
    try:
        return column.read(value)
    except Exception as error:  # noqa: BLE001 - what becomes of it was said by the caller
        failed(error, value, place)
        return None


@frozen
class Change:
    """A path at which two objects differ.

    Args:
        path: Where: `attributes.department`.
        left: The left object's value; None where it has none.
        right: The right object's.
    """

    path: str
    left: Any
    right: Any


class Ignored:
    """The fields that a comparison passes over: at any depth by name (`modified`), or in one place by path (`a.b`).

    Args:
        names: Names and dotted paths, wildcards allowed.
    """

    def __init__(self, names: Collection[str]) -> None:
        self._patterns = [wildcard(name) for name in names]

    def __contains__(self, path: object) -> bool:
        whole = str(path)
        last = whole.rpartition(".")[2]
        return any(one.fullmatch(whole) or one.fullmatch(last) for one in self._patterns)


def compare_objects(left: Any, right: Any, ignored: Ignored, path: str = "") -> Iterator[Change]:
    """The paths at which two values differ. References compare by type and name, lists as sets."""
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        if _is_reference(left) and _is_reference(right):
            if _reference(left) != _reference(right):
                yield Change(path, left, right)
            return
        for name in _all_names(left, right):
            inner = f"{path}.{name}" if path else name
            if inner not in ignored:
                yield from compare_objects(_field(left, name), _field(right, name), ignored, inner)
    elif isinstance(left, list) and isinstance(right, list):
        yield from _compare_as_sets(left, right, ignored, path)
    elif fingerprint(left) != fingerprint(right):
        yield Change(path, left, right)


def _compare_as_sets(left: list[Any], right: list[Any], ignored: Ignored, path: str) -> Iterator[Change]:
    mine = {_essence(one, ignored, path): one for one in left}
    theirs = {_essence(one, ignored, path): one for one in right}
    only_left = [one for mark, one in mine.items() if mark not in theirs]
    only_right = [one for mark, one in theirs.items() if mark not in mine]
    if only_left or only_right:
        yield Change(path, only_left, only_right)


def _essence(value: Any, ignored: Ignored, path: str) -> Hashable:
    """What counts of a list's element, hashable."""
    if isinstance(value, Mapping):
        if _is_reference(value):
            return _reference(value)
        inner = {name: f"{path}.{name}" for name in value if f"{path}.{name}" not in ignored}
        return frozenset((fold(name), _essence(value[name], ignored, at)) for name, at in inner.items())
    if isinstance(value, list):
        return frozenset(_essence(one, ignored, path) for one in value)
    return fingerprint(value)


_REFERENCE_FIELDS = {"id", "type", "name", "displayName", "email"}


def _is_reference(value: Mapping[str, Any]) -> bool:
    """Whether an object only points at another one: its id differs from tenant to tenant, its type and name don't."""
    return "type" in value and "name" in value and value.keys() <= _REFERENCE_FIELDS


def _reference(value: Mapping[str, Any]) -> tuple[Hashable, Hashable]:
    return fingerprint(value["type"], ignore_case=True), fingerprint(value["name"])


def _all_names(left: Mapping[str, Any], right: Mapping[str, Any]) -> list[str]:
    names = {fold(name): name for name in right} | {fold(name): name for name in left}
    in_order = dict.fromkeys([*map(fold, left), *map(fold, right)])
    return [names[one] for one in in_order]


def _field(value: Mapping[str, Any], name: str) -> Any:
    if name in value:
        return value[name]
    return next((value[key] for key in value if fold(key) == fold(name)), None)
