"""The SailPoint CLI's entries in the system's keyring: read as its library (zalando/go-keyring) wrote them."""

from __future__ import annotations

import base64
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# How the library marks what it encodes on macOS
_ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "go-keyring-base64:": base64.b64decode,
    "go-keyring-encoded:": bytes.fromhex,
}


def cli_entry(what: str, environment: str) -> str:
    """An entry of one of the CLI's environments; empty where there is none, or no keyring.

    Args:
        what: Its name behind `environments.`, such as `pat.clientid`.
        environment: Name of the environment.
    """
    import keyring  # waits: asking the system's keyring takes its time

    service, user = f"environments.{what}", environment.lower()
    try:
        if sys.platform == "win32":
            # The library puts both into the name of the entry, which Python's takes for the service
            with _quiet("keyring"):
                return utf8_entry(keyring.get_password(f"{service}:{user}", user) or "")
        return decoded_entry(keyring.get_password(service, user) or "")
    except Exception:  # noqa: BLE001 - a backend raises its system's own errors
        return ""


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Python's keyring warns of every entry in UTF-8 that it meets: these are, and rightly so."""
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


def decoded_entry(text: str) -> str:
    """An entry of macOS' keychain as the CLI meant it."""
    for mark, decode in _ENCODINGS.items():
        if text.startswith(mark):
            try:
                return decode(text.removeprefix(mark)).decode()
            except ValueError:  # no Base64, no hexadecimal, no UTF-8: it was meant as it is
                return text
    return text


def utf8_entry(text: str) -> str:
    """An entry of Windows' Credential Manager as the CLI meant it: it writes UTF-8, where Python reads UTF-16.

    What was ASCII comes out as half as many characters of other scripts; turned back, it is ASCII again.
    """
    try:
        meant = text.encode("utf-16-le").decode("ascii")
    except UnicodeError:
        return text
    return meant if meant.isprintable() else text
