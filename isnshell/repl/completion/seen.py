"""What the session has seen: fields, values and ids of the records that were shown. Never read for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from attrs import frozen

from ...naming import fold
from ...pipeline.stream import Stream
from ...records import Origin, origin_of
from .static import is_a

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
        kind = value.kind if is_a(value, Stream) else None
        for record in islice(_records(value), _RECORDS):
            origin = origin_of(record)
            if found := origin.kind or kind:
                self._learn_fields(record, found, _DEEPEST)
                self._learn_ids(record, Thing.of(found, origin))

    def _learn_fields(self, record: dict[str, Any], place: str, depth: int) -> None:
        fields = self._fields.setdefault(place, {})
        for name, value in dict.items(record):  # dict's own: nothing is wrapped in the record
            values = fields.setdefault(name, {})
            if type(value) is str and len(value) <= _LONGEST and len(values) < _VALUES:
                values[value] = None
            elif is_a(value, dict) and depth:
                self._learn_fields(value, f"{place}.{name}", depth - 1)

    def _learn_ids(self, record: dict[str, Any], thing: Thing) -> None:
        """Take in what the record is, and what it refers to: `source: {"id": ..., "name": ...}`, `sourceId` beside
        `sourceName`.
        """
        self._learn_id(thing, record, "id", *_NAMES)
        for field, value in dict.items(record):
            for one in islice(value if type(value) is list else [value], _REFERENCES):
                if is_a(one, dict) and _text(one, "name"):
                    self._learn_id(Thing(_text(one, "type") or field), one, "id", "name")
            if field.endswith("Id"):
                self._learn_id(Thing(field[:-2]), record, field, f"{field[:-2]}Name", is_named=True)

    def _learn_id(self, thing: Thing, record: dict[str, Any], id: str, *names: str, is_named: bool = False) -> None:
        """Take in the id in one field of a record, with the first name that others of its fields have."""
        found, name = _text(record, id), next(filter(None, (_text(record, one) for one in names)), "")
        ids = self._ids.setdefault(thing, {}) if found and (name or not is_named) else {}
        if found and (found in ids or len(ids) < _IDS):
            ids[found] = name

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


def _text(record: dict[str, Any], field: str) -> str:
    value = dict.get(record, field)
    return value if type(value) is str else ""


def _records(value: Any) -> Iterable[dict[str, Any]]:
    values = value.read_so_far if is_a(value, Stream) else value if type(value) in (list, tuple) else [value]
    return (one for one in values if is_a(one, dict))
