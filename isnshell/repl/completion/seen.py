"""What the session has seen: fields, values and ids of the records that were shown. Never read for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from attrs import frozen

from ...naming import fold
from ...pipeline.stream import Stream
from ...records import Origin, origin_of

_RECORDS = 250
_VALUES = 30
_IDS = 500
_REFERENCES = 20
_LONGEST = 60
_DEEPEST = 3
_NAMES = ("name", "displayName", "uniqueName", "type")


@frozen
class Thing:
    """What an id belongs to.

    Args:
        kind: Model of the record.
        collection: Words of the path that it came from.
    """

    kind: str
    collection: tuple[str, ...] = ()

    @classmethod
    def of(cls, kind: str, origin: Origin) -> Thing:
        """The thing that a record of this origin is."""
        return cls(kind, tuple(origin.resource.split("/")) if origin.resource else ())


class Seen:
    """Learns from results and answers completion. Places are kinds and the paths in them: `Identity`,
    `Identity.attributes`.
    """

    def __init__(self) -> None:
        self._fields: dict[str, dict[str, dict[str, None]]] = {}
        self._ids: dict[Thing, dict[str, str]] = {}

    def learn(self, value: Any) -> None:
        """Take in a result, as far as it was read already."""
        kind = value.kind if isinstance(value, Stream) else None
        for record in islice(_records(value), _RECORDS):
            origin = origin_of(record)
            if found := origin.kind or kind:
                self._learn_fields(record, found, _DEEPEST)
                self._learn_ids(record, Thing.of(found, origin))

    def _learn_fields(self, record: Mapping[str, Any], place: str, depth: int) -> None:
        fields = self._fields.setdefault(place, {})
        for name, value in dict(record).items():  # a copy: nothing is wrapped in the record
            values = fields.setdefault(name, {})
            if isinstance(value, str) and len(value) <= _LONGEST and len(values) < _VALUES:
                values[value] = None
            elif isinstance(value, dict) and depth:
                self._learn_fields(value, f"{place}.{name}", depth - 1)

    def _learn_ids(self, record: Mapping[str, Any], thing: Thing) -> None:
        """Take in what the record is, and what it refers to: `source: {"id": ..., "name": ...}`, `sourceId` beside
        `sourceName`.
        """
        stored = dict(record)
        name = next((stored[one] for one in _NAMES if stored.get(one)), "")
        self._learn_id(thing, stored.get("id"), name)
        for field, value in stored.items():
            for one in islice(value if isinstance(value, list) else [value], _REFERENCES):
                if isinstance(one, dict) and (named := dict(one)).get("name"):
                    self._learn_id(Thing(str(named.get("type") or field)), named.get("id"), named["name"])
            if field.endswith("Id") and (beside := stored.get(f"{field[:-2]}Name")):
                self._learn_id(Thing(field[:-2]), value, beside)

    def _learn_id(self, thing: Thing, id: Any, name: Any) -> None:
        if isinstance(id, str) and isinstance(name, str):
            ids = self._ids.setdefault(thing, {})
            if id in ids or len(ids) < _IDS:
                ids[id] = name

    def fields(self, place: str) -> list[str]:
        """Names of the fields that records of this place had."""
        return list(self._fields.get(place, ()))

    def values(self, place: str, field: str) -> list[str]:
        """Texts that a field had."""
        return list(self._fields.get(place, {}).get(field, ()))

    def ids(self, wanted: Iterable[str]) -> dict[str, str]:
        """Ids of the things that are wanted, with their names.

        Args:
            wanted: Models, the words for them (`source`), or collections (`sources`), in any spelling.
        """
        names = {fold(one) for one in wanted}
        return {id: name for thing in list(self._ids) if _is_wanted(thing, names) for id, name in self._of(thing)}

    def _of(self, thing: Thing) -> Iterator[tuple[str, str]]:
        yield from list(self._ids[thing].items())


def _is_wanted(thing: Thing, names: set[str]) -> bool:
    return fold(thing.kind) in names or any(fold(word) in names for word in thing.collection)


def _records(value: Any) -> Iterable[Any]:
    values = value.read_so_far if isinstance(value, Stream) else value if isinstance(value, (list, tuple)) else [value]
    return (one for one in values if isinstance(one, dict))
