"""PowerShell's conversions: the text of a value, the number in a text, and what counts as true."""

from __future__ import annotations

import math
import re
from collections.abc import KeysView, Mapping, ValuesView
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import singledispatch
from typing import Any

Number = int | float | Decimal

_COLLECTIONS = (list, tuple, set, frozenset, range, KeysView, ValuesView)


def is_number(value: Any) -> bool:
    """Whether PowerShell counts the value among the numbers; True and False are none."""
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def is_collection(value: Any) -> bool:
    """Whether an operator works on the value's elements instead of on the value."""
    return isinstance(value, _COLLECTIONS)


def truth(value: Any) -> bool:
    """Whether PowerShell takes a value for true: no null, zero, empty text or list; a list of one is its element."""
    if is_collection(value):
        elements = list(value)
        return truth(elements[0]) if len(elements) == 1 else bool(elements)
    if isinstance(value, (bool, int, float, Decimal, str)):
        return bool(value)
    return value is not None


@singledispatch
def text_of(value: Any) -> str:
    """A value as PowerShell writes it into text, in the invariant culture. Register further types here."""
    return " ".join(text_of(one) for one in value) if is_collection(value) else str(value)


@text_of.register
def _(value: None) -> str:
    return ""


@text_of.register
def _(value: str) -> str:
    return value


@text_of.register
def _(value: float) -> str:
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return "NaN" if math.isnan(value) else f"{value:.15G}"


@text_of.register
def _(value: Decimal) -> str:
    return f"{value:f}"


@text_of.register
def _(value: datetime) -> str:
    return value.strftime("%m/%d/%Y %H:%M:%S")


@text_of.register
def _(value: date) -> str:
    return value.strftime("%m/%d/%Y 00:00:00")


@text_of.register
def _(value: timedelta) -> str:
    sign = "-" if value < timedelta(0) else ""
    whole, micro = divmod(abs(value) // timedelta(microseconds=1), 1_000_000)
    hours, rest = divmod(whole, 3600)
    days, hours = divmod(hours, 24)
    text = f"{hours:02}:{rest // 60:02}:{rest % 60:02}"
    return sign + (f"{days}." if days else "") + text + (f".{micro:06}0" if micro else "")


@text_of.register
def _(value: Mapping) -> str:  # type: ignore[type-arg]  # singledispatch takes the bare class only
    return "@{" + "; ".join(f"{key}={text_of(one)}" for key, one in value.items()) + "}"


_LITERAL = re.compile(
    r"(?P<sign>[+-]?)(?:0x(?P<hex>[0-9a-f]+)|0b(?P<bits>[01]+)"
    r"|(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d*)?|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))"
    r"(?P<type>u?[ylsn]|u|d)?(?P<unit>[kmgtp]b)?",
    re.IGNORECASE | re.ASCII,
)
_UNITS = {"kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30, "tb": 1 << 40, "pb": 1 << 50}


def number_of(text: str) -> Number | None:
    """The number that a text means beside a number: a PowerShell literal (`12`, `0x1F`, `1e3`, `2kb`), 0 if empty.

    Returns:
        The number, or None where the text is none.
    """
    text = text.strip()
    if not text:
        return 0
    match = _LITERAL.fullmatch(text)
    if match is None:
        return None
    value = _magnitude(match)
    unit = match["unit"]
    return (-value if match["sign"] == "-" else value) * (_UNITS[unit.lower()] if unit else 1)


def _magnitude(match: re.Match[str]) -> Number:
    if match["hex"]:
        return int(match["hex"], 16)
    if match["bits"]:
        return int(match["bits"], 2)
    digits = match["digits"].replace(",", "")
    if (match["type"] or "").lower() == "d":
        return Decimal(digits)
    return int(digits) if digits.isdigit() else float(digits)
