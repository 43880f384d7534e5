"""Canvas: how much room there is where something is shown, and which characters it can take."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve, field, frozen

_NOT_A_TERMINAL = 120
_PAGE = 250
_BESIDE = 4  # lines of a window that are left for what stands before and behind a page
_LEAST_PAGE = 5


@frozen
class Canvas:
    """Where records are drawn.

    Args:
        width: Cells of a line; None where lines may have any length.
        ascii: True if only ASCII characters can be drawn.
        page: Records that are drawn at once.
        is_terminal: True if a person looks at it.
        links: True if ids may be links.
        measure: Gives width and page anew, where a person may change the window's size meanwhile.
    """

    width: int | None = _NOT_A_TERMINAL
    ascii: bool = False
    page: int = _PAGE
    is_terminal: bool = False
    links: bool = False
    measure: Callable[[], tuple[int, int]] | None = field(default=None, eq=False, repr=False)

    def now(self) -> Canvas:
        """The canvas as large as it is by now."""
        if self.measure is None:
            return self
        width, page = self.measure()
        return self if (width, page) == (self.width, self.page) else evolve(self, width=width, page=page)


def canvas_of(file: Any = None) -> Canvas:
    """The canvas that a text file is: a terminal has its own size, any other file lines of any length.

    `$COLUMNS` sets a width for both.
    """
    file = file or sys.stdout
    ascii_only = not (getattr(file, "encoding", None) or "utf-8").lower().startswith("utf")
    if is_terminal(file):
        columns, lines = shutil.get_terminal_size((80, 25))
        return Canvas(columns, ascii_only, max(lines - _BESIDE, _LEAST_PAGE), True, follows_links())
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


def follows_links(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a terminal is known to follow links, or at least to pass over them. `FORCE_HYPERLINK` overrules."""
    forced = environ.get("FORCE_HYPERLINK", "")
    if forced:
        return forced != "0"
    if environ.get("TERM", "") in ("", "dumb", "unknown", "linux") and "WT_SESSION" not in environ:
        return False
    vte = environ.get("VTE_VERSION", "")
    if vte.isdecimal() and int(vte) < 5000:  # they showed the whole sequence
        return False
    return environ.get("TERM_PROGRAM") != "Apple_Terminal"
