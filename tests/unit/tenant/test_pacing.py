"""Pacing: keeping under the tenant's rate limit."""

from __future__ import annotations

import threading
from typing import Any

from isnshell.tenant.pacing import WINDOW, Pace, shared_pace


def test_up_to_the_limit_nobody_waits(clock: Any) -> None:
    pace = Pace(5, clock)
    for _ in range(5):
        pace.take()

    assert clock.slept == []
    assert pace.left == 0


def test_the_first_above_the_limit_waits_until_the_window_has_passed(clock: Any) -> None:
    pace = Pace(5, clock)
    for _ in range(6):
        pace.take()

    assert clock.elapsed == WINDOW
    assert pace.left == 4


def test_the_window_slides(clock: Any) -> None:
    pace = Pace(2, clock)
    pace.take()
    clock.sleep(4)
    pace.take()
    pace.take()

    assert clock.elapsed == WINDOW
    assert pace.left == 0


def test_no_window_ever_holds_more_than_the_limit(clock: Any) -> None:
    pace, sent = Pace(7, clock), []
    for step in range(100):
        pace.take()
        sent.append(clock.elapsed)
        clock.elapsed += step % 3 * 0.75  # exact in binary

    assert all(later - earlier >= WINDOW for earlier, later in zip(sent, sent[7:], strict=False))


def test_all_threads_share_one_budget(clock: Any) -> None:
    pace, limit = Pace(10, clock), 10
    sent: list[float] = []
    lock = threading.Lock()

    def work() -> None:
        for _ in range(10):
            pace.take()
            with lock:
                sent.append(clock.monotonic())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(sent) == 40
    # 40 sendings at 10 a window need at least three full windows
    assert clock.elapsed >= 3 * WINDOW
    assert pace.left >= 0
    assert limit >= len(pace._sent)


def test_what_is_left_comes_back_with_time(clock: Any) -> None:
    pace = Pace(3, clock)
    pace.take()
    clock.sleep(WINDOW)

    assert pace.left == 3


def test_sessions_with_limits_of_their_own_share_what_was_sent(clock: Any) -> None:
    """The tenant counts what one client sends, whatever its profiles say."""
    many, few = shared_pace("a client", 10, clock), shared_pace("a client", 4, clock)
    for _ in range(6):
        many.take()
        clock.elapsed += 1

    assert (many.left, few.left) == (4, 0)
    few.take()
    # Three of the six must be out of the window: the third was sent after two seconds
    assert clock.elapsed == 2 + WINDOW
    assert (many.left, few.left) == (6, 0)
    assert shared_pace("another client", 10, clock).left == 10
