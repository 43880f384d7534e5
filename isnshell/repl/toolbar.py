"""The line at the bottom of the terminal, and the colours of the prompt."""

from __future__ import annotations

from collections.abc import Sequence

from prompt_toolkit.application import get_app
from prompt_toolkit.filters import is_done, renderer_height_is_known
from prompt_toolkit.formatted_text import StyleAndTextTuples, fragment_list_width
from prompt_toolkit.layout.containers import ConditionalContainer, Container, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.styles import Style

from ..tenant.session import peek_session
from .marks import Mark, session_marks

GREY = "#767676"
"""Readable on black and on white alike; some palettes have the background's colour for the terminal's own grey."""

# Colours of the terminal's own palette, which its owner chose to be readable on light and on dark
STYLE = Style.from_dict(
    {
        "isn.toolbar": "reverse",
        "isn.production": "noreverse bg:ansired #ffffff bold",
        "isn.sandbox": "noreverse bg:ansigreen ansiblack bold",
        "isn.key": "bold",
        "isn.rail": "noreverse bg:ansiyellow ansiblack bold",
        "isn.hint": "",
        "prompt": "bold",
        "prompt.production": "bg:ansired #ffffff bold",
        "prompt.number": f"nobold {GREY}",
        "validation-toolbar": "bg:ansired #ffffff",
        "signature-toolbar": "bg:ansicyan ansiblack",
        "signature-toolbar current-name": "bg:ansiblue #ffffff bold",
        "signature-toolbar operator": "",
        "completion-menu": "bg:ansiwhite ansiblack",
        "completion-menu.completion.current": "noreverse bg:ansiblue #ffffff",
        "completion-menu.meta.completion": "bg:ansigray ansiblack",
        "completion-menu.meta.completion.current": "noreverse bg:ansiblue #ffffff",
        "auto-suggestion": GREY,
    }
)

_HINTS = tuple(Mark(text, "hint") for text in ("F1 help", "Tab complete", "F3 history", "Ctrl-D leave"))


def toolbar() -> Container:
    """The toolbar; not drawn while a line runs, since the terminal belongs to its output then."""
    return ConditionalContainer(
        Window(FormattedTextControl(_fragments), height=1, style="class:isn.toolbar", dont_extend_height=True),
        filter=~is_done & renderer_height_is_known,
    )


def _fragments() -> StyleAndTextTuples:
    return fitted(session_marks(peek_session()), _HINTS, get_app().output.get_size().columns)


def fitted(marks: Sequence[Mark], hints: Sequence[Mark], columns: int) -> StyleAndTextTuples:
    """The marks that matter most as long as there is room, then the hints that still find some at the right."""
    room = columns
    shown: set[int] = set()
    for place, mark in sorted(enumerate(marks), key=lambda one: one[1].rank):
        width = fragment_list_width(_piece(mark))
        if width > room:
            break
        shown.add(place)
        room -= width
    left = [piece for place, mark in enumerate(marks) if place in shown for piece in _piece(mark)]
    right: StyleAndTextTuples = []
    for hint in hints:
        if fragment_list_width(right) + fragment_list_width(_piece(hint)) < room:
            right += _piece(hint)
    gap = room - fragment_list_width(right)
    return [*left, ("", " " * gap), *right]


def _piece(mark: Mark) -> StyleAndTextTuples:
    # A coloured mark takes its blanks along, so that it looks like a badge
    return [(f"class:isn.{mark.style}", f" {mark.text} ")]
