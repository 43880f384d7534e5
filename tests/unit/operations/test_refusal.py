"""Wording what a tenant refused, out of the several shapes its errors have."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve

from isnshell.errors import ApiError
from isnshell.operations.refusal import Rights, refusal
from isnshell.operations.request import Request

_REQUEST = Request("GET", "/v2025/things/1", command="Get-Thing")
_DOCUMENTED = {
    "detailCode": "404 Not found",
    "trackingId": "ab12",
    "messages": [
        {"locale": "de", "localeOrigin": "DEFAULT", "text": "Nicht gefunden."},
        {"locale": "en-US", "localeOrigin": "DEFAULT", "text": "The thing was not found."},
    ],
    "causes": [{"locale": "en-US", "text": "deeper"}],
}


def _refusal(status: int, body: Any = b"", headers: dict[str, str] | None = None, **more: Any) -> ApiError:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return refusal(
        _REQUEST,
        tenant="acme.test",
        url="https://acme.test/v2025/things/1",
        status=status,
        headers=headers or {},
        body=content,
        **more,
    )


def test_a_documented_error_is_worded_with_all_that_it_holds() -> None:
    error = _refusal(404, _DOCUMENTED)

    assert str(error) == (
        "Get-Thing failed: tenant acme.test answered 404 Not Found (tracking id ab12): The thing was not found. "
        "Check the id, and that the object is on this tenant."
    )
    assert (error.status_code, error.detail_code, error.tracking_id) == (404, "404 Not found", "ab12")
    assert error.messages == _DOCUMENTED["messages"]
    assert error.causes == _DOCUMENTED["causes"]
    assert str(error.request) == "GET https://acme.test/v2025/things/1"
    assert error.response.status_code == 404
    assert json.loads(error.error_details.message) == _DOCUMENTED


@pytest.mark.parametrize(
    ("why", "body"),
    [
        pytest.param("JWT validation failed", {"error": "JWT validation failed"}, id="gateway's 401"),
        pytest.param("bad client", {"error": "invalid_client", "error_description": "bad client"}, id="OAuth"),
        pytest.param("Rate limit exceeded", {"message": " Rate limit exceeded "}, id="429"),
        pytest.param("inner", {"error": {"message": "inner"}}, id="error that is an object"),
        pytest.param("plain words", b"plain words", id="plain text"),
        pytest.param(None, b"", id="nothing"),
        pytest.param("Nur deutsch", {"messages": [{"locale": "de", "text": "Nur deutsch."}]}, id="another language"),
        pytest.param("x", {"messages": [None, {"text": None}, {"text": "x"}]}, id="holes in the messages"),
        pytest.param("from error", {"messages": "none", "error": "from error"}, id="messages of a wrong type"),
    ],
)
def test_the_reason_is_found_in_every_shape(why: str | None, body: Any) -> None:
    assert why == _refusal(400, body).why


def test_a_web_page_instead_of_an_error_is_named_as_such() -> None:
    error = _refusal(502, b"<html><body>Bad gateway</body></html>", {"Content-Type": "text/html"})

    assert "web page" in str(error)
    assert "<html>" not in str(error)


def test_a_forbidden_request_names_the_scope_that_it_needs() -> None:
    assert "scope idn:a:read or idn:a:manage" in str(_forbidden(scopes=("idn:a:read", "idn:a:manage")))


def _forbidden(rights: Rights | None = None, **needs: Any) -> ApiError:
    return refusal(
        evolve(_REQUEST, **needs),
        tenant="acme.test",
        url="https://acme.test",
        status=403,
        headers={},
        body=b"",
        rights=rights,
    )


_NEEDS = {"scopes": ("idn:a:read", "idn:a:manage"), "user_levels": ("ORG_ADMIN", "HELPDESK")}
_NO_SCOPE = "It needs the scope idn:a:read or idn:a:manage (the token has none of them)"


@pytest.mark.parametrize(
    ("scopes", "levels", "hint", "missing"),
    [
        pytest.param(
            {"idn:b:read"},
            {"ORG_ADMIN"},
            f"{_NO_SCOPE} and the user level ORG_ADMIN or HELPDESK (the token has it). Add the scope to the API",
            (2, 0),
            id="scope",
        ),
        pytest.param(
            {"idn:a:manage"},
            {"USER"},
            "the user level ORG_ADMIN or HELPDESK (the token has none of them). Give the user level to the API",
            (0, 2),
            id="user level",
        ),
        pytest.param(
            set(), set(), "Add the scope to the API client and the user level to its owner", (2, 2), id="both"
        ),
        pytest.param(
            None,
            None,
            "It needs the scope idn:a:read or idn:a:manage and the user level ORG_ADMIN or HELPDESK. Add the scope to",
            (0, 0),
            id="a token that tells nothing",
        ),
        pytest.param({"sp:scopes:all"}, {"HELPDESK"}, "Ask the tenant's administrator", (0, 0), id="neither"),
    ],
)
def test_a_forbidden_request_says_which_of_its_needs_the_token_lacks(
    scopes: set[str] | None, levels: set[str] | None, hint: str, missing: tuple[int, int]
) -> None:
    held = [None if one is None else frozenset(one) for one in (scopes, levels)]
    error = _forbidden(Rights(*held), **_NEEDS)

    assert hint in str(error)
    assert (len(error.missing_scopes), len(error.missing_user_levels)) == missing


def test_a_level_that_every_user_has_is_never_lacking() -> None:
    error = _forbidden(Rights(None, frozenset({"ORG_ADMIN"})), user_levels=("USER", "HELPDESK"))

    assert error.missing_user_levels == ()


def test_other_refusals_do_not_speak_of_rights() -> None:
    error = refusal(
        evolve(_REQUEST, **_NEEDS),
        tenant="t",
        url="u",
        status=404,
        headers={},
        body=b"",
        rights=Rights(frozenset(), None),
    )

    assert "scope" not in str(error)
    assert error.missing_scopes == ()


def test_a_rate_limit_says_how_long_the_tenant_wants_to_wait() -> None:
    assert "wait 7 s" in str(_refusal(429, headers={"Retry-After": "7"}))


def test_the_tracking_id_may_stand_in_a_header() -> None:
    assert _refusal(500, headers={"SLPT-Request-ID": "cd34"}).tracking_id == "cd34"


def test_a_redirect_says_to_check_the_address() -> None:
    assert "SAIL_BASE_URL" in str(_refusal(302, headers={"Location": "https://elsewhere.test"}))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 413, 415, 418, 422, 429, 500, 502, 503, 504])
def test_every_status_makes_a_message_of_one_line(status: int) -> None:
    text = str(_refusal(status))

    assert str(status) in text
    assert text == " ".join(text.split())


def test_the_attempts_are_listed() -> None:
    assert _refusal(503, attempts=("attempt 1: answered 503",)).attempts == ("attempt 1: answered 503",)


def test_a_huge_body_is_cut() -> None:
    error = _refusal(500, b"x" * 1_000_000)

    assert len(error.response.content) <= 20_000
    assert len(str(error)) < 500
