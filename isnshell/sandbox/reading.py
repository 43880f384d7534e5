"""Answering what changes nothing: a file, one thing, a list, settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from werkzeug import Response

from . import files, lists
from .addresses import noun
from .answers import answer
from .asked import Asked
from .collections import Entry
from .found import found
from .references import folded

_PAGING = frozenset({"count", "offset", "limit", "filters", "sorters"})


def read(asked: Asked) -> Response:
    """A file, one thing, a list, or settings."""
    documented = asked.operation.answer
    if documented and files.is_file(documented):
        if asked.is_item:
            asked.check_parents()
        return files.respond(asked.tenant, asked.words, documented)
    if asked.is_item:
        entry = asked.item(len(asked.words))
        return asked.respond(asked.wrap(asked.show(entry, asked.words[:-1])))
    if asked.shapes.is_listed(asked.shape):
        return _list(asked)
    return _single(asked)


def _list(asked: Asked) -> Response:
    call, documented = asked.call, asked.operation.answer
    assert documented is not None
    if asked.model is None:
        # Texts or objects without a model: nobody can change them
        return asked.respond(asked.made_up(), is_made_up=True)
    collection = asked.collection(len(asked.words))
    objects = asked.tenant.objects

    def full(entry: Entry) -> dict[str, Any]:
        return entry.record if collection.is_long else objects.full(entry, asked.model, asked.shapes, asked.words)

    entries: Any = collection
    if wanted := _wanted(asked):
        entries = [one for one in collection if all(_same(lists.read_path(full(one), k), v) for k, v in wanted.items())]
    by_record: dict[int, Entry] = {}

    def record(entry: Entry) -> dict[str, Any]:
        made = full(entry)
        by_record[id(made)] = entry
        return made

    shown, total = lists.cut(call, entries, record, read=read_field)
    records = [asked.show(by_record[id(one)], asked.words) for one in shown]
    named = {parameter.name for parameter in asked.operation.parameters}
    headers = {"X-Total-Count": str(total)} if "count" in named and call.boolean("count") else {}
    field = asked.shapes.list_field(asked.operation)
    if documented.array or field is None:
        return answer(records, documented.status, headers)
    wrapping = asked.around(field.name, records, total, asked.shapes.answer_model(asked.operation))
    return answer(wrapping, documented.status, headers)


def _wanted(asked: Asked) -> Mapping[str, str]:
    """Query parameters that name a field of the records: only those with this value are wanted."""
    fields = {folded(one.name): one.name for one in (asked.model.fields if asked.model else ()) if one.type == "String"}
    given = {}
    for parameter in asked.operation.parameters:
        name = fields.get(folded(parameter.name))
        value = asked.call.request.args.get(parameter.name)
        if name and value and parameter.place == "query" and parameter.name not in _PAGING:
            given[name] = value
    return given


def _same(value: Any, wanted: str) -> bool:
    return str(value).casefold() == wanted.casefold()


def read_field(record: Mapping[str, Any], name: str) -> Any:
    """What a filter's or sorter's field means in a record: the path, or one written in another way."""
    value = lists.read_path(record, name)
    if value is None and "." in name:
        head, _, tail = name.rpartition(".")
        joined = f"{head.replace('.', '')}{tail[:1].upper()}{tail[1:]}"
        return record.get(joined)
    if value is None and name not in record and name.endswith(("Id", "Name")):
        inner = record.get(name.removesuffix("Id").removesuffix("Name"))
        return inner.get("id" if name.endswith("Id") else "name") if isinstance(inner, dict) else None
    if isinstance(value, dict) and "id" in value:
        return [value["id"], value.get("name")]
    return value


def _single(asked: Asked) -> Response:
    objects = asked.tenant.objects
    if asked.operation.answer and asked.operation.answer.model and asked.model is None:
        return asked.respond(asked.made_up(), is_made_up=True)
    entry = objects.single(asked.words)
    entry = found(asked.call, noun(asked.pattern).capitalize(), "/".join(asked.words), entry)
    record = asked.show(entry, asked.words)
    is_made_up = not asked.shapes.at(asked.shape).keys() & {"PUT", "PATCH", "POST"}
    if is_made_up and _count(asked, record):
        is_made_up = False
    return asked.respond(asked.wrap(record), is_made_up=is_made_up)


def _count(asked: Asked, record: dict[str, Any]) -> bool:
    """The true number where a path counts a collection: /work-items/count."""
    above = asked.shape[:-1]
    if asked.words[-1] == "count" and "count" in record and asked.shapes.is_listed(above):
        record["count"] = len(asked.collection(len(above)))
        return True
    return False
