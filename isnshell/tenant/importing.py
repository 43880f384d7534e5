"""Taking over what other SailPoint tools have: each of their environments becomes a profile; theirs stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import frozen

from ..errors import IsnError, ProfileError, UsageError
from ..naming import did_you_mean
from .addresses import tenant_name
from .foreign import Found, foreign_environments
from .profile_files import save_profile
from .profiles import load_profile, profile_names


@frozen
class Imported:
    """What became of one environment.

    Args:
        name: Name of the profile.
        source: Where it was found.
        result: In words.
        file: The profile's file, whether it was written now or before; empty if there is none for this tenant.
    """

    name: str
    source: str
    result: str
    file: str = ""


def import_profiles(names: Sequence[str] = ()) -> list[Imported]:
    """Write a profile for each environment of the SailPoint CLI and of the SDKs' file; no profile is replaced.

    Args:
        names: Those that are wanted; none means all.

    Raises:
        UsageError: One of the names is not there.
        ProfileError: The CLI's file can't be read.
    """
    found = _by_name(foreign_environments())
    for name in names:
        if name not in found:
            raise UsageError(
                f"There is no environment {name!r} to import",
                hint=did_you_mean(name, found) or f"There are: {', '.join(found) or 'none'}.",
            )
    return [_import(name, one) for name, one in found.items() if not names or name in names]


def _by_name(environments: Iterable[Found]) -> dict[str, Found]:
    """The environments by the names that their profiles get. What two tools have of one tenant comes once."""
    found: dict[str, Found] = {}
    for one in environments:
        name = _profile_name(one)
        before = found.get(name)
        if before is None:
            found[name] = one
        elif before.settings.get("SAIL_BASE_URL") != one.settings.get("SAIL_BASE_URL"):
            found[f"{name}-2"] = one
    return found


def _profile_name(found: Found) -> str:
    """The CLI's environments have names; the SDKs' file is called after its tenant."""
    usual = tenant_name(found.settings.get("SAIL_BASE_URL") or "") if found.name == "config.json" else found.name
    return re.sub(r"[^\w.-]", "-", usual) or "sdk"


def _import(name: str, found: Found) -> Imported:
    # A token that ends within hours is nothing to write down
    settings = {key: value for key, value in found.settings.items() if value and key != "ISN_TOKEN"}
    try:
        saved = save_profile(name, settings)
    except ProfileError as error:
        if (path := _is_there(name, found)) is not None:
            return Imported(name, found.source, "is there already", str(path))
        return Imported(name, found.source, f"not imported: {error.what}")
    except IsnError as error:
        return Imported(name, found.source, f"not imported: {error.what}")
    if saved.profile.auth == "token":
        result = "imported, asks for a token: the CLI signs in by browser there"
    elif not saved.profile.client_secret:
        result = "imported, asks for its secret: none was found"
    else:
        result = f"imported, its secret is in {'the keyring' if saved.in_keyring else 'the file'}"
    return Imported(name, found.source, result, str(saved.path))


def _is_there(name: str, found: Found) -> Path | None:
    """The file of a profile that has this name and tenant already."""
    path = profile_names().get(name)
    wanted = (found.settings["SAIL_BASE_URL"] or "").rstrip("/")
    try:
        return path if path is not None and load_profile(name).base_url == wanted else None
    except IsnError:
        return None
