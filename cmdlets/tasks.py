"""Tasks of the tenant: what waits, what failed, and ending what is stuck."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from isnshell.catalog.loader import facts
from isnshell.clock import iso, parse_duration, parse_iso, parse_moment
from isnshell.commands.binding import bind_record
from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.invocation import invoke
from isnshell.commands.plans import PlanTable
from isnshell.commands.references import refuse_foreign
from isnshell.errors import ApiError, ConnectionFailed, UsageError, WorkFailed
from isnshell.host import get_host, note_once
from isnshell.pipeline.stage import Sink
from isnshell.pipeline.stream import Stream
from isnshell.records import Record, origin_of, with_origin
from isnshell.tenant.rails import Planned, current_scope
from isnshell.tenant.session import current_session

from .reports import task_messages
from .waiting import poll

_PENDING = "completionStatus isnull"
_TASK_KINDS = ("TaskStatus", "TaskResultDetails", "LoadAccountsTask", "LoadEntitlementTask")
_FAILED = ("ERROR", "TEMPERROR", "WARNING")
_COMPLETION = ("SUCCESS", "WARNING", "ERROR", "TERMINATED", "TEMPERROR")


def _has_pending_tasks(command: str) -> bool:
    """Whether the session's generation has the pending-tasks endpoint; says once what is asked instead."""
    generation = current_session().api_version
    if "get_pending_tasks" in facts(generation):
        return True
    if "get_task_status_list" not in facts(generation):
        return True  # the call goes to another generation, which has it
    note_once(
        f"{command}: {generation} has no pending-tasks endpoint; "
        f"get_task_status_list(filters={_PENDING!r}) is asked instead.",
        key=f"pending:{generation}",
    )
    return False


@cmdlet("Get-PendingTasks")
def get_pending_tasks(*, offset: int | None = None, limit: int | None = None, count: bool | None = None) -> Stream:
    """List the tasks that are not finished.

    In v2026 and v1, which have no such endpoint, the task list is asked for those without a completion status.

    Args:
        offset: How many to pass over. Default 0.
        limit: How many at most; left out, all.
        count: True asks the tenant to count as well (X-Total-Count).

    Returns:
        Stream of TaskStatus; the first request goes out when it is read.

    Raises:
        UsageError: An argument is wrong; nothing was sent.
        ApiError: The tenant refused; raised when the stream is read.

    API: getPendingTasks, GET /task-status/pending-tasks, scope idn:task-management:read
    PowerShell: Get-BetaPendingTasks, Get-V2024PendingTasks, Get-V2025PendingTasks

    Example:
        >>> get_pending_tasks() | where_object(type="QUARTZ") | select_object("id", "type", first=3)
    """
    given = _given(offset=offset, limit=limit, count=count)
    if _has_pending_tasks("get_pending_tasks"):
        return invoke("get_pending_tasks", **given)  # type: ignore[no-any-return]  # a Stream by the facts
    return invoke("get_task_status_list", filters=_PENDING, **given)  # type: ignore[no-any-return]  # as above


@cmdlet("Get-PendingTaskHeaders")
def get_pending_task_headers(
    *, offset: int | None = None, limit: int | None = None, count: bool | None = None
) -> Record:
    """Ask for the headers of the pending tasks only; with `count=True` they tell how many there are.

    In v2026 and v1, which have no such endpoint, the headers of the task list's answer are given.

    Args:
        offset: How many to pass over. Default 0.
        limit: Largest number of tasks of the page whose headers are asked for, up to 250.
        count: True asks the tenant to count: `X-Total-Count` is among the headers.

    Returns:
        Record: The headers; `.x_total_count` is text.

    Raises:
        UsageError: An argument is wrong; nothing was sent.
        ApiError: The tenant refused.

    API: getPendingTaskHeaders, HEAD /task-status/pending-tasks, scope idn:task-management:read
    PowerShell: Get-BetaPendingTaskHeaders, Get-V2024PendingTaskHeaders, Get-V2025PendingTaskHeaders

    Example:
        >>> int(get_pending_task_headers(count=True).x_total_count) > 0
        True
    """
    given = _given(offset=offset, limit=limit, count=count)
    if _has_pending_tasks("get_pending_task_headers"):
        return invoke("get_pending_task_headers", **given)  # type: ignore[no-any-return]  # a Record of headers
    answer = invoke("get_task_status_list", filters=_PENDING, with_http_info=True, **{"limit": 1, **given})
    return Record(answer.headers)


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


@cmdlet("Wait-Task", pipe={"id": ("id", "task.id", "task_id")}, kinds=_TASK_KINDS)
def wait_task(id: Any, *, timeout: Any = None, every: float = 5.0) -> Record:
    """Wait until a task has ended and return it.

    Ctrl-C ends the waiting, not the task.

    Args:
        id: Id of the task, or its Record.
        timeout: Longest wait in seconds, or as text such as `10m`; None waits as long as it takes.
        every: Longest time between two looks at the tenant in seconds, at least 1.

    Returns:
        Record: TaskStatus with its `completionStatus`: SUCCESS or WARNING.

    Raises:
        WaitTimeout: Not ended after `timeout`; the task goes on, and its id is in the error.
        WorkFailed: It ended as ERROR, TEMPERROR or TERMINATED; its messages are in the error.
        ApiError: The tenant refused.

    API: getTaskStatus, GET /task-status/{id}, scope idn:task-management:read
    PowerShell: none (isnshell's own)

    Example:
        >>> wait_task(start_report(report_type="ORPHAN_IDENTITIES").id).completion_status
        'SUCCESS'
    """
    wanted = str(id["id"]) if isinstance(id, Mapping) else str(id)
    task = poll(
        lambda: invoke("get_task_status", wanted),
        is_done=lambda answer: answer.get("completionStatus") is not None,
        percent=lambda answer: answer.get("percentComplete"),
        label=f"task {wanted}",
        id=wanted,
        again=f"wait_task({wanted!r})",
        timeout=timeout,
        every=every,
    )
    status = task["completionStatus"]
    if status in ("ERROR", "TEMPERROR", "TERMINATED"):
        raise WorkFailed(f"Task {wanted} ended as {status}", record=task, why="; ".join(task_messages(task)) or None)
    return task  # type: ignore[no-any-return]  # a Record by the facts


@cmdlet("Get-FailedTask")
def get_failed_task(
    since: Any = "-1d", *, source: str | None = None, status: tuple[str, ...] | list[str] | str = _FAILED
) -> Stream:
    """List the tasks that ended badly, newest first.

    The API filters no dates, so the list is read from its newest end and the paging stops at `since`.

    Args:
        since: How far back: a moment (datetime, date, ISO text), or text such as `-1d`, `yesterday`.
        source: Name of a source; without it all.
        status: Which endings count: any of ERROR, TEMPERROR, WARNING, TERMINATED.

    Returns:
        Stream of Records with `id, type, description, source, completionStatus, launched, completed, duration`
        (seconds) and `messages` (all texts); the first request goes out when it is read.

    Raises:
        UsageError: `since` is no moment; nothing was sent.
        ApiError: The tenant refused; raised when the stream is read.

    API: getTaskStatusList, GET /task-status, scope idn:task-management:read
    PowerShell: none (isnshell's own)

    Example:
        >>> get_failed_task(since="-7d") | select_object("completionStatus", "source", "messages")
    """
    start = parse_moment(since, current_session().clock.now(), name="since")
    wanted = [status.upper()] if isinstance(status, str) else [one.upper() for one in status]
    unknown = [one for one in wanted if one not in _COMPLETION]
    if unknown:
        raise UsageError(
            f"get_failed_task: status={unknown[0]!r} is not allowed", hint=f"Allowed: {', '.join(_COMPLETION)}."
        )
    listed = ", ".join(f'"{one}"' for one in wanted)
    tasks = invoke("get_task_status_list", filters=f"completionStatus in ({listed})", sorters="-created")

    def read(want: int | None) -> Iterator[Record]:
        for task in tasks.open():
            created = _moment(task.get("created"))
            if created is not None and created < start:
                return
            if source is None or str(_source_name(task)).casefold() == source.casefold():
                yield _failure(task)

    return Stream(read, label="failed tasks", kind="FailedTask")


def _source_name(task: Mapping[str, Any]) -> str | None:
    target = task.get("target")
    name = target.get("name") if isinstance(target, Mapping) else None
    # Tasks write `Active Directory [source]` where the source itself is called `Active Directory`
    return name.removesuffix(" [source]") if isinstance(name, str) else None


def _moment(text: Any) -> datetime | None:
    return parse_iso(text) if isinstance(text, str) else None


def _failure(task: Record) -> Record:
    launched, completed = _moment(task.get("launched")), _moment(task.get("completed"))
    fields = {
        "id": task.get("id"),
        "type": task.get("type"),
        "description": task.get("description"),
        "source": _source_name(task),
        "completionStatus": task.get("completionStatus"),
        "launched": task.get("launched"),
        "completed": task.get("completed"),
        "duration": round((completed - launched).total_seconds(), 1) if launched and completed else None,
        "messages": task_messages(task),
    }
    return with_origin(Record(fields), origin_of(task))


@cmdlet("Clear-PendingTask", changes=True)
def clear_pending_task(
    id: Any = None, *, completion_status: str = "TERMINATED", older_than: Any = None, cross_tenant: bool = False
) -> Any:
    """End tasks that are stuck, by setting their completion status and time.

    Each task is read again first; one that has ended meanwhile is skipped. On production it asks once, with the number
    of tasks. It takes tasks from the pipe: the whole list is read before the first change.

    Args:
        id: Id of a task, its Record, or a list of them; left out, the pipe gives them.
        completion_status: What it becomes: TERMINATED, SUCCESS, WARNING, ERROR or TEMPERROR.
        older_than: Only tasks launched (or else created) longer ago than this: seconds, or text such as `1d`, `6h`.
        cross_tenant: True takes records of another tenant.

    Returns:
        list[Record]: One for each task: `id, outcome` (changed, skipped, failed), `reason`, `completionStatus`. How
        many there were of each is said at the end. With `what_if` one table shows what would be changed instead.

    Raises:
        UsageError: A record is no task; nothing was sent.
        RefusedError: The session is read-only, or the change was not confirmed.

    API: getTaskStatus, updateTaskStatus (PATCH /task-status/{id}), scope idn:task-management:write
    PowerShell: none (isnshell's own; the change is Update-TaskStatus)

    Example:
        >>> get_pending_tasks() | where_object(type="QUARTZ") | clear_pending_task(older_than="30d")
    """
    status = str(completion_status).upper()
    if status not in _COMPLETION:
        raise UsageError(
            f"clear_pending_task: completion_status={completion_status!r} is not allowed",
            hint=f"Allowed: {', '.join(_COMPLETION)}.",
        )
    age = parse_duration(older_than, name="older_than") if older_than is not None else None

    def clear(tasks: Any) -> list[Record]:
        return _clear(_by_id(tasks, cross_tenant), status, age)

    if id is None:
        return Sink(clear, label="", waits_for="tasks to end")
    return clear(id if isinstance(id, (list, tuple, Stream)) else [id])


def _by_id(tasks: Any, cross_tenant: bool) -> dict[str, Mapping[str, Any]]:
    """All the tasks by id, read to the end before the first change; what is known of each so far."""
    session = current_session()
    found: dict[str, Mapping[str, Any]] = {}
    for task in tasks:
        refuse_foreign(task, session, cross_tenant)
        id = str(
            bind_record(task, {"id": ("id", "task_id", "task_result_id")}, _TASK_KINDS, "clear_pending_task")["id"]
        )
        found.setdefault(id, task if isinstance(task, Mapping) else {})
    return found


def _is_young(task: Mapping[str, Any], age: float | None, now: datetime) -> bool:
    began = _moment(task.get("launched") or task.get("created"))
    return age is not None and began is not None and (now - began).total_seconds() < age


def _clear(tasks: Mapping[str, Mapping[str, Any]], status: str, age: float | None) -> list[Record]:
    session = current_session()
    # The question before the change counts only those that may be old enough
    current_scope().approval.objects = sum(not _is_young(task, age, session.clock.now()) for task in tasks.values())
    outcomes = []
    plans = PlanTable()
    try:
        with get_host().progress("clearing tasks", len(tasks)) as advance:
            for done, (id, known) in enumerate(tasks.items(), 1):
                if _is_young(known, age, session.clock.now()):
                    outcomes.append(_too_young(id))
                    continue
                task = Record(id=id)
                try:
                    outcomes.append(_clear_one(task, status, age, session.clock.now()))
                except Planned as planned:
                    plans.add(done, task, planned.plan)
                advance(done)
    except BaseException:
        if outcomes:
            get_host().warn(f"Broken off after {len(outcomes)} of {len(tasks)} tasks: {_counted(outcomes)}.")
        raise
    if not plans:
        get_host().note(f"{_counted(outcomes)}.")
    plans.show()
    return outcomes


def _counted(outcomes: Sequence[Record]) -> str:
    words = ("changed", "skipped", "failed")
    return ", ".join(f"{sum(one['outcome'] == word for one in outcomes)} {word}" for word in words)


def _too_young(id: str) -> Record:
    return Record(id=id, outcome="skipped", reason="it is not that old", completionStatus=None)


def _clear_one(pending: Record, status: str, age: float | None, now: datetime) -> Record:
    """End one task. A refusal by the rails ends the command, one by the tenant only this task."""
    id = pending["id"]
    try:
        task = invoke("get_task_status", id)
        pending.update(task)
        if task.get("completionStatus") is not None:
            return Record(
                id=id, outcome="skipped", reason="it has ended meanwhile", completionStatus=task["completionStatus"]
            )
        if _is_young(task, age, now):
            return _too_young(id)
        patch = [
            {"op": "replace", "path": "/completionStatus", "value": status},
            {"op": "replace", "path": "/completed", "value": iso(now)},
        ]
        invoke("update_task_status", id, patch)
    except (ApiError, ConnectionFailed) as error:
        return Record(id=id, outcome="failed", reason=str(error), completionStatus=None)
    return Record(id=id, outcome="changed", reason=None, completionStatus=status)
