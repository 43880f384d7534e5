"""Forms with files: a multipart body out of paths, bytes or open files."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import evolve
from urllib3.fields import RequestField
from urllib3.filepost import encode_multipart_formdata

from ..errors import FileError, UsageError
from .transport import Wire


def as_multipart(wire: Wire, form: Mapping[str, Any]) -> Wire:
    """The same request with a form as its body.

    Args:
        wire: The request so far.
        form: Field to text, number, bytes, path, open file or (name, content), dict (sent as
            JSON); a list gives the field several times.

    Raises:
        FileError: A path can't be read.
    """
    body, content_type = encode_multipart_formdata(list(_fields(form)))
    return evolve(wire, body=body, headers={**wire.headers, "Content-Type": content_type})


def _fields(form: Mapping[str, Any]) -> Iterator[RequestField]:
    for name, value in form.items():
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                yield _field(name, one)


def _field(name: str, value: Any) -> RequestField:
    if isinstance(value, bool):
        value = str(value).lower()
    if isinstance(value, (str, int, float)):
        field = RequestField(name, str(value))
        field.make_multipart()
        return field
    if isinstance(value, Mapping):
        field = RequestField(name, json.dumps(value, ensure_ascii=False))
        field.make_multipart(content_type="application/json")
        return field
    file_name, content = _file(name, value)
    field = RequestField(name, content, filename=file_name)
    field.make_multipart(content_type=mimetypes.guess_type(file_name)[0] or "application/octet-stream")
    return field


def _file(name: str, value: Any) -> tuple[str, bytes]:
    if isinstance(value, tuple) and len(value) == 2:
        return str(value[0]), _file(name, value[1])[1]
    if isinstance(value, (bytes, bytearray)):
        return name, bytes(value)
    if isinstance(value, PathLike):
        path = Path(value).expanduser()
        try:
            return path.name, path.read_bytes()
        except OSError as error:
            raise FileError(f"Can't read {str(path)!r}", path=path, why=error.strerror) from error
    if hasattr(value, "read"):
        content = value.read()
        return Path(str(getattr(value, "name", name))).name, content.encode() if isinstance(content, str) else content
    raise UsageError(f"{name} takes a path, bytes or an open file, not a {type(value).__name__}")
