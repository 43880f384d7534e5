"""Finding a profile's client secret where it says it is, and nowhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from getpass import getpass

from ..errors import ProfileError
from .profiles import Profile

KEYRING_SERVICE = "isnshell"


def _prompt(question: str) -> str:
    return getpass(question) if sys.stdin.isatty() and sys.stderr.isatty() else ""


def client_secret(
    profile: Profile, environ: Mapping[str, str] = os.environ, prompt: Callable[[str], str] = _prompt
) -> str:
    """The secret itself: as written, from the environment (`env:NAME`), from the keyring (`keyring:`), or typed.

    Raises:
        ProfileError: It is nowhere, and no terminal is there to ask at.
    """
    written = profile.client_secret
    if written.startswith("env:"):
        found = environ.get(written[4:], "")
    elif written.startswith("keyring:"):
        found = _from_keyring(profile)
    else:
        found = written
    found = found or prompt(f"Client secret for {profile.client_id or profile.name} at {profile.host}: ")
    if not found:
        place = f" ({written})" if written else ""
        raise ProfileError(
            f"Profile {profile.name!r} has no client secret{place}",
            hint=f"Write SAIL_CLIENT_SECRET into {profile.source or 'the profile'}, "
            "or name where it is: env:NAME or keyring:.",
        )
    return found


def nerm_token(profile: Profile, environ: Mapping[str, str] = os.environ) -> str:
    """The API key of Non-Employee Risk Management, as written or from the environment (`env:NAME`).

    Raises:
        ProfileError: The environment does not have it.
    """
    written = profile.nerm_token
    found = environ.get(written[4:], "") if written.startswith("env:") else written
    if not found:
        raise ProfileError(f"Profile {profile.name!r}: ISN_NERM_TOKEN={written} is not in the environment")
    return found


def keyring_user(profile: Profile) -> str:
    """The keyring's entry: bound to the host, so that a profile of an unknown folder can't lead the secret astray."""
    return f"{profile.client_id}@{profile.host}"


def _from_keyring(profile: Profile) -> str:
    import keyring  # waits: asking the system's keyring takes its time
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(KEYRING_SERVICE, keyring_user(profile)) or ""
    except KeyringError as error:
        raise ProfileError(
            f"The system's keyring does not answer for profile {profile.name!r}",
            why=str(error),
            hint="Unlock it, or use SAIL_CLIENT_SECRET=env:NAME.",
        ) from error
