"""The command without a tenant: options, exit status, what goes to which stream, and what a failure shows."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from isnshell import __version__
from isnshell.cli import main
from isnshell.tenant import session as sessions


@pytest.fixture(autouse=True)
def as_a_process(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    """The process's own arguments and path come back; nobody sits at a terminal."""
    monkeypatch.setattr(sys, "argv", ["isnshell"])
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(arguments)
        except SystemExit as end:  # argparse
            status = end.code  # type: ignore[assignment]
        out, err = capsys.readouterr()
        return status, out, err

    return run


def _script(here: Path, text: str) -> str:
    (here / "script.py").write_text(text, "utf-8")
    return str(here / "script.py")


# --- options ------------------------------------------------------------------------------------------------------


def test_version(run: Any) -> None:
    assert run("--version") == (0, f"isnshell {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["run", "--help"], ["profile", "--help"], ["sandbox", "-h"]], ids=str
)
def test_help_goes_to_standard_output(run: Any, arguments: list[str]) -> None:
    status, out, err = run(*arguments)

    assert (status, err) == (0, "")
    assert out.startswith("usage: isnshell")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["nonsense"],
        ["run"],
        ["profile", "nonsense"],
        ["sandbox", "--port", "many"],
        ["-c"],
        ["-p"],
        ["run", "nowhere.py"],
        ["-p", "nowhere", "-c", "1"],
        ["--api-version", "v9", "-p", "demo", "-c", "1"],
        ["-c", "1 +"],
        ["-c", "nonsense_name"],
    ],
    ids=str,
)
def test_wrong_usage_is_two_and_goes_to_standard_error(run: Any, arguments: list[str]) -> None:
    status, out, err = run(*arguments)

    assert (status, out) == (2, "")
    assert err
    assert "Traceback" not in err


def test_a_name_that_is_none_proposes_the_right_one(run: Any) -> None:
    _, _, err = run("-c", "get_pendingg_tasks()")

    assert "get_pending_tasks" in err


def test_the_command_line_holds_for_every_session_of_the_process(run: Any) -> None:
    run("--read-only", "--what-if", "--yes", "--api-version", "v1", "-c", "1")

    assert sessions._held == sessions.Held(True, True, True, "v1")


def test_without_options_nothing_holds_and_no_session_is_opened(run: Any) -> None:
    assert run("-c", "1 + 1") == (0, "2\n", "")
    assert sessions._held == sessions.Held()
    assert sessions.peek_session() is None


def test_a_named_profile_is_opened_with_its_options(run: Any) -> None:
    status, _, err = run("-p", "demo", "--read-only", "--api-version", "v2024", "-c", "1")
    session = sessions.peek_session()

    assert (status, err) == (0, "")
    assert session is not None
    assert (session.name, session.rails.read_only, session.api_version) == ("demo", True, "v2024")


# --- what is run --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("out", "code"),
    [
        ("3\n", "1 + 2"),
        ("", "x = 5"),
        ("", "None"),
        ("a\nb\n", "print('a'); print('b')"),
        ("text\n", "'text'"),
        ("5\n", "max(2, 5)"),
    ],
    ids=repr,
)
def test_a_line_shows_its_results(run: Any, out: str, code: str) -> None:
    assert run("-c", code) == (0, out, "")


def test_standard_input_is_a_script_whose_expressions_are_shown(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\ufeffx = 20\nx + 1\ndef double(n):\n    return 2 * n\n\n'Zürich 東京'\ndouble(x)\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    assert run() == (0, "21\nZürich 東京\n40\n", "")


def test_a_script_is_plain_python_with_its_own_arguments(run: Any, here: Path) -> None:
    (here / "beside.py").write_text("value = 7\n", "utf-8")
    script = _script(here, "import sys, beside\n5\nprint(__name__, sys.argv[1:], beside.value)\n")

    assert run("run", script, "a", "--what-if", "-c", "x") == (
        0,
        "__main__ ['a', '--what-if', '-c', 'x'] 7\n",
        "",
    )


def test_a_powershell_script_is_refused_or_run_but_never_taken_for_python(run: Any, here: Path) -> None:
    (here / "runbook.ps1").write_text("Get-Nothing-At-All -Foo\n", "utf-8")
    status, _, err = run("run", str(here / "runbook.ps1"))

    assert status != 0
    assert "runbook.ps1" in err
    assert "SyntaxError" not in err


# --- exit status --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "err", "code"),
    [
        (0, "", "import sys; sys.exit()"),
        (0, "", "import sys; sys.exit(0)"),
        (7, "", "import sys; sys.exit(7)"),
        (1, "", "import sys; sys.exit(True)"),
        (1, "it failed\n", "import sys; sys.exit('it failed')"),
        (130, "Interrupted.\n", "raise KeyboardInterrupt"),
    ],
    ids=str,
)
def test_a_scripts_own_end_is_the_exit_status(run: Any, status: int, err: str, code: str) -> None:
    assert run("-c", code) == (status, "", err)


def test_results_before_a_failure_are_still_shown(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"'first'\n1 / 0\n'never'\n")))
    status, out, err = run()

    assert (status, out) == (1, "first\n")
    assert err == "ZeroDivisionError: division by zero\n  line 2: 1 / 0\n"


@pytest.mark.parametrize(
    ("status", "error"),
    [(2, "UsageError('wrong')"), (1, "ApiError('refused', status_code=500)"), (2, "ProfileError('none')")],
)
def test_errors_of_ours_are_text_with_their_own_status(run: Any, status: int, error: str) -> None:
    found, out, err = run("-c", f"from isnshell.errors import *; raise {error}")

    assert (found, out) == (status, "")
    assert "Traceback" not in err
    assert "line" not in err


# --- failures -----------------------------------------------------------------------------------------------------


def test_a_mistake_in_a_script_shows_its_place_and_nothing_of_ours(run: Any, here: Path) -> None:
    script = _script(here, "def find(x):\n    return x.nope\n\nfind(1)\n")
    status, _, err = run("run", script)

    assert status == 1
    assert err.splitlines() == [
        "AttributeError: 'int' object has no attribute 'nope'",
        f"  {script}, line 4: find(1)",
        f"  {script}, line 2: return x.nope",
    ]


def test_a_mistake_in_a_function_that_a_stage_calls_is_the_persons_own(run: Any, here: Path) -> None:
    script = _script(
        here,
        "from cmdlets import where_object\ndef keep(one):\n    return 1 / one.a\n\n"
        "list([{'a': 0}] | where_object(keep))\n",
    )
    _, _, err = run("run", script)

    assert [line.rpartition(", ")[2] for line in err.splitlines()] == [
        "ZeroDivisionError: division by zero",
        "line 5: list([{'a': 0}] | where_object(keep))",
        "line 3: return 1 / one.a",
        "  At record 1: a 0",
    ]


def test_what_no_record_has_is_the_persons_mistake_too(run: Any) -> None:
    _, _, err = run("-c", "[{'id': 7, 'size': 1}] | where_object(lambda one: one.sizes > 1)")

    assert err == "AttributeError: This record has no field 'sizes'. Did you mean size?\n  At record 1: id 7\n"


def test_a_name_is_a_variable_of_the_line(run: Any) -> None:
    _, out, _ = run("-c", "[1, 2] | tee_object(variable='seen') | out_null(); [3] | tee_object(variable='+seen'); seen")

    assert out == "3\n[1, 2, 3]\n"


def test_a_fault_in_a_library_that_the_script_called_shows_the_way_there(run: Any, here: Path) -> None:
    script = _script(here, "import json\njson.loads('{')\n")
    _, _, err = run("run", script)

    assert err.startswith("JSONDecodeError: ")
    assert err.splitlines()[1] == f"  {script}, line 2: json.loads('{{')"
    assert "Traceback" not in err


def test_what_caused_an_error_is_said_too(run: Any, here: Path) -> None:
    script = _script(here, "try:\n    {}['key']\nexcept KeyError as error:\n    raise ValueError('own') from error\n")
    _, _, err = run("run", script)

    assert (err.splitlines()[0], err.splitlines()[-1]) == ("ValueError: own", "  caused by KeyError: 'key'")


@pytest.mark.parametrize("module", ["isnshell.errors", "cmdlets"], ids=str)
def test_a_bug_of_ours_is_shown_whole(run: Any, here: Path, monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    folder = Path(__import__(module).__file__ or "").parent
    bug = compile("def bug():\n    import json\n    return json.loads('{')\n", str(folder / "bug.py"), "exec")
    scope: dict[str, Any] = {}
    exec(bug, scope)
    monkeypatch.setattr("isnshell.errors.bug", scope["bug"], raising=False)
    status, _, err = run("run", _script(here, "import isnshell.errors\nisnshell.errors.bug()\n"))

    assert status == 1
    assert "Traceback (most recent call last)" in err
    assert "bug.py" in err


def test_a_syntax_error_is_wrong_usage_with_its_place(run: Any, here: Path) -> None:
    script = _script(here, "x = 1\nif x\n")
    status, _, err = run("run", script)

    assert status == 2
    assert f'"{script}", line 2' in err
    assert "Traceback" not in err
