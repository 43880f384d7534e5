"""The sandbox over HTTP: threads, keep-alive, loopback only, and connections that really break when a fault says so.

A small server of its own, since a fault must reach the socket, and a benchmark must not measure the server.
"""

from __future__ import annotations

import socket
import socketserver
import sys
import threading
from collections import deque
from contextlib import suppress
from email.utils import formatdate
from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

from ..clock import Clock, SystemClock
from ..errors import IsnError
from .app import Sandbox
from .faults import ConnectionCut, Faults
from .journal import Received
from .settings import DEFAULT_SEED, Settings
from .tenant import Tenant

HOST = "127.0.0.1"
_MAX_LINE = 65_536
_REASONS = {status.value: status.phrase for status in HTTPStatus}


class SandboxServer:
    """A sandbox tenant on a loopback port, served from the moment it is made; also a context manager.

    Args:
        port: Port to listen on; 0 takes a free one.
        seed: Same seed, same data, same client id and secret.
        clock: The tenant's time; faults and sockets always keep real time.
        token_lifetime: Seconds that a token is good for.
        faults: What is to go wrong; see `faults` to switch it on later.
        embedded: False for a server that outlives its clients; a 404 is worded accordingly.
        settings: Anything else of `Settings`, such as `pending_tasks=600`, `report_seconds=0`, `rate_limit=None`.

    Attributes:
        url: `http://127.0.0.1:43211`, the base URL for a profile.
        nerm_url: The same for Non-Employee Risk Management.
        client_id: What the token endpoint accepts.
        client_secret: Its secret.
        requests: What was received, oldest first; each has method, path, query, headers, body, status.
        faults: Switches faults on and off.
        settings: May be changed while it runs.
        store: What the tenant holds.
    """

    def __init__(
        self,
        port: int = 0,
        seed: int = DEFAULT_SEED,
        clock: Clock | None = None,
        token_lifetime: float = 43_200,
        faults: Faults | None = None,
        embedded: bool = True,
        **settings: Any,
    ) -> None:
        self.settings = Settings(seed=seed, token_lifetime=token_lifetime, embedded=embedded, **settings)
        self.app = Sandbox(self.settings, clock=clock, faults=faults)
        self._server = _listen(port, self.app)
        self.url = f"http://{HOST}:{self._server.server_address[1]}"
        self.nerm_url = f"{self.url}/nerm/api"
        self.client_id = self.app.tokens.client_id
        self.client_secret = self.app.tokens.client_secret
        # A short poll makes stop() quick; it costs nothing that could be measured
        serve = {"poll_interval": 0.05}
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs=serve, name="sandbox", daemon=True)
        self._thread.start()

    @property
    def requests(self) -> deque[Received]:
        """The requests received, oldest first."""
        return self.app.journal.requests

    @property
    def faults(self) -> Faults:
        """The faults, to switch on and off."""
        return self.app.faults

    @property
    def store(self) -> Tenant:
        """What the tenant holds."""
        return self.app.store

    def stop(self) -> None:
        """Stop serving: the port is free and open connections are closed when this returns."""
        self.faults.release()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> SandboxServer:
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"SandboxServer({self.url})"


def serve_forever(port: int = 0, seed: int = DEFAULT_SEED, clock: Clock | None = None, **settings: Any) -> None:
    """Serve until Ctrl-C, with the lines for a profile on standard output."""
    with SandboxServer(port, seed, clock, embedded=False, **settings) as server:
        lines = (
            f"SAIL_BASE_URL={server.url}",
            f"SAIL_CLIENT_ID={server.client_id}",
            f"SAIL_CLIENT_SECRET={server.client_secret}",
            "ISN_ENVIRONMENT=sandbox",
            f"SAIL_NERM_BASE_URL={server.nerm_url}",
        )
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        sys.stdout.flush()
        sys.stderr.write("The sandbox tenant is up; Ctrl-C ends it.\n")
        sys.stderr.flush()
        wait = SystemClock()
        with suppress(KeyboardInterrupt):
            while True:
                wait.sleep(3600)


class _Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """Threads that end with the process, and connections that end with the server."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    # On Windows this option would let two servers share a port
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, port: int, app: Sandbox) -> None:
        self.app = app
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__((HOST, port), _Connection)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        super().server_close()
        with self._lock:
            left = list(self._open)
        for connection in left:
            with suppress(OSError):  # it may have been closed meanwhile
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A client that went away is no error of the server's
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def _listen(port: int, app: Sandbox) -> _Server:
    try:
        return _Server(port, app)
    except (OSError, OverflowError) as error:
        raise IsnError(
            f"The sandbox can't listen on port {port} of {HOST}",
            why=getattr(error, "strerror", None) or str(error),
            hint="Give another --port, or 0 for any that is free.",
        ) from error


class _Connection(socketserver.StreamRequestHandler):
    """One connection: requests one after another until either side closes it."""

    server: _Server
    disable_nagle_algorithm = True
    rbufsize = 65_536

    def handle(self) -> None:
        with suppress(ConnectionCut):
            while self._request():
                pass

    def _request(self) -> bool:
        line = self.rfile.readline(_MAX_LINE)
        if not line.strip():
            return False
        try:
            method, target, version = line.decode("latin-1").split()
            headers = self._headers()
            body = self._body(headers)
        except ValueError:
            self.connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return False
        keep = version == "HTTP/1.1" and headers.get("connection", "").lower() != "close"
        return self._answer(_environ(method, target, version, headers, body), keep)

    def _headers(self) -> dict[str, str]:
        headers: dict[str, str] = {}
        while (line := self.rfile.readline(_MAX_LINE)) not in (b"\r\n", b"\n"):
            name, colon, value = line.decode("latin-1").partition(":")
            if not colon:
                raise ValueError("a header without a colon, or an end in the middle of the headers")
            headers[name.lower()] = value.strip()
        return headers

    def _body(self, headers: dict[str, str]) -> bytes:
        if headers.get("expect", "").lower() == "100-continue":
            self.connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        if headers.pop("transfer-encoding", "").lower() != "chunked":
            return self.rfile.read(int(headers.get("content-length") or 0))
        parts = []
        while size := int(self.rfile.readline(_MAX_LINE).partition(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline(_MAX_LINE)
        self._headers()
        return b"".join(parts)

    def _answer(self, environ: dict[str, Any], keep: bool) -> bool:
        head: list[bytes] = []

        def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            nonlocal keep
            names = {name.lower() for name, _ in headers}
            number = int(status[:3])
            if "content-length" not in names and number >= 200 and number not in (204, 304) and not bodiless:
                keep = False  # without a length only the end of the connection ends the body
            lines = [f"HTTP/1.1 {number} {_REASONS.get(number, status[4:])}"]
            lines += [f"{name}: {value}" for name, value in headers]
            lines += [f"Date: {formatdate(usegmt=True)}", f"Connection: {'keep-alive' if keep else 'close'}", "", ""]
            head.append("\r\n".join(lines).encode("latin-1"))

        bodiless = environ["REQUEST_METHOD"] == "HEAD"
        body = self.server.app(environ, start_response)
        try:
            for block in body:
                if head:  # head and first block in one packet, unless the block is big
                    first = head.pop()
                    if len(block) < _MAX_LINE:
                        self.connection.sendall(first + block)
                        continue
                    self.connection.sendall(first)
                self.connection.sendall(block)
            if head:
                self.connection.sendall(head.pop())
        finally:
            close = getattr(body, "close", None)
            if close is not None:
                close()
        return keep


def _environ(method: str, target: str, version: str, headers: dict[str, str], body: bytes) -> dict[str, Any]:
    # A proxy is asked with the whole URL; only its path counts here
    parts = urlsplit(target) if "://" in target else urlsplit(f"//{target}" if target.startswith("//") else target)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(parts.path).decode("latin-1"),
        "QUERY_STRING": parts.query,
        "REQUEST_URI": target,
        "SERVER_NAME": HOST,
        "SERVER_PORT": "0",
        "SERVER_PROTOCOL": version,
        "CONTENT_TYPE": headers.get("content-type", ""),
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in headers.items():
        if name not in ("content-type", "content-length"):
            environ[f"HTTP_{name.upper().replace('-', '_')}"] = value
    return environ
