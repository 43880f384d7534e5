"""Columns: the properties that a person names for a select, a sort, a group or a comparison.

A column is written as a name or dotted path, as a function of the record, or as PowerShell's hashtable
`{"name": ..., "expression": ...}`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import evolve, frozen

from ..errors import UsageError
from ..naming import fold
from .failing import taking_record
from .properties import MISSING, get_property

Read = Callable[[Any], Any]

# PowerShell's keys and their short forms
_NAME_KEYS = {"name", "n", "label", "l"}
_EXPRESSION_KEYS = {"expression", "e"}
_DIRECTION_KEYS = {"descending", "ascending"}


@frozen
class Column:
    """A property to be read from each record.

    Args:
        name: What the result calls it.
        read: Reads it from a raw value; MISSING where there is none.
        path: The path that it reads; None where a function computes it.
        descending: Direction of a sort key; None leaves it to the command.
    """

    name: str
    read: Read
    path: str | None = None
    descending: bool | None = None


def column(spec: Any, *, name: str | None = None) -> Column:
    """The column that somebody wrote.

    Raises:
        UsageError: It is neither a name, a function, nor a hashtable with an expression.
    """
    if isinstance(spec, Column):
        return spec
    if isinstance(spec, str) and spec:
        return Column(name or spec, PathReader(spec), path=spec)
    if isinstance(spec, Mapping):
        return _from_hashtable(spec)
    if callable(spec):
        own_name = str(getattr(spec, "__name__", "value")).replace("<lambda>", "value")
        return Column(name or own_name, taking_record(spec))
    raise UsageError(
        f"{spec!r} is no property",
        hint="Give a name ('status'), a path ('attributes.department') or a function (lambda record: ...).",
    )


def columns(specs: Any) -> list[Column]:
    """One column or several, lists in them opened."""
    return [column(spec) for spec in flatten(specs)]


def sort_columns(specs: Any) -> list[Column]:
    """Columns as sort keys: `-created` sorts descending, `+name` ascending, whatever the command's own direction."""
    return [_sort_column(spec) for spec in flatten(specs)]


def _sort_column(spec: Any) -> Column:
    if isinstance(spec, str) and spec[:1] in ("-", "+") and len(spec) > 1:
        return evolve(column(spec[1:]), descending=spec[0] == "-")
    return column(spec)


class PathReader:
    """Reads a path from raw values, MISSING where it leads nowhere.

    Args:
        path: A name or dotted path.

    Attributes:
        found: Whether it ever led anywhere; None before it was asked.
    """

    __slots__ = ("found", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: bool | None = None

    def __call__(self, record: Any) -> Any:
        if isinstance(record, dict) and self.path in record:
            self.found = True
            return record[self.path]
        value = get_property(record, self.path, MISSING)
        if not self.found:
            self.found = value is not MISSING
        return value


def never_found(columns: Iterable[Column]) -> list[str]:
    """The paths that led nowhere in all records so far."""
    return [one.read.path for one in columns if isinstance(one.read, PathReader) and one.read.found is False]


def flatten(specs: Any) -> Iterable[Any]:
    """The single specifications in one, none, or nested lists of them."""
    if specs is None:
        return
    if isinstance(specs, (list, tuple)):
        for one in specs:
            yield from flatten(one)
    else:
        yield specs


def _from_hashtable(spec: Mapping[Any, Any]) -> Column:
    given = {fold(str(key)): value for key, value in spec.items()}
    unknown = given.keys() - _NAME_KEYS - _EXPRESSION_KEYS - _DIRECTION_KEYS
    expression = next((given[key] for key in _EXPRESSION_KEYS if key in given), None)
    if unknown or expression is None:
        raise UsageError(
            f"{dict(spec)!r} is no calculated property",
            why=f"it has {', '.join(sorted(unknown))}" if unknown else "it has no expression",
            hint="Write it as a keyword: Department='attributes.department'.",
        )
    name = next((str(given[key]) for key in _NAME_KEYS if key in given), None)
    descending = given.get("descending", not given["ascending"] if "ascending" in given else None)
    return evolve(column(expression, name=name), descending=descending)
