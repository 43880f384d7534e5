"""Access tokens: the sign-in page, the token endpoint, and the check of what a request carries."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import random
import secrets
import threading
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from attrs import frozen
from werkzeug import Request, Response

from ..clock import Clock
from .answers import Refusal, answer, unauthorized
from .settings import Settings

ORG = "sandbox"
POD = "loopback"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_CODE_LIFE = 60.0


@frozen
class Token:
    """One issued access token."""

    value: str
    expires: datetime
    scopes: frozenset[str]

    def may(self, needed: tuple[str, ...]) -> bool:
        """Whether one of the needed scopes is granted."""
        return not needed or "sp:scopes:all" in self.scopes or not self.scopes.isdisjoint(needed)


@frozen
class Code:
    """One authorization code: good for one token request, soon, by whoever began the sign-in."""

    redirect: str
    challenge: str
    expires: datetime


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
        self._codes: dict[str, Code] = {}
        self._refresh: set[str] = set()
        self._lock = threading.Lock()

    def issue(self, request: Request) -> Response:
        """Answer the token endpoint, for client credentials, an authorization code or a refresh token. The client is
        named in the form, in the query or by Basic authorization.
        """
        sent = request.values
        basic = request.authorization
        if basic is not None and basic.type == "basic":
            client_id, secret = basic.username or "", basic.password or ""
        else:
            client_id, secret = sent.get("client_id", ""), sent.get("client_secret", "")
        if not client_id:
            raise _denied(401, "unauthorized", "Full authentication is required to access this resource")
        grant = sent.get("grant_type", "")
        known = hmac.compare_digest(client_id.encode(), self.client_id.encode())
        # An app on a person's machine has no secret; what proves it is the code's verifier, or its refresh token
        needs_secret = bool(secret) or grant not in ("authorization_code", "refresh_token")
        right = hmac.compare_digest(secret.encode(), self.client_secret.encode()) or not needs_secret
        if not (right and known):
            raise _denied(401, "invalid_client", "Bad client credentials")
        if grant == "client_credentials":
            return self._issue()
        if grant == "authorization_code":
            self._take_code(sent)
            return self._issue(refreshing=True)
        if grant == "refresh_token":
            self._take_refresh_token(sent.get("refresh_token", ""))
            return self._issue(refreshing=True)
        text = f"Unsupported grant type: {grant}" if grant else "Missing grant type"
        raise _denied(400, "unsupported_grant_type" if grant else "invalid_request", text)

    def info(self, request: Request) -> Response:
        """Where one signs in, as a tenant tells without a token."""
        base = request.host_url.rstrip("/")
        return answer(
            {
                "tenantId": self._tenant_id,
                "tenantName": ORG,
                "pod": POD,
                "org": ORG,
                "authorizeEndpoint": f"{base}/oauth/authorize",
                "tokenEndpoint": f"{base}/oauth/token",
                "strongAuthAvailable": False,
            }
        )

    def authorize(self, request: Request) -> Response:
        """The sign-in page: it asks nobody, and sends the browser back at once with a code."""
        sent = request.args
        redirect, client_id = sent.get("redirect_uri", ""), sent.get("client_id", "")
        # Nothing is sent to an address before client and address are known to be right
        if client_id != self.client_id:
            raise _denied(400, "invalid_client", f"There is no client {client_id!r}")
        parts = urlsplit(redirect)
        if parts.scheme != "http" or parts.hostname not in _LOOPBACK:
            raise _denied(400, "invalid_grant", "The redirect address is not one of the client's")
        values = {"state": sent.get("state", "")}
        if sent.get("response_type") != "code":
            values["error"] = "unsupported_response_type"
        elif sent.get("code_challenge_method") != "S256" or not sent.get("code_challenge"):
            values |= {"error": "invalid_request", "error_description": "A public client needs PKCE with S256"}
        else:
            values["code"] = secrets.token_urlsafe(24)
            ends = self._clock.now() + timedelta(seconds=_CODE_LIFE)
            with self._lock:
                self._codes[values["code"]] = Code(redirect, sent["code_challenge"], ends)
        mark = "&" if parts.query else "?"
        return Response(status=302, headers={"Location": f"{redirect}{mark}{urlencode(values)}"})

    def _take_code(self, sent: Mapping[str, str]) -> None:
        with self._lock:
            code = self._codes.pop(sent.get("code", ""), None)
        verifier = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        if (
            code is None
            or code.expires <= self._clock.now()
            or code.redirect != sent.get("redirect_uri", "")
            or not hmac.compare_digest(code.challenge.encode(), _base64(verifier).encode())
        ):
            raise _denied(400, "invalid_grant", "Invalid authorization code")

    def _take_refresh_token(self, value: str) -> None:
        """A refresh token is good once; its successor comes with the answer."""
        with self._lock:
            if value not in self._refresh:
                raise _denied(400, "invalid_grant", "Invalid refresh token")
            self._refresh.discard(value)

    @property
    def _tenant_id(self) -> str:
        return str(uuid.UUID(int=random.Random(f"{self._settings.seed}:tenant").getrandbits(128)))

    def _issue(self, *, refreshing: bool = False) -> Response:
        now = self._clock.now()
        lifetime = self._settings.token_lifetime
        scopes = self._settings.scopes
        claims = {
            "tenant_id": self._tenant_id,
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
        if refreshing:
            granted["refresh_token"] = secrets.token_urlsafe(32)
            with self._lock:
                self._refresh.add(str(granted["refresh_token"]))
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
        """Let every issued access token end now."""
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
