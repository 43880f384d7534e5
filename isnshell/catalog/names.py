"""The names index: every operation's command name, known without loading an operation.

A base name is a PowerShell name without the mark of its generation, in snake case: `get_pending_tasks` for
`Get-BetaPendingTasks`, `Get-V2025PendingTasks`, `Get-PendingTasksV1`. NERM's names keep their mark, it is part of the
noun.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from attrs import frozen

from ..naming import snake_case
from .facts import GENERATIONS

# What stands between verb and noun in the PowerShell names of a generation; v1 puts its mark at the end instead.
_PREFIXES = {
    "v3": "",
    "beta": "Beta",
    "v2024": "V2024",
    "v2025": "V2025",
    "v2026": "V2026",
    "nerm": "",
    "nermv2025": "",
}
_V1_SUFFIX = re.compile(r"(?<=\w)V[12]$")


def base_name(generation: str, cmdlet: str) -> str:
    """The base name of a generation's PowerShell name: `Get-V2025PendingTasks` -> `get_pending_tasks`."""
    if generation == "v1":
        return snake_case(_V1_SUFFIX.sub("", cmdlet))
    verb, _, noun = cmdlet.partition("-")
    return snake_case(f"{verb}-{noun.removeprefix(_PREFIXES[generation])}")


@frozen
class Name:
    """One base name and the PowerShell names behind it.

    Args:
        base: `get_pending_tasks`.
        cmdlets: Generation to its PowerShell names, newest first: `{"v1": ("Get-PendingTasksV1",)}`.
    """

    base: str
    cmdlets: Mapping[str, tuple[str, ...]]

    @property
    def generations(self) -> tuple[str, ...]:
        """The generations that have it, oldest first."""
        return tuple(self.cmdlets)

    @property
    def newest(self) -> str:
        """The newest generation that has it."""
        return self.generations[-1]

    @property
    def ps(self) -> str:
        """The PowerShell name without the mark of a generation: `Get-PendingTasks`."""
        generation = self.newest
        cmdlet = self.cmdlets[generation][0]
        if generation == "v1":
            return _V1_SUFFIX.sub("", cmdlet)
        verb, _, noun = cmdlet.partition("-")
        return f"{verb}-{noun.removeprefix(_PREFIXES[generation])}"


@cache
def _index() -> dict[str, str]:
    text = (files(__package__) / "data" / "names.json").read_text("utf-8")
    return json.loads(text)  # type: ignore[no-any-return]  # written by build, an object of strings


def names() -> Mapping[str, str]:
    """Base name to its packed row; the keys are what completion needs."""
    return _index()


@lru_cache(maxsize=4096)
def find_name(base: str) -> Name | None:
    """What a base name stands for, or None."""
    row = _index().get(base)
    return Name(base, _unpack(row)) if row is not None else None


@cache
def pinned_names() -> Mapping[str, tuple[str, str]]:
    """Every PowerShell name in snake case, to its generation and base name.

    `get_v2024_pending_tasks` -> (`v2024`, `get_pending_tasks`).
    """
    pinned: dict[str, tuple[str, str]] = {}
    for base, row in _index().items():
        for generation, cmdlets in _unpack(row).items():
            for cmdlet in cmdlets:
                pinned[snake_case(cmdlet)] = (generation, base)
    return pinned


def pack(cmdlets: Mapping[str, tuple[str, ...]]) -> str:
    """One row of the index: the plain name, then each generation, with its names where the rule does not give them."""
    words = [Name("", cmdlets).ps]
    for generation in GENERATIONS:
        if generation in cmdlets:
            names = cmdlets[generation]
            by_rule = names == (_by_rule(generation, words[0]),)
            words.append(generation if by_rule else f"{generation}={','.join(names)}")
    return " ".join(words)


def _unpack(row: str) -> dict[str, tuple[str, ...]]:
    plain, *marks = row.split(" ")
    cmdlets = {}
    for mark in marks:
        generation, _, names = mark.partition("=")
        cmdlets[generation] = tuple(names.split(",")) if names else (_by_rule(generation, plain),)
    return cmdlets


def _by_rule(generation: str, plain: str) -> str:
    if generation == "v1":
        return f"{plain}V1"
    verb, _, noun = plain.partition("-")
    return f"{verb}-{_PREFIXES[generation]}{noun}"
