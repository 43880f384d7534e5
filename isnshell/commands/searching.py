"""Search streams: pages by `searchAfter`, which has no end, where `offset` stops at 10,000 records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from ..catalog.facts import Operation
from ..catalog.loader import facts
from ..errors import AnswerError, UsageError
from ..operations.answer import origin, parse
from ..operations.arguments import Arguments, bind, body_fields
from ..operations.checks import parse_json_text, plain
from ..operations.request import build
from ..pipeline.properties import get_property
from ..pipeline.stream import Stream
from ..records import Origin, records
from ..tenant.prefetch import one_ahead
from ..tenant.session import Session
from .lookup import operations_for

# What no two records of an index share; every index of ISC has it.
UNIQUE = "id"
# Whole documents with all they nest are large: the most that a tenant would send, 10,000 of them, are too many at once
SEARCH_PAGE = 250

# Index to the model of its records, and the collection whose ids they have.
_INDICES = {
    "identities": ("IdentityDocument", "identities"),
    "accessprofiles": ("AccessProfileDocument", "access-profiles"),
    "accountactivities": ("AccountActivityDocument", "account-activities"),
    "entitlements": ("EntitlementDocument", "entitlements"),
    "events": ("EventDocument", "events"),
    "roles": ("RoleDocument", "roles"),
}


def pages_by_value(operation: Operation) -> bool:
    """Whether an operation gives a list whose next page is asked for by the values of the last record."""
    body = body_fields(operation, facts(operation.generation).models) if operation.pages else None
    return body is not None and "searchafter" in body.by_name


def search(
    session: Session, body: Any, *, limit: int | None = None, increment: int | None = None, command: str = "search"
) -> Stream:
    """All records that a search finds, however many.

    Args:
        session: Who asks.
        body: The search: dict, Record or JSON text.
        limit: How many records at most; None gives all.
        increment: Records a page, 1 to 10,000; 250 if left out.
        command: Name of the command, for messages.

    Raises:
        UsageError: The body is wrong, or a number is.
    """
    operation = operations_for("search_post", session)[0]
    value = plain(parse_json_text(body, f"{command}: search"))
    if not isinstance(value, dict):
        raise UsageError(f"{command}: search is a {type(value).__name__}", hint="Give a dict with indices and query.")
    largest = int(operation.by_name["limit"].maximum or 10_000)
    limit = _whole(limit, "limit", 0, None, command)
    size = _whole(increment, "increment", 1, largest, command) or SEARCH_PAGE
    bound = bind(operation, {"search": value}, facts(operation.generation).models, command)
    return search_stream(session, operation, bound, limit=limit, page_size=size, command=command)


def _whole(value: Any, name: str, least: int, most: int | None, command: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, str) and value.strip().isdecimal():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < least or (most is not None and value > most):
        allowed = f"{least} to {most}" if most is not None else f"{least} or more"
        raise UsageError(f"{command}: {name}={value!r} is no number of records", hint=f"Allowed is {allowed}.")
    return value


def search_stream(
    session: Session,
    operation: Operation,
    bound: Arguments,
    *,
    limit: int | None = None,
    offset: int = 0,
    page_size: int = SEARCH_PAGE,
    command: str = "search",
) -> Stream:
    """The stream of a search whose arguments are bound already.

    Args:
        session: Who asks.
        operation: The search.
        bound: Its checked arguments; `sort` gets a field that no two records share.
        limit: How many records at most; None gives all.
        offset: How many to pass over first; a tenant allows 10,000 at most.
        page_size: Records a page.
        command: Name of the command, for messages.

    Raises:
        UsageError: `searchAfter` does not go with `sort`.
    """
    body = with_unique_sort(bound.body or {}, command)
    bound = evolve(bound, body=body)
    counting = operations_for("search_count", session)[0]
    where = origin(operation, session.tenant, {})
    if known := _index(body):
        where = Origin(known[0], operation.generation, session.tenant, known[1])

    def read(want: int | None) -> Iterator[Any]:
        most = limit if want is None else want if limit is None else min(limit, want)
        for page in one_ahead(_pages(session, operation, bound, most, offset, page_size, command)):
            yield from records(page, where)

    def count() -> int:
        left = max(0, _count(session, counting, body, command) - offset)
        return left if limit is None else min(left, limit)

    return Stream(read, label="search results", kind=where.kind if known else None, count=count)


def with_unique_sort(body: Mapping[str, Any], command: str = "search") -> dict[str, Any]:
    """The search with a sort that no two records share, and with the sorted fields among those that are asked for.

    Raises:
        UsageError: Its own `searchAfter` has not one value for each field of the sort.
    """
    given = body.get("sort") or []
    sort = [given] if isinstance(given, str) else [str(one) for one in given]
    fields = [_bare(one) for one in sort]
    if UNIQUE not in fields:
        sort.append(UNIQUE)
        fields.append(UNIQUE)
    changed = {**body, "sort": sort}
    after = body.get("searchAfter")
    if after and len(after) != len(sort):
        raise UsageError(
            f"{command}: searchAfter has {len(after)} values, the sort has {len(sort)} fields",
            hint=f"Give one value for each of {', '.join(fields)}, or leave searchAfter out: all pages are read.",
        )
    result_filter = body.get("queryResultFilter")
    if isinstance(result_filter, Mapping):
        kept = dict(result_filter)
        if includes := result_filter.get("includes"):
            kept["includes"] = [*includes, *(field for field in fields if field not in includes)]
        if excludes := result_filter.get("excludes"):
            # The next page is asked for by these values
            kept["excludes"] = [one for one in excludes if one not in fields]
        changed["queryResultFilter"] = kept
    return changed


def _bare(sort: str) -> str:
    return sort.lstrip("+-")


def _pages(
    session: Session,
    operation: Operation,
    bound: Arguments,
    limit: int | None,
    offset: int,
    size: int,
    command: str,
) -> Iterator[list[Any]]:
    given = 0
    after: list[str] | None = None
    body = bound.body
    while limit is None or given < limit:
        wanted = size if limit is None else min(size, limit - given)
        query = {**bound.query, "limit": wanted}
        if after is not None:
            body = {**body, "searchAfter": after}
        elif offset:
            query["offset"] = offset
        reply = session.send(build(operation, evolve(bound, query=query, body=body)))
        page = parse(reply.body, reply.headers, command) if reply.body else []
        if not isinstance(page, list):
            raise AnswerError(f"{command} wanted a list and got {type(page).__name__}", hint="Try again.")
        page = page[:wanted]
        given += len(page)
        is_last = len(page) < wanted or given == limit
        if page and after is not None and _read_values(page[-1], body["sort"]) == after:
            raise AnswerError(
                f"{command} got the same page twice",
                why=f"it ends at {', '.join(after)} again",
                hint=f"{given - len(page)} records were read up to there: read it again.",
            )
        yield page
        if is_last:
            return
        after = _values(page[-1], body["sort"], command)


def _read_values(record: Any, sort: list[str]) -> list[str | None]:
    return [_spell(get_property(record, _bare(one))) for one in sort]


def _spell(value: Any) -> str | None:
    if value is None or isinstance(value, (list, dict)):
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


def _values(record: Any, sort: list[str], command: str) -> list[str]:
    """What the next page comes after: the last record's values of the sorted fields."""
    values = _read_values(record, sort)
    missing = [_bare(one) for one, value in zip(sort, values, strict=True) if value is None]
    if missing:
        raise AnswerError(
            f"{command} can't go on after {get_property(record, 'id')}",
            why=f"the record has no single value of {', '.join(missing)}, by which the search is sorted",
            hint="Sort by fields that every record has, such as id.",
        )
    return [value for value in values if value is not None]


def _count(session: Session, operation: Operation, body: Mapping[str, Any], command: str) -> int:
    """How many records a search finds, asked without reading them."""
    asked = {key: value for key, value in body.items() if key not in ("sort", "searchAfter", "queryResultFilter")}
    request = build(operation, Arguments(body=asked, has_body=True))
    reply = session.send(request)
    total = reply.headers.get("X-Total-Count", "")
    if not total.isdigit():
        raise AnswerError(f"{command}: the tenant did not say how many there are")
    return int(total)


def _index(body: Mapping[str, Any]) -> tuple[str, str] | None:
    """Model and collection of the one index that is searched; None where it may be several."""
    indices = list(body.get("indices") or [])
    return _INDICES.get(str(indices[0]).lower()) if len(indices) == 1 else None
