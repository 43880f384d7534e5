"""Lends the terminal to the grid and leaves everything as it was found."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import islice
from typing import Any

from ...errors import IsnError, UsageError
from ...host import Advance, Host, get_host, speaking_through
from ...pipeline.stream import Stream, close
from ..canvas import canvas_of, is_terminal
from ..columns import Choice
from ..formatted import Formatted
from .app import make_grid

_SIGNALS = ("SIGTERM", "SIGTSTP", "SIGCONT", "SIGWINCH", "SIGTTIN", "SIGTTOU")


def open_grid(records: Stream, *, title: str, mode: str, chosen: Sequence[Choice], filter: str = "") -> list[Any]:
    """Show records in a grid until the person leaves it.

    The first screen is read before, all else while the grid is open, as far as somebody looks.

    Args:
        records: What is shown.
        title: What stands above it.
        mode: How many can be given back: `none`, `single` or `multiple`.
        chosen: Columns that were asked for; none leaves the choice to the kind of record and its content.
        filter: What the filter is at first.

    Returns:
        list[Any]: The records that were chosen, in the grid's order.

    Raises:
        UsageError: There is no terminal that the grid could have for itself, or what came is no record.
        KeyboardInterrupt: Ctrl-C was pressed.
    """
    _check_terminal()
    host = QuietHost(get_host())
    with speaking_through(lambda _: host):
        source = iter(records)
        sample = _first(source)
        if not sample:
            host.note("no records")
            return []
        with host.quiet():
            grid = make_grid(sample, source, title=title, mode=mode, chosen=chosen, filter=filter)
            try:
                with _as_found(grid.tell_to_end):
                    taken = grid.run()
            finally:
                grid.reader.close()
        for text, is_error in grid.printed:
            (sys.stderr if is_error else sys.stdout).write(text)
        if grid.return_code:  # textual has shown the traceback
            raise IsnError("The grid ended early", why="it has a fault, which is shown above")
        if grid.told_to_end:
            raise SystemExit(128 + grid.told_to_end)
        if taken is None:  # neither given back nor left
            raise KeyboardInterrupt
        return _settled(taken, grid.reader.error)


def _first(source: Iterator[Any]) -> list[Any]:
    """The records of the first screen: the columns are chosen by them."""
    try:
        sample = list(islice(source, canvas_of().page))
    except BaseException:
        close(source)
        raise
    if sample and isinstance(sample[0], Formatted):
        command = sample[0].label
        raise UsageError(f"The grid needs records, not what {command} made of them", hint=f"Leave out {command}().")
    return sample


def _settled(taken: list[Any], error: BaseException | None) -> list[Any]:
    """What was taken; an error that ended the reading must not be lost with the grid."""
    if error is None:
        return taken
    if not taken:
        raise error
    get_host().warn(f"Not all records were read: {error}")
    return taken


class QuietHost:
    """A host that says nothing while the grid has the terminal, and all of it afterwards.

    Args:
        host: The one that speaks.
    """

    def __init__(self, host: Host) -> None:
        self._host = host
        self._is_quiet = False
        self._kept: list[tuple[str, str]] = []

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """A block in which everything is kept back."""
        self._is_quiet = True
        try:
            with getattr(self._host, "paused", nullcontext)():
                yield
        finally:
            self._is_quiet = False
            for way, text in self._kept:
                getattr(self._host, way)(text)
            self._kept.clear()

    def note(self, text: str) -> None:
        """Say a line, now or later."""
        self._say("note", text)

    def warn(self, text: str) -> None:
        """Say a warning, now or later."""
        self._say("warn", text)

    def show(self, text: str) -> None:
        """Show a result, now or later."""
        self._say("show", text)

    def ask(self, question: str) -> bool | None:
        """Nobody can answer while the grid has the terminal."""
        return None if self._is_quiet else self._host.ask(question)

    @contextmanager
    def progress(self, label: str, total: float | None = None, unit: str = "") -> Iterator[Advance]:
        """No bar: it could still be drawn when the grid opens, which counts for itself."""
        yield lambda completed, total=None, text=None: None

    def _say(self, way: str, text: str) -> None:
        if self._is_quiet:
            self._kept.append((way, text))
        else:
            getattr(self._host, way)(text)


def _check_terminal() -> None:
    """Raise unless the terminal is there, is able, and is ours to lend."""
    # Those that textual uses, whatever print is redirected to
    files = {"input": sys.__stdin__, "output": sys.__stdout__, "error": sys.__stderr__}
    missing = [name for name, file in files.items() if not is_terminal(file)]
    why = f"standard {' and '.join(missing)} {'are' if len(missing) > 1 else 'is'} none" if missing else None
    if os.environ.get("TERM", "").lower() in ("dumb", "unknown"):
        why = f"this one (TERM={os.environ['TERM']}) can't move its cursor"
    if why:
        raise UsageError(
            "The grid needs a terminal",
            why=why,
            hint="Without one where_object(...) chooses, format_table() shows and export_csv(...) saves.",
        )
    if threading.current_thread() is not threading.main_thread() or _is_in_loop():
        raise UsageError(
            "The grid can't open here",
            why="it needs the terminal for itself, and this is a job, a worker or an event loop",
            hint="Let that give records, and open the grid on them at the prompt or in the script itself.",
        )


def _is_in_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


@contextmanager
def _as_found(end: Callable[[int, Any], None]) -> Iterator[None]:
    """A block after which signals and environment are as before: textual takes over some of both and keeps them.

    Args:
        end: Handles the signal to end: the process gives the terminal back first.
    """
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    handlers = {number: signal.getsignal(number) for number in numbers}
    if handlers[signal.SIGTERM] == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, end)
    no_color = os.environ.get("NO_COLOR")
    if no_color == "":  # which means nothing, but not to textual
        del os.environ["NO_COLOR"]
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        if no_color is not None:
            os.environ["NO_COLOR"] = no_color
