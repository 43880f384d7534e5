"""Completion, signature help and what they know: loaded with the first key, not before the first prompt."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
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
        self.wanted = threading.Event()
        """Set with the first key, if completion is not loaded by then."""

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the session knows."""
        from .completion import Knowledge

        return Knowledge(self._variables)

    @property
    def completer(self) -> Completer:
        """Completion as prompt_toolkit asks for it; until it is loaded, one that only Tab waits for."""
        return self.loaded if "loaded" in self.__dict__ else _Loading(self)

    @cached_property
    def loaded(self) -> Completer:
        """Completion, loaded."""
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
            lambda: self.knowledge.entries,
            lambda: facts(self.knowledge.generation).models,
            lambda: [self.knowledge.meaning(name) for name in written_names()],
            *(lambda name=name: import_module(name) for name in _WARMING),
        )


class _Loading(Completer):
    """Stands for completion that is not loaded yet.

    A line that is typed or pasted at once must not wait for a menu that nobody sees: the prompt ends only when the
    thread ends in which prompt_toolkit completes.
    """

    def __init__(self, assistance: Assistance) -> None:
        self._assistance = assistance

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Nothing while letters are typed; for Tab what there is."""
        if complete_event.completion_requested:
            return self._assistance.loaded.get_completions(document, complete_event)
        self._assistance.wanted.set()
        return ()
