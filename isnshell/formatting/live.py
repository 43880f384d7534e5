"""A table that is drawn anew in its place while what it shows changes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Group
from rich.live import Live
from rich.text import Text

from .canvas import canvas_of, is_terminal
from .columns import Choice
from .screen import console_for
from .table import table_pages

Draw = Callable[[Sequence[Any], str], None]
"""Draws records, with a line below them."""


@contextmanager
def live_table(chosen: Sequence[Choice] = ()) -> Iterator[Draw]:
    """A table on standard error that the block draws as often as it likes; it is wiped away at the end.

    Where standard error is no terminal nothing is drawn.

    Args:
        chosen: The columns; none leaves the choice to the kind of record.
    """
    if not is_terminal(sys.stderr):
        yield lambda records, text: None
        return
    with Live(console=console_for(stderr=True), auto_refresh=False, transient=True) as display:

        def draw(records: Sequence[Any], text: str) -> None:
            canvas = canvas_of(sys.stderr)  # anew each time: the window may have been resized
            shown = records[: canvas.page - 2]
            more = len(records) - len(shown)
            below = f"{text}, {more} more" if more > 0 else text
            # The table's own last line counts what is shown; ours says more
            pages = [page for page in table_pages(shown, canvas, chosen=chosen) if not isinstance(page, Text)]
            display.update(Group(*pages, Text(below, style="dim")), refresh=True)

        yield draw
