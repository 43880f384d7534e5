"""Access tokens: the token endpoint, and the check of what a request carries."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import random
import threading
import uuid
from datetime import datetime, timedelta
from typing import Any

from attrs import frozen
from werkzeug import Request, Response

from ..clock import Clock
from .answers import Refusal, answer, unauthorized
from .settings import Settings

ORG = "sandbox"
POD = "loopback"


@frozen
class Token:
    """One issued access token."""

    value: str
    expires: datetime
    scopes: frozenset[str]

    def may(self, needed: tuple[str, ...]) -> bool:
        """Whether one of the needed scopes is granted."""
        return not needed or "sp:scopes:all" in self.scopes or not self.scopes.isdisjoint(needed)


class Tokens:
    """Issues tokens to the one API client of the sandbox, and knows those that are still good."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        random_ = random.Random(f"{settings.seed}:client")
        self.client_id = f"{random_.getrandbits(128):032x}"
        self.client_secret = f"{random_.getrandbits(256):064x}"
        self.identity_id = f"2c918088{random_.getrandbits(96):024x}"
        self.user_name = "sandbox.admin"
        self._settings = settings
        self._clock = clock
        self._issued: dict[str, Token] = {}
        self._lock = threading.Lock()

    def issue(self, request: Request) -> Response:
        """Answer the token endpoint: client credentials in the form, in the query or as Basic authorization."""
        sent = request.values
        basic = request.authorization
        if basic is not None and basic.type == "basic":
            client_id, secret = basic.username or "", basic.password or ""
        else:
            client_id, secret = sent.get("client_id", ""), sent.get("client_secret", "")
        if not client_id:
            raise _denied(401, "unauthorized", "Full authentication is required to access this resource")
        known = hmac.compare_digest(client_id.encode(), self.client_id.encode())
        if not (hmac.compare_digest(secret.encode(), self.client_secret.encode()) and known):
            raise _denied(401, "invalid_client", "Bad client credentials")
        grant = sent.get("grant_type", "")
        if grant != "client_credentials":
            text = f"Unsupported grant type: {grant}" if grant else "Missing grant type"
            raise _denied(400, "unsupported_grant_type" if grant else "invalid_request", text)
        return self._issue()

    def _issue(self) -> Response:
        now = self._clock.now()
        lifetime = self._settings.token_lifetime
        scopes = self._settings.scopes
        claims = {
            "tenant_id": str(uuid.UUID(int=random.Random(f"{self._settings.seed}:tenant").getrandbits(128))),
            "pod": POD,
            "org": ORG,
            "identity_id": self.identity_id,
            "user_name": self.user_name,
            "strong_auth": False,
            "jti": uuid.uuid4().hex,
        }
        life = {"iat": int(now.timestamp()), "exp": int(now.timestamp() + lifetime), "client_id": self.client_id}
        value = self._sign({**claims, **life, "scope": list(scopes), "authorities": ["ORG_ADMIN"]})
        with self._lock:
            self._issued = {key: old for key, old in self._issued.items() if old.expires > now}
            self._issued[value] = Token(value, now + timedelta(seconds=lifetime), frozenset(scopes))
        granted = {
            "access_token": value,
            "token_type": "bearer",
            "expires_in": int(lifetime),
            "scope": " ".join(scopes),
        }
        return answer({**granted, **claims})

    def check(self, header: str | None) -> Token:
        """The token that a request carries; a Refusal with 401 if it carries none that is good."""
        kind, _, value = (header or "").partition(" ")
        if kind.lower() != "bearer" or not value:
            raise unauthorized("JWT is required")
        with self._lock:
            token = self._issued.get(value.strip())
        if token is None:
            raise unauthorized("JWT validation failed: JWT is not valid")
        if token.expires <= self._clock.now():
            raise unauthorized("JWT validation failed: JWT is expired")
        return token

    def expire_all(self) -> None:
        """Let every issued token end now."""
        with self._lock:
            now = self._clock.now()
            self._issued = {key: Token(old.value, now, old.scopes) for key, old in self._issued.items()}

    def _sign(self, claims: dict[str, Any]) -> str:
        head = f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(claims)}"
        return f"{head}.{_base64(hmac.digest(self.client_secret.encode(), head.encode(), hashlib.sha256))}"


def _denied(status: int, error: str, description: str) -> Refusal:
    return Refusal(answer({"error": error, "error_description": description}, status))


def _part(value: dict[str, Any]) -> str:
    return _base64(json.dumps(value, separators=(",", ":")).encode())


def _base64(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
