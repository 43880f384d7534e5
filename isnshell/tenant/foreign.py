"""Settings that other SailPoint tools left: the SDKs' `config.json` and the CLI's `config.yaml`.

Read, never written, nor are the CLI's entries in the system's keyring.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from ..errors import ProfileError


@frozen
class Found:
    """Settings under the names of a profile's keys, with where they were found."""

    name: str
    settings: dict[str, str | None] = field(repr=False)
    source: str


def foreign_settings() -> Found | None:
    """What the SDKs' `config.json` in this folder says, else the active environment of `~/.sailpoint/config.yaml`."""
    return _from_sdk(Path("config.json")) or _from_cli(Path.home() / ".sailpoint" / "config.yaml")


def _from_sdk(path: Path) -> Found | None:
    try:
        settings = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError):
        return None
    if not isinstance(settings, dict) or not settings.get("BaseURL"):
        return None
    return Found(
        "config.json",
        {
            "SAIL_BASE_URL": str(settings["BaseURL"]),
            "SAIL_CLIENT_ID": str(settings.get("ClientId") or ""),
            "SAIL_CLIENT_SECRET": str(settings.get("ClientSecret") or ""),
        },
        str(path.absolute()),
    )


def _from_cli(path: Path) -> Found | None:
    settings = _read_yaml(path)
    return _cli_environment(settings, str(settings.get("activeenvironment") or "").lower(), path)


def foreign_environments() -> Iterator[Found]:
    """Everything that other SailPoint tools left here: the SDKs' file, then every environment of the CLI."""
    if found := _from_sdk(Path("config.json")):
        yield found
    path = Path.home() / ".sailpoint" / "config.yaml"
    settings = _read_yaml(path)
    environments = settings.get("environments")
    for name in environments if isinstance(environments, dict) else ():
        if found := _cli_environment(settings, str(name), path):
            yield found


def _cli_environment(settings: Mapping[str, Any], name: str, path: Path) -> Found | None:
    environments = settings.get("environments")
    environment = environments.get(name) if isinstance(environments, dict) else None
    if not isinstance(environment, dict) or not environment.get("baseurl"):
        return None
    return Found(
        name,
        {
            "SAIL_BASE_URL": str(environment["baseurl"]),
            "SAIL_CLIENT_ID": _cli_secret("environments.pat.clientid", name),
            "SAIL_CLIENT_SECRET": _cli_secret("environments.pat.clientsecret", name),
        },
        str(path),
    )


def _read_yaml(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    import yaml  # waits: only the CLI's users have such a file

    try:
        value = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ProfileError(f"Can't read {str(path)!r} of the SailPoint CLI", why=str(error)) from error
    return value if isinstance(value, dict) else {}


def _cli_secret(service: str, name: str) -> str:
    import keyring  # waits: asking the system's keyring takes its time
    from keyring.errors import KeyringError

    user = name.lower()
    try:
        if sys.platform == "win32":
            # The CLI's library puts both into the name of the entry, which Python's takes for the service
            return utf8_entry(keyring.get_password(f"{service}:{user}", user) or "")
        return keyring.get_password(service, user) or ""
    except KeyringError:
        return ""


def utf8_entry(text: str) -> str:
    """An entry of Windows' Credential Manager as the CLI meant it: it writes UTF-8, where Python reads UTF-16.

    What was ASCII comes out as half as many characters of other scripts; turned back, it is ASCII again.
    """
    try:
        meant = text.encode("utf-16-le").decode("ascii")
    except UnicodeError:
        return text
    return meant if meant.isprintable() else text
