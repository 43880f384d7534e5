"""Requests that the catalog does not know: the same session, rails, pace, paging and errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from ..errors import UsageError
from ..operations.answer import as_records, parse
from ..operations.checks import plain
from ..operations.request import Request, dump, spell
from ..pipeline.stream import Stream
from ..records import Origin, records
from ..tenant.paging import read_pages
from ..tenant.session import Session

_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


def raw_request(
    method: str, path: str, *, body: Any, query: Mapping[str, Any], headers: Mapping[str, str], content_type: str
) -> Request:
    """A request out of its parts.

    Raises:
        UsageError: The method is unknown, or the path could lead to another host or endpoint.
    """
    verb = method.upper()
    if verb not in _METHODS:
        raise UsageError(f"There is no method {method!r}", hint=f"Allowed: {', '.join(_METHODS)}.")
    _check_path(path)
    for name, value in headers.items():
        if any(c in f"{name}{value}" for c in "\r\n\0") or name.lower() in ("authorization", "host"):
            raise UsageError(f"The header {name!r} can't be sent", hint="The session sets its own token and host.")
    payload = None if body is None else body.encode() if isinstance(body, str) else dump(plain(body))
    return Request(
        method=verb,
        path=path,
        query=tuple((name, spell(plain(value))) for name, value in query.items() if value is not None),
        headers=dict(headers),
        body=payload,
        content_type=content_type if payload is not None else None,
        generation=path.split("/")[1],
        changes=verb not in ("GET", "HEAD"),
        command=f"{verb} {path}",
        accept="application/json, */*;q=0.5",
    )


def _check_path(path: str) -> None:
    segments = unquote(path).split("/")
    if not path.startswith("/") or path.startswith("//") or any(c in path for c in "?#\\ ") or not path.isprintable():
        raise UsageError(
            f"{path!r} is no path", hint="It begins with /, as in '/v2025/sources'; query values go into query."
        )
    if ".." in segments or "." in segments:
        raise UsageError(f"{path!r} leads somewhere else", hint="Write the path out.")


def send_raw(session: Session, request: Request, *, paginate: bool, limit: int | None) -> Any:
    """The answer in the user's form; a lazy list with `paginate`."""
    where = Origin(generation=request.generation, tenant=session.tenant, resource=request.path.strip("/"))
    if paginate:

        def read(want: int | None) -> Iterator[Any]:
            most = limit if want is None else want if limit is None else min(limit, want)
            for page in read_pages(session, request, limit=most):
                yield from records(page, where)

        return Stream(read, label=request.path)
    reply = session.send(request)
    if request.method == "HEAD":
        return as_records(dict(reply.headers), where)
    return as_records(parse(reply.body, reply.headers, request.command), where)
