"""What becomes of results: shown as tables and lists, as text, in files of text."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import UsageError
from isnshell.formatting.canvas import Canvas, text_canvas
from isnshell.formatting.columns import choices, view_kinds, view_of
from isnshell.formatting.formatted import Draw, Formatted, drawing
from isnshell.formatting.textfiles import (
    check_output,
    codec,
    detect_encoding,
    input_files,
    open_text,
    say_written,
    unreadable,
    writing,
)
from isnshell.pipeline.stage import Sink, Stage
from isnshell.pipeline.stream import Stream, as_stream

_NO_VALUE: Any = ...


def _formats(draw: Draw, group_by: Any, label: str) -> Stage:
    """A stage that gives a Formatted; nothing is read before that is shown."""
    return Sink(lambda source: Formatted(source, draw, group_by=group_by, label=label), label=label)


def _asked(property: tuple[Any, ...], calculated: dict[str, Any], options: tuple[str, ...]) -> list[Any]:
    """The columns of a call; `property=[...]` is PowerShell's way to give them."""
    given = calculated.pop("property", ())
    listed = given if isinstance(given, (list, tuple)) else (given,)
    return choices((*property, *listed), calculated, options=options)


@cmdlet("Format-Table", aliases=("ft",))
def format_table(
    *property: Any,
    auto_size: bool = False,
    wrap: bool = False,
    group_by: Any = None,
    hide_table_headers: bool = False,
    repeat_header: bool = False,
    view: str | None = None,
    **calculated: Any,
) -> Stage:
    """Show records as a table that fits the width.

    Ids, numbers and dates are shown whole, long text is cut; where room is short, the least important columns are left
    out. Dates are local time with its zone. Nothing is read before the table is shown.

    Args:
        property: Properties to show: names, dotted paths (`target.name`), wildcards (`*Date`), functions of a record,
            or `{"name": "Size", "expression": "rows", "width": 9, "alignment": "right", "format_string": ",.0f"}`, in
            which the format is Python's. The default view of the records' kind if left out. A function's cell is empty
            where it fails.
        auto_size: Read all records first, so that the widths fit all of them; otherwise the first page decides.
        wrap: Break long text into several lines instead of cutting it.
        group_by: A property or function; a heading stands wherever its value changes (sort first).
        hide_table_headers: Leave out the headings.
        repeat_header: Show them again on each page.
        view: Kind of record whose default view is used, such as `TaskStatus`.
        calculated: Further columns, heading to path or function: `Hours=lambda task: ...`.

    Returns:
        Formatted: Shown by the prompt; `str()` draws it, `out_file` and `out_string` take it.

    Raises:
        UsageError: A column is neither a path nor a function, a parameter is misspelled, or there is no such view.

    PowerShell: Format-Table

    Example:
        >>> print([{"id": "7", "state": "ACTIVE"}] | format_table("state", Number="id"))
        state   Number
        ──────  ──────
        ACTIVE  7
    """
    chosen = _asked(
        property, calculated, ("auto_size", "wrap", "group_by", "hide_table_headers", "repeat_header", "view")
    )
    if view is not None and view_of(view) is None:
        raise UsageError(f"There is no view {view!r}", hint=f"There are {', '.join(view_kinds())}.")
    draw = drawing(
        "table",
        chosen=chosen,
        kind=view,
        auto_size=auto_size,
        wrap=wrap,
        headers=not hide_table_headers,
        repeat_header=repeat_header,
    )
    return _formats(draw, group_by, "format_table")


@cmdlet("Format-List", aliases=("fl",))
def format_list(*property: Any, group_by: Any = None, **calculated: Any) -> Stage:
    """Show records as lists, one property a line.

    Args:
        property: Properties to show: names, dotted paths, wildcards or functions of a record; all if left out.
        group_by: A property or function; a heading stands wherever its value changes.
        calculated: Further lines, name to path or function.

    Returns:
        Formatted: Shown by the prompt; `str()` draws it, `out_file` and `out_string` take it.

    Raises:
        UsageError: A property is neither a path nor a function, or a parameter is misspelled.

    PowerShell: Format-List

    Example:
        >>> print({"id": "7", "owner": {"name": "Ada"}} | format_list())
        id    : 7
        owner : Ada
    """
    chosen = _asked(property, calculated, ("group_by",))
    return _formats(drawing("list", chosen=chosen), group_by, "format_list")


@cmdlet("Format-Wide", aliases=("fw",))
def format_wide(
    property: Any = None, *, column: int | None = None, auto_size: bool = False, group_by: Any = None
) -> Stage:
    """Show one property of the records in several columns.

    Args:
        property: The property, a dotted path or a function; the name if left out.
        column: How many stand side by side, at least 1; two if left out.
        auto_size: As many side by side as the longest value allows; reads all records first.
        group_by: A property or function; a heading stands wherever its value changes.

    Returns:
        Formatted: Shown by the prompt; `str()` draws it.

    Raises:
        UsageError: `column` is below 1.

    PowerShell: Format-Wide

    Example:
        >>> print(["ada", "ben", "cleo"] | format_wide(auto_size=True))
        ada  ben  cleo
    """
    if column is not None and column < 1:
        raise UsageError(f"column={column!r} is too small", hint="Give 1 or more.")
    chosen = choices(() if property is None else (property,))
    return _formats(drawing("wide", chosen=chosen, column=column, auto_size=auto_size), group_by, "format_wide")


@cmdlet("Format-Custom", aliases=("fc",))
def format_custom(*property: Any, depth: int = 5, group_by: Any = None, **calculated: Any) -> Stage:
    """Show records as trees, nested values spelled out.

    Args:
        property: Properties to show; all if left out.
        depth: Levels that are spelled out, 0 or more.
        group_by: A property or function; a heading stands wherever its value changes.
        calculated: Further branches, name to path or function.

    Returns:
        Formatted: Shown by the prompt; `str()` draws it.

    Raises:
        UsageError: `depth` is negative, or a parameter is misspelled.

    PowerShell: Format-Custom

    Example:
        >>> print({"name": "Ada", "access": [{"type": "ROLE"}]} | format_custom())
        record Ada
        ├── name = Ada
        └── access
            └── 0
                └── type = ROLE
    """
    if depth < 0:
        raise UsageError(f"depth={depth!r} is negative", hint="Give 0 or more.")
    chosen = _asked(property, calculated, ("depth", "group_by"))
    return _formats(drawing("tree", chosen=chosen, depth=depth), group_by, "format_custom")


class _Out(Sink):
    """A sink that is given one record as the one it is: it is shown otherwise than a stream of one."""

    def __init__(self, consume: Callable[[Any], Any], label: str) -> None:
        super().__init__(consume, label=label)
        self._take = consume

    def run(self, source: Any) -> Any:
        self._used = True
        return self._take(source if isinstance(source, (Mapping, Formatted)) else as_stream(source))


def _texts(value: Any, canvas: Canvas) -> Iterator[str]:
    """What the prompt would show, as plain text."""
    from isnshell.formatting.default import show_text  # loads rich

    return show_text(value, canvas)


@cmdlet("Out-String")
def out_string(*, width: int | None = None, stream: bool = False, no_newline: bool = False) -> Stage:
    """Give as text what the prompt would show.

    Args:
        width: Characters of a line; the terminal's if left out, 120 without a terminal.
        stream: True gives a list of lines instead of one text.
        no_newline: True leaves out all line breaks.

    Returns:
        str: The text; with `stream` a list of str.

    PowerShell: Out-String

    Example:
        >>> {"id": 7} | out_string()
        'id : 7\\n\\n'
    """

    def consume(value: Any) -> Any:
        text = "".join(_texts(value, text_canvas(width)))
        if no_newline:
            return text.replace("\n", "")
        return text.splitlines() if stream else text

    return _Out(consume, "out_string")


@cmdlet("Out-Host", aliases=("oh",))
def out_host(*, paging: bool = False) -> Stage:
    """Show results at once, as the prompt would; in a script that is the way to show a table.

    Args:
        paging: True stops after each screen until Enter is pressed; `q` ends the showing. Only at a terminal.

    Returns:
        None

    PowerShell: Out-Host

    Example:
        >>> [{"id": 7}] | out_host()
        id
        ──
         7
    """

    def consume(value: Any) -> None:
        from isnshell.formatting.default import show
        from isnshell.formatting.terminal import more

        show(value, pager=more if paging else None)

    return _Out(consume, "out_host")


@cmdlet("Out-File")
def out_file(
    file_path: Any,
    encoding: str = "utf-8",
    *,
    append: bool = False,
    force: bool = False,
    no_clobber: bool = False,
    width: int | None = None,
    no_newline: bool = False,
) -> Stage:
    """Write to a text file what the prompt would show; text is written as it is.

    The file appears whole or not at all, and an existing one is replaced only with `force`.

    Args:
        file_path: The file, in an existing folder; `~` is the home folder.
        encoding: Python's or PowerShell's name of an encoding.
        append: Add to the file.
        force: Replace an existing file.
        no_clobber: Never replace one, not even with `force`.
        width: Characters of a line; without it lines are as long as they need to be.
        no_newline: Leave out the line breaks between texts.

    Returns:
        Path: The file.

    Raises:
        FileError: The folder is missing or can't be written to, the file exists, or the disk is full.

    PowerShell: Out-File (which replaces existing files without `-Force`)

    Example:
        >>> ["one", "two"] | out_file("report.txt", force=True)
        PosixPath('.../report.txt')
    """
    path, replace = _target(file_path, force, no_clobber, append)
    name = codec(encoding)

    def consume(value: Any) -> Path:
        with writing(path, force=replace, append=append, encoding=name, newline="") as file:
            for text in _texts(value, Canvas(width)):
                file.write(text.rstrip("\n") if no_newline else text)
        return say_written(path)

    return _Out(consume, "out_file")


def _target(path: Any, force: bool, no_clobber: bool, append: bool) -> tuple[Path, bool]:
    replace = force and not no_clobber
    return check_output(path, force=replace, append=append), replace


@cmdlet("Get-Content", aliases=("gc", "type", "cat"), pipe={"path": ("path", "full_name")})
def get_content(
    path: Any,
    *,
    total_count: int | None = None,
    tail: int | None = None,
    raw: bool = False,
    encoding: str | None = None,
    as_byte_stream: bool = False,
) -> Any:
    """Read text files, line by line.

    Args:
        path: A file, a wildcard (`logs/*.txt`) or a list of these.
        total_count: Lines to read from the beginning.
        tail: Lines to read from the end.
        raw: True gives the whole text with its line breaks.
        encoding: Python's or PowerShell's name; found out if left out (byte order mark, UTF-8, else cp1252).
        as_byte_stream: True gives the bytes as they are.

    Returns:
        Stream: The lines as str, without their ends, read when they are used. With `raw` it is a str, with
            `as_byte_stream` bytes.

    Raises:
        FileError: There is no such file, or it can't be read.
        UsageError: The encoding is unknown, or `total_count` and `tail` are given both.

    PowerShell: Get-Content

    Example:
        >>> list(get_content("ids.txt", total_count=1))
        ['2c9180857182305e0171993735622948']
    """
    files = input_files(path)
    name = codec(encoding) if encoding else None
    if total_count is not None and tail is not None:
        raise UsageError("total_count and tail exclude each other", hint="Give one of them.")
    if as_byte_stream:
        return b"".join(map(_bytes, files))
    if raw:
        return "".join(_whole(file, name) for file in files)

    def lines(want: int | None) -> Iterator[str]:
        return chain.from_iterable(_cut(_lines(file, name), total_count, tail) for file in files)

    return Stream(lines, label=f"lines of {', '.join(file.name for file in files[:3])}")


def _cut(lines: Iterator[str], first: int | None, last: int | None) -> Iterator[str]:
    if last is not None:
        return iter(deque(lines, maxlen=last))
    return lines if first is None else islice(lines, first)


def _lines(path: Path, encoding: str | None) -> Iterator[str]:
    with open_text(path, encoding or detect_encoding(path)) as file:
        for line in file:
            yield line.rstrip("\n")


def _whole(path: Path, encoding: str | None) -> str:
    with open_text(path, encoding or detect_encoding(path), newline="") as file:
        return file.read()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


@cmdlet("Set-Content", aliases=("sc",))
def set_content(
    path: Any,
    value: Any = _NO_VALUE,
    *,
    encoding: str = "utf-8",
    force: bool = False,
    no_newline: bool = False,
) -> Any:
    """Write a text file, one line for each value.

    Args:
        path: The file, in an existing folder.
        value: A text or a list of values; out of the pipe if left out. Bytes are written as they are.
        encoding: Python's or PowerShell's name of an encoding.
        force: Replace an existing file.
        no_newline: Leave out the line ends.

    Returns:
        Path: The file.

    Raises:
        FileError: The folder is missing or can't be written to, the file exists, or the disk is full.

    PowerShell: Set-Content (which replaces existing files without `-Force`)

    Example:
        >>> set_content("ids.txt", ["2c9180857182305e0171993735622948"], force=True)
        PosixPath('.../ids.txt')
    """
    return _content("set_content", path, value, encoding, force=force, append=False, no_newline=no_newline)


@cmdlet("Add-Content", aliases=("ac",))
def add_content(path: Any, value: Any = _NO_VALUE, *, encoding: str = "utf-8", no_newline: bool = False) -> Any:
    """Add lines to a text file, which is made if it is missing.

    Args:
        path: The file, in an existing folder.
        value: A text or a list of values; out of the pipe if left out.
        encoding: Python's or PowerShell's name of an encoding.
        no_newline: Leave out the line ends.

    Returns:
        Path: The file.

    Raises:
        FileError: The file can't be written to; it stays as it was.

    PowerShell: Add-Content

    Example:
        >>> add_content("log.txt", "started")
        PosixPath('.../log.txt')
    """
    return _content("add_content", path, value, encoding, force=False, append=True, no_newline=no_newline)


def _content(label: str, path: Any, value: Any, encoding: str, *, force: bool, append: bool, no_newline: bool) -> Any:
    target, replace = _target(path, force, False, append)
    name = codec(encoding)

    def consume(values: Stream) -> Path:
        with writing(target, force=replace, append=append, mode="wb") as file:
            for one in values:
                file.write(one if isinstance(one, bytes) else f"{one}{'' if no_newline else chr(10)}".encode(name))
        return target

    stage = Sink(consume, label=label, waits_for="the lines to write")
    return stage if value is _NO_VALUE else stage.run(value)
