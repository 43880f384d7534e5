"""Tasks: the lists, one of them, and the patch that ends a stuck one."""

from __future__ import annotations

from typing import Any

import jsonpatch
from werkzeug import Response

from ...clock import parse_iso
from ..answers import BAD_CONTENT, SYNTAX, answer, illegal, missing, refuse
from ..call import Call
from ..found import found
from ..lists import page, read_path
from ..task_kinds import KINDS
from ..tasks import STATUSES, Task

# The documents name more kinds than this tenant has; they are known and find nothing.
_OTHER_KINDS = (
    "SOURCE_APPLICATION_DISCOVERY",
    "AI_AGENT_AGGREGATION",
    "CLOUD_ENTITLEMENT_IMPORT",
    "CLOUD_UNCORRELATED_REFRESH",
    "CLOUD_IDENTITY_AGGREGATION",
    "APPLICATION_DISCOVERY",
    "MACHINE_IDENTITY_AGGREGATION",
    "MACHINE_IDENTITY_DELETION",
    "ACCOUNT_DELETION",
)
_TYPES = ("QUARTZ", "QPOC", "QUEUED_TASK")
_ENUMS = {
    "completionStatus": STATUSES,
    "type": (*_TYPES, "REPORT", *(kind.kind for kind in KINDS), *_OTHER_KINDS),
}
_PATCHABLE = ("/completionStatus", "/completed")


def every(call: Call) -> Response:
    """getTaskStatusList, newest first."""
    now, tasks = call.tenant.clock.now(), call.tenant.tasks

    def read(record: dict[str, Any], name: str) -> Any:
        if name == "type":
            # Tenants were seen to take only the kinds that the documents list beside this filter, and to refuse a
            # TaskStatus's own type (developer.sailpoint.com, issue 722); both are taken here
            task = tasks.find(record["id"])
            return [record["type"], task.kind.kind if task else None]
        return read_path(record, "target.id" if name == "sourceId" else name)

    return page(call, list(tasks), lambda task: task.record(now), read=read, enums=_ENUMS)


def pending(call: Call) -> Response:
    """getPendingTasks."""
    now = call.tenant.clock.now()
    return page(call, call.tenant.tasks.pending(now), lambda task: task.record(now))


def pending_headers(call: Call) -> Response:
    """getPendingTaskHeaders."""
    now = call.tenant.clock.now()
    return page(call, call.tenant.tasks.pending(now), lambda task: task.record(now), empty_is_204=True)


def one(call: Call) -> Response:
    """getTaskStatus."""
    return answer(_task(call).record(call.tenant.clock.now()))


def patch(call: Call) -> Response:
    """updateTaskStatus: RFC 6902 on the two fields that end a task, all of it or nothing."""
    operations = call.json()
    if operations is None:
        raise missing("request body")
    if not isinstance(operations, list) or not all(isinstance(one, dict) for one in operations):
        raise refuse(400, "The request body must be an array of JSON Patch operations.", code=SYNTAX)
    task, now = _task(call), call.tenant.clock.now()
    for one_ in operations:
        moved = one_.get("from") if one_.get("op") == "move" else None
        for path in (one_.get("path"), moved):
            if one_.get("op") != "test" and path is not None and path not in _PATCHABLE:
                raise illegal("path", path, f"Only {' and '.join(_PATCHABLE)} can be patched.")
    try:
        changed = jsonpatch.JsonPatch(operations).apply(task.record(now))
    except jsonpatch.JsonPatchTestFailed as error:
        raise refuse(400, "A test operation of the patch failed.", code=BAD_CONTENT, causes=[str(error)]) from None
    except (jsonpatch.JsonPatchException, jsonpatch.JsonPointerException, TypeError) as error:
        raise refuse(400, "The request is no valid JSON Patch (RFC 6902).", code=SYNTAX, causes=[str(error)]) from None
    status, completed = _status(changed.get("completionStatus")), changed.get("completed")
    moment = parse_iso(completed) if isinstance(completed, str) else None
    if completed is not None and moment is None:
        raise illegal("completed", completed, "It must be a date-time in ISO 8601.")
    task.end(status, moment, now)
    return answer(task.record(now))


def _status(value: Any) -> str | None:
    if value is None:
        return None
    # The documents write `Error` in one place and `ERROR` in another; `TEMP_ERROR` is the reports' spelling
    status = str(value).upper().replace("TEMP_ERROR", "TEMPERROR")
    if status not in STATUSES:
        raise illegal("completionStatus", value, f"Allowed are {', '.join(STATUSES)}.")
    return status


def _task(call: Call) -> Task:
    id_ = call.path["id"]
    return found(call, "Task", id_, call.tenant.tasks.find(id_), is_lasting=False)
