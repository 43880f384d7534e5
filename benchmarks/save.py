"""Saving a report with the command itself; apart, so that a process that measures its memory loads nothing else."""

from __future__ import annotations

from isnshell.commands.registry import get_cmdlet
from isnshell.tenant.profiles import Profile
from isnshell.tenant.session import Session


def save(url: str, path: str) -> None:
    """Download the report with the command itself."""
    session = Session(Profile("bench", url, "id", "secret", environment="sandbox"))
    get_cmdlet("get_report")("2c9180897e7742b2017e781782f705b9", "csv", out_file=path, force=True, session=session)
    session.close()
