"""Tickets: leave, given once, to send what can't be repeated.

An engine may give the work of a worker that died to another one, as Dask does. What only reads is simply done again;
before the first request that can't be repeated a worker hands its ticket in, and a ticket that was handed in lets
nobody through: neither the next worker, nor whoever would do the work here.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

from attrs import frozen

from ..errors import UsageError

_SECONDS = 1.0


class Ticket(Protocol):
    """Leave for one piece of work. It travels with the work."""

    def hand_in(self) -> bool:
        """Whether it was still good: True for the first who asks, on whatever machine."""


class Tickets(Protocol):
    """Issues tickets that an executor's workers can hand in."""

    def issue(self) -> Any:
        """A context manager that gives a ticket; behind its end nobody gets through with it."""


@frozen
class FileTicket:
    """A file, which only one can delete: for workers on this machine."""

    path: str

    def hand_in(self) -> bool:
        """Delete the file.

        Raises:
            UsageError: The worker does not see the folder of the tickets.
        """
        path = Path(self.path)
        with suppress(FileNotFoundError):
            path.unlink()
            return True
        if not path.parent.is_dir():
            raise UsageError(
                "A worker on another machine can't tell whether a change was begun before",
                hint="Nothing was sent. Use parallel=NUMBER, a process pool, or Dask's client.get_executor().",
            )
        return False


class FileTickets:
    """Tickets in a temporary folder, which goes with the pipe that they are for."""

    @cached_property
    def _folder(self) -> Path:
        folder = tempfile.mkdtemp(prefix="isnshell-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return Path(folder)

    @contextmanager
    def issue(self) -> Iterator[FileTicket]:
        """A new file."""
        path = self._folder / uuid4().hex
        path.touch()
        try:
            yield FileTicket(str(path))
        finally:
            path.unlink(missing_ok=True)


@frozen
class DaskTicket:
    """The one element of a queue that Dask's scheduler keeps."""

    name: str

    def hand_in(self) -> bool:
        """Take the element out."""
        import asyncio  # waits for those who have Dask: with TimeoutError it means the same from Python 3.11 on

        queue = _queue(self.name)
        try:
            queue.get(timeout=_SECONDS)
        except asyncio.TimeoutError:
            return False
        else:
            return True
        finally:
            queue.close()


@frozen
class DaskTickets:
    """Tickets at a Dask scheduler.

    Args:
        client: The scheduler's client.
    """

    client: Any

    @contextmanager
    def issue(self) -> Iterator[DaskTicket]:
        """A new queue with one element."""
        queue = _queue(f"isnshell-{uuid4().hex}", self.client)
        queue.put(True)
        try:
            yield DaskTicket(queue.name)
        finally:
            queue.close()


def _queue(name: str, client: Any = None) -> Any:
    from distributed import Queue  # where there is a Dask client, there is Dask

    return Queue(name, client=client, maxsize=1)  # type: ignore[no-untyped-call]  # Dask's own has no types


def dask_client(executor: Executor) -> Any:
    """The client behind an executor of Dask's; None for others."""
    client = getattr(executor, "_client", None)
    return client if type(client).__module__.partition(".")[0] == "distributed" else None


def tickets_for(executor: Executor) -> Tickets:
    """What issues tickets that this executor's workers can hand in."""
    client = dask_client(executor)
    return FileTickets() if client is None else DaskTickets(client)
