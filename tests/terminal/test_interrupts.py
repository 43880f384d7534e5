"""Ctrl-C wherever a line may be: the prompt is back at once, and the session goes on."""

from __future__ import annotations

import sys
import time

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect needs a POSIX pseudo-terminal", allow_module_level=True)

from .driver import CTRL_C, Terminal

_FOREVER = 300  # seconds, far more than any deadline here
_AT_ONCE = 10  # the prompt comes within 0.2 s; a machine that is busy is given more


@pytest.fixture
def terminal(profiles):
    with Terminal("-p", "dev", folder=profiles) as one:
        one.wait_for_prompt(1)
        yield one


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("get_pending_tasks(limit=2)", {"latency": _FOREVER, "path": "/oauth/token"}),
        ("get_pending_tasks(limit=2)", {"latency": _FOREVER}),
        ("get_pending_tasks(limit=2)", {"stall": _FOREVER, "cut_after": 50}),
        ("get_pending_tasks(limit=2)", {"status": 429, "retry_after": _FOREVER}),
        ("start_report(report_type='ORPHAN_IDENTITIES')", {"latency": _FOREVER}),
        ("[1, 2, 3] | for_each_object(lambda i: get_task_status(str(i)), parallel=2)", {"latency": _FOREVER}),
        (
            "get_pending_tasks() | for_each_object(clear_pending_task, parallel=2)",
            {"latency": _FOREVER, "skip": 1},
        ),
    ],
    ids=["sign-in", "answer", "body", "Retry-After", "change", "parallel", "parallel changes"],
)
def test_a_request_is_left_at_once_and_the_next_line_works(terminal, server, line, fault):
    hung = server.faults.add(times=None, **fault)
    terminal.run(line)
    terminal.wait_until(lambda: hung.hits, "the request")
    terminal.send(CTRL_C)
    terminal.wait_for("Interrupted.")
    terminal.wait_for_prompt(2, deadline=_AT_ONCE)
    server.faults.clear()
    terminal.run("get_pending_tasks(limit=2) | select_object('type')")
    terminal.wait_for("2 records")


def test_parallel_calls_that_are_left_send_nothing_further(terminal, server):
    slow = server.faults.add(latency=3, path="task-status", times=None)
    terminal.run("[1, 2, 3] | for_each_object(lambda i: [get_task_status(f'{i}{n}') for n in 'abcdef'], parallel=3)")
    terminal.wait_until(lambda: slow.hits >= 3, "three requests")
    terminal.send(CTRL_C)
    terminal.wait_for_prompt(2, deadline=_AT_ONCE)
    asked = slow.hits
    time.sleep(4)  # longer than the three requests take
    assert slow.hits == asked


def test_an_export_that_is_left_leaves_no_file(terminal, server, profiles):
    hung = server.faults.add(stall=_FOREVER, cut_after=500, path="task-status", times=None)
    terminal.run("get_task_status_list() | export_csv('tasks.csv')")
    terminal.wait_until(lambda: hung.hits, "the request")
    terminal.send(CTRL_C)
    terminal.wait_for_prompt(2, deadline=_AT_ONCE)
    assert [path.name for path in profiles.iterdir() if path.is_file()] == []


def test_a_question_that_is_left_sends_nothing(terminal, server):
    terminal.run("get_pending_tasks() | clear_pending_task(confirm=True)")
    terminal.wait_for("Continue? [y/N]")
    terminal.send(CTRL_C)
    terminal.wait_for("Interrupted.")
    terminal.wait_for_prompt(2, deadline=_AT_ONCE)
    assert {one.method for one in server.requests if "oauth" not in one.path} == {"GET"}


def test_a_change_of_many_that_is_left_says_how_far_it_came(terminal, server):
    hung = server.faults.add(latency=_FOREVER, method="PATCH", skip=3, times=None)
    terminal.run("get_pending_tasks() | clear_pending_task()")
    terminal.wait_until(lambda: hung.hits, "the fourth change")
    terminal.send(CTRL_C)
    terminal.wait_for("WARNING: Broken off after ", "3 changed", "Interrupted.")
    terminal.wait_for_prompt(2, deadline=_AT_ONCE)


def test_a_page_that_stalls_is_left_and_what_was_read_stays(terminal, server):
    terminal.run("accounts = get_accounts()")
    terminal.wait_for_prompt(2)
    hung = server.faults.add(latency=_FOREVER, times=None, skip=1)
    terminal.run("accounts | measure_object()")
    terminal.wait_until(lambda: hung.hits, "the second page")
    terminal.send(CTRL_C)
    terminal.wait_for_prompt(3, deadline=_AT_ONCE)
    server.faults.clear()
    terminal.run("len(accounts)")
    terminal.wait_for("\n1562\n")


def test_a_loop_of_python_is_left(terminal):
    terminal.run("print(6 * 7); x = [0 for n in iter(int, 1)]")
    terminal.wait_for("\n42")
    terminal.send(CTRL_C)
    terminal.wait_for_prompt(2, deadline=_AT_ONCE)


def test_leaving_the_shell_does_not_wait_for_what_was_left(terminal, server):
    hung = server.faults.add(latency=_FOREVER, times=None)
    terminal.run("[1, 2] | for_each_object(lambda i: get_task_status(str(i)), parallel=2)")
    terminal.wait_until(lambda: hung.hits == 2, "two requests")
    terminal.send(CTRL_C)
    terminal.wait_for_prompt(2, deadline=_AT_ONCE)
    terminal.run("exit")
    assert terminal.wait_for_end() == 0
