"""What each object command makes a list ask of its tenant: how many requests, of what size, and when they end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

import cmdlets
from cmdlets import for_each_object, get_member, select_object, sort_object, tee_object, where_object


@pytest.fixture
def long(make_sandbox: Any, open_session: Any) -> Any:
    """A sandbox with 2,000 ended tasks, and the current session on it."""
    sandbox = make_sandbox(ended_tasks=2_000)
    with open_session(sandbox):
        yield sandbox


def asked(sandbox: Any) -> list[int]:
    """The sizes of the pages that were asked for, once none is on its way any more."""
    for thread in threading.enumerate():
        if thread.name == "isnshell-page":
            thread.join(5)
    return [int(one.query["limit"]) for one in list(sandbox.requests) if one.path != "/oauth/token"]


@pytest.mark.parametrize(
    ("stage", "given", "pages"),
    [
        (lambda: select_object(first=5), 5, [5]),
        (lambda: select_object("id", "type", first=7, skip=2), 7, [9]),
        (lambda: select_object(index=[3, 0]), 2, [4]),
        (lambda: select_object(first=0), 0, []),
        (lambda: tee_object(variable=[]) | select_object("id") | select_object(first=4), 4, [4]),
        (lambda: where_object("id") | select_object(first=5), 5, [250]),
        (lambda: select_object("type", unique=True) | select_object(first=1), 1, [250]),
        (lambda: for_each_object("id") | select_object(first=3), 3, [250]),
        (lambda: get_member() | select_object(first=100), None, [100]),
    ],
    ids=[
        "first",
        "skip and first",
        "index",
        "none",
        "through one-to-one stages",
        "behind where",
        "behind unique",
        "behind for each",
        "members",
    ],
)
def test_one_small_request_is_enough(long: Any, stage: Callable[[], Any], given: int | None, pages: list[int]) -> None:
    found = list(cmdlets.get_task_status_list() | stage())

    assert given is None or len(found) == given
    assert asked(long) == pages


def test_a_stage_that_reads_everything_reads_it_once(long: Any) -> None:
    newest = list(cmdlets.get_task_status_list() | sort_object("-created", top=3))
    offsets = [int(one.query.get("offset", 0)) for one in long.requests if one.path != "/oauth/token"]

    assert len(newest) == 3
    assert max(offsets) >= 1_750
    assert len(offsets) == len(set(offsets))


def test_a_result_that_is_looked_at_again_asks_for_nothing(long: Any) -> None:
    groups = cmdlets.get_task_status_list() | cmdlets.group_object("type")
    assert len(groups) == len(groups)
    once = len(asked(long))
    assert sum(group.count for group in groups) > 2_000
    assert len(asked(long)) == once


def test_a_record_at_which_a_function_fails_ends_the_asking(long: Any) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        list(cmdlets.get_task_status_list() | where_object(lambda task: 1 / 0))

    assert "At record 1: id " in caught.value.__notes__[0]
    assert len(asked(long)) == 1


def test_failures_of_some_records_do_not_end_it(long: Any) -> None:
    errors: list[Exception] = []
    tasks = cmdlets.get_task_status_list(limit=300)
    done = where_object(
        lambda task: task["completionStatus"].lower() == "success", error_action="ignore", error_variable=errors
    )
    lower = list(tasks | done)
    upper = list(tasks | where_object(completionStatus="SUCCESS"))

    assert [one.id for one in lower] == [one.id for one in upper]
    assert errors == []


def test_the_same_objects_of_two_tenants_are_compared_by_name(make_sandbox: Any, open_session: Any) -> None:
    """What was changed in one of them is all that is told, but for ids and times."""
    first, second = (open_session(make_sandbox(seed=seed)) for seed in (7, 7))
    role = cmdlets.get_roles(session=second)[0]
    change = [{"op": "replace", "path": "/description", "value": "changed"}]
    cmdlets.update_role(id=role.id, json_patch_operation=change, session=second, confirm=False)

    rows = list(cmdlets.compare_record(cmdlets.get_roles(session=first), cmdlets.get_roles(session=second)))

    assert [(one.name, one.path, one.right) for one in rows] == [(role.name, "description", "changed")]
