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
            current = None if call.values else positional_parameter(call, command, taken)
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
