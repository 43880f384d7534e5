"""Values as JSON text, and back."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta, timezone
from enum import Enum
from typing import Any

import attrs

from ..clock import parse_iso
from ..errors import UsageError
from ..pipeline.conversion import text_of
from ..pipeline.properties import property_names, read_property
from .cells import is_moment, plain

ESCAPES = ("default", "escape_non_ascii", "escape_html")
DATE_KINDS = ("default", "string", "utc", "local", "offset")
# In JSON these stand inside of texts only, where they may be escaped; U+2028 and U+2029 end a line for many readers
_LINES = {ord(one): f"\\u{ord(one):04x}" for one in "\u2028\u2029"}
_HTML = {**_LINES, **{ord(one): f"\\u{ord(one):04x}" for one in "<>&'"}}


def to_json(
    value: Any,
    *,
    depth: int | None = None,
    compress: bool = False,
    escape: str = "default",
    enum_names: bool = False,
) -> str:
    """A value as JSON text; non-ASCII characters stay as they are.

    Args:
        value: Records, lists and scalars, nested as deep as they like.
        depth: Levels that are spelled out; what lies deeper becomes text. None spells out all.
        compress: Without blanks and line breaks.
        escape: One of `ESCAPES`.
        enum_names: Members of an enumeration by name instead of by value.
    """
    if depth is not None:
        value = _shallow(value, depth)
    if enum_names:
        value = _mapped(value, lambda one: one.name if isinstance(one, Enum) else one)
    options: dict[str, Any] = {
        "default": plain,
        "ensure_ascii": escape == "escape_non_ascii",
        "indent": None if compress else 2,
        "separators": (",", ":") if compress else None,
    }
    try:
        text = json.dumps(value, allow_nan=False, **options)
    except ValueError:  # no number, or an endless one: JSON has only text for it
        text = json.dumps(_mapped(value, _finite), allow_nan=False, **options)
    if escape == "escape_html":
        return text.replace('\\"', "\\u0022").translate(_HTML)
    return text.translate(_LINES)


def _mapped(value: Any, change: Callable[[Any], Any]) -> Any:
    """A value with all its scalars changed."""
    if isinstance(value, (list, tuple)):
        return [_mapped(one, change) for one in value]
    if isinstance(value, Mapping) or attrs.has(type(value)):
        return {name: _mapped(read_property(value, name), change) for name in property_names(value)}
    return change(value)


def _finite(value: Any) -> Any:
    return text_of(value) if isinstance(value, float) and not math.isfinite(value) else value


def with_dates(value: Any, kind: str) -> Any:
    """A value whose ISO texts of moments are datetimes.

    Args:
        value: What JSON text said.
        kind: One of `DATE_KINDS`: `string` and `default` leave them text.
    """
    return value if kind in ("default", "string") else _mapped(value, lambda one: _dated(one, kind))


def _dated(value: Any, kind: str) -> Any:
    moment = parse_iso(value) if isinstance(value, str) and is_moment(value) else None
    if moment is None or kind == "utc":
        return value if moment is None else moment
    if kind == "local":
        return moment.astimezone()
    sign, hours, minutes = (re.search(r"([+-])(\d\d):?(\d\d)$", value) or _UTC).groups()  # type: ignore[union-attr]  # matches
    shift = timedelta(hours=int(hours), minutes=int(minutes))
    return moment.astimezone(timezone(-shift if sign == "-" else shift))


_UTC = re.fullmatch(r"([+-])(\d\d)(\d\d)", "+0000")


def _shallow(value: Any, depth: int) -> Any:
    if isinstance(value, (list, tuple)):
        return [_shallow(one, depth - 1) for one in value] if depth >= 0 else to_json(value, compress=True)
    if isinstance(value, Mapping) or attrs.has(type(value)):
        if depth < 0:
            return to_json(value, compress=True)
        return {name: _shallow(read_property(value, name), depth - 1) for name in property_names(value)}
    return value


def is_deeper(value: Any, depth: int) -> bool:
    """Whether a value is nested deeper than so many levels."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if not isinstance(value, (list, tuple)):
        return False
    return depth < 0 or any(is_deeper(one, depth - 1) for one in value)


def from_json(lines: Iterable[str]) -> Any:
    """What JSON text says. Text of several lines is one document, or one document a line; None if there is no text.

    Raises:
        UsageError: It is no JSON; the message says where it breaks.
    """
    parts = [line for line in lines if line.strip("\ufeff \t\r\n")]
    if not parts:
        return None
    text = "\n".join(parts)
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        values = _each(parts)
        if values is None:
            raise UsageError(
                "This is no JSON",
                why=f"{error.msg} in line {error.lineno}, column {error.colno}",
                hint=_spot(text, error),
            ) from error
        return values


def _each(parts: list[str]) -> list[Any] | None:
    rows = [row for part in parts for row in part.splitlines() if row.strip()]
    try:
        return [json.loads(row) for row in rows] if len(rows) > 1 else None
    except json.JSONDecodeError:
        return None


def _spot(text: str, error: json.JSONDecodeError) -> str:
    line = text.split("\n")[error.lineno - 1] if text else ""
    start = max(error.colno - 30, 0)
    return f"It reads: {line[start : start + 60]!r}."


def json_line(record: Any) -> str:
    """A record as one line of JSON."""
    return to_json(record, compress=True)
