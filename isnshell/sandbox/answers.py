"""Answers and refusals in the shapes that ISC documents."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from werkzeug import Response

to_json: Callable[[Any], bytes]
from_json: Callable[[bytes], Any]
try:
    from orjson import dumps as to_json
    from orjson import loads as from_json
except ImportError:  # a platform without its wheel: slower, the same

    def to_json(value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    from_json = json.loads


JSON = "application/json"
# Says that an answer has the documented shape and nothing behind it.
SIMULATED = "X-Sandbox-Simulated"
SHAPE_ONLY = "shape-only"

# The fine-grained codes that stand before an error's text.
BAD_CONTENT = "400.1 Bad request content"
MISSING = "400.1.0 Required data missing or empty"
ILLEGAL = "400.1.3 Illegal value"
SYNTAX = "400.0 Bad request syntax"
_CODES = {
    400: BAD_CONTENT,
    403: "403 Forbidden",
    404: "404 Not found",
    405: "405 Method not allowed",
    415: "415 Unsupported media type",
    500: "500.0 Internal Fault",
    501: "501 Not implemented",
}


class Refusal(Exception):
    """Raised anywhere below the application to end a request with this answer."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.status)
        self.response = response


def answer(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A JSON answer."""
    return Response(to_json(value), status, dict(headers or {}), content_type=JSON)


def no_content() -> Response:
    """204: done, nothing to say."""
    return Response(status=204)


def refuse(status: int, text: str, *, code: str | None = None, causes: Iterable[str] = ()) -> Refusal:
    """A refusal as `detailCode`, `trackingId`, `messages`, `causes`; raise it."""
    body = {
        "detailCode": code or _CODES.get(status, str(status)),
        "trackingId": uuid.uuid4().hex,
        "messages": [_message(text)],
        "causes": [_message(cause) for cause in causes],
    }
    return Refusal(answer(body, status))


def illegal(name: str, value: Any, allowed: str | None = None) -> Refusal:
    """400: a parameter or field has a value that it can't have."""
    text = f'An illegal value "{value}" was given for "{name}".'
    return refuse(400, f"{text} {allowed}" if allowed else text, code=ILLEGAL)


def missing(name: str) -> Refusal:
    """400: something required is not there."""
    return refuse(400, f'Required data "{name}" was missing or empty.', code=MISSING)


def unauthorized(text: str) -> Refusal:
    """401 in its own shape: `{"error": ...}`."""
    return Refusal(answer({"error": text}, 401))


def too_many(retry_after: float) -> Refusal:
    """429 with `Retry-After` in whole seconds."""
    seconds = max(1, -int(-retry_after // 1))
    return Refusal(answer({"message": "Rate Limit Exceeded"}, 429, {"Retry-After": str(seconds)}))


def file(content: bytes | Iterable[bytes], content_type: str, name: str, length: int | None = None) -> Response:
    """A download. `length` is needed where `content` is a stream."""
    response = Response(content, content_type=content_type)
    response.headers["Content-Disposition"] = disposition(name)
    if length is not None:
        response.content_length = length
    return response


def disposition(name: str) -> str:
    """Content-Disposition: the plain name, and RFC 5987's `filename*` beside it where the name is not ASCII."""
    plain = name.encode("ascii", "replace").decode().replace("\\", "_").replace('"', "'")
    header = f'attachment; filename="{plain}"'
    return header if name.isascii() else f"{header}; filename*=UTF-8''{quote(name, safe='')}"


def _message(text: str) -> dict[str, str]:
    return {"locale": "en-US", "localeOrigin": "DEFAULT", "text": text}
