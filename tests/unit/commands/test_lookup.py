"""Which generation a name means, and what a strict session refuses."""

from __future__ import annotations

from typing import Any

import pytest

import cmdlets
from isnshell.commands.lookup import operations_for
from isnshell.errors import UnknownNameError
from isnshell.tenant.session import Session, connect, set_session


@pytest.fixture
def in_v1(session: Session) -> Session:
    session.api_version = "v1"
    return session


def test_a_script_moves_to_v1_as_a_whole(in_v1: Session, person: Any) -> None:
    assert {one.generation for one in operations_for("get_sources", in_v1)} == {"v1"}
    assert person.notes == []


def test_a_name_that_v1_calls_otherwise_means_its_successor(in_v1: Session, person: Any) -> None:
    for _ in range(2):
        (operation,) = operations_for("send_work_item_forward", in_v1)

    assert (operation.generation, operation.base) == ("v1", "invoke_forward_work_item")
    assert person.notes == ["send_work_item_forward: in v1 its name is invoke_forward_work_item, which is used."]


def test_a_name_without_successor_stays_where_it_is_and_is_named_once(in_v1: Session, person: Any) -> None:
    for _ in range(2):
        (operation,) = operations_for("get_pending_tasks", in_v1)

    assert operation.generation == "v2025"
    assert person.notes == ["get_pending_tasks: v1 has no successor of it, v2025 is used; it ends in Q1 2029."]


def test_in_v1_the_request_of_a_renamed_command_goes_to_its_successor(tenant: Any, in_v1: Session, person: Any) -> None:
    set_session(in_v1)
    tenant.answers({"id": "1"})
    cmdlets.send_work_item_forward(id="7", target_owner_id="9", comment="yours", confirm=False)

    assert tenant.lines == ["POST /work-items/v1/7/forward"]


def test_another_product_is_no_matter_of_generations(session: Session, person: Any) -> None:
    session.strict = True

    assert {one.generation for one in operations_for("get_nerm_roles", session)} == {"nerm"}
    assert person.notes == []


@pytest.mark.parametrize(
    ("said", "generation", "base"),
    [
        pytest.param("Its successor is invoke_forward_work_item", "v1", "send_work_item_forward", id="renamed"),
        pytest.param(
            "It is in beta, v2024, v2025, without a successor. Did you mean", "v1", "get_pending_tasks", id="none"
        ),
        pytest.param("Did you mean", "v3", "get_potential_role_summaries", id="another generation"),
    ],
)
def test_a_strict_session_refuses_what_its_generation_lacks(
    session: Session, person: Any, said: str, generation: str, base: str
) -> None:
    session.api_version, session.strict = generation, True

    with pytest.raises(
        UnknownNameError, match=f"{base}: {generation} has no such operation, and the session is strict"
    ) as met:
        operations_for(base, session)
    assert said in str(met.value)
    assert person.notes == []


def test_a_strict_session_sends_nothing_for_a_refused_command(tenant: Any, session: Session) -> None:
    set_session(session)
    session.api_version, session.strict = "v1", True

    with pytest.raises(UnknownNameError):
        cmdlets.get_prompt_insights()
    assert (tenant.asked, tenant.sign_ins) == ([], [])


def test_a_strict_session_uses_what_its_generation_has(session: Session) -> None:
    session.api_version, session.strict = "v3", True

    assert {one.generation for one in operations_for("get_sources", session)} == {"v3"}


def test_looking_at_a_refused_command_is_allowed(session: Session) -> None:
    set_session(session).api_version = "v1"
    session.strict = True

    assert "Successor in v1: none" in " ".join((cmdlets.v2025.get_pending_tasks.__doc__ or "").split())
    assert operations_for("get_pending_tasks", session, quiet=True)[0].generation == "v2025"


def test_a_pinned_name_stays_pinned_in_a_strict_session(session: Session, person: Any) -> None:
    session.api_version, session.strict = "v1", True

    assert operations_for("get_pending_tasks", session, "beta")[0].generation == "beta"
    assert person.notes == []


def test_a_session_may_be_opened_strict(session: Session) -> None:
    assert session.strict is False
    assert connect(session.profile, strict=True).strict is True
    assert connect(session.profile).strict is False
