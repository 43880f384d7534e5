"""Records as bars, one a line: the counts of groups, the numbers of a measure, tasks per day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from ..errors import UsageError
from ..host import get_host
from ..pipeline.columns import Read
from ..pipeline.properties import get_property
from .canvas import Canvas
from .cells import is_moment, readable
from .columns import all_names, reader
from .grid import Cell, Grid, Place, width_of
from .table import cut
from .timeline import find_span, fitting_span, local, totals

_LINE = 80  # room where lines may have any length
_LONGEST_LABEL = 40
_MOST_SPANS = 60  # bars of a time line
_NAMES = ("name", "displayName", "id")
_EIGHTHS = " ▏▎▍▌▋▊▉"


def chart_pages(
    records: Iterable[Any],
    canvas: Canvas,
    *,
    label: str | Read | None = None,
    value: str | Read | None = None,
    every: str | None = None,
) -> Iterator[Grid]:
    """One grid of bars; all records are read first, since the longest bar sets the scale.

    Args:
        records: What is shown.
        canvas: Where it is shown.
        label: What stands beside a bar. Without a value, the records that have it in common are counted. Moments are
            counted, or their values summed up, by spans of the calendar.
        value: How long a bar is; the count, else the first property that is a number.
        every: Span that a bar stands for, where the labels are moments; as suits the room if left out.
    """
    kept = list(records)
    if not kept:
        return
    measured = _numbers_of(kept[0]) if len(kept) == 1 and label is None and value is None else {}
    labels, numbers = ([*measured], [*measured.values()]) if len(measured) > 1 else _labelled(kept, label, value)
    moments = _moments(labels)
    if moments is not None:
        if without := sum(one is None for one in moments):
            get_host().note(f"{without:,} without a date {'is' if without == 1 else 'are'} left out.")
        dated = [(when, number) for when, number in zip(moments, numbers, strict=True) if when is not None]
        span = find_span(every) if every else fitting_span((when for when, _ in dated), min(canvas.page, _MOST_SPANS))
        rows = totals(dated, span)
    elif every is not None:
        raise UsageError(f"every={every!r} needs moments", hint="Name a date-time: out_chart('created', every='day').")
    else:
        rows = list(zip(map(_text, labels), numbers, strict=True))
    yield _bars([text for text, _ in rows], [number for _, number in rows], canvas)


def _numbers_of(record: Any) -> dict[str, float]:
    values = {name: get_property(record, name) for name in all_names([record])}
    return {name: float(value) for name, value in values.items() if _is_number(value)}


def _labelled(
    records: Sequence[Any], label: str | Read | None, value: str | Read | None
) -> tuple[list[Any], list[float]]:
    """What each bar is called and how long it is."""
    counted = _is_number(get_property(records[0], "count"))
    if label is not None and value is None and not counted:
        counts: dict[str, list[Any]] = {}
        for one in map(reader(label), records):
            counts.setdefault(readable(one), []).append(one)
        return [ones[0] for ones in counts.values()], [len(ones) for ones in counts.values()]
    label = label or _first(records, _NAMES, numeric=False)
    value = value or _first(records, ("count",), numeric=True)
    read = reader(value)
    return [*map(reader(label), records)], [_number(read(one), value) for one in records]


def _moments(labels: Sequence[Any]) -> list[datetime | None] | None:
    """The labels as moments in local time, null ones as None; nothing where one of them is something else."""
    given = [one for one in labels if one not in (None, "")]
    if not given or not all(map(is_moment, given)):
        return None
    return [None if one in (None, "") else local(one) for one in labels]


def _text(label: Any) -> str:
    return readable(label) or "(none)"


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
