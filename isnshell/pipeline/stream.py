"""Stream: a lazy sequence of records. Nothing is read until somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from itertools import islice
from numbers import Number
from os import PathLike
from typing import Any, ClassVar, overload

import attrs

from ..errors import StreamError
from .foreign import foreign_rows

Open = Callable[[int | None], Iterator[Any]]
"""Begins one reading; the number is how many records will be read at most, None where that is not known."""

_ONE_THING = (str, bytes, bytearray, Mapping, PathLike, Number, date, time, timedelta)


class Stream:
    """Records that come when they are read.

    `for` reads in constant memory and each loop reads anew; an index, `len` and display keep what was read. `if stream`
    reads one record, which the next loop still gives. `repr` reads nothing.

    Args:
        open: Begins one reading of the source.
        label: What the stream is, for its repr and errors.
        kind: Name of the records' model, if known.
        count: Asks how many there are without reading them.
        one_shot: True if the source can be read once only.
    """

    __array_ufunc__ = None  # numpy and pandas must leave `array | stage` to the stage instead of broadcasting
    __pandas_priority__ = 5000

    def __init__(
        self,
        open: Open,
        *,
        label: str = "records",
        kind: str | None = None,
        count: Callable[[], int] | None = None,
        one_shot: bool = False,
    ) -> None:
        self._open = open
        self.label = label
        self.kind = kind
        self._count = count
        self._total: int | None = None
        self._one_shot = one_shot
        self._opened = False
        self._kept: list[Any] = []
        self._rest: Iterator[Any] | None = None
        self._keeping = False
        self._complete = False

    @classmethod
    def of(cls, values: Iterable[Any], *, label: str = "records", kind: str | None = None) -> Stream:
        """A stream over values that are already there."""
        stream = cls(lambda want: iter(()), label=label, kind=kind)
        stream._kept, stream._keeping, stream._complete = list(values), True, True
        return stream

    def open(self, want: int | None = None) -> Iterator[Any]:
        """Begin a reading that takes at most `want` records (None: perhaps all)."""
        if self._complete:
            return iter(self._kept)
        if self._keeping:
            return self._read_keeping()
        if self._rest is not None:
            kept, rest = self._kept, self._rest
            self._kept, self._rest = [], None
            return _continue(kept, rest)
        return self._begin(want)

    def _begin(self, want: int | None) -> Iterator[Any]:
        if self._one_shot and self._opened:
            raise StreamError(
                f"The source of {self.label} was read already and can be read once only",
                hint="Keep its records first: records = list(...).",
            )
        self._opened = True
        return self._open(want)

    def _read_keeping(self) -> Iterator[Any]:
        index = 0
        while self._fill(index + 1):
            yield self._kept[index]
            index += 1

    def _fill(self, count: int | None, want: int | None = None) -> bool:
        """Keep records until there are `count`; None keeps all. Whether there are that many."""
        while not self._complete and (count is None or len(self._kept) < count):
            if self._rest is None:
                self._rest = self._begin(want)
            chunk = list(islice(self._rest, 1 if count is not None else None))
            self._kept += chunk
            if not chunk or count is None:
                self._complete = True
                self._keeping = True
                self._rest = None
        return count is None or len(self._kept) >= count

    def __iter__(self) -> Iterator[Any]:
        # list() asks for an iterator, then for the length; beginning to read at the first `next` lets it read once
        yield from self.open()

    def __bool__(self) -> bool:
        return self._fill(1)

    def __len__(self) -> int:
        self._keeping = True
        self._fill(None)
        return len(self._kept)

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> list[Any]: ...
    def __getitem__(self, index: int | slice) -> Any:
        self._keeping = True
        last = index.stop if isinstance(index, slice) else index + 1
        from_end = (last is None or last <= 0) if isinstance(index, int) else _from_end(index)
        self._fill(None if from_end else last, None if from_end else last)
        return self._kept[index]

    def peek(self, count: int) -> list[Any]:
        """The first `count` records, kept for whoever reads next."""
        self._keeping = True
        self._fill(count)
        return self._kept[:count]

    @property
    def read_so_far(self) -> list[Any]:
        """What was kept already; reads nothing."""
        return list(self._kept)

    @property
    def is_complete(self) -> bool:
        """Whether everything was read and kept."""
        return self._complete

    @property
    def total_count(self) -> int:
        """How many there are: asked once, without reading the records where the source can count."""
        if self._total is None:
            self._total = len(self._kept) if self._complete else self._count() if self._count else len(self)
        return self._total

    def keep(self) -> Stream:
        """Read everything now and keep it; reading again costs nothing."""
        len(self)
        return self

    pipe: ClassVar[Callable[[Stream, Any], Any]]
    """What `|` does; `stage` sets it, since stages are made of streams."""

    def __or__(self, right: Any) -> Any:
        return type(self).pipe(self, right)

    def __repr__(self) -> str:
        if self._complete:
            return f"<Stream of {len(self._kept)} {self.label}>"
        read = f", {len(self._kept)} read" if self._kept else ", not read yet"
        return f"<Stream of {self.label}{read}>"


def _from_end(index: slice) -> bool:
    return index.stop is None or index.stop < 0 or (index.start or 0) < 0 or (index.step or 1) < 0


def _continue(kept: list[Any], rest: Iterator[Any]) -> Iterator[Any]:
    try:
        yield from kept
        yield from rest
    finally:
        close(rest)


def close(source: Any) -> None:
    """End a reading early, so that what feeds it can stop."""
    end = getattr(source, "close", None)
    if callable(end):
        end()


def is_one_thing(value: Any) -> bool:
    """Whether the pipe passes a value on as one object instead of enumerating it."""
    if isinstance(value, _ONE_THING) or attrs.has(type(value)):
        return True
    return not hasattr(value, "__iter__") and foreign_rows(value) is None


def as_stream(value: Any, *, label: str = "records") -> Stream:
    """What stands left of `|` as a stream: sequences enumerated, one thing as one, None as nothing."""
    if isinstance(value, Stream):
        return value
    if value is None:
        return Stream.of(())
    if is_one_thing(value):
        return Stream.of((value,), label=label)
    rows = foreign_rows(value)
    if rows is not None:
        return Stream(lambda want: iter(rows()), label="rows")
    if iter(value) is value:
        return Stream(lambda want: value, label=label, one_shot=True)
    return Stream(lambda want: iter(value), label=label, count=lambda: len(value) if hasattr(value, "__len__") else -1)
