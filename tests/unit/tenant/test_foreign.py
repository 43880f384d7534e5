"""Settings that other SailPoint tools left: read where they are right, passed over or named where they are not."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from isnshell.errors import ProfileError
from isnshell.tenant.foreign import foreign_environments, foreign_settings

_SDK = {"BaseURL": "https://sdk.api.identitynow.com", "ClientId": "sdk-id", "ClientSecret": "sdk-secret"}
_CLI = """\
activeenvironment: acme
authtype: pat
environments:
  acme:
    baseurl: https://acme.api.identitynow.com
    tenanturl: https://acme.identitynow.com
  other:
    baseurl: https://other.api.identitynow.com
"""

# The CLI's library names entries in another way there
elsewhere = pytest.mark.skipif(sys.platform == "win32", reason="entries have other names on Windows")


class Keys(KeyringBackend):
    """A keyring of this test alone."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.locked = False
        self.asked: list[tuple[str, str]] = []

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.append((service, username))
        if self.locked:
            raise KeyringLocked("locked")
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("nothing is written")


@pytest.fixture
def keys() -> Any:
    before, own = keyring.get_keyring(), Keys()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


@pytest.fixture
def cli_file(keys: Keys) -> Path:
    path = Path.home() / ".sailpoint" / "config.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(_CLI, "utf-8")
    keys.entries = {
        ("environments.pat.clientid", "acme"): "cli-id",
        ("environments.pat.clientsecret", "acme"): "cli-secret",
        ("environments.pat.clientid", "other"): "other-id",
    }
    return path


def _sdk_file(here: Path, value: Any = None, text: str | None = None) -> Path:
    path = here / "config.json"
    path.write_text(json.dumps(_SDK if value is None else value) if text is None else text, "utf-8")
    return path


def test_where_nobody_left_anything_there_is_nothing(here: Path, keys: Keys) -> None:
    assert foreign_settings() is None
    assert keys.asked == []


def test_the_sdks_file_of_this_folder(here: Path, keys: Keys) -> None:
    path = _sdk_file(here)
    found = foreign_settings()

    assert found is not None
    assert found.settings == {
        "SAIL_BASE_URL": "https://sdk.api.identitynow.com",
        "SAIL_CLIENT_ID": "sdk-id",
        "SAIL_CLIENT_SECRET": "sdk-secret",
    }
    assert (found.name, found.source) == ("config.json", str(path))


def test_a_byte_order_mark_is_no_part_of_it(here: Path, keys: Keys) -> None:
    _sdk_file(here, text="\ufeff" + json.dumps(_SDK))

    assert foreign_settings() is not None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "5", "null", "{}", '{"BaseURL": ""}', '{"name": "somebody else\'s config.json"}'],
    ids=repr,
)
def test_a_config_json_of_another_program_is_passed_over(here: Path, keys: Keys, text: str) -> None:
    _sdk_file(here, text=text)

    assert foreign_settings() is None


def test_a_config_json_of_another_encoding_is_passed_over(here: Path, keys: Keys) -> None:
    (here / "config.json").write_bytes(b"\xff\xfe{\x00}\x00")

    assert foreign_settings() is None


def test_what_the_file_leaves_out_is_empty(here: Path, keys: Keys) -> None:
    _sdk_file(here, {"BaseURL": "https://x.api.identitynow.com", "ClientId": None})
    found = foreign_settings()

    assert found is not None
    assert (found.settings["SAIL_CLIENT_ID"], found.settings["SAIL_CLIENT_SECRET"]) == ("", "")


@elsewhere
def test_the_active_environment_of_the_cli_with_its_keys(here: Path, cli_file: Path) -> None:
    found = foreign_settings()

    assert found is not None
    assert found.settings == {
        "SAIL_BASE_URL": "https://acme.api.identitynow.com",
        "SAIL_CLIENT_ID": "cli-id",
        "SAIL_CLIENT_SECRET": "cli-secret",
    }
    assert (found.name, found.source) == ("acme", str(cli_file))


@elsewhere
def test_only_the_active_environments_keys_are_asked_for(here: Path, cli_file: Path, keys: Keys) -> None:
    foreign_settings()

    assert {user for _, user in keys.asked} == {"acme"}


def test_the_sdks_file_comes_first_and_asks_no_keyring(here: Path, cli_file: Path, keys: Keys) -> None:
    _sdk_file(here)
    found = foreign_settings()

    assert found is not None
    assert (found.name, keys.asked) == ("config.json", [])


@elsewhere
def test_the_name_of_the_environment_forgives_case(here: Path, cli_file: Path) -> None:
    cli_file.write_text(_CLI.replace("activeenvironment: acme", "activeenvironment: ACME"), "utf-8")
    found = foreign_settings()

    assert found is not None
    assert found.settings["SAIL_CLIENT_ID"] == "cli-id"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "activeenvironment: nobody",
        "activeenvironment: gone\nenvironments:\n  acme:\n    baseurl: https://a.example",
        "activeenvironment: acme\nenvironments: []",
        "activeenvironment: acme\nenvironments:\n  acme: https://a.example",
        "activeenvironment: acme\nenvironments:\n  acme:\n    tenanturl: https://a.example",
        "- a list",
        "just text",
    ],
    ids=repr,
)
def test_a_cli_file_without_an_active_environment_is_nothing(here: Path, cli_file: Path, text: str) -> None:
    cli_file.write_text(text, "utf-8")

    assert foreign_settings() is None


@pytest.mark.parametrize(
    "content", [b"a: [", b"\xff\xfe", b"a: !!python/object/apply:os.system ['true']"], ids=["broken", "binary", "code"]
)
def test_a_cli_file_that_cant_be_read_is_named(here: Path, cli_file: Path, content: bytes) -> None:
    cli_file.write_bytes(content)
    with pytest.raises(ProfileError, match=r"Can't read .*config\.yaml"):
        foreign_settings()


def test_a_locked_keyring_leaves_the_keys_empty(here: Path, cli_file: Path, keys: Keys) -> None:
    keys.locked = True
    found = foreign_settings()

    assert found is not None
    assert found.settings["SAIL_CLIENT_SECRET"] == ""


@elsewhere
def test_no_repr_shows_a_key(here: Path, cli_file: Path) -> None:
    assert "cli-secret" not in repr(foreign_settings())
    _sdk_file(here)
    assert "sdk-secret" not in repr(foreign_settings())


def test_files_are_left_as_they_were(here: Path, cli_file: Path) -> None:
    sdk = _sdk_file(here)
    before = sdk.read_bytes(), cli_file.read_bytes()
    foreign_settings()

    assert (sdk.read_bytes(), cli_file.read_bytes()) == before


@elsewhere
def test_names_and_keys_forgive_case_as_the_cli_does(here: Path, cli_file: Path) -> None:
    cli_file.write_text("ActiveEnvironment: Acme\nEnvironments:\n  ACME:\n    BaseURL: https://acme.test\n", "utf-8")
    found = foreign_settings()

    assert found is not None
    assert (found.name, found.settings["SAIL_BASE_URL"]) == ("acme", "https://acme.test")
    assert found.settings["SAIL_CLIENT_ID"] == "cli-id"


def test_without_a_name_the_environment_default_is_the_active_one(here: Path, cli_file: Path) -> None:
    cli_file.write_text("environments:\n  default:\n    baseurl: https://a.test\n", "utf-8")

    assert foreign_settings() is not None


def test_the_first_versions_of_the_cli_kept_the_secret_in_the_file(here: Path, cli_file: Path, keys: Keys) -> None:
    keys.entries = {}
    cli_file.write_text(
        "activeenvironment: acme\nenvironments:\n  acme:\n    baseurl: https://a.test\n"
        "    pat:\n      clientid: old-id\n      clientsecret: old-secret\n",
        "utf-8",
    )
    found = foreign_settings()

    assert found is not None
    assert (found.settings["SAIL_CLIENT_ID"], found.settings["SAIL_CLIENT_SECRET"]) == ("old-id", "old-secret")


@elsewhere
@pytest.mark.parametrize("place", ["authtype: oauth\n", "", "    authtype: OAuth\n"], ids=["all", "none", "one"])
def test_where_the_cli_signs_in_by_browser_its_token_is_taken(
    here: Path, cli_file: Path, keys: Keys, place: str
) -> None:
    keys.entries["environments.oauth.accesstoken", "acme"] = "its-token"
    first, last = (place, "") if not place.startswith(" ") else ("", place)
    cli_file.write_text(
        f"activeenvironment: acme\n{first}environments:\n  acme:\n    baseurl: https://a.test\n{last}", "utf-8"
    )
    found = foreign_settings()

    assert found is not None
    if place:
        assert (found.settings["ISN_AUTH"], found.settings["ISN_TOKEN"]) == ("token", "its-token")
        assert "its-token" not in repr(found)
    else:
        assert "ISN_AUTH" not in found.settings


@elsewhere
def test_all_environments_come_by_their_names(here: Path, cli_file: Path) -> None:
    _sdk_file(here)

    assert [one.name for one in foreign_environments()] == ["config.json", "acme", "other"]


@pytest.mark.parametrize("key", ["NermBaseURL", "NermBaseUrl", "NERMBaseURL"])
def test_the_address_of_nerm_is_taken_too(here: Path, keys: Keys, key: str) -> None:
    _sdk_file(here, {**_SDK, key: "https://acme.nonemployee.com/api"})
    found = foreign_settings()

    assert found is not None
    assert found.settings["SAIL_NERM_BASE_URL"] == "https://acme.nonemployee.com/api"
