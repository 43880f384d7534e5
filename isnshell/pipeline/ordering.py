"""Ordering: records sorted and grouped by columns as PowerShell 7 does.

Null comes first (among numbers just below zero), a missing property last in either direction, and records that are
alike keep their order. Columns of one type are sorted by keys. Where types are mixed PowerShell's comparison depends on
which value stands left, so there is no true order; such lists go through .NET's own steps and come out as there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cmp_to_key
from typing import Any

from attrs import frozen

from ..clock import parse_moment
from .collation import collation_key, compare_text
from .columns import Column
from .comparison import Incomparable, compare
from .conversion import is_collection, text_of
from .failing import Failed, stop_at
from .predicates import moment_in
from .properties import MISSING
from .selection import fingerprint

Rank = tuple[Any, ...]
Compare = Callable[[int, int], int]

_NULL, _VALUE, _MISSING_LAST, _MISSING_FIRST = 0, 1, 2, -1
_NUMBERS = {int, float, Decimal}


@frozen
class Keys:
    """The sort keys of a list of records, read once.

    Args:
        values: Per column, the value of each record.
        descending: Per column, its direction.
        ignore_case: Whether text is compared without regard to case.
    """

    values: Sequence[Sequence[Any]]
    descending: Sequence[bool]
    ignore_case: bool = True

    @classmethod
    def read(
        cls, records: Sequence[Any], columns: Sequence[Column], *, descending: bool, ignore_case: bool, failed: Failed
    ) -> Keys:
        """Read the columns; without any, the records are their own keys."""
        values = [_read(column, records, failed) for column in columns] or [list(records)]
        directions = [descending if one.descending is None else one.descending for one in columns] or [descending]
        return cls(values, directions, ignore_case)

    def ranks(self) -> list[list[Rank]] | None:
        """Per column, keys that Python can sort by; None where a column mixes types."""
        found = []
        for values, descending in zip(self.values, self.descending, strict=True):
            rank = _rank(values, self.ignore_case, _MISSING_FIRST if descending else _MISSING_LAST)
            if rank is None:
                return None
            found.append(rank)
        return found

    def compare(self, left: int, right: int) -> int:
        """How two records, given by their places, compare."""
        for values, descending in zip(self.values, self.descending, strict=True):
            order = _compare_keys(values[left], values[right], self.ignore_case, descending)
            if order:
                return order
        return 0


def _read(column: Column, records: Sequence[Any], failed: Failed) -> list[Any]:
    """A column of all records; null where a person's function fails and the others go on, as in PowerShell."""
    values: list[Any] = []
    read, add = column.read, values.append
    for row, record in enumerate(records, 1):
        try:
            add(read(record))
        except Exception as error:  # noqa: BLE001 - what becomes of it was said by the caller
            failed(error, record, row)
            add(None)
    return values


def _by_ranks(count: int, ranks: Sequence[Sequence[Rank]], descending: Sequence[bool]) -> list[int]:
    """The places of the records in their order: the last key sorts first, since each sort keeps the order it finds."""
    order = list(range(count))
    for rank, backwards in reversed(list(zip(ranks, descending, strict=True))):
        order.sort(key=rank.__getitem__, reverse=backwards)
    return order


def sort_records(
    source: Iterable[Any],
    columns: Sequence[Column],
    *,
    descending: bool = False,
    ignore_case: bool = True,
    unique: bool = False,
    top: int | None = None,
    bottom: int | None = None,
    failed: Failed = stop_at,
) -> list[Any]:
    """The records in order; nulls among them are left out. `unique` keeps the first of those that are alike."""
    records = [one for one in source if one is not None]
    keys = Keys.read(records, columns, descending=descending, ignore_case=ignore_case, failed=failed)
    ranks = keys.ranks()
    if ranks is not None:
        order = _by_ranks(len(records), ranks, keys.descending)
    elif top is not None and not unique:
        order = _top_as_dotnet(top, len(records), keys.compare)
    else:
        order = _as_dotnet(list(range(len(records))), keys.compare)
    if unique:
        order = [place for at, place in enumerate(order) if at == 0 or keys.compare(order[at - 1], place)]
    if top is not None:
        order = order[:top]
    if bottom is not None:
        order = order[len(order) - min(bottom, len(order)) :]
    return [records[place] for place in order]


@frozen
class Group:
    """Records that are alike.

    Args:
        values: What they have in common, a value for each column.
        members: The records, in their order.
    """

    values: list[Any]
    members: list[Any]


def group_records(
    source: Iterable[Any], columns: Sequence[Column], *, ignore_case: bool = True, failed: Failed = stop_at
) -> list[Group]:
    """The records by what they have in common: ordered by their values, or as they come where types are mixed."""
    records = list(source)
    values = [list(map(_null_if_missing, _read(column, records, failed))) for column in columns] or [records]
    keys = Keys(values, [False] * len(values), ignore_case)
    ranks = keys.ranks()
    places = range(len(records)) if ranks is None else _by_ranks(len(records), ranks, keys.descending)
    groups: dict[Hashable, Group] = {}
    for place in places:
        own = [column[place] for column in values]
        mark = fingerprint(own, ignore_case=ignore_case)
        groups.setdefault(mark, Group(own, [])).members.append(records[place])
    return list(groups.values())


def _null_if_missing(value: Any) -> Any:
    return None if value is MISSING else value


# --- columns of one type


def _rank(values: Sequence[Any], ignore_case: bool, missing: int) -> list[Rank] | None:
    """Keys for a column: a tuple each, whose first part puts nulls and missing values in their place."""
    values = _as_moments(values)
    key = _key_for({type(value) for value in values if value is not None and value is not MISSING}, ignore_case)
    if key is None:
        return None
    null: Rank = (_VALUE, 0, 0) if key is _number_key else (_NULL,)
    return [(missing,) if value is MISSING else null if value is None else (_VALUE, *key(value)) for value in values]


def _key_for(types: set[type], ignore_case: bool) -> Callable[[Any], Rank] | None:
    if types <= _NUMBERS:
        return _number_key
    if all(issubclass(one, str) for one in types):
        return lambda text: collation_key(text, ignore_case)
    if all(issubclass(one, date) for one in types):
        return lambda when: (parse_moment(when, datetime.min),)
    if types <= {bool} or types <= {timedelta}:
        return lambda value: (value,)
    if all(issubclass(one, (dict, list, tuple)) for one in types):
        return lambda value: collation_key(text_of(value), ignore_case)
    return None


def _as_moments(values: Sequence[Any]) -> Sequence[Any]:
    """The moments of a column of date-times as the API writes them, whose fractions of a second differ in length."""
    first = next((value for value in values if value is not None and value is not MISSING), None)
    if not isinstance(first, str) or moment_in(first) is None:
        return values
    if first.endswith("Z") and all(value is None or _is_spelled_as(value, first) for value in values):
        return values  # their text has the same order, and is there already
    moments = [moment_in(value) if isinstance(value, str) else value for value in values]
    return values if any(one is None is not value for one, value in zip(moments, values, strict=True)) else moments


def _is_spelled_as(value: Any, other: str) -> bool:
    return value is MISSING or (isinstance(value, str) and len(value) == len(other) and value.endswith("Z"))


def _number_key(value: Any) -> Rank:
    # Behind null, which counts as just below zero; NaN is below all numbers
    return (-math.inf, 0) if value != value else (value, 1)


# --- columns of mixed types


def _compare_keys(left: Any, right: Any, ignore_case: bool, descending: bool) -> int:
    if left is MISSING or right is MISSING:
        return (left is MISSING) - (right is MISSING)
    try:
        order = compare(left, right, ignore_case=ignore_case) if not is_collection(left) else None
    except Incomparable:
        order = None
    if order is None:
        order = compare_text(text_of(left), text_of(right), ignore_case=ignore_case)
    return -order if descending else order


_INSERTION_UP_TO = 16


def _as_dotnet(order: list[int], compare: Compare) -> list[int]:
    """Places sorted by the steps of .NET's `Array.Sort` for short lists; what is alike keeps its place."""

    def compare_all(left: int, right: int) -> int:
        return compare(left, right) or left - right

    if len(order) in (2, 3):
        for low, high in ((0, 1),) if len(order) == 2 else ((0, 1), (0, 2), (1, 2)):
            if compare_all(order[low], order[high]) > 0:
                order[low], order[high] = order[high], order[low]
    elif len(order) <= _INSERTION_UP_TO:
        for end in range(1, len(order)):
            place, at = order[end], end
            while at and compare_all(place, order[at - 1]) < 0:
                order[at] = order[at - 1]
                at -= 1
            order[at] = place
    else:
        order.sort(key=cmp_to_key(compare_all))
    return order


def _top_as_dotnet(top: int, count: int, compare: Compare) -> list[int]:
    """The first places of the order as PowerShell finds them: each further record against the last of those kept."""
    kept = _as_dotnet(list(range(min(top, count))), compare)
    for place in range(top, count):
        if compare(kept[-1], place) > 0:
            kept = _as_dotnet([*kept[:-1], place], compare)
    return kept
