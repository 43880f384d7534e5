"""What replaces a command of the generations that end in the first quarter of 2029."""

from __future__ import annotations

from functools import cache

from .loader import read_data
from .names import find_name

LEGACY_END = "Q1 2029"
SUCCESSOR_GENERATION = "v1"


def successor(generation: str, base: str) -> str | None:
    """The name in `v1` of a legacy generation's command: `("beta", "get_campaign")` -> `get_campaign`.

    None where v1 has nothing in its place, and for generations that don't end.
    """
    table = _table()
    if generation not in table:
        return None
    if base in table[generation]:
        return table[generation][base]
    name = find_name(base)
    return base if name and "v1" in name.generations and generation in name.generations else None


def is_legacy(generation: str) -> bool:
    """Whether a generation ends."""
    return generation in _table()


@cache
def _table() -> dict[str, dict[str, str | None]]:
    return read_data("successors.json")  # type: ignore[no-any-return]  # written by build
