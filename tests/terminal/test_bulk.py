"""A bulk change at the prompt: broken off, gone on with, and looked at."""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect needs a POSIX pseudo-terminal", allow_module_level=True)

from .driver import CTRL_C, Terminal

_FOREVER = 300  # seconds, far more than any deadline here
_CHANGE = (
    "tasks | for_each_object(update_task_status, json_patch_operation=[{'op': 'replace', 'path': '/completionStatus',"
    " 'value': 'TERMINATED'}], resume='job.jsonl'{})"
)


@pytest.fixture
def terminal(profiles):
    with Terminal("-p", "dev", folder=profiles) as one:
        one.wait_for_prompt(1)
        one.run("tasks = list(get_pending_tasks(limit=6))")
        one.wait_for_prompt(2)
        yield one


@pytest.mark.parametrize("more", ["", ", parallel=2"], ids=["one by one", "parallel"])
def test_what_was_broken_off_goes_on_by_its_file(terminal, server, more):
    hung = server.faults.add(latency=_FOREVER, method="PATCH", skip=3, times=None)
    terminal.run(_CHANGE.replace("{}", more))
    in_flight = 2 if more else 1
    terminal.wait_until(lambda: hung.hits == in_flight, "the changes")
    terminal.send(CTRL_C)
    terminal.wait_for_prompt(3)
    told = f"3 done, {in_flight} unknown, {3 - in_flight} not begun. The same line again does what is left"
    assert told in " ".join(terminal.unwrapped.split())

    server.faults.clear()
    terminal.run(_CHANGE.replace("{}", ""))
    terminal.wait_for_prompt(4)
    text = " ".join(terminal.unwrapped.split())
    assert (
        f"update_task_status: {3 - in_flight} done, 3 skipped, {in_flight} unknown. The reasons are in the results"
        in text
    )
    assert "outcome id name status reason" in text


def test_a_plan_fits_the_terminal(terminal, server):
    terminal.run(_CHANGE.replace("{}", ", what_if=True"))
    text = terminal.wait_for("6 changes", "\n3 >>>")
    rows = [line for line in text.splitlines() if "PATCH /v2025/task-status/{id}" in line]
    assert len(rows) == 6
    assert not any(one.method == "PATCH" for one in server.requests)
