"""Get-Member: what the things in a pipe consist of."""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from attrs import define, field

from isnshell.clock import parse_iso
from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import UsageError
from isnshell.naming import fold
from isnshell.pipeline.columns import flatten
from isnshell.pipeline.conversion import is_number
from isnshell.pipeline.patterns import wildcard
from isnshell.pipeline.properties import get_property, property_names
from isnshell.pipeline.stage import Stage
from isnshell.records import Origin, Record, origin_of, with_origin, wrap

__all__ = ["get_member"]

_LOOKED_AT = 100
_PROPERTY, _METHOD = "Property", "Method"
_WANTED = {
    "all": {_PROPERTY, _METHOD},
    "property": {_PROPERTY},
    "noteproperty": {_PROPERTY},
    "properties": {_PROPERTY},
    "method": {_METHOD},
    "methods": {_METHOD},
}
# PowerShell's other kinds, which nothing in these pipes has
_NEVER = {
    *("aliasproperty", "codeproperty", "inferredproperty", "parameterizedproperty", "propertyset", "scriptproperty"),
    *("codemethod", "scriptmethod", "dynamic", "event", "memberset"),
}
_MEMBER = Origin(kind="MemberDefinition")


@cmdlet("Get-Member", aliases=("gm",), spellings={"type": "member_type"})
def get_member(
    name: str | Sequence[str] | None = None,
    *,
    member_type: str | Sequence[str] = "all",
    force: bool = False,
    static: bool = False,
) -> Stage:
    """Show which properties the records in a pipe have, of what type, with an example.

    It looks at the first 100 records, so that a long list costs one request.

    Args:
        name: Names to show; wildcards allowed.
        member_type: `property`, `method` or `all`. Records have properties only.
        force: True shows the methods too whose names begin with an underscore.
        static: True shows instead what the type itself has: `fromisoformat` of a date.

    Returns:
        Stage: Gives Records with `typeName` (the model), `name`, `memberType`, `definition` (the type) and `example`,
        by name for each kind of thing.

    Raises:
        UsageError: The member type is unknown.

    PowerShell: Get-Member

    Example:
        >>> [(one.name, one.definition) for one in {"id": "a1", "percent": 80} | get_member()]
        [('id', 'string'), ('percent', 'integer')]
    """
    asked = {fold(str(one)) for one in flatten(member_type)}
    if not asked <= _WANTED.keys() | _NEVER:
        raise UsageError(f"member_type={member_type!r} is unknown", hint="Give property, method or all.")
    wanted = set().union(*(_WANTED.get(one, ()) for one in asked))
    patterns = [wildcard(str(one)) for one in flatten(name)]

    def members(records: Iterator[Any]) -> Iterator[Record]:
        for kind, found in _kinds(islice(records, _LOOKED_AT), force=force, static=static).items():
            for row in found.rows(kind):
                fits = not patterns or any(pattern.fullmatch(row["name"]) for pattern in patterns)
                if fits and row["memberType"] in wanted:
                    yield with_origin(row, _MEMBER)

    return Stage(members, label="get_member", needs=lambda want: _LOOKED_AT, kind=_MEMBER.kind)


@define
class _Kind:
    """What was seen of one kind of thing."""

    types: dict[str, list[str]] = field(factory=dict)
    examples: dict[str, Any] = field(factory=dict)
    methods: dict[str, str] = field(factory=dict)

    def add(self, value: Any) -> None:
        for name in property_names(value):
            inner = get_property(value, name) if "." not in name else value[name]
            seen = self.types.setdefault(name, [])
            if (own := type_of(inner)) not in seen:
                seen.append(own)
            if self.examples.get(name) is None:
                self.examples[name] = inner

    def rows(self, kind: str) -> Iterator[Record]:
        for name in sorted(self.types, key=str.lower):
            definition = " or ".join(sorted(self.types[name], key=lambda one: one == "null"))
            example = wrap(self.examples[name])
            yield Record(typeName=kind, name=name, memberType=_PROPERTY, definition=definition, example=example)
        for name, signature in sorted(self.methods.items()):
            yield Record(typeName=kind, name=name, memberType=_METHOD, definition=signature, example=None)


def _kinds(values: Iterable[Any], *, force: bool, static: bool) -> dict[str, _Kind]:
    kinds: dict[str, _Kind] = {}
    for value in values:
        if value is None:
            continue
        own = kinds.setdefault(origin_of(value).kind or type(value).__name__, _Kind())
        if not static:
            own.add(value)
        if not own.methods and (static or not isinstance(value, Mapping)):
            own.methods = _methods(type(value), force=force, static=static)
    return kinds


def _methods(kind: type, *, force: bool, static: bool) -> dict[str, str]:
    """The methods of a type's things, or those of the type itself."""
    found = {name: inspect.getattr_static(kind, name) for name in dir(kind) if force or not name.startswith("_")}
    return {
        name: f"{name}{_signature(getattr(kind, name))}"
        for name, one in found.items()
        if callable(getattr(kind, name)) and (not static or isinstance(one, _OF_THE_TYPE))
    }


# The last two are how the types that are written in C have them
_OF_THE_TYPE = (staticmethod, classmethod, types.BuiltinFunctionType, types.ClassMethodDescriptorType)


def _signature(method: Any) -> str:
    try:
        return str(inspect.signature(method))
    except (TypeError, ValueError):
        return "(...)"


def type_of(value: Any) -> str:
    """The type of a JSON value in the API's words: `string`, `date-time`, `list of object` ..."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if is_number(value):
        return "integer" if isinstance(value, int) else "number"
    if isinstance(value, str):
        return "date-time" if len(value) > 10 and parse_iso(value) else "string"
    if isinstance(value, date):
        return "date-time"
    if isinstance(value, Mapping):
        return "object"
    if isinstance(value, (list, tuple)):
        inner = sorted({type_of(one) for one in value})
        return f"list of {' or '.join(inner)}" if inner else "list"
    return type(value).__name__
