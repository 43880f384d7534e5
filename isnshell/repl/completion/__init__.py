"""What could stand at the cursor: a pure function of the text and of what the session knows.

`spot` finds out where the cursor stands, `knowledge` says what there is, the others make candidates of both. Nothing is
evaluated, no request is sent, no stream is read.
"""

from __future__ import annotations

from .arguments import argument_candidates, string_candidates
from .candidates import Candidate
from .knowledge import Knowledge
from .python import attribute_candidates, import_candidates, name_candidates
from .spot import find_spot

__all__ = ["Candidate", "Knowledge", "complete"]

MOST = 200


def complete(text: str, cursor: int, knowledge: Knowledge) -> list[Candidate]:
    """What could stand at the cursor, the likeliest first.

    Args:
        text: All that was typed.
        cursor: Place in it.
        knowledge: What the session knows.
    """
    spot = find_spot(text, cursor)
    if spot is None:
        return []
    if spot.kind == "string":
        found = string_candidates(spot, knowledge)
    elif spot.imports:
        found = import_candidates(spot)
    elif spot.kind == "attribute":
        found = attribute_candidates(spot, knowledge)
    else:
        found = [*argument_candidates(spot, knowledge), *name_candidates(spot, knowledge)]
    return _once(found)[:MOST]


def _once(found: list[Candidate]) -> list[Candidate]:
    return list({candidate.text: candidate for candidate in reversed(found)}.values())[::-1]
