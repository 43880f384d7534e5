"""Windows of several sizes, and such as are resized."""

from __future__ import annotations

import re
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect needs a POSIX pseudo-terminal", allow_module_level=True)

from .driver import CTRL_C, Terminal, lines_with

_DEMO = ("-p", "demo")


@pytest.fixture
def open_terminal(tmp_path):
    opened = []

    def open_(columns, lines):
        one = Terminal(*_DEMO, folder=tmp_path, size=(columns, lines))
        opened.append(one)
        one.wait_for("1 >>>", " SANDBOX  demo ")
        return one

    yield open_
    for one in opened:
        one.__exit__(None, None, None)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_table_and_the_toolbar_fit(open_terminal, size):
    terminal = open_terminal(*size)
    terminal.run("get_pending_tasks(limit=2)")
    text = terminal.wait_for("2 records", "\n2 >>>")
    ids = [line for line in text.split("\n") if re.match(r"[0-9a-f]{32}(\s|$)", line)]
    assert len(ids) == 2
    terminal.wait_for(" SANDBOX  demo ")


def test_a_long_table_is_asked_about_while_its_heading_is_seen(open_terminal):
    terminal = open_terminal(40, 10)
    terminal.run("get_task_status_list()")
    terminal.wait_for("-- 4 shown, more: Enter/q --")
    assert "id" in [line.rstrip() for line in terminal.screen.display]
    terminal.send("q")
    terminal.wait_for("4 shown, not all")


def test_the_toolbar_follows_a_window_that_is_resized_while_typing(open_terminal):
    terminal = open_terminal(120, 30)
    terminal.wait_for("Ctrl-D leave")
    terminal.send("get_pending_tasks(limit=2)")
    terminal.wait_for(">>> get_pending_tasks(limit=2)")
    terminal.resize(60, 20)
    terminal.wait_until(lambda: terminal.screen.display[-1].endswith("F1 help "), "a toolbar of 60 cells")
    terminal.send(" | select_object('type')\r")
    terminal.wait_for("2 records")


def test_the_next_page_has_the_width_of_the_window_by_then(open_terminal):
    terminal = open_terminal(120, 20)
    terminal.run("get_task_status_list()")
    terminal.wait_for("more: Enter/q")
    assert lines_with(terminal.text, "message")
    terminal.resize(60, 20)
    terminal.send(" ")
    terminal.wait_for("-- 26 shown, more: Enter/q --")
    tail = terminal.text.split("\n")[-14:]
    assert any(line.startswith("id  ") for line in tail)
    assert not lines_with("\n".join(tail), "message")


def test_a_live_table_follows_the_window(open_terminal):
    terminal = open_terminal(120, 30)
    terminal.run("watch_task(every=1)")
    terminal.wait_for("Ctrl-C ends", "description")
    terminal.resize(50, 20)
    terminal.wait_for("─" * 32 + "  " + "─" * 11 + "\n")
    terminal.send(CTRL_C)
    terminal.wait_for("goes on in the tenant")


def test_a_huge_record_is_summed_up_and_format_list_shows_it_whole(open_terminal):
    terminal = open_terminal(80, 24)
    terminal.run("{f'field{n}': n for n in range(200)}")
    terminal.wait_for("18 of 200 fields: format_list() shows all")
    terminal.run("_ | format_list()")
    terminal.wait_for("more: Enter/q")
    terminal.send(" " * 12)
    terminal.wait_for("\nfield199 : 199\n")
