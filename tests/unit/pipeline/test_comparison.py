"""Comparison beyond the recordings: dates, spans, types, and what a filter makes of a value."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from isnshell.pipeline.comparison import (
    OPERATORS,
    Incomparable,
    ceq,
    compare,
    eq,
    find,
    find_operator,
    gt,
    in_,
    is_,
    is_equal,
    is_not,
    lt,
    unify,
)
from isnshell.records import Record

NOON = datetime(2026, 3, 5, 12, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (5, "", 1),
        (None, -1, 1),
        (-1, None, -1),
        (0, None, 1),
        ("", None, 1),
        (None, None, 0),
        (5, "0x10", -1),
        (5, "5kb", -1),
        (1000, "1,000", 0),
        (0.1, Decimal("0.1"), 0),
        (2**53 + 1, float(2**53), 0),
        (True, "anything", 0),
        (2, True, 1),
        ("10", 9, -1),
        ("straße", "strasse", 0),
        ("a", "A", 0),
        (float("nan"), 1, None),
        (timedelta(hours=1), "01:00", 0),
        (timedelta(days=1), "1.00:00:00", 0),
        (timedelta(hours=1), "90m", -1),
        (timedelta(days=-1), "-1.00:00:00", 0),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001", 0),
        (NOON, "2026-03-05T11:00:00Z", 1),
    ],
    ids=str,
)
def test_compare_reads_the_right_side_as_the_left(left: Any, right: Any, expected: int | None) -> None:
    """The left side's type decides how the right one is read; beside NaN there is no order."""
    assert compare(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [(5, "abc"), (5, [1]), (5, NOON), (NOON, "soon"), ([1], [1]), (Record(), Record()), (timedelta(), "x")],
    ids=str,
)
def test_what_has_no_order_is_an_error_and_not_equal(left: Any, right: Any) -> None:
    """Greater and less name both values in their error; equality is simply false."""
    with pytest.raises(Incomparable) as caught:
        compare(left, right)
    assert (caught.value.left, caught.value.right) == (left, right)
    assert is_equal(left, right) is False


def test_values_of_other_types_compare_if_python_can() -> None:
    """A type that nobody registered is equal as Python says, and has an order only if Python has one."""
    assert is_equal(1j, complex(0, 1)) is True
    with pytest.raises(Incomparable, match="no order"):
        compare(1j, 2j)


def test_case_forms() -> None:
    """The c forms tell capitals, the i forms and the plain ones don't."""
    assert [OPERATORS[name]("Ä", "ä") for name in ("eq", "ieq", "ceq")] == [True, True, False]
    assert eq("Straße", "STRASSE") is False
    assert ceq(["a", "A"], "a") == ["a"]
    assert lt("a", "B") is True
    assert gt("a", "A") is False
    assert OPERATORS["clt"]("a", "A") is True


@pytest.mark.parametrize(
    ("spelling", "known"),
    [("not_like", True), ("NotLike", True), ("in_", True), ("cnotcontains", True), ("is_not", True), ("near", False)],
)
def test_operators_by_any_spelling(spelling: str, known: bool) -> None:
    """Underscores and case don't count in an operator's name."""
    assert (find_operator(spelling) is not None) is known


@pytest.mark.parametrize(
    ("value", "type_", "expected"),
    [
        (5, int, True),
        (True, int, False),
        (True, "bool", True),
        (True, "object", True),
        ("x", "[System.String]", True),
        ([1], "object[]", True),
        ([1], "[object[]]", True),
        (Record(), "hashtable", True),
        (None, "object", False),
        (NOON, "DateTime", True),
    ],
    ids=str,
)
def test_types(value: Any, type_: Any, expected: bool) -> None:
    """A type is Python's own or a name of .NET; True is no int, null has no type."""
    assert is_(value, type_) is expected
    assert is_not(value, type_) is not expected


def test_identity_and_membership() -> None:
    """Objects are equal to themselves only; membership asks each element on the left."""
    record = Record(a=1)
    assert eq(record, record) is True
    assert eq(record, Record(a=1)) is False
    assert in_("1", [1, 2]) is True
    assert in_("b", "abc") is False
    assert in_(None, [None]) is True


def test_match_gives_its_groups() -> None:
    """What was matched can be had, with .NET's names of groups."""
    found = find("key=value", r"(?<k>\w+)=(?<v>\w+)")
    assert found is not None
    assert found["v"] == "value"
    assert find(None, "a") is None


def test_further_types_can_be_registered() -> None:
    """A type of its own says how its right side is read."""

    class Version(tuple):  # type: ignore[type-arg]
        pass

    unify.register(Version, lambda left, right: (tuple(left), tuple(map(int, right.split(".")))))
    assert compare(Version((1, 10)), "1.9") == 1
