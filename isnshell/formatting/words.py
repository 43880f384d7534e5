"""Sentences on a terminal: broken between words."""

from __future__ import annotations

from textwrap import wrap


def by_words(text: str, width: int | None) -> str:
    """Text whose long lines are broken between words and keep their indent.

    A word that is longer than the terminal is wide is left whole: it is an address or a path, to be copied.

    Args:
        text: One line or several.
        width: Columns; None leaves lines as long as they are.
    """
    if not width:
        return text
    return "\n".join(_broken(line, width) if len(line) > width else line for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    lines = wrap(
        line.strip(),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        replace_whitespace=False,
        expand_tabs=False,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)
