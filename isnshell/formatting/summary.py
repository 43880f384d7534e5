"""One record: whole as long as that is a screen or two, else on one its fields that matter most, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from ..pipeline.properties import get_property, property_names
from ..records import origin_of
from .canvas import Canvas
from .cells import readable
from .columns import default_columns, style_of
from .grid import Grid, Place, width_of
from .listing import list_pages
from .table import cut

_NAME_WIDTH = 40
_SCREENS = 2
_WHOLE = {"ErrorRecord"}  # whoever asks for an error wants all of it
_EMPTY: tuple[Any, ...] = (None, "", [], {}, ())


def summary_pages(record: Any, canvas: Canvas) -> Iterator[Grid | Text]:
    """A record as a list; if that would go on for screens, what tells most of it and how to see the rest."""
    whole = next(iter(list_pages([record], canvas)))
    if whole.height <= _SCREENS * canvas.page or origin_of(record).kind in _WHOLE:
        yield whole
        return
    names = property_names(record)
    shown = _most_telling(record, names, max(canvas.page - 2, 1))
    yield _lines(record, shown, canvas)
    count = f"{len(shown)} of {len(names)} fields" if len(shown) < len(names) else f"{len(names)} fields, shortened"
    yield Text(f"{count}: format_list() shows all, format_custom() what is in them", style="dim")


def _most_telling(record: Any, names: Sequence[str], room: int) -> list[str]:
    if len(names) <= room:
        return list(names)
    importance = {column.name: column.importance for column in default_columns([record])}
    ranked = sorted(
        names, key=lambda name: (get_property(record, name) in _EMPTY, -importance.get(name, 0.0))
    )  # sorting keeps the order of equal ones
    kept = set(ranked[:room])
    return [name for name in names if name in kept]


def _lines(record: Any, names: Sequence[str], canvas: Canvas) -> Grid:
    widest = min(max(map(width_of, names), default=1), _NAME_WIDTH)
    room = max((canvas.width or 0) - widest - 3, 1)
    grid = Grid([Place(widest, folds=False), Place(1), Place(room, folds=False)], " ")
    for name in names:
        text = cut(readable(get_property(record, name)), room, ".." if canvas.ascii else "…")
        grid.add((cut(name, widest, ".." if canvas.ascii else "…"), "bold"), (":", ""), (text, style_of(text)))
    grid.end_record()
    return grid
