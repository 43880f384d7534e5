"""Which name of v1 replaces each name of the generations that end: the data of `catalog/successors.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..names import base_name
from .document import JSON

LEGACY = ("v3", "beta", "v2024", "v2025", "v2026")
_VERSION = re.compile(r"/v\d+(?=/|$)")
_PARAMETER = re.compile(r"\{[^}]*\}")


def successor_rows(operations: Mapping[str, list[JSON]]) -> dict[str, dict[str, str | None]]:
    """Generation to the names whose successor has another name, or None where there is none; the rest keep theirs."""
    replacements = _Replacements(operations["v1"])
    table = {}
    for generation in LEGACY:
        rows = [row for row in operations[generation] if row["cmdlet"]]
        table[generation] = dict(sorted(_differing(generation, rows, replacements)))
    return table


def _differing(generation: str, rows: Iterable[JSON], replacements: _Replacements) -> Iterator[tuple[str, str | None]]:
    found: dict[str, list[str | None]] = {}
    for row in rows:
        found.setdefault(base_name(generation, row["cmdlet"]), []).append(replacements.of(row))
    for base, successors in found.items():
        present = [one for one in successors if one]
        # Where a name stands for several operations, the one that keeps it counts
        if base not in present:
            yield base, present[0] if present else None


class _Replacements:
    """Operations of v1 by the path they replace, and by their name."""

    def __init__(self, rows: Iterable[JSON]) -> None:
        self._by_path: dict[tuple[str, str], str] = {}
        self._by_name: dict[str, str] = {}
        for row in rows:
            base = base_name("v1", row["cmdlet"])
            # Version 1 stands first among equals: it is what the old generations had
            self._by_path.setdefault((row["method"], _plain(row["path"])), base)
            self._by_name.setdefault(re.sub(r"V\d$", "", row["operation"]), base)

    def of(self, row: JSON) -> str | None:
        """The base name in v1: that of the operation with the same path, else of the one with the same name."""
        by_path = self._by_path.get((row["method"], _plain(row["path"])))
        return by_path or self._by_name.get(row["operation"])


def _plain(path: str) -> str:
    return _PARAMETER.sub("{}", _VERSION.sub("", path, count=1))
