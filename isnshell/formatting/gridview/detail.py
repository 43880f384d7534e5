"""One record of the grid, whole, as a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from rich.console import Group
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Static

from ..canvas import Canvas
from ..listing import list_pages

Step = Callable[[int], tuple[Any, Text]]
"""Moves to the record so many further; gives it, and a line that says which one it is."""


class RecordScreen(Screen[None]):
    """Shows one record; the arrows lead to its neighbours.

    Args:
        step: Gives the record.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,v,enter", "dismiss", "Back", key_display="Esc"),
        Binding("left,p", "step(-1)", "Previous", key_display="←"),
        Binding("right,n", "step(1)", "Next", key_display="→"),
    ]

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._step = step

    def compose(self) -> ComposeResult:
        """A line, the list, the keys."""
        yield Static(id="title")
        with VerticalScroll(id="record"):
            yield Static(id="list")
        yield Footer()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.action_step(0)

    def action_step(self, by: int) -> None:
        """Show the record so many further."""
        record, which = self._step(by)
        width = max(self.size.width - 3, 20)  # the bar of the list, and a margin
        self.query_one("#title", Static).update(which)
        self.query_one("#list", Static).update(Group(*list_pages([record], Canvas(width), whole=True)))
        if by:
            self.query_one("#record").scroll_home(animate=False)
