"""Docstrings of commands written by hand, laid out for a terminal: as their authors wrote them, in narrower lines."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator

_HEADING = re.compile(r"[A-Z]\w*( \w+)*:")
_LABELLED = re.compile(r"[A-Z]\w*: ")  # `API: ...`, `PowerShell: ...` are lines of their own
_ITEMS = ("Args:", "Raises:")
_TEST_MARK = re.compile(r"\s+# doctest: .*")


def laid_out(text: str, width: int) -> str:
    """A docstring in Google's style in lines of at most so many characters; examples stay as they are."""
    return "\n".join(_lines(inspect.cleandoc(text).split("\n"), width))


def _lines(lines: list[str], width: int) -> Iterator[str]:
    section = ""
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if paragraph and (not line.strip() or _begins(line, section)):
            yield from _wrapped(paragraph, section, width)
            paragraph = []
        if _HEADING.fullmatch(line):
            section = line
        if section == "Example:" or _HEADING.fullmatch(line) or not line.strip():
            yield _TEST_MARK.sub("", line)
        else:
            paragraph.append(line)


def _begins(line: str, section: str) -> bool:
    """Whether a line begins something new instead of going on with what stands before it."""
    if _HEADING.fullmatch(line) or _LABELLED.match(line):
        return True
    return section in _ITEMS and _indent(line) == 4


def _wrapped(paragraph: list[str], section: str, width: int) -> list[str]:
    first = " " * _indent(paragraph[0])
    hangs = section in _ITEMS or bool(_LABELLED.match(paragraph[0]))
    return textwrap.wrap(
        " ".join(line.strip() for line in paragraph),
        width,
        initial_indent=first,
        subsequent_indent=first + "    " * hangs,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
