"""Search: page by page, counted, aggregated, and one document by id."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from werkzeug import Response

from ...catalog.facts import Operation
from ..answers import ILLEGAL, answer, illegal, no_content, refuse
from ..asked import ask
from ..call import Call
from ..documents import Table, csv_bytes
from ..found import found as found_or_refused
from ..search.aggregations import aggregate as aggregated
from ..search.documents import INDICES, Documents
from ..search.dsl import read_query
from ..search.engine import Engine, Found, cut_fields, named_indices, place_after
from ..search.query import QueryError
from ..shapes import shapes

DEEPEST = 10_000


def page(call: Call) -> Response:
    """searchPost."""
    search = _search(call)
    sort, after = [str(one) for one in search.get("sort") or ()], search.get("searchAfter")
    offset, limit = call.integer("offset"), call.integer("limit")
    if offset + limit > DEEPEST:
        text = f"The sum of offset and limit must not be more than {DEEPEST}; use searchAfter to go on."
        raise refuse(400, text, code=ILLEGAL)
    if after is not None and not sort:
        raise refuse(400, "searchAfter needs a sort.", code=ILLEGAL)
    engine = _engine(call)
    found = _found(engine, call, search, sort)
    at = offset if after is None else place_after(found, list(map(str, after)), sort)
    records = [cut_fields(one, search) for one in engine.records(found.hits[at : at + limit])]
    return answer(records, headers={"X-Total-Count": str(len(found.hits))} if call.boolean("count") else {})


def count(call: Call) -> Response:
    """searchCount: no content, the number in a header."""
    search = _search(call)
    response = no_content()
    response.headers["X-Total-Count"] = str(len(_found(_engine(call), call, search, []).hits))
    return response


def aggregate(call: Call) -> Response:
    """searchAggregate, as JSON, or as CSV where that is preferred."""
    search = _search(call)
    engine = _engine(call)
    hits = _found(engine, call, search, [str(one) for one in search.get("sort") or ()]).hits
    documents = engine.records(hits)
    results = _read(search, lambda: aggregated(search, documents))
    headers = {"X-Total-Count": str(len(hits))} if call.boolean("count") else {}
    accept = call.request.accept_mimetypes
    if accept["text/csv"] > accept["application/json"]:
        content = csv_bytes(Table(("name", "key", "count"), list(_rows(results))))
        return Response(content, headers=headers, content_type="text/csv")
    offset, limit = call.integer("offset"), call.integer("limit")
    shown = [cut_fields(one, search) for one in documents[offset : offset + limit]]
    return answer({"aggregations": results, "hits": shown}, headers=headers)


def one(call: Call) -> Response:
    """searchGet."""
    name, id_ = call.path["index"].lower(), call.path["id"]
    if name not in INDICES:
        raise illegal("index", name, f"Allowed are {', '.join(INDICES)}.")
    return answer(found_or_refused(call, "Document", id_, _engine(call).documents.find(name, id_)))


def _search(call: Call) -> Mapping[str, Any]:
    body = ask(call).body
    return body if isinstance(body, dict) else {}


def _engine(call: Call) -> Engine:
    generation = _generation(call.operation)
    engines = call.tenant.engines
    if generation not in engines:
        engines[generation] = Engine(Documents(call.tenant, shapes(generation)))
    engine: Engine = engines[generation]
    return engine


def _generation(operation: Operation) -> str:
    return operation.generation


def _found(engine: Engine, call: Call, search: Mapping[str, Any], sort: list[str]) -> Found:
    test = _read(search, lambda: read_query(search, call.tenant.clock.now()))
    asked = {name: search.get(name) for name in ("query", "queryDsl", "textQuery", "typeAheadQuery", "filters")}
    return engine.find(named_indices(search.get("indices") or ()), test, sort, json.dumps(asked, sort_keys=True))


def _read(search: Mapping[str, Any], read: Any) -> Any:
    try:
        return read()
    except QueryError as error:
        raise refuse(400, f"The query can't be read. {error}", code=ILLEGAL) from None
    except (KeyError, AttributeError) as error:
        raise refuse(400, f"The search is incomplete: {error}", code=ILLEGAL) from None


def _rows(results: Mapping[str, Any]) -> Any:
    for name, one in results.items():
        if "buckets" in one:
            yield from ((name, bucket["key"], bucket["doc_count"]) for bucket in one["buckets"])
        elif "value" in one:
            yield (name, "", one["value"])
        else:
            yield from _rows({key: inner for key, inner in one.items() if isinstance(inner, dict)})
