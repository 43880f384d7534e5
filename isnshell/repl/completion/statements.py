"""The statements of a text: where one begins, what they import, assign to and bind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..tokens import Token

FARTHEST = 4000
"""How many characters around the cursor are read."""

_STATEMENT = re.compile(r"\n(?=[^\W\d])")
_ASSIGNMENT = re.compile(r"^(\w+)[ ]*=(?!=)[ ]*(.+)$", re.MULTILINE)


def begin_before(text: str, cursor: int) -> int:
    """Where a statement begins that is not too far before the cursor: all of a long paste is not read at every key."""
    if cursor <= FARTHEST:
        return 0
    found = _STATEMENT.search(text, cursor - FARTHEST, cursor)
    return found.start() + 1 if found else 0


@lru_cache(maxsize=2)
def bound_before(text: str) -> dict[str, str]:
    """The names that the part of a long text binds which is not read, told from its lines."""
    return dict(_ASSIGNMENT.findall(text))


def import_words(items: Sequence[Token]) -> tuple[str, ...]:
    """The words of an import statement; none of any other."""
    words = [token.text for token in items]
    return tuple(words) if words[:1] in (["import"], ["from"]) else ()


def target_of(text: str, items: Sequence[Token]) -> str:
    """What stands left of a lone `=`."""
    place = next((place for place, token in enumerate(items) if token.text == "=" and token.kind == "op"), 0)
    return text[items[0].start : items[place - 1].end] if place else ""


def bound_names(text: str, statements: Sequence[Sequence[Token]]) -> dict[str, str]:
    """The names that the statements before the cursor's one bind."""
    found: dict[str, str] = {}
    for items in statements:
        words = [token.text for token in items[:3]]
        if len(items) > 2 and words[1] == "=" and items[0].kind == "name":
            found[words[0]] = text[items[2].start : items[-1].end]
        elif len(items) > 1 and words[0] in ("for", "def", "class", "import") and items[1].kind == "name":
            found[words[1]] = ""
        elif words[:1] == ["from"] and "import" in (names := [token.text for token in items if token.kind == "name"]):
            found.update(dict.fromkeys(names[names.index("import") + 1 :], ""))
    return found
