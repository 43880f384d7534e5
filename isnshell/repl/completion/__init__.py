"""What could stand at the cursor: a pure function of the text and of what the session knows.

`spot` finds out where the cursor stands, `knowledge` says what there is, the others make candidates of both. Nothing is
evaluated, no request is sent, no stream is read.
"""

from __future__ import annotations

from .arguments import argument_candidates
from .attributes import attribute_candidates
from .candidates import Candidate
from .knowledge import Knowledge
from .modules import import_candidates
from .names import name_candidates
from .powershell import Rewriting, line_in_python, name_in_powershell, rewritten
from .settings import setting_candidates
from .spot import Spot, find_spot
from .strings import string_candidates

__all__ = ["Candidate", "Knowledge", "complete"]

MOST = 200
_NAMES = ("variable", "command", "keyword", "builtin")


def complete(text: str, cursor: int, knowledge: Knowledge) -> list[Candidate]:
    """What could stand at the cursor, the likeliest first.

    Args:
        text: All that was typed.
        cursor: Place in it.
        knowledge: What the session knows.
    """
    found = _found(text, cursor, knowledge)
    # Behind a blank the line may be at its end, whatever else could follow
    whole = line_in_python(text[:cursor], knowledge) if not found or text[cursor - 1 : cursor] == " " else []
    return _once([*whole, *found])[:MOST]


def _found(text: str, cursor: int, knowledge: Knowledge) -> list[Candidate]:
    spot = find_spot(text, cursor)
    if spot is None:
        return []
    inside = knowledge.within(spot.assigned)
    if rewriting := rewritten(text[:cursor], spot, inside):
        return _in_python(rewriting, text[cursor:], inside)
    return setting_candidates(spot) or _candidates(spot, inside)


def _in_python(rewriting: Rewriting, behind: str, knowledge: Knowledge) -> list[Candidate]:
    """What the rewritten text could go on with, as candidates for what was typed."""
    spot = find_spot(rewriting.text + behind, len(rewriting.text))
    found = _candidates(spot, knowledge) if spot else []
    if rewriting.ends and spot and spot.kind == "name":
        found = [one for one in found if one.kind not in _NAMES]  # its words are no expressions
    wanted = [one for one in found if not rewriting.only or one.kind == rewriting.only]
    return [rewriting.candidate(one) for one in wanted]


def _candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    if spot.kind == "string":
        return string_candidates(spot, knowledge)
    if spot.imports:
        return import_candidates(spot, knowledge)
    if spot.kind == "attribute":
        return attribute_candidates(spot, knowledge)
    if (habit := name_in_powershell(spot, knowledge)) is not None:
        return habit
    arguments = argument_candidates(spot, knowledge)
    return arguments if arguments and not spot.word else [*arguments, *name_candidates(spot, knowledge)]


def _once(found: list[Candidate]) -> list[Candidate]:
    return list({candidate.text: candidate for candidate in reversed(found)}.values())[::-1]
