"""What the machine's culture says of files: which character parts the columns of a CSV."""

from __future__ import annotations

import locale
import os

from ..errors import UsageError


def list_separator() -> str:
    """The delimiter of the culture, PowerShell's `-UseCulture`: `;` where numbers have a decimal comma, else `,`."""
    if os.name == "nt":
        return _from_registry()
    before = locale.setlocale(locale.LC_NUMERIC)
    try:
        locale.setlocale(locale.LC_NUMERIC, "")
        return ";" if locale.localeconv()["decimal_point"] == "," else ","
    except locale.Error:  # $LANG names a culture that is not installed
        return ","
    finally:
        locale.setlocale(locale.LC_NUMERIC, before)


def _from_registry() -> str:
    import winreg  # Windows alone has it

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Control Panel\International") as key:  # type: ignore[attr-defined, unused-ignore]
            return str(winreg.QueryValueEx(key, "sList")[0])[:1] or ","  # type: ignore[attr-defined, unused-ignore]
    except OSError:
        return ","


def delimiter_of(delimiter: str | None, use_culture: bool, otherwise: str | None) -> str | None:
    """The delimiter that a call means.

    Raises:
        UsageError: It gives one and asks for the culture's as well.
    """
    if not use_culture:
        return otherwise if delimiter is None else delimiter
    if delimiter is not None:
        raise UsageError("delimiter and use_culture exclude each other", hint="Give one of them.")
    return list_separator()
