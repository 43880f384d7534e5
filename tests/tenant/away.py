"""What a worker in another process does for the tests; its module must be one that the worker can import."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import cmdlets
from isnshell.host import get_host
from isnshell.tenant.session import current_session


def where(record: Any) -> tuple[bool, str, int, Any]:
    """Who works, for which session, with which share of the budget, on what."""
    session = current_session()
    return os.getpid() != 0, session.name, session.profile.rate_limit, (os.getpid(), record)


def die(record: Any) -> None:
    """End the worker in the middle of its work."""
    os._exit(1)


def terminate(id: str) -> Any:
    """Read a task, change it, and end the worker if a file says so; the file goes first."""
    task = cmdlets.get_task_status(id)
    patch = [{"op": "replace", "path": "/completionStatus", "value": "TERMINATED"}]
    changed = cmdlets.update_task_status(id, patch)
    _die_once(id)
    return None if changed is None else (task.completionStatus, changed.completionStatus)


def look(id: str) -> Any:
    """Read a task, and end the worker if a file says so; the file goes first."""
    task = cmdlets.get_task_status(id)
    _die_once(id)
    return task


def _die_once(id: str) -> None:
    marker = Path(os.environ["ISN_PROFILE_DIR"]) / f"die-{id}"
    if marker.exists():
        marker.unlink()
        os._exit(1)


def say(record: Any) -> Any:
    """Warn, and give something."""
    get_host().warn(f"about {record}")
    return record


def closed(record: Any) -> Any:
    """What can't travel back."""
    return lambda: record
