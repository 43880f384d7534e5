"""Every operation of every generation, called through the real client on the sandbox."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from isnshell.catalog.facts import GENERATIONS, Operation
from isnshell.catalog.loader import facts
from isnshell.commands.invocation import call, invoke
from isnshell.errors import ApiError
from isnshell.tenant.session import Session

from .every_operation import Caller

pytestmark = pytest.mark.timeout(120)

# Pages so small that the dozen objects of a collection fill several
PAGE = 5


@pytest.fixture
def opened(make_sandbox: Callable[..., Any], open_session: Callable[..., Session]) -> tuple[Any, Session]:
    """A sandbox, and a session on it that knows its NERM too."""
    sandbox = make_sandbox(report_seconds=60, export_seconds=0)
    return sandbox, open_session(sandbox, nerm_base_url=sandbox.nerm_url, max_retries=0, rate_limit=10_000_000)


@pytest.fixture
def caller(opened: tuple[Any, Session], tmp_path: Any) -> Caller:
    """Calls operations with what the sandbox knows."""
    return Caller(*opened, tmp_path)


@pytest.mark.parametrize("generation", GENERATIONS)
def test_every_operation_answers_as_documented(caller: Caller, generation: str) -> None:
    """With required arguments each one gives a documented status and an answer that the client can read."""
    outcomes = list(caller.outcomes(generation))
    problems = [one.problem for one in outcomes if one.problem]

    assert len(outcomes) == len(list(facts(generation)))
    assert not problems, f"{len(problems)} of {len(outcomes)}:\n" + "\n".join(problems)


@pytest.mark.parametrize("generation", GENERATIONS)
def test_every_list_pages_to_its_end(caller: Caller, generation: str) -> None:
    """Small pages give what one big page gives: no page is repeated, nothing is lost."""
    problems = []
    for operation in (one for one in facts(generation) if one.method == "GET" and one.pages):
        whole, cut = caller.call(operation), caller.call(operation, page_size=PAGE)
        if whole.error or cut.error:
            problems.append(f"{operation.operation}: {whole.error or cut.error}")
        elif [dict(one) if isinstance(one, dict) else one for one in whole.result] != list(cut.result):
            problems.append(f"{operation.operation}: {len(cut.result)} in pages of {PAGE}, {len(whole.result)} at once")

    assert not problems, "\n".join(problems)


def _one(session: Session, base: str, method: str) -> Operation:
    return next(one for one in facts(session.api_version).find(base) if one.method == method)


# What is created, by the words of its commands; without a body the facts give one
KINDS = (
    ("role", "roles", None),
    ("access_profile", "access_profiles", None),
    ("workflow", "workflows", {"name": "Night Shift"}),
    ("identity_profile", "identity_profiles", None),
    ("workgroup", "workgroups", {"name": "Night Shift"}),
    ("campaign_template", "campaign_templates", None),
    ("segment", "segments", {"name": "Night Shift"}),
    ("sod_policy", "sod_policies", {"name": "Night Shift", "type": "GENERAL", "policyQuery": "@access(id:0)"}),
)


CURRENT = ("v3", "v2025", "v1")


@pytest.fixture(params=CURRENT)
def current(opened: tuple[Any, Session], request: pytest.FixtureRequest) -> Iterator[Session]:
    """The current session, in one of three generations."""
    session = opened[1]
    session.api_version = request.param
    with session:
        yield session


@pytest.mark.parametrize(
    ("current", "noun", "plural", "body"),
    [(one, *kind) for one in CURRENT for kind in KINDS if f"new_{kind[0]}" in facts(one)],
    ids=lambda one: one if isinstance(one, str) else "",
    indirect=["current"],
)
def test_a_round_trip(current: Session, caller: Caller, noun: str, plural: str, body: Any) -> None:
    """What is created is found, changed, listed, and gone when it is deleted."""
    create = _one(current, f"new_{noun}", "POST")
    if body is None:
        body = next(iter(caller.arguments(create).values()))
    made = call(current, (create,), create.base, (body,), {})
    id_ = made["id"]
    assert invoke(f"get_{noun}", id_)["name"] == body["name"]

    patch = [{"op": "replace", "path": "/description", "value": "Changed."}]
    update = _one(current, f"update_{noun}", "PATCH")
    call(current, (update,), update.base, (id_, patch), {})
    got = invoke(f"get_{noun}", id_)
    assert got["description"] == "Changed."
    assert got["created"] == made["created"]
    assert id_ in [one["id"] for one in invoke(f"get_{plural}")]

    remove = _one(current, f"remove_{noun}", "DELETE")
    call(current, (remove,), remove.base, (id_,), {})
    with pytest.raises(ApiError) as refused:
        invoke(f"get_{noun}", id_)
    assert refused.value.status_code == 404


def test_a_transform_is_replaced(current: Session) -> None:
    """Transforms know no PATCH."""
    body = {"name": "Night", "type": "lower", "attributes": {}}
    made = invoke("new_transform", body)
    invoke("update_transform", made["id"], {**body, "attributes": {"input": {"type": "static"}}})

    assert invoke("get_transform", made["id"])["attributes"] == {"input": {"type": "static"}}
    invoke("remove_transform", made["id"])
    assert made["id"] not in [one["id"] for one in invoke("get_transforms")]


def test_a_campaign_lives(current: Session) -> None:
    """Created, activated, completed, deleted in bulk."""
    made = invoke("new_campaign", {"name": "Night", "description": None, "type": "MANAGER"})
    assert made["status"] == "PENDING"
    invoke("start_campaign", made["id"])
    assert invoke("get_campaign", made["id"])["status"] == "ACTIVE"
    invoke("remove_campaigns", {"ids": [made["id"]]})

    assert made["id"] not in [one["id"] for one in invoke("get_active_campaigns")]
