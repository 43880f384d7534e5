"""The first minute: what there is to choose from, and what each choice leads to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keyring
import pytest
from attrs import define, field

from isnshell.repl import welcome
from isnshell.repl.welcome import choose_profile
from isnshell.tenant.profiles import Profile, user_folder


@define
class _Typist:
    """Answers in the order given, then the input has ended."""

    answers: list[str] = field(factory=list)
    said: list[str] = field(factory=list)

    def ask(self, question: str) -> str:
        self.said.append(question)
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)

    def say(self, text: str, end: str = "") -> None:
        self.said.append(text)

    @property
    def text(self) -> str:
        return "\n".join(self.said)


@pytest.fixture
def own(here: Path) -> Path:
    folder = user_folder() / "profiles"
    folder.mkdir(parents=True)
    (folder / "acme.env").write_text("SAIL_BASE_URL=https://acme.api.identitynow.com\n")
    (folder / "broken.env").write_text("SAIL_BASE_URL=nothing\n")
    return folder


@pytest.fixture
def cli(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(keyring, "get_password", lambda service, user: f"{user}-{service.rpartition('.')[2]}")
    path = Path.home() / ".sailpoint" / "config.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("environments:\n  Dev:\n    baseurl: https://dev.api.identitynow.com\n  no-address: {}\n")
    return path


@pytest.mark.parametrize(
    ("expected", "answers"),
    [
        ("demo", [""]),
        ("demo", ["1"]),
        ("demo", ["demo"]),
        ("demo", ["7", "acme", "0", "-1", "1"]),
        (None, ["q"]),
        (None, ["EXIT"]),
        (None, []),
    ],
    ids=repr,
)
def test_where_nothing_is_set_up_the_sandbox_is_the_first_choice(
    here: Path, expected: str | None, answers: list[str]
) -> None:
    typist = _Typist(list(answers))

    assert choose_profile(typist) == expected
    assert "No tenant is set up yet" in typist.said[0]
    assert "isnshell -p demo" in typist.said[0]
    assert "isnshell profile new" in typist.said[0]


def test_one_s_own_profiles_come_first(own: Path) -> None:
    typist = _Typist([""])

    assert choose_profile(typist) == "acme"
    assert "1  acme           https://acme.api.identitynow.com" in typist.text
    assert "2  broken         (its file is wrong: isnshell profile show broken)" in typist.text


def test_an_environment_of_the_cli_can_be_opened_as_it_is(own: Path, cli: Path) -> None:
    typist = _Typist(["dev"])
    profile = choose_profile(typist)

    assert "3  dev            https://dev.api.identitynow.com, of the SailPoint CLI" in typist.text
    assert "no-address" not in typist.text
    assert isinstance(profile, Profile)
    assert (profile.client_id, profile.client_secret) == ("dev-clientid", "dev-clientsecret")
    assert profile.source == str(cli)


def test_to_show_the_menu_no_keyring_is_asked(cli: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_password", lambda *arguments: pytest.fail("the keyring was asked"))

    assert choose_profile(_Typist(["q"])) is None


def test_a_cli_file_that_can_t_be_read_is_no_reason_not_to_begin(cli: Path) -> None:
    cli.write_text("a: [")

    assert choose_profile(_Typist(["demo"])) == "demo"


def test_half_an_environment_is_spoken_of(here: Path) -> None:
    typist = _Typist(["q"])
    choose_profile(typist, {"SAIL_CLIENT_ID": "x"})

    assert "SAIL_CLIENT_ID is set, but SAIL_BASE_URL is not" in typist.text


def test_a_set_up_that_was_given_up_leads_back_to_the_menu(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from isnshell.errors import ProfileError

    def give_up(*arguments: Any) -> None:
        raise ProfileError("No profile was written")

    monkeypatch.setattr(welcome, "set_up", give_up)

    assert choose_profile(_Typist(["2", "1"])) == "demo"
