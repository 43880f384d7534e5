"""Behind a dot: properties of a record, whatever expression gives it, then what an object has."""

from __future__ import annotations

import ast
import builtins
import inspect
import re
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any

from attrs import evolve

from ...pipeline.stream import Stream
from .candidates import PREFIX, WORD_PART, Candidate, fit
from .knowledge import Knowledge
from .modules import command_names
from .parameters import in_words
from .shapes import PYTHON_PASSES_ON, Shape, inner, properties, shape_of
from .spot import Spot
from .static import describe_member, is_a, members

_MOST_NAMES = 100
_LAMBDA = r"lambda\s+{}\s*:"
_LOOP = r"\bfor\s+{}\s+in\s+"
_BY_KEY = (*PYTHON_PASSES_ON, "max", "min")
_MAY_END_LOOP = re.compile(r":|\bif\b|[\])}\n]|$")


def attribute_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """What stands behind a dot: properties of a record, then what the object has, found without asking it."""
    held = _resolve(spot.owner, knowledge)
    if names := _commands_of_module(spot.owner, knowledge):
        fitting = [name for name in names if fit(spot.word, name) in (PREFIX, WORD_PART)]
        return [Candidate(name, spot.start, "command", knowledge.meaning(name)) for name in fitting[:_MOST_NAMES]]
    shape = record_at(spot, spot.owner, knowledge)
    if knowledge.command(spot.owner):
        return []  # its records are behind a call
    if shape.many and shape.is_known and type(held) not in (list, tuple):
        return _static(spot, Stream)
    found = [] if shape.many else _record_properties(spot, shape, knowledge)
    kind = dict if found else _value_of(spot.owner, knowledge)
    return [*found, *_static(spot, kind)]


def _commands_of_module(owner: str, knowledge: Knowledge) -> list[str]:
    """Of `cmdlets` and `cmdlets.v2024`, by whatever name the person has them; they need not be loaded yet."""
    first, *rest = owner.split(".")
    held = _resolve(first, knowledge)
    return command_names(".".join([held.__name__, *rest]), knowledge) if type(held) is ModuleType else []


def _record_properties(spot: Spot, shape: Shape, knowledge: Knowledge) -> list[Candidate]:
    return [
        Candidate(one.name, spot.start, "property", in_words(one.type))
        for one in properties(shape, knowledge)
        if one.name.isidentifier() and fit(spot.word, one.name) in (PREFIX, WORD_PART)
    ]


def record_at(spot: Spot, owner: str, knowledge: Knowledge) -> Shape:
    """The shape of an expression at the cursor, where a name may be that of a `lambda` or of a `for`."""
    name = re.match(r"[A-Za-z_]\w*", owner)
    found = _loop_record(spot, name[0], knowledge) if name else None
    if name is None or found is None:
        return shape_of(owner, knowledge)
    record, path = evolve(found, many=False), owner[name.end() :]
    for word in re.findall(r"\w+", re.sub(r"\[\d+\]", "", path)):
        record = inner(record, word, knowledge)
    return evolve(record, many=False) if path.endswith("]") else record


def _loop_record(spot: Spot, name: str, knowledge: Knowledge) -> Shape | None:
    for call in reversed(spot.calls):
        if re.search(_LAMBDA.format(name), spot.text[call.start : spot.start]):
            if call.source:
                return shape_of(call.source, knowledge)
            if call.callee in _BY_KEY and call.positional:
                return shape_of(call.positional[0], knowledge)
    if name in knowledge.variables and not spot.calls:
        return None
    # The nearest loop wins: one before the cursor, or the comprehension that the cursor is at the head of
    loops = list(re.finditer(_LOOP.format(name), spot.text))
    before = [loop for loop in loops if loop.start() < spot.start]
    loop = before[-1] if before else loops[0] if loops else None
    return shape_of(_expression(spot.text[loop.end() :]), knowledge) if loop else None


def _expression(text: str) -> str:
    """The shortest expression that a text begins with, up to what may end the head of a loop."""
    for end in _MAY_END_LOOP.finditer(text):
        try:
            ast.parse(text[: end.start()].strip(), mode="eval")
        except SyntaxError:
            continue
        return text[: end.start()].strip()
    return ""


def _static(spot: Spot, value: Any) -> list[Candidate]:
    if value is _UNKNOWN:
        return []
    return [
        Candidate(name, spot.start, "attribute", describe_member(found))
        for name, found in sorted(members(value).items())
        if name.lower().startswith(spot.word.lower()) and (not name.startswith("_") or spot.word.startswith("_"))
    ]


_UNKNOWN: Any = object()
_LITERALS = {str: r"[rbuf]*[\"'].*", list: r"\[.*\]", dict: r"\{.*\}", tuple: r"\(.*,.*\)"}


def _value_of(owner: str, knowledge: Knowledge) -> Any:
    """What an expression stands for, or its class where that can be told from the text."""
    for kind, pattern in _LITERALS.items():
        if re.fullmatch(pattern, owner, re.IGNORECASE | re.DOTALL):
            return kind
    if source := knowledge.assigned.get(owner):
        return _value_of(source, knowledge.within({}))
    return _resolve(owner, knowledge)


def function_at(dotted: str, knowledge: Knowledge) -> FunctionType | BuiltinFunctionType | None:
    """The Python function of a dotted name."""
    found = _resolve(dotted, knowledge)
    return found if type(found) in (FunctionType, BuiltinFunctionType) else None


def _resolve(dotted: str, knowledge: Knowledge) -> Any:
    """The object of a dotted name, reached without running anything of it."""
    first, *rest = dotted.split(".")
    if first in knowledge.assigned:
        return _UNKNOWN
    value = knowledge.variables.get(first, _UNKNOWN)
    if value is _UNKNOWN:
        value = vars(builtins).get(first, _UNKNOWN)
    for name in rest:
        value = inspect.getattr_static(value, name, _UNKNOWN) if value is not _UNKNOWN else _UNKNOWN
        if is_a(value, property):
            return _UNKNOWN
    return value
