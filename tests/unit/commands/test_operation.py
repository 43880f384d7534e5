"""Commands made from the facts: which operation is meant, what a record gives, what is sent."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from isnshell.catalog.facts import GENERATIONS, Operation
from isnshell.catalog.loader import facts
from isnshell.commands.invocation import HttpInfo, invoke
from isnshell.commands.lookup import choose, operations_for
from isnshell.commands.references import id_from
from isnshell.commands.registry import get_cmdlet
from isnshell.errors import ApiError, StreamError, UnknownNameError, UsageError
from isnshell.operations.arguments import positional
from isnshell.pipeline.stage import Stage
from isnshell.pipeline.stream import Stream
from isnshell.records import Origin, Record, origin_of, with_origin
from isnshell.tenant.session import Session, set_session

# Its list and its one record have commands of their own, and a POST without a body
_REPORT = "get_report_result"


@pytest.fixture
def current(session: Session) -> Session:
    return set_session(session)


def _record(kind: str | None, resource: str | None, tenant: str | None = "127.0.0.1", **fields: Any) -> Record:
    parents = fields.pop("parents", {})
    return with_origin(Record(fields), Origin(kind, "v2025", tenant, resource, parents))


# --- which operation ----------------------------------------------------------------------------------------------


def _shared() -> list[Any]:
    found = []
    for generation in GENERATIONS:
        by_base: dict[str, list[Operation]] = {}
        for operation in facts(generation):
            by_base.setdefault(operation.base, []).append(operation)
        found += [
            pytest.param(ones, one, id=f"{generation} {one.method} {one.path}")
            for ones in by_base.values()
            if len(ones) > 1
            for one in ones
        ]
    return found


def _asked_alike(one: Operation, other: Operation) -> bool:
    required = [{p.python_name for p in o.parameters if p.required} for o in (one, other)]
    # v1 has both versions of a path; the arguments can't tell them apart, their whole names do
    paths = {o.path.replace("/v2", "/v1") for o in (one, other)}
    return required[0] == required[1] or len(paths) == 1


@pytest.mark.parametrize(("operations", "operation"), _shared())
def test_the_arguments_choose_among_operations_of_one_name(operations: list[Operation], operation: Operation) -> None:
    named = {p.python_name: "1" for p in positional(operation) if p.required}
    chosen = choose(operations, (), named, "command")

    # PATCH and PUT of one path ask for the same names, which no argument's name tells apart
    assert chosen is operation or _asked_alike(chosen, operation)


def test_an_id_means_one_object_and_none_means_the_list() -> None:
    operations = facts("v2025").find("get_scheduled_search")

    assert choose(operations, (), {}, "command").path == "/scheduled-searches"
    assert choose(operations, (), {"limit": 5}, "command").path == "/scheduled-searches"
    assert choose(operations, (), {"id": "1"}, "command").path == "/scheduled-searches/{id}"


def test_a_positional_id_means_one_object(tenant: Any, current: Session) -> None:
    tenant.answers({"id": "1"})
    get_cmdlet("get_scheduled_search")("1")

    assert tenant.lines == ["GET /v2025/scheduled-searches/1"]


def test_the_sessions_generation_decides(session: Session, person: Any) -> None:
    session.api_version = "v2024"

    assert {o.generation for o in operations_for("get_pending_tasks", session)} == {"v2024"}
    assert {o.generation for o in operations_for("get_pending_tasks", session, "beta")} == {"beta"}
    assert {o.generation for o in operations_for("get_pending_tasks", None)} == {"v2025"}
    assert person.notes == []


def test_what_the_sessions_generation_lacks_is_taken_from_the_newest_and_said_once(
    session: Session, person: Any
) -> None:
    session.api_version = "v3"
    for _ in range(2):
        operations = operations_for("get_potential_role_summaries", session)

    assert operations[0].generation in ("v1", "v2026")
    assert len(person.notes) == 1
    assert "v3 has no such operation" in person.notes[0]


def test_looking_at_a_command_says_nothing(current: Session, person: Any) -> None:
    current.api_version = "v3"
    command = get_cmdlet("get_potential_role_summaries")
    repr(command), command.__doc__, inspect.signature(command), command.changes  # type: ignore[arg-type]

    assert person.notes == []


def test_an_unknown_operation_is_an_unknown_name(session: Session) -> None:
    with pytest.raises(UnknownNameError, match="no command 'get_nothing_at_all'"):
        operations_for("get_nothing_at_all", session)


# --- ids out of records -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id", "base", "record"),
    [
        pytest.param("1", "get_task_status", _record("TaskStatus", "task-status", id="1"), id="own collection"),
        pytest.param(
            "1",
            "get_task_status",
            _record("TaskStatus", "task-status/pending-tasks", id="1"),
            id="collection beside it",
        ),
        pytest.param("1", "get_source", _record("Source", "sources", id="1"), id="list of its kind"),
        pytest.param("2", "get_source", _record("Account", "accounts", id="1", sourceId="2"), id="reference by name"),
        pytest.param("2", "get_source", _record("Role", "roles", id="1", source={"id": "2"}), id="reference by object"),
        pytest.param("2", "get_identity", _record("Account", "accounts", id="1", identityId="2"), id="identityId"),
        pytest.param("1", "get_source", {"id": "1", "sourceId": "2"}, id="a dict has no kind"),
        pytest.param("9", "suspend_report", {"Task Result ID": "9", "Note": "x"}, id="as its sisters call it"),
        pytest.param("9", "get_task_status", {"Task ID": "9"}, id="as people call it"),
        pytest.param("9", "get_report_result", {"TASK-RESULT_ID": "9"}, id="a heading in any spelling"),
        pytest.param(
            "9", "get_report_result", _record("TaskResultDetails", "reports", id="1", taskResultId="9"), id="by name"
        ),
    ],
)
def test_an_id_comes_from_the_own_kind_or_the_matching_reference(id: str, base: str, record: Any) -> None:
    (operation,) = facts("v2025").find(base)
    parameter = next(p for p in operation.parameters if p.place == "path")

    assert id == id_from(record, parameter, operation)


def test_an_id_of_another_kind_never_binds_and_the_error_names_both() -> None:
    (operation,) = facts("v2025").find("get_source")
    identity = _record("Identity", "identities", id="1", name="Ada")

    with pytest.raises(UsageError, match=r"id of get_source can't come from a Identity|get_source.*Identity"):
        id_from(identity, operation.parameters[0], operation)


def test_the_error_of_a_row_without_an_id_says_what_it_has_and_what_was_wanted() -> None:
    (operation,) = facts("v2025").find("suspend_report")

    with pytest.raises(UsageError, match=r"none of id, .*taskResultId; it has Foo, Bar"):
        id_from({"Foo": "1", "Bar": "2"}, operation.parameters[0], operation)


def test_a_path_value_of_the_parent_is_known_from_where_the_record_came() -> None:
    (operation,) = facts("v2025").find("get_potential_role_summaries")
    record = _record("X", "potential-role-summaries", id="1", parents={"sessionId": "s1"})

    assert id_from(record, operation.parameters[0], operation) == "s1"


def test_a_record_may_stand_where_an_id_is_wanted(tenant: Any, current: Session) -> None:
    tenant.answers({"id": "1"})
    get_cmdlet("get_task_status")(_record("TaskStatus", "task-status", id="1"))

    assert tenant.lines == ["GET /v2025/task-status/1"]


@pytest.mark.parametrize(
    "use",
    [
        pytest.param(lambda command, record: command(record), id="argument"),
        pytest.param(lambda command, record: record | command, id="pipe"),
        pytest.param(lambda command, record: list([record] | command()), id="lazy pipe"),
    ],
)
def test_a_record_of_another_tenant_is_refused(tenant: Any, current: Session, use: Any) -> None:
    command, record = get_cmdlet("get_task_status"), _record("TaskStatus", "task-status", "other.test", id="1")

    with pytest.raises(UsageError, match=r"of tenant other\.test, the session is of 127\.0\.0\.1.*cross_tenant=True"):
        use(command, record)
    assert (tenant.asked, tenant.sign_ins) == ([], [])


def test_a_record_of_another_tenant_may_be_meant(tenant: Any, current: Session) -> None:
    tenant.answers({"id": "1"})
    command, record = get_cmdlet("get_task_status"), _record("TaskStatus", "task-status", "other.test", id="1")
    command(record, cross_tenant=True)
    record | command(cross_tenant=True)

    assert tenant.lines == ["GET /v2025/task-status/1"] * 2


# --- calls --------------------------------------------------------------------------------------------------------


def test_one_object_is_a_record_that_knows_where_it_came_from(tenant: Any, current: Session) -> None:
    tenant.answers({"id": "1", "completionStatus": None})
    task = get_cmdlet("get_task_status")(id="1")

    assert task.completion_status is None
    assert (origin_of(task).kind, origin_of(task).tenant, origin_of(task).generation) == (
        "TaskStatus",
        "127.0.0.1",
        "v2025",
    )


def test_an_answer_without_content_is_none(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(204))

    assert get_cmdlet("suspend_report")("1") is None
    assert tenant.lines == ["POST /v2025/reports/1/cancel"]


def test_headers_come_as_a_record(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(200, headers={"X-Total-Count": "57"}))
    (operation,) = facts("v2025").find("get_pending_task_headers")
    headers = invoke("get_pending_task_headers", count=True)

    assert operation.method == "HEAD"
    assert headers.x_total_count == "57"
    assert tenant.lines == ["HEAD /v2025/task-status/pending-tasks?count=true"]


def test_with_http_info_gives_the_answer_and_what_carried_it(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(200, {"id": "1"}, {"X-A": "b"}))
    info = get_cmdlet("get_task_status")("1", with_http_info=True)

    assert isinstance(info, HttpInfo)
    assert (info.response.id, info.status_code, info.headers["X-A"]) == ("1", 200, "b")


def test_nothing_is_sent_for_a_wrong_call(tenant: Any, current: Session) -> None:
    for call in (
        lambda: invoke("get_task_status", ""),
        lambda: invoke("get_task_status", "a/b"),
        lambda: invoke("get_task_status", "1", colour="red"),
        lambda: invoke("get_report", "1", "xls"),
        lambda: invoke("get_sources", limit=-1),
        lambda: invoke("get_sources", limit="x"),
        lambda: invoke("update_task_status", "1", [{"op": "put"}]),
        lambda: invoke("start_report", report_type="NONSENSE"),
    ):
        with pytest.raises(UsageError):
            call()

    assert (tenant.asked, tenant.sign_ins) == ([], [])


def test_skip_validation_sends_a_value_that_the_facts_do_not_know(tenant: Any, current: Session) -> None:
    tenant.answers({})
    invoke("start_report", report_type="BRAND_NEW", skip_validation=True)

    assert tenant.asked[0].json() == {"reportType": "BRAND_NEW"}


@pytest.mark.parametrize("generation", ["v3", "beta", "v2024", "v2025", "v2026", "v1"])
def test_every_generation_is_asked_at_its_own_path(tenant: Any, current: Session, generation: str) -> None:
    tenant.answers({"id": "1"})
    current.api_version = generation
    (operation, *_) = operations_for(_REPORT, current)
    invoke(_REPORT, "1")
    wanted = {"v1": "GET /reports/v1/1/result"}.get(
        operation.generation, f"GET /{operation.generation}/reports/1/result"
    )

    assert tenant.lines == [wanted]


def test_a_pinned_name_asks_its_generation_whatever_the_session_says(tenant: Any, current: Session) -> None:
    tenant.answers([])
    list(get_cmdlet("get_v2024_task_status_list")())
    list(get_cmdlet("Get-BetaTaskStatusList")())

    assert [line.split("?")[0] for line in tenant.lines] == ["GET /v2024/task-status", "GET /beta/task-status"]


def test_a_refusal_names_the_scope_out_of_the_facts(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(403, {"messages": [{"text": "Forbidden."}]}))

    with pytest.raises(ApiError, match="scope idn:task-management:read"):
        invoke("get_task_status", "1")


# --- lists --------------------------------------------------------------------------------------------------------


def _tasks(asked: Any) -> Any:
    """A list of 600 tasks, cut by offset and limit."""
    from urllib.parse import parse_qs, urlsplit

    from tests.unit.conftest import Answer

    query = {key: value[0] for key, value in parse_qs(urlsplit(asked.target).query).items()}
    offset, limit = int(query.get("offset", 0)), int(query.get("limit", 250))
    headers = {"X-Total-Count": "600"} if query.get("count") == "true" else {}
    return Answer(200, [{"id": str(n)} for n in range(offset, min(600, offset + limit))], headers)


@pytest.fixture
def tasks(tenant: Any, current: Session) -> Any:
    tenant.answers(_tasks)
    return get_cmdlet("get_task_status_list")


def test_a_list_sends_nothing_until_it_is_read(tenant: Any, tasks: Any) -> None:
    stream = tasks(filters='type eq "QUARTZ"')
    repr(stream)
    assert isinstance(stream, Stream)
    assert (tenant.asked, tenant.sign_ins) == ([], [])
    next(iter(stream))
    assert len(tenant.asked) == 1


def test_a_list_gives_all_records_in_the_largest_pages(tenant: Any, tasks: Any) -> None:
    assert [one.id for one in tasks()] == [str(n) for n in range(600)]
    assert len(tenant.asked) == 3


@pytest.mark.parametrize(("requests", "limit"), [(0, 0), (1, 1), (1, 250), (2, 251), (3, 600), (3, 9999)])
def test_a_limit_gives_exactly_so_many(tenant: Any, tasks: Any, requests: int, limit: int) -> None:
    assert len(list(tasks(limit=limit))) == min(limit, 600)
    assert len(tenant.asked) == requests


def test_an_offset_is_where_the_list_begins(tasks: Any) -> None:
    assert [one.id for one in tasks(offset="10", limit=2)] == ["10", "11"]


def test_an_index_asks_for_no_more_than_it_needs(tenant: Any, tasks: Any) -> None:
    assert tasks()[0].id == "0"
    assert tenant.lines == ["GET /v2025/task-status?limit=1"]


@pytest.mark.parametrize(
    ("total", "options"), [(600, {}), (590, {"offset": 10}), (5, {"limit": 5}), (0, {"offset": 700})]
)
def test_the_total_is_asked_once_with_count(tenant: Any, tasks: Any, total: int, options: dict[str, int]) -> None:
    stream = tasks(**options)

    assert total == stream.total_count == stream.total_count
    assert len(tenant.asked) == 1
    assert "count=true" in tenant.lines[0]


def test_a_list_belongs_to_the_session_that_made_it(tenant: Any, tasks: Any, make_session: Any) -> None:
    stream = tasks(limit=1)
    set_session(make_session(base_url="http://127.0.0.1:1"))

    assert stream[0].id == "0"


def test_a_list_belongs_to_the_generation_that_was_current(tenant: Any, tasks: Any, current: Session) -> None:
    stream = tasks(limit=1)
    current.api_version = "v2024"

    assert stream[0].id == "0"
    assert tenant.lines == ["GET /v2025/task-status?limit=1"]


def test_reading_a_list_of_a_closed_session_is_an_error_that_says_so(tasks: Any, current: Session) -> None:
    stream = tasks()
    current.close()

    with pytest.raises(StreamError, match="session 'unit' is closed"):
        list(stream)


# --- pipes --------------------------------------------------------------------------------------------------------


def test_records_of_a_list_bind_to_a_command_about_them(tenant: Any, tasks: Any, answer: Any) -> None:
    tenant.answers([{"id": "1"}, {"id": "2"}], {"id": "a"}, {"id": "b"})

    assert [one.id for one in tasks(limit=2) | get_cmdlet("get_task_status")] == ["a", "b"]
    assert tenant.lines[1:] == ["GET /v2025/task-status/1", "GET /v2025/task-status/2"]


def test_what_is_given_is_not_taken_from_the_record(tenant: Any, current: Session) -> None:
    tenant.answers({"id": "1"})
    stage = get_cmdlet("update_task_status")(json_patch_operation={"op": "replace", "path": "/a", "value": None})
    _record("TaskStatus", "task-status", id="1") | stage

    assert tenant.lines == ["PATCH /v2025/task-status/1"]


def test_what_is_given_by_position_is_not_taken_from_the_record(tenant: Any, current: Session) -> None:
    tenant.answers({"exportId": "1"})
    command = get_cmdlet("export_role_mining_potential_role_async")
    {"sessionId": "wrong", "potentialRoleId": "p1"} | command("s1")

    assert tenant.lines == ["POST /v2025/role-mining-sessions/s1/potential-roles/p1/export-async"]


def test_a_changing_operation_in_a_pipe_runs_once_for_each_id(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(204))
    results = ["1", "2", "1"] | get_cmdlet("suspend_report")
    list(results), list(results)

    assert tenant.lines == ["POST /v2025/reports/1/cancel", "POST /v2025/reports/2/cancel"]


@pytest.mark.parametrize("arguments", [{"nope": 1}, {"id": "7", "nope": 1}])
def test_a_call_for_the_pipe_refuses_a_name_that_it_does_not_know(current: Session, arguments: dict[str, Any]) -> None:
    with pytest.raises(UnknownNameError, match="update_task_status has no parameter 'nope'"):
        get_cmdlet("update_task_status")(**arguments)


def test_a_record_without_what_is_missing_stops_all_before_anything_is_sent(tenant: Any, current: Session) -> None:
    with pytest.raises(UsageError, match=r"json_patch_operation|body"):
        ["1", "2"] | get_cmdlet("update_task_status")

    assert (tenant.asked, tenant.sign_ins) == ([], [])


def test_a_change_that_takes_nothing_from_the_pipe_is_not_carried_out(tenant: Any, current: Session) -> None:
    with pytest.raises(UsageError, match="takes nothing from the pipe"):
        [1] | get_cmdlet("Start-V2025Report")

    assert (tenant.asked, tenant.sign_ins) == ([], [])


def test_what_if_shows_the_exact_request_of_an_operation(tenant: Any, current: Session, person: Any) -> None:
    get_cmdlet("update_task_status")("1", {"op": "replace", "path": "/completed", "value": None}, what_if=True)

    assert person.shown == [
        f"What if: Update-V2025TaskStatus on 127.0.0.1\nPATCH {tenant.url}/v2025/task-status/1\n"
        'Content-Type: application/json-patch+json\n[{"op":"replace","path":"/completed","value":null}]\n'
        f"curl -X PATCH {tenant.url}/v2025/task-status/1 -H 'Authorization: Bearer ***' "
        "-H 'Content-Type: application/json-patch+json' "
        """--data-binary '[{"op":"replace","path":"/completed","value":null}]'"""
    ]
    assert (tenant.asked, tenant.sign_ins) == ([], [])


# --- how a command looks ------------------------------------------------------------------------------------------


def test_the_repr_is_the_usage_and_sends_nothing(tenant: Any, current: Session) -> None:
    assert repr(get_cmdlet("get_task_status")) == "<command get_task_status(id)>"
    assert (tenant.asked, tenant.sign_ins) == ([], [])


def test_looking_at_a_command_opens_no_session() -> None:
    from isnshell.tenant.session import peek_session

    command = get_cmdlet("get_sources")
    repr(command), command.__doc__, inspect.signature(command)  # type: ignore[arg-type]

    assert peek_session() is None


@pytest.mark.parametrize("generation", GENERATIONS)
def test_every_operation_has_a_signature_and_a_help_text(generation: str) -> None:
    from isnshell.commands.registry import command_in

    for operation in facts(generation):
        if operation.cmdlet is None:
            continue
        command = command_in(generation, operation.base)
        assert command is not None, operation.base
        assert inspect.signature(command) is not None  # type: ignore[arg-type]
        assert command.name in (command.__doc__ or "")


def test_a_stage_of_an_operation_says_what_it_waits_for(current: Session) -> None:
    stage = get_cmdlet("get_task_status")()

    assert isinstance(stage, Stage)
    assert repr(stage) == "<get_task_status() waits for id: put it right of |>"
