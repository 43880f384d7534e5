"""The WSGI application: what happens to every request, whichever operation it is for.

A request passes: journal, fault, sign-in, token, rate limit, route, experimental header, scope, handler.
"""

from __future__ import annotations

import traceback
import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from werkzeug import Request, Response

from ..catalog.facts import EXPERIMENTAL_HEADER
from ..clock import Clock, SystemClock
from .answers import MISSING, SIMULATED, Refusal, illegal, refuse, too_many
from .auth import Tokens
from .call import Call, Handler
from .faults import Faults
from .handlers import HANDLERS
from .journal import Journal
from .pacing import RateLimit
from .routing import Router
from .settings import Settings
from .tenant import Tenant

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

TOKEN_PATH = "/oauth/token"
# What is answered without a token: path -> method and answer
_SIGN_IN: Mapping[str, tuple[str, Callable[[Tokens, Request], Response]]] = {
    TOKEN_PATH: ("POST", Tokens.issue),
    "/oauth/authorize": ("GET", Tokens.authorize),
    "/oauth/info": ("GET", Tokens.info),
}


def _generic(call: Call) -> Response:
    from .generic import fallback  # loads the making of objects, which a quick start need not wait for

    return fallback(call)


class Sandbox:
    """The simulated tenant as a WSGI application.

    Args:
        settings: How it behaves.
        clock: Where its time comes from.
        faults: What is to go wrong.
        fallback: Answers the operations that no handler is for.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        clock: Clock | None = None,
        faults: Faults | None = None,
        handlers: Mapping[str, Handler] = HANDLERS,
        fallback: Handler = _generic,
    ) -> None:
        self.settings = settings or Settings()
        self.clock = clock or SystemClock()
        self.faults = faults or Faults()
        self.tokens = Tokens(self.settings, self.clock)
        self.store = Tenant(self.settings, self.clock, self.tokens.identity_id, self.tokens.user_name)
        self.journal = Journal()
        self._limit = RateLimit(self.settings, self.clock)
        self._router = Router()
        self._handlers = handlers
        self._fallback = fallback

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        request = Request(environ)
        entry = self.journal.note(request)
        fault = self.faults.take(request.method, request.path)
        if fault is None:
            response = self._answer(request)
        else:
            # A connection may be cut here: the exception goes up to the server
            self.faults.before(fault, expire_tokens=self.tokens.expire_all)
            request = fault.reread(request)
            response = self.faults.after(fault, fault.instead() or self._answer(request))
        request.close()  # closes the uploaded files
        response.headers["SLPT-Request-ID"] = uuid.uuid4().hex
        entry.status = response.status_code
        entry.simulated = response.headers.get(SIMULATED)
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        try:
            return self._dispatch(request)
        except Refusal as refusal:
            return refusal.response
        except Exception:  # noqa: BLE001 - a fault of the sandbox's own must not look like a broken connection
            traceback.print_exc()
            return refuse(500, "An internal fault occurred.").response

    def _dispatch(self, request: Request) -> Response:
        if request.path in _SIGN_IN:
            allowed, answer = _SIGN_IN[request.path]
            if request.method != allowed:
                raise refuse(405, f"The method {request.method} is not allowed here; allowed: {allowed}.")
            return answer(self.tokens, request)
        token = self.tokens.check(request.headers.get("Authorization"))
        raw = str(request.environ.get("REQUEST_URI", "")).partition("?")[0].lower()
        if "%2f" in raw or "%5c" in raw:
            # An encoded slash must not become a path of its own; ISC's gateway refuses it as well
            raise illegal("path", request.path, "An id can't contain a slash.")
        generation, path = self._router.split(request.path)
        if wait := self._limit.wait_for(token.value, generation):
            raise too_many(wait)
        operation, values = self._router.find(request.method, generation, path)
        if operation.experimental and request.headers.get(EXPERIMENTAL_HEADER, "").lower() != "true":
            raise refuse(
                400,
                f'Required data "{EXPERIMENTAL_HEADER}" was missing or empty.',
                code=MISSING,
                causes=[f"This is an experimental API: send the header {EXPERIMENTAL_HEADER}: true to use it."],
            )
        if not token.may(operation.scopes):
            text = "The server understood the request but refuses to authorize it."
            raise refuse(403, text, causes=[f"The token has none of the scopes {', '.join(operation.scopes)}."])
        call = Call(self.store, operation, values, request, token)
        with self.store.lock:
            handler = None if operation.family == "nerm" else self._handlers.get(operation.base)
            return (handler or self._fallback)(call)
