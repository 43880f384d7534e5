"""The host of a terminal: notes, questions, progress on standard error, results on standard output; how errors look."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TransferSpeedColumn,
)
from rich.text import Text

from ..clock import cancelled_by
from ..errors import ApiError, ConnectionFailed, IsnError
from ..host import Advance
from .canvas import Canvas, canvas_of, is_terminal
from .cells import visible
from .screen import console_for, plain_text, write_text
from .words import by_words

_WARNING = "WARNING:"


class TerminalHost:
    """Speaks to the person at the terminal.

    Where standard error is no terminal there is no colour and no progress; where nobody can answer, `ask` gives None.
    """

    def __init__(self) -> None:
        self._bars = _Bars()

    def note(self, text: str) -> None:
        """A dim line on standard error."""
        self._say(visible(text), "dim")

    def warn(self, text: str) -> None:
        """A line on standard error that begins with a yellow mark."""
        self._say(f"{_WARNING} {visible(text)}", "")

    def show(self, text: str) -> None:
        """A result on standard output, as it is."""
        with self.paused():
            write_text(sys.stdout, text + "\n")
            sys.stdout.flush()

    def ask(self, question: str) -> bool | None:
        """A yes-or-no question; Enter means no. None without a terminal, or when the input has ended."""
        if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
            return None
        with self.paused():
            while True:
                write_text(sys.stderr, f"{visible(question)} [y/N] ")
                sys.stderr.flush()
                answer = sys.stdin.readline()
                if not answer:
                    return None
                if answer.strip().lower() in ("", "n", "no", "y", "yes"):
                    return answer.strip().lower() in ("y", "yes")

    def ring(self) -> None:
        """The terminal's bell."""
        if is_terminal(sys.stderr):
            sys.stderr.write("\a")
            sys.stderr.flush()

    @contextmanager
    def progress(self, label: str, total: float | None = None, unit: str = "") -> Iterator[Advance]:
        """A bar on standard error while the block runs; a spinner where the total is unknown."""
        if not is_terminal(sys.stderr) or _is_given_up():
            yield lambda completed, total=None, text=None: None
            return
        with self._bars.bar(visible(label), total, unit) as advance:
            yield advance

    def end_progress(self) -> None:
        """Wipe all bars away, also those of threads that go on."""
        self._bars.end()

    def paused(self) -> AbstractContextManager[None]:
        """A block in which no bar is drawn, so that something else can be."""
        return self._bars.paused()

    def _say(self, text: str, style: str) -> None:
        if _is_given_up():
            return
        if is_terminal(sys.stderr):
            line = Text(by_words(text, canvas_of(sys.stderr).width), style=style)
            if text.startswith(_WARNING):  # a mark, since yellow text can't be read on white
                line.stylize("black on yellow", 0, len(_WARNING))
            (self._bars.console or console_for(stderr=True)).print(line, soft_wrap=True)
        else:
            write_text(sys.stderr, text + "\n")
            sys.stderr.flush()


def _is_given_up() -> bool:
    """Whether this is a thread that nobody waits for any more: the terminal belongs to the next line."""
    is_cancelled = cancelled_by.get()
    return is_cancelled is not None and is_cancelled()


class _Bars:
    """The bars that run at the moment: one live display for all of them, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._progress: Progress | None = None
        self._running = 0

    @property
    def console(self) -> Console | None:
        """Where lines must go while bars are drawn."""
        return self._progress.console if self._progress is not None else None

    @contextmanager
    def bar(self, label: str, total: float | None, unit: str) -> Iterator[Advance]:
        with self._lock:
            if self._progress is None:
                self._progress = _make_progress()
                self._progress.start()
            progress = self._progress
            self._running += 1
            task = progress.add_task(label, total=100.0 if unit == "%" else total, unit=unit, text="")

        def advance(completed: float, total: float | None = None, text: str | None = None) -> None:
            changes: dict[str, Any] = {} if text is None else {"text": visible(text)}
            if total is not None:
                changes["total"] = total
            if progress is self._progress:
                progress.update(task, completed=completed, refresh=text is not None, **changes)

        try:
            yield advance
        finally:
            with self._lock:
                if progress is self._progress:
                    progress.remove_task(task)
                    self._running -= 1
                    if not self._running:
                        self.end()

    def end(self) -> None:
        """Wipe all away."""
        with self._lock:
            progress, self._progress, self._running = self._progress, None, 0
            if progress is not None:
                progress.stop()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Nothing is drawn while something else is written or asked."""
        with self._lock:
            progress = self._progress
            if progress is not None:
                progress.stop()
            try:
                yield
            finally:
                if progress is not None and progress is self._progress:
                    progress.start()


def _make_progress() -> Progress:
    console = console_for(stderr=True)
    # What is printed while a bar runs moves above it, but never from a redirected standard output to standard error
    return Progress(
        SpinnerColumn("line" if canvas_of(console.file).ascii else "dots"),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=30),
        _Amount(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[text]}", style="dim", markup=False),
        console=console,
        transient=True,
        redirect_stdout=is_terminal(sys.stdout),
        redirect_stderr=True,
    )


class _Amount(ProgressColumn):
    """How much is done, in the task's own unit."""

    def __init__(self) -> None:
        super().__init__()
        self._bytes, self._speed = DownloadColumn(), TransferSpeedColumn()

    def render(self, task: Task) -> Text:
        """The amount of one task."""
        unit = task.fields.get("unit", "")
        if unit == "B":
            return Text.assemble(self._bytes.render(task), " ", self._speed.render(task))
        if unit == "%" and task.total is not None:
            return Text(f"{task.percentage:3.0f} %")
        total = "" if task.total is None else f"/{task.total:,.0f}"
        return Text(f"{task.completed:,.0f}{total} {unit.replace('%', '')}".rstrip())


def render_error(error: BaseException, width: int | None = None) -> RenderableType:
    """An error as a block: what happened, why, what to do next, and what SailPoint's support asks for.

    Args:
        error: An IsnError; any other exception is shown by its type and text.
        width: Columns of the terminal; left out, lines are as long as they are.
    """

    def part(text: str, style: str = "", indent: str = "  ") -> Text:
        return Text(by_words(indent + visible(text), width), style=style)

    if not isinstance(error, IsnError):
        return part(f"{type(error).__name__}: {error}", "bold red", "")
    parts = [part(error.what, "bold red", "")]
    if error.why:
        parts.append(part(error.why))
    if error.hint:
        parts.append(part(error.hint, "bold"))
    parts += [part(line, "dim") for line in _facts(error)]
    return Group(*parts)


def _facts(error: IsnError) -> Iterator[str]:
    if isinstance(error, ApiError):
        facts = {"status": error.status_code, "code": error.detail_code}
        if error.tracking_id and error.tracking_id not in error.what:
            facts["tracking id"] = error.tracking_id
        yield ", ".join(f"{name} {value}" for name, value in facts.items() if value)
    if isinstance(error, (ApiError, ConnectionFailed)):
        if error.request is not None:
            yield str(error.request)
        if len(error.attempts) > 1:
            yield f"{len(error.attempts)} attempts: " + "; ".join(error.attempts)
    yield from getattr(error, "__notes__", ())


def show_error(error: BaseException) -> None:
    """Write an error's block to standard error."""
    if is_terminal(sys.stderr):
        console_for(stderr=True).print(render_error(error, canvas_of(sys.stderr).width), soft_wrap=True)
    else:
        write_text(sys.stderr, plain_text(render_error(error), Canvas(None, canvas_of(sys.stderr).ascii)))
    sys.stderr.flush()


def question(shown: int) -> str:
    """What is asked at the end of a screen that shows so many records so far."""
    return f"-- {f'{shown:,} shown, ' if shown else ''}more: Enter/q --"


def more(shown: int = 0) -> bool:
    """Ask at the end of a screen whether to go on; `q` ends the showing."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        return True
    write_text(sys.stderr, f"{question(shown)} ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    return bool(answer) and answer.strip().lower() not in ("q", "quit")
