"""Reading lines where a terminal can't move its cursor (`TERM=dumb`): plain input, continued until it is whole."""

from __future__ import annotations

import os
import sys

from .reading import wants_more


def is_dumb() -> bool:
    """Whether the terminal understands no control sequences."""
    return os.environ.get("TERM", "").lower() in ("dumb", "unknown")


def read_plain(prompt: str) -> str:
    """One whole text; raises EOFError at the end of the input. Ctrl-C gives a line up and begins anew."""
    text = ""
    while not text.strip():
        try:
            text = input(prompt)
            while wants_more(text):
                line = input("... ")
                text += f"\n{line}"
        except KeyboardInterrupt:
            sys.stdout.write("\n")
            text = ""
    return text.rstrip()
