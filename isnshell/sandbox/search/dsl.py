"""The other ways to say what is searched: Elasticsearch's DSL as far as people use it, text queries, filters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .query import QueryError, Test, between, everything, field_test, matcher, parse, values


def read_query(search: Mapping[str, Any], now: datetime) -> Test:
    """What a search's body asks for: its query and its filters."""
    tests = [_query(search, now)]
    tests += [_filter(field, one, now) for field, one in (search.get("filters") or {}).items() if isinstance(one, dict)]
    tests = [test for test in tests if test is not everything]
    if not tests:
        return everything
    return tests[0] if len(tests) == 1 else lambda document: all(test(document) for test in tests)


def _query(search: Mapping[str, Any], now: datetime) -> Test:
    if search.get("queryDsl"):
        return dsl(search["queryDsl"], now)
    if text := search.get("textQuery"):
        return _text(text)
    if ahead := search.get("typeAheadQuery"):
        return field_test(ahead["field"], matcher(f"{ahead['query']}*"))
    return parse(str((search.get("query") or {}).get("query") or "*"), now)


def _text(text: Mapping[str, Any]) -> Test:
    contains = text.get("contains")
    tests = []
    for term in text.get("terms") or ():
        fits = matcher(f"*{term}*" if contains else str(term))
        of_fields = [field_test(field, fits) for field in text.get("fields") or ()]
        tests.append(_any(of_fields))
    return _any(tests) if text.get("matchAny") else _all(tests)


def _filter(field: str, one: Mapping[str, Any], now: datetime) -> Test:
    kind = one.get("type")
    if kind == "EXISTS":
        test = _exists(field)
    elif kind == "RANGE":
        lower, upper = (one.get("range") or {}).get("lower") or {}, (one.get("range") or {}).get("upper") or {}
        bounds = (lower.get("value", "*"), upper.get("value", "*"))
        within = between(
            *bounds, low_counts=bool(lower.get("inclusive")), high_counts=bool(upper.get("inclusive")), now=now
        )
        test = field_test(field, within)
    else:
        test = _any([field_test(field, matcher(str(term), is_phrase=True)) for term in one.get("terms") or ()])
    return (lambda document: not test(document)) if one.get("exclude") else test


def dsl(query: Any, now: datetime) -> Test:
    """The test of a DSL query."""
    if not isinstance(query, dict) or len(query) != 1:
        if isinstance(query, dict) and "query" in query:
            return dsl(query["query"], now)
        raise QueryError("queryDsl must have one kind of query, such as match or bool.")
    kind, body = next(iter(query.items()))
    if kind == "query":
        return dsl(body, now)
    if kind == "match_all":
        return everything
    if kind == "bool":
        return _bool(body, now)
    if kind == "exists":
        return _exists(body["field"])
    if kind == "query_string":
        return parse(str(body["query"]), now)
    if kind == "nested":
        return dsl(body["query"], now)
    if kind not in ("match", "match_phrase", "term", "terms", "wildcard", "prefix", "range") or not isinstance(
        body, dict
    ):
        raise QueryError(f'queryDsl: "{kind}" is not simulated.')
    field, wanted = next(iter(body.items()))
    if kind == "range":
        low, high = wanted.get("gte", wanted.get("gt", "*")), wanted.get("lte", wanted.get("lt", "*"))
        return field_test(field, between(low, high, low_counts="gte" in wanted, high_counts="lte" in wanted, now=now))
    if isinstance(wanted, dict):
        wanted = wanted.get("query", wanted.get("value"))
    terms = wanted if isinstance(wanted, list) else [wanted]
    is_exact = field.endswith(".exact")
    spelled = [f"{term}*" if kind == "prefix" else str(term) for term in terms]
    is_phrase = kind in ("term", "terms", "match_phrase")
    return _any([field_test(field, matcher(term, is_phrase=is_phrase, is_exact=is_exact)) for term in spelled])


def _bool(body: Mapping[str, Any], now: datetime) -> Test:
    def read(name: str) -> list[Test]:
        given = body.get(name) or []
        return [dsl(one, now) for one in (given if isinstance(given, list) else [given])]

    must, should, not_ = [*read("must"), *read("filter")], read("should"), read("must_not")
    # With something that must be, what should be only counts for the order
    needed = [*must, *([_any(should)] if should and not must else [])]
    return lambda document: all(test(document) for test in needed) and not any(test(document) for test in not_)


def _exists(field: str) -> Test:
    path = tuple(field.removesuffix(".exact").split("."))
    return lambda document: any(True for _ in values(document, path))


def _any(tests: list[Test]) -> Test:
    return lambda document: any(test(document) for test in tests)


def _all(tests: list[Test]) -> Test:
    return lambda document: all(test(document) for test in tests)
