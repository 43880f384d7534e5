"""Tickets: good once, whoever hands them in."""

from __future__ import annotations

import gc
import pickle
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from isnshell.commands.tickets import FileTickets, tickets_for
from isnshell.errors import UsageError


def test_a_ticket_is_good_once() -> None:
    with FileTickets().issue() as ticket:
        assert [ticket.hand_in(), ticket.hand_in()] == [True, False]


def test_of_many_who_hand_one_ticket_in_one_gets_through() -> None:
    tickets = FileTickets()
    with ThreadPoolExecutor(8) as pool, tickets.issue() as ticket:
        assert sum(pool.map(lambda _: ticket.hand_in(), range(40))) == 1


def test_a_ticket_travels() -> None:
    tickets = FileTickets()
    with tickets.issue() as ticket:
        assert pickle.loads(pickle.dumps(ticket)).hand_in()
        assert not ticket.hand_in()


def test_nobody_gets_through_when_the_work_is_over() -> None:
    tickets = FileTickets()
    with tickets.issue() as ticket:
        pass
    assert not ticket.hand_in()


def test_a_worker_that_does_not_see_the_tickets_sends_nothing() -> None:
    tickets = FileTickets()
    with tickets.issue() as ticket:
        shutil.rmtree(Path(ticket.path).parent)
        with pytest.raises(UsageError, match="on another machine"):
            ticket.hand_in()


def test_the_folder_goes_with_its_pipe() -> None:
    tickets = FileTickets()
    with tickets.issue() as ticket:
        folder = Path(ticket.path).parent
    assert folder.is_dir()
    del tickets
    gc.collect()
    assert not folder.exists()


def test_an_executor_that_is_not_dask_s_has_tickets_on_this_machine() -> None:
    with ThreadPoolExecutor(1) as pool:
        assert isinstance(tickets_for(pool), FileTickets)
