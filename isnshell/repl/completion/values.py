"""What a parameter may be given: allowed values, report types, profiles, generations, ids and values that were seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...catalog.facts import GENERATIONS
from ...commands.cmdlet import Cmdlet
from ...naming import fold
from .candidates import FUZZY, Candidate, fit
from .knowledge import Knowledge
from .parameters import Taken, quoted
from .shapes import NOTHING, Property, Shape, properties, shape_of
from .spot import Call, Spot

REPORT_TYPE = "report_type"
_PROFILE_COMMANDS = ("use_profile", "connect_profile", "get_profile", "test_profile")


def value_candidates(spot: Spot, command: Cmdlet, one: Taken, knowledge: Knowledge) -> Iterator[Candidate]:
    """Values for a parameter as source text, text in quotes; an id is shown with the name it belongs to."""
    for text, meaning in _values(spot, command, one, knowledge):
        bare = text.strip('"')
        rank = fit(spot.word, bare)
        shown = f"{meaning}  ({bare})" if meaning and is_id(one.name) else ""
        if (rank is not None and rank < FUZZY) or (shown and fit(spot.word, meaning) is not None):
            yield Candidate(text, spot.start, "value", "" if shown else meaning, shown)


def _values(spot: Spot, command: Cmdlet, one: Taken, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Values as source text, each with a line on it."""
    if wants_profile(command, one.name):
        return [(quoted(name), "profile") for name in knowledge.profiles()]
    if one.name in ("api_version", "generation"):
        return [(quoted(name), "generation of the API") for name in GENERATIONS]
    if one.values:
        return [(value, "default" if value == one.default else "") for value in one.values]
    if one.name == REPORT_TYPE:
        return [(quoted(name), "") for name in _report_types(knowledge)]
    if known := _property_of_call(spot.call, command, one.name, knowledge):
        allowed, seen = known
        return [*((quoted(value), "") for value in allowed), *((quoted(value), "seen") for value in seen)]
    if is_id(one.name):
        return [(quoted(id), name) for id, name in _ids(command, knowledge).items()]
    return []


def wants_profile(command: Cmdlet, name: str) -> bool:
    """Whether a parameter is the name of a profile."""
    return (name == "name" and command.name in _PROFILE_COMMANDS) or (name, command.name) == ("profiles", "on")


def is_id(name: str) -> bool:
    """Whether a parameter is an id."""
    return name == "id" or name.endswith("_id")


def _ids(command: Cmdlet, knowledge: Knowledge) -> dict[str, str]:
    """Ids that were seen of the kinds that the command is about."""
    kinds = list(getattr(command, "kinds", ()))
    answers = [operation.answer for operation in knowledge.operations(command)]
    return knowledge.seen.ids([*kinds, *(answer.model for answer in answers if answer and answer.model)])


def _report_types(knowledge: Knowledge) -> Sequence[str]:
    fields = knowledge.fields("ReportDetails")
    return next((field.enum for field in fields if fold(field.name) == fold(REPORT_TYPE)), ())


def _property_of_call(
    call: Call | None, command: Cmdlet, name: str, knowledge: Knowledge
) -> tuple[list[str], list[str]] | None:
    """For the property that a keyword of a where_object names: values that the facts allow, and others seen."""
    if call is None or not takes_properties(command):
        return None
    shape = source_shape(call, knowledge)
    known: Property | None = next((p for p in properties(shape, knowledge) if fold(p.name) == fold(name)), None)
    if known is None:
        return None
    seen = knowledge.seen.values(shape.model or "", known.name)
    return list(map(str, known.values)), [value for value in seen if value not in known.values]


def takes_properties(command: Cmdlet) -> bool:
    """Whether its further keywords name properties of the records: `where_object(type=...)`."""
    parameters = command.__signature__.parameters.values()
    return any(p.kind is p.VAR_KEYWORD and p.name == "properties" for p in parameters)


def source_shape(call: Call, knowledge: Knowledge) -> Shape:
    """The shape of what the pipe gives to a call."""
    return shape_of(call.source, knowledge) if call.source else NOTHING
