"""What the texts of a CSV mean, column by column: true and false, numbers, and texts that only look like numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..naming import snake_case
from .gather import Row, Rows

# No zero in front, no sign that could be part of a phone number, no more digits than a spreadsheet keeps
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?")
_BOOLEANS = {"true": True, "false": False}
# A heading that ends in one of these names things; its numbers are none that anybody adds up
_NAMING = {
    "id",
    "ids",
    "identifier",
    "identity",
    "number",
    "no",
    "nr",
    "code",
    "key",
    "name",
    "phone",
    "zip",
    "account",
}


def meant(rows: Rows) -> Iterator[Row]:
    """Rows whose texts are the values that they mean, where all texts of a column agree; the rows are read twice.

    Args:
        rows: Cells that are text or null. An empty text becomes a null.
    """
    kinds = _kinds(rows)
    for row in rows:
        yield [_value(cell, kind) for cell, kind in zip(row, kinds, strict=True)]


def _kinds(rows: Rows) -> list[str]:
    kinds = ["text" if _names_things(heading) else "" for heading in rows.columns]
    for row in rows:
        for place, cell in enumerate(row):
            if cell and kinds[place] != "text":
                kind = _kind(cell)
                kinds[place] = kind if kinds[place] in ("", kind) else "text"
    return kinds


def _names_things(heading: str) -> bool:
    return snake_case(heading).rpartition("_")[2] in _NAMING


def _kind(text: str) -> str:
    if text.lower() in _BOOLEANS:
        return "bool"
    return "number" if _NUMBER.fullmatch(text) else "text"


def _value(text: Any, kind: str) -> Any:
    if not text:
        return None
    if kind == "bool":
        return _BOOLEANS[text.lower()]
    if kind == "number":
        return float(text) if "." in text else int(text)
    return text
