"""From the command to the prompt, against bare ptpython, both in a pseudo-terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

from .measure import Ratio, alternate

# What people would start otherwise: ptpython as it comes.
_BARE = [sys.executable, "-m", "ptpython"]
_OURS = [sys.executable, "-m", "isnshell", "-p", "demo"]
_DEADLINE = 30


def measure() -> Ratio:
    """Until the prompt takes keys: a line is typed at once, and its result is waited for."""
    mine, other = alternate(lambda: _time_to_prompt(_OURS), lambda: _time_to_prompt(_BARE))
    return Ratio("time to the prompt", mine, other, "bare ptpython", 1.10)


def _time_to_prompt(command: Sequence[str]) -> float:
    import pexpect  # of the extra `test`; POSIX only

    start = time.perf_counter()
    child = pexpect.spawn(command[0], list(command[1:]), dimensions=(30, 100), timeout=_DEADLINE)
    try:
        _answer_until_result(child)
        return time.perf_counter() - start
    finally:
        child.close(force=True)


def _answer_until_result(child: object) -> None:
    """Play the terminal: answer where the cursor is, and type `6 * 111` as soon as the prompt has been drawn."""
    import pexpect

    assert isinstance(child, pexpect.spawn)
    child.delaybeforesend = None
    typed = False
    while True:
        found = child.expect([r"\x1b\[6n", ">>>", "666"])
        if found == 0:
            child.send("\x1b[1;1R")
        elif found == 1 and not typed:
            child.send("6 * 111\r")
            typed = True
        elif found == 2:
            return
