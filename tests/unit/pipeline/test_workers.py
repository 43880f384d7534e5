"""Threads for calls that somebody waits for."""

from __future__ import annotations

import threading
from contextvars import ContextVar, copy_context

import pytest

from isnshell.clock import cancelled_by
from isnshell.pipeline.workers import Workers

_place: ContextVar[str] = ContextVar("place", default="nowhere")


@pytest.fixture
def workers():
    made = Workers(2)
    yield made
    made.leave()


def test_a_result_or_a_failure_comes_to_whoever_waits(workers):
    def fail():
        raise TimeoutError("its own")

    good, bad = workers.submit(copy_context(), int, "7"), workers.submit(copy_context(), fail)
    assert workers.result(good) == 7
    with pytest.raises(TimeoutError, match="its own"):
        workers.result(bad)


def test_a_call_is_done_in_its_context(workers):
    token = _place.set("here")
    context = copy_context()
    _place.reset(token)
    assert workers.result(workers.submit(context, _place.get)) == "here"


def test_no_more_calls_run_at_a_time_than_there_are_workers():
    workers = Workers(2)
    together, go = threading.Semaphore(0), threading.Event()

    def call():
        together.release()
        go.wait(30)

    futures = [workers.submit(copy_context(), call) for _ in range(3)]
    assert together.acquire(timeout=30)
    assert together.acquire(timeout=30)
    assert not futures[2].running()
    go.set()
    workers.finish()
    assert [future.done() for future in futures[:2]] == [True, True]


def test_leaving_waits_for_nothing_and_tells_what_has_begun():
    workers = Workers(1)
    begun, go, told = threading.Event(), threading.Event(), []

    def call():
        begun.set()
        go.wait(30)
        told.append(cancelled_by.get()())

    running, waiting = (workers.submit(copy_context(), call) for _ in range(2))
    assert begun.wait(30)
    workers.leave()
    assert (running.done(), waiting.cancelled()) == (False, True)
    go.set()
    workers.result(running)
    assert told == [True]


def test_finishing_waits_for_what_has_begun_and_drops_the_rest():
    workers = Workers(1)
    begun, done = threading.Event(), []

    def call():
        begun.set()
        done.append(1)

    futures = [workers.submit(copy_context(), call) for _ in range(50)]
    assert begun.wait(30)
    workers.finish()
    assert len(done) == sum(future.done() and not future.cancelled() for future in futures)


def test_its_threads_do_not_hold_up_the_end_of_the_program(workers):
    workers.submit(copy_context(), int)
    assert all(thread.daemon for thread in threading.enumerate() if thread.name == "isnshell-each")
