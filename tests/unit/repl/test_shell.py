"""The shell without a terminal: keys through a pipe, and the steps of ptpython that it takes the place of."""

from __future__ import annotations

import inspect
import re
from contextlib import contextmanager
from importlib.metadata import requires, version

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.layout.containers import Window
from prompt_toolkit.layout.layout import walk
from prompt_toolkit.output import DummyOutput
from ptpython import python_input
from ptpython.repl import PythonRepl

from isnshell.commands.namespace import Namespace
from isnshell.commands.typed import TYPED
from isnshell.repl import shell as module
from isnshell.repl.shell import Shell, make_shell
from isnshell.tenant.profiles import Profile
from isnshell.tenant.session import Session, set_session

ENTER = "\r"


@pytest.fixture(autouse=True)
def _nothing_typed():
    TYPED.lines.clear()
    TYPED.mishaps.clear()


@contextmanager
def typing(keys, **variables):
    """A shell whose person presses these keys and then Ctrl-D."""
    with create_pipe_input() as pipe:
        shell = make_shell(Namespace(variables), "demo", input=pipe, output=DummyOutput())
        pipe.send_text(keys + "\x04")
        yield shell


def _use(name):
    set_session(Session(Profile(name, f"https://{name}.api.identitynow.com", "id", "secret")))


def run(keys, **variables):
    with typing(keys, **variables) as shell:
        shell.run()
        return shell.get_globals()


# --- what is ptpython's own, and may change with its next version -------------------------------------------------


def test_the_version_is_held_below_the_next_minor_one():
    wanted = next(one for one in requires("isnshell") or () if one.startswith("ptpython"))
    ceiling = re.search(r"<(\d+)\.(\d+)", wanted)
    assert ceiling is not None
    major, minor = map(int, version("ptpython").split(".")[:2])
    assert (int(ceiling[1]), int(ceiling[2])) == (major, minor + 1)


@pytest.mark.parametrize(
    "name", [name for name, value in vars(Shell).items() if inspect.isfunction(value) and hasattr(PythonRepl, name)]
)
def test_a_step_that_is_replaced_takes_what_ptpython_gives(name):
    ours, theirs = (list(inspect.signature(getattr(kind, name)).parameters) for kind in (Shell, PythonRepl))
    if name != "__init__":
        assert ours == theirs


def test_every_step_that_is_meant_to_be_replaced_is_one_of_ptpython_s():
    steps = (
        "_create_buffer _generate_style _on_input_timeout read eval _handle_exception _handle_keyboard_interrupt "
        "_add_to_namespace _remove_from_namespace"
    )
    assert [name for name in steps.split() if not hasattr(PythonRepl, name)] == []


def test_ptpython_makes_its_parts_from_the_names_that_are_replaced():
    source = inspect.getsource(python_input)
    for part in (
        "get_all_code_styles()",
        "PtpythonLexer(",
        "self.confirm_exit",
        "self.exit_message",
        "self.signatures",
    ):
        assert part in source
    taken = inspect.signature(python_input.PythonInput).parameters
    assert {"_completer", "_validator", "_input_buffer_height", "get_globals"} <= set(taken)


def test_the_toolbar_takes_the_place_of_ptpython_s_status_bar():
    with create_pipe_input() as pipe:
        given = {"input": pipe, "output": DummyOutput()}
        theirs = PythonRepl(**given).ptpython_layout.root_container.children
        ours = make_shell(Namespace(), "demo", **given).ptpython_layout.root_container.children
    assert [type(one) for one in ours[:-1]] == [type(one) for one in theirs[:-1]]
    assert _looks(theirs[-1]) == {"class:status-toolbar"}
    assert _looks(ours[-1]) == {"class:isn.toolbar"}


def _looks(container):
    return {str(one.style) for one in walk(container) if isinstance(one, Window)}


# --- stories ------------------------------------------------------------------------------------------------------


def test_a_line_runs_and_its_result_has_a_name(capsys):
    variables = run(f"x = 40{ENTER}x + 2{ENTER}")
    assert (variables["x"], variables["_"], variables["_2"]) == (40, 42, 42)
    assert capsys.readouterr().out == "42\n"


def test_a_block_goes_on_until_an_empty_line():
    assert run(f"def f():{ENTER}return 7{ENTER}{ENTER}x = f(){ENTER}")["x"] == 7


def test_a_pasted_text_is_one_statement_whatever_is_in_it():
    text = "x = 0\r\nfor n in range(3):\r\n\r\n    x += n\r\n# a comment\r\ny = x\r\n"
    variables = run(f"\x1b[200~{text}\x1b[201~{ENTER}")
    assert (variables["x"], variables["y"]) == (3, 3)
    assert len(TYPED.lines) == 1


def test_a_paste_with_its_prompts_loses_them():
    assert run(f"\x1b[200~>>> x = 3\n>>> y = [x\n...      , 4]\n[3, 4]\x1b[201~{ENTER}")["y"] == [3, 4]


def test_a_class_body_finds_commands():
    assert run(f"class A: x = get_pending_tasks{ENTER}{ENTER}y = A.x.name{ENTER}")["y"] == "get_pending_tasks"


def test_a_failure_is_kept_with_its_line(capsys):
    run(f"1{ENTER}1 / 0{ENTER}")
    assert [(one.line, type(one.error)) for one in TYPED.mishaps] == [(2, ZeroDivisionError)]
    assert [line.status for line in TYPED.lines] == ["Completed", "Failed"]
    assert "ZeroDivisionError: division by zero" in capsys.readouterr().err


def test_what_the_history_shows_has_no_secrets_and_what_runs_again_has():
    variables = run(f'password = "abc"{ENTER}password = ""{ENTER}invoke_history(1){ENTER}')
    assert variables["password"] == "abc"
    assert TYPED.lines[0].shown == 'password = "***"'


def test_leaving_asks_only_while_a_job_runs(monkeypatch):
    with typing("") as shell:
        assert not shell.confirm_exit
        monkeypatch.setattr(module, "running_jobs", lambda: [object(), object()])
        assert shell.confirm_exit
        assert shell.exit_message == "2 jobs are running and would end. Leave?"


def test_a_theme_overrules_the_looks_of_the_prompt():
    with typing("") as shell:
        shell.use_theme({"prompt.number": "ansicyan"})
        shell.use_code_colorscheme("monokai")
        assert shell._current_style.get_attrs_for_style_str("class:prompt.number").color == "ansicyan"
        assert shell._current_style.get_attrs_for_style_str("class:isn.production").bgcolor == "ansired"


def test_the_prompt_of_production_names_the_profile_in_red():
    with typing("") as shell:
        _use("acme")
        fragments = shell.all_prompt_styles["isnshell"].in_prompt()
    assert ("class:prompt.production", " acme ") in fragments
