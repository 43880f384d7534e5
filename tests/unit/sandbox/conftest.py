"""The sandbox as a WSGI application under a clock that the test moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from isnshell.catalog.facts import EXPERIMENTAL_HEADER
from isnshell.sandbox.app import Sandbox
from isnshell.sandbox.settings import Settings

Ask = Callable[..., TestResponse]


@pytest.fixture
def make_sandbox(clock: Any) -> Callable[..., Sandbox]:
    """Makes sandboxes with settings of their own, all under the test's clock."""
    return lambda **settings: Sandbox(Settings(**settings), clock=clock)


@pytest.fixture
def sandbox(make_sandbox: Callable[..., Sandbox]) -> Sandbox:
    return make_sandbox()


@pytest.fixture
def sign_in() -> Callable[[Sandbox], str]:
    """Gives the token of a sandbox's client."""

    def sign_in(sandbox: Sandbox) -> str:
        form = {
            "grant_type": "client_credentials",
            "client_id": sandbox.tokens.client_id,
            "client_secret": sandbox.tokens.client_secret,
        }
        token = Client(sandbox).post("/oauth/token", data=form).get_json()["access_token"]
        assert isinstance(token, str)
        return token

    return sign_in


@pytest.fixture
def asker(sign_in: Callable[[Sandbox], str]) -> Callable[[Sandbox], Ask]:
    """Gives a function that sends signed requests to a sandbox, with the experimental header unless told otherwise."""

    def asker(sandbox: Sandbox) -> Ask:
        client, token = Client(sandbox), sign_in(sandbox)

        def ask(method: str, path: str, *, experimental: bool = True, **more: Any) -> TestResponse:
            headers = {"Authorization": f"Bearer {token}", **more.pop("headers", {})}
            if experimental:
                headers[EXPERIMENTAL_HEADER] = "true"
            return client.open(path, method=method, headers=headers, **more)

        return ask

    return asker


@pytest.fixture
def ask(sandbox: Sandbox, asker: Callable[[Sandbox], Ask]) -> Ask:
    return asker(sandbox)
