"""What the session knows: commands, facts, the person's variables, what was seen. Nothing here asks a tenant."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from attrs import frozen

from ...catalog.facts import DEFAULT_GENERATION, Field, Model, Operation
from ...catalog.loader import facts
from ...catalog.names import find_name, names, pinned_names
from ...commands.cmdlet import Cmdlet
from ...commands.registry import aliases, find_command, written_names
from ...commands.wording import purpose
from ...tenant.profiles import profile_names
from ...tenant.session import peek_session
from .parameters import Taken, parameters_of
from .seen import Seen

WRITTEN, CURRENT, OTHER = 0, 1, 2


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
        self._parameters: dict[tuple[str, str], list[Taken]] = {}

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

    def command(self, name: str) -> Cmdlet | None:
        """The command of this name, if no variable has it."""
        # dict.get makes no command in a namespace that would make one for every name
        held = self.variables.get(name)
        if held is not None:
            return held if isinstance(held, Cmdlet) else None
        name = aliases().get(name, name)
        known = name in written_names() or name in names() or name in pinned_names()
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

    def model(self, name: str | None, generation: str | None = None) -> Model | None:
        """The facts of a model; the older or newer generation is asked where the wanted one lacks it."""
        if not name:
            return None
        return facts(generation or self.generation).models.get(name.removesuffix("[]"))

    def fields(self, model: str | None) -> Sequence[Field]:
        """Fields of a model, those of a choice between models together."""
        known = self.model(model)
        if known is None:
            return ()
        parts = [self.model(one) for one in known.one_of]
        return (*known.fields, *(field for part in parts if part for field in part.fields))

    def meaning(self, name: str) -> str:
        """One line on a command, its marks first."""
        command = self.command(name)
        if command is None:
            return ""
        if name in written_names():
            return first_line(command)
        first = next(iter(self.operations(command)), None)
        if first is None:
            return ""
        marks = [first.generation] if first.generation != self.generation else []
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


def first_line(command: Cmdlet) -> str:
    """The first line of a command's help."""
    return inspect.cleandoc(command.__doc__ or "").split("\n", 1)[0]


_RETURNS = re.compile(r"\nReturns:\n {4}(.*(?:\n {4,}.*)*)")


def told_answer(command: Cmdlet) -> str:
    """What the help of a command says it returns."""
    found = _RETURNS.search(inspect.cleandoc(command.__doc__ or ""))
    return " ".join(found[1].split()) if found else ""
