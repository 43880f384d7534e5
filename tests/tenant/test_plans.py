"""What-if on pipes of composites: one table, and nothing is sent that changes anything."""

from __future__ import annotations

from typing import Any

import cmdlets


def _changes(sandbox: Any) -> list[Any]:
    return [one for one in list(sandbox.requests) if one.method not in ("GET", "HEAD") and one.path != "/oauth/token"]


def test_clearing_tasks_is_one_table(sandbox: Any, session: Any, capsys: Any) -> None:
    tasks = list(cmdlets.get_pending_tasks(limit=3))
    assert tasks | cmdlets.clear_pending_task(what_if=True) == []

    shown = capsys.readouterr()
    lines = shown.out.splitlines()
    assert lines[0].startswith("What if: ")
    assert lines[0].endswith(", 3 changes")
    assert lines[1].split() == ["row", "object", "name", "change"]
    assert [(line.split()[0], line.split()[1]) for line in lines[3:]] == [
        (str(row), task.id) for row, task in enumerate(tasks, 1)
    ]
    assert all("PATCH /v2025/task-status/" in line for line in lines[3:])
    assert "changed" not in shown.err
    assert _changes(sandbox) == []


def test_receiving_roles_is_one_table(sandbox: Any, session: Any, capsys: Any, tmp_path: Any) -> None:
    roles = list(cmdlets.get_all_potential_role_summaries(limit=2))
    assert roles | cmdlets.receive_potential_role(folder=tmp_path, what_if=True) == []

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith(", 2 changes")
    assert len(lines) == 5
    assert all(role.name[:20] in line for role, line in zip(roles, lines[3:], strict=True))
    assert _changes(sandbox) == []
    assert list(tmp_path.iterdir()) == []
