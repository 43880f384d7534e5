"""Time: spans, moments and how both are written."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnshell.clock import SystemClock, human_duration, iso, parse_duration, parse_iso, parse_moment
from isnshell.errors import UsageError

_NOW = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("seconds", "given"),
    [
        pytest.param(90.0, 90, id="number"),
        pytest.param(0.5, 0.5, id="fraction"),
        pytest.param(90.0, "90s", id="seconds"),
        pytest.param(900.0, "15m", id="minutes"),
        pytest.param(21600.0, "6h", id="hours"),
        pytest.param(86400.0, "1d", id="day"),
        pytest.param(1209600.0, "2w", id="weeks"),
        pytest.param(5400.0, "1h30m", id="two units"),
        pytest.param(5400.0, " 1 H 30 M ", id="spaces and capitals"),
        pytest.param(5400.0, "1.5h", id="fraction of a unit"),
        pytest.param(-86400.0, "-1d", id="back"),
        pytest.param(86400.0, timedelta(days=1), id="timedelta"),
    ],
)
def test_a_span_is_written_in_many_ways(seconds: float, given: Any) -> None:
    assert seconds == parse_duration(given)


@pytest.mark.parametrize("given", ["", "1", "x", "1y", "d", True, None, [1], "1d-2h"], ids=repr)
def test_what_is_no_span_is_refused_by_its_name(given: Any) -> None:
    with pytest.raises(UsageError, match="older_than="):
        parse_duration(given, name="older_than")


@pytest.mark.parametrize(
    ("moment", "given"),
    [
        pytest.param(_NOW - timedelta(days=1), "-1d", id="a day ago"),
        pytest.param(_NOW + timedelta(hours=2), "+2h", id="in two hours"),
        pytest.param(_NOW, "now", id="now"),
        pytest.param(datetime(2026, 3, 1, 8, tzinfo=timezone.utc), "2026-03-01T08:00:00Z", id="ISO text"),
        pytest.param(
            datetime(2026, 3, 1, 8, tzinfo=timezone.utc),
            datetime(2026, 3, 1, 9, tzinfo=timezone(timedelta(hours=1))),
            id="datetime of another zone",
        ),
    ],
)
def test_a_moment_is_written_in_many_ways(moment: datetime, given: Any) -> None:
    assert moment == parse_moment(given, _NOW)


@pytest.mark.parametrize(
    ("moment", "given"),
    [
        pytest.param("2026-03-01T23:00:00+00:00", "today", id="today"),
        pytest.param("2026-02-28T23:00:00+00:00", "Yesterday", id="yesterday"),
        pytest.param("2026-03-02T23:00:00+00:00", "tomorrow", id="tomorrow"),
        pytest.param("2026-02-28T23:00:00+00:00", "2026-03-01", id="ISO date"),
        pytest.param("2026-03-01T07:00:00+00:00", "2026-03-01T08:00", id="ISO text without a zone"),
        pytest.param("2026-02-28T23:00:00+00:00", date(2026, 3, 1), id="date"),
        pytest.param("2026-03-01T07:00:00+00:00", datetime(2026, 3, 1, 8), id="datetime without a zone"),
    ],
)
def test_days_begin_at_local_midnight(local_zone: Any, moment: str, given: Any) -> None:
    local_zone("Europe/Berlin")

    assert moment == parse_moment(given, _NOW).isoformat()


def test_yesterday_is_the_local_day_before_even_where_utc_is_a_day_ahead(local_zone: Any) -> None:
    local_zone("America/Los_Angeles")
    at_night = datetime(2026, 1, 10, 3, tzinfo=timezone.utc)  # the 9th there

    assert parse_moment("yesterday", at_night).isoformat() == "2026-01-08T08:00:00+00:00"


def test_yesterday_is_local_midnight_across_a_change_of_the_clocks(local_zone: Any) -> None:
    local_zone("Europe/Berlin")
    day_of_change = datetime(2026, 3, 29, 12, tzinfo=timezone.utc)

    assert parse_moment("today", day_of_change).isoformat() == "2026-03-28T23:00:00+00:00"
    assert parse_moment("tomorrow", day_of_change).isoformat() == "2026-03-29T22:00:00+00:00"


@pytest.mark.parametrize(
    "given", ["", "soon", "2026-13-01", "2026-02-30T00:00:00Z", 5, None, "-999999w", "25:00"], ids=repr
)
def test_what_is_no_moment_is_refused_by_its_name(given: Any) -> None:
    with pytest.raises(UsageError, match="since="):
        parse_moment(given, _NOW, name="since")


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01T08:00:00Z",
        "2026-03-01T08:00:00z",
        "2026-03-01 08:00:00Z",
        "2026-03-01T08:00Z",
        "2026-03-01T08:00:00.0Z",
        "2026-03-01T08:00:00.0000000Z",
        "2026-03-01T08:00:00+00:00",
        "2026-03-01T08:00:00+0000",
        "2026-03-01T09:00:00+0100",
        "2026-03-01T03:30:00.000-04:30",
    ],
)
def test_iso_text_is_read_in_the_forms_of_every_python(text: str) -> None:
    assert parse_iso(text) == datetime(2026, 3, 1, 8, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("microseconds", "fraction"),
    [(100000, "1"), (120000, "12"), (123000, "123"), (123400, "1234"), (123456, "123456"), (123456, "1234567")],
)
def test_any_number_of_decimals_is_read(microseconds: int, fraction: str) -> None:
    moment = parse_iso(f"2026-03-01T08:00:00.{fraction}Z")

    assert moment is not None
    assert microseconds == moment.microsecond


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-03", "20260301", "2026-03-01T08", "yesterday", "2026-03-01T08:00Z "]
)
def test_what_is_no_iso_text_is_none(text: str) -> None:
    assert parse_iso(text) is None


@given(st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2999, 1, 1)))
def test_a_moment_survives_being_written_and_read(moment: datetime) -> None:
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=timezone.utc)

    assert moment == parse_iso(iso(moment))


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_moments(text: str) -> None:
    with suppress(UsageError):
        assert parse_moment(text, _NOW).tzinfo is timezone.utc


def test_the_api_spelling_has_milliseconds_and_a_z() -> None:
    assert iso(datetime(2026, 3, 1, 8, tzinfo=timezone.utc)) == "2026-03-01T08:00:00.000Z"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("850 ms", 0.85),
        ("1 s", 0.9999),
        ("42 s", 42.4),
        ("1 min 00 s", 59.9),
        ("3 min 05 s", 185),
        ("59 min 59 s", 3599),
        ("2 h 10 min", 7800),
        ("30 h 00 min", 108000),
    ],
)
def test_elapsed_time_reads_well(text: str, seconds: float) -> None:
    assert text == human_duration(seconds)


def test_waiting_ends_when_it_is_cancelled() -> None:
    asked: list[bool] = []

    SystemClock().sleep(3600, cancelled=lambda: not asked.append(True))

    assert asked == [True]


def test_waiting_no_time_returns() -> None:
    SystemClock().sleep(0)
    SystemClock().sleep(-1)


def test_the_machines_time_is_aware() -> None:
    assert SystemClock().now().tzinfo is timezone.utc
