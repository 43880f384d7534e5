"""Binding what a person gave to an operation's parameters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import define, field

from ..catalog.facts import EXPERIMENTAL_HEADER, Model, Operation, Parameter
from ..errors import UnknownNameError, UsageError
from ..naming import did_you_mean, fold
from .checks import can_encode, check_body, check_parameter, parse_json_text, plain

Models = Mapping[str, Model]


@define
class Arguments:
    """Checked values by their wire names, by place; `body` is absent unless `has_body`."""

    path: dict[str, str] = field(factory=dict)
    query: dict[str, Any] = field(factory=dict)
    headers: dict[str, str] = field(factory=dict)
    form: dict[str, Any] = field(factory=dict)
    body: Any = None
    has_body: bool = False


def positional(operation: Operation) -> list[Parameter]:
    """The parameters in PowerShell's order. The experimental header is left out: it is sent without being asked for."""
    return [p for p in operation.parameters if p.name != EXPERIMENTAL_HEADER]


def body_fields(operation: Operation, models: Models) -> Model | None:
    """The model whose fields may be given as keywords of their own."""
    body = operation.body
    return models.get(body.model) if body and body.model and not body.array else None


def name_arguments(
    operation: Operation, given: Sequence[Any], keywords: Mapping[str, Any], command: str
) -> dict[str, Any]:
    """Positional arguments under their names, beside the keywords."""
    order = positional(operation)
    if len(given) > len(order):
        raise UsageError(
            f"{command} takes at most {len(order)} arguments by position, {len(given)} were given",
            hint=f"They are {', '.join(p.python_name for p in order) or 'none'}.",
        )
    named = {parameter.python_name: value for parameter, value in zip(order, given, strict=False)}
    told = {_own_name(operation, name): "by position" for name in named}
    for name in keywords:
        own = _own_name(operation, name)
        if own in told:
            raise UsageError(f"{command} got {name} twice, {told[own]} and by name")
        told[own] = f"as {name}"
    return {**named, **keywords}


def _own_name(operation: Operation, name: str) -> str:
    """One name for all spellings of a parameter or body field."""
    parameter = operation.by_name.get(fold(name))
    # By its Python name: `name` may stand both in the path and in the form
    return parameter.python_name if parameter else fold(name)


def missing_arguments(operation: Operation, named: Mapping[str, Any], models: Models) -> list[Parameter]:
    """The required parameters that were not given. A body whose fields are all optional may stay away."""
    given = {_own_name(operation, name) for name in named}
    model = body_fields(operation, models)
    own_fields = model.by_name.keys() if model else ()
    lacking = []
    for parameter in positional(operation):
        if not parameter.required or parameter.python_name in given:
            continue
        if parameter.place == "body" and (
            given & set(own_fields) or (model and not any(f.required for f in model.fields) and not model.one_of)
        ):
            continue
        lacking.append(parameter)
    return lacking


def check_names(operation: Operation, names: Iterable[str], models: Models, command: str) -> None:
    """Find a name that is wrong in a call that is not complete yet.

    Raises:
        UnknownNameError: A name is neither a parameter nor a field of the body.
    """
    model = body_fields(operation, models)
    for name in names:
        if fold(name) not in operation.by_name and not (model and _takes(model, name)):
            raise _unknown(operation, model, name, command)


def _takes(model: Model, name: str) -> bool:
    return fold(name) in model.by_name or model.additional


def bind(
    operation: Operation, named: Mapping[str, Any], models: Models, command: str, *, skip_validation: bool = False
) -> Arguments:
    """Check all arguments and sort them by place.

    Raises:
        UnknownNameError: A name is neither a parameter nor a field of the body.
        UsageError: A required one is missing, or a value has the wrong type, range or is not one of the allowed.
    """
    arguments = Arguments()
    model = body_fields(operation, models)
    fields: dict[str, Any] = {}
    for name, value in named.items():
        parameter = operation.by_name.get(fold(name))
        if parameter is not None:
            _place(arguments, operation, parameter, value, command, skip_validation)
        elif model is not None and (_takes(model, name) or skip_validation):
            own = model.field(name)
            fields[own.name if own else name] = value
        else:
            raise _unknown(operation, model, name, command)
    missing = missing_arguments(operation, named, models)
    # Without its path values there is no address to send to
    if missing and (not skip_validation or any(p.place == "path" for p in missing)):
        raise UsageError(
            f"{command} needs {' and '.join(p.python_name for p in missing)}", hint=_usage(operation, command)
        )
    _set_body(arguments, operation, fields, model, models, command, skip_validation)
    if operation.experimental:
        arguments.headers.setdefault(EXPERIMENTAL_HEADER, "true")
    return arguments


def _place(
    arguments: Arguments, operation: Operation, parameter: Parameter, value: Any, command: str, lenient: bool
) -> None:
    if parameter.place == "body":
        arguments.body, arguments.has_body = value, True
        return
    if parameter.place == "form":
        if value is not None:
            arguments.form[parameter.name] = (
                _as_file(value)
                if parameter.format == "binary"
                else check_parameter(parameter, value, command, lenient=lenient)
            )
        return
    if value is None and parameter.place != "path":
        return
    checked = check_parameter(parameter, value, command, lenient=lenient)
    if parameter.place == "path":
        arguments.path[parameter.name] = _path_value(parameter, checked, command)
    elif parameter.place == "header":
        arguments.headers[parameter.name] = _header_value(parameter, checked, command)
    else:
        arguments.query[parameter.name] = checked


def _as_file(value: Any) -> Any:
    """Text where a file is wanted names it, as PowerShell's `-File accounts.csv` does."""
    if isinstance(value, list):
        return [_as_file(one) for one in value]
    return Path(value) if isinstance(value, str) else value


def _path_value(parameter: Parameter, value: Any, command: str) -> str:
    """A path value that can't lead to another endpoint; it is quoted whole when the URL is built."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    name = parameter.python_name
    if not text.strip():
        raise UsageError(f"{command}: {name} is empty", hint="Give the id of one object.")
    if text in (".", "..") or any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in text):
        raise UsageError(f"{command}: {name}={text!r} can't be part of an address")
    if fold(name).endswith("id") and any(character in text for character in "/\\?#"):
        raise UsageError(f"{command}: {name}={text!r} is no id", hint="An id has no slash, question mark or #.")
    return text


def _header_value(parameter: Parameter, value: Any, command: str) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if any(character in text for character in "\r\n\0"):
        raise UsageError(f"{command}: {parameter.python_name} must be one line")
    if not can_encode(text, "latin-1"):
        raise UsageError(f"{command}: {parameter.python_name}={text!r} has characters that no header can carry")
    return text


def _set_body(
    arguments: Arguments,
    operation: Operation,
    fields: dict[str, Any],
    model: Model | None,
    models: Models,
    command: str,
    lenient: bool,
) -> None:
    body = operation.body
    if body is None or body.model is None:
        return
    parameter = operation.body_parameter
    name = parameter.python_name if parameter else "body"
    if arguments.has_body and fields:
        raise UsageError(
            f"{command} got {name} and also {', '.join(fields)}",
            hint=f"Give the fields in {name}, or each by its own name.",
        )
    if not arguments.has_body:
        if not fields and not body.required:
            return
        # Fields that are all optional make an empty object of a body that was left out
        arguments.body, arguments.has_body = fields, True
    value = arguments.body
    if body.model != "string":
        value = plain(parse_json_text(value, f"{command}: {name}"))
    if body.array and not isinstance(value, list):
        value = [value]
    if not lenient:
        item = models.get(body.model)
        value = (
            [check_body(one, item, models, command) for one in value]
            if body.array
            else check_body(value, item, models, command)
        )
    arguments.body = value


def _unknown(operation: Operation, model: Model | None, name: str, command: str) -> UnknownNameError:
    known = [p.python_name for p in positional(operation)] + [f.name for f in (model.fields if model else ())]
    return UnknownNameError(
        f"{command} has no parameter {name!r}", hint=did_you_mean(name, known) or _usage(operation, command)
    )


def _usage(operation: Operation, command: str) -> str:
    shown = [p.python_name if p.required else f"[{p.python_name}]" for p in positional(operation)]
    return f"Usage: {command}({', '.join(shown)})."
