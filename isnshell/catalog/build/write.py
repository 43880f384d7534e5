"""Write the facts as JSON text that a diff shows well: one operation, model or name a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .document import JSON

_KEYS = (
    *("operation", "cmdlet", "tag", "method", "path", "experimental", "deprecated", "shadowed", "gone"),
    *("parameters", "body", "answers", "auth", "scopes", "levels", "filters", "sorters"),
)


def ordered_row(row: JSON) -> None:
    """Put an operation's facts into the order in which they are written."""
    facts = {key: row[key] for key in _KEYS if key in row}
    row.clear()
    row.update(facts)


def write_list(path: Path, rows: Iterable[Any]) -> None:
    """A list, one member a line."""
    path.write_text("[\n" + ",\n".join(map(_text, rows)) + "\n]\n", "utf-8")


def write_table(path: Path, rows: Mapping[str, Any]) -> None:
    """An object, one key a line."""
    path.write_text(
        "{\n" + ",\n".join(f"{_text(key)}:{_text(value)}" for key, value in rows.items()) + "\n}\n", "utf-8"
    )


def _text(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
