"""The road to the tenant: certificates, proxies, and what to say when one of them is in the way."""

from __future__ import annotations

import os
import socket
import ssl
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from requests.adapters import HTTPAdapter
from requests.utils import should_bypass_proxies

from ..errors import ProfileError, chain
from .profiles import Profile

_CONNECTIONS = 16


def tls_context(ca_bundle: str) -> ssl.SSLContext:
    """A context that trusts what the system trusts, and the certificates of `ISN_CA_BUNDLE` besides."""
    import truststore  # waits: the sandbox and plain loopback need no certificates

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if ca_bundle:
        try:
            context.load_verify_locations(cafile=os.path.expanduser(ca_bundle))
        except (OSError, ssl.SSLError) as error:
            raise ProfileError(
                f"Can't read the certificates of ISN_CA_BUNDLE={ca_bundle!r}",
                why=str(error),
                hint="It must be a PEM file.",
            ) from error
    return context


class TenantAdapter(HTTPAdapter):
    """requests' pooled connections with our TLS context; certifi's list is left alone, the system's is the truth."""

    def __init__(self, context: ssl.SSLContext | None) -> None:
        self._context = context
        super().__init__(pool_connections=4, pool_maxsize=_CONNECTIONS, max_retries=0)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        if self._context is not None:
            options["ssl_context"] = self._context
        super().init_poolmanager(*args, **options)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        if self._context is not None:
            options["ssl_context"] = self._context
        return super().proxy_manager_for(proxy, **options)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        if url.lower().startswith("https"):
            conn.cert_reqs = "CERT_REQUIRED"


def proxies_for(profile: Profile, url: str) -> dict[str, str]:
    """The proxy for an address: `ISN_PROXY`, else `HTTPS_PROXY` and `NO_PROXY`, else the system's own setting."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if host in ("127.0.0.1", "localhost", "::1"):
        return {}
    if profile.proxy:
        return {"http": profile.proxy, "https": profile.proxy}
    if should_bypass_proxies(url, no_proxy=None) or proxy_bypass(host):
        return {}
    found = getproxies()
    proxy = found.get(parts.scheme) or found.get("all")
    return {parts.scheme: proxy} if proxy else {}


def explain(error: BaseException, profile: Profile, url: str, proxies: Mapping[str, str]) -> tuple[str, str]:
    """Why no answer came, and what helps.

    Returns:
        tuple: The reason and the hint, both without secrets.
    """
    host = urlsplit(url).hostname or url
    proxy = _shown_proxy(next(iter(proxies.values()), ""))
    causes = [*chain(error), *(reason for one in chain(error) for reason in _reasons(one))]
    texts = " ".join(str(one) for one in causes)
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _explain_certificate(cause, url, proxies)
    if "407" in texts and proxy:
        return (
            f"the proxy {proxy} wants a user name and password (407)",
            "Put them into ISN_PROXY: http://USER:PASSWORD@HOST:PORT.",
        )
    if proxy and ("ProxyError" in texts or any(type(c).__name__ == "ProxyError" for c in causes)):
        return (
            f"the proxy {proxy} does not let it through",
            "Set ISN_PROXY or HTTPS_PROXY right, or NO_PROXY for this host.",
        )
    if any(isinstance(c, ssl.SSLError) for c in causes):
        return (
            f"no TLS connection to {host}: {_last_text(causes)}",
            "A proxy in between may break it: see ISN_PROXY and ISN_CA_BUNDLE.",
        )
    if any(isinstance(c, socket.gaierror) or type(c).__name__ == "NameResolutionError" for c in causes):
        return f"the host {host} is unknown", "Check SAIL_BASE_URL and the network; behind a proxy set ISN_PROXY."
    if any(isinstance(c, TimeoutError) or "Timeout" in type(c).__name__ for c in causes):
        return f"{host} was silent for {profile.timeout:g} s", "Try again; ISN_TIMEOUT sets how long to wait."
    if any(isinstance(c, ConnectionRefusedError) for c in causes):
        return f"{host} refused the connection", "Check SAIL_BASE_URL, and that the server runs."
    if "IncompleteRead" in texts or "more expected" in texts:
        return "the answer was cut short", "Try again; nothing was kept of it."
    return f"the connection to {host} broke", "Try again; check the network."


def _reasons(error: BaseException) -> list[BaseException]:
    """urllib3 keeps causes in `reason` and in its arguments."""
    found = [getattr(error, "reason", None), *getattr(error, "args", ())]
    return [cause for one in found if isinstance(one, BaseException) for cause in (one, *_reasons(one))]


def _last_text(causes: list[BaseException]) -> str:
    error = next(c for c in causes if isinstance(c, ssl.SSLError))
    return getattr(error, "reason", None) or str(error)


def _shown_proxy(proxy: str) -> str:
    parts = urlsplit(proxy)
    return f"{parts.hostname}:{parts.port}" if parts.hostname and parts.port else parts.hostname or ""


def _explain_certificate(error: ssl.SSLCertVerificationError, url: str, proxies: Mapping[str, str]) -> tuple[str, str]:
    issuer = certificate_issuer(url) if not proxies else None
    who = f"its certificate was issued by {issuer}, which is unknown here" if issuer else "its certificate is unknown"
    return (
        f"{urlsplit(url).hostname} is not trusted: {who} ({getattr(error, 'verify_message', None) or error.reason})",
        "If your company inspects TLS, save its root certificate as PEM and name it in ISN_CA_BUNDLE.",
    )


def certificate_issuer(url: str) -> str | None:
    """Who issued the certificate that was met, asked by a connection that sends nothing; None if it can't be told."""
    from pyasn1.codec.der.decoder import decode  # waits: only for this message
    from pyasn1_modules.rfc5280 import Certificate

    parts = urlsplit(url)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with (
            socket.create_connection((parts.hostname or "", parts.port or 443), timeout=5) as plain,
            context.wrap_socket(plain, server_hostname=parts.hostname) as secured,
        ):
            certificate, _ = decode(secured.getpeercert(binary_form=True) or b"", asn1Spec=Certificate())
            names = [
                str(decode(pair[0]["value"])[0]) for pair in certificate["tbsCertificate"]["issuer"]["rdnSequence"]
            ]
    except Exception:  # noqa: BLE001 - a nicety of an error message must not become the error
        return None
    return ", ".join(reversed(names)) or None
