"""isnshell's own entries in the system's keyring, long ones in parts where it takes short ones only."""

from __future__ import annotations

from typing import Any

import pytest

from isnshell.tenant import keyring_entries
from isnshell.tenant.keyring_entries import forget_entry, keep_entry, read_entry


@pytest.mark.parametrize("length", [1, 1200, 1201, 2400, 4000])
@pytest.mark.parametrize("system", ["win32", "linux"])
def test_a_secret_of_any_length_is_kept_and_forgotten_whole(
    ring: Any, monkeypatch: pytest.MonkeyPatch, system: str, length: int
) -> None:
    monkeypatch.setattr(keyring_entries.sys, "platform", system)
    held = ring(longest=1280 if system == "win32" else 100_000).held
    secret = "".join(chr(97 + number % 26) for number in range(length))

    assert keep_entry("me", secret)
    assert read_entry("me") == secret
    assert len(held) == (-(-length // 1200) if system == "win32" else 1)
    forget_entry("me")
    assert held == {}


def test_what_it_does_not_take_is_not_kept(ring: Any) -> None:
    ring(longest=3)

    assert not keep_entry("me", "long")


def test_a_keyring_of_plain_files_is_none(ring: Any) -> None:
    held = ring(priority=0.5).held

    assert not keep_entry("me", "s3cr3t")
    assert held == {}


def test_what_is_not_there_is_empty_and_can_be_forgotten(ring: Any) -> None:
    ring()
    forget_entry("me")

    assert read_entry("me") == ""
