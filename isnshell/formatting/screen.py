"""The screen: consoles for standard output and error, and renderables as plain text."""

from __future__ import annotations

import io
from typing import IO

from rich.console import Console, RenderableType

from .canvas import Canvas
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
