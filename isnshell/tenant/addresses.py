"""Addresses of a tenant: what people call it, where its API is, and where its web pages are."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ..errors import UsageError
from .profiles import SANDBOX_URL, is_loopback

# Where tenants live, most of them first; demo tenants and those of FedRAMP have a domain of their own
_DOMAINS = ("identitynow.com", "identitynow-demo.com", "cloud.sailpoint.com", "saas.sailpointfedramp.com")
_LOGIN = ".login.sailpoint.com"
_FEDRAMP = ".sailpointfedramp.com"
# First words of company addresses that are nobody's name
_COMMON = frozenset({"access", "api", "iam", "id", "identity", "idn", "isc", "login", "portal", "sso", "www"})
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def api_addresses(tenant: str) -> tuple[str, ...]:
    """Where the API of a tenant may be, the likeliest first.

    Args:
        tenant: A bare name (`acme`), the host or address of its web pages, sign-in page or API, or `sandbox:`.

    Raises:
        UsageError: The text names no tenant.
    """
    text = tenant.strip()
    if text == SANDBOX_URL:
        return (text,)
    if _NAME.fullmatch(text.lower()) and text.lower() != "localhost":
        return tuple(f"https://{text.lower()}.api.{domain}" for domain in _DOMAINS)
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        host, port = "", None
    if not host or "@" in parts.netloc or not all(_NAME.fullmatch(part) for part in host.split(".")):
        raise UsageError(
            f"{_shortened(text)!r} names no tenant",
            hint="Give its name (acme), or its address (https://acme.api.identitynow.com).",
        )
    if is_loopback(host):
        # Nobody has a certificate for this machine, so a bare `127.0.0.1:8750` is plain http
        scheme = parts.scheme if "://" in text else "http"
        return (f"{scheme}://{parts.netloc}{parts.path}".rstrip("/"),)
    if "." not in host:
        return api_addresses(host)
    return _addresses_of(host) if port is None else (f"https://{host}:{port}",)


def _addresses_of(host: str) -> tuple[str, ...]:
    if host.endswith(_LOGIN):
        return tuple(f"https://{host.removesuffix(_LOGIN)}.api.{domain}" for domain in _DOMAINS)
    for domain in _DOMAINS:
        if host.endswith(f".{domain}") and (name := host.removesuffix(f".{domain}").removesuffix(".api")):
            return (f"https://{name}.api.{domain}",)
    return (f"https://{host}",)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def tenant_name(base_url: str) -> str:
    """What people call the tenant of an address: `acme`; empty where the address does not tell."""
    host = urlsplit(base_url).hostname or ""
    if is_loopback(host) or base_url == SANDBOX_URL:
        return ""
    labels = host.split(".")
    return next((label for label in labels[:-1] if label not in _COMMON), labels[0])


def sign_in_page(base_url: str) -> str:
    """Where a tenant usually has its OAuth sign-in page; the tenant itself says at `/oauth/info`."""
    if not is_api_address(base_url) or base_url.endswith(_FEDRAMP):
        return f"{base_url}/oauth/authorize"
    return f"https://{tenant_name(base_url)}{_LOGIN}/oauth/authorize"


def is_api_address(base_url: str) -> bool:
    """Whether an address is surely that of a tenant's API: one of SailPoint's own."""
    return bool(web_address(urlsplit(base_url).hostname or ""))


def web_address(host: str) -> str:
    """Address of a tenant's web pages, by the host of its API; empty where that is not known."""
    for domain in _DOMAINS:
        if host.endswith(f".api.{domain}"):
            return f"https://{host.removesuffix(f'.api.{domain}')}.{domain}"
    return ""


def meant_address(base_url: str) -> str:
    """Address of the API where that of a tenant's web pages was taken for it; empty where it was not."""
    try:
        addresses = api_addresses(base_url)
    except UsageError:
        return ""
    is_other = len(addresses) == 1 and addresses[0] != base_url and is_api_address(addresses[0])
    return addresses[0] if is_other and not is_api_address(base_url) else ""


def personal_token_page(base_url: str) -> str:
    """Where a person gets a client id and a secret of their own; empty where that is not known."""
    pages = web_address(urlsplit(base_url).hostname or "")
    return f"{pages}/ui/d/user-preferences/personal-access-tokens" if pages else ""
