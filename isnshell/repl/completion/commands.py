"""Names of commands: by their beginning, a part, or the letters that their words begin with."""

from __future__ import annotations

import re
from collections.abc import Collection
from fnmatch import fnmatchcase

from ...commands.registry import aliases
from ...naming import fold
from .candidates import Candidate, fitting
from .knowledge import CURRENT, MODEL_PREFIXES, WRITTEN, Knowledge
from .spot import Spot

_MOST = 100
# What pins a generation in a name, or begins to
_MARK = re.compile(r"v\d|be")


def command_candidates(
    word: str, start: int, knowledge: Knowledge, preferred: Collection[str] = (), *, fuzzy: bool = True
) -> list[Candidate]:
    """Commands that fit a word: those that begin with it, then by a part of theirs, then fuzzily. Within each, those
    written by hand stand before the generation's, and these before those of other generations.

    Args:
        word: What was typed.
        start: Where it begins.
        knowledge: What the session knows.
        preferred: Names that stand before others which fit as well.
        fuzzy: Whether the letters alone may fit.
    """
    if "*" in word or "?" in word:
        named = _matching(word, knowledge)
        return [Candidate(name, start, "command", knowledge.meaning(name)) for name in named[:_MOST]]
    ranked = []
    rank_of = fitting(word, fuzzy)
    for entry in knowledge.entries:
        rank = rank_of(entry.name)
        if rank is not None:
            # `~` sorts behind letters, so that get_tasks stands before get_task_headers
            length = len(entry.name) if rank else 0
            ranked.append((rank, entry.name not in preferred, entry.tier, length, entry.name.replace("_", "~")))
    if not word:
        ranked = [one for one in ranked if one[2] in (WRITTEN, CURRENT)]
    ranked.sort()
    named = [name.replace("~", "_") for *_, name in ranked[:_MOST]]
    named = _builders(word, knowledge) + named or _pinned(word, knowledge)
    return [Candidate(name, start, "command", knowledge.meaning(name)) for name in named]


def _matching(pattern: str, knowledge: Knowledge) -> list[str]:
    """Names by wildcards, as `get_command` and PowerShell's Tab take them: `*report`, `Get-*Task`."""
    wanted = f"{fold(pattern)}*"
    return [entry.name for entry in knowledge.entries if fnmatchcase(fold(entry.name), wanted)]


def _builders(word: str, knowledge: Knowledge) -> list[str]:
    """The functions that build records are so many that they are offered only to whoever begins their names."""
    low = word.lower()
    if not any(low.startswith(prefix) or (len(low) > 4 and prefix.startswith(low)) for prefix in MODEL_PREFIXES):
        return []
    return [name for name in knowledge.builders if name.startswith(low)]


def _pinned(word: str, knowledge: Knowledge) -> list[str]:
    """Names that pin a generation are looked for where no other fits."""
    if not _MARK.search(word.lower()):
        return []
    rank_of = fitting(word, False)
    ranks = ((rank_of(name), name.replace("_", "~")) for name in knowledge.pinned)
    ranked = sorted((rank, name) for rank, name in ranks if rank is not None)
    return [name.replace("~", "_") for _, name in ranked[:_MOST]]


def alias_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """The command that a whole word is PowerShell's short name of: `gm`."""
    name = aliases().get(spot.word.lower())
    if name is None or knowledge.has_variable(spot.word):
        return []
    return [Candidate(name, spot.start, "command", knowledge.meaning(name), f"{name}  ({spot.word.lower()})")]
