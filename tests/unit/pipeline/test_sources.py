"""What stands left of `|`: what is enumerated, what is one thing, and what other libraries' tables are."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from cmdlets.objects import select_object, sort_object, where_object
from isnshell.errors import StreamError
from isnshell.pipeline.stream import Stream, as_stream
from isnshell.records import Record


@frozen
class Thing:
    name: str


def count_up() -> Iterator[int]:
    yield from (1, 2, 3)


@pytest.mark.parametrize(
    "make",
    [
        lambda: [1, 2, 3],
        lambda: (1, 2, 3),
        lambda: range(1, 4),
        count_up,
        lambda: iter([1, 2, 3]),
        lambda: map(int, "123"),
        lambda: deque([1, 2, 3]),
        lambda: {1: "a", 2: "b", 3: "c"}.keys() & {1, 2, 3},
        lambda: {"a": 1, "b": 2, "c": 3}.values(),
        lambda: Stream.of([1, 2, 3]),
    ],
    ids=["list", "tuple", "range", "generator", "iterator", "map", "deque", "set", "values", "stream"],
)
def test_what_holds_several_things_is_enumerated(make: Callable[[], Any]) -> None:
    """Whatever the kind of it."""
    assert list(make() | select_object(skip=1)) == [2, 3]


@pytest.mark.parametrize(
    "one",
    [{"a": 1}, Record(a=1), OrderedDict(a=1), "text", b"bytes", Path("a"), 5, 2.5, True, date(2026, 3, 2), Thing("x")],
    ids=lambda one: type(one).__name__,
)
def test_one_thing_is_one_thing(one: Any) -> None:
    """An object is never taken for its keys, nor a text for its letters."""
    assert list(one | select_object(first=2)) == [one]


def test_nothing_is_empty() -> None:
    """Null left of a pipe is no record."""
    assert list(None | where_object(lambda one: True)) == []


def test_a_generator_gives_once() -> None:
    """A second reading is refused, and never quietly empty."""
    stream = count_up() | sort_object(descending=True)
    assert list(iter(stream)) == [3, 2, 1]
    with pytest.raises(StreamError):
        next(iter(stream))


def test_an_endless_source_is_read_as_far_as_needed() -> None:
    """Nothing is counted or kept before it is asked for."""

    def endless() -> Iterator[int]:
        number = 0
        while True:
            yield number
            number += 1

    assert list(endless() | where_object(lambda n: n % 2) | select_object(first=3)) == [1, 3, 5]


class Frame:
    """What of pandas' DataFrame is used, for machines without it."""

    def __init__(self, rows: list[dict[str, Any]], missing: tuple[Any, ...] = ()) -> None:
        self._rows, self._missing = rows, missing

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows[0])  # the names of its columns, as pandas does

    def iterrows(self) -> Any: ...

    def notna(self) -> Frame:
        return self

    def astype(self, kind: type) -> Frame:
        assert kind is object
        return self

    def where(self, condition: Frame, other: None) -> Frame:
        assert condition is self
        return Frame([{k: other if v in self._missing else v for k, v in row.items()} for row in self._rows])

    def to_dict(self, orient: str) -> list[dict[str, Any]]:
        assert orient == "records"
        return self._rows


def test_a_frame_is_its_rows_with_null_for_what_is_missing() -> None:
    """And none of its columns is lost to `|`."""
    frame = Frame([{"id": "a", "n": 1}, {"id": "b", "n": -1}], missing=(-1,))
    assert list(frame | where_object("n", eq=None)) == [{"id": "b", "n": None}]


def test_pandas() -> None:
    """Frames by row, series by value; what pandas calls missing is null."""
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"id": ["a", "b", "c"], "n": [1, None, 3], "at": pandas.to_datetime(["2026-03-02"] * 3)})
    frame.loc[2, "at"] = None
    assert [row["id"] for row in frame | where_object("n", gt=1)] == ["c"]
    assert [row["id"] for row in frame | where_object("n", eq=None)] == ["b"]
    assert [row["id"] for row in frame | where_object("at", eq=date(2026, 3, 2))] == ["a", "b"]
    assert list(frame["n"] | where_object(lambda n: n is not None)) == [1, 3]
    assert list(frame.columns | select_object(first=1)) == ["id"]


def test_numpy() -> None:
    """Arrays by row, of plain numbers; records by the names of their fields."""
    numpy = pytest.importorskip("numpy")
    assert list(numpy.arange(5) | where_object(lambda n: n > 2)) == [3, 4]
    assert [type(one) for one in numpy.arange(2) | select_object(first=1)] == [int]
    assert list(numpy.array([[1, 2], [3, 4]]) | select_object(last=1)) == [[3, 4]]
    assert list(numpy.array(7) | select_object(first=1)) == [7]
    named = numpy.array([("a", 1), ("b", 2)], dtype=[("id", "U5"), ("n", int)])
    assert list(named | sort_object("-n") | select_object(first=1)) == [{"id": "b", "n": 2}]


def test_polars() -> None:
    """Frames by row."""
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"id": ["a", "b"], "n": [1, None]})
    assert list(frame | where_object("n", eq=None)) == [{"id": "b", "n": None}]


def test_arrow() -> None:
    """Tables by row."""
    arrow = pytest.importorskip("pyarrow")
    table = arrow.table({"id": ["a", "b"], "n": [1, None]})
    assert list(table | where_object(n=1)) == [{"id": "a", "n": 1}]
    assert as_stream(table).total_count == 2
