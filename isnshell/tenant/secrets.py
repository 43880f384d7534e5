"""Secrets: found where a profile says they are and nowhere else, and kept where the system keeps such."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping

from ..errors import ProfileError
from .hidden import read_hidden
from .keyring_entries import forget_entry, keep_entry, read_entry
from .profiles import Profile

_TOKEN = re.compile(r"[\w.~+/=-]{20,}", re.ASCII)  # RFC 6750, and no shorter than any tenant would make one


def _prompt(question: str) -> str:
    return read_hidden(question) if sys.stdin.isatty() and sys.stderr.isatty() else ""


def _written_or_in(environ: Mapping[str, str], written: str) -> str:
    """A secret as it is written, or that of the environment for `env:NAME`; empty if it is not there."""
    return environ.get(written[4:], "") if written.startswith("env:") else written


def client_secret(
    profile: Profile, environ: Mapping[str, str] = os.environ, prompt: Callable[[str], str] = _prompt
) -> str:
    """The secret itself: as written, from the environment (`env:NAME`), from the keyring (`keyring:`), or typed.

    Raises:
        ProfileError: It is nowhere, and no terminal is there to ask at.
    """
    written = profile.client_secret
    if written.startswith("keyring:"):
        found = _from_keyring(keyring_user(profile), f"profile {profile.name!r}", "SAIL_CLIENT_SECRET=env:NAME")
    else:
        found = _written_or_in(environ, written)
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
    found = _written_or_in(environ, written)
    if not found:
        raise ProfileError(f"Profile {profile.name!r}: ISN_NERM_TOKEN={written} is not in the environment")
    return found


def access_token(
    profile: Profile,
    environ: Mapping[str, str] = os.environ,
    prompt: Callable[[str], str] = _prompt,
    *,
    used: str = "",
) -> str:
    """The access token of a profile with `ISN_AUTH=token`: as written, from the environment, or pasted.

    Args:
        profile: The settings.
        environ: The environment.
        prompt: Asks without an echo.
        used: The one that has ended or was refused, so that another one is needed.

    Raises:
        ProfileError: There is none, or what was pasted is none, or no terminal is there to ask at.
    """
    written = profile.token
    found = _bare(_written_or_in(environ, written))
    if not found or found == used:
        lead = "The last access token has ended or was refused. Another one" if used else "Access token"
        found = _bare(prompt(f"{lead} for {profile.host} (not shown): "))
    if not found:
        place = f" ({written})" if written.startswith("env:") else ""
        raise ProfileError(
            f"Profile {profile.name!r} has no access token that is still good{place}",
            hint="Paste one at the terminal, or name where it is: ISN_TOKEN=env:NAME.",
        )
    if found == used:
        raise ProfileError(
            f"The access token for profile {profile.name!r} has ended or was refused", hint="Get a new one."
        )
    if not _TOKEN.fullmatch(found):
        raise ProfileError(
            f"That is no access token for profile {profile.name!r}",
            hint="One is a long line of letters and digits, mostly with two dots in it; paste all of it.",
        )
    return found


def mail_password(
    user: str,
    server: str,
    written: str,
    environ: Mapping[str, str] = os.environ,
    prompt: Callable[[str], str] = _prompt,
) -> str:
    """The password for a mail server: as written, from the environment (`env:NAME`), from the keyring (`keyring:`), or
    typed. The keyring's entry is bound to the server, so that it is given to no other.

    Raises:
        ProfileError: It is nowhere, and no terminal is there to ask at.
    """
    name = f"smtp:{user}@{server}"
    if written.startswith("keyring:"):
        found = _from_keyring(name, f"{user} at {server}", "credential=(user, 'env:NAME')")
    else:
        found = _written_or_in(environ, written)
    found = found or prompt(f"Password for {user} at {server}: ")
    if not found:
        place = f" ({written})" if written else ""
        raise ProfileError(
            f"There is no password for {user} at mail server {server}{place}",
            hint=f"Give credential=({user!r}, 'env:NAME'), or 'keyring:' and keep it there as {name!r}.",
        )
    return found


def _bare(token: str) -> str:
    """A token as people paste it: perhaps in quotes, with its header's name, its `Bearer` and line breaks."""
    bare = "".join(token.split()).strip("\"'")
    for lead in ("authorization:", "bearer"):
        bare = bare[len(lead) :] if bare[: len(lead)].lower() == lead else bare
    return bare


def keyring_user(profile: Profile) -> str:
    """The keyring's entry: bound to the host, so that a profile of an unknown folder can't lead the secret astray."""
    return f"{profile.client_id}@{profile.host}"


def keep_client_secret(profile: Profile, secret: str) -> str:
    """Keep a secret in the system's keyring, if there is a usable one.

    Returns:
        str: What the profile says instead of it: `keyring:`, or the secret itself where there is no keyring.
    """
    return "keyring:" if keep_entry(keyring_user(profile), secret) else secret


def refresh_token(profile: Profile) -> str:
    """The refresh token that the last sign-in by browser left; empty if there is none."""
    try:
        return read_entry(_refresh_user(profile))
    except Exception:  # noqa: BLE001 - without the keyring one signs in anew
        return ""


def keep_refresh_token(profile: Profile, token: str) -> bool:
    """Keep a refresh token in the keyring for the next time; it is never written anywhere else."""
    return keep_entry(_refresh_user(profile), token)


def forget_refresh_token(profile: Profile) -> None:
    """Take a refresh token that is no longer good out of the keyring."""
    forget_entry(_refresh_user(profile))


def _refresh_user(profile: Profile) -> str:
    return f"refresh:{keyring_user(profile)}"


def _from_keyring(user: str, whose: str, instead: str) -> str:
    from keyring.errors import KeyringError  # waits: asking the system's keyring takes its time

    try:
        return read_entry(user)
    except KeyringError as error:
        raise ProfileError(
            f"The system's keyring does not answer for {whose}",
            why=str(error),
            hint=f"Unlock it, or use {instead}.",
        ) from error
