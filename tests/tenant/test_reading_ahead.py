"""What reaches the tenant when a list is read: one request for a look, no more than is used, ahead for who reads on."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

import cmdlets


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
    with pytest.raises(cmdlets_error()):
        list(stream)


def cmdlets_error() -> type[Exception]:
    from isnshell.errors import ConnectionFailed

    return ConnectionFailed


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
