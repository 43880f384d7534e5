"""Keys of a dict in a call: a report type's arguments, the fields of a body."""

from __future__ import annotations

from ...naming import fold
from .knowledge import Knowledge
from .spot import Call, Spot
from .values import REPORT_TYPE


def key_names(spot: Spot, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Keys that the dict at the cursor may have and does not have yet, each with a line on it."""
    outer = next((call for call in reversed(spot.calls[:-1]) if call.callee), None)
    model = _model(outer, knowledge) if outer else None
    used = spot.call.names if spot.call else ()
    return [
        (field.name, f"one of {', '.join(map(str, field.enum))}" if field.enum else field.type)
        for field in knowledge.fields(model)
        if not field.read_only and field.name not in used
    ]


def _model(outer: Call, knowledge: Knowledge) -> str | None:
    command = knowledge.command(outer.callee)
    if command is None:
        return None
    if outer.current == "arguments":
        chosen = outer.values.get(REPORT_TYPE) or next(iter(outer.positional), "")
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
