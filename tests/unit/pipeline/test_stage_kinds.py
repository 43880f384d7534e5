"""What a stage says of its results: their kind, and whether they can be read again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from isnshell.errors import StreamError
from isnshell.pipeline.stage import Stage
from isnshell.pipeline.stream import Stream


def test_kind_stays_unless_a_stage_says_otherwise() -> None:
    """A filter's results are of the source's kind; a stage that makes something else names it, or none."""
    source = Stream.of([1], kind="TaskStatus")
    assert (source | Stage(iter, label="same")).kind == "TaskStatus"
    assert (source | Stage(iter, label="other", kind="GroupInfo")).kind == "GroupInfo"
    assert (source | Stage(iter, label="unknown", kind=None)).kind is None
    assert (source | (lambda number: number)).kind is None


def test_a_one_shot_stage_refuses_a_second_reading() -> None:
    """Work that must not be done twice is not, though its source could be read again."""

    def work(records: Iterator[int]) -> Iterator[int]:
        yield from records

    stream = Stream.of([1, 2]) | Stage(work, label="work", one_shot=True)
    assert list(iter(stream)) == [1, 2]
    with pytest.raises(StreamError, match="work"):
        next(iter(stream))
    again = Stream.of([1, 2]) | Stage(work, label="work")
    assert [list(iter(again)), list(iter(again))] == [[1, 2], [1, 2]]


def test_what_is_asked_of_a_stage_is_the_pipe_s() -> None:
    """`... | stage.name` binds to the stage; the error says where the parentheses go, and nothing warns besides."""
    with pytest.raises(AttributeError, match=r"in parentheses: \(\.\.\. \| group\)\.count$"):
        [1] | Stage(iter, label="group").count
