"""Wording what a tenant refused, out of the several shapes its errors have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..errors import ApiError, ErrorResponse, RequestSummary
from .request import Request

_LONGEST_BODY = 20_000


def refusal(
    request: Request,
    *,
    tenant: str,
    url: str,
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    scopes: tuple[str, ...] = (),
    attempts: tuple[str, ...] = (),
) -> ApiError:
    """The error for an answer that is no success: 300 or more.

    Args:
        request: What was asked.
        tenant: Host that answered.
        url: The whole address, for `error.request`.
        status: HTTP status.
        headers: Of the answer.
        body: Of the answer.
        scopes: What the operation needs, for a 403.
        attempts: What each attempt met, where there were several.
    """
    text = body[:_LONGEST_BODY].decode("utf-8", "replace")
    fields = _parse(text)
    messages = _list(fields.get("messages"))
    causes = _list(fields.get("causes"))
    tracking_id = _text(fields.get("trackingId")) or headers.get("SLPT-Request-ID")
    why = _reason(fields, messages, text, headers)
    mark = f" (tracking id {tracking_id})" if tracking_id else ""
    return ApiError(
        f"{request.command} failed: tenant {tenant} answered {status} {_PHRASES.get(status, '')}".rstrip() + mark,
        why=why,
        hint=_hint(status, scopes, headers, request),
        status_code=status,
        detail_code=_text(fields.get("detailCode")),
        tracking_id=tracking_id,
        messages=messages,
        causes=causes,
        request=RequestSummary(request.method, url),
        response=ErrorResponse(status, dict(headers), text),
        attempts=attempts,
    )


def _parse(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _reason(fields: dict[str, Any], messages: list[Any], text: str, headers: Mapping[str, str]) -> str | None:
    told = [message for message in messages if isinstance(message, dict)]
    texts = [message.get("text") for message in told]
    best = next((message.get("text") for message in told if message.get("locale") == "en-US"), None)
    for found in (best, *texts, *(fields.get(k) for k in ("error_description", "error", "message", "formatted_msg"))):
        if isinstance(found, str) and found.strip():
            return found.strip().rstrip(".")
        if isinstance(found, dict) and _text(found.get("message")):
            return str(found["message"])
    if "html" in headers.get("Content-Type", ""):
        return "the answer is a web page, so something between here and the tenant answered"
    short = text.strip()
    return short[:200] if short and len(short) < 2000 else None


def _hint(status: int, scopes: tuple[str, ...], headers: Mapping[str, str], request: Request) -> str | None:
    if status == 403 and scopes:
        return f"It needs the scope {' or '.join(scopes)}: add it to the API client, or use another profile."
    if status == 429 and (wait := headers.get("Retry-After")):
        return f"The tenant asks to wait {wait} s."
    return _HINTS.get(status)


_PHRASES = {
    301: "Moved Permanently",
    302: "Found",
    303: "See Other",
    307: "Temporary Redirect",
    308: "Permanent Redirect",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    413: "Payload Too Large",
    415: "Unsupported Media Type",
    422: "Unprocessable Content",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}
_HINTS = {
    **dict.fromkeys(
        (301, 302, 303, 307, 308), "It points to another address: check SAIL_BASE_URL of the profile, and the proxy."
    ),
    401: "Check the client id and secret of the profile: isnshell profile test.",
    403: "The API client or its owner lacks the right for this: add the scope or user level, or use another profile.",
    404: "Check the id, and that the object is on this tenant.",
    429: "Wait a little; ISN_RATE_LIMIT lowers the pace.",
    500: "Try again later; SailPoint's support asks for the tracking id.",
}
