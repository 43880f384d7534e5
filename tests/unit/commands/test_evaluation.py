"""Running what a person typed: values of top-level expressions are shown."""

from __future__ import annotations

import traceback
from typing import Any

import pytest

from isnshell.commands.evaluation import compile_source, run_source


def _run(source: str, namespace: dict[str, Any] | None = None) -> list[Any]:
    shown: list[Any] = []
    run_source(source, {} if namespace is None else namespace, shown.append)
    return shown


@pytest.mark.parametrize(
    ("shown", "source"),
    [
        pytest.param([3], "1 + 2", id="expression"),
        pytest.param([1, 2], "1\n2", id="each of several lines"),
        pytest.param([1, 2], "1; 2", id="each of one line"),
        pytest.param([], "a = 1", id="statement"),
        pytest.param([1], "a = 1\na", id="statement, then expression"),
        pytest.param([], "None", id="None"),
        pytest.param([0, False, ""], "0\nFalse\n''", id="empty values are values"),
        pytest.param([], "for n in range(3):\n    n", id="inside a block nothing"),
        pytest.param([], "", id="nothing"),
        pytest.param([], "# only a comment", id="comment"),
        pytest.param(["text"], "'text'", id="text alone"),
    ],
)
def test_every_top_level_expression_is_shown(shown: list[Any], source: str) -> None:
    assert shown == _run(source)


def test_the_last_value_is_the_underscore() -> None:
    assert _run("1 + 2\n_ * 2\nNone\n_") == [3, 6, 6]


def test_names_stay_in_the_namespace() -> None:
    namespace: dict[str, Any] = {}
    _run("a = 1\ndef f():\n    return a", namespace)

    assert _run("f() + a", namespace) == [2]


def test_nothing_runs_before_the_whole_text_is_known_to_be_python() -> None:
    done: list[int] = []
    for broken in ("done.append(1)\nif", "done.append(1)\nreturn 5", "done.append(1)\nx ="):
        with pytest.raises(SyntaxError):
            _run(broken, {"done": done})

    assert done == []


def test_what_ran_before_a_failure_was_shown() -> None:
    shown: list[Any] = []
    with pytest.raises(ZeroDivisionError):
        run_source("1\n1 / 0\n2", {}, shown.append)

    assert shown == [1]


def test_a_traceback_shows_the_line_that_was_typed() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        _run("a = 1\nb = a / 0")

    assert "b = a / 0" in "".join(traceback.format_exception(caught.value))


def test_a_file_name_that_was_given_stands_in_the_traceback() -> None:
    with pytest.raises(SyntaxError) as caught:
        list(compile_source("if", "runbook.py"))

    assert caught.value.filename == "runbook.py"
