"""Record: one JSON object in the user's hands, a dict whose keys are attributes too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from attrs import field, frozen

from .naming import did_you_mean, fold


@frozen
class Origin:
    """Where a record came from; one object shared by all records of one answer.

    Args:
        kind: Name of the model, such as `TaskStatus`.
        generation: Generation that was asked.
        tenant: Host of the tenant, such as `acme.api.identitynow.com`.
        resource: Path of the collection, such as `task-status/pending-tasks`.
        parents: Path values of the request, such as the `sessionId` of a session's potential roles.
        chosen: Whether somebody named the record's fields one by one, so that an empty one is worth showing too.
    """

    kind: str | None = None
    generation: str | None = None
    tenant: str | None = None
    resource: str | None = None
    parents: Mapping[str, str] = field(factory=dict)
    chosen: bool = False


class Record(dict[str, Any]):
    """One JSON object: `task["completionStatus"]`, `task.completionStatus`, `task.completion_status` and
    `task.CompletionStatus` are one; the exact spelling wins.

    A field that is named like a method of dict is reached with an underscore behind it (`record.items_`)
    or by its key. Nested objects become Records when they are reached, and writing through them works.
    """

    __slots__ = ("_origin",)
    _origin: Origin

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name in Record.__slots__:
            raise AttributeError(name)
        key = find_key(self, name)
        if key is None:
            raise _no_field(self, name)
        return self[key]

    def __setattr__(self, name: str, value: Any) -> None:
        if name in Record.__slots__:
            object.__setattr__(self, name, value)
        else:
            self[find_key(self, name) or name] = value

    def __delattr__(self, name: str) -> None:
        key = find_key(self, name)
        if key is None:
            raise _no_field(self, name)
        del self[key]

    def __getitem__(self, key: str) -> Any:
        value = super().__getitem__(key)
        if type(value) is dict:
            value = with_origin(Record(value), _within(origin_of(self)))
            super().__setitem__(key, value)
        elif type(value) is list:
            _wrap_elements(value)
        return value

    def get(self, key: str, default: Any = None) -> Any:
        """The value under exactly this key, or `default`."""
        return self[key] if key in self else default  # noqa: SIM401 - dict.get would give the unwrapped value

    def pop(self, key: str, *default: Any) -> Any:
        """Take the field out and return its value, or `default`."""
        return wrap(super().pop(key, *default))

    def setdefault(self, key: str, default: Any = None) -> Any:
        """The value under the key, which becomes `default` if it is not there."""
        super().setdefault(key, default)
        return self[key]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *(key for key in self if isinstance(key, str) and key.isidentifier())]

    def __repr__(self) -> str:
        return f"Record({super().__repr__()})"

    def copy(self) -> Record:
        """A shallow copy that keeps where it came from."""
        return with_origin(Record(self), origin_of(self))

    __copy__ = copy

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (dict(self), origin_of(self))


def _restore(fields: dict[str, Any], origin: Origin) -> Record:
    return with_origin(Record(fields), origin)


def _wrap_elements(values: list[Any]) -> None:
    """Turn the dicts of a list into Records where they are, so that writing through them reaches the list."""
    for index, value in enumerate(values):
        if type(value) is dict:
            values[index] = Record(value)
        elif type(value) is list:
            _wrap_elements(value)


def wrap(value: Any) -> Any:
    """A parsed JSON value as people get it: objects as Records, all else as it is."""
    if type(value) is dict:
        return Record(value)
    if type(value) is list:
        _wrap_elements(value)
    return value


def find_key(fields: Mapping[str, Any], name: str) -> str | None:
    """The key that `name` means: the exact one, else the same name in another spelling, else without a trailing
    underscore.
    """
    if name in fields:
        return name
    folded = fold(name)
    for key in fields:
        if isinstance(key, str) and fold(key) == folded:
            return key
    return None


def _no_field(record: Record, name: str) -> AttributeError:
    near = did_you_mean(name, (key for key in record if isinstance(key, str)))
    kind = origin_of(record).kind or "record"
    fields = ", ".join(list(record)[:12]) + (" ..." if len(record) > 12 else "")
    return AttributeError(f"This {kind} has no field {name!r}. " + (near or f"It has: {fields}."))


_NOWHERE = Origin()


@lru_cache(maxsize=256)
def _tenant_only(generation: str | None, tenant: str) -> Origin:
    return Origin(generation=generation, tenant=tenant)


def _within(outer: Origin) -> Origin:
    """The origin of what lies inside a record: the tenant is known, the kind is not."""
    return _NOWHERE if outer.tenant is None else _tenant_only(outer.generation, outer.tenant)


def origin_of(value: Any) -> Origin:
    """Where a value came from; an empty Origin for what no tenant gave."""
    return getattr(value, "_origin", _NOWHERE) if isinstance(value, Record) else _NOWHERE


def with_origin(record: Record, origin: Origin) -> Record:
    """The same record, marked with where it came from."""
    if origin is not _NOWHERE:
        object.__setattr__(record, "_origin", origin)
    return record


def records(values: list[Any], origin: Origin) -> Iterator[Any]:
    """The objects of a parsed page as Records of one origin; what is no object stays as it is."""
    set_origin = Record._origin.__set__  # type: ignore[attr-defined]  # the slot's descriptor, three times faster than setattr
    for value in values:
        if type(value) is dict:
            record = Record(value)
            set_origin(record, origin)
            yield record
        else:
            yield wrap(value)
