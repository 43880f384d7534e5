"""One property of many records, side by side in columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from .canvas import Canvas
from .columns import Choice, Column, default_columns, drawn_columns
from .grid import Grid, Place, width_of
from .table import cut

_LINE = 80  # room where lines may have any length


def wide_pages(
    records: Iterable[Any],
    canvas: Canvas,
    *,
    chosen: Sequence[Choice] = (),
    column: int | None = None,
    auto_size: bool = False,
) -> Iterator[Grid]:
    """Grids of one page each.

    Args:
        records: What is shown; read page by page.
        canvas: Where it is shown.
        chosen: The property to show; the most telling one if left out.
        column: How many stand side by side; two if left out.
        auto_size: As many side by side as the longest value of all allows.
    """
    source = iter(records)
    width = canvas.width or _LINE
    page = list(source if auto_size else islice(source, canvas.page))
    columns = drawn_columns(chosen, page, set()) if chosen else _most_telling(page)
    shown = columns[0] if columns else Column("value", lambda one: one)
    while page:
        cells = [shown.text(shown.read(one)) for one in page]
        count = column or (max(width // (max(map(width_of, cells)) + 1), 1) if auto_size else 2)
        yield _grid(cells, count, width, canvas)
        page = list(islice(source, canvas.page))


def _most_telling(sample: Sequence[Any]) -> list[Column]:
    named = [one for one in default_columns(sample) if one.name in ("name", "displayName")]
    return named or sorted(default_columns(sample), key=lambda one: -one.importance)


def _grid(cells: Sequence[str], count: int, width: int, canvas: Canvas) -> Grid:
    each = max(width // count - 1, 1)
    mark = ".." if canvas.ascii else "…"
    grid = Grid([Place(each)] * count, " ")
    for start in range(0, len(cells), count):
        line = [(cut(one, each, mark), "") for one in cells[start : start + count]]
        grid.add(*line, *[("", "")] * (count - len(line)))
    return grid
