"""isnshell's own entries in the system's keyring."""

from __future__ import annotations

import re
import sys
from contextlib import suppress

_SERVICE = "isnshell"
_LONGEST = 1200  # characters; Windows' Credential Manager takes 2,560 bytes, which Python fills with UTF-16
_FIRST = re.compile(r"(\d{1,2}) parts:(.*)", re.DOTALL)


def has_keyring() -> bool:
    """Whether the system has a keyring that keeps secrets safe; one that keeps plain files does not count."""
    import keyring  # waits: asking the system's keyring takes its time

    try:
        return float(keyring.get_keyring().priority) >= 1
    except Exception:  # noqa: BLE001 - a backend raises its system's own errors
        return False


def keep_entry(user: str, secret: str) -> bool:
    """Keep a secret under a name; False where there is no keyring, or it does not take it."""
    if not has_keyring():
        return False
    import keyring

    try:
        for number, part in enumerate(_parts(secret)):
            keyring.set_password(_SERVICE, _name(user, number), part)
        return read_entry(user) == secret
    except Exception:  # noqa: BLE001 - locked, declined, too long for it: the system's own errors
        return False


def read_entry(user: str) -> str:
    """The secret that is kept under a name; empty if there is none. Raises what the system's keyring raises."""
    import keyring

    first = keyring.get_password(_SERVICE, user) or ""
    if not (found := _FIRST.fullmatch(first)):
        return first
    rest = (keyring.get_password(_SERVICE, _name(user, number)) or "" for number in range(1, int(found[1])))
    return found[2] + "".join(rest)


def forget_entry(user: str) -> None:
    """Take a secret out of the keyring."""
    import keyring

    with suppress(Exception):  # there is none, or no keyring
        found = _FIRST.fullmatch(keyring.get_password(_SERVICE, user) or "")
        for number in range(int(found[1]) if found else 1):
            keyring.delete_password(_SERVICE, _name(user, number))


def _parts(secret: str) -> list[str]:
    if sys.platform != "win32" or len(secret) <= _LONGEST:
        return [secret]
    parts = [secret[at : at + _LONGEST] for at in range(0, len(secret), _LONGEST)]
    return [f"{len(parts)} parts:{parts[0]}", *parts[1:]]


def _name(user: str, number: int) -> str:
    return f"{user}#{number + 1}" if number else user
