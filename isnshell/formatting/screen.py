"""The screen: consoles for standard output and error, and renderables as plain text."""

from __future__ import annotations

import io
import os
import sys
from typing import IO, Any

from rich.console import Console, RenderableType

from .canvas import Canvas, is_terminal
from .grid import Grid

_ANY_LENGTH = 100_000


def console_for(file: IO[str] | None = None, *, stderr: bool = False) -> Console:
    """A console without markup and guessed highlighting: what a tenant's data contains is shown as it is."""
    return Console(file=file, stderr=stderr, markup=False, emoji=False, highlight=False)


def plain_text(renderable: RenderableType, canvas: Canvas) -> str:
    """What is drawn, as text without colour and without blanks at the ends of lines."""
    if isinstance(renderable, Grid):
        return renderable.text()
    buffer = _Buffer(canvas.ascii)
    console = Console(
        file=buffer,
        width=canvas.width or _ANY_LENGTH,
        color_system=None,
        force_terminal=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    console.print(renderable)
    return "".join(line.rstrip() + "\n" for line in buffer.getvalue().splitlines())


class _Buffer(io.StringIO):
    """Text in memory that says which characters it takes."""

    def __init__(self, ascii_only: bool) -> None:
        super().__init__()
        self._encoding = "ascii" if ascii_only else "utf-8"

    @property
    def encoding(self) -> str:  # type: ignore[override]  # a StringIO has none
        return self._encoding


def write_text(file: IO[str], text: str) -> None:
    """Write text to a file of any encoding; a character that it lacks becomes a question mark, never an error."""
    try:
        file.write(text)
    except UnicodeEncodeError:
        encoding = getattr(file, "encoding", None) or "ascii"
        file.write(text.encode(encoding, "replace").decode(encoding))


def use_utf8() -> None:
    """Make standard output and error UTF-8 where they are redirected, and forgiving where they are a terminal.

    Windows would write redirected text in the machine's old code page. `$PYTHONIOENCODING` is obeyed.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if is_terminal(stream):
            reconfigure(errors="replace")
        elif not os.environ.get("PYTHONIOENCODING"):
            reconfigure(encoding="utf-8")
