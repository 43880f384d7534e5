"""Bars in the terminal."""

from __future__ import annotations

import pytest

from cmdlets.output_chart import out_chart
from isnshell.errors import UsageError
from isnshell.formatting.canvas import Canvas
from isnshell.formatting.chart import chart_pages


def draw(records, width=20, *, ascii=False, **options):
    return "".join(page.text() for page in chart_pages(records, Canvas(width, ascii), **options))


def test_the_longest_bar_takes_the_room():
    assert draw([{"name": "QUARTZ", "count": 10}, {"name": "QPOC", "count": 5}, {"name": "none", "count": 0}]) == (
        "QUARTZ 10 ██████████\n"
        "QPOC    5 █████\n"
        "none    0\n"
    )  # fmt: skip


def test_bars_are_exact_to_an_eighth_and_never_vanish():
    assert draw([{"name": "a", "count": 1000}, {"name": "b", "count": 312}, {"name": "c", "count": 1}], 18) == (
        "a 1,000 ██████████\n"
        "b   312 ███▏\n"
        "c     1 ▏\n"
    )  # fmt: skip


def test_in_ascii():
    assert draw([{"name": "a", "count": 4}, {"name": "b", "count": 1}], 14, ascii=True) == "a 4 ##########\nb 1 ##\n"


def test_label_and_value_can_be_named():
    records = [{"target": {"name": "AD"}, "rows": 3, "count": 9}]
    assert draw(records, 15, label="target.name", value="rows").startswith("AD 3 █")
    assert draw(records, 15, label=lambda one: one.target.name.lower(), value=lambda one: -1) == "ad -1\n"


def test_without_a_name_the_first_text_and_number_are_taken():
    assert draw([{"when": "2026-03-01", "enabled": True, "tasks": 2}], 23).startswith("2026-03-01 2 █")


def test_a_label_alone_counts_the_records_that_have_it():
    records = [{"source": {"name": name}} for name in ("AD", "SAP", "AD")] + [{"source": None}]
    assert draw(records, 17, label="source.name") == "AD     2 ██████████\nSAP    1 █████\n(none) 1 █████\n"


def test_the_numbers_of_a_measure_are_bars():
    assert draw([{"property": "rows", "count": 4, "average": 2.5, "sum": 10}], 20) == (
        "count     4 ████\naverage 2.5 ██▌\nsum      10 ██████████\n"
    )


MOMENTS = [
    {"launched": f"2026-03-{day}T{hour}:05:00Z", "rows": 3} for day, hour in (("01", "10"), ("01", "11"), ("03", "10"))
]


def test_moments_are_counted_by_spans_and_empty_ones_stand_between(capsys, local_zone):
    local_zone("UTC")
    assert draw(MOMENTS, 23, label="launched", every="day") == (
        "2026-03-01 2 ██████████\n2026-03-02 0\n2026-03-03 1 █████\n"
    )
    assert draw(MOMENTS, 23, label="launched", value="rows", every="month") == "2026-03 9 █████████████\n"
    assert draw([{"name": "2026-03-01T10:05:00Z", "count": 7}], 31).startswith("2026-03-01 10:05 7 █")
    assert draw([*MOMENTS, {"launched": None}], 31, label="launched", every="year").startswith("2026 3 █")
    assert "1 without a date is left out." in capsys.readouterr().err


def test_the_span_suits_the_length_of_the_time(local_zone):
    local_zone("UTC")
    assert draw(MOMENTS, 40, label="launched").splitlines()[0].startswith("2026-03-01 10:00 1 █")
    years = [{"created": f"{year}-05-01T00:00:00Z"} for year in (1999, 2026)]
    assert [line[:4] for line in draw(years, 40, label="created").splitlines()] == [str(y) for y in range(1999, 2027)]


def test_a_span_needs_moments():
    with pytest.raises(UsageError, match="needs moments"):
        draw([{"name": "a", "count": 1}], every="day")
    with pytest.raises(UsageError, match="fortnight"):
        out_chart("created", every="fortnight")


def test_records_without_numbers_are_no_chart(capsys):
    with pytest.raises(UsageError, match="no number to draw"):
        [{"name": "a"}] | out_chart()
    with pytest.raises(UsageError, match="name='a' is no number"):
        [{"name": "a", "count": 1}] | out_chart(value="name")
    assert ([] | out_chart()) is None
    assert capsys.readouterr().out == ""
