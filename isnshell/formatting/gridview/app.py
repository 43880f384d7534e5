"""The grid as an application of the terminal: listens to the person and to the reader."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, ClassVar

from rich.text import Text
from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Input, Static

from ..canvas import canvas_of
from ..cells import one_line
from ..columns import Choice, Column, default_columns, drawn_columns
from .detail import RecordScreen
from .filtering import EXPLANATION
from .reading import Reader
from .rows import Row, Rows, make_row
from .sheet import Sheet

NONE, MULTIPLE = "none", "multiple"

_TICK = 0.1  # seconds between two looks at what has arrived


def make_grid(
    sample: Sequence[Any],
    source: Iterator[Any],
    *,
    title: str,
    mode: str,
    chosen: Sequence[Choice] = (),
    filter: str = "",
) -> GridApp:
    """A grid over records.

    Args:
        sample: Those that were read already; the columns are chosen by them.
        source: Gives the others.
        title: What they are.
        mode: How many can be taken: `none`, `single` or `multiple`.
        chosen: Columns that were asked for; none leaves the choice to the kind of record and its content.
        filter: What the filter is at first.
    """
    columns = (
        drawn_columns(chosen, sample, set())
        if chosen
        else default_columns(sample) or [Column("value", lambda one: one)]
    )
    make = partial(make_row, columns=columns)
    rows = Rows(columns)
    rows.add(map(make, sample))
    reader = Reader(source, make, read=len(sample))
    sheet = Sheet(rows, choosing=not chosen, ascii=canvas_of().ascii)
    return GridApp(rows, reader, sheet, title=title, mode=mode, filter=filter)


class FilterLine(Input):
    """Where the filter is typed. The arrows that it has no use for move the grid's cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.keep_filter", "Keep the filter", key_display="Enter"),
        Binding("escape", "app.drop_filter", "Drop it", key_display="Esc"),
        Binding("up", "app.move(-1)", show=False),
        Binding("down", "app.move(1)", show=False),
        Binding("pageup", "app.page(-1)", show=False),
        Binding("pagedown", "app.page(1)", show=False),
    ]


class GridApp(App["list[Any]"]):
    """Shows rows until the person takes some of them, or none.

    Args:
        rows: What is shown.
        reader: Where more rows come from.
        sheet: Shows them.
        title: What they are.
        mode: How many can be taken: `none`, `single` or `multiple`.
        filter: What the filter is at first.
    """

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #title, #status, #filter-line { height: 1; }
    #filter-line { display: none; }
    #filter-line Static { width: auto; }
    FilterLine { width: 1fr; }
    FilterLine > .input--cursor { text-style: reverse; }
    Sheet, VerticalScroll {
        scrollbar-size-vertical: 1;
        scrollbar-color: ansi_bright_black;
        scrollbar-color-hover: ansi_bright_black;
        scrollbar-color-active: ansi_blue;
        scrollbar-background: ansi_default;
        scrollbar-background-hover: ansi_default;
        scrollbar-background-active: ansi_default;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Give back", key_display="Enter"),
        Binding("space", "mark", "Mark", key_display="Space"),
        Binding("a", "mark_all", "All"),
        Binding("slash", "filter", "Filter", key_display="/", priority=True),  # what is typed behind it must go there
        Binding("s", "sort", "Sort"),
        Binding("v,enter", "view", "View"),  # Enter where nothing can be given back
        Binding("escape,q", "leave", "Leave", key_display="Esc"),
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False),
    ]

    def __init__(
        self, rows: Rows, reader: Reader[Row], sheet: Sheet, *, title: str, mode: str, filter: str = ""
    ) -> None:
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"
        self.reader = reader
        self._rows = rows
        self._sheet = sheet
        self._title = title
        self._filter = filter
        self._mode = mode
        self._accepting = False
        self._has_all = False
        self.printed: list[tuple[str, bool]] = []  # what functions of the pipe printed, and whether as an error
        self.told_to_end = 0  # the signal that did
        self._own_loop: asyncio.AbstractEventLoop | None = None

    def compose(self) -> ComposeResult:
        """The title, the rows, the filter, what there is to say, the keys."""
        # Held, since a query looks at the screen on top only
        self._title_line, self._status_line = Static(id="title"), Static(id="status")
        self._line = FilterLine(self._filter, compact=True, select_on_focus=False)
        self._filter_line = Horizontal(Static("/ "), self._line, id="filter-line")
        yield self._title_line
        yield self._sheet
        yield self._filter_line
        yield self._status_line
        yield Footer()

    def on_mount(self) -> None:
        """Begin to take in what arrives."""
        self._own_loop = asyncio.get_running_loop()
        self._rows.narrow(self._filter)
        self._sheet.focus()
        self._show_filter()
        self.begin_capture_print(self)
        self.set_interval(_TICK, self._take_in)
        self._ask_for_more()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key has a meaning now: letters that are typed into the filter have none."""
        if len(self.screen_stack) > 1:  # one record is viewed, which has its own keys
            return action in ("interrupt", "suspend_process", "quit")
        if action in ("mark", "mark_all"):
            return self._mode == MULTIPLE and not self._is_filtering
        if action == "accept":
            return self._mode != NONE and not self._is_filtering
        return not (self._is_filtering and action in ("filter", "sort", "view", "leave"))

    def on_print(self, event: events.Print) -> None:
        """Keep what would be printed into the grid."""
        self.printed.append((event.text, event.stderr))

    # --- reading ------------------------------------------------------------------------------------------------

    def _take_in(self) -> None:
        ended = self.reader.has_ended  # asked first: what it read last is there then
        arrived = self.reader.take()
        place = self._sheet.place if self._sheet.cursor else None  # who looks at the top goes on to
        if arrived:
            self._rows.add(arrived)
        if ended:
            self._rows.complete()
        if arrived or (ended and not self._has_all):
            self._has_all = ended
            self._sheet.update(place=place, follow=False)
            self._ask_for_more()
        if ended and self._accepting:
            self._give_back()

    @property
    def _needs_all(self) -> bool:
        rows = self._rows
        return bool(rows.filter.words or rows.order or rows.is_marking or self._sheet.follows_end)

    def _ask_for_more(self) -> None:
        """Read as far as what is looked at needs, and say where that stands."""
        self.reader.want(None if self._needs_all else self._sheet.last_seen + 2 * self._sheet.lines)
        self._say()

    @on(Sheet.Moved)
    def _on_moved(self) -> None:
        self._ask_for_more()

    # --- what is said -------------------------------------------------------------------------------------------

    def _say(self) -> None:
        self._title_line.update(titled(self._title, self._count()))
        self._status_line.update(self._status())

    def _count(self) -> str:
        read, shown = len(self._rows.all), len(self._rows.shown)
        of = f"{shown:,} of {read:,}" if self._rows.filter.words else f"{read:,}"
        if self._has_all:
            return f"{of} record{'' if read == 1 else 's'}"
        is_idle = not (self.reader.is_reading or self.reader.has_ended)  # what it read last may still have to come
        return f"{of} records so far, there may be more" if is_idle else f"{of} records, reading on ..."

    def _status(self) -> Text:
        error = self.reader.error
        if error is not None:
            return _line(f"Reading ended early: {error}", "bold red")
        if self._is_filtering:
            return _line(EXPLANATION, "dim")
        return _line(" · ".join(self._states()), "dim")

    def _states(self) -> Iterator[str]:
        rows, waits = self._rows, "" if self._has_all else " (needs all: reading)"
        if self._accepting:
            yield "all are given back when they have been read; Esc stops that"
        if rows.marked:
            hidden = len(rows.marked.difference(rows.shown)) if rows.filter.words else 0
            yield f"{len(rows.marked):,} marked" + (f", {hidden:,} of them hidden" if hidden else "")
        if rows.filter.words:
            yield f"filter {rows.filter.text.strip()}{waits}"
        if rows.order is not None:
            direction = "descending" if rows.order.descending else "ascending"
            yield f"sorted by {rows.columns[rows.order.column].name}, {direction}{waits}"
        left, right = self._sheet.more_columns
        if left or right:
            yield f"more columns: {f'← {left} ' if left else ''}{f'{right} →' if right else ''}".rstrip()

    # --- keys ---------------------------------------------------------------------------------------------------

    def action_move(self, rows: int) -> None:
        """Move the cursor of the sheet."""
        self._sheet.action_move(rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor of the sheet by screens."""
        self._sheet.action_page(pages)

    def action_mark(self) -> None:
        """Mark the row at the cursor and go on to the next."""
        self._mark()
        self._sheet.action_move(1)

    @on(Sheet.Marked)
    def _mark(self) -> None:
        if self._mode == MULTIPLE and self._sheet.place is not None:
            self._rows.toggle(self._sheet.place)
            self._changed()

    def action_mark_all(self) -> None:
        """Mark all rows that are shown, or unmark them."""
        self._rows.toggle_all()
        if self._has_all:
            self._rows.complete()
        self._changed()

    @on(Sheet.Clicked)
    def action_sort(self) -> None:
        """Sort by the column at the cursor; again, the other way round; once more, as they came."""
        self._rows.sort(self._sheet.column)
        self._sheet.cursor = 0
        self._changed()

    def action_view(self) -> None:
        """Show the record at the cursor whole."""
        if self._sheet.place is not None:
            self.push_screen(RecordScreen(self._step))

    def _step(self, by: int) -> tuple[Any, Text]:
        if by:
            self._sheet.action_move(by)
        place = self._sheet.place
        assert place is not None
        return self._rows.all[place].record, titled(self._title, f"{self._sheet.cursor + 1:,} of {self._count()}")

    @on(Sheet.Picked)
    def action_accept(self) -> None:
        """Give back what was chosen; where all were marked, when all have been read."""
        if self._mode == NONE:
            self.action_view()
        elif self._rows.is_marking:
            self._accepting = True
            self._ask_for_more()
        else:
            self._give_back()

    def _give_back(self) -> None:
        at_cursor = None if self._sheet.place is None else self._sheet.cursor
        self.exit(self._rows.chosen(at_cursor))

    def action_leave(self) -> None:
        """Give nothing back; while something waits to be given back, stop that."""
        if self._accepting:
            self._accepting = False
            self._say()
        else:
            self.exit([])

    async def action_quit(self) -> None:
        """Leave at once, wherever one is."""
        self.exit([])

    def action_interrupt(self) -> None:
        """Ctrl-C ends the command, not only the grid: there is no result at all."""
        self.exit(None)

    def tell_to_end(self, number: int, frame: Any = None) -> None:
        """Handle a signal: leave when the loop comes round. An exception from here would end textual halfway."""
        self.told_to_end = number
        if self._own_loop is None:
            raise SystemExit(128 + number)
        self._own_loop.call_soon_threadsafe(self.exit, None)

    # --- filter -------------------------------------------------------------------------------------------------

    @property
    def _is_filtering(self) -> bool:
        return isinstance(self.focused, FilterLine)

    def action_filter(self) -> None:
        """Type a filter."""
        self._filter_line.display = True
        self.screen.set_focus(self._line)  # at once: what is typed next belongs to it

    def action_drop_filter(self) -> None:
        """Show all rows again."""
        self._line.value = ""
        self.screen.set_focus(self._sheet)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        place = self._sheet.place
        self._rows.narrow(event.value)
        self._sheet.cursor = 0
        self._changed(None if event.value else place)

    def action_keep_filter(self) -> None:
        """Go on in the grid with what fits."""
        self.screen.set_focus(self._sheet)

    def on_descendant_focus(self) -> None:
        """Show the filter as long as it is typed or holds."""
        self._show_filter()
        self._say()

    def _show_filter(self) -> None:
        self._filter_line.display = self._is_filtering or bool(self._line.value)

    def _changed(self, place: int | None = None) -> None:
        """Other rows are shown, or marked."""
        self._sheet.follows_end = False
        self._sheet.update(place=place)
        self._ask_for_more()


def titled(title: str, count: str) -> Text:
    """The first line of a screen."""
    return _line(title, "bold").append(f"  {count}", style="not bold dim")


def _line(text: str, style: str) -> Text:
    return Text(one_line(text), style=style, no_wrap=True, overflow="ellipsis")
