"""In a call, outside of strings: its parameters, their values, and names of properties where a stage wants them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from ...naming import fold
from .attributes import function_at
from .candidates import FUZZY, PREFIX, Candidate, fit
from .keys import inside_candidates
from .knowledge import Knowledge
from .parameters import BY_PLACE, Taken, bound_by_pipe, parameters_of_function
from .properties import fitting_properties, names_property, property_line
from .shapes import properties
from .spot import Call, Spot
from .values import is_id, source_shape, takes_properties, value_candidates
from .wants import Place, place_of

# These hand their further keywords to a command that they are given
_PASS_ON = ("on", "for_each_object")


def argument_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """Parameters and values for a word in a call; text values in their quotes."""
    place = place_of(spot, knowledge)
    if spot.call is None:
        return []
    if place is None:
        return _python_keywords(spot, spot.call, knowledge)
    if spot.call.lead.strip() == "-" and not place.inside and not place.call.current:
        # -Limit, typed by habit
        return list(_parameter_candidates(evolve(spot, start=spot.start - 1), place, knowledge))
    if spot.call.lead:
        return []
    if place.inside:
        return inside_candidates(spot, place, knowledge)
    if place.call.current:
        return list(value_candidates(spot, place, knowledge))
    at_place = [] if place.call.names else list(_at_position(spot, place, knowledge))
    parameters = [*_property_keywords(spot, place, knowledge), *_parameter_candidates(spot, place, knowledge)]
    ids = [one for one in at_place if one.shown] if not spot.word else []
    return [*(one for one in at_place if one not in ids), *parameters, *ids]


# --- parameters -------------------------------------------------------------------------------------------------


def _parameter_candidates(spot: Spot, place: Place, knowledge: Knowledge) -> Iterator[Candidate]:
    call, taken = place.call, [*knowledge.parameters(place.command), *_passed_on(place, knowledge)]
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


def _passed_on(place: Place, knowledge: Knowledge) -> list[Taken]:
    """What another command takes that this one is given: `on("demo", get_accounts, ...)`."""
    if place.command.name not in _PASS_ON:
        return []
    given = (knowledge.command(text) for text in place.call.positional if text.isidentifier())
    return [one for command in given if command for one in knowledge.parameters(command) if not one.is_option]


def _python_keywords(spot: Spot, call: Call, knowledge: Knowledge) -> list[Candidate]:
    """The parameters of a Python function, which one may give by name."""
    function = function_at(call.callee, knowledge) if call.callee and not call.lead and not call.current else None
    taken = parameters_of_function(function) if function else []
    return [
        Candidate(f"{one.name}=", spot.start, "parameter", one.line)
        for one in taken[len(call.positional) :]
        if not one.is_list
        and one.kind != BY_PLACE
        and one.name not in call.names
        and fit(spot.word, one.name) == PREFIX
    ]


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
        for one in fitting_properties(spot.word, shape, knowledge):
            if one.name not in used:
                yield Candidate(f'"{one.name}"', spot.start, "property", property_line(one))
    else:
        yield from value_candidates(spot, place, knowledge)


# --- properties -------------------------------------------------------------------------------------------------


def _property_keywords(spot: Spot, place: Place, knowledge: Knowledge) -> Iterator[Candidate]:
    if not takes_properties(place.command) or place.call.positional:
        return
    used = {one.name for one in knowledge.parameters(place.command)} | set(place.call.names)
    for one in fitting_properties(spot.word, source_shape(place.call, knowledge), knowledge):
        if one.name not in used and one.name.isidentifier():
            yield Candidate(f"{one.name}=", spot.start, "property", property_line(one))
