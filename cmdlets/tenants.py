"""One command on several tenants."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import evolve

from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import UsageError
from isnshell.pipeline.stage import Stage
from isnshell.pipeline.stream import Stream
from isnshell.records import Record, origin_of, with_origin
from isnshell.tenant.profiles import Profile, load_profile
from isnshell.tenant.rails import Approval, current_scope, restored
from isnshell.tenant.session import Session, open_session, peek_session

# Sessions that were opened here stay open: each has its token, and its streams may be read later
_opened: dict[tuple[Profile, bool, bool], Session] = {}


@cmdlet("On")
def on(*profiles: Any, **arguments: Any) -> Stream:
    """Run one command on several tenants; each record says where it comes from.

    The current session stays what it is. Rails do not loosen: after a read-only or what-if session the others are
    that too, and each production tenant asks for itself.

    Args:
        profiles: Names of profiles or Sessions, then the command, or a function without arguments for a whole line:
            `lambda: get_sources() | where_object(...)`.
        arguments: What the command takes.

    Returns:
        Stream of Records with `tenant`, the profile's name, before their own fields; tenant after tenant in the order
        given. What is no record stands under `value`. The first request of a list goes out when it is read.

    Raises:
        UsageError: The profiles or the command are missing.
        ProfileError: There is no such profile; nothing was sent.

    API: whatever the command asks
    PowerShell: none

    Example:
        >>> on("demo", get_pending_tasks, limit=2) | select_object("tenant", "id", "type")
    """
    if len(profiles) < 2 or not callable(profiles[-1]) or isinstance(profiles[-1], (Stage, str)):
        raise UsageError(
            "on(...) needs profiles and a command",
            hint='For example on("prod", "dev", get_pending_tasks, limit=5), or lambda: and a line in place of it.',
        )
    *places, command = profiles
    sessions = [_session(place) for place in places]
    # Called now: a list waits for its reader with its own session, a change is carried out at once, tenant by tenant
    results = [(session, _call(session, command, arguments)) for session in sessions]

    def read(want: int | None) -> Iterator[Record]:
        for session, result in results:
            for value in result if isinstance(result, (Stream, list, tuple)) else (result,):
                if value is not None:
                    yield _marked(session, value)

    return Stream(read, label=f"records of {len(sessions)} tenants")


def _call(session: Session, command: Callable[..., Any], arguments: Mapping[str, Any]) -> Any:
    # A command of its own on each tenant, with a question of its own
    with restored(evolve(current_scope(), session=session, inside=False, command=None, approval=Approval())):
        return command(**arguments)


def _session(place: Any) -> Session:
    current = peek_session()
    if isinstance(place, Session):
        return place
    if not isinstance(place, str):
        raise UsageError(f"{place!r} is no profile", hint="Give names of profiles first, the command last.")
    if current is not None and current.name == place:
        return current
    profile = load_profile(place)
    rails = current.rails if current is not None else None
    key = (profile, bool(rails and rails.read_only), bool(rails and rails.what_if))
    if key not in _opened:
        _opened[key] = open_session(profile, read_only=key[1], what_if=key[2])
    return _opened[key]


def _marked(session: Session, value: Any) -> Record:
    fields = value if isinstance(value, Mapping) else {"value": value}
    record = Record({"tenant": session.name, **fields})
    record["tenant"] = session.name
    return with_origin(record, origin_of(value))
