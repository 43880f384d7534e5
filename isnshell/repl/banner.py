"""What stands above the first prompt."""

from __future__ import annotations

import sys

from prompt_toolkit import print_formatted_text
from prompt_toolkit.formatted_text import FormattedText, StyleAndTextTuples

from .. import __version__
from ..tenant.session import Session
from .plain import is_dumb
from .toolbar import STYLE

_TO_TRY = (
    ('get_pending_tasks() | where_object(type="QUARTZ")', "tasks that wait"),
    ('receive_report("ACCOUNTS", source="Active Directory")', "a report as a file"),
    ("?get_report", "help on a command"),
)


def banner(session: Session) -> StyleAndTextTuples:
    """Who speaks, which tenant it is, and three lines to try."""
    profile = session.profile
    style = profile.environment if profile.environment in ("production", "sandbox") else "key"
    tenant = "a simulated tenant" if profile.is_embedded else session.tenant
    lines: StyleAndTextTuples = [
        ("bold", f"isnshell {__version__}  "),
        (f"class:isn.{style}", f" {profile.environment.upper()} "),
        ("", f"  {session.name}: {tenant}, API generation {session.api_version}\n\n"),
    ]
    width = max(len(line) for line, _ in _TO_TRY)
    for line, meaning in _TO_TRY:
        lines += [("", f"  {line:{width}}"), ("class:prompt.number", f"  {meaning}\n")]
    return lines


def show_banner(session: Session) -> None:
    """Print it, in colours where the terminal has some."""
    if is_dumb():
        sys.stdout.write("".join(piece[1] for piece in banner(session)))
        return
    print_formatted_text(FormattedText(banner(session)), style=STYLE)
