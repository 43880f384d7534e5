"""Requests that the catalog does not know: the same session, rails, pace, paging and errors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, unquote

from ..catalog.facts import EXPERIMENTAL_HEADER, GENERATIONS
from ..errors import UsageError
from ..operations.answer import as_records, parse
from ..operations.checks import can_encode, plain
from ..operations.request import Request, dump, spell
from ..pipeline.stream import Stream
from ..records import Origin, records
from ..tenant.paging import count_all, read_pages
from ..tenant.session import Session

_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
_MULTIPART = "multipart/form-data"
_PAGE = 250
# Whose token, to which host, and where a message ends: that is the session's business
_SESSIONS_OWN = frozenset(
    {"authorization", "proxy-authorization", "host", "content-length", "transfer-encoding", "connection", "te"}
    | {"trailer", "upgrade", "expect", "keep-alive"}
)
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_AS_IT_IS_IN_A_PATH = "/%!$&'()*+,;=:@-._~"


def raw_request(
    method: str, path: str, *, body: Any, query: Mapping[str, Any], headers: Mapping[str, Any], content_type: str
) -> Request:
    """A request out of its parts.

    Raises:
        UsageError: The method is unknown, the path could lead to another host or endpoint, or a value can't be sent.
    """
    verb = str(method).upper()
    if verb not in _METHODS:
        raise UsageError(f"There is no method {method!r}", hint=f"Allowed: {', '.join(_METHODS)}.")
    _check_path(path)
    own = _headers(headers)
    content_type = own.pop("Content-Type", content_type)
    _header("content_type", content_type)
    payload, form = _body(body, content_type)
    generation = path.split("/")[1]
    return Request(
        method=verb,
        path=quote(path, safe=_AS_IT_IS_IN_A_PATH),
        query=tuple(_query(query)),
        headers=own,
        body=payload,
        form=form,
        content_type=content_type if payload is not None else None,
        generation=generation if generation in GENERATIONS else "v1",
        changes=verb not in ("GET", "HEAD"),
        command=f"{verb} {path}",
        accept=own.pop("Accept", "application/json, */*;q=0.5"),
    )


def _check_path(path: str) -> None:
    inner = unquote(path)
    if not path.startswith("/") or path.startswith("//") or any(c in path for c in "?#\\ ") or not path.isprintable():
        raise UsageError(
            f"{path!r} is no path", hint="It begins with /, as in '/v2025/sources'; query values go into query."
        )
    if re.search(r"%(?![0-9A-Fa-f]{2})", path) or not inner.isprintable() or "\ufffd" in inner:
        raise UsageError(f"{path!r} is no path", hint="Write % as %25 and other characters as they are.")
    segments = re.split(r"[/\\]", inner)
    if ".." in segments or "." in segments or "" in segments[1:-1]:
        raise UsageError(f"{path!r} leads somewhere else", hint="Write the path out.")
    if segments[1].lower() == "oauth":
        raise UsageError(f"{path!r} is about tokens, which the session keeps to itself", hint="connect(...) signs in.")


def _headers(given: Mapping[str, Any]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in given.items():
        if not _HEADER_NAME.fullmatch(name) or name.lower() in _SESSIONS_OWN:
            raise UsageError(f"The header {name!r} can't be sent", hint="The session sets its own token and host.")
        # One spelling of those that are looked for by name
        known = next(
            (one for one in (EXPERIMENTAL_HEADER, "Content-Type", "Accept") if one.lower() == name.lower()), name
        )
        headers[known] = _header(name, value)
    return headers


def _header(name: str, value: Any) -> str:
    text = spell(plain(value))
    if any(character in text for character in "\r\n\0") or not can_encode(text, "latin-1"):
        raise UsageError(f"The header {name!r} can't be sent", why=f"{text!r} is no value for a header")
    return text


def _query(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in given.items():
        if value is None:
            continue
        read = plain(value)
        for one in read if isinstance(read, list) else [read]:
            if isinstance(one, (dict, list)):
                raise UsageError(
                    f"query[{name!r}] can't hold a {type(one).__name__}", hint="Give text, numbers, or a list of them."
                )
            text = spell(one)
            if not can_encode(f"{name}{text}", "utf-8"):
                raise UsageError(f"query[{name!r}]={text!r} holds half a character")
            yield name, text


def _body(body: Any, content_type: str) -> tuple[bytes | None, Mapping[str, Any] | None]:
    """Body and form, one of them or none."""
    kind = content_type.split(";", 1)[0].strip().lower()
    if kind == _MULTIPART:
        if not isinstance(body, Mapping):
            raise UsageError("A form is a dict of its fields", hint="body={'file': Path('x.csv')}.")
        return None, body
    if body is None:
        return None, None
    if isinstance(body, (bytes, bytearray)):
        return bytes(body), None
    if isinstance(body, str):
        if not can_encode(body, "utf-8"):
            raise UsageError("The body holds half a character")
        return body.encode(), None
    if not kind.endswith("json"):
        raise UsageError(f"A {type(body).__name__} can't go as {content_type}", hint="Give text or bytes.")
    return dump(plain(body)), None


def send_raw(session: Session, request: Request, *, paginate: bool, limit: int | None) -> Any:
    """The answer in the user's form; a lazy list with `paginate`.

    Raises:
        UsageError: What is to be read page by page is no GET, or its numbers are none.
    """
    where = Origin(generation=request.generation, tenant=session.tenant, resource=request.path.strip("/"))
    if paginate:
        return _list(session, request, limit, where)
    if limit is not None:
        raise UsageError("limit is for lists that are read page by page", hint="Give paginate=True too, or query.")
    reply = session.send(request)
    if request.method == "HEAD":
        return as_records(dict(reply.headers), where)
    return as_records(parse(reply.body, reply.headers, request.command), where)


def _list(session: Session, request: Request, limit: int | None, where: Origin) -> Stream:
    if request.method != "GET":
        raise UsageError(f"{request.method} can't be read page by page", hint="Only GET repeats without harm.")
    if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int) or limit < 0):
        raise UsageError(f"limit={limit!r} is no number of records", hint="Give a whole number from 0 on.")
    # What the query says about pages is where to begin and how large they are
    asked = dict(request.query)
    offset = _number(asked, "offset", 0, 0)
    size = _number(asked, "limit", _PAGE, 1)

    def read(want: int | None) -> Iterator[Any]:
        most = limit if want is None else want if limit is None else min(limit, want)
        for page in read_pages(session, request, offset=offset, limit=most, page_size=size):
            yield from records(page, where)

    def count() -> int:
        total = count_all(session, request)
        if total is None:
            return sum(1 for _ in read(None))
        left = max(0, total - offset)
        return left if limit is None else min(left, limit)

    return Stream(read, label=request.path, count=count)


def _number(query: Mapping[str, str], name: str, default: int, least: int) -> int:
    text = query.get(name)
    if text is None:
        return default
    if not text.isdecimal() or int(text) < least:
        raise UsageError(f"query[{name!r}]={text!r} is out of range", hint=f"It is a whole number from {least} on.")
    return int(text)
