"""The SailPoint CLI's keyring entries: read on each system as the CLI wrote them."""

from __future__ import annotations

import base64
import logging
from typing import Any

import keyring
import pytest

from isnshell.tenant import cli_entries
from isnshell.tenant.cli_entries import cli_entry, decoded_entry, utf8_entry

_SECRET = "b2af37fac5de1bace96260ae330ff774"


def _read_by_python(blob: bytes) -> str:
    """What Python's keyring makes of an entry of Windows' Credential Manager."""
    try:
        return blob.decode("utf-16")
    except UnicodeDecodeError:
        logging.getLogger("keyring.backends.Windows").warning("Retrieved a UTF-8 encoded credential")
        return blob.decode("utf-8")


@pytest.mark.parametrize("meant", [_SECRET, _SECRET[:-1], "a", "ab", ""], ids=len)
def test_what_the_cli_wrote_in_utf_8_is_read_right(meant: str) -> None:
    assert utf8_entry(_read_by_python(meant.encode())) == meant


@pytest.mark.parametrize("meant", [_SECRET, "ünï", "秘密"])
def test_what_was_written_in_utf_16_stays(meant: str) -> None:
    assert utf8_entry(_read_by_python(meant.encode("utf-16-le"))) == meant


def test_on_windows_service_and_user_make_the_entry_s_name_and_nothing_is_warned_of(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    held = {("environments.pat.clientsecret:acme", "acme"): b"odd"}
    monkeypatch.setattr(cli_entries.sys, "platform", "win32")
    monkeypatch.setattr(keyring, "get_password", lambda service, user: _read_by_python(held[service, user]))

    assert cli_entry("pat.clientsecret", "ACME") == "odd"
    assert caplog.records == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (_SECRET, _SECRET),
        (_SECRET, "go-keyring-base64:" + base64.b64encode(_SECRET.encode()).decode()),
        ("two\nlines", "go-keyring-encoded:" + b"two\nlines".hex()),
        ("go-keyring-base64:a", "go-keyring-base64:a"),
        ("go-keyring-encoded:xyz", "go-keyring-encoded:xyz"),
        ("", ""),
    ],
)
def test_what_the_cli_encodes_in_macos_keychain_is_decoded(expected: str, text: str) -> None:
    assert decoded_entry(text) == expected


def test_a_keyring_that_fails_in_its_own_way_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: Any) -> None:
        raise RuntimeError("the system's own error")

    monkeypatch.setattr(keyring, "get_password", fail)

    assert cli_entry("pat.clientid", "acme") == ""
