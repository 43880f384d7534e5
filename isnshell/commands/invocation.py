"""Calling an operation: bind, check, send, and give what came back in the form people want."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from ..catalog.facts import Operation
from ..catalog.loader import facts
from ..errors import UsageError
from ..naming import fold
from ..operations.answer import as_records, is_file, origin, parse
from ..operations.arguments import Arguments, bind, name_arguments
from ..operations.filters import filter_texts
from ..operations.request import Request, build
from ..pipeline.stream import Stream
from ..records import Origin, records
from ..tenant.paging import count_all, read_pages
from ..tenant.session import Session, current_session
from .lookup import choose, operations_for
from .references import open_records

# Options of ours that every operation takes beside its own parameters.
CALL_OPTIONS = ("skip_validation", "with_http_info", "cross_tenant", "page_size")
FILE_OPTIONS = ("out_file", "force")


@frozen
class HttpInfo:
    """An answer with what carried it.

    Args:
        response: What the command gives without `with_http_info`.
        status_code: HTTP status.
        headers: Of the answer.
    """

    response: Any
    status_code: int
    headers: Mapping[str, str]


def invoke(base: str, /, *arguments: Any, **keywords: Any) -> Any:
    """Call an operation in the current session's generation; what commands written by hand are made of."""
    session = current_session()
    return call(session, operations_for(base, session), base, arguments, keywords)


def call(
    session: Session, operations: Sequence[Operation], command: str, arguments: Sequence[Any], keywords: dict[str, Any]
) -> Any:
    """Bind, check and send; give records, a stream, text, a path or nothing, by what the facts say.

    Args:
        session: Who asks.
        operations: The operations behind the name; the arguments choose.
        command: Name for messages.
        arguments: By position.
        keywords: By name, options of ours among them.
    """
    options = {
        name: keywords.pop(name)
        for name in (*CALL_OPTIONS, *FILE_OPTIONS)
        if name in keywords and not (name in FILE_OPTIONS and not any(is_file(o) for o in operations))
    }
    operation = choose(operations, arguments, keywords, command)
    named = open_records(operation, name_arguments(operation, arguments, keywords, command), session, options)
    if operation.pages and not options.get("with_http_info"):
        return _list(session, operation, named, command, options)
    bound = _bind(operation, named, command, options)
    request = build(operation, bound)
    if is_file(operation):
        from ..tenant.downloads import download  # waits for the first file, as requests does

        return download(
            session,
            request,
            out_file=options.get("out_file"),
            force=options.get("force", False),
            default_name=_default_name(operation, bound),
        )
    return _exchange(session, operation, request, bound, command, options)


def _bind(operation: Operation, named: Mapping[str, Any], command: str, options: Mapping[str, Any]) -> Arguments:
    models = facts(operation.generation).models
    return bind(operation, named, models, command, skip_validation=options.get("skip_validation", False))


def _exchange(
    session: Session,
    operation: Operation,
    request: Request,
    bound: Arguments,
    command: str,
    options: Mapping[str, Any],
) -> Any:
    reply = session.send(request, target=" ".join(bound.path.values()))
    if operation.method == "HEAD":
        result: Any = as_records(dict(reply.headers), Origin(kind="headers", tenant=session.tenant))
    else:
        result = as_records(parse(reply.body, reply.headers, command), origin(operation, session.tenant, bound.path))
    return HttpInfo(result, reply.status, reply.headers) if options.get("with_http_info") else result


def _list(
    session: Session, operation: Operation, named: Mapping[str, Any], command: str, options: Mapping[str, Any]
) -> Stream:
    """A lazy list: checked now, asked for when it is read. A filter too long for one address is several requests."""
    named = dict(named)
    limit = _count(named, "limit", command)
    offset = _count(named, "offset", command) or 0
    page_size = _page_size(operation, options, command)
    requests = []
    for texts in _filtered(operation, named, command):
        bound = _bind(operation, {**named, **texts}, command, options)
        requests.append(build(operation, bound))
    where = origin(operation, session.tenant, bound.path)
    if len(requests) > 1 and offset:
        raise UsageError(f"{command}: offset can't go with a list of filter values that is split over requests")

    def read(want: int | None) -> Iterator[Any]:
        left = limit if want is None else want if limit is None else min(limit, want)
        for request in requests:
            for page in read_pages(session, request, offset=offset, limit=left, page_size=page_size):
                yield from records(page, where)
                left = None if left is None else left - len(page)

    def count() -> int:
        totals = [count_all(session, one) if "count" in operation.by_name else None for one in requests]
        if None in totals:
            return sum(1 for _ in read(None))
        left = max(0, sum(total or 0 for total in totals) - offset)
        return left if limit is None else min(left, limit)

    return Stream(read, label=operation.base.removeprefix("get_").replace("_", " "), kind=where.kind, count=count)


def _filtered(operation: Operation, named: dict[str, Any], command: str) -> Iterator[dict[str, str]]:
    """The filter as text, if it was given as a dict: once, or several times where a list is too long for one
    address.
    """
    key = next((k for k, v in named.items() if fold(k) == "filters" and isinstance(v, Mapping)), None)
    if key is None:
        yield {}
    else:
        yield from ({key: text} for text in filter_texts(named[key], operation, command))


def _page_size(operation: Operation, options: Mapping[str, Any], command: str) -> int:
    largest = int(operation.by_name["limit"].maximum or 250)
    wanted = options.get("page_size") or largest
    if isinstance(wanted, bool) or not isinstance(wanted, int) or not 1 <= wanted <= largest:
        raise UsageError(f"{command}: page_size={wanted!r} is out of range", hint=f"Allowed is 1 to {largest}.")
    return wanted


def _count(named: dict[str, Any], name: str, command: str) -> int | None:
    """Take `limit` or `offset` out: they are about records, pages are cut by the engine."""
    key = next((k for k in named if fold(k) == name), None)
    value = named.pop(key) if key else None
    if value is None:
        return None
    if isinstance(value, str) and value.strip().isdigit():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise UsageError(f"{command}: {name}={value!r} is no number of records", hint="Give a whole number from 0 on.")
    return value


def _default_name(operation: Operation, bound: Arguments) -> str:
    return "-".join([operation.base.split("_", 1)[-1], *bound.path.values()])
