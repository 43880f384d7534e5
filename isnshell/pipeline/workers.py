"""Workers: threads for calls that somebody waits for, and that Ctrl-C leaves behind."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextvars import Context
from queue import Empty, SimpleQueue
from typing import Any

from ..clock import cancelled_by

_SLICE = 0.1
_Task = tuple[Future[Any], Context, Callable[..., Any], tuple[Any, ...]]


class Workers:
    """Some threads, started as they are needed. Daemons: what is on its way must not hold up the end of the program,
    as the threads of `concurrent.futures` do.

    Args:
        count: How many calls may run at a time.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._left = threading.Event()

    def submit(self, context: Context, call: Callable[..., Any], *arguments: Any) -> Future[Any]:
        """Have a call done in a context, which no other call may have."""
        future: Future[Any] = Future()
        self._tasks.put((future, context, call, arguments))
        if len(self._threads) < self._count:
            thread = threading.Thread(target=self._work, name="isnshell-each", daemon=True)
            self._threads.append(thread)
            thread.start()
        return future

    def result(self, future: Future[Any]) -> Any:
        """A call's result, or its failure. Ctrl-C ends the waiting at once, on Windows too."""
        while not future.done():
            wait((future,), timeout=_SLICE)
        return future.result()

    def finish(self) -> None:
        """Drop what has not begun and wait for what has, so that nothing goes on behind the reader's back. What waits
        for its turn to send gives way.
        """
        self._left.set()
        self._drop()
        for thread in self._threads:
            while thread.is_alive():
                thread.join(_SLICE)

    def leave(self, patience: float = 0.0) -> None:
        """Drop what has not begun; what has begun ends with the request that is on its way, and is waited for no longer
        than some seconds.
        """
        self._left.set()
        self._drop()
        last = time.monotonic() + patience
        for thread in self._threads:
            while thread.is_alive() and time.monotonic() < last:
                thread.join(min(_SLICE, patience))

    def _drop(self) -> None:
        try:
            while True:
                if (task := self._tasks.get_nowait()) is not None:
                    task[0].cancel()
        except Empty:
            for _ in self._threads:
                self._tasks.put(None)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            future, context, call, arguments = task
            if not future.set_running_or_notify_cancel():
                continue
            try:
                context.run(cancelled_by.set, self._left.is_set)
                future.set_result(context.run(call, *arguments))
            except BaseException as error:  # noqa: BLE001 - whoever waits gets it, whatever it is
                future.set_exception(error)
