"""Records as bars, one a line: the counts of groups, the rows of reports, tasks per day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..errors import UsageError
from ..pipeline.properties import get_property
from .canvas import Canvas
from .cells import readable
from .columns import Read, all_names, reader
from .grid import Cell, Grid, Place, width_of
from .table import cut

_LINE = 80  # room where lines may have any length
_LONGEST_LABEL = 40
_EIGHTHS = " ▏▎▍▌▋▊▉"


def chart_pages(
    records: Iterable[Any], canvas: Canvas, *, label: str | Read | None = None, value: str | Read | None = None
) -> Iterator[Grid]:
    """One grid with a bar for each record; all are read first, since the longest bar sets the scale.

    Args:
        records: What is shown.
        canvas: Where it is shown.
        label: What stands beside a bar; the name, else the first property that is no number.
        value: How long a bar is; the count, else the first property that is a number.
    """
    kept = list(records)
    if not kept:
        return
    label = label or _first(kept, ("name", "displayName", "id"), numeric=False)
    value = value or _first(kept, ("count",), numeric=True)
    labels = [readable(reader(label)(one)) for one in kept]
    numbers = [_number(reader(value)(one), value) for one in kept]
    yield _bars(labels, numbers, canvas)


def _first(records: Sequence[Any], preferred: Sequence[str], *, numeric: bool) -> str:
    fitting = [name for name in all_names(records) if _is_number(get_property(records[0], name)) is numeric]
    found = next((name for name in preferred if name in fitting), fitting[0] if fitting else None)
    if found is None:
        kind, which = ("number", "value") if numeric else ("text", "label")
        raise UsageError(f"The records have no {kind} to draw", hint=f"Say which: out_chart({which}=...).")
    return found


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _number(value: Any, source: Any) -> float:
    try:
        return float(value or 0)
    except (TypeError, ValueError):
        name = source if isinstance(source, str) else "the value"
        raise UsageError(
            f"{name}={value!r} is no number", hint="A chart's value counts or measures something."
        ) from None


def _bars(labels: Sequence[str], numbers: Sequence[float], canvas: Canvas) -> Grid:
    texts = [f"{number:,.10g}" for number in numbers]
    label_width = min(max(map(width_of, labels)), _LONGEST_LABEL)
    number_width = max(map(len, texts))
    room = max((canvas.width or _LINE) - label_width - number_width - 2, 10)
    longest = max(*numbers, 0.0) or 1.0
    mark = ".." if canvas.ascii else "…"
    grid = Grid([Place(label_width), Place(number_width, right=True), Place(room)], " ")
    for label, text, number in zip(labels, texts, numbers, strict=True):
        bar: Cell = (_bar(number / longest * room, ascii_only=canvas.ascii), "cyan")
        grid.add((cut(label, label_width, mark), ""), (text, "bold"), bar)
    return grid


def _bar(length: float, *, ascii_only: bool) -> str:
    """A bar of so many cells; what is not zero shows at least its beginning."""
    if length <= 0:
        return ""
    if ascii_only:
        return "#" * max(round(length), 1)
    whole, eighths = divmod(max(round(length * 8), 1), 8)
    return "█" * whole + (_EIGHTHS[eighths] if eighths else "")
