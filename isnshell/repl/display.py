"""Showing results: as Out-Default does, page by page, and stopping when the person has seen enough."""

from __future__ import annotations

import sys
from typing import Any

from ..pipeline.stream import Stream
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

    show(value, pager=Pager(value))


class Pager:
    """Asks at the end of a screen whether to go on: Enter, Space or an arrow shows more, `q` and Escape end it.

    Args:
        value: What is shown; a stream says how much of it was read.
    """

    def __init__(self, value: Any) -> None:
        self._value = value

    def __call__(self) -> bool:
        if is_dumb():
            from ..formatting.terminal import more

            return more()
        return _ask_for_more(f"-- {self.so_far}more: Enter, stop: q --")

    @property
    def so_far(self) -> str:
        """How many records there are, as far as that is known without asking: `60 read, `."""
        if isinstance(self._value, Stream) and not self._value.is_complete:
            count = len(self._value.read_so_far)
            return f"{count:,} read, " if count else ""
        return f"{len(self._value):,} in all, " if isinstance(self._value, (Stream, list, tuple)) else ""


def _ask_for_more(text: str) -> bool:
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
