"""Binding records of a pipe to a command's parameters, by property name, as PowerShell's pipeline does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import UsageError
from ..pipeline.properties import get_property, property_names
from ..records import origin_of


def bind_record(record: Any, wanted: Mapping[str, Sequence[str]], kinds: Sequence[str], command: str) -> dict[str, Any]:
    """Values for parameters out of one record.

    Args:
        record: What came through the pipe: a record, or a bare value such as an id.
        wanted: Parameter name to the fields that may give it, best first; `id` counts only for records of `kinds`.
        kinds: Models whose own id the command takes; empty means any.
        command: Name of the command, for the error.

    Raises:
        UsageError: A record has none of the fields for a parameter.
    """
    names = property_names(record)
    if not names:
        return {next(iter(wanted)): record} if wanted and record is not None else {}
    bound: dict[str, Any] = {}
    for parameter, fields in wanted.items():
        value = next((v for v in (_field(record, field, kinds) for field in fields) if v is not None), None)
        if value is None:
            raise _no_field(record, parameter, fields, names, command)
        bound[parameter] = value
    return bound


def _field(record: Any, field: str, kinds: Sequence[str]) -> Any:
    kind = origin_of(record).kind
    if field == "id" and kinds and kind is not None and kind not in kinds:
        return None
    return get_property(record, field)


def _no_field(record: Any, parameter: str, fields: Sequence[str], names: Sequence[str], command: str) -> UsageError:
    kind = origin_of(record).kind or type(record).__name__
    article = "an" if kind[:1] in "AEIOUaeiou" else "a"
    return UsageError(
        f"{command} can't take {parameter} from {article} {kind}",
        why=f"it wants {' or '.join(fields)}, the record has {', '.join(names[:10])}"
        + (" ..." if len(names) > 10 else ""),
        hint=f"Say which: for_each_object(lambda record: {command}(record.FIELD)).",
    )
