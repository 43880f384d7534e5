"""Sending one request until it is answered or sending again would do harm: pace, retries, and an error for each end."""

from __future__ import annotations

import random
import threading
from typing import TYPE_CHECKING

from attrs import field, frozen

from .. import __version__
from ..clock import Clock
from ..errors import ApiError, ConnectionFailed, RequestSummary
from ..operations.refusal import Rights, refusal
from ..operations.request import Request
from .pacing import Pace, cancelled_by, shared_pace
from .profiles import Profile
from .rails import current_scope
from .retry import Attempt, is_repeatable, parse_retry_after, wait_before_next
from .telling import tell_exchange

if TYPE_CHECKING:  # requests takes 0.1 s to import; it waits for the first request
    from .transport import Broken, Reply, Transport, Wire


@frozen
class Errand:
    """One request on its way.

    Args:
        request: What is asked.
        url: The whole address.
        tenant: Host that is asked, for messages.
        token: Bearer token; empty for none.
        rights: What the token may, as far as it tells, for the error of a 403.
        stream: Leave a good answer's body unread.
    """

    request: Request
    url: str
    tenant: str
    token: str = ""
    rights: Rights = field(factory=Rights)
    stream: bool = False


class Sender:
    """The connections and the pace of one session."""

    def __init__(self, profile: Profile, clock: Clock) -> None:
        self._profile = profile
        self._clock = clock
        self._paces: dict[str, Pace] = {}
        self._transport: Transport | None = None
        self._lock = threading.Lock()

    def send(self, errand: Errand) -> Reply:
        """Send until there is an answer, as often as `retry` allows.

        Raises:
            ApiError: The tenant refused.
            ConnectionFailed: No whole answer came.
        """
        from .multipart import Unreadable
        from .transport import Broken

        request = errand.request
        repeatable = is_repeatable(request.method, request.changes)
        wire = _wire(errand)
        met: list[str] = []
        while True:
            self.pace(request.generation).take()
            if not repeatable and (gate := current_scope().gate) is not None:
                gate()
            outcome: Reply | Broken
            began = self._clock.monotonic()
            try:
                outcome = self._connections().send(wire, stream=errand.stream)
                tell_exchange(request, wire, outcome, self._clock.monotonic() - began)
                if outcome.status < 300:
                    return outcome
                met.append(f"attempt {len(met) + 1}: answered {outcome.status}")
            except Broken as error:
                outcome = error
                met.append(f"attempt {len(met) + 1}: {type(error.cause).__name__}")
            except Unreadable as error:
                raise error.error from error
            attempt = self._attempt(len(met), request.method, repeatable, outcome)
            wait = wait_before_next(attempt, self._profile.max_retries, random.random)
            if wait is None:
                break
            self._clock.sleep(wait, cancelled=cancelled_by.get())
        if isinstance(outcome, Broken):
            raise self._no_answer(errand, outcome, tuple(met), repeatable) from outcome.cause
        raise _refused(errand, outcome, tuple(met))

    def _attempt(self, number: int, method: str, repeatable: bool, outcome: Reply | Broken) -> Attempt:
        from .transport import Broken

        if isinstance(outcome, Broken):
            return Attempt(number, method, repeatable, reached=outcome.reached)
        retry_after = parse_retry_after(outcome.headers.get("Retry-After"), self._clock.now())
        return Attempt(number, method, repeatable, outcome.status, retry_after=retry_after)

    def _no_answer(self, errand: Errand, broken: Broken, met: tuple[str, ...], repeatable: bool) -> ConnectionFailed:
        from .network import explain

        why, hint = explain(broken.cause, self._profile, errand.url, broken.proxies)
        maybe_done = broken.reached and not repeatable
        if maybe_done:
            hint = "It was not sent again, since the tenant may have carried it out: look before you repeat it."
        times = f" ({len(met)} attempts)" if len(met) > 1 else ""
        return ConnectionFailed(
            f"{errand.request.command} got no answer from tenant {errand.tenant}{times}",
            why=why,
            hint=hint,
            request=RequestSummary(errand.request.method, errand.url),
            attempts=met,
            maybe_done=maybe_done,
        )

    def pace(self, generation: str) -> Pace:
        """The rate budget of a generation."""
        with self._lock:
            if generation not in self._paces:
                client = (self._profile.base_url, self._profile.client_id, generation)
                self._paces[generation] = shared_pace(client, self._profile.rate_limit, self._clock)
            return self._paces[generation]

    def _connections(self) -> Transport:
        from .transport import Transport

        with self._lock:
            if self._transport is None:
                self._transport = Transport(self._profile, self._clock)
            return self._transport

    def close(self) -> None:
        """Close the connections."""
        if self._transport is not None:
            self._transport.close()


def _wire(errand: Errand) -> Wire:
    from .multipart import as_multipart
    from .transport import Wire

    request = errand.request
    headers = {
        "User-Agent": f"isnshell/{__version__}",
        "Accept": request.accept,
        # A file keeps its bytes, and its length can be checked
        "Accept-Encoding": "identity" if errand.stream else "gzip, deflate",
        **request.headers,
    }
    if errand.token:
        headers["Authorization"] = f"Bearer {errand.token}"
    if request.form is not None:
        return as_multipart(Wire(request.method, errand.url, headers), request.form)
    if request.content_type:
        headers["Content-Type"] = request.content_type
    return Wire(request.method, errand.url, headers, request.body)


def _refused(errand: Errand, reply: Reply, met: tuple[str, ...]) -> ApiError:
    return refusal(
        errand.request,
        tenant=errand.tenant,
        url=errand.url,
        status=reply.status,
        headers=reply.headers,
        body=reply.body,
        rights=errand.rights,
        attempts=met,
    )
