"""Drives the real command in a pseudo-terminal of fixed size: types keys, waits for text, reads the screen."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

COLUMNS, LINES = 100, 30
_DEADLINE = 20.0

TAB, ENTER, CTRL_C, CTRL_D, CTRL_R, F1, UP, ESCAPE = "\t", "\r", "\x03", "\x04", "\x12", "\x1bOP", "\x1b[A", "\x1b"


class Terminal:
    """A command that runs in a terminal.

    Args:
        arguments: What follows `isnshell` on the command line.
        folder: Current folder; home and data folders lie beside it.
        environment: Further variables.
        size: Columns and lines.
    """

    def __init__(
        self,
        *arguments: str,
        folder: Path,
        environment: Mapping[str, str] | None = None,
        size: tuple[int, int] = (COLUMNS, LINES),
    ) -> None:
        self.screen = pyte.HistoryScreen(*size, history=2000)
        self.screen.write_process_input = self.send
        self._stream = pyte.Stream(self.screen)
        self._log: list[str] = []
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "isnshell", *arguments],
            cwd=str(folder),
            env=_environment(folder, environment or {}),
            dimensions=(size[1], size[0]),
            encoding="utf-8",
            codec_errors="replace",
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.close(force=True)

    def send(self, keys: str) -> None:
        """Press keys, or answer what the screen was asked."""
        self._child.send(keys)

    def run(self, line: str) -> None:
        """Type a line and press Enter."""
        self.send(line + ENTER)

    def paste(self, text: str) -> None:
        """Paste, as a terminal does that tells pasting from typing."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size."""
        self.screen.resize(lines, columns)
        self._child.setwinsize(lines, columns)

    @property
    def text(self) -> str:
        """What is on the screen, with what scrolled out above it."""
        return "\n".join(line.rstrip() for line in self._rows())

    @property
    def unwrapped(self) -> str:
        """The text with lines that are full to the last cell joined to the next: what wrapped at the edge."""
        return "".join(line if line[-1] != " " else line.rstrip() + "\n" for line in self._rows())

    def _rows(self) -> list[str]:
        width = range(self.screen.columns)
        # A line that scrolled out before the window was resized keeps its own width
        above = ["".join(line[place].data for place in width) for line in self.screen.history.top]
        return [*above, *self.screen.display]

    def _missing(self, wanted: Sequence[str]) -> list[str]:
        shown = self.text, self.unwrapped
        return [text for text in wanted if not any(text in one for one in shown)]

    @property
    def written(self) -> str:
        """All that came, with its control sequences."""
        return "".join(self._log)

    def wait_for(self, *wanted: str, deadline: float = _DEADLINE) -> str:
        """Wait until all of the texts can be read; gives what is read then."""
        end = time.monotonic() + deadline
        while missing := self._missing(wanted):
            if not self._read(end):
                raise AssertionError(self._report(f"{missing!r}"))
        return self.text

    def wait_until(self, is_so: Callable[[], object], what: str, deadline: float = _DEADLINE) -> None:
        """Wait until something holds, of the screen or beside it."""
        end = time.monotonic() + deadline
        while not is_so():
            if not self._read(end):
                raise AssertionError(self._report(what))

    def wait_for_prompt(self, number: int, deadline: float = _DEADLINE) -> str:
        """Wait until the prompt of a statement takes keys; its toolbar is drawn last."""
        self.wait_for(f"\n{number} >>>" if number > 1 else f"{number} >>>", "requests left", deadline=deadline)
        return self.text

    def settle(self, seconds: float = 1.0) -> None:
        """Take in what comes until nothing has for so long."""
        end, count = time.monotonic() + seconds, len(self._log)
        while self._read(end):
            if len(self._log) > count:
                end, count = time.monotonic() + seconds, len(self._log)

    def wait_for_end(self, deadline: float = _DEADLINE) -> int:
        """Wait until the command has ended; gives its exit status."""
        end = time.monotonic() + deadline
        while self._read(end):
            pass
        if self._child.isalive():
            raise AssertionError(self._report("the end of the command"))
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)

    def _read(self, end: float) -> bool:
        """Take in what came; False when the deadline has passed or the command has ended."""
        left = end - time.monotonic()
        if left <= 0:
            return False
        try:
            chunk = self._child.read_nonblocking(65536, timeout=min(left, 0.2))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            self._child.wait()
            return False
        self._log.append(chunk)
        self._stream.feed(chunk)
        return True

    def _report(self, expected: str) -> str:
        frame = "-" * self.screen.columns
        log = self.written[-6000:]
        return f"expected {expected}\nseen:\n{frame}\n{self.text}\n{frame}\nlog:\n{log!r}"


def _environment(folder: Path, more: Mapping[str, str]) -> dict[str, str]:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SAIL_", "ISN_", "XDG_"))}
    kept.pop("NO_COLOR", None)
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(home), **more}


def lines_with(text: str, part: str) -> Sequence[str]:
    """The lines of a screen that hold a text."""
    return [line for line in text.split("\n") if part in line]
