"""Files whose cells have types: Excel and Parquet."""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import UsageError
from isnshell.formatting.columns import choices
from isnshell.formatting.gather import Rows, gathered
from isnshell.formatting.textfiles import say_written
from isnshell.pipeline.stage import Sink, Stage
from isnshell.pipeline.stream import Stream

from .extras import extra
from .targets import SPELLINGS, Target, target


@cmdlet("Export-Excel", spellings=SPELLINGS)
def export_excel(
    path: Any, *, property: Any = (), worksheet_name: str = "records", force: bool = False, no_clobber: bool = False
) -> Stage:
    """Write records to an Excel workbook: typed cells, a heading that stays in view and filters.

    Moments are real dates in UTC and say so, days are real dates; ids and text that looks like a number stay text;
    nothing is ever a formula.
    Needs the extra `excel`: `pip install "isnshell[excel]"`.

    Args:
        path: The file, ending in `.xlsx`.
        property: Columns: names, dotted paths, wildcards, or a list of these; all fields if left out.
        worksheet_name: Name of the sheet, 31 characters at most; after 1,048,575 records another sheet follows.
        force: Replace an existing file.
        no_clobber: Never replace a file, not even with `force`.

    Returns:
        Path: The file.

    Raises:
        FileError: The folder is missing or can't be written to, the file exists, or is open in Excel.
        UsageError: The name ends otherwise, the extra is not installed, or there are more columns than Excel's 16,384.

    PowerShell: none in PowerShell itself; Export-Excel of the module ImportExcel

    Example:
        >>> [{"id": "007", "created": "2026-03-01T08:00:00Z"}] | export_excel("people.xlsx", force=True)
        PosixPath('.../people.xlsx')
    """
    if isinstance(path, (str, PathLike)) and Path(path).suffix.lower() not in ("", ".xlsx"):
        raise UsageError(f"Excel opens no workbook named {Path(path).name!r}", hint="Let the name end in .xlsx.")
    write_workbook = extra("spreadsheet", "write_workbook", "excel", "XlsxWriter")
    table = extra("spreadsheet", "Table", "excel", "XlsxWriter")

    def write(file: Any, rows: Rows) -> None:
        write_workbook(file, [table(worksheet_name, rows.columns, rows)])

    return _export(target("Export-Excel", path, force=force, no_clobber=no_clobber), property, write)


@cmdlet("Export-Parquet", spellings=SPELLINGS)
def export_parquet(path: Any, *, property: Any = (), force: bool = False, no_clobber: bool = False) -> Stage:
    """Write records to a Parquet file, for DuckDB, Spark or Snowflake.

    Each column has one type: bool, whole number, number, timestamp in UTC, else text. Needs the extra `parquet`:
    `pip install "isnshell[parquet]"`.

    Args:
        path: The file, ending in `.parquet`.
        property: Columns: names, dotted paths, wildcards, or a list of these; all fields if left out.
        force: Replace an existing file.
        no_clobber: Never replace a file, not even with `force`.

    Returns:
        Path: The file.

    Raises:
        FileError: The folder is missing or can't be written to, the file exists, or the disk is full.
        UsageError: The extra is not installed.

    PowerShell: none (isnshell's own)

    Example:
        >>> [{"id": "007", "created": "2026-03-01T08:00:00Z"}] | export_parquet("people.parquet", force=True)
        PosixPath('.../people.parquet')
    """
    write_parquet = extra("parquet", "write_parquet", "parquet", "pyarrow")
    return _export(target("Export-Parquet", path, force=force, no_clobber=no_clobber), property, write_parquet)


def _export(goal: Target, property: Any, write: Callable[[Any, Rows], None]) -> Stage:
    chosen = choices((property,))

    def consume(records: Stream) -> Path:
        goal.show_only()
        with gathered(records, chosen, into=goal.path.name) as rows, goal.writing("wb") as file:
            write(file, rows)
            count = len(rows)
        return say_written(goal.path, count)

    return Sink(consume, label=goal.command)
