"""The person's own start file."""

from __future__ import annotations

from typing import Any

import pytest

from isnshell.repl.startup import run_start_file, start_file


@pytest.fixture
def write() -> Any:
    def write_(text: str) -> None:
        start_file().parent.mkdir(parents=True)
        start_file().write_text(text, "utf-8")

    return write_


def _run(namespace: dict[str, Any], shell: Any = None) -> list[BaseException]:
    errors: list[BaseException] = []
    run_start_file(namespace, shell, errors.append)
    return errors


def test_what_it_defines_is_there_at_the_prompt(write: Any) -> None:
    write("answer = 42")
    namespace: dict[str, Any] = {}

    assert _run(namespace) == []
    assert namespace["answer"] == 42


def test_its_configure_is_given_the_prompt(write: Any) -> None:
    write("def configure(shell):\n    shell.append('seen')")
    shell: list[str] = []

    assert _run({}, shell) == []
    assert shell == ["seen"]


@pytest.mark.parametrize("text", ["1 +* 2", "1 / 0", "def configure(shell):\n    shell.nope", "raise SystemExit(3)"])
def test_what_is_wrong_in_it_is_shown_and_stops_nothing(write: Any, text: str, capsys: Any) -> None:
    write(text)

    assert len(_run({})) == 1
    assert "startup.py ended early" in capsys.readouterr().err


def test_without_one_nothing_is_said(capsys: Any) -> None:
    assert _run({}) == []
    assert capsys.readouterr().err == ""
