"""The sheet: the rows on the screen, their headings, a cursor. Only the lines that are seen are ever made.

textual's own DataTable keeps each cell as an object of its own: with 100,000 rows every change of the filter would take
seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ..columns import style_of
from ..grid import width_of
from ..table import cut
from .fitting import Placed, fit
from .rows import Rows

_GAP = "  "
_MARGIN = 2  # cells left of the columns, for the marks
_SAMPLE = 250  # rows whose content sets the widths

_PLAIN, _DIM, _BOLD = Style(), Style(dim=True), Style(bold=True)
_HERE = Style(reverse=True)


class Sheet(ScrollView, can_focus=True):
    """Shows rows; keys and mouse move a cursor over them and over the columns.

    Args:
        rows: What is shown.
        choosing: Whether the most important columns come first.
        ascii: Whether only ASCII characters can be drawn.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home,ctrl+home", "first", show=False),
        Binding("end,ctrl+end", "last", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
    ]
    DEFAULT_CSS = "Sheet { overflow-x: hidden; overflow-y: scroll; }"

    class Moved(Message):
        """The cursor stands elsewhere, or other rows are seen."""

    class Picked(Message):
        """A row was clicked twice."""

    class Clicked(Message):
        """A heading was clicked: sort by the column at the cursor."""

    class Marked(Message):
        """The margin of the row at the cursor was clicked."""

    def __init__(self, rows: Rows, *, choosing: bool, ascii: bool = False) -> None:
        super().__init__()
        self.rows = rows
        self.cursor = 0
        self.turned = 0  # the column at the cursor, by its place on the screen
        self.follows_end = False
        self._choosing = choosing
        self._ascii = ascii
        self._placed: list[Placed] = []
        self._first = 0  # the leftmost column that is seen
        self._fitted: tuple[Any, ...] = ()  # what the columns were fitted to
        self._head: list[Strip] = []

    # --- what is seen -------------------------------------------------------------------------------------------

    @property
    def column(self) -> int:
        """The column at the cursor, by its place among the cells."""
        return self._placed[self.turned].index if self._placed else 0

    @property
    def place(self) -> int | None:
        """The row at the cursor, by its place in the source; None where no row is shown."""
        shown = self.rows.shown
        return shown[self.cursor] if self.cursor < len(shown) else None

    @property
    def width(self) -> int:
        """Cells of a line, without the scroll bar."""
        return self.scrollable_content_region.width

    @property
    def lines(self) -> int:
        """Rows that are seen at once."""
        return max(self.size.height - len(self._head), 1)

    @property
    def last_seen(self) -> int:
        """The lowest row that is seen or stands at the cursor, counted from 0."""
        return max(int(self.scroll_offset.y) + self.lines, self.cursor)

    @property
    def more_columns(self) -> tuple[int, int]:
        """How many columns lie left and right of those that are seen."""
        return self._first, len(self._placed) - self._end()

    def update(self, *, place: int | None = None, follow: bool = True) -> None:
        """Draw anew after the rows have changed.

        Args:
            place: Row, by its place in the source, that the cursor goes on to stand on if it is still shown.
            follow: Whether to look where the cursor is; without it only if it was seen before, since the wheel may
                have led away from it.
        """
        shown = self.rows.shown
        follow = follow or self.follows_end or self._is_cursor_seen()
        if self.follows_end:
            self.cursor = len(shown) - 1
        elif place is not None and self.place != place:
            self.cursor = shown.index(place) if place in shown else 0
        self.cursor = max(min(self.cursor, len(shown) - 1), 0)
        self._fit_columns()
        self._draw_head()
        self.virtual_size = Size(self.width, len(self._head) + len(shown))
        if follow:
            self._scroll_to_cursor()
        self.refresh()

    def on_resize(self) -> None:
        """Fit into another size."""
        self.update()
        self.post_message(self.Moved())

    def _fit_columns(self) -> None:
        """Fit the columns into the width, anew when that or their content has changed."""
        rows = self.rows
        wanted = (self.width, min(len(rows.all), _SAMPLE), *rows.widest)
        if wanted == self._fitted:
            return
        self._fitted = wanted
        column = self.column
        sample = [*rows.all[:_SAMPLE], *(rows.all[place] for place in rows.widest if place >= _SAMPLE)]
        self._placed, fitting = fit(rows.columns, sample, self.width - _MARGIN, choosing=self._choosing)
        places = [one.index for one in self._placed]
        self.turned = places.index(column) if column in places else 0
        self._first = 0 if self.turned < fitting else self._first
        self._turn_to_column()

    # --- drawing ------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen: a heading, or the row that was scrolled there."""
        if y < len(self._head):
            return self._head[y]
        at = y - len(self._head) + int(self.scroll_offset.y)
        if at < len(self.rows.shown):
            return self._row(at)
        empty = "nothing fits" if self.rows.all and not self.rows.shown and at == 0 else ""
        return self._strip([Segment(" " * _MARGIN + empty, _DIM)])

    def _row(self, at: int) -> Strip:
        place = self.rows.shown[at]
        is_marked = place in self.rows.marked
        mark = ("*" if self._ascii else "●") if is_marked else ""
        base = _HERE if at == self.cursor else _PLAIN
        base += _BOLD if is_marked else _PLAIN
        cells = self.rows.all[place].cells
        segments = [Segment(mark.ljust(_MARGIN), base)]
        for one in self._seen():
            text = cut(cells[one.index], one.width, ".." if self._ascii else "…")
            # the colour of a status would be hard to read under the cursor
            style = base if at == self.cursor else base + Style.parse(style_of(cells[one.index]))
            segments += [Segment(_padded(text, one), style), Segment(_GAP, base)]
        return self._strip(segments, base)

    def _draw_head(self) -> None:
        height = max((len(one.heading) for one in self._seen()), default=1)
        self._head = [self._strip(self._headings(level - height)) for level in range(height)]
        self._head.append(self._strip(self._rule()))

    def _headings(self, level: int) -> list[Segment]:
        """One line of the headings, counted from below: short ones stand on the rule, not under the ceiling."""
        segments = [Segment(" " * _MARGIN)]
        for one in self._seen():
            text = one.heading[level] if -level <= len(one.heading) else ""
            is_here = one.index == self.column and text
            segments += [Segment(_padded(cut(text, one.width), one), _HERE if is_here else _BOLD), Segment(_GAP)]
        return segments

    def _rule(self) -> list[Segment]:
        line, up, down = ("-", "^", "v") if self._ascii else ("─", "▲", "▼")
        order = self.rows.order
        segments = [Segment(" " * _MARGIN)]
        for one in self._seen():
            sorts = order is not None and order.column == one.index
            arrow = (down if order and order.descending else up) if sorts else ""
            rule = line * (one.width - len(arrow))
            segments += [Segment(rule + arrow if one.right else arrow + rule, _BOLD if sorts else _DIM), Segment(_GAP)]
        return segments

    def _strip(self, segments: list[Segment], style: Style = _PLAIN) -> Strip:
        return Strip(segments).adjust_cell_length(self.width, style).apply_style(self.rich_style)

    def _seen(self) -> Sequence[Placed]:
        """The columns that are seen."""
        return self._placed[self._first : self._end()]

    def _end(self) -> int:
        """The place behind the last column that is seen: the last that has room for all of it."""
        room = self.width - _MARGIN + len(_GAP)
        end = self._first
        while end < len(self._placed) and (room := room - self._placed[end].width - len(_GAP)) >= 0:
            end += 1
        return max(end, self._first + 1) if self._placed else 0

    # --- moving -------------------------------------------------------------------------------------------------

    def action_move(self, rows: int) -> None:
        """Move the cursor up or down."""
        self._go(self.cursor + rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by as many rows as are seen."""
        self._go(self.cursor + pages * self.lines)

    def action_first(self) -> None:
        """Move the cursor to the first row."""
        self._go(0)

    def action_last(self) -> None:
        """Move the cursor to the last row, and on with it while more rows arrive."""
        self._go(len(self.rows.shown) - 1, follows_end=True)

    def action_turn(self, columns: int) -> None:
        """Move the cursor to another column."""
        self.turned = max(min(self.turned + columns, len(self._placed) - 1), 0)
        self._turn_to_column()
        self.update()
        self.post_message(self.Moved())

    def _turn_to_column(self) -> None:
        self._first = min(self._first, self.turned)
        while self.turned >= self._end() and self._first < self.turned:
            self._first += 1

    def _go(self, cursor: int, *, follows_end: bool = False) -> None:
        self.follows_end = follows_end
        self.cursor = max(min(cursor, len(self.rows.shown) - 1), 0)
        self._scroll_to_cursor()
        self.refresh()
        self.post_message(self.Moved())

    def _is_cursor_seen(self) -> bool:
        return 0 <= self.cursor - int(self.scroll_offset.y) < self.lines

    def _scroll_to_cursor(self) -> None:
        if not self._is_cursor_seen():
            is_above = self.cursor < self.scroll_offset.y
            self.scroll_to(y=self.cursor if is_above else self.cursor - self.lines + 1, animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The wheel or the bar has scrolled."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """Take a heading, a row or its mark."""
        row = event.y - len(self._head)
        at = row + int(self.scroll_offset.y)
        column = self._column_at(event.x)
        if column is not None:
            self.turned = column
        if row < 0:
            if column is not None:
                self.post_message(self.Clicked())
        elif at < len(self.rows.shown):
            self._go(at)
            if event.x < _MARGIN:
                self.post_message(self.Marked())
            elif event.chain == 2:
                self.post_message(self.Picked())
        self.update()

    def _column_at(self, x: int) -> int | None:
        right = _MARGIN
        for place, one in enumerate(self._seen(), self._first):
            left, right = right, right + one.width + len(_GAP)
            if left <= x < right:
                return place
        return None


def _padded(text: str, column: Placed) -> str:
    blanks = " " * (column.width - width_of(text))
    return blanks + text if column.right else text + blanks
