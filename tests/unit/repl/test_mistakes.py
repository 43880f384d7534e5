"""Whose mistake an error is, and how it is told."""

import pytest

from isnshell.commands.namespace import Namespace
from isnshell.errors import UsageError
from isnshell.records import Record
from isnshell.repl.mistakes import describe, is_persons, show_failure
from isnshell.repl.results import Results


@pytest.fixture
def fails():
    def run(source, **variables):
        with pytest.raises(BaseException) as caught:
            Results(Namespace(variables), lambda value: list(value)).run(source, 1)
        return caught.value

    return run


def test_a_short_line_needs_no_place(fails):
    assert describe(fails("[1, 2][5]")) == ["IndexError: list index out of range"]


def test_a_longer_text_says_the_lines_that_led_to_it(fails):
    error = fails("def half(x):\n    return x / 0\n\nhalf(3)")
    assert describe(error) == ["ZeroDivisionError: division by zero", "  line 4: half(3)", "  line 2: return x / 0"]


def test_a_fault_in_a_function_given_to_a_command_is_the_person_s(fails):
    error = fails("[1]\n[1] | for_each_object(lambda x: x / 0)")
    assert is_persons(error)
    assert "line 2" in describe(error)[1]


def test_a_missing_field_is_the_person_s(fails):
    assert is_persons(fails("record.nmae", record=Record(name="x")))


def test_a_fault_inside_of_us_is_a_bug(fails):
    class Broken:
        def __init__(self, command):
            self.command = command

    error = fails("where_object.run((), None)")
    assert not is_persons(error)


def test_a_bug_keeps_its_traceback(fails, capsys):
    show_failure(fails("where_object.run((), None)"))
    told = capsys.readouterr().err
    assert "Traceback" in told
    assert "fault of isnshell" in told


def test_an_unknown_name_gets_the_nearest_commands(fails, capsys):
    show_failure(fails("get_pending_tsks()"))
    assert capsys.readouterr().err.split("\n")[:2] == [
        "There is no command 'get_pending_tsks'",
        "  Did you mean get_pending_tasks, get_pending_task_headers, clear_pending_task?",
    ]


def test_an_error_of_ours_is_its_block(capsys):
    show_failure(UsageError("No", why="because", hint="Try yes."))
    assert capsys.readouterr().err == "No\n  because\n  Try yes.\n"


def test_a_syntax_error_shows_the_place(capsys):
    with pytest.raises(SyntaxError) as caught:
        compile("1 +* 2", "<input>", "exec")
    show_failure(caught.value)
    told = capsys.readouterr().err
    assert "1 +* 2" in told
    assert "^" in told
    assert "Traceback" not in told


def test_a_cause_is_told(fails):
    error = fails("try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('no') from e")
    assert describe(error)[-1] == "  caused by ZeroDivisionError: division by zero"


def test_a_variable_that_was_misspelt_is_named(fails, capsys):
    show_failure(fails("tasks = 1\ntaks"), ["tasks", "_1"])
    assert capsys.readouterr().err == "There is no variable or command 'taks'\n  Did you mean tasks?\n"


def test_a_name_that_is_near_to_nothing_may_be_a_variable_s(fails, capsys):
    show_failure(fails("qqzzxx"))
    assert capsys.readouterr().err.startswith("There is no variable or command 'qqzzxx'\n  get_command()")


def test_powershell_that_python_reads_as_a_subtraction_is_told_as_what_it_is(fails, capsys):
    show_failure(fails("Get-PendingTasks"))
    assert capsys.readouterr().err.startswith("PowerShell's Get-PendingTasks is get_pending_tasks() here\n")


def test_a_mistake_in_a_file_of_the_person_s_is_theirs(tmp_path, capsys):
    (tmp_path / "mine.py").write_text("def f(task):\n    return task / 0\n")
    code = compile((tmp_path / "mine.py").read_text(), str(tmp_path / "mine.py"), "exec")
    given = {}
    exec(code, given)
    with pytest.raises(ZeroDivisionError) as caught:
        Results(Namespace(f=given["f"]), lambda value: list(value)).run("[1] | for_each_object(f)", 1)
    show_failure(caught.value)
    told = capsys.readouterr().err
    assert "mine.py, line 2: return task / 0" in told
    assert "fault of isnshell" not in told


def test_a_syntax_error_that_we_find_in_their_text_is_theirs(fails, capsys):
    show_failure(fails("1 +* 2"))
    assert capsys.readouterr().err == "SyntaxError: invalid syntax\n    1 +* 2\n       ^\n"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("'report.csv' | None", "did its work at once"),
        ("1 | (lambda x: x)", "for_each_object(FUNCTION)"),
        ("[1] | 2", "such as where_object(...)"),
    ],
)
def test_what_can_not_stand_right_of_a_pipe_says_what_can(fails, line, hint):
    assert hint in describe(fails(line))[1]
