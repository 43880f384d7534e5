"""Formatted: records with the wish how to show them. Nothing is read or drawn until it is shown or made text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import groupby
from typing import Any

from ..pipeline.stage import as_stage
from ..pipeline.stream import Stream
from .canvas import Canvas, text_canvas
from .cells import readable
from .columns import reader

Draw = Callable[[Iterable[Any], Canvas], Iterator[Any]]
"""Draws records on a canvas: renderables of rich, page by page."""


class Formatted:
    """What a `format_*` command gives: `str()` draws it, the prompt shows it, `out_file` writes it.

    Args:
        source: The records.
        draw: Draws them.
        group_by: Path or function; a heading stands before each run of records that are equal in it.
        label: The command, for the repr.
    """

    def __init__(self, source: Stream, draw: Draw, *, group_by: Any = None, label: str = "format_table") -> None:
        self._source = source
        self._draw = draw
        self._group_by = group_by
        self.label = label

    def pages(self, canvas: Canvas) -> Iterator[Any]:
        """What is drawn, page by page: renderables of rich, and text."""
        if self._group_by is None:
            yield from self._draw(self._source, canvas)
            return
        read = reader(self._group_by)
        name = "value" if callable(self._group_by) else self._group_by
        for text, records in groupby(self._source, key=lambda record: readable(read(record))):
            yield f"\n{name}: {text}".rstrip() + "\n"
            yield from self._draw(records, canvas)

    def text(self, canvas: Canvas) -> str:
        """All of it as plain text, ending in a line break."""
        return "".join(self.lines(canvas))

    def lines(self, canvas: Canvas) -> Iterator[str]:
        """It as plain text, page by page."""
        from .screen import plain_text  # rich loads when something is drawn

        for page in self.pages(canvas):
            yield page + "\n" if isinstance(page, str) else plain_text(page, canvas)

    def __str__(self) -> str:
        return self.text(text_canvas()).rstrip("\n")

    def __or__(self, right: Any) -> Any:
        return as_stage(right).run(Stream.of((self,), label=self.label))

    def __repr__(self) -> str:
        return f"<{self.label} of {self._source.label}>"


# shape -> its module and function; loaded when something is drawn, since they load rich
_PAGES = {
    "table": ("table", "table_pages"),
    "list": ("listing", "list_pages"),
    "wide": ("wide", "wide_pages"),
    "tree": ("tree", "tree_pages"),
    "chart": ("chart", "chart_pages"),
}


def drawing(shape: str, **options: Any) -> Draw:
    """A way to draw records: as a `table`, `list`, `wide`, `tree` or `chart`, with the options of that function."""

    def draw(records: Iterable[Any], canvas: Canvas) -> Iterator[Any]:
        module, function = _PAGES[shape]
        pages = getattr(import_module(f".{module}", __package__), function)
        return pages(records, canvas, **options)  # type: ignore[no-any-return]  # all of them are generators

    return draw
