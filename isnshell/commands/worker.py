"""A worker's side of `parallel=`: a session from its own profile store, and one piece of work after the other.

What came is a parcel of its own, and so is what goes back: an engine must not look into the records on the way, and one
that can't bring a result home would ask for it for ever.
"""

from __future__ import annotations

import pickle
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from attrs import evolve, field, frozen

from ..errors import ConnectionFailed, IsnError, ProfileError, UsageError
from ..host import Advance, speaking_through
from ..pipeline.stream import Stream
from ..records import wrap
from ..tenant.profiles import Profile, load_profile
from ..tenant.rails import Answered, Scope, current_scope, restored
from ..tenant.session import Session
from .registry import get_cmdlet
from .tickets import Ticket


@frozen
class Place:
    """The session that a worker opens for itself.

    Args:
        profile: Name of the profile.
        tenant: Host that the profile must have there too.
        api_version: Generation of unprefixed commands.
        rate_limit: The worker's share of the requests per 10 s.
        read_only: Whether changes are refused.
        ask: Whether changes must be confirmed, which nobody can do there.
    """

    profile: str
    tenant: str
    api_version: str
    rate_limit: int
    read_only: bool
    ask: bool


@frozen
class Told:
    """What the command was told whose work this is."""

    what_if: bool = False
    confirm: bool | None = None
    verbose: bool = False
    debug: bool = False


@frozen
class CommandWork:
    """A call of a command, known by its name."""

    name: str
    arguments: tuple[Any, ...]
    keywords: Mapping[str, Any]

    def __call__(self) -> Any:
        return get_cmdlet(self.name).call_for_record(self.arguments, dict(self.keywords))


@frozen
class FunctionWork:
    """A call of a function with a record."""

    function: Callable[[Any], Any]
    record: Any

    def __call__(self) -> Any:
        return self.function(wrap(self.record))


@frozen
class Parcel:
    """A piece of work on its way.

    Args:
        work: What is called.
        place: The session it is called in, or why there can be none.
        told: What holds meanwhile.
        ticket: Leave for a request that can't be repeated; None for work that may be done twice.
        number: Tells it from others that look alike, which some engines would take for one.
    """

    work: CommandWork | FunctionWork
    place: Place | IsnError
    told: Told
    ticket: Ticket | None
    number: str


@frozen
class Outcome:
    """What comes back.

    Args:
        result: What the call gave; a stream's records as a list.
        answers: What the tenant said to its changes.
        said: What would have been said to the person: how, and the text.
    """

    result: Any
    answers: list[Answered] = field(factory=list)
    said: list[tuple[str, str]] = field(factory=list)


def do(parcel: bytes) -> bytes:
    """Do the work of a parcel, and pack what it gave."""
    order = _opened_parcel(parcel)
    answers: list[Answered] = []
    said: list[tuple[str, str]] = []
    gate = None if order.ticket is None else _Gate(order.ticket)
    with speaking_through(lambda host: _Hearing(said)), restored(_scope(order, gate, answers)):
        result = whole(order.work())
    try:
        return pickle.dumps(Outcome(result, answers, said))
    except Exception as error:
        raise _no_way_back(error, gate) from error


def whole(result: Any) -> Any:
    """A result that is there: a lazy one is read."""
    return list(result) if isinstance(result, Stream) else result


def _opened_parcel(parcel: bytes) -> Parcel:
    try:
        return pickle.loads(parcel)  # type: ignore[no-any-return]  # noqa: S301 - who sends work may run code here
    except Exception as error:
        raise UsageError(
            "A worker can't take the work",
            why=str(error),
            hint="It needs the same isnshell, and the modules of the functions that it is to call.",
        ) from error


def _scope(order: Parcel, gate: _Gate | None, answers: list[Answered]) -> Scope:
    told = order.told
    session = _Absent(order.place) if isinstance(order.place, IsnError) else _session(order.place)
    return evolve(
        current_scope(),
        session=session,
        what_if=told.what_if,
        confirm=told.confirm,
        verbose=told.verbose,
        debug=told.debug,
        gate=gate,
        answers=answers,
    )


def _no_way_back(error: Exception, gate: _Gate | None) -> IsnError:
    what, why = "What the work gave can't travel back from its worker", str(error)
    if gate is not None and gate.is_passed:
        return ConnectionFailed(what, why=why, hint="Its change was sent: look before you repeat it.", maybe_done=True)
    return UsageError(what, why=why, hint="Give records, text or numbers.")


_opening = threading.Lock()


def _session(place: Place) -> Session:
    profile = load_profile(place.profile)
    if profile.host != place.tenant:
        raise ProfileError(
            f"Profile {place.profile!r} names {profile.host} here, and {place.tenant} where the work comes from"
        )
    with _opening:  # one session, with one sign-in, for all threads
        return _opened(profile, place)


@lru_cache(maxsize=8)
def _opened(profile: Profile, place: Place) -> Session:
    """By the profile too: a worker that lives long sees a new secret."""
    limited = evolve(profile, rate_limit=min(profile.rate_limit, place.rate_limit))
    session = Session(limited, read_only=place.read_only, yes=not place.ask)
    session.api_version = place.api_version
    return session


class _Absent:
    """Stands where a session would be: work that needs none is done, other work learns why there is none. Without it
    a worker would take its own default profile, and ask another tenant.
    """

    def __init__(self, reason: IsnError) -> None:
        self._reason = reason

    def __getattr__(self, name: str) -> Any:
        raise self._reason


class _Gate:
    """Lets the work's requests that can't be repeated pass, once its ticket was handed in."""

    def __init__(self, ticket: Ticket) -> None:
        self._ticket = ticket
        self._lock = threading.Lock()
        self.is_passed = False

    def __call__(self) -> None:
        with self._lock:
            if not self.is_passed and not self._ticket.hand_in():
                raise ConnectionFailed(
                    "A worker ended after it had begun this change",
                    hint="It was not sent again, since the tenant may have carried it out: look before you repeat it.",
                    maybe_done=True,
                )
            self.is_passed = True


class _Hearing:
    """The host of a worker: nobody answers, nothing is drawn, and what is said travels back."""

    def __init__(self, said: list[tuple[str, str]]) -> None:
        self._said = said

    def note(self, text: str) -> None:
        """Keep a line."""
        self._said.append(("note", text))

    def warn(self, text: str) -> None:
        """Keep a warning."""
        self._said.append(("warn", text))

    def show(self, text: str) -> None:
        """Keep a text."""
        self._said.append(("show", text))

    def ask(self, question: str) -> bool | None:
        """Nobody is there."""
        return None

    @contextmanager
    def progress(self, label: str, total: float | None = None, unit: str = "") -> Iterator[Advance]:
        """No bar."""
        yield lambda completed, total=None, text=None: None
