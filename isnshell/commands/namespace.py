"""The prompt's namespace: one dict for globals and locals that makes commands when their names are used."""

from __future__ import annotations

import builtins
from typing import Any

from ..errors import UnknownNameError
from .common import ps_default_parameter_values
from .registry import aliases, find_command, resolve, unknown_command


class Namespace(dict[str, Any]):
    """User's variables, then Python's builtins, then exact command names, then aliases, then forgiving spelling.

    Python looks a name up here before its builtins, so builtins are answered here too; dunders are left to Python.
    """

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


def explain_name_error(error: NameError) -> UnknownNameError | NameError:
    """A NameError at the prompt, with the nearest commands."""
    return unknown_command(error.name) if error.name else error
