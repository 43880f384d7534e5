"""The first minute: no profile was named and none is found, so the person is told what there is to choose from."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial

from attrs import frozen

from .. import __version__
from ..errors import IsnError
from ..formatting.terminal import show_error
from ..tenant.foreign import cli_addresses, cli_environment
from ..tenant.profiles import DEMO, Profile, foreign_profile, load_profile, profile_names
from .person import Person
from .setup import Wanted, set_up

_Opened = str | Profile | None


@frozen
class Choice:
    """One line of the menu.

    Args:
        name: What one may type instead of the number.
        text: What it is.
        make: Gives the profile, or None to choose anew; left out, it is the one of this name.
    """

    name: str
    text: str
    make: Callable[[], _Opened] | None = None

    def open(self) -> _Opened:
        """The profile that this choice leads to."""
        return self.make() if self.make else self.name


def choose_profile(person: Person, environ: Mapping[str, str] = os.environ) -> _Opened:
    """Ask which profile to open; a new one is set up on the way.

    Returns:
        str or Profile: A profile or its name; None if the person leaves.
    """
    choices = _choices(person)
    person.say(_text(choices, environ))
    while True:
        try:
            answer = person.ask("Choose a number, or q to leave [1]: ") or "1"
        except EOFError:
            person.say("")
            return None
        if answer.lower() in ("q", "quit", "exit"):
            return None
        chosen = _find(answer, choices)
        if chosen is None:
            person.say(f"{answer!r} is not among them.")
        elif (opened := chosen.open()) is not None:
            return opened


def _choices(person: Person) -> list[Choice]:
    """One's own profiles, the CLI's environments, the sandbox, a new one."""
    own = [name for name in profile_names() if name != DEMO]
    found = [Choice(name, f"{name:<14} {_address(name)}") for name in own]
    found += [
        Choice(name, f"{name:<14} {address}, of the SailPoint CLI", partial(_of_cli, name))
        for name, address in _cli_addresses().items()
        if name not in own
    ]
    return [
        *found,
        Choice(DEMO, f"{'try it on the sandbox, a simulated tenant':<42} (isnshell -p {DEMO})"),
        Choice("new", f"{'set up a profile for a tenant':<42} (isnshell profile new)", partial(_new, person)),
    ]


def _text(choices: list[Choice], environ: Mapping[str, str]) -> str:
    lines = [f"isnshell {__version__}, a shell for SailPoint Identity Security Cloud"]
    if len(choices) > 2:
        lines.append("No profile was named; isnshell -p NAME opens one at once. There are:")
    else:
        lines.append("No tenant is set up yet. You can:")
    if environ.get("SAIL_CLIENT_ID") and not environ.get("SAIL_BASE_URL"):
        lines.append("(SAIL_CLIENT_ID is set, but SAIL_BASE_URL is not: both make the environment a profile.)")
    lines += ["", *(f"  {number}  {choice.text}" for number, choice in enumerate(choices, 1)), ""]
    return "\n".join(lines)


def _find(answer: str, choices: list[Choice]) -> Choice | None:
    if answer.isdecimal() and 1 <= int(answer) <= len(choices):
        return choices[int(answer) - 1]
    return next((choice for choice in choices if choice.name == answer), None)


def _address(name: str) -> str:
    try:
        return load_profile(name).base_url
    except IsnError:
        return f"(its file is wrong: isnshell profile show {name})"


def _cli_addresses() -> dict[str, str]:
    try:
        return cli_addresses()
    except IsnError:
        return {}  # it was said already, when the active one was looked for


def _of_cli(name: str) -> Profile | None:
    try:
        found = cli_environment(name)
        return foreign_profile(found.name, found.settings, found.source) if found else None
    except IsnError as error:
        show_error(error)
        return None


def _new(person: Person) -> str | None:
    try:
        return set_up(Wanted(), person).profile.name
    except EOFError:
        person.say("")
    except IsnError as error:
        show_error(error)
    return None
