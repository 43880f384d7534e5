"""Each of the core operations, in every generation that has it: what the tenant receives and what the person gets."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cmdlets
from isnshell.catalog.facts import GENERATIONS
from isnshell.catalog.loader import facts
from isnshell.errors import ApiError, UsageError
from isnshell.records import Record, origin_of
from isnshell.sandbox.server import SandboxServer
from isnshell.tenant.session import Session

ACTIVE_DIRECTORY = "2c9180897e7742b2017e781782f705b9"


def having(base: str) -> Any:
    """Parametrize over the generations that have an operation."""
    return pytest.mark.parametrize("generation", [g for g in GENERATIONS if base in facts(g)])


@pytest.fixture
def in_generation(sandbox: SandboxServer, open_session: Callable[..., Session]) -> Callable[[str], Session]:
    return lambda generation: open_session(sandbox, api_version=generation)


def last(sandbox: SandboxServer) -> Any:
    return sandbox.requests[-1]


def path_of(generation: str, base: str, **values: str) -> str:
    operation = facts(generation).find(base)[0]
    path = operation.path
    for name, value in values.items():
        path = path.replace("{" + name + "}", value)
    return path if generation == "v1" else f"/{generation}{path}"


def start(session: Session) -> Record:
    return cmdlets.start_report(report_type="ORPHAN_IDENTITIES", session=session)


def finished(session: Session) -> Record:
    return cmdlets.wait_report(start(session), session=session)


def a_role(session: Session) -> tuple[str, str]:
    summary = next(iter(cmdlets.get_all_potential_role_summaries(limit=1, session=session)))
    return summary.session.id, summary.id


class TestReports:
    @having("start_report")
    def test_start_report_sends_type_and_arguments(self, sandbox, in_generation, generation):
        arguments = {"application": ACTIVE_DIRECTORY, "sourceName": "Active Directory"}
        task = cmdlets.start_report(report_type="ACCOUNTS", arguments=arguments, session=in_generation(generation))
        assert last(sandbox).method == "POST"
        assert last(sandbox).path == path_of(generation, "start_report")
        assert json.loads(last(sandbox).body) == {"reportType": "ACCOUNTS", "arguments": arguments}
        assert origin_of(task).kind == "TaskResultDetails"
        assert len(task.id) == 32

    @pytest.mark.parametrize(
        "details",
        [
            {"reportType": "ORPHAN_IDENTITIES"},
            Record(reportType="ORPHAN_IDENTITIES"),
            '{"reportType": "ORPHAN_IDENTITIES"}',
        ],
        ids=["dict", "record", "text"],
    )
    def test_start_report_takes_the_whole_request_in_three_forms(self, sandbox, session, details):
        cmdlets.start_report(details)
        assert json.loads(last(sandbox).body) == {"reportType": "ORPHAN_IDENTITIES"}

    @having("suspend_report")
    def test_suspend_report_cancels_and_returns_nothing(self, make_sandbox, open_session, generation):
        sandbox = make_sandbox(report_seconds=60)
        session = open_session(sandbox, api_version=generation)
        task = start(session)
        assert cmdlets.suspend_report(task, session=session) is None
        assert last(sandbox).path == path_of(generation, "suspend_report", id=task.id)
        assert last(sandbox).status == 204
        assert cmdlets.get_task_status(task.id, session=session).completion_status == "TERMINATED"

    @having("get_report_result")
    @pytest.mark.parametrize("completed", [False, True])
    def test_get_report_result_sends_completed_as_given(self, sandbox, in_generation, generation, completed):
        session = in_generation(generation)
        task = start(session)
        cmdlets.get_report_result(task.id, completed, session=session)
        assert last(sandbox).path == path_of(generation, "get_report_result", taskResultId=task.id)
        assert last(sandbox).query == {"completed": str(completed).lower()}

    @having("get_report")
    @pytest.mark.parametrize(("file_format", "head"), [("csv", b""), ("pdf", b"%PDF-")])
    def test_get_report_saves_the_file_whole(self, sandbox, in_generation, generation, tmp_path, file_format, head):
        session = in_generation(generation)
        result = finished(session)
        path = cmdlets.get_report(
            result, file_format, name="orphans", auditable=False, out_file=tmp_path / "o", session=session
        )
        assert last(sandbox).path == path_of(generation, "get_report", taskResultId=result.task_result_id)
        assert last(sandbox).query == {"fileFormat": file_format, "name": "orphans", "auditable": "false"}
        assert path == tmp_path / "o"
        assert path.read_bytes().startswith(head)
        assert path.stat().st_size > 100
        assert [file.name for file in tmp_path.iterdir()] == ["o"]

    def test_a_csv_report_keeps_its_bytes(self, session, tmp_path):
        arguments = {"application": ACTIVE_DIRECTORY, "sourceName": "Active Directory"}
        result = cmdlets.wait_report(cmdlets.start_report(report_type="ACCOUNTS", arguments=arguments))
        text = cmdlets.get_report(result, "csv", out_file=tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
        assert any(ord(character) > 127 for character in text)
        assert len(text.splitlines()) == result.rows + 1

    def test_the_servers_name_is_used_in_the_current_folder(self, session, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        path = cmdlets.get_report(finished(session), "csv")
        assert path.parent == tmp_path
        assert path.suffix == ".csv"


class TestTasks:
    @having("get_pending_tasks")
    def test_get_pending_tasks_pages_to_the_end(self, make_sandbox, open_session, generation):
        sandbox = make_sandbox(pending_tasks=600)
        tasks = list(cmdlets.get_pending_tasks(session=open_session(sandbox, api_version=generation)))
        assert len(tasks) == 600
        assert {task.completion_status for task in tasks} == {None}
        pages = [r for r in sandbox.requests if r.path == path_of(generation, "get_pending_tasks")]
        assert [(r.query.get("offset"), r.query["limit"]) for r in pages] == [
            (None, "250"),
            ("250", "250"),
            ("500", "250"),
        ]

    @having("get_pending_tasks")
    def test_offset_limit_and_count_are_sent(self, sandbox, in_generation, generation):
        tasks = list(cmdlets.get_pending_tasks(offset=2, limit=3, count=False, session=in_generation(generation)))
        assert len(tasks) == 3
        assert last(sandbox).query == {"offset": "2", "limit": "3", "count": "false"}

    @pytest.mark.parametrize("generation", ["v2026", "v1"])
    def test_generations_without_pending_tasks_ask_the_list_and_say_so_once(
        self, sandbox, in_generation, generation, capsys
    ):
        session = in_generation(generation)
        for _ in range(2):
            tasks = list(cmdlets.get_pending_tasks(session=session))
        assert len(tasks) == 14
        assert last(sandbox).query["filters"] == "completionStatus isnull"
        assert last(sandbox).path == path_of(generation, "get_task_status_list")
        assert capsys.readouterr().err.count("has no pending-tasks endpoint") == 1

    @having("get_pending_task_headers")
    def test_the_headers_tell_how_many(self, sandbox, in_generation, generation):
        headers = cmdlets.get_pending_task_headers(count=True, session=in_generation(generation))
        assert last(sandbox).method == "HEAD"
        assert last(sandbox).path == path_of(generation, "get_pending_task_headers")
        assert headers.x_total_count == "14"

    @pytest.mark.parametrize("generation", ["v2026", "v1"])
    def test_generations_without_them_tell_how_many_all_the_same(self, in_generation, generation):
        assert cmdlets.get_pending_task_headers(count=True, session=in_generation(generation)).x_total_count == "14"

    @having("get_task_status")
    def test_get_task_status_gives_one(self, sandbox, in_generation, generation):
        session = in_generation(generation)
        first = cmdlets.get_task_status_list(session=session)[0]
        assert cmdlets.get_task_status(first.id, session=session).id == first.id
        assert last(sandbox).path == path_of(generation, "get_task_status", id=first.id)

    @having("get_task_status_list")
    def test_filters_and_sorters_reach_the_tenant(self, sandbox, in_generation, generation):
        tasks = cmdlets.get_task_status_list(
            limit=10,
            offset=0,
            count=True,
            filters='type eq "QUARTZ"',
            sorters="-created",
            session=in_generation(generation),
        )
        created = [task.created for task in tasks]
        assert created == sorted(created, reverse=True)
        assert {task.type for task in tasks} == {"QUARTZ"}
        query = last(sandbox).query
        assert query["filters"] == 'type eq "QUARTZ"'
        assert query["sorters"] == "-created"
        assert query["count"] == "true"

    @having("update_task_status")
    @pytest.mark.parametrize("many", [False, True], ids=["one", "many"])
    def test_update_task_status_sends_a_json_patch(self, sandbox, in_generation, generation, many):
        session = in_generation(generation)
        task = next(t for t in cmdlets.get_task_status_list(session=session) if t.completion_status is None)
        one = {"op": "replace", "path": "/completionStatus", "value": "TERMINATED"}
        patch = [one, {"op": "replace", "path": "/completed", "value": "2026-03-01T00:00:00.000Z"}] if many else one
        changed = cmdlets.update_task_status(task.id, patch, session=session)
        assert last(sandbox).headers["Content-Type"] == "application/json-patch+json"
        assert json.loads(last(sandbox).body) == (patch if many else [one])
        assert changed.completion_status == "TERMINATED"

    def test_null_is_sent_as_given(self, sandbox, session):
        task = cmdlets.get_pending_tasks(limit=1)[0]
        cmdlets.update_task_status(task, {"op": "replace", "path": "/completed", "value": None})
        assert json.loads(last(sandbox).body)[0]["value"] is None


class TestRoleMining:
    @having("export_role_mining_potential_role")
    def test_the_export_is_saved_as_a_zip(self, sandbox, in_generation, generation, tmp_path):
        session = in_generation(generation)
        path = cmdlets.export_role_mining_potential_role(
            *a_role(session), out_file=tmp_path / "role.zip", session=session
        )
        sent = {name.lower(): value for name, value in last(sandbox).headers.items()}.get("x-sailpoint-experimental")
        assert sent == ("true" if facts(generation).find("export_role_mining_potential_role")[0].experimental else None)
        with zipfile.ZipFile(path) as content:
            assert content.testzip() is None
            assert {"identities", "entitlements"} <= {Path(name).stem for name in content.namelist()}

    @having("export_role_mining_potential_role_async")
    def test_an_export_is_started_followed_and_downloaded(self, sandbox, in_generation, generation, tmp_path):
        session = in_generation(generation)
        role = a_role(session)
        started = cmdlets.export_role_mining_potential_role_async(
            *role, min_entitlement_popularity=0, include_common_access=False, session=session
        )
        assert json.loads(last(sandbox).body) == {"minEntitlementPopularity": 0, "includeCommonAccess": False}
        assert last(sandbox).status == 202
        for _ in range(200):
            status = cmdlets.export_role_mining_potential_role_status(*role, started.export_id, session=session)
            if status.status == "SUCCESS":
                break
            session.clock.sleep(0.02)
        path = cmdlets.invoke_download_role_mining_potential_role_zip(
            *role, started.export_id, out_file=tmp_path / "role.zip", session=session
        )
        assert zipfile.is_zipfile(path)
        assert last(sandbox).path.endswith(f"/export-async/{started.export_id}/download")

    @having("get_role_mining_sessions")
    def test_sessions_and_their_summaries_are_found(self, in_generation, generation):
        session = in_generation(generation)
        sessions = list(cmdlets.get_role_mining_sessions(session=session))
        assert len(sessions) == 5
        summaries = list(cmdlets.get_all_potential_role_summaries(session=session))
        assert len(summaries) == 40
        own = list(cmdlets.get_potential_role_summaries(session_id=summaries[0].session.id, session=session))
        assert {one.session.id for one in own} == {summaries[0].session.id}
        found = cmdlets.get_role_mining_session(summaries[0].session.id, session=session)
        assert found.id == summaries[0].session.id

    def test_experimental_is_said_once(self, session, capsys):
        list(cmdlets.get_role_mining_sessions())
        list(cmdlets.get_role_mining_sessions())
        assert capsys.readouterr().err.count("experimental") == 1

    def test_experimental_operations_can_be_refused(self, sandbox, open_session):
        with open_session(sandbox, experimental=False), pytest.raises(UsageError, match="ISN_EXPERIMENTAL"):
            list(cmdlets.get_role_mining_sessions())
        assert not [r for r in sandbox.requests if "role-mining" in r.path]


@having("get_sources")
def test_sources_are_found(in_generation, generation):
    names = {source.name: source.id for source in cmdlets.get_sources(session=in_generation(generation))}
    assert names["Active Directory"] == ACTIVE_DIRECTORY


CALLS: dict[str, Callable[[], Any]] = {
    "start_report": lambda: cmdlets.start_report(report_type="ORPHAN_IDENTITIES"),
    "suspend_report": lambda: cmdlets.suspend_report("0" * 32),
    "get_report_result": lambda: cmdlets.get_report_result("0" * 32),
    "get_report": lambda: cmdlets.get_report("0" * 32, "csv"),
    "get_pending_tasks": lambda: list(cmdlets.get_pending_tasks()),
    "get_pending_task_headers": lambda: cmdlets.get_pending_task_headers(),
    "get_task_status": lambda: cmdlets.get_task_status("0" * 32),
    "get_task_status_list": lambda: list(cmdlets.get_task_status_list()),
    "update_task_status": lambda: cmdlets.update_task_status("0" * 32, {"op": "remove", "path": "/completed"}),
    "export_role_mining_potential_role": lambda: cmdlets.export_role_mining_potential_role("s", "r"),
    "export_role_mining_potential_role_async": lambda: cmdlets.export_role_mining_potential_role_async("s", "r"),
    "export_role_mining_potential_role_status": lambda: cmdlets.export_role_mining_potential_role_status("s", "r", "e"),
    "invoke_download_role_mining_potential_role_zip": lambda: cmdlets.invoke_download_role_mining_potential_role_zip(
        "s", "r", "e"
    ),
}


@pytest.mark.parametrize("command", CALLS)
@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_every_refusal_tells_what_the_tenant_said(sandbox, session, tmp_path, monkeypatch, command, status):
    monkeypatch.chdir(tmp_path)
    sandbox.faults.add(status=status, times=None)
    with pytest.raises(ApiError) as caught:
        CALLS[command]()
    error = caught.value
    assert error.status_code == error.response.status_code == status
    if not command.endswith("headers"):  # a HEAD has no body to tell more
        assert error.tracking_id
        assert error.tracking_id in str(error)
        assert error.messages[0]["text"].rstrip(".") in str(error)
        assert json.loads(error.error_details.message)["trackingId"] == error.tracking_id
        assert error.detail_code.startswith(str(status))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", CALLS)
def test_a_token_that_stays_refused_is_an_error_after_one_renewal(sandbox, session, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    sandbox.faults.add(status=401, times=None)
    with pytest.raises(ApiError) as caught:
        CALLS[command]()
    assert caught.value.status_code == 401
    asked = [r for r in sandbox.requests if not r.path.startswith("/oauth")]
    assert len(asked) == 2


@pytest.mark.parametrize("retry_after", [7, None], ids=["with Retry-After", "without"])
def test_a_429_is_waited_out_also_for_a_post(sandbox, session, retry_after):
    sandbox.faults.add(status=429, retry_after=retry_after)
    start(session)
    assert [r.status for r in sandbox.requests if r.path.endswith("/run")] == [429, 200]
    assert (session.clock.slept[0] == 7) == (retry_after == 7)
