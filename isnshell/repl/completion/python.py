"""Names of any expression: the person's variables, commands, Python's words, attributes, modules."""

from __future__ import annotations

import ast
import builtins
import inspect
import keyword
import re
from collections.abc import Iterator
from contextlib import suppress
from types import (
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    FunctionType,
    GetSetDescriptorType,
    MemberDescriptorType,
    MethodDescriptorType,
    ModuleType,
    WrapperDescriptorType,
)
from typing import Any

from attrs import evolve

from ...commands.cmdlet import Cmdlet, FunctionCmdlet
from ...commands.registry import written_names
from ...pipeline.stage import Stage
from ...pipeline.stream import Stream
from ...records import Record, origin_of
from .candidates import PREFIX, WORD_PART, Candidate, fit
from .commands import alias_candidates, command_candidates
from .knowledge import Knowledge
from .modules import command_names
from .parameters import in_words
from .shapes import PYTHON_PASSES_ON, Shape, inner, properties, shape_of
from .spot import Spot

_LONGEST = 40
_MOST_NAMES = 100
# What one most often wants right of a pipe, in this order
STAGES = (
    "where_object", "select_object", "sort_object", "group_object", "measure_object", "for_each_object",
    "format_table", "format_list", "export_csv", "convert_to_json", "get_member",
)  # fmt: skip
# What may follow a value
_BETWEEN = ("and", "or", "not", "in", "is", "if", "else", "for", "as")
# What the shell has put into the namespace in place of builtins of the same names
_OURS = ("exit", "help", "quit")
_LAMBDA = r"lambda\s+{}\s*:"
_LOOP = r"\bfor\s+{}\s+in\s+"
_BY_KEY = (*PYTHON_PASSES_ON, "max", "min")
_MAY_END_LOOP = re.compile(r":|\bif\b|[\])}\n]|$")


def name_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """Names that begin an expression: variables, commands, then Python's own; fuzzy matches last."""
    if spot.source:
        return _stages(spot, knowledge)
    if spot.follows_value:
        following = (word for word in _BETWEEN if spot.word and word.startswith(spot.word))
        return [Candidate(word, spot.start, "keyword") for word in following]
    variables = _variables(spot, knowledge)
    if not spot.word and spot.calls:
        return variables  # in a call, what it takes is what one looks for
    commands = command_candidates(spot.word, spot.start, knowledge)
    ranks = {one.text: fit(spot.word, one.text) for one in commands}
    found = [
        *variables,
        *(() if hasattr(builtins, spot.word) else alias_candidates(spot, knowledge)),
        *(one for one in commands if ranks[one.text] == PREFIX),
        *_python_words(spot),
        *(one for one in commands if ranks[one.text] == WORD_PART),
    ]
    return found or commands  # fuzzy ones where nothing else fits


def _variables(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """The person's names: what the text has bound, and what the session has."""
    held = {name: describe(value) for name, value in knowledge.held()}
    found = {**held, **{name: describe_source(text) for name, text in knowledge.assigned.items()}}
    return [
        Candidate(name, spot.start, "variable", told)
        for name, told in sorted(found.items())
        if fit(spot.word, name) == PREFIX and _is_offered(name, spot.word)
    ]


def _stages(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """Right of a pipe: what works on records, what is about records of their kind, then all other commands."""
    model = shape_of(spot.source, knowledge).model
    about = [name for name in written_names() if model and _is_about(name, model, knowledge)]
    preferred = [*STAGES, *about]
    if not spot.word:
        return [Candidate(name, spot.start, "command", knowledge.meaning(name)) for name in dict.fromkeys(preferred)]
    own = {name: value for name, value in knowledge.held() if callable(value) or isinstance(value, Stage)}
    variables = [one for one in _variables(spot, knowledge) if one.text in own or one.text in knowledge.assigned]
    commands = command_candidates(spot.word, spot.start, knowledge, preferred)
    return [*variables, *alias_candidates(spot, knowledge), *commands]


def _is_about(name: str, model: str, knowledge: Knowledge) -> bool:
    command = knowledge.command(name)
    return isinstance(command, FunctionCmdlet) and model in command.kinds


def _is_offered(name: str, word: str) -> bool:
    """Results (`_3`) and dunders are offered to whoever asks for them."""
    return name.isidentifier() and name not in _OURS and (word.startswith("_") or not name.startswith("_"))


def _python_words(spot: Spot) -> Iterator[Candidate]:
    if not spot.word:
        return
    for name in (*keyword.kwlist, *sorted(vars(builtins))):
        if name.startswith(spot.word) and (spot.word.startswith("_") or not name.startswith("_")):
            meaning = "" if keyword.iskeyword(name) else describe_member(getattr(builtins, name))
            yield Candidate(name, spot.start, "builtin" if meaning else "keyword", meaning)


# --- attributes -------------------------------------------------------------------------------------------------


def attribute_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """What stands behind a dot: properties of a record, then what the object has, found without asking it."""
    held = _resolve(spot.owner, knowledge)
    if names := _commands_of_module(spot.owner, knowledge):
        fitting = [name for name in names if fit(spot.word, name) in (PREFIX, WORD_PART)]
        return [Candidate(name, spot.start, "command", knowledge.meaning(name)) for name in fitting[:_MOST_NAMES]]
    shape = record_at(spot, spot.owner, knowledge)
    if isinstance(knowledge.command(spot.owner), Cmdlet):
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
        if isinstance(value, property):
            return _UNKNOWN
    return value


def members(value: Any) -> dict[str, Any]:
    """The attributes of an object by name, from its own dictionary and its classes'."""
    found: dict[str, Any] = {}
    if isinstance(value, ModuleType):
        return dict(vars(value))
    kind = value if isinstance(value, type) else type(value)
    for one in reversed(type.mro(kind) if kind is not type else [object, type]):
        found.update(type.__getattribute__(one, "__dict__"))
    with suppress(AttributeError):
        found.update(object.__getattribute__(value, "__dict__"))
    return found


def describe(value: Any) -> str:
    """An object in a few words; nothing of it runs but our own repr of a stream."""
    kind = type(value)
    if kind is Stream:
        return repr(value)
    if issubclass(kind, Cmdlet):
        return f"command {value.name}"
    if kind in (list, tuple, dict, set):
        return f"{kind.__name__} of {len(value)}"
    if kind is Record:
        model = origin_of(value).kind
        return model or "Record"
    if issubclass(kind, ModuleType):
        return "module"
    if issubclass(kind, type):
        return "class"
    if kind in (int, float, bool, type(None)) or (kind is str and len(value) <= _LONGEST):
        return repr(value)
    return kind.__name__


def _first_line(text: Any) -> str:
    return text.strip().partition("\n")[0].rstrip(".") if type(text) is str else ""


def describe_source(text: str) -> str:
    """The text of a value, in a line of its own."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def describe_member(value: Any) -> str:
    """What an attribute is: for a function what it does, else its kind."""
    if type(value) in (FunctionType, BuiltinFunctionType, MethodDescriptorType, ClassMethodDescriptorType):
        return _first_line(value.__doc__) or "function"
    if isinstance(value, (classmethod, staticmethod, WrapperDescriptorType)):
        return "function"
    if isinstance(value, (property, GetSetDescriptorType, MemberDescriptorType)):
        return "attribute"
    return describe(value)
