"""In a string: what its call wants there, with the closing quote where it is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve

from ...commands.cmdlet import Cmdlet
from .attributes import record_at
from .candidates import PREFIX, Candidate, begins_word, fit
from .commands import command_candidates
from .files import file_candidates
from .filters import filter_candidates, sorter_candidates
from .keys import inside_candidates
from .knowledge import Knowledge
from .parameters import Taken
from .properties import fitting_properties, names_property, property_line
from .shapes import Shape, inner
from .spot import Spot
from .values import property_values, source_shape, things_of, value_candidates
from .wants import Place, place_of

_FILES = ("out_file", "path", "file_path", "folder", "file", "input_file", "literal_path", "resume", "attachments")
_COMMAND_NAMES = (("get_help", "name"), ("get_command", "name"), ("invoke_paginate", "function"))
_PYTHON_FILES = ("open", "Path")
_COMPARED = re.compile(r"([A-Za-z_]\w*(?:\.\w+|\[\d+\])*)\.(\w+)\s*(?:==|!=)\s*[rRbBuUfF]{0,2}[\"']$")


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
        return _unquoted(spot, inside_candidates(spot, place, knowledge))
    return _in_parameter(spot, place, place.taken, knowledge)


def _in_parameter(spot: Spot, place: Place, one: Taken, knowledge: Knowledge) -> list[Candidate]:
    operations = knowledge.operations(place.command)
    if one.name == "filters" and operations:
        return filter_candidates(spot.word, spot.start, spot.quote, operations[0], knowledge)
    if one.name == "sorters" and operations:
        return sorter_candidates(spot.word, spot.start, operations[0])
    if one.name in _FILES and place.command.name != "invoke_sailpoint_request":
        return file_candidates(spot.word, spot.start, spot.quote)
    if names_property(place.command, one) or _is_calculated(place.command, one, knowledge):
        found = _property_names(spot, source_shape(place.call, knowledge), knowledge)
        used = {text.strip("\"'") + spot.quote for text in place.call.positional}
        return [candidate for candidate in found if candidate.text not in used]
    if (place.command.name, one.name) in _COMMAND_NAMES:
        return _closed(spot, command_candidates(spot.word, spot.start, knowledge))
    if place.command.name == "by_name":
        return _names_of_things(spot, knowledge)
    return _unquoted(spot, value_candidates(spot, place, knowledge))


def _names_of_things(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """In by_name: names of what the parameter around it is an id of."""
    around = place_of(evolve(spot, calls=spot.calls[:-1]), knowledge)
    things = things_of(around, around.taken, knowledge) if around and around.taken else []
    names = sorted(set(knowledge.seen.ids(things).values()))
    fitting = [name for name in names if begins_word(spot.word, name)]
    return _closed(spot, [Candidate(name, spot.start, "value", "seen") for name in fitting])


def _is_calculated(command: Cmdlet, one: Taken, knowledge: Knowledge) -> bool:
    """Whether a keyword makes a new property out of the path that it is given."""
    parameters = command.__signature__.parameters.values()
    takes = any(p.kind is p.VAR_KEYWORD and p.name == "calculated" for p in parameters)
    return takes and one not in knowledge.parameters(command)


def _unquoted(spot: Spot, found: Iterable[Candidate]) -> list[Candidate]:
    """Candidates as they stand in a string that is open already; what is no text is left out."""
    texts = [evolve(one, text=_in_quotes(one.text, spot.quote)) for one in found if one.text[:1] == '"']
    ends = ": " if texts and texts[0].kind == "key" else ""
    return _closed(spot, texts, ends)


def _in_quotes(text: str, quote: str) -> str:
    """What stands in the double quotes of a source text, as it stands in others."""
    bare = text[1 : text.rindex('"')].replace('\\"', '"')
    return bare.replace(quote[:1], f"\\{quote[:1]}")


def _closed(spot: Spot, found: list[Candidate], ends: str = "") -> list[Candidate]:
    if spot.is_closed:
        return found
    return [evolve(one, text=one.text + spot.quote + ends, shown=one.shown or one.text) for one in found]


def _property_names(spot: Spot, shape: Shape, knowledge: Knowledge) -> list[Candidate]:
    """Names for a string that holds a property, nested ones behind their dots; a sign before them stays."""
    outer, dot, last = spot.word.lstrip("+-").rpartition(".")
    if dot:
        shape = inner(shape, outer, knowledge)
    start = spot.start + len(spot.word) - len(last)
    found = [
        Candidate(one.name, start, "property", property_line(one)) for one in fitting_properties(last, shape, knowledge)
    ]
    return _closed(spot, found)
