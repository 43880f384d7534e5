"""Waiting: the bell rings for whoever waited long."""

from __future__ import annotations

from typing import Any

import pytest

from cmdlets.waiting import poll


def _wait(session: Any, looks: int, timeout: Any = None) -> Any:
    left = iter(range(looks))
    with session:
        return poll(
            lambda: next(left, "done"),
            is_done=lambda answer: answer == "done",
            percent=lambda answer: None,
            label="a thing",
            id="1",
            again="wait()",
            timeout=timeout,
        )


@pytest.mark.parametrize(("looks", "rung"), [(2, 0), (30, 1)], ids=["short", "long"])
def test_the_end_of_a_long_wait_is_rung(session: Any, person: Any, looks: int, rung: int) -> None:
    _wait(session, looks)

    assert person.rung == rung


def test_a_long_wait_without_success_is_rung_too(session: Any, person: Any) -> None:
    with pytest.raises(TimeoutError):
        _wait(session, 1000, timeout=60)

    assert person.rung == 1
