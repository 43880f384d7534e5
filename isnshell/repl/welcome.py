"""The first minute: no profile was named and none is set up, so the person is told what there is to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .. import __version__
from ..errors import IsnError
from ..formatting.terminal import show_error
from ..tenant.profiles import DEMO, load_profile, profile_names
from .setup import Person, Wanted, set_up


def choose_profile(person: Person) -> str | None:
    """Ask which profile to open; a new one is set up on the way.

    Returns:
        str: Name of a profile, or None if the person leaves.
    """
    own = {name: path for name, path in profile_names().items() if name != DEMO}
    choices = {"1": DEMO, "2": "", **{str(number): name for number, name in enumerate(own, 3)}}
    person.say(_text(own))
    while True:
        try:
            answer = person.ask("Choose a number, or q to leave [1]: ") or "1"
        except EOFError:
            person.say("")
            return None
        if answer.lower() in ("q", "quit", "exit"):
            return None
        chosen = choices.get(answer, answer if answer in own or answer == DEMO else None)
        if chosen:
            return chosen
        if chosen is None:
            person.say(f"{answer!r} is not among them.")
            continue
        if name := _new(person):
            return name


def _text(own: Mapping[str, Path]) -> str:
    lines = [
        f"isnshell {__version__}: no profile was named."
        if own
        else f"isnshell {__version__}: no tenant is set up yet.",
        "",
        f"  1  try it now on the sandbox, a simulated tenant  (isnshell -p {DEMO})",
        "  2  set up a profile for a tenant                  (isnshell profile new NAME)",
    ]
    lines += [f"  {number}  {name:<14} {_address(name)}" for number, name in enumerate(own, 3)]
    return "\n".join([*lines, ""])


def _address(name: str) -> str:
    try:
        return load_profile(name).base_url
    except IsnError:
        return "(its file is wrong: isnshell profile show " + name + ")"


def _new(person: Person) -> str | None:
    try:
        return set_up(Wanted(), person).profile.name
    except EOFError:
        person.say("")
    except IsnError as error:
        show_error(error)
    return None
