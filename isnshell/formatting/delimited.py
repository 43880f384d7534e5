"""CSV, written after RFC 4180 and read as it comes: from Excel, from PowerShell, from a report."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from attrs import frozen

from ..errors import AnswerError, UsageError
from ..host import get_host
from ..naming import fold
from ..records import Record
from .cells import as_text

_DELIMITERS = ",;\t|"
_SAMPLE = 50  # lines that tell the delimiter
# Excel and LibreOffice run what begins like this, their full-width forms included; a plain number is harmless.
_FORMULA = re.compile(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?\s*%?")
_OPERAND = re.compile(r"\w")  # `=>` and `-` have nothing to run
# No formula either: a country's code, a blank and digits
_PHONE = re.compile(r"\+\d{1,3} [\d(][\d ().-]+")
_QUOTING = ("always", "as_needed", "never")

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # the module's own limit of 128 kB is less than a long cell


@frozen
class Dialect:
    """How CSV is written.

    Args:
        delimiter: One character.
        quotes: `always`, `as_needed` or `never`.
        quoted: Names of the columns that are always quoted; any but these then only as needed.
        safe: True puts an apostrophe before cells that a spreadsheet would run as a formula.
        end: End of a line.
    """

    delimiter: str = ","
    quotes: str = "always"
    quoted: frozenset[str] = frozenset()
    safe: bool = False
    end: str = "\r\n"

    def line(self, cells: Iterable[Any], always: Sequence[bool]) -> str:
        """One record of the file, without its end. A null is empty and unquoted, an empty text is `""`."""
        return self.delimiter.join(map(self._cell, cells, always))

    def _cell(self, cell: Any, always: bool) -> str:
        if cell is None:
            return ""
        if isinstance(cell, str):
            text = "'" + cell if self.safe and _is_formula(cell) else cell
        else:
            text = as_text(cell)
        if always or (self.quotes != "never" and self._needs_quotes(text)):
            return '"' + text.replace('"', '""') + '"'
        return text

    def _needs_quotes(self, text: str) -> bool:
        # A blank at the beginning is lost to readers that skip it, as PowerShell's and ours do
        return '"' in text or self.delimiter in text or "\n" in text or "\r" in text or text[:1] == " "

    def always_quoted(self, columns: Sequence[str]) -> list[bool]:
        """For each column whether all its cells are quoted."""
        if self.quoted:
            return [fold(name) in self.quoted for name in columns]
        return [self.quotes == "always"] * len(columns)


def _is_formula(text: str) -> bool:
    """Whether a spreadsheet would run a text. One with our apostrophe counts too: it gets another, and reading takes
    one off.
    """
    if text[:1] == "'":
        text = text.lstrip("'")
    if not _FORMULA.match(text) or not _OPERAND.search(text):
        return False
    return not _NUMBER.fullmatch(text) and not _PHONE.fullmatch(text)


def _as_written(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell[:1] == "'" and _is_formula(cell) else cell


def dialect(delimiter: str, use_quotes: str, quote_fields: Iterable[str] | str | None, safe: bool) -> Dialect:
    """A Dialect out of a command's arguments.

    Raises:
        UsageError: The delimiter is not one character, or `use_quotes` none of the words allowed.
    """
    if not isinstance(delimiter, str) or len(delimiter) != 1 or delimiter in '"\r\n':
        raise UsageError(f"delimiter={delimiter!r} is not one character", hint="Give ',', ';' or '\\t'.")
    quotes = next((word for word in _QUOTING if fold(word) == fold(str(use_quotes))), None)
    if quotes is None:
        raise UsageError(f"use_quotes={use_quotes!r} is unknown", hint=f"It may be {', '.join(_QUOTING)}.")
    fields = [quote_fields] if isinstance(quote_fields, str) else quote_fields or ()
    return Dialect(delimiter, quotes, frozenset(map(fold, fields)), safe)


def csv_lines(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], how: Dialect, *, header: bool = True
) -> Iterator[str]:
    """The file's records as text, the heading first, none with its end."""
    always = how.always_quoted(columns)
    if header:
        yield how.line(columns, always)
    for row in rows:
        yield how.line(row, always)


def placed(columns: Sequence[str], given: Sequence[str], *, force: bool = False) -> list[list[int]]:
    """For each column of a file that is added to, where the rows have it: several places where its name has several
    spellings.

    Args:
        columns: The file's heading.
        given: The rows' columns.
        force: Leave a column empty that no row has.

    Raises:
        UsageError: No row has a column, and `force` is not given.
    """
    places: dict[str, list[int]] = {}
    for place, name in enumerate(given):
        places.setdefault(fold(name), []).append(place)
    lacking = [name for name in columns if fold(name) not in places]
    if lacking and not force:
        raise UsageError(
            f"The records have no {' and no '.join(lacking)}, which the file has a column for",
            hint="Nothing was added. force=True leaves such cells empty.",
        )
    known = set(map(fold, columns))
    if left_out := [name for name in given if fold(name) not in known]:
        get_host().warn(f"The file has no column for {', '.join(left_out)}: left out.")
    return [places.get(fold(name), []) for name in columns]


def detect_delimiter(lines: Sequence[str]) -> str:
    """The delimiter of a file's first lines: what cuts them most evenly into most fields; a comma if nothing does."""
    if lines and (told := re.fullmatch(r"sep=(.)\s*", lines[0], re.IGNORECASE)):
        return told[1]
    lines = [line for line in lines if not line.startswith("#")] or lines
    return max(_DELIMITERS, key=lambda one: _evenness(lines, one))


def _evenness(lines: Sequence[str], delimiter: str) -> tuple[float, int]:
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:  # the reading itself will say where
        return (0.0, 0)
    if not widths or widths[0] < 2:
        return (0.0, 0)
    return (sum(width == widths[0] for width in widths) / len(widths), widths[0])


def read_csv(
    lines: Iterable[str],
    *,
    delimiter: str | None = None,
    header: Sequence[str] | str | None = None,
    name: str = "the text",
) -> tuple[str, list[str], Iterator[Record]]:
    """Read CSV.

    Args:
        lines: Its lines, each with its end.
        delimiter: One character; None finds it out.
        header: Names of the columns, where the first line holds none.
        name: Where the lines come from, for errors.

    Returns:
        tuple: The delimiter, the names of the columns, and the records, which are read one by one.

    Raises:
        AnswerError: A line can't be read as CSV.
    """
    source = iter(lines)
    sample = list(islice(source, _SAMPLE))
    delimiter = delimiter or detect_delimiter(sample)
    rows = csv.reader(chain(sample, source), delimiter=delimiter, skipinitialspace=True)
    reader = _numbered(rows, name)
    names = (
        ([header] if isinstance(header, str) else list(header))
        if header
        else _unique(next(_without_preface(reader), []))
    )
    return delimiter, names, _records(names, (row for row in reader if row), lambda: rows.line_num, name)


def _records(names: Sequence[str], rows: Iterable[list[Any]], line: Callable[[], int], source: str) -> Iterator[Record]:
    width = len(names)
    told = False
    for row in rows:
        if len(row) != width:
            if not told and any(row[width:]):
                told = True
                get_host().warn(
                    f"{source}: line {line()} has more values than the heading has names; they are left out."
                )
            row = row[:width] + [None] * (width - len(row))
        yield Record(zip(names, [cell and _as_written(cell) for cell in row], strict=True))


def _numbered(reader: Any, name: str) -> Iterator[list[Any]]:
    try:
        yield from reader
    except csv.Error as error:
        raise AnswerError(f"Line {reader.line_num} of {name} is no CSV", why=str(error)) from error


def _without_preface(rows: Iterator[list[Any]]) -> Iterator[list[Any]]:
    """Rows without what some programs put before the heading: `sep=;`, PowerShell's `#TYPE`, remarks, blank lines."""
    return (row for row in rows if row and not (len(row) == 1 and row[0].startswith("#")) and not _is_sep(row[0]))


def _is_sep(cell: str) -> bool:
    return cell.lower().startswith("sep=")


def _unique(names: Sequence[str]) -> list[str]:
    """Names of columns, none empty, none twice: a record would lose the first of two."""
    found: dict[str, None] = {}
    for number, raw in enumerate(names, 1):
        name = raw.strip() or f"H{number}"
        unique, again = name, 2
        while unique in found:
            unique, again = f"{name}_{again}", again + 1
        found[unique] = None
    return list(found)
