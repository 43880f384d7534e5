"""Telling what goes over the wire, without secrets: the plan of a what-if, and what `verbose` and `debug` show."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..host import get_host
from ..operations.request import Request
from .rails import Answered, current_scope

if TYPE_CHECKING:  # requests takes 0.1 s to import; it waits for the first request
    from .transport import Reply, Wire

_HIDDEN = "***"
_SECRET = re.compile(
    r"secret|passw|passphrase|\bpwd|token|api_?-?key|private_?-?key|credential|authorization|cookie|assertion", re.I
)
_MOST = 4_000


def plan_text(request: Request, url: str) -> str:
    """The exact request of a change as people read it, and as a `curl` line that lacks only the token."""
    lines = [f"{request.method} {url}"]
    lines += [f"{name}: {value}" for name, value in request.headers.items()]
    if request.content_type:
        lines += [f"Content-Type: {request.content_type}", _decoded(request.body)]
    return "\n".join([*lines, _curl(request, url)])


def plan_line(request: Request) -> str:
    """The request in one line; a JSON Patch in words: `replace /enabled true`."""
    body = _decoded(request.body)
    if "json-patch" in (request.content_type or ""):
        with suppress(ValueError, TypeError, KeyError):
            body = ", ".join(map(_step, json.loads(body))) or body
    return f"{request.method} {request.target} {body}".rstrip()


def _step(step: Mapping[str, Any]) -> str:
    values = [step["op"], *(step[name] for name in ("from", "path") if name in step)]
    value = [json.dumps(step["value"], ensure_ascii=False, separators=(",", ":"))] if "value" in step else []
    return " ".join([*map(str, values), *value])


def _curl(request: Request, url: str) -> str:
    words = ["curl", "-X", request.method, url, "-H", f"Authorization: Bearer {_HIDDEN}"]
    for name, value in request.headers.items():
        words += ["-H", f"{name}: {value}"]
    if request.content_type and request.body is not None:
        words += ["-H", f"Content-Type: {request.content_type}", "--data-binary", _decoded(request.body)]
    for name, value in (request.form or {}).items():
        path = getattr(value, "name", None)
        words += ["-F", f"{name}=@{path}" if path else f"{name}={value}"]
    return " ".join(shlex.quote(word) for word in words)


def _decoded(body: bytes | None) -> str:
    return body.decode("utf-8", "replace") if body else ""


def tell_exchange(request: Request, wire: Wire, reply: Reply, seconds: float) -> None:
    """Say what was sent and answered to whoever asked for it: the one who waits for a change's outcome, and the person
    with `verbose` or `debug`.
    """
    held = current_scope()
    if request.changes and held.answers is not None:
        held.answers.append(Answered(reply.status, reply.headers.get("SLPT-Request-ID")))
    if not (held.verbose or held.debug):
        return
    tracking_id = reply.headers.get("SLPT-Request-ID")
    mark = f", tracking id {tracking_id}" if tracking_id else ""
    host = get_host()
    if held.verbose:
        host.note(f"VERBOSE: {wire.method} {wire.url}: {reply.status} after {seconds * 1000:.0f} ms{mark}")
    if held.debug:
        is_sign_in = request.generation == "oauth"
        sent = "(not shown)" if is_sign_in else body_text(wire.body, wire.headers)
        answer = "(not shown)" if is_sign_in else body_text(reply.body, reply.headers)
        lines = [f"> {wire.method} {wire.url}", *_header_lines(wire.headers, ">"), *([f"> {sent}"] if sent else [])]
        lines += [f"< {reply.status}", *_header_lines(reply.headers, "<"), *([f"< {answer}"] if answer else [])]
        for line in lines:
            host.note(f"DEBUG: {line}")


def _header_lines(headers: Mapping[str, str], arrow: str) -> list[str]:
    return [f"{arrow} {name}: {_HIDDEN if _SECRET.search(name) else value}" for name, value in headers.items()]


def body_text(body: Any, headers: Mapping[str, str]) -> str:
    """A body as it may be shown: JSON without its secrets, of anything else its size."""
    if not body:
        return ""
    kind = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    if not isinstance(body, bytes) or "json" not in kind:
        size = f"{len(body):,} bytes" if isinstance(body, bytes) else "streamed"
        return f"({kind or 'body'}, {size})"
    try:
        text = json.dumps(without_secrets(json.loads(body)), ensure_ascii=False)
    except ValueError:
        return f"({kind}, {len(body):,} bytes that are no JSON)"
    return text if len(text) <= _MOST else f"{text[:_MOST]} ... ({len(text):,} characters)"


def without_secrets(value: Any) -> Any:
    """Parsed JSON with `***` for the values whose names say that they are secret, those of a JSON patch included."""
    if isinstance(value, list):
        return [without_secrets(one) for one in value]
    if not isinstance(value, dict):
        return value
    patches_secret = _SECRET.search(str(value.get("path") or "")) is not None
    return {
        name: _HIDDEN
        if one is not None
        and not isinstance(one, bool)
        and (_SECRET.search(name) or (patches_secret and name == "value"))
        else without_secrets(one)
        for name, one in value.items()
    }
