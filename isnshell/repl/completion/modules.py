"""Names after `import` and `from`, found without importing anything that is not imported yet."""

from __future__ import annotations

import builtins
import pkgutil
import re
import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

from ...catalog.facts import GENERATIONS
from .candidates import Candidate
from .knowledge import OTHER, Knowledge
from .spot import Spot
from .static import is_a

_COMMANDS = "cmdlets"
_BOUND = re.compile(r"^(?:(?:async[ ]+)?(?:def|class)[ ]+(\w+)|(\w+)[ ]*(?::[^=\n]+)?=(?!=))", re.MULTILINE)


def import_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """Modules after `import` and `from`, a module's names after `from x import`."""
    words = spot.imports
    if words[-1] == "as":
        return []
    if words[0] == "from" and "import" in words:
        if words[-1] not in ("import", ",", "("):
            return []
        module = "".join(words[1 : words.index("import")])
        return _named(spot, [*names_of(module, knowledge), *_submodules(module)], "name")
    if words[0] == "from" and len(words) > 1 and spot.kind == "name":
        return [Candidate("import", spot.start, "keyword")] if "import".startswith(spot.word) else []
    if spot.kind == "attribute":
        return _named(spot, _submodules(spot.owner), "module")
    return _named(spot, _top_modules(), "module") if words[-1] in ("import", "from", ",") else []


def names_of(module: str, knowledge: Knowledge) -> list[str]:
    """The names that a module gives, those that it announces if it does."""
    if commands := command_names(module, knowledge):
        return commands
    loaded = sys.modules.get(module)
    if loaded is None:
        return list(_written_names(module))
    if not is_a(loaded, ModuleType):
        return []
    held = dict(vars(loaded))
    announced: Any = held.get("__all__")
    if type(announced) in (list, tuple):
        return sorted(name for name in announced if type(name) is str)
    return sorted(name for name, value in held.items() if not is_a(value, ModuleType))


def command_names(module: str, knowledge: Knowledge) -> list[str]:
    """Of `cmdlets` and of its modules of one generation, which make their names on demand."""
    package, _, generation = module.partition(".")
    if package != _COMMANDS or (generation and generation not in GENERATIONS):
        return []
    if generation:
        return knowledge.in_generation(generation)
    return [entry.name for entry in knowledge.entries if entry.tier < OTHER]


def _named(spot: Spot, names: Iterable[str], kind: str) -> list[Candidate]:
    return [
        Candidate(name, spot.start, kind)
        for name in dict.fromkeys(names)
        if name.lower().startswith(spot.word.lower()) and (spot.word.startswith("_") or not name.startswith("_"))
    ]


@lru_cache(maxsize=1)
def _top_modules() -> tuple[str, ...]:
    found = (*sys.stdlib_module_names, *(one.name for one in pkgutil.iter_modules()))
    return tuple(sorted({name for name in found if name.isidentifier()}))


def _submodules(module: str) -> Sequence[str]:
    """The modules in a package, and those that a module has put beside it: `os.path`."""
    beside = [name[len(module) + 1 :] for name in list(sys.modules) if name.startswith(f"{module}.")]
    return sorted({*(name for name in beside if name.isidentifier()), *_in_folder(module)})


@lru_cache(maxsize=64)
def _in_folder(module: str) -> tuple[str, ...]:
    spec = _find(module)
    folders = spec.submodule_search_locations if spec else None
    return tuple(one.name for one in pkgutil.iter_modules(list(folders)) if one.name.isidentifier()) if folders else ()


@lru_cache(maxsize=64)
def _written_names(module: str) -> tuple[str, ...]:
    """What the source of a module defines at its left margin. One without a source has nothing to read."""
    spec = _find(module)
    if spec is None or not spec.origin or not spec.origin.endswith(".py"):
        return ()
    try:
        text = Path(spec.origin).read_text("utf-8", errors="replace")
    except OSError:
        return ()
    bound = {name for found in _BOUND.findall(text) for name in found if name}
    return tuple(sorted(name for name in bound if not hasattr(builtins, name)))


def _find(module: str) -> ModuleSpec | None:
    """Where a module lies; importlib.util.find_spec would import the packages that it is in."""
    folders: Sequence[str] | None = None
    spec = None
    parts = module.split(".")
    for end in range(1, len(parts) + 1):
        spec = PathFinder.find_spec(".".join(parts[:end]), folders)
        if spec is None:
            return None
        folders = list(spec.submodule_search_locations or ())
    return spec
