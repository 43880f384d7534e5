"""Profiles: one tenant's settings, where they are found, and what is refused."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from isnshell.errors import ProfileError
from isnshell.tenant.profiles import (
    Profile,
    load_profile,
    make_profile,
    profile_names,
    public_settings,
    read_env_file,
    user_folder,
)

_URL = "https://acme.api.identitynow.com"


def _profile(**settings: str) -> Profile:
    return make_profile("acme", {"SAIL_BASE_URL": _URL, **settings}, "acme.env")


def _write(folder: Path, name: str, *lines: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.env"
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.mark.parametrize(
    ("attribute", "value", "key", "text"),
    [
        ("base_url", "https://b.test", "SAIL_BASE_URL", "https://b.test/"),
        ("client_id", "an-id", "SAIL_CLIENT_ID", "an-id"),
        ("client_secret", "a secret$1", "SAIL_CLIENT_SECRET", "a secret$1"),
        ("nerm_base_url", "https://n.test/api", "SAIL_NERM_BASE_URL", "https://n.test/api"),
        ("auth", "browser", "ISN_AUTH", "Browser"),
        ("api_version", "v2026", "ISN_API_VERSION", "V2026"),
        ("environment", "development", "ISN_ENVIRONMENT", "development"),
        ("read_only", True, "ISN_READ_ONLY", "yes"),
        ("confirm", True, "ISN_CONFIRM", "on"),
        ("proxy", "http://proxy:8080", "ISN_PROXY", "http://proxy:8080"),
        ("ca_bundle", "ca.pem", "ISN_CA_BUNDLE", "ca.pem"),
        ("timeout", 5.5, "ISN_TIMEOUT", "5.5"),
        ("max_retries", 0, "ISN_MAX_RETRIES", "0"),
        ("rate_limit", 50, "ISN_RATE_LIMIT", "50"),
        ("experimental", False, "ISN_EXPERIMENTAL", "False"),
    ],
)
def test_every_key_is_read(attribute: str, value: Any, key: str, text: str) -> None:
    assert value == getattr(_profile(**{key: text}), attribute)


def test_what_is_unset_has_a_careful_default() -> None:
    profile = _profile()

    assert (profile.auth, profile.api_version, profile.environment) == ("client", "v2025", "production")
    assert (profile.read_only, profile.experimental, profile.is_production) == (False, True, True)
    assert profile.rate_limit < 100


def test_an_empty_value_counts_as_unset() -> None:
    assert _profile(ISN_API_VERSION="", ISN_TIMEOUT=" ", ISN_READ_ONLY="", ISN_ENVIRONMENT="") == _profile()


@pytest.mark.parametrize(
    ("environment", "settings"),
    [
        pytest.param("production", {}, id="tenant"),
        pytest.param("sandbox", {"SAIL_BASE_URL": "sandbox:"}, id="embedded sandbox"),
        pytest.param("sandbox", {"SAIL_BASE_URL": "http://localhost:8750"}, id="loopback"),
        pytest.param("sandbox", {"SAIL_BASE_URL": "http://[::1]:8750"}, id="loopback of IPv6"),
        pytest.param(
            "production", {"SAIL_BASE_URL": "https://acme-sb.api.identitynow.com"}, id="a name proves nothing"
        ),
        pytest.param("production", {"SAIL_BASE_URL": "https://localhost.evil.test"}, id="only begins like loopback"),
        pytest.param(
            "production",
            {"SAIL_BASE_URL": "http://localhost:1", "SAIL_NERM_BASE_URL": "https://acme.nonemployee.com/api"},
            id="NERM is elsewhere",
        ),
        pytest.param("production", {"SAIL_BASE_URL": "sandbox:", "ISN_ENVIRONMENT": "production"}, id="said so"),
    ],
)
def test_an_unset_environment_is_production_except_on_loopback(environment: str, settings: dict[str, str]) -> None:
    assert environment == _profile(**settings).environment


@pytest.mark.parametrize(
    ("message", "settings"),
    [
        pytest.param("has no SAIL_BASE_URL.*acme.env", {"SAIL_BASE_URL": ""}, id="no address"),
        pytest.param("no web address", {"SAIL_BASE_URL": "acme.api.identitynow.com"}, id="no scheme"),
        pytest.param("no web address", {"SAIL_BASE_URL": "ftp://acme.test"}, id="other scheme"),
        pytest.param("no web address", {"SAIL_BASE_URL": "https://"}, id="no host"),
        pytest.param("no web address", {"SAIL_BASE_URL": "https://[half"}, id="broken host"),
        pytest.param("no web address", {"SAIL_BASE_URL": "https://acme.test:port"}, id="broken port"),
        pytest.param("has a \\? or #", {"SAIL_BASE_URL": "https://acme.test/?x="}, id="query"),
        pytest.param("has a \\? or #", {"SAIL_BASE_URL": "https://acme.test/#x"}, id="fragment"),
        pytest.param("no web address", {"SAIL_NERM_BASE_URL": "sandbox:"}, id="NERM has no sandbox"),
        pytest.param("ISN_AUTH='password' is not allowed.*client, browser, token", {"ISN_AUTH": "password"}, id="auth"),
        pytest.param("ISN_API_VERSION='v9'.*v2025", {"ISN_API_VERSION": "v9"}, id="generation"),
        pytest.param("ISN_ENVIRONMENT='prod'.*production", {"ISN_ENVIRONMENT": "prod"}, id="environment"),
        pytest.param("ISN_READ_ONLY='maybe' is neither", {"ISN_READ_ONLY": "maybe"}, id="flag"),
        pytest.param("ISN_TIMEOUT='0' is no number from 1", {"ISN_TIMEOUT": "0"}, id="number too small"),
        pytest.param("ISN_TIMEOUT='nan' is no number", {"ISN_TIMEOUT": "nan"}, id="not a number"),
        pytest.param("ISN_MAX_RETRIES='x' is no number", {"ISN_MAX_RETRIES": "x"}, id="no number"),
        pytest.param("ISN_RATE_LIMIT='0'", {"ISN_RATE_LIMIT": "0"}, id="no requests at all"),
    ],
)
def test_a_wrong_setting_is_refused_by_its_name(message: str, settings: dict[str, str]) -> None:
    with pytest.raises(ProfileError, match=f"Profile 'acme'.*{message}|{message}"):
        _profile(**settings)


@pytest.mark.parametrize("key", ["SAIL_BASE_URL", "SAIL_NERM_BASE_URL"])
@pytest.mark.parametrize(
    "url",
    ["http://acme.test", "HTTP://acme.test", "http://127.0.0.1.acme.test", "http://localhost.", "http://2130706433"],
)
def test_plain_http_is_refused_for_every_host_but_this_machine(key: str, url: str) -> None:
    with pytest.raises(ProfileError, match=r"not encrypted.*https://"):
        _profile(**{key: url})


@pytest.mark.parametrize(
    "url", ["http://localhost:8750", "http://127.0.0.1:8750", "http://[::1]:8750", "http://LOCALHOST"]
)
def test_plain_http_is_allowed_to_loopback(url: str) -> None:
    assert url == _profile(SAIL_BASE_URL=url).base_url


@pytest.mark.parametrize(
    "url",
    [
        "https://me:s3cr3t@acme.test",
        "http://me:s3cr3t@acme.test",
        "ftp://me:s3cr3t@acme.test",
        "http://127.0.0.1:s3cr3t@evil.test",
    ],
)
def test_an_address_with_a_password_is_refused_without_showing_it(url: str) -> None:
    with pytest.raises(ProfileError, match="user name or password") as caught:
        _profile(SAIL_BASE_URL=url)

    assert "s3cr3t" not in str(caught.value)


def test_values_are_taken_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME_OF", "interpolated")
    path = _write(tmp_path, "a", "A=pa$HOME_OF", "B='x${HOME_OF}#y'", "C=a#b", "# comment", "export D = spaced ")

    assert read_env_file(path) == {"A": "pa$HOME_OF", "B": "x${HOME_OF}#y", "C": "a#b", "D": "spaced"}


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / "a.env"
    path.write_bytes(b"\xef\xbb\xbfSAIL_BASE_URL=sandbox:\r\nSAIL_CLIENT_ID=\xc3\xa4\r\n")

    assert read_env_file(path) == {"SAIL_BASE_URL": "sandbox:", "SAIL_CLIENT_ID": "ä"}


def test_a_file_in_another_encoding_is_a_named_error(tmp_path: Path) -> None:
    path = tmp_path / "a.env"
    path.write_bytes("SAIL_BASE_URL=sandbox:".encode("utf-16"))

    with pytest.raises(ProfileError, match=r"Can't read the profile .*a\.env"):
        read_env_file(path)


def test_the_profile_folder_of_the_environment_wins_then_this_folder_then_the_users(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = here / "named"
    users = user_folder() / "profiles"
    monkeypatch.setenv("ISN_PROFILE_DIR", str(named))
    for folder, names in ((named, "a"), (here / "profiles", "ab"), (users, "abc")):
        for name in names:
            _write(folder, name, "SAIL_BASE_URL=sandbox:")
    found = profile_names()

    assert found["a"].parent == named
    assert found["b"].parent == here / "profiles"
    assert found["c"].parent == users


def test_the_demo_is_built_in_and_the_example_is_no_profile(here: Path) -> None:
    _write(here / "profiles", "example", "SAIL_BASE_URL=sandbox:")

    assert "demo" in profile_names()
    assert "example" not in profile_names()
    assert load_profile("demo").is_embedded


def test_an_own_demo_wins_over_the_built_in_one(here: Path) -> None:
    _write(here / "profiles", "demo", "SAIL_BASE_URL=https://acme.test")

    assert load_profile("demo").base_url == "https://acme.test"


def test_the_users_folder_lies_in_the_home_of_this_test() -> None:
    assert str(user_folder()).startswith(os.path.expanduser("~"))


def test_an_unknown_profile_lists_those_that_there_are(here: Path) -> None:
    _write(here / "profiles", "prod", "SAIL_BASE_URL=sandbox:")

    with pytest.raises(ProfileError, match=r"no profile 'prdo'.*Did you mean prod\?.*prod.*demo"):
        load_profile("prdo")


@pytest.mark.parametrize("name", ["../profiles/prod", "", ".", "profiles/prod"], ids=repr)
def test_a_profile_is_named_not_found_by_path(here: Path, name: str) -> None:
    _write(here / "profiles", "prod", "SAIL_BASE_URL=sandbox:")

    with pytest.raises(ProfileError, match="There is no profile"):
        load_profile(name)


def test_a_named_profile_wins_over_the_environment(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(
        here / "profiles", "test", "SAIL_BASE_URL=https://test.invalid", "SAIL_CLIENT_ID=a", "ISN_ENVIRONMENT=sandbox"
    )
    monkeypatch.setenv("SAIL_BASE_URL", _URL)
    monkeypatch.setenv("SAIL_CLIENT_ID", "b")
    monkeypatch.setenv("ISN_EXPERIMENTAL", "true")
    profile = load_profile("test")

    assert (profile.base_url, profile.client_id) == ("https://test.invalid", "a")


@pytest.mark.parametrize("key", ["ISN_READ_ONLY", "ISN_CONFIRM"])
@pytest.mark.parametrize(
    ("held", "in_profile", "in_environment"),
    [
        pytest.param(True, "false", "true", id="environment tightens"),
        pytest.param(True, "true", "false", id="environment does not loosen"),
        pytest.param(True, "", "1", id="unset in the profile"),
        pytest.param(False, "false", "", id="nobody asks for it"),
    ],
)
def test_safety_keys_only_ever_tighten(
    here: Path, monkeypatch: pytest.MonkeyPatch, key: str, held: bool, in_profile: str, in_environment: str
) -> None:
    _write(here / "profiles", "test", "SAIL_BASE_URL=sandbox:", f"{key}={in_profile}")
    monkeypatch.setenv(key, in_environment)

    assert held is getattr(load_profile("test"), key.removeprefix("ISN_").lower())


def test_a_wrong_safety_key_in_the_environment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISN_READ_ONLY", "ture")

    with pytest.raises(ProfileError, match="ISN_READ_ONLY='ture'"):
        load_profile("demo")


def test_without_a_name_the_environment_is_the_profile(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "config.json").write_text(json.dumps({"BaseURL": "https://other.test"}))
    for key, value in (
        ("SAIL_BASE_URL", _URL),
        ("SAIL_CLIENT_ID", "a"),
        ("SAIL_CLIENT_SECRET", "b"),
        ("ISN_API_VERSION", "v2024"),
        ("ISN_READ_ONLY", "true"),
    ):
        monkeypatch.setenv(key, value)
    profile = load_profile()

    assert (profile.base_url, profile.client_id, profile.client_secret) == (_URL, "a", "b")
    assert (profile.api_version, profile.read_only, profile.environment) == ("v2024", True, "production")


def test_without_an_environment_the_sdks_file_is_the_profile(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "config.json").write_text(
        json.dumps({"BaseURL": _URL, "ClientId": "a", "ClientSecret": "b$c"}), "utf-8-sig"
    )
    monkeypatch.setenv("ISN_READ_ONLY", "true")
    profile = load_profile()

    assert (profile.base_url, profile.client_id, profile.client_secret) == (_URL, "a", "b$c")
    assert profile.source == str(here / "config.json")
    assert profile.read_only


def test_a_config_of_some_other_program_is_passed_over(here: Path) -> None:
    (here / "config.json").write_text('{"editor": "vim"}')

    with pytest.raises(ProfileError, match=r"No profile was named.*isnshell -p demo"):
        load_profile()


def test_the_active_environment_of_the_cli_is_the_last_resort(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring

    held = {("environments.pat.clientid", "acme"): "an-id", ("environments.pat.clientsecret", "acme"): "s3cr3t"}
    monkeypatch.setattr(keyring, "get_password", lambda service, name: held.get((service, name)))
    folder = Path.home() / ".sailpoint"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text(
        f"activeenvironment: Acme\nenvironments:\n  acme:\n    baseurl: {_URL}\n  other:\n    baseurl: https://x.test\n"
    )
    profile = load_profile()

    assert (profile.name, profile.base_url) == ("acme", _URL)
    assert (profile.client_id, profile.client_secret) == ("an-id", "s3cr3t")


@pytest.mark.parametrize("content", [b"a: [", b"\xff\xfe", b"- 1"], ids=repr)
def test_a_broken_file_of_the_cli_is_no_traceback(here: Path, content: bytes) -> None:
    folder = Path.home() / ".sailpoint"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_bytes(content)

    with pytest.raises(ProfileError):
        load_profile()


def test_no_repr_and_no_shown_setting_holds_a_secret() -> None:
    profile = _profile(SAIL_CLIENT_SECRET="s3cr3t", ISN_PROXY="http://me:s3cr3t@proxy:8080")

    assert "s3cr3t" not in repr(profile)
    assert "s3cr3t" not in str(public_settings(profile))
    assert public_settings(profile)["client_secret"] == "(set)"


@pytest.mark.parametrize(("shown", "written"), [("env:A", "env:A"), ("keyring:", "keyring:"), ("(not set)", "")])
def test_where_a_secret_is_may_be_shown(shown: str, written: str) -> None:
    assert shown == public_settings(_profile(SAIL_CLIENT_SECRET=written))["client_secret"]


def test_the_host_is_what_the_tenant_is_called() -> None:
    assert _profile().host == "acme.api.identitynow.com"
    assert _profile(SAIL_BASE_URL="sandbox:").host == "sandbox"


@pytest.mark.parametrize(
    ("hint", "address"),
    [
        ("Write SAIL_BASE_URL=https://acme.api.identitynow.com.", "acme.api.identitynow.com"),
        ("It begins with https://.", "nothing"),
        ("It begins with https://.", "ftp://acme.api.identitynow.com"),
    ],
)
def test_an_address_without_its_beginning_is_told_how_to_write_it(hint: str, address: str) -> None:
    with pytest.raises(ProfileError) as caught:
        make_profile("a", {"SAIL_BASE_URL": address}, "a.env")

    assert caught.value.hint == hint
