"""The host of a terminal, and how errors look."""

from __future__ import annotations

import io
import sys
import threading

import pytest

from isnshell.clock import cancelled_by
from isnshell.errors import ApiError, IsnError, RequestSummary
from isnshell.formatting import TerminalHost, show_error


class Terminal(io.StringIO):
    """A file that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self):
        return True


@pytest.fixture
def at_terminal(monkeypatch):
    """Makes a host at a terminal; called in the test, since pytest exchanges the standard streams before it."""

    def make(typed=""):
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.setenv("COLUMNS", "100")
        monkeypatch.setattr(sys, "stdin", Terminal(typed))
        monkeypatch.setattr(sys, "stdout", Terminal())
        monkeypatch.setattr(sys, "stderr", Terminal())
        return TerminalHost()

    monkeypatch.delenv("NO_COLOR", raising=False)
    return make


def test_without_a_terminal_lines_are_plain_and_nobody_is_asked(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    host = TerminalHost()
    host.note("a [note]")
    host.warn("take care\x1b[2J")
    host.show("GET /reports")
    with host.progress("Report", unit="%") as advance:
        advance(50)
    assert host.ask("Really?") is None
    out, err = capsys.readouterr()
    assert out == "GET /reports\n"
    assert err == "a [note]\nWARNING: take care\ufffd[2J\n"


def test_on_a_terminal_notes_are_dim_and_go_to_standard_error(at_terminal):
    at_terminal().note("a [note]")
    assert sys.stderr.getvalue() == "\x1b[2ma [note]\x1b[0m\n"
    assert sys.stdout.getvalue() == ""


def test_no_color_is_obeyed(at_terminal, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    at_terminal().warn("take care")
    assert "\x1b[33m" not in sys.stderr.getvalue()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("y\n", True), ("YES\n", True), ("\n", False), ("n\n", False), ("what\ny\n", True), ("", None)],
    ids=["y", "yes", "enter", "no", "nonsense first", "end of input"],
)
def test_a_question_means_no_unless_it_is_answered_yes(at_terminal, typed, answer):
    assert at_terminal(typed).ask("Clear 3 tasks?") is answer
    assert sys.stderr.getvalue().startswith("Clear 3 tasks? [y/N] ")
    assert sys.stdout.getvalue() == ""


def test_a_bar_shows_percent_and_leaves_nothing_behind(at_terminal):
    terminal = at_terminal()
    with terminal.progress("Report ACCOUNTS", unit="%") as advance:
        advance(40, text="running")
        terminal.note("still there")
        advance(80)
    drawn = sys.stderr.getvalue()
    assert "Report ACCOUNTS" in drawn
    assert "running" in drawn
    assert drawn.rpartition("\x1b[2K")[2] == "\x1b[?25h\r"
    assert sys.stdout.getvalue() == ""


def test_bars_of_several_threads_share_one_display(at_terminal):
    terminal = at_terminal()

    def work(number):
        with terminal.progress(f"file {number}", 10, "B") as advance:
            advance(10)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    with terminal.progress("all"):
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert "file 3" in sys.stderr.getvalue()


def test_a_question_during_a_bar_is_asked_outside_of_it(at_terminal):
    terminal = at_terminal("y\n")
    with terminal.progress("Report", unit="%"):
        assert terminal.ask("Go on?") is True
    assert "Go on? [y/N] " in sys.stderr.getvalue()


def test_an_error_is_a_block_of_what_why_and_what_next(capsys):
    show_error(
        ApiError(
            "Can't list tasks: tenant acme answered 403",
            status_code=403,
            why="scope idn:task-management:read is missing",
            hint="Add it to the API client.",
            detail_code="403.1 Forbidden",
            tracking_id="ab12",
            request=RequestSummary("GET", "https://acme/v2025/task-status"),
            attempts=("503 after 1 s", "403"),
        )
    )
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "Can't list tasks: tenant acme answered 403\n"
        "  scope idn:task-management:read is missing\n"
        "  Add it to the API client.\n"
        "  status 403, code 403.1 Forbidden, tracking id ab12\n"
        "  GET https://acme/v2025/task-status\n"
        "  2 attempts: 503 after 1 s; 403\n"
    )


def test_an_error_without_reasons_is_one_line(capsys):
    show_error(IsnError("It failed [bold]"))
    assert capsys.readouterr().err == "It failed [bold]\n"


def test_the_bell_rings_at_a_terminal_only(monkeypatch, capsys):
    TerminalHost().ring()
    assert capsys.readouterr().err == ""

    monkeypatch.setattr("isnshell.formatting.terminal.is_terminal", lambda file: True)
    TerminalHost().ring()
    assert capsys.readouterr().err == "\a"


def test_what_was_given_up_draws_and_says_nothing_more(at_terminal):
    host = at_terminal()
    with host.progress("Clearing") as advance:
        host.end_progress()
        drawn = sys.stderr.getvalue()
        advance(1, 2, "late")
    assert sys.stderr.getvalue() == drawn
    token = cancelled_by.set(lambda: True)
    try:
        host.note("late")
        with host.progress("Late") as advance:
            advance(1)
    finally:
        cancelled_by.reset(token)
    assert sys.stderr.getvalue() == drawn


def test_a_new_bar_is_drawn_after_others_were_given_up(at_terminal):
    host = at_terminal()
    with host.progress("Old"):
        host.end_progress()
        with host.progress("New") as advance:
            advance(1, 2, "now")
            assert "New" in sys.stderr.getvalue()
    assert host.paused().__enter__() is None
