"""The rails: read-only, what-if and the question before a change."""

from __future__ import annotations

from contextvars import copy_context
from typing import Any

import pytest

from isnshell.errors import RefusedError
from isnshell.tenant.rails import Plan, Planned, Rails, allow, asking_anew, current_scope, in_command, scope

_PLAN = Plan("Suspend-Report", "acme.test", "production", "POST https://acme.test/reports/1/cancel", "1")


def test_without_rails_a_change_passes_unasked(person: Any) -> None:
    allow(_PLAN, Rails())

    assert person.questions == []


def test_read_only_refuses_and_says_where_it_comes_from() -> None:
    with pytest.raises(RefusedError, match=r"acme\.test \(production\).*read-only.*--read-only and ISN_READ_ONLY"):
        allow(_PLAN, Rails(read_only=True))


def test_what_if_ends_the_command_with_its_plan() -> None:
    with pytest.raises(Planned) as caught:
        allow(_PLAN, Rails(what_if=True))

    assert caught.value.plan is _PLAN


def test_a_plan_is_no_exception_that_a_handler_for_failures_takes() -> None:
    assert not issubclass(Planned, Exception)


def test_what_if_of_one_command_holds_for_all_that_it_calls() -> None:
    with scope(what_if=True), scope(what_if=False), pytest.raises(Planned):
        allow(_PLAN, Rails())


def test_what_if_of_the_session_can_not_be_loosened() -> None:
    with scope(what_if=False), pytest.raises(Planned):
        allow(_PLAN, Rails(what_if=True))


def test_a_yes_lets_the_change_pass(person: Any) -> None:
    person.answer = True
    allow(_PLAN, Rails(ask=True))

    assert person.questions == ["Suspend-Report changes 1 on acme.test (production). Continue?"]


def test_a_no_refuses(person: Any) -> None:
    person.answer = False
    with pytest.raises(RefusedError, match=r"was not confirmed\. Nothing was sent"):
        allow(_PLAN, Rails(ask=True))


def test_without_a_terminal_it_is_refused_unless_yes_is_said(person: Any) -> None:
    with pytest.raises(RefusedError, match=r"no terminal.*--yes or confirm=False"):
        allow(_PLAN, Rails(ask=True))


def test_one_command_asks_once_for_all_its_changes(person: Any) -> None:
    person.answer = True
    with scope() as held:
        held.approval.objects = 600
        for _ in range(3):
            with scope():
                allow(_PLAN, Rails(ask=True))

    assert person.questions == ["Suspend-Report changes 600 objects on acme.test (production). Continue?"]


def test_the_next_command_asks_again(person: Any) -> None:
    person.answer = True
    for _ in range(2):
        with scope():
            allow(_PLAN, Rails(ask=True))

    assert len(person.questions) == 2


def test_a_refusal_is_not_remembered_as_a_yes(person: Any) -> None:
    person.answer = False
    with scope():
        for _ in range(2):
            with pytest.raises(RefusedError):
                allow(_PLAN, Rails(ask=True))


def test_what_was_approved_for_one_pipe_does_not_count_for_the_next(person: Any) -> None:
    person.answer = True
    with scope():
        for _ in range(2):
            asking_anew(lambda: allow(_PLAN, Rails(ask=True)))

    assert len(person.questions) == 2


@pytest.mark.parametrize(
    ("asked", "confirm", "ask"),
    [
        pytest.param(True, True, False, id="asked for where the profile does not"),
        pytest.param(False, False, True, id="declined where the profile asks"),
        pytest.param(True, None, True, id="left to the profile"),
    ],
)
def test_confirm_decides_for_one_command(person: Any, asked: bool, confirm: bool | None, ask: bool) -> None:
    person.answer = True
    with scope(confirm=confirm):
        allow(_PLAN, Rails(ask=ask))

    assert bool(person.questions) is asked


def test_confirm_false_does_not_loosen_read_only() -> None:
    with scope(confirm=False), pytest.raises(RefusedError):
        allow(_PLAN, Rails(read_only=True, ask=True))


def test_a_scope_ends_with_its_block() -> None:
    assert not in_command()
    with scope(session="a"):
        assert in_command()
        with scope(session="b"):
            assert current_scope().session == "b"
        assert current_scope().session == "a"
    assert not in_command()
    assert current_scope().session is None


def test_a_copied_context_carries_the_scope() -> None:
    with scope(session="a"):
        context = copy_context()

    assert context.run(current_scope).session == "a"
