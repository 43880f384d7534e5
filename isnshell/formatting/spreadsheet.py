"""Rows as an Excel workbook: typed cells, a heading that stays and filters, columns as wide as their content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import chain, count, islice
from tempfile import TemporaryDirectory
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from ..errors import UsageError
from ..host import get_host
from .cells import utc

_LAST_ROW = 1_048_575  # Excel's last row, counted from 0
_MOST_COLUMNS = 16_384
_LONGEST_CELL = 32_767
_WIDEST = 60
_SAMPLE = 200
_EXACT = 2**53  # larger whole numbers would lose digits
_FIRST_DATE = 1900
_DATE_FORMAT = 'yyyy-mm-dd hh:mm:ss "UTC"'  # Excel's dates have no zone, so the cell says it


def write_workbook(file: IO[bytes], columns: Sequence[str], rows: Iterable[Sequence[Any]], *, sheet: str) -> None:
    """Write rows into a workbook; where a sheet is full the next one begins.

    Args:
        file: Takes the bytes.
        columns: Headings.
        rows: Portable cells.
        sheet: Name of the first sheet.

    Raises:
        UsageError: Excel has not so many columns.
        OSError: The file, or a temporary one, can't be written.
    """
    if len(columns) > _MOST_COLUMNS:
        raise UsageError(
            f"The records have {len(columns):,} fields, and a sheet of Excel has {_MOST_COLUMNS:,} columns",
            hint="Choose some with property=[...].",
        )
    # Its temporary files lie in a folder of ours, which goes whatever happens
    with TemporaryDirectory(prefix="isnshell-", ignore_cleanup_errors=True) as folder:
        book = Workbook(file, {"constant_memory": True, "tmpdir": folder})
        try:
            _Sheets(book, columns, sheet).write(iter(rows))
            book.close()
        except BaseException as error:
            for one in book.worksheets():
                with suppress(OSError):
                    one._opt_close()  # its temporary file: a workbook that is not closed keeps it open
            if isinstance(error, FileCreateError):
                raise error.args[0] from error  # the OSError that it hides
            raise


class _Sheets:
    def __init__(self, book: Any, columns: Sequence[str], name: str) -> None:
        self._book = book
        self._columns = columns
        self._name = name
        self._bold = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EEF2F6"})
        self._date = book.add_format({"num_format": _DATE_FORMAT, "align": "left"})
        self._cut = 0

    def write(self, rows: Iterator[Sequence[Any]]) -> None:
        sample = list(islice(rows, _SAMPLE))
        widths = self._widths(sample)
        rows = chain(sample, rows)
        for number in count(1):
            sheet = self._book.add_worksheet(_sheet_name(self._name, number))
            self._write_sheet(sheet, widths, islice(rows, _LAST_ROW))
            following = list(islice(rows, 1))
            if not following:
                break
            rows = chain(following, rows)
        if self._cut:
            get_host().warn(f"{self._cut} cells were longer than Excel's {_LONGEST_CELL:,} characters and were cut.")

    def _write_sheet(self, sheet: Any, widths: Sequence[int], rows: Iterable[Sequence[Any]]) -> None:
        for column, (name, width) in enumerate(zip(self._columns, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, self._bold)
        sheet.freeze_panes(1, 0)
        line = 0
        for line, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                self._write(sheet, line, column, cell)
        if self._columns:
            sheet.autofilter(0, 0, line, len(self._columns) - 1)

    def _write(self, sheet: Any, line: int, column: int, cell: Any) -> None:
        if cell is None:
            return
        if isinstance(cell, bool):
            sheet.write_boolean(line, column, cell)
        elif isinstance(cell, (int, float)) and abs(cell) <= _EXACT:  # neither infinite nor not-a-number
            sheet.write_number(line, column, cell)
        elif isinstance(cell, str) and (moment := utc(cell)) and moment.year >= _FIRST_DATE:
            sheet.write_datetime(line, column, _without_zone(moment), self._date)
        else:
            text = str(cell)
            self._cut += len(text) > _LONGEST_CELL
            sheet.write_string(line, column, text[:_LONGEST_CELL])

    def _widths(self, sample: Sequence[Sequence[Any]]) -> list[int]:
        longest = [len(name) + 4 for name in self._columns]  # room for the filter's arrow
        for row in sample:
            longest = [max(width, len(str(cell)) + 1) for width, cell in zip(longest, row, strict=True)]
        return [min(width, _WIDEST) for width in longest]


def _sheet_name(name: str, number: int) -> str:
    """A name that Excel allows: at most 31 characters, some of them forbidden."""
    plain = re.sub(r"[\[\]:*?/\\]", "_", name).strip("'") or "records"
    return plain[:31] if number == 1 else f"{plain[:26]} {number}"


def _without_zone(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)
