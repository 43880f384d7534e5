"""What the session has seen: fields, values and ids of the records that were shown. Never read for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from ...pipeline.stream import Stream
from ...records import origin_of

_RECORDS = 250
_VALUES = 30
_IDS = 500
_LONGEST = 60
_NAMES = ("name", "displayName", "uniqueName", "type")


class Seen:
    """Learns from results and answers completion."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[str, dict[str, None]]] = {}
        self._ids: dict[str, dict[str, str]] = {}

    def learn(self, value: Any) -> None:
        """Take in a result, as far as it was read already."""
        kind = value.kind if isinstance(value, Stream) else None
        for record in islice(_records(value), _RECORDS):
            self._learn(record, origin_of(record).kind or kind)

    def _learn(self, record: Mapping[str, Any], kind: str | None) -> None:
        if kind is None:
            return
        fields = self._fields.setdefault(kind, {})
        stored = dict(record)  # nothing is wrapped in it
        for name, value in stored.items():
            values = fields.setdefault(name, {})
            if isinstance(value, str) and len(value) <= _LONGEST and len(values) < _VALUES:
                values[value] = None
        id = stored.get("id")
        ids = self._ids.setdefault(kind, {})
        if isinstance(id, str) and len(ids) < _IDS:
            ids[id] = str(next((stored[one] for one in _NAMES if stored.get(one)), ""))

    def fields(self, kind: str) -> list[str]:
        """Names of the fields that records of this kind had."""
        return list(self._fields.get(kind, ()))

    def values(self, kind: str, field: str) -> list[str]:
        """Texts that a field had."""
        return list(self._fields.get(kind, {}).get(field, ()))

    def ids(self, kinds: Iterable[str]) -> dict[str, str]:
        """Ids of records of these kinds, with their names."""
        return {id: name for kind in kinds for id, name in self._ids.get(kind, {}).items()}


def _records(value: Any) -> Iterable[Any]:
    values = value.read_so_far if isinstance(value, Stream) else value if isinstance(value, (list, tuple)) else [value]
    return (one for one in values if isinstance(one, dict))
