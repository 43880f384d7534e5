"""Making profiles: files in the user's own folder that nobody else can read, and that replace none."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from io import StringIO
from pathlib import Path

from attrs import evolve, frozen

from ..errors import FileError, ProfileError, UsageError
from .profiles import Profile, make_profile, profile_names, read_env_file, user_folder
from .secrets import keep_client_secret

_NAME = re.compile(r"\w[\w.-]{0,63}")
_PLAIN = re.compile(r"[\w./:@+=~,{}()*!?-]*")
_NOT_HERE = ("example",)
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # no names of files on Windows


@frozen
class Saved:
    """A profile that was written.

    Args:
        profile: The profile as it is read from now on.
        path: Its file.
        in_keyring: Whether its secret is in the system's keyring rather than in the file.
        is_private: Whether the system has made the file readable by its owner only.
    """

    profile: Profile
    path: Path
    in_keyring: bool
    is_private: bool


def check_new_name(name: str) -> str:
    """The name of a new profile.

    Raises:
        UsageError: It can't be a profile's name.
        ProfileError: There is such a profile.
    """
    if not _NAME.fullmatch(name) or _DEVICES.fullmatch(name) or name in _NOT_HERE or name.endswith("."):
        raise UsageError(
            f"{name!r} can't be the name of a profile", hint="Use letters, digits, hyphens, dots and underscores."
        )
    # On Windows and macOS `Acme.env` is `acme.env`
    taken = {known.casefold(): path for known, path in profile_names().items()}
    if name.casefold() in taken:
        raise ProfileError(
            f"There is a profile {name!r} already", why=str(taken[name.casefold()]), hint="Give another name."
        )
    return name


def own_settings(name: str) -> dict[str, str] | None:
    """Settings of a profile in the user's own folder; None if there is none of this name."""
    path = _own_file(name)
    return {key: value or "" for key, value in read_env_file(path).items()} if path.is_file() else None


def _own_file(name: str) -> Path:
    return user_folder() / "profiles" / f"{name}.env"


def save_profile(name: str, settings: Mapping[str, str], *, replace: bool = False) -> Saved:
    """Write a profile into the user's folder; its secret goes to the system's keyring where there is one.

    Args:
        name: Name of the profile, see `check_new_name`.
        settings: By their keys, `SAIL_BASE_URL` and so on; a secret as it is, or where it is (`env:NAME`).
        replace: Whether the person wants the user's own profile of this name replaced.

    Raises:
        ProfileError: A setting is wrong, or there is such a profile.
        FileError: The file can't be written.
    """
    path = _own_file(name)
    replace = replace and path.is_file()
    if not replace:
        check_new_name(name)
    profile = make_profile(name, settings, str(path))
    secret = profile.client_secret
    written = dict(settings)
    if secret and not secret.startswith(("env:", "keyring:")):
        written["SAIL_CLIENT_SECRET"] = keep_client_secret(profile, secret)
    (_replace if replace else _create)(path, env_text(written))
    profile = evolve(profile, client_secret=written.get("SAIL_CLIENT_SECRET", ""))
    return Saved(profile, path, profile.client_secret == "keyring:", _is_private(path))


def env_text(settings: Mapping[str, str]) -> str:
    """Settings as the text of a `.env` file, which reads back as exactly these."""
    from dotenv import dotenv_values  # waits: few starts write a file

    text = "".join(f"{key}={_quoted(value)}\n" for key, value in settings.items() if value)
    if dict(dotenv_values(stream=StringIO(text), interpolate=False)) != {k: v for k, v in settings.items() if v}:
        raise UsageError("A setting holds characters that a profile can't keep", hint="Use env:NAME for a secret.")
    return text


def _quoted(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _create(path: Path, text: str) -> None:
    """A new file that only its owner reads, from its first moment on; whole, or not there at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise ProfileError(f"There is a file {str(path)!r} already", hint="Give the profile another name.") from error
    except OSError as error:
        raise FileError(f"Can't write {str(path)!r}", path=path, why=error.strerror or str(error)) from error
    is_whole = False
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            if os.name == "nt":
                only_for_owner(path)
            file.write(text)
        is_whole = True
    except OSError as error:
        raise FileError(f"Can't write {str(path)!r}", path=path, why=error.strerror or str(error)) from error
    finally:
        if not is_whole:
            with suppress(OSError):
                path.unlink()


def _replace(path: Path, text: str) -> None:
    """The same in place of a file of the person's own."""
    draft = path.with_name(f".{path.name}.new")
    with suppress(OSError):
        draft.unlink()  # of a process that was killed
    _create(draft, text)
    try:
        draft.replace(path)
    except OSError as error:
        raise FileError(f"Can't write {str(path)!r}", path=path, why=error.strerror or str(error)) from error


def _is_private(path: Path) -> bool:
    if os.name == "nt":
        return only_for_owner(path)
    return path.stat().st_mode & 0o077 == 0


def only_for_owner(path: Path) -> bool:
    """On Windows, where a file's mode means nothing: take everyone but its owner out of its access list.

    Proven on Linux with a stand-in for `icacls` only.
    """
    user = os.environ.get("USERNAME", "")
    domain = os.environ.get("USERDOMAIN", "")
    if not user:
        return False
    owner = f"{domain}\\{user}" if domain else user
    program = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "icacls.exe"
    command = [str(program), str(path), "/inheritance:r", "/grant:r", f"{owner}:F"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=10, check=False)  # noqa: S603 - no shell, its own path
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
