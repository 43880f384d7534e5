"""Reading a source in a thread of its own, no further than somebody looks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextvars import copy_context
from typing import Any, Generic, TypeVar

from ...pipeline.stream import close

T = TypeVar("T")

_END: Any = object()
_PATIENCE = 2.0  # seconds that leaving waits for a request on its way


class Reader(Generic[T]):
    """Reads ahead in the background as far as it is told to, on the session and under the rails of whoever made it.

    Args:
        source: The records.
        make: Makes of each what is wanted; it runs in the thread too.
        read: How many were read before.
    """

    def __init__(self, source: Iterator[Any], make: Callable[[Any], T], *, read: int = 0) -> None:
        self._source = source
        self._make = make
        self._changed = threading.Condition()
        self._ready: list[T] = []
        self._count = read
        self._wanted: int | None = 0
        self._closing = False
        self.error: BaseException | None = None
        self.has_ended = False
        self._thread = threading.Thread(target=copy_context().run, args=(self._run,), name="isnshell-grid", daemon=True)
        self._thread.start()

    def want(self, count: int | None) -> None:
        """Read until there were so many in all; None reads to the end. A smaller number stops the reading there."""
        with self._changed:
            self._wanted = count
            self._changed.notify_all()

    @property
    def is_reading(self) -> bool:
        """Whether more was asked for than has come yet."""
        return not self.has_ended and self._lacks_some()

    def take(self) -> list[T]:
        """What has come since the last time."""
        with self._changed:
            taken, self._ready = self._ready, []
        return taken

    def close(self) -> None:
        """End the reading. A request on its way is waited for a little, then left to itself."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(_PATIENCE)

    def _lacks_some(self) -> bool:
        return self._wanted is None or self._count < self._wanted

    def _run(self) -> None:
        try:
            while self._may_read() and (record := next(self._source, _END)) is not _END:
                self._keep(self._make(record))
        except BaseException as error:  # noqa: BLE001 - whoever reads gets it, whatever it is
            self.error = error
        finally:
            close(self._source)
            self.has_ended = True

    def _may_read(self) -> bool:
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self._lacks_some())
            return not self._closing

    def _keep(self, one: T) -> None:
        with self._changed:
            self._ready.append(one)
            self._count += 1
