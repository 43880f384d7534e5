"""Columns: which properties of records are shown, under which names, and which of them matter most."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cache
from importlib import resources
from typing import Any

from attrs import evolve, frozen

from ..errors import IsnError, UsageError
from ..host import get_host
from ..naming import did_you_mean, fold
from ..pipeline.columns import Column as Property
from ..pipeline.columns import PathReader, Read, column, flatten
from ..pipeline.properties import MISSING, get_property, has_property, property_names
from ..records import origin_of
from .cells import pattern_text, readable


@frozen
class Column:
    """One column.

    Args:
        name: Its heading.
        read: Reads the value out of a record.
        importance: Which columns stay when room is short: the higher ones.
        whole: Whether it gets room for all of its text before less important columns get any.
        width: Cells that it takes; None leaves it to the content.
        right: Whether its values stand right; None leaves it to what they are.
        pattern: Python's format of its values.
    """

    name: str
    read: Read
    importance: float = 0.0
    whole: bool = False
    width: int | None = None
    right: bool | None = None
    pattern: str | None = None

    def text(self, value: Any) -> str:
        """A value of the column as one line for people."""
        return readable(value) if self.pattern is None else pattern_text(value, self.pattern)


SHOWN_EMPTY = 50.0
"""The importance from which on a column is shown even where nothing is in it."""

_ALIGNMENTS = {"left": False, "right": True}
_FORMAT_KEYS = {"width": "width", "alignment": "alignment", "align": "alignment", "formatstring": "format_string"}


@frozen
class Choice:
    """A column that was asked for.

    Args:
        column: What is read, under which name. Its path may hold wildcards.
        width: Cells that it takes; None leaves it to the content.
        right: Whether its values stand right; None leaves it to what they are.
        format_string: Python's format of its values, such as `,.1f` or `{:%d.%m.}`.
    """

    column: Property
    width: int | None = None
    right: bool | None = None
    format_string: str | None = None


def choices(
    properties: Any, calculated: Mapping[str, Any] | None = None, *, options: Iterable[str] = ()
) -> list[Choice]:
    """The columns that a person asked for.

    Args:
        properties: Names, dotted paths, wildcards, callables, PowerShell's `{"name": ..., "expression": ...}`, lists.
        calculated: Heading to path or callable.
        options: The command's other parameters, to explain a misspelled one.

    Raises:
        UsageError: One of them is nothing that names a column.
    """
    found = [_choice(one) for one in flatten(properties)]
    for name, source in (calculated or {}).items():
        if not (isinstance(source, str) or callable(source)):
            raise UsageError(
                f"{name}={source!r} is neither a parameter nor a column",
                hint=did_you_mean(name, options) or "A column is Heading='path' or Heading=lambda record: ...",
            )
        found.append(Choice(column(source, name=name)))
    return found


def _choice(spec: Any) -> Choice:
    if not isinstance(spec, Mapping):
        return Choice(column(spec))
    layout = {_FORMAT_KEYS[fold(key)]: value for key, value in spec.items() if fold(key) in _FORMAT_KEYS}
    chosen = column({key: value for key, value in spec.items() if fold(key) not in _FORMAT_KEYS})
    width, side, pattern = (layout.get(name) for name in ("width", "alignment", "format_string"))
    if width is not None and (not isinstance(width, int) or width < 1):
        raise UsageError(f"width={width!r} is no number of cells", hint="Give 1 or more.")
    if side is not None and str(side).lower() not in _ALIGNMENTS:
        raise UsageError(f"alignment={side!r} is unknown", hint="Give left or right.")
    return Choice(chosen, width, None if side is None else _ALIGNMENTS[str(side).lower()], pattern)


def chosen_columns(chosen: Sequence[Choice], sample: Sequence[Any]) -> list[Column]:
    """The columns of a choice; wildcards become the names that the sample has."""
    names: list[str] | None = None
    found: list[Column] = []
    for one in chosen:
        path = one.column.path
        if path is None or not any(mark in path for mark in "*?[") or _is_property(path, sample):
            found.append(_shown(one, one.column.name, one.column.read))
            continue
        names = all_names(sample) if names is None else names
        matching = [name for name in names if fnmatchcase(name.casefold(), path.casefold())]
        found += [_shown(one, name, PathReader(name)) for name in matching]
    return found


def drawn_columns(chosen: Sequence[Choice], sample: Sequence[Any], told: set[str]) -> list[Column]:
    """The columns of a choice for people to look at: where a function fails, its cell is empty, as in PowerShell.

    Args:
        chosen: What was asked for.
        sample: Records for its wildcards.
        told: Names of the columns whose failure was said; it is said once.
    """
    return [evolve(one, read=_forgiving(one, told)) for one in chosen_columns(chosen, sample)]


def _forgiving(column: Column, told: set[str]) -> Read:
    def read(record: Any) -> Any:
        try:
            return column.read(record)
        except IsnError:
            raise  # the tenant's answer, or a rail
        except Exception as error:  # noqa: BLE001 - their function may raise anything
            if column.name not in told:
                told.add(column.name)
                get_host().warn(f"{column.name} is empty where its function fails: {type(error).__name__}: {error}")
            return None

    return read


def _is_property(path: str, sample: Sequence[Any]) -> bool:
    return any(path in property_names(one) for one in sample[:1])


def _shown(choice: Choice, name: str, read: Read) -> Column:
    return Column(name, _or_null(read), width=choice.width, right=choice.right, pattern=choice.format_string)


def _or_null(read: Read) -> Read:
    def read_or_null(record: Any) -> Any:
        value = read(record)
        return None if value is MISSING else value

    return read_or_null


def reader(source: str | Read) -> Read:
    """How a path or a person's function reads a record: None where there is no such property."""
    return _or_null(column(source).read)


def default_columns(sample: Sequence[Any], kind: str | None = None) -> list[Column]:
    """The columns of records that nobody chose columns for: the view of their kind, else all that hold anything."""
    view = view_of(kind or (origin_of(sample[0]).kind if sample else None))
    if view is not None:
        return _view_columns(view, sample)
    # Fields that were named one by one are shown even where nothing is in them
    least = SHOWN_EMPTY if sample and origin_of(sample[0]).chosen else -1.0
    return [
        Column(name, reader(name), max(least, _importance(name, [get_property(one, name) for one in sample])))
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
        fields = {path.partition(".")[0] for path in _paths(source)}
        if any(has_property(record, field) for record in sample for field in fields):
            read = _reader(source)
            is_empty = all(read(record) in (None, "", [], {}) for record in sample)
            importance = -1.0 if is_empty else 100.0 - keep.index(source["name"])
            columns.append(Column(source["name"], read, importance, source["name"] in view.get("whole", ())))
    return columns


def _paths(source: Mapping[str, Any]) -> list[str]:
    return [source["path"]] if isinstance(source["path"], str) else list(source["path"])


def _reader(source: Mapping[str, Any]) -> Read:
    """How a view reads a property: the first of several paths that holds something; with `where` the first element of
    a list that fits, with `text` a part of it.
    """
    (path, *more), where, text = _paths(source), source.get("where", {}), source.get("text")

    def first_filled(record: Any) -> Any:
        values = (get_property(record, one) for one in (path, *more))
        return next((value for value in values if value is not None), None)

    def first_fitting(record: Any) -> Any:
        for one in get_property(record, path) or ():
            if all(get_property(one, name) in wanted for name, wanted in where.items()):
                return get_property(one, text) or one if text else one
        return None

    return first_fitting if where else first_filled if more else reader(path)


def _importance(name: str, values: Sequence[Any]) -> float:
    patterns: Mapping[str, int] = _data()["importance"]
    folded = fold(name)
    score = next((points for pattern, points in patterns.items() if fnmatchcase(folded, pattern)), 40)
    filled = [value for value in values if value not in (None, "", [], {})]
    if not filled:
        return -1.0
    nested = sum(isinstance(value, (dict, list)) for value in filled) / len(filled)
    return score * (0.5 + 0.5 * len(filled) / len(values)) - 20 * nested
