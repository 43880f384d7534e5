"""Watching what runs in a tenant: a table that lives until all has ended, or Ctrl-C."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from isnshell.clock import human_duration
from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.invocation import invoke
from isnshell.errors import UsageError
from isnshell.formatting.columns import choices
from isnshell.formatting.live import live_table
from isnshell.host import get_host, ring
from isnshell.pipeline.stream import is_one_thing
from isnshell.records import Record, origin_of, with_origin
from isnshell.tenant.session import current_session

from .tasks import get_pending_tasks
from .waiting import is_long

_COLUMNS = ("id", "type", "description", "percentComplete", "completionStatus")


@cmdlet("Watch-Task")
def watch_task(*tasks: Any, every: float = 5.0) -> list[Record]:
    """Show running tasks in a table that is kept up to date until all have ended.

    Ctrl-C ends the watching, not the tasks, and is no error.

    Args:
        tasks: Ids or Records of tasks, lists or streams of them; none means all that are pending now.
        every: Seconds between two looks at the tenant, at least 1.

    Returns:
        list[Record]: TaskStatus of each as it was seen last.

    Raises:
        UsageError: What was given is no task, or `every` is too short.
        ApiError: The tenant refused.

    API: getTaskStatus, GET /task-status/{id}, scope idn:task-management:read; getPendingTasks
    PowerShell: none (isnshell's own)

    Example:
        >>> watch_task(start_report(report_type="ORPHAN_IDENTITIES"), every=1)[0].completion_status
        'SUCCESS'
    """
    ids = _ids(tasks) if tasks else [task["id"] for task in get_pending_tasks()]
    return _watch(ids, every, "task")


@cmdlet("Watch-Report")
def watch_report(*reports: Any, every: float = 5.0) -> list[Record]:
    """Show running reports in a table that is kept up to date until all have ended.

    Ctrl-C ends the watching, not the reports, and is no error.

    Args:
        reports: Ids or Records of reports, as `start_report` returns them, lists or streams of them.
        every: Seconds between two looks at the tenant, at least 1.

    Returns:
        list[Record]: TaskStatus of each as it was seen last; `receive_report` and `get_report` save the files.

    Raises:
        UsageError: What was given is no report, or `every` is too short.
        ApiError: The tenant refused.

    API: getTaskStatus, GET /task-status/{id}, scope idn:task-management:read
    PowerShell: none (isnshell's own)

    Example:
        >>> watch_report(start_report(report_type="ORPHAN_IDENTITIES"), every=1)[0].completion_status
        'SUCCESS'
    """
    if not reports:
        raise UsageError("watch_report needs reports", hint="Give what start_report(...) returned, or its id.")
    return _watch(_ids(reports), every, "report")


def _ids(given: Iterable[Any]) -> list[str]:
    ids: list[str] = []
    for one in given:
        if isinstance(one, Mapping):
            id = one.get("task_result_id") or one.get("id")
            if not isinstance(id, str):
                raise UsageError("A record that was given to watch has no id")
            ids.append(id)
        elif isinstance(one, str):
            ids.append(one)
        elif is_one_thing(one):
            raise UsageError(f"{one!r} is no task", hint="Give ids or Records.")
        else:
            ids += _ids(one)
    return list(dict.fromkeys(ids))


def _watch(ids: Sequence[str], every: float, noun: str) -> list[Record]:
    if every < 1:
        raise UsageError(f"every={every!r} is too often", hint="Look once a second at most: every=1.")
    seen: dict[str, Record] = {}
    clock = current_session().clock
    begin = clock.monotonic()
    try:
        with live_table(choices(_COLUMNS)) as draw:
            while left := [id for id in ids if not _has_ended(seen.get(id))]:
                for id in left:
                    seen[id] = invoke("get_task_status", id)
                running = sum(not _has_ended(one) for one in seen.values())
                elapsed = human_duration(clock.monotonic() - begin)
                draw([_row(one) for one in seen.values()], f"{running} of {len(ids)} running, {elapsed}; Ctrl-C ends")
                if running:
                    clock.sleep(every)
    except KeyboardInterrupt:
        get_host().note(f"Stopped watching; what runs goes on in the tenant. Come back with watch_{noun}(...).")
    else:
        if is_long(clock.monotonic() - begin):
            ring()
    return list(seen.values())


def _has_ended(task: Mapping[str, Any] | None) -> bool:
    return task is not None and task.get("completionStatus") is not None


def _row(task: Record) -> Record:
    """A task as the table shows it: one that runs says so."""
    shown = {name: task.get(name) for name in _COLUMNS}
    shown["completionStatus"] = shown["completionStatus"] or "running"
    return with_origin(Record(shown), origin_of(task))
