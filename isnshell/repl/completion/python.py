"""Names of any expression: the person's variables, commands, Python's words, attributes, modules."""

from __future__ import annotations

import ast
import builtins
import inspect
import keyword
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from types import ModuleType
from typing import Any

from ...commands.cmdlet import Cmdlet
from ...naming import snake_case
from ...pipeline.stream import Stream
from .candidates import PREFIX, WORD_PART, Candidate, fit
from .knowledge import CURRENT, WRITTEN, Knowledge
from .shapes import Shape, inner, properties, shape_of
from .spot import Spot

_POWERSHELL = re.compile(r"[A-Z][A-Za-z]+-\w*$")
# What the shell has put into the namespace in place of builtins of the same names
_OURS = ("exit", "help", "quit")
_LAMBDA = r"lambda\s+{}\s*:"
_LOOP = r"\bfor\s+{}\s+in\s+"
_MAY_END_LOOP = re.compile(r":|\bif\b|[\])}\n]|$")


def name_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """Names that begin an expression: variables, commands, then Python's own; fuzzy matches last."""
    before = spot.text[: spot.start]
    if typed := _POWERSHELL.search(before + spot.word):
        return command_candidates(snake_case(typed[0]), spot.start + len(spot.word) - len(typed[0]), knowledge)
    if not spot.word and spot.calls:
        return []  # in a call, what it takes is what one looks for
    variables = [
        Candidate(name, spot.start, "variable", describe(value))
        for name, value in list(knowledge.variables.items())
        if fit(spot.word, name) == PREFIX and _is_offered(name, spot.word)
    ]
    commands = command_candidates(spot.word, spot.start, knowledge)
    ranks = {one.text: fit(spot.word, one.text) for one in commands}
    found = [
        *sorted(variables, key=lambda one: one.text),
        *(one for one in commands if ranks[one.text] == PREFIX),
        *_python_words(spot),
        *(one for one in commands if ranks[one.text] == WORD_PART),
    ]
    return found or commands  # fuzzy ones where nothing else fits


def _is_offered(name: str, word: str) -> bool:
    """Results (`_3`) and dunders are offered to whoever asks for them."""
    return name.isidentifier() and name not in _OURS and (word.startswith("_") or not name.startswith("_"))


def _python_words(spot: Spot) -> Iterator[Candidate]:
    if not spot.word:
        return
    for name in (*keyword.kwlist, *sorted(vars(builtins))):
        if name.startswith(spot.word) and (spot.word.startswith("_") or not name.startswith("_")):
            yield Candidate(name, spot.start, "keyword" if keyword.iskeyword(name) else "builtin")


def command_candidates(word: str, start: int, knowledge: Knowledge) -> list[Candidate]:
    """Commands that fit a word: those that begin with it, then by a part of theirs, then fuzzily. Within each, those
    written by hand stand before the generation's, and these before those of other generations."""
    ranked = []
    for entry in knowledge.entries:
        rank = fit(word, entry.name)
        if rank is not None:
            # `~` sorts behind letters, so that get_tasks stands before get_task_headers
            ranked.append((rank, entry.tier, len(entry.name) if rank else 0, entry.name.replace("_", "~")))
    if not word:
        ranked = [one for one in ranked if one[1] in (WRITTEN, CURRENT)]
    ranked.sort()
    named = [name.replace("~", "_") for _, _, _, name in ranked[:100]] or _pinned(word, knowledge)
    return [Candidate(name, start, "command", knowledge.meaning(name)) for name in named]


def _pinned(word: str, knowledge: Knowledge) -> list[str]:
    """Names that pin a generation are looked for where no other fits."""
    if len(word) < 3:
        return []
    ranks = ((fit(word, name, fuzzy=False), name.replace("_", "~")) for name in knowledge.pinned)
    ranked = sorted((rank, name) for rank, name in ranks if rank is not None)
    return [name.replace("~", "_") for _, name in ranked[:100]]


# --- attributes -------------------------------------------------------------------------------------------------


def attribute_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """What stands behind a dot: properties of a record, or what an object has, found without asking it."""
    shape = _record_of(spot, knowledge)
    if shape is None:
        shape = shape_of(spot.owner, knowledge)
        if shape.many or not shape.is_known:
            return _static(spot, knowledge, is_stream=shape.is_known)
    found = [
        Candidate(one.name, spot.start, "property", one.type)
        for one in properties(shape, knowledge)
        if one.name.isidentifier() and fit(spot.word, one.name) in (PREFIX, 1)
    ]
    return found or _static(spot, knowledge)


def _record_of(spot: Spot, knowledge: Knowledge) -> Shape | None:
    """The record that a name stands for in a `lambda` right of a pipe, or in a `for`."""
    name, _, path = spot.owner.partition(".")
    if not name.isidentifier():
        return None
    found = _loop_record(spot, name, knowledge)
    return inner(found, path, knowledge) if found and path else found


def _loop_record(spot: Spot, name: str, knowledge: Knowledge) -> Shape | None:
    for call in reversed(spot.calls):
        if call.source and re.search(_LAMBDA.format(name), spot.text[call.start : spot.start]):
            return shape_of(call.source, knowledge)
    if name in knowledge.variables:
        return None
    loop = re.search(_LOOP.format(name), spot.text)
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


def _static(spot: Spot, knowledge: Knowledge, *, is_stream: bool = False) -> list[Candidate]:
    value = Stream if is_stream else _resolve(spot.owner, knowledge.variables)
    if value is _UNKNOWN or isinstance(value, Cmdlet):
        return []
    return [
        Candidate(name, spot.start, "attribute", describe(found))
        for name, found in sorted(members(value).items())
        if name.lower().startswith(spot.word.lower()) and (not name.startswith("_") or spot.word.startswith("_"))
    ]


_UNKNOWN: Any = object()


def _resolve(dotted: str, variables: Mapping[str, Any]) -> Any:
    """The object of a dotted name, reached without running anything of it."""
    first, *rest = dotted.split(".")
    value = variables.get(first, _UNKNOWN)
    if value is _UNKNOWN:
        value = vars(builtins).get(first, _UNKNOWN)
    if value is _UNKNOWN and re.match(r"[rbuf]*[\"']", dotted, re.IGNORECASE):
        return ""
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
    if isinstance(value, Stream):
        return repr(value)
    if isinstance(value, Cmdlet):
        return f"command {value.name}"
    if isinstance(value, ModuleType):
        return "module"
    if isinstance(value, type):
        return "class"
    if isinstance(value, (int, float, bool, type(None))) or (isinstance(value, str) and len(value) <= 40):
        return repr(value)
    return type(value).__name__


# --- modules ----------------------------------------------------------------------------------------------------


def import_candidates(spot: Spot) -> list[Candidate]:
    """Modules after `import` and `from`, names of a loaded module after `from x import`."""
    words = spot.imports
    if words[0] == "from" and "import" in words:
        module = sys.modules.get("".join(words[1 : words.index("import")]))
        return _named(spot, sorted(vars(module)) if module else (), "name")
    if words[0] == "from" and len(words) > 1 and spot.kind == "name":
        return [Candidate("import", spot.start, "keyword")] if "import".startswith(spot.word) else []
    if spot.kind == "attribute":
        module = sys.modules.get(spot.owner)
        folder = getattr(module, "__path__", None) if module else None
        return _named(spot, sorted(one.name for one in pkgutil.iter_modules(folder)) if folder else (), "module")
    return _named(spot, _top_modules(), "module")


def _named(spot: Spot, names: Iterable[str], kind: str) -> list[Candidate]:
    return [
        Candidate(name, spot.start, kind)
        for name in names
        if name.startswith(spot.word) and (spot.word.startswith("_") or not name.startswith("_"))
    ]


@lru_cache(maxsize=1)
def _top_modules() -> tuple[str, ...]:
    return tuple(sorted({*sys.stdlib_module_names, *(one.name for one in pkgutil.iter_modules())}))
