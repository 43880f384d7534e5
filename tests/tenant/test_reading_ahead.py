"""What reaches the tenant when a list is read: one request for a look, no more than is used, ahead for who reads on."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
import time
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

import cmdlets
from isnshell.errors import AnswerError, ConnectionFailed
from isnshell.tenant.session import Session


@pytest.fixture
def long(make_sandbox: Any, open_session: Any) -> Any:
    """A sandbox with 5,000 tasks, and the current session on it."""
    sandbox = make_sandbox(ended_tasks=5_000, identities=2_000)
    with open_session(sandbox):
        yield sandbox


def asked(sandbox: Any) -> list[Any]:
    return [one for one in list(sandbox.requests) if one.path != "/oauth/token"]


def settled(sandbox: Any) -> int:
    """How many requests came, once no page is on its way any more."""
    for thread in threading.enumerate():
        if thread.name == "isnshell-page":
            thread.join(5)
    return len(asked(sandbox))


def test_nothing_is_sent_before_somebody_reads(long: Any) -> None:
    stream = cmdlets.get_task_status_list()
    repr(stream)
    stream | cmdlets.where_object(type="QUARTZ") | cmdlets.select_object("id")

    assert settled(long) == 0


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(lambda stream: next(iter(stream)), id="next"),
        pytest.param(bool, id="if"),
        pytest.param(lambda stream: stream[0], id="index"),
        pytest.param(lambda stream: next(iter(stream | cmdlets.where_object("id"))), id="behind where"),
    ],
)
def test_the_first_record_costs_one_request(long: Any, read: Any) -> None:
    assert read(cmdlets.get_task_status_list())
    assert settled(long) == 1


@pytest.mark.parametrize("size", [1, 5, 250])
def test_a_stage_that_needs_few_sends_one_small_request(long: Any, size: int) -> None:
    found = list(cmdlets.get_task_status_list() | cmdlets.select_object("id") | cmdlets.select_object(first=size))

    assert len(found) == size
    assert settled(long) == 1
    assert asked(long)[0].query["limit"] == str(size)


def test_a_known_number_of_records_is_asked_for_exactly(long: Any) -> None:
    found = list(cmdlets.get_task_status_list() | cmdlets.select_object(first=2_600))

    assert len(found) == 2_600
    assert settled(long) == 11
    assert sum(int(one.query["limit"]) for one in asked(long)) == 2_600


def test_the_whole_list_comes_once_in_order(long: Any) -> None:
    ids = [task.id for task in cmdlets.get_task_status_list()]

    assert len(ids) == len(set(ids)) >= 5_000
    assert ids == [task.id for task in cmdlets.get_task_status_list(page_size=200)]


def test_a_reader_who_stops_leaves_little_behind(long: Any) -> None:
    stream = iter(cmdlets.get_task_status_list())
    for _ in range(600):
        next(stream)
    stream.close()  # type: ignore[attr-defined]  # a generator
    stopped = settled(long)
    time.sleep(0.1)

    assert 3 <= stopped <= 6
    assert len(asked(long)) == stopped


def test_a_search_keeps_one_page_ahead(long: Any) -> None:
    stream = iter(cmdlets.search("identities", increment=100))
    for _ in range(150):
        next(stream)
    stream.close()  # type: ignore[attr-defined]  # a generator

    assert settled(long) == 3
    assert len(list(cmdlets.search("identities", increment=100, limit=450))) == 450


def test_a_fault_in_a_page_that_was_fetched_ahead_is_the_reader_s(long: Any) -> None:
    stream = iter(cmdlets.get_task_status_list())
    for _ in range(300):
        next(stream)
    long.stop()
    with pytest.raises(ConnectionFailed):
        list(stream)


def test_the_window_grows_from_one_page_to_its_bound(long: Any) -> None:
    long.faults.add(latency=0.03, path="task-status", times=None)
    stream = iter(cmdlets.get_task_status_list(page_size=50))
    for _ in range(30 * 50):
        next(stream)
    ahead = settled_idle(long) - 30
    stream.close()  # type: ignore[attr-defined]  # a generator

    assert 3 <= ahead <= 8  # a reader who stops to think holds no more


def settled_idle(sandbox: Any) -> int:
    """How many requests came, once those on their way are answered; the threads that fetch go on waiting for work."""
    while any(one.status is None for one in asked(sandbox)):
        time.sleep(0.005)
    before = -1
    while before != len(asked(sandbox)):
        before = len(asked(sandbox))
        time.sleep(0.06)
    return before


def test_threads_and_pages_ahead_share_one_budget_for_each_generation(make_sandbox: Any, open_session: Any) -> None:
    sandbox = make_sandbox(ended_tasks=3_000)
    with open_session(sandbox, rate_limit=80) as first, Session(first.profile, clock=first.clock) as second:
        ids = [task.id for task in cmdlets.get_task_status_list(page_size=100, limit=1_500, session=first)]
        list(ids[:20] | cmdlets.for_each_object(cmdlets.get_task_status, parallel=4, session=second))
        sent = settled_idle(sandbox)

        assert sent >= 35
        assert first.requests_left == second.requests_left == 80 - sent
        cmdlets.v2024.get_task_status(ids[0])
        assert first.requests_left == 80 - sent


def test_a_list_that_is_changed_while_it_is_read_does_no_harm(make_sandbox: Any, open_session: Any) -> None:
    """Every task that is read leaves the list of pending ones, and new tasks come in."""
    sandbox = make_sandbox(pending_tasks=400)
    patch = [{"op": "replace", "path": "/completionStatus", "value": "TERMINATED"}]
    with open_session(sandbox):
        seen = []
        for task in cmdlets.v2025.get_pending_tasks(page_size=20):
            cmdlets.update_task_status(task.id, patch)
            seen.append(task.id)
        reading = iter(cmdlets.get_task_status_list(page_size=50))
        before = [next(reading).id for _ in range(200)]
        cmdlets.start_report(report_type="ORPHAN_IDENTITIES")
        after = [task.id for task in reading]

    assert len(seen) == len(set(seen))
    assert 200 <= len(seen) < 400
    assert len({*before, *after}) >= 400


def test_a_page_that_comes_again_is_an_error_that_names_its_request(long: Any) -> None:
    long.faults.add(repeat_page=True, path="task-status", skip=3)
    given: list[Any] = []
    with pytest.raises(AnswerError) as caught:
        given.extend(cmdlets.get_task_status_list())

    # Pages on their way may overtake each other
    asked_for = re.search(r"got the same page twice: GET .*offset=(\d+)&limit=250 repeats", str(caught.value))
    assert asked_for is not None
    assert f"{asked_for[1]} records were read up to there" in str(caught.value)


def test_a_page_that_is_short_in_the_middle_is_told_and_the_list_goes_on(long: Any, capsys: Any) -> None:
    few = [{"id": str(n)} for n in range(7)]
    long.faults.add(body=json.dumps(few).encode(), path=re.compile("task-status$"), skip=4)
    found = list(cmdlets.get_task_status_list())

    assert sum(task.id in {one["id"] for one in few} for task in found) == 7
    assert len({task.id for task in found}) > 4_750
    assert "a page of 250 came with 7 records, though the list goes on" in capsys.readouterr().err


def test_a_tenant_that_limits_the_rate_costs_time_and_no_record(make_sandbox: Any, open_session: Any) -> None:
    sandbox = make_sandbox(ended_tasks=3_000, rate_limit=10, rate_window=0.3)
    with open_session(sandbox, max_retries=50):
        found = list(cmdlets.get_task_status_list(page_size=50))

    assert len({task.id for task in found}) == len(found) >= 3_000
    assert any(one.status == 429 for one in asked(sandbox))


_EXPORT = """
import resource, sys
import cmdlets
from isnshell.records import Record

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

def rows(count):
    for number in range(count):
        yield Record(id=f"{number:032x}", name=f"Person {number}", attributes={"department": "IT", "n": number})

rows(1_000) | cmdlets.export_csv(sys.argv[1] + "/small.csv")
before = peak()
rows(200_000) | cmdlets.export_csv(sys.argv[1] + "/big.csv")
print(peak() - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource module to measure with")
def test_an_export_streams_in_constant_memory(tmp_path: Path) -> None:
    """200,000 records, about 100 MB as objects, take no more than a few."""
    done = subprocess.run(
        [sys.executable, "-c", _EXPORT, str(tmp_path)], capture_output=True, text=True, timeout=100, check=True
    )

    assert int(done.stdout.split()[-1]) < 40
    with (tmp_path / "big.csv").open(encoding="utf-8") as file:
        assert sum(1 for _ in file) == 200_001


def test_a_grid_asks_for_what_is_looked_at_and_for_all_when_it_is_sorted(long: Any) -> None:
    import asyncio

    from textual.widgets import Static

    from isnshell.formatting.gridview.app import make_grid
    from isnshell.formatting.gridview.sheet import Sheet

    async def look() -> tuple[int, int]:
        source = iter(cmdlets.get_task_status_list())
        grid = make_grid(list(islice(source, 20)), source, title="tasks", mode="multiple")
        async with grid.run_test(size=(80, 24)) as pilot:
            await pilot.pause(0.3)
            looked = settled(long)
            await pilot.press("s")
            end = time.monotonic() + 60
            while "reading" in str(grid.screen.query_one("#title", Static).content) and time.monotonic() < end:
                await pilot.pause(0.05)
            count = len(grid.screen.query_one(Sheet).rows.shown)
        grid.reader.close()
        return looked, count

    looked, count = asyncio.run(look())
    assert looked == 1
    assert count >= 5_000
