"""Our completion as prompt_toolkit asks for it."""

from __future__ import annotations

from collections.abc import Iterable

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from .completion import Candidate, Knowledge, complete

_LONGEST_MEANING = 60
# What can stand anywhere
_EVERYWHERE = ("command", "variable", "keyword", "builtin")


class ShellCompleter(Completer):
    """Gives the candidates at the cursor.

    Args:
        knowledge: What the session knows.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """The candidates; those that would change nothing are left out by ptpython."""
        cursor = document.cursor_position
        for candidate in self._candidates(document.text, cursor):
            # A menu of everything opens on demand only, not behind every blank
            if candidate.start < cursor or candidate.kind not in _EVERYWHERE or complete_event.completion_requested:
                yield _completion(candidate, cursor)

    def _candidates(self, text: str, cursor: int) -> list[Candidate]:
        try:
            return complete(text, cursor, self._knowledge)
        except Exception:  # noqa: BLE001 - typing goes on without a menu, whatever is wrong with it
            return []


def _completion(candidate: Candidate, cursor: int) -> Completion:
    meaning = candidate.meaning
    if len(meaning) > _LONGEST_MEANING:
        meaning = meaning[: _LONGEST_MEANING - 1].rstrip() + "…"
    return Completion(
        candidate.text,
        start_position=candidate.start - cursor,
        display=candidate.shown or candidate.text,
        display_meta=meaning or candidate.kind,
    )
