"""What people call a tenant, and where its API, its sign-in page and its web pages are."""

from __future__ import annotations

import pytest

from isnshell.errors import UsageError
from isnshell.tenant.addresses import (
    api_addresses,
    meant_address,
    personal_token_page,
    sign_in_page,
    tenant_name,
    web_address,
)

_API, _DEMO_API = "https://acme.api.identitynow.com", "https://acme.api.identitynow-demo.com"


@pytest.mark.parametrize(
    "typed", ["acme", " Acme ", "acme.login.sailpoint.com", "https://acme.login.sailpoint.com/x", "https://acme/"]
)
def test_a_bare_name_may_be_a_tenant_of_several_kinds(typed: str) -> None:
    assert api_addresses(typed)[:2] == (_API, _DEMO_API)


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        (_API, "acme.identitynow.com"),
        (_API, "https://acme.identitynow.com/ui/d/dashboard?a=b#c"),
        (_API, "acme.api.identitynow.com"),
        (_API, "https://acme.api.identitynow.com/v2025/"),
        (_DEMO_API, "https://acme.identitynow-demo.com/ui"),
        (_DEMO_API, "acme.api.identitynow-demo.com"),
        ("https://api.id.acme.example", "api.id.acme.example"),
        ("https://id.acme.example:8443", "https://id.acme.example:8443/"),
        ("https://acme.api.saas.sailpointfedramp.com", "acme.saas.sailpointfedramp.com"),
        ("https://acme.api.saas.sailpointfedramp.com", "https://acme.api.saas.sailpointfedramp.com"),
        ("http://127.0.0.1:8750", "http://127.0.0.1:8750/"),
        ("http://127.0.0.1:8750", " 127.0.0.1:8750 "),
        ("http://localhost:8750", "localhost:8750"),
        ("http://localhost:8750", "http://localhost:8750"),
        ("sandbox:", "sandbox:"),
    ],
)
def test_an_address_means_one_tenant(expected: str, typed: str) -> None:
    assert api_addresses(typed) == (expected,)


@pytest.mark.parametrize("typed", ["", "a b", "https://", "https://u:p@acme.identitynow.com", "https://[", "-"])
def test_what_names_no_tenant_is_a_named_error(typed: str) -> None:
    with pytest.raises(UsageError, match="names no tenant"):
        api_addresses(typed)


@pytest.mark.parametrize(
    ("name", "page", "url"),
    [
        ("acme", "https://acme.login.sailpoint.com/oauth/authorize", _API),
        ("", "http://127.0.0.1:1/oauth/authorize", "http://127.0.0.1:1"),
        ("acme", "https://acme.login.sailpoint.com/oauth/authorize", _DEMO_API),
        (
            "gov",
            "https://gov.api.saas.sailpointfedramp.com/oauth/authorize",
            "https://gov.api.saas.sailpointfedramp.com",
        ),
        ("acme", "https://login.acme.example/oauth/authorize", "https://login.acme.example"),
        ("login", "https://login.example/oauth/authorize", "https://login.example"),
    ],
)
def test_a_tenant_has_a_name_and_a_sign_in_page(name: str, page: str, url: str) -> None:
    assert (name, page) == (tenant_name(url), sign_in_page(url))


@pytest.mark.parametrize(
    ("expected", "host"),
    [
        ("https://acme.identitynow.com", "acme.api.identitynow.com"),
        ("https://acme.identitynow-demo.com", "acme.api.identitynow-demo.com"),
        ("", "sandbox"),
        ("", "127.0.0.1"),
        ("", "api.identitynow.com.evil.example"),
    ],
)
def test_web_pages_are_known_for_sailpoints_own_hosts_only(expected: str, host: str) -> None:
    assert web_address(host) == expected


def test_personal_access_tokens_have_a_page_where_the_web_pages_are_known() -> None:
    assert personal_token_page(_API) == "https://acme.identitynow.com/ui/d/user-preferences/personal-access-tokens"
    assert personal_token_page("https://login.acme.example") == ""


@pytest.mark.parametrize(
    ("expected", "taken"),
    [
        (_API, "https://acme.identitynow.com"),
        (_API, "https://acme.identitynow.com/ui"),
        ("", _API),
        ("", f"{_API}/v2025"),
        ("", "https://id.acme.example"),
        ("", "http://127.0.0.1:8750"),
        ("", "sandbox:"),
        ("", "https://odd_host.example"),
    ],
)
def test_web_pages_that_were_taken_for_the_api_are_known(expected: str, taken: str) -> None:
    assert meant_address(taken) == expected
