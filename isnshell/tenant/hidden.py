"""Reading what must not be seen. A terminal that edits lines itself cuts them at 1,024 (macOS) or 4,096 characters, and
access tokens are longer; so it is asked for single keys."""

from __future__ import annotations

import os
from getpass import getpass

_END, _ERASE, _CHUNK = b"\r\n\x04", b"\x7f\x08", 4096


def read_hidden(question: str) -> str:
    """A line from the terminal without an echo, however long it is.

    Raises:
        EOFError: The terminal is gone.
        KeyboardInterrupt: Ctrl-C.
    """
    if os.name == "nt":
        return getpass(question)  # reads keys there
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
    import termios  # waits: Windows has none

    before = termios.tcgetattr(terminal)
    quiet = termios.tcgetattr(terminal)
    quiet[3] &= ~(termios.ICANON | termios.ECHO)
    quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 1, 0
    # What was typed before the question is no answer to it
    termios.tcsetattr(terminal, termios.TCSAFLUSH, quiet)
    try:
        line = bytearray()
        while True:
            chunk = os.read(terminal, _CHUNK)
            if not chunk:
                raise EOFError
            for key in chunk:
                if key in _END:
                    return line.decode("utf-8", "replace")
                if key in _ERASE:
                    del line[-1:]
                else:
                    line.append(key)
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
