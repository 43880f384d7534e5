"""Tables: which columns fit, what is cut and what never is."""

from __future__ import annotations

from itertools import count

import pytest

from isnshell.errors import UsageError
from isnshell.formatting.canvas import Canvas
from isnshell.formatting.columns import choices
from isnshell.formatting.screen import plain_text
from isnshell.formatting.table import table_pages
from isnshell.records import Origin, Record, with_origin

ID = "2c9180857182305e0171993735622948"


def draw(records, width=None, *, ascii=False, page=250, is_terminal=False, columns=(), **options):
    canvas = Canvas(width, ascii, page, is_terminal)
    return "".join(plain_text(one, canvas) for one in table_pages(records, canvas, chosen=choices(columns), **options))


def test_columns_are_as_wide_as_their_content_and_numbers_stand_right():
    assert draw([{"name": "Ada", "rows": 7}, {"name": "Ben", "rows": 1200}]) == (
        "name  rows\n"
        "────  ────\n"
        "Ada      7\n"
        "Ben   1200\n"
    )  # fmt: skip


def test_ascii_where_nothing_else_can_be_drawn():
    assert draw([{"name": "a long text that is cut"}], 12, ascii=True) == (
        "name\n"
        "------------\n"
        "a long tex..\n"
    )  # fmt: skip


def test_wide_characters_take_two_cells():
    assert draw([{"name": "日本", "n": 1}, {"name": "x", "n": 2}]) == (
        "name  n\n"
        "────  ─\n"
        "日本  1\n"
        "x     2\n"
    )  # fmt: skip


def test_ids_stay_whole_and_the_least_important_column_goes():
    record = {"description": "words and words and words", "id": ID, "name": "a name of some length"}
    assert draw([record], 60) == (
        "id                                name\n"
        "────────────────────────────────  ─────────────────────\n"
        f"{ID}  a name of some length\n"
    )


def test_an_id_is_shown_whole_even_where_it_does_not_fit():
    assert draw([{"id": ID}], 20) == f"id\n{'─' * 20}\n{ID[:20]}\n{ID[20:]}\n"


def test_long_text_is_cut_in_columns_that_were_asked_for():
    record = {"id": ID, "description": "words and words and words"}
    assert draw([record], 50, columns=("id", "description")) == (
        "id                                description\n"
        "────────────────────────────────  ────────────────\n"
        f"{ID}  words and words…\n"
    )


def test_wrap_breaks_between_words():
    record = {"id": "7", "description": "words and words and words"}
    assert draw([record], 20, columns=("id", "description"), wrap=True) == (
        "id  description\n"
        "──  ────────────────\n"
        "7   words and words\n"
        "    and words\n"
    )  # fmt: skip


def test_a_heading_longer_than_its_column_is_broken_at_its_capitals():
    assert draw([{"percentComplete": 7, "id": "1"}], 12) == (
        " percent\n"
        "Complete  id\n"
        "────────  ──\n"
        "       7  1\n"
    )  # fmt: skip


def test_fields_that_only_later_records_have_are_columns_too():
    assert draw([{"a": 1}, {"b": 2}]) == "a  b\n─  ─\n1\n   2\n"


def test_a_field_that_is_always_empty_is_no_column():
    assert draw([{"name": "Ada", "note": None, "tags": []}]) == "name\n────\nAda\n"


def test_records_without_any_value_still_have_headings():
    assert draw([{"note": None}]) == "note\n────\n\n"


def test_no_records_are_no_table():
    assert draw([]) == ""


def test_line_breaks_and_escapes_stay_inside_their_cell():
    assert draw([{"name": "two\nlines\x1b[2J"}]).splitlines()[2] == "two lines\ufffd[2J"


def test_the_first_page_decides_the_widths_and_later_text_is_cut_to_them():
    shown = draw([{"name": "a b"}, {"name": "c d"}, {"name": "longer than before"}], 40, page=2)
    assert shown.splitlines()[2:] == ["a b", "c d", "lon…"]


def test_auto_size_reads_everything_for_the_widths():
    shown = draw([{"name": "a b"}, {"name": "c d"}, {"name": "longer than before"}], 40, page=2, auto_size=True)
    assert shown.splitlines()[2:] == ["a b", "c d", "longer than before"]


def test_in_a_file_nothing_is_cut():
    shown = draw([{"name": "a"}, {"name": "longer than before", "n": 1}], page=1)
    assert shown.splitlines()[-1] == "longer than before"


def test_an_endless_stream_is_drawn_page_by_page():
    pages = table_pages(({"n": n} for n in count()), Canvas(40, page=2))
    assert plain_text(next(pages), Canvas(40)) == "n\n─\n0\n1\n"
    assert plain_text(next(pages), Canvas(40)) == "2\n3\n"


def test_columns_can_be_paths_wildcards_functions_and_powershells_hashtables():
    records = [{"id": 1, "createdDate": "x", "modifiedDate": "y", "owner": {"name": "Ada"}}]
    columns = (
        "owner.name",
        "*date",
        lambda record: record["id"] + 1,
        {"n": "Twice", "e": lambda record: record["id"] * 2},
    )
    assert draw(records, columns=columns).splitlines() == [
        "owner.name  createdDate  modifiedDate  value  Twice",
        "──────────  ───────────  ────────────  ─────  ─────",
        "Ada         x            y                 2      2",
    ]


def test_a_property_that_nobody_has_is_an_empty_column():
    assert draw([{"id": 1}], columns=("id", "gone")) == "id  gone\n──  ────\n 1\n"


def test_the_view_of_a_kind_shows_targets_name_and_the_first_error():
    task = with_origin(
        Record(
            id="1",
            target={"id": "9", "type": "APPLICATION", "name": "AD"},
            completionStatus="ERROR",
            messages=[
                {"type": "INFO", "localizedText": {"message": "began"}},
                {"type": "ERROR", "localizedText": {"message": "connection refused"}},
            ],
            uniqueName="never shown",
        ),
        Origin(kind="TaskStatus"),
    )
    shown = draw([task], 200)
    assert shown.splitlines()[0].split() == ["id", "completionStatus", "target", "message"]
    assert shown.splitlines()[2].split(maxsplit=3) == ["1", "ERROR", "AD", "connection refused"]


@pytest.mark.parametrize(("number", "line"), [(1, "1 record"), (1200, "1,200 records")], ids=["one", "many"])
def test_a_person_is_told_how_many_records_there_were(number, line):
    assert draw([{"n": 1}] * number, 40, is_terminal=True).splitlines()[-1] == line


def test_a_person_is_told_what_was_left_out():
    record = {"id": ID, "name": "a name of some length", "description": "words and words and words"}
    assert draw([record], 60, is_terminal=True).splitlines()[-1] == "1 record, 1 more field: format_list()"
    shown = draw([record], 40, is_terminal=True, columns=("id", "name"))
    assert " ".join(shown.splitlines()[-2:]) == "1 record, no room for name: format_list() shows them"


def test_a_hashtable_can_say_width_side_and_format():
    columns = (
        {"Label": "Size", "Expression": "rows", "Width": 9, "FormatString": ",.1f"},
        {"name": "State", "expression": "state", "alignment": "Right", "width": 7},
        {"name": "Day", "expression": "created", "format_string": "{:%d.%m.%Y}"},
    )
    records = [
        {"rows": 12345, "state": "a long one", "created": "2026-03-01T12:00:00Z"},
        {"rows": None, "state": "b", "created": "soon"},
    ]
    assert draw(records, 60, columns=columns) == (
        "     Size    State  Day\n"
        "─────────  ───────  ──────────\n"
        " 12,345.0  a long…  01.03.2026\n"
        "                 b  soon\n"
    )  # fmt: skip


@pytest.mark.parametrize("wrong", [{"width": 0}, {"alignment": "middle"}, {"colour": "red"}])
def test_a_hashtable_that_says_something_else_is_refused(wrong):
    with pytest.raises(UsageError):
        choices({"name": "n", "expression": "id", **wrong})


def test_a_functions_cell_is_empty_where_it_fails_and_that_is_said_once(capsys):
    records = [{"id": 1, "target": {"name": "AD"}}, {"id": 2, "target": None}, {"id": 3, "target": None}]
    columns = ("id", {"name": "Source", "expression": lambda record: record.target.name})
    assert draw(records, columns=columns).splitlines()[2:] == [" 1  AD", " 2", " 3"]
    assert capsys.readouterr().err == (
        "WARNING: Source is empty where its function fails: AttributeError: 'NoneType' object has no attribute 'name'\n"
    )


def test_a_function_is_called_once_for_each_record():
    asked = count()
    columns = ({"name": "n", "expression": lambda record: next(asked)},)
    assert draw([{"id": 1}] * 5, columns=columns, page=2).split()[2:] == ["0", "1", "2", "3", "4"]


def test_headings_can_stand_on_each_page():
    lines = draw([{"id": number} for number in range(4)], page=2, repeat_header=True).splitlines()
    assert lines == ["id", "──", " 0", " 1", "id", "──", " 2", " 3"]


def test_a_longer_name_of_a_later_page_is_cut_an_id_or_number_is_not():
    first = {"id": "a1", "name": "ada", "n": 7}
    ragged = {"id": "a2", "name": "ben.b", "n": 8}
    later = {"id": "a3b4", "name": "konstantin", "n": 12}
    assert draw([first, ragged, later], 18, page=2) == (
        "id  name   n\n"
        "──  ─────  ─\n"
        "a1  ada    7\n"
        "a2  ben.b  8\n"
        "a3  kons…  1\n"
        "b4         2\n"
    )  # fmt: skip
