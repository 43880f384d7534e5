"""The order of texts: what PowerShell's invariant culture gives, near enough without ICU.

Blanks come before marks, marks before digits, digits before letters; accents count where the letters agree, and case
(small before capital) where those agree too. Scripts other than Latin follow each in the order of their code points.
"""

from __future__ import annotations

import string
import unicodedata
from functools import lru_cache

from ..errors import UsageError

CollationKey = tuple[str, str, str]

_MARKS = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
_OTHER_MARK = chr(len(_MARKS) + 1)
_FIRST_DIGIT = len(_MARKS) + 2

_PRIMARY: dict[int, str | None] = dict.fromkeys(range(128))  # control characters don't count
_PRIMARY |= {ord(mark): chr(rank) for rank, mark in enumerate(_MARKS, start=1)}
_PRIMARY |= {
    ord(spelling): chr(_FIRST_DIGIT + rank)
    for rank, letter in enumerate(string.digits + string.ascii_lowercase)
    for spelling in {letter, letter.upper()}
}
_CASE = {code: weight and ("1" if chr(code).isupper() else "0") for code, weight in _PRIMARY.items()}


@lru_cache(maxsize=65536)
def collation_key(text: str, ignore_case: bool = True) -> CollationKey:
    """A key by which texts sort as PowerShell sorts them."""
    if text.isascii():
        return text.translate(_PRIMARY), "", "" if ignore_case else text.translate(_CASE)
    letters: list[str] = []
    accents: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.category(char) == "Mn":
            accents.append(f"{len(letters):04}{char}")
        else:
            letters.append(char)
    primary = "".join(_weight(char) for char in letters)
    case = "" if ignore_case else "".join("1" if char.isupper() else "0" for char in letters)
    return primary, "".join(accents), case


def _weight(char: str) -> str:
    if char.isascii():
        return char.translate(_PRIMARY)
    return char.casefold().translate(_PRIMARY) if char.isalnum() else _OTHER_MARK + char


def compare_text(left: str, right: str, *, ignore_case: bool = True) -> int:
    """-1, 0 or 1, as left comes before, beside or after right."""
    if left == right:
        return 0
    first, second = collation_key(left, ignore_case), collation_key(right, ignore_case)
    return (first > second) - (first < second)


def same_text(left: str, right: str, *, ignore_case: bool = True) -> bool:
    """Whether two texts are equal to `-eq`: character by character, with or without their case."""
    # Not casefold: PowerShell holds straße and strasse apart
    return left == right or (ignore_case and left.lower() == right.lower())


# Languages that Unicode's common order serves as it is; others have an order of their own, which nothing here knows
_COMMON_ORDER = {"", "invariant", "iv", "de", "en", "fr", "ga", "id", "it", "ms", "nl", "pt", "sw"}


def check_culture(culture: str | None) -> None:
    """Refuse a culture whose order of texts is not the one that is used here.

    Raises:
        UsageError: The language has an order of its own.
    """
    if culture is not None and culture.replace("_", "-").partition("-")[0].lower() not in _COMMON_ORDER:
        raise UsageError(
            f"Text can't be ordered as in the culture {culture!r}",
            why="only the order is known that English, German, French, Italian, Dutch and Portuguese share",
            hint="Leave culture out, or sort by a function that makes the key.",
        )
