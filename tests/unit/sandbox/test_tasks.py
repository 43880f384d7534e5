"""Tasks under time, and the patch that ends them."""

from __future__ import annotations

import pytest

from isnshell.catalog.loader import facts
from isnshell.clock import iso

TASKS = "/v2025/task-status"
PENDING = f"{TASKS}/pending-tasks"
PATCH = "application/json-patch+json"


def pending(ask):
    return ask("GET", PENDING).get_json()


def patch(ask, id_, *operations, content_type=PATCH):
    return ask("PATCH", f"{TASKS}/{id_}", json=list(operations), content_type=content_type)


def replace(name, value):
    return {"op": "replace", "path": f"/{name}", "value": value}


@pytest.mark.parametrize("generation", ["beta", "v2024", "v2025", "v2026", "v1"])
def test_a_task_has_the_fields_of_its_model(ask, generation):
    path = "/task-status/v1" if generation == "v1" else f"/{generation}/task-status"
    fields = facts(generation).models["TaskStatus"].fields
    for task in ask("GET", path).get_json():
        assert set(task) == {field.name for field in fields}
        for field in fields:
            assert task[field.name] is not None or field.nullable
            assert not field.enum or task[field.name] in (*field.enum, None)


def test_there_is_something_of_everything(ask):
    tasks = ask("GET", TASKS).get_json()

    assert {task["type"] for task in tasks} == {"QUARTZ", "QPOC", "QUEUED_TASK"}
    assert {task["completionStatus"] for task in tasks} == {
        None, "SUCCESS", "WARNING", "ERROR", "TEMPERROR", "TERMINATED"
    }  # fmt: skip
    assert all(task["messages"] for task in tasks if task["completionStatus"] in ("ERROR", "TEMPERROR", "WARNING"))
    assert len({task["id"] for task in tasks}) == 60


def test_pending_tasks_are_those_without_a_completion_status(ask):
    listed = [task for task in ask("GET", TASKS).get_json() if task["completionStatus"] is None]

    assert pending(ask) == listed
    assert len(listed) == 14
    assert {task["completed"] for task in listed} == {None}


def test_their_number_can_be_set(make_sandbox, asker):
    answer = asker(make_sandbox(pending_tasks=600))("HEAD", f"{PENDING}?count=true")

    assert answer.headers["X-Total-Count"] == "600"
    assert answer.data == b""


def test_the_headers_of_nothing_are_a_204(make_sandbox, asker):
    ask = asker(make_sandbox(pending_tasks=0))

    assert ask("HEAD", PENDING).status_code == 204
    assert ask("GET", PENDING).get_json() == []


def test_pending_tasks_progress_and_end(ask, clock):
    before = {task["id"]: task for task in pending(ask)}
    clock.sleep(30)
    after = {task["id"]: task for task in pending(ask)}
    assert after.keys() == before.keys()
    assert any(after[id_]["percentComplete"] > before[id_]["percentComplete"] for id_ in before)
    clock.sleep(4 * 3600)
    left = pending(ask)

    assert len(left) == 5  # these hang
    assert all(
        ask("GET", f"{TASKS}/{id_}").get_json()["percentComplete"] == 100
        for id_ in set(before) - {t["id"] for t in left}
    )


def test_a_queued_task_is_launched_later(ask, clock):
    queued = next(task for task in pending(ask) if task["progress"] == "Queued" and task["created"] > "2026-03-02")
    assert queued["launched"] is None
    clock.sleep(300)

    assert ask("GET", f"{TASKS}/{queued['id']}").get_json()["launched"] is not None


def test_a_stuck_task_is_ended_by_a_patch(ask, clock):
    stuck = pending(ask)[-1]
    answer = patch(ask, stuck["id"], replace("completionStatus", "TERMINATED"), replace("completed", iso(clock.now())))
    assert answer.status_code == 200
    assert answer.get_json()["completionStatus"] == "TERMINATED"
    assert answer.get_json()["completed"] == iso(clock.now())
    clock.sleep(1)

    assert ask("GET", f"{TASKS}/{stuck['id']}").get_json() == answer.get_json()
    assert len(pending(ask)) == 13


@pytest.mark.parametrize(("written", "kept"), [("Error", "ERROR"), ("TEMP_ERROR", "TEMPERROR"), ("success", "SUCCESS")])
def test_a_status_is_taken_in_the_spellings_of_the_documents(ask, written, kept):
    answer = patch(ask, pending(ask)[0]["id"], replace("completionStatus", written))

    assert answer.get_json()["completionStatus"] == kept


def test_a_moment_is_taken_in_the_documents_other_spelling(ask):
    answer = patch(ask, pending(ask)[0]["id"], replace("completed", "2024-05-17 19:33:16.470000+00:00"))

    assert answer.get_json()["completed"] == "2024-05-17T19:33:16.470Z"


def test_add_test_copy_and_remove_are_understood(ask):
    id_ = next(task["id"] for task in ask("GET", TASKS).get_json() if task["completionStatus"] == "SUCCESS")
    answer = patch(
        ask,
        id_,
        {"op": "test", "path": "/type", "value": ask("GET", f"{TASKS}/{id_}").get_json()["type"]},
        {"op": "copy", "from": "/created", "path": "/completed"},
        {"op": "add", "path": "/completionStatus", "value": "WARNING"},
    )
    assert answer.get_json()["completed"] == answer.get_json()["created"]
    assert answer.get_json()["completionStatus"] == "WARNING"

    assert patch(ask, id_, {"op": "remove", "path": "/completionStatus"}).get_json()["completionStatus"] is None


@pytest.mark.parametrize(
    "operations",
    [
        pytest.param([replace("uniqueName", "mine")], id="a field that can't be patched"),
        pytest.param([{"op": "move", "from": "/type", "path": "/completed"}], id="moving one away"),
        pytest.param([replace("completionStatus", "DONE")], id="an unknown status"),
        pytest.param([replace("completed", "yesterday")], id="no moment"),
        pytest.param([{"op": "replace", "path": "/completed"}], id="no value"),
        pytest.param([{"op": "set", "path": "/completed", "value": None}], id="an unknown operation"),
        pytest.param([{"path": "/completed", "value": None}], id="no operation"),
        pytest.param([{"op": "replace", "value": None}], id="no path"),
        pytest.param([{"op": "test", "path": "/type", "value": "nothing"}], id="a test that fails"),
        pytest.param([replace("completionStatus", "ERROR"), replace("launcher", "me")], id="one bad of two"),
        pytest.param(["completionStatus"], id="no objects"),
    ],
)
def test_a_bad_patch_changes_nothing(ask, operations):
    before = pending(ask)[0]
    answer = patch(ask, before["id"], *operations)

    assert answer.status_code == 400
    assert answer.get_json()["detailCode"].startswith("400.")
    assert pending(ask)[0] == before


@pytest.mark.parametrize(
    ("status", "data", "content_type"),
    [(400, b"{", PATCH), (400, b'{"op": "replace"}', PATCH), (400, b"", PATCH), (415, b"[]", "application/json")],
    ids=["no JSON", "an object", "nothing", "another content type"],
)
def test_a_bad_body_is_refused(ask, status, data, content_type):
    answer = ask("PATCH", f"{TASKS}/{pending(ask)[0]['id']}", data=data, content_type=content_type)

    assert answer.status_code == status


@pytest.mark.parametrize(("embedded", "says"), [(True, "`isnshell sandbox`"), (False, "was not found.")])
def test_an_unknown_task_is_a_404_and_an_embedded_sandbox_says_that_it_forgets(make_sandbox, asker, embedded, says):
    ask = asker(make_sandbox(embedded=embedded))
    for answer in (ask("GET", f"{TASKS}/{'0' * 32}"), patch(ask, "0" * 32, replace("completed", None))):
        assert answer.status_code == 404
        text = answer.get_json()["messages"][0]["text"]
        assert says in text
        assert ("isnshell sandbox" in text) is embedded
