"""Signature help: what the call at the cursor takes, told by the command itself."""

from __future__ import annotations

import inspect
from collections.abc import Sequence

from prompt_toolkit.document import Document
from ptpython.signatures import Parameter, Signature

from ..naming import fold
from .completion.arguments import positional_parameter
from .completion.knowledge import Knowledge
from .completion.parameters import Taken
from .completion.spot import Call, find_spot

_ELLIPSIS = "…"


def signatures_at(document: Document, knowledge: Knowledge, width: int) -> list[Signature]:
    """The signature of the innermost call of a command that the cursor is in, cut to a width; none outside of calls."""
    spot = find_spot(document.text, document.cursor_position)
    for call in reversed(spot.calls if spot else ()):
        command = knowledge.command(call.callee) if call.callee else None
        if command is None:
            continue
        taken = [one for one in knowledge.parameters(command) if not one.is_option]
        if call.current:
            current = next((one for one in taken if fold(one.name) == fold(call.current)), None)
        else:
            current = positional_parameter(call, command, taken)
        return [_signature(document, call, taken, current, width)]
    return []


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
    room = width - len(name) - 6
    start = 0
    if current is not None:
        place = taken.index(current)
        while start < place and sum(len(text) + 2 for text, _ in texts[start : place + 1]) > room - 6:
            start += 1
    shown: list[tuple[str, Taken | None]] = [(_ELLIPSIS, None)] if start else []
    for text, one in texts[start:]:
        if sum(len(other) + 2 for other, _ in shown) + len(text) > room - 3:
            return [*shown, (_ELLIPSIS, None)]
        shown.append((text, one))
    return shown


def _text(one: Taken) -> str:
    if one.is_list:
        return f"*{one.name}"
    return one.name if one.required else f"{one.name}={one.default or None}"
