"""Search streams: pages by `searchAfter`, which has no end, where `offset` stops at 10,000 records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..catalog.facts import Operation
from ..catalog.loader import facts
from ..errors import AnswerError, UsageError
from ..operations.answer import origin, parse
from ..operations.arguments import bind
from ..operations.checks import parse_json_text, plain
from ..operations.request import build
from ..pipeline.properties import get_property
from ..pipeline.stream import Stream
from ..records import records
from ..tenant.session import Session
from .lookup import operations_for

# What no two records of an index share; every index of ISC has it.
UNIQUE = "id"
_PAGE = 250


def search_stream(
    session: Session, search: Any, *, limit: int | None = None, increment: int | None = None, command: str = "search"
) -> Stream:
    """All records that a search finds, however many.

    Args:
        session: Who asks.
        search: The search's body: dict, Record or JSON text.
        limit: How many records at most; None gives all.
        increment: Records a page, 1 to 10,000; 250 if left out.
        command: Name of the command, for messages.

    Raises:
        UsageError: The body is wrong, or its own `searchAfter` is given without `sort`.
    """
    body = plain(parse_json_text(search, f"{command}: search"))
    if not isinstance(body, dict):
        raise UsageError(f"{command}: search is a {type(body).__name__}", hint="Give a dict with indices and query.")
    operation = operations_for("search_post", session)[0]
    body = with_unique_sort(body)
    size = increment or _PAGE
    # A first binding finds what is wrong before anything is read
    _bound(operation, body, min(size, limit or size), command)
    where = origin(operation, session.tenant, {})

    def read(want: int | None) -> Iterator[Any]:
        most = limit if want is None else want if limit is None else min(limit, want)
        for page in _pages(session, operation, body, most, size, command):
            yield from records(page, where)

    return Stream(read, label="search results", kind=_kind(body), count=lambda: count(session, body, command))


def with_unique_sort(body: Mapping[str, Any]) -> dict[str, Any]:
    """The search with a sort that no two records share, and with the sorted fields among those that are asked for."""
    sort = [str(one) for one in body.get("sort") or ()]
    if UNIQUE not in [_bare(one) for one in sort]:
        sort.append(UNIQUE)
    changed = {**body, "sort": sort}
    result_filter = body.get("queryResultFilter")
    if isinstance(result_filter, Mapping) and result_filter.get("includes"):
        includes = list(result_filter["includes"])
        includes += [field for field in map(_bare, sort) if field not in includes]
        changed["queryResultFilter"] = {**result_filter, "includes": includes}
    return changed


def _bare(sort: str) -> str:
    return sort.lstrip("+-")


def _pages(
    session: Session, operation: Operation, body: dict[str, Any], limit: int | None, size: int, command: str
) -> Iterator[list[Any]]:
    given = 0
    after: list[str] | None = None
    while limit is None or given < limit:
        wanted = size if limit is None else min(size, limit - given)
        asked = body if after is None else {**body, "searchAfter": after}
        reply = session.send(build(operation, _bound(operation, asked, wanted, command)))
        page = parse(reply.body, reply.headers, command)
        if not isinstance(page, list):
            raise AnswerError(f"{command} wanted a list and got {type(page).__name__}", hint="Try again.")
        yield page
        given += len(page)
        if len(page) < wanted:
            return
        last = _values(page[-1], body["sort"], command)
        if last == after:
            raise AnswerError(
                f"{command} got the same page twice", why=f"it ends at {last} again", hint="Read it again."
            )
        after = last


def _values(record: Any, sort: list[str], command: str) -> list[str]:
    values = [get_property(record, _bare(one)) for one in sort]
    missing = [_bare(one) for one, value in zip(sort, values, strict=True) if value is None]
    if missing:
        raise AnswerError(
            f"{command} can't go on after {get_property(record, 'id')}",
            why=f"the record has no {', '.join(missing)}, by which the search is sorted",
            hint="Sort by fields that every record has, such as id.",
        )
    return [str(value).lower() if isinstance(value, bool) else str(value) for value in values]


def _bound(operation: Operation, body: Mapping[str, Any], limit: int, command: str) -> Any:
    models = facts(operation.generation).models
    return bind(operation, {"search": body, "limit": limit}, models, command)


def count(session: Session, body: Mapping[str, Any], command: str) -> int:
    """How many records a search finds, asked without reading them."""
    operation = operations_for("search_count", session)[0]
    asked = {key: value for key, value in body.items() if key not in ("sort", "searchAfter", "queryResultFilter")}
    bound = bind(operation, {"search": asked}, facts(operation.generation).models, command)
    reply = session.send(build(operation, bound))
    total = reply.headers.get("X-Total-Count", "")
    if not total.isdigit():
        raise AnswerError(f"{command}: the tenant did not say how many there are")
    return int(total)


_KINDS = {
    "identities": "IdentityDocument",
    "accessprofiles": "AccessProfileDocument",
    "accountactivities": "AccountActivityDocument",
    "entitlements": "EntitlementDocument",
    "events": "EventDocument",
    "roles": "RoleDocument",
}


def _kind(body: Mapping[str, Any]) -> str | None:
    indices = list(body.get("indices") or [])
    return _KINDS.get(str(indices[0]).lower()) if len(indices) == 1 else None
