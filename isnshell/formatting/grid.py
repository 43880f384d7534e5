"""Grid: cells in columns of fixed width, drawn by rich on a terminal and as plain text elsewhere.

rich's own Table measures and wraps every cell anew, thirty times slower; here the widths are known before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from attrs import frozen
from rich.cells import cell_len, chop_cells
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment

Cell = tuple[str, str]
"""Text and its style."""

_EMPTY: Cell = ("", "")


@frozen
class Place:
    """A column.

    Args:
        width: Cells; None where lines may have any length.
        right: True puts the text to the right.
        words: True breaks what is too long between words, else anywhere.
        folds: False lets what is too long push its neighbours aside instead.
    """

    width: int | None
    right: bool = False
    words: bool = False
    folds: bool = True


class Grid:
    """Rows of cells; what is too long for its column goes on in the next line.

    Args:
        places: The columns.
        gap: What stands between two columns.
    """

    def __init__(self, places: Sequence[Place], gap: str = "  ") -> None:
        self._places = places
        self._gap = gap
        self._lines: list[Sequence[Cell]] = []
        self._ends: list[int] = []

    @property
    def height(self) -> int:
        """How many lines it has."""
        return len(self._lines)

    def end_record(self) -> None:
        """Say that a record is complete with the last row."""
        self._ends.append(len(self._lines))

    def records_in(self, lines: int) -> int:
        """How many records are complete in the first lines."""
        return bisect_right(self._ends, lines)

    def add(self, *cells: Cell) -> None:
        """Add a row."""
        folded = [fold(text, place) for (text, _), place in zip(cells, self._places, strict=True)]
        if all(len(lines) == 1 for lines in folded):
            self._lines.append([(lines[0], style) for lines, (_, style) in zip(folded, cells, strict=True)])
            return
        for line in zip_longest(*folded, fillvalue=""):
            self._lines.append([(text, style) for text, (_, style) in zip(line, cells, strict=True)])

    def blank(self) -> None:
        """Add an empty line."""
        self._lines.append([_EMPTY] * len(self._places))

    def text(self) -> str:
        """The rows as plain text, without blanks at the ends of lines."""
        return "".join(self._gap.join(self._padded(line)).rstrip() + "\n" for line in self._lines)

    def _padded(self, line: Iterable[Cell]) -> Iterator[str]:
        for (text, _), place in zip(line, self._places, strict=True):
            blanks = " " * ((place.width or 0) - width_of(text))
            yield blanks + text if place.right else text + blanks

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self._lines:
            segments = []
            for padded, (_, style) in zip(self._padded(line), line, strict=True):
                segments += [Segment(padded, console.get_style(style) if style else None), Segment(self._gap)]
            yield from segments[:-1]
            yield Segment.line()


def width_of(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return len(text) if text.isascii() else cell_len(text)


def fold(text: str, place: Place) -> list[str]:
    """Text in lines that fit a column."""
    if place.width is None or not place.folds:
        return text.split("\n")
    lines: list[str] = []
    for line in text.split("\n"):
        if width_of(line) <= place.width:
            lines.append(line)
        else:
            lines += _by_words(line, place.width) if place.words else chop_cells(line, place.width)
    return lines


def _by_words(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        candidate = f"{lines[-1]} {word}" if lines[-1] else word
        if width_of(candidate) <= width:
            lines[-1] = candidate
            continue
        parts = chop_cells(word, width) or [""]
        if lines[-1]:
            lines += parts
        else:
            lines[-1:] = parts
    return lines
