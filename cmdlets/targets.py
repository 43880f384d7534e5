"""The file that a command is to write: allowed before anything is read, shown instead of written with what_if."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Any

from attrs import frozen

from isnshell.files import is_regular
from isnshell.formatting.textfiles import check_output, writing
from isnshell.tenant.rails import Plan, Planned, current_scope

# PowerShell's other names of the parameters that all these commands share
SPELLINGS: Mapping[str, str] = {
    "literal_path": "path",
    "ps_path": "path",
    "lp": "path",
    "no_overwrite": "no_clobber",
}


@frozen
class Target:
    """A file that may be written.

    Args:
        command: PowerShell's name of the command that writes it.
        path: Where it is.
        replace: Whether it may replace an existing one.
        append: Whether it adds to an existing one.
    """

    command: str
    path: Path
    replace: bool
    append: bool

    @property
    def adds(self) -> bool:
        """Whether there is something to add to."""
        return self.append and is_regular(self.path) and self.path.stat().st_size > 0

    def show_only(self) -> None:
        """End the command if its files are only to be shown, before its source is read."""
        if current_scope().what_if:
            does = "add to" if self.adds else "replace" if self.path.exists() else "write"
            size = f" ({self.path.stat().st_size:,} bytes)" if is_regular(self.path) else ""
            raise Planned(Plan(self.command, "", "", f"What if: {self.command} would {does} {self.path}{size}"))

    def writing(self, mode: str = "w", **options: Any) -> AbstractContextManager[IO[Any]]:
        """A block that writes the file, whole or not at all."""
        return writing(self.path, force=self.replace, append=self.append, mode=mode, **options)


def target(command: str, path: Any, *, force: bool = False, no_clobber: bool = False, append: bool = False) -> Target:
    """A file that a command may write.

    Raises:
        FileError: It can't be written, or exists and neither `force` nor `append` is given.
        UsageError: It is no path.
    """
    replace = force and not no_clobber
    return Target(command, check_output(path, force=replace, append=append), replace, append)
