"""Sample values made from facts: what an example may give for a parameter or a field and pass our own checks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..catalog.facts import Field, Model, Parameter
from ..naming import fold

Models = Mapping[str, Model]

_ID = "2c9180897e7742b2017e781782f705b9"
_UUID = "ee769173-319d-41a2-8bc0-b64a0b4ac2d6"
_SCALARS: Mapping[str, Any] = {
    "Boolean": True,
    "Int32": 1,
    "Int64": 1,
    "Double": 1.5,
    "Decimal": 1.5,
    "DateTime": "2026-01-31T09:00:00Z",
    "Hashtable": {},
    "FileInfo": "accounts.csv",
}
_BY_ENDING = (
    ("uuid", _UUID),
    ("id", _ID),
    ("ids", _ID),
    ("email", "ada@example.com"),
    ("emailaddress", "ada@example.com"),
    ("url", "https://example.com"),
    ("uri", "https://example.com"),
    ("description", "Made with isnshell"),
    ("comment", "Checked by hand"),
    ("comments", "Checked by hand"),
    ("query", "*"),
    ("path", "/description"),
    ("op", "replace"),
    ("filter", 'name sw "A"'),
    ("filters", 'name sw "A"'),
    ("locale", "en"),
    ("timezone", "Europe/Berlin"),
    ("phone", "+1 512 555 0100"),
    ("cron", "0 0 5 * * ?"),
    ("date", "2026-01-31"),
    ("password", "change-me"),
    ("secret", "change-me"),
    ("version", "1.0"),
    ("attribute", "department"),
    ("attributename", "department"),
    ("name", "Example"),
)
# Fields that tell most about an object, for examples of objects that require none
_TELLING = ("name", "type", "id", "description", "enabled", "value", "query", "comment", "status")


def parameter_sample(parameter: Parameter) -> Any:
    """A value for a path, query, header or form parameter."""
    if parameter.enum:
        value = parameter.enum[0]
    elif parameter.format == "binary":
        value = "accounts.csv"
    elif "integer" in parameter.type or "number" in parameter.type:
        value = int(max(1, parameter.minimum or 1))
    elif "boolean" in parameter.type:
        value = True
    elif "object" in parameter.type:
        value = {}
    elif parameter.format == "uuid":
        value = _UUID
    elif parameter.format == "date":
        value = "2026-01-31"
    else:
        value = _text(parameter.name)
    return [value] if parameter.type.startswith("array") else value


def body_sample(model: Model | None, models: Models, content: str | None) -> Any:
    """A value for one body, or one member of a list of them.

    Args:
        model: Its model, if it has one.
        models: All of the generation.
        content: What the facts call it where it has none: `string`, `object`.
    """
    if model is None:
        return _ID if content == "string" else {}
    return _model(model, models, ())


def chosen_fields(model: Model) -> list[Field]:
    """The fields that an example gives: the required ones, else one or two that tell most."""
    settable = [field for field in model.fields if not field.read_only]
    is_patch = {"op", "path", "value"} <= {field.name for field in settable}
    required = [field for field in settable if field.required or (is_patch and field.name == "value")]
    if required:
        return required
    telling = [field for name in _TELLING for field in settable if field.name == name and not field.type.endswith("[]")]
    return telling[:2] or settable[:1]


def field_sample(field: Field, models: Models, within: Sequence[str] = ()) -> Any:
    """A value for a field; nested models get theirs.

    Args:
        field: The facts about it.
        models: All of the generation.
        within: Names of the models that it stands in, so that one which holds itself comes to an end.
    """
    bare = field.type.rstrip("[]")
    if field.enum:
        value = "replace" if field.name == "op" and "replace" in field.enum else field.enum[0]
    elif bare in models:
        value = _model(models[bare], models, within)
    elif bare in _SCALARS:
        value = _SCALARS[bare]
    else:
        value = _text(field.name)
    for _ in range(field.type.count("[]")):
        value = [value]
    return value


def _model(model: Model, models: Models, within: Sequence[str]) -> Any:
    if model.enum:
        return model.enum[0]
    if model.name in within or len(within) > 5:
        return {}
    within = (*within, model.name)
    if model.fields:
        fields = (
            chosen_fields(model) if len(within) < 3 else [f for f in model.fields if f.required and not f.read_only]
        )
        return {field.name: field_sample(field, models, within) for field in fields}
    for name in model.one_of:
        if name.rstrip("[]") not in models and "String" in name:
            return "New text"
    for name in model.one_of:
        if name in models:
            return _model(models[name], models, within)
    return {}


def _text(name: str) -> str:
    folded = re.sub(r"[^a-z0-9]", "", fold(name))
    matching = [(ending, value) for ending, value in _BY_ENDING if folded.endswith(ending)]
    return max(matching, key=lambda one: len(one[0]))[1] if matching else "example"
