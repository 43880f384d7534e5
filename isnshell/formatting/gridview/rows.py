"""The rows of the grid: which are shown, in which order, and which are marked. Knows no terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import frozen

from ...pipeline.columns import Column as Key
from ...pipeline.ordering import sort_records
from ..cells import utc
from ..columns import Column
from ..grid import width_of
from .filtering import BETWEEN_CELLS, Filter

_NUMBERS = {int, float, Decimal}
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@frozen
class Row:
    """A record with what the grid shows of it.

    Args:
        record: As the pipe gave it.
        values: A value for each column.
        text: The cells as people read them, one behind the other.
    """

    record: Any
    values: tuple[Any, ...]
    text: str

    @property
    def cells(self) -> list[str]:
        """The text of each column."""
        return self.text.split(BETWEEN_CELLS)


def make_row(record: Any, columns: Sequence[Column]) -> Row:
    """Read a record's columns, each of them once: a person's function may ask the tenant."""
    values = tuple(column.read(record) for column in columns)
    cells = (column.text(value) for column, value in zip(columns, values, strict=True))
    return Row(record, values, BETWEEN_CELLS.join(cells))


@frozen
class Order:
    """By which column the rows are sorted.

    Args:
        column: Its place.
        descending: Its direction.
    """

    column: int
    descending: bool = False


class Rows:
    """Rows that a person sorts, filters and marks while more of them arrive. A row is known by its place in the source.

    Args:
        columns: What is shown of each record.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = list(columns)
        self.all: list[Row] = []
        self.shown: list[int] = []
        self.marked: set[int] = set()
        self.filter = Filter()
        self.order: Order | None = None
        self.widest: list[int] = []  # per column, the place of the row whose cell takes most room
        self._widths = [-1] * len(self.columns)
        self._places: list[int] = []  # of all rows, in their order
        self._sorted = 0  # so many were there when they were last sorted
        self._marking: Filter | None = None  # rows still to come that fit it are marked

    def add(self, rows: Iterable[Row]) -> None:
        """Take in rows that have arrived. Where a sort holds they stand behind the others at first."""
        first = len(self.all)
        self.all += rows
        places = range(first, len(self.all))
        self._measure(places)
        self._places += places
        self.shown += [place for place in places if self.filter.fits(self.all[place].text)]
        if self._marking is not None:
            self.marked.update(place for place in places if self._marking.fits(self.all[place].text))
        if self.order is not None and len(self.all) >= 2 * self._sorted:  # each time twice as many: not for every page
            self._arrange()

    def _measure(self, places: Iterable[int]) -> None:
        self.widest = self.widest or [0] * len(self.columns)
        for place in places:
            for column, cell in enumerate(self.all[place].cells):
                width = width_of(cell)
                if width > self._widths[column]:
                    self._widths[column], self.widest[column] = width, place

    def complete(self) -> None:
        """No more rows will come."""
        self._marking = None
        if not self.is_in_order:
            self._arrange()

    @property
    def is_in_order(self) -> bool:
        """Whether all rows stand where the sort wants them."""
        return self.order is None or self._sorted == len(self.all)

    @property
    def is_marking(self) -> bool:
        """Whether rows still to come are marked as they arrive."""
        return self._marking is not None

    def narrow(self, text: str) -> None:
        """Show only rows that fit what was typed."""
        self.filter = Filter.of(text, [column.name for column in self.columns])
        self._show()

    def sort(self, column: int) -> None:
        """Sort by a column: ascending first, descending the second time, as they came the third time."""
        if self.order is None or self.order.column != column:
            self.order = Order(column)
        else:
            self.order = None if self.order.descending else Order(column, descending=True)
        self._arrange()

    def toggle(self, place: int) -> None:
        """Mark a row, or take its mark away."""
        self.marked.symmetric_difference_update((place,))

    def toggle_all(self) -> None:
        """Mark all rows that are shown, those to come included; where all are marked, unmark them."""
        if self.shown and self.marked.issuperset(self.shown):
            self.marked.difference_update(self.shown)
            self._marking = None
        else:
            self.marked.update(self.shown)
            self._marking = self.filter

    def chosen(self, cursor: int | None) -> list[Any]:
        """The records of the marked rows in the grid's order; without marks that of the row at the cursor."""
        if self.marked:
            return [self.all[place].record for place in self._places if place in self.marked]
        return [] if cursor is None else [self.all[self.shown[cursor]].record]

    def _arrange(self) -> None:
        self._places = list(range(len(self.all)))
        if self.order is not None:
            keys = sort_keys(self.all, self.order.column)
            self._places = sort_records(self._places, [Key("key", keys.__getitem__)], descending=self.order.descending)
        self._sorted = len(self.all)
        self._show()

    def _show(self) -> None:
        self.shown = [place for place in self._places if self.filter.fits(self.all[place].text)]


def sort_keys(rows: Sequence[Row], column: int) -> list[Any]:
    """What a column is sorted by: numbers and moments as such, as text too; what is mixed as people read it."""
    values = [None if row.values[column] == "" else row.values[column] for row in rows]
    filled = [value for value in values if value is not None]
    kinds = {type(value) for value in filled}
    if all(issubclass(kind, str) for kind in kinds):
        return _numbers(values, filled) or _moments(values, filled) or values
    if kinds <= _NUMBERS or kinds == {bool} or all(issubclass(kind, date) for kind in kinds):
        return values
    return [row.cells[column] for row in rows]


def _numbers(values: Sequence[Any], filled: Sequence[str]) -> list[Any] | None:
    if not all(map(_NUMBER.fullmatch, filled)):
        return None
    return [None if value is None else float(value) for value in values]


def _moments(values: Sequence[Any], filled: Sequence[str]) -> list[Any] | None:
    if not filled or utc(filled[0]) is None:
        return None
    moments = [None if value is None else utc(value) for value in values]
    if moments.count(None) > len(values) - len(filled):
        return None
    return [moment and moment.timestamp() for moment in moments]
