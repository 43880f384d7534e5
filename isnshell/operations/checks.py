"""Holding values against the facts before anything is sent, and giving them the form the API wants."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from os import PathLike, fspath
from typing import Any
from uuid import UUID

import attrs

from ..catalog.facts import Field, Model, Parameter
from ..clock import iso
from ..errors import UnknownNameError, UsageError
from ..naming import did_you_mean


def plain(value: Any) -> Any:
    """A value as JSON knows it: dates as ISO text, enums by value, UUIDs, paths, attrs objects and Records as what
    they hold.
    """
    if isinstance(value, float) and not math.isfinite(value):
        raise UsageError(f"{value} can't travel as JSON", hint="Give a number, or None.")
    if value is None or (isinstance(value, (str, int, float)) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, PathLike):
        return fspath(value)
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    if attrs.has(type(value)):
        return {f.name: plain(getattr(value, f.name)) for f in attrs.fields(type(value))}
    if isinstance(value, (bytes, bytearray)):
        raise UsageError(
            "Bytes can't travel as JSON", hint="Decode them to text first, or give them to a file parameter."
        )
    if hasattr(value, "__iter__"):
        return [plain(one) for one in value]
    raise UsageError(
        f"A {type(value).__name__} can't travel as JSON", hint="Give text, numbers, dates, lists or dicts."
    )


def check_parameter(parameter: Parameter, value: Any, command: str, *, lenient: bool = False) -> Any:
    """The value of one path, query, header or form parameter in the form it is sent, or a UsageError.

    Args:
        parameter: The facts about it.
        value: What the person gave.
        command: Name of the command, for the error.
        lenient: Pass on what the facts do not know, since tenants know newer values.
    """
    name = parameter.python_name
    value = plain(value)
    if parameter.type.startswith("array"):
        values = value if isinstance(value, list) else [value]
        return [_check_scalar(parameter, one, name, command, lenient) for one in values]
    if isinstance(value, list) and (parameter.format == "comma-separated" or parameter.name in ("sorters", "filters")):
        value = ",".join(str(one) for one in value)
    return _check_scalar(parameter, value, name, command, lenient)


def _check_scalar(parameter: Parameter, value: Any, name: str, command: str, lenient: bool) -> Any:
    kind = parameter.type.removeprefix("array<").removesuffix(">")
    converted = _CONVERT.get(kind, _as_is)(value)
    if converted is None:
        if lenient and isinstance(value, (str, int, float)):
            return value
        raise UsageError(f"{command}: {name}={_show(value)} is no {_SAYS.get(kind, kind)}")
    if isinstance(converted, str) and not can_encode(converted, "utf-8"):
        raise UsageError(f"{command}: {name}={_show(value)} holds half a character")
    if parameter.enum and not lenient:
        converted = _one_of(parameter.enum, converted, name, command)
    if not lenient:
        _check_range(converted, parameter, name, command)
    return converted


def can_encode(text: str, encoding: str) -> bool:
    """Whether a text can be sent in this encoding; half of a surrogate pair can in none."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _check_range(value: Any, parameter: Parameter, name: str, command: str) -> None:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return
    low, high = parameter.minimum, parameter.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        allowed = (
            f"{_number(low)} to {_number(high)}"
            if None not in (low, high)
            else (f"at least {_number(low)}" if low is not None else f"at most {_number(high)}")
        )
        raise UsageError(f"{command}: {name}={value} is out of range", hint=f"Allowed is {allowed}.")


def _number(value: float | None) -> str:
    return f"{value:g}" if value is not None else ""


def _one_of(allowed: Sequence[Any], value: Any, name: str, command: str) -> Any:
    """The allowed value that was meant; case does not count, as in PowerShell."""
    for one in allowed:
        if one == value or str(one).casefold() == str(value).casefold():
            return one
    near = did_you_mean(str(value), [str(one) for one in allowed])
    shown = ", ".join(str(one) for one in allowed)
    raise UsageError(
        f"{command}: {name}={_show(value)} is not allowed", hint=f"Allowed: {shown}." + (f" {near}" if near else "")
    )


def _integer(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return int(value) if isinstance(value, str) and re.fullmatch(r"\s*[+-]?\d+\s*", value) else None


def _decimal(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return value
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def _boolean(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(value.strip().lower()) if isinstance(value, str) else None


def _text(value: Any) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (str, int, float)) else None


def _as_is(value: Any) -> Any:
    return value


_CONVERT: Mapping[str, Callable[[Any], Any]] = {
    "integer": _integer,
    "number": _decimal,
    "boolean": _boolean,
    "string": _text,
}
_SAYS = {"integer": "whole number", "boolean": "True or False", "string": "text", "DateTime": "date and time"}


def _show(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


# --- bodies -----------------------------------------------------------------------------------------------------

_MODEL_TYPES: Mapping[str, Callable[[Any], Any]] = {
    "String": _text,
    "Boolean": _boolean,
    "Int32": _integer,
    "Int64": _integer,
    "Double": _decimal,
    "Decimal": _decimal,
    "DateTime": _text,
}


def parse_json_text(value: Any, what: str) -> Any:
    """A body given as JSON text, parsed; anything else as it is."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise UsageError(
            f"{what} is text, but no JSON", why=str(error), hint="Give a dict, a Record or JSON text."
        ) from None


def check_body(value: Any, model: Model | None, models: Mapping[str, Model], command: str) -> Any:
    """A body held against its model: unknown fields, wrong types and values refused, spellings of fields mended.

    Args:
        value: The plain value (see `plain`).
        model: Its model; None lets everything pass.
        models: All models of the generation, for nested fields.
        command: Name of the command, for errors.
    """
    return _check_model(value, model, models, command, "") if model else value


def _check_model(value: Any, model: Model, models: Mapping[str, Model], command: str, path: str) -> Any:
    if model.enum:
        return _one_of(model.enum, value, path or model.name, command)
    if model.one_of or not model.fields or value is None:
        return value
    if not isinstance(value, dict):
        raise UsageError(
            f"{command}: {path or model.name}={_show(value)} is no object", hint=f"It has {_fields(model)}."
        )
    checked: dict[str, Any] = {}
    for key, one in value.items():
        field = model.field(key)
        if field is None and not model.additional:
            raise UnknownNameError(
                f"{command}: {model.name} has no field {key!r}",
                hint=did_you_mean(key, (f.name for f in model.fields)) or f"It has {_fields(model)}.",
            )
        own = field.name if field else key
        if own in checked:
            raise UsageError(f"{command}: {path or model.name} has {own} twice, in two spellings")
        checked[own] = _check_field(field, one, models, command, path) if field else one
    lacking = [f.name for f in model.fields if f.required and f.name not in checked and not f.read_only]
    if lacking:
        raise UsageError(
            f"{command}: {path or model.name} lacks {', '.join(lacking)}", hint=f"It has {_fields(model)}."
        )
    return checked


def _check_field(field: Field, value: Any, models: Mapping[str, Model], command: str, path: str) -> Any:
    where = f"{path}.{field.name}" if path else field.name
    if value is None:
        return None
    kind = field.type
    if kind.endswith("[]"):
        values = value if isinstance(value, list) else [value]
        return [_check_value(field, kind[:-2], one, models, command, where) for one in values]
    return _check_value(field, kind, value, models, command, where)


def _check_value(field: Field, kind: str, value: Any, models: Mapping[str, Model], command: str, where: str) -> Any:
    # A field knows its values as JSON has them (1), an enum model as the SDK spells them ("1")
    if kind in models and not (models[kind].enum and field.enum):
        return _check_model(value, models[kind], models, command, where)
    convert = _MODEL_TYPES.get(kind)
    if convert is not None and value is not None:
        converted = convert(value)
        if converted is None:
            says = _SAYS.get(kind) or _SAYS.get({"String": "string", "Boolean": "boolean"}.get(kind, "integer"), kind)
            raise UsageError(f"{command}: {where}={_show(value)} is no {says}")
        value = converted
    return _one_of(field.enum, value, where, command) if field.enum and value is not None else value


def _fields(model: Model) -> str:
    return ", ".join(f.name + ("" if f.required else "?") for f in model.fields)
