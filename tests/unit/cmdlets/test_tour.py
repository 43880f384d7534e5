"""The tour: a step at a time, and only for what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest

from cmdlets import get_started
from isnshell.commands.typed import TYPED, Line


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
    _type("get_pending_tasks(", "Failed")
    assert len(person.notes) == 1
    for number in range(5):
        assert f"Step {number + 1} of 5" in person.notes[-1]
        _type(person.notes[-1].splitlines()[-1].strip())

    assert "That is all" in person.notes[-1]
    assert TYPED.listeners == []


def test_beginning_anew_leaves_one_tour(person: Any, session: Any, prompt: None) -> None:
    with session:
        get_started()
        get_started()

    assert len(TYPED.listeners) == 1


def test_it_is_for_the_sandbox(person: Any, make_session: Any, prompt: None) -> None:
    with make_session(environment="production"):
        get_started()

    assert 'use_profile("demo")' in person.notes[0]
    assert TYPED.listeners == []


def test_without_a_prompt_all_steps_are_shown(person: Any, session: Any) -> None:
    with session:
        get_started()

    assert len(person.notes) == 5
