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
from .static import is_a

# What these pass on are the records they got
_PASSES_ON = {
    "where_object", "sort_object", "tee_object", "out_host", "get_unique", "get_random", "write_output",
}  # fmt: skip
# So do these of Python, called with the records
PYTHON_PASSES_ON = ("list", "tuple", "sorted", "reversed", "iter")
_GROUP = ("count", "name", "group", "values")
_CAMEL = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][A-Za-z0-9]*)+\b|\b[A-Z]{2,}[a-z]\w+")
_LISTED = re.compile(r"`([A-Za-z_][\w, ]*)`")


@frozen
class Shape:
    """What is known of a value.

    Args:
        model: Name of the records' model.
        names: Property names known in other ways, in order.
        many: True for a stream or list of such records.
        generation: Of the model; empty for the session's.
        place: Where the session has seen such records: a model, with the path in it for nested ones.
        sample: A record that was read already.
        elements: The shape of what `group` of a group_object holds.
    """

    model: str | None = None
    names: tuple[str, ...] = ()
    many: bool = True
    generation: str = ""
    place: str = ""
    sample: dict[str, Any] | None = None
    elements: Shape | None = None

    @property
    def is_known(self) -> bool:
        """Whether anything is known."""
        return bool(self.model or self.names)

    @property
    def seen_as(self) -> str:
        """Where the session has seen such records."""
        return self.place or self.model or ""


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
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return NOTHING
    return _of(tree.body, knowledge)


def properties(shape: Shape, knowledge: Knowledge) -> list[Property]:
    """The properties of a shape's records: those they have, those of the facts, those that were seen only."""
    known = [Property(name) for name in shape.names]
    known += [Property(one.name, one.type, one.enum) for one in knowledge.fields(shape.model, shape.generation)]
    known += [Property(name) for name in knowledge.seen.fields(shape.seen_as)]
    found: dict[str, Property] = {}
    for one in known:
        held = found.get(fold(one.name))
        both = evolve(held, type=held.type or one.type, values=held.values or one.values) if held else one
        found[fold(one.name)] = both
    return list(found.values())


def inner(shape: Shape, path: str, knowledge: Knowledge) -> Shape:
    """The shape of what a dotted path leads to."""
    for name in path.split("."):
        if shape.elements and fold(name) == "group":
            shape = shape.elements
            continue
        known = next((one for one in properties(shape, knowledge) if fold(one.name) == fold(name)), None)
        if known is None:
            return NOTHING
        value = dict.get(shape.sample, known.name) if shape.sample is not None else None
        read = of_value(value, knowledge) if is_a(value, dict) or type(value) is list else NOTHING
        shape = Shape(
            known.type.removesuffix("[]") or read.model,
            read.names,
            many=known.type.endswith("[]") or type(value) is list,
            generation=shape.generation,
            place=f"{shape.seen_as}.{known.name}" if shape.seen_as else "",
            sample=read.sample,
        )
    return shape


def _of(node: ast.expr, knowledge: Knowledge) -> Shape:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return _piped(_of(node.left, knowledge), node.right, knowledge)
    if isinstance(node, ast.Name):
        return _of_name(node.id, knowledge)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return _of_call(node.func.id, node, knowledge)
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
    """The texts among some nodes, those in lists too."""
    found: list[str] = []
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append(node.value)
        elif isinstance(node, (ast.List, ast.Tuple)):
            found += _texts(node.elts)
    return found


def _of_name(name: str, knowledge: Knowledge) -> Shape:
    if name in knowledge.assigned:
        # What the value names was bound before it, or it is the variable of before: `tasks = tasks | ...`
        others = {one: text for one, text in knowledge.assigned.items() if one != name}
        return shape_of(knowledge.assigned[name], knowledge.within(others))
    if name in knowledge.variables:
        return of_value(knowledge.variables.get(name), knowledge)
    command = knowledge.command(name)
    return _answer(command, knowledge) if command else NOTHING


def _of_call(name: str, call: ast.Call, knowledge: Knowledge) -> Shape:
    if command := knowledge.command(name):
        return _answer(command, knowledge)
    if call.args and name in (*PYTHON_PASSES_ON, "max", "min", "next") and name not in knowledge.variables:
        return evolve(_of(call.args[0], knowledge), many=name in PYTHON_PASSES_ON)
    return NOTHING


def of_value(value: Any, knowledge: Knowledge) -> Shape:
    """The shape of a value of the person's, as far as it was read."""
    if is_a(value, Cmdlet):
        return _answer(value, knowledge)
    if is_a(value, Stream):
        known = _of_records(value.read_so_far[:50])
        return evolve(known, model=known.model or value.kind)
    if type(value) in (list, tuple):
        return _of_records(value[:50])
    if is_a(value, dict):
        return evolve(_of_records([value]), many=False)
    return Shape(many=False)


def _of_records(values: Sequence[Any]) -> Shape:
    found: dict[str, None] = {}
    model = sample = None
    for value in values:
        if is_a(value, dict):
            sample = value if sample is None else sample
            model = model or origin_of(value).kind
            found.update(dict.fromkeys(key for key in dict.keys(value) if type(key) is str))
    return Shape(model, tuple(found), sample=sample)


def _piped(source: Shape, stage: ast.expr, knowledge: Knowledge) -> Shape:
    name, arguments, keywords = _stage(stage)
    command = knowledge.command(name) if name else None
    if command is None:
        return NOTHING
    if command.name == "select_object":
        return _selected(source, arguments, keywords, knowledge)
    if command.name == "group_object":
        return NOTHING if "as_hash_table" in keywords else Shape(names=_GROUP, elements=evolve(source, many=True))
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


def _selected(
    source: Shape, arguments: Sequence[ast.expr], keywords: Mapping[str, ast.expr], knowledge: Knowledge
) -> Shape:
    """What a select_object lets through: the names that it lists and those that it makes."""
    if "expand_property" in keywords:
        path = next(iter(_texts([keywords["expand_property"]])), "")
        return evolve(inner(source, path, knowledge), many=True) if path else NOTHING
    listed = _texts(arguments)
    made = [name for name in keywords if name not in _SELECT_OPTIONS]
    if not listed and not made:
        return evolve(source, many=True)
    return NOTHING if any("*" in name for name in listed) else Shape(names=(*listed, *made))


def _answer(command: Cmdlet | None, knowledge: Knowledge) -> Shape:
    """What a command gives, from the facts, or from its help for one written by hand."""
    if command is None:
        return NOTHING
    if model := knowledge.built(command):
        return Shape(model.name, many=False, generation=model.generation)
    for operation in knowledge.operations(command):
        if operation.answer and operation.answer.model:
            return Shape(operation.answer.model, many=operation.answer.array, generation=operation.generation)
    told = told_answer(command)
    many = told.startswith(("Stream", "list", "Stage"))
    for word in _CAMEL.findall(told):
        if knowledge.model(word):
            return Shape(word, many=many)
    if not told.startswith(("Record", "Stream", "list", "Stage: Gives Records")):
        return NOTHING
    names = [name.strip() for group in _LISTED.findall(told) for name in group.split(",")]
    return Shape(names=tuple(name for name in names if name.isidentifier()), many=many)
