"""Records as a table: columns that fit the width, rows that come page by page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from attrs import evolve, frozen
from rich.cells import set_cell_size
from rich.text import Text

from .canvas import Canvas
from .cells import is_moment, one_line
from .columns import SHOWN_EMPTY, Choice, Column, all_names, default_columns, drawn_columns, style_of
from .grid import Cell, Grid, Place, width_of
from .links import link_to

_GAP = "  "
_LEAST_TEXT = 14  # a text column narrower than this tells nothing
_LONGEST_TOKEN = 48  # ids, names of enums and mail addresses up to here are shown whole
_UNLIMITED = 120  # where lines may be of any length, default columns are chosen as if for this width
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[ _-])")


_VALUE = Column("value", lambda one: one)

Rows = Mapping[Column, Sequence[Any]]
"""The values of one page, by column."""


@frozen
class Laid:
    """A column with its place in the table.

    Args:
        least: Cells below which the column is useless.
        content: Cells that the first page's values take.
        whole: True if its first page's values are shown whole: ids, numbers, dates, names without blanks.
        cuts: True if longer values of later pages are cut: ids and numbers never are.
    """

    column: Column
    least: int
    content: int
    whole: bool
    right: bool
    cuts: bool = True
    width: int = 0

    @property
    def wanted(self) -> int:
        """Cells in which content and heading stand in one line."""
        return self.column.width or max(self.content, width_of(self.column.name))


@frozen
class Layout:
    """The columns of one table, fixed by its first page."""

    columns: tuple[Laid, ...]
    wrap: bool
    canvas: Canvas


def table_pages(
    records: Iterable[Any],
    canvas: Canvas,
    *,
    chosen: Sequence[Choice] = (),
    kind: str | None = None,
    auto_size: bool = False,
    wrap: bool = False,
    headers: bool = True,
    repeat_header: bool = False,
) -> Iterator[Grid | Text]:
    """Tables of one page each; the first one fixes the columns and their widths for all.

    On a terminal a last line says how many records there were and what found no room.

    Args:
        records: What is shown; read page by page.
        canvas: Where it is shown.
        chosen: Columns that were asked for; none leaves the choice to the kind of record and its content.
        kind: Kind of record whose view is used; what the records say of themselves if left out.
        auto_size: Read all records before the first line, so that the widths fit all.
        wrap: Break long text into lines instead of cutting it.
        headers: Begin with a heading.
        repeat_header: Begin each page with it.
    """
    source = iter(records)
    page = list(source if auto_size else islice(source, canvas.page))
    if not page:
        return
    columns = drawn_columns(chosen, page, set()) if chosen else default_columns(page, kind) or [_VALUE]
    # Every function is called once for each record: it may ask the tenant
    rows = _read(columns, page)
    layout = lay_out(columns, rows, canvas, choosing=not chosen, wrap=wrap)
    hidden = _no_room(layout, columns) if chosen else _more_fields(layout, page)
    count = 0
    begins = True
    while page:
        yield _render(layout, page, rows, headers=headers and (repeat_header or begins))
        count += len(page)
        here = canvas.now()
        page = list(islice(source, here.page))
        begins = bool(page) and here.width != layout.canvas.width  # the window was resized: a new table of the same
        rows = _read(columns if begins else [one.column for one in layout.columns], page)
        if begins:
            layout = lay_out(columns, rows, here, choosing=not chosen, wrap=wrap)
    if canvas.is_terminal and (hidden or not chosen):
        yield Text(f"{count:,} record{'' if count == 1 else 's'}{hidden}", style="dim")


def _read(columns: Sequence[Column], page: Sequence[Any]) -> Rows:
    return {column: [column.read(record) for record in page] for column in columns}


def _no_room(layout: Layout, columns: Sequence[Column]) -> str:
    shown = {one.column.name for one in layout.columns}
    hidden = [column.name for column in columns if column.name not in shown]
    return f", no room for {', '.join(hidden)}: format_list() shows them" if hidden else ""


def _more_fields(layout: Layout, page: Sequence[Any]) -> str:
    hidden = len(all_names(page)) - len(layout.columns)
    return f", {hidden} more field{'' if hidden == 1 else 's'}: format_list()" if hidden > 0 else ""


def lay_out(columns: Sequence[Column], rows: Rows, canvas: Canvas, *, choosing: bool, wrap: bool = False) -> Layout:
    """Fit columns into the width: leave out the least important ones, then share what room is left."""
    laid = [_measure(column, rows[column]) for column in columns]
    if choosing:
        laid = [one for one in laid if one.content or one.column.importance >= SHOWN_EMPTY] or laid
    limit = canvas.width or (_UNLIMITED if choosing else None)
    shown = laid if limit is None else _that_fit(laid, limit, choosing)
    if canvas.width is None:
        # nothing is cut; what turns out longer than all of the first page pushes its neighbours aside
        placed = [
            evolve(one, width=one.wanted, whole=one.column.width is None, cuts=one.column.width is not None)
            for one in shown
        ]
    else:
        placed = _share(shown, canvas.width)
    return Layout(tuple(placed), wrap, canvas)


def _measure(column: Column, values: Sequence[Any]) -> Laid:
    cells = [column.text(value) for value in values]
    content = max(map(width_of, cells), default=0)
    filled = [value for value in values if value is not None and value != ""]
    numbers = bool(filled) and all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in filled)
    token = all(" " not in cell or is_moment(value) for cell, value in zip(cells, values, strict=True))
    whole = token and content <= _LONGEST_TOKEN
    folded = max((width_of(part.strip()) for part in _HUMP.split(column.name)), default=1)
    least = max(content if whole else min(content, _LEAST_TEXT), folded, 1)
    right = numbers if column.right is None else column.right
    of_one_length = len({width_of(cell) for cell in cells if cell}) == 1
    cuts = not (whole and (numbers or of_one_length))
    if column.width is not None:
        return Laid(column, column.width, column.width, content <= column.width, right, cuts)
    return Laid(column, least, content, whole, right, cuts)


def _that_fit(laid: Sequence[Laid], limit: int, choosing: bool) -> list[Laid]:
    ranked = sorted(laid, key=lambda one: -one.column.importance) if choosing else list(laid)
    fitting: list[Laid] = []
    room = limit + len(_GAP)
    for one in ranked:
        if one.least + len(_GAP) <= room or not fitting:
            fitting.append(one)
            room -= (one.content if one.column.whole else one.least) + len(_GAP)
        elif not choosing:
            break  # columns asked for are left out from the end only
    return [one for one in laid if one in fitting]


def _share(shown: Sequence[Laid], width: int) -> list[Laid]:
    """Widen the columns to their content first, then to their headings, evenly."""
    widths = [min(one.least, width) for one in shown]
    room = width - sum(widths) - len(_GAP) * (len(shown) - 1)
    for wanted in ([one.content for one in shown], [one.wanted for one in shown]):
        while room > 0 and (short := [i for i, want in enumerate(wanted) if widths[i] < want]):
            for i in short[:room]:
                widths[i] += 1
                room -= 1
    return [evolve(one, width=cells) for one, cells in zip(shown, widths, strict=True)]


def _render(layout: Layout, page: Sequence[Any], rows: Rows, *, headers: bool) -> Grid:
    folds = layout.canvas.width is not None
    grid = Grid([Place(one.width, one.right, layout.wrap and not one.whole, folds) for one in layout.columns], _GAP)
    if headers:
        _add_headings(grid, layout)
    for number, record in enumerate(page):
        grid.add(*(_cell(one, record, rows[one.column][number], layout) for one in layout.columns))
        grid.end_record()
    return grid


def _add_headings(grid: Grid, layout: Layout) -> None:
    folded = [heading_lines(one.column.name, one.width) for one in layout.columns]
    height = max(map(len, folded), default=1)
    for level in range(height):
        # short headings stand on the rule, not under the ceiling
        lines = ([""] * (height - len(lines)) + lines for lines in folded)
        grid.add(*((line[level], "bold") for line in lines))
    rule = "-" if layout.canvas.ascii else "─"
    grid.add(*((rule * one.width, "dim") for one in layout.columns))


def _cell(laid: Laid, record: Any, value: Any, layout: Layout) -> Cell:
    text = laid.column.text(value)
    if laid.cuts and not layout.wrap:
        text = cut(text, laid.width, ".." if layout.canvas.ascii else "…")
    style = style_of(text)
    if layout.canvas.links and (link := link_to(record, laid.column.name)):
        style = f"{style} link {link}".strip()
    return text, style


def cut(text: str, width: int, mark: str = "…") -> str:
    """Text of at most so many cells; what was cut is marked."""
    if width_of(text) <= width:
        return text
    return set_cell_size(text, max(width - len(mark), 0)).rstrip() + mark[:width]


def heading_lines(name: str, width: int) -> list[str]:
    """A heading in lines that fit, broken before its capitals."""
    name = one_line(name)
    if width_of(name) <= width:
        return [name]
    lines = [""]
    for part in _HUMP.split(name):
        if lines[-1] and width_of(lines[-1] + part.rstrip()) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += part
    return lines
