"""What a place in a call wants, however deep it lies: a parameter's value, a body's key, the value of such a key."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from ...catalog.facts import Field
from ...commands.cmdlet import Cmdlet
from ...naming import fold, pascal_case
from .knowledge import Knowledge
from .parameters import Taken
from .shapes import Shape, properties
from .spot import Call, Spot

REPORT_TYPE = "report_type"
_PATCH = "JsonPatchOperation"
_PRIMITIVES = ("", "String", "Boolean", "Int32", "Int64", "DateTime", "Hashtable", "object")


@frozen
class Want:
    """What a value has to be.

    Args:
        name: The field or parameter that it is for.
        type: A model or a plain type.
        enum: What is allowed.
        generation: Of the model; empty for the session's.
        beside: Source texts of the values beside it, by their keys.
        changed: Model of the object that a JSON patch changes.
    """

    name: str = ""
    type: str = ""
    enum: tuple[object, ...] = ()
    generation: str = ""
    beside: Mapping[str, str] = field(factory=dict)
    changed: str = ""

    @property
    def is_object(self) -> bool:
        """Whether it is of a model."""
        return self.type.removesuffix("[]") not in _PRIMITIVES


@frozen
class Place:
    """Where the cursor is, from the command's call inwards.

    Args:
        call: The call of the command.
        command: What is called.
        taken: The parameter that the cursor's argument is for; None where none is.
        inside: The brackets in the call that the cursor stands in, the innermost last.
    """

    call: Call
    command: Cmdlet
    taken: Taken | None
    inside: tuple[Call, ...] = ()


def place_of(spot: Spot, knowledge: Knowledge) -> Place | None:
    """The command's call that the cursor is in, and the parameter that it stands at; None outside of calls."""
    at = _innermost_command(spot)
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


def _innermost_command(spot: Spot) -> int | None:
    """Which of the open brackets is the innermost call of something but `dict`."""
    places = range(len(spot.calls) - 1, -1, -1)
    return next((at for at in places if spot.calls[at].callee and spot.calls[at].callee != "dict"), None)


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


def is_mapping(call: Call) -> bool:
    """Whether a bracket holds keys and values."""
    return call.bracket == "{" or call.callee == "dict"


def want_at(place: Place, knowledge: Knowledge) -> Want | None:
    """What the innermost bracket of a call holds, where that is known: its keys for a mapping without a current key."""
    if place.taken is None:
        return None
    want = _of_parameter(place, place.taken, knowledge)
    for bracket in place.inside:
        if want is None:
            return None
        if is_mapping(bracket) and bracket.current:
            want = _of_key(want, bracket, knowledge)
    return want


def fields_of(want: Want, knowledge: Knowledge) -> list[Field]:
    """The fields that may be given, required ones first."""
    fields = knowledge.fields(want.type, want.generation) if want.is_object else ()
    unique = {one.name: one for one in fields if not one.read_only}
    return sorted(unique.values(), key=lambda one: not one.required)


def allowed(want: Want, knowledge: Knowledge) -> list[object]:
    """The values that are allowed, as Python values."""
    if want.enum:
        return list(want.enum)
    if want.type == "Boolean":
        return [True, False]
    if want.changed and want.name == "path":
        return [f"/{one.name}" for one in properties(Shape(want.changed, generation=want.generation), knowledge)]
    model = knowledge.model(want.type, want.generation) if want.is_object else None
    return list(model.enum) if model else []


def referred(want: Want) -> str:
    """The kind of thing that an `id` belongs to, as the `type` beside it says; empty if nothing says it."""
    return want.beside.get("type", "").strip("\"'") if want.name == "id" else ""


def _of_parameter(place: Place, one: Taken, knowledge: Knowledge) -> Want | None:
    call, name = place.call, fold(one.name)
    if one.name == "arguments":
        chosen = call.values.get(REPORT_TYPE) or next(iter(call.positional), "")
        return _report_arguments(chosen, knowledge)
    if model := knowledge.built(place.command):
        known = model.field(one.name)
        return _of_field(known, model.generation, call.values) if known else None
    for operation in knowledge.operations(place.command):
        body = operation.body
        if body is None or not body.model:
            continue
        if operation.body_parameter and fold(operation.body_parameter.python_name) == name:
            changed = operation.answer.model if operation.answer and body.model.endswith(_PATCH) else ""
            return Want(one.name, body.model, generation=operation.generation, changed=changed or "")
        for known in knowledge.fields(body.model, operation.generation):
            if fold(known.name) == name or fold(known.ps) == name:
                return _of_field(known, operation.generation, call.values)
    own = pascal_case(one.name)
    return Want(one.name, own) if knowledge.model(own) else None


def _of_field(known: Field, generation: str, beside: Mapping[str, str]) -> Want:
    return Want(known.name, known.type, known.enum, generation, beside)


def _of_key(want: Want, bracket: Call, knowledge: Knowledge) -> Want | None:
    if fold(bracket.current) == "arguments" and (chosen := _value_of(bracket, REPORT_TYPE)):
        return _report_arguments(chosen, knowledge)
    fields = knowledge.fields(want.type, want.generation) if want.is_object else ()
    known = next((one for one in fields if fold(one.name) == fold(bracket.current)), None)
    if known is None:
        return None
    return evolve(_of_field(known, want.generation, _beside(bracket, fields)), changed=want.changed)


def _beside(bracket: Call, fields: Sequence[Field]) -> Mapping[str, str]:
    """The values of a mapping; a `type` that can be one thing only need not be written."""
    implied = {one.name: str(one.enum[0]) for one in fields if one.name == "type" and len(one.enum) == 1}
    return {**implied, **bracket.values}


def _value_of(bracket: Call, key: str) -> str:
    return next((value for name, value in bracket.values.items() if fold(name) == fold(key)), "")


def _report_arguments(chosen: str, knowledge: Knowledge) -> Want | None:
    """The arguments that a report type takes; their models are matched by name."""
    choice = knowledge.model("ReportDetailsArguments")
    wanted = fold(chosen.strip("\"'"))
    if not wanted or choice is None:
        return None
    names = {name: fold(name.removesuffix("ReportArguments")) for name in choice.one_of}
    exact = next((name for name, folded in names.items() if folded == wanted), None)
    found = exact or next((name for name, folded in names.items() if folded.startswith(wanted)), None)
    return Want("arguments", found) if found else None
