"""format_* and out_*."""

from __future__ import annotations

import pytest

from cmdlets.output import (
    format_custom,
    format_list,
    format_table,
    format_wide,
    out_file,
    out_host,
    out_string,
)
from isnshell.errors import FileError, UsageError
from isnshell.formatting import Formatted
from isnshell.pipeline.stream import Stream

PEOPLE = [{"id": "1", "name": "Ada", "team": "R&D"}, {"id": "2", "name": "Zoë", "team": "Sales"}]


def test_a_table_of_chosen_and_calculated_columns():
    assert str(PEOPLE | format_table("id", Loud=lambda one: one.name.upper())) == (
        "id  Loud\n"
        "──  ────\n"
        "1   ADA\n"
        "2   ZOË"
    )  # fmt: skip


@pytest.mark.parametrize(
    "stage",
    [
        lambda: format_table("id", "name"),
        lambda: format_table(["id", "name"]),
        lambda: format_table(property=["id", "name"]),
        lambda: format_table(Property=("id", "name")),
        lambda: format_table({"n": "id", "e": "id"}, name="name"),
    ],
)
def test_columns_can_be_named_in_powershells_ways_too(stage):
    assert str(PEOPLE | stage()).splitlines()[0] == "id  name"


def test_formatting_reads_nothing_and_shows_the_stream_it_got():
    read = []

    def source(want):
        read.append(1)
        yield {"id": 1}

    table = Stream(source) | format_table()
    assert isinstance(table, Formatted)
    assert read == []
    assert str(table) == "id\n──\n 1"


def test_a_view_can_be_named():
    assert (
        str([{"id": "1", "secret": "x", "rows": 3}] | format_table(view="ReportResults")).splitlines()[0] == "id  rows"
    )


def test_bare_values_are_shown_too():
    assert str(["a", "b"] | format_table()) == "value\n─────\na\nb"
    assert str(["a"] | format_list()) == "value : a"


def test_a_misspelled_parameter_is_no_column():
    with pytest.raises(UsageError, match="Did you mean wrap"):
        format_table(wrapp=True)
    with pytest.raises(UsageError, match="no view 'Tasks'"):
        format_table(view="Tasks")
    with pytest.raises(UsageError, match="column=0"):
        format_wide(column=0)
    with pytest.raises(UsageError, match="depth=-1"):
        format_custom(depth=-1)


def test_groups_stand_under_headings():
    assert str(PEOPLE | format_list("name", group_by="team")).splitlines() == [
        "", "team: R&D", "", "name : Ada", "", "", "team: Sales", "", "name : Zoë",
    ]  # fmt: skip


def test_out_string_gives_text_or_lines():
    assert PEOPLE | format_table("id", hide_table_headers=True) | out_string() == "1\n2\n"
    assert PEOPLE | format_table("id") | out_string(stream=True) == ["id", "──", "1", "2"]
    assert ["x", "y"] | out_string(no_newline=True) == "xy"
    assert PEOPLE[0] | out_string() == "id   : 1\nname : Ada\nteam : R&D\n\n"
    assert None | out_string() == ""


def test_out_string_has_a_width():
    text = [{"note": "words and words"}] | out_string(width=10)
    assert text.splitlines()[2] == "words and…"


def test_out_host_shows_at_once_and_gives_nothing(capsys):
    assert (PEOPLE | format_table("name") | out_host()) is None
    assert capsys.readouterr().out == "name\n────\nAda\nZoë\n"


def test_out_file_writes_what_the_prompt_would_show(tmp_path, capsys):
    path = tmp_path / "people.txt"
    assert (PEOPLE | format_table("name") | out_file(path)) == path
    assert path.read_text("utf-8") == "name\n────\nAda\nZoë\n"
    assert capsys.readouterr().err == f"27 bytes, {path}\n"


def test_out_file_writes_text_as_it_is(tmp_path):
    path = tmp_path / "lines.txt"
    ["one", 2] | out_file(path)
    "three" | out_file(path, append=True)
    assert path.read_bytes() == b"one\n2\nthree\n"
    ["a", "b"] | out_file(path, no_newline=True, force=True)
    assert path.read_bytes() == b"ab"
    "k" | out_file(path, "utf8BOM", force=True)
    assert path.read_bytes() == b"\xef\xbb\xbfk\n"


def test_an_existing_file_stays_unless_forced(tmp_path):
    path = tmp_path / "kept.txt"
    path.write_text("old")
    for options in ({}, {"force": True, "no_clobber": True}):
        with pytest.raises(FileError, match="the file exists"):
            out_file(path, **options)
    assert path.read_text() == "old"


def test_a_failing_source_leaves_no_file_and_no_added_lines(tmp_path):
    def source(want):
        yield "first"
        raise RuntimeError("broken")

    new, old = tmp_path / "new.txt", tmp_path / "old.txt"
    old.write_text("old\n")
    with pytest.raises(RuntimeError):
        Stream(source) | out_file(new)
    with pytest.raises(RuntimeError):
        Stream(source) | out_file(old, append=True)
    assert old.read_text() == "old\n"
    assert sorted(tmp_path.iterdir()) == [old]


def test_out_file_as_powershell_has_it(tmp_path, capsys):
    """The cases of the recording of Out-File."""
    path = tmp_path / "out.txt"
    written = []
    for value, options in (
        ("one", {}),
        ("two", {"append": True}),
        (["three", 4, True], {}),
        (["a", "b"], {"NoNewline": True}),
        (None, {}),
        ("abcdefghij", {"width": 4}),
    ):
        value | out_file(LiteralPath=path, force=True, **options)
        written.append(path.read_text())
    assert written == ["one\n", "one\ntwo\n", "three\n4\nTrue\n", "ab", "", "abcdefghij\n"]
    "x" | out_file(path, force=True, what_if=True)
    assert path.read_text() == "abcdefghij\n"
    assert "Out-File would replace" in capsys.readouterr().out


def test_text_is_added_in_the_files_own_encoding(tmp_path):
    path = tmp_path / "out.txt"
    path.write_bytes("\ufeffZoë\n".encode("utf-16-be"))
    "ç" | out_file(path, append=True)
    assert path.read_bytes() == "\ufeffZoë\nç\n".encode("utf-16-be")
