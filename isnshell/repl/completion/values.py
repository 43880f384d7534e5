"""What a parameter may be given: allowed values, report types, profiles, generations, ids and values that were seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...catalog.facts import GENERATIONS, Operation, Parameter
from ...commands.cmdlet import Cmdlet
from ...naming import fold
from ...tenant.session import Session
from .candidates import FUZZY, Candidate, begins_word, fit
from .knowledge import Knowledge
from .parameters import Taken, quoted
from .shapes import NOTHING, Property, Shape, properties, shape_of
from .spot import Call, Spot
from .static import is_a
from .wants import REPORT_TYPE, Place, allowed, referred, want_at

_PROFILE_COMMANDS = ("use_profile", "connect_profile", "get_profile", "test_profile")
_DISCOVERY = ("get_command", "get_sailpoint_command")
# What people are called where the API wants one
_PERSONS = ("owner", "manager", "reviewer", "requester", "requested_for", "approver", "recipient", "assignee")
_SAME_KIND = {
    "task_result": ("TaskResultDetails", "TaskStatus"),
    "task": ("TaskStatus", "TaskResultDetails"),
    **dict.fromkeys(_PERSONS, ("Identity",)),
}
# Parameters of where_object that compare a property, which stands beside them
_NO_COMPARISON = ("property", "filter_script", "not_")


def value_candidates(spot: Spot, place: Place, knowledge: Knowledge) -> Iterator[Candidate]:
    """Values for a parameter as source text, text in quotes; an id is shown with the name it belongs to."""
    for text, meaning, is_named in _values(place, knowledge):
        bare = text.strip('"')
        rank = fit(spot.word, bare)
        shown = f"{meaning}  ({bare})" if meaning and is_named else ""
        if (rank is not None and rank < FUZZY) or (shown and begins_word(spot.word, meaning)):
            yield Candidate(text, spot.start, "id" if shown else "value", "" if shown else meaning, shown)


_Value = tuple[str, str, bool]
"""Source text, a line on it, and whether the line is the name of what the text is the id of."""


def _values(place: Place, knowledge: Knowledge) -> Iterator[_Value]:
    if place.inside:
        yield from _nested(place, knowledge)
    elif place.taken is not None:
        yield from _of_parameter(place, place.taken, knowledge)


def _of_parameter(place: Place, one: Taken, knowledge: Knowledge) -> Iterator[_Value]:
    command = place.command
    if wants_profile(command, one.name):
        yield from _plain(knowledge.profiles(), "profile")
    elif one.name in ("api_version", "generation"):
        yield from _plain(GENERATIONS, "generation of the API")
    elif one.name == "session":
        yield from ((name, "session", False) for name, value in knowledge.held() if is_a(value, Session))
    elif (command.name, one.name) == ("invoke_sailpoint_request", "path"):
        yield from _plain(knowledge.paths(), "")
    elif one.name == "source" and one.meaning.startswith("Name of a source"):
        yield from _plain(sorted(set(knowledge.seen.ids(["source"]).values())), "seen")
    elif command.name in _DISCOVERY and one.name in ("verb", "tag", "noun"):
        yield from _plain(knowledge.words(one.name), "")
    elif one.values:
        yield from ((value, "default" if value == one.default else "", False) for value in one.values)
    elif one.name == REPORT_TYPE:
        yield from _plain(_report_types(knowledge), "")
    elif known := _property_of_call(place.call, command, one.name, knowledge):
        yield from known
    elif is_id(one.name):
        ids = knowledge.seen.ids(things_of(place, one, knowledge))
        yield from ((quoted(id), name, True) for id, name in ids.items())
    else:
        yield from _nested(place, knowledge)


def _plain(texts: Sequence[str], meaning: str) -> Iterator[_Value]:
    return ((quoted(text), meaning, False) for text in texts)


def _nested(place: Place, knowledge: Knowledge) -> Iterator[_Value]:
    """Values of a body's field."""
    want = want_at(place, knowledge)
    if want is None:
        return
    yield from ((quoted(value), "", False) for value in allowed(want, knowledge))
    if kind := referred(want):
        yield from ((quoted(id), name, True) for id, name in knowledge.seen.ids([kind]).items())
    elif want.type == "String" and is_id(_snake(want.name)):
        things = _things_named(_snake(want.name))
        yield from ((quoted(id), name, True) for id, name in knowledge.seen.ids(things).items())


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def wants_profile(command: Cmdlet, name: str) -> bool:
    """Whether a parameter is the name of a profile."""
    return (name == "name" and command.name in _PROFILE_COMMANDS) or (name, command.name) == ("profiles", "on")


def is_id(name: str) -> bool:
    """Whether a parameter is an id."""
    return name == "id" or name.endswith("_id")


def ids_for_field(name: str, model: str | None, knowledge: Knowledge) -> dict[str, str]:
    """Ids, with their names, that a field of a record may hold: its own id, or that of what it names (`sourceId`)."""
    snake = _snake(name)
    if not is_id(snake):
        return {}
    return knowledge.seen.ids([model] if snake == "id" and model else _things_named(snake))


def things_of(place: Place, one: Taken, knowledge: Knowledge) -> list[str]:
    """What a parameter is an id of: kinds of records, words for them, or collections."""
    found = [*getattr(place.command, "kinds", ()), *_things_named(one.name)]
    for operation in knowledge.operations(place.command):
        if parameter := operation.by_name.get(fold(one.name)):
            found += _collection(operation, parameter)
    return found


def _things_named(name: str) -> list[str]:
    noun = name.removesuffix("id").rstrip("_")
    return [noun, *_SAME_KIND.get(noun, ())] if noun else []


def _collection(operation: Operation, parameter: Parameter) -> list[str]:
    """For the `id` of `/sources/{id}/schemas`: sources; of `/sources/{id}` what comes back, too."""
    before, found, after = operation.path.partition("{" + parameter.name + "}")
    if not found:
        return []
    answer = operation.answer
    own = [answer.model] if answer and answer.model and not after else []
    words = [word for word in before.split("/") if word and not re.fullmatch(r"v\d|\{.*", word)]
    return [*words[-1:], *own]


def _report_types(knowledge: Knowledge) -> list[str]:
    fields = knowledge.fields("ReportDetails")
    return [str(one) for field in fields if fold(field.name) == fold(REPORT_TYPE) for one in field.enum]


# --- values of properties ---------------------------------------------------------------------------------------


def _property_of_call(call: Call, command: Cmdlet, name: str, knowledge: Knowledge) -> list[_Value]:
    """For the property that a keyword of a where_object names, or that it compares."""
    if not takes_properties(command):
        return []
    compared = name in {one.name for one in knowledge.parameters(command)} and name not in _NO_COMPARISON
    first = call.values.get("property") or next(iter(call.positional), "")
    wanted = first.strip("\"'") if compared and first else name
    return property_values(source_shape(call, knowledge), wanted, knowledge)


def property_values(shape: Shape, name: str, knowledge: Knowledge) -> list[_Value]:
    """Values that the facts allow for a property of a shape, and others seen; for an id with the names."""
    known: Property | None = next((p for p in properties(shape, knowledge) if fold(p.name) == fold(name)), None)
    if known is None:
        return []
    named = ids_for_field(known.name, shape.model, knowledge)
    ids = [(quoted(id), text, True) for id, text in named.items()]
    facts = [True, False] if known.type == "Boolean" else known.values
    told = [(quoted(one), "", False) for one in facts]
    others = (one for one in knowledge.seen.values(shape.seen_as, known.name) if one not in (*facts, *named))
    return [*ids, *told, *((quoted(one), "seen", False) for one in others)]


def takes_properties(command: Cmdlet) -> bool:
    """Whether its further keywords name properties of the records: `where_object(type=...)`."""
    parameters = command.__signature__.parameters.values()
    return any(p.kind is p.VAR_KEYWORD and p.name == "properties" for p in parameters)


def source_shape(call: Call, knowledge: Knowledge) -> Shape:
    """The shape of what the pipe gives to a call."""
    return shape_of(call.source, knowledge) if call.source else NOTHING
