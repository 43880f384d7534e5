"""Records as lists: one property a line, names aligned, a blank line between two records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..pipeline.properties import property_names
from .canvas import Canvas
from .cells import local_time, one_line, readable, visible
from .columns import Choice, Column, drawn_columns, reader, style_of
from .grid import Grid, Place, width_of

# Where nobody asked for all of it: characters of a nested value and objects of a list that are spelled out
_ROOM = 400
_ITEMS = 10
_NO_LIMIT = 1 << 30
_NAME_WIDTH = 40
_LEAST_ROOM = 20


def list_pages(
    records: Iterable[Any], canvas: Canvas, *, chosen: Sequence[Choice] = (), whole: bool = False
) -> Iterator[Grid]:
    """One grid per record, each with a blank line behind it.

    Args:
        records: What is shown; read one by one.
        canvas: Where it is shown.
        chosen: Properties that were asked for; none shows all.
        whole: True names every object of a nested list.
    """
    told: set[str] = set()
    for record in records:
        columns = drawn_columns(chosen, [record], told) if chosen else _all(record)
        yield _render(record, columns, canvas, whole=whole)


def _all(record: Any) -> list[Column]:
    return [Column(name, reader(name)) for name in property_names(record)] or [Column("value", lambda one: one)]


def _render(record: Any, columns: Sequence[Column], canvas: Canvas, *, whole: bool) -> Grid:
    widest = min(max((width_of(column.name) for column in columns), default=1), _NAME_WIDTH)
    room = None if canvas.width is None else max(canvas.width - widest - 3, _LEAST_ROOM)
    grid = Grid([Place(widest), Place(1), Place(room, words=True)], " ")
    for column in columns:
        value = column.read(record)
        text = _value(value, whole=whole) if column.pattern is None else column.text(value)
        grid.add((one_line(column.name), "bold"), (":", ""), (text, style_of(text)))
    grid.end_record()
    grid.blank()
    return grid


def _value(value: Any, *, whole: bool) -> str:
    room, items = (_NO_LIMIT, _NO_LIMIT) if whole else (_ROOM, _ITEMS)
    if isinstance(value, str):
        return local_time(value) or visible(value).expandtabs(4)
    if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        return "\n".join(readable(one, room) for one in value[:items]) + _more(len(value) - items)
    return readable(value, room)


def _more(count: int) -> str:
    return f"\nand {count} more" if count > 0 else ""
