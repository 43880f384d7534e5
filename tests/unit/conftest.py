"""Stand-ins that unit tests hand in: a clock, a person at the host, and a scripted tenant on a real loopback socket."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from attrs import define, field

from isnshell.host import set_host
from isnshell.tenant.profiles import Profile
from isnshell.tenant.session import Session


class FakeClock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.start = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc)
        self.elapsed = 0.0
        self.slept: list[float] = []
        self._lock = threading.Lock()

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.elapsed)

    def monotonic(self) -> float:
        with self._lock:
            return 1000.0 + self.elapsed

    def sleep(self, seconds: float, *, cancelled: Callable[[], bool] | None = None) -> None:
        with self._lock:
            self.slept.append(seconds)
            self.elapsed += seconds


@define
class Person:
    """A host whose person answers every question alike and remembers all that was said."""

    answer: bool | None = None
    questions: list[str] = field(factory=list)
    notes: list[str] = field(factory=list)
    warnings: list[str] = field(factory=list)
    shown: list[str] = field(factory=list)
    rung: int = 0

    def ring(self) -> None:
        self.rung += 1

    def note(self, text: str) -> None:
        self.notes.append(text)

    def warn(self, text: str) -> None:
        self.warnings.append(text)

    def show(self, text: str) -> None:
        self.shown.append(text)

    def ask(self, question: str) -> bool | None:
        self.questions.append(question)
        return self.answer

    @contextmanager
    def progress(self, label: str, total: float | None = None, unit: str = "") -> Iterator[Any]:
        yield lambda completed, total=None, text=None: None


@define
class Asked:
    """A request as it reached the tenant."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def line(self) -> str:
        return f"{self.method} {self.target}"

    def json(self) -> Any:
        return json.loads(self.body)


@define
class Answer:
    """What the tenant does with one request.

    Args:
        status: HTTP status.
        body: Bytes, or a value that is sent as JSON.
        headers: Besides the length and type.
        cut: Send so many bytes of the body, then break the connection.
        drop: Break the connection without an answer.
    """

    status: int = 200
    body: Any = b""
    headers: dict[str, str] = field(factory=dict)
    cut: int | None = None
    drop: bool = False


Reply = Callable[[Asked], Answer]


class ScriptedTenant:
    """Answers what the script says, in its order, over real HTTP; its last entry goes on. Tokens have their own."""

    def __init__(self) -> None:
        self.script: list[Answer | Reply] = []
        self.tokens: list[Answer] = []
        self.asked: list[Asked] = []
        self.sign_ins: list[Asked] = []
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def answers(self, *script: Any) -> None:
        """Set the script: Answers, functions of the request, or plain values that go out as JSON with 200."""
        self.script = [one if isinstance(one, Answer) or callable(one) else Answer(body=one) for one in script]

    @property
    def lines(self) -> list[str]:
        return [asked.line for asked in self.asked]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, asked: Asked) -> Answer:
        with self._lock:
            if asked.target == "/oauth/token":
                self.sign_ins.append(asked)
                token = {"access_token": f"token-{len(self.sign_ins)}", "expires_in": 749}
                return self.tokens.pop(0) if self.tokens else Answer(body=token)
            self.asked.append(asked)
            entry = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        return entry if isinstance(entry, Answer) else entry(asked)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        tenant = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments: Any) -> None:
                pass

            def handle_one_request(self) -> None:
                try:
                    self.raw_requestline = self.rfile.readline(65537)
                    if not self.raw_requestline or not self.parse_request():
                        self.close_connection = True
                        return
                    length = int(self.headers.get("Content-Length", 0))
                    body = self.rfile.read(length)
                    if len(body) < length:  # the client gave up: nothing was asked
                        self.close_connection = True
                        return
                    self._send(tenant.answer(Asked(self.command, self.path, dict(self.headers), body)))
                except OSError:
                    self.close_connection = True

            def _send(self, answer: Answer) -> None:
                if answer.drop:
                    self.close_connection = True
                    return
                is_bytes = isinstance(answer.body, bytes)
                body = answer.body if is_bytes else json.dumps(answer.body).encode()
                headers = {"Content-Length": str(len(body))}
                if body and not is_bytes:
                    headers["Content-Type"] = "application/json"
                headers.update(answer.headers)
                head = f"HTTP/1.1 {answer.status} X\r\n" + "".join(f"{k}: {v}\r\n" for k, v in headers.items()) + "\r\n"
                sent = body if answer.cut is None else body[: answer.cut]
                self.wfile.write(head.encode("latin-1") + (b"" if self.command == "HEAD" else sent))
                self.close_connection = self.close_connection or answer.cut is not None

        return Handler


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def person() -> Person:
    """Whoever sits at the host; nobody answers until the test says so."""
    one = Person()
    set_host(lambda: one)
    return one


@pytest.fixture
def tenant() -> Iterator[ScriptedTenant]:
    one = ScriptedTenant()
    yield one
    one.close()


@pytest.fixture
def answer() -> type[Answer]:
    return Answer


@pytest.fixture
def make_session(tenant: ScriptedTenant, clock: FakeClock, person: Person) -> Iterator[Callable[..., Session]]:
    """A session on the scripted tenant; profile settings by name, rails too."""
    made: list[Session] = []

    def make(*, read_only: bool = False, what_if: bool = False, yes: bool = False, **settings: Any) -> Session:
        values: dict[str, Any] = {
            "name": "unit",
            "base_url": tenant.url,
            "client_id": "an-id",
            "client_secret": "s3cr3t-of-unit",
            "environment": "sandbox",
            "source": "profiles/unit.env",
            **settings,
        }
        session = Session(Profile(**values), read_only=read_only, what_if=what_if, yes=yes, clock=clock)
        made.append(session)
        return session

    yield make
    for session in made:
        session.close()


@pytest.fixture
def session(make_session: Callable[..., Session]) -> Session:
    return make_session()
