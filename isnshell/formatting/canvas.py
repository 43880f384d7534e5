"""Canvas: how much room there is where something is shown, and which characters it can take."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Any

from attrs import frozen

_NOT_A_TERMINAL = 120
_PAGE = 250


@frozen
class Canvas:
    """Where records are drawn.

    Args:
        width: Cells of a line; None where lines may have any length.
        ascii: True if only ASCII characters can be drawn.
        page: Records that are drawn at once.
        is_terminal: True if a person looks at it.
    """

    width: int | None = _NOT_A_TERMINAL
    ascii: bool = False
    page: int = _PAGE
    is_terminal: bool = False


def canvas_of(file: Any = None) -> Canvas:
    """The canvas that a text file is: a terminal has its own size, any other file lines of any length.

    `$COLUMNS` sets a width for both.
    """
    file = file or sys.stdout
    ascii_only = not (getattr(file, "encoding", None) or "utf-8").lower().startswith("utf")
    if is_terminal(file):
        columns, lines = shutil.get_terminal_size((80, 25))
        return Canvas(columns, ascii_only, max(lines - 4, 10), True)
    columns_wanted = os.environ.get("COLUMNS", "")
    return Canvas(int(columns_wanted) if columns_wanted.isdecimal() and int(columns_wanted) else None, ascii_only)


def text_canvas(width: int | None = None) -> Canvas:
    """The canvas of text that a program keeps: the width given, else the terminal's, else 120."""
    return Canvas(width or canvas_of().width or _NOT_A_TERMINAL)


def is_terminal(file: Any) -> bool:
    """Whether a file is a terminal that a person looks at."""
    try:
        return bool(file.isatty())
    except (AttributeError, ValueError):  # ValueError: closed
        return False
