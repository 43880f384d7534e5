"""What a filter makes of a value: dates, lists to be in, and when these are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

import pytest

from cmdlets.objects import where_object
from isnshell.errors import UsageError
from isnshell.pipeline.comparison import OPERATORS
from isnshell.pipeline.predicates import EqualsAny, predicate
from isnshell.pipeline.stream import Stream

NOON = datetime(2026, 3, 5, 12, tzinfo=timezone.utc)


class Clock:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOON

    def monotonic(self) -> float:
        return 0.0

    def sleep(self, seconds: float, *, cancelled: Callable[[], bool] | None = None) -> None:
        raise AssertionError("nothing waits here")


@pytest.mark.parametrize(
    ("left", "operator", "right", "expected"),
    [
        ("2026-03-04T11:00:00Z", "gt", "-1d", False),
        ("2026-03-04T13:00:00Z", "gt", "-1d", True),
        ("2026-03-04T13:00:00.123Z", "lt", "now", True),
        ("2026-03-05T14:00:00+02:00", "eq", NOON, True),
        ("2026-03-05T14:00:00+02:00", "ceq", "2026-03-05T12:00:00.000Z", True),
        ("2026-03-05T14:00:00+02:00", "ne", NOON, False),
        (NOON, "ge", date(2026, 3, 5), True),
        (date(2026, 3, 5), "lt", NOON, True),
        ("yesterday's news", "eq", "yesterday's news", True),
        ("1d", "eq", "1d", True),
        ("2026-03-05", "eq", "2026-03-05", True),
        ("2026-03-04T13:00:00Z", "like", "2026-03-04*", True),
        (None, "lt", "-1d", True),
        (None, "eq", NOON, False),
    ],
    ids=str,
)
def test_predicates_know_dates(left: Any, operator: str, right: Any, expected: bool) -> None:
    """Date-time text compares as a moment, all other text as text; patterns never look at moments."""
    assert predicate(operator, right, clock=Clock())(left) is expected


def test_a_moment_has_no_order_with_a_word() -> None:
    """A date that is misspelled must not quietly leave nothing; equal it is not, and other text has an order."""
    asked = predicate("gt", "lastweek")
    with pytest.raises(UsageError, match="is no date"):
        asked("2026-03-05T14:00:00Z")
    assert asked("monday")
    assert not predicate("eq", "lastweek")("2026-03-05T14:00:00Z")
    assert predicate("ge", "2026")("2026-03-05T14:00:00Z")


def test_predicates_of_lists_are_true_as_powershell_takes_lists() -> None:
    """One element that fits is enough, unless it is false itself."""
    assert predicate("eq", "b")(["a", "B"]) is True
    assert predicate("eq", 0)([0, 1]) is False
    assert predicate("eq", 0)([0, 0]) is True
    assert predicate("notin", ["a"])("b") is True


@pytest.mark.parametrize(("operator", "right"), [("like", "[a"), ("cmatch", "("), ("is_not", "nope")])
def test_predicates_refuse_at_once(operator: str, right: str) -> None:
    """A pattern or type that is not valid is an error before the first value."""
    with pytest.raises(UsageError):
        predicate(operator, right)


VALUES = ["b", "B", "", None, 1, 1.0, "1", "1.0", True, "True", Decimal(2), "2", [], ["b"], NOON, "straße", "STRASSE"]
LISTS = [["B", "1"], ["b", 1], [], [None], ["", "2"], [True], [1.0, "x"], ["strasse"], ("True",), {"b"}, range(3)]


@pytest.mark.parametrize("name", ["in", "cin", "not_in", "cnotin"])
@pytest.mark.parametrize("members", LISTS, ids=str)
def test_looking_up_finds_what_going_through_finds(name: str, members: Any) -> None:
    """However long the list: the operator decides, the short way only gets there sooner."""
    operator = OPERATORS[name.replace("_", "")]
    asked = predicate(name, members)
    assert [asked(value) for value in VALUES] == [bool(operator(value, list(members))) for value in VALUES]


@pytest.mark.parametrize("members", LISTS, ids=str)
def test_any_of_several_is_equal_as_each_would_be(members: Any) -> None:
    """`type=["A", "B"]` asks what `eq` asks, once for each."""
    each = [predicate("eq", one) for one in members]
    asked = EqualsAny(members)
    assert [asked(value) for value in VALUES] == [any(one(value) for one in each) for value in VALUES]


def test_any_of_several_knows_dates() -> None:
    """A date among text is compared as one."""
    asked = EqualsAny(["never", "now"], clock=Clock())
    assert asked("2026-03-05T14:00:00+02:00")
    assert not asked("2026-03-05T14:00:00Z")


@pytest.mark.parametrize("condition", [{"in_": ...}, {"not_in": ...}, {}], ids=["in", "not in", "keyword"])
def test_a_stream_of_values_is_read_once_and_when_needed(condition: dict[str, Any]) -> None:
    """The other list may be a pipe of its own; nothing is asked of it before the first record is there."""
    readings: list[int] = []

    def read(want: int | None) -> Iterator[str]:
        readings.append(1)
        yield from ("A", "C")

    wanted = Stream(read)
    stage = where_object("id", **dict.fromkeys(condition, wanted)) if condition else where_object(id=wanted)
    rows = [{"id": "a"}, {"id": "b"}, {"id": "c"}] | stage
    assert readings == []
    assert [one["id"] for one in rows] == (["b"] if "not_in" in condition else ["a", "c"])
    assert readings == [1]


def test_a_generator_of_values_serves_all_records() -> None:
    """It is not used up by the first one."""
    rows = [{"n": 1}, {"n": 2}, {"n": 3}]
    assert list(rows | where_object("n", in_=(n for n in (3, 1)))) == [{"n": 1}, {"n": 3}]


def test_a_list_that_cannot_be_read_is_no_record_s_failure() -> None:
    """It ends the pipe, whatever becomes of a record's own failures, and is asked once."""
    readings: list[int] = []

    def read(want: int | None) -> Iterator[str]:
        readings.append(1)
        raise OSError("the tenant is gone")

    for stage in (
        where_object("id", in_=Stream(read), error_action="ignore"),
        where_object(id=Stream(read), error_action="ignore"),
    ):
        with pytest.raises(OSError, match="gone") as caught:
            list([{"id": "a"}, {"id": "b"}] | stage)
        assert not hasattr(caught.value, "record")
    assert readings == [1, 1]
