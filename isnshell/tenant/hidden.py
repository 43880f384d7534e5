"""Reading what must not be seen. A terminal that edits lines itself cuts them at 1,024 (macOS) or 4,096 characters, and
access tokens are longer; so it is asked for single keys."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from getpass import getpass

_END, _ERASE, _ERASE_ALL = "\r\n\x04", "\x7f\b", "\x15"
_CHUNK = 4096
_PASTE_GAP = 0.05
"""Seconds in which the rest of a paste follows a line break; nobody types that fast."""


def read_hidden(question: str) -> str:
    """A line from the terminal without an echo, however long it is.

    What is pasted with line breaks in it, as terminals and mails wrap long lines, is one line: else its rest would be
    taken for the next command, and be seen.

    Raises:
        EOFError: The terminal is gone.
        KeyboardInterrupt: Ctrl-C.
    """
    if sys.platform == "win32":
        return _ask_windows(question)
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return getpass(question)
    try:
        os.write(terminal, question.encode())
        return _read_keys(terminal)
    finally:
        os.write(terminal, b"\n")
        os.close(terminal)


def _read_keys(terminal: int) -> str:
    import select  # these wait: on Windows they are of no use
    import termios

    before = termios.tcgetattr(terminal)
    quiet = termios.tcgetattr(terminal)
    quiet[3] &= ~(termios.ICANON | termios.ECHO)
    quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 1, 0
    # What was typed before the question is no answer to it
    termios.tcsetattr(terminal, termios.TCSAFLUSH, quiet)
    try:
        return _line(
            iter(lambda: os.read(terminal, _CHUNK), b""),
            lambda: bool(select.select([terminal], [], [], _PASTE_GAP)[0]),
        )
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)


def _line(chunks: Iterable[bytes], goes_on: Callable[[], bool]) -> str:
    """The line that is made of the keys pressed; an end that more keys follow at once is a break inside of a paste."""
    line = bytearray()
    for chunk in chunks:
        is_ended = False
        for key in chunk:
            is_ended = _press(line, key)
        if is_ended and not goes_on():
            return line.decode("utf-8", "replace")
    raise EOFError


def _press(line: bytearray, key: int) -> bool:
    """Let a key change the line; True if it ends it."""
    char = chr(key)
    if char in _END:
        return True
    if char in _ERASE:
        del line[-1:]
    elif char in _ERASE_ALL:
        line.clear()
    else:
        line.append(key)
    return False


def _ask_windows(question: str) -> str:
    import msvcrt

    def keys() -> Iterable[bytes]:
        while True:
            key = msvcrt.getwch()  # type: ignore[attr-defined]  # there on Windows only
            if key == "\x03":
                raise KeyboardInterrupt
            yield key.encode("utf-8", "replace")

    def goes_on() -> bool:
        time.sleep(_PASTE_GAP)
        return bool(msvcrt.kbhit())  # type: ignore[attr-defined]  # as above

    sys.stderr.write(question)
    sys.stderr.flush()
    try:
        return _line(keys(), goes_on)
    finally:
        sys.stderr.write("\n")
