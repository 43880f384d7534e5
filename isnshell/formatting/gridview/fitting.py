"""Columns of the grid: those that a table of this width would show, then the others, to be scrolled to."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from ..canvas import Canvas
from ..columns import Column
from ..table import Laid, heading_lines, lay_out
from .rows import Row

_WIDEST = 60  # cells of a column that found no room on the first screen


@frozen
class Placed:
    """A column on the screen.

    Args:
        index: Its place among the cells of a row.
        heading: Its name, in lines that fit.
        width: Cells that it takes.
        right: Whether its values stand right.
    """

    index: int
    heading: tuple[str, ...]
    width: int
    right: bool


def fit(columns: Sequence[Column], sample: Sequence[Row], width: int, *, choosing: bool) -> tuple[list[Placed], int]:
    """Place all columns.

    Args:
        columns: What the rows have.
        sample: Rows whose content sets the widths.
        width: Cells of the screen.
        choosing: Whether the most important ones come first; without it they keep their order.

    Returns:
        tuple[list[Placed], int]: The columns, and how many of them fit on the first screen.
    """
    values = {column: [row.values[place] for row in sample] for place, column in enumerate(columns)}
    first = lay_out(columns, values, Canvas(max(width, 1)), choosing=choosing).columns
    behind = [column for column in columns if all(one.column is not column for one in first)]
    others = lay_out(behind, values, Canvas(None), choosing=False).columns
    laid = [*first, *(evolve(one, width=min(one.width, _WIDEST)) for one in others)]
    return [_placed(one, columns) for one in laid], len(first)


def _placed(laid: Laid, columns: Sequence[Column]) -> Placed:
    index = next(place for place, column in enumerate(columns) if column is laid.column)
    return Placed(index, tuple(heading_lines(laid.column.name, laid.width)), laid.width, laid.right)
