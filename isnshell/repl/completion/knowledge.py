"""What the session knows: commands, facts, the person's variables, what was seen. Nothing here asks a tenant."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping, Sequence, Set
from copy import copy
from functools import lru_cache
from typing import Any

from attrs import frozen

from ...catalog.facts import DEFAULT_GENERATION, Field, Model, Operation
from ...catalog.loader import facts
from ...catalog.names import find_name, names, pinned_names
from ...catalog.successors import is_legacy
from ...commands.cmdlet import Cmdlet
from ...commands.models import ModelCmdlet, model_command_names
from ...commands.registry import aliases, all_names, find_command, written_names
from ...commands.wording import purpose
from ...tenant.profiles import profile_names
from ...tenant.session import peek_session
from .parameters import Taken, parameters_of
from .seen import Seen
from .static import is_a

WRITTEN, CURRENT, OTHER = 0, 1, 2
# How the functions begin that build a record of a model
MODEL_PREFIXES = ("initialize_", "convert_from_json_to_")


@frozen
class Entry:
    """One command name.

    Args:
        name: As it is typed.
        tier: Written by hand, of the session's generation, or of another one only.
        newest: The newest generation that has it; empty for those written by hand.
    """

    name: str
    tier: int
    newest: str = ""


class Knowledge:
    """What completion may know.

    Args:
        variables: The person's namespace.
        seen: What was shown in this session.
    """

    def __init__(self, variables: Mapping[str, Any], seen: Seen | None = None) -> None:
        self.variables = variables
        self.seen = seen or Seen()
        self.assigned: Mapping[str, str] = {}
        self._parameters: dict[tuple[str, str], list[Taken]] = {}
        self._meanings: dict[tuple[str, str], str] = {}

    def within(self, assigned: Mapping[str, str]) -> Knowledge:
        """The same in a text whose statements bind names, each with the text of its value."""
        inside = copy(self)
        inside.assigned = assigned
        return inside

    @property
    def generation(self) -> str:
        """The generation of the current session."""
        session = peek_session()
        return session.api_version if session else DEFAULT_GENERATION

    @property
    def entries(self) -> Sequence[Entry]:
        """All command names, by name."""
        return _entries(self.generation)

    @property
    def pinned(self) -> Mapping[str, tuple[str, str]]:
        """The names that pin a generation: `get_v2024_pending_tasks`."""
        return pinned_names()

    @property
    def builders(self) -> Sequence[str]:
        """The functions that build a record of a model: `initialize_role`."""
        return _builders(self.generation)

    def held(self) -> list[tuple[str, Any]]:
        """The person's variables; a copy, since completion runs beside the prompt."""
        return list(self.variables.items())

    def has_variable(self, name: str) -> bool:
        """Whether a name is the person's."""
        return name in self.variables or name in self.assigned

    @property
    def verbs(self) -> Set[str]:
        """First words of command names."""
        return _verbs()

    def in_generation(self, generation: str) -> list[str]:
        """The commands of one generation."""
        return [name for name in names() if (known := find_name(name)) and generation in known.cmdlets]

    def paths(self) -> list[str]:
        """The paths of the session's generation, as a request of one's own names them."""
        root = "" if self.generation == "v1" else f"/{self.generation}"
        return sorted({f"{root}{operation.path}" for operation in facts(self.generation)})

    def words(self, part: str) -> Sequence[str]:
        """First words of command names (`verb`), what follows them (`noun`), or the API's groups (`tag`)."""
        if part == "tag":
            return sorted({operation.tag for operation in facts(self.generation)})
        split = (entry.name.partition("_") for entry in self.entries)
        return sorted({verb if part == "verb" else noun for verb, _, noun in split})

    def command(self, name: str) -> Cmdlet | None:
        """The command of this name, if no variable has it."""
        if name in self.assigned:
            return None
        # `in` and dict.get make no command in a namespace that would make one for every name
        if name in self.variables:
            held = self.variables.get(name)
            return held if is_a(held, Cmdlet) else None
        name = aliases().get(name, name)
        known = name in written_names() or name in names() or name in pinned_names() or name.startswith(MODEL_PREFIXES)
        return find_command(name) if known else None

    def operations(self, command: Cmdlet) -> tuple[Operation, ...]:
        """The operations behind a command; none for most of those written by hand."""
        base = getattr(command, "base", command.name)
        known = find_name(base)
        if known is None:
            return ()
        generation = getattr(command, "generation", None) or self.generation
        return facts(generation if generation in known.cmdlets else known.newest).find(base)

    def parameters(self, command: Cmdlet) -> list[Taken]:
        """What a command takes."""
        key = command.name, self.generation
        if key not in self._parameters:
            self._parameters[key] = parameters_of(command, self.operations(command))
        return self._parameters[key]

    def built(self, command: Cmdlet) -> Model | None:
        """The model whose records a command builds: `initialize_role`."""
        return command.model if isinstance(command, ModelCmdlet) else None

    def model(self, name: str | None, generation: str = "") -> Model | None:
        """The facts of a model, in the session's generation if none is given."""
        if not name:
            return None
        return facts(generation or self.generation).models.get(name.removesuffix("[]"))

    def fields(self, model: str | None, generation: str = "") -> Sequence[Field]:
        """Fields of a model, those of a choice between models together."""
        known = self.model(model, generation)
        if known is None:
            return ()
        parts = [self.model(one, generation) for one in known.one_of]
        return (*known.fields, *(field for part in parts if part for field in part.fields))

    def meaning(self, name: str) -> str:
        """One line on a command, its marks first."""
        if self.has_variable(name):
            return ""
        key = name, self.generation
        if key not in self._meanings:
            self._meanings[key] = self._told(name)
        return self._meanings[key]

    def _told(self, name: str) -> str:
        command = self.command(name)
        if command is None:
            return ""
        if name in written_names():
            return first_line(command)
        if model := self.built(command):
            return f"Build a {model.name}" + (" from JSON." if name.startswith(MODEL_PREFIXES[1]) else ".")
        first = next(iter(self.operations(command)), None)
        if first is None:
            return ""
        marks = [first.generation] if first.generation != self.generation else []
        marks += ["legacy"] if marks and is_legacy(first.generation) else []
        marks += ["experimental"] if first.experimental else []
        marks += ["deprecated"] if first.deprecated else []
        return f"[{', '.join(marks)}] {purpose(first)}" if marks else purpose(first)

    def profiles(self) -> list[str]:
        """Names of the profiles there are."""
        return list(profile_names())


@lru_cache(maxsize=8)
def _entries(generation: str) -> Sequence[Entry]:
    found = [Entry(name, WRITTEN) for name in written_names()]
    for name in names():
        known = find_name(name)
        if name not in written_names() and known:
            found.append(Entry(name, CURRENT if generation in known.cmdlets else OTHER, known.newest))
    return tuple(sorted(found, key=lambda entry: entry.name))


@lru_cache(maxsize=1)
def _verbs() -> Set[str]:
    return frozenset(name.partition("_")[0] for name in (*all_names(), *MODEL_PREFIXES))


@lru_cache(maxsize=8)
def _builders(generation: str) -> Sequence[str]:
    return tuple(sorted(model_command_names(generation)))


def first_line(command: Cmdlet) -> str:
    """The first line of a command's help."""
    return inspect.cleandoc(command.__doc__ or "").split("\n", 1)[0]


_RETURNS = re.compile(r"\nReturns:\n {4}(.*(?:\n {4,}.*)*)")


def told_answer(command: Cmdlet) -> str:
    """What the help of a command says it returns."""
    found = _RETURNS.search(inspect.cleandoc(command.__doc__ or ""))
    return " ".join(found[1].split()) if found else ""
