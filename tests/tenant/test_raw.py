"""Requests of one's own making against the sandbox: the same session, rails, paging and errors as any command."""

from __future__ import annotations

from typing import Any

import pytest

import cmdlets
from isnshell.errors import ApiError, RefusedError
from isnshell.sandbox.server import SandboxServer
from isnshell.tenant.session import Session


def test_what_a_command_reads_a_request_reads_too(session: Session) -> None:
    whole = list(cmdlets.get_task_status_list())
    found = list(cmdlets.invoke_sailpoint_request("GET", "/v2025/task-status", paginate=True))

    assert found == whole
    assert found[0].type == whole[0].type


def test_paths_of_v1(session: Session) -> None:
    one = cmdlets.invoke_sailpoint_request("GET", "/task-status/v1", query={"limit": 1})

    assert len(one) == 1


def test_total_count_and_first(sandbox: SandboxServer, session: Session) -> None:
    stream = cmdlets.invoke_sailpoint_request("GET", "/v2025/task-status", paginate=True)
    count = stream.total_count
    sandbox.requests.clear()

    assert count == len(list(cmdlets.get_task_status_list()))
    sandbox.requests.clear()
    assert len(list(stream | cmdlets.select_object(first=2))) == 2
    assert [one.query for one in sandbox.requests] == [{"limit": "2"}]


def test_a_change_is_carried_out(session: Session) -> None:
    details = {"reportType": "ORPHAN_IDENTITIES"}
    task = cmdlets.invoke_sailpoint_request("POST", "/v2025/reports/run", body=details)

    assert cmdlets.wait_report(task.id).status == "SUCCESS"


@pytest.mark.parametrize("rails", [{"read_only": True}, {"what_if": True}], ids=str)
def test_the_rails_hold(sandbox: SandboxServer, open_session: Any, rails: dict[str, bool], capsys: Any) -> None:
    session = open_session(sandbox, rails=rails)
    sandbox.requests.clear()
    try:
        cmdlets.invoke_sailpoint_request(
            "POST", "/v2025/reports/run", body={"reportType": "ORPHAN_IDENTITIES"}, session=session
        )
    except RefusedError:
        assert rails == {"read_only": True}
    assert [one.path for one in sandbox.requests if "reports" in one.path] == []


def test_an_unknown_path_is_the_tenants_404(session: Session) -> None:
    with pytest.raises(ApiError) as caught:
        cmdlets.invoke_sailpoint_request("GET", "/v2025/no-such-thing")
    assert caught.value.status_code == 404
