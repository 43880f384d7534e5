"""Help for commands made from facts, in our own words: purpose, parameters, filters, result, rights, example."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..catalog.facts import Operation, Parameter
from ..catalog.loader import facts
from ..naming import parameter_name
from ..operations.answer import is_file
from ..operations.arguments import body_fields, positional
from ..operations.request import prefix

_VERBS = {
    "get": "Get",
    "new": "Create",
    "add": "Add",
    "remove": "Delete",
    "update": "Change",
    "set": "Set",
    "send": "Replace",
    "start": "Start",
    "suspend": "Cancel",
    "export": "Export",
    "import": "Import",
    "search": "Search",
    "submit": "Submit",
    "test": "Test",
    "approve": "Approve",
    "deny": "Reject",
    "invoke": "Run",
    "enable": "Enable",
    "disable": "Disable",
    "unlock": "Unlock",
    "move": "Forward",
    "reset": "Reset",
    "complete": "Complete",
    "sync": "Synchronise",
    "compare": "Compare",
    "publish": "Publish",
    "ping": "Ping",
    "show": "Show",
    "select": "Choose",
    "close": "Close",
}


def purpose(operation: Operation) -> str:
    """One line made from verb and noun: `Get report result.`"""
    verb, _, noun = operation.base.partition("_")
    lead = "List all" if operation.pages else _VERBS.get(verb, verb.capitalize())
    return f"{lead} {noun.replace('_', ' ')}."


def operation_help(operations: Sequence[Operation], name: str) -> str:
    """The help text of a command whose name stands for these operations."""
    return "\n\n".join("\n".join(_lines(operation, name)) for operation in operations)


def _lines(operation: Operation, name: str) -> Iterator[str]:
    yield purpose(operation)
    yield ""
    if operation.experimental:
        yield "Experimental: SailPoint may change it without notice; the header it needs is sent by itself."
    if operation.deprecated:
        yield "Deprecated by SailPoint."
    parameters = positional(operation)
    if parameters:
        yield "Args:"
        yield from (f"    {line}" for p in parameters for line in _parameter(operation, p))
        if is_file(operation):
            yield "    out_file: File or folder to save to; without it the tenant's name in the current folder."
            yield "    force: True replaces an existing file. Default False."
        yield ""
    yield from _body(operation)
    if operation.filters:
        yield "Filters:"
        yield from (f"    {field}: {', '.join(operators)}" for field, operators in operation.filters.items())
        yield ""
    if operation.sorters:
        yield f"Sorters: {', '.join(operation.sorters)} (with - in front: descending)"
        yield ""
    yield "Returns:"
    yield f"    {result(operation)}"
    yield ""
    yield "Raises:"
    yield "    UsageError: An argument is wrong; nothing was sent."
    yield "    ApiError: The tenant refused; the message says why."
    yield ""
    scopes = f", scope {' or '.join(operation.scopes)}" if operation.scopes else ""
    yield f"API: {operation.operation}, {operation.method} {prefix(operation.generation)}{operation.path}{scopes}"
    if operation.user_levels:
        yield f"User levels: {', '.join(operation.user_levels)}"
    yield f"PowerShell: {operation.cmdlet or 'none'}"
    yield ""
    yield "Example:"
    yield f"    >>> {example(operation, name)}"


def _parameter(operation: Operation, parameter: Parameter) -> Iterator[str]:
    text = f"{parameter.python_name} ({kind(operation, parameter)}"
    text += ")" if parameter.required else ", optional)"
    details = []
    if parameter.enum:
        details.append(f"one of {', '.join(str(one) for one in parameter.enum)}")
    if operation.pages and parameter.name == "limit":
        details.append("how many records in all; left out, every one")
    elif parameter.minimum is not None or parameter.maximum is not None:
        low, high = parameter.minimum, parameter.maximum
        details.append(
            f"{low:g} to {high:g}"
            if None not in (low, high)
            else f"from {low:g}"
            if low is not None
            else f"up to {high:g}"
        )
    if parameter.default is not None and not (operation.pages and parameter.name == "limit"):
        details.append(f"default {parameter.default}")
    yield text + (": " + "; ".join(details) if details else "")


def kind(operation: Operation, parameter: Parameter) -> str:
    """The type of a parameter in words."""
    if parameter.place == "body" and operation.body and operation.body.model:
        model = operation.body.model
        return f"list of {model}" if operation.body.array else model
    if parameter.format == "binary":
        return "file"
    return {"array<string>": "list of text", "string": "text", "integer": "number", "boolean": "True or False"}.get(
        parameter.type, parameter.type
    )


def _body(operation: Operation) -> Iterator[str]:
    models = facts(operation.generation).models
    model = body_fields(operation, models)
    if model is None or not model.fields:
        return
    yield f"Fields of {model.name}, each may be given by its own name:"
    for field in model.fields:
        if not field.read_only:
            allowed = f": one of {', '.join(str(one) for one in field.enum)}" if field.enum else ""
            yield f"    {parameter_name(field.ps)} ({field.type}{'' if field.required else ', optional'}){allowed}"
    yield ""


def result(operation: Operation) -> str:
    """What a call gives, in words."""
    answer = operation.answer
    if is_file(operation):
        return "Path: the saved file, whole."
    if operation.method == "HEAD":
        return "Record: the answer's headers."
    if answer is None or answer.model is None:
        return "Nothing." if answer is None or not answer.content_types else "Text."
    if operation.pages:
        return f"Stream of {answer.model}; the first request goes out when it is read."
    return f"list of {answer.model}." if answer.array else f"{answer.model}."


def example(operation: Operation, name: str) -> str:
    """A call with the required arguments, made from the facts."""
    given = [f"{p.python_name}={_sample(p)}" for p in positional(operation) if p.required and p.place != "body"]
    model = body_fields(operation, facts(operation.generation).models)
    if model and model.fields:
        fields = [f for f in model.fields if f.required] or [f for f in model.fields if f.enum][:1]
        given += [f"{parameter_name(f.ps)}={f.enum[0]!r}" if f.enum else f"{parameter_name(f.ps)}=..." for f in fields]
    elif operation.body_parameter and operation.body_parameter.required:
        given.append(f"{operation.body_parameter.python_name}=[...]")
    return f"{name}({', '.join(given)})" + (" | select_object(first=5)" if operation.pages else "")


def _sample(parameter: Parameter) -> str:
    if parameter.enum:
        return repr(parameter.enum[0])
    if parameter.type == "integer":
        return "1"
    if parameter.type == "boolean":
        return "True"
    words = re.sub(r"[^a-z0-9]", "", parameter.name.lower())
    return repr("2c9180897e7742b2017e781782f705b9" if words.endswith("id") else parameter.name)
