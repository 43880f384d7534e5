"""A sandbox and a session for the tests that go over real HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from isnshell.sandbox.server import SandboxServer
from isnshell.tenant.profiles import Profile
from isnshell.tenant.session import Session


class QuickClock:
    """The machine's time, without its waiting: what a test waits for, it need not wait through."""

    def __init__(self) -> None:
        from isnshell.clock import SystemClock

        self._clock = SystemClock()
        self.slept: list[float] = []

    def now(self) -> Any:
        return self._clock.now()

    def monotonic(self) -> float:
        return self._clock.monotonic()

    def sleep(self, seconds: float, *, cancelled: Any = None) -> None:
        self.slept.append(seconds)
        self._clock.sleep(min(seconds, 0.02))


@pytest.fixture
def make_sandbox() -> Iterator[Callable[..., SandboxServer]]:
    """Makes sandboxes with settings of their own; reports and exports take hardly any time, and no rate is limited."""
    made: list[SandboxServer] = []

    def make(**settings: Any) -> SandboxServer:
        made.append(SandboxServer(**{"report_seconds": 0.05, "export_seconds": 0.05, "rate_limit": None, **settings}))
        return made[-1]

    yield make
    for sandbox in made:
        sandbox.stop()


@pytest.fixture
def sandbox(make_sandbox: Callable[..., SandboxServer]) -> SandboxServer:
    return make_sandbox()


@pytest.fixture
def open_session() -> Iterator[Callable[..., Session]]:
    """Opens sessions on a sandbox, with a clock that does not wait long."""
    opened: list[Session] = []

    def open_(
        sandbox: SandboxServer, *, api_version: str | None = None, rails: dict[str, Any] | None = None, **settings: Any
    ) -> Session:
        defaults = {"environment": "sandbox", "rate_limit": 100_000, "timeout": 10.0, "max_retries": 2}
        profile = Profile(
            "test",
            sandbox.url,
            settings.pop("client_id", sandbox.client_id),
            settings.pop("client_secret", sandbox.client_secret),
            **{**defaults, **settings},
        )
        session = Session(profile, clock=QuickClock(), **(rails or {}))
        if api_version is not None:
            session.api_version = api_version
        opened.append(session)
        return session

    yield open_
    for session in opened:
        session.close()


@pytest.fixture
def session(sandbox: SandboxServer, open_session: Callable[..., Session]) -> Iterator[Session]:
    """The current session, on the sandbox of the test."""
    with open_session(sandbox) as opened:
        yield opened
