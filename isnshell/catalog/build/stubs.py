"""Type stubs for `from cmdlets import ...`, so that editors complete commands and type checkers check calls.

Commands of the catalog get theirs from the facts of the default generation, commands written by hand from their source,
which is read and never imported. Names of other generations have no stubs: `cmdlets.v2024` and the like stay untyped.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from ...errors import FileError, IsnError
from ...naming import fold, parameter_name
from ..facts import DEFAULT_GENERATION, EXPERIMENTAL_HEADER, Field, Model, Operation, Parameter
from ..loader import Facts, Models

_HEAD = '''\
"""Made by `isnshell catalog build` from the facts of {generation} and the commands' sources. Not edited by hand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from inspect import Signature
from os import PathLike
from pathlib import Path
from typing import IO, Any, Literal, TypedDict, overload
from uuid import UUID

from attrs import AttrsInstance
from typing_extensions import Unpack

from isnshell.commands.by_name import ByName
from isnshell.commands.cmdlet import Cmdlet
from isnshell.pipeline.stage import Stage
from isnshell.pipeline.stream import Stream
from isnshell.records import Record
from isnshell.tenant.session import Session
{imports}
COMMANDS: dict[str, str]
ALIASES: dict[str, str]

_Text = str | float | date | UUID | Enum | PathLike[str]
_Id = _Text | Mapping[str, Any] | ByName
_Moment = str | date
_Body = Mapping[str, Any] | AttrsInstance | str
_Bodies = Iterable[_Body] | _Body
_File = str | PathLike[str] | bytes | IO[bytes]

class _Command(Cmdlet):
    @property
    def changes(self) -> bool: ...
    @property
    def __signature__(self) -> Signature: ...
    def run(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any: ...
    def missing(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> list[str]: ...
    def from_pipe(
        self, record: Any, keywords: Mapping[str, Any], arguments: tuple[Any, ...] = ...
    ) -> dict[str, Any]: ...

class _Common(TypedDict, total=False):
    session: Session | None
    what_if: bool
    confirm: bool | None
    verbose: bool
    debug: bool
    error_action: str
    error_variable: list[Any] | str
    warning_action: str
    out_variable: list[Any] | str
    input_object: Any

class _Options(_Common, total=False):
    skip_validation: bool
    with_http_info: bool
    cross_tenant: bool
    page_size: int

class _File_options(_Options, total=False):
    out_file: str | PathLike[str] | None
    force: bool
'''
_COMMON = frozenset(
    [
        "session",
        "what_if",
        "confirm",
        "verbose",
        "debug",
        "error_action",
        "error_variable",
        "warning_action",
        "out_variable",
        "input_object",
    ]
)
_OPTIONS = _COMMON | {"skip_validation", "with_http_info", "cross_tenant", "page_size"}
_HEAD_NAMES = frozenset(
    [
        "Iterable",
        "Mapping",
        "Sequence",
        "PathLike",
        "Path",
        "Any",
        "Literal",
        "ByName",
        "Cmdlet",
        "Stage",
        "Stream",
        "Record",
        "Session",
        "date",
    ]
)


def stub_text(commands: Path, facts: Facts, models: Models) -> str:
    """The text of `cmdlets/__init__.pyi`.

    Args:
        commands: The folder `cmdlets`; its `__init__.py` lists the commands written by hand.
        facts: Operations of the default generation.
        models: Its models.
    """
    written = _written(commands)
    blocks = {name: _class(name, command.signatures) for name, command in written.items()}
    for base in sorted({operation.base for operation in facts if operation.cmdlet}):
        if base not in blocks:
            blocks[base] = _class(base, list(_signatures(facts.find(base), models)))
    imports = sorted({line for command in written.values() for line in command.imports})
    head = _HEAD.format(generation=DEFAULT_GENERATION, imports="".join(f"{line}\n" for line in imports))
    return head + "".join(f"\n{blocks[name]}" for name in sorted(blocks))


def _class(name: str, signatures: Sequence[str]) -> str:
    mark = "    @overload\n" if len(signatures) > 1 else ""
    calls = "".join(f"{mark}    def __call__({text}: ...\n" for text in signatures)
    return f"class _{name}(_Command):\n{calls}\n{name}: _{name}\n"


# --- from facts -------------------------------------------------------------------------------------------------


def _signatures(operations: Sequence[Operation], models: Mapping[str, Model]) -> Iterator[str]:
    """The call itself; and where a path value may come out of the pipe, the call without it, which gives a Stage.

    Of several operations each has its call; what the pipe gives is left to the arguments then.
    """
    told: set[str] = set()
    for operation in operations:
        parameters = [one for one in operation.parameters if one.name != EXPERIMENTAL_HEADER]
        fields = _own_fields(operation, models)
        text = _signature(operation, parameters, fields, models, _result(operation, models))
        if (places := text.rpartition(") -> ")[0]) not in told:
            yield text
        told.add(places)
        piped = [one for one in parameters if one.place == "path"]
        if piped and len(operations) == 1:
            rest = [one for one in parameters if one is not piped[-1]]
            yield _signature(operation, rest, fields, models, "Stage", waits=True)


def _signature(
    operation: Operation,
    parameters: Iterable[Parameter],
    fields: Mapping[str, Field],
    models: Mapping[str, Model],
    result: str,
    *,
    waits: bool = False,
) -> str:
    required: list[str] = []
    optional: list[str] = []
    late: list[str] = []
    for one in parameters:
        text = f"{one.python_name}: {_parameter_type(operation, one)}"
        if waits and one.place == "path":
            late.append(f"{text} = ...")
        elif one.required and not (one.place == "body" and (fields or _is_free(operation, models))):
            (late if optional else required).append(text)
        else:
            optional.append(f"{text} = ..." if one.place in ("body", "form") else f"{text} | None = ...")
    taken = {fold(one.python_name) for one in operation.parameters} | {fold(name) for name in _OPTIONS}
    late += [f"{name}: {_field_type(one, models)} = ..." for name, one in fields.items() if fold(name) not in taken]
    places = ["self", *(["*", *required, *optional, *late] if waits else [*required, *optional])]
    if not waits and late:
        places += ["*", *late]
    if waits and places[-1] == "*":
        places.pop()
    if _takes_any(operation, models):
        places.append("**_fields: Any")
    else:
        places.append(f"**_options: Unpack[{'_File_options' if operation.answers_file else '_Options'}]")
    return f"{', '.join(places)}) -> {result}"


def _body_model(operation: Operation, models: Mapping[str, Model]) -> Model | None:
    body = operation.body
    return models.get(body.model) if body and body.model and not body.array else None


def _own_fields(operation: Operation, models: Mapping[str, Model]) -> dict[str, Field]:
    """The body's fields that may be given as keywords."""
    model = _body_model(operation, models)
    return {parameter_name(one.ps): one for one in model.fields if not one.read_only} if model else {}


def _is_free(operation: Operation, models: Mapping[str, Model]) -> bool:
    model = _body_model(operation, models)
    return bool(model and not model.one_of and not any(one.required for one in model.fields))


def _takes_any(operation: Operation, models: Mapping[str, Model]) -> bool:
    model = _body_model(operation, models)
    return bool(model and model.additional)


def _parameter_type(operation: Operation, parameter: Parameter) -> str:
    if parameter.place == "body":
        return "_Bodies" if operation.body and operation.body.array else "_Body"
    if parameter.format == "binary":
        return "_File"
    if parameter.enum:
        return _literal(parameter.enum)
    if parameter.name == "filters":
        return "str | Mapping[str, Any]" if operation.pages else "str"
    if parameter.name == "sorters" or parameter.format == "comma-separated":
        return "str | Sequence[str]"
    if parameter.place == "path" and fold(parameter.ps).endswith("id"):
        return "_Id"
    kind = parameter.type.removeprefix("array<").removesuffix(">")
    text = {"integer": "int", "number": "float", "boolean": "bool", "object": "Mapping[str, Any]"}.get(kind, "_Text")
    return f"Sequence[{text}] | {text}" if parameter.type.startswith("array") else text


_FIELD_TYPES = {
    "String": "_Text",
    "Boolean": "bool",
    "Int32": "int",
    "Int64": "int",
    "Double": "float",
    "Decimal": "float",
    "DateTime": "_Moment",
    "Hashtable": "Mapping[str, Any]",
}


def _field_type(field: Field, models: Mapping[str, Model]) -> str:
    bare = field.type.rstrip("[]")
    inner = models.get(bare)
    if field.enum or (inner and inner.enum):
        text = _literal(field.enum or (inner.enum if inner else ()))
    elif inner:
        text = "Any" if inner.one_of or not inner.fields else "_Body"
    else:
        text = _FIELD_TYPES.get(bare, "Any")
    for _ in range(field.type.count("[]")):
        text = f"Sequence[{text}]"
    return f"{text} | None" if field.nullable and text != "Any" else text


def _literal(values: Iterable[Any]) -> str:
    return f"Literal[{', '.join(_quoted(one) for one in dict.fromkeys(values))}]"


def _quoted(value: Any) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' if isinstance(value, str) else repr(value)


def _result(operation: Operation, models: Mapping[str, Model]) -> str:
    answer = operation.answer
    if operation.answers_file:
        return "Path"
    if operation.method == "HEAD":
        return "Record"
    if operation.pages:
        return "Stream"
    if answer is None or (answer.model is None and not answer.content_types):
        return "None"
    model = models.get(answer.model or "")
    if model and model.fields:
        return "list[Record]" if answer.array else "Record"
    scalar = {"string": "str", "integer": "int", "boolean": "bool"}.get(answer.model or "", "Any")
    return f"list[{scalar}]" if answer.array else scalar


# --- from sources -----------------------------------------------------------------------------------------------


@frozen
class _Written:
    """A command written by hand: its signatures, and the imports that their types need."""

    signatures: tuple[str, ...]
    imports: frozenset[str]


def _written(folder: Path) -> dict[str, _Written]:
    table = next(
        node.value
        for node in _parse(folder / "__init__.py").body
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "COMMANDS" and node.value
    )
    commands: dict[str, str] = ast.literal_eval(table)
    trees: dict[str, ast.Module] = {}
    found = {}
    for name, home in commands.items():
        module, _, function = home.partition(":")
        tree = trees.setdefault(module, _parse(folder / f"{module.rpartition('.')[2]}.py"))
        found[name] = _of_source(tree, function, module)
    return found


def _parse(path: Path) -> ast.Module:
    try:
        return ast.parse(path.read_text("utf-8"), str(path))
    except (OSError, SyntaxError) as error:
        raise FileError(f"Can't read the commands' source {path}", path=path, why=str(error)) from error


def _of_source(tree: ast.Module, function: str, module: str) -> _Written:
    node = next(one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == function)
    result = ast.unparse(node.returns) if node.returns else "Any"
    signatures = [f"{_arguments(node.args)}) -> {result}"]
    if waiting := _without(node.args, _piped(node)):
        signatures.append(f"{_arguments(waiting)}) -> Stage")
    return _Written(tuple(signatures), frozenset(_imports(tree, node, module)))


def _piped(node: ast.FunctionDef) -> frozenset[str]:
    """The parameters that the decorator says the pipe can give."""
    for decorator in node.decorator_list:
        for keyword in decorator.keywords if isinstance(decorator, ast.Call) else ():
            if keyword.arg == "pipe":
                return frozenset(ast.literal_eval(keyword.value))
    return frozenset()


def _arguments(arguments: ast.arguments) -> str:
    """The parameters as a stub has them: `...` for defaults, and the common parameters where all others are named."""
    places = ["self"]
    free = [None] * (len(arguments.args) - len(arguments.defaults)) + list(arguments.defaults)
    places += [_argument(one, default is not None) for one, default in zip(arguments.args, free, strict=True)]
    if arguments.vararg:
        places.append(f"*{_argument(arguments.vararg, False)}")
    elif arguments.kwonlyargs:
        places.append("*")
    places += [
        _argument(one, default is not None)
        for one, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    ]
    own = {one.arg for one in (*arguments.args, *arguments.kwonlyargs)}
    if arguments.kwarg:
        places.append(f"**{_argument(arguments.kwarg, False)}")
    else:
        places.append("**_options: Any" if own & _COMMON else "**_options: Unpack[_Common]")
    return ", ".join(places)


def _argument(argument: ast.arg, has_default: bool) -> str:
    kind = ast.unparse(argument.annotation) if argument.annotation else "Any"
    return f"{argument.arg}: {kind}{' = ...' if has_default else ''}"


def _without(arguments: ast.arguments, piped: frozenset[str]) -> ast.arguments | None:
    """The parameters of a call that leaves the piped ones to the pipe; None where none of them is required."""
    required = {one.arg for one in arguments.args[: len(arguments.args) - len(arguments.defaults)]}
    if not required or not required <= piped:
        return None
    kept = [one for one in arguments.args if one.arg not in required]
    # What follows a parameter that was left out can only be given by name
    return ast.arguments(
        posonlyargs=[],
        args=[],
        vararg=None,
        kwonlyargs=[*kept, *arguments.kwonlyargs],
        kw_defaults=[*arguments.defaults, *arguments.kw_defaults],
        kwarg=arguments.kwarg,
        defaults=[],
    )


def _imports(tree: ast.Module, node: ast.FunctionDef, module: str) -> Iterator[str]:
    """Import lines for the names in a function's annotations that the stub's head does not import."""
    every = [one.annotation for one in ast.walk(node.args) if isinstance(one, ast.arg) and one.annotation]
    used = {
        one.id
        for kind in (*every, *filter(None, [node.returns]))
        for one in ast.walk(kind)
        if isinstance(one, ast.Name)
    }
    sources = {
        alias.asname or alias.name: f"from {one.module} import {alias.name}"
        + (f" as {alias.asname}" if alias.asname else "")
        for one in tree.body
        if isinstance(one, ast.ImportFrom)
        for alias in one.names
    }
    for name in sorted(used - _HEAD_NAMES):
        if name in sources:
            yield sources[name]
        elif not hasattr(builtins, name):
            raise IsnError(f"Can't make a stub for {module}:{node.name}", why=f"the type {name} is not imported there")
