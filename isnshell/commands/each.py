"""A reading command right of `|`: called once for each record, as the pipe is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..pipeline.failing import locate
from ..pipeline.properties import get_property
from ..pipeline.stage import Stage, is_single, one_to_one, spread
from ..records import Origin, Record, origin_of
from .common import Failures

Call = Callable[[], Any]
Bind = Callable[[Any], Call]

# What a pipe of changes gives for each record; a command behind it gets what the change gave
RESULT_KIND = "ChangeResult"
RESULT_ORIGIN = Origin(kind=RESULT_KIND)
GOOD = ("done", "accepted")


class BindEach(Stage):
    """A reading command: lazy, one call a record as the pipe is read; a record's failure is dealt with by itself."""

    def __init__(self, bind: Bind, failures: Failures | None, *, waits_for: str) -> None:
        super().__init__(_calling(bind, failures), label="", needs=one_to_one, waits_for=waits_for, kind=None)
        self._bind = bind

    def take(self, source: Any) -> Any:
        if is_single(source):
            return next((self._bind(one)() for one in inputs([source])), None)
        return super().take(source)


def _calling(bind: Bind, failures: Failures | None) -> Callable[[Iterator[Any]], Iterator[Any]]:
    # No method of the stage: a stage that holds itself would be dropped, and warn, only when the collector comes by
    def transform(records: Iterator[Any]) -> Iterator[Any]:
        for row, record in enumerate(inputs(records), 1):
            try:
                if failures is None:
                    yield from spread(bind(record)())
                    continue
                results = list(spread(bind(record)()))
            except Exception as error:
                locate(error, record, row)
                if failures is None:
                    raise
                failures.met_one(record, error)
            else:
                yield from results

    return transform


def inputs(records: Iterable[Any]) -> Iterator[Any]:
    """The records as a command takes them: of a pipe of changes what each gave, else what went in; none that failed."""
    for record in records:
        if not isinstance(record, Record) or origin_of(record).kind != RESULT_KIND:
            yield record
        elif record.get("outcome") in GOOD:
            result = record.get("result")
            yield record.get("input") if result is None else result


def unique(records: Any) -> Iterator[Any]:
    """The records without those whose id came before."""
    return (record for _, record in numbered(records))


def numbered(records: Iterable[Any]) -> Iterator[tuple[int, Any]]:
    """The records without those whose id came before, each with its row, from 1."""
    seen: set[Any] = set()
    for row, record in enumerate(inputs(records), 1):
        id = get_property(record, "id") if not isinstance(record, str) else record
        if isinstance(id, (str, int)):
            if id in seen:
                continue
            seen.add(id)
        yield row, record
