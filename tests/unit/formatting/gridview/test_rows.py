"""Rows that are sorted, filtered and marked while more of them arrive."""

from __future__ import annotations

from datetime import date

import pytest

from isnshell.formatting.columns import default_columns
from isnshell.formatting.gridview.rows import Rows, make_row


def rows_of(*records):
    rows = Rows(default_columns(records))
    rows.add(make_row(one, rows.columns) for one in records)
    return rows


def add(rows, *records):
    rows.add(make_row(one, rows.columns) for one in records)


def shown(rows, name="v"):
    return [rows.all[place].record.get(name) for place in rows.shown]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param([10, 9, 2.5], [2.5, 9, 10], id="numbers"),
        pytest.param(["10", "9", "-2.5"], ["-2.5", "9", "10"], id="numbers as text, as from a CSV file"),
        pytest.param(["10", "9", "x"], ["10", "9", "x"], id="text"),
        pytest.param(["b", "C", "a"], ["a", "b", "C"], id="text, case aside"),
        pytest.param([True, False], [False, True], id="flags"),
        pytest.param(
            ["2026-03-01T09:00:00+02:00", "2026-03-01T08:00:00Z"],
            ["2026-03-01T09:00:00+02:00", "2026-03-01T08:00:00Z"],
            id="moments of different zones",
        ),
        pytest.param([date(2026, 3, 2), date(2026, 3, 1)], [date(2026, 3, 1), date(2026, 3, 2)], id="dates"),
        pytest.param([{"name": "b"}, {"name": "a"}], [{"name": "a"}, {"name": "b"}], id="objects by their name"),
        pytest.param([2, "10", True], ["10", 2, True], id="mixed types as they are read"),
        pytest.param([2, None, 1], [None, 1, 2], id="null first"),
        pytest.param(["b", "", "a"], ["", "a", "b"], id="empty first"),
        pytest.param([None, None], [None, None], id="nothing at all"),
    ],
)
def test_a_column_is_sorted_by_what_it_holds(values, expected):
    rows = rows_of(*({"v": value} for value in values))
    rows.sort(0)
    assert shown(rows) == expected


def test_sorting_again_turns_round_and_then_gives_the_sources_order():
    rows = rows_of({"v": 2}, {"v": 3}, {"v": 1})
    orders = []
    for _ in range(3):
        rows.sort(0)
        orders.append(shown(rows))
    assert orders == [[1, 2, 3], [3, 2, 1], [2, 3, 1]]


def test_rows_that_are_alike_keep_their_order_in_both_directions():
    rows = rows_of({"v": 1, "n": "a"}, {"v": 1, "n": "b"}, {"v": 0, "n": "c"})
    rows.sort(0)
    assert shown(rows, "n") == ["c", "a", "b"]
    rows.sort(0)
    assert shown(rows, "n") == ["a", "b", "c"]


def test_what_arrives_stands_behind_a_sort_until_there_is_twice_as_much_or_all():
    rows = rows_of({"v": 5}, {"v": 3})
    rows.sort(0)
    add(rows, {"v": 4})
    assert (shown(rows), rows.is_in_order) == ([3, 5, 4], False)
    add(rows, {"v": 1})
    assert (shown(rows), rows.is_in_order) == ([1, 3, 4, 5], True)
    add(rows, {"v": 2})
    rows.complete()
    assert (shown(rows), rows.is_in_order) == ([1, 2, 3, 4, 5], True)


def test_a_filter_holds_for_what_arrives_and_keeps_the_sort():
    rows = rows_of({"v": "ab"}, {"v": "aa"}, {"v": "b"})
    rows.sort(0)
    rows.narrow("a")
    add(rows, {"v": "c"}, {"v": "a0"}, {"v": "xa"})
    rows.complete()
    assert shown(rows) == ["a0", "aa", "ab", "xa"]
    rows.narrow("")
    assert len(rows.shown) == 6


def test_marks_outlive_filter_and_sort_and_come_back_in_the_grids_order():
    rows = rows_of({"v": 1}, {"v": 3}, {"v": 2})
    rows.toggle(0)
    rows.narrow("3")
    rows.toggle(1)
    assert rows.chosen(None) == [{"v": 1}, {"v": 3}]
    rows.sort(0)
    rows.sort(0)
    assert rows.chosen(None) == [{"v": 3}, {"v": 1}]
    rows.toggle(0)
    rows.toggle(1)
    assert rows.chosen(0) == [{"v": 3}]


def test_without_marks_the_row_at_the_cursor_is_chosen_and_without_rows_none():
    rows = rows_of({"v": 1}, {"v": 2})
    assert rows.chosen(1) == [{"v": 2}]
    assert rows.chosen(None) == []


def test_all_means_those_that_fit_the_filter_of_that_moment_those_to_come_included():
    rows = rows_of({"v": "a1"}, {"v": "b1"})
    rows.narrow("a")
    rows.toggle_all()
    rows.narrow("")
    add(rows, {"v": "a2"}, {"v": "b2"})
    assert rows.is_marking
    rows.complete()
    assert not rows.is_marking
    assert [one["v"] for one in rows.chosen(0)] == ["a1", "a2"]


def test_marking_all_again_unmarks_those_that_are_shown():
    rows = rows_of({"v": "a"}, {"v": "b"})
    rows.toggle(1)
    rows.narrow("a")
    rows.toggle_all()
    rows.toggle_all()
    assert (rows.marked, rows.is_marking) == ({1}, False)


def test_what_is_given_back_is_the_record_itself():
    record = {"v": 1, "nested": {"x": [1]}}
    assert rows_of(record).chosen(0)[0] is record


def test_a_column_is_read_once_for_each_record():
    read = []
    rows = rows_of({"v": 1}, {"v": 2})
    columns = [type(rows.columns[0])("v", lambda one: read.append(one["v"]) or one["v"])]
    rows = Rows(columns)
    rows.add(make_row(one, columns) for one in ({"v": 2}, {"v": 1}))
    rows.sort(0)
    rows.narrow("1")
    assert (shown(rows), read) == ([1], [2, 1])


def test_the_widest_cell_of_each_column_is_known():
    rows = rows_of({"v": "aaa", "w": "b"}, {"v": "a", "w": "漢字"})
    add(rows, {"v": "aaaa", "w": "bbb"})
    assert rows.widest == [2, 1]
