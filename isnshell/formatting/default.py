"""Out-Default: what a result looks like when nobody said how to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from datetime import datetime
from functools import singledispatch
from itertools import groupby
from pathlib import PurePath
from typing import Any

from attrs import evolve
from rich.console import Console
from rich.segment import Segment, Segments
from rich.text import Text

from ..host import get_host
from ..pipeline.stream import Stream
from .canvas import Canvas, canvas_of, is_terminal
from .cells import readable
from .formatted import Formatted
from .grid import Grid
from .listing import list_pages
from .screen import console_for, plain_text, write_text
from .summary import summary_pages
from .table import table_pages

Pager = Callable[[int], bool]
"""Is asked when a screen is full, and told how many records it shows so far; False ends the showing."""

_LONGEST_BYTES = 200


def show(value: Any, console: Console | None = None, *, pager: Pager | None = None) -> None:
    """Show a result as PowerShell's Out-Default does.

    None is nothing; text is text; a record is a list; a Stream or list of records is a table, shown page by page while
    it arrives; a Path, number or other object is its text or repr.

    Args:
        value: The result.
        console: Where to; standard output if left out.
        pager: Asked whether to go on whenever a screen is full; without one everything is shown.
    """
    printer = _Printer(console or console_for(), pager)
    try:
        for page in pages(value, printer.canvas):
            if not printer.put(page):
                return
    finally:
        printer.file.flush()


def show_text(value: Any, canvas: Canvas) -> Iterator[str]:
    """What `show` would show, as plain text, page by page."""
    for page in pages(value, canvas):
        yield page + "\n" if isinstance(page, str) else plain_text(page, canvas)


class _Printer:
    """Puts pages on a console, and asks the pager when a screen is full."""

    def __init__(self, console: Console, pager: Pager | None) -> None:
        self.console = console
        self.file = console.file
        self.canvas = canvas_of(self.file)
        self._is_terminal = is_terminal(self.file)
        if self._is_terminal:  # old Windows consoles have one cell less than they say; rich knows
            self.canvas = evolve(self.canvas, width=console.width, measure=self._measure)
        self._pager = pager if self._is_terminal else None
        self._lines = 0
        self._records = 0

    def _measure(self) -> tuple[int, int]:
        return self.console.width, canvas_of(self.file).page

    def put(self, page: Any) -> bool:
        """Print a page; False if the person has seen enough."""
        if not self._is_terminal:
            write_text(self.file, page + "\n" if isinstance(page, str) else plain_text(page, self.canvas))
            return True
        with getattr(get_host(), "paused", nullcontext)():  # a bar that is being drawn must not mix with the page
            return self._put_on_terminal(page)

    def _put_on_terminal(self, page: Any) -> bool:
        if self._pager is not None:
            return self._put_by_screens(page, self._pager)
        if isinstance(page, str):
            self.console.out(page, highlight=False)
        else:
            self.console.print(page)
        return True

    def _put_by_screens(self, page: Any, pager: Pager) -> bool:
        records_in = page.records_in if isinstance(page, Grid) else lambda lines: 0
        lines = self.console.render_lines(page, pad=False)
        for index, line in enumerate(lines):
            if self._lines >= self.canvas.now().page:
                if not pager(self._records + records_in(index)):
                    return False
                self._lines = 0
            self.console.print(Segments([*line, Segment.line()]), end="")
            self._lines += 1
        self._records += records_in(len(lines))
        return True


@singledispatch
def pages(value: Any, canvas: Canvas) -> Iterator[Any]:
    """A value as pages: renderables of rich, and text. Register further types here."""
    yield value if hasattr(value, "__rich__") or hasattr(value, "__rich_console__") else repr(value)


@pages.register
def _(value: None, canvas: Canvas) -> Iterator[Any]:
    return iter(())


@pages.register(str)
@pages.register(PurePath)
def _(value: Any, canvas: Canvas) -> Iterator[Any]:
    yield str(value)


@pages.register
def _(value: bytes, canvas: Canvas) -> Iterator[Any]:
    cut = value[:_LONGEST_BYTES]
    yield repr(value) if cut == value else f"{cut!r}... ({len(value):,} bytes)"


@pages.register
def _(value: datetime, canvas: Canvas) -> Iterator[Any]:
    yield readable(value)


@pages.register
def _(value: Mapping, canvas: Canvas) -> Iterator[Any]:  # type: ignore[type-arg]  # singledispatch takes the bare class only
    if not value:
        return iter(("{}",))
    return summary_pages(value, canvas) if canvas.is_terminal else list_pages([value], canvas)


@pages.register
def _(value: Formatted, canvas: Canvas) -> Iterator[Any]:
    return value.pages(canvas)


@pages.register(list)
@pages.register(tuple)
def _(value: Any, canvas: Canvas) -> Iterator[Any]:
    return _mixed(value, canvas) if value and all(map(_is_record, value)) else iter((repr(value),))


@pages.register
def _(value: Stream, canvas: Canvas) -> Iterator[Any]:
    if canvas.is_terminal and not value.peek(1):  # what a person has seen is kept, so that they can go on with it
        yield Text("no records", style="dim")
    yield from _mixed(value, canvas)


def _is_record(value: Any) -> bool:
    return isinstance(value, Mapping)


def _mixed(values: Iterable[Any], canvas: Canvas) -> Iterator[Any]:
    """Runs of records as tables, anything between them as it is."""
    for are_records, run in groupby(values, key=_is_record):
        if are_records:
            yield from table_pages(run, canvas)
        else:
            for one in run:
                yield from pages(one, canvas)
