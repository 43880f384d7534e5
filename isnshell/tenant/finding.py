"""Finding a tenant by what people call it: the address at which its API answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from attrs import evolve

from ..clock import Clock, SystemClock
from ..errors import AnswerError, ApiError, ConnectionFailed, ProfileError
from ..operations.answer import parse
from ..operations.request import Request
from .addresses import api_addresses, is_api_address
from .profiles import SANDBOX_URL, is_loopback, make_profile, network_settings
from .sending import Errand, Sender

_TIMEOUT = 10.0


def find_tenant(tenant: str, clock: Clock | None = None) -> str:
    """Address of a tenant's API.

    Nothing is asked where the text tells it: by SailPoint's own domains, or on this machine. The addresses that a bare
    name may mean, and those of a company's own domain, are asked one after the other, without a token.

    Raises:
        UsageError: The text names no tenant.
        ProfileError: None of the addresses answers as a tenant does; the message says what each one did.
    """
    addresses = api_addresses(tenant)
    if len(addresses) == 1 and _is_certain(addresses[0]):
        return addresses[0]
    met = []
    for address in addresses:
        try:
            return ask_tenant(address, clock)
        except ProfileError as error:
            host = urlsplit(address).hostname or ""
            met.append(error.why if error.why and host in error.why else f"{address}: {error.why}")
    raise ProfileError(f"No tenant {tenant.strip()!r} was found", why="; ".join(met), hint=_hint(addresses))


def ask_tenant(address: str, clock: Clock | None = None) -> str:
    """Ask an address whether a tenant answers there.

    Returns:
        str: Address of its API: the one that it tells, if that is SailPoint's own; else the one that was asked.

    Raises:
        ProfileError: None does; the message says why.
    """
    settings = make_profile("tenant", {**network_settings(), "SAIL_BASE_URL": address}, "what was typed")
    sender = Sender(evolve(settings, timeout=_TIMEOUT, max_retries=0), clock or SystemClock())
    request = Request("GET", "/oauth/info", command="Finding the tenant", generation="oauth")
    try:
        reply = sender.send(Errand(request, f"{address}/oauth/info", settings.host))
        answer = parse(reply.body, reply.headers, "Finding the tenant")
    except ApiError as error:
        raise _no_tenant(address, f"answered {error.status_code}") from error
    except ConnectionFailed as error:
        raise _no_tenant(address, error.why or error.what) from error
    except AnswerError:  # a web page
        answer = None
    finally:
        sender.close()
    if not isinstance(answer, Mapping) or "tokenEndpoint" not in answer:
        raise _no_tenant(address, "answered, but not as a tenant does")
    return _told(answer["tokenEndpoint"]) or address


def _told(endpoint: Any) -> str:
    """The API's address that a tenant tells. Behind a company's own address only SailPoint's is believed."""
    parts = urlsplit(endpoint if isinstance(endpoint, str) else "")
    address = f"https://{parts.netloc}"
    return address if parts.scheme == "https" and "@" not in parts.netloc and is_api_address(address) else ""


def _is_certain(address: str) -> bool:
    return address == SANDBOX_URL or is_loopback(urlsplit(address).hostname or "") or is_api_address(address)


def _no_tenant(address: str, why: str) -> ProfileError:
    return ProfileError(f"No tenant answers at {address}", why=why, hint=_hint((address,)))


def _hint(addresses: tuple[str, ...]) -> str:
    if len(addresses) > 1:
        return "Give the address of its web pages or of its API, such as https://acme.api.identitynow.com."
    if _is_certain(addresses[0]):
        return "Look at the address again, and at the network; behind a proxy set HTTPS_PROXY or ISN_PROXY."
    return (
        f"Open {addresses[0]}/ui/session in a browser where you are signed in: "
        "its baseUrl is the address of the API, which you can give instead."
    )
