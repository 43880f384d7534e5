"""Work in another process or on another machine: `parallel=` with an executor that people already run.

What travels is the profile's name, the command's name, its arguments and records, never a secret or a token: each
worker signs in from its own profile store, and gets its share of the rate budget.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ThreadPoolExecutor
from contextlib import nullcontext, suppress
from contextvars import copy_context
from functools import cached_property
from typing import Any
from uuid import uuid4

from attrs import evolve

from ..errors import ConnectionFailed, IsnError, ProfileError, UsageError
from ..host import get_host, note_once
from ..records import wrap
from ..tenant.pacing import Cancelled
from ..tenant.profiles import load_profile
from ..tenant.rails import Plan, allow, current_scope, restored
from ..tenant.session import current_session
from .cmdlet import BoundCall
from .tickets import Ticket, dask_client, tickets_for
from .worker import CommandWork, FunctionWork, Outcome, Parcel, Place, Told, do, whole


class _Lost(Exception):
    """A worker ended, or its engine gave the work up.

    Args:
        reason: What the engine said.
        begun: Whether a change may have been sent.
    """

    def __init__(self, reason: BaseException, begun: bool) -> None:
        super().__init__(str(reason) or type(reason).__name__)
        self.reason = reason
        self.begun = begun


class Elsewhere:
    """An executor, as a place where calls are made.

    Args:
        executor: Any of `concurrent.futures`; the threads of one in this process share the session of the pipe.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._dask = dask_client(executor)
        self._tickets = tickets_for(executor)
        self._here = isinstance(executor, ThreadPoolExecutor)
        self._running: set[Future[Any]] = set()
        self._lock = threading.Lock()
        self._told_broken = False
        self._is_stopped = False
        self._processes, self.workers = self._size()

    def _size(self) -> tuple[int, int]:
        """How many processes there are, each with a session of its own, and how many calls they make at a time."""
        threads = self._dask.ncores() if self._dask is not None else {}
        if threads:
            return len(threads), sum(threads.values())
        known = int(getattr(self._executor, "_max_workers", None) or os.cpu_count() or 1)
        return known, known

    @cached_property
    def _place(self) -> Place | IsnError:
        return _place(self._processes)

    def call(self, function: Callable[[Any], Any], record: Any) -> Any:
        """What a function gives for a record; a stream's records as a list.

        Raises:
            ConnectionFailed: The worker ended on the way.
        """
        if self._here:
            return self._executor.submit(copy_context().run, _whole, function, record).result()
        held = current_scope()
        session_shows = isinstance(self._place, Place) and current_session().rails.what_if
        told = Told(held.what_if or session_shows, held.confirm, held.verbose, held.debug)
        try:
            return self._sent(FunctionWork(function, record), told, once=True).result
        except _Lost as lost:
            raise _ended("A worker ended in the middle of its work", lost) from lost.reason

    def bound(self, bound: BoundCall) -> Any:
        """What a bound command gives. A change passes the rails here, where somebody can be asked.

        Raises:
            UsageError: A worker can't open the session: others don't find the profile by its name.
            ConnectionFailed: The worker ended on the way.
        """
        command, held, session = bound.command, bound.held, bound.held.session
        session = session or current_session()
        if self._here:
            return self.call(lambda _: bound(), None)
        if command.changes and (held.what_if or session.rails.what_if):
            return bound()
        if isinstance(self._place, IsnError):
            raise self._place
        if command.changes:
            plan = bound.plan or Plan(command.ps, session.tenant, session.profile.environment, "")
            with restored(evolve(held, approval=current_scope().approval)):
                allow(plan, session.rails)
        work = CommandWork(command.name, bound.arguments, dict(bound.keywords))
        # Whoever sends the work was asked already
        told = Told(confirm=False, verbose=held.verbose, debug=held.debug)
        if not command.repeats_safely and (gate := current_scope().gate) is not None:
            gate()
        try:
            outcome = self._sent(work, told, once=not command.repeats_safely)
        except _Lost as lost:
            if isinstance(lost.reason, BrokenExecutor) and not lost.begun:
                self._tell_broken()
                return bound()
            raise _ended(f"A worker ended while it called {command.name}", lost) from lost.reason
        if (heard := current_scope().answers) is not None:
            heard += outcome.answers
        return outcome.result

    def stop(self) -> None:
        """Give up what is still on its way: its results are wanted no more."""
        with self._lock:
            self._is_stopped = True
            running = list(self._running)
        for future in running:
            future.cancel()

    def _tell_broken(self) -> None:
        with self._lock:
            told, self._told_broken = self._told_broken, True
        if not told:
            get_host().warn("A process of the pool ended, and the pool with it: the rest is done in this process.")

    def _sent(self, work: CommandWork | FunctionWork, told: Told, *, once: bool) -> Outcome:
        """Have a worker do something; `once` is for work that may send what can't be repeated."""
        with self._tickets.issue() if once else nullcontext() as ticket:
            parcel = self._packed(Parcel(work, self._place, told, ticket, uuid4().hex))
            try:
                outcome: Outcome = pickle.loads(self._result(parcel))  # noqa: S301 - our own worker's
            except Exception as error:
                if not _is_loss(error):
                    raise
                begun = _begun(ticket)
                if self._is_stopped and isinstance(error, CancelledError) and not begun:
                    raise Cancelled from None  # nobody waits for it, and there is nothing to tell
                raise _Lost(error, begun) from error
        for how, text in outcome.said:
            note_once(text) if how == "note" and not (told.verbose or told.debug) else getattr(get_host(), how)(text)
        return outcome

    def _packed(self, parcel: Parcel) -> bytes:
        try:
            if self._dask is not None:
                import cloudpickle  # Dask's own; it takes lambdas along

                return bytes(cloudpickle.dumps(parcel))
            return pickle.dumps(parcel)
        except Exception as error:
            raise UsageError(
                "The work can't travel to another process",
                why=str(error),
                hint="Give a command, or a function of a module instead of a lambda.",
            ) from error

    def _result(self, parcel: bytes) -> bytes:
        with self._lock:
            if self._is_stopped:
                raise Cancelled
            try:
                future = self._executor.submit(do, parcel)
            except BrokenExecutor:
                raise
            except RuntimeError as error:
                raise UsageError("The executor takes no more work", why=str(error), hint="Open a new one.") from error
            self._running.add(future)
        try:
            return future.result()
        finally:
            with self._lock:
                self._running.discard(future)


def _whole(function: Callable[[Any], Any], record: Any) -> Any:
    return whole(function(wrap(record)))


def _is_loss(error: Exception) -> bool:
    """Whether an error is about the worker, not about its work."""
    own = (BrokenExecutor, CancelledError)  # Dask's own errors are all about workers, its scheduler and the way there
    return isinstance(error, own) or type(error).__module__.partition(".")[0] == "distributed"


def _begun(ticket: Ticket | None) -> bool:
    """Whether a change may have been sent; if not, it won't be any more."""
    if ticket is None:
        return False
    with suppress(Exception):  # who can't be asked says nothing
        return not ticket.hand_in()
    return True


def _ended(what: str, lost: _Lost) -> ConnectionFailed:
    if isinstance(lost.reason, CancelledError):
        what = "It was cancelled on its way"
    return ConnectionFailed(
        what,
        why=str(lost),
        hint="Look before you repeat it." if lost.begun else "It can be repeated.",
        maybe_done=lost.begun,
    )


def _place(processes: int) -> Place | IsnError:
    """What a worker needs for a session like the current one, or why it can't have one."""
    try:
        session = current_session()
        if session.profile.is_embedded:
            return UsageError(
                "The embedded sandbox lives in this process only",
                hint="Start `isnshell sandbox`, and use a profile of it.",
            )
        found = load_profile(session.name)
    except ProfileError as error:
        return UsageError(
            "A worker can't open the profile", why=str(error), hint="Use a profile with a file of its own."
        )
    if found.host != session.tenant:
        return UsageError(f"Profile {session.name!r} names {found.host}, the session is of {session.tenant}")
    share = max(1, session.profile.rate_limit // (processes + 1))
    rails = session.rails
    return Place(session.name, session.tenant, session.api_version, share, rails.read_only, rails.ask)
