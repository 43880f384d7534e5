"""Settings that other SailPoint tools left: the SDKs' `config.json` and the CLI's `config.yaml`.

Read, never written.
"""

from __future__ import annotations

import json
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
    if not path.is_file():
        return None
    settings = _read_yaml(path)
    name = str(settings.get("activeenvironment") or "").lower()
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
    import yaml  # waits: only the CLI's users have such a file

    try:
        value = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ProfileError(f"Can't read {str(path)!r} of the SailPoint CLI", why=str(error)) from error
    return value if isinstance(value, dict) else {}


def _cli_secret(service: str, name: str) -> str:
    import keyring  # waits: asking the system's keyring takes its time
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(service, name) or ""
    except KeyringError:
        return ""
