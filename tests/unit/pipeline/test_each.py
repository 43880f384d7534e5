"""For each record: in order, no further ahead than asked, and nothing goes on behind the reader's back."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextvars import ContextVar, copy_context
from typing import Any

import pytest

from isnshell.pipeline.each import ForEach

TENANT: ContextVar[str] = ContextVar("tenant", default="")


def run(work: ForEach, records: Any) -> Iterator[Any]:
    return work.run(records, copy_context())


@pytest.mark.parametrize("parallel", [1, 2, 7])
def test_results_keep_the_order_of_the_records(parallel: int) -> None:
    def slow_first(n: int) -> list[int] | None:
        time.sleep(0.01 if n % 3 == 0 else 0)
        return None if n == 4 else [n, -n]

    found = list(run(ForEach(slow_first, lambda: "begin", lambda: "end", parallel), range(9)))
    assert found == ["begin", *(m for n in range(9) if n != 4 for m in (n, -n)), "end"]


@pytest.mark.parametrize("parallel", [1, 3])
def test_no_more_records_are_taken_than_may_be_worked_on(parallel: int) -> None:
    taken: list[int] = []

    def source() -> Iterator[int]:
        for n in range(100):
            taken.append(n)
            yield n

    results = run(ForEach(lambda n: n, parallel=parallel), source())
    assert [next(results), next(results)] == [0, 1]
    assert len(taken) == 1 + parallel
    results.close()  # type: ignore[attr-defined]  # a generator


def test_so_many_run_at_a_time_and_no_more() -> None:
    running, most, lock = 0, 0, threading.Lock()

    def work(n: int) -> int:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.01)
        with lock:
            running -= 1
        return n

    assert list(run(ForEach(work, parallel=4), range(20))) == list(range(20))
    assert 2 <= most <= 4


def test_each_call_has_the_context_that_held() -> None:
    TENANT.set("acme")
    context = copy_context()
    TENANT.set("")
    assert list(ForEach(lambda _: TENANT.get(), parallel=2).run([1, 2], context)) == ["acme", "acme"]


@pytest.mark.parametrize("parallel", [1, 3])
def test_a_failure_is_one_record_s_where_somebody_is_told(parallel: int) -> None:
    told: list[tuple[int, str]] = []
    work = ForEach(
        lambda n: 10 // n, parallel=parallel, on_error=lambda record, error: told.append((record, type(error).__name__))
    )
    assert list(run(work, [5, 0, 2])) == [2, 5]
    assert told == [(0, "ZeroDivisionError")]


@pytest.mark.parametrize("parallel", [1, 3])
def test_without_that_it_ends_the_reading(parallel: int) -> None:
    results = run(ForEach(lambda n: 10 // n, parallel=parallel), [5, 0, 2])
    assert next(results) == 2
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_a_reader_who_stops_gives_up_what_is_wanted_no_more_and_waits_for_what_runs() -> None:
    given_up, ended, began = threading.Event(), [], threading.Event()

    def work(n: int) -> int:
        if n > 0:
            began.set()
            assert given_up.wait(5)
            ended.append(n)
        return n

    results = run(ForEach(work, parallel=3, give_up=given_up.set), range(100))
    assert next(results) == 0
    assert began.wait(5)
    results.close()  # type: ignore[attr-defined]  # a generator

    # Of those taken ahead, what had begun is over
    assert given_up.is_set()
    assert 1 <= len(ended) <= 2
