"""Records where an id is wanted: their own id if they are of the right kind, else the matching reference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..catalog.facts import Operation, Parameter
from ..catalog.loader import facts
from ..errors import UsageError
from ..naming import fold
from ..pipeline.properties import get_property, property_names
from ..records import origin_of
from ..tenant.session import Session
from .by_name import ByName


def open_records(
    operation: Operation, named: dict[str, Any], session: Session, options: Mapping[str, Any]
) -> dict[str, Any]:
    """Records given where an id is wanted, replaced by that id; another tenant's are refused."""
    opened = {}
    for name, value in named.items():
        parameter = operation.by_name.get(fold(name))
        if isinstance(value, ByName):
            value = value.id_for(session, operation, parameter)
        elif parameter is not None and parameter.place == "path" and property_names(value):
            refuse_foreign(value, session, options.get("cross_tenant", False))
            value = id_from(value, parameter, operation)
        elif fold(name) == "filters" and isinstance(value, Mapping):
            value = {field: _named(one, session, operation, field) for field, one in value.items()}
        opened[name] = value
    return opened


def _named(condition: Any, session: Session, operation: Operation, field: str) -> Any:
    """A filter's condition with ids for names: a value, a list of them, or an operator and its value."""
    if isinstance(condition, ByName):
        return condition.id_for_field(session, operation, field)
    if isinstance(condition, (list, tuple)):
        return type(condition)(_named(one, session, operation, field) for one in condition)
    return condition


def refuse_foreign(record: Any, session: Session, cross_tenant: bool) -> None:
    """Refuse a record of another tenant, whose ids mean nothing here, or something else."""
    tenant = origin_of(record).tenant
    if tenant is not None and tenant != session.tenant and not cross_tenant:
        raise UsageError(
            f"The record is of tenant {tenant}, the session is of {session.tenant}",
            hint="Switch with use_profile(...), or give cross_tenant=True if its id is right here too.",
        )


def id_from(record: Any, parameter: Parameter, operation: Operation) -> Any:
    """The value for a path parameter out of a record: its own id if it is of the right kind, else the matching
    reference.

    Raises:
        UsageError: The record is of another kind and refers to none of the right one.
    """
    for field in _id_fields(record, parameter, operation):
        value = get_property(record, field)
        if value is not None and not property_names(value):
            return value
    if (parent := origin_of(record).parents.get(parameter.name)) is not None:
        return parent
    kind = origin_of(record).kind or type(record).__name__
    names = property_names(record)
    article = "an" if kind[:1] in "AEIOUaeiou" else "a"
    raise UsageError(
        f"{parameter.python_name} of {operation.base} can't come from {article} {kind}",
        why=f"it has none of {', '.join(_id_fields(record, parameter, operation))}; "
        f"it has {', '.join(names[:10])}{' ...' if len(names) > 10 else ''}",
        hint="Give the id itself.",
    )


# A thing whose id people and other operations know under other names
_ALSO_CALLED = {"task_status": ("task_id", "task_result_id")}


def _id_fields(record: Any, parameter: Parameter, operation: Operation) -> list[str]:
    """Where a record may hold the value of a path parameter, best first."""
    noun, _, last = parameter.python_name.rpartition("_")
    fields = [parameter.name]
    if last != "id" and parameter.python_name != "id":
        return fields
    thing = noun or _singular(_segment_before(operation, parameter))
    own = _is_about(record, operation, parameter)
    references = [f"{thing}_id", f"{thing}.id"] if thing else []
    references += _ALSO_CALLED.get(thing, ())
    prefix = operation.path.partition("{" + parameter.name + "}")[0]
    known = {"id", *map(fold, (*fields, *references))}
    elsewhere = [name for name in facts(operation.generation).parameters_after(prefix) if fold(name) not in known]
    if parameter.name == "id":
        return (["id"] if own else []) + [f for f in references if f != "id"] + elsewhere
    return fields + references + elsewhere + (["id"] if own else [])


def _segment_before(operation: Operation, parameter: Parameter) -> str:
    words = [w for w in operation.path.split("/") if w and w not in ("v1", "v2")]
    place = words.index("{" + parameter.name + "}") if "{" + parameter.name + "}" in words else 0
    return words[place - 1] if place else ""


def _singular(segment: str) -> str:
    word = segment.replace("-", "_")
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and not word.endswith("status") else word


def _is_reference(record: Any) -> bool:
    """Whether the record only points to an object: `{"type": "IDENTITY", "id": ..., "name": ...}`."""
    return isinstance(record, Mapping) and {"type", "id"} <= record.keys() <= {"type", "id", "name"}


# What starting something answers with is the task of it under another model's name
_SAME_OBJECT = {"TaskResultDetails": "TaskStatus"}


def _is_about(record: Any, operation: Operation, parameter: Parameter) -> bool:
    """Whether the record's own id is what the parameter wants: it came from the collection that stands before it."""
    where = origin_of(record)
    if _is_reference(record):
        return fold(str(record["type"])) == fold(_singular(_segment_before(operation, parameter)))
    if where.resource is None:
        return True  # a CSV row, a dict: nobody knows better
    if _segment_before(operation, parameter) in where.resource.split("/"):
        return True
    kind = _SAME_OBJECT.get(where.kind or "", where.kind)
    return kind is not None and kind == (operation.answer.model if operation.answer else None)
