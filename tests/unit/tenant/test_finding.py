"""Asking an address whether a tenant answers there, and which address its API has."""

from __future__ import annotations

from typing import Any

import pytest

from isnshell.errors import ProfileError
from isnshell.tenant import finding
from isnshell.tenant.finding import ask_tenant, find_tenant

_API = "https://acme.api.identitynow.com"


@pytest.mark.parametrize(
    ("expected", "endpoint"),
    [
        (_API, f"{_API}/oauth/token"),
        (None, "https://login.acme.example/oauth/token"),
        (None, "http://acme.api.identitynow.com/oauth/token"),
        (None, "https://evil@acme.api.identitynow.com/oauth/token"),
        (None, "https://acme.api.identitynow.com.evil.example/oauth/token"),
        (None, 5),
    ],
    ids=repr,
)
def test_a_tenant_tells_its_api_s_address_which_is_believed_of_sailpoint_s_own(
    tenant: Any, expected: str | None, endpoint: Any
) -> None:
    tenant.answers({"tokenEndpoint": endpoint})

    assert ask_tenant(tenant.url) == (expected or tenant.url)
    assert tenant.lines == ["GET /oauth/info"]
    assert "Authorization" not in tenant.asked[0].headers


@pytest.mark.parametrize(
    ("why", "status", "body"),
    [
        ("answered 404", 404, {}),
        ("not as a tenant does", 200, {"hello": 1}),
        ("not as a tenant does", 200, []),
        ("not as a tenant does", 200, b"<html>"),
    ],
    ids=["404", "other JSON", "a list", "a page"],
)
def test_what_is_no_tenant_s_is_said(tenant: Any, answer: Any, why: str, status: int, body: Any) -> None:
    tenant.answers(answer(status, body))
    with pytest.raises(ProfileError, match=why):
        ask_tenant(tenant.url)


def test_an_address_of_sailpoint_s_own_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "ask_tenant", lambda *arguments: pytest.fail("nobody should be asked"))

    assert find_tenant("https://acme.identitynow.com/ui/admin#admin:dashboard ") == _API
    assert find_tenant("https://acme.saas.sailpointfedramp.com") == "https://acme.api.saas.sailpointfedramp.com"


def test_a_company_s_own_address_is_asked_and_what_to_do_without_an_answer_is_said() -> None:
    with pytest.raises(ProfileError, match=r"No tenant 'login.acme.example'.*https://login.acme.example/ui/session"):
        find_tenant("login.acme.example")
