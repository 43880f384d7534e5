"""For each record: calling a function, on several threads if wanted, in order, with each record's own failure."""

from __future__ import annotations

import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextvars import Context, copy_context
from typing import Any

from attrs import frozen

from .stage import Stage, spread
from .stream import Stream, close
from .workers import Workers

OnError = Callable[[Any, Exception], None]


@frozen
class ForEach:
    """What is done with the records of a stream.

    Args:
        call: Gets each record; its result is passed on, a list or stream one by one, None not at all.
        begin: Called before the first record.
        end: Called behind the last one.
        parallel: How many calls may run at a time; results keep the order of the records.
        on_error: Told of a record whose call failed, and the others go on; without it the failure ends the reading.
        give_up: Called when the reading ends, for calls whose results nobody will take.
        patience: How many seconds Ctrl-C waits for calls that have begun, to hear how they end.
    """

    call: Callable[[Any], Any]
    begin: Callable[[], Any] | None = None
    end: Callable[[], Any] | None = None
    parallel: int = 1
    on_error: OnError | None = None
    give_up: Callable[[], Any] | None = None
    patience: float = 0.0

    def run(self, records: Iterable[Any], context: Context) -> Iterator[Any]:
        """The results, as they are read; each call gets a copy of the context, since no two threads can share one.

        Parallel calls run up to `parallel` records ahead of the reader.
        """
        if self.begin is not None:
            yield from spread(context.copy().run(self.begin))
        yield from (self._one_by_one if self.parallel == 1 else self._parallel)(records, context)
        if self.end is not None:
            yield from spread(context.copy().run(self.end))

    def _one_by_one(self, records: Iterable[Any], context: Context) -> Iterator[Any]:
        for record in records:
            yield from self._results(record, context.copy().run, self._call, record)

    def _parallel(self, records: Iterable[Any], context: Context) -> Iterator[Any]:
        running: deque[tuple[Any, Future[Any]]] = deque()
        workers = Workers(self.parallel)
        try:
            for record in records:
                running.append((record, workers.submit(context.copy(), self._whole, record)))
                if len(running) == self.parallel:
                    yield from self._next(running, workers)
            while running:
                yield from self._next(running, workers)
        except KeyboardInterrupt:
            self._end(lambda: workers.leave(self.patience))
            raise
        except BaseException:
            self._end(workers.finish)
            raise
        self._end(workers.finish)

    def _end(self, workers: Callable[[], None]) -> None:
        if self.give_up is not None:
            self.give_up()
        workers()

    def _call(self, record: Any) -> Any:
        # With somebody to tell of failures, a stream is read within the call: its failures are the record's too
        return self.call(record) if self.on_error is None else self._whole(record)

    def _whole(self, record: Any) -> list[Any]:
        return list(spread(self.call(record)))

    def _next(self, running: deque[tuple[Any, Future[Any]]], workers: Workers) -> Iterator[Any]:
        record, future = running.popleft()
        return self._results(record, workers.result, future)

    def _results(self, record: Any, call: Callable[..., Any], *arguments: Any) -> Iterator[Any]:
        try:
            results = call(*arguments)
        except Exception as error:
            if self.on_error is None:
                raise
            self.on_error(record, error)
        else:
            yield from spread(results)


class EachStage(Stage):
    """Does something with each record, in the context that held when it was given its input.

    The work is done once: its stream can't be read a second time unless its results were kept.

    Args:
        work: Makes what is done as the results are read, anew for each source.
        at_once: For work that must not wait, instead: does all of it and gives the results, complete.
    """

    def __init__(
        self, work: Callable[[], ForEach] | None = None, *, at_once: Callable[[Stream], Stream] | None = None
    ) -> None:
        super().__init__(iter, label="for_each_object")
        self._work = work
        self._at_once = at_once

    def apply(self, source: Stream) -> Stream:
        """A lazy stream of the results; with `at_once`, one that is complete."""
        if self._at_once is not None:
            return self._at_once(source)
        assert self._work is not None, "there is something to do with the records"
        work, context = self._work(), copy_context()
        return _EachStream(lambda want: _work_through(work, source, context), label=self.label, one_shot=True)


def _work_through(work: ForEach, source: Stream, context: Context) -> Iterator[Any]:
    records = source.open()
    try:
        yield from work.run(records, context)
    finally:
        close(records)


class _EachStream(Stream):
    """Results of work that is done as they are read; thrown away unread, it says that nothing was done."""

    def __del__(self) -> None:
        if not getattr(self, "_opened", True):
            warnings.warn(f"{self.label} did nothing: nobody read its results.", stacklevel=2)
