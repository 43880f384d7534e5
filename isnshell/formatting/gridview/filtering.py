"""What a person types to narrow the grid, as a question to the text of a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from ...errors import UsageError
from ...naming import fold
from ...pipeline.patterns import has_wildcard, wildcard

BETWEEN_CELLS = "\n"
"""What stands between two cells in the text of a row; no cell contains it."""

EXPLANATION = 'words anywhere, "a phrase", err* (a whole cell), type:quartz (one column)'

_WORD = re.compile(r'(?:"[^"]*"?|[^\s"])+')


@frozen
class Word:
    """One thing that a row must have.

    Args:
        part: Text that must occur, folded.
        pattern: Expression that must fit a whole cell; it counts in place of the part.
        column: Place of the only column that is looked at; None looks at all.
    """

    part: str
    pattern: re.Pattern[str] | None = None
    column: int | None = None

    def fits(self, text: str, folded: str) -> bool:
        """Whether a row with this text has it."""
        if self.column is None and self.pattern is None:
            return self.part in folded
        cells = (text if self.pattern else folded).split(BETWEEN_CELLS)
        looked_at = cells if self.column is None else cells[self.column : self.column + 1]
        if self.pattern is None:
            return any(self.part in cell for cell in looked_at)
        return any(self.pattern.fullmatch(cell) for cell in looked_at)


@frozen
class Filter:
    """All that a row must have to be shown; nothing lets every row pass.

    Args:
        text: As it was typed.
        words: What it asks for.
    """

    text: str = ""
    words: tuple[Word, ...] = ()

    @classmethod
    def of(cls, text: str, names: Sequence[str]) -> Filter:
        """The filter that a text means.

        Words stand apart by blanks, quotes keep blanks, a column's name and a colon aim at that column, and a word with
        PowerShell's wildcards must fit a whole cell. Upper and lower case are one.

        Args:
            text: What was typed; half a word counts as far as it goes.
            names: The columns' names, in the order of the cells.
        """
        places = {fold(name): place for place, name in reversed(list(enumerate(names)))}
        words = (_word(word, places) for word in _WORD.findall(text))
        return cls(text, tuple(word for word in words if word.part))

    def fits(self, text: str) -> bool:
        """Whether a row with this text is shown."""
        if not self.words:
            return True
        folded = text.casefold()
        return all(word.fits(text, folded) for word in self.words)


def _word(typed: str, places: dict[str, int]) -> Word:
    head, colon, rest = typed.partition(":")
    column = places.get(fold(head.strip('"'))) if colon else None
    part = (typed if column is None else rest).replace('"', "")
    return Word(part.casefold(), _pattern(part), column)


def _pattern(part: str) -> re.Pattern[str] | None:
    if not has_wildcard(part):
        return None
    try:
        return wildcard(part)
    except UsageError:  # a bracket that is still open is a bracket so far
        return None
