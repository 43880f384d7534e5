"""Reports: started, running, ended, and their files."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from attrs import define, evolve, field, frozen

from ..clock import Clock, iso
from . import documents
from .documents import Table
from .pdf import pdf_bytes
from .report_tables import KINDS, ReportKind, World
from .settings import Settings
from .task_kinds import REPORT
from .tasks import Target, Task, Tasks, message

_RESULTS = {"SUCCESS": "SUCCESS", "WARNING": "WARNING", "TERMINATED": "TERMINATED"}


@define
class Report:
    """One run of a report. Its task tells how far it is; its own id is another one than the task's."""

    id: str
    type: str
    kind: ReportKind
    arguments: dict[str, Any]
    name: str
    task: Task
    table: Table | None = field(default=None, repr=False)

    @property
    def formats(self) -> list[str]:
        """The formats in which it can be had."""
        if self.kind.is_zip:
            return ["CSV"]
        return [str(one) for one in self.arguments.get("selectedFormats") or ("CSV", "PDF")]


@frozen
class File:
    """A report as it is delivered."""

    content: bytes | Iterable[bytes]
    length: int
    content_type: str
    extension: str


class Reports:
    """All reports of the tenant."""

    def __init__(self, settings: Settings, clock: Clock, world: World, tasks: Tasks) -> None:
        self._settings = settings
        self._clock = clock
        self._world = world
        self._tasks = tasks
        self._dice = random.Random(f"{settings.seed}:reports")
        self._by_task: dict[str, Report] = {}
        self.audited: list[str] = []

    def start(self, type_: str, arguments: dict[str, Any], launcher: str) -> Report:
        """Start a report; one about an unknown source ends in an error, as it does in a tenant."""
        kind, now = KINDS[type_], self._clock.now()
        source = self._world.source(arguments[kind.source_argument]) if kind.source_argument else None
        name = f"{source.name} - {kind.name}" if source else kind.name
        launched = now + timedelta(seconds=self._settings.report_seconds * 0.05)
        task = Task(
            id=self._id(),
            kind=evolve(REPORT, parent=kind.name),
            name=name,
            description=kind.description,
            launcher=launcher,
            target=Target(source.id, source.name) if source else None,
            created=now,
            launched=launched,
            ends=now + timedelta(seconds=self._settings.report_seconds),
        )
        if kind.source_argument and source is None:
            task.outcome = "ERROR"
            task.messages = [message(f'The source "{arguments[kind.source_argument]}" was not found.', "ERROR")]
        elif type_ in self._settings.failing_reports:
            task.outcome = "ERROR"
            task.messages = [message("The report could not be completed: the result could not be stored.", "ERROR")]
        report = Report(self._id(), type_, kind, arguments, name, task)
        self._by_task[task.id] = report
        self._tasks.add(task)
        return report

    def find(self, task_id: str) -> Report | None:
        """The report of a task."""
        return self._by_task.get(task_id)

    def result(self, report: Report) -> dict[str, Any]:
        """The report as ReportResults: `status` is null while it runs, `duration` counts milliseconds."""
        now, task = self._clock.now(), report.task
        task.settle(now)
        status = _RESULTS.get(task.status, "FAILURE") if task.status else None
        is_whole = status in ("SUCCESS", "WARNING")
        return {
            "reportType": report.type,
            "taskDefName": report.kind.name,
            "id": report.id,
            "created": iso(task.created),
            "status": status,
            "duration": round(((task.completed or now) - task.created).total_seconds() * 1000),
            "rows": self._rows(report) if is_whole else 0,
            "availableFormats": report.formats,
        }

    def details(self, report: Report) -> dict[str, Any]:
        """The report as TaskResultDetails."""
        now, task = self._clock.now(), report.task
        task.settle(now)
        return {
            "reportType": report.type,
            "taskDefName": report.kind.name,
            "type": task.kind.type,
            "id": task.id,
            "description": report.kind.description,
            "parentName": None,
            "launcher": task.launcher,
            "created": iso(task.created),
            "launched": iso(task.launched) if task.launched and now >= task.launched else None,
            "completed": task.completed and iso(task.completed),
            "completionStatus": task.status,
            "messages": [],
            "returns": [],
            "attributes": {"org": "sandbox", **report.arguments},
            "progress": "Initializing...",
        }

    def cancel(self, report: Report) -> bool:
        """End a running report; False if it has ended already."""
        now, task = self._clock.now(), report.task
        task.settle(now)
        if task.status is not None:
            return False
        task.end("TERMINATED", now, now)
        return True

    def is_whole(self, report: Report) -> bool:
        """Whether there is a file to be had."""
        report.task.settle(self._clock.now())
        return report.task.status in ("SUCCESS", "WARNING")

    def file(self, report: Report, format_: str) -> File:
        """The file of a report that is whole."""
        size = self._settings.report_bytes
        if format_ == "csv" and size is not None:
            return File(documents.big_csv(size), size, "application/csv", "csv")
        table = self._table(report)
        if format_ == "pdf":
            return _file(pdf_bytes(report.name, table, report.task.created), "application/pdf", "pdf")
        if report.kind.is_zip:
            return _file(documents.zip_bytes({"Identities.csv": documents.csv_bytes(table)}), "application/zip", "zip")
        return _file(documents.csv_bytes(table), "application/csv", "csv")

    def _table(self, report: Report) -> Table:
        # Made when first asked for, then kept: a report shows one moment
        if report.table is None:
            report.table = report.kind.table(self._world, report.arguments)
        return report.table

    def _rows(self, report: Report) -> int:
        size = self._settings.report_bytes
        return documents.big_rows(size) if size is not None else len(self._table(report).rows)

    def _id(self) -> str:
        return f"{self._dice.getrandbits(128):032x}"


def _file(content: bytes, content_type: str, extension: str) -> File:
    return File(content, len(content), content_type, extension)
