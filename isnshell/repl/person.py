"""Whoever sits at the terminal before there is a prompt: questions and answers, one line each."""

from __future__ import annotations

import sys
from shutil import get_terminal_size

from attrs import define

from ..formatting.words import by_words
from ..tenant.hidden import read_hidden


@define
class Person:
    """Questions go to standard error, a secret is typed without an echo."""

    is_there: bool = True

    def ask(self, question: str) -> str:
        """A line, without the blanks around it.

        Raises:
            EOFError: The input has ended.
        """
        self.say(question, end="")
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.strip()

    def ask_secret(self, question: str) -> str:
        """A line that is not shown."""
        return read_hidden(question).strip()

    def agrees(self, question: str) -> bool:
        """Yes or no; Enter alone means no."""
        return self.ask(f"{question} [y/N] ").lower() in ("y", "yes")

    def say(self, text: str, end: str = "\n") -> None:
        """A line on standard error, broken between words where it is too long for the terminal."""
        width = get_terminal_size().columns if sys.stderr.isatty() else None
        sys.stderr.write(by_words(text, width) + end)
        sys.stderr.flush()


def person_here() -> Person:
    """The person at this terminal, if there is one."""
    return Person(is_there=sys.stdin.isatty() and sys.stderr.isatty())
