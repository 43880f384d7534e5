"""What other SailPoint tools left: every environment is found, imported once, and left as it is."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest

from isnshell.errors import UsageError
from isnshell.tenant.foreign import foreign_environments, utf8_entry
from isnshell.tenant.importing import import_profiles
from isnshell.tenant.profiles import load_profile

_CLI = """\
activeenvironment: acme
environments:
  acme: {baseurl: "https://acme.api.identitynow.com", tenanturl: "https://acme.identitynow.com"}
  Acme-SB: {baseurl: "https://acme-sb.api.identitynow.com"}
  broken: {tenanturl: "https://x.identitynow.com"}
"""
_SDK = '{"BaseURL": "https://other.api.identitynow.com", "ClientId": "sdk-id", "ClientSecret": "sdk-secret"}'


@pytest.fixture
def left(here: Path, monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """The files of both tools, and the CLI's entries in the keyring."""
    folder = Path.home() / ".sailpoint"
    folder.mkdir()
    (folder / "config.yaml").write_text(_CLI)
    (here / "config.json").write_text(_SDK)
    held = {
        ("environments.pat.clientid", "acme"): "cli-id",
        ("environments.pat.clientsecret", "acme"): "cli-secret",
        ("environments.pat.clientid", "acme-sb"): "sb-id",
    }
    monkeypatch.setattr(keyring, "get_password", lambda service, user: held.get((service, user)))
    monkeypatch.setattr(keyring, "set_password", lambda *given: pytest.fail("nothing of theirs is written"))
    return held


def test_every_environment_is_found_with_its_keyring_entries(left: object) -> None:
    found = {one.name: one.settings for one in foreign_environments()}

    assert list(found) == ["config.json", "acme", "Acme-SB"]
    assert found["acme"]["SAIL_CLIENT_SECRET"] == "cli-secret"
    assert found["Acme-SB"]["SAIL_CLIENT_ID"] == "sb-id"


def test_each_becomes_a_profile_and_a_second_import_replaces_none(left: object) -> None:
    first = import_profiles()
    second = import_profiles()

    assert [one.name for one in first] == ["other", "acme", "Acme-SB"]
    assert [one.result for one in first][1:] == [
        "imported, its secret is in the file",
        "imported, no secret was found",
    ]
    assert load_profile("acme").client_id == "cli-id"
    assert all(one.result.startswith("not imported: There is a profile") for one in second)
    assert "secret'" not in repr(first)


def test_the_other_tools_files_stay_as_they_are(left: object, here: Path) -> None:
    import_profiles()

    assert (here / "config.json").read_text() == _SDK
    assert (Path.home() / ".sailpoint" / "config.yaml").read_text() == _CLI


def test_one_can_be_chosen_by_name(left: object) -> None:
    assert [one.name for one in import_profiles(["acme"])] == ["acme"]
    with pytest.raises(UsageError, match=r"no environment 'acne'.*acme"):
        import_profiles(["acne"])


def test_where_nothing_was_left_nothing_is_imported(here: Path) -> None:
    assert import_profiles() == []


@pytest.mark.parametrize("text", ["3f1c9a", "0123456789abcdef" * 4])
def test_an_entry_that_was_written_as_utf_8_is_read_right(text: str) -> None:
    assert utf8_entry(text.encode().decode("utf-16-le")) == text


@pytest.mark.parametrize("text", ["", "s3cr3t", "ünï", "秘密の鍵"])
def test_any_other_entry_stays_what_it_is(text: str) -> None:
    assert utf8_entry(text) == text
