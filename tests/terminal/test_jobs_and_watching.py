"""Stories of work in the background, of watching, and of the person's own start file."""

from __future__ import annotations

import sys
import time

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect needs a POSIX pseudo-terminal", allow_module_level=True)

from .driver import CTRL_C, CTRL_D, ESCAPE, Terminal

_DEMO = ("-p", "demo")


@pytest.fixture
def terminal(tmp_path):
    with Terminal(*_DEMO, folder=tmp_path) as one:
        one.wait_for_prompt(1)
        yield one


def test_a_job_has_a_mark_and_its_results_come_later(terminal):
    terminal.run("import time; job = start_job(lambda: time.sleep(2) or 'all done')")
    terminal.wait_for("1 job running", "\n2 >>>")
    terminal.run("receive_job(wait=True)")
    terminal.wait_for("all done", "\n3 >>>")
    terminal.wait_for_prompt(3)
    assert "job running" not in terminal.screen.display[-1]


def test_ctrl_d_asks_only_while_something_runs(terminal):
    terminal.run("import time; job = start_job(lambda: time.sleep(60))")
    terminal.wait_for("1 job running")
    terminal.send(CTRL_D)
    terminal.wait_for("1 job is running and would end. Leave?")
    terminal.send("n")
    time.sleep(0.3)
    terminal.run("stop_job(job) | select_object('state')")
    terminal.wait_for("Stopping")
    terminal.wait_for_prompt(3)
    terminal.send(CTRL_D)
    assert terminal.wait_for_end() == 0


def test_ctrl_d_answered_with_yes_leaves(terminal):
    terminal.run("import time; job = start_job(lambda: time.sleep(60))")
    terminal.wait_for("1 job running")
    terminal.send(CTRL_D)
    terminal.wait_for("1 job is running and would end. Leave?")
    terminal.send("y")
    assert terminal.wait_for_end() == 0


def test_watching_is_a_live_table_that_ctrl_c_ends(terminal):
    terminal.run("watch_task(every=1)")
    terminal.wait_for("completion", "running, ", "Ctrl-C ends")
    terminal.send(CTRL_C)
    terminal.wait_for("goes on in the tenant", "\n2 >>>")
    terminal.run("len(_)")
    terminal.wait_for("\n3 >>>")


def test_the_history_runs_again_and_errors_are_shown_whole(terminal):
    terminal.run("6 * 7")
    terminal.wait_for_prompt(2)
    terminal.run("get_task_status('nope')")
    terminal.wait_for_prompt(3)
    terminal.run("get_error()")
    terminal.wait_for("traceback", "status_code", "more: Enter")
    terminal.send("q")
    terminal.wait_for_prompt(4)
    terminal.run("invoke_history(1)")
    terminal.wait_for("6 * 7\n42\n", "\n5 >>>")
    terminal.run("get_history() | select_object('id', 'command_line', 'execution_status')")
    terminal.wait_for("get_task_status('nope')", "Failed", "invoke_history(1)")


def test_the_start_file_runs_and_its_mistakes_stop_nothing(tmp_path):
    folder = tmp_path / "home" / ".config" / "isnshell"
    folder.mkdir(parents=True)
    (folder / "startup.py").write_text(
        "answer = 42\ndef configure(shell):\n    shell.vi_mode = True\n    raise ValueError('not like this')\n"
    )
    with Terminal(*_DEMO, folder=tmp_path) as one:
        one.wait_for("startup.py ended early", "ValueError: not like this", "startup.py, line 4")
        one.wait_for_prompt(1)
        assert "fault of isnshell" not in one.unwrapped
        one.run("answer")
        one.wait_for("\n42\n")


def test_the_start_file_has_defaults_keys_and_looks(tmp_path):
    folder = tmp_path / "home" / ".config" / "isnshell"
    folder.mkdir(parents=True)
    (folder / "startup.py").write_text(
        "ps_default_parameter_values['Get-PendingTasks:limit'] = 2\n"
        "def configure(shell):\n"
        "    shell.vi_mode = True\n"
        "    shell.use_code_colorscheme('monokai')\n"
        "    shell.use_theme({'prompt.number': 'bg:ansiblue #ffffff'})\n"
        "    @shell.add_key_binding('c-t')\n"
        "    def _(event):\n"
        "        event.current_buffer.insert_text('get_pending_tasks()')\n"
    )
    with Terminal(*_DEMO, folder=tmp_path) as one:
        one.wait_for_prompt(1)
        row = next(row for row, line in enumerate(one.screen.display) if line.startswith("1 >>>"))
        assert one.screen.buffer[row][0].bg == "blue"
        one.send("\x14")
        one.wait_for("1 >>> get_pending_tasks()")
        one.send(ESCAPE)
        time.sleep(0.6)  # Vi waits whether a key follows
        one.send("Iwaiting = \r")
        one.wait_for_prompt(2)
        one.run("len(waiting)")
        one.wait_for("\n2\n")


def test_the_tour_goes_on_with_what_is_typed(terminal):
    terminal.run("get_started()")
    terminal.wait_for("Step 1 of 5")
    terminal.wait_for_prompt(2)
    terminal.run("get_pending_tasks(limit=5)")
    terminal.wait_for("Step 2 of 5")


def test_the_toolbar_names_whoever_is_signed_in(terminal):
    terminal.run("get_pending_tasks(limit=1)")
    terminal.wait_for("sandbox.admin", "token ")
