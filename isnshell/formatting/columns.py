"""Columns: which properties of records are shown, under which names, and which of them matter most."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cache
from importlib import resources
from typing import Any

from attrs import frozen

from ..errors import UsageError
from ..naming import did_you_mean, fold
from ..pipeline.properties import get_property, getter, has_property, property_names
from ..records import origin_of, wrap

Read = Callable[[Any], Any]


@frozen
class Column:
    """One column.

    Args:
        name: Its heading.
        read: Reads the value out of a record.
        importance: Which columns stay when room is short: the higher ones.
        whole: Whether it gets room for all of its text before less important columns get any.
    """

    name: str
    read: Read
    importance: float = 0.0
    whole: bool = False


Choice = tuple[str, "str | Read"]
"""A chosen column: its heading, and the path or function that gives its value. A path may hold wildcards."""


def choices(
    properties: Iterable[Any], calculated: Mapping[str, Any] | None = None, *, options: Iterable[str] = ()
) -> list[Choice]:
    """The columns that a person asked for.

    Args:
        properties: Names, dotted paths, wildcards, callables, PowerShell's `{"name": ..., "expression": ...}`, lists.
        calculated: Heading to path or callable.
        options: The command's other parameters, to explain a misspelled one.

    Raises:
        UsageError: One of them is nothing that names a column.
    """
    found: list[Choice] = []
    for one in properties:
        if isinstance(one, (list, tuple)):
            found += choices(one)
        elif isinstance(one, Mapping):
            found.append(_from_hashtable(one))
        elif isinstance(one, str):
            found.append((one, one))
        elif callable(one):
            found.append((getattr(one, "__name__", "value").replace("<lambda>", "value"), one))
        else:
            raise UsageError(
                f"{one!r} names no property", hint="Give names such as 'id', or Heading=lambda record: ..."
            )
    for name, source in (calculated or {}).items():
        if not (isinstance(source, str) or callable(source)):
            raise UsageError(
                f"{name}={source!r} is neither a parameter nor a column",
                hint=did_you_mean(name, options) or "A column is Heading='path' or Heading=lambda record: ...",
            )
        found.append((name, source))
    return found


def _from_hashtable(table: Mapping[str, Any]) -> Choice:
    parts = {fold(key): value for key, value in table.items()}
    source = next((parts[key] for key in ("expression", "e") if key in parts), None)
    name = next((parts[key] for key in ("name", "label", "n", "l") if key in parts), source)
    if source is None or not isinstance(name, str):
        raise UsageError(f"{dict(table)!r} names no property", hint="Give {'name': 'Heading', 'expression': ...}.")
    return name, source


def chosen_columns(chosen: Sequence[Choice], sample: Sequence[Any]) -> list[Column]:
    """The columns of a choice; wildcards become the names that the sample has."""
    names: list[str] | None = None
    columns: list[Column] = []
    for name, source in chosen:
        if not isinstance(source, str):
            columns.append(Column(name, reader(source)))
        elif any(mark in source for mark in "*?[") and not any(source in property_names(one) for one in sample[:1]):
            names = all_names(sample) if names is None else names
            matching = [one for one in names if fnmatchcase(one.casefold(), source.casefold())]
            columns += [Column(one, getter(one)) for one in matching]
        else:
            columns.append(Column(name, reader(source)))
    return columns


def reader(source: str | Read) -> Read:
    """How a path or a person's function reads a record; their functions are handed Records, never bare dicts."""
    return getter(source) if isinstance(source, str) else lambda record: source(wrap(record))


def default_columns(sample: Sequence[Any], kind: str | None = None) -> list[Column]:
    """The columns of records that nobody chose columns for: the view of their kind, else all that hold anything."""
    view = view_of(kind or (origin_of(sample[0]).kind if sample else None))
    if view is not None:
        return _view_columns(view, sample)
    return [
        Column(name, getter(name), _importance(name, [get_property(one, name) for one in sample]))
        for name in all_names(sample)
    ]


def all_names(sample: Iterable[Any]) -> list[str]:
    """The union of the records' property names, in the order in which they appear."""
    names: dict[str, None] = {}
    for one in sample:
        names.update(dict.fromkeys(property_names(one)))
    return list(names)


@cache
def _data() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("views.json").read_text("utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def style_of(text: str) -> str:
    """The colour of a status word; empty for any other text."""
    return str(_data()["styles"].get(text, ""))


def view_of(kind: str | None) -> Mapping[str, Any] | None:
    """The default view of a kind of record, as data."""
    views: Mapping[str, Mapping[str, Any]] = _data()["views"]
    view = views.get(kind or "")
    return views[view["same_as"]] if view and "same_as" in view else view


def view_kinds() -> list[str]:
    """The kinds of record that have a default view."""
    return list(_data()["views"])


def _view_columns(view: Mapping[str, Any], sample: Sequence[Any]) -> list[Column]:
    """The columns of a view; those that none of the records has are left out, those that are null make room first."""
    keep = view["keep"]
    columns = []
    for one in view["columns"]:
        source = {"name": one, "path": one} if isinstance(one, str) else one
        field = source["path"].partition(".")[0]
        if any(has_property(record, field) for record in sample):
            read = _reader(source)
            is_empty = all(read(record) in (None, "", [], {}) for record in sample)
            importance = -1.0 if is_empty else 100.0 - keep.index(source["name"])
            columns.append(Column(source["name"], read, importance, source["name"] in view.get("whole", ())))
    return columns


def _reader(source: Mapping[str, Any]) -> Read:
    """How a view reads a property; with `where` the first element of a list that fits, with `text` a part of it."""
    path, where, text = source["path"], source.get("where", {}), source.get("text")

    def first_fitting(record: Any) -> Any:
        for one in get_property(record, path) or ():
            if all(get_property(one, name) in wanted for name, wanted in where.items()):
                return get_property(one, text) or one if text else one
        return None

    return first_fitting if where else getter(path)


def _importance(name: str, values: Sequence[Any]) -> float:
    patterns: Mapping[str, int] = _data()["importance"]
    folded = fold(name)
    score = next((points for pattern, points in patterns.items() if fnmatchcase(folded, pattern)), 40)
    filled = [value for value in values if value not in (None, "", [], {})]
    if not filled:
        return -1.0
    nested = sum(isinstance(value, (dict, list)) for value in filled) / len(filled)
    return score * (0.5 + 0.5 * len(filled) / len(values)) - 20 * nested
