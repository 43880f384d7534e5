"""Work in the background: threads that keep what they give until somebody takes it, and say nothing meanwhile."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import Context, copy_context
from datetime import datetime, timezone
from typing import Any

from attrs import evolve

from ..host import Advance, speaking_through
from ..pipeline.stream import Stream, close
from ..tenant.rails import Scope, current_scope, restored
from ..tenant.session import current_session

RUNNING, STOPPING, COMPLETED, FAILED, STOPPED = "Running", "Stopping", "Completed", "Failed", "Stopped"


class _Stopped(BaseException):
    """Ends a job from outside. No Exception, so that no error handling takes it for a failure."""


class Job:
    """One piece of work in a thread of its own, on the session and under the rails that held when it was started.

    Args:
        id: Its number.
        name: What one calls it.
        work: A stream that is read to its end, or a function whose result is kept.
    """

    def __init__(self, id: int, name: str, work: Stream | Callable[[], Any]) -> None:
        self.id = id
        self.name = name
        self.state = RUNNING
        self.began = datetime.now(timezone.utc)
        self.ended: datetime | None = None
        self.error: BaseException | None = None
        self.notes: list[str] = []
        self._work = work
        self._records: list[Any] = []
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._done = threading.Event()
        held = evolve(current_scope(), session=current_session())
        context = copy_context()
        self._thread = threading.Thread(target=self._body, args=(context, held), name=f"isnshell-job-{id}", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return not self._done.is_set()

    @property
    def waiting(self) -> int:
        """How many results nobody has taken yet."""
        return len(self._records)

    def take(self, *, keep: bool = False) -> list[Any]:
        """The results so far, each once unless they are kept."""
        with self._lock:
            taken = list(self._records)
            if not keep:
                self._records.clear()
        return taken

    def wait(self, seconds: float) -> bool:
        """Wait for its end; whether it has ended."""
        return self._done.wait(seconds)

    def stop(self) -> None:
        """End it: between two records, or at the next step of its Python code; a request on its way is waited for."""
        import ctypes  # waits: most jobs end by themselves

        with self._lock:
            if self._stopping.is_set():
                return
            self._stopping.set()
            if self.is_running and (id := self._thread.ident):
                self.state = STOPPING
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(id), ctypes.py_object(_Stopped))

    def _body(self, context: Context, held: Scope) -> None:
        try:
            outcome = context.run(self._run, held)
        except _Stopped:  # it arrived behind the work's own end
            outcome = STOPPED
        self._finish(outcome)

    def _run(self, held: Scope) -> str:
        try:
            with speaking_through(lambda host: _JobHost(self.notes)), restored(held):
                self._read()
        except _Stopped:
            return STOPPED
        except BaseException as error:  # noqa: BLE001 - whoever takes the results gets it, whatever it is
            self.error = error
            return FAILED
        return COMPLETED

    def _finish(self, outcome: str) -> None:
        while not self._done.is_set():
            try:
                with self._lock:
                    self.state, self.ended = outcome, datetime.now(timezone.utc)
                    self._done.set()
            except _Stopped:  # `stop` had the lock first; it comes once
                continue

    def _read(self) -> None:
        result = self._work if isinstance(self._work, Stream) else self._work()
        if not isinstance(result, Stream):
            self._keep(*(result if isinstance(result, (list, tuple)) else () if result is None else (result,)))
            return
        records = iter(result)
        try:
            for record in records:
                self._keep(record)
                if self._stopping.is_set():
                    raise _Stopped
        finally:
            close(records)

    def _keep(self, *records: Any) -> None:
        with self._lock:
            self._records.extend(records)


class _JobHost:
    """The host of a job: nobody answers, nothing is drawn, and what is said is kept for whoever takes the results."""

    def __init__(self, notes: list[str]) -> None:
        self._notes = notes

    def note(self, text: str) -> None:
        """Keep a line."""
        self._notes.append(text)

    warn = show = note

    def ask(self, question: str) -> bool | None:
        """Nobody is there: the prompt belongs to what is typed."""
        return None

    @contextmanager
    def progress(self, label: str, total: float | None = None, unit: str = "") -> Iterator[Advance]:
        """No bar."""
        yield lambda completed, total=None, text=None: None


_jobs: dict[int, Job] = {}
_numbers = itertools.count(1)


def start(work: Stream | Callable[[], Any], name: str = "") -> Job:
    """Begin a job."""
    id = next(_numbers)
    job = _jobs[id] = Job(id, name or f"Job{id}", work)
    return job


def jobs() -> Mapping[int, Job]:
    """All jobs of this process, by number."""
    return dict(_jobs)


def running_jobs() -> list[Job]:
    """Those that have not ended, nor were told to."""
    return [job for job in _jobs.values() if job.state == RUNNING]
