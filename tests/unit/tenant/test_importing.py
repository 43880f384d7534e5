"""Taking over what other tools have: each environment becomes a profile, once, and theirs stay."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import keyring
import pytest

from isnshell.errors import ProfileError, UsageError
from isnshell.tenant.importing import import_profiles
from isnshell.tenant.profiles import load_profile, read_env_file

if sys.platform == "win32":
    pytest.skip("entries have other names on Windows, see test_cli_entries", allow_module_level=True)

_CLI = """\
activeenvironment: acme
environments:
  acme:
    baseurl: https://acme.api.identitynow.com/
  dev:
    baseurl: https://dev.api.identitynow.com
  by-browser:
    authtype: oauth
    baseurl: https://by-browser.api.identitynow.com
  wrong:
    baseurl: http://wrong.api.identitynow.com
  half:
    tenanturl: https://half.identitynow.com
"""
_ENTRIES = {
    ("environments.pat.clientid", "acme"): "acme-id",
    ("environments.pat.clientsecret", "acme"): "acme-secret",
    ("environments.oauth.accesstoken", "by-browser"): "its-token",
}


@pytest.fixture(autouse=True)
def left(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the CLI left, on a system without a keyring that keeps anything."""
    monkeypatch.setattr(keyring, "get_keyring", lambda: type("None", (), {"priority": 0})())
    monkeypatch.setattr(keyring, "get_password", lambda service, user: _ENTRIES.get((service, user)))
    path = Path.home() / ".sailpoint" / "config.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(_CLI, "utf-8")
    return path


def test_every_environment_becomes_a_profile_and_no_token_is_written(left: Path) -> None:
    done = {one.name: one for one in import_profiles()}

    assert load_profile("acme").client_id == "acme-id"
    assert done["acme"].result == "imported, its secret is in the file"
    assert done["dev"].result == "imported, asks for its secret: none was found"
    assert read_env_file(Path(done["by-browser"].file)) == {
        "SAIL_BASE_URL": "https://by-browser.api.identitynow.com",
        "ISN_AUTH": "token",
    }
    assert (done["wrong"].file, "not encrypted" in done["wrong"].result) == ("", True)
    assert (done["half"].file, "no SAIL_BASE_URL" in done["half"].result) == ("", True)
    assert left.read_text("utf-8") == _CLI


def test_what_is_there_already_stays_and_is_no_failure() -> None:
    before = import_profiles(["acme"])
    again = import_profiles(["acme"])

    assert [one.result for one in again] == ["is there already"]
    assert [one.file for one in again] == [one.file for one in before]


def test_another_profile_of_the_name_is_not_touched(here: Path) -> None:
    (here / "profiles").mkdir()
    (here / "profiles" / "acme.env").write_text("SAIL_BASE_URL=sandbox:\n")
    (done,) = import_profiles(["acme"])

    assert (done.file, done.result) == ("", "not imported: There is a profile 'acme' already")
    assert (here / "profiles" / "acme.env").read_text() == "SAIL_BASE_URL=sandbox:\n"


@pytest.mark.parametrize(
    ("names", "address"),
    [
        (["acme", "dev", "by-browser", "wrong", "half"], "https://acme.api.identitynow.com/"),
        (["sdk", "acme", "dev", "by-browser", "wrong", "half"], "https://sdk.api.identitynow.com"),
        (["acme", "acme-2", "dev", "by-browser", "wrong", "half"], "https://acme.api.identitynow-demo.com"),
    ],
)
def test_the_sdks_file_is_called_after_its_tenant(here: Path, names: list[str], address: str) -> None:
    (here / "config.json").write_text(json.dumps({"BaseURL": address, "ClientId": "x", "ClientSecret": "y"}))

    assert [one.name for one in import_profiles()] == names


def test_an_unknown_name_gets_those_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match=r"no environment 'acne' to import.*acme"):
        import_profiles(["acne"])


def test_no_secret_is_said(capsys: pytest.CaptureFixture[str], caplog: Any) -> None:
    done = import_profiles()

    assert "acme-secret" not in repr(done) + capsys.readouterr().err + caplog.text
    assert "its-token" not in repr(done)


def test_a_name_that_only_the_cli_has_is_told_how_to_be_imported(left: Path) -> None:
    with pytest.raises(ProfileError, match="The SailPoint CLI has one of this name: isnshell profile import dev"):
        load_profile("Dev")
    left.write_text("a: [")
    with pytest.raises(ProfileError, match="no profile 'dev'"):
        load_profile("dev")
