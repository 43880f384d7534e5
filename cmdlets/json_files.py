"""JSON: texts, and files of one record a line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import UsageError
from isnshell.formatting.jsontext import DATE_KINDS, ESCAPES, from_json, is_deeper, json_line, to_json, with_dates
from isnshell.formatting.textfiles import codec, codec_to_add, ends_its_line, say_written
from isnshell.host import get_host
from isnshell.naming import fold
from isnshell.pipeline.stage import Sink, Stage
from isnshell.pipeline.stream import Stream
from isnshell.records import wrap

from .targets import SPELLINGS, target

_FROM_PIPE: Any = ...


@cmdlet("ConvertTo-Json")
def convert_to_json(
    value: Any = _FROM_PIPE,
    *,
    depth: int | None = None,
    compress: bool = False,
    as_array: bool = False,
    enums_as_strings: bool = False,
    escape_handling: str = "default",
) -> Any:
    """Give records as JSON text: one record as an object, several as an array.

    Args:
        value: What to convert; out of the pipe if left out. A list given here stays a list, even of one.
        depth: Levels that are spelled out; deeper values become text, with a warning. All levels if left out.
        compress: Without blanks and line breaks.
        as_array: An array even for one record.
        enums_as_strings: Members of an enumeration by their names; by their values if left out.
        escape_handling: `default`; `escape_non_ascii` writes `\\u00eb` for `ë`; `escape_html` writes `<`, `>`, `&` and
            quotes so that they can stand in a page.

    Returns:
        str: The JSON; None for an empty pipe.

    Raises:
        UsageError: `depth` is negative, or `escape_handling` unknown.

    PowerShell: ConvertTo-Json (whose depth is 2 unless `-Depth` says otherwise)

    Example:
        >>> convert_to_json({"op": "replace", "path": "/name", "value": "Zoë"}, compress=True)
        '{"op":"replace","path":"/name","value":"Zoë"}'
    """
    if depth is not None and depth < 0:
        raise UsageError(f"depth={depth!r} is negative", hint="Give 0 or more, or leave it out for all levels.")
    escape = next((word for word in ESCAPES if fold(word) == fold(str(escape_handling))), None)
    if escape is None:
        raise UsageError(f"escape_handling={escape_handling!r} is unknown", hint=f"It may be {', '.join(ESCAPES)}.")

    def text(content: Any) -> str:
        if depth is not None and is_deeper(content, depth):
            get_host().warn(f"The JSON is cut: it is nested deeper than depth={depth}.")
        return to_json(content, depth=depth, compress=compress, escape=escape, enum_names=enums_as_strings)

    def consume(records: Stream) -> str | None:
        values = list(records)
        if len(values) == 1 and not as_array:
            return text(values[0])
        return text(values) if values or as_array else None

    if value is not _FROM_PIPE and not isinstance(value, Stream):
        return text([value] if as_array and not isinstance(value, (list, tuple)) else value)
    stage = Sink(consume, label="convert_to_json")
    return stage if value is _FROM_PIPE else stage.run(value)


@cmdlet("ConvertFrom-Json")
def convert_from_json(
    value: Any = _FROM_PIPE,
    *,
    as_hashtable: bool = False,
    date_kind: str = "string",
    depth: int = 1024,
    no_enumerate: bool = True,
) -> Any:
    """Read JSON text: objects become Records, an array a list of them.

    Args:
        value: The text; out of the pipe if left out, where lines are put together. Also takes one document per line.
        as_hashtable: Plain dicts instead of Records.
        date_kind: `string` leaves dates the text they are, as all commands take them; `utc`, `local` and `offset` make
            ISO text of a moment a datetime: in UTC, in local time, or in its own zone.
        depth: Levels that are allowed.
        no_enumerate: Has no effect; an array is a list, even of one.

    Returns:
        Record, list, str, float, int, bool or None: What the text says; None if there is no text.

    Raises:
        UsageError: It is no JSON (the message says where it breaks), is nested too deep, or `date_kind` is unknown.

    PowerShell: ConvertFrom-Json

    Example:
        >>> convert_from_json('{"id": "7", "owner": {"name": "Ada"}}').owner.name
        'Ada'
    """
    kind = next((word for word in DATE_KINDS if fold(word) == fold(str(date_kind))), None)
    if kind is None:
        raise UsageError(f"date_kind={date_kind!r} is unknown", hint=f"It may be {', '.join(DATE_KINDS)}.")

    def read(lines: Stream) -> Any:
        found = from_json(map(str, lines))
        if is_deeper(found, depth):
            raise UsageError(f"The JSON is nested deeper than depth={depth}", hint="Give a higher depth.")
        found = with_dates(found, kind)
        return found if as_hashtable else wrap(found)

    stage = Sink(read, label="convert_from_json", waits_for="the text to read")
    return stage if value is _FROM_PIPE else stage.run(value)


@cmdlet("Export-JsonLines", spellings=SPELLINGS)
def export_json_lines(
    path: Any, *, append: bool = False, force: bool = False, no_clobber: bool = False, encoding: str | None = None
) -> Stage:
    """Write records to a file, each as one line of JSON, nothing lost.

    Args:
        path: The file, in an existing folder.
        append: Add to the file.
        force: Replace an existing file.
        no_clobber: Never replace a file, not even with `force`.
        encoding: Python's or PowerShell's name of an encoding; UTF-8 if left out, or that of the file that is added to.

    Returns:
        Path: The file. `get_content(path) | convert_from_json()` reads it back.

    Raises:
        FileError: The folder is missing or can't be written to, the file exists, or the disk is full.

    PowerShell: none (isnshell's own)

    Example:
        >>> [{"id": "7"}] | export_json_lines("people.jsonl", force=True)
        PosixPath('.../people.jsonl')
    """
    goal = target("Export-JsonLines", path, force=force, no_clobber=no_clobber, append=append)
    name = codec(encoding) if encoding else None

    def consume(records: Stream) -> Path:
        goal.show_only()
        count = 0
        unfinished = goal.adds and not ends_its_line(goal.path)
        with (
            get_host().progress(f"Writing {goal.path.name}", unit="records") as advance,
            goal.writing(encoding=codec_to_add(goal.path, name) if append else name or "utf-8", newline="") as file,
        ):
            if unfinished:
                file.write("\n")
            for count, record in enumerate(records, 1):
                file.write(json_line(record) + "\n")
                if count % 1000 == 0:
                    advance(count)
        return say_written(goal.path, count, "record")

    return Sink(consume, label="export_json_lines")
