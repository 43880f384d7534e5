"""A pipe of changes: bound and checked whole, a result Record for each, and a job that goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cmdlets.each import for_each_object
from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.outcomes import input_id
from isnshell.commands.registry import get_cmdlet
from isnshell.errors import ApiError, FileError, RefusedError, UsageError
from isnshell.records import Record
from isnshell.tenant.session import Session, set_session

PATCH = [{"op": "replace", "path": "/completionStatus", "value": "TERMINATED"}]
DONE: list[str] = []


@cmdlet("Set-Thing", pipe={"id": ("id",)}, changes=True)
def set_thing(id: str, *, to: str = "x") -> str:
    """Change one thing, unless it is called bad."""
    if id.startswith("bad"):
        raise ValueError(f"{id} refuses")
    if id == "stop":
        raise KeyboardInterrupt
    DONE.append(id)
    return f"{id}={to}"


@cmdlet("Get-Back", pipe={"id": ("id",)})
def get_back(id: Any) -> Any:
    """Give the id back."""
    return id


@pytest.fixture(autouse=True)
def nothing_done() -> None:
    DONE.clear()


@pytest.fixture
def current(session: Session) -> Session:
    return set_session(session)


def _of(results: Any, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(one[name] for name in names) for one in results]


# --- before the first request -------------------------------------------------------------------------------------


def test_all_faulty_records_are_named_by_their_row_up_to_ten() -> None:
    rows = [Record(id=str(n)) if n % 2 else Record(name=str(n)) for n in range(1, 41)]
    with pytest.raises(UsageError) as caught:
        rows | set_thing()

    text = str(caught.value)
    assert "20 of 40 records do not fit" in text
    assert [f"row {n}:" in text for n in (2, 4, 20, 22)] == [True, True, True, False]
    assert "and 10 more" in text
    assert "Nothing was changed" in text
    assert DONE == []


@pytest.mark.parametrize("each", [False, True], ids=["right of the pipe", "for_each_object"])
def test_what_a_record_gives_is_checked_before_the_first_request(tenant: Any, current: Session, each: bool) -> None:
    update = get_cmdlet("update_task_status")
    rows = [Record(id="1", body=PATCH), Record(id="", body=PATCH), Record(id="3", body=PATCH)]
    with pytest.raises(UsageError, match="row 2"):
        rows | (for_each_object(update, json_patch_operation=PATCH) if each else update(json_patch_operation=PATCH))

    assert (tenant.asked, tenant.sign_ins) == ([], [])


def test_what_if_is_one_table_of_for_each_object_too(tenant: Any, current: Session, person: Any) -> None:
    rows = [Record(id="1", uniqueName="First"), Record(id="2")]
    update = get_cmdlet("update_task_status")
    assert list(rows | for_each_object(update, json_patch_operation=PATCH, what_if=True)) == []

    (table,) = person.shown
    assert table.splitlines()[0] == "What if: Update-V2025TaskStatus on 127.0.0.1, 2 changes"
    assert table.splitlines()[3].startswith(
        '  1  1       First  PATCH /v2025/task-status/{id} replace /completionStatus "TERMINATED"'
    )
    assert (tenant.asked, tenant.sign_ins) == ([], [])


# --- results ------------------------------------------------------------------------------------------------------


def test_a_result_tells_accepted_from_done(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(
        answer(202, {"id": "task-1"}, {"SLPT-Request-ID": "tr-1"}),
        answer(200, {"id": "2", "completionStatus": "X"}, {"SLPT-Request-ID": "tr-2"}),
        answer(204),
    )
    results = ["1", "2", "3"] | get_cmdlet("update_task_status")(json_patch_operation=PATCH)

    assert _of(results, "input", "outcome", "status_code", "tracking_id", "id") == [
        ("1", "accepted", 202, "tr-1", "task-1"),
        ("2", "done", 200, "tr-2", "2"),
        ("3", "done", 204, None, "3"),
    ]
    assert [one.result for one in results][1:] == [{"id": "2", "completionStatus": "X"}, None]


def test_an_answer_for_many_is_split_per_item(tenant: Any, current: Session, answer: Any) -> None:
    items = [
        {"id": "a", "status": 204, "description": "deleted"},
        {"id": "b", "statusCode": "404", "message": "b was not found"},
    ]
    tenant.answers(answer(207, items))
    results = ["1"] | get_cmdlet("update_task_status")(json_patch_operation=PATCH)

    assert _of(results, "id", "outcome", "status_code", "reason") == [
        ("a", "done", 204, None),
        ("b", "failed", 404, "b was not found"),
    ]


def test_an_answer_for_many_about_none_is_one_result(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(207, []))
    assert _of(["1"] | get_cmdlet("update_task_status")(json_patch_operation=PATCH), "id", "status_code") == [
        ("1", 207)
    ]


def test_one_failure_does_not_end_the_rest_if_told_so(tenant: Any, current: Session, answer: Any, person: Any) -> None:
    refusal = answer(400, {"detailCode": "400.1", "trackingId": "tr-9"})
    tenant.answers(refusal, answer(200, {"id": "2"}))
    errors: list[Any] = []
    update = get_cmdlet("update_task_status")
    results = [Record(id="1"), Record(id="2")] | for_each_object(
        update, json_patch_operation=PATCH, error_action="continue", error_variable=errors
    )

    assert _of(results, "outcome", "status_code", "tracking_id") == [("failed", 400, "tr-9"), ("done", 200, None)]
    assert [error.record for error in errors] == [{"id": "1"}]
    assert len(person.warnings) == 1


def test_one_failure_ends_the_rest_by_default(tenant: Any, current: Session, answer: Any, person: Any) -> None:
    tenant.answers(answer(204), answer(400, {}))
    with pytest.raises(ApiError):
        ["1", "2", "3"] | get_cmdlet("update_task_status")(json_patch_operation=PATCH)

    assert len(tenant.asked) == 2
    assert "ended early: 1 done, 1 failed, 1 not begun." in person.warnings[0]


def test_a_rail_ends_all_whatever_the_error_action(tenant: Any, make_session: Any) -> None:
    set_session(make_session(read_only=True))
    with pytest.raises(RefusedError):
        ["1", "2"] | get_cmdlet("update_task_status")(json_patch_operation=PATCH, error_action="ignore")


def test_a_change_that_may_have_been_made_is_unknown(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(drop=True))
    results = ["1"] | get_cmdlet("update_task_status")(json_patch_operation=PATCH, error_action="silently_continue")

    assert _of(results, "outcome") == [("unknown",)]


def test_a_command_behind_changes_gets_what_they_gave() -> None:
    records = [Record(id="a"), Record(id="bad"), Record(id="c")]
    results = records | set_thing(error_action="ignore")
    assert list(results | get_back()) == ["a=x", "c=x"]
    assert [one.result for one in results | set_thing()] == ["a=x=x", "c=x=x"]


def test_many_at_a_time_ask_once(tenant: Any, make_session: Any, person: Any, answer: Any) -> None:
    tenant.answers(answer(204))
    set_session(make_session(environment="production"))
    person.answer = True
    update = get_cmdlet("update_task_status")
    results = [str(n) for n in range(20)] | for_each_object(update, json_patch_operation=PATCH, parallel=4)

    assert [one.input for one in results] == [str(n) for n in range(20)]
    assert len(person.questions) == 1
    assert "20 objects" in person.questions[0]


# --- the end ------------------------------------------------------------------------------------------------------


def test_many_changes_end_with_a_line_that_counts_them(person: Any) -> None:
    [f"id{n}" for n in range(21)] | set_thing()
    [f"id{n}" for n in range(20)] | set_thing()

    assert person.notes == ["set_thing: 21 done."]


def test_a_failure_is_told_at_the_end_of_few_too(person: Any, here: Path) -> None:
    ["a", "bad1", "bad2"] | set_thing(error_action="silently_continue")
    ["a", "bad1"] | set_thing(error_action="silently_continue", resume="job.jsonl")
    ["a", "b"] | set_thing(resume="job.jsonl")

    assert person.notes == [
        "set_thing: 1 done, 2 failed. The reasons are in the results.",
        "set_thing: 1 done, 1 failed. The reasons are in the results."
        " The same line again tries what failed, by job.jsonl.",
        "set_thing: 1 done, 1 skipped.",
    ]


@pytest.mark.parametrize(
    ("resume", "told"),
    [
        (None, "With resume='FILE' the same line would do what is left."),
        ("job.jsonl", "The same line again does what is left, by job.jsonl."),
    ],
)
def test_an_interruption_says_how_far_it_came_and_how_to_go_on(
    person: Any, here: Path, resume: str | None, told: str
) -> None:
    with pytest.raises(KeyboardInterrupt) as caught:
        ["a", "b", "stop", "c", "d"] | set_thing(**({"resume": resume} if resume else {}))

    assert person.warnings == [f"set_thing was interrupted: 2 done, 1 unknown, 2 not begun. {told}"]
    assert _of(caught.value.results, "input", "outcome") == [("a", "done"), ("b", "done")]


def test_what_ends_the_changes_has_what_was_done_in_its_results(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(204), answer(404, {}))
    with pytest.raises(ApiError) as caught:
        ["1", "2", "3"] | get_cmdlet("update_task_status")(json_patch_operation=PATCH)

    assert _of(caught.value.results, "input", "outcome") == [("1", "done")]


def test_a_refusal_of_the_first_is_not_told_as_work_broken_off(make_session: Any, person: Any) -> None:
    set_session(make_session(environment="production"))
    person.answer = False
    with pytest.raises(RefusedError):
        ["1", "2"] | get_cmdlet("update_task_status")(json_patch_operation=PATCH)

    assert person.warnings == []


class _Impatient:
    """A clock whose first sleeper presses Ctrl-C."""

    def __init__(self, clock: Any) -> None:
        self._clock = clock

    def __getattr__(self, name: str) -> Any:
        return getattr(self._clock, name)

    def sleep(self, seconds: float, *, cancelled: Any = None) -> None:
        raise KeyboardInterrupt


def test_what_waits_for_its_turn_has_not_begun(
    tenant: Any, make_session: Any, answer: Any, clock: Any, person: Any, here: Path
) -> None:
    """Ctrl-C mostly comes while the rate budget is waited for: nothing is left in doubt then."""
    tenant.answers(answer(204))
    session = make_session(rate_limit=2)
    session = set_session(Session(session.profile, clock=_Impatient(clock)))
    update = get_cmdlet("update_task_status")
    with pytest.raises(KeyboardInterrupt):
        ["1", "2", "3", "4"] | update(json_patch_operation=PATCH, resume="job.jsonl")

    assert person.warnings[0].startswith("update_task_status was interrupted: 2 done, 2 not begun.")
    assert [json.loads(line).get("begun") for line in Path("job.jsonl").read_text("utf-8").splitlines()[1:]] == [
        "1",
        None,
        "2",
        None,
    ]
    session.close()


# --- jobs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("each", [False, True], ids=["right of the pipe", "for_each_object"])
def test_a_job_goes_on_after_an_interruption_without_repeating(each: bool, here: Path) -> None:
    def stage() -> Any:
        return for_each_object(set_thing, to="y", resume="job.jsonl") if each else set_thing(to="y", resume="job.jsonl")

    with pytest.raises(KeyboardInterrupt):
        ["a", "b", "stop", "c"] | stage()
    assert DONE == ["a", "b"]
    results = ["a", "b", "c"] | stage()

    assert DONE == ["a", "b", "c"]
    assert _of(results, "input", "outcome") == [("a", "skipped"), ("b", "skipped"), ("c", "done")]
    assert "by job.jsonl" in results[0].reason


def test_what_was_under_way_is_not_repeated_where_that_could_harm(here: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        ["stop"] | set_thing(resume="job.jsonl")
    results = ["stop", "b"] | set_thing(resume="job.jsonl")

    assert _of(results, "input", "outcome") == [("stop", "unknown"), ("b", "done")]


def test_what_failed_is_tried_again(here: Path) -> None:
    ["bad", "b"] | set_thing(resume="job.jsonl", error_action="ignore")
    results = ["bad", "b"] | set_thing(resume="job.jsonl", error_action="ignore")

    assert _of(results, "outcome") == [("failed",), ("skipped",)]


def test_the_file_has_a_line_for_each_beginning_and_end(here: Path) -> None:
    [Record(id="a"), Record(id="b")] | set_thing(resume="job.jsonl")
    lines = [json.loads(line) for line in Path("job.jsonl").read_text("utf-8").splitlines()]

    assert lines[0]["job"] == "Set-Thing"
    assert [line.get("begun") or (line["key"], line["outcome"]) for line in lines[1:]] == [
        "a",
        ("a", "done"),
        "b",
        ("b", "done"),
    ]


@pytest.mark.parametrize(
    ("again", "text"),
    [
        pytest.param(lambda: get_cmdlet("suspend_report")(resume="job.jsonl"), "another command", id="command"),
        pytest.param(lambda: set_thing(to="other", resume="job.jsonl"), "other arguments", id="arguments"),
    ],
)
def test_another_job_is_refused_before_anything_is_sent(
    tenant: Any, current: Session, here: Path, again: Any, text: str
) -> None:
    ["a"] | set_thing(resume="job.jsonl")
    with pytest.raises(FileError, match=text):
        ["b"] | again()

    assert DONE == ["a"]
    assert tenant.asked == []


def test_another_tenant_s_job_is_refused(tenant: Any, here: Path, make_session: Any) -> None:
    ["a"] | set_thing(resume="job.jsonl")
    set_session(make_session())
    with pytest.raises(FileError, match="another tenant"):
        ["b"] | set_thing(resume="job.jsonl")


def test_another_file_is_refused_and_left_as_it_is(here: Path) -> None:
    Path("notes.jsonl").write_text('{"mine": 1}\n', "utf-8")
    with pytest.raises(FileError, match="no job file"):
        ["a"] | set_thing(resume="notes.jsonl")

    assert Path("notes.jsonl").read_text("utf-8") == '{"mine": 1}\n'
    assert DONE == []


def test_a_line_cut_by_a_crash_does_no_harm(here: Path) -> None:
    ["a"] | set_thing(resume="job.jsonl")
    with Path("job.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"begun": "b')
    ["a", "b"] | set_thing(resume="job.jsonl")
    results = ["a", "b"] | set_thing(resume="job.jsonl")

    assert DONE == ["a", "b"]
    assert _of(results, "outcome") == [("skipped",), ("skipped",)]


def test_a_what_if_leaves_no_file(tenant: Any, current: Session, here: Path) -> None:
    update = get_cmdlet("update_task_status")
    ["1"] | update(json_patch_operation=PATCH, resume="job.jsonl", what_if=True)

    assert not Path("job.jsonl").exists()


@pytest.mark.parametrize(
    "call",
    [
        lambda: get_back(resume="job.jsonl"),
        lambda: for_each_object(get_back, resume="job.jsonl"),
        lambda: for_each_object(len, resume="job.jsonl"),
        lambda: set_thing("1", resume="job.jsonl"),
    ],
    ids=["reading", "reading each", "a function", "one call"],
)
def test_resume_is_for_a_pipe_of_changes(call: Any) -> None:
    with pytest.raises(UsageError, match="resume"):
        call()


@pytest.mark.parametrize(
    ("expected", "record"),
    [
        ("7", {"id": "7", "taskId": "8"}),
        ("8", {"Name": "Ada", "Task Result ID": "8"}),
        (None, {"name": "Ada", "sourceId": None}),
        ("7", "7"),
        (None, None),
    ],
)
def test_the_id_that_stands_for_an_input_may_be_that_of_a_thing(expected: Any, record: Any) -> None:
    assert input_id(record) == expected
