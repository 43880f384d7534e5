"""What was typed, kept for each profile in the user's own folder, readable by nobody else, without secrets."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import dropwhile
from pathlib import Path

from prompt_toolkit.history import History

KEPT = 5_000
"""Texts that are found again; more would be loaded before every prompt."""
_TAIL = 2_000_000  # bytes


def history_file(profile: str) -> Path:
    """Where the history of a profile is kept."""
    from platformdirs import user_data_path

    safe = re.sub(r"[^\w.-]", "_", profile) or "default"
    return user_data_path("isnshell", appauthor=False) / "history" / f"{safe}.txt"


class ProfileHistory(History):
    """Lines in a file, oldest first, each line of a text behind a `+`.

    What was typed in this session comes first, on whichever profile: what was tried on the sandbox is run again on
    production. Behind it comes what the file of the profile in use holds.

    Args:
        file: Gives the file of the profile in use; asked for every line, since the profile may change meanwhile.
    """

    def __init__(self, file: Callable[[], Path]) -> None:
        super().__init__()
        self._file = file
        self._typed: list[str] = []

    def load_history_strings(self) -> Iterator[str]:
        """Texts, the newest first, each once. A file that can't be read is an empty one."""
        seen: set[str] = set()
        for text in (*reversed(self._typed), *reversed(_texts(_tail(self._file())))):
            if text not in seen and len(seen) < KEPT:
                seen.add(text)
                yield text

    def store_string(self, string: str) -> None:
        """Add a text to the file. A disk that is full or read-only must not end the session."""
        from .secrets import without_secrets  # compiles its expressions with the first line

        self._typed.append(string)
        text = without_secrets(string)
        body = "".join(f"+{line}\n" for line in text.split("\n"))
        try:
            _append(self._file(), f"\n# {datetime.now().astimezone().isoformat(timespec='seconds')}\n{body}")
        except OSError:
            return


def _tail(path: Path) -> list[str]:
    """The last lines of a file, from a whole text on: a long history must not hold up the start."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            begin = max(size - _TAIL, 0)
            file.seek(begin)
            lines = file.read().decode("utf-8", "replace").split("\n")
    except OSError:
        return []
    return list(dropwhile(lambda line: not line.startswith("#"), lines)) if begin else lines


def _texts(lines: Iterable[str]) -> list[str]:
    texts: list[str] = []
    begins = True
    for line in lines:
        if not line.startswith("+"):
            begins = True
            continue
        if begins:
            texts.append(line[1:])
        else:
            texts[-1] += "\n" + line[1:]
        begins = False
    return texts


def _append(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        if hasattr(os, "fchmod"):  # Windows' files belong to their owner by the folder they are in
            os.fchmod(handle, 0o600)
        # In one piece: another shell may write to it at the same moment
        os.write(handle, text.encode("utf-8", "replace"))
    finally:
        os.close(handle)
