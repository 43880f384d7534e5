"""Signature help: what the call at the cursor takes, told by the command itself."""

from __future__ import annotations

import inspect
from collections.abc import Sequence

from prompt_toolkit.document import Document
from ptpython.signatures import Parameter, Signature

from ..naming import fold
from .completion.attributes import function_at
from .completion.knowledge import Knowledge
from .completion.parameters import Taken, parameters_of_function
from .completion.spot import Call, find_spot
from .completion.wants import positional_parameter

_ELLIPSIS = "…"


def signatures_at(document: Document, knowledge: Knowledge, width: int) -> list[Signature]:
    """The signature of the innermost call of a command that the cursor is in, cut to a width; none outside of calls."""
    spot = find_spot(document.text, document.cursor_position)
    if spot is None:
        return []
    inside = knowledge.within(spot.assigned)
    for call in reversed(spot.calls):
        found = _of_command(call, inside) or _of_function(call, inside)
        if found:
            return [_signature(document, call, *found, width)]
    return []


_Found = tuple[list[Taken], Taken | None]


def _of_command(call: Call, knowledge: Knowledge) -> _Found | None:
    """What a command takes, and which of it the argument at the cursor is."""
    command = knowledge.command(call.callee) if call.callee else None
    if command is None:
        return None
    taken = [one for one in knowledge.parameters(command) if not one.is_option]
    if call.current:
        return taken, _named(call, taken)
    return taken, None if call.values else positional_parameter(call, command, taken)


def _of_function(call: Call, knowledge: Knowledge) -> _Found | None:
    """The same of a Python function."""
    function = function_at(call.callee, knowledge) if call.callee else None
    taken = parameters_of_function(function) if function else []
    if not taken:
        return None
    if call.current:
        return taken, _named(call, taken)
    by_place = taken[: call.index + 1]
    return taken, by_place[-1] if len(by_place) > call.index and not call.values else None


def _named(call: Call, taken: Sequence[Taken]) -> Taken | None:
    return next((one for one in taken if fold(one.name) == fold(call.current)), None)


def _signature(document: Document, call: Call, taken: Sequence[Taken], current: Taken | None, width: int) -> Signature:
    shown = _fitting(call.callee, taken, current, width)
    row, column = document.translate_index_to_position(call.start)
    return Signature(
        name=call.callee,
        docstring="",
        parameters=[Parameter(text, None, None, inspect.Parameter.POSITIONAL_OR_KEYWORD) for text, _ in shown],
        index=next((place for place, (_, one) in enumerate(shown) if one is current and one), None),
        bracket_start=(row + 1, column),
    )


def _fitting(name: str, taken: Sequence[Taken], current: Taken | None, width: int) -> list[tuple[str, Taken | None]]:
    """As many parameters as the line has room for; the current one is always among them."""
    texts: list[tuple[str, Taken | None]] = [(_text(one), one) for one in taken]
    room = width - len(f" {name}() ")
    if _width(texts) <= room:
        return texts
    left_out: tuple[str, Taken | None] = (_ELLIPSIS, None)
    start = 0
    place = taken.index(current) if current else 0
    while start < place and _width([left_out, *texts[start : place + 1], left_out]) > room:
        start += 1
    shown = [left_out] if start else []
    for one in texts[start:]:
        if _width([*shown, one, left_out]) > room:
            return [*shown, left_out]
        shown.append(one)
    return shown


def _width(texts: Sequence[tuple[str, Taken | None]]) -> int:
    return len(", ".join(text for text, _ in texts))


def _text(one: Taken) -> str:
    if one.is_list:
        return f"*{one.name}"
    return one.name if one.required else f"{one.name}={one.default or None}"
