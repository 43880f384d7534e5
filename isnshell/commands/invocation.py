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
from .searching import SEARCH_PAGE, pages_by_value, search_stream

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
    options = _take_options(operations, keywords, command)
    operation = choose(operations, arguments, keywords, command)
    named = open_records(operation, name_arguments(operation, arguments, keywords, command), session, options)
    if operation.pages and not options.get("with_http_info"):
        return _list(session, operation, named, command, options)
    if options.get("page_size") is not None:
        raise UsageError(f"{command}: page_size is for lists that are read page by page", hint="Leave it out.")
    (texts, *more) = _filtered(operation, named, command)
    if more:
        raise UsageError(
            f"{command}: the filter is too long for one request",
            hint="Without with_http_info a list is split over several.",
        )
    bound = _bind(operation, {**named, **texts}, command, options)
    request = build(operation, bound)
    if is_file(operation):
        from ..tenant.downloads import fetch  # waits for the first file, as requests does

        path, reply = fetch(
            session,
            request,
            out_file=options.get("out_file"),
            force=options.get("force", False),
            default_name=_default_name(operation, bound),
        )
        return HttpInfo(path, reply.status, reply.headers) if options.get("with_http_info") else path
    return _exchange(session, operation, request, bound, command, options)


def _take_options(operations: Sequence[Operation], keywords: dict[str, Any], command: str) -> dict[str, Any]:
    """Our own options out of the keywords, in any spelling: PowerShell's scripts write `WithHttpInfo`."""
    ours = {fold(name): name for name in CALL_OPTIONS}
    if any(is_file(operation) for operation in operations):
        ours |= {fold(name): name for name in FILE_OPTIONS}
    options: dict[str, Any] = {}
    for name in list(keywords):
        if own := ours.get(fold(name)):
            if own in options:
                raise UsageError(f"{command} got {own} twice, in two spellings")
            options[own] = keywords.pop(name)
    return options


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
    bound = [_bind(operation, {**named, **texts}, command, options) for texts in _filtered(operation, named, command)]
    if pages_by_value(operation):
        size = page_size if options.get("page_size") is not None else SEARCH_PAGE
        return search_stream(session, operation, bound[0], limit=limit, offset=offset, page_size=size, command=command)
    requests = [build(operation, one) for one in bound]
    where = origin(operation, session.tenant, bound[0].path)
    if len(requests) > 1:
        _refuse_order(bound[0], offset, command)

    def read(want: int | None) -> Iterator[Any]:
        left = limit if want is None else want if limit is None else min(limit, want)
        if len(requests) == 1:
            for page in read_pages(session, requests[0], offset=offset, limit=left, page_size=page_size):
                yield from records(page, where)
            return
        once = _Once()
        for request in requests:
            if left == 0:
                return
            size = page_size if left is None else min(page_size, left)
            for page in read_pages(session, request, page_size=size):
                fresh = once.first(page)[:left]
                yield from records(fresh, where)
                left = None if left is None else left - len(fresh)
                if left == 0:
                    return

    def count() -> int:
        totals = [count_all(session, one) if "count" in operation.by_name else None for one in requests]
        if None in totals:
            return sum(1 for _ in read(None))
        left = max(0, sum(total or 0 for total in totals) - offset)
        return left if limit is None else min(left, limit)

    return Stream(read, label=operation.base.removeprefix("get_").replace("_", " "), kind=where.kind, count=count)


class _Once:
    """Lets records pass that have not come before, by their id: one may fit two parts of a list, since its field may
    hold several values and case may not count.
    """

    def __init__(self) -> None:
        self._seen: set[Any] = set()

    def first(self, page: Sequence[Any]) -> list[Any]:
        fresh = []
        for record in page:
            own = record.get("id") if isinstance(record, dict) else None
            if own is None or own not in self._seen:
                fresh.append(record)
                self._seen.add(own)
        return fresh


def _refuse_order(bound: Arguments, offset: int, command: str) -> None:
    """What is about the order of the whole list has no meaning for its parts."""
    sorted_ = any(fold(name) == "sorters" for name in bound.query)
    if sorted_ or offset:
        name, instead = ("sorters", "sort_object(...)") if sorted_ else ("offset", "select_object(skip=...)")
        raise UsageError(
            f"{command}: {name} can't go with a list of filter values that is split over requests",
            hint=f"Leave it out and use ... | {instead}.",
        )


def _filtered(operation: Operation, named: dict[str, Any], command: str) -> list[dict[str, Any]]:
    """The filter as text, if it was given as a dict: once, or several times where a list is too long for one
    address.
    """
    key = next((k for k, v in named.items() if fold(k) == "filters" and isinstance(v, Mapping)), None)
    if key is None or operation.by_name.get("filters") is None:
        return [{}]
    if not named[key]:
        return [{key: None}]
    return [{key: text} for text in filter_texts(named[key], operation, command)]


def _page_size(operation: Operation, options: Mapping[str, Any], command: str) -> int:
    largest = int(operation.by_name["limit"].maximum or 250)
    wanted = options.get("page_size")
    wanted = largest if wanted is None else wanted
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
