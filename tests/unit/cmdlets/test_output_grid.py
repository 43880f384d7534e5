"""The grid with keys and mouse, on a screen in memory; the command's own checks without one."""

from __future__ import annotations

import asyncio
import itertools
import sys
import threading
import time

import pytest

from cmdlets.output_grid import out_grid_view
from isnshell.errors import IsnError, UsageError
from isnshell.formatting.columns import choices
from isnshell.formatting.gridview.app import FilterLine, make_grid
from isnshell.formatting.gridview.sheet import Sheet

PEOPLE = [
    {"name": "Zoë", "age": 10, "city": "Zürich"},
    {"name": "ada", "age": 9, "city": "London"},
    {"name": "Ben", "age": 30, "city": "Oslo"},
]


class Person:
    """Somebody in front of a grid.

    Args:
        grid: The grid.
        pilot: textual's pilot of it.
    """

    def __init__(self, grid, pilot):
        self.grid, self.pilot = grid, pilot
        self.sheet = grid.query_one(Sheet)

    async def press(self, *keys):
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text):
        await self.press(*("space" if char == " " else char for char in text))

    async def sees(self, *texts):
        """Wait until all of the texts are on the screen."""
        await self.wait_until(lambda: all(text in self.screen for text in texts), f"{texts!r}")

    async def has_left(self):
        """Wait until the grid has given something back."""
        await self.wait_until(lambda: self.grid.return_value is not None, "the end")

    async def wait_until(self, holds, expected):
        end = time.monotonic() + 60
        while not holds():
            assert time.monotonic() < end, f"expected {expected}, seen\n{self.screen}"
            await self.pilot.pause(0.02)

    @property
    def screen(self):
        lines = self.grid.screen._compositor.render_strips()
        return "\n".join(line.text.rstrip() for line in lines)

    @property
    def rows(self):
        """The text of the rows that are seen, first the marks."""
        sheet = self.sheet
        lines = (sheet.render_line(y).text.rstrip() for y in range(sheet.size.height))
        return list(itertools.dropwhile(lambda line: "──" not in line, lines))[1:][: len(sheet.rows.shown)]

    def names(self):
        """What stands in the first column."""
        return [row[2:].split()[0] for row in self.rows]


def show(story, records=PEOPLE, *, mode="multiple", title="people", size=(80, 24), more=(), chosen=(), **options):
    """Open a grid, live the story in front of it; gives what the grid gives back."""

    async def live():
        grid = make_grid(records, iter(more), title=title, mode=mode, chosen=choices(chosen), **options)
        try:
            async with grid.run_test(size=size) as pilot:
                await pilot.pause()
                await story(Person(grid, pilot))
            return grid.return_value
        finally:
            grid.reader.close()

    return asyncio.run(live())


# --- what is given back ---------------------------------------------------------------------------------------


def test_enter_gives_back_the_row_at_the_cursor():
    async def story(person):
        await person.press("down", "enter")

    assert show(story) == [PEOPLE[1]]
    assert show(story)[0] is PEOPLE[1]


def test_space_marks_and_goes_on_and_enter_gives_back_the_marked_ones():
    async def story(person):
        await person.press("space", "down", "space")
        await person.sees("● Zoë", "● Ben", "2 marked")
        await person.press("enter")

    assert show(story) == [PEOPLE[0], PEOPLE[2]]


def test_the_order_is_the_grids():
    async def story(person):
        await person.press("right", "s", "a", "enter")

    assert show(story) == [PEOPLE[1], PEOPLE[0], PEOPLE[2]]


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+q"])
def test_leaving_gives_nothing_back(key):
    async def story(person):
        await person.press("space", key)

    assert show(story) == []


def test_ctrl_c_is_no_result_at_all():
    async def story(person):
        await person.press("slash", "a", "ctrl+c")

    assert show(story) is None


def test_a_single_one_needs_no_mark():
    async def story(person):
        await person.press("space", "a", "down", "enter")
        assert "●" not in person.screen

    assert show(story, mode="single") == [PEOPLE[1]]


def test_where_none_is_given_back_enter_shows_the_record():
    async def story(person):
        assert "Give back" not in person.screen
        await person.press("down", "enter")
        await person.sees("name : ada", "city : London")
        await person.press("escape", "escape")

    assert show(story, mode="none") == []


# --- sort and filter ------------------------------------------------------------------------------------------


def test_sorting_by_the_column_at_the_cursor_is_typed():
    async def story(person):
        await person.press("right", "s")
        assert person.names() == ["ada", "Zoë", "Ben"]
        await person.sees("sorted by age, ascending", "▲")
        await person.press("s")
        assert person.names() == ["Ben", "Zoë", "ada"]
        await person.sees("sorted by age, descending", "▼")
        await person.press("s")
        assert person.names() == ["Zoë", "ada", "Ben"]
        assert "sorted" not in person.screen

    show(story)


def test_a_click_on_a_heading_sorts_by_it():
    async def story(person):
        await person.pilot.click(Sheet, offset=(3, 0))
        await person.pilot.pause()
        assert person.names() == ["ada", "Ben", "Zoë"]
        await person.pilot.click(Sheet, offset=(3, 0))
        await person.pilot.pause()
        assert person.names() == ["Zoë", "Ben", "ada"]

    show(story)


def test_clicks_take_rows_marks_and_records():
    async def story(person):
        await person.pilot.click(Sheet, offset=(0, 3))
        await person.sees("● ada")
        await person.pilot.click(Sheet, offset=(0, 3))
        await person.pilot.pause()
        assert "●" not in person.screen
        await person.pilot.double_click(Sheet, offset=(4, 4))
        await person.pilot.pause()

    assert show(story) == [PEOPLE[2]]


def test_the_filter_narrows_with_every_key_and_says_what_it_takes():
    async def story(person):
        await person.press("slash")
        await person.sees("words anywhere", "err*")
        await person.type("o")
        assert person.names() == ["Zoë", "ada", "Ben"]
        await person.type("sl")
        assert person.names() == ["Ben"]
        await person.press("enter")
        await person.sees("1 of 3 records", "filter osl", "/ osl")
        await person.press("enter")

    assert show(story) == [PEOPLE[2]]


def test_letters_go_into_the_filter_and_arrows_move_the_cursor():
    async def story(person):
        await person.press("slash")
        await person.type("as qv")
        assert person.grid.query_one(FilterLine).value == "as qv"
        await person.press("ctrl+u", "o", "down", "down", "enter", "enter")

    assert show(story) == [PEOPLE[2]]


def test_escape_drops_the_filter_and_the_cursor_stays_on_its_record():
    async def story(person):
        await person.press("slash")
        await person.type("lon")
        await person.press("escape")
        assert person.names() == ["Zoë", "ada", "Ben"]
        assert person.grid.query_one("#filter-line").display is False
        await person.press("enter")

    assert show(story) == [PEOPLE[1]]


def test_where_nothing_fits_it_says_so_and_nothing_is_given_back():
    async def story(person):
        await person.press("slash")
        await person.type("nobody")
        await person.sees("nothing fits", "0 of 3 records")
        await person.press("enter", "space", "v", "enter")

    assert show(story) == []


def test_the_filter_can_be_given_at_first():
    async def story(person):
        assert person.names() == ["ada"]
        await person.sees("/ city:lon*")
        await person.press("enter")

    assert show(story, filter="city:lon*") == [PEOPLE[1]]


def test_hidden_marks_are_told_and_given_back():
    async def story(person):
        await person.press("space", "slash")
        await person.type("oslo")
        await person.press("enter", "space")
        await person.sees("2 marked, 1 of them hidden")
        await person.press("enter")

    assert show(story) == [PEOPLE[0], PEOPLE[2]]


# --- a stream that is read on ---------------------------------------------------------------------------------


def numbers(read, count=10**9):
    for number in range(20, count):
        read.append(number)
        yield {"number": number, "kind": "even" if number % 2 == 0 else "odd"}


FIRST = [{"number": number, "kind": "first"} for number in range(20)]


def test_only_what_is_looked_at_is_read():
    read = []

    async def story(person):
        await person.sees("so far, there may be more")
        seen = len(read)
        assert 0 < seen < 100
        await person.press(*["pagedown"] * 4)
        await person.sees("\n  " + str(4 * 18).rjust(6))
        assert seen < len(read) < 300

    show(story, FIRST, more=numbers(read))


def test_a_filter_reads_on_to_the_end_with_a_count_and_a_sort_too():
    async def story(person):
        await person.press("slash")
        await person.type("odd")
        await person.sees("2,490 of 5,000 records")
        await person.press("escape", "s", "s")
        assert person.names()[0] == "4999"

    show(story, FIRST, more=numbers([], 5000))


def test_what_needs_all_says_so_while_it_reads():
    gate = threading.Event()

    def source():
        yield from numbers([], 100)
        gate.wait(30)
        yield {"number": -1, "kind": "late"}

    async def story(person):
        await person.press("s")
        await person.sees("100 records, reading on", "sorted by number, ascending (needs all: reading)")
        gate.set()
        await person.sees("101 records", "\n      -1  late")
        assert "needs all" not in person.screen

    show(story, FIRST, more=source())


def test_all_are_given_back_when_all_are_read():
    gate = threading.Event()

    def source():
        yield from numbers([], 50)
        gate.wait(30)
        yield from numbers([], 60)

    async def story(person):
        await person.press("a", "enter")
        await person.sees("all are given back when they have been read")
        await person.press("escape")
        assert "given back when" not in person.screen
        await person.press("enter")
        gate.set()
        await person.has_left()

    assert len(show(story, FIRST, more=source())) == 20 + 30 + 40


def test_end_follows_what_arrives():
    async def story(person):
        await person.press("end")
        await person.sees("3,000 records", "2999")
        await person.press("home")
        await person.sees("\n       0  first")
        await person.press("end", "enter")

    assert show(story, FIRST, more=numbers([], 3000)) == [{"number": 2999, "kind": "odd"}]


def test_a_long_stream_answers_keys_while_it_is_read():
    async def story(person):
        await person.press("slash")
        await person.type("number:99999")
        assert person.grid.query_one(FilterLine).value == "number:99999"
        await person.sees("1 of 100,000 records", "99999  odd")
        await person.press("enter", "enter")

    assert show(story, FIRST, more=numbers([], 100_000)) == [{"number": 99_999, "kind": "odd"}]


def test_reading_goes_on_while_a_record_is_viewed():
    gate = threading.Event()

    def source():
        gate.wait(30)
        yield from numbers([], 1000)

    async def story(person):
        await person.press("s", "v")
        await person.sees("1 of 20 records", "kind   : first")
        gate.set()
        await person.wait_until(lambda: len(person.sheet.rows.all) == 1000, "all rows")
        await person.press("right")
        await person.sees("2 of 1,000 records", "number : 1")
        await person.press("escape")
        await person.sees("1,000 records", "sorted by number, ascending")

    show(story, FIRST, more=source())


def test_who_has_scrolled_away_is_not_called_back_by_what_arrives():
    gate = threading.Event()

    def source():
        yield from numbers([], 500)
        gate.wait(30)
        yield from numbers([], 1000)

    async def story(person):
        await person.press("a")
        await person.sees("500 records, reading on")
        person.sheet.scroll_to(y=200, animate=False)
        await person.pilot.pause()
        gate.set()
        await person.sees("1,480 records", "●    200")
        await person.press("down")
        await person.sees("●      1")

    show(story, FIRST, more=source())


def test_a_long_record_is_scrolled():
    async def story(person):
        await person.press("v")
        assert "field59" not in person.screen
        await person.press("end")
        await person.sees("field59")

    show(story, [{f"field{number}": number for number in range(60)}])


def test_an_error_is_told_and_what_was_read_stays():
    def source():
        yield {"number": 20, "kind": "last"}
        raise IsnError("Can't list tasks", why="tenant acme answered 403")

    async def story(person):
        await person.sees("Reading ended early: Can't list tasks: tenant acme answered 403.")
        await person.press("end", "enter")

    assert show(story, FIRST, more=source()) == [{"number": 20, "kind": "last"}]


# --- what it looks like ---------------------------------------------------------------------------------------


def test_the_columns_are_those_of_a_table_and_the_others_lie_to_the_right():
    id = "2c3029189dc59e6c3a51207736639970"
    wide = [{"id": id, "name": "a b " * 6, "description": "c d " * 20, "note": "n" * 40}]

    async def story(person):
        assert "description" not in person.screen
        await person.sees("more columns: 3 →")
        await person.press("right", "right", "right")
        await person.sees("n" * 40, "more columns: ← ")
        assert id not in person.screen
        await person.pilot.resize_terminal(200, 30)
        await person.sees(id, "description", "n" * 40)
        assert "more columns" not in person.screen

    show(story, wide, size=(50, 20))


def test_wide_characters_keep_the_columns_straight():
    async def story(person):
        lines = [line for line in person.screen.split("\n") if line.endswith("!")]
        assert lines == ["  漢字漢字  !", "  abc       !", "  👩‍💻é       !"]

    show(story, [{"name": text, "end": "!"} for text in ("漢字漢字", "abc", "👩‍💻é")])


def test_what_a_tenant_sends_can_not_steer_the_terminal():
    async def story(person):
        await person.sees("a\ufffd[31mb c", "x\ufffd[2Jy [bold]z[/]")
        await person.press("v")
        await person.sees("na\ufffdme : a\ufffd[31mb", "x\ufffd[2Jy [bold]z[/]")

    show(story, [{"na\x1bme": "a\x1b[31mb\nc"}], title="x\x1b[2Jy\n[bold]z[/]")


def test_chosen_columns_are_shown_and_whole_records_come_back():
    async def story(person):
        assert person.rows == ["  Zürich  ZOË", "  London  ADA", "  Oslo    BEN"]
        await person.press("enter")

    assert show(story, chosen=("city", {"name": "Name", "expression": lambda one: one.name.upper()})) == [PEOPLE[0]]


def test_things_that_are_no_records_have_one_column():
    async def story(person):
        await person.press("s")
        assert person.rows == ["  a", "  b"]
        await person.press("v")
        await person.sees("value : a")
        await person.press("escape", "enter")

    assert show(story, ["b", "a"]) == ["a"]


def test_a_record_is_shown_whole_and_the_arrows_lead_to_its_neighbours():
    async def story(person):
        await person.press("v")
        await person.sees("1 of 3 records", "city : Zürich")
        await person.press("right", "right", "right")
        await person.sees("3 of 3 records", "city : Oslo")
        await person.press("left")
        await person.sees("2 of 3 records", "city : London")
        await person.press("q", "enter")

    assert show(story) == [PEOPLE[1]]


# --- the command ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param({"output_mode": "some"}, "output_mode='some' is unknown", id="unknown mode"),
        pytest.param({"output_mode": "multi"}, "Did you mean", id="nearly a mode"),
        pytest.param({"output_mode": "None", "pass_thru": True}, "exclude each other", id="none and some"),
    ],
)
def test_wrong_modes_are_refused_before_anything_is_read(options, message):
    with pytest.raises(UsageError, match=message):
        iter([1]) | out_grid_view(**options)


def test_without_a_terminal_it_says_what_to_do_instead_and_reads_nothing():
    read = []
    with pytest.raises(UsageError, match=r"needs a terminal: standard .* none. .*format_table\(\) shows"):
        numbers(read) | out_grid_view(pass_thru=True)
    assert read == []


class Tty:
    def isatty(self):
        return True


@pytest.fixture
def at_terminal(monkeypatch):
    for name in ("__stdin__", "__stdout__", "__stderr__"):
        monkeypatch.setattr(sys, name, Tty())
    monkeypatch.setenv("TERM", "xterm-256color")


def test_a_dumb_terminal_is_none(at_terminal, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    with pytest.raises(UsageError, match=r"TERM=dumb\) can't move its cursor"):
        [1] | out_grid_view()


def test_an_empty_stream_opens_no_grid(at_terminal, capsys):
    assert ([] | out_grid_view()) is None
    assert list([] | out_grid_view(pass_thru=True)) == []
    assert capsys.readouterr().err == "no records\nno records\n"


def test_what_was_formatted_already_is_refused(at_terminal):
    from cmdlets.output import format_table

    with pytest.raises(UsageError, match=r"not what format_table made of them. Leave out format_table\(\)"):
        [{"id": 1}] | format_table() | out_grid_view()


def test_an_error_of_the_first_screen_is_that_error(at_terminal):
    def source():
        yield 1
        raise IsnError("no")

    with pytest.raises(IsnError, match="no"):
        source() | out_grid_view()


def test_a_job_can_not_have_the_terminal(at_terminal):
    errors = []

    def work():
        try:
            [1] | out_grid_view()
        except UsageError as error:
            errors.append(str(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "The grid can't open here: it needs the terminal for itself" in errors[0]


def test_an_event_loop_can_not_have_it_either(at_terminal):
    async def work():
        [1] | out_grid_view()

    with pytest.raises(UsageError, match="can't open here"):
        asyncio.run(work())


def test_without_textual_the_error_names_the_extra(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("isnshell.formatting.gridview")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual", None)
    with pytest.raises(UsageError, match=r'pip install "isnshell\[grid\]"'):
        out_grid_view()
