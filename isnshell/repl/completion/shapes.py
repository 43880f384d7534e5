"""What an expression would give, told from its text: which model its records are of. Nothing is evaluated."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from ...commands.cmdlet import Cmdlet
from ...naming import fold
from ...pipeline.stream import Stream
from ...records import origin_of
from .knowledge import Knowledge, told_answer

# What these pass on are the records they got
_PASSES_ON = {
    "where_object", "sort_object", "tee_object", "out_host", "get_unique", "get_random", "skip_object",
}  # fmt: skip
_CAMEL = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][A-Za-z0-9]*)+\b|\b[A-Z]{2,}[a-z]\w+")
_LISTED = re.compile(r"`([A-Za-z_][\w, ]*)`")


@frozen
class Shape:
    """What is known of a value.

    Args:
        model: Name of the records' model.
        names: Property names known in other ways, in order.
        many: True for a stream or list of such records.
    """

    model: str | None = None
    names: tuple[str, ...] = ()
    many: bool = True

    @property
    def is_known(self) -> bool:
        """Whether anything is known."""
        return bool(self.model or self.names)


@frozen
class Property:
    """One property of a record.

    Args:
        name: As the tenant spells it.
        type: Of the facts; empty if unknown.
        values: Allowed values.
    """

    name: str
    type: str = ""
    values: tuple[Any, ...] = ()


NOTHING = Shape()


def shape_of(source: str, knowledge: Knowledge) -> Shape:
    """The shape of what an expression gives."""
    try:
        tree = ast.parse(f"({source}\n)", mode="eval")
    except (SyntaxError, ValueError, RecursionError):
        return NOTHING
    return _of(tree.body, knowledge)


def properties(shape: Shape, knowledge: Knowledge) -> list[Property]:
    """The properties of a shape's records: those of the facts, then those that were seen only."""
    found = [Property(name) for name in shape.names]
    found += [Property(field.name, field.type, field.enum) for field in knowledge.fields(shape.model)]
    if shape.model:
        found += [Property(name) for name in knowledge.seen.fields(shape.model)]
    return list({fold(one.name): one for one in reversed(found)}.values())[::-1]


def inner(shape: Shape, path: str, knowledge: Knowledge) -> Shape:
    """The shape of what a dotted path leads to."""
    for name in path.split("."):
        known = next((one for one in properties(shape, knowledge) if fold(one.name) == fold(name)), None)
        shape = Shape(known.type.removesuffix("[]"), many=known.type.endswith("[]")) if known else NOTHING
    return shape


def _of(node: ast.expr, knowledge: Knowledge) -> Shape:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return _piped(_of(node.left, knowledge), node.right, knowledge)
    if isinstance(node, ast.Name):
        return _of_name(node.id, knowledge)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        command = knowledge.command(node.func.id)
        return _answer(command, knowledge) if command else NOTHING
    if isinstance(node, ast.Subscript):
        shape = _of(node.value, knowledge)
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
            return inner(shape, node.slice.value, knowledge)
        return evolve(shape, many=isinstance(node.slice, ast.Slice))
    if isinstance(node, ast.Attribute):
        return inner(_of(node.value, knowledge), node.attr, knowledge)
    if isinstance(node, (ast.List, ast.Tuple)) and node.elts:
        return evolve(_of(node.elts[0], knowledge), many=True)
    if isinstance(node, ast.Dict):
        return Shape(names=tuple(_texts(node.keys)), many=False)
    return NOTHING


def _texts(nodes: Sequence[ast.expr | None]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _of_name(name: str, knowledge: Knowledge) -> Shape:
    if name in knowledge.variables:
        return of_value(knowledge.variables.get(name), knowledge)
    command = knowledge.command(name)
    return _answer(command, knowledge) if command else NOTHING


def of_value(value: Any, knowledge: Knowledge) -> Shape:
    """The shape of a value of the person's, as far as it was read."""
    if isinstance(value, Cmdlet):
        return _answer(value, knowledge)
    if isinstance(value, Stream):
        known = _of_records(value.read_so_far[:50])
        return evolve(known, model=known.model or value.kind)
    if isinstance(value, (list, tuple)):
        return _of_records(value[:50])
    if isinstance(value, dict):
        return evolve(_of_records([value]), many=False)
    return Shape(many=False)


def _of_records(values: Sequence[Any]) -> Shape:
    found: dict[str, None] = {}
    model = None
    for value in values:
        if isinstance(value, dict):
            model = model or origin_of(value).kind
            found.update(dict.fromkeys(key for key in dict.keys(value) if isinstance(key, str)))
    return Shape(model, tuple(found))


def _piped(source: Shape, stage: ast.expr, knowledge: Knowledge) -> Shape:
    name, arguments, keywords = _stage(stage)
    command = knowledge.command(name) if name else None
    if command is None:
        return NOTHING
    if command.name == "select_object":
        return _selected(source, arguments, keywords)
    if command.name in _PASSES_ON:
        return evolve(source, many=True)
    return _answer(command, knowledge)


def _stage(node: ast.expr) -> tuple[str, Sequence[ast.expr], Mapping[str, ast.expr]]:
    if isinstance(node, ast.Name):
        return node.id, (), {}
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id, node.args, {one.arg: one.value for one in node.keywords if one.arg}
    return "", (), {}


_SELECT_OPTIONS = (
    "first", "last", "skip", "skip_last", "index", "skip_index", "unique", "case_insensitive", "exclude_property",
)  # fmt: skip


def _selected(source: Shape, arguments: Sequence[ast.expr], keywords: Mapping[str, ast.expr]) -> Shape:
    """What a select_object lets through: the names that it lists and those that it makes."""
    if "expand_property" in keywords:
        return NOTHING
    listed = _texts(arguments)
    made = [name for name in keywords if name not in _SELECT_OPTIONS]
    if not listed and not made:
        return evolve(source, many=True)
    return NOTHING if any("*" in name for name in listed) else Shape(names=(*listed, *made))


def _answer(command: Cmdlet | None, knowledge: Knowledge) -> Shape:
    """What a command gives, from the facts, or from its help for one written by hand."""
    if command is None:
        return NOTHING
    for operation in knowledge.operations(command):
        if operation.answer and operation.answer.model:
            return Shape(operation.answer.model, many=operation.answer.array)
    told = told_answer(command)
    many = told.startswith(("Stream", "list", "Stage"))
    for word in _CAMEL.findall(told):
        if knowledge.model(word):
            return Shape(word, many=many)
    if not told.startswith(("Record", "Stream", "list", "Stage: Gives Records")):
        return NOTHING
    names = [name.strip() for group in _LISTED.findall(told) for name in group.split(",")]
    return Shape(names=tuple(name for name in names if name.isidentifier()), many=many)
