"""Setting up a profile, where nobody is there to answer and where somebody is."""

from __future__ import annotations

from typing import Any

import keyring
import pytest
from attrs import define, field

from isnshell.errors import IsnError, ProfileError, SignInError, UsageError
from isnshell.repl import setup
from isnshell.repl.setup import Wanted, set_up
from isnshell.tenant.profile_files import save_profile
from isnshell.tenant.profiles import load_profile, read_env_file, user_folder

_GONE = "https://acme.api.identitynow.invalid"


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

    def agrees(self, question: str) -> bool:
        return self.ask(question) == "y"

    def say(self, text: str, end: str = "") -> None:
        self.said.append(text)

    @property
    def text(self) -> str:
        return "\n".join(self.said)


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: type("None", (), {"priority": 0})())


@pytest.fixture
def tenant(tenant: Any) -> Any:
    """A scripted tenant that tells what it is."""
    tenant.answers({"tokenEndpoint": f"{tenant.url}/oauth/token"})
    return tenant


@pytest.fixture
def refused(answer: Any) -> Any:
    return answer(401, {"error": "invalid_client", "error_description": "Bad client credentials"})


def test_all_is_asked_tested_and_written(tenant: Any) -> None:
    typist = _Typist([tenant.url, "acme", "an-id", "s3cr3t"])
    set_up(Wanted(), typist)

    profile = load_profile("acme")
    assert (profile.base_url, profile.client_id, profile.client_secret) == (tenant.url, "an-id", "s3cr3t")
    assert b"s3cr3t" in tenant.sign_ins[0].body
    assert f"Its API is at {tenant.url}" in typist.said
    assert "s3cr3t" not in typist.text


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


def test_a_refused_secret_writes_nothing(tenant: Any, refused: Any) -> None:
    tenant.tokens = [refused]
    with pytest.raises(SignInError):
        set_up(Wanted("acme", tenant.url, "an-id", "wrong"), _Typist(is_there=False))
    with pytest.raises(ProfileError, match="no profile 'acme'"):
        load_profile("acme")


def test_a_person_may_try_again_with_the_same_id(tenant: Any, refused: Any, capsys: pytest.CaptureFixture[str]) -> None:
    tenant.tokens = [refused]
    typist = _Typist(["", "right"])
    set_up(Wanted("acme", tenant.url, "an-id", "wrong"), typist)

    assert (load_profile("acme").client_id, load_profile("acme").client_secret) == ("an-id", "right")
    assert "Client id [an-id]: " in typist.said
    assert "Bad client credentials" in capsys.readouterr().err


def test_after_three_refusals_it_ends_and_nothing_is_written(tenant: Any, refused: Any) -> None:
    tenant.tokens = [refused] * 3
    with pytest.raises(SignInError):
        set_up(Wanted("acme", tenant.url, "an-id", "1"), _Typist(["", "2", "", "3"]))
    assert not (user_folder() / "profiles").exists()


def test_an_empty_client_id_or_one_with_blanks_is_asked_for_again(tenant: Any) -> None:
    set_up(Wanted("acme", tenant.url, secret="s"), _Typist(["", "an id", "an-id"]))

    assert load_profile("acme").client_id == "an-id"


def test_where_no_tenant_answers_another_address_can_be_given(tenant: Any, capsys: pytest.CaptureFixture[str]) -> None:
    typist = _Typist(["nobody", "not a tenant", tenant.url, "acme", "an-id", "s"])
    set_up(Wanted(), typist)

    said = capsys.readouterr().err
    assert "No tenant 'nobody' was found" in said
    assert "names no tenant" in said
    assert load_profile("acme").base_url == tenant.url


@pytest.mark.parametrize("keeps", [True, False])
def test_where_the_tenant_can_t_be_reached_the_person_decides(keeps: bool) -> None:
    typist = _Typist(["", "y" if keeps else "n"])
    wanted = Wanted("acme", _GONE, "an-id", "s3cr3t")
    if keeps:
        set_up(wanted, typist)
        assert load_profile("acme").is_production
    else:
        with pytest.raises(ProfileError, match="No profile was written"):
            set_up(wanted, typist)
        assert not (user_folder() / "profiles").exists()
    assert f"Its API is taken to be at {_GONE}" in typist.said


def test_enter_alone_for_the_secret_signs_in_by_browser(tenant: Any) -> None:
    typist = _Typist([""])
    set_up(Wanted("acme", tenant.url, "an-id", test=False), typist)

    assert load_profile("acme").auth == "browser"
    assert "http://localhost:8751/callback" in typist.text


def test_where_a_personal_access_token_is_made_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    typist = _Typist(["acme", "an-id", "s3cr3t"])
    set_up(Wanted(tenant="https://acme.identitynow.com/ui/admin", test=False), typist)

    assert "https://acme.identitynow.com/ui/d/user-preferences/personal-access-tokens" in typist.text
    assert "Name of the profile [acme]: " in typist.said


@pytest.mark.parametrize("name", ["a b", "../evil", "demo"])
def test_a_name_that_can_t_be_is_asked_for_again(tenant: Any, name: str) -> None:
    set_up(Wanted(tenant=tenant.url, client_id="an-id", secret="s"), _Typist([name, "acme"]))

    assert load_profile("acme").client_id == "an-id"


@pytest.fixture
def old(tenant: Any) -> Any:
    """The person's profile acme, with a rail of its own."""
    return save_profile(
        "acme",
        {"SAIL_BASE_URL": tenant.url, "SAIL_CLIENT_ID": "old-id", "SAIL_CLIENT_SECRET": "old", "ISN_READ_ONLY": "true"},
    ).path


def test_a_profile_is_replaced_only_if_its_person_says_so_and_keeps_its_rails(tenant: Any, old: Any) -> None:
    before = old.read_text()
    wanted = Wanted("acme", tenant.url, "new-id", "new")
    with pytest.raises(ProfileError, match="stays as it is"):
        set_up(wanted, _Typist(["n"]))
    with pytest.raises(ProfileError, match="There is a profile 'acme' already"):
        set_up(wanted, _Typist(is_there=False))
    assert old.read_text() == before

    set_up(wanted, _Typist(["y"]))
    profile = load_profile("acme")
    assert (profile.client_id, profile.client_secret, profile.read_only) == ("new-id", "new", True)
    assert old.stat().st_mode & 0o077 == 0
    assert [path.name for path in old.parent.iterdir()] == ["acme.env"]


def test_a_refused_sign_in_leaves_the_profile_as_it_was(tenant: Any, old: Any, refused: Any) -> None:
    before = old.read_text()
    tenant.tokens = [refused] * 3
    with pytest.raises(SignInError):
        set_up(Wanted("acme", tenant.url, "new-id", "1"), _Typist(["y", "", "2", "", "3"]))

    assert old.read_text() == before


def test_a_profile_of_another_folder_is_never_replaced(tenant: Any, here: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "profiles").mkdir()
    (here / "profiles" / "acme.env").write_text("SAIL_BASE_URL=sandbox:\n")
    with pytest.raises(ProfileError, match="There is a profile 'acme' already"):
        set_up(Wanted("acme", tenant.url, "an-id", "s"), _Typist(["y"]))


@pytest.mark.parametrize("at", range(5))
def test_ctrl_c_at_any_question_writes_nothing(tenant: Any, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    typist = _Typist([tenant.url, "acme", "an-id", "s3cr3t"][:at])

    def interrupted(*arguments: Any) -> None:
        raise KeyboardInterrupt

    if at == 4:
        monkeypatch.setattr(setup, "_sign_in", interrupted)
    ask = typist.ask

    def ask_or_stop(self: _Typist, question: str) -> str:
        return ask(question) if typist.answers else interrupted() or ""

    monkeypatch.setattr(_Typist, "ask", ask_or_stop)
    monkeypatch.setattr(_Typist, "ask_secret", ask_or_stop)
    with pytest.raises(KeyboardInterrupt):
        set_up(Wanted(), typist)

    assert not (user_folder() / "profiles").exists()


def test_a_token_that_has_ended_is_asked_for_again(tenant: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    faults: list[IsnError] = [ProfileError("The access token has ended")]

    def sign_in(name: str, settings: Any) -> str:
        if faults:
            raise faults.pop()
        return "Signed in as jane."

    monkeypatch.setattr(setup, "_sign_in", sign_in)
    typist = _Typist()
    saved = set_up(Wanted("acme", tenant.url, auth="token"), typist)

    assert "Once more, please." in typist.said
    assert read_env_file(saved.path) == {"SAIL_BASE_URL": tenant.url, "ISN_AUTH": "token"}


def test_how_the_tenant_is_reached_becomes_part_of_the_profile(tenant: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISN_PROXY", "http://proxy.test:8080")
    monkeypatch.setenv("ISN_TIMEOUT", "5")
    saved = set_up(Wanted("acme", tenant.url, "an-id", "s"), _Typist())

    assert read_env_file(saved.path)["ISN_PROXY"] == "http://proxy.test:8080"
    assert "ISN_TIMEOUT" not in read_env_file(saved.path)
