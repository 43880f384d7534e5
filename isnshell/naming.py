"""Names: PowerShell's to Python's, and what counts as the same spelling."""

from __future__ import annotations

import difflib
import keyword
import re
from collections.abc import Iterable
from functools import lru_cache

_WORD_BREAK = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")


@lru_cache(maxsize=8192)
def snake_case(name: str) -> str:
    """Split a name at its capitals: `Get-V2025SSFConfiguration` -> `get_v2025_ssf_configuration`.

    A run of capitals is one word whose last capital begins the next one; digits stay with what stands before them.
    """
    return "_".join(word for word in _WORD_BREAK.split(name) if word).lower()


def pascal_case(name: str) -> str:
    """The PowerShell form of a wire name: `taskResultId` -> `TaskResultId`, `X-SailPoint-Experimental` ->
    `XSailPointExperimental`.
    """
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", name) if word)


@lru_cache(maxsize=8192)
def parameter_name(name: str) -> str:
    """The Python keyword for a parameter: snake case, with an underscore behind Python's reserved words."""
    snake = snake_case(name)
    if not snake.isidentifier():
        snake = f"_{snake}"
    return f"{snake}_" if keyword.iskeyword(snake) else snake


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Reduce a name to what counts when spelling is forgiven: no case, no hyphens, no underscores."""
    return name.replace("_", "").replace("-", "").replace(" ", "").casefold()


def nearest(name: str, candidates: Iterable[str], count: int = 3) -> list[str]:
    """The candidates that somebody who typed `name` most likely meant, best first."""
    folded: dict[str, str] = {}
    for candidate in candidates:
        folded.setdefault(fold(candidate), candidate)
    wanted = fold(name)
    close = difflib.get_close_matches(wanted, folded, n=count, cutoff=0.6)
    close += [spelling for spelling in folded if len(wanted) > 2 and wanted in spelling and spelling not in close]
    return [folded[spelling] for spelling in close[:count]]


def did_you_mean(name: str, candidates: Iterable[str]) -> str | None:
    """A sentence that proposes the nearest names, or None when nothing is near."""
    near = nearest(name, candidates)
    return f"Did you mean {', '.join(near)}?" if near else None
