"""Short stories at the real prompt."""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect needs a POSIX pseudo-terminal", allow_module_level=True)

from .driver import CTRL_C, CTRL_D, CTRL_R, ENTER, F1, TAB, Terminal, lines_with

_DEMO = ("-p", "demo")


@pytest.fixture
def terminal(tmp_path):
    with Terminal(*_DEMO, folder=tmp_path) as one:
        one.wait_for_prompt(1)
        yield one


def test_it_says_where_one_is_and_what_to_try(terminal):
    terminal.wait_for(
        "SANDBOX", "demo", "v2025", "get_pending_tasks() | where_object", "?get_report", "not signed in yet"
    )


def test_a_pipe_becomes_a_table(terminal):
    terminal.run('get_pending_tasks() | where_object(type="QUARTZ") | select_object("id", "type", first=3)')
    text = terminal.wait_for_prompt(2)
    assert len(lines_with(text, "  QUARTZ")) == 3
    assert "3 records" in text


def test_results_are_kept_by_number(terminal):
    terminal.run("6 * 7")
    terminal.wait_for_prompt(2)
    terminal.run("_ + _1")
    terminal.wait_for("\n84\n")


def test_tab_completes_a_command_from_its_initials(terminal):
    terminal.send("gpt")
    terminal.wait_for("List the tasks that are not finished.")
    terminal.send(TAB)
    terminal.wait_for(">>> get_pending_tasks")


def test_enter_takes_a_chosen_completion_and_runs_nothing(terminal):
    terminal.send("get_pending_t")
    terminal.wait_for("get_pending_task_headers")
    terminal.send(TAB + ENTER + "(limit=1) | select_object('type')" + ENTER)
    terminal.wait_for("1 record")


def test_parameters_and_values_are_offered(terminal):
    terminal.send("start_report(")
    terminal.wait_for("report_type=", "arguments=")
    terminal.send("report_type='")
    terminal.wait_for("ORPHAN_IDENTITIES")


def test_an_error_is_one_block_without_a_traceback(terminal):
    terminal.run("get_task_status('nope')")
    text = terminal.wait_for_prompt(2)
    assert "404" in text
    assert "tracking id" in text
    assert "Traceback" not in text


def test_an_unknown_command_gets_the_nearest_names(terminal):
    terminal.run("get_pending_task()")
    terminal.wait_for("There is no command 'get_pending_task'", "Did you mean get_pending_tasks")


def test_a_mistake_of_python_is_one_line(terminal):
    terminal.run("[1, 2][5]")
    text = terminal.wait_for_prompt(2)
    assert "IndexError: list index out of range" in text
    assert "ptpython" not in text


def test_a_syntax_error_leaves_the_line_to_be_mended(terminal):
    terminal.run("1 +* 2")
    terminal.wait_for("invalid syntax")
    terminal.wait_for("1 >>> 1 +* 2")


def test_ctrl_c_ends_a_wait_at_once_and_the_session_goes_on(terminal):
    terminal.run("import time; print(6 * 7); time.sleep(60)")
    terminal.wait_for("\n42")  # it runs
    terminal.send(CTRL_C)
    terminal.wait_for_prompt(2, deadline=5)
    terminal.run("wait_task(get_pending_tasks()[0].id)")
    terminal.wait_for("0:00:01")
    terminal.send(CTRL_C)
    terminal.wait_for("goes on in the tenant")
    terminal.wait_for_prompt(3, deadline=5)
    terminal.run("get_pending_tasks(limit=2) | select_object('type')")
    terminal.wait_for("2 records")


def test_a_long_table_comes_page_by_page(terminal):
    terminal.run("get_task_status_list()")
    terminal.wait_for("more: Enter/q")
    terminal.send("q")
    text = terminal.wait_for_prompt(2)
    assert "more: Enter" not in text


def test_a_paged_table_is_ended_by_ctrl_c(terminal):
    terminal.run("get_task_status_list()")
    terminal.wait_for("more: Enter/q")
    terminal.send(CTRL_C)
    terminal.wait_for_prompt(2, deadline=5)


def test_a_line_that_ends_in_a_pipe_goes_on(terminal):
    terminal.run("[3, 1, 2] |")
    terminal.wait_for("\n  ...")
    terminal.run("sort_object() | select_object(first=1)")
    terminal.wait_for("\n1\n")


def test_a_pasted_script_is_taken_whole(terminal):
    script = "total = 0\nfor number in range(4):\n    total += number\n\n[total]\n  | select_object(first=1)\n'end'"
    terminal.send(f"\x1b[200~{script}\x1b[201~")
    terminal.wait_for("'end'")
    terminal.send(ENTER)
    terminal.wait_for("\n6\n", "\nend\n")


def test_help_of_the_command_at_the_cursor_leaves_what_was_typed(terminal):
    terminal.send("get_task_status(")
    terminal.wait_for("get_task_status(id)")
    terminal.send(F1)
    terminal.wait_for("PowerShell: Get-TaskStatus", "more: Enter/q")
    terminal.send("q")
    terminal.wait_for("2 >>> get_task_status(")


@pytest.mark.parametrize("line", ["?get_report", "get_report?", "help(get_report)"])
def test_help_opens(terminal, line):
    terminal.run(line)
    terminal.wait_for("PowerShell: Get-Report", "task_result_id")


def test_history_is_found_again_without_secrets(tmp_path):
    with Terminal(*_DEMO, folder=tmp_path) as first:
        first.wait_for_prompt(1)
        first.run("found = 41 + 1")
        first.wait_for_prompt(2)
        first.run("client_secret = 'hunter2'")
        first.wait_for_prompt(3)
        first.send(CTRL_D)
        assert first.wait_for_end() == 0
    kept = [path.read_text() for path in tmp_path.rglob("demo.txt")]
    assert "hunter2" not in kept[0]
    with Terminal(*_DEMO, folder=tmp_path) as second:
        second.wait_for_prompt(1)
        second.send(CTRL_R + "41")
        second.wait_for("found = 41 + 1")


def test_ctrl_d_and_exit_leave(tmp_path):
    for keys in (CTRL_D, "exit" + ENTER, "exit()" + ENTER):
        with Terminal(*_DEMO, folder=tmp_path) as one:
            one.wait_for_prompt(1)
            one.send(keys)
            assert one.wait_for_end() == 0


def test_an_exit_status_is_passed_on(terminal):
    terminal.run("import sys; sys.exit(3)")
    assert terminal.wait_for_end() == 3


def test_production_is_unmistakable(tmp_path):
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "acme.env").write_text("SAIL_BASE_URL=https://acme.api.identitynow.com\nSAIL_CLIENT_ID=x\n")
    with Terminal("-p", "acme", "--read-only", folder=tmp_path) as one:
        one.wait_for(" PRODUCTION ", "READ-ONLY", "acme.api.identitynow.com", " acme  1 >>>")
        assert one.screen.title == "PRODUCTION acme - isnshell"
        at = next(row for row, line in enumerate(one.screen.display) if "READ-ONLY" in line)
        assert one.screen.buffer[at][2].bg == "red"
        one.run("!ls")
        one.wait_for("the system's shell is off")


@pytest.mark.parametrize(
    "environment",
    [{"NO_COLOR": "1"}, {"TERM": "vt100"}, {"LANG": "C", "LC_ALL": "C"}],
    ids=["NO_COLOR", "vt100", "ASCII"],
)
def test_it_works_in_poor_terminals(tmp_path, environment):
    with Terminal(*_DEMO, folder=tmp_path, environment=environment) as one:
        one.wait_for_prompt(1)
        one.run("get_pending_tasks(limit=2) | select_object('type')")
        one.wait_for("2 records")


def test_a_dumb_terminal_gets_no_control_sequences(tmp_path):
    with Terminal(*_DEMO, folder=tmp_path, environment={"TERM": "dumb"}) as one:
        one.wait_for("1 >>>")
        one.run("[3, 1, 2] |")
        one.wait_for("\n...")
        one.run("sort_object() | select_object(first=1)")
        one.wait_for("\n1\n", "2 >>>")
        one.send("given up" + CTRL_C)
        one.wait_until(lambda: one.text.count("2 >>>") == 2, "a new prompt")
        assert "Traceback" not in one.text
        one.run("1 +* 2")
        one.wait_for("SyntaxError: invalid syntax", "3 >>>")
        one.run("get_task_status_list()")
        one.wait_for("shown, more: Enter/q --")
        one.run("q")
        one.wait_for("shown, not all", "4 >>>")
        assert "fault of isnshell" not in one.text
        assert "\x1b" not in "".join(one._log)
        one.send(CTRL_D)
        assert one.wait_for_end() == 0


def test_a_narrow_window_shows_the_most_important(tmp_path):
    with Terminal(*_DEMO, folder=tmp_path, size=(60, 15)) as one:
        one.wait_for("1 >>>", " SANDBOX  demo ")


def test_a_switch_to_production_shows_and_its_changes_are_asked_about(tmp_path):
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "prod.env").write_text("SAIL_BASE_URL=sandbox:\nISN_ENVIRONMENT=production\n")
    with Terminal(*_DEMO, folder=tmp_path) as one:
        one.wait_for_prompt(1)
        one.run("use_profile('prod')")
        one.wait_for(" prod  2 >>>", " PRODUCTION ")
        one.run("get_pending_tasks() | clear_pending_task()")
        one.wait_for("on sandbox (production). Continue? [y/N]")
        one.send("n" + ENTER)
        one.wait_for("Nothing was sent.", " prod  3 >>>")


def test_ids_that_were_seen_are_offered_by_name(terminal):
    terminal.run("get_task_status_list(limit=2)")
    terminal.wait_for_prompt(2)
    terminal.send("get_task_status(id='")
    terminal.wait_for("Process Uncorrelated Accounts")


def test_a_name_becomes_a_variable_that_a_command_fills(terminal):
    terminal.run('get_pending_tasks() | tee_object(variable="seen") | measure_object() | select_object("count")')
    terminal.wait_for_prompt(2)
    terminal.run('get_task_status("nope", error_action="silently_continue", error_variable="wrong")')
    terminal.wait_for_prompt(3)
    terminal.run('get_task_status("no-no", ea="silently_continue", ev="+wrong"); [type(seen), len(wrong)]')
    text = terminal.wait_for_prompt(4)
    assert "[<class 'list'>, 2]" in text


def test_a_mistake_in_a_function_names_the_record(terminal):
    terminal.run('[{"id": "a1", "n": 2}, {"id": "b2", "n": 0}] | select_object("id", share=lambda one: 10 / one.n)')
    text = terminal.wait_for_prompt(2)
    assert "ZeroDivisionError: division by zero" in text
    assert "At record 2: id b2" in text
    assert "Traceback" not in text
