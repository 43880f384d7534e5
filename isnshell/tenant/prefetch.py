"""Fetching ahead: the pages behind the one that is read, by worker threads, as far as the reader keeps up.

The first page is fetched alone, so that a look at the first records costs one request. For a reader who comes back for
the second as fast as the tenant answers, the third is fetched ahead, in a window that grows from one page to a bound.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextvars import copy_context
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Generic, TypeVar

from .pacing import Cancelled, cancelled_by

_Page = TypeVar("_Page")

MOST = 8
"""Pages that are fetched or held at a time."""
_AT_ONCE = 2
_PATIENCE = 3.0
_QUICK = 0.05
_SLICE = 0.1


class _Ticket(Generic[_Page]):
    """One page on its way."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.done = threading.Event()
        self.page: _Page | None = None
        self.error: BaseException | None = None

    def wait(self) -> _Page:
        """The page, or the error that came instead of it. Ctrl-C ends the waiting at once."""
        while not self.done.wait(_SLICE):
            pass
        if self.error is not None:
            raise self.error
        return self.page  # type: ignore[return-value]  # set with `done`


class Ahead(Generic[_Page]):
    """Pages by where they start, in order; a context manager that drops what is still on its way at its end.

    Args:
        fetch: Asks the tenant for the page that starts here; called in worker threads with a copy of the context.
        goes_on: Whether there may be more behind a page.
        step: How far one page's start lies from the next one's.
        end: Where no page starts any more; None if that is not known.
        may_go_ahead: Whether the rate budget has room for pages that nobody has asked for.
        most: Pages that are fetched or held at a time.
        workers: Pages that are fetched at a time.
    """

    def __init__(
        self,
        fetch: Callable[[int], _Page],
        goes_on: Callable[[_Page], bool],
        *,
        step: int = 1,
        end: int | None = None,
        may_go_ahead: Callable[[], bool] = lambda: True,
        most: int = MOST,
        workers: int = MOST,
    ) -> None:
        self._fetch = fetch
        self._goes_on = goes_on
        self._step = step
        self.end = end
        self._may_go_ahead = may_go_ahead
        self._most = most
        self._workers = workers
        self._window = 1
        self._taken = 0
        self._took = 0.0
        self._given_at = 0.0
        self._pending: deque[_Ticket[_Page]] = deque()
        self._tasks: SimpleQueue[tuple[Any, _Ticket[_Page]] | None] = SimpleQueue()
        self._threads = 0
        self._closed = False

    def take(self, start: int) -> _Page:
        """The page that starts here; those behind it are asked for if the reader keeps up."""
        asked_at = time.monotonic()
        keeps_up = asked_at - self._given_at <= max(_QUICK, _PATIENCE * self._took)
        if self._pending and self._pending[0].start == start:
            ticket = self._pending[0]
            if not ticket.done.is_set():
                self._window = min(2 * self._window, self._most)
            page = ticket.wait()
            self._pending.popleft()
        else:
            self._pending.clear()
            page = self._fetch(start)
            self._took = time.monotonic() - asked_at
        self._taken += 1
        if self._taken >= _AT_ONCE and (self._pending or keeps_up) and self._goes_on(page):
            self._fill(start + self._step)
        self._given_at = time.monotonic()
        return page

    def next_one(self) -> _Page | None:
        """The page behind the last one, if it was asked for already; it is still to be taken."""
        if not self._pending:
            return None
        try:
            return self._pending[0].wait()
        except Exception:  # noqa: BLE001 - nobody had asked for it
            return None

    def _fill(self, start: int) -> None:
        following = self._pending[-1].start + self._step if self._pending else start
        while len(self._pending) < self._window and (self.end is None or following < self.end):
            if not self._may_go_ahead():
                return
            self._submit(following)
            following += self._step

    def _submit(self, start: int) -> None:
        ticket: _Ticket[_Page] = _Ticket(start)
        self._pending.append(ticket)
        self._tasks.put((copy_context(), ticket))
        if self._threads < min(self._workers, len(self._pending)):
            self._threads += 1
            # A daemon: what is on its way when the program ends must not hold it up
            threading.Thread(target=self._work, daemon=True, name="isnshell-page").start()

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            context, ticket = task
            try:
                ticket.page = context.run(self._fetch_unless_closed, ticket)
            except BaseException as error:  # noqa: BLE001 - the reader gets it, whatever it is
                ticket.error = error
            ticket.done.set()

    def _fetch_unless_closed(self, ticket: _Ticket[_Page]) -> _Page:
        token = cancelled_by.set(lambda: self._closed or ticket not in self._pending)
        try:
            if self._closed:
                raise Cancelled
            return self._fetch(ticket.start)
        finally:
            cancelled_by.reset(token)

    def __enter__(self) -> Ahead[_Page]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed = True
        self._pending.clear()
        for _ in range(self._threads):
            self._tasks.put(None)


_END: Any = object()


def one_ahead(pages: Iterator[_Page]) -> Iterator[_Page]:
    """The pages of a list that can't be asked for before their predecessor is there: one is fetched while one is
    read.
    """
    ahead: Ahead[_Page] = Ahead(lambda index: next(pages, _END), lambda page: page is not _END, most=1, workers=1)
    with ahead:
        index = 0
        while (page := ahead.take(index)) is not _END:
            yield page
            index += 1
