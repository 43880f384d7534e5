"""What runs on after its answer: a task that shows among the tasks, makes progress, and ends by itself."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from ..catalog.facts import Field, Model, Operation
from .making import first_state
from .references import folded
from .task_kinds import KINDS, TaskKind
from .tasks import Target, Task
from .tenant import Tenant

_SECONDS = 20.0
_KINDS = {kind.kind: kind for kind in KINDS}
# Which known kind of task an operation starts, by a word of its path; others get a kind named after the operation.
_KNOWN = (
    ("load-accounts", "CLOUD_ACCOUNT_AGGREGATION"),
    ("load-entitlements", "CLOUD_GROUP_AGGREGATION"),
    ("aggregate", "CLOUD_GROUP_AGGREGATION"),
    ("load-uncorrelated-accounts", "CLOUD_PROCESS_UNCORRELATED_ACCOUNTS"),
    ("synchronize-attributes", "CLOUD_ATTRIBUTE_SYNCHRONIZATION"),
    ("process", "IDENTITY_REFRESH"),
    ("process-identities", "IDENTITY_REFRESH"),
)


def is_job(model: Model | None) -> bool:
    """Whether an answer of this model tells of work that goes on."""
    if model is None:
        return False
    type_ = model.by_name.get("type")
    if type_ is not None and "TASK_RESULT" in type_.enum:
        return True
    return any(word in folded(model.name) for word in ("task", "asyncresult", "syncjob"))


def start(tenant: Tenant, operation: Operation, target: Target | None) -> Task:
    """Start the task of an operation."""
    words = operation.path.split("/")
    kind = next((_KINDS[kind] for word, kind in _KNOWN if word in words), None) or _kind(operation)
    if kind.on_source and target is None:
        kind = _kind(operation)
    now, id_ = tenant.clock.now(), uuid.uuid4().hex
    source = target.name if target else ""
    task = Task(
        id=id_,
        kind=kind,
        name=f"{kind.name.format(source=source)} {id_[:6]}",
        description=kind.description.format(source=source),
        launcher=tenant.user_name,
        target=target,
        created=now,
        launched=now + timedelta(seconds=0.5),
        ends=now + timedelta(seconds=_SECONDS),
        attributes={kind.counted: 1},
    )
    tenant.tasks.add(task)
    return task


def _kind(operation: Operation) -> TaskKind:
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", operation.operation).capitalize()
    name = re.sub(r" ?v\d+$", "", text)
    return TaskKind("OTHER", "QUARTZ", name, f"{name}.", name, "ServiceTask", (5, 20), "total", ("It could not end.",))


def tell(record: dict[str, Any], model: Model, models: Mapping[str, Model], task: Task, tenant: Tenant) -> None:
    """Put a task into an answer that was made for it, as far as the answer's model has a place for it."""
    status = task.record(tenant.clock.now())
    inner = next((one for one in model.fields if one.type in models and "task" in folded(one.name)), None)
    if inner is not None and isinstance(record.get(inner.name), dict):
        tell(record[inner.name], models[inner.type], models, task, tenant)
    for one in model.fields:
        word = folded(one.name)
        if word in ("id", "taskid", "taskresultid", "jobid") and one.type == "String":
            record[one.name] = task.id
        elif word == "type" and "TASK_RESULT" in one.enum:
            record[one.name] = "TASK_RESULT"
        elif word == "name":
            record[one.name] = task.name
        elif one.name in status and not one.enum:
            record[one.name] = _kept(one, status[one.name])
        elif word in ("status", "completionstatus") and one.enum:
            record[one.name] = None if word == "completionstatus" else first_state(one.enum)


def _kept(one: Field, value: Any) -> Any:
    return value if value is not None or one.nullable or not one.required else ""
