"""Whether to send again: one pure function of what happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from attrs import frozen

# Sent twice, these leave the tenant as sent once.
IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
_BACKOFF = 0.5
_LONGEST_BACKOFF = 20.0
_LONGEST_RETRY_AFTER = 300.0


@frozen
class Attempt:
    """What one sending met.

    Args:
        number: 1 for the first.
        method: HTTP method.
        repeatable: Whether carrying the request out twice does no harm.
        status: Of the answer; None if none came.
        reached: Whether the tenant may have seen the request; False for a refused connection.
        retry_after: Seconds that the tenant asks to wait.
    """

    number: int
    method: str
    repeatable: bool
    status: int | None = None
    reached: bool = True
    retry_after: float | None = None


def is_repeatable(method: str, changes: bool) -> bool:
    """Whether a request may be sent twice: by its method, or because it only reads."""
    return method in IDEMPOTENT or not changes


def wait_before_next(attempt: Attempt, max_retries: int, jitter: Callable[[], float]) -> float | None:
    """Seconds to wait before the next sending, or None to give up.

    Args:
        attempt: What was met.
        max_retries: How many more times than once may be sent.
        jitter: Gives a number from 0 to 1, so that many clients do not come back at once.
    """
    if attempt.number > max_retries or not _may_repeat(attempt):
        return None
    if attempt.retry_after is not None:
        return attempt.retry_after if attempt.retry_after <= _LONGEST_RETRY_AFTER else None
    backoff = min(_BACKOFF * 2.0 ** (attempt.number - 1), _LONGEST_BACKOFF)
    return backoff * (0.5 + 0.5 * jitter())


def _may_repeat(attempt: Attempt) -> bool:
    if attempt.status == 429:
        return True  # refused before it was carried out
    if attempt.status is not None:
        return attempt.status in (502, 503, 504) and attempt.repeatable
    return attempt.repeatable or not attempt.reached


def parse_retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds of a Retry-After header, which is a number or a date."""
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value)
    from email.utils import parsedate_to_datetime  # waits: hardly ever a date

    try:
        return max(0.0, (parsedate_to_datetime(value) - now).total_seconds())
    except (TypeError, ValueError):
        return None
