"""The rails: read-only, what-if and the question before a change. One place decides whether a change goes out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from attrs import define, evolve, field, frozen

from ..errors import RefusedError
from ..host import get_host


@frozen
class Rails:
    """What holds a change back.

    Args:
        read_only: Refuse every change.
        what_if: Send no change; show what would be sent.
        ask: Ask before a command's first change.
    """

    read_only: bool = False
    what_if: bool = False
    ask: bool = False


@frozen
class Plan:
    """A change as the rails see it.

    Args:
        command: PowerShell's name of the command, for the question.
        tenant: Host of the tenant.
        environment: `production`, `sandbox` or `development`.
        text: The exact request, without secrets.
        target: The object that is changed, as its id or name.
        change: The request in one line.
    """

    command: str
    tenant: str
    environment: str
    text: str
    target: str = ""
    change: str = ""


class Planned(BaseException):
    """Ends a command whose change was only to be shown. No Exception, so that no per-record handler takes it for a
    failure.
    """

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan.text)
        self.plan = plan


@define
class Approval:
    """The answer to one question, shared by all changes of one command."""

    granted: bool = False
    objects: int = 1
    lock: threading.RLock = field(factory=threading.RLock, repr=False)  # type: ignore[type-arg, valid-type, unused-ignore]  # a function until Python 3.13


@frozen
class Answered:
    """What a tenant said to a change: the status of its answer, and its tracking id."""

    status: int
    tracking_id: str | None = None


@frozen
class Scope:
    """What holds for one command and all that it calls; `inside` is true while a command's own function runs,
    and `command` is what the person called.

    `failures` is the command's own: what becomes of an error, for one record or for all. `answers`, where it is
    given, gets what the tenant says to each change. `gate`, where it is given, is told when a request that can't be
    repeated is about to be sent, and raises what holds it back.
    """

    session: Any = None
    what_if: bool = False
    confirm: bool | None = None
    inside: bool = False
    command: str | None = None
    approval: Approval = field(factory=Approval)
    verbose: bool = False
    debug: bool = False
    failures: Any = None
    answers: list[Answered] | None = None
    gate: Callable[[], None] | None = None


_scope: ContextVar[Scope | None] = ContextVar("isnshell_scope", default=None)


def current_scope() -> Scope:
    """What the command that is running was told; an empty Scope outside of commands."""
    return _scope.get() or Scope()


@contextmanager
def scope(
    *,
    command: str | None = None,
    session: Any = None,
    what_if: bool | None = None,
    confirm: bool | None = None,
    verbose: bool | None = None,
    debug: bool | None = None,
    failures: Any = None,
) -> Iterator[Scope]:
    """Run one command. What an outer command was told goes on to hold, and one question serves for both."""
    outer = _scope.get()
    inner = outer or Scope()
    changed: dict[str, Any] = {} if inner.inside else {"command": command}
    if failures is not inner.failures:
        changed["failures"] = failures
    if what_if is not None:
        changed["what_if"] = what_if or inner.what_if
    for name, told in (("session", session), ("confirm", confirm), ("verbose", verbose), ("debug", debug)):
        if told is not None:
            changed[name] = told
    if changed:
        inner = evolve(inner, **changed)
    token = _scope.set(inner)
    try:
        yield inner
    finally:
        _scope.reset(token)


def in_command() -> bool:
    """Whether a command is running."""
    return _scope.get() is not None


def asking_anew(work: Callable[[], Any]) -> Any:
    """Do the work of one more command under what holds now: what was approved for another does not count for it."""
    with restored(evolve(current_scope(), approval=Approval())):
        return work()


@contextmanager
def restored(held: Scope) -> Iterator[None]:
    """Work under what a command was told when something lazy was made."""
    token = _scope.set(held)
    try:
        yield
    finally:
        _scope.reset(token)


def allow(plan: Plan, rails: Rails) -> None:
    """Let a change pass, or raise.

    Raises:
        Planned: Nothing is to be sent, only shown.
        RefusedError: The session is read-only, the person said no, or nobody is there to ask.
    """
    held = current_scope()
    if rails.what_if or held.what_if:
        raise Planned(plan)
    where = f"{plan.tenant} ({plan.environment})"
    if rails.read_only:
        raise RefusedError(
            f"{plan.command} would change {where}",
            why="this session is read-only",
            hint="Nothing was sent. Open a session without --read-only and ISN_READ_ONLY for changes.",
        )
    wanted = rails.ask if held.confirm is None else held.confirm
    if wanted:
        with held.approval.lock:
            if not held.approval.granted:
                _ask(plan, where, held.approval)


def _ask(plan: Plan, where: str, approval: Approval) -> None:
    many = f"{approval.objects} objects" if approval.objects != 1 else plan.target or "1 object"
    command = current_scope().command or plan.command
    answer = get_host().ask(f"{command} changes {many} on {where}. Continue?")
    if answer is None:
        raise RefusedError(
            f"{command} would change {many} on {where}",
            why="it must be confirmed, and no terminal is there to ask at",
            hint="Nothing was sent. Give --yes or confirm=False if you mean it, or look first with --what-if.",
        )
    if not answer:
        raise RefusedError(f"{command} was not confirmed", hint="Nothing was sent.")
    approval.granted = True
