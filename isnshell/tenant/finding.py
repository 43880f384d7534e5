"""Finding a tenant by what people call it: the address at which it answers."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from ..clock import Clock, SystemClock
from ..errors import AnswerError, ApiError, ConnectionFailed, ProfileError
from ..operations.answer import parse
from ..operations.request import Request
from .addresses import api_addresses
from .profiles import make_profile
from .sending import Errand, Sender

_TIMEOUT = 10.0


def find_tenant(tenant: str, clock: Clock | None = None) -> str:
    """Address of a tenant's API. Those that a bare name may mean are asked one after the other, without a token.

    Raises:
        UsageError: The text names no tenant.
        ProfileError: None of the addresses answers as a tenant does; the message says what each one did.
    """
    addresses = api_addresses(tenant)
    if len(addresses) == 1:
        return addresses[0]
    met = []
    for address in addresses:
        if (fault := _fault(address, clock or SystemClock())) is None:
            return address
        met.append(f"{address}: {fault}")
    raise ProfileError(
        f"No tenant {tenant.strip()!r} was found",
        why="; ".join(met),
        hint="Give the address of its API, such as https://acme.api.identitynow.com.",
    )


def _fault(address: str, clock: Clock) -> str | None:
    """What keeps an address from being a tenant's; None if it is one's."""
    settings = make_profile("tenant", {"SAIL_BASE_URL": address}, "what was typed")
    sender = Sender(evolve(settings, timeout=_TIMEOUT, max_retries=0), clock)
    request = Request("GET", "/oauth/info", command="Finding the tenant", generation="oauth")
    try:
        reply = sender.send(Errand(request, f"{address}/oauth/info", settings.host))
        answer = parse(reply.body, reply.headers, "Finding the tenant")
    except ApiError as error:
        return f"answered {error.status_code}"
    except (ConnectionFailed, AnswerError) as error:
        return error.why or error.what
    finally:
        sender.close()
    return None if isinstance(answer, Mapping) and "tokenEndpoint" in answer else "is no tenant's"
