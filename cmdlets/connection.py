"""Profiles and sessions: which tenant the commands talk to."""

from __future__ import annotations

from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import IsnError
from isnshell.records import Record
from isnshell.tenant.profiles import load_profile, profile_names, public_settings
from isnshell.tenant.session import Session, connect, current_session, peek_session


@cmdlet("Connect-Profile")
def connect_profile(
    name: str | None = None,
    *,
    read_only: bool = False,
    yes: bool = False,
    api_version: str | None = None,
    strict: bool = False,
) -> Session:
    """Open a session on a profile and make it the current one.

    Nothing is sent before the first command. What was made with the session before stays with its tenant.

    Args:
        name: Name of a profile, see `get_profile`; without it the environment, or what other SailPoint tools left.
        read_only: True refuses all changes.
        yes: True does not ask before changes on production.
        api_version: Generation to use instead of the profile's: v3, beta, v2024, v2025, v2026, v1.
        strict: True refuses commands that this generation lacks, instead of taking them from the newest that has them.

    Returns:
        Session: The new current session.

    Raises:
        ProfileError: There is no such profile, or it is wrong; the message lists those there are.

    API: none; the token is fetched by the first command.
    PowerShell: none (PSSailpoint reads the environment, config.json or the CLI's settings by itself)

    Example:
        >>> connect_profile("demo")
        <Session demo at sandbox, sandbox, v2025>
    """
    return connect(name, read_only=read_only, yes=yes, api_version=api_version, strict=strict)


@cmdlet("Use-Profile")
def use_profile(name: str) -> Session:
    """Switch to another profile.

    The rails do not loosen: after a read-only, what-if or strict session the next one is that too. What was given on the
    command line (`--read-only`, `--what-if`, `--yes`) holds for every session.

    Args:
        name: Name of a profile, see `get_profile`.

    Returns:
        Session: The new current session.

    Raises:
        ProfileError: There is no such profile; the message lists those there are.

    API: none; the token is fetched by the first command.
    PowerShell: none

    Example:
        >>> use_profile("demo").name
        'demo'
    """
    held = peek_session()
    if held is None:
        return connect(name)
    return connect(name, read_only=held.rails.read_only, what_if=held.rails.what_if, strict=held.strict)


@cmdlet("Get-Profile")
def get_profile(name: str | None = None) -> Record | list[Record]:
    """Show the profiles there are, without their secrets.

    Args:
        name: Name of one profile; without it all.

    Returns:
        list[Record] or Record: `name, base_url, client_id, client_secret` (only whether and where), `api_version,
        environment, auth, read_only, confirm, source`; `error` for a profile that is wrong.

    Raises:
        ProfileError: There is no profile of the name that was given.

    API: none
    PowerShell: none

    Example:
        >>> get_profile("demo").environment
        'sandbox'
    """
    if name is not None:
        return Record(public_settings(load_profile(name)))
    return [_settings(known, str(path)) for known, path in profile_names().items()]


def _settings(name: str, source: str) -> Record:
    try:
        return Record(public_settings(load_profile(name)))
    except IsnError as error:
        return Record(name=name, source=source, error=str(error))


@cmdlet("Test-Profile")
def test_profile(name: str | None = None) -> Record:
    """Try a profile's sign-in.

    Args:
        name: Name of a profile; without it the current session's.

    Returns:
        Record: `name`, `tenant`, `environment`, `api_version` and `token_life` (seconds).

    Raises:
        SignInError: The tenant refused the client id or secret.
        ConnectionFailed: The tenant can't be reached; the message says what is in the way.
        ProfileError: There is no such profile, or it is wrong.

    API: POST /oauth/token
    PowerShell: none (Get-IdentityNowToken of the module's older relatives)

    Example:
        >>> test_profile("demo").tenant
        'sandbox'
    """
    if name is None:
        return _signed_in(current_session())
    session = Session(load_profile(name))
    try:
        return _signed_in(session)
    finally:
        session.close()


def _signed_in(session: Session) -> Record:
    session.sign_in()
    answer: dict[str, Any] = {
        "name": session.name,
        "tenant": session.tenant,
        "environment": session.profile.environment,
        "api_version": session.api_version,
        "token_life": round(session.token_life or 0),
    }
    return Record(answer)
