"""CSV: files and lines, written after RFC 4180 and read as they come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import Any

from attrs import evolve

from isnshell.commands.cmdlet import cmdlet
from isnshell.formatting.columns import choices
from isnshell.formatting.culture import delimiter_of
from isnshell.formatting.delimited import Dialect, csv_lines, dialect, placed, read_csv
from isnshell.formatting.gather import Rows, gathered
from isnshell.formatting.textfiles import (
    codec,
    codec_to_add,
    detect_encoding,
    ends_its_line,
    input_files,
    open_text,
    refuse_workbook,
    say_written,
)
from isnshell.host import note_once
from isnshell.pipeline.stage import Sink, Stage
from isnshell.pipeline.stream import Stream

from .targets import SPELLINGS, Target, target

_FROM_PIPE: Any = ...


_SPELLINGS = {"qf": "quote_fields", "uq": "use_quotes", "nti": "no_type_information"}


@cmdlet("Export-Csv", aliases=("epcsv",), spellings={**SPELLINGS, **_SPELLINGS})
def export_csv(
    path: Any,
    delimiter: str | None = None,
    *,
    property: Any = (),
    append: bool = False,
    force: bool = False,
    no_clobber: bool = False,
    encoding: str | None = None,
    use_culture: bool = False,
    use_quotes: str = "always",
    quote_fields: Sequence[str] | str | None = None,
    no_header: bool = False,
    no_type_information: bool = True,
    safe: bool = True,
) -> Stage:
    """Write records to a CSV file (RFC 4180).

    The columns are the union of all fields, in the order in which they appear; choose others with `property` or with
    `select_object`. Lists of scalars are joined by `; `, other nested values are JSON, dates stay ISO text in UTC, and
    a null differs from an empty text: nothing between the delimiters instead of two quotes. The file appears whole or
    not at all, and is written in constant memory.

    Args:
        path: The file, in an existing folder; `~` is the home folder.
        delimiter: One character; a comma if left out, or what the file has that is added to. Excel in most of Europe
            wants `;`.
        property: Columns: names, dotted paths, wildcards, or a list of these.
        append: Add rows to the file under its heading; a field without a column is left out, which a warning says.
        force: Replace an existing file; with `append`, leave columns empty that no record has.
        no_clobber: Never replace a file, not even with `force`.
        encoding: `utf-8` if left out, or what the file has that is added to; `utf-8-sig` makes Excel read it as UTF-8;
            any of Python's or PowerShell's names.
        use_culture: The delimiter of this machine's culture: `;` where numbers have a decimal comma.
        use_quotes: `always`, `as_needed` or `never`.
        quote_fields: Columns that are quoted; the others as needed.
        no_header: Leave out the heading.
        no_type_information: Has no effect; PowerShell 5 scripts give it.
        safe: Put an apostrophe before text that Excel would run as a formula (it begins with `=`, `+`, `-`, `@`, tab or
            CR and is no number). False writes it as it is.

    Returns:
        Path: The file.

    Raises:
        FileError: The folder is missing or can't be written to, the file exists, or the disk is full.
        UsageError: An argument is wrong, no added record has one of the columns, or the encoding lacks a character.

    PowerShell: Export-Csv (which replaces existing files without `-Force`, and writes formulas)

    Example:
        >>> [{"id": "007", "groups": ["staff", "vpn"]}] | export_csv("people.csv", force=True)
        PosixPath('.../people.csv')
    """
    goal = target("Export-Csv", path, force=force, no_clobber=no_clobber, append=append)
    separator = delimiter_of(delimiter, use_culture, None)
    how = dialect(separator or ",", use_quotes, quote_fields, safe)
    name, chosen = codec(encoding) if encoding else None, choices((property,))

    def consume(records: Stream) -> Path:
        goal.show_only()
        with gathered(records, chosen, into=goal.path.name) as rows:
            if goal.adds:
                _add(goal, rows, separator, how, name, heading=not no_header, force=force)
            else:
                _write(goal, rows, how, name or "utf-8", heading=not no_header)
            return say_written(goal.path, len(rows))

    return Sink(consume, label="export_csv")


def _write(goal: Target, rows: Rows, how: Dialect, encoding: str, *, heading: bool) -> None:
    with goal.writing(encoding=encoding, newline="") as file:
        if rows.columns:
            file.writelines(line + how.end for line in csv_lines(rows.columns, rows, how, header=heading))


def _add(
    goal: Target, rows: Rows, delimiter: str | None, how: Dialect, encoding: str | None, *, heading: bool, force: bool
) -> None:
    """Add rows to a file, in the order of its own heading if it has one."""
    with open_text(goal.path, detect_encoding(goal.path), newline="") as file:
        found, columns, _ = read_csv(file, delimiter=delimiter, name=goal.path.name)
    how = evolve(how, delimiter=found)
    order = placed(columns, rows.columns, force=force) if heading and rows.columns else None
    columns = columns if order else rows.columns
    added = rows if order is None else ([_first(row, places) for places in order] for row in rows)
    unfinished = not ends_its_line(goal.path)
    with goal.writing(encoding=codec_to_add(goal.path, encoding), newline="") as file:
        if unfinished and len(rows):
            file.write(how.end)
        file.writelines(line + how.end for line in csv_lines(columns, added, how, header=False))


def _first(row: Sequence[Any], places: Sequence[int]) -> Any:
    return next((row[place] for place in places if row[place] is not None), None)


@cmdlet("ConvertTo-Csv", spellings=_SPELLINGS)
def convert_to_csv(
    value: Any = _FROM_PIPE,
    delimiter: str | None = None,
    *,
    property: Any = (),
    use_culture: bool = False,
    use_quotes: str = "always",
    quote_fields: Sequence[str] | str | None = None,
    no_header: bool = False,
    no_type_information: bool = True,
    safe: bool = False,
) -> Any:
    """Give records as lines of CSV: the heading, then one text per record.

    Reads the whole stream first, since any record may bring a new column.

    Args:
        value: Records; out of the pipe if left out.
        delimiter: One character; a comma if left out.
        property: Columns: names, dotted paths, wildcards, or a list of these; all fields if left out.
        use_culture: The delimiter of this machine's culture: `;` where numbers have a decimal comma.
        use_quotes: `always`, `as_needed` or `never`.
        quote_fields: Columns that are quoted; the others as needed.
        no_header: Leave out the heading.
        no_type_information: Has no effect; PowerShell 5 scripts give it.
        safe: Put an apostrophe before text that Excel would run as a formula.

    Returns:
        Stream: The lines as str, without line ends.

    Raises:
        UsageError: An argument is wrong.

    PowerShell: ConvertTo-Csv

    Example:
        >>> list([{"id": 7, "name": "Zoe"}] | convert_to_csv())
        ['"id","name"', '"7","Zoe"']
    """
    how = dialect(delimiter_of(delimiter, use_culture, ",") or ",", use_quotes, quote_fields, safe)
    chosen = choices((property,))

    def lines(records: Iterator[Any]) -> Iterator[str]:
        with gathered(records, chosen) as rows:
            if rows.columns:
                yield from csv_lines(rows.columns, rows, how, header=not no_header)

    stage = Stage(lines, label="convert_to_csv")
    return stage if value is _FROM_PIPE else stage.run(value)


@cmdlet(
    "Import-Csv",
    aliases=("ipcsv",),
    pipe={"path": ("path", "full_name", "ps_path")},
    spellings={"literal_path": "path", "ps_path": "path", "lp": "path"},
)
def import_csv(
    path: Any,
    delimiter: str | None = None,
    *,
    header: Sequence[str] | str | None = None,
    encoding: str | None = None,
    use_culture: bool = False,
) -> Stream:
    """Read records from CSV files, one per row; all values are text.

    Encoding and delimiter are found out and said: byte order mark, UTF-8, else cp1252; comma, semicolon, tab or bar.
    Blanks before a value are left out, remarks (`# ...`) before the heading, and the apostrophe that `export_csv` puts
    before a formula. An empty heading is named `H1`, `H2` ..., a second `name` becomes `name_2`, a short row has nulls,
    and a warning tells of rows that are too long.

    Args:
        path: A file, a wildcard (`exports/*.csv`) or a list of these.
        delimiter: One character; found out if left out.
        header: Names of the columns, for files without a heading.
        encoding: Python's or PowerShell's name of an encoding; found out if left out.
        use_culture: The delimiter of this machine's culture: `;` where numbers have a decimal comma.

    Returns:
        Stream: Records, read when they are used and in constant memory; each loop reads the file again.

    Raises:
        FileError: There is no such file, or it can't be read.
        UsageError: The delimiter is not one character, or the encoding is unknown.
        AnswerError: A line is no CSV; the message says which.

    PowerShell: Import-Csv

    Example:
        >>> import_csv("ids.csv")[0].id
        '00123'
    """
    files = input_files(path)
    separator = _checked(delimiter_of(delimiter, use_culture, None))
    name = codec(encoding) if encoding else None

    def rows(want: int | None) -> Iterator[Any]:
        return chain.from_iterable(_read(file, separator, header, name) for file in files)

    return Stream(rows, label=f"rows of {', '.join(file.name for file in files[:3])}")


def _checked(delimiter: str | None) -> str | None:
    return None if delimiter is None else dialect(delimiter, "always", None, False).delimiter


_DELIMITER_NAMES = {"\t": "tab", ",": "comma", ";": "semicolon", "|": "bar"}


def _read(path: Path, delimiter: str | None, header: Sequence[str] | str | None, encoding: str | None) -> Iterator[Any]:
    found = encoding or detect_encoding(path)
    refuse_workbook(path)
    with open_text(path, found, newline="") as file:
        used, names, records = read_csv(file, delimiter=delimiter, header=header, name=path.name)
        columns = f"{len(names)} column{'' if len(names) == 1 else 's'}"
        took = f"{path.name}: {found}, {_DELIMITER_NAMES.get(used, used)}, {columns}"
        note_once(took, key=f"{path.absolute()} {took}")
        yield from records


@cmdlet("ConvertFrom-Csv")
def convert_from_csv(
    value: Any = _FROM_PIPE,
    delimiter: str | None = None,
    *,
    header: Sequence[str] | str | None = None,
    use_culture: bool = False,
) -> Any:
    """Read records out of lines of CSV; all values are text.

    Args:
        value: Lines, or one text of several lines; out of the pipe if left out.
        delimiter: One character; found out if left out.
        header: Names of the columns, for text without a heading.
        use_culture: The delimiter of this machine's culture: `;` where numbers have a decimal comma.

    Returns:
        Stream: Records, read when they are used.

    Raises:
        UsageError: The delimiter is not one character.
        AnswerError: A line is no CSV.

    PowerShell: ConvertFrom-Csv

    Example:
        >>> list(convert_from_csv("id;name\\n7;Ada"))
        [Record({'id': '7', 'name': 'Ada'})]
    """
    separator = _checked(delimiter_of(delimiter, use_culture, None))

    def rows(texts: Iterator[Any]) -> Iterator[Any]:
        lines = (line for text in texts for line in StringIO(str(text).rstrip("\r\n") + "\n", newline=""))
        yield from read_csv(lines, delimiter=separator, header=header)[2]

    stage = Stage(rows, label="convert_from_csv", waits_for="the lines to read")
    return stage if value is _FROM_PIPE else stage.run(value)
