"""Work in another process or on another machine: `parallel=` with an executor that people already run.

What travels is the profile's name, the command's name, its arguments and records, never a secret or a token: each
worker signs in from its own profile store, and gets its share of the rate budget.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, ThreadPoolExecutor
from contextvars import copy_context
from functools import cached_property, lru_cache
from pickle import PicklingError
from typing import Any

from attrs import evolve, frozen

from ..errors import ConnectionFailed, IsnError, ProfileError, UsageError
from ..pipeline.stream import Stream
from ..tenant.profiles import load_profile
from ..tenant.rails import Answered, Plan, allow, current_scope, restored
from ..tenant.session import Session, peek_session
from .cmdlet import BoundCall
from .registry import get_cmdlet


@frozen
class Place:
    """The session that a worker opens for itself.

    Args:
        profile: Name of the profile.
        tenant: Host that the profile must have there too.
        api_version: Generation of unprefixed commands.
        rate_limit: The worker's share of the requests per 10 s.
        read_only: Whether changes are refused.
    """

    profile: str
    tenant: str
    api_version: str
    rate_limit: int
    read_only: bool


class Elsewhere:
    """An executor, as a place where calls are made.

    Args:
        executor: Any of `concurrent.futures`; the threads of one in this process share the session of the pipe.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self.workers = _workers(executor)
        self._here = isinstance(executor, ThreadPoolExecutor)

    @cached_property
    def _place(self) -> Place | IsnError | None:
        return _place(self.workers)

    def call(self, function: Callable[[Any], Any], record: Any) -> Any:
        """What a function gives for a record; lists and streams as lists."""
        if self._here:
            return self._executor.submit(copy_context().run, _whole, function, record).result()
        place = None if isinstance(self._place, IsnError) else self._place
        try:
            return self._result(_call_function, place, function, record)
        except BrokenExecutor as error:
            raise ConnectionFailed(
                "A worker ended in the middle of its work",
                why=str(error),
                hint="Look before you repeat it.",
                maybe_done=True,
            ) from error

    def bound(self, bound: BoundCall) -> Any:
        """What a bound command gives. A change passes the rails here, where somebody can be asked.

        Raises:
            UsageError: A worker can't open the session: others don't find the profile by its name.
            ConnectionFailed: The worker ended on the way.
        """
        command, held, session = bound.command, bound.held, bound.held.session
        if self._here:
            return self.call(lambda _: bound(), None)
        if command.changes and (held.what_if or (session is not None and session.rails.what_if)):
            return bound()
        if isinstance(self._place, IsnError):
            raise self._place
        if command.changes and session is not None:
            plan = bound.plan or Plan(command.ps, session.tenant, session.profile.environment, "")
            with restored(evolve(held, approval=current_scope().approval)):
                allow(plan, session.rails)
        try:
            result, answers = self._result(
                _call_command, self._place, command.name, bound.arguments, dict(bound.keywords)
            )
        except BrokenExecutor as error:
            raise ConnectionFailed(
                f"A worker ended while it called {command.name}",
                why=str(error),
                hint="It can be repeated." if command.repeats_safely else "Look before you repeat it.",
                maybe_done=not command.repeats_safely,
            ) from error
        if (heard := current_scope().answers) is not None:
            heard += answers
        return result

    def _result(self, work: Callable[..., Any], *what: Any) -> Any:
        try:
            return self._executor.submit(work, *what).result()
        except (PicklingError, AttributeError, TypeError) as error:
            if "pickle" not in str(error):
                raise
            raise UsageError(
                "The work can't travel to another process",
                why=str(error),
                hint="Give a command, or a function of a module instead of a lambda.",
            ) from error


def _workers(executor: Executor) -> int:
    known = getattr(executor, "_max_workers", None)
    if known is None and (client := getattr(executor, "_client", None)) is not None:
        known = sum(client.ncores().values())  # a dask.distributed ClientExecutor
    return int(known or os.cpu_count() or 1)


def _place(workers: int) -> Place | IsnError | None:
    """What a worker needs for a session like the current one, or why it can't have one."""
    session = peek_session()
    if session is None:
        return None
    if session.profile.is_embedded:
        return UsageError(
            "The embedded sandbox lives in this process only", hint="Start `isnshell sandbox`, and use a profile of it."
        )
    try:
        found = load_profile(session.name)
    except ProfileError as error:
        return UsageError(
            f"A worker can't open profile {session.name!r}",
            why=str(error),
            hint="Use a profile with a file of its own.",
        )
    if found.host != session.tenant:
        return UsageError(f"Profile {session.name!r} names {found.host}, the session is of {session.tenant}")
    share = max(1, session.profile.rate_limit // (workers + 1))
    return Place(session.name, session.tenant, session.api_version, share, session.rails.read_only)


# --- in the worker ------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _session(place: Place) -> Session:
    profile = load_profile(place.profile)
    if profile.host != place.tenant:
        raise ProfileError(
            f"Profile {place.profile!r} names {profile.host} here, and {place.tenant} where the work comes from"
        )
    limited = evolve(profile, rate_limit=min(profile.rate_limit, place.rate_limit))
    # Whoever sent the work was asked already
    session = Session(limited, read_only=place.read_only, yes=True)
    session.api_version = place.api_version
    return session


def _call_command(
    place: Place | None, name: str, arguments: tuple[Any, ...], keywords: dict[str, Any]
) -> tuple[Any, list[Answered]]:
    answers: list[Answered] = []
    session = _session(place) if place is not None else None
    with restored(evolve(current_scope(), session=session, confirm=False, answers=answers)):
        result = get_cmdlet(name).call_for_record(arguments, keywords)
        return list(result) if isinstance(result, Stream) else result, answers


def _call_function(place: Place | None, function: Callable[[Any], Any], record: Any) -> Any:
    session = _session(place) if place is not None else None
    with restored(evolve(current_scope(), session=session, confirm=False)):
        return _whole(function, record)


def _whole(function: Callable[[Any], Any], record: Any) -> Any:
    result = function(record)
    return list(result) if isinstance(result, Stream) else result
