"""Filter and sorter fields, read out of the pattern that the descriptions follow. The text itself is not kept."""

from __future__ import annotations

import re

OPERATORS = frozenset({"eq", "ne", "gt", "ge", "lt", "le", "in", "sw", "co", "ca", "isnull", "pr", "not"})

# **owner.id**: *eq, in*; the colon is sometimes forgotten
_FILTER = re.compile(r"\*\*(?P<fields>[^*\s]+(?:,\s*[^*\s]+)*)\*\*\s*:?\s*\*(?P<operators>[^*\n]+)\*")
# Sorting is supported for the following fields: **name, created**; a later paragraph may name the default
_SORTED = re.compile(r"Sorting is supported for the following fields:\s*(?P<fields>.*)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")


def filters(description: str) -> dict[str, list[str]]:
    """Field to operators: `**name**: *eq, sw*` -> `{"name": ["eq", "sw"]}`."""
    found = {}
    for match in _FILTER.finditer(description):
        for field in _words(match["fields"]):
            found[field] = _words(match["operators"])
    return found


def sorters(description: str) -> list[str]:
    """The fields that the list may be sorted by."""
    match = _SORTED.search(description)
    return [field for bold in _BOLD.findall(match["fields"]) for field in _words(bold)] if match else []


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]
