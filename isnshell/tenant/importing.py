"""Taking over what other SailPoint tools have: each of their environments becomes a profile; theirs stay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from ..errors import IsnError, UsageError
from ..naming import did_you_mean
from .addresses import tenant_name
from .foreign import Found, foreign_environments
from .profile_files import save_profile


@frozen
class Imported:
    """What became of one environment.

    Args:
        name: Name of the profile.
        source: Where it was found.
        result: In words.
        file: The profile's file; empty if none was written.
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
    """
    found = {_profile_name(one): one for one in foreign_environments()}
    for name in names:
        if name not in found:
            raise UsageError(
                f"There is no environment {name!r} to import",
                hint=did_you_mean(name, found) or f"There are: {', '.join(found) or 'none'}.",
            )
    return [_import(name, one) for name, one in found.items() if not names or name in names]


def _profile_name(found: Found) -> str:
    """The CLI's environments have names; the SDKs' file is called after its tenant."""
    usual = tenant_name(found.settings.get("SAIL_BASE_URL") or "") if found.name == "config.json" else found.name
    return re.sub(r"[^\w.-]", "-", usual) or "sdk"


def _import(name: str, found: Found) -> Imported:
    settings = {key: value for key, value in found.settings.items() if value}
    try:
        saved = save_profile(name, settings)
    except IsnError as error:
        return Imported(name, found.source, f"not imported: {error.what}")
    secret = "its secret is in the keyring" if saved.in_keyring else "its secret is in the file"
    return Imported(
        name,
        found.source,
        f"imported, {secret}" if saved.profile.client_secret else "imported, no secret was found",
        str(saved.path),
    )
