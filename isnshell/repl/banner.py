"""What stands above the first prompt."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import get_terminal_size

from prompt_toolkit import print_formatted_text
from prompt_toolkit.formatted_text import FormattedText, StyleAndTextTuples

from .. import __version__
from ..formatting.words import by_words
from ..tenant.profiles import Profile
from ..tenant.session import Session
from .plain import is_dumb
from .toolbar import STYLE

_TASKS = ('get_pending_tasks() | where_object(type="QUARTZ")', "tasks that wait")
_HELP = ("?get_report", "help on a command")
_TO_TRY = (_TASKS, ('get_command("*report*")', "commands by their name"), _HELP)
_TO_TRY_ON_SANDBOX = (
    ("get_started()", "a tour of five steps"),
    _TASKS,
    ('receive_report("ACCOUNTS", source="Active Directory")', "a report as a file"),
    _HELP,
)


def banner(session: Session) -> StyleAndTextTuples:
    """Who speaks, which tenant it is and where that is said, and a few lines to try."""
    profile = session.profile
    style = profile.environment if profile.environment in ("production", "sandbox") else "key"
    tenant = "a simulated tenant" if profile.is_embedded else session.tenant
    lines: StyleAndTextTuples = [
        ("bold", f"isnshell {__version__}  "),
        (f"class:isn.{style}", f" {profile.environment.upper()} "),
        ("", f"  {session.name}: {tenant}, API generation {session.api_version}\n"),
    ]
    if origin := _origin(profile):
        lines.append(("class:prompt.number", f"{by_words(origin, get_terminal_size().columns)}\n"))
    to_try = _TO_TRY_ON_SANDBOX if profile.is_simulated and not profile.is_production else _TO_TRY
    width = max(len(line) for line, _ in to_try)
    lines.append(("", "\nType a command and press Enter; Tab completes it. To begin with:\n"))
    for line, meaning in to_try:
        lines += [("", f"  {line:{width}}"), ("class:prompt.number", f"  {meaning}\n")]
    return lines


def _origin(profile: Profile) -> str:
    """Where a tenant was found that nobody named; empty for a profile."""
    if profile.source == "the environment":
        return "Found in the environment: SAIL_BASE_URL."
    place = profile.source.replace(str(Path.home()), "~", 1)
    keep = "isnshell profile import keeps it as a profile."
    if place.endswith("config.yaml"):
        return f"Found in {place} of the SailPoint CLI; {keep}"
    if place.endswith("config.json"):
        return f"Found in {place} of the SailPoint SDKs; {keep}"
    return ""


def show_banner(session: Session) -> None:
    """Print it, in colours where the terminal has some."""
    if is_dumb():
        sys.stdout.write("".join(piece[1] for piece in banner(session)))
        return
    print_formatted_text(FormattedText(banner(session)), style=STYLE)
