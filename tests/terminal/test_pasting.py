"""Whole scripts, pasted."""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect needs a POSIX pseudo-terminal", allow_module_level=True)

from .driver import ENTER, Terminal, lines_with

_SCRIPT = '''# what waits, and where
import json

def busy(tasks, kind="QUARTZ"):
    """Those of a kind.

    One blank line, and one in the code.
    """
    found = []

    for task in tasks:
        if task.type == kind:

            found.append(task)
    return found


tasks = (get_pending_tasks()
    | where_object(type="QUARTZ")

    # in brackets
    | select_object("id", "type")
)
get_pending_tasks() |
    where_object(type="QUARTZ") |
    # between two lines of a pipe
    select_object("type", first=2)

class Kept:
    kind = "QUARTZ"
    waiting = get_pending_tasks(limit=1)

    def __len__(self):
        return len(self.waiting)

len(busy(tasks)) == len(tasks), len(Kept())
"the end"'''


@pytest.fixture
def terminal(tmp_path):
    with Terminal("-p", "demo", folder=tmp_path) as one:
        one.wait_for_prompt(1)
        yield one


@pytest.mark.parametrize("end", ["", "\n", "\n\n"], ids=["no line break", "a line break", "two"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_script_runs_as_it_is(terminal, end, newline):
    terminal.paste((_SCRIPT + end).replace("\n", newline))
    terminal.wait_for('"the end"')
    terminal.send(ENTER)
    text = terminal.wait_for("2 records", "(True, 1)", "\nthe end\n", "\n2 >>>")
    assert "Error" not in text


def test_a_script_of_three_hundred_lines_runs(terminal):
    lines = [line for n in range(100) for line in (f"def add_{n}(x):", "", f"    return x + {n}")]
    terminal.paste("\n".join([*lines, "add_99(1)"]))
    terminal.wait_for("... add_99(1)")
    terminal.send(ENTER)
    terminal.wait_for("\n100\n", "\n2 >>>")


def test_a_mistake_in_it_is_shown_at_its_line_and_nothing_ran(terminal):
    terminal.paste("x = 1\ny = = 2\nx")
    terminal.wait_for("... x")
    terminal.send(ENTER)
    terminal.wait_for("invalid syntax, line 2")
    assert not lines_with(terminal.text, "2 >>>")


def test_powershell_is_told_in_python(terminal):
    terminal.paste("Get-PendingTasks -Limit 5 | Where-Object { $_.type -eq 'QUARTZ' }")
    terminal.wait_for("'QUARTZ' }")
    terminal.send(ENTER)
    terminal.wait_for("PowerShell's Get-PendingTasks -Limit 5 is get_pending_tasks(limit=5) here")
