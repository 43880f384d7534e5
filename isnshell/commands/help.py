"""Help for commands made from facts, laid out for 80 columns: purpose, parameters, filters, result, rights, example."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..catalog.facts import Field, Model, Operation, Parameter
from ..catalog.loader import facts
from ..catalog.names import find_name
from ..catalog.successors import LEGACY_END, is_legacy, successor
from ..naming import parameter_name
from ..operations.answer import is_file
from ..operations.arguments import body_fields, positional
from ..operations.request import prefix
from .examples import example, is_hidden, model_example, powershell_line
from .wording import allowed, field_kind, kind, one_of, parameter_details, purpose, result

_WIDTH = 79
_SHOWN_FIELDS = 30


def operation_help(operations: Sequence[Operation], name: str) -> str:
    """The help text of a command whose name stands for these operations."""
    if len(operations) == 1:
        return "\n".join([purpose(operations[0]), "", *_lines(operations[0], name)]).rstrip()
    first, *others = [purpose(operation).rstrip(".") for operation in operations]
    told = [f"{first}; or {other[:1].lower()}{other[1:]}" for other in others[:1] if other != first] or [first]
    lines = [f"{told[0]}.", "", f"The arguments choose between {len(operations)} operations."]
    for number, operation in enumerate(operations, 1):
        title = f"{number}. {purpose(operation)}"
        lines += ["", title, "-" * len(title), "", *_lines(operation, name)]
    return "\n".join(lines).rstrip()


def _lines(operation: Operation, name: str) -> Iterator[str]:
    for section in (
        _state(operation),
        _parameters(operation),
        _body(operation),
        _filters(operation),
        _returns(operation),
        _RAISES,
        _origin(operation),
        _example(example(operation, name)),
    ):
        lines = list(section)
        if lines:
            yield from lines
            yield ""


# --- sections ---------------------------------------------------------------------------------------------------

_RAISES = (
    "Raises:",
    "    UsageError: An argument is wrong; nothing was sent.",
    "    ApiError: The tenant refused; the message says why.",
)


def _state(operation: Operation) -> Iterator[str]:
    """What one should know before one relies on the operation."""
    if operation.experimental:
        yield from _wrap(
            "Experimental: SailPoint may change it without notice. The header that it needs is sent by itself."
        )
    if operation.deprecated:
        yield "Deprecated by SailPoint."
    if operation.gone:
        yield from _wrap("SailPoint's documents have it no longer; a tenant may refuse it.")
    if operation.shadowed:
        yield from _wrap("PowerShell can't reach it: another operation has the same name there.")
    if is_legacy(operation.generation):
        yield from _wrap(
            f"Generation {operation.generation} ends in {LEGACY_END}. Successor in v1: {successor_text(operation)}."
        )


def successor_text(operation: Operation) -> str:
    """The command of v1 that replaces a legacy one, with its PowerShell name; `none` where there is none."""
    name = successor(operation.generation, operation.base)
    known = find_name(name) if name else None
    return f"{name} ({', '.join(known.cmdlets['v1'])})" if known else "none"


def _parameters(operation: Operation) -> Iterator[str]:
    parameters = positional(operation)
    if not parameters and not is_file(operation):
        return
    yield "Args:"
    for parameter in parameters:
        yield from _item(_titled(operation, parameter), parameter_details(operation, parameter))
    if is_file(operation):
        yield from _item(
            "out_file (path, optional)",
            "file or folder to save to; without it the tenant's name for it, in the current folder",
        )
        yield from _item("force (True or False, optional)", "True replaces an existing file; default False")


def _titled(operation: Operation, parameter: Parameter) -> str:
    optional = "" if _is_needed(operation, parameter) else ", optional"
    return f"{parameter.python_name} ({kind(operation, parameter)}{optional})"


def _is_needed(operation: Operation, parameter: Parameter) -> bool:
    if parameter.place != "body":
        return parameter.required
    model = body_fields(operation, facts(operation.generation).models)
    return parameter.required and not (model and model.fields and not any(f.required for f in model.fields))


def _body(operation: Operation) -> Iterator[str]:
    body = operation.body_parameter
    models = facts(operation.generation).models
    model = models.get(operation.body.model) if operation.body and operation.body.model else None
    if model is None or body is None or not (model.fields or model.one_of):
        return
    if not model.fields:
        yield from _wrap(f"{model.name} is one of {', '.join(model.one_of)}.")
        return
    own = body_fields(operation, models) is not None
    settable = [field for field in model.fields if not field.read_only]
    if own:
        yield from _wrap(f"Fields of {model.name}, each may be given by its own name in place of {body.python_name}:")
    else:
        yield f"Fields of {model.name}:"
    for field in settable:
        hidden = own and is_hidden(operation, field.name, field.ps)
        yield from _field(field, models, own=own, note=f"only in {body.python_name}" if hidden else "")
    if model.additional:
        yield "    Further fields are sent as they are."


def _field(field: Field, models: Mapping[str, Model], *, own: bool, note: str = "") -> Iterator[str]:
    """One field; of a nested model its fields too, one level down."""
    name = parameter_name(field.ps) if own else field.name
    title = f"{name} ({field_kind(field, models)}{'' if field.required else ', optional'})"
    details = [note] if note else []
    if values := allowed(field, models):
        details.append(one_of(values))
    if nested := nested_text(field, models):
        details.append(nested)
    if field.nullable:
        details.append("may be None")
    if field.default is not None:
        details.append(f"default {field.default}")
    yield from _item(title, "; ".join(details))


def nested_text(field: Field, models: Mapping[str, Model]) -> str:
    """The fields of a field's own model: `with id, name, type (one of IDENTITY, GROUP)`; empty where it has none."""
    inner = models.get(field.type.rstrip("[]"))
    if inner is None or inner.enum:
        return ""
    if inner.one_of:
        return one_of(inner.one_of)
    parts = [
        f"{one.name}{' (' + one_of(values) + ')' if (values := allowed(one, models)) and len(values) <= 8 else ''}"
        for one in inner.fields
        if not one.read_only
    ]
    return f"dict with {', '.join(parts)}" if parts else ""


def _filters(operation: Operation) -> Iterator[str]:
    if operation.filters:
        yield "Filters:"
        wide = min(28, max(map(len, operation.filters)))
        for field, operators in operation.filters.items():
            yield from _wrap(f"{field:{wide}}  {' '.join(operators)}", "    ", " " * (wide + 6))
    if operation.filters and operation.sorters:
        yield ""
    if operation.sorters:
        yield "Sorters:"
        yield from _wrap(", ".join(operation.sorters), "    ", "    ")


def _returns(operation: Operation) -> Iterator[str]:
    yield "Returns:"
    text = result(operation)
    answer = operation.answer
    model = facts(operation.generation).models.get(answer.model) if answer and answer.model else None
    if model and model.fields and not is_file(operation):
        names = [field.name for field in model.fields]
        more = f" and {len(names) - _SHOWN_FIELDS} more" if len(names) > _SHOWN_FIELDS else ""
        text += f" Fields: {', '.join(names[:_SHOWN_FIELDS])}{more}."
    yield from _wrap(text, "    ", "    ")


def _origin(operation: Operation) -> Iterator[str]:
    path = f"{operation.method} {prefix(operation.generation)}{operation.path}"
    yield from _wrap(f"API: {operation.operation}, {path}", "", "    ")
    if operation.scopes:
        yield from _wrap(f"Scopes: {' or '.join(operation.scopes)}", "", "    ")
    if operation.user_levels:
        yield from _wrap(f"User levels: {', '.join(operation.user_levels)}", "", "    ")
    yield from _wrap(f"PowerShell: {powershell_line(operation)}", "", "    ")


def _example(text: str) -> Iterator[str]:
    yield "Example:"
    first, *others = text.split("\n")
    yield f"    >>> {first}"
    yield from (f"    ... {line}" for line in others)


# --- models -----------------------------------------------------------------------------------------------------


def model_help(model: Model, name: str, ps: str, *, from_json: bool) -> str:
    """The help of a model function: what it builds, and its fields with their types."""
    models = facts(model.generation).models
    lines = [f"{'Read JSON as' if from_json else 'Build'} a {model.name}, checked against its fields.", ""]
    if from_json:
        lines += ["Args:", "    json: JSON text, a dict or a Record.", ""]
    shown = [field for field in model.fields if from_json or not field.read_only]
    if shown or model.one_of or model.additional:
        lines += ["Fields:" if from_json else "Args:"]
        lines += [line for field in shown for line in _field(field, models, own=not from_json)]
        lines += _wrap(f"One of {', '.join(model.one_of)}.", "    ", "    ") if model.one_of else []
        lines += ["    Further fields are kept."] if model.additional else []
        lines += [""]
    lines += ["Returns:", f"    Record: {model.name}.", ""]
    lines += ["Raises:", "    UsageError: A field is unknown, lacking or of another type.", ""]
    lines += _wrap(f"API: model {model.name} of {model.generation}; nothing is sent", "", "    ")
    lines += _wrap(f"PowerShell: {ps}", "", "    ")
    return "\n".join([*lines, "", *_example(model_example(model, models, name, from_json=from_json))])


# --- layout -----------------------------------------------------------------------------------------------------


def _item(title: str, details: str) -> Iterable[str]:
    return _wrap(f"{title}: {details}" if details else title, "    ", "        ")


def _wrap(text: str, first: str = "", others: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )
