"""What is sent: a request as a value, built from checked arguments."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from attrs import evolve, field, frozen

from ..catalog.facts import Operation
from .arguments import Arguments

_SAFE_IN_QUERY = "-_.~"


@frozen
class Request:
    """One request, without the tenant it goes to. Its repr leaves out the body, which may hold a secret.

    Args:
        method: HTTP method.
        path: Path with its values quoted, beginning with `/`.
        query: Pairs in their order, unquoted.
        headers: Headers besides those of the session.
        body: What is sent, already serialised; None sends nothing.
        form: Fields of a multipart form; files among them are open when the request is sent.
        content_type: Of the body.
        family: `isc` or `nerm`: which base URL.
        generation: Whose rate budget it uses.
        changes: Whether it may change the tenant.
        command: PowerShell's name of the command, for messages.
        accept: Content types that are wanted.
        scopes: One of them is needed, for the error of a 403.
        user_levels: One of them is needed, likewise.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(factory=dict)
    body: bytes | None = field(default=None, repr=False)
    form: Mapping[str, Any] | None = field(default=None, repr=False)
    content_type: str | None = None
    family: str = "isc"
    generation: str = "v2025"
    changes: bool = False
    command: str = "The request"
    accept: str = "application/json"
    scopes: tuple[str, ...] = ()
    user_levels: tuple[str, ...] = ()

    @property
    def target(self) -> str:
        """Path and query as they stand in the request line."""
        if not self.query:
            return self.path
        pairs = (f"{quote(k, safe=_SAFE_IN_QUERY)}={quote(v, safe=_SAFE_IN_QUERY)}" for k, v in self.query)
        return f"{self.path}?{'&'.join(pairs)}"

    def with_query(self, **values: Any) -> Request:
        """The same request with some query values set; None takes one out."""
        kept = tuple((k, v) for k, v in self.query if k not in values)
        added = tuple((k, spell(v)) for k, v in values.items() if v is not None)
        return evolve(self, query=kept + added)


def build(operation: Operation, arguments: Arguments, *, accept: str | None = None) -> Request:
    """The request for an operation with these arguments."""
    body = operation.body
    content_type = body.content_type if body else None
    payload = None
    if body and arguments.has_body:
        payload = (
            arguments.body.encode()
            if isinstance(arguments.body, str) and not body.content_type.endswith("json")
            else dump(arguments.body)
        )
    return Request(
        method=operation.method,
        path=prefix(operation.generation) + _fill(operation.path, arguments.path),
        query=tuple(_query(operation, arguments.query)),
        headers=arguments.headers,
        body=payload,
        form=arguments.form if body and body.model is None else None,
        content_type=content_type if payload is not None else None,
        family=operation.family,
        generation=operation.generation,
        changes=operation.changes,
        command=operation.cmdlet or operation.operation,
        accept=accept or _accept(operation),
        scopes=operation.scopes,
        user_levels=operation.user_levels,
    )


def _accept(operation: Operation) -> str:
    """The documented types, and JSON all the same, since that is what errors are. Data that comes as JSON or as CSV is
    wanted as JSON.
    """
    answer = operation.answer
    kinds = [kind for kind in (answer.content_types if answer else ()) if kind != "application/json"]
    if answer is None or not kinds or (answer.model != "file" and len(kinds) < len(answer.content_types)):
        return "application/json"
    return ", ".join([*kinds, "application/json;q=0.9"])


def prefix(generation: str) -> str:
    """What stands before a generation's paths: `/v2025`; nothing for `v1`, whose paths carry their own version."""
    return {"v1": "", "nerm": "", "nermv2025": "/v2025"}.get(generation, f"/{generation}")


def _fill(path: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        path = path.replace("{" + name + "}", quote(value, safe=""))
    return path


def _query(operation: Operation, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    by_name = {p.name: p for p in operation.parameters if p.place == "query"}
    pairs: list[tuple[str, str]] = []
    for name, value in values.items():
        if not isinstance(value, list):
            pairs.append((name, spell(value)))
        elif by_name[name].explode is False:
            pairs.append((name, ",".join(spell(one) for one in value)))
        else:
            pairs += [(name, spell(one)) for one in value]
    return pairs


def spell(value: Any) -> str:
    """A value as a query spells it: `true`, `0`, `null`."""
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def dump(value: Any) -> bytes:
    """JSON bytes, as UTF-8. Half a character, which UTF-8 has no bytes for, goes as JSON's escape of it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"), allow_nan=False).encode()
