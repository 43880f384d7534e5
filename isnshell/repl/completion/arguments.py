"""Inside a call: its parameters, their values, and names of properties where a stage wants them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Sequence

from ...catalog.facts import GENERATIONS
from ...commands.cmdlet import Cmdlet
from ...naming import fold
from .candidates import FUZZY, PREFIX, Candidate, fit
from .files import file_candidates
from .filters import filter_candidates, sorter_candidates
from .knowledge import Knowledge
from .parameters import Taken, quoted
from .shapes import NOTHING, Property, Shape, inner, properties, shape_of
from .spot import Call, Spot

_PROPERTY_PARAMETERS = ("property", "properties", "expand_property", "exclude_property", "group_by", "member_name", "key")
_FILE_PARAMETERS = ("out_file", "path", "file_path", "folder", "file", "input_file", "literal_path")
_PROFILE_COMMANDS = ("use_profile", "connect_profile", "get_profile", "test_profile")
_REPORT_TYPE = "report_type"


def argument_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """Parameters and values for a word in a call; text values in their quotes."""
    call = spot.call
    if call is None:
        return []
    if call.bracket == "{":
        keys = [] if call.lead or call.current else _key_names(spot, knowledge)
        return [
            Candidate(f'"{name}": ', spot.start, "key", meaning) for name, meaning in keys if fit(spot.word, name) == PREFIX
        ]
    command = _command(call, knowledge)
    if command is None or call.lead:
        return []
    taken = knowledge.parameters(command)
    if call.current:
        return list(_value_candidates(spot, command, _named(call.current, taken), knowledge))
    found = [*_at_position(spot, command, taken, knowledge)]
    found += [*_property_keywords(spot, command, taken, knowledge)]
    return [*found, *_parameter_candidates(spot, taken)]


def _command(call: Call, knowledge: Knowledge) -> Cmdlet | None:
    return knowledge.command(call.callee) if call.callee and "." not in call.callee else None


# --- parameters -------------------------------------------------------------------------------------------------


def _parameter_candidates(spot: Spot, taken: Sequence[Taken]) -> Iterator[Candidate]:
    call = spot.call
    assert call is not None
    given = {fold(name) for name in call.names} | {fold(one.name) for one in taken[: call.index] if not call.names}
    left = [one for one in taken if fold(one.name) not in given and not one.is_list]
    ranked = sorted(left, key=lambda one: (one.is_option, not one.required))
    for one in _fitting(spot.word, ranked):
        yield Candidate(f"{one.name}=", spot.start, "parameter", one.line)


def _fitting(word: str, taken: Sequence[Taken]) -> list[Taken]:
    ranks = [(rank, one) for one in taken if (rank := fit(word, one.name)) is not None and rank < FUZZY]
    return [one for _, one in sorted(ranks, key=lambda pair: pair[0])]


def _at_position(
    spot: Spot, command: Cmdlet, taken: Sequence[Taken], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Values for the parameter that an argument at this place would fill."""
    call = spot.call
    assert call is not None
    if call.names:
        return
    one = positional_parameter(call, command, taken)
    if one is not None and (one.values or _wants_profile(command, one.name)):
        yield from _value_candidates(spot, command, one, knowledge)


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


def _named(name: str, taken: Sequence[Taken]) -> Taken:
    return next((one for one in taken if fold(one.name) == fold(name)), Taken(name))


# --- values -----------------------------------------------------------------------------------------------------


def _value_candidates(spot: Spot, command: Cmdlet, one: Taken, knowledge: Knowledge) -> Iterator[Candidate]:
    for text, meaning in _values(spot, command, one, knowledge):
        if fit(spot.word, text.strip('"')) in (PREFIX, 1):
            shown = f"{meaning}  ({text.strip(chr(34))})" if meaning and _is_id(one.name) else ""
            yield Candidate(text, spot.start, "value", "" if shown else meaning, shown)


def _values(spot: Spot, command: Cmdlet, one: Taken, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Values as source text, each with a line on it."""
    if _wants_profile(command, one.name):
        return [(quoted(name), "profile") for name in knowledge.profiles()]
    if one.name in ("api_version", "generation"):
        return [(quoted(name), "generation of the API") for name in GENERATIONS]
    if one.values:
        return [(value, "default" if value == one.default else "") for value in one.values]
    if one.name == _REPORT_TYPE:
        return [(quoted(name), "") for name in _report_types(knowledge)]
    known = _property_of_call(spot.call, command, one.name, knowledge)
    if known is not None:
        seen = [value for value in known[1] if value not in known[0].values]
        return [*((quoted(v), "") for v in known[0].values), *((quoted(v), "seen") for v in seen)]
    if _is_id(one.name):
        return [(quoted(id), name) for id, name in _ids(command, knowledge).items()]
    return []


def _wants_profile(command: Cmdlet, name: str) -> bool:
    return name == "name" and command.name in _PROFILE_COMMANDS


def _is_id(name: str) -> bool:
    return name == "id" or name.endswith("_id")


def _ids(command: Cmdlet, knowledge: Knowledge) -> dict[str, str]:
    """Ids that were seen of the kinds that the command is about."""
    kinds = list(getattr(command, "kinds", ()))
    kinds += [operation.answer.model for operation in knowledge.operations(command) if operation.answer and operation.answer.model]
    return knowledge.seen.ids(kinds)


def _report_types(knowledge: Knowledge) -> Sequence[str]:
    return next((field.enum for field in knowledge.fields("ReportDetails") if fold(field.name) == fold(_REPORT_TYPE)), ())


def _property_of_call(
    call: Call | None, command: Cmdlet, name: str, knowledge: Knowledge
) -> tuple[Property, list[str]] | None:
    """The property that a keyword of a where_object names, and values of it that were seen."""
    if call is None or not _takes_properties(command):
        return None
    shape = _source_shape(call, knowledge)
    known = next((one for one in properties(shape, knowledge) if fold(one.name) == fold(name)), None)
    return (known, knowledge.seen.values(shape.model or "", known.name)) if known else None


# --- properties -------------------------------------------------------------------------------------------------


def _takes_properties(command: Cmdlet) -> bool:
    """Whether its further keywords name properties of the records: `where_object(type=...)`."""
    return any(
        p.kind is p.VAR_KEYWORD and p.name == "properties" for p in command.__signature__.parameters.values()
    )


def _property_keywords(
    spot: Spot, command: Cmdlet, taken: Sequence[Taken], knowledge: Knowledge
) -> Iterator[Candidate]:
    assert spot.call is not None
    if not _takes_properties(command):
        return
    own = {one.name for one in taken}
    for one in properties(_source_shape(spot.call, knowledge), knowledge):
        if one.name not in own and one.name not in spot.call.names and fit(spot.word, one.name) in (PREFIX, 1):
            yield Candidate(f"{one.name}=", spot.start, "property", _line(one))


def _source_shape(call: Call, knowledge: Knowledge) -> Shape:
    return shape_of(call.source, knowledge) if call.source else NOTHING


def _line(one: Property) -> str:
    return f"one of {', '.join(map(str, one.values))}" if one.values else one.type


def _property_names(spot: Spot, shape: Shape, knowledge: Knowledge) -> Iterator[Candidate]:
    """Names for a string that holds a property, nested ones behind their dots; a sign before them stays."""
    sign = re.match(r"[-+]?", spot.word)
    path = spot.word[sign.end() :] if sign else spot.word
    outer, dot, last = path.rpartition(".")
    if dot:
        shape = inner(shape, outer, knowledge)
    start = spot.start + len(spot.word) - len(last)
    for one in properties(shape, knowledge):
        if fit(last, one.name) in (PREFIX, 1):
            yield Candidate(one.name, start, "property", _line(one))


# --- strings ----------------------------------------------------------------------------------------------------


def string_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """What could stand in a string, by the call that it is in. The closing quote comes along where it is missing."""
    call = spot.call
    if call is None:
        return []
    if call.bracket == "{":
        return _closed(spot, [
            Candidate(name, spot.start, "key", meaning)
            for name, meaning in _key_names(spot, knowledge)
            if fit(spot.word, name) == PREFIX
        ] if not call.current else [])  # fmt: skip
    if call.bracket == "[":
        return _subscript(spot, knowledge)
    command = _command(call, knowledge)
    if command is None or call.lead:
        return []
    return _in_command(spot, call, command, knowledge)


def _in_command(spot: Spot, call: Call, command: Cmdlet, knowledge: Knowledge) -> list[Candidate]:
    taken = knowledge.parameters(command)
    one = _named(call.current, taken) if call.current else positional_parameter(call, command, taken)
    if one is None:
        return []
    operations = knowledge.operations(command)
    if one.name == "filters" and operations:
        return filter_candidates(spot.word, spot.start, spot.quote, operations[0], knowledge)
    if one.name == "sorters" and operations:
        return sorter_candidates(spot.word, spot.start, operations[0])
    if one.name in _FILE_PARAMETERS:
        return file_candidates(spot.word, spot.start)
    if one.name in _PROPERTY_PARAMETERS or _is_calculated(command, one.name, taken):
        return _closed(spot, list(_property_names(spot, _source_shape(call, knowledge), knowledge)))
    if command.name in ("get_help", "get_command") and one.name == "name":
        from .python import command_candidates

        return _closed(spot, command_candidates(spot.word, spot.start, knowledge))
    values = [Candidate(c.text.strip('"'), c.start, c.kind, c.meaning, c.shown) for c in _value_candidates(spot, command, one, knowledge)]
    return _closed(spot, values)


def _is_calculated(command: Cmdlet, name: str, taken: Sequence[Taken]) -> bool:
    """Whether a keyword makes a new property out of the path that it is given."""
    takes = any(p.kind is p.VAR_KEYWORD and p.name == "calculated" for p in command.__signature__.parameters.values())
    return takes and name not in {one.name for one in taken}


def _closed(spot: Spot, found: list[Candidate]) -> list[Candidate]:
    if spot.is_closed:
        return found
    return [Candidate(c.text + spot.quote, c.start, c.kind, c.meaning, c.shown or c.text) for c in found]


def _subscript(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """`task["` names the properties of the record before the bracket."""
    call = spot.call
    assert call is not None
    owner = re.search(r"([A-Za-z_]\w*(?:\[\d+\]|\.\w+)*)$", spot.text[: call.start])
    if owner is None:
        return []
    return _closed(spot, list(_property_names(spot, shape_of(owner[1], knowledge), knowledge)))


# --- keys of a body ---------------------------------------------------------------------------------------------


def _key_names(spot: Spot, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Keys that a dict in a call may have: a report type's arguments, or the fields of a body."""
    outer = next((call for call in reversed(spot.calls[:-1]) if call.callee), None)
    command = _command(outer, knowledge) if outer else None
    if outer is None or command is None:
        return []
    model = _dict_model(outer, command, knowledge)
    assert spot.call is not None
    used = set(spot.call.names)
    return [
        (field.name, f"one of {', '.join(map(str, field.enum))}" if field.enum else field.type)
        for field in knowledge.fields(model)
        if not field.read_only and field.name not in used
    ]


def _dict_model(outer: Call, command: Cmdlet, knowledge: Knowledge) -> str | None:
    if outer.current == "arguments":
        chosen = outer.values.get(_REPORT_TYPE) or next(iter(outer.positional), "")
        return _report_arguments(chosen.strip("\"'"), knowledge)
    body = next((operation.body for operation in knowledge.operations(command) if operation.body), None)
    if body is None or body.model is None:
        return None
    field = next((one for one in knowledge.fields(body.model) if fold(one.name) == fold(outer.current)), None)
    return field.type if field else body.model


def _report_arguments(report_type: str, knowledge: Knowledge) -> str | None:
    """The model of the arguments that a report type takes; they are matched by name."""
    choice = knowledge.model("ReportDetailsArguments")
    wanted = fold(report_type)
    if not wanted or choice is None:
        return None
    names = {name: fold(name.removesuffix("ReportArguments")) for name in choice.one_of}
    exact = next((name for name, folded in names.items() if folded == wanted), None)
    return exact or next((name for name, folded in names.items() if folded.startswith(wanted)), None)
