"""Jobs: what they give, how they end, and that they can't ask."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest

from cmdlets import get_job, receive_job, start_job, stop_job, where_object
from isnshell.errors import UsageError, WaitTimeout
from isnshell.host import get_host
from isnshell.pipeline.stream import Stream
from isnshell.tenant.session import current_session


@pytest.fixture(autouse=True)
def on_a_session(session: Any) -> Any:
    with session:
        yield


def _until(claim: Any) -> None:
    end = time.monotonic() + 5
    while not claim():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_function_gives_its_result_once() -> None:
    job = start_job(lambda: 42, name="answer")

    assert (job.name, job.id > 0) == ("answer", True)
    assert receive_job("answer", wait=True) == [42]
    assert receive_job(job) == []
    assert get_job(job.id).state == "Completed"


def test_results_can_be_left_with_the_job() -> None:
    start_job(lambda: [1, 2])

    assert receive_job(wait=True, keep=True) == receive_job() == [1, 2]


def test_a_stream_is_read_while_one_goes_on() -> None:
    more = threading.Event()

    def read(want: int | None) -> Any:
        yield 1
        more.wait(5)
        yield 2

    job = start_job(Stream(read))
    _until(lambda: get_job(job.id).results == 1)

    assert receive_job(job.id) == [1]
    assert get_job(job.id).state == "Running"
    more.set()
    assert receive_job(job.id, wait=True) == [2]


def test_a_job_keeps_the_session_that_it_was_started_with(session: Any) -> None:
    assert receive_job(start_job(current_session), wait=True)[0] is session


def test_an_endless_stream_is_stopped() -> None:
    job = start_job(Stream(lambda want: iter(int, 1)))
    _until(lambda: get_job(job.id).results > 10)
    stop_job(job)
    _until(lambda: get_job(job.id).state == "Stopped")


def test_a_function_is_stopped_at_its_next_step() -> None:
    def work() -> None:
        while True:
            time.sleep(0.01)

    job = start_job(work)
    list([job] | stop_job())
    _until(lambda: get_job(job.id).state == "Stopped")


def test_a_failure_comes_after_the_results(person: Any) -> None:
    def read(want: int | None) -> Any:
        yield 1
        raise ValueError("gone wrong")

    job = start_job(Stream(read))

    assert receive_job(job, wait=True) == [1]
    assert "gone wrong" in person.warnings[0]
    with pytest.raises(ValueError, match="gone wrong"):
        receive_job(job)
    assert get_job(job.id).error == "gone wrong"


def test_a_job_can_t_ask_and_says_nothing_before_its_results_are_taken(person: Any) -> None:
    def work() -> bool | None:
        get_host().note("half way")
        return get_host().ask("Sure?")

    job = start_job(lambda: [work()])
    _until(lambda: get_job(job.id).state == "Completed")

    assert person.notes == person.questions == []
    assert receive_job(job) == [None]
    assert person.notes == ["half way"]


def test_waiting_has_an_end() -> None:
    gate = threading.Event()
    job = start_job(gate.wait)
    with pytest.raises(WaitTimeout, match="still runs"):
        receive_job(job, timeout=1)
    gate.set()


@pytest.mark.parametrize("work", [42, None, where_object(id=1)], ids=["number", "None", "stage"])
def test_what_can_t_be_done_is_refused(work: Any) -> None:
    with pytest.raises(UsageError, match="start_job can't do"):
        start_job(work)


def test_an_unknown_job_is_a_named_error() -> None:
    with pytest.raises(UsageError, match="no job 'nope'"):
        receive_job("nope")
