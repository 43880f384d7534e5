"""Downloads: streamed to a temporary file and renamed when whole."""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import IO, Any

from requests.exceptions import RequestException
from urllib3.exceptions import HTTPError

from ..errors import ConnectionFailed, FileError, RequestSummary
from ..files import check_target, replacing, safe_file_name
from ..host import get_host
from ..operations.answer import content_type, file_name
from ..operations.request import Request
from .session import Session
from .transport import Reply

_BLOCK = 1 << 18
_SUFFIXES = {"application/csv": ".csv", "text/csv": ".csv", "application/octet-stream": ""}


def download(session: Session, request: Request, **options: Any) -> Path:
    """The file of `fetch`, whose options it takes."""
    return fetch(session, request, **options)[0]


def fetch(
    session: Session,
    request: Request,
    *,
    out_file: str | PathLike[str] | None = None,
    force: bool = False,
    default_name: str = "download",
) -> tuple[Path, Reply]:
    """Save an answer as a file.

    Args:
        session: Who asks.
        request: What to ask for.
        out_file: Where to save it; a folder takes the server's name, None the current folder.
        force: Replace an existing file.
        default_name: Name where the server proposes none.

    Returns:
        tuple: The file, whole, and the answer that carried it.

    Raises:
        FileError: It can't be saved there.
        ConnectionFailed: The answer was cut short, also when it was asked for again.
    """
    folder, target = _place(out_file, force)
    attempts = session.profile.max_retries + 1
    for number in range(1, attempts + 1):
        reply = session.send(request, stream=True)
        try:
            path = target or check_target(folder / _name(reply.headers, default_name), force=force)
            with replacing(path, force=force) as file:
                _copy(reply.raw, reply.headers, file, path.name)
            return path, reply
        except (RequestException, HTTPError, _Short) as error:
            if number == attempts or request.changes:
                raise _cut_short(session, request, error, number) from error
            session.clock.sleep(min(0.5 * 2**number, 10.0))
        finally:
            reply.raw.close()
    raise AssertionError("unreachable")


class _Short(Exception):
    """Fewer bytes came than the answer announced."""


def _place(out_file: str | PathLike[str] | None, force: bool) -> tuple[Path, Path | None]:
    """The folder, and the file if its name is known before the answer; checked before anything is sent."""
    if out_file is None:
        return Path.cwd(), None
    path = Path(out_file).expanduser()
    if path.is_dir():
        return path.absolute(), None
    if str(out_file).endswith(("/", os.sep)):
        raise FileError(
            f"Can't save into {str(out_file)!r}", path=path, why="there is no such folder", hint="Create it."
        )
    target = check_target(path, force=force)
    return target.parent, target


def _name(headers: Any, default_name: str) -> str:
    proposed = file_name(headers)
    if proposed:
        return safe_file_name(proposed, default=default_name)
    kind = content_type(headers)
    return safe_file_name(default_name) + (_SUFFIXES.get(kind) or mimetypes.guess_extension(kind) or "")


def _copy(raw: Any, headers: Any, file: IO[bytes], name: str) -> None:
    length = headers.get("Content-Length", "")
    total = int(length) if length.isdigit() and not headers.get("Content-Encoding") else None
    with get_host().progress(name, total, unit="B") as advance:
        received = _pump(raw, file, lambda done: advance(done, total))
    if total is not None and received != total:
        raise _Short(f"{received} of {total} bytes")


def _pump(raw: Any, file: IO[bytes], report: Callable[[int], None]) -> int:
    received = 0
    while block := raw.read(_BLOCK, decode_content=True):
        file.write(block)
        received += len(block)
        report(received)
    return received


def _cut_short(session: Session, request: Request, error: BaseException, number: int) -> ConnectionFailed:
    times = f" {number} times" if number > 1 else ""
    return ConnectionFailed(
        f"{request.command} was cut short{times} by tenant {session.tenant}",
        why=str(error) if isinstance(error, _Short) else "the connection broke in the middle of the file",
        hint="No file was written. Try again.",
        request=RequestSummary(request.method, request.target),
    )
