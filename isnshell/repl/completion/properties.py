"""Names of properties that fit a word."""

from __future__ import annotations

from collections.abc import Iterator

from ...commands.cmdlet import Cmdlet
from .candidates import FUZZY, fit
from .knowledge import Knowledge
from .parameters import Taken, in_words
from .shapes import Property, Shape, properties

_PROPERTIES = (
    "property", "properties", "expand_property", "exclude_property", "group_by", "member_name", "key", "quote_fields",
    "label",
)  # fmt: skip
_OF_COMMANDS = (("get_member", "name"), ("for_each_object", "process"))


def names_property(command: Cmdlet, one: Taken) -> bool:
    """Whether a parameter is given properties' names."""
    return one.name in _PROPERTIES or (command.name, one.name) in _OF_COMMANDS


def fitting_properties(word: str, shape: Shape, knowledge: Knowledge) -> Iterator[Property]:
    """Properties that fit a word: those that begin with it first, `source` before `sourceId`."""
    ranked = ((fit(word, one.name), one) for one in properties(shape, knowledge))
    found = [(rank, one) for rank, one in ranked if rank is not None and rank < FUZZY]

    def order(pair: tuple[int, Property]) -> tuple[int, int]:
        rank, one = pair
        return rank, sum(one.name.startswith(other.name) for _, other in found) if word else 0

    yield from (one for _, one in sorted(found, key=order))


def property_line(one: Property) -> str:
    """What a property holds, in a line."""
    return f"one of {', '.join(map(str, one.values))}" if one.values else in_words(one.type)
