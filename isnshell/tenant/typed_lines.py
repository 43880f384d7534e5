"""Lines that a person may type while something else is waited for."""

from __future__ import annotations

import os
import sys


class TypedLines:
    """What is typed at the terminal, line by line; asking for it never waits."""

    def __init__(self) -> None:
        self._text = ""
        self._is_over = False

    def poll(self) -> str | None:
        """The next whole line; None if there is none yet."""
        if not self._is_over:
            self._text += _windows_keys() if sys.platform == "win32" else self._ready()
        line, end, rest = self._text.partition("\n")
        if not end:
            return None
        self._text = rest
        return line.strip()

    def _ready(self) -> str:
        import select  # waits: Windows' own knows sockets only

        try:
            terminal = sys.stdin.fileno()
            if not select.select([terminal], [], [], 0)[0]:
                return ""
            read = os.read(terminal, 4096)
        except (OSError, ValueError):  # closed, or no file at all
            read = b""
        self._is_over = not read
        return read.decode("utf-8", "replace")


def _windows_keys() -> str:
    import msvcrt

    keys = ""
    while msvcrt.kbhit():  # type: ignore[attr-defined]  # there on Windows only
        key = msvcrt.getwche()  # type: ignore[attr-defined]  # as above
        if key == "\x03":
            raise KeyboardInterrupt
        keys += "\n" if key == "\r" else key
    return keys
