"""What becomes of results: shown as tables and lists, as text, in a file of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import UsageError
from isnshell.formatting.canvas import Canvas, text_canvas
from isnshell.formatting.columns import choices, view_kinds, view_of
from isnshell.formatting.formatted import Draw, Formatted, drawing
from isnshell.formatting.textfiles import codec, codec_to_add, say_written
from isnshell.pipeline.stage import Sink, Stage
from isnshell.pipeline.stream import as_stream

from .targets import target


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
    return _formats(drawing("list", chosen=chosen, whole=True), group_by, "format_list")


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
        whole = source if isinstance(source, (Mapping, Formatted)) else as_stream(source)
        return self.around(lambda: self._take(whole))


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


@cmdlet(
    "Out-File",
    spellings={
        "path": "file_path",
        **dict.fromkeys(("literal_path", "ps_path", "lp"), "file_path"),
        "no_overwrite": "no_clobber",
    },
)
def out_file(
    file_path: Any,
    encoding: str | None = None,
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
        encoding: Python's or PowerShell's name of an encoding; UTF-8 if left out, or that of the file that is added to.
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
    goal = target("Out-File", file_path, force=force, no_clobber=no_clobber, append=append)
    name = codec(encoding) if encoding else None

    def consume(value: Any) -> Path:
        goal.show_only()
        chosen = codec_to_add(goal.path, name) if append else name or "utf-8"
        with goal.writing(encoding=chosen, newline="") as file:
            for text in _texts(value, Canvas(width)):
                file.write(text.rstrip("\n") if no_newline else text)
        return say_written(goal.path)

    return _Out(consume, "out_file")
