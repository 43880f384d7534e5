"""Whose mistake an error is, and how much of it a person wants to see."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import dropwhile
from pathlib import Path

from ..commands.namespace import explain_name_error
from ..errors import IsnError, UsageError
from .habits import said_here
from .secrets import without_secrets

_ENGINE = str(Path(__file__).resolve().parent.parent) + os.sep
_COMMANDS = str(Path(__file__).resolve().parent.parent.parent / "cmdlets") + os.sep
_TYPED = "<input"


def show_failure(error: BaseException, variables: Iterable[str] = ()) -> None:
    """Show an error: ours as its block, the person's as one short block with its place, a bug of ours whole.

    Args:
        error: The error.
        variables: Names of the person's variables, one of which may have been meant.
    """
    from ..formatting.terminal import show_error  # rich loads with the first error

    error = explained(error, variables)
    if isinstance(error, IsnError):
        show_error(error)
    elif is_persons(error):
        _say(describe(error))
    else:
        traceback.print_exception(error)
        _say(["This is a fault of isnshell, not of your line. What stands above helps to mend it."])


def explained(error: BaseException, variables: Iterable[str] = ()) -> BaseException:
    """An error as what is likely behind it: a misspelt name, or `Get-PendingTasks`, a subtraction to Python."""
    if not isinstance(error, NameError) or not is_persons(error):
        return error
    frames = _frames(error)
    if frames and (said := said_here(frames[-1].line or "")):
        return UsageError(said, hint="?name shows a command's help.")
    return explain_name_error(error, variables)


def trace_of(error: BaseException) -> str:
    """The traceback from the person's own line on, without secrets that stand in the lines it quotes."""
    whole = traceback.TracebackException.from_exception(error)
    typed = list(dropwhile(lambda frame: not frame.filename.startswith(_TYPED), whole.stack))
    if typed:
        whole.stack = traceback.StackSummary.from_list(typed)
    return without_secrets("".join(whole.format())).rstrip()


def is_persons(error: BaseException) -> bool:
    """Whether the mistake is in the person's own code: no part of ours stands between it and what failed."""
    if isinstance(error, SyntaxError) and error.filename:  # found by us, in what they wrote
        return not error.filename.startswith((_ENGINE, _COMMANDS))
    for frame in reversed(_frames(error)):
        if _is_theirs(frame):
            return True
        if frame.filename.startswith((_ENGINE, _COMMANDS)):
            # A record says on purpose that it has no such field; that is the asker's mistake
            return isinstance(error, AttributeError) and frame.name == "__getattr__"
    return True


def _is_theirs(frame: traceback.FrameSummary) -> bool:
    """Whether a line is the person's: typed, or in a file of theirs, the start file for one."""
    if frame.filename.startswith(_TYPED):
        return True
    return not frame.filename.startswith((_ENGINE, _COMMANDS, "<", *_libraries()))


@lru_cache(maxsize=1)
def _libraries() -> tuple[str, ...]:
    import sysconfig

    paths = sysconfig.get_paths()
    return tuple(paths[name] + os.sep for name in ("stdlib", "platstdlib", "purelib", "platlib", "scripts"))


def describe(error: BaseException) -> list[str]:
    """A person's mistake in a few lines: what it is, and where in their code."""
    if isinstance(error, SyntaxError):
        *place, message = "".join(traceback.format_exception_only(error)).rstrip().split("\n")
        return [message, *(line for line in place if not line.lstrip().startswith(f'File "{_TYPED}'))]
    title = type(error).__name__
    lines = [f"{title}: {error}" if str(error) else title]
    lines += [f"  {line}" for line in _places(error)]
    lines += [f"  {note}" for note in (*_on_pipes(error), *getattr(error, "__notes__", ()))]
    cause = error.__cause__
    while cause is not None:
        lines.append(f"  caused by {type(cause).__name__}: {cause}")
        cause = cause.__cause__
    return lines


_NO_PIPE = re.compile(r"unsupported operand type\(s\) for \|: '.*' and '(.*)'")


def _on_pipes(error: BaseException) -> Iterator[str]:
    """What `|` takes on its right, for whoever put something else there."""
    found = _NO_PIPE.fullmatch(str(error)) if isinstance(error, TypeError) else None
    if found and found[1] == "NoneType":
        yield "Right of | stands a call that did its work at once and took nothing from the pipe."
    elif found and found[1] in ("function", "method", "builtin_function_or_method", "type"):
        yield "Here Python wants for_each_object(FUNCTION) right of |: what stands on the left is no stream of ours."
    elif found:
        yield "Right of | stands a command such as where_object(...)."


def _places(error: BaseException) -> Iterator[str]:
    """The lines of the person's own code that led to it; a line on its own needs no place."""
    frames = _frames(error)
    typed = [*dropwhile(lambda frame: not frame.filename.startswith(_TYPED), frames)]
    began = typed or dropwhile(lambda frame: not _is_theirs(frame), frames)
    theirs = [frame for frame in began if not frame.filename.startswith((_ENGINE, _COMMANDS, "<frozen"))]
    if len(theirs) == 1 and theirs[0].lineno == 1 and theirs[0].filename.startswith(_TYPED):
        return
    for frame in theirs:
        where = "" if frame.filename.startswith(_TYPED) else f"{frame.filename}, "
        yield f"{where}line {frame.lineno}: {frame.line or ''}".rstrip(": ")


def _frames(error: BaseException) -> traceback.StackSummary:
    return traceback.extract_tb(error.__traceback__)


def _say(lines: list[str]) -> None:
    from rich.text import Text

    from ..formatting.canvas import canvas_of, is_terminal
    from ..formatting.cells import visible
    from ..formatting.screen import console_for, write_text
    from ..formatting.words import by_words

    if not is_terminal(sys.stderr):
        write_text(sys.stderr, "\n".join(lines) + "\n")
        return
    console = console_for(stderr=True)
    title = by_words(visible(lines[0]), canvas_of(sys.stderr).width)
    console.print(Text(title, style="bold red"), soft_wrap=True)
    for line in lines[1:]:
        console.print(Text(visible(line)), soft_wrap=True)
