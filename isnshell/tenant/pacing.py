"""Pacing: keeping under the tenant's rate limit, so that 429 is the exception."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Hashable

from ..clock import Clock
from ..clock import cancelled_by as cancelled_by

WINDOW = 10.0


class Cancelled(BaseException):
    """Ends work that nobody waits for. No Exception, so that no handler takes it for a failure."""


def check_cancelled() -> None:
    """End the work of a thread that nobody waits for."""
    is_cancelled = cancelled_by.get()
    if is_cancelled is not None and is_cancelled():
        raise Cancelled


_shared: dict[Hashable, Pace] = {}
_lock = threading.Lock()


def shared_pace(key: Hashable, limit: int, clock: Clock) -> Pace:
    """The pace of one client and generation of a tenant, shared by all sessions here, as the tenant counts."""
    with _lock:
        pace = _shared.get(key)
        if pace is None or pace.clock is not clock:
            pace = _shared[key] = Pace(limit, clock)
        return pace if pace.limit == limit else pace.limited(limit)


class Pace:
    """A sliding window of sendings, shared by all threads of one client and generation.

    Args:
        limit: Sendings in one window.
        clock: Where time comes from.
        window: Length in seconds.
    """

    def __init__(self, limit: int, clock: Clock, window: float = WINDOW) -> None:
        self.limit = limit
        self.clock = clock
        self._window = window
        self._sent: deque[float] = deque()
        self._lock = threading.Lock()

    def limited(self, limit: int) -> Pace:
        """The same sendings under another limit: for a session that keeps under less, or may do more."""
        other = Pace(limit, self.clock, self._window)
        other._sent, other._lock = self._sent, self._lock
        return other

    def take(self) -> None:
        """Wait until one more may be sent, and count it."""
        check_cancelled()
        while (wait := self._reserve()) > 0:
            self.clock.sleep(wait, cancelled=cancelled_by.get())
            check_cancelled()

    def _reserve(self) -> float:
        with self._lock:
            now = self.clock.monotonic()
            self._forget(now)
            if len(self._sent) < self.limit:
                self._sent.append(now)
                return 0.0
            return self._sent[-self.limit] + self._window - now

    def _forget(self, now: float) -> None:
        while self._sent and self._sent[0] <= now - self._window:
            self._sent.popleft()

    @property
    def left(self) -> int:
        """How many may be sent now without waiting."""
        with self._lock:
            self._forget(self.clock.monotonic())
            return max(0, self.limit - len(self._sent))
