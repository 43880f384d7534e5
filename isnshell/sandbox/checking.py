"""Whether a request is what the documents ask for: parameters, then the body against its model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..catalog.facts import EXPERIMENTAL_HEADER, Field, Model, Parameter
from ..clock import parse_iso
from .answers import SYNTAX, Refusal, illegal, missing, refuse
from .call import Call
from .shapes import Shapes

_JSON: Mapping[str, tuple[tuple[type, ...], str]] = {
    "String": ((str,), "a string"),
    "DateTime": ((str,), "a date and time"),
    "Boolean": ((bool,), "true or false"),
    "Int32": ((int,), "an integer"),
    "Int64": ((int,), "an integer"),
    "Double": ((int, float), "a number"),
    "Decimal": ((int, float), "a number"),
    "Hashtable": ((dict,), "an object"),
    "string": ((str,), "a string"),
    "integer": ((int,), "an integer"),
    "boolean": ((bool,), "true or false"),
    "object": ((dict,), "an object"),
}


def check_parameters(call: Call) -> None:
    """Query, header and form parameters: the required ones there, all of them of their type and within bounds."""
    for parameter in call.operation.parameters:
        if parameter.place == "query":
            _check_query(call, parameter)
        elif parameter.place == "header" and parameter.required and parameter.name != EXPERIMENTAL_HEADER:
            if not call.request.headers.get(parameter.name):
                raise missing(parameter.name)
        elif parameter.place == "form" and parameter.required:
            name = parameter.name
            if name not in call.request.form and name not in call.request.files:
                raise missing(name)


def _check_query(call: Call, parameter: Parameter) -> None:
    values = call.request.args.getlist(parameter.name)
    if parameter.required and not any(values):
        raise missing(parameter.name)
    if parameter.type == "integer":
        call.integer(parameter.name)
    elif parameter.type == "boolean":
        call.boolean(parameter.name)
    elif parameter.enum and values:
        is_list = parameter.type.startswith("array")
        parts = [part for value in values for part in value.split(",")] if is_list else values
        for part in parts:
            if part and part not in map(_spelled, parameter.enum):
                raise illegal(parameter.name, part, f"Allowed are {', '.join(map(_spelled, parameter.enum))}.")


def _spelled(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def read_body(call: Call, shapes: Shapes) -> Any:
    """The body, checked against its model; a form's fields for a form; None where none was sent."""
    body = call.operation.body
    if body is None:
        return None
    if body.model is None:
        files = {name: file.filename or name for name, file in call.request.files.items()}
        return {**call.request.form.to_dict(), **files}
    value = call.json()
    if value is None:
        if body.required:
            raise missing("request body")
        return None
    if body.array and not isinstance(value, list):
        raise refuse(400, "The request body must be a JSON array.", code=SYNTAX)
    for one in value if body.array else [value]:
        check_value(one, body.model, shapes.models, "")
    return value


def check_value(value: Any, kind: str, models: Mapping[str, Model], name: str) -> None:
    """Refuse a value that is not of a type: `String`, `Role`, `EntitlementRef[]`."""
    if value is None:
        return
    if kind.endswith("[]"):
        if not isinstance(value, list):
            raise illegal(name or "request body", _short(value), "It must be an array.")
        for number, one in enumerate(value):
            check_value(one, kind[:-2], models, f"{name}[{number}]")
    elif kind in models:
        _check_model(value, models[kind], models, name)
    elif kind in _JSON:
        types, wanted = _JSON[kind]
        is_right = isinstance(value, types) and (bool in types or not isinstance(value, bool))
        if not is_right or (kind == "DateTime" and parse_iso(value) is None):
            raise illegal(name or "request body", _short(value), f"It must be {wanted}.")


def _check_model(value: Any, model: Model, models: Mapping[str, Model], name: str) -> None:
    if model.enum:
        _check_enum(value, model.enum, name)
    elif model.one_of:
        _check_choice(value, model, models, name)
    elif not isinstance(value, dict):
        raise illegal(name or "request body", _short(value), "It must be an object.")
    else:
        for one in model.fields:
            _check_field(value, one, models, f"{name}.{one.name}" if name else one.name)


def _check_field(value: dict[str, Any], one: Field, models: Mapping[str, Model], name: str) -> None:
    if one.name not in value or (value[one.name] is None and not one.nullable):
        if one.required and not one.read_only and one.default is None:
            raise missing(name)
        return
    given = value[one.name]
    if not one.enum or isinstance(given, (list, dict)):
        check_value(given, one.type, models, name)
    if one.enum:
        for single in given if isinstance(given, list) else [given]:
            _check_enum(single, one.enum, name)


def _check_enum(value: Any, enum: tuple[Any, ...], name: str) -> None:
    # The documents write some enumerated numbers as texts, and the other way round
    if value is not None and str(value) not in map(str, enum):
        raise illegal(name, _short(value), f"Allowed are {', '.join(map(str, enum))}.")


def _check_choice(value: Any, model: Model, models: Mapping[str, Model], name: str) -> None:
    first: Refusal | None = None
    for kind in model.one_of:
        try:
            check_value(value, kind, models, name)
        except Refusal as refusal:
            first = first or refusal
        else:
            return
    if first is not None:
        raise first


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
