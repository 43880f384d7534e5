"""Aggregations over what a search has found: buckets of values, and numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .query import QueryError, matcher, spelled, values

_METRICS = {
    "value_count": "COUNT",
    "cardinality": "UNIQUE_COUNT",
    "avg": "AVG",
    "sum": "SUM",
    "median_absolute_deviation": "MEDIAN",
    "min": "MIN",
    "max": "MAX",
}
_SIZE = 100


def aggregate(search: Mapping[str, Any], documents: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The results by name, of SailPoint's own aggregations or of the DSL."""
    if search.get("aggregationsDsl"):
        return _dsl(search["aggregationsDsl"], documents)
    return _own(search.get("aggregations") or {}, documents)


def _own(spec: Mapping[str, Any], documents: Sequence[dict[str, Any]]) -> dict[str, Any]:
    if filter_ := spec.get("filter"):
        fits = matcher(str(filter_["value"]), is_phrase=True)
        documents = [one for one in documents if any(map(fits, values(one, _path(filter_["field"]))))]
    results: dict[str, Any] = {}
    if metric := spec.get("metric"):
        results[metric["name"]] = {"value": _metric(metric["type"], metric["field"], documents)}
    if bucket := spec.get("bucket"):
        below = spec.get("subAggregation") or {}
        least = int(bucket.get("minDocCount") or 1)
        groups = _groups(bucket["field"], documents, int(bucket.get("size") or _SIZE), least)
        results[bucket["name"]] = _buckets(groups, lambda held: _own(below, held) if below else {})
    if nested := spec.get("nested"):
        return {nested["name"]: {"doc_count": len(documents), **results}}
    return results


def _dsl(spec: Mapping[str, Any], documents: Sequence[dict[str, Any]]) -> dict[str, Any]:
    results: dict[str, Any] = {}
    for name, one in spec.items():
        below = one.get("aggs") or one.get("aggregations") or {}
        kind = next((kind for kind in one if kind not in ("aggs", "aggregations", "meta")), "")
        if kind == "terms":
            terms = one["terms"]
            groups = _groups(
                terms["field"], documents, int(terms.get("size") or 10), int(terms.get("min_doc_count") or 1)
            )
            results[name] = _buckets(groups, lambda held, below=below: _dsl(below, held) if below else {})
        elif kind == "nested":
            results[name] = {"doc_count": len(documents), **_dsl(below, documents)}
        elif kind in _METRICS:
            results[name] = {"value": _metric(_METRICS[kind], one[kind]["field"], documents)}
        else:
            raise QueryError(f'aggregationsDsl: "{kind}" is not simulated.')
    return results


def _path(field: str) -> tuple[str, ...]:
    return tuple(field.removesuffix(".exact").split("."))


def _groups(
    field: str, documents: Sequence[dict[str, Any]], size: int, least: int
) -> list[tuple[str, list[dict[str, Any]]]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    path = _path(field)
    for document in documents:
        for key in dict.fromkeys(spelled(value) for value in values(document, path)):
            groups[key].append(document)
    ordered = sorted(groups.items(), key=lambda one: (-len(one[1]), one[0]))
    return [one for one in ordered if len(one[1]) >= least][:size]


def _buckets(groups: list[tuple[str, list[dict[str, Any]]]], below: Any) -> dict[str, Any]:
    return {"buckets": [{"key": key, "doc_count": len(held), **below(held)} for key, held in groups]}


def _metric(kind: str, field: str, documents: Sequence[dict[str, Any]]) -> float | None:
    found = [value for document in documents for value in values(document, _path(field))]
    if kind == "COUNT":
        return len(found)
    if kind == "UNIQUE_COUNT":
        return len({spelled(value) for value in found})
    numbers = [float(value) for value in found if isinstance(value, (int, float))]
    if not numbers:
        return 0.0 if kind == "SUM" else None
    if kind == "AVG":
        return sum(numbers) / len(numbers)
    reduce: Mapping[str, Callable[[list[float]], float]] = {"SUM": sum, "MEDIAN": _median, "MIN": min, "MAX": max}
    return reduce[kind](numbers)


def _median(numbers: list[float]) -> float:
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(numbers) % 2 else (ordered[half - 1] + ordered[half]) / 2
