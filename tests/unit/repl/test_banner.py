"""What stands above the first prompt: which tenant it is, where it was found, what to try."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from isnshell.repl.banner import banner
from isnshell.tenant.profiles import make_profile
from isnshell.tenant.session import Session

_ACME = "https://acme.api.identitynow.com"


def _text(url: str, source: str, **settings: Any) -> str:
    with Session(make_profile("acme", {"SAIL_BASE_URL": url, **settings}, source)) as session:
        return "".join(piece[1] for piece in banner(session))


@pytest.mark.parametrize(
    ("expected", "source"),
    [
        ("Found in the environment: SAIL_BASE_URL.", "the environment"),
        ("Found in /home/me/.sailpoint/config.yaml of the SailPoint CLI", "/home/me/.sailpoint/config.yaml"),
        ("Found in /srv/config.json of the SailPoint SDKs", "/srv/config.json"),
    ],
)
def test_where_a_tenant_was_found_that_nobody_named_is_said(expected: str, source: str) -> None:
    assert expected in _text(_ACME, source)


def test_one_s_home_is_short() -> None:
    assert "Found in ~/.sailpoint/config.yaml of" in _text(_ACME, f"{Path.home()}/.sailpoint/config.yaml")


def test_of_a_profile_it_is_not() -> None:
    assert "Found" not in _text(_ACME, "/home/me/.config/isnshell/profiles/acme.env")


def test_the_tour_is_offered_where_nothing_can_break() -> None:
    assert "get_started()" in _text("sandbox:", "demo.env")
    assert "get_started()" in _text("http://127.0.0.1:8750", "a.env")


@pytest.mark.parametrize("environment", ["production", "sandbox"])
def test_on_a_company_s_tenant_nothing_is_offered_that_starts_work(environment: str) -> None:
    text = _text(_ACME, "acme.env", ISN_ENVIRONMENT=environment)

    assert "get_started" not in text
    assert "receive_report" not in text
    assert "?get_report" in text
