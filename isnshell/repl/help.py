"""Help at the prompt: `?name`, `name?`, F1, `help` and `help(name)`."""

from __future__ import annotations

import pydoc
from typing import Any

from ..commands.cmdlet import Cmdlet
from ..commands.registry import get_cmdlet, resolve
from .display import show_result
from .tokens import tokenize


def show_help(name: str) -> None:
    """Show the help of a command in any spelling, or how to begin.

    Raises:
        UnknownNameError: There is no such command; the nearest names are in the error.
    """
    text = get_cmdlet("get_help")(name) if name else get_cmdlet("get_help")()
    show_result(text)


class Help:
    """`help` at the prompt: on a command its own text, on all else Python's."""

    def __call__(self, *things: Any) -> None:
        """Show the help of what is given; without it, how to begin."""
        if not things:
            show_help("")
        elif isinstance(things[0], Cmdlet):
            show_help(things[0].name)
        elif isinstance(things[0], str) and (found := resolve(things[0])):
            show_help(found.name)
        else:
            pydoc.help(*things)

    def __repr__(self) -> str:
        text = get_cmdlet("get_help")()
        return str(text).rstrip()


def command_at(text: str, cursor: int) -> str:
    """The command that the cursor is in or in whose call it stands; empty if there is none."""
    open_calls: list[str] = []
    before = ""
    for token in tokenize(text):
        if token.start > cursor:
            break
        if token.kind == "name" and token.start <= cursor <= token.end and resolve(token.text):
            return token.text
        if token.text in ("(", "[", "{") and token.end <= cursor:
            open_calls.append(before if token.text == "(" else "")
        elif token.text in (")", "]", "}") and token.end <= cursor and open_calls:
            open_calls.pop()
        before = token.text if token.kind == "name" else ""
    return next((name for name in reversed(open_calls) if name and resolve(name)), "")
