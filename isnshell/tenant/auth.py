"""The token: fetched once, renewed before it ends and once after a refusal, by one thread while the others wait."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from ..clock import Clock
from ..errors import AnswerError

_RENEW_BEFORE = 60.0


@frozen
class Token:
    """An access token; its repr does not show it."""

    value: str = field(repr=False)
    ends: float
    life: float


class TokenSource:
    """Gives the token of one session.

    Args:
        fetch: Asks the tenant; returns the token endpoint's answer.
        clock: Where time comes from.
    """

    def __init__(self, fetch: Callable[[], Any], clock: Clock) -> None:
        self._fetch = fetch
        self._clock = clock
        self._lock = threading.Lock()
        self._token: Token | None = None

    def get(self) -> str:
        """A token that still lives."""
        token = self._token
        if token is not None and not self._is_ending(token):
            return token.value
        with self._lock:
            if self._token is None or self._is_ending(self._token):
                self._token = self._new()
            return self._token.value

    def renew(self, refused: str) -> str:
        """Another token in place of one that was refused; if another thread has renewed it already, that one."""
        with self._lock:
            if self._token is None or self._token.value == refused:
                self._token = self._new()
            return self._token.value

    @property
    def life_left(self) -> float | None:
        """Seconds the token still lives; None before the first sign-in."""
        return max(0.0, self._token.ends - self._clock.monotonic()) if self._token else None

    def _is_ending(self, token: Token) -> bool:
        # A token that lives shorter than the margin is used for half its life
        return token.ends - self._clock.monotonic() <= min(_RENEW_BEFORE, token.life / 2)

    def _new(self) -> Token:
        answer = self._fetch()
        value = answer.get("access_token") if isinstance(answer, dict) else None
        if not isinstance(value, str) or not value or any(c in value for c in "\r\n"):
            raise AnswerError(
                "The tenant's sign-in answer holds no token", hint="Check SAIL_BASE_URL: is it the API's address?"
            )
        try:
            life = float(answer.get("expires_in", 720))
        except (TypeError, ValueError):
            life = 720.0
        return Token(value, self._clock.monotonic() + life, life)
