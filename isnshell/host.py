"""The host: how the engine speaks to the person. Replaced whole by the prompt, by a terminal, and by tests."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Protocol

__all__ = [
    "Advance",
    "Host",
    "PlainHost",
    "end_progress",
    "get_host",
    "note_once",
    "ring",
    "set_host",
    "speaking_through",
]


class Advance(Protocol):
    """Tells a progress display how far the work is."""

    def __call__(self, completed: float, total: float | None = None, text: str | None = None) -> None:
        """Say that `completed` of `total` units are done."""


class Host(Protocol):
    """What the engine may say and ask."""

    def note(self, text: str) -> None:
        """A dim line beside the results."""

    def warn(self, text: str) -> None:
        """A line that should be read."""

    def show(self, text: str) -> None:
        """Text that is a result of the command, such as the plan of a what-if."""

    def ask(self, question: str) -> bool | None:
        """A yes-or-no question; None where nobody is there to answer."""

    def progress(self, label: str, total: float | None = None, unit: str = "") -> Any:
        """A context manager that gives an Advance; `unit` is `B` for bytes, `%` for percent."""


class PlainHost:
    """Lines on standard error, results on standard output, no questions answered: a script without a terminal."""

    def note(self, text: str) -> None:
        print(text, file=sys.stderr)

    def warn(self, text: str) -> None:
        print(f"WARNING: {text}", file=sys.stderr)

    def show(self, text: str) -> None:
        print(text)

    def ask(self, question: str) -> bool | None:
        return None

    @contextmanager
    def progress(self, label: str, total: float | None = None, unit: str = "") -> Iterator[Advance]:
        yield lambda completed, total=None, text=None: None


_make: Callable[[], Host] = PlainHost
_host: Host | None = None
_said: set[str] = set()
_through: ContextVar[Callable[[Host], Host] | None] = ContextVar("isnshell_host", default=None)


def get_host() -> Host:
    """The host in use; made on first use."""
    global _host
    if _host is None:
        _host = _make()
    through = _through.get()
    return _host if through is None else through(_host)


@contextmanager
def speaking_through(wrap: Callable[[Host], Host]) -> Iterator[None]:
    """A block in which the engine speaks to a host made of the one in use, such as one that keeps warnings back."""
    token = _through.set(wrap)
    try:
        yield
    finally:
        _through.reset(token)


def set_host(make: Callable[[], Host]) -> None:
    """Use another host from now on; it is made when first needed."""
    global _host, _make
    _make, _host = make, None


def ring() -> None:
    """Ring the bell of a host that has one: whoever waited long has turned away."""
    bell = getattr(get_host(), "ring", None)
    if bell is not None:
        bell()


def end_progress() -> None:
    """Wipe away what a line that was given up still draws, before the next one is typed. Makes no host."""
    end = getattr(_host, "end_progress", None)
    if end is not None:
        end()


def note_once(text: str, *, key: str | None = None) -> None:
    """Say something that matters the first time only, once a process for each key."""
    if (key or text) not in _said:
        _said.add(key or text)
        get_host().note(text)
