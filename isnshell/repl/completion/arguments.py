"""Inside a call: its parameters, their values, and names of properties where a stage wants them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from ...catalog.facts import Field, Operation
from ...commands.cmdlet import Cmdlet
from ...naming import fold
from .candidates import FUZZY, PREFIX, Candidate, fit
from .commands import command_candidates
from .files import file_candidates
from .filters import condition_candidates, condition_keys, filter_candidates, sorter_candidates
from .knowledge import Knowledge
from .parameters import Taken, bound_by_pipe
from .python import record_at
from .shapes import Property, Shape, inner, properties
from .spot import Call, Spot
from .values import is_id, property_values, source_shape, takes_properties, value_candidates
from .wants import Place, fields_of, innermost_command, is_mapping, want_at

_PROPERTIES = ("property", "properties", "expand_property", "exclude_property", "group_by", "member_name", "key",
               "quote_fields", "label", "value_property")  # fmt: skip
_FILES = ("out_file", "path", "file_path", "folder", "file", "input_file", "literal_path", "resume", "document")
_COMMAND_NAMES = (("get_help", "name"), ("get_command", "name"), ("invoke_paginate", "function"))
_PYTHON_FILES = ("open", "Path")
_COMPARED = re.compile(r"([A-Za-z_]\w*(?:\.\w+|\[\d+\])*)\.(\w+)\s*(?:==|!=)\s*[rRbBuUfF]{0,2}[\"']$")


def place_of(spot: Spot, knowledge: Knowledge) -> Place | None:
    """The command's call that the cursor is in, and the parameter that it stands at; None outside of calls."""
    at = innermost_command(spot)
    call = spot.calls[at] if at is not None else None
    if call is None or at is None or "." in call.callee:
        return None
    command = knowledge.command(call.callee)
    if command is None:
        return None
    taken = knowledge.parameters(command)
    one = _named(call.current, taken) if call.current else positional_parameter(call, command, taken)
    # A list stands for its elements
    inside = tuple(one for one in spot.calls[at + 1 :] if one.bracket != "[")
    return Place(call, command, one, inside)


def argument_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """Parameters and values for a word in a call; text values in their quotes."""
    place = place_of(spot, knowledge)
    if place is None or spot.call is None:
        return []
    if spot.call.lead.strip() == "-" and not place.inside and not place.call.current:
        # -Limit, typed by habit
        return list(_parameter_candidates(evolve(spot, start=spot.start - 1), place, knowledge))
    if spot.call.lead:
        return []
    if place.inside:
        return _inside(spot, place, knowledge)
    if place.call.current:
        return list(value_candidates(spot, place, knowledge))
    at_place = [] if place.call.names else list(_at_position(spot, place, knowledge))
    parameters = [*_property_keywords(spot, place, knowledge), *_parameter_candidates(spot, place, knowledge)]
    ids = [one for one in at_place if one.shown] if not spot.word else []
    return [*(one for one in at_place if one not in ids), *parameters, *ids]


def _named(name: str, taken: Sequence[Taken]) -> Taken:
    return next((one for one in taken if fold(one.name) == fold(name)), Taken(name))


# --- parameters -------------------------------------------------------------------------------------------------


def _parameter_candidates(spot: Spot, place: Place, knowledge: Knowledge) -> Iterator[Candidate]:
    call, taken = place.call, knowledge.parameters(place.command)
    by_place = [one for one in taken if not one.is_list][: len(call.positional)]
    given = {fold(name) for name in call.names} | {fold(one.name) for one in by_place}
    left = [one for one in taken if fold(one.name) not in given and not one.is_list]
    piped = _piped(place, left, knowledge) if call.source else ()
    ranks = [
        (rank, one.is_option, one.name in piped, not one.required, at)
        for at, one in enumerate(left)
        if (rank := fit(spot.word, one.name)) is not None and rank < FUZZY
    ]
    for *_, at in sorted(ranks):
        one = left[at]
        line = f"the pipe gives it; {evolve(one, required=False).line}" if one.name in piped else one.line
        yield Candidate(f"{one.name}=", spot.start, "parameter", line)


def _piped(place: Place, left: Sequence[Taken], knowledge: Knowledge) -> set[str]:
    """The parameters that the pipe gives: ids of what the records are or refer to, and others of a property's name."""
    shape = source_shape(place.call, knowledge)
    has = {fold(one.name) for one in properties(shape, knowledge)}
    bound = bound_by_pipe(place.command, left)
    return {name for name in bound if is_id(name) or not shape.is_known or fold(name) in has}


def _at_position(spot: Spot, place: Place, knowledge: Knowledge) -> Iterator[Candidate]:
    """Values for the parameter that an argument at this place would fill."""
    if place.taken is None:
        return
    if names_property(place.command, place.taken):
        if takes_properties(place.command):
            return  # it names them by keyword
        shape = source_shape(place.call, knowledge)
        used = {text.strip("\"'") for text in place.call.positional}
        for one in _fitting(spot.word, shape, knowledge):
            if one.name not in used:
                yield Candidate(f'"{one.name}"', spot.start, "property", _line(one))
    else:
        yield from value_candidates(spot, place, knowledge)


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


def _property_keywords(spot: Spot, place: Place, knowledge: Knowledge) -> Iterator[Candidate]:
    if not takes_properties(place.command) or place.call.positional:
        return
    used = {one.name for one in knowledge.parameters(place.command)} | set(place.call.names)
    for one in _fitting(spot.word, source_shape(place.call, knowledge), knowledge):
        if one.name not in used and one.name.isidentifier():
            yield Candidate(f"{one.name}=", spot.start, "property", _line(one))


def _fitting(word: str, shape: Shape, knowledge: Knowledge) -> Iterator[Property]:
    """Properties that fit a word, those that begin with it first."""
    ranked = ((fit(word, one.name), one) for one in properties(shape, knowledge))
    found = [(rank, one) for rank, one in ranked if rank is not None and rank < FUZZY]
    yield from (one for _, one in sorted(found, key=lambda pair: pair[0]))


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
    if compared := _COMPARED.search(spot.text[: spot.start]):
        shape = record_at(spot, compared[1], knowledge)
        values = property_values(shape, compared[2], knowledge)
        found = [Candidate(text.strip('"'), spot.start, "value", line) for text, line, _ in values if text[:1] == '"']
        return _closed(spot, [one for one in found if fit(spot.word, one.text) in (PREFIX, 1)])
    call = spot.call
    if call is None or call.lead:
        return []
    if call.owner:
        return _property_names(spot, record_at(spot, call.owner, knowledge), knowledge)
    if call.callee in _PYTHON_FILES and not call.index:
        return file_candidates(spot.word, spot.start, spot.quote)
    place = place_of(spot, knowledge)
    if place is None or place.taken is None:
        return []
    if place.inside:
        return _unquoted(spot, _inside(spot, place, knowledge))
    return _in_parameter(spot, place, place.taken, knowledge)


def _in_parameter(spot: Spot, place: Place, one: Taken, knowledge: Knowledge) -> list[Candidate]:
    operations = knowledge.operations(place.command)
    if one.name == "filters" and operations:
        return filter_candidates(spot.word, spot.start, spot.quote, operations[0], knowledge)
    if one.name == "sorters" and operations:
        return sorter_candidates(spot.word, spot.start, operations[0])
    if one.name in _FILES:
        return file_candidates(spot.word, spot.start, spot.quote)
    if names_property(place.command, one) or _is_calculated(place.command, one, knowledge):
        found = _property_names(spot, source_shape(place.call, knowledge), knowledge)
        used = {text.strip("\"'") + spot.quote for text in place.call.positional}
        return [candidate for candidate in found if candidate.text not in used]
    if (place.command.name, one.name) in _COMMAND_NAMES:
        return _closed(spot, command_candidates(spot.word, spot.start, knowledge))
    return _unquoted(spot, value_candidates(spot, place, knowledge))


def names_property(command: Cmdlet, one: Taken) -> bool:
    """Whether a parameter is given properties' names."""
    return one.name in _PROPERTIES or (command.name, one.name) == ("get_member", "name")


def _is_calculated(command: Cmdlet, one: Taken, knowledge: Knowledge) -> bool:
    """Whether a keyword makes a new property out of the path that it is given."""
    parameters = command.__signature__.parameters.values()
    takes = any(p.kind is p.VAR_KEYWORD and p.name == "calculated" for p in parameters)
    return takes and one not in knowledge.parameters(command)


def _unquoted(spot: Spot, found: Iterator[Candidate] | list[Candidate]) -> list[Candidate]:
    """Candidates as they stand in a string that is open already; what is no text is left out."""
    inner = [evolve(one, text=one.text.split('"')[1]) for one in found if one.text[:1] == '"']
    ends = ": " if inner and inner[0].kind == "key" else ""
    return _closed(spot, inner, ends)


def _closed(spot: Spot, found: list[Candidate], ends: str = "") -> list[Candidate]:
    if spot.is_closed:
        return found
    return [evolve(one, text=one.text + spot.quote + ends, shown=one.shown or one.text) for one in found]


# --- dicts and lists --------------------------------------------------------------------------------------------


def _inside(spot: Spot, place: Place, knowledge: Knowledge) -> list[Candidate]:
    """Keys and values in the brackets of an argument."""
    operations = knowledge.operations(place.command)
    if place.taken is not None and place.taken.name == "filters" and operations:
        return _in_condition(spot, place.inside, operations[0], knowledge)
    last = place.inside[-1]
    if not is_mapping(last) or last.current:
        return list(value_candidates(spot, place, knowledge))
    want = want_at(place, knowledge)
    if want is None:
        return []
    return [
        Candidate(f"{one.name}=" if last.callee else f'"{one.name}": ', spot.start, "key", _field_line(one))
        for one in fields_of(want, knowledge)
        if one.name not in last.names and fit(spot.word, one.name) == PREFIX
    ]


def _in_condition(spot: Spot, inside: Sequence[Call], operation: Operation, knowledge: Knowledge) -> list[Candidate]:
    """In `filters={"type": ("ne", "QUARTZ")}`: a field, an operator, a value."""
    last, current = inside[-1], next((one.current for one in inside if one.current), "")
    if not current:
        return condition_keys(spot.word, spot.start, last.names, operation)
    wants_operator = last.bracket == "(" and not last.index
    return condition_candidates(spot.word, spot.start, current, wants_operator, operation, knowledge)


def _field_line(one: Field) -> str:
    told = f"one of {', '.join(map(str, one.enum))}" if one.enum else one.type
    return f"required; {told}" if one.required else told
