"""Files as people expect them: a file appears whole or not at all, and none is overwritten unasked."""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from .errors import FileError

# Controls that turn the direction of writing are out too: `gpj.exe` must not read `exe.jpg`
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_EDGES = re.compile(r"^[\s.]+|[\s.]+$")
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.IGNORECASE)
_LONGEST = 200


def safe_file_name(name: str, *, default: str = "download") -> str:
    """A name that Windows, macOS and Linux all take, without any folder: what a server proposes must not lead
    elsewhere.
    """
    name = name.replace("\\", "/").rsplit("/", 1)[-1]
    name = _EDGES.sub("", _FORBIDDEN.sub("_", name.encode("utf-8", "replace").decode("utf-8")))
    if _RESERVED.match(name):
        name = f"_{name}"
    stem, dot, suffix = name.rpartition(".")
    if dot and stem and len(suffix) <= 10:
        name = _shorten(stem, _LONGEST - len(suffix) - 1) + "." + suffix
    else:
        name = _shorten(name, _LONGEST)
    return name or default


def _shorten(text: str, longest: int) -> str:
    # File systems count bytes, so a name of wide characters is cut earlier
    return text.encode("utf-8")[:longest].decode("utf-8", "ignore").rstrip(". ")


def is_regular(path: Path) -> bool:
    """Whether a path is an ordinary file; a pipe, a device and `/dev/stdout` are not, wherever that leads."""
    return path.is_file() and path.parent not in _DEVICES


_DEVICES = {Path("/dev"), Path("/dev/fd"), Path("/proc/self/fd")}


def check_target(path: str | os.PathLike[str], *, force: bool = False) -> Path:
    """Whether a file can be written here, before any work is done for it.

    Args:
        path: The file that is wanted; `~` stands for the home folder.
        force: Allow that an existing file is replaced.

    Returns:
        Path: The absolute path.

    Raises:
        FileError: The folder is missing or can't be written to, or the file exists and `force` is not given.
    """
    target = Path(os.path.abspath(os.path.expanduser(os.fspath(path))))
    what = f"Can't save {str(target)!r}"
    folder = target.parent
    try:
        if target.is_dir():
            raise FileError(what, path=target, why="it is a folder", hint="Name a file in it.")
        if target.exists() and not is_regular(target):
            return target  # what a pipe or device was given before is not lost
        if target.exists() and not force:
            raise FileError(
                what, path=target, why="the file exists", hint="Give another name, or force=True to replace it."
            )
        if not folder.is_dir():
            raise FileError(
                what, path=target, why=f"there is no folder {str(folder)!r}", hint="Create it first, or name another."
            )
    except FileError:
        raise
    except OSError as error:  # a name that is too long, a folder that may not be looked into
        raise _file_error(what, target, error) from error
    probe = folder / f".isnshell-{secrets.token_hex(4)}"
    try:
        # Asking os.access is not enough: root, read-only mounts and Windows ACLs answer wrongly
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise _file_error(what, target, error) from error
    return target


@contextmanager
def replacing(
    path: str | os.PathLike[str], *, force: bool = False, mode: str = "wb", **options: Any
) -> Iterator[IO[Any]]:
    """Write a file through a temporary one beside it, which takes its name when the block ends well.

    Args:
        path: The file that is wanted.
        force: Replace an existing file.
        mode: `wb` or `w`.
        options: `encoding`, `newline` as for `open`.

    Raises:
        FileError: The file can't be written, exists, or is open in another program; in the last case `kept` says
            where the content is.
    """
    target = check_target(path, force=force)
    if target.exists() and not is_regular(target):
        with open(target, mode.replace("w", "a"), **options) as file:
            yield file
        return
    part = target.with_name(f".{_shorten(target.name, 100)}.{secrets.token_hex(4)}.part")
    try:
        with open(part, mode.replace("w", "x"), **options) as file:
            yield file
        _take_name(part, target, force)
    except OSError as error:
        if isinstance(error, FileError) or error.errno not in _DISK_FAULTS:
            raise
        raise _file_error(f"Can't save {str(target)!r}", target, error) from error
    finally:
        with suppress(OSError):
            part.unlink()


_DISK_FAULTS = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.EIO,
    errno.ENAMETOOLONG,
}


def _take_name(part: Path, target: Path, force: bool) -> None:
    try:
        if force:
            part.replace(target)
        else:
            _rename_without_replacing(part, target)
    except FileExistsError as error:
        kept = _keep(part, target)
        raise FileError(
            f"Can't save {str(target)!r}",
            path=target,
            kept=kept,
            why="the file appeared meanwhile",
            hint=f"The content is kept in {str(kept)!r}.",
        ) from error
    except PermissionError as error:
        kept = _keep(part, target)
        raise FileError(
            f"Can't replace {str(target)!r}",
            path=target,
            kept=kept,
            why="it is open in another program or write-protected",
            hint=f"The content is kept in {str(kept)!r}; close the file and rename that one.",
        ) from error


def _rename_without_replacing(part: Path, target: Path) -> None:
    if os.name == "nt":
        part.rename(target)  # refuses an existing target there
        return
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        part.rename(target)
    else:
        part.unlink()


def _keep(part: Path, target: Path) -> Path:
    """Give the content the first free name beside its target."""
    for number in range(1, 1000):
        kept = target.with_name(f"{target.stem} ({number}){target.suffix}")
        with suppress(FileExistsError):
            _rename_without_replacing(part, kept)
            return kept
    return part.rename(target.with_name(part.name.lstrip(".")))


def _file_error(what: str, path: Path, error: OSError) -> FileError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FileError(what, path=path, why="the disk is full", hint="Free some space, or save it elsewhere.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FileError(
            what, path=path, why=f"the folder {str(path.parent)!r} can't be written to", hint="Name another folder."
        )
    return FileError(what, path=path, why=error.strerror or str(error))
