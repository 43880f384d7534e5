"""The rate limit: a sliding window for each token and generation."""

from __future__ import annotations

import threading
from collections import deque

from ..clock import Clock
from .settings import Settings


class RateLimit:
    """Counts the requests of the last `rate_window` seconds; a refused request does not count."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._seen: dict[tuple[str, str], deque[float]] = {}
        self._lock = threading.Lock()

    def wait_for(self, token: str, generation: str) -> float:
        """0 if the request may pass (it is counted then), else the seconds until one may."""
        limit, window = self._settings.rate_limit, self._settings.rate_window
        if limit is None:
            return 0
        with self._lock:
            now = self._clock.monotonic()
            seen = self._seen.setdefault((token, generation), deque())
            while seen and seen[0] <= now - window:
                seen.popleft()
            if len(seen) >= limit:
                return seen[-limit] + window - now
            seen.append(now)
            return 0
