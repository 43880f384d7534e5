"""Waiting for what a tenant does in the background: gently, visibly, and so that Ctrl-C ends the waiting only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from isnshell.clock import human_duration, parse_duration
from isnshell.errors import UsageError, WaitTimeout
from isnshell.host import get_host, ring
from isnshell.tenant.session import current_session

_FIRST_WAIT = 0.5
_GROWTH = 1.4
_LONG = 30.0
"""Seconds after which a person has turned to something else, so that the end of a wait is rung."""


def poll(
    look: Callable[[], Any],
    *,
    is_done: Callable[[Any], bool],
    percent: Callable[[Any], float | None],
    label: str,
    id: str,
    again: str,
    timeout: Any = None,
    every: float = 5.0,
) -> Any:
    """Look until it is done, at growing intervals.

    Args:
        look: Asks the tenant once.
        is_done: Whether the answer is the last one.
        percent: How far it is, 0 to 100; None if the tenant does not say.
        label: What is waited for, for the progress bar.
        id: Its id.
        again: The command by which one comes back to it.
        timeout: Longest wait, in seconds or as text such as `10m`; None waits as long as it takes.
        every: Longest time between two looks, in seconds, at least 1.

    Raises:
        WaitTimeout: It is not done after `timeout`; it goes on in the tenant.
        KeyboardInterrupt: Ctrl-C; what goes on, and how to come back, has been said.
    """
    if every < 1:
        raise UsageError(f"every={every!r} is too often", hint="Look once a second at most: every=1.")
    longest = None if timeout is None else parse_duration(timeout, name="timeout")
    clock = current_session().clock
    start = clock.monotonic()
    try:
        with get_host().progress(label, 100, unit="%") as advance:
            for wait in _intervals(every):
                answer = look()
                if is_done(answer):
                    advance(100, 100)
                    return answer
                advance(percent(answer) or 0)
                elapsed = clock.monotonic() - start
                if longest is not None and elapsed + wait > longest:
                    raise WaitTimeout(
                        f"{label} is not done after {human_duration(longest)}; it goes on in the tenant",
                        id=id,
                        hint=f"Come back to it with {again}.",
                    )
                clock.sleep(wait)
    except KeyboardInterrupt:
        start = clock.monotonic()  # whoever interrupts is there
        get_host().note(f"Stopped waiting; {label} goes on in the tenant. Come back to it with {again}.")
        raise
    finally:
        if is_long(clock.monotonic() - start):
            ring()
    raise AssertionError("unreachable")


def is_long(seconds: float) -> bool:
    """Whether a wait was so long that its end is rung."""
    return seconds > _LONG


def _intervals(longest: float) -> Iterator[float]:
    wait = _FIRST_WAIT
    while True:
        yield min(wait, longest)
        wait *= _GROWTH
