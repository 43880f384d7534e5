"""Showing results: as Out-Default does, page by page, and stopping when the person has seen enough."""

from __future__ import annotations

import sys
from typing import Any

from .plain import is_dumb

# Shown as they are, without the drawing machinery, which takes a tenth of a second to load
_PLAIN = (int, float, complex, bool)


def show_result(value: Any) -> None:
    """Show the value of an expression."""
    if type(value) in _PLAIN:
        sys.stdout.write(f"{value!r}\n")
        sys.stdout.flush()
        return
    from ..formatting.default import show

    show(value, pager=ask_for_more)


def ask_for_more(shown: int) -> bool:
    """Ask at the end of a screen whether to go on: Enter, Space or an arrow shows more, `q` and Escape end it.

    Args:
        shown: How many records are shown so far; 0 for what is no records.
    """
    from ..formatting.terminal import more, question

    goes_on = more(shown) if is_dumb() else _ask(question(shown))
    if shown and not goes_on:
        from ..formatting.screen import console_for

        console_for().print(f"{shown:,} shown, not all", style="dim")
    return goes_on


def _ask(text: str) -> bool:
    """One key, without Enter; the question is wiped away by the answer."""
    from prompt_toolkit.application import Application
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.layout import FormattedTextControl, Layout, Window

    keys = KeyBindings()

    @keys.add("enter")
    @keys.add("space")
    @keys.add("down")
    @keys.add("pagedown")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=True)

    @keys.add("q")
    @keys.add("Q")
    @keys.add("escape", eager=True)
    @keys.add("c-d")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=False)

    @keys.add("c-c")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    line = Window(FormattedTextControl([("reverse", text)]), height=1)
    question: Application[bool] = Application(Layout(line), key_bindings=keys, erase_when_done=True)
    return question.run(in_thread=True)
