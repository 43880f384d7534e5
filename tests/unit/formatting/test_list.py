"""Lists, trees and wide columns."""

from __future__ import annotations

from cmdlets import format_list
from isnshell.formatting.canvas import Canvas
from isnshell.formatting.columns import choices
from isnshell.formatting.listing import list_pages
from isnshell.formatting.screen import plain_text
from isnshell.formatting.tree import tree_pages
from isnshell.formatting.wide import wide_pages
from isnshell.records import Origin, Record, with_origin


def text(pages, canvas=None):
    return "".join(plain_text(one, canvas or Canvas(None)) for one in pages)


def test_names_are_aligned_and_a_blank_line_ends_each_record():
    assert text(list_pages([{"id": 1, "owner": {"name": "Ada"}}, {"id": 2}], Canvas(None))) == (
        "id    : 1\n"
        "owner : Ada\n"
        "\n"
        "id : 2\n"
        "\n"
    )  # fmt: skip


def test_nulls_and_empty_lists_leave_nothing_behind_the_colon():
    assert text(list_pages([{"a": None, "b": [], "c": ""}], Canvas(None))) == "a :\nb :\nc :\n\n"


def test_long_values_go_on_under_themselves():
    record = {"id": "7", "note": "one two three four five six"}
    assert text(list_pages([record], Canvas(27))) == (
        "id   : 7\n"
        "note : one two three four\n"
        "       five six\n"
        "\n"
    )  # fmt: skip


def test_lines_of_a_text_stay_lines():
    assert text(list_pages([{"note": "one\ntwo\x1b[0m"}], Canvas(80))) == "note : one\n       two\ufffd[0m\n\n"


def test_objects_of_a_list_stand_each_on_its_line():
    record = {"messages": [{"text": f"message {n}"} for n in range(12)]}
    lines = text(list_pages([record], Canvas(None))).splitlines()
    assert lines[:2] == ["messages : message 0", "           message 1"]
    assert lines[9:11] == ["           message 9", "           and 2 more"]


def test_chosen_properties_only():
    record = {"id": 1, "owner": {"name": "Ada"}, "type": "x"}
    chosen = choices(("owner.name", "t*"))
    assert text(list_pages([record], Canvas(None), chosen=chosen)) == "owner.name : Ada\ntype       : x\n\n"


def test_wide_shows_one_property_in_columns():
    people = [{"id": n, "name": name} for n, name in enumerate(["Ada", "Ben", "Cleo"])]
    assert text(wide_pages(people, Canvas(20))) == "Ada       Ben\nCleo\n"
    assert text(wide_pages(people, Canvas(20), column=3)) == "Ada   Ben   Cleo\n"
    assert text(wide_pages(people, Canvas(10), chosen=choices(("id",)), auto_size=True)) == "0 1 2\n"


def test_a_tree_spells_out_what_is_nested_down_to_its_depth():
    record = with_origin(
        Record(name="Ada", access=[{"type": "ROLE", "source": {"name": "AD"}}]), Origin(kind="Identity")
    )
    assert text(tree_pages([record], Canvas(80))) == (
        "Identity Ada\n"
        "├── name = Ada\n"
        "└── access\n"
        "    └── 0\n"
        "        ├── type = ROLE\n"
        "        └── source\n"
        "            └── name = AD\n"
    )
    assert (
        text(tree_pages([record], Canvas(80), depth=0))
        == "Identity Ada\n├── name = Ada\n└── access = type=ROLE, source=AD\n"
    )


def test_a_tree_in_ascii():
    assert text(tree_pages([{"a": 1}], Canvas(80)), Canvas(80, ascii=True)) == "record 1\n`-- a = 1\n"


def test_a_list_that_was_asked_for_names_every_object():
    record = {"access": [{"name": f"A{number}"} for number in range(12)]}
    assert text(list_pages([record], Canvas(40))).split() == [
        *("access", ":"), *(f"A{number}" for number in range(10)), "and", "2", "more",
    ]  # fmt: skip
    assert str([record] | format_list()).split()[2:] == [f"A{number}" for number in range(12)]
