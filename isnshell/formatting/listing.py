"""Records as lists: one property a line, names aligned, a blank line between two records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..pipeline.properties import property_names
from .canvas import Canvas
from .cells import local_time, one_line, readable, visible
from .columns import Choice, Column, drawn_columns, reader, style_of
from .grid import Grid, Place, width_of

_ROOM = 400  # characters of a nested value that a list still spells out
_ITEMS = 10  # objects of a list that are spelled out
_NAME_WIDTH = 40
_LEAST_ROOM = 20


def list_pages(records: Iterable[Any], canvas: Canvas, *, chosen: Sequence[Choice] = ()) -> Iterator[Grid]:
    """One grid per record, each with a blank line behind it.

    Args:
        records: What is shown; read one by one.
        canvas: Where it is shown.
        chosen: Properties that were asked for; none shows all.
    """
    told: set[str] = set()
    for record in records:
        columns = drawn_columns(chosen, [record], told) if chosen else _all(record)
        yield _render(record, columns, canvas)


def _all(record: Any) -> list[Column]:
    return [Column(name, reader(name)) for name in property_names(record)] or [Column("value", lambda one: one)]


def _render(record: Any, columns: Sequence[Column], canvas: Canvas) -> Grid:
    widest = min(max((width_of(column.name) for column in columns), default=1), _NAME_WIDTH)
    room = None if canvas.width is None else max(canvas.width - widest - 3, _LEAST_ROOM)
    grid = Grid([Place(widest), Place(1), Place(room, words=True)], " ")
    for column in columns:
        value = column.read(record)
        text = _value(value) if column.pattern is None else column.text(value)
        grid.add((one_line(column.name), "bold"), (":", ""), (text, style_of(text)))
    grid.end_record()
    grid.blank()
    return grid


def _value(value: Any) -> str:
    if isinstance(value, str):
        return local_time(value) or visible(value).expandtabs(4)
    if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        return "\n".join(readable(one, _ROOM) for one in value[:_ITEMS]) + _more(len(value) - _ITEMS)
    return readable(value, _ROOM)


def _more(count: int) -> str:
    return f"\nand {count} more" if count > 0 else ""
