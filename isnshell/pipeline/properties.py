"""Reading a property of whatever travels through a pipe: one table of accessors, by type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import singledispatch
from typing import Any

import attrs

from ..naming import fold
from ..records import find_key

MISSING: Any = object()
"""What a read gives where there is no such property; nothing else is ever this object."""


@singledispatch
def read_property(value: Any, name: str) -> Any:
    """The property of a value, in any spelling; the module's MISSING where it has none. Register further types here."""
    if attrs.has(type(value)) or isinstance(value, (str, bytes, int, float, datetime)):
        for attribute in property_names(value):
            if fold(attribute) == fold(name):
                return getattr(value, attribute)
        if isinstance(value, (str, bytes)) and fold(name) == "length":
            return len(value)
        return MISSING
    return getattr(value, name, MISSING)


@read_property.register
def _(value: Mapping, name: str) -> Any:  # type: ignore[type-arg]  # singledispatch takes the bare class only
    key = find_key(value, name)
    return MISSING if key is None else value[key]


@read_property.register
def _(value: None, name: str) -> Any:
    return MISSING


@singledispatch
def property_names(value: Any) -> list[str]:
    """The names of a value's properties, in their order."""
    if attrs.has(type(value)):
        return [one.name for one in attrs.fields(type(value)) if not one.name.startswith("_")]
    return []


@property_names.register
def _(value: Mapping) -> list[str]:  # type: ignore[type-arg]
    return [key for key in value if isinstance(key, str)]


@property_names.register
def _(value: datetime) -> list[str]:
    return ["year", "month", "day", "hour", "minute", "second", "microsecond"]


def has_property(value: Any, path: str) -> bool:
    """Whether the path leads anywhere."""
    return _walk(value, path) is not MISSING


def get_property(value: Any, path: str, default: Any = None) -> Any:
    """The value at a dotted path (`attributes.department`); over a list it is the list of the elements' values."""
    found = _walk(value, path)
    return default if found is MISSING else found


def _walk(value: Any, path: str) -> Any:
    found = _step(value, path)
    if found is not MISSING or "." not in path:
        return found
    head, _, rest = path.partition(".")
    found = _step(value, head)
    return found if found is MISSING else _walk(found, rest)


def _step(value: Any, name: str) -> Any:
    if isinstance(value, (list, tuple)):
        return _over(value, name)
    return read_property(value, name)


def _over(values: Iterable[Any], name: str) -> Any:
    found = [one for one in (_step(value, name) for value in values) if one is not MISSING]
    flat: list[Any] = []
    for one in found:
        flat.extend(one) if isinstance(one, list) else flat.append(one)
    return flat if found else MISSING
