"""Inside a call: its parameters, their values, and names of properties where a stage wants them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Sequence

from ...commands.cmdlet import Cmdlet
from ...naming import fold
from .bodies import key_names
from .candidates import FUZZY, PREFIX, Candidate, fit
from .files import file_candidates
from .filters import filter_candidates, sorter_candidates
from .knowledge import Knowledge
from .parameters import Taken
from .python import command_candidates
from .shapes import Property, Shape, inner, properties, shape_of
from .spot import Call, Spot
from .values import source_shape, takes_properties, value_candidates, wants_profile

_PROPERTIES = ("property", "properties", "expand_property", "exclude_property", "group_by", "member_name", "key")
_FILES = ("out_file", "path", "file_path", "folder", "file", "input_file", "literal_path")
_COMMAND_NAMES = ("get_help", "get_command")


def argument_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """Parameters and values for a word in a call; text values in their quotes."""
    call = spot.call
    if call is None or call.lead:
        return []
    if call.bracket == "{":
        return [Candidate(f'"{one.text}": ', one.start, one.kind, one.meaning) for one in _keys(spot, call, knowledge)]
    command = _command(call, knowledge)
    if command is None:
        return []
    taken = knowledge.parameters(command)
    if call.current:
        return list(value_candidates(spot, command, _named(call.current, taken), knowledge))
    return [
        *_at_position(spot, call, command, taken, knowledge),
        *_property_keywords(spot, call, command, taken, knowledge),
        *_parameter_candidates(spot, call, taken),
    ]


def _command(call: Call, knowledge: Knowledge) -> Cmdlet | None:
    return knowledge.command(call.callee) if call.callee and "." not in call.callee else None


def _named(name: str, taken: Sequence[Taken]) -> Taken:
    return next((one for one in taken if fold(one.name) == fold(name)), Taken(name))


# --- parameters -------------------------------------------------------------------------------------------------


def _parameter_candidates(spot: Spot, call: Call, taken: Sequence[Taken]) -> Iterator[Candidate]:
    by_place = [one for one in taken if not one.is_list][: len(call.positional)]
    given = {fold(name) for name in call.names} | {fold(one.name) for one in by_place}
    left = [one for one in taken if fold(one.name) not in given and not one.is_list]
    ranks = [(fit(spot.word, one.name), one.is_option, not one.required, place) for place, one in enumerate(left)]
    for rank, _, _, place in sorted(rank for rank in ranks if rank[0] is not None and rank[0] < FUZZY):
        assert rank is not None
        yield Candidate(f"{left[place].name}=", spot.start, "parameter", left[place].line)


def _at_position(
    spot: Spot, call: Call, command: Cmdlet, taken: Sequence[Taken], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Values for the parameter that an argument at this place would fill."""
    one = None if call.names else positional_parameter(call, command, taken)
    if one is not None and (one.values or wants_profile(command, one.name)):
        yield from value_candidates(spot, command, one, knowledge)


def positional_parameter(call: Call, command: Cmdlet, taken: Sequence[Taken]) -> Taken | None:
    """The parameter that the argument at the cursor fills by its place."""
    by_name = {one.name: one for one in taken}
    order = [
        p for p in command.__signature__.parameters.values() if p.kind in (p.POSITIONAL_OR_KEYWORD, p.VAR_POSITIONAL)
    ]
    if call.index < len(order):
        return by_name.get(order[call.index].name)
    last = order[-1] if order else None
    return by_name.get(last.name) if last and last.kind is inspect.Parameter.VAR_POSITIONAL else None


# --- properties -------------------------------------------------------------------------------------------------


def _property_keywords(
    spot: Spot, call: Call, command: Cmdlet, taken: Sequence[Taken], knowledge: Knowledge
) -> Iterator[Candidate]:
    if not takes_properties(command):
        return
    used = {one.name for one in taken} | set(call.names)
    for one in _fitting(spot.word, source_shape(call, knowledge), knowledge):
        if one.name not in used and one.name.isidentifier():
            yield Candidate(f"{one.name}=", spot.start, "property", _line(one))


def _fitting(word: str, shape: Shape, knowledge: Knowledge) -> Iterator[Property]:
    for one in properties(shape, knowledge):
        rank = fit(word, one.name)
        if rank is not None and rank < FUZZY:
            yield one


def _line(one: Property) -> str:
    return f"one of {', '.join(map(str, one.values))}" if one.values else one.type


def _property_names(spot: Spot, shape: Shape, knowledge: Knowledge) -> list[Candidate]:
    """Names for a string that holds a property, nested ones behind their dots; a sign before them stays."""
    outer, dot, last = spot.word.lstrip("+-").rpartition(".")
    if dot:
        shape = inner(shape, outer, knowledge)
    start = spot.start + len(spot.word) - len(last)
    found = [Candidate(one.name, start, "property", _line(one)) for one in _fitting(last, shape, knowledge)]
    return _closed(spot, found)


# --- strings ----------------------------------------------------------------------------------------------------


def string_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """What could stand in a string, by the call that it is in. The closing quote comes along where it is missing."""
    call = spot.call
    if call is None or call.lead:
        return []
    if call.bracket == "{":
        return _closed(spot, _keys(spot, call, knowledge))
    if call.bracket == "[":
        return _subscript(spot, call, knowledge)
    command = _command(call, knowledge)
    if command is None:
        return []
    taken = knowledge.parameters(command)
    one = _named(call.current, taken) if call.current else positional_parameter(call, command, taken)
    return _in_parameter(spot, call, command, one, knowledge) if one else []


def _in_parameter(spot: Spot, call: Call, command: Cmdlet, one: Taken, knowledge: Knowledge) -> list[Candidate]:
    operations = knowledge.operations(command)
    if one.name == "filters" and operations:
        return filter_candidates(spot.word, spot.start, spot.quote, operations[0], knowledge)
    if one.name == "sorters" and operations:
        return sorter_candidates(spot.word, spot.start, operations[0])
    if one.name in _FILES:
        return file_candidates(spot.word, spot.start)
    if one.name in _PROPERTIES or _is_calculated(command, one, knowledge):
        return _property_names(spot, source_shape(call, knowledge), knowledge)
    if command.name in _COMMAND_NAMES and one.name == "name":
        return _closed(spot, command_candidates(spot.word, spot.start, knowledge))
    values = value_candidates(spot, command, one, knowledge)
    return _closed(spot, [Candidate(v.text.strip('"'), v.start, v.kind, v.meaning, v.shown) for v in values])


def _is_calculated(command: Cmdlet, one: Taken, knowledge: Knowledge) -> bool:
    """Whether a keyword makes a new property out of the path that it is given."""
    parameters = command.__signature__.parameters.values()
    takes = any(p.kind is p.VAR_KEYWORD and p.name == "calculated" for p in parameters)
    return takes and one not in knowledge.parameters(command)


def _closed(spot: Spot, found: list[Candidate]) -> list[Candidate]:
    if spot.is_closed:
        return found
    return [Candidate(one.text + spot.quote, one.start, one.kind, one.meaning, one.shown or one.text) for one in found]


def _keys(spot: Spot, call: Call, knowledge: Knowledge) -> list[Candidate]:
    if call.current:
        return []
    names = key_names(spot, knowledge)
    return [Candidate(name, spot.start, "key", line) for name, line in names if fit(spot.word, name) == PREFIX]


def _subscript(spot: Spot, call: Call, knowledge: Knowledge) -> list[Candidate]:
    """`task["` names the properties of the record before the bracket."""
    owner = re.search(r"([A-Za-z_]\w*(?:\[\d+\]|\.\w+)*)$", spot.text[: call.start])
    return _property_names(spot, shape_of(owner[1], knowledge), knowledge) if owner else []
