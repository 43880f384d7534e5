"""The one place where values become cells: for people to read, and for files that other programs read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timezone
from decimal import Decimal
from enum import Enum
from numbers import Integral, Real
from os import PathLike, fspath
from typing import Any

import attrs

from ..clock import iso, parse_iso
from ..pipeline.properties import property_names, read_property

# A nested object stands in a cell by the first of these that it has.
_SPEAKING = ("name", "displayName", "localizedText", "message", "text", "title", "label", "id")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:[Zz]|[+-]\d\d:?\d\d)")
# Escape sequences in a tenant's data must not reach the terminal: they could repaint it or type into it.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PLAIN = {type(None), str, int, float, bool}
_PAGE = 1000  # characters of a nested value that a page spells out
_SCALAR = (str, int, float, bool, date, Enum, PathLike)


def readable(value: Any, longest: int = 60) -> str:
    """A value as one line for people: dates in local time, objects by their name, lists joined or counted.

    Args:
        value: Anything a record may hold.
        longest: Characters that a nested value may take before it is only counted.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return local_time(value) or one_line(value)
    if isinstance(value, datetime):
        return _local(value) if value.tzinfo else value.isoformat(" ", "seconds")
    if isinstance(value, Enum):
        return readable(value.value, longest)
    if isinstance(value, (list, tuple, set, frozenset)):
        return _joined(list(value), longest)
    if isinstance(value, (bytes, bytearray)):
        return f"{len(value)} bytes"
    if isinstance(value, PathLike):
        return one_line(str(fspath(value)))
    if isinstance(value, Mapping) or attrs.has(type(value)):
        return _object(value, longest)
    return one_line(str(value))


def pattern_text(value: Any, pattern: str) -> str:
    """A value by Python's format, `,.1f` or `{:%d.%m.} h`; what the format does not fit is shown as ever.

    Args:
        value: A number, text or moment; a moment is given in local time.
        pattern: The format of one value, or a text with it in braces.
    """
    moment = parse_iso(value) if is_moment(value) and isinstance(value, str) else value
    given = in_local_time(moment) if isinstance(moment, datetime) and moment.tzinfo else moment
    try:
        return "" if value is None else one_line(pattern.format(given) if "{" in pattern else format(given, pattern))
    except (ValueError, TypeError, IndexError, KeyError):
        return readable(value)


def one_line(text: str) -> str:
    """Text without line breaks and without characters that steer a terminal."""
    return visible(" ".join(text.split())) if not text.isprintable() else text


def visible(text: str) -> str:
    """Text in which characters that steer a terminal are replaced; line breaks and tabs stay."""
    return _CONTROL.sub("\ufffd", text.replace("\r\n", "\n"))


def is_moment(value: Any) -> bool:
    """Whether a value is a moment: an aware datetime, or ISO text of date, time and zone."""
    if isinstance(value, str):
        return len(value) >= 17 and _MOMENT.fullmatch(value) is not None and parse_iso(value) is not None
    return isinstance(value, datetime)


def local_time(text: str) -> str | None:
    """ISO text of a moment as local time with its zone; None if it is something else."""
    if len(text) < 17 or not _MOMENT.fullmatch(text):
        return None
    moment = parse_iso(text)
    return None if moment is None else _local(moment)


def in_local_time(moment: datetime) -> datetime:
    """A moment with the local zone."""
    try:
        return moment.astimezone()
    except (OverflowError, OSError):  # the years 1 and 9999, which tenants use for "never"
        return moment


def _local(moment: datetime) -> str:
    here = in_local_time(moment)
    zone = here.strftime("%z")
    zone = f"{zone[:3]}:{zone[3:5]}" if zone[3:5] != "00" else zone[:3]
    return f"{here.replace(tzinfo=None).isoformat(' ', 'seconds')} {zone}"


def _joined(values: Sequence[Any], longest: int) -> str:
    if not values:
        return ""
    texts: list[str] = []
    length = 0
    for value in values:
        texts.append(_inside(value, longest) if len(values) > 1 else readable(value, longest))
        length += len(texts[-1]) + 2
        if length - 2 > longest and len(values) > 1:
            return f"{len(values)} items"
    return ", ".join(texts)


def _object(value: Any, longest: int) -> str:
    for name in _SPEAKING:
        found = read_property(value, name)
        if found not in (None, "") and (isinstance(found, (*_SCALAR, Mapping))):
            return readable(found, longest)
    names = property_names(value)
    if len(names) == 1:
        return readable(read_property(value, names[0]), longest)
    pairs: list[str] = []
    length = 0
    for name in names:
        inner = read_property(value, name)
        if inner is not None:
            pairs.append(f"{one_line(name)}={_inside(inner, longest)}")
            length += len(pairs[-1]) + 2
        if length - 2 > longest:
            return f"{len(names)} fields"
    return ", ".join(pairs) or f"{len(names)} fields"


def _inside(value: Any, longest: int) -> str:
    """A value within another; pairs of its own stand in braces, lists of such in brackets."""
    text = readable(value, longest)
    if "=" not in text or isinstance(value, _SCALAR):
        return text
    return f"[{text}]" if isinstance(value, (list, tuple)) else f"{{{text}}}"


def portable(value: Any) -> str | int | float | bool | None:
    """A value as files carry it: scalars as they are, lists of scalars joined by `; `, other nested values as JSON.

    Dates are ISO text in UTC, and text stays the text it is: `00123` is no number.
    """
    if type(value) in _PLAIN:  # nearly all cells
        return value  # type: ignore[no-any-return]  # one of these types
    if isinstance(value, (str, int, float)):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Enum):
        return portable(value.value)
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, PathLike):
        return str(fspath(value))
    if isinstance(value, (list, tuple)) and all(one is None or isinstance(one, _SCALAR) for one in value):
        return "; ".join(as_text(portable(one)) for one in value)
    if isinstance(value, (Mapping, list, tuple, set, frozenset)) or attrs.has(type(value)):
        return _encode(value)
    if isinstance(value, Integral):  # numpy's numbers
        return int(value)
    if isinstance(value, Real):
        return float(value)
    return str(value)


def legible(value: Any) -> str | int | float | bool | None:
    """A value as a page for people carries it: as files do, but nested objects by their names."""
    nested = isinstance(value, (Mapping, list, tuple, set, frozenset)) or attrs.has(type(value))
    if not nested or (isinstance(value, (list, tuple)) and all(isinstance(one, _SCALAR) for one in value)):
        return portable(value)
    return readable(value, _PAGE)


def as_text(cell: Any) -> str:
    """A portable cell as text."""
    return cell if isinstance(cell, str) else "" if cell is None else str(cell)


_HALVES = re.compile("[\ud800-\udfff]")


def whole_characters(text: str) -> str:
    """Text without halves of characters, which no file can hold; tenants have them where a text was cut."""
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def plain(value: Any) -> Any:
    """What `json.dumps` is given for a value that it does not know."""
    if isinstance(value, Mapping):
        return dict(value)
    if attrs.has(type(value)):
        return {name: read_property(value, name) for name in property_names(value)}
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=str)
    if isinstance(value, (bytes, bytearray)):
        return value.decode("utf-8", "replace")
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return portable(value)


_encode = json.JSONEncoder(default=plain, ensure_ascii=False, separators=(",", ":")).encode


def utc(text: str) -> datetime | None:
    """The moment that a cell of ISO text with a zone names, in UTC."""
    if len(text) < 17 or not _MOMENT.fullmatch(text):
        return None
    moment = parse_iso(text)
    return None if moment is None else moment.astimezone(timezone.utc)
