"""Values as cells: readable for people, portable for files."""

from __future__ import annotations

import time
from datetime import date, datetime, timezone
from enum import Enum
from pathlib import PurePosixPath

import attrs
import pytest

from isnshell.formatting.cells import local_time, portable, readable
from isnshell.records import Record


class Colour(Enum):
    RED = "red"


@attrs.frozen
class Span:
    rows: int
    name: str = ""


@pytest.fixture
def berlin(monkeypatch):
    if not hasattr(time, "tzset"):
        pytest.skip("this system can't change its time zone")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        ("plain", "plain"),
        ("00123", "00123"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        (True, "True"),
        (0, "0"),
        (1.5, "1.5"),
        (Colour.RED, "red"),
        (b"\x00\x01", "2 bytes"),
        (PurePosixPath("/a/b"), "/a/b"),
        ([], ""),
        (["a", "b"], "a, b"),
        ([None, 1], ", 1"),
        (["x" * 40, "y" * 40], "2 items"),
        (["x" * 90], "x" * 90),
        ({"id": "1", "type": "IDENTITY", "name": "Ada"}, "Ada"),
        ({"id": "1", "type": "IDENTITY", "name": None}, "1"),
        ({"type": "ERROR", "localizedText": {"locale": "en", "message": "No room"}}, "No room"),
        ({"state": "CREATED"}, "CREATED"),
        ({"a": 1, "b": [2, 3]}, "a=1, b=2, 3"),
        ({f"field{n}": n for n in range(20)}, "20 fields"),
        ([{"name": "R1"}, {"name": "R2"}], "R1, R2"),
        (Span(3, "days"), "days"),
        (date(2026, 3, 1), "2026-03-01"),
    ],
)
def test_a_value_reads_as_one_line(value, expected):
    assert expected == readable(value)


def test_a_moment_is_local_time_with_its_zone(berlin):
    assert readable("2026-01-11T18:45:35.098Z") == "2026-01-11 19:45:35 +01"
    assert readable("2026-07-11T18:45:35Z") == "2026-07-11 20:45:35 +02"
    assert readable(datetime(2026, 7, 11, 18, tzinfo=timezone.utc)) == "2026-07-11 20:00:00 +02"


@pytest.mark.parametrize("text", ["2026-01-11", "2026-01-11T10:00:00", "2026-99-11T10:00:00Z", "10:00", ""])
def test_text_that_names_no_moment_stays_text(text):
    assert local_time(text) is None
    assert readable(text) == text


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_the_ends_of_time_are_shown(text, berlin):
    assert readable(text).startswith(text[:4])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ("00123", "00123"),
        (True, True),
        (12, 12),
        ("2026-01-11T18:45:35.098Z", "2026-01-11T18:45:35.098Z"),
        (datetime(2026, 7, 11, 18, tzinfo=timezone.utc), "2026-07-11T18:00:00.000Z"),
        (date(2026, 3, 1), "2026-03-01"),
        (["a", 1, None, True], "a; 1; ; True"),
        ([], ""),
        ({"name": "Zoë"}, '{"name":"Zoë"}'),
        ([{"id": 1}], '[{"id":1}]'),
        (Record(a=Record(b=1)), '{"a":{"b":1}}'),
        ([["a"], ["b"]], '[["a"],["b"]]'),
        (Span(1, "x"), '{"rows":1,"name":"x"}'),
        (Colour.RED, "red"),
        ({"at": datetime(2026, 7, 11, tzinfo=timezone.utc)}, '{"at":"2026-07-11T00:00:00.000Z"}'),
    ],
)
def test_a_file_carries_a_value_without_pythons_repr(value, expected):
    assert expected == portable(value)


def test_pairs_within_pairs_stand_in_braces_and_null_ones_are_left_out():
    scheme = {"kind": "MANAGER", "level": 1}
    assert readable({"on": True, "scheme": scheme, "until": None}) == "on=True, scheme={kind=MANAGER, level=1}"
    assert readable({"on": True, "schemes": [scheme, {"kind": "OWNER", "level": 2}]}, 200) == (
        "on=True, schemes=[{kind=MANAGER, level=1}, {kind=OWNER, level=2}]"
    )
    assert readable({"a": None, "b": None}) == "2 fields"
    assert readable({f"f{number}": "long text" for number in range(20)}) == "20 fields"
