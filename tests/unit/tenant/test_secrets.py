"""Finding a client secret where the profile says it is, and nowhere else."""

from __future__ import annotations

from typing import Any

import keyring
import pytest
from attrs import evolve
from keyring.errors import NoKeyringError

from isnshell.errors import ProfileError
from isnshell.tenant.profiles import Profile
from isnshell.tenant.secrets import client_secret, keyring_user, mail_password

_PROFILE = Profile("acme", "https://acme.test", client_id="an-id", source="acme.env")


def _never(question: str) -> str:
    pytest.fail("nobody should be asked")


def test_a_secret_is_taken_as_written() -> None:
    assert client_secret(evolve(_PROFILE, client_secret="a$b"), {}, _never) == "a$b"


def test_a_secret_may_be_in_the_environment() -> None:
    assert client_secret(evolve(_PROFILE, client_secret="env:ACME"), {"ACME": "s3cr3t"}, _never) == "s3cr3t"


def test_a_secret_of_the_keyring_is_bound_to_its_host(monkeypatch: pytest.MonkeyPatch) -> None:
    held = {("isnshell", "an-id@acme.test"): "s3cr3t"}
    monkeypatch.setattr(keyring, "get_password", lambda service, user: held.get((service, user)))
    profile = evolve(_PROFILE, client_secret="keyring:")

    assert client_secret(profile, {}, _never) == "s3cr3t"
    with pytest.raises(ProfileError, match="has no client secret"):
        client_secret(evolve(profile, base_url="https://evil.test"), {}, lambda question: "")


def test_the_keyrings_entry_names_client_and_host() -> None:
    assert keyring_user(_PROFILE) == "an-id@acme.test"


def test_a_locked_keyring_is_a_named_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*arguments: Any) -> None:
        raise NoKeyringError("no backend")

    monkeypatch.setattr(keyring, "get_password", locked)

    with pytest.raises(ProfileError, match=r"keyring does not answer.*acme.*no backend.*env:NAME"):
        client_secret(evolve(_PROFILE, client_secret="keyring:"), {}, _never)


@pytest.mark.parametrize("written", ["", "env:MISSING"])
def test_an_absent_secret_is_asked_for(written: str) -> None:
    questions: list[str] = []

    def answer(question: str) -> str:
        questions.append(question)
        return "typed"

    assert client_secret(evolve(_PROFILE, client_secret=written), {}, answer) == "typed"
    assert questions == ["Client secret for an-id at acme.test: "]


@pytest.mark.parametrize("written", ["", "env:MISSING"])
def test_without_a_terminal_an_absent_secret_is_an_error_that_says_where_it_should_be(
    written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    with pytest.raises(ProfileError, match=f"no client secret.*{written}.*acme.env.*env:NAME or keyring:"):
        client_secret(evolve(_PROFILE, client_secret=written), {})


def test_a_mail_password_is_where_it_is_said_to_be_and_bound_to_its_server(monkeypatch: pytest.MonkeyPatch) -> None:
    held = {("isnshell", "smtp:ana@mail.test"): "s3cr3t"}
    monkeypatch.setattr(keyring, "get_password", lambda service, user: held.get((service, user)))

    assert mail_password("ana", "mail.test", "keyring:", {}, _never) == "s3cr3t"
    assert mail_password("ana", "mail.test", "env:MAIL", {"MAIL": "other"}, _never) == "other"
    assert mail_password("ana", "mail.test", "as it is", {}, _never) == "as it is"
    with pytest.raises(ProfileError, match=r"no password for ana at mail server evil.test \(keyring:\)"):
        mail_password("ana", "evil.test", "keyring:", {}, lambda question: "")


def test_a_mail_password_that_was_not_given_is_asked_for() -> None:
    questions: list[str] = []

    def answer(question: str) -> str:
        questions.append(question)
        return "typed"

    assert mail_password("ana", "mail.test", "", {}, answer) == "typed"
    assert questions == ["Password for ana at mail.test: "]
