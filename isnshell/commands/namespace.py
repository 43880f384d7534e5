"""The prompt's namespace: one dict for globals and locals that makes commands when their names are used."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from typing import Any

from ..errors import UnknownNameError
from ..naming import nearest
from .common import ps_default_parameter_values
from .registry import aliases, find_command, resolve, unknown_command


class Namespace(dict[str, Any]):
    """User's variables, then Python's builtins, then exact command names, then aliases, then forgiving spelling.

    Python looks a name up here before its builtins, so builtins are answered here too; dunders are left to Python.
    """

    def __init__(self, *given: Any, **variables: Any) -> None:
        super().__init__(*given, **variables)
        self["__builtins__"] = _Builtins(self)

    def __missing__(self, name: str) -> Any:
        if name.startswith("__"):
            raise KeyError(name)
        if name == "ps_default_parameter_values":
            return ps_default_parameter_values
        if hasattr(builtins, name):
            return getattr(builtins, name)
        found = find_command(name)
        if found is None and name in aliases():
            found = find_command(aliases()[name])
        if found is None:
            found = resolve(name)
        if found is None:
            raise KeyError(name)
        return found


class _Builtins(dict[str, Any]):
    """Python's builtins, and behind them what the namespace makes.

    A class body looks its names up in a globals dict without asking `__missing__`, but asks that of the builtins.
    """

    def __init__(self, namespace: Namespace) -> None:
        super().__init__(vars(builtins))
        self._namespace = namespace

    def __missing__(self, name: str) -> Any:
        return self._namespace.__missing__(name)


def explain_name_error(error: NameError, variables: Iterable[str] = ()) -> UnknownNameError | NameError:
    """A NameError at the prompt, with the nearest names: the person's own variables first, then commands."""
    if not error.name:
        return error
    near = nearest(error.name, [name for name in variables if not name.startswith("_")])
    as_command = unknown_command(error.name)
    if not near and as_command.hint and as_command.hint.startswith("Did you mean"):
        return as_command
    hint = f"Did you mean {near[0]}?" if near else as_command.hint
    return UnknownNameError(f"There is no variable or command {error.name!r}", hint=hint)
