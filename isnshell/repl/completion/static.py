"""Looking at a person's objects without asking them anything: no attribute, no length, no truth, no repr of theirs."""

from __future__ import annotations

from contextlib import suppress
from types import (
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    FunctionType,
    GetSetDescriptorType,
    MemberDescriptorType,
    MethodDescriptorType,
    ModuleType,
    WrapperDescriptorType,
)
from typing import Any

from ...commands.cmdlet import Cmdlet
from ...pipeline.stream import Stream
from ...records import Record, origin_of

_LONGEST = 40


def is_a(value: Any, kind: type) -> bool:
    """As `isinstance`, which asks an object for its `__class__` and would wake a proxy."""
    return issubclass(type(value), kind)


def members(value: Any) -> dict[str, Any]:
    """The attributes of an object by name, from its own dictionary and its classes'."""
    found: dict[str, Any] = {}
    if is_a(value, ModuleType):
        return dict(vars(value))
    kind = value if is_a(value, type) else type(value)
    for one in reversed(type.mro(kind) if kind is not type else [object, type]):
        found.update(type.__getattribute__(one, "__dict__"))
    with suppress(AttributeError):
        found.update(object.__getattribute__(value, "__dict__"))
    return found


def describe(value: Any) -> str:
    """An object in a few words; nothing of it runs but our own repr of a stream."""
    kind = type(value)
    if kind is Stream:
        return repr(value)
    if issubclass(kind, Cmdlet):
        return f"command {value.name}"
    if kind in (list, tuple, dict, set):
        return f"{kind.__name__} of {len(value)}"
    if kind is Record:
        model = origin_of(value).kind
        return model or "Record"
    if issubclass(kind, ModuleType):
        return "module"
    if issubclass(kind, type):
        return "class"
    if kind in (int, float, bool, type(None)) or (kind is str and len(value) <= _LONGEST):
        return repr(value)
    return kind.__name__


def in_a_line(text: str) -> str:
    """The text of a value, in a line of its own."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def describe_member(value: Any) -> str:
    """What an attribute is: for a function what it does, else its kind."""
    if type(value) in (FunctionType, BuiltinFunctionType, MethodDescriptorType, ClassMethodDescriptorType):
        return _first_line(value.__doc__) or "function"
    if issubclass(type(value), (classmethod, staticmethod, WrapperDescriptorType)):
        return "function"
    if issubclass(type(value), (property, GetSetDescriptorType, MemberDescriptorType)):
        return "attribute"
    return describe(value)


def _first_line(text: Any) -> str:
    return text.strip().partition("\n")[0].rstrip(".") if type(text) is str else ""
