"""Setting up a profile, where nobody is there to answer and where somebody is."""

from __future__ import annotations

from typing import Any

import keyring
import pytest
from attrs import define, field

from isnshell.errors import ConnectionFailed, ProfileError, SignInError, UsageError
from isnshell.repl.setup import Wanted, set_up
from isnshell.tenant.profiles import load_profile


@define
class _Typist:
    """Answers in the order given."""

    answers: list[str] = field(factory=list)
    is_there: bool = True
    said: list[str] = field(factory=list)

    def ask(self, question: str) -> str:
        self.said.append(question)
        return self.answers.pop(0)

    ask_secret = ask

    def say(self, text: str, end: str = "") -> None:
        self.said.append(text)


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: type("None", (), {"priority": 0})())


def test_all_is_asked_tested_and_written(tenant: Any) -> None:
    typist = _Typist([tenant.url, "acme", "an-id", "s3cr3t"])
    set_up(Wanted(), typist)

    profile = load_profile("acme")
    assert (profile.base_url, profile.client_id, profile.client_secret) == (tenant.url, "an-id", "s3cr3t")
    assert b"s3cr3t" in tenant.sign_ins[0].body
    assert "s3cr3t" not in " ".join(typist.said)


def test_what_was_given_is_not_asked(tenant: Any) -> None:
    wanted = Wanted("acme", tenant.url, "an-id", "s3cr3t", environment="development")
    set_up(wanted, _Typist(is_there=False))

    assert load_profile("acme").environment == "development"
    assert "s3cr3t" not in repr(wanted)


@pytest.mark.parametrize("missing", ["--tenant", "--client-id", "--secret"])
def test_without_a_person_what_is_missing_is_named(tenant: Any, missing: str) -> None:
    given = {"--tenant": tenant.url, "--client-id": "an-id", "--secret": "s3cr3t"}
    given[missing] = ""
    with pytest.raises(UsageError, match=f"needs {missing}"):
        set_up(Wanted("acme", *given.values()), _Typist(is_there=False))


def test_a_refused_secret_writes_nothing(tenant: Any, answer: Any) -> None:
    tenant.tokens = [answer(401, {"error": "invalid_client"})]
    with pytest.raises(SignInError):
        set_up(Wanted("acme", tenant.url, "an-id", "wrong"), _Typist(is_there=False))
    with pytest.raises(ProfileError, match="no profile 'acme'"):
        load_profile("acme")


def test_a_person_may_try_again(tenant: Any, answer: Any) -> None:
    tenant.tokens = [answer(401, {"error": "invalid_client"})]
    set_up(Wanted("acme", tenant.url, "an-id", "wrong"), _Typist(["an-id", "right"]))

    assert load_profile("acme").client_secret == "right"


@pytest.mark.parametrize("keeps", [True, False])
def test_where_the_tenant_can_t_be_reached_the_person_decides(keeps: bool) -> None:
    wanted = Wanted("acme", "https://acme.api.identitynow.invalid", "an-id", "s3cr3t")
    if keeps:
        set_up(wanted, _Typist(["y"]))
        assert load_profile("acme").is_production
    else:
        with pytest.raises(ConnectionFailed):
            set_up(wanted, _Typist(["n"]))


def test_enter_alone_for_the_secret_signs_in_by_browser(tenant: Any) -> None:
    set_up(Wanted("acme", tenant.url, "an-id", test=False), _Typist([""]))

    assert load_profile("acme").auth == "browser"
