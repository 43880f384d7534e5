"""Time: a clock that can be handed in, waiting that Ctrl-C ends, and the ways people write a moment."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextvars import ContextVar
from datetime import date, datetime, timedelta, timezone
from typing import Any, Protocol

from .errors import UsageError

# On Windows a lock's wait with a timeout can't be interrupted, time.sleep in the main thread can; short slices end
# soon in both.
_SLICE = 0.1


cancelled_by: ContextVar[Callable[[], bool] | None] = ContextVar("isnshell_cancelled", default=None)
"""Tells a worker thread that nobody waits for its answer any more."""


class Clock(Protocol):
    """Where time comes from. Tests hand in their own."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds that only ever grow."""

    def sleep(self, seconds: float, *, cancelled: Callable[[], bool] | None = None) -> None:
        """Wait; return early when `cancelled()` turns true."""


class SystemClock:
    """The machine's time."""

    def now(self) -> datetime:
        return datetime.now(timezone.utc)

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float, *, cancelled: Callable[[], bool] | None = None) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if cancelled is not None and cancelled():
                return
            time.sleep(min(left, _SLICE))


_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400}
_SPAN = re.compile(r"([+-]?)\s*((?:\d+(?:\.\d+)?\s*[smhdw]\s*)+)", re.IGNORECASE)
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([smhdw])", re.IGNORECASE)
_DAYS = {"now": None, "today": 0, "yesterday": -1, "tomorrow": 1}


def parse_duration(value: Any, *, name: str = "duration") -> float:
    """Seconds of a span: a number of seconds, a timedelta, or text such as `90s`, `1d`, `1h30m`."""
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str) and (match := _SPAN.fullmatch(value.strip())):
        seconds = sum(float(number) * _UNITS[unit.lower()] for number, unit in _PART.findall(match[2]))
        return -seconds if match[1] == "-" else seconds
    raise UsageError(
        f"{name}={value!r} is no span of time",
        hint="Give seconds as a number, or text such as '90s', '15m', '6h', '1d', '2w'.",
    )


def parse_moment(value: Any, now: datetime, *, name: str = "moment") -> datetime:
    """An aware moment in UTC: a datetime, a date, ISO text, `-1d`, `today`, `yesterday` (days begin at local
    midnight).
    """
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day).astimezone(timezone.utc)
    if isinstance(value, str):
        text = value.strip()
        if text.lower() in _DAYS:
            days = _DAYS[text.lower()]
            if days is None:
                return now
            midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
            return (midnight + timedelta(days=days)).astimezone(timezone.utc)
        if _SPAN.fullmatch(text):
            try:
                return now + timedelta(seconds=parse_duration(text, name=name))
            except OverflowError:
                raise UsageError(f"{name}={value!r} lies outside of the calendar") from None
        if (moment := parse_iso(text)) is not None:
            return moment
    raise UsageError(
        f"{name}={value!r} is no moment",
        hint="Give a datetime, a date, ISO text such as '2026-03-01T08:00:00Z', '-1d', 'today' or 'yesterday'.",
    )


_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE)


def parse_iso(text: str) -> datetime | None:
    """The moment that ISO 8601 text names, in UTC, or None. Text without a zone is local time."""
    if not _ISO.fullmatch(text):
        return None
    try:
        # datetime.fromisoformat of 3.10 knows neither Z nor zones without a colon nor other than 3 or 6 digits
        head, zone = re.fullmatch(r"(.*?)(Z|z|[+-]\d{2}:?\d{2})?", text[10:]).groups()  # type: ignore[union-attr]  # matches anything
        if "." in head:
            whole, fraction = head.split(".")
            head = f"{whole}.{(fraction + '000000')[:6]}"
        if zone:
            zone = "+00:00" if zone in "Zz" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
        return datetime.fromisoformat(text[:10] + head + (zone or "")).astimezone(timezone.utc)
    except (ValueError, OverflowError):
        return None


def iso(moment: datetime) -> str:
    """The API's spelling of a moment: UTC with milliseconds and `Z`. A moment without a zone is local time."""
    return moment.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def human_duration(seconds: float) -> str:
    """Elapsed time as people read it: `850 ms`, `42 s`, `3 min 05 s`, `2 h 10 min`."""
    # Bounds lie where rounding would reach the next unit: 59.9 s are `1 min 00 s`, not `60 s`
    if seconds < 0.9995:
        return f"{seconds * 1000:.0f} ms"
    if seconds < 59.5:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest:02d} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02d} min"
