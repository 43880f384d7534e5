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


def test_records_without_numbers_are_no_chart(capsys):
    with pytest.raises(UsageError, match="no number to draw"):
        [{"name": "a"}] | out_chart()
    with pytest.raises(UsageError, match="name='a' is no number"):
        [{"name": "a", "count": 1}] | out_chart(value="name")
    assert ([] | out_chart()) is None
    assert capsys.readouterr().out == ""
