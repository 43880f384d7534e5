"""Finding, ordering and cutting: the documents of a search in pages, by offset or after given sort values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from .documents import INDICES, NESTED, Documents
from .query import Test, everything, spelled, values

_KEPT = 8


@frozen
class Found:
    """What a search has found, in order: index and thing of each, and the places of their sort values."""

    hits: list[tuple[str, Any]]
    after: Mapping[tuple[str, ...], int]


class Engine:
    """Searches the documents of one tenant; the last results are kept, since they are read page by page."""

    def __init__(self, documents: Documents) -> None:
        self.documents = documents
        self._kept: dict[Any, Found] = {}

    def find(self, indices: Sequence[str], test: Test, sort: Sequence[str], key: str) -> Found:
        """All that fits, in order.

        Args:
            indices: Where to look.
            test: What is wanted.
            sort: Fields, descending ones with `-` before them.
            key: Tells one search from another.
        """
        mark = (tuple(indices), tuple(sort), key, self.documents.versions(indices))
        if mark not in self._kept:
            while len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[mark] = self._found(indices, test, sort)
        return self._kept[mark]

    def _found(self, indices: Sequence[str], test: Test, sort: Sequence[str]) -> Found:
        hits: list[tuple[str, Any]] = []
        rows: list[tuple[list[Any], tuple[str, Any]]] = []
        paths = [tuple(one.lstrip("+-").removesuffix(".exact").split(".")) for one in sort]
        for name in indices:
            for thing in self.documents.index(name):
                if test is everything and not sort:
                    hits.append((name, thing))
                    continue
                document = self.documents.document(name, thing)
                if test(document):
                    rows.append(([next(values(document, path), None) for path in paths], (name, thing)))
        if not sort:
            return Found(hits or [hit for _, hit in rows], {})
        for place in reversed(range(len(sort))):
            rows.sort(key=lambda row, at=place: _order(row[0][at]), reverse=sort[place].startswith("-"))  # type: ignore[misc]  # mypy knows no lambda with a default
        after = {tuple(map(spelled, row[0])): number + 1 for number, row in enumerate(rows)}
        return Found([hit for _, hit in rows], after)

    def records(self, hits: Sequence[tuple[str, Any]]) -> list[dict[str, Any]]:
        """The documents of some hits."""
        return [self.documents.document(name, thing) for name, thing in hits]


def _order(value: Any) -> tuple[int, Any]:
    if value is None:
        return (2, "")
    return (0, value) if isinstance(value, (int, float)) else (1, str(value).casefold())


def place_after(found: Found, after: Sequence[str], sort: Sequence[str]) -> int:
    """Where the page after given sort values begins."""
    return found.after.get(tuple(after), len(found.hits)) if len(after) == len(sort) else len(found.hits)


def named_indices(given: Sequence[str]) -> tuple[str, ...]:
    """The indices that a search names; none or `*` is all."""
    names = [one.lower() for one in given]
    return INDICES if not names or "*" in names else tuple(dict.fromkeys(names))


def cut_fields(document: dict[str, Any], search: Mapping[str, Any]) -> dict[str, Any]:
    """A document with the fields that a search wants."""
    if search.get("includeNested") is False:
        document = {name: value for name, value in document.items() if name not in NESTED}
    wanted = search.get("queryResultFilter") or {}
    if includes := wanted.get("includes"):
        kept = _picked(document, [tuple(one.split(".")) for one in includes])
        document = {**kept, "_type": document["_type"], "_version": document["_version"]}
    for path in wanted.get("excludes") or ():
        document = _without(document, tuple(path.split(".")))
    return document


def _picked(value: Any, paths: Sequence[tuple[str, ...]]) -> Any:
    if isinstance(value, list):
        return [_picked(one, paths) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {}
    for name, inner in value.items():
        below = [path[1:] for path in paths if path[0] in (name, "*")]
        if below:
            kept[name] = inner if () in below else _picked(inner, below)
    return kept


def _without(value: Any, path: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        return [_without(one, path) for one in value]
    if not isinstance(value, dict) or path[0] not in value:
        return value
    if len(path) == 1:
        return {name: inner for name, inner in value.items() if name != path[0]}
    return {**value, path[0]: _without(value[path[0]], path[1:])}
