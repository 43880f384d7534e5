"""The file of a bulk change: what was begun and how it ended, a JSON line each, so that an interrupted one goes on
without repeating what succeeded.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import IO, Any

from attrs import frozen

from ..errors import FileError
from ..pipeline.conversion import text_of
from ..pipeline.properties import get_property, property_names


@frozen
class JobName:
    """What a file's job is: the same file never continues another.

    Args:
        command: PowerShell's name of the command.
        tenant: Host of the tenant.
        arguments: Fingerprint of the arguments that hold for all records.
    """

    command: str
    tenant: str
    arguments: str


class JobFile:
    """A job's file, open for more lines. Each line is written out at once.

    Args:
        path: The file; made if it is not there.
        name: What the job is.

    Raises:
        FileError: The file can't be read or written, or is of another job.
    """

    def __init__(self, path: str | PathLike[str], name: JobName) -> None:
        self.path = Path(path)
        self._lock = threading.Lock()
        self._ended: dict[str, dict[str, Any]] = {}
        self._begun: set[str] = set()
        try:
            text = self.path.read_text("utf-8") if self.path.exists() else ""
            self._read(text, name)
            self._file: IO[str] = self.path.open("a", encoding="utf-8", newline="\n")
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise FileError(f"The job file {self.path} can't be used", path=self.path, why=reason) from error
        if not text:
            self._write({"job": name.command, "tenant": name.tenant, "arguments": name.arguments})
        elif not text.endswith("\n"):
            self._file.write("\n")  # an interruption cut the last line

    def _read(self, text: str, name: JobName) -> None:
        lines = [_parsed(line) for line in text.splitlines() if line.strip()]
        if not lines:
            return
        head = lines[0] or {}
        if "job" not in head:
            raise FileError(f"{self.path} is no job file", path=self.path, hint="Give another name, or delete it.")
        for what, there, here in (
            ("command", head["job"], name.command),
            ("tenant", head.get("tenant"), name.tenant),
        ):
            if there != here:
                raise FileError(
                    f"{self.path} is the job of another {what}: {there}, not {here}",
                    path=self.path,
                    hint="Nothing was sent. Resume with the command it was begun with, or give another file.",
                )
        if head.get("arguments") != name.arguments:
            raise FileError(
                f"{self.path} was begun with other arguments of {name.command}",
                path=self.path,
                hint="Nothing was sent. Give the same arguments, or another file.",
            )
        for line in lines[1:]:
            if line and "outcome" in line:
                self._ended[line["key"]] = line
                self._begun.discard(line["key"])
            elif line and "begun" in line:
                self._begun.add(line["begun"])

    def ended(self, key: str) -> Mapping[str, Any] | None:
        """How an earlier run ended this one, if it did."""
        return self._ended.get(key)

    def in_doubt(self, key: str) -> bool:
        """Whether an earlier run began this one and did not hear how it ended."""
        return key in self._begun

    def begin(self, key: str) -> None:
        """Note that the change is about to be sent."""
        self._write({"begun": key})

    def end(self, key: str, outcome: Mapping[str, Any]) -> None:
        """Note how a change ended."""
        self._write({"key": key, **outcome})

    def _write(self, line: Mapping[str, Any]) -> None:
        with self._lock:
            self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _parsed(line: str) -> dict[str, Any] | None:
    """A line's object; None for a line that an interruption has cut."""
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def key_of(record: Any) -> str:
    """What a record is known by in a job's file: its id, else a fingerprint of all it holds."""
    if isinstance(record, (str, int)):
        return str(record)
    id = get_property(record, "id") if property_names(record) else None
    return str(id) if isinstance(id, (str, int)) else fingerprint(record)


def fingerprint(value: Any) -> str:
    """A short text that differs where the values differ, and tells nothing of them."""
    text = json.dumps(value, sort_keys=True, default=text_of, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
