"""Fetching ahead: in order, in a growing window, no further than the reader goes."""

from __future__ import annotations

import threading
from contextvars import ContextVar
from types import SimpleNamespace
from typing import Any

import pytest

from isnshell.errors import AnswerError
from isnshell.operations.request import Request
from isnshell.tenant.pacing import Cancelled, Pace, cancelled_by
from isnshell.tenant.paging import read_pages
from isnshell.tenant.prefetch import MOST, Ahead, one_ahead

VARIABLE: ContextVar[str] = ContextVar("variable", default="unset")


class Pages:
    """A source of numbered pages, of which each is held back until `let` has let it pass."""

    def __init__(self, total: int = 100, *, free: bool = False) -> None:
        self.total = total
        self.asked: list[int] = []
        self.threads: set[str] = set()
        self.running = self.most_running = 0
        self._free = free
        self._lock = threading.Condition()
        self._let: set[int] = set()

    def fetch(self, start: int) -> int:
        with self._lock:
            self.asked.append(start)
            self.threads.add(threading.current_thread().name)
            self.running += 1
            self.most_running = max(self.most_running, self.running)
            self._lock.notify_all()
            self._lock.wait_for(lambda: self._free or start in self._let, 5)
            self.running -= 1
        return start if start < self.total else -1

    def let(self, *starts: int) -> None:
        with self._lock:
            self._let |= set(starts)
            self._lock.notify_all()

    def wait_until_asked(self, count: int) -> None:
        with self._lock:
            assert self._lock.wait_for(lambda: len(self.asked) >= count, 5), self.asked

    def ahead(self, **options: Any) -> Ahead[int]:
        return Ahead(self.fetch, lambda page: page >= 0, **options)


def test_the_first_page_is_fetched_alone_and_the_second_brings_one_more() -> None:
    pages = Pages()
    pages.let(0, 1)
    with pages.ahead() as ahead:
        assert ahead.take(0) == 0
        assert pages.asked == [0]
        assert ahead.take(1) == 1
        pages.wait_until_asked(3)
        assert pages.asked == [0, 1, 2]


def test_the_window_grows_to_its_bound_for_a_reader_who_waits() -> None:
    pages = Pages()
    pages.let(0, 1)
    with pages.ahead() as ahead:
        ahead.take(0), ahead.take(1)
        for start, held in ((2, 2), (3, 4), (4, 8), (5, MOST), (6, MOST)):
            threading.Timer(0.02, pages.let, [start]).start()
            assert ahead.take(start) == start
            pages.wait_until_asked(start + 1 + held)
            assert len(pages.asked) == start + 1 + held
        assert pages.most_running <= MOST
        pages.let(*range(100))


def test_pages_come_in_order_whatever_comes_first() -> None:
    pages = Pages(30, free=True)
    with pages.ahead() as ahead:
        assert [ahead.take(n) for n in range(30)] == list(range(30))


@pytest.mark.parametrize("end", [1, 2, 3, 10])
def test_nothing_is_asked_for_behind_a_known_end(end: int) -> None:
    pages = Pages(free=True)
    with pages.ahead(end=end) as ahead:
        assert [ahead.take(n) for n in range(end)] == list(range(end))
    assert sorted(pages.asked) == list(range(end))


def test_nothing_is_fetched_ahead_without_budget() -> None:
    pages = Pages(free=True)
    with pages.ahead(may_go_ahead=lambda: False) as ahead:
        assert [ahead.take(n) for n in range(5)] == list(range(5))
    assert pages.asked == list(range(5))
    assert pages.threads == {"MainThread"}


def test_a_reader_who_stops_leaves_nothing_running() -> None:
    pages = Pages()
    pages.let(0, 1)
    with pages.ahead() as ahead:
        ahead.take(0), ahead.take(1)
        pages.wait_until_asked(3)
    pages.let(2)
    workers = [thread for thread in threading.enumerate() if thread.name == "isnshell-page"]
    for thread in workers:
        thread.join(5)
    assert not any(thread.is_alive() for thread in workers)
    assert pages.asked == [0, 1, 2]


def test_a_fetch_that_waits_for_its_turn_is_given_up(clock: Any) -> None:
    pace = Pace(1, clock)
    pace.take()
    token = cancelled_by.set(lambda: True)
    try:
        with pytest.raises(Cancelled):
            pace.take()
    finally:
        cancelled_by.reset(token)
    assert clock.slept == []


def test_an_error_comes_in_its_place() -> None:
    def fetch(start: int) -> int:
        if start == 4:
            raise OSError("page 4")
        return start

    with Ahead(fetch, lambda page: True) as ahead:
        assert [ahead.take(n) for n in range(4)] == [0, 1, 2, 3]
        with pytest.raises(OSError, match="page 4"):
            ahead.take(4)


def test_ctrl_c_ends_the_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = Pages()
    pages.let(0, 1)
    with pages.ahead() as ahead:
        ahead.take(0), ahead.take(1)
        pages.wait_until_asked(3)

        def interrupt(self: Any, timeout: Any = None) -> bool:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(threading.Event, "wait", interrupt)
            with pytest.raises(KeyboardInterrupt):
                ahead.take(2)
    pages.let(2)


def test_a_worker_has_the_reader_s_context() -> None:
    token = VARIABLE.set("acme")
    with Ahead(lambda start: VARIABLE.get(), lambda page: True) as ahead:
        assert [ahead.take(n) for n in range(6)] == ["acme"] * 6
    VARIABLE.reset(token)


def test_one_ahead_fetches_one_while_one_is_read() -> None:
    asked: list[int] = []
    made = threading.Semaphore(0)

    def source() -> Any:
        for number in range(5):
            asked.append(number)
            made.release()
            yield number

    pages = one_ahead(source())
    assert next(pages) == 0
    assert asked == [0]
    assert next(pages) == 1
    for _ in range(3):
        assert made.acquire(timeout=5)
    assert asked == [0, 1, 2]
    assert list(pages) == [2, 3, 4]


# --- lists --------------------------------------------------------------------------------------------------------


class Tenant:
    """Answers pages of ten; `short` says which starts come with fewer, `total` what it says there are."""

    def __init__(self, records: int, *, short: dict[int, int] | None = None, total: str = "") -> None:
        self.records, self.short, self.total = records, short or {}, total
        self.starts: list[int] = []

    def may_go_ahead(self, generation: str) -> bool:
        return True

    def send(self, request: Request) -> Any:
        query = dict(request.query)
        start, limit = int(query.get("offset", 0)), int(query["limit"])
        self.starts.append(start)
        found = list(range(start, min(self.records, start + limit)))[: self.short.get(start, limit)]
        if start > self.records + 1000:
            raise AnswerError("too far")

        return SimpleNamespace(
            headers={"Content-Type": "application/json", "X-Total-Count": self.total}, body=str(found).encode()
        )


def _read(tenant: Any, **options: Any) -> list[int]:
    request = Request("GET", "/v2025/things", command="Get-Things")
    return [one for page in read_pages(tenant, request, page_size=10, **options) for one in page]


def test_a_total_that_the_tenant_gives_bounds_what_is_asked_for() -> None:
    tenant = Tenant(200, total="200")

    assert _read(tenant) == list(range(200))
    assert sorted(set(tenant.starts)) == list(range(0, 201, 10))


def test_a_page_that_shrinks_in_the_middle_is_reported(person: Any) -> None:
    tenant = Tenant(400, short={300: 7})
    found = _read(tenant)

    assert len(found) in (307, 397)
    assert len(person.warnings) == (len(found) == 397)


def test_a_list_that_shrank_is_reported(person: Any) -> None:
    assert len(_read(Tenant(35, total="50"))) == 35
    assert person.warnings == [
        "Get-Things: 35 of 50 records came: the list shrank while it was read, or is filtered by the tenant."
    ]


def test_a_list_that_grew_is_read_to_its_end(person: Any) -> None:
    assert _read(Tenant(55, total="50")) == list(range(55))
    assert person.warnings == []
