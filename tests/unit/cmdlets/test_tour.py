"""The tour: a step at a time, and only for what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest

from cmdlets import get_started
from cmdlets.tour import _STEPS
from isnshell.commands.typed import TYPED, Line
from isnshell.errors import UsageError


@pytest.fixture
def prompt() -> Iterator[None]:
    TYPED.run = print
    yield
    TYPED.run = None
    TYPED.listeners.clear()
    TYPED.lines.clear()


def _type(text: str, status: str = "Completed") -> None:
    TYPED.note(Line(1, text, text, status, datetime.now(timezone.utc), 0.1))


def test_each_step_comes_when_the_one_before_was_typed(person: Any, session: Any, prompt: None) -> None:
    with session:
        get_started()
    _type("get_started()")
    assert len(person.notes) == 1
    for number in range(5):
        assert f"Step {number + 1} of 5" in person.notes[-1]
        _type(person.notes[-1].splitlines()[-1].strip())

    assert "That is all" in person.notes[-1]
    assert TYPED.listeners == []


@pytest.mark.parametrize(
    "text",
    [
        "get_pending_tasks(limit=5)",
        "get_pending_tasks()",
        "x = get_pending_tasks(limit=2)",
        "Get-PendingTasks -Limit 5 | ft id, type",
        "getpendingtasks()",
    ],
)
def test_a_line_like_the_one_shown_does_as_well(person: Any, session: Any, prompt: None, text: str) -> None:
    with session:
        get_started()
    _type(text)

    assert "Step 2 of 5" in person.notes[-1]


@pytest.mark.parametrize("text", ["?get_pending_tasks", "get_pending_tasks?", " ? get_pending_tasks", "get_started()"])
def test_help_and_the_tour_itself_are_no_steps(person: Any, session: Any, prompt: None, text: str) -> None:
    with session:
        get_started()
    _type(text)

    assert len(person.notes) == 1


def test_whoever_types_something_else_is_told_once_and_after_each_error(
    person: Any, session: Any, prompt: None
) -> None:
    with session:
        get_started()
    for text in ("1 + 1", "get_pending_tasks", "2 + 2"):
        _type(text)
    assert len(person.notes) == 2
    assert person.notes[-1].endswith("\n    get_pending_tasks(limit=5)")

    _type("get_pending_tasks(", "Failed")
    _type("get_pending_tasks(", "Stopped")
    assert len(person.notes) == 4
    assert "Step 1 waits" in person.notes[-1]


def test_one_can_stop_look_around_and_go_on(person: Any, session: Any, prompt: None) -> None:
    with session:
        get_started()
        _type("get_pending_tasks()")
        get_started(stop=True)
        _type("get_pending_tasks() | where_object(type='QUARTZ')")
        assert "has stopped" in person.notes[-1]
        get_started()
        assert "Step 2 of 5" in person.notes[-1]
        _type("get_pending_tasks() | where_object(type='QUARTZ')")

    assert "Step 3 of 5" in person.notes[-1]


def test_any_step_can_be_gone_to(person: Any, session: Any, prompt: None) -> None:
    with session:
        get_started(4)
        assert "Step 4 of 5" in person.notes[-1]
        get_started(1)
        assert "Step 1 of 5" in person.notes[-1]
        with pytest.raises(UsageError, match="no step 6"):
            get_started(6)

    assert len(TYPED.listeners) == 1


@pytest.mark.parametrize(
    "settings",
    [{"environment": "production"}, {"base_url": "https://acme-sb.test", "environment": "sandbox"}],
    ids=["production", "a company's sandbox"],
)
def test_it_is_for_the_sandbox(person: Any, make_session: Any, prompt: None, settings: dict[str, str]) -> None:
    with make_session(**settings):
        get_started()

    assert 'use_profile("demo")' in person.notes[0]
    assert TYPED.listeners == []


def test_without_a_prompt_all_steps_are_shown(person: Any, session: Any) -> None:
    with session:
        get_started()

    assert len(person.notes) == 5


def test_every_step_s_line_fits_a_narrow_terminal_and_does_its_step() -> None:
    for step in _STEPS:
        assert len(step.line) + 4 <= 80
        assert re.search(step.done, step.line, re.IGNORECASE)
