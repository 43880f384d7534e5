"""Forms with files: a multipart body out of paths, bytes or open files, read block by block while it is sent."""

from __future__ import annotations

import io
import json
import mimetypes
import secrets
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import evolve, frozen
from urllib3.fields import RequestField

from ..errors import FileError, UsageError
from .transport import Wire

_BLOCK = 1 << 18
# What can't be read twice is kept: in memory up to here, beyond it on disk
_KEPT_IN_MEMORY = 1 << 20


class Unreadable(Exception):
    """A file failed while its form was being sent. It is no OSError, which would be taken for a broken connection.

    Args:
        error: What the person gets to see.
    """

    def __init__(self, error: FileError) -> None:
        super().__init__(str(error))
        self.error = error


class Upload:
    """A file of a form, which can be sent again from its beginning.

    Args:
        name: File name that the tenant sees.
        open: Opens it where it begins; called for each sending.
        length: Its size in bytes.
    """

    def __init__(self, name: str, open: Callable[[], Any], length: int) -> None:
        self.name = name
        self._open = open
        self.length = length

    def __iter__(self) -> Iterator[bytes]:
        left = self.length
        try:
            with self._open() as file:
                while left and (block := file.read(min(_BLOCK, left))):
                    left -= len(block)
                    yield block
        except OSError as error:
            raise Unreadable(
                FileError(f"Can't read {self.name!r}", path=Path(self.name), why=error.strerror)
            ) from error
        if left:
            raise Unreadable(
                FileError(
                    f"{self.name!r} became shorter while it was sent",
                    path=Path(self.name),
                    hint="Try again when it is whole.",
                )
            )


@frozen
class FormBody:
    """A form's bytes: each iteration gives them anew, so that a second sending is whole too."""

    parts: tuple[bytes | Upload, ...]

    def __len__(self) -> int:
        return sum(part.length if isinstance(part, Upload) else len(part) for part in self.parts)

    def __iter__(self) -> Iterator[bytes]:
        for part in self.parts:
            if isinstance(part, Upload):
                yield from part
            else:
                yield part


def held(form: Mapping[str, Any]) -> dict[str, Any]:
    """The form with all its files found, so that it can be sent more than once.

    Raises:
        FileError: A path can't be read.
        UsageError: A value is none that a form can carry.
    """
    return {name: [_held(name, one) for one in _each(value)] for name, value in form.items()}


def as_multipart(wire: Wire, form: Mapping[str, Any]) -> Wire:
    """The same request with a form as its body.

    Args:
        wire: The request so far.
        form: Field to text, number, bytes, path, open file or (name, content), dict (sent as
            JSON); a list gives the field several times.

    Raises:
        FileError: A path can't be read.
    """
    boundary = secrets.token_hex(16)
    parts: list[bytes | Upload] = []
    for name, values in held(form).items():
        for value in values:
            field = _field(name, value)
            parts += [f"--{boundary}\r\n{field.render_headers()}".encode(), field.data, b"\r\n"]  # type: ignore[list-item]  # _field sets bytes or an Upload
    parts.append(f"--{boundary}--\r\n".encode())
    content_type = f"multipart/form-data; boundary={boundary}"
    return evolve(wire, body=FormBody(tuple(parts)), headers={**wire.headers, "Content-Type": content_type})


def _each(value: Any) -> list[Any]:
    return [one for one in (value if isinstance(value, list) else [value]) if one is not None]


def _held(name: str, value: Any) -> Any:
    if isinstance(value, (str, int, float, Mapping, Upload)):
        return value
    if isinstance(value, tuple) and len(value) == 2:
        given, content = value
        upload = _upload(name, content.encode() if isinstance(content, str) else content)
        upload.name = str(given)
        return upload
    return _upload(name, value)


def _upload(name: str, value: Any) -> Upload:
    if isinstance(value, (bytes, bytearray, memoryview)):
        content = bytes(value)
        return Upload(name, lambda: io.BytesIO(content), len(content))
    if isinstance(value, PathLike):
        return _path(Path(value).expanduser())
    if hasattr(value, "read"):
        return _open_file(Path(str(getattr(value, "name", name))).name, value)
    raise UsageError(f"{name} takes a path, bytes or an open file, not a {type(value).__name__}")


def _path(path: Path) -> Upload:
    try:
        # Opened, not just asked for its size: a folder or a file of somebody else is found before anything is sent
        with path.open("rb") as file:
            length = file.seek(0, io.SEEK_END)
    except OSError as error:
        raise FileError(f"Can't read {str(path)!r}", path=path, why=error.strerror) from error
    return Upload(path.name, lambda: path.open("rb"), length)


def _open_file(name: str, file: Any) -> Upload:
    """What is left of an open file. The person's own file stays open."""
    if not isinstance(file, io.TextIOBase) and file.seekable():
        start = file.tell()
        length = file.seek(0, io.SEEK_END) - start
        file.seek(start)
        return Upload(name, lambda: _Borrowed(file, start), length)
    if isinstance(file, io.TextIOBase):
        content = file.read().encode()
        return Upload(name, lambda: io.BytesIO(content), len(content))
    kept = tempfile.SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY)  # noqa: SIM115 - it goes with the form
    shutil.copyfileobj(file, kept)
    upload = Upload(name, lambda: _Borrowed(kept, 0), kept.tell())
    weakref.finalize(upload, kept.close)
    return upload


class _Borrowed(io.RawIOBase):
    """Somebody's file from where it began; closing this leaves it open."""

    def __init__(self, file: Any, start: int) -> None:
        file.seek(start)
        self._file = file

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)  # type: ignore[no-any-return]


def _field(name: str, value: Any) -> RequestField:
    """One part of the form, its data bytes or an Upload."""
    if isinstance(value, Upload):
        # A name of a foreign encoding must not stop the file
        file_name = value.name.encode("utf-8", "replace").decode()
        field = RequestField(name, b"", filename=file_name)
        field.make_multipart(content_type=mimetypes.guess_type(file_name)[0] or "application/octet-stream")
        field.data = value  # type: ignore[assignment]  # read by FormBody only
        return field
    is_json = isinstance(value, Mapping)
    text = json.dumps(value, ensure_ascii=False) if is_json else str(value)
    text = str(value).lower() if isinstance(value, bool) else text
    try:
        field = RequestField(name, text.encode())
    except UnicodeEncodeError:
        raise UsageError(f"{name}={value!r} holds half a character") from None
    field.make_multipart(content_type="application/json" if is_json else None)
    return field
