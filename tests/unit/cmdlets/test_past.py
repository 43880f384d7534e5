"""The history and the errors as commands show them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest

from cmdlets import get_error, get_history, invoke_history
from isnshell.commands.typed import TYPED, Line, Mishap
from isnshell.errors import ApiError, RequestSummary, UsageError

_BEGAN = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc)


@pytest.fixture(autouse=True)
def typed() -> Iterator[None]:
    TYPED.lines.clear()
    TYPED.mishaps.clear()
    yield
    TYPED.lines.clear()
    TYPED.mishaps.clear()
    TYPED.run = None


def _line(id: int, text: str, shown: str | None = None, status: str = "Completed") -> None:
    TYPED.note(Line(id, shown or text, text, status, _BEGAN, 1.5))


def test_lines_are_listed_oldest_first_without_secrets() -> None:
    _line(1, "get_sources()")
    _line(2, "x = 'hunter2'", "x = '***'", "Failed")

    assert [(one.id, one.command_line, one.execution_status) for one in get_history()] == [
        (1, "get_sources()", "Completed"),
        (2, "x = '***'", "Failed"),
    ]
    assert "hunter2" not in repr(list(get_history())) + repr(TYPED.lines)
    assert [one.id for one in get_history(count=1)] == [2]
    assert get_history(1).start_execution_time == _BEGAN


@pytest.mark.parametrize(("wanted", "ran"), [(None, "b()"), (1, "a()"), ("a", "a()")])
def test_a_line_runs_again(person: Any, wanted: Any, ran: str) -> None:
    again: list[str] = []
    TYPED.run = again.append
    _line(1, "a()")
    _line(2, "b()")

    invoke_history(wanted)

    assert again == person.notes == [ran]


def test_a_line_that_is_not_there_is_a_named_error() -> None:
    TYPED.run = print
    _line(1, "a()")

    with pytest.raises(UsageError, match="no line 7"):
        invoke_history(7)
    with pytest.raises(UsageError, match="no line 7"):
        get_history(7)


def test_without_a_prompt_nothing_runs_again() -> None:
    _line(1, "a()")
    with pytest.raises(UsageError, match="needs the prompt"):
        invoke_history()


def test_an_error_is_shown_whole() -> None:
    error = ApiError(
        "Get-Thing failed",
        status_code=404,
        why="no such thing",
        tracking_id="ab12",
        request=RequestSummary("GET", "https://acme.test/things/1"),
        attempts=("attempt 1: answered 404",),
    )
    error.__cause__ = KeyError("x")
    TYPED.mishaps.append(Mishap(1, ValueError("older"), ""))
    TYPED.mishaps.append(Mishap(2, error, "Traceback: all of it"))

    shown = get_error()

    assert (shown.type, shown.line, shown.status_code, shown.tracking_id) == ("ApiError", 2, 404, "ab12")
    assert shown.request == "GET https://acme.test/things/1"
    assert shown.caused_by == "KeyError: 'x'"
    assert shown.traceback == "Traceback: all of it"
    assert [one.message for one in get_error(newest=5)] == ["Get-Thing failed", "older"]


def test_without_an_error_there_is_nothing_to_show() -> None:
    assert get_error() is None
    assert list(get_error(newest=3)) == []
