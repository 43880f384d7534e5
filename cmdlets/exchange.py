"""Files and texts that other programs read and write: CSV, JSON, HTML, Excel, Parquet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import UsageError
from isnshell.formatting.cells import portable
from isnshell.formatting.columns import choices
from isnshell.formatting.delimited import Dialect, csv_lines, dialect, read_csv
from isnshell.formatting.gather import Rows, fields_of, gathered
from isnshell.formatting.html import list_lines, page_lines, table_lines
from isnshell.formatting.jsontext import from_json, is_deeper, json_line, to_json
from isnshell.formatting.textfiles import (
    check_output,
    codec,
    detect_encoding,
    input_files,
    open_text,
    say_written,
    writing,
)
from isnshell.host import get_host, note_once
from isnshell.naming import fold
from isnshell.pipeline.stage import Sink, Stage
from isnshell.pipeline.stream import Stream

_FROM_PIPE: Any = ...


@cmdlet("Export-Csv", aliases=("epcsv",))
def export_csv(
    path: Any,
    delimiter: str = ",",
    *,
    property: Any = (),
    append: bool = False,
    force: bool = False,
    no_clobber: bool = False,
    encoding: str = "utf-8",
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
        delimiter: One character; `;` for Excel in most of Europe.
        property: Columns: names, dotted paths, wildcards, or a list of these.
        append: Add rows to the file; columns are matched by its heading, and a field without a column is left out.
        force: Replace an existing file; with `append`, write rows that lack columns.
        no_clobber: Never replace a file, not even with `force`.
        encoding: `utf-8`; `utf-8-sig` makes Excel read it as UTF-8; any of Python's or PowerShell's names.
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
        UsageError: An argument is wrong, or appended records lack a column.

    PowerShell: Export-Csv (which replaces existing files without `-Force`, and writes formulas)

    Example:
        >>> [{"id": "007", "groups": ["staff", "vpn"]}] | export_csv("people.csv", force=True)
        PosixPath('.../people.csv')
    """
    replace = force and not no_clobber
    target = check_output(path, force=replace, append=append)
    how = dialect(delimiter, use_quotes, quote_fields, safe)
    name, chosen = codec(encoding), choices((property,))

    def consume(records: Stream) -> Path:
        if append and target.exists() and target.stat().st_size:
            return say_written(target, _append(target, records, how, force))
        with (
            gathered(records, chosen, label=f"Writing {target.name}") as rows,
            writing(target, force=replace or append, encoding=name, newline="") as file,
        ):
            if rows.columns:
                file.writelines(line + how.end for line in csv_lines(rows.columns, rows, how, header=not no_header))
            count = len(rows)
        return say_written(target, count)

    return Sink(consume, label="export_csv")


def _append(path: Path, records: Iterable[Any], how: Dialect, force: bool) -> int:
    """Add records to a CSV file under its own heading; gives how many."""
    encoding = detect_encoding(path)
    with open_text(path, encoding, newline="") as file:
        _, columns, _ = read_csv(file, delimiter=how.delimiter, name=path.name)
    unfinished = not _ends_its_line(path)
    places = {fold(name): place for place, name in enumerate(columns)}
    always = how.always_quoted(columns)
    count = 0
    with writing(path, append=True, encoding="utf-8" if encoding == "utf-8-sig" else encoding, newline="") as file:
        if unfinished:
            file.write(how.end)
        for record in records:
            file.write(how.line(_placed(record, columns, places, force), always) + how.end)
            count += 1
    return count


def _ends_its_line(path: Path) -> bool:
    with open(path, "rb") as file:
        file.seek(-min(path.stat().st_size, 4), 2)
        return file.read().rstrip(b"\0")[-1:] in (b"\r", b"\n")  # UTF-16 ends in a null byte


def _placed(record: Any, columns: Sequence[str], places: dict[str, int], force: bool) -> list[Any]:
    row: list[Any] = [None] * len(columns)
    missing = set(places)
    for name, value in fields_of(record):
        place = places.get(fold(name))
        if place is not None:
            row[place] = portable(value)
            missing.discard(fold(name))
    if missing and not force:
        lacks = [columns[places[name]] for name in places if name in missing]
        raise UsageError(
            f"A record has no field {' and no '.join(lacks)}, which the file has a column for",
            hint="Nothing was added. force=True leaves such cells empty.",
        )
    return row


@cmdlet("ConvertTo-Csv")
def convert_to_csv(
    value: Any = _FROM_PIPE,
    delimiter: str = ",",
    *,
    property: Any = (),
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
        delimiter: One character.
        property: Columns: names, dotted paths, wildcards, or a list of these; all fields if left out.
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
    how = dialect(delimiter, use_quotes, quote_fields, safe)
    chosen = choices((property,))

    def lines(records: Iterator[Any]) -> Iterator[str]:
        with gathered(records, chosen) as rows:
            if rows.columns:
                yield from csv_lines(rows.columns, rows, how, header=not no_header)

    return _given(Stage(lines, label="convert_to_csv"), value)


def _given(stage: Stage, value: Any) -> Any:
    """The stage, or what it gives for a value that the call brought along."""
    return stage if value is _FROM_PIPE else stage.run(value)


@cmdlet("Import-Csv", aliases=("ipcsv",), pipe={"path": ("path", "full_name")})
def import_csv(
    path: Any, delimiter: str | None = None, *, header: Sequence[str] | None = None, encoding: str | None = None
) -> Stream:
    """Read records from CSV files, one per row; all values are text.

    Encoding and delimiter are found out and said: byte order mark, UTF-8, else cp1252; comma, semicolon, tab or bar.
    An empty heading is named `H1`, `H2` ..., a second `name` becomes `name_2`, and a short row has nulls.

    Args:
        path: A file, a wildcard (`exports/*.csv`) or a list of these.
        delimiter: One character; found out if left out.
        header: Names of the columns, for files without a heading.
        encoding: Python's or PowerShell's name of an encoding; found out if left out.

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
    if delimiter is not None:
        dialect(delimiter, "always", None, False)
    name = codec(encoding) if encoding else None

    def rows(want: int | None) -> Iterator[Any]:
        return chain.from_iterable(_read(file, delimiter, header, name) for file in files)

    return Stream(rows, label=f"rows of {', '.join(file.name for file in files[:3])}")


_DELIMITER_NAMES = {"\t": "tab", ",": "comma", ";": "semicolon", "|": "bar"}


def _read(path: Path, delimiter: str | None, header: Sequence[str] | None, encoding: str | None) -> Iterator[Any]:
    found = encoding or detect_encoding(path)
    with open_text(path, found, newline="") as file:
        used, names, records = read_csv(file, delimiter=delimiter, header=header, name=path.name)
        columns = f"{len(names)} column{'' if len(names) == 1 else 's'}"
        took = f"{path.name}: {found}, {_DELIMITER_NAMES.get(used, used)}, {columns}"
        note_once(took, key=f"{path.absolute()} {took}")
        yield from records


@cmdlet("ConvertFrom-Csv")
def convert_from_csv(
    value: Any = _FROM_PIPE, delimiter: str | None = None, *, header: Sequence[str] | None = None
) -> Any:
    """Read records out of lines of CSV; all values are text.

    Args:
        value: Lines, or one text of several lines; out of the pipe if left out.
        delimiter: One character; found out if left out.
        header: Names of the columns, for text without a heading.

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
    if delimiter is not None:
        dialect(delimiter, "always", None, False)

    def rows(texts: Iterator[Any]) -> Iterator[Any]:
        lines = (line for text in texts for line in StringIO(str(text).rstrip("\r\n") + "\n", newline=""))
        yield from read_csv(lines, delimiter=delimiter, header=header)[2]

    return _given(Stage(rows, label="convert_from_csv", waits_for="the lines to read"), value)


@cmdlet("ConvertTo-Json")
def convert_to_json(
    value: Any = _FROM_PIPE, *, depth: int | None = None, compress: bool = False, as_array: bool = False
) -> Any:
    """Give records as JSON text: one record as an object, several as an array.

    Args:
        value: What to convert; out of the pipe if left out. A list given here stays a list, even of one.
        depth: Levels that are spelled out; deeper values become text, with a warning. All levels if left out.
        compress: Without blanks and line breaks.
        as_array: An array even for one record.

    Returns:
        str: The JSON, non-ASCII characters as they are; None for an empty pipe.

    Raises:
        UsageError: `depth` is negative.

    PowerShell: ConvertTo-Json (whose depth is 2 unless `-Depth` says otherwise)

    Example:
        >>> convert_to_json({"op": "replace", "path": "/name", "value": "Zoë"}, compress=True)
        '{"op":"replace","path":"/name","value":"Zoë"}'
    """
    if depth is not None and depth < 0:
        raise UsageError(f"depth={depth!r} is negative", hint="Give 0 or more, or leave it out for all levels.")

    def text(content: Any) -> str:
        if depth is not None and is_deeper(content, depth):
            get_host().warn(f"The JSON is cut: it is nested deeper than depth={depth}.")
        return to_json(content, depth=depth, compress=compress)

    def consume(records: Stream) -> str | None:
        values = list(records)
        if len(values) == 1 and not as_array:
            return text(values[0])
        return text(values) if values or as_array else None

    if value is not _FROM_PIPE and not isinstance(value, Stream):
        return text([value] if as_array and not isinstance(value, (list, tuple)) else value)
    return _given(Sink(consume, label="convert_to_json"), value)


@cmdlet("ConvertFrom-Json")
def convert_from_json(value: Any = _FROM_PIPE) -> Any:
    """Read JSON text: objects become Records, an array a list of them.

    Args:
        value: The text; out of the pipe if left out, where lines are put together. Also takes one document per line.

    Returns:
        Record, list, str, float, int, bool or None: What the text says.

    Raises:
        UsageError: It is no JSON; the message says where it breaks.

    PowerShell: ConvertFrom-Json

    Example:
        >>> convert_from_json('{"id": "7", "owner": {"name": "Ada"}}').owner.name
        'Ada'
    """
    stage = Sink(lambda lines: from_json(map(str, lines)), label="convert_from_json", waits_for="the text to read")
    return _given(stage, value)


@cmdlet("Export-JsonLines")
def export_json_lines(
    path: Any, *, append: bool = False, force: bool = False, no_clobber: bool = False, encoding: str = "utf-8"
) -> Stage:
    """Write records to a file, each as one line of JSON, nothing lost.

    Args:
        path: The file, in an existing folder.
        append: Add to the file.
        force: Replace an existing file.
        no_clobber: Never replace a file, not even with `force`.
        encoding: Python's or PowerShell's name of an encoding.

    Returns:
        Path: The file. `get_content(path) | convert_from_json()` reads it back.

    Raises:
        FileError: The folder is missing or can't be written to, the file exists, or the disk is full.

    PowerShell: none (isnshell's own)

    Example:
        >>> [{"id": "7"}] | export_json_lines("people.jsonl", force=True)
        PosixPath('.../people.jsonl')
    """
    replace = force and not no_clobber
    target = check_output(path, force=replace, append=append)
    name = codec(encoding)

    def consume(records: Stream) -> Path:
        count = 0
        with (
            get_host().progress(f"Writing {target.name}", unit="records") as advance,
            writing(target, force=replace, append=append, encoding=name, newline="") as file,
        ):
            for count, record in enumerate(records, 1):
                file.write(json_line(record) + "\n")
                if count % 1000 == 0:
                    advance(count)
        return say_written(target, count, "record")

    return Sink(consume, label="export_json_lines")


@cmdlet("ConvertTo-Html")
def convert_to_html(
    *property: Any,
    title: str = "isnshell",
    as_: str = "table",
    head: str = "",
    pre_content: str = "",
    post_content: str = "",
    fragment: bool = False,
    **calculated: Any,
) -> Stage:
    """Give records as one HTML page that needs no other file; a click on a heading sorts the table.

    Reads the whole stream first. Dates are local time with its zone.

    Args:
        property: Columns: names, dotted paths, wildcards or functions of a record; all fields if left out.
        title: Title of the page, plain text.
        as_: `table`, or `list` for one small table per record.
        head: HTML for the head of the page.
        pre_content: HTML before the records.
        post_content: HTML behind them.
        fragment: True gives the table without a page around it.
        calculated: Further columns, heading to path or function.

    Returns:
        Stream: The lines as str; `| out_file("page.html")` writes them.

    Raises:
        UsageError: `as_` is neither `table` nor `list`, or a parameter is misspelled.

    PowerShell: ConvertTo-Html

    Example:
        >>> list([{"name": "R&D"}] | convert_to_html(fragment=True))[3]
        '<tr><td>R&amp;D</td></tr>'
    """
    shape = calculated.pop("as", as_)
    if shape not in ("table", "list"):
        raise UsageError(f"as_={shape!r} is unknown", hint="It may be 'table' or 'list'.")
    listed = calculated.pop("property", ())
    chosen = choices((*property, *([listed] if isinstance(listed, str) else listed)), calculated)
    draw = table_lines if shape == "table" else list_lines

    def lines(records: Iterator[Any]) -> Iterator[str]:
        with gathered(records, chosen) as rows:
            body = chain(filter(None, [pre_content]), draw(rows.columns, rows), filter(None, [post_content]))
            yield from body if fragment else page_lines(body, title=title, head=head)

    return Stage(lines, label="convert_to_html")


@cmdlet("Export-Excel")
def export_excel(
    path: Any, *, property: Any = (), worksheet_name: str = "records", force: bool = False, no_clobber: bool = False
) -> Stage:
    """Write records to an Excel workbook: typed cells, a heading that stays in view and filters.

    Dates are real dates in UTC and say so; ids and text that looks like a number stay text; nothing is ever a formula.
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
        UsageError: The extra is not installed.

    PowerShell: none in PowerShell itself; Export-Excel of the module ImportExcel

    Example:
        >>> [{"id": "007", "created": "2026-03-01T08:00:00Z"}] | export_excel("people.xlsx", force=True)
        PosixPath('.../people.xlsx')
    """
    write_workbook = _extra("spreadsheet", "write_workbook", "excel", "XlsxWriter")

    def write(file: Any, rows: Rows) -> None:
        write_workbook(file, rows.columns, rows, sheet=worksheet_name)

    return _binary_export("export_excel", write, path, property, force and not no_clobber)


@cmdlet("Export-Parquet")
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
    write_parquet = _extra("parquet", "write_parquet", "parquet", "pyarrow")
    return _binary_export("export_parquet", write_parquet, path, property, force and not no_clobber)


def _extra(module: str, function: str, extra: str, package: str) -> Callable[..., None]:
    """A writer whose library not everybody has installed."""
    from importlib import import_module

    try:
        return getattr(import_module(f"isnshell.formatting.{module}"), function)  # type: ignore[no-any-return]
    except ImportError as error:
        raise UsageError(
            f"This needs {package}, which is not installed", hint=f'Install it: pip install "isnshell[{extra}]".'
        ) from error


def _binary_export(label: str, write: Callable[[Any, Rows], None], path: Any, property: Any, replace: bool) -> Stage:
    target = check_output(path, force=replace)
    chosen = choices((property,))

    def consume(records: Stream) -> Path:
        with (
            gathered(records, chosen, label=f"Writing {target.name}") as rows,
            writing(target, force=replace, mode="wb") as file,
        ):
            write(file, rows)
            count = len(rows)
        return say_written(target, count)

    return Sink(consume, label=label)
