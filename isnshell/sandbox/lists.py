"""How a collection is answered: filter, sort, cut into the page that was asked for, count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from werkzeug import Response

from . import filters
from .answers import ILLEGAL, answer, no_content, refuse
from .call import Call

T = TypeVar("T")
Reader = Callable[[dict[str, Any], str], Any]


def read_path(record: Mapping[str, Any], path: str) -> Any:
    """The value at `owner.id`; None where something on the way is missing."""
    value: Any = record
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def page(
    call: Call,
    items: Sequence[T],
    record: Callable[[T], dict[str, Any]],
    *,
    read: Reader = read_path,
    enums: Mapping[str, tuple[str, ...]] | None = None,
    empty_is_204: bool = False,
) -> Response:
    """Answer one page of a collection.

    Args:
        call: The request; `filters` and `sorters` are judged by the facts of its operation.
        items: The collection in its natural order.
        record: Makes the record of an item; called for the page only, if nothing is filtered or sorted.
        read: Reads a filter's or sorter's field from a record, where it is not simply the path.
        enums: Values that an enumerated field knows; another one is refused, as ISC does.
        empty_is_204: Answer an empty HEAD with 204.
    """
    shown, total = cut(call, items, record, read=read, enums=enums)
    named = {parameter.name for parameter in call.operation.parameters}
    headers = {"X-Total-Count": str(total)} if "count" in named and call.boolean("count") else {}
    if empty_is_204 and not total:
        response = no_content()
        response.headers.update(headers)
        return response
    return answer(shown, headers=headers)


def cut(
    call: Call,
    items: Sequence[T],
    record: Callable[[T], dict[str, Any]],
    *,
    read: Reader = read_path,
    enums: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[list[dict[str, Any]], int]:
    """The records of the page that was asked for, and how many there are in all; see `page`."""
    named = {parameter.name for parameter in call.operation.parameters}
    offset = call.integer("offset") if "offset" in named else 0
    limit = call.integer("limit") if "limit" in named else 0
    # Without a documented limit, or without a default of it, everything is given
    end = offset + limit if limit or call.request.args.get("limit") else None
    text = call.text("filters") if "filters" in named else None
    order = call.text("sorters") if "sorters" in named else None
    if not (text or order):
        return [record(item) for item in items[offset:end]], len(items)
    records = [record(item) for item in items]
    if text:
        wanted = _filter(text, call, enums or {})
        records = [one for one in records if filters.matches(wanted, partial(read, one))]
    if order:
        records = _sorted(records, order, call.operation.sorters, read)
    return records[offset:end], len(records)


def _filter(text: str, call: Call, enums: Mapping[str, tuple[str, ...]]) -> filters.Filter:
    try:
        wanted = filters.parse(text)
        filters.check(wanted, call.operation.filters)
    except filters.FilterError as error:
        raise refuse(400, f'The filters "{text}" are not valid. {error}', code=ILLEGAL) from None
    for one in filters.comparisons(wanted):
        for value in one.values if one.field in enums else ():
            if str(value).upper() not in enums[one.field]:
                raise refuse(400, f"Error converting Enumerated string ({one.field}) value ({value})", code=ILLEGAL)
    return wanted


def _sorted(records: list[dict[str, Any]], order: str, offered: Sequence[str], read: Reader) -> list[dict[str, Any]]:
    for part in reversed([part.strip() for part in order.split(",")]):
        name = part.removeprefix("-")
        if name not in offered:
            text = f'Sorting is not supported for "{name}"; supported are {", ".join(offered) or "no fields"}.'
            raise refuse(400, text, code=ILLEGAL)
        records = _sorted_by(name, records, read, descending=part.startswith("-"))
    return records


def _sorted_by(name: str, records: list[dict[str, Any]], read: Reader, *, descending: bool) -> list[dict[str, Any]]:
    there = [one for one in records if read(one, name) is not None]
    there.sort(key=lambda one: _key(read(one, name)), reverse=descending)
    # Records without a value stand at the end, whichever way it is sorted
    return there + [one for one in records if read(one, name) is None]


def _key(value: Any) -> Any:
    # All moments are written alike, so their texts sort as they do
    return (0, value) if isinstance(value, (int, float)) else (1, str(value).casefold())
