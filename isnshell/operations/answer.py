"""Reading what came back, by its content type; a file is left to the download."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from ..catalog.facts import Operation
from ..errors import AnswerError
from ..records import Origin, records, with_origin, wrap

_loads: Callable[[bytes], Any]
try:
    from orjson import loads as _loads
except ImportError:  # a platform without its wheel: slower, the same
    _loads = json.loads

_TEXT_TYPES = ("text/", "application/xml", "application/csv")


def is_file(operation: Operation) -> bool:
    """Whether success is a file by the facts."""
    return operation.answers_file


def content_type(headers: Mapping[str, str]) -> str:
    """The bare content type, in lower case."""
    return headers.get("Content-Type", "").split(";", 1)[0].strip().lower()


def parse(body: bytes, headers: Mapping[str, str], asked: str) -> Any:
    """The value of a whole answer: parsed JSON, text, or None for nothing.

    Raises:
        AnswerError: It says it is JSON and is not.
    """
    if not body:
        return None
    kind = content_type(headers)
    if kind.startswith(_TEXT_TYPES) and "json" not in kind:
        if "html" in kind:
            raise AnswerError(
                f"{asked} got a web page instead of data",
                why=_title(body),
                hint="A proxy or a sign-in page answered for the tenant: check SAIL_BASE_URL and the proxy.",
            )
        return body.decode("utf-8-sig", "replace")
    try:
        return _loads(body)
    except ValueError as error:
        if kind and "json" not in kind:
            return body
        raise AnswerError(
            f"{asked} got an answer that is no JSON", why=str(error), hint="Try again; it may be cut short."
        ) from error


def _title(body: bytes) -> str | None:
    text = body[:4000].decode("utf-8", "replace")
    start, end = text.lower().find("<title>"), text.lower().find("</title>")
    return text[start + 7 : end].strip() if 0 <= start < end else None


def as_records(value: Any, origin: Origin) -> Any:
    """A parsed answer in the user's form: an object as a Record that knows its origin, a list of such, else as it
    is.
    """
    if type(value) is list:
        return list(records(value, origin))
    wrapped = wrap(value)
    return with_origin(wrapped, origin) if type(value) is dict else wrapped


def origin(operation: Operation, tenant: str, parents: Mapping[str, str]) -> Origin:
    """Where the records of an operation come from; `parents` are the path values it was asked with."""
    answer = operation.answer
    return Origin(answer.model if answer else None, operation.generation, tenant, operation.resource, parents)


def file_name(headers: Mapping[str, str]) -> str | None:
    """The name that a Content-Disposition header proposes, RFC 5987 forms included; not yet safe."""
    from email.message import Message  # waits for the first file

    disposition = headers.get("Content-Disposition")
    if not disposition:
        return None
    message = Message()
    with suppress(UnicodeError):
        # http.client reads header bytes as Latin-1; a bare UTF-8 name comes back to itself this way
        disposition = disposition.encode("latin-1").decode("utf-8")
    message["Content-Disposition"] = disposition.replace("\r", " ").replace("\n", " ")
    return message.get_filename()
