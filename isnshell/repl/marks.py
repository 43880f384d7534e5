"""What a person must know of the session at a glance: whose tenant it is, and what holds changes back."""

from __future__ import annotations

from attrs import frozen

from ..clock import human_duration
from ..commands.background import running_jobs
from ..tenant.session import Session, peek_session


@frozen
class Mark:
    """One thing to know.

    Args:
        text: As it is written.
        style: Name of its look: `production`, `sandbox`, `plain`, `rail`, `key`.
        rank: What is left out first where there is no room: the highest.
    """

    text: str
    style: str = "plain"
    rank: int = 0


def session_marks(session: Session | None) -> list[Mark]:
    """What the toolbar says of a session. Asks nothing, starts nothing."""
    if session is None:
        return [Mark("no session: use_profile(...)", "rail")]
    marks = [
        _environment(session),
        Mark(session.name),
        Mark(session.tenant, rank=1),
        Mark(session.api_version, rank=3),
    ]
    rails = session.rails
    marks += [Mark("READ-ONLY", "rail")] if rails.read_only else []
    marks += [Mark("WHAT-IF", "rail")] if rails.what_if else []
    marks += [Mark("changes are not asked about", "rail")] if session.profile.is_production and not rails.ask else []
    if running := running_jobs():
        marks.append(Mark(f"{len(running)} job{'' if len(running) == 1 else 's'} running", "key", 1))
    life = session.token_life
    marks.append(Mark("not signed in yet" if life is None else session.signed_in_as, rank=2))
    marks += [] if life is None else [Mark(f"token {human_duration(life)}", rank=4)]
    marks.append(Mark(f"{session.requests_left} requests left", rank=5))
    return marks


def _environment(session: Session) -> Mark:
    environment = session.profile.environment
    style = environment if environment in ("production", "sandbox") else "key"
    return Mark(environment.upper(), style)


def is_production() -> bool:
    """Whether the current session is on production."""
    session = peek_session()
    return session is not None and session.profile.is_production


def title() -> str:
    """The terminal window's title."""
    session = peek_session()
    if session is None:
        return "isnshell"
    lead = "PRODUCTION " if session.profile.is_production else ""
    return f"{lead}{session.name} - isnshell"


def warning() -> str:
    """What stands before a prompt without colours: whose production it is; empty elsewhere."""
    session = peek_session()
    return f"PRODUCTION {session.name} " if session is not None and session.profile.is_production else ""
