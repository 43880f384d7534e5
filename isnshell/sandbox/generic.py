"""Any operation that nothing is written for, answered by its path's shape, its method and its documented answer."""

from __future__ import annotations

from werkzeug import Response

from .asked import ask
from .call import Call
from .changing import change
from .reading import read


def fallback(call: Call) -> Response:
    """Answer any operation."""
    asked = ask(call)
    return read(asked) if call.operation.method in ("GET", "HEAD") else change(asked)
