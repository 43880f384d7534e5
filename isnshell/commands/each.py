"""A command right of `|`: called once for each record; at once and after the whole source was read if it changes
things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..errors import IsnError
from ..host import get_host
from ..pipeline.properties import get_property
from ..pipeline.stage import Each, Stage, is_single, spread
from ..pipeline.stream import Stream
from ..tenant.rails import current_scope

Call = Callable[[], Any]
Bind = Callable[[Any], Call]


class BindEach(Each):
    """A reading command: lazy, one call a record as the pipe is read."""

    def __init__(self, bind: Bind, *, waits_for: str) -> None:
        super().__init__(lambda record: bind(record)(), label="", waits_for=waits_for)


class ChangeEach(Stage):
    """A changing command: the source is read to its end, every record bound and checked, then each changed once.

    Reading a list whose records a change takes out of it would skip half of them; so nothing is changed before all
    is read.
    """

    def __init__(self, bind: Bind, *, waits_for: str) -> None:
        super().__init__(iter, label="", waits_for=waits_for)
        self._bind = bind

    def take(self, source: Any) -> Any:
        if is_single(source):
            return self._bind(source)()
        return super().take(source)

    def apply(self, source: Stream) -> Stream:
        calls = [self._bind(record) for record in unique(source)]
        current_scope().approval.objects = len(calls)
        return Stream.of(self._change(calls), label="results")

    def _change(self, calls: list[Call]) -> Iterator[Any]:
        for done, call in enumerate(calls):
            try:
                result = call()
            except IsnError:
                if done:
                    get_host().warn(f"{self.label}: {done} of {len(calls)} were done before this failed.")
                raise
            yield from spread(result)


def unique(records: Any) -> Iterator[Any]:
    """The records without those whose id came before."""
    seen: set[Any] = set()
    for record in records:
        id = get_property(record, "id") if not isinstance(record, str) else record
        if isinstance(id, (str, int)):
            if id in seen:
                continue
            seen.add(id)
        yield record
