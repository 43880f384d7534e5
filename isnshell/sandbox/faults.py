"""Faults, switched on for tests: what goes wrong, for which requests, and how often.

Every fault is real at the level where it is met: a cut connection is cut on the socket, by the server, which is told by
the exception ConnectionCut. Waiting is real time, whatever clock the tenant has, since sockets know no other.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from attrs import define, evolve, field
from werkzeug import Request, Response
from werkzeug.datastructures import Headers

from .answers import answer, refuse

_TOKEN_PATHS = "/oauth/"
_HTML = b"<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"


class ConnectionCut(Exception):
    """Tells the server to close the connection here and now."""


@define(kw_only=True)
class Fault:
    """One thing that goes wrong.

    Args:
        status: Answer this status in the documented shape; with `html`, `body` and `headers` in another one.
        body: Answer these bytes.
        content_type: Their content type; JSON if left out.
        headers: Headers to add to that answer, such as `Proxy-Authenticate` for a 407.
        retry_after: Value of `Retry-After`; none is sent if left out, with a 429 too.
        html: Answer a gateway's HTML page, with status 200 unless `status` is given.
        latency: Seconds to wait before anything else.
        drop: Close the connection without an answer. The request was read and not carried out.
        drop_after: Carry the request out, then close the connection without an answer.
        cut_after: Send this many bytes of the body under the true Content-Length, then close the connection.
        extra_length: Promise this many bytes more than the body has, then close the connection.
        stall: Seconds to pause in the middle of the body, or after `cut_after` bytes, before it goes on.
        expire_tokens: Let all tokens end now; the request meets its 401 in the usual way.
        repeat_page: Answer the page before the one that was asked for.
        method: Only requests with this method.
        path: Only requests whose path contains this text or matches this pattern. Left out, it is every request
            but the token's.
        times: How many requests it meets; None for all.
        skip: How many matching requests pass unharmed first.

    Attributes:
        hits: How many requests it has met.
    """

    status: int | None = None
    body: bytes | None = None
    content_type: str | None = None
    headers: Mapping[str, str] = field(factory=dict)
    retry_after: str | int | None = None
    html: bool = False
    latency: float = 0
    drop: bool = False
    drop_after: bool = False
    cut_after: int | None = None
    extra_length: int = 0
    stall: float = 0
    expire_tokens: bool = False
    repeat_page: bool = False
    method: str | None = None
    path: str | re.Pattern[str] | None = None
    times: int | None = 1
    skip: int = 0
    hits: int = 0

    def matches(self, method: str, path: str) -> bool:
        """Whether a request is one of those meant."""
        if self.method is not None and self.method.upper() != method:
            return False
        if self.path is None:
            return not path.startswith(_TOKEN_PATHS)
        return self.path in path if isinstance(self.path, str) else self.path.search(path) is not None

    def instead(self) -> Response | None:
        """The answer that comes in place of the tenant's, or None if the tenant answers."""
        if self.body is not None or self.html:
            body = _HTML if self.body is None else self.body
            content_type = self.content_type or ("text/html; charset=utf-8" if self.html else "application/json")
            response = Response(body, self.status or 200, content_type=content_type)
        elif self.status is None:
            return None
        elif self.status == 429:
            response = answer({"message": "Rate Limit Exceeded"}, 429)
        elif self.status == 401:
            response = answer({"error": "JWT validation failed: JWT is expired"}, 401)
        elif self.status == 500:
            response = refuse(500, "An internal fault occurred.").response
        else:
            response = refuse(self.status, f"Simulated answer with status {self.status}.").response
        if self.retry_after is not None:
            response.headers["Retry-After"] = str(self.retry_after)
        response.headers.update(Headers(dict(self.headers)))
        return response

    def reread(self, request: Request) -> Request:
        """The request as the tenant is to see it: `repeat_page` turns it back by one page."""
        if not self.repeat_page:
            return request
        query = request.args.to_dict()
        limit = int(query.get("limit", 250))
        query["offset"] = str(max(0, int(query.get("offset", 0)) - limit))
        return Request({**request.environ, "QUERY_STRING": urlencode(query)})


class Faults:
    """The faults that are switched on. For each request the oldest one that matches and is not used up comes true."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._lock = threading.Lock()
        self._over = threading.Event()

    def add(self, **what: Any) -> Fault:
        """Switch a fault on, described by the arguments of Fault; its `hits` tell later how often it came true."""
        fault = Fault(**what)
        with self._lock:
            self._faults.append(fault)
        return fault

    def clear(self) -> None:
        """Switch all off."""
        with self._lock:
            self._faults.clear()

    def release(self) -> None:
        """End all waiting, for good: the server stops."""
        self._over.set()

    def take(self, method: str, path: str) -> Fault | None:
        """The fault that this request meets, counted."""
        with self._lock:
            for fault in self._faults:
                if (fault.times is not None and fault.hits >= fault.times) or not fault.matches(method, path):
                    continue
                if fault.skip > 0:
                    fault.skip -= 1
                    continue
                fault.hits += 1
                return evolve(fault)
        return None

    def before(self, fault: Fault, *, expire_tokens: Callable[[], None]) -> None:
        """What happens before the tenant is asked."""
        if fault.latency:
            self._over.wait(fault.latency)
        if fault.expire_tokens:
            expire_tokens()
        if fault.drop:
            raise ConnectionCut("dropped before the answer")

    def after(self, fault: Fault, response: Response) -> Response:
        """What happens to the answer on its way out."""
        if fault.drop_after:
            raise ConnectionCut("dropped in place of the answer")
        if fault.cut_after is None and not fault.extra_length and not fault.stall:
            return response
        body = b"".join(response.iter_encoded())
        harmed = Response(self._body(fault, body), response.status, response.headers)
        harmed.content_length = len(body) + fault.extra_length
        return harmed

    def _body(self, fault: Fault, body: bytes) -> Iterator[bytes]:
        here = len(body) // 2 if fault.cut_after is None else fault.cut_after
        yield body[:here]
        if fault.stall:
            self._over.wait(fault.stall)
        elif fault.cut_after is not None:
            raise ConnectionCut(f"cut after {here} bytes")
        yield body[here:]
        if fault.extra_length:
            raise ConnectionCut("the body was shorter than promised")
