"""Sending one request once: connections, time-outs, and faults under one name."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import requests
from attrs import field, frozen
from requests.structures import CaseInsensitiveDict
from urllib3.exceptions import HTTPError

from ..clock import Clock
from .network import TenantAdapter, proxies_for, tls_context
from .profiles import Profile

_CONNECT_TIMEOUT = 15.0
_Result = TypeVar("_Result")

# Faults that leave no doubt that the tenant never saw the request.
_NEVER_SENT = (requests.exceptions.ConnectTimeout, requests.exceptions.ProxyError)
_NEVER_SENT_NAMES = ("NewConnectionError", "NameResolutionError", "ConnectTimeoutError", "SSLCertVerificationError")


@frozen
class Wire:
    """What goes over the wire. Its repr shows neither the token nor the body, which holds the secret at sign-in."""

    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: Any = field(default=None, repr=False)


@frozen
class Reply:
    """What came back. `body` is whole unless the reply is being streamed, then `raw` gives it."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    raw: Any


class Broken(Exception):
    """No whole reply came.

    Args:
        cause: What the library said.
        reached: Whether the tenant may have seen the request.
    """

    def __init__(self, cause: BaseException, reached: bool, proxies: Mapping[str, str]) -> None:
        super().__init__(str(cause))
        self.cause = cause
        self.reached = reached
        self.proxies = proxies


class Transport:
    """The connections of one session. Requests' adapter is used directly: its Session costs more than the tenant's
    answer.
    """

    def __init__(self, profile: Profile, clock: Clock) -> None:
        self._profile = profile
        self._clock = clock
        self._adapters: dict[str, TenantAdapter] = {}
        self._lock = threading.Lock()

    def send(self, wire: Wire, *, stream: bool = False) -> Reply:
        """Send once.

        Raises:
            Broken: No answer came, or only a part of one.
        """
        proxies = proxies_for(self._profile, wire.url)
        prepared = _prepare(wire)

        def exchange() -> Reply:
            response = self._adapter(wire.url).send(
                prepared,
                stream=True,
                timeout=(min(_CONNECT_TIMEOUT, self._profile.timeout), self._profile.timeout),
                proxies=proxies,
            )
            whole = not stream or response.status_code >= 300
            body = response.raw.read(decode_content=True) if whole else b""
            return Reply(response.status_code, response.headers, body, response.raw)

        try:
            return interruptible(exchange, self._clock)
        except (requests.exceptions.RequestException, HTTPError, OSError) as error:
            raise Broken(error, _may_have_reached(error), proxies) from error

    def _adapter(self, url: str) -> TenantAdapter:
        scheme = url.split(":", 1)[0]
        with self._lock:
            if scheme not in self._adapters:
                context = tls_context(self._profile.ca_bundle) if scheme == "https" else None
                self._adapters[scheme] = TenantAdapter(context)
            return self._adapters[scheme]

    def close(self) -> None:
        """Close all connections."""
        for adapter in self._adapters.values():
            adapter.close()


def _prepare(wire: Wire) -> requests.PreparedRequest:
    # PreparedRequest.prepare would unquote and quote the address anew; ours is already as it must be sent
    prepared = requests.PreparedRequest()
    prepared.method = wire.method
    prepared.url = wire.url
    prepared.headers = CaseInsensitiveDict(wire.headers)
    prepared.body = wire.body
    if wire.body is not None:
        prepared.headers["Content-Length"] = str(len(wire.body))
    elif wire.method not in ("GET", "HEAD"):
        prepared.headers["Content-Length"] = "0"
    return prepared


def _may_have_reached(error: BaseException) -> bool:
    if isinstance(error, _NEVER_SENT):
        return False
    text = repr(error)
    # Of TLS faults only a refused certificate comes surely before the request; others may break a running exchange
    return not any(name in text for name in _NEVER_SENT_NAMES)


def interruptible(work: Callable[[], _Result], clock: Clock) -> _Result:
    """Do blocking work so that Ctrl-C ends it at once.

    A blocked socket hears Ctrl-C everywhere but on Windows; there the work goes to a thread, and the main one looks
    for its end in short steps that Ctrl-C can break into.
    """
    if os.name != "nt" or threading.current_thread() is not threading.main_thread():
        return work()
    return _in_thread(work, clock)


def _in_thread(work: Callable[[], _Result], clock: Clock) -> _Result:
    done = threading.Event()
    outcome: dict[str, Any] = {}

    def body() -> None:
        try:
            outcome["result"] = work()
        except BaseException as error:  # noqa: BLE001 - handed to the main thread, whatever it is
            outcome["error"] = error
        finally:
            done.set()

    threading.Thread(target=body, daemon=True, name="isnshell-request").start()
    while not done.wait(0.05):
        clock.sleep(0)
    if "error" in outcome:
        raise outcome["error"]
    return outcome["result"]  # type: ignore[no-any-return]  # what `work` returned
