"""Tasks: background work that has ended, is running, or hangs."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from attrs import define, field, frozen

from ..clock import iso
from .task_kinds import KINDS, TaskKind

BAD = ("ERROR", "TEMPERROR", "WARNING")
STATUSES = ("SUCCESS", "WARNING", "ERROR", "TERMINATED", "TEMPERROR")


@frozen
class Target:
    """The source that a task works on."""

    id: str
    name: str


@define
class Task:
    """One task. `ends` is when it is going to end by itself; None means that it hangs until somebody ends it."""

    id: str
    kind: TaskKind
    name: str
    description: str
    launcher: str
    target: Target | None
    created: datetime
    launched: datetime | None
    ends: datetime | None
    outcome: str = "SUCCESS"
    messages: list[dict[str, Any]] = field(factory=list)
    attributes: dict[str, Any] = field(factory=dict)
    stuck_at: int = 0
    status: str | None = None
    completed: datetime | None = None
    modified: datetime | None = None
    _final: dict[str, Any] | None = field(default=None, init=False, repr=False)

    def settle(self, now: datetime) -> None:
        """Let time do its work: a task whose end has come has ended."""
        if self.status is None and self.ends is not None and now >= self.ends:
            self.status, self.completed, self.modified = self.outcome, self.ends, self.ends

    def end(self, status: str | None, completed: datetime | None, now: datetime) -> None:
        """Set status and end by hand, as a patch does."""
        if status is not None and self.status is None:
            self.stuck_at = self.percent(now)
        elif status is None and self.status is not None:
            self.ends = None  # taken up again, and nothing is left that would end it
        self.status, self.completed, self.modified, self._final = status, completed, now, None

    def percent(self, now: datetime) -> int:
        """How far it is; 100 only when it has ended."""
        if self.status is not None:
            return 100 if self.status in ("SUCCESS", "WARNING") else self.stuck_at
        if self.launched is None or now < self.launched:
            return 0
        if self.ends is None:
            return self.stuck_at
        return min(99, int(100 * ((now - self.launched) / (self.ends - self.launched))))

    def progress(self, now: datetime) -> str | None:
        """What it says about itself."""
        if self.status is not None:
            return "Completed" if self.status in ("SUCCESS", "WARNING") else self.status.capitalize()
        if self.launched is None or now < self.launched:
            return "Queued"
        percent = self.percent(now)
        return f"Processing ({percent} %)" if percent else "Started"

    def record(self, now: datetime) -> dict[str, Any]:
        """The task as a TaskStatus, not to be changed: that of a task that has ended is kept."""
        if self._final is not None:
            return self._final
        self.settle(now)
        record = self._record(now)
        if self.status is not None:
            self._final = record
        return record

    def _record(self, now: datetime) -> dict[str, Any]:
        is_over = self.status is not None
        target = self.target
        return {
            "id": self.id,
            "type": self.kind.type,
            "uniqueName": self.name,
            "description": self.description,
            "parentName": self.kind.parent,
            "launcher": self.launcher,
            "target": target and {"id": target.id, "type": "APPLICATION", "name": f"{target.name} [source]"},
            "created": iso(self.created),
            "modified": self.modified and iso(self.modified),
            "launched": iso(self.launched) if self.launched and now >= self.launched else None,
            "completed": self.completed and iso(self.completed),
            "completionStatus": self.status,
            "messages": self.messages if is_over else [],
            "returns": [{"name": self.kind.counted, "attributeName": self.kind.counted}] if is_over else [],
            "attributes": self.attributes if is_over else {},
            "progress": self.progress(now),
            "percentComplete": self.percent(now),
            "taskDefinitionSummary": {
                "id": _definition_id(self.kind),
                "uniqueName": self.kind.parent,
                "description": self.description,
                "parentName": self.kind.parent,
                "executor": "sailpoint.task.ServiceTaskExecutor",
                "arguments": {"mantisExecutor": self.kind.service},
            },
        }


class Tasks:
    """All tasks, newest first."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = {task.id: task for task in sorted(tasks, key=lambda task: task.created)}

    def __iter__(self) -> Iterator[Task]:
        return reversed(self._tasks.values())

    def __len__(self) -> int:
        return len(self._tasks)

    def find(self, id: str) -> Task | None:
        """The task of this id."""
        return self._tasks.get(id)

    def add(self, task: Task) -> None:
        """Put a new task on top."""
        self._tasks[task.id] = task

    def pending(self, now: datetime) -> list[Task]:
        """The tasks without a completion status."""
        for task in self._tasks.values():
            task.settle(now)
        return [task for task in self if task.status is None]


def message(text: str, severity: str) -> dict[str, Any]:
    """A TaskStatusMessage."""
    return {"type": severity, "localizedText": {"locale": "en-US", "message": text}, "key": text, "parameters": []}


def make_tasks(seed: int, targets: Sequence[Target], now: datetime, ended: int, pending: int) -> list[Task]:
    """The tasks that a tenant has when it starts: a few days of ended ones, and pending ones of which some hang."""
    dice = random.Random(f"{seed}:tasks")
    tasks = [_ended(dice, targets, now, number, ended) for number in range(ended)]
    tasks += [_pending(dice, targets, now, number) for number in range(pending)]
    return tasks


def _ended(dice: random.Random, targets: Sequence[Target], now: datetime, number: int, count: int) -> Task:
    # Spread over a week (more of them reach further back), the first of them some minutes ago
    span = 7 * 86_400 * max(1.0, count / 200)
    ago = 2400 + span * ((number + dice.random()) / max(count, 1)) ** 1.5
    task = _task(dice, targets, now - timedelta(seconds=ago), number)
    seconds = min(dice.uniform(*task.kind.seconds), ago - 60)
    # The first ones have one bad end of each sort, so that there is always something to find
    outcome = BAD[number] if number < len(BAD) else dice.choices(("SUCCESS", *BAD, "TERMINATED"), (74, 8, 5, 9, 4))[0]
    launched = task.created + timedelta(seconds=dice.uniform(0.2, 20))
    task.launched, task.ends, task.outcome = launched, launched + timedelta(seconds=seconds), outcome
    if outcome in BAD:
        trouble = dice.choice(task.kind.troubles)
        task.messages = [message(trouble, "WARN" if outcome == "WARNING" else "ERROR")]
        if outcome == "ERROR" and dice.random() < 0.5:
            task.messages.append(message("The task was ended after 3 attempts.", "ERROR"))
    task.settle(now)
    return task


def _pending(dice: random.Random, targets: Sequence[Target], now: datetime, number: int) -> Task:
    """Of the first 14, nine make progress (the earliest ends after a minute) and five hang; all further ones hang."""
    if number < 9:
        ago = dice.uniform(60, 1200) if number < 7 else 45
        task = _task(dice, targets, now - timedelta(seconds=ago), number)
        begin = task.created + timedelta(seconds=dice.uniform(1, 10))
        if number >= 7:  # still queued
            begin = now + timedelta(seconds=90 * (number - 6))
        task.launched, task.ends = begin, now + timedelta(seconds=60 * (number + 1) ** 1.6 + dice.uniform(0, 30))
        return task
    task = _task(dice, targets, now - timedelta(hours=dice.uniform(30, 24 * 12)), number)
    task.launched = None if dice.random() < 0.3 else task.created + timedelta(seconds=dice.uniform(1, 30))
    task.stuck_at = 0 if task.launched is None else dice.randrange(5, 95)
    return task


def _task(dice: random.Random, targets: Sequence[Target], created: datetime, number: int) -> Task:
    # The first ones go through all kinds, so that each is there
    kind = KINDS[number % len(KINDS)] if number < 2 * len(KINDS) else dice.choices(KINDS, (10, 5, 2, 3, 6, 3))[0]
    target = dice.choice(targets) if kind.on_source else None
    source = target.name if target else ""
    id_ = f"{dice.getrandbits(128):032x}"
    return Task(
        id=id_,
        kind=kind,
        name=f"{kind.name.format(source=source)} {id_[:6]}",
        description=kind.description.format(source=source),
        launcher=dice.choice(("sweep", "sweep", "sandbox.admin", "anke.mueller", "rajesh.patel")),
        target=target,
        created=created,
        launched=None,
        ends=None,
        attributes={kind.counted: dice.randrange(3, 320)},
        stuck_at=dice.randrange(0, 90),
    )


@cache
def _definition_id(kind: TaskKind) -> str:
    return f"{random.Random(f'definition:{kind.kind}').getrandbits(128):032x}"
