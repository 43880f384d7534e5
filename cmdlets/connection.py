"""Profiles and sessions: which tenant the commands talk to."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import IsnError, UsageError
from isnshell.records import Record
from isnshell.tenant.addresses import api_addresses, tenant_name
from isnshell.tenant.finding import find_tenant
from isnshell.tenant.foreign import cli_addresses, cli_environment
from isnshell.tenant.profiles import (
    SANDBOX_URL,
    Profile,
    foreign_profile,
    load_profile,
    make_profile,
    network_settings,
    profile_names,
    public_settings,
)
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


@cmdlet("Connect-Tenant")
def connect_tenant(
    tenant: str, *, client_id: str | None = None, client_secret: str | None = None, auth: str | None = None
) -> Session:
    """Open a session on a tenant by its name or address, and make it the current one.

    A profile of yours for this tenant is used if there is one, else what the SailPoint CLI has of it. Else the session
    lives as long as the shell; the client secret is asked for without an echo. `isnshell profile new NAME` keeps it for
    the next time. The rails do not loosen, as with `use_profile`.

    Args:
        tenant: Its bare name (`acme` finds https://acme.api.identitynow.com, then its demo and government forms), any
            address of its web pages or of its API, or `sandbox:`. A company's own address is asked for its tenant.
        client_id: Of the API client; without it a profile of yours is needed.
        client_secret: The secret or where it is, `env:NAME`; left out, it is asked for.
        auth: How to sign in: client, browser or token.

    Returns:
        Session: The new current session.

    Raises:
        UsageError: `tenant` names no tenant, or the client id is missing.
        ProfileError: No tenant of this name was found; the message says what each address did.

    API: GET /oauth/info, without a token; the token is fetched by the first command.
    PowerShell: none

    Example:
        >>> connect_tenant("sandbox:").tenant
        'sandbox'
    """
    takes_own = client_id is None and client_secret is None and auth is None
    if takes_own and (own := _own_profile(api_addresses(tenant))):
        return _switch(own)
    base_url = find_tenant(tenant)
    if takes_own and (own := _own_profile((base_url,))):
        return _switch(own)
    needs_client = base_url != SANDBOX_URL and auth != "token"
    if needs_client and client_id is None:
        raise UsageError(
            f"connect_tenant({tenant!r}) needs client_id, since none of your profiles is for {base_url}",
            hint="Give client_id=..., then its secret is asked for. To keep both: isnshell profile new NAME.",
        )
    settings = {
        **network_settings(),
        "SAIL_BASE_URL": base_url,
        "SAIL_CLIENT_ID": client_id,
        "SAIL_CLIENT_SECRET": client_secret,
        "ISN_AUTH": auth,
    }
    name = tenant_name(base_url) or "tenant"
    return _switch(make_profile(name, settings, f"connect_tenant({tenant!r})"))


def _own_profile(addresses: Sequence[str]) -> Profile | None:
    """The first of the person's profiles that is for one of these addresses, else what the CLI has."""
    for name in profile_names():
        # One that is wrong says so where it is named
        with suppress(IsnError):
            profile = load_profile(name)
            if profile.base_url in addresses:
                return profile
    with suppress(IsnError):
        for name, address in cli_addresses().items():
            if address.rstrip("/") in addresses and (found := cli_environment(name)):
                return foreign_profile(found.name, found.settings, found.source)
    return None


def _switch(profile: str | Profile) -> Session:
    """Connect under the rails of the session before."""
    held = peek_session()
    if held is None:
        return connect(profile)
    return connect(profile, read_only=held.rails.read_only, what_if=held.rails.what_if, strict=held.strict)


@cmdlet("Use-Profile")
def use_profile(name: str) -> Session:
    """Switch to another profile.

    The rails do not loosen: after a read-only, what-if or strict session the next one is that too. What was given on
    the command line (`--read-only`, `--what-if`, `--yes`) holds for every session.

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
    return _switch(name)


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
        Record: `name`, `tenant`, `environment`, `api_version`, `token_life` (seconds), and
        `signed_in_as`: the user or API client whose token it is.

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
        "signed_in_as": session.signed_in_as,
    }
    return Record(answer)
