"""Candidates, and how well a name fits what was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from attrs import frozen

from ...naming import fold


@frozen
class Candidate:
    """One thing that could stand at the cursor.

    Args:
        text: What is inserted.
        start: From here on it replaces what was typed.
        kind: `command`, `parameter`, `value`, `property`, `variable`, `keyword`, `operator`, `file`, `id` ...
        meaning: One line on it.
        shown: What the menu shows instead of the text.
    """

    text: str
    start: int
    kind: str
    meaning: str = ""
    shown: str = ""


PREFIX, WORD_PART, FUZZY = 0, 1, 2


def fit(word: str, name: str, *, fuzzy: bool = True) -> int | None:
    """How well a name fits a word: it begins with it, one of its words does, or the word's letters begin its words
    (`gpt`: get_pending_tasks). None if it does not. The less the better."""
    return fitting(word, fuzzy)(name)


@lru_cache(maxsize=64)
def fitting(word: str, fuzzy: bool = True) -> Callable[[str], int | None]:
    """As `fit`, for many names: what is to be known of the word is found out once."""
    low, folded = word.lower(), fold(word)
    inside, behind_dot = f"_{low}", f".{low}"
    letters = _letters(low).match if fuzzy and len(low) > 1 else None

    def rank(name: str) -> int | None:
        lowered = name.lower()
        if lowered.startswith(low) or fold(name).startswith(folded):
            return PREFIX
        if len(low) < 2:
            return None
        if inside in lowered or behind_dot in lowered:
            return WORD_PART
        return FUZZY if letters and letters(lowered) else None

    return rank


def begins_word(typed: str, text: str) -> bool:
    """Whether a word of a text, or the text from a word on, begins with what was typed; `jose` begins `José`."""
    low, whole = _plain(typed), _plain(text)
    return any(whole.startswith(low, found.start()) for found in re.finditer(r"\b\w", whole))


def _plain(text: str) -> str:
    """Small letters without their accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(one))


@lru_cache(maxsize=64)
def _letters(word: str) -> re.Pattern[str]:
    """Each letter goes on in the same word of the name, or begins a later one."""
    letters = [re.escape(letter) for letter in word if letter != "_"] or ["$"]
    return re.compile(f"(?:.*?_)?{letters[0]}" + "".join(f"(?:{letter}|.*?_{letter})" for letter in letters[1:]))
