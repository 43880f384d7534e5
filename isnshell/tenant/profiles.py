"""Profiles: one tenant's settings from a `.env` file, the environment, or what other SailPoint tools left."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from attrs import evolve, field, frozen

from ..catalog.facts import DEFAULT_GENERATION, GENERATIONS
from ..errors import ProfileError
from ..naming import did_you_mean

SANDBOX_URL = "sandbox:"
DEMO = "demo"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?(/|$)")
_SAFETY_KEYS = ("ISN_READ_ONLY", "ISN_CONFIRM")
_NETWORK_KEYS = ("ISN_PROXY", "ISN_CA_BUNDLE")
_OWN_KEYS = (
    *_SAFETY_KEYS,
    "ISN_API_VERSION",
    "ISN_AUTH",
    "ISN_CA_BUNDLE",
    "ISN_ENVIRONMENT",
    "ISN_EXPERIMENTAL",
    "ISN_MAX_RETRIES",
    "ISN_NERM_TOKEN",
    "ISN_PROFILE_DIR",
    "ISN_PROXY",
    "ISN_RATE_LIMIT",
    "ISN_REDIRECT_PORT",
    "ISN_TIMEOUT",
    "ISN_TOKEN",
)
_ENVIRONMENTS = ("production", "sandbox", "development")
_AUTH = ("client", "browser", "token")
_REDIRECT_PORT = 8751


@frozen
class Profile:
    """One tenant's settings. Its repr shows no secret.

    Args:
        name: What one gives to `-p` and `use_profile`.
        base_url: Address of the tenant's API, or `sandbox:`.
        client_id: Of the API client.
        client_secret: Of the API client; `env:NAME` and `keyring:` say where it is.
        source: The file or place the profile was read from.
        environment: `production`, `sandbox` or `development`.
        auth: How to sign in: `client`, `browser` or `token`.
        token: An access token for `auth="token"`; `env:NAME` says where it is, empty has it pasted.
        redirect_port: Where the browser brings the sign-in back to, on this machine; 0 takes any free port.
        timeout: Longest silence of the tenant in seconds.
        rate_limit: Requests in ten seconds, for each generation.
    """

    name: str
    base_url: str
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    source: str = ""
    nerm_base_url: str = ""
    nerm_token: str = field(default="", repr=False)
    auth: str = "client"
    token: str = field(default="", repr=False)
    redirect_port: int = _REDIRECT_PORT
    api_version: str = DEFAULT_GENERATION
    environment: str = "production"
    read_only: bool = False
    confirm: bool = False
    proxy: str = field(default="", repr=False)
    ca_bundle: str = ""
    timeout: float = 60.0
    max_retries: int = 4
    rate_limit: int = 95
    experimental: bool = True

    @property
    def host(self) -> str:
        """Host of the tenant; `sandbox` for the embedded one."""
        return "sandbox" if self.is_embedded else urlsplit(self.base_url).hostname or ""

    @property
    def is_embedded(self) -> bool:
        """Whether the tenant is the sandbox inside this process."""
        return self.base_url == SANDBOX_URL

    @property
    def is_simulated(self) -> bool:
        """Whether the tenant is on this machine: a sandbox of ours, where nothing can break."""
        return self.is_embedded or is_loopback(self.host)

    @property
    def is_production(self) -> bool:
        """Whether changes must be confirmed."""
        return self.environment == "production"


def make_profile(name: str, settings: Mapping[str, str | None], source: str) -> Profile:
    """A checked profile out of its settings.

    Raises:
        ProfileError: An address is missing or unsafe, or a value is not one of the allowed.
    """
    _refuse_unknown(name, settings, source)
    values = {key: (value or "").strip() for key, value in settings.items()}
    base_url = _check_url(name, "SAIL_BASE_URL", values.get("SAIL_BASE_URL", ""), source)
    nerm = values.get("SAIL_NERM_BASE_URL", "")
    nerm_url = _check_url(name, "SAIL_NERM_BASE_URL", nerm, source) if nerm else ""
    return Profile(
        name=name,
        source=source,
        base_url=base_url,
        client_id=values.get("SAIL_CLIENT_ID", ""),
        client_secret=values.get("SAIL_CLIENT_SECRET", ""),
        nerm_base_url=nerm_url,
        nerm_token=values.get("ISN_NERM_TOKEN", ""),
        auth=_choice(name, values, "ISN_AUTH", _AUTH, "client"),
        token=values.get("ISN_TOKEN", ""),
        redirect_port=int(_number(name, values, "ISN_REDIRECT_PORT", _REDIRECT_PORT, 0, 65535)),
        api_version=_choice(name, values, "ISN_API_VERSION", GENERATIONS, DEFAULT_GENERATION),
        environment=_choice(name, values, "ISN_ENVIRONMENT", _ENVIRONMENTS, _usual_environment(base_url, nerm_url)),
        read_only=_flag(name, values, "ISN_READ_ONLY", False),
        confirm=_flag(name, values, "ISN_CONFIRM", False),
        proxy=values.get("ISN_PROXY", ""),
        ca_bundle=values.get("ISN_CA_BUNDLE", ""),
        timeout=_number(name, values, "ISN_TIMEOUT", 60.0, 1, 3600),
        max_retries=int(_number(name, values, "ISN_MAX_RETRIES", 4, 0, 20)),
        rate_limit=int(_number(name, values, "ISN_RATE_LIMIT", 95, 1, 10000)),
        experimental=_flag(name, values, "ISN_EXPERIMENTAL", True),
    )


def _refuse_unknown(name: str, settings: Mapping[str, str | None], source: str) -> None:
    """Refuse settings of ours that there are not: `ISN_READONLY=true` must not be taken for a rail that holds."""
    for key in settings:
        if key.startswith("ISN_") and key not in _OWN_KEYS:
            near = did_you_mean(key, _OWN_KEYS)
            raise ProfileError(f"Profile {name!r}: there is no setting {key} ({source})", hint=near)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    return host in _LOOPBACK


def _usual_environment(*urls: str) -> str:
    """An unset environment is production, since a slip costs most there; loopback is nobody's production."""
    here = all(not url or url == SANDBOX_URL or urlsplit(url).hostname in _LOOPBACK for url in urls)
    return "sandbox" if here else "production"


def _check_url(name: str, key: str, url: str, source: str) -> str:
    if not url:
        raise ProfileError(
            f"Profile {name!r} has no {key}",
            hint=f"Write {key}=https://YOUR-TENANT.api.identitynow.com into {source}.",
        )
    if url == SANDBOX_URL and key == "SAIL_BASE_URL":
        return url
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise ProfileError(
            f"Profile {name!r}: {key} is no web address", why=str(error), hint="It begins with https://."
        ) from None
    # Before any message that shows the address
    if "@" in parts.netloc:
        raise ProfileError(
            f"Profile {name!r}: {key} holds a user name or password", hint="Take them out of the address."
        )
    if parts.scheme not in ("http", "https") or not parts.hostname:
        hint = "It begins with https://." if "://" in url or not _HOST.match(url) else f"Write {key}=https://{url}."
        raise ProfileError(f"Profile {name!r}: {key}={url!r} is no web address", hint=hint)
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        raise ProfileError(
            f"Profile {name!r}: {key}={url!r} is not encrypted",
            why="the client secret would travel as plain text",
            hint=f"Use https://{parts.netloc}; plain http is for this machine only.",
        )
    if "?" in url or "#" in url:
        raise ProfileError(
            f"Profile {name!r}: {key}={url!r} has a ? or # in it", hint="Write the address up to the path only."
        )
    return url.rstrip("/")


def _choice(name: str, values: Mapping[str, str], key: str, allowed: tuple[str, ...], default: str) -> str:
    value = values.get(key, "").lower() or default
    if value not in allowed:
        raise ProfileError(f"Profile {name!r}: {key}={value!r} is not allowed", hint=f"Allowed: {', '.join(allowed)}.")
    return value


def _flag(name: str, values: Mapping[str, str], key: str, default: bool) -> bool:
    value = values.get(key, "").lower()
    if value in ("true", "yes", "1", "on"):
        return True
    if value in ("false", "no", "0", "off"):
        return False
    if value:
        raise ProfileError(f"Profile {name!r}: {key}={value!r} is neither true nor false")
    return default


def _number(name: str, values: Mapping[str, str], key: str, default: float, low: float, high: float) -> float:
    text = values.get(key, "")
    try:
        value = float(text) if text else default
    except ValueError:
        value = low - 1
    if not low <= value <= high:
        raise ProfileError(f"Profile {name!r}: {key}={text!r} is no number from {low:g} to {high:g}")
    return value


# --- where profiles are found -----------------------------------------------------------------------------------


def network_settings(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """How the environment says that tenants are reached, for a profile that is only being made."""
    return {key: environ[key] for key in _NETWORK_KEYS if environ.get(key)}


def user_folder() -> Path:
    """The folder of the user's own settings, where the system keeps such."""
    from platformdirs import user_config_path  # waits: not every start needs it

    return user_config_path("isnshell", appauthor=False)


def profile_folders(environ: Mapping[str, str] = os.environ) -> list[Path]:
    """Where profiles are looked for, first the ones that win."""
    named = environ.get("ISN_PROFILE_DIR")
    package = Path(__file__).resolve().parent.parent
    built_in = [folder for folder in (package / "_profiles", package.parent / "profiles") if folder.is_dir()]
    return [*([Path(named)] if named else []), Path("profiles").absolute(), user_folder() / "profiles", *built_in[:1]]


def profile_names(environ: Mapping[str, str] = os.environ) -> dict[str, Path]:
    """All profiles by name, with their files; `example` explains the settings and is none."""
    found: dict[str, Path] = {}
    for folder in profile_folders(environ):
        if folder.is_dir():
            for path in sorted(folder.glob("*.env")):
                if path.stem != "example":
                    found.setdefault(path.stem, path)
    return found


def load_profile(name: str | None = None, environ: Mapping[str, str] = os.environ) -> Profile:
    """The profile of this name; without a name the environment, then what other SailPoint tools left here.

    Raises:
        ProfileError: There is no such profile, or it is wrong.
    """
    if name is not None:
        return _tightened(_named(name, environ), environ)
    found = default_profile(environ)
    if found is None:
        raise ProfileError(
            "No profile was named, and neither the environment nor another SailPoint tool has one",
            hint=f"Try the sandbox: isnshell -p {DEMO}. Profiles: {', '.join(profile_names(environ)) or 'none'}; "
            "isnshell profile new NAME sets up another.",
        )
    return found


def default_profile(environ: Mapping[str, str] = os.environ) -> Profile | None:
    """What is used when no profile is named: the environment, else what other SailPoint tools left; None if nothing.

    Raises:
        ProfileError: What there is, is wrong.
    """
    if environ.get("SAIL_BASE_URL"):
        return make_profile("environment", _from_environment(environ), "the environment")
    from .foreign import foreign_settings  # waits: yaml and json of other tools are rarely needed

    found = foreign_settings()
    if found is None:
        return None
    return foreign_profile(found.name, found.settings, found.source, environ)


def foreign_profile(
    name: str, settings: Mapping[str, str | None], source: str, environ: Mapping[str, str] = os.environ
) -> Profile:
    """A profile out of what another tool left. It was not named on purpose, so the environment's settings hold too."""
    ours = {key: value for key, value in environ.items() if key.startswith("ISN_")}
    return make_profile(name, {**settings, **ours}, source)


def _named(name: str, environ: Mapping[str, str]) -> Profile:
    known = profile_names(environ)
    path = known.get(name)
    if path is None:
        near = _of_cli(name) or did_you_mean(name, known)
        raise ProfileError(
            f"There is no profile {name!r}",
            hint=(f"{near} " if near else "") + f"Profiles: {', '.join(known) or 'none'}.",
        )
    return make_profile(name, read_env_file(path), str(path))


def _of_cli(name: str) -> str:
    from .foreign import cli_addresses  # waits: yaml of other tools is rarely needed

    try:
        is_there = name.lower() in cli_addresses()
    except ProfileError:
        return ""
    return f"The SailPoint CLI has one of this name: isnshell profile import {name.lower()}." if is_there else ""


def read_env_file(path: Path) -> dict[str, str | None]:
    """The settings of a `.env` file, as written: a `$` in a secret stays a `$`."""
    from dotenv import dotenv_values  # waits: not every start reads a file

    try:
        return dict(dotenv_values(path, interpolate=False, encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise ProfileError(f"Can't read the profile {str(path)!r}", why=str(error)) from error


def _from_environment(environ: Mapping[str, str]) -> dict[str, str | None]:
    return {key: value for key, value in environ.items() if key.startswith(("SAIL_", "ISN_"))}


def _tightened(profile: Profile, environ: Mapping[str, str]) -> Profile:
    """A profile with the environment's safety keys: they can make it stricter, never looser."""
    held = {key: environ.get(key, "") for key in _SAFETY_KEYS}
    return evolve(
        profile,
        read_only=profile.read_only or _flag("environment", held, "ISN_READ_ONLY", False),
        confirm=profile.confirm or _flag("environment", held, "ISN_CONFIRM", False),
    )


def public_settings(profile: Profile) -> dict[str, Any]:
    """The settings as they may be shown: a secret says only where it is, or that it is set."""
    secret = profile.client_secret
    shown = secret if secret.startswith(("env:", "keyring:")) else "(set)" if secret else "(not set)"
    return {
        "name": profile.name,
        "base_url": profile.base_url,
        "client_id": profile.client_id or "(not set)",
        "client_secret": shown,
        "api_version": profile.api_version,
        "environment": profile.environment,
        "auth": profile.auth,
        "read_only": profile.read_only,
        "confirm": profile.confirm or profile.is_production,
        "source": profile.source,
    }
