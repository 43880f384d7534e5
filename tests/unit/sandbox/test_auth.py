"""The token endpoint and what a request must carry."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from werkzeug.test import Client


def form(sandbox: Any, **changes: str) -> dict[str, str]:
    return {
        "grant_type": "client_credentials",
        "client_id": sandbox.tokens.client_id,
        "client_secret": sandbox.tokens.client_secret,
        **changes,
    }


def test_a_token_tells_its_life_and_its_tenant(sandbox, clock):
    answer = Client(sandbox).post("/oauth/token", data=form(sandbox)).get_json()
    claims = json.loads(base64.urlsafe_b64decode(answer["access_token"].split(".")[1] + "=="))

    assert answer["token_type"] == "bearer"
    assert answer["expires_in"] == 43_200
    assert answer["scope"] == "sp:scopes:all"
    assert claims["exp"] == int(clock.now().timestamp()) + 43_200
    assert claims["org"] == answer["org"] == "sandbox"
    assert claims["client_id"] == sandbox.tokens.client_id
    assert claims["scope"] == ["sp:scopes:all"]


def test_basic_authorization_does_as_well(sandbox):
    auth = (sandbox.tokens.client_id, sandbox.tokens.client_secret)

    assert Client(sandbox).post("/oauth/token", data={"grant_type": "client_credentials"}, auth=auth).status_code == 200


@pytest.mark.parametrize(
    ("status", "error", "changes"),
    [
        (401, "invalid_client", {"client_secret": "wrong"}),
        (401, "invalid_client", {"client_secret": ""}),
        (401, "invalid_client", {"client_id": "somebody"}),
        (401, "unauthorized", {"client_id": ""}),
        (400, "unsupported_grant_type", {"grant_type": "password"}),
        (400, "invalid_request", {"grant_type": ""}),
    ],
)
def test_a_wrong_request_for_a_token_is_refused_as_oauth_does(sandbox, status, error, changes):
    answer = Client(sandbox).post("/oauth/token", data=form(sandbox, **changes))

    assert answer.status_code == status
    assert answer.get_json()["error"] == error
    assert answer.get_json()["error_description"]


def test_the_token_endpoint_takes_posts_only(sandbox):
    assert Client(sandbox).get("/oauth/token").status_code == 405


@pytest.mark.parametrize(
    ("error", "header"),
    [
        ("JWT is required", None),
        ("JWT is required", "Basic abc"),
        ("JWT is required", "Bearer "),
        ("JWT validation failed: JWT is not valid", "Bearer abc"),
    ],
)
def test_a_request_without_a_good_token_gets_a_401(sandbox, error, header):
    answer = Client(sandbox).get("/v2025/task-status", headers={"Authorization": header} if header else {})

    assert answer.status_code == 401
    assert answer.get_json() == {"error": error}


def test_a_token_ends_when_its_life_is_over(make_sandbox, asker, clock):
    ask = asker(make_sandbox(token_lifetime=60))
    clock.sleep(59)
    assert ask("GET", "/v2025/task-status").status_code == 200
    clock.sleep(1)
    answer = ask("GET", "/v2025/task-status")

    assert answer.status_code == 401
    assert answer.get_json() == {"error": "JWT validation failed: JWT is expired"}


def test_all_tokens_can_be_ended_at_once(sandbox, ask, asker):
    sandbox.tokens.expire_all()

    assert ask("GET", "/v2025/sources").status_code == 401
    assert asker(sandbox)("GET", "/v2025/sources").status_code == 200


def test_a_client_that_lacks_the_scope_gets_a_403(make_sandbox, asker):
    ask = asker(make_sandbox(scopes=("idn:sources:read",)))
    answer = ask("GET", "/v2025/task-status")

    assert ask("GET", "/v2025/sources").status_code == 200
    assert answer.status_code == 403
    assert answer.get_json()["detailCode"] == "403 Forbidden"
    assert "idn:task-management:read" in answer.get_json()["causes"][0]["text"]


def test_the_journal_keeps_neither_token_nor_secret(sandbox, ask):
    ask("GET", "/v2025/sources?limit=1")
    signed_in, asked = sandbox.journal

    assert sandbox.tokens.client_secret not in repr(signed_in)
    assert b"client_secret=***" in signed_in.body
    assert "Authorization" not in asked.headers
    assert (asked.method, asked.path, asked.query, asked.status) == ("GET", "/v2025/sources", {"limit": "1"}, 200)
