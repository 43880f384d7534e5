"""Reading in a thread, no further than it is told to."""

from __future__ import annotations

import threading
import time
from contextvars import ContextVar

import pytest

from isnshell.formatting.gridview.reading import Reader


def wait_until(holds):
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.005)


@pytest.fixture
def reader_of():
    readers = []

    def make(source, make=lambda one: one, **options):
        readers.append(Reader(source, make, **options))
        return readers[-1]

    yield make
    for one in readers:
        one.close()


def counted(read, count=10**9):
    for number in range(count):
        read.append(number)
        yield number


def test_nothing_is_read_that_nobody_wants_and_then_so_many(reader_of):
    read = []
    reader = reader_of(counted(read))
    assert (read, reader.is_reading) == ([], False)
    reader.want(3)
    wait_until(lambda: not reader.is_reading)
    assert (reader.take(), reader.take(), reader.has_ended) == ([0, 1, 2], [], False)
    reader.want(5)
    wait_until(lambda: not reader.is_reading)
    assert (reader.take(), read) == ([3, 4], [0, 1, 2, 3, 4])


def test_what_was_read_before_counts(reader_of):
    reader = reader_of(iter("cd"), read=2)
    reader.want(3)
    wait_until(lambda: not reader.is_reading)
    assert reader.take() == ["c"]


def test_the_end_is_known_when_all_were_wanted(reader_of):
    reader = reader_of(iter("ab"), str.upper)
    reader.want(None)
    wait_until(lambda: reader.has_ended)
    assert (reader.take(), reader.error, reader.is_reading) == (["A", "B"], None, False)


def test_who_wants_less_stops_the_reading(reader_of):
    gate = threading.Semaphore(0)

    def source():
        for number in range(10**9):
            gate.acquire()
            yield number

    reader = reader_of(source())
    reader.want(None)
    gate.release()
    reader.want(1)
    wait_until(lambda: not reader.is_reading)
    gate.release()
    assert (reader.take(), reader.has_ended) == ([0], False)


def test_an_error_ends_the_reading_and_keeps_what_came(reader_of):
    def source():
        yield 1
        raise ValueError("the tenant said no")

    reader = reader_of(source())
    reader.want(None)
    wait_until(lambda: reader.has_ended)
    assert reader.take() == [1]
    assert str(reader.error) == "the tenant said no"


def test_closing_closes_the_source(reader_of):
    closed = []

    def source():
        try:
            yield from range(10**9)
        finally:
            closed.append(True)

    reader = reader_of(source())
    reader.want(2)
    wait_until(lambda: not reader.is_reading)
    reader.close()
    assert (closed, reader.has_ended, reader.error) == ([True], True, None)


def test_it_reads_in_the_context_of_whoever_made_it(reader_of):
    session = ContextVar("session", default="none")
    session.set("acme")
    reader = reader_of(iter([1]), lambda one: session.get())
    reader.want(None)
    wait_until(lambda: reader.has_ended)
    assert reader.take() == ["acme"]
