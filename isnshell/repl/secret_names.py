"""Which names mean a secret, and which values tell one."""

from __future__ import annotations

import re

HIDDEN = "***"

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SECRET_WORDS = frozenset(
    [
        "secret",
        "secrets",
        "password",
        "passwords",
        "passwd",
        "passphrase",
        "passcode",
        "pwd",
        "token",
        "tokens",
        "apikey",
        "credential",
        "credentials",
        "authorization",
        "cookie",
        "cookies",
        "jwt",
    ]
)
# As a whole name only: `pin` is a secret, `pin_count` none
_SECRET_NAMES = frozenset({"pw", "pass", "pat", "pin", "auth", "bearer", "private_key", "api_key", "access_key"})
_SECRET_ENDS = ("api_key", "private_key", "access_key", "secret_key")
# `password_policy`, `token_url`, `tokenType`: about a secret, and none
_HARMLESS_ENDS = frozenset(
    [
        "policy",
        "policies",
        "type",
        "types",
        "url",
        "uri",
        "endpoint",
        "life",
        "lifetime",
        "ttl",
        "name",
        "names",
        "id",
        "ids",
        "group",
        "groups",
        "length",
        "count",
        "path",
        "file",
        "dictionary",
        "status",
        "expiry",
        "expires",
        "expiration",
        "enabled",
        "required",
        "org",
        "sync",
        "scope",
        "scopes",
        "source",
        "headers",
    ]
)


def means_secret(name: str) -> bool:
    """Whether a name in any spelling is that of a secret: `clientSecret`, `SAIL_CLIENT_SECRET`, `new_password`."""
    words = [word.lower() for word in _WORD.findall(name)]
    if not words or words[-1] in _HARMLESS_ENDS:
        return False
    plain = "_".join(words)
    return plain in _SECRET_NAMES or plain.endswith(_SECRET_ENDS) or not _SECRET_WORDS.isdisjoint(words)


def is_name(value: object) -> bool:
    """Whether a text is the name of a secret, or a path that ends in one: `/connectorAttributes/password`."""
    return isinstance(value, str) and re.fullmatch(r"[\w./-]+", value) is not None and means_secret(value)


def tells(value: str) -> bool:
    """Whether a value is a secret, and not empty or where to find one."""
    # env: and keyring: say where a secret is, not what it is
    return (
        bool(value)
        and value not in (HIDDEN, "None", "null", "true", "false")
        and not value.startswith(("env:", "keyring:"))
    )
