"""Libraries that not everybody has installed: the extras of the package."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from isnshell.errors import UsageError


def extra(module: str, function: str, extra: str, package: str) -> Callable[..., Any]:
    """A function of `isnshell.formatting` whose module needs such a library.

    Raises:
        UsageError: It is not installed; the hint says how to.
    """
    try:
        return getattr(import_module(f"isnshell.formatting.{module}"), function)  # type: ignore[no-any-return]
    except ImportError as error:
        raise UsageError(
            f"This needs {package}, which is not installed", hint=f'Install it: pip install "isnshell[{extra}]".'
        ) from error
