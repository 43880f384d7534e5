"""Session: a profile in use, with its token, connections, rate budget and rails."""

from __future__ import annotations

import importlib
import threading
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from attrs import evolve, frozen

from ..catalog.facts import GENERATIONS
from ..clock import Clock, SystemClock
from ..errors import ApiError, ProfileError, SignInError, StreamError, UsageError
from ..host import note_once
from ..naming import did_you_mean
from ..operations.answer import parse
from ..operations.request import Request
from .addresses import meant_address
from .auth import TokenSource
from .profiles import Profile, load_profile
from .rails import Plan, Rails, allow, current_scope
from .secrets import nerm_token
from .sending import Errand, Sender
from .signing_in import SignIn, Tenant
from .telling import plan_line, plan_text

if TYPE_CHECKING:  # requests takes 0.1 s to import; it waits for the first request
    from .transport import Reply


_CLOCK = SystemClock()


class Session:
    """A profile in use. `with session:` makes it the current one for a block.

    Args:
        profile: The settings.
        read_only: Refuse all changes, whatever the profile says.
        what_if: Send no changes, show them.
        yes: Do not ask before changes on production.
        strict: Refuse commands that the session's generation lacks.
        clock: Where time comes from.

    Attributes:
        profile: The settings.
        api_version: The generation that unprefixed commands use; may be set.
        strict: True refuses commands that this generation lacks, instead of taking them from another; may be set.
        rails: What holds changes back.
    """

    def __init__(
        self,
        profile: Profile,
        *,
        read_only: bool = False,
        what_if: bool = False,
        yes: bool = False,
        strict: bool = False,
        clock: Clock | None = None,
    ) -> None:
        self.profile = profile
        self.strict = strict
        self.rails = Rails(
            read_only=read_only or profile.read_only or _held.read_only,
            what_if=what_if or _held.what_if,
            ask=(profile.is_production or profile.confirm) and not yes,
        )
        self.clock = clock or _CLOCK
        self._api_version = profile.api_version
        self._sender = Sender(profile, self.clock)
        sign_in = SignIn(profile, self._tenant, self._ask_without_token, self.clock)
        self._tokens = TokenSource(sign_in.fetch, self.clock)
        self._lock = threading.RLock()
        self._closed = False
        self._entered = 0
        self.previous: Session | None = None

    @property
    def name(self) -> str:
        """The profile's name."""
        return self.profile.name

    @property
    def tenant(self) -> str:
        """Host of the tenant."""
        return self.profile.host

    @property
    def api_version(self) -> str:
        """The generation that unprefixed commands use."""
        return self._api_version

    @api_version.setter
    def api_version(self, generation: str) -> None:
        if generation not in GENERATIONS:
            raise UsageError(
                f"There is no API generation {generation!r}",
                hint=did_you_mean(generation, GENERATIONS) or f"There are {', '.join(GENERATIONS)}.",
            )
        self._api_version = generation

    @property
    def base_url(self) -> str:
        """Address of the API. The embedded sandbox starts when it is first asked for."""
        if not self.profile.is_embedded:
            return self.profile.base_url
        return embedded_sandbox().url  # type: ignore[no-any-return]  # the sandbox is found by name, not imported

    @property
    def token_life(self) -> float | None:
        """Seconds the token still lives; None before the first sign-in."""
        return self._tokens.life_left

    @property
    def signed_in_as(self) -> str:
        """Whose token it is: the user's name, else the API client's id; empty before the first sign-in."""
        if self._tokens.life_left is None:
            return ""
        client = self.profile.client_id[:8]
        return self._tokens.owner or (f"client {client}" if client else "whoever has the token")

    @property
    def requests_left(self) -> int:
        """Requests that may be sent at once in the session's generation."""
        return self._sender.pace(self._api_version).left

    def may_go_ahead(self, generation: str) -> bool:
        """Whether a generation's rate budget has room for requests that nobody has asked for yet."""
        pace = self._sender.pace(generation)
        return 4 * pace.left > pace.limit

    # --- sending ------------------------------------------------------------------------------------------------

    def send(self, request: Request, *, target: str = "", stream: bool = False) -> Reply:
        """Send a request with the session's token, rails, pace and retries.

        Args:
            request: What to send.
            target: What a change is about, for the question before it.
            stream: Leave a good answer's body unread in `raw`.

        Raises:
            ApiError: The tenant refused.
            ConnectionFailed: No whole answer came.
            RefusedError: A rail held.
        """
        if self._closed:
            raise StreamError(f"The session {self.name!r} is closed", hint="Connect again: connect(...).")
        if request.form is not None:
            from .multipart import held  # waits for the first form, as requests does

            # Before anybody is asked, since a file may be missing; a second sending begins its files anew
            form = held(request.form)
        if request.changes:
            allow(self._plan(request, target), self.rails)
        if request.form is not None:
            request = evolve(request, form=form)
        if "X-SailPoint-Experimental" in request.headers:
            self._check_experimental(request)
        errand = Errand(request, self._url(request), self._host(request), stream=stream)
        if request.family == "nerm" and self.profile.nerm_token:
            return self._sender.send(evolve(errand, token=nerm_token(self.profile)))
        token = self._tokens.get()
        try:
            return self._sender.send(evolve(errand, token=token, rights=self._tokens.rights))
        except ApiError as error:
            if error.status_code != 401:
                raise
        token = self._tokens.renew(token)
        return self._sender.send(evolve(errand, token=token, rights=self._tokens.rights))

    def sign_in(self) -> None:
        """Fetch a token now; `isnshell profile test` does."""
        self._tokens.get()

    def _check_experimental(self, request: Request) -> None:
        if not self.profile.experimental:
            raise UsageError(
                f"{request.command} is experimental, and ISN_EXPERIMENTAL=false refuses such operations",
                hint="Nothing was sent.",
            )
        note_once(
            f"{request.command} is experimental: SailPoint may change it without notice.", key=f"x:{request.command}"
        )

    def _url(self, request: Request) -> str:
        if request.family == "nerm":
            return self._nerm_url(request) + request.target
        return self.base_url + request.target

    def _nerm_url(self, request: Request) -> str:
        """Address of Non-Employee Risk Management; the embedded sandbox has its own."""
        if self.profile.nerm_base_url:
            return self.profile.nerm_base_url
        if self.profile.is_embedded:
            return embedded_sandbox().nerm_url  # type: ignore[no-any-return]  # the sandbox is found by name
        raise ProfileError(
            f"{request.command} is an operation of Non-Employee Risk Management, "
            f"and profile {self.name!r} has no address for it",
            hint="Set SAIL_NERM_BASE_URL=https://YOUR-TENANT.nonemployee.com/api.",
        )

    def _host(self, request: Request) -> str:
        """The host that a request goes to: NERM has its own."""
        if request.family == "nerm":
            return urlsplit(self._nerm_url(request)).hostname or ""
        return self.tenant

    def _plan(self, request: Request, target: str) -> Plan:
        host, url = self._host(request), self._url(request)
        text = f"What if: {request.command} on {host}\n{plan_text(request, url)}"
        return Plan(request.command, host, self.profile.environment, text, target, plan_line(request))

    # --- token --------------------------------------------------------------------------------------------------

    def _tenant(self) -> Tenant:
        if self.profile.is_embedded:
            sandbox = embedded_sandbox()
            return Tenant(sandbox.url, sandbox.client_id, sandbox.client_secret)
        return Tenant(self.profile.base_url, self.profile.client_id)

    def _ask_without_token(self, request: Request) -> Any:
        try:
            reply = self._sender.send(Errand(request, self._url(request), self.tenant))
        except ApiError as error:
            raise self._sign_in_error(error) from None
        return parse(reply.body, reply.headers, f"Sign-in to tenant {self.tenant}")

    def _sign_in_error(self, error: ApiError) -> SignInError:
        hint = error.hint
        if error.status_code in (400, 401, 403):
            hint = f"Check SAIL_CLIENT_ID and SAIL_CLIENT_SECRET of profile {self.name!r} ({self.profile.source})."
            if self.profile.client_secret == "keyring:":
                hint = f"The secret is in the system's keyring: isnshell profile new {self.name} puts another there."
        if address := meant_address(self.profile.base_url):
            hint = f"SAIL_BASE_URL is the address of the web pages; that of the API is {address}."
        return SignInError(
            f"Sign-in to tenant {self.tenant} was refused with {error.status_code}",
            why=error.why,
            hint=hint,
            status_code=error.status_code,
            detail_code=error.detail_code,
            tracking_id=error.tracking_id,
            messages=error.messages,
            causes=error.causes,
            request=error.request,
            response=error.response,
            attempts=error.attempts,
        )

    # --- life ---------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Close the connections; streams made with this session can't be read any more."""
        self._closed = True
        self._sender.close()
        _forget(self)

    def __enter__(self) -> Session:
        # A tuple in the context, no token: threads may use one session in blocks of their own
        _override.set((*_override.get(), self))
        with self._lock:
            self._entered += 1
        return self

    def __exit__(self, *exc: object) -> None:
        _override.set(_override.get()[:-1])
        with self._lock:
            self._entered -= 1
            last = not self._entered
        if last:
            self.close()

    def __repr__(self) -> str:
        marks = [self.profile.environment, self._api_version]
        marks += ["read-only"] if self.rails.read_only else []
        return f"<Session {self.name} at {self.tenant}, {', '.join(marks)}{', closed' if self._closed else ''}>"


@lru_cache(maxsize=1)
def embedded_sandbox() -> Any:
    """The sandbox tenant inside this process: one for all sessions, started when it is first asked for."""
    return importlib.import_module("isnshell.sandbox.server").SandboxServer(embedded=True)


# --- the current session ------------------------------------------------------------------------------------------

_override: ContextVar[tuple[Session, ...]] = ContextVar("isnshell_session", default=())
_process_session: Session | None = None
_process_lock = threading.Lock()


def current_session() -> Session:
    """The session that commands use: the one they were given, else that of a `with` block, else the process's own,
    which is made from the default profile when first needed."""
    held = _held_here()
    if held is not None:
        return held
    with _process_lock:
        if _process_session is None:
            _set(_open(None, False, False, False, None))
        assert _process_session is not None
        return _process_session


def peek_session() -> Session | None:
    """The current session if there is one already; makes none."""
    return _held_here() or _process_session


def _held_here() -> Session | None:
    """The session that a command was given, else that of the innermost `with` block."""
    entered = _override.get()
    return current_scope().session or (entered[-1] if entered else None)


def set_session(session: Session) -> Session:
    """Make a session the process's own."""
    with _process_lock:
        _set(session)
    return session


def _set(session: Session) -> None:
    global _process_session
    session.previous = _process_session
    _process_session = session


def _forget(session: Session) -> None:
    """Go back to the session that was current before a closed one, past those that were closed meanwhile."""
    global _process_session
    with _process_lock:
        while _process_session is not None and _process_session._closed:
            _process_session = _process_session.previous


def connect(
    profile: str | Profile | None = None,
    *,
    read_only: bool = False,
    what_if: bool = False,
    yes: bool = False,
    api_version: str | None = None,
    strict: bool = False,
) -> Session:
    """Open a session and make it the current one. Nothing is sent before the first command.

    Args:
        profile: Name of a profile, or a Profile; without it the environment, or what other SailPoint tools left.
        read_only: Refuse all changes.
        what_if: Send no changes, show them.
        yes: Do not ask before changes on production.
        api_version: Generation to use instead of the profile's: `v3`, `beta`, `v2024`, `v2025`, `v2026`, `v1`.
        strict: Refuse commands that this generation lacks, instead of taking them from the newest that has them.

    Returns:
        Session: Usable in a `with` block, which closes it at its end.

    Raises:
        ProfileError: There is no such profile, or it is wrong.

    Example:
        >>> with connect("demo") as session:
        ...     get_pending_tasks(session=session)
    """
    return set_session(_open(profile, read_only, what_if, yes, api_version, strict))


def open_session(profile: str | Profile, *, read_only: bool = False, what_if: bool = False) -> Session:
    """Open a session beside the current one, under what the command line said.

    Raises:
        ProfileError: There is no such profile, or it is wrong.
    """
    return _open(profile, read_only, what_if, False, None)


def _open(
    profile: str | Profile | None,
    read_only: bool,
    what_if: bool,
    yes: bool,
    api_version: str | None,
    strict: bool = False,
) -> Session:
    settings = profile if isinstance(profile, Profile) else load_profile(profile)
    session = Session(
        settings,
        read_only=read_only or _held.read_only,
        what_if=what_if or _held.what_if,
        yes=yes or _held.yes,
        strict=strict,
    )
    if generation := api_version or _held.api_version:
        session.api_version = generation
    return session


@frozen
class Held:
    """What the command line said, for every session of the process: rails that a script can tighten, not loosen."""

    read_only: bool = False
    what_if: bool = False
    yes: bool = False
    api_version: str | None = None


_held = Held()


def hold(*, read_only: bool, what_if: bool, yes: bool, api_version: str | None) -> None:
    """Let what the command line said hold for all sessions that are opened from now on."""
    global _held
    _held = Held(read_only, what_if, yes, api_version)


def only_shows_changes() -> bool:
    """Whether the current session or the command line said that changes are shown instead of made."""
    session = peek_session()
    return _held.what_if or (session is not None and session.rails.what_if)
