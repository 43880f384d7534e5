"""The namespace of one generation, as a module's `__getattr__` and `__dir__`."""

from __future__ import annotations

from collections.abc import Callable

from ..catalog.names import find_name, names
from ..naming import did_you_mean
from .cmdlet import Cmdlet
from .registry import command_in


def namespace(generation: str) -> tuple[Callable[[str], Cmdlet], Callable[[], list[str]]]:
    """What makes `cmdlets.v2024.get_pending_tasks` work."""

    def known() -> list[str]:
        return [base for base in names() if (name := find_name(base)) and generation in name.cmdlets]

    def get(name: str) -> Cmdlet:
        found = command_in(generation, name)
        if found is None:
            near = "" if name.startswith("__") else did_you_mean(name, known()) or ""
            raise AttributeError(f"Generation {generation} has no command {name!r}. {near}".rstrip())
        return found

    return get, known
