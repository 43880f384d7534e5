"""What a worker in another process does for the tests; its module must be one that the worker can import."""

from __future__ import annotations

import os
from typing import Any

from isnshell.tenant.session import current_session


def where(record: Any) -> tuple[bool, str, int, Any]:
    """Who works, for which session, with which share of the budget, on what."""
    session = current_session()
    return os.getpid() != 0, session.name, session.profile.rate_limit, (os.getpid(), record)


def die(record: Any) -> None:
    """End the worker in the middle of its work."""
    os._exit(1)
