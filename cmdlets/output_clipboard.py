"""The clipboard: what the prompt would show, ready to be pasted elsewhere."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import IsnError
from isnshell.formatting.canvas import Canvas, is_terminal
from isnshell.formatting.default import show_text
from isnshell.formatting.formatted import Formatted
from isnshell.host import get_host
from isnshell.pipeline.stage import Sink
from isnshell.pipeline.stream import Stream

_FROM_PIPE: Any = ...

# Programs that take the clipboard's new text on their standard input, with the encoding they want, the first one found
_PROGRAMS = (
    (("clip.exe",), "utf-16-le"),
    (("pbcopy",), "utf-8"),
    (("wl-copy",), "utf-8"),
    (("xclip", "-selection", "clipboard"), "utf-8"),
    (("xsel", "--clipboard", "--input"), "utf-8"),
)


@cmdlet("Set-Clipboard", aliases=("scb",), spellings={"to_localhost": "as_osc52"})
def set_clipboard(value: Any = _FROM_PIPE, *, as_osc52: bool = False, pass_thru: bool = False) -> Any:
    """Put text, or what the prompt would show, into the clipboard.

    Args:
        value: What to put there; out of the pipe if left out.
        as_osc52: Hand it to the terminal instead of the system, which also works over SSH where the terminal allows it.
        pass_thru: True gives the text that was put there.

    Returns:
        None: With `pass_thru` the text.

    Raises:
        IsnError: This system has no clipboard that can be reached.

    PowerShell: Set-Clipboard

    Example:
        >>> "2c9180857182305e0171993735622948" | set_clipboard()  # doctest: +SKIP
    """

    def consume(records: Stream) -> str | None:
        text = "".join(show_text(records, Canvas(None))).rstrip("\n")
        if as_osc52:
            _by_terminal(text)
        else:
            _by_system(text)
        get_host().note(f"{len(text):,} characters are in the clipboard.")
        return text if pass_thru else None

    stage = Sink(consume, label="set_clipboard", waits_for="what to put into the clipboard")
    return stage if value is _FROM_PIPE else stage.run(value if not isinstance(value, Formatted) else [value])


def _by_system(text: str) -> None:
    for command, encoding in _PROGRAMS:
        program = shutil.which(command[0])
        if program is None:
            continue
        try:
            subprocess.run([program, *command[1:]], input=text.encode(encoding), check=True, capture_output=True)  # noqa: S603 - fixed commands
        except (OSError, subprocess.CalledProcessError) as error:
            why = getattr(error, "stderr", b"") or str(error).encode()
            raise IsnError("Can't set the clipboard", why=why.decode(errors="replace").strip()) from error
        return
    raise IsnError(
        "Can't set the clipboard",
        why="none of " + ", ".join(command[0] for command, _ in _PROGRAMS) + " is installed",
        hint="as_osc52=True hands the text to the terminal.",
    )


def _by_terminal(text: str) -> None:
    if not is_terminal(sys.stdout):
        raise IsnError("Can't set the clipboard", why="standard output is no terminal")
    sys.stdout.write(f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a")
    sys.stdout.flush()
