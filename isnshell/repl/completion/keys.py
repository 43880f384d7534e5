"""In the brackets of an argument: a body's keys and their values, a filter's fields, operators and values."""

from __future__ import annotations

from collections.abc import Sequence

from ...catalog.facts import Field, Operation
from .candidates import PREFIX, Candidate, fit
from .filters import condition_candidates, condition_keys
from .knowledge import Knowledge
from .parameters import in_words
from .spot import Call, Spot
from .values import value_candidates
from .wants import Place, fields_of, is_mapping, want_at


def inside_candidates(spot: Spot, place: Place, knowledge: Knowledge) -> list[Candidate]:
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
    told = f"one of {', '.join(map(str, one.enum))}" if one.enum else in_words(one.type)
    return f"required; {told}" if one.required else told
