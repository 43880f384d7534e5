"""Values for what one assigns to a session: `session.api_version = "v2026"`."""

from __future__ import annotations

from ...catalog.facts import GENERATIONS
from .candidates import Candidate
from .spot import Spot

_SETTINGS = {".api_version": GENERATIONS}


def setting_candidates(spot: Spot) -> list[Candidate]:
    """The values that a session's setting may have; none if something else is assigned to."""
    allowed = next((values for name, values in _SETTINGS.items() if spot.target.endswith(name)), ())
    is_string = spot.kind == "string"
    end = spot.quote if is_string and not spot.is_closed else ""
    return [
        Candidate(value + end if is_string else f'"{value}"', spot.start, "value", "generation of the API", value)
        for value in allowed
        if value.startswith(spot.word)
    ]
