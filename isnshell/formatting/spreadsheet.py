"""Rows as an Excel workbook: typed cells, a heading that stays and filters, columns as wide as their content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime
from itertools import chain, count, islice
from tempfile import TemporaryDirectory
from typing import IO, Any

from attrs import frozen
from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from ..errors import UsageError
from ..host import get_host
from .cells import utc, whole_characters

_LAST_ROW = 1_048_575  # Excel's last row, counted from 0
_MOST_COLUMNS = 16_384
_LONGEST_CELL = 32_767
_WIDEST = 60
_SAMPLE = 200
_EXACT = 2**53  # larger whole numbers would lose digits
_FIRST_DATE = 1900
_DAY_FORMAT = "yyyy-mm-dd"
_MOMENT_FORMAT = 'yyyy-mm-dd hh:mm:ss "UTC"'  # Excel's dates have no zone, so the cell says it


@frozen
class Table:
    """What stands on a sheet.

    Args:
        name: Of the sheet.
        columns: Headings.
        rows: Portable cells.
    """

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Any]]


def write_workbook(file: IO[bytes], tables: Iterable[Table]) -> None:
    """Write tables into a workbook, each on a sheet of its own; where a sheet is full the next one begins.

    Raises:
        UsageError: Excel has not so many columns.
        OSError: The file, or a temporary one, can't be written.
    """
    # The library's temporary files lie in a folder of ours, which goes whatever happens
    with TemporaryDirectory(prefix="isnshell-", ignore_cleanup_errors=True) as folder:
        book = Workbook(file, {"constant_memory": True, "tmpdir": folder})
        try:
            sheets = _Sheets(book)
            for table in tables:
                sheets.add(table)
            book.close()
            sheets.tell()
        except BaseException as error:
            for one in book.worksheets():
                with suppress(OSError):
                    one._opt_close()  # its temporary file: a workbook that is not closed keeps it open
            if isinstance(error, FileCreateError):
                raise error.args[0] from error  # the OSError that it hides
            raise


class _Sheets:
    def __init__(self, book: Any) -> None:
        self._book = book
        self._names: set[str] = set()
        self._bold = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EEF2F6"})
        self._moment = book.add_format({"num_format": _MOMENT_FORMAT, "align": "left"})
        self._day = book.add_format({"num_format": _DAY_FORMAT, "align": "left"})
        self._cut = 0

    def add(self, table: Table) -> None:
        """Write a table on a sheet, or on several."""
        if len(table.columns) > _MOST_COLUMNS:
            raise UsageError(
                f"The records have {len(table.columns):,} fields, and a sheet of Excel has {_MOST_COLUMNS:,} columns",
                hint="Choose some with property=[...].",
            )
        rows = iter(table.rows)
        sample = list(islice(rows, _SAMPLE))
        widths = self._widths(table.columns, sample)
        rows = chain(sample, rows)
        while True:
            sheet = self._book.add_worksheet(self._free_name(table.name))
            self._write_sheet(sheet, table.columns, widths, islice(rows, _LAST_ROW))
            following = list(islice(rows, 1))
            if not following:
                return
            rows = chain(following, rows)

    def tell(self) -> None:
        """Say what Excel could not hold."""
        if self._cut:
            cells = "1 cell was" if self._cut == 1 else f"{self._cut:,} cells were"
            get_host().warn(f"{cells} longer than Excel's {_LONGEST_CELL:,} characters and cut.")

    def _free_name(self, wanted: str) -> str:
        """A name that Excel allows and that no other sheet has: at most 31 characters, some of them forbidden."""
        plain = re.sub(r"[\[\]:*?/\\]", "_", wanted).strip("'") or "records"
        if plain.casefold() == "history":  # Excel keeps it for itself
            plain = "history_"
        names = chain([plain[:31]], (f"{plain[:26]} {number}" for number in count(2)))
        name = next(one for one in names if one.casefold() not in self._names)
        self._names.add(name.casefold())
        return name

    def _write_sheet(
        self, sheet: Any, columns: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Any]]
    ) -> None:
        for column, (name, width) in enumerate(zip(columns, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, whole_characters(name), self._bold)
        sheet.freeze_panes(1, 0)
        line = 0
        for line, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                self._write(sheet, line, column, cell)
        if columns:
            sheet.autofilter(0, 0, line, len(columns) - 1)

    def _write(self, sheet: Any, line: int, column: int, cell: Any) -> None:
        if cell is None:
            return
        if isinstance(cell, bool):
            sheet.write_boolean(line, column, cell)
        elif isinstance(cell, (int, float)) and abs(cell) <= _EXACT:  # neither infinite nor not-a-number
            sheet.write_number(line, column, cell)
        elif isinstance(cell, str) and (moment := utc(cell)) and moment.year >= _FIRST_DATE:
            sheet.write_datetime(line, column, _without_zone(moment), self._moment)
        elif isinstance(cell, str) and (day := _day(cell)) and day.year >= _FIRST_DATE:
            sheet.write_datetime(line, column, day, self._day)
        else:
            text = whole_characters(str(cell))
            self._cut += len(text) > _LONGEST_CELL
            sheet.write_string(line, column, text[:_LONGEST_CELL])

    def _widths(self, columns: Sequence[str], sample: Sequence[Sequence[Any]]) -> list[int]:
        longest = [len(name) + 4 for name in columns]  # room for the filter's arrow
        for row in sample:
            longest = [max(width, len(str(cell)) + 1) for width, cell in zip(longest, row, strict=True)]
        return [min(width, _WIDEST) for width in longest]


def _without_zone(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _day(text: str) -> date | None:
    """The day that a cell of ISO text names."""
    try:
        return date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else None
    except ValueError:  # the 30th of February
        return None
