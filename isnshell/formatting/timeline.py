"""Moments counted by hour, day or month: what a chart draws of records that happened at some time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from attrs import frozen

from ..clock import parse_iso
from ..errors import UsageError
from ..naming import did_you_mean
from .cells import in_local_time


@frozen
class Span:
    """A span of the calendar, such as a day.

    Args:
        floor: When the span begins that a moment lies in.
        step: From the beginning of one to somewhere in the next.
        label: How its beginning is written, for `strftime`.
    """

    floor: Callable[[datetime], datetime]
    step: timedelta
    label: str

    def after(self, start: datetime) -> datetime:
        """When the next one begins."""
        return self.floor(start + self.step)


def _midnight(when: datetime) -> datetime:
    return when.replace(hour=0, minute=0, second=0, microsecond=0)


# The shortest first
SPANS: Mapping[str, Span] = {
    "minute": Span(lambda when: when.replace(second=0, microsecond=0), timedelta(minutes=1), "%Y-%m-%d %H:%M"),
    "hour": Span(lambda when: when.replace(minute=0, second=0, microsecond=0), timedelta(hours=1), "%Y-%m-%d %H:00"),
    "day": Span(_midnight, timedelta(days=1), "%Y-%m-%d"),
    "week": Span(lambda when: _midnight(when) - timedelta(days=when.weekday()), timedelta(days=7), "%Y-%m-%d"),
    "month": Span(lambda when: _midnight(when).replace(day=1), timedelta(days=31), "%Y-%m"),
    "year": Span(lambda when: _midnight(when).replace(month=1, day=1), timedelta(days=366), "%Y"),
}


def find_span(name: str) -> Span:
    """The span of this name.

    Raises:
        UsageError: There is none.
    """
    span = SPANS.get(name.lower())
    if span is None:
        raise UsageError(
            f"every={name!r} is no span of time",
            hint=did_you_mean(name, SPANS) or f"Give one of {', '.join(SPANS)}.",
        )
    return span


def fitting_span(moments: Iterable[datetime], most: int) -> Span:
    """The shortest span of which at most so many cover all moments; years where none does."""
    known = list(moments)
    length = max(known) - min(known)
    return next((span for span in SPANS.values() if length / span.step < most), SPANS["year"])


def totals(moments: Iterable[tuple[datetime, float]], span: Span) -> list[tuple[str, float]]:
    """The sum of the numbers in each span from the first moment to the last, empty ones too, by the span's label."""
    sums: dict[datetime, float] = {}
    for when, number in moments:
        start = span.floor(when)
        sums[start] = sums.get(start, 0) + number
    rows = []
    start, last = min(sums), max(sums)
    while start <= last:
        rows.append((start.strftime(span.label), sums.get(start, 0)))
        start = span.after(start)
    return rows


def local(moment: datetime | str) -> datetime | None:
    """A moment in local time, without its zone; None for text that names none."""
    when = parse_iso(moment) if isinstance(moment, str) else moment
    return when if when is None or when.tzinfo is None else in_local_time(when).replace(tzinfo=None)
