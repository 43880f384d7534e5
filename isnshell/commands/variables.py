"""Lists that a command fills on the side: given as a list, or at the prompt as the name of a variable."""

from __future__ import annotations

import keyword
from collections.abc import MutableMapping
from typing import Any

from ..errors import UsageError

_variables: MutableMapping[str, Any] | None = None


def keep_variables_in(namespace: MutableMapping[str, Any] | None) -> None:
    """Let names that commands are given mean the variables of this namespace; None forgets it again."""
    global _variables
    _variables = namespace


def variable(given: list[Any] | str | None) -> list[Any] | None:
    """The list that `out_variable` and the like fill.

    Args:
        given: A list; or a name, under which a new list is put. `+name` goes on with the list that is there, as in
            PowerShell.

    Raises:
        UsageError: It is neither, or a name where there is no prompt whose variable it could be.
    """
    if given is None or isinstance(given, list):
        return given
    if not isinstance(given, str):
        raise UsageError(
            f"{given!r} is no variable", hint="Give a list: kept = []; ..._variable=kept, or at the prompt a name."
        )
    name = given.removeprefix("+")
    if not name.isidentifier() or keyword.iskeyword(name):
        raise UsageError(f"{name!r} can't be the name of a variable", hint="Give letters, digits and _: 'kept'.")
    if _variables is None:
        raise UsageError(
            f"There is no prompt with a variable {name!r}", hint="Give a list: kept = []; ..._variable=kept."
        )
    before = _variables.get(name)
    if given != name and isinstance(before, list):
        return before
    kept: list[Any] = [] if given == name or before is None else [before]
    _variables[name] = kept
    return kept
