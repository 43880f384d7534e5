"""Records as trees: every nested value down to a depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
from rich.text import Text
from rich.tree import Tree

from ..pipeline.properties import property_names, read_property
from ..records import origin_of
from .canvas import Canvas
from .cells import one_line, readable
from .columns import Choice, drawn_columns

_ROOM = 400


def tree_pages(
    records: Iterable[Any], canvas: Canvas, *, chosen: Sequence[Choice] = (), depth: int = 5
) -> Iterator[Tree]:
    """One tree per record.

    Args:
        records: What is shown; read one by one.
        canvas: Where it is shown.
        chosen: Properties that were asked for; none shows all.
        depth: Levels that are spelled out; what lies deeper is summed up.
    """
    told: set[str] = set()
    for record in records:
        tree = Tree(Text(_title(record), style="bold"), guide_style="dim")
        if chosen:
            pairs = [(column.name, column.read(record)) for column in drawn_columns(chosen, [record], told)]
        else:
            pairs = _pairs(record)
        for name, value in pairs:
            _grow(tree, name, value, depth)
        yield tree


def _title(record: Any) -> str:
    kind = origin_of(record).kind or ("record" if isinstance(record, Mapping) else type(record).__name__)
    return f"{kind} {readable(record)}" if _pairs(record) else readable(record)


def _pairs(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, (list, tuple)):
        return [(str(index), one) for index, one in enumerate(value)]
    if isinstance(value, Mapping) or attrs.has(type(value)):
        return [(name, read_property(value, name)) for name in property_names(value)]
    return []


def _grow(branch: Tree, name: str, value: Any, depth: int) -> None:
    inner = _pairs(value)
    if inner and depth > 0:
        twig = branch.add(Text(one_line(name)))
        for key, one in inner:
            _grow(twig, key, one, depth - 1)
    else:
        branch.add(Text.assemble(f"{one_line(name)} = ", (readable(value, _ROOM), "bold")))
