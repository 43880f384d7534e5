"""A source that keeps account of what was asked of it, for the tests of laziness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from isnshell.pipeline.stream import Stream


class Source:
    """A stream that keeps account of what was asked of it."""

    def __init__(self, values: list[Any], kind: str | None = None) -> None:
        self.values = values
        self.wanted: list[int | None] = []
        self.given = 0
        self.closed = False
        self.stream = Stream(self._open, kind=kind)

    def _open(self, want: int | None) -> Iterator[Any]:
        self.wanted.append(want)
        return self._values()

    def _values(self) -> Iterator[Any]:
        try:
            for value in self.values:
                self.given += 1
                yield value
        finally:
            self.closed = True
