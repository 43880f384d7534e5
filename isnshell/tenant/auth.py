"""The token: fetched once, renewed before it ends and once after a refusal, by one thread while the others wait."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from ..clock import Clock
from ..errors import AnswerError
from ..operations.refusal import Rights

_RENEW_BEFORE = 60.0


@frozen
class Token:
    """An access token; its repr shows neither it nor what it may."""

    value: str = field(repr=False)
    ends: float
    life: float
    rights: Rights = field(factory=Rights, repr=False)


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
    def rights(self) -> Rights:
        """What the token may, as far as it tells; nothing is known before the first sign-in."""
        return self._token.rights if self._token else Rights()

    @property
    def owner(self) -> str:
        """Name of the user whose token it is; empty before the first sign-in, and where the token does not tell."""
        name = read_claims(self._token.value).get("user_name") if self._token else None
        return name if isinstance(name, str) else ""

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
        return Token(value, self._clock.monotonic() + life, life, read_rights(value, answer.get("scope")))


def read_rights(token: str, granted: Any = None) -> Rights:
    """What a token may, out of its claims. They are read to explain a refusal only, so no signature is checked.

    Args:
        token: An access token; one that is no JWT tells nothing.
        granted: The scopes that the token endpoint's answer names; where it does, they count.
    """
    claims = read_claims(token)
    return Rights(_scopes(granted) or _scopes(claims.get("scope")), _levels(claims.get("authorities")))


def read_claims(token: str) -> dict[str, Any]:
    """What a token says of itself; nothing for one that is no JWT. No signature is checked."""
    parts = token.split(".")
    if len(parts) != 3:
        return {}
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except ValueError:  # what is no Base64, no UTF-8 or no JSON
        return {}
    return claims if isinstance(claims, dict) else {}


def _scopes(claim: Any) -> frozenset[str] | None:
    """Scopes as text or list. Tenants pack them into a few bytes as well (`Ag==`), which tells nothing."""
    names = claim.split() if isinstance(claim, str) else claim
    if not isinstance(names, list) or not names or not all(isinstance(one, str) and ":" in one for one in names):
        return None
    return frozenset(names)


def _levels(claim: Any) -> frozenset[str] | None:
    if not isinstance(claim, list) or not all(isinstance(one, str) for one in claim):
        return None
    return frozenset(claim)
