"""What a command takes, as completion and signature help tell it."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from types import BuiltinFunctionType, FunctionType
from typing import Any

from attrs import evolve, frozen

from ...catalog.facts import Field, Operation, Parameter
from ...catalog.loader import facts
from ...commands.cmdlet import Cmdlet, FunctionCmdlet
from ...commands.common import ACTIONS, COMMON_PARAMETERS
from ...commands.models import ModelCmdlet
from ...commands.wording import kind
from ...naming import fold, parameter_name
from ...operations.answer import is_file
from ...operations.arguments import body_fields, positional

_BOOLEAN = ("True", "False")
BY_PLACE = "by its place only"
# Their repr is Python's own
_PLAIN = (str, int, float, bool, type(None))
_ACTIONS = tuple(f'"{action}"' for action in ACTIONS)
_COMMON_VALUES = {
    **dict.fromkeys(("what_if", "confirm", "verbose", "debug"), _BOOLEAN),
    **dict.fromkeys(("error_action", "warning_action"), _ACTIONS),
}
_WORDS = re.compile(r"[A-Z][A-Z_]{2,}")
_SEVERAL = re.compile(r"^any of |,? or a list of (?:them|these)$")
_LISTED = re.compile(r"`?[a-z_]+`?")
_QUOTED = re.compile(r"`[a-z_]+`|[a-z]{2,5}")
_TYPES = {
    "bool": "True or False", "str": "text", "int": "number", "float": "number", "Any": "",
    "Mapping[str, Any]": "dict", "PathLike[str]": "path", "Sequence[str]": "list of text",
}  # fmt: skip
_FIELD_TYPES = {
    "String": "text", "Boolean": "True or False", "Int32": "number", "Int64": "number", "Double": "number",
    "Decimal": "number", "DateTime": "date and time", "Hashtable": "dict", "FileInfo": "file",
}  # fmt: skip
_LATER = {
    "with_http_info": "True gives status and headers beside the answer",
    "skip_validation": "True sends what the facts do not know",
    "cross_tenant": "True takes records of another tenant",
}


@frozen
class Taken:
    """One parameter of a command.

    Args:
        name: The keyword.
        kind: Its type in words.
        required: Whether a call needs it.
        default: What holds if it is left out, as source text.
        values: What is allowed, as source text.
        meaning: One line on it.
        is_list: True for `*names`, which takes any number by position.
        is_option: True for what every command takes; offered last.
    """

    name: str
    kind: str = ""
    required: bool = False
    default: str = ""
    values: tuple[str, ...] = ()
    meaning: str = ""
    is_list: bool = False
    is_option: bool = False

    @property
    def is_switch(self) -> bool:
        """Whether it is True or False."""
        return self.values == _BOOLEAN

    @property
    def line(self) -> str:
        """All of it in one line, for the menu."""
        allowed = ", ".join(value.strip('"') for value in self.values if value not in _BOOLEAN)
        parts = [
            "required" if self.required else "",
            self.kind,
            f"default {self.default}" if self.default not in ("", "None") else "",
            f"one of {allowed}" if allowed else self.meaning,
        ]
        return "; ".join(part for part in parts if part)


def parameters_of(command: Cmdlet, operations: Sequence[Operation]) -> list[Taken]:
    """What a command takes, in its own order; body fields behind, what every command takes last."""
    if isinstance(command, FunctionCmdlet):
        own = list(_of_function(command, operations))
    elif isinstance(command, ModelCmdlet):
        own = list(_of_model(command))
    else:
        own = list(_of_operations(operations))
    return [*own, *_common(command, {one.name for one in own})]


def parameters_of_function(function: FunctionType | BuiltinFunctionType) -> list[Taken]:
    """What a Python function takes by name, told from its code; nothing of it runs."""
    try:
        signature = inspect.signature(function, follow_wrapped=False)
    except (ValueError, TypeError):  # written in C, without telling what it takes
        return []
    return [
        Taken(
            one.name,
            BY_PLACE if one.kind is one.POSITIONAL_ONLY else "",
            required=one.default is one.empty and one.kind is not one.VAR_POSITIONAL,
            default=repr(one.default) if type(one.default) in _PLAIN else "" if one.default is one.empty else "...",
            is_list=one.kind is one.VAR_POSITIONAL,
        )
        for one in signature.parameters.values()
        if one.kind is not one.VAR_KEYWORD
    ]


def bound_by_pipe(command: Cmdlet, taken: Sequence[Taken]) -> set[str]:
    """The parameters that a record of a pipe gives if the call does not."""
    if isinstance(command, FunctionCmdlet):
        return set(command.pipe)
    return {one.name for one in taken if one.required and command.bindable([one.name])}


def _common(command: Cmdlet, own: set[str]) -> Iterator[Taken]:
    for name, meaning in COMMON_PARAMETERS.items():
        if name not in own and (command.changes or name not in ("what_if", "confirm")):
            yield Taken(name, values=_COMMON_VALUES.get(name, ()), meaning=meaning, is_option=True)


# --- from the facts ---------------------------------------------------------------------------------------------


def _of_operations(operations: Sequence[Operation]) -> Iterator[Taken]:
    found: dict[str, Taken] = {}
    for operation in operations:
        for one in _of_operation(operation):
            held = found.get(one.name)
            found[one.name] = evolve(held, required=held.required and one.required) if held else one
    yield from found.values()
    for name, meaning in _LATER.items():
        yield Taken(name, values=_BOOLEAN, meaning=meaning, is_option=True)


def _of_operation(operation: Operation) -> Iterator[Taken]:
    for parameter in positional(operation):
        yield _taken(operation, parameter)
    model = body_fields(operation, facts(operation.generation).models)
    for field in model.fields if model else ():
        if not field.read_only:
            yield _of_field(field, operation.generation)
    if is_file(operation):
        yield Taken("out_file", "file", meaning="file or folder to save to")
        yield Taken("force", _TYPES["bool"], default="False", values=_BOOLEAN, meaning="True replaces an existing file")


def _taken(operation: Operation, parameter: Parameter) -> Taken:
    default = "" if parameter.default is None else repr(parameter.default)
    all_of_them = operation.pages and parameter.name == "limit"
    return Taken(
        parameter.python_name,
        kind(operation, parameter),
        required=parameter.required,
        default="" if all_of_them else default,
        values=_values(parameter.type, parameter.enum),
        meaning="how many in all; left out, every one" if all_of_them else "",
    )


def _of_model(command: ModelCmdlet) -> Iterator[Taken]:
    """Of a function that builds a record: the record's fields, or the JSON text that has them."""
    model = command.model
    for parameter in command.__signature__.parameters.values():
        field = model.field(parameter.name)
        if field is None:
            yield Taken(parameter.name, "JSON text", required=True)
        else:
            yield evolve(_of_field(field, model.generation), name=parameter.name, meaning="")


def _of_field(field: Field, generation: str) -> Taken:
    kind = in_words(field.type)
    known = facts(generation).models.get(field.type.removesuffix("[]"))
    values = _values("boolean" if field.type == "Boolean" else "", field.enum or (known.enum if known else ()))
    return Taken(parameter_name(field.ps), kind, required=field.required, values=values, meaning="field of the body")


def _values(type_: str, enum: Sequence[Any]) -> tuple[str, ...]:
    return _BOOLEAN if type_ == "boolean" else tuple(quoted(one) for one in enum)


def in_words(type_: str) -> str:
    """A field's type as one says it: `text` for `String`, `list of Role` for `Role[]`."""
    one = type_.removesuffix("[]")
    word = _FIELD_TYPES.get(one, one)
    return f"list of {word}" if type_.endswith("[]") else word


def quoted(value: Any) -> str:
    """A value as source text, text in double quotes."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


# --- from a function --------------------------------------------------------------------------------------------


def _of_function(command: Cmdlet, operations: Sequence[Operation]) -> Iterator[Taken]:
    texts = documented(command.__doc__ or "")
    known = {fold(one.name): one for operation in operations for one in _of_operation(operation)}
    for parameter in command.__signature__.parameters.values():
        if parameter.kind is parameter.VAR_KEYWORD:
            continue
        meaning = texts.get(parameter.name, "")
        fact = known.get(fold(parameter.name))
        yield Taken(
            parameter.name,
            _type(parameter),
            required=parameter.default is parameter.empty and parameter.kind is not parameter.VAR_POSITIONAL,
            default=_default(parameter),
            values=(fact.values if fact else ()) or _told_values(parameter, meaning),
            meaning=meaning.split(". ")[0].rstrip("."),
            is_list=parameter.kind is parameter.VAR_POSITIONAL,
        )


def _type(parameter: inspect.Parameter) -> str:
    if parameter.annotation is parameter.empty:
        return ""
    names = [name.strip() for name in str(parameter.annotation).split("|") if name.strip() != "None"]
    return " or ".join(text for name in names if (text := _TYPES.get(name, name)))


def _default(parameter: inspect.Parameter) -> str:
    value = parameter.default
    return quoted(value) if isinstance(value, (str, int, float, tuple, type(None))) else ""


def _told_values(parameter: inspect.Parameter, meaning: str) -> tuple[str, ...]:
    """The values that a text names: `ACCOUNTS, IDENTITIES or SEARCH_EXPORT`."""
    if "bool" in str(parameter.annotation):
        return _BOOLEAN
    _, _, listed = meaning.split(". ")[0].rstrip(".").rpartition(": ")
    told, several = _SEVERAL.subn("", listed)
    words = [word for word in re.split(r",\s*(?:or\s+)?|\s+or\s+", told) if word]
    # `First word: get, start` are examples only
    is_closed = bool(several) or " or " in listed or ":" not in meaning
    pattern = _LISTED if several else _QUOTED
    simple = all(_WORDS.fullmatch(word) or (is_closed and pattern.fullmatch(word)) for word in words)
    return tuple(quoted(word.strip("`")) for word in words) if simple and len(words) > 1 else ()


_ARGUMENT = re.compile(r"^    (\w+)(?: \([^)]*\))?: (.*(?:\n {8,}.*)*)", re.MULTILINE)


def documented(text: str) -> Mapping[str, str]:
    """What a docstring says of each argument."""
    cleaned = inspect.cleandoc(text)
    _, _, rest = cleaned.partition("\nArgs:\n")
    section = rest.split("\n\n")[0]
    return {name: " ".join(meaning.split()) for name, meaning in _ARGUMENT.findall(section)}
