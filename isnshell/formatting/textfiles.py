"""Text files of other programs: which encoding they have, and files that are written with one closing line."""

from __future__ import annotations

import codecs
import glob
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from ..errors import AnswerError, FileError, UsageError
from ..files import check_target, is_regular, replacing, safe_file_name
from ..host import get_host
from ..naming import fold, nearest

_CODECS = {
    "utf8": "utf-8",
    "utf8nobom": "utf-8",
    "utf8bom": "utf-8-sig",
    "unicode": "utf-16",
    "bigendianunicode": "utf-16-be",
    "utf32": "utf-32",
    "ansi": "cp1252",
    "default": "utf-8",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20


def codec(name: str) -> str:
    """Python's name of an encoding, PowerShell's names (`utf8BOM`, `unicode`, `ansi`) included.

    Raises:
        UsageError: There is no such encoding.
    """
    try:
        return codecs.lookup(_CODECS.get(fold(name), name)).name
    except LookupError:
        raise UsageError(
            f"encoding={name!r} is unknown", hint="Common ones: 'utf-8', 'utf-8-sig' (for Excel), 'cp1252', 'utf-16'."
        ) from None


def detect_encoding(path: Path) -> str:
    """The encoding of a text file: told by its first bytes, else UTF-8 if all of it is, else cp1252."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open(path, "rb") as file:
        chunk = file.read(_CHUNK)
        for mark, name in _MARKS:
            if chunk.startswith(mark):
                return name
        try:
            while chunk:
                decoder.decode(chunk)
                chunk = file.read(_CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def codec_to_add(path: Path, encoding: str | None = None) -> str:
    """The encoding in which text is added to a file: the one asked for, else the file's own, without a second mark.

    Raises:
        UsageError: There is no such encoding.
    """
    if not (is_regular(path) and path.stat().st_size):
        return codec(encoding or "utf-8")
    with open(path, "rb") as file:
        start = file.read(4)
    marked = next((name for mark, name in _MARKED if start.startswith(mark)), None)
    return marked or (codec(encoding) if encoding else detect_encoding(path))


def errors_of(encoding: str) -> str:
    """What becomes of a character that an encoding lacks: Unicode lacks only halves of characters, which tenants hold
    where a text was cut, and they are replaced; for others it is an error.
    """
    return "replace" if encoding.startswith("utf") else "strict"


def ends_its_line(path: Path) -> bool:
    """Whether a text file's last line has its end."""
    with open(path, "rb") as file:
        file.seek(-min(path.stat().st_size, 4), 2)
        return file.read().rstrip(b"\0")[-1:] in (b"\r", b"\n")  # UTF-16 ends in a null byte


def open_text(path: Path, encoding: str, newline: str | None = None) -> IO[str]:
    """Open a text file; what its encoding lacks becomes a replacement character instead of an error."""
    try:
        return open(path, encoding=encoding, errors="replace", newline=newline)
    except OSError as error:
        raise unreadable(path, error) from error


def refuse_workbook(path: Path) -> None:
    """Say of a workbook that it is no text, before it is read as nonsense.

    Raises:
        AnswerError: It is a workbook, or a zip of something else.
    """
    with open(path, "rb") as file:
        start = file.read(8)
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
        raise AnswerError(
            f"{path.name} is no CSV",
            why="it is an Excel workbook or a zip",
            hint="Save the sheet as CSV UTF-8 in Excel.",
        )


def input_files(paths: Any) -> list[Path]:
    """The files that one path, a wildcard or a list of these names.

    Raises:
        FileError: There is no such file, or it is a folder.
    """
    found: list[Path] = []
    for one in paths if isinstance(paths, (list, tuple)) else (paths,):
        if not isinstance(one, (str, os.PathLike)):
            raise UsageError(f"{one!r} is no path", hint="Give a file's name or a Path.")
        text = os.path.expanduser(os.fspath(one))
        if not Path(text).exists() and glob.has_magic(text):
            matching = sorted(Path(name) for name in glob.iglob(text) if Path(name).is_file())  # noqa: PTH207 - the pattern may be absolute
            found += matching or [_existing(Path(text))]
        else:
            found.append(_existing(Path(text)))
    return found


def _existing(path: Path) -> Path:
    what = f"Can't read {str(path)!r}"
    if path.is_dir():
        raise FileError(
            what, path=path, why="it is a folder", hint=f"Name files in it, such as {str(path / '*.csv')!r}."
        )
    if not path.exists():
        near = nearest(path.name, (one.name for one in path.parent.iterdir())) if path.parent.is_dir() else []
        hint = f"Did you mean {', '.join(near)}?" if near else f"The current folder is {str(Path.cwd())!r}."
        raise FileError(what, path=path, why="there is no such file", hint=hint)
    return path


def unreadable(path: Path, error: OSError) -> FileError:
    """The error of a file that the system does not let us read."""
    return FileError(f"Can't read {str(path)!r}", path=path, why=error.strerror or str(error))


def check_output(path: Any, *, force: bool, append: bool = False) -> Path:
    """Whether a file can be written, asked before any record is read.

    Args:
        path: The file that is wanted.
        force: It may replace an existing one.
        append: It may add to an existing one.

    Raises:
        FileError: It can't, or it exists and neither `force` nor `append` is given.
        UsageError: It is no path.
    """
    if not isinstance(path, (str, os.PathLike)) or not os.fspath(path):
        raise UsageError(f"{path!r} is no path", hint="Give the name of the file to write.")
    name = Path(os.path.expanduser(os.fspath(path))).name
    if os.name == "nt" and safe_file_name(name) != name:
        raise FileError(
            f"Can't save {name!r}",
            path=path,
            why="Windows allows no such name",
            hint=f"It allows {safe_file_name(name)!r}.",
        )
    return check_target(path, force=force or append)


@contextmanager
def writing(
    path: Path, *, force: bool = False, append: bool = False, mode: str = "w", **options: Any
) -> Iterator[IO[Any]]:
    """Write a file whole or not at all; with `append` add to it, or leave it as it was.

    Args:
        path: A path that `check_output` allowed.
        force: Replace an existing file.
        append: Add to an existing file.
        mode: `w` or `wb`.
        options: `encoding` and `newline` as for `open`.
    """
    add = append and is_regular(path)
    if "encoding" in options:
        options.setdefault("errors", errors_of(options["encoding"]))
    try:
        with (
            _appending(path, mode.replace("w", "a"), **options)
            if add
            else replacing(path, force=force, mode=mode, **options)
        ) as file:
            yield file
    except UnicodeEncodeError as error:
        raise UsageError(
            f"Can't write {error.object[error.start : error.end]!r} to {path.name!r}",
            why=f"the encoding {options.get('encoding', error.encoding)} has no such character",
            hint="The file is as it was. Give encoding='utf-8'.",
        ) from error


@contextmanager
def _appending(path: Path, mode: str, **options: Any) -> Iterator[IO[Any]]:
    size = path.stat().st_size
    try:
        with open(path, mode, **options) as file:
            yield file
    except BaseException as error:
        os.truncate(path, size)
        if isinstance(error, OSError) and not isinstance(error, FileError):
            raise FileError(f"Can't add to {str(path)!r}", path=path, why=error.strerror or str(error)) from error
        raise


def say_written(path: Path, count: int | None = None, unit: str = "row") -> Path:
    """The closing line of an export; gives the path."""
    counted = "" if count is None else f"{count:,} {unit}{'' if count == 1 else 's'}, "
    size = f"{path.stat().st_size:,} bytes, " if is_regular(path) else ""
    get_host().note(f"{counted}{size}{path}")
    return path
