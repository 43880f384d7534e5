"""What text files hold: read line by line, written and added to."""

from __future__ import annotations

import codecs
from collections import deque
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from isnshell.clock import SystemClock
from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import UsageError
from isnshell.formatting.formatted import Formatted
from isnshell.formatting.textfiles import (
    codec,
    codec_to_add,
    detect_encoding,
    errors_of,
    input_files,
    open_text,
    unreadable,
)
from isnshell.pipeline.conversion import text_of
from isnshell.pipeline.stage import Sink
from isnshell.pipeline.stream import Stream

from .targets import Target, target

_NO_VALUE: Any = ...
_PATHS = {"literal_path": "path", "ps_path": "path", "lp": "path"}
_CHUNK = 1 << 16


@cmdlet(
    "Get-Content",
    aliases=("gc", "type", "cat"),
    pipe={"path": ("path", "full_name", "ps_path")},
    spellings={**_PATHS, "first": "total_count", "head": "total_count", "last": "tail"},
)
def get_content(
    path: Any,
    *,
    total_count: int | None = None,
    tail: int | None = None,
    raw: bool = False,
    encoding: str | None = None,
    as_byte_stream: bool = False,
    delimiter: str = "\n",
    read_count: int = 1,
    wait: bool = False,
    force: bool = False,
) -> Any:
    """Read text files, line by line.

    Args:
        path: A file, a wildcard (`logs/*.txt`) or a list of these.
        total_count: Lines to read from the beginning.
        tail: Lines to read from the end.
        raw: True gives the whole text with its line breaks.
        encoding: Python's or PowerShell's name; found out if left out (byte order mark, UTF-8, else cp1252).
        as_byte_stream: True gives the bytes as they are.
        delimiter: What ends a line.
        read_count: How many lines come at once, as a list; 0 gives all at once, 1 each by itself.
        wait: True goes on with what is added to the file until Ctrl-C.
        force: Has no effect; PowerShell scripts give it.

    Returns:
        Stream: The lines as str, without their ends, read when they are used. With `raw` it is a str, with
            `as_byte_stream` bytes.

    Raises:
        FileError: There is no such file, or it can't be read.
        UsageError: The encoding is unknown, `total_count` and `tail` are given both, or `wait` for several files.

    PowerShell: Get-Content

    Example:
        >>> list(get_content("ids.txt", total_count=1))
        ['2c9180857182305e0171993735622948']
    """
    files = input_files(path)
    name = codec(encoding) if encoding else None
    if total_count is not None and tail is not None:
        raise UsageError("total_count and tail exclude each other", hint="Give one of them.")
    if not delimiter or read_count < 0:
        raise UsageError("delimiter is empty, or read_count negative")
    if wait and (len(files) > 1 or raw or as_byte_stream):
        raise UsageError("wait goes with the lines of one file")
    if as_byte_stream:
        return b"".join(map(_bytes, files))
    if raw:
        return "".join(_whole(file, name) for file in files)

    def lines(want: int | None) -> Iterator[Any]:
        each = (_cut(_lines(file, name, delimiter, wait, tail), total_count) for file in files)
        return _together(chain.from_iterable(each), read_count)

    return Stream(lines, label=f"lines of {', '.join(file.name for file in files[:3])}")


def _cut(lines: Iterator[str], first: int | None) -> Iterator[str]:
    return lines if first is None else islice(lines, first)


def _together(lines: Iterator[str], count: int) -> Iterator[Any]:
    if count == 1:
        yield from lines
        return
    while some := list(islice(lines, count or None)):
        yield some


def _lines(path: Path, encoding: str | None, delimiter: str, wait: bool, last: int | None) -> Iterator[str]:
    with open_text(path, encoding or detect_encoding(path)) as file:
        pieces = (line.removesuffix("\n") for line in file) if delimiter == "\n" else _split(file, delimiter)
        yield from pieces if last is None else deque(pieces, maxlen=last)
        if wait:
            yield from _added(file)


def _split(file: Any, delimiter: str) -> Iterator[str]:
    rest = ""
    while chunk := file.read(_CHUNK):
        *whole, rest = (rest + chunk).split(delimiter)
        yield from whole
    if rest:
        yield rest


def _added(file: Any) -> Iterator[str]:
    """Lines that are added to an open file, each when it is whole."""
    clock, line = SystemClock(), ""
    while True:
        piece = file.readline()
        line += piece
        if line.endswith("\n"):
            yield line.removesuffix("\n")
            line = ""
        elif not piece:
            clock.sleep(_PAUSE)


_PAUSE = 0.2  # seconds between two looks at a file that may grow


def _whole(path: Path, encoding: str | None) -> str:
    with open_text(path, encoding or detect_encoding(path), newline="") as file:
        return file.read()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


@cmdlet("Set-Content", aliases=("sc",), spellings=_PATHS)
def set_content(
    path: Any,
    value: Any = _NO_VALUE,
    *,
    encoding: str = "utf-8",
    force: bool = False,
    no_newline: bool = False,
    as_byte_stream: bool = False,
    pass_thru: bool = False,
) -> Any:
    """Write a text file, one line for each value.

    Args:
        path: The file, in an existing folder.
        value: A text or a list of values; out of the pipe if left out. Bytes are written as they are.
        encoding: Python's or PowerShell's name of an encoding.
        force: Replace an existing file.
        no_newline: Leave out the line ends.
        as_byte_stream: The values are numbers of bytes, 0 to 255.
        pass_thru: Give the values instead of the path.

    Returns:
        Path: The file; with `pass_thru` the list of the values.

    Raises:
        FileError: The folder is missing or can't be written to, the file exists, or the disk is full.

    PowerShell: Set-Content (which replaces existing files without `-Force`)

    Example:
        >>> set_content("ids.txt", ["2c9180857182305e0171993735622948"], force=True)
        PosixPath('.../ids.txt')
    """
    goal = target("Set-Content", path, force=force)
    return _content(goal, value, encoding, no_newline=no_newline, as_bytes=as_byte_stream, pass_thru=pass_thru)


@cmdlet("Add-Content", aliases=("ac",), spellings=_PATHS)
def add_content(
    path: Any,
    value: Any = _NO_VALUE,
    *,
    encoding: str | None = None,
    force: bool = False,
    no_newline: bool = False,
    as_byte_stream: bool = False,
    pass_thru: bool = False,
) -> Any:
    """Add lines to a text file, which is made if it is missing.

    Args:
        path: The file, in an existing folder.
        value: A text or a list of values; out of the pipe if left out.
        encoding: Python's or PowerShell's name of an encoding; that of the file if left out, UTF-8 for a new one.
        force: Has no effect; PowerShell scripts give it.
        no_newline: Leave out the line ends.
        as_byte_stream: The values are numbers of bytes, 0 to 255.
        pass_thru: Give the values instead of the path.

    Returns:
        Path: The file; with `pass_thru` the list of the values.

    Raises:
        FileError: The file can't be written to; it stays as it was.

    PowerShell: Add-Content

    Example:
        >>> add_content("log.txt", "started")
        PosixPath('.../log.txt')
    """
    goal = target("Add-Content", path, append=True)
    return _content(goal, value, encoding, no_newline=no_newline, as_bytes=as_byte_stream, pass_thru=pass_thru)


def _content(
    goal: Target, value: Any, encoding: str | None, *, no_newline: bool, as_bytes: bool, pass_thru: bool
) -> Any:
    name = codec(encoding) if encoding else None

    def consume(values: Stream) -> Any:
        goal.show_only()
        chosen = codec_to_add(goal.path, name) if goal.append else name or "utf-8"
        # One encoder for the file: each text by itself would begin with a mark of its own
        encoder = codecs.getincrementalencoder(chosen)(errors_of(chosen))
        passed = []
        with goal.writing("wb") as file:
            for one in values:
                file.write(
                    _as_bytes(one) if as_bytes or isinstance(one, bytes) else encoder.encode(_line(one, no_newline))
                )
                if pass_thru:
                    passed.append(one)
        return passed if pass_thru else goal.path

    stage = Sink(consume, label=goal.command, waits_for="the lines to write")
    return stage if value is _NO_VALUE else stage.run(value)


def _line(value: Any, no_newline: bool) -> str:
    text = str(value) if isinstance(value, Formatted) else text_of(value)
    return text if no_newline else f"{text}\n"


def _as_bytes(value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 255:
        return bytes([value])
    raise UsageError(f"{value!r} is no byte", hint="Give bytes, or numbers from 0 to 255.")
