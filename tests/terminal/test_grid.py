"""Stories of the grid: it takes the whole terminal, gives records back, and leaves everything as it was."""

from __future__ import annotations

import os
import re
import signal
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect needs a POSIX pseudo-terminal", allow_module_level=True)

from .driver import CTRL_C, ENTER, Terminal, lines_with

_DEMO = ("-p", "demo")
_ESCAPE = "\x1b"
_KEYS = "Esc Leave"  # the grid's last line is drawn

_SCRIPT = """
import os, time
from cmdlets import *
def numbers():
    for number in range(1_000_000):
        if number == 40:
            print("said by the source")
        if number > 100:
            time.sleep(0.01)
        yield {"number": number}
print("process", os.getpid(), "runs")
print("taken", list(numbers() | out_grid_view(pass_thru=True)))
"""


@pytest.fixture
def terminal(tmp_path):
    with Terminal(*_DEMO, folder=tmp_path) as one:
        one.wait_for_prompt(1)
        yield one


def assert_as_before(terminal):
    """The screen behind the grid is back, the cursor is seen, and the mouse belongs to the terminal."""
    for mode, left in (("1049", "l"), ("25", "h"), ("1000", "l")):
        states = re.findall(rf"\x1b\[\?{mode}([hl])", terminal.written)
        assert states[-1] == left, f"mode {mode} is still {states[-1]}"


def test_chosen_tasks_go_on_through_the_pipe(terminal):
    terminal.run("get_pending_tasks() | out_grid_view(pass_thru=True) | select_object('type', Kind='type')")
    terminal.wait_for("pending tasks  14 records", _KEYS)
    terminal.send("/type:quartz" + ENTER)
    terminal.wait_for("of 14 records", "filter type:quartz")
    terminal.send("  ")
    terminal.wait_for("2 marked")
    terminal.send(ENTER)
    terminal.wait_for("\n2 >>>", "2 records")
    assert len(lines_with(terminal.text, "QUARTZ  QUARTZ")) == 2
    assert_as_before(terminal)


def test_ctrl_c_ends_the_statement_and_the_prompt_goes_on(terminal):
    terminal.run("get_pending_tasks() | out_grid_view()")
    terminal.wait_for(_KEYS)
    terminal.send(CTRL_C)
    terminal.wait_for("Interrupted.", "\n2 >>>")
    terminal.wait_for_prompt(2)
    terminal.run("6 * 7")
    terminal.wait_for("\n42\n")


def test_one_line_shows_a_grid_and_nothing_comes_back(tmp_path):
    with Terminal(*_DEMO, "-c", "get_pending_tasks() | ogv(title='What waits')", folder=tmp_path) as one:
        one.wait_for("What waits  14 records", _KEYS)
        assert "Give back" not in one.text
        one.send(ENTER)
        one.wait_for("1 of 14 records", "uniqueName")
        one.send(_ESCAPE)
        one.wait_for("What waits  14 records", _KEYS)
        one.send("q")
        assert one.wait_for_end() == 0
        assert_as_before(one)


def test_a_script_gets_what_was_picked_while_the_source_goes_on(tmp_path):
    (tmp_path / "pick.py").write_text(_SCRIPT)
    with Terminal("run", "pick.py", folder=tmp_path) as one:
        one.wait_for("records so far, there may be more", _KEYS)
        one.send("\x1b[B\x1b[B" + ENTER)
        one.wait_for("said by the source", "taken [{'number': 2}]")
        assert one.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["interrupted", "told to end"])
def test_a_signal_gives_the_terminal_back(tmp_path, number):
    (tmp_path / "pick.py").write_text(_SCRIPT)
    with Terminal("run", "pick.py", folder=tmp_path) as one:
        seen = one.wait_for(" runs")
        one.wait_for(_KEYS)
        os.kill(int(lines_with(seen, "process ")[0].split()[1]), number)
        assert one.wait_for_end() == {signal.SIGINT: 130, signal.SIGTERM: 143}[number]
        assert_as_before(one)


def test_without_a_terminal_for_its_output_it_says_what_to_do(tmp_path):
    code = "import sys; sys.__stdout__ = open('taken.txt', 'w'); get_pending_tasks() | out_grid_view()"
    with Terminal(*_DEMO, "-c", code, folder=tmp_path) as one:
        one.wait_for("The grid needs a terminal", "standard output is none", "format_table() shows")
        assert one.wait_for_end() == 2
