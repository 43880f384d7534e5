"""What was typed in this session: its lines, how they ended, their errors. The prompt writes, commands read."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from attrs import field, frozen

_KEPT_ERRORS = 50
_KEPT_LINES = 5_000


@frozen
class Line:
    """One text that was run.

    Args:
        id: Its number at the prompt.
        shown: The text without secrets.
        text: The text as it was typed.
        status: `Completed`, `Failed` or `Stopped`.
        began: When it began.
        seconds: How long it took.
    """

    id: int
    shown: str
    text: str = field(repr=False)
    status: str
    began: datetime
    seconds: float


@frozen
class Mishap:
    """One error that was met.

    Args:
        line: Number of the line at the prompt.
        error: The error.
        trace: Its traceback as text, without secrets.
    """

    line: int
    error: BaseException
    trace: str = field(repr=False)


class Typed:
    """The lines and errors of one session at the prompt."""

    def __init__(self) -> None:
        self.lines: deque[Line] = deque(maxlen=_KEPT_LINES)
        self.mishaps: deque[Mishap] = deque(maxlen=_KEPT_ERRORS)
        self.listeners: list[Callable[[Line], None]] = []
        self.run: Callable[[str], None] | None = None
        """Runs a text as if it was typed; None where there is no prompt."""

    def note(self, line: Line) -> None:
        """Keep a line that has ended, and tell it to whoever listens."""
        self.lines.append(line)
        for listener in list(self.listeners):
            listener(line)

    def newest_errors(self) -> Iterator[Mishap]:
        """The errors, the newest first."""
        return reversed(self.mishaps)

    def find(self, wanted: Any) -> Line | None:
        """The line of a number, or the newest that begins with a text; the newest of all for None."""
        for line in reversed(self.lines):
            if wanted is None or line.id == wanted or (isinstance(wanted, str) and line.text.startswith(wanted)):
                return line
        return None


TYPED = Typed()
"""The session at this process's prompt; empty in scripts."""
