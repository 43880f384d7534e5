"""Values as JSON text, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ..errors import UsageError
from ..pipeline.properties import property_names, read_property
from ..records import wrap
from .cells import plain


def to_json(value: Any, *, depth: int | None = None, compress: bool = False) -> str:
    """A value as JSON text; non-ASCII characters stay as they are.

    Args:
        value: Records, lists and scalars, nested as deep as they like.
        depth: Levels that are spelled out; what lies deeper becomes text. None spells out all.
        compress: Without blanks and line breaks.
    """
    if depth is not None:
        value = _shallow(value, depth)
    separators = (",", ":") if compress else None
    text = json.dumps(value, default=plain, ensure_ascii=False, indent=None if compress else 2, separators=separators)
    # U+2028 and U+2029 end a line for many readers; in JSON they stand inside texts only, where they may be escaped
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


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
    """What JSON text says: objects as Records. Text of several lines is one document, or one document a line.

    Raises:
        UsageError: It is no JSON; the message says where it breaks.
    """
    parts = [line for line in lines if line.strip()]
    text = "\n".join(parts)
    try:
        return wrap(json.loads(text.lstrip("\ufeff")))
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
        return [wrap(json.loads(row)) for row in rows] if len(rows) > 1 else None
    except json.JSONDecodeError:
        return None


def _spot(text: str, error: json.JSONDecodeError) -> str:
    line = text.split("\n")[error.lineno - 1] if text else ""
    start = max(error.colno - 30, 0)
    return f"It reads: {line[start : start + 60]!r}." if line else "There is no text."


def json_line(record: Any) -> str:
    """A record as one line of JSON."""
    return to_json(record, compress=True)
