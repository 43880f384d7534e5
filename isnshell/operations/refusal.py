"""Wording what a tenant refused, out of the several shapes its errors have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from ..errors import ApiError, ErrorResponse, RequestSummary
from .request import Request

_LONGEST_BODY = 20_000
_EVERY_SCOPE = "sp:scopes:all"
# Every user has them, so that no token lacks them
_COMMON_LEVELS = frozenset({"USER", "Any"})


@frozen
class Rights:
    """What a token may, as far as it tells; None where it does not."""

    scopes: frozenset[str] | None = None
    user_levels: frozenset[str] | None = None

    def lacks_scopes(self, needed: tuple[str, ...]) -> bool:
        """Whether the token is known to have none of these."""
        held = self.scopes
        return bool(needed) and held is not None and _EVERY_SCOPE not in held and held.isdisjoint(needed)

    def lacks_user_levels(self, needed: tuple[str, ...]) -> bool:
        """Whether the token's owner is known to have none of these."""
        held = self.user_levels
        return bool(needed) and held is not None and _COMMON_LEVELS.isdisjoint(needed) and held.isdisjoint(needed)


def refusal(
    request: Request,
    *,
    tenant: str,
    url: str,
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    rights: Rights | None = None,
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
        rights: What the token may, for a 403; None if nothing is known of it.
        attempts: What each attempt met, where there were several.
    """
    rights = rights or Rights()
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
        hint=_hint(status, headers, request, rights),
        status_code=status,
        detail_code=_text(fields.get("detailCode")),
        tracking_id=tracking_id,
        messages=messages,
        causes=causes,
        request=RequestSummary(request.method, url),
        response=ErrorResponse(status, dict(headers), text),
        attempts=attempts,
        missing_scopes=request.scopes if status == 403 and rights.lacks_scopes(request.scopes) else (),
        missing_user_levels=(
            request.user_levels if status == 403 and rights.lacks_user_levels(request.user_levels) else ()
        ),
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


def _hint(status: int, headers: Mapping[str, str], request: Request, rights: Rights) -> str | None:
    if status == 403 and (request.scopes or request.user_levels):
        return _needed(request, rights)
    if status == 429 and (wait := headers.get("Retry-After")):
        return f"The tenant asks to wait {wait} s."
    return _HINTS.get(status)


def _needed(request: Request, rights: Rights) -> str:
    """What the operation needs, which of it the token lacks, and what to do."""
    scopes, levels = request.scopes, request.user_levels
    no_scope, no_level = rights.lacks_scopes(scopes), rights.lacks_user_levels(levels)
    needs = []
    if scopes:
        needs.append(f"the scope {_any_of(scopes)}{_state(rights.scopes, no_scope)}")
    if levels:
        needs.append(f"the user level {_any_of(levels)}{_state(rights.user_levels, no_level)}")
    if no_scope:
        advice = "Add the scope to the API client" + (" and the user level to its owner" if no_level else "")
    elif no_level:
        advice = "Give the user level to the API client's owner"
    elif scopes and rights.scopes is None:
        advice = "Add the scope to the API client"
    else:
        advice = "Ask the tenant's administrator"
    return f"It needs {' and '.join(needs)}. {advice}, or use another profile."


def _any_of(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _state(held: frozenset[str] | None, lacks: bool) -> str:
    if held is None:
        return ""
    return " (the token has none of them)" if lacks else " (the token has it)"


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
    401: "The tenant does not take this session's token. Try the sign-in: isnshell profile test.",
    403: "The API client or its owner lacks the right for this: add the scope or user level, or use another profile.",
    404: "Check the id, and that the object is on this tenant.",
    429: "Wait a little; ISN_RATE_LIMIT lowers the pace.",
    500: "Try again later; SailPoint's support asks for the tracking id.",
}
