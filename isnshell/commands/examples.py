"""Examples of commands made from facts: a call that our own checks let pass, and what one types in PowerShell."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..catalog.facts import EXPERIMENTAL_HEADER, Model, Operation
from ..catalog.loader import facts
from ..naming import fold, parameter_name
from ..operations.arguments import body_fields, positional
from .common import COMMON_PARAMETERS
from .invocation import CALL_OPTIONS
from .samples import Models, body_sample, chosen_fields, field_sample, parameter_sample

_WIDTH = 71  # of 79, behind the four blanks of the section and the prompt

# A body's field of such a name is given in the body: as a keyword it means an option of ours.
OPTION_NAMES = frozenset({*COMMON_PARAMETERS, "input_object", *CALL_OPTIONS})


def sample_arguments(operation: Operation) -> dict[str, Any]:
    """Keyword arguments that make a whole call: what is required, and a body that says something."""
    models = facts(operation.generation).models
    given = {
        parameter.python_name: parameter_sample(parameter)
        for parameter in positional(operation)
        if parameter.required and parameter.place != "body"
    }
    body = operation.body_parameter
    if body is None or operation.body is None:
        return given
    model = body_fields(operation, models)
    if model and model.fields:
        fields = chosen_fields(model)
        if not any(is_hidden(operation, field.name, field.ps) for field in fields):
            return given | {parameter_name(field.ps): field_sample(field, models, (model.name,)) for field in fields}
    elif not body.required:
        return given
    value = body_sample(models.get(operation.body.model or ""), models, operation.body.model)
    return given | {body.python_name: [value] if operation.body.array else value}


def is_hidden(operation: Operation, *spellings: str) -> bool:
    """Whether a body's field can't be a keyword of its own: another parameter or an option has its name."""
    taken = {fold(name) for name in OPTION_NAMES}
    return any(fold(name) in operation.by_name or fold(name) in taken for name in spellings)


def example(operation: Operation, name: str) -> str:
    """A call with sample values, as source text; over several lines where one would be too long."""
    return call_text(name, sample_arguments(operation) | ({"limit": 5} if operation.pages else {}))


def model_example(model: Model, models: Models, name: str, *, from_json: bool) -> str:
    """A call of a model function with sample values, as source text."""
    if from_json:
        return call_text(name, {"": json.dumps(body_sample(model, models, None))})
    return call_text(
        name, {parameter_name(field.ps): field_sample(field, models, (model.name,)) for field in chosen_fields(model)}
    )


def call_text(name: str, arguments: dict[str, Any]) -> str:
    """The source text of a call; an argument without a name goes by position."""
    given = [(f"{key}=" if key else "", value) for key, value in arguments.items()]
    line = f"{name}({', '.join(f'{key}{literal(value)}' for key, value in given)})"
    if len(line) <= _WIDTH:
        return line
    return "\n".join([f"{name}(", *(f"    {key}{_spread(value, 1, len(key))}," for key, value in given), ")"])


def literal(value: Any) -> str:
    """A plain value as Python's source text, in double quotes."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{literal(key)}: {literal(one)}' for key, one in value.items())}}}"
    return repr(value)


def _spread(value: Any, depth: int, before: int = 0) -> str:
    """The source text of a value over several lines, where one line has no room for it."""
    line = literal(value)
    pad = "    " * depth
    if len(pad) + before + len(line) < _WIDTH:
        return line
    if isinstance(value, dict) and value:
        parts: Iterable[str] = (
            f"{literal(key)}: {_spread(one, depth + 1, len(literal(key)) + 2)}" for key, one in value.items()
        )
        return "\n".join(["{", *(f"{pad}    {part}," for part in parts), pad + "}"])
    if isinstance(value, list) and value:
        return "\n".join(["[", *(f"{pad}    {_spread(one, depth + 1)}," for one in value), pad + "]"])
    return line


# --- PowerShell -------------------------------------------------------------------------------------------------


def powershell_line(operation: Operation) -> str:
    """The same call in PowerShell; a body stands for a variable that holds it."""
    if operation.cmdlet is None:
        return "none"
    words = [operation.cmdlet]
    for parameter in operation.parameters:
        if parameter.name == EXPERIMENTAL_HEADER:
            words.append(f"-{parameter.ps} true")
        elif parameter.only == "spec" or not parameter.required:
            continue
        elif parameter.place == "body":
            words.append(f"-{parameter.ps} ${parameter.ps[:1].lower()}{parameter.ps[1:]}")
        else:
            words.append(f"-{parameter.ps} {_ps_literal(parameter_sample(parameter))}")
    if operation.pages:
        words.append("-Limit 5")
    return " ".join(words)


def _ps_literal(value: Any) -> str:
    if isinstance(value, bool):
        return f"${str(value).lower()}"
    if isinstance(value, list):
        return ", ".join(map(_ps_literal, value))
    if isinstance(value, dict):
        return "@{}"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)
