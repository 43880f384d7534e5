"""Several tenants at one prompt."""

from __future__ import annotations

import sys
import time

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect needs a POSIX pseudo-terminal", allow_module_level=True)

from isnshell.sandbox.server import SandboxServer

from .driver import CTRL_C, CTRL_R, ENTER, TAB, UP, Terminal


@pytest.fixture
def terminal(profiles):
    with Terminal("-p", "dev", folder=profiles) as one:
        one.wait_for_prompt(1)
        yield one


def test_a_profile_is_completed_and_everything_follows(terminal):
    assert terminal.screen.title == "dev - isnshell"
    terminal.send("use_profile('pr")
    terminal.wait_for("prod")
    terminal.send(TAB)
    terminal.wait_for("use_profile('prod'")
    terminal.run(")")
    terminal.wait_for(" PRODUCTION  prod ", " prod  2 >>>")
    assert terminal.screen.title == "PRODUCTION prod - isnshell"
    bar = terminal.screen.buffer[terminal.screen.lines - 1]
    assert (bar[2].bg, bar[2].fg) == ("red", "ffffff")


def test_what_was_made_before_stays_with_its_tenant(terminal, server, profiles):
    with SandboxServer(rate_limit=None) as other:
        (profiles / "profiles" / "other.env").write_text(
            f"SAIL_BASE_URL={other.url}\nSAIL_CLIENT_ID={other.client_id}\nSAIL_CLIENT_SECRET={other.client_secret}\n"
        )
        terminal.run("tasks = get_pending_tasks(limit=2)")
        terminal.wait_for_prompt(2)
        terminal.run("use_profile('other')")
        terminal.wait_for_prompt(3)
        terminal.run("tasks | select_object('type')")
        terminal.wait_for("2 records", "\n4 >>>")
        assert [one.path for one in other.requests] == []
        assert any("pending" in one.target or "task-status" in one.path for one in server.requests)


def test_one_command_runs_on_several_tenants_each_record_says_which(terminal):
    terminal.run("on('dev', 'prod', get_pending_tasks, limit=2) | select_object('tenant', 'type')")
    text = terminal.wait_for("4 records")
    assert [line.split()[0] for line in text.split("\n") if line.split()[:1] in (["dev"], ["prod"])] == [
        *["dev"] * 2,
        *["prod"] * 2,
    ]
    terminal.wait_for(" DEVELOPMENT  dev ")  # the current session is what it was


def test_the_history_follows_and_brings_the_session_s_own_lines_along(terminal, profiles):
    with Terminal("-p", "prod", folder=profiles) as earlier:
        earlier.wait_for(" prod  1 >>>", "requests left")
        earlier.run("long_ago = 1")
        earlier.wait_for(" prod  2 >>>")
    terminal.run("on_dev = 2")
    terminal.wait_for_prompt(2)
    terminal.run("use_profile('prod')")
    terminal.wait_for(" prod  3 >>>", " PRODUCTION ")
    terminal.send(CTRL_R + "long")
    terminal.wait_for("3 >>> long_ago = 1")
    terminal.send(ENTER + ENTER)
    terminal.wait_for(" prod  4 >>>")
    time.sleep(0.5)  # the history is loaded beside the prompt
    terminal.send(UP + UP + UP)
    terminal.wait_for("4 >>> on_dev = 2")


def test_an_earlier_line_is_suggested(terminal):
    terminal.run("remarkable = 6 * 7")
    terminal.wait_for_prompt(2)
    terminal.send("rema")
    terminal.wait_for("2 >>> remarkable = 6 * 7")
    terminal.send("\x1b[C" + ENTER)  # the arrow takes it
    terminal.wait_for_prompt(3)
    terminal.run("get_history() | select_object('command_line')")
    assert terminal.wait_for("records").count("remarkable = 6 * 7") == 4


def test_a_line_given_up_goes_back_to_the_newest(terminal):
    terminal.run("x = 1")
    terminal.wait_for_prompt(2)
    terminal.run("x = 2")
    terminal.wait_for_prompt(3)
    time.sleep(0.5)  # the history is loaded beside the prompt
    terminal.send(UP + UP)
    terminal.wait_for("3 >>> x = 1")
    terminal.send(CTRL_C)
    terminal.wait_until(lambda: terminal.text.count("3 >>>") == 2, "a new prompt")
    time.sleep(0.5)
    terminal.send(UP)
    terminal.wait_for("3 >>> x = 2")
