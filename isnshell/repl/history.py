"""What was typed, kept for each profile in the user's own folder, readable by nobody else, without secrets."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from prompt_toolkit.history import History


def history_file(profile: str) -> Path:
    """Where the history of a profile is kept."""
    from platformdirs import user_data_path

    safe = re.sub(r"[^\w.-]", "_", profile) or "default"
    return user_data_path("isnshell", appauthor=False) / "history" / f"{safe}.txt"


class ProfileHistory(History):
    """Lines in a file, oldest first, each line of a text behind a `+`.

    Args:
        file: Gives the file of the profile in use; asked for every line, since the profile may change meanwhile.
    """

    def __init__(self, file: Callable[[], Path]) -> None:
        super().__init__()
        self._file = file

    def load_history_strings(self) -> Iterable[str]:
        """Texts from the file, the newest first. A file that can't be read is an empty one."""
        try:
            lines = self._file().read_text("utf-8", "replace").split("\n")
        except OSError:
            return []
        return reversed(_texts(lines))

    def store_string(self, string: str) -> None:
        """Add a text to the file. A disk that is full or read-only must not end the session."""
        from .secrets import without_secrets  # compiles its expressions with the first line

        text = without_secrets(string)
        body = "".join(f"+{line}\n" for line in text.split("\n"))
        try:
            _append(self._file(), f"\n# {datetime.now().astimezone().isoformat(timespec='seconds')}\n{body}")
        except OSError:
            return


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
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with open(handle, "a", encoding="utf-8", errors="replace", newline="\n") as file:
        file.write(text)
