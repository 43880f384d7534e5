"""Completion, signature help and what they know: loaded with the first key, not before the first prompt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from prompt_toolkit.completion import Completer
from prompt_toolkit.document import Document

from ..pipeline.stream import Stream

if TYPE_CHECKING:  # twenty classes, 25 ms
    from ptpython.signatures import Signature

    from .completion import Knowledge

_WARMING = ("isnshell.formatting.default", "isnshell.tenant.transport")


class Assistance:
    """What helps a person to type.

    Args:
        variables: The person's namespace.
    """

    def __init__(self, variables: Mapping[str, Any]) -> None:
        self._variables = variables

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the session knows."""
        from .completion import Knowledge

        return Knowledge(self._variables)

    @cached_property
    def completer(self) -> Completer:
        """Completion as prompt_toolkit asks for it."""
        from .completer import ShellCompleter

        return ShellCompleter(self.knowledge)

    def signatures(self, document: Document, width: int) -> list[Signature]:
        """Signature help for the call at the cursor."""
        if "(" not in document.text_before_cursor:
            return []
        from .signature import signatures_at

        try:
            return signatures_at(document, self.knowledge, width)
        except Exception:  # noqa: BLE001 - typing goes on without help, whatever is wrong with it
            return []

    def learn(self, value: Any) -> None:
        """Take in what a result shows, for completion."""
        if isinstance(value, (Stream, list, tuple, dict)):
            self.knowledge.seen.learn(value)

    def warming(self) -> Sequence[Callable[[], object]]:
        """What is worth loading while nothing is typed, in this order."""
        from importlib import import_module

        from ..catalog.loader import facts
        from ..commands.registry import written_names

        return (
            lambda: self.completer,
            lambda: self.knowledge.entries,
            lambda: facts(self.knowledge.generation).models,
            lambda: [self.knowledge.meaning(name) for name in written_names()],
            *(lambda name=name: import_module(name) for name in _WARMING),
        )
