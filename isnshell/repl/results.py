"""What statements gave: `_` is the last result, `_7` that of statement 7."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..commands.evaluation import compile_source
from .reading import join_pipes

KEPT = 20


class Results:
    """Runs statements in a namespace and keeps what they give.

    Args:
        namespace: The person's variables.
        show: Shows the value of a top-level expression.
    """

    def __init__(self, namespace: dict[str, Any], show: Callable[[Any], None]) -> None:
        self._namespace = namespace
        self._show = show

    def run(self, source: str, number: int) -> None:
        """Run a text; each top-level expression is kept and shown. Nothing runs before all of it is read."""
        for code, is_expression in list(compile_source(join_pipes(source))):
            if not is_expression:
                exec(code, self._namespace)  # noqa: S102 - running the person's own code is what this is for
                continue
            value = eval(code, self._namespace)  # noqa: S307 - as above
            if value is not None:
                self._keep(value, number)
                self._show(value)

    def _keep(self, value: Any, number: int) -> None:
        self._namespace["_"] = self._namespace[f"_{number}"] = value
        self._namespace.pop(f"_{number - KEPT}", None)
