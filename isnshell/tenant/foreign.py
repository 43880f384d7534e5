"""Settings that other SailPoint tools left: the SDKs' `config.json` and the CLI's `config.yaml`.

Read, never written, nor are the CLI's entries in the system's keyring.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from ..errors import ProfileError
from .cli_entries import cli_entry


@frozen
class Found:
    """Settings under the names of a profile's keys, with where they were found."""

    name: str
    settings: dict[str, str | None] = field(repr=False)
    source: str


def foreign_settings() -> Found | None:
    """What the SDKs' `config.json` in this folder says, else the active environment of `~/.sailpoint/config.yaml`."""
    return _from_sdk(Path("config.json")) or _active()


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
            **_nerm(*(settings.get(key) for key in ("NermBaseURL", "NermBaseUrl", "NERMBaseURL"))),
        },
        str(path.absolute()),
    )


def _active() -> Found | None:
    settings = _read_yaml(_cli_file())
    return _with_address(_cli_environment(settings, str(settings.get("activeenvironment") or "default")))


def _with_address(found: Found) -> Found | None:
    return found if found.settings["SAIL_BASE_URL"] else None


def foreign_environments() -> Iterator[Found]:
    """Everything that other SailPoint tools left here: the SDKs' file, then every environment of the CLI, also one
    that has no address.

    Raises:
        ProfileError: The CLI's file can't be read.
    """
    if found := _from_sdk(Path("config.json")):
        yield found
    settings = _read_yaml(_cli_file())
    for name in _lowered(settings.get("environments")):
        yield _cli_environment(settings, name)


def cli_addresses() -> dict[str, str]:
    """The CLI's environments by name, with their addresses; the keyring is not asked.

    Raises:
        ProfileError: The CLI's file can't be read.
    """
    environments = _lowered(_read_yaml(_cli_file()).get("environments"))
    addresses = {name: str(_lowered(one).get("baseurl") or "") for name, one in environments.items()}
    return {name: address for name, address in addresses.items() if address}


def cli_environment(name: str) -> Found | None:
    """One environment of the CLI, with its entries in the keyring.

    Raises:
        ProfileError: The CLI's file can't be read.
    """
    return _with_address(_cli_environment(_read_yaml(_cli_file()), name))


def _cli_file() -> Path:
    return Path.home() / ".sailpoint" / "config.yaml"


def _cli_environment(settings: Mapping[str, Any], name: str) -> Found:
    environment = _lowered(_lowered(settings.get("environments")).get(name.lower()))
    found: dict[str, str | None] = {"SAIL_BASE_URL": str(environment.get("baseurl") or "")}
    if found["SAIL_BASE_URL"]:
        kind = str(environment.get("authtype") or settings.get("authtype"))
        found |= _oauth_token(name) if kind.lower() == "oauth" else _personal_token(name, environment)
        found |= _nerm(environment.get("nermbaseurl"))
    return Found(name.lower(), found, str(_cli_file()))


def _nerm(*found: Any) -> dict[str, str]:
    """The address of Non-Employee Risk Management, where there is one."""
    address = next(filter(None, found), None)
    return {"SAIL_NERM_BASE_URL": str(address)} if address else {}


def _personal_token(name: str, environment: Mapping[str, Any]) -> dict[str, str]:
    in_file = _lowered(environment.get("pat"))  # where the CLI's first versions kept it
    return {
        "SAIL_CLIENT_ID": cli_entry("pat.clientid", name) or str(in_file.get("clientid") or ""),
        "SAIL_CLIENT_SECRET": cli_entry("pat.clientsecret", name) or str(in_file.get("clientsecret") or ""),
    }


def _oauth_token(name: str) -> dict[str, str]:
    """One signed in by browser there, through a service that is the CLI's alone: its token is all there is to take."""
    return {"ISN_AUTH": "token", "ISN_TOKEN": cli_entry("oauth.accesstoken", name)}


def _lowered(part: Any) -> dict[str, Any]:
    """A part of the CLI's file, its keys in small letters: the CLI does not tell them apart by case."""
    return {str(name).lower(): value for name, value in part.items()} if isinstance(part, Mapping) else {}


def _read_yaml(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    import yaml  # waits: only the CLI's users have such a file

    try:
        value = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ProfileError(f"Can't read {str(path)!r} of the SailPoint CLI", why=str(error)) from error
    return _lowered(value)
