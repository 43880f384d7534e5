"""A refused command says which rights it needs and which of them the token lacks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import cmdlets
from isnshell.errors import ApiError
from isnshell.sandbox.server import SandboxServer
from isnshell.tenant.session import Session


@pytest.fixture
def reader(make_sandbox: Callable[..., SandboxServer], open_session: Callable[..., Session]) -> Session:
    """A session whose API client may read reports and nothing else."""
    return open_session(make_sandbox(scopes=("sp:report:read",)))


@pytest.mark.parametrize(
    ("scopes", "ask"),
    [
        pytest.param(
            ("idn:sources:read", "idn:sources:manage"), lambda s: list(cmdlets.get_sources(session=s)), id="a list"
        ),
        pytest.param(
            ("idn:sources:read", "idn:sources:manage"), lambda s: len(cmdlets.get_sources(session=s)), id="a count"
        ),
        pytest.param(
            ("sp:report:manage",),
            lambda s: cmdlets.start_report(report_type="ORPHAN_IDENTITIES", session=s),
            id="a change",
        ),
    ],
)
def test_a_refusal_names_the_scopes_that_the_token_lacks(reader: Session, scopes: tuple[str, ...], ask: Any) -> None:
    with pytest.raises(ApiError) as met:
        ask(reader)

    assert met.value.status_code == 403
    assert met.value.missing_scopes == scopes
    assert met.value.missing_user_levels == ()  # the sandbox's client belongs to an organisation's administrator
    assert f"It needs the scope {' or '.join(scopes)} (the token has none of them)" in str(met.value)
    assert "Add the scope to the API client" in str(met.value)


def test_what_the_token_may_do_is_not_shown(reader: Session) -> None:
    with pytest.raises(ApiError) as met:
        list(cmdlets.get_sources(session=reader))

    assert "sp:report:read" not in str(met.value)
    assert "sp:report:read" not in repr(vars(met.value))


def test_what_the_token_may_goes_through(reader: Session) -> None:
    with pytest.raises(ApiError) as met:
        cmdlets.get_report_result("0" * 32, session=reader)

    assert met.value.status_code == 404
    assert met.value.missing_scopes == ()
