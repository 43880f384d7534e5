"""PowerShell's texts, numbers, truths, and the order of texts."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from isnshell.pipeline.collation import collation_key, compare_text, same_text
from isnshell.pipeline.conversion import number_of, text_of, truth
from isnshell.records import Record


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "True"),
        (5.0, "5"),
        (0.1 + 0.2, "0.3"),
        (1e20, "1E+20"),
        (1e-7, "1E-07"),
        (float("-inf"), "-Infinity"),
        (float("nan"), "NaN"),
        (Decimal("1E+3"), "1000"),
        ([1, [2, None], "x"], "1 2  x"),
        (datetime(2026, 3, 5, 4, 3, 2), "03/05/2026 04:03:02"),
        (date(2026, 3, 5), "03/05/2026 00:00:00"),
        (timedelta(days=1, hours=2, microseconds=5), "1.02:00:00.0000050"),
        (timedelta(minutes=-5), "-00:05:00"),
        (Record(a=1, b=None, c=[1, 2]), "@{a=1; b=; c=1 2}"),
        ("ü", "ü"),
    ],
    ids=repr,
)
def test_texts(value: Any, expected: str) -> None:
    """A value in text is what PowerShell writes, in the invariant culture."""
    assert text_of(value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" 12 ", 12),
        ("", 0),
        ("-0x1F", -31),
        ("0b101", 5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("1.5d", Decimal("1.5")),
        ("7L", 7),
        ("2kb", 2048),
        ("1,234.5", 1234.5),
        ("1,23", None),
        ("12a", None),
        ("١", None),
        ("1 2", None),
        ("--1", None),
    ],
    ids=repr,
)
def test_numbers_in_text(text: str, expected: Any) -> None:
    """Literals as PowerShell writes them are numbers, all else is none."""
    number = number_of(text)
    assert number == expected
    assert type(number) is type(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, False),
        ("", False),
        ("0", True),
        ("False", True),
        (0.0, False),
        ([], False),
        ([0], False),
        ([[0]], False),
        ([0, 0], True),
        ({}, True),
        (Record(), True),
        (datetime.min, True),
        (Decimal(0), False),
    ],
    ids=repr,
)
def test_truths(value: Any, expected: bool) -> None:
    """A list of one is its element; objects are true, empty or not."""
    assert truth(value) is expected


def test_order_of_texts() -> None:
    """Blanks, marks, digits, letters; accents and case only where the letters agree."""
    in_order = ["", " x", "_a", "-a", "§a", "1", "10", "9", "a", "ä", "Äb", "b", "z", "ж", "日"]
    assert sorted(set(in_order), key=collation_key) == in_order
    assert sorted(["A", "a", "Ab", "ab"], key=lambda text: collation_key(text, False)) == ["a", "A", "ab", "Ab"]
    assert compare_text("a", "A") == 0
    assert compare_text("a", "A", ignore_case=False) == -1
    assert compare_text("e\u0301", "é") == 0
    assert (same_text("É", "é"), same_text("É", "é", ignore_case=False), same_text("ß", "ss")) == (True, False, False)
