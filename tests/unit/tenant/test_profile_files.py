"""Profiles that are written: private from their first moment, never in place of another, secrets in the keyring."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from isnshell.errors import ProfileError, UsageError
from isnshell.tenant import profile_files
from isnshell.tenant.profile_files import check_new_name, env_text, only_for_owner, save_profile
from isnshell.tenant.profiles import load_profile, read_env_file, user_folder
from isnshell.tenant.secrets import client_secret

_SETTINGS = {"SAIL_BASE_URL": "https://acme.test", "SAIL_CLIENT_ID": "an-id", "SAIL_CLIENT_SECRET": "s3cr3t"}
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes mean nothing on Windows")


@_POSIX
def test_the_file_is_the_owners_alone_whatever_the_umask(ring: Any) -> None:
    ring(priority=0)
    before = os.umask(0)
    try:
        saved = save_profile("acme", _SETTINGS)
    finally:
        os.umask(before)

    assert saved.path == user_folder() / "profiles" / "acme.env"
    assert saved.path.stat().st_mode & 0o777 == 0o600
    assert saved.path.parent.stat().st_mode & 0o777 == 0o700
    assert saved.is_private


def test_a_secret_goes_to_the_keyring_bound_to_its_host(ring: Any) -> None:
    held = ring().held
    saved = save_profile("acme", _SETTINGS)

    assert saved.in_keyring
    assert held == {("isnshell", "an-id@acme.test"): "s3cr3t"}
    assert "s3cr3t" not in saved.path.read_text() + repr(saved)
    assert client_secret(load_profile("acme")) == "s3cr3t"


@pytest.mark.parametrize("settings", [{"priority": 0.5}, {"longest": 0}], ids=["plain files", "declined"])
def test_without_a_usable_keyring_the_secret_stands_in_the_file(ring: Any, settings: dict[str, Any]) -> None:
    ring(**settings)
    saved = save_profile("acme", _SETTINGS)

    assert not saved.in_keyring
    assert read_env_file(saved.path) == _SETTINGS
    assert "s3cr3t" not in repr(saved)


def test_where_a_secret_is_stays_as_written(ring: Any) -> None:
    held = ring().held
    saved = save_profile("acme", {**_SETTINGS, "SAIL_CLIENT_SECRET": "env:ACME"})

    assert (saved.profile.client_secret, held) == ("env:ACME", {})


def test_a_profile_that_is_there_is_never_replaced(ring: Any) -> None:
    ring()
    first = save_profile("acme", _SETTINGS)
    text = first.path.read_text()

    for name in ("acme", "ACME", "demo"):
        with pytest.raises(ProfileError, match="There is a profile"):
            save_profile(name, {**_SETTINGS, "SAIL_BASE_URL": "https://other.test"})
    assert first.path.read_text() == text


def test_a_file_that_appears_meanwhile_is_not_replaced(ring: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    ring(priority=0)
    monkeypatch.setattr(profile_files, "check_new_name", lambda name: name)
    path = user_folder() / "profiles" / "acme.env"
    path.parent.mkdir(parents=True)
    path.write_text("theirs")

    with pytest.raises(ProfileError, match="There is a file"):
        save_profile("acme", _SETTINGS)
    assert path.read_text() == "theirs"


def test_a_wrong_setting_writes_nothing(ring: Any) -> None:
    held = ring().held
    with pytest.raises(ProfileError, match="not encrypted"):
        save_profile("acme", {**_SETTINGS, "SAIL_BASE_URL": "http://acme.test"})

    assert held == {}
    assert not (user_folder() / "profiles").exists()


@pytest.mark.parametrize(
    "name", ["", "a b", "../evil", "a/b", "a\\b", ".hidden", "example", "acme.", "con", "Aux.prod", "COM1", "x" * 65]
)
def test_a_name_that_no_file_can_have_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="can't be the name"):
        check_new_name(name)


@pytest.mark.parametrize("secret", ["a$b${HOME}", "with space", "it's", 'a"b', "a#b", "a #b", "\\n\\", "'", "ünï", "="])
def test_any_secret_reads_back_as_it_was(tmp_path: Path, secret: str) -> None:
    path = tmp_path / "a.env"
    path.write_text(env_text({"SAIL_CLIENT_SECRET": secret}), "utf-8")

    assert read_env_file(path) == {"SAIL_CLIENT_SECRET": secret}


def test_windows_gives_the_file_to_its_owner_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran: list[list[str]] = []

    def run(command: list[str], **options: Any) -> Any:
        ran.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setenv("USERNAME", "ada")
    monkeypatch.setenv("USERDOMAIN", "ACME")

    assert only_for_owner(tmp_path / "a.env")
    ((program, path, *rest),) = ran
    assert program.endswith("icacls.exe")
    assert path == str(tmp_path / "a.env")
    assert rest == ["/inheritance:r", "/grant:r", "ACME\\ada:F"]


@pytest.mark.parametrize("fault", [OSError("none"), subprocess.TimeoutExpired("icacls", 10), None])
def test_an_access_list_that_can_t_be_set_is_told(monkeypatch: pytest.MonkeyPatch, fault: Any) -> None:
    def run(command: list[str], **options: Any) -> Any:
        if fault:
            raise fault
        return subprocess.CompletedProcess(command, 5)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setenv("USERNAME", "ada")

    assert not only_for_owner(Path("a.env"))
