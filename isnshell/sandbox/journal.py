"""What the tenant received: tests assert on it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping

from attrs import define
from werkzeug import Request

KEPT = 20_000
_SECRET = re.compile(rb"(client_secret=)[^&]*")


@define
class Received:
    """One request as it arrived, without its token and secret.

    `status` is None until it is answered; `simulated` is what the sandbox says of its answer, if it says something.
    """

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    target: str
    status: int | None = None
    simulated: str | None = None


class Journal:
    """The last requests, oldest first. Adding to a deque is atomic, so threads need no lock here."""

    def __init__(self) -> None:
        self.requests: deque[Received] = deque(maxlen=KEPT)

    def note(self, request: Request) -> Received:
        """Write a request down."""
        headers = {name: value for name, value in request.headers.items() if name != "Authorization"}
        received = Received(
            request.method,
            request.path,
            request.args.to_dict(),
            headers,
            _SECRET.sub(rb"\1***", request.get_data(cache=True)),
            str(request.environ.get("REQUEST_URI", request.path)),
        )
        self.requests.append(received)
        return received

    def __iter__(self) -> Iterator[Received]:
        return iter(list(self.requests))
