"""Stoplight Prism with one official document, behind a router that stands for the tenant.

The router knows what Prism can't: the version prefix of a generation and the token endpoint. It keeps what passed, for
each client apart: a client's token names it, so that several may ask at the same time.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from attrs import field, frozen

HERE = Path(__file__).parent
_STARTUP_SECONDS = 60.0
_OLDEST_NODE = 20
_PREFIXED = frozenset({"v3", "beta", "v2024", "v2025", "v2026"})
# Of one connection only, or about a length that the router knows itself
_HOP = frozenset({"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server"})


class Unavailable(Exception):
    """Prism can't run on this machine; the text says why."""


@frozen
class Exchange:
    """One request as it arrived, and what Prism said of it."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes = field(repr=False)
    status: int
    answer: bytes = field(repr=False)
    violations: tuple[str, ...]


# --- Prism --------------------------------------------------------------------------------------------------------


def install() -> list[str]:
    """How Prism is started; it is installed first, as the lock file says, where it is not yet.

    Raises:
        Unavailable: There is no Node, or one that is too old.
        RuntimeError: npm failed.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise Unavailable("node and npm are absent: Stoplight Prism, which judges the requests, runs on them")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(version.removeprefix("v").split(".")[0]) < _OLDEST_NODE:
        raise Unavailable(f"node is {version}: Stoplight Prism needs {_OLDEST_NODE} or newer")
    lock = (HERE / "package-lock.json").read_text("utf-8")
    stamp = HERE / "node_modules" / ".installed-lock.json"
    if not stamp.is_file() or stamp.read_text("utf-8") != lock:
        done = subprocess.run([npm, "ci"], cwd=HERE, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"npm ci in {HERE} failed with {done.returncode}:\n{done.stdout}{done.stderr}")
        stamp.write_text(lock, "utf-8")
    package = HERE / "node_modules" / "@stoplight" / "prism-cli"
    script = package / json.loads((package / "package.json").read_text("utf-8"))["bin"]["prism"]
    return [node, str(script)]


def startable_copy(document: Path, folder: Path) -> Path:
    """The document without its web hooks: two of them refer to files outside of it, and Prism would not start."""
    content = json.loads(document.read_text("utf-8"))
    content.pop("x-webhooks", None)
    copy = folder / document.name
    copy.write_text(json.dumps(content), "utf-8")
    return copy


@contextmanager
def running_prism(command: list[str], document: Path, folder: Path) -> Iterator[int]:
    """Prism's mock server for a document; gives its port. `folder` takes the copy it reads and its log."""
    port = _free_port()
    # Not --errors: Prism would answer 500 where the document's own example is invalid
    options = ["mock", "-v", "fatal", "-p", str(port), str(startable_copy(document, folder))]
    log = folder / f"{document.stem}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, *options], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait_until_open(port, process, log)
            yield port
        finally:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


def _wait_until_open(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _STARTUP_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"Prism ended with {process.returncode}:\n{log.read_text('utf-8', 'replace')}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1.0).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"Prism did not start in {_STARTUP_SECONDS:g} s:\n{log.read_text('utf-8', 'replace')}")


# --- router -------------------------------------------------------------------------------------------------------


class Router:
    """The tenant, as our client sees it.

    Args:
        generation: Whose prefix is stripped.
        port: Where the generation's Prism listens.
    """

    def __init__(self, generation: str, port: int) -> None:
        self.generation = generation
        self.port = port
        self._passed: dict[str, list[Exchange]] = defaultdict(list)
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.router = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        """Where the client sends to."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Router:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def take(self, client: str) -> list[Exchange]:
        """What a client has sent since it was last asked for."""
        return self._passed.pop(client, [])

    def keep(self, client: str, exchange: Exchange) -> None:
        """Note what passed."""
        self._passed[client].append(exchange)

    def inner_target(self, target: str) -> str | None:
        """The address without the version prefix; None where there is none such."""
        if self.generation not in _PREFIXED:
            return target
        prefix = f"/{self.generation}/"
        return target[len(prefix) - 1 :] if target.startswith(prefix) else None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    router: Router


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    # Headers and body leave in two parts, which must not wait for each other
    disable_nagle_algorithm = True
    _prism: HTTPConnection | None = None

    def finish(self) -> None:
        if self._prism is not None:
            self._prism.close()
        super().finish()

    def log_message(self, format: str, *arguments: Any) -> None:
        pass

    def _any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/oauth/token":
            self._token(body)
            return
        target = self.server.router.inner_target(self.path)
        client = self.headers.get("Authorization", "").removeprefix("Bearer ")
        if target is None:
            status, headers, answer = 404, {}, b'{"error": "no such prefix"}'
        else:
            status, headers, answer = self._ask_prism(target, body)
        violations = _violations(headers.get("sl-violations"))
        self.server.router.keep(
            client, Exchange(self.command, self.path, dict(self.headers), body, status, answer, violations)
        )
        self._answer(status, headers, answer)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = _any  # noqa: N815 - the names that the library calls

    def _token(self, body: bytes) -> None:
        """The client's id is its token, so that a request tells whose it is."""
        client = parse_qs(body.decode())["client_id"][0]
        answer = {"access_token": client, "token_type": "bearer", "expires_in": 43199}
        self._answer(200, {"Content-Type": "application/json"}, json.dumps(answer).encode())

    def _ask_prism(self, target: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        sent = {name: value for name, value in self.headers.items() if name.lower() not in ("connection", "host")}
        for last in (False, True):
            if self._prism is None:
                self._prism = HTTPConnection("127.0.0.1", self.server.router.port, timeout=30)
            try:
                self._prism.request(self.command, target, body or None, sent)
                reply = self._prism.getresponse()
                return reply.status, dict(reply.getheaders()), reply.read()
            except (HTTPException, OSError):
                # An idle connection that Prism has closed meanwhile looks like this, once
                self._prism.close()
                self._prism = None
                if last:
                    raise
        raise AssertionError("unreachable")

    def _answer(self, status: int, headers: dict[str, str], answer: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in _HOP:
                self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer)


def _violations(header: str | None) -> tuple[str, ...]:
    """What Prism holds against the request; about its own answers, made from the document's examples, it says more."""
    if not header:
        return ()
    text = header.encode("latin-1").decode("utf-8", "replace")
    try:
        found = json.loads(text)
    except ValueError:
        return (text,) if '"location":["request"' in text else ()
    return tuple(
        f"{'.'.join(map(str, one['location'][1:]))}: {one['message']}"
        for one in found
        if one["location"][:1] == ["request"] and one["severity"] == "Error"
    )
