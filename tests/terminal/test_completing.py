"""Completion with real keys: what PowerShell's hands type, Tab turns into Python."""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect needs a POSIX pseudo-terminal", allow_module_level=True)

from .driver import ENTER, TAB, Terminal


@pytest.fixture
def terminal(tmp_path):
    with Terminal("-p", "demo", folder=tmp_path) as one:
        one.wait_for_prompt(1)
        yield one


def test_a_name_in_powershell_s_spelling_is_replaced_whole(terminal):
    terminal.send("x = Get-Pend")
    terminal.wait_for("List the tasks that are not finished.")
    terminal.send(TAB)
    terminal.wait_for(">>> x = get_pending_tasks\n")


def test_a_parameter_in_powershell_s_way_makes_a_call(terminal):
    terminal.send("Get-Accounts -Lim")
    terminal.wait_for("how many in all")
    terminal.send(TAB + "2)" + ENTER)
    terminal.wait_for("2 records")


def test_tab_goes_on_from_a_parameter_to_its_values(terminal):
    terminal.send("get_accounts(detail_l")
    terminal.wait_for("one of SLIM, FULL")
    terminal.send(TAB)
    terminal.wait_for("(detail_level=\n")
    terminal.send(TAB)
    terminal.wait_for('"FULL"')
    terminal.send(TAB)
    terminal.wait_for('(detail_level="SLIM"\n')


def test_what_was_shown_is_offered_by_its_name(terminal):
    terminal.run("get_sources(limit=1)")
    terminal.wait_for_prompt(2)
    terminal.send("get_source(")
    terminal.send("'")
    terminal.wait_for("  (2c91")
    terminal.send(TAB + ") | select_object('id')" + ENTER)
    terminal.wait_for("1 record")


def test_a_whole_line_of_powershell_becomes_python(terminal):
    terminal.send("$found = Get-PendingTasks | Where-Object { $_.type -eq 'QUARTZ' } | Select-Object type -First 2 ")
    terminal.wait_for("the line in Python")
    terminal.send(TAB + ENTER)
    terminal.send(ENTER)
    terminal.wait_for_prompt(2)
    terminal.run("found")
    terminal.wait_for("2 records")
