"""The registry: which commands there are. Prompt, translator and help ask it, never a module."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from ..catalog.names import find_name, names, pinned_names
from ..errors import UnknownNameError
from ..naming import fold, nearest, snake_case
from .cmdlet import Cmdlet
from .models import find_model_command
from .operation import OperationCmdlet

# Found by name, so that the engine knows no command.
_BUILT_IN = "cmdlets"
_ENTRY_POINTS = "isnshell.cmdlets"


@lru_cache(maxsize=1)
def written_names() -> Mapping[str, str]:
    """Commands written by hand: name to `module:function`."""
    return importlib.import_module(_BUILT_IN).COMMANDS  # type: ignore[no-any-return]  # a literal table


@lru_cache(maxsize=1)
def aliases() -> Mapping[str, str]:
    """Short names to names: `ft` -> `format_table`."""
    return importlib.import_module(_BUILT_IN).ALIASES  # type: ignore[no-any-return]  # a literal table


@lru_cache(maxsize=1)
def added_names() -> Mapping[str, Any]:
    """Commands that other packages add through the entry point group `isnshell.cmdlets`."""
    from importlib.metadata import entry_points  # waits: 25 ms, and only a name that nobody else knows asks for it

    return {entry.name: entry for entry in entry_points(group=_ENTRY_POINTS)}


def all_names() -> Iterator[str]:
    """Every name that can be typed without a generation's mark: written by hand first, then the catalog's."""
    yield from written_names()
    yield from (name for name in names() if name not in written_names())


@cache
def find_command(name: str) -> Cmdlet | None:
    """The command of exactly this name, or None."""
    if home := written_names().get(name):
        module, _, function = home.partition(":")
        return getattr(importlib.import_module(module), function)  # type: ignore[no-any-return]  # a Cmdlet, see the table's test
    if (known := find_name(name)) is not None:
        return OperationCmdlet(name, name, known.ps)
    if name in pinned_names():
        return pinned_command(name)
    if (model := find_model_command(name)) is not None:
        return model
    if name in added_names():
        return added_names()[name].load()  # type: ignore[no-any-return]  # another package's Cmdlet
    return None


def pinned_command(name: str) -> Cmdlet:
    """The command of one generation: `get_v2024_pending_tasks`."""
    generation, base = pinned_names()[name]
    known = find_name(base)
    assert known is not None
    # v1 has names that differ in their version only: Get-MachineIdentityV1, Get-MachineIdentityV2
    ps = next(cmdlet for cmdlet in known.cmdlets[generation] if snake_case(cmdlet) == name)
    return OperationCmdlet(base, name, ps, generation)


def command_in(generation: str, base: str) -> Cmdlet | None:
    """The command of one generation by its base name: `cmdlets.v2024.get_pending_tasks`."""
    known = find_name(base)
    if known is None or generation not in known.cmdlets:
        return None
    return OperationCmdlet(base, base, min(known.cmdlets[generation]), generation)


@lru_cache(maxsize=1)
def _spellings() -> Mapping[str, str]:
    """Every name without case, hyphens and underscores."""
    spelled: dict[str, str] = {}
    for name in (*all_names(), *aliases(), *pinned_names(), *added_names()):
        spelled.setdefault(fold(name), name)
    return spelled


def resolve(name: str) -> Cmdlet | None:
    """The command that a name means in any spelling: `Get-Report`, `getReport`, `foreach_object`, `%`; None if none."""
    found = find_command(name)
    if found is None and (meant := aliases().get(name.lower())):
        found = find_command(meant)
    if found is None and (exact := _spellings().get(fold(name))):
        found = find_command(aliases().get(exact, exact))
    if found is None:
        found = find_model_command(name)
    return found


def get_cmdlet(name: str) -> Cmdlet:
    """The command that a name means.

    Raises:
        UnknownNameError: There is none; the nearest names are in the error.
    """
    found = resolve(name)
    if found is None:
        raise unknown_command(name)
    return found


def unknown_command(name: str) -> UnknownNameError:
    """The error for a name that is no command."""
    near = nearest(name, [*all_names(), *aliases()])
    hint = f"Did you mean {', '.join(near)}?" if near else "get_command() lists all commands."
    return UnknownNameError(f"There is no command {name!r}", hint=hint)
