"""Out-Default: what a result looks like when nobody said how."""

from __future__ import annotations

import io
import subprocess
import sys
from collections import namedtuple
from pathlib import PurePosixPath

import pytest
from rich.console import Console

from isnshell.formatting import Canvas, Formatted, show, show_text
from isnshell.formatting.formatted import drawing
from isnshell.pipeline.stage import Stage
from isnshell.pipeline.stream import Stream
from isnshell.records import Origin, Record, with_origin

Point = namedtuple("Point", "x y")


def shown(value, **canvas):
    return "".join(show_text(value, Canvas(**{"width": None, **canvas})))


class Terminal(io.StringIO):
    """A file that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self):
        return True


def on_terminal(value, monkeypatch, *, lines=24, **options):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", str(lines))
    file = Terminal()
    show(value, Console(file=file, width=80, color_system=None), **options)
    return [line.rstrip() for line in file.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        ("text [bold]as it is[/bold]", "text [bold]as it is[/bold]\n"),
        (7, "7\n"),
        (True, "True\n"),
        (PurePosixPath("/a/b.csv"), "/a/b.csv\n"),
        (b"\x00a", "b'\\x00a'\n"),
        ([], "[]\n"),
        ([1, "a"], "[1, 'a']\n"),
        (("a",), "('a',)\n"),
        ({"id": 1}, "id : 1\n\n"),
        ({}, "{}\n"),
        ([{"id": 1}], "id\n──\n 1\n"),
        (Stream.of([]), ""),
        (Stream.of([{"id": 1}]), "id\n──\n 1\n"),
        (Stream.of(["a", 2, None]), "a\n2\n"),
        (Stream.of(["first", {"id": 1}, {"id": 2}, "last"]), "first\nid\n──\n 1\n 2\nlast\n"),
        ({1, 2}, "{1, 2}\n"),
        (Point(1, 2), "Point(x=1, y=2)\n"),
        (Stage(iter, label="where_object()"), "<where_object() waits for the records to work on: put it right of |>\n"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_kind_of_value_has_its_look(value, expected):
    assert expected == shown(value)


def test_long_bytes_are_cut_and_counted():
    assert shown(b"a" * 5000).endswith("... (5,000 bytes)\n")


def test_in_a_file_a_stream_is_read_once_and_not_kept(capsys):
    read = []

    def source(want):
        for n in range(600):
            read.append(n)
            yield {"n": n}

    stream = Stream(source)
    show(stream)
    assert len(read) == 600
    assert stream.read_so_far == []
    assert len(capsys.readouterr().out.splitlines()) == 602


def test_what_a_person_saw_is_kept(monkeypatch):
    read = []

    def source(want):
        for n in range(3):
            read.append(n)
            yield {"n": n}

    stream = Stream(source)
    assert on_terminal(stream, monkeypatch) == ["n", "─", "0", "1", "2", "3 records"]
    assert [record["n"] for record in stream] == [0, 1, 2]
    assert read == [0, 1, 2]


def test_a_person_is_told_of_an_empty_stream(monkeypatch):
    assert on_terminal(Stream.of([]), monkeypatch) == ["no records"]


def test_the_pager_stops_the_reading(monkeypatch):
    read = []

    def source(want):
        for n in range(1000):
            read.append(n)
            yield {"n": n}

    asked = []

    def pager(shown):
        asked.append(shown)
        return len(asked) < 2

    lines = on_terminal(Stream(source), monkeypatch, lines=24, pager=pager)
    assert len(lines) == 40
    assert asked == [18, 38]  # the heading takes two lines
    assert len(read) < 100


def test_the_first_page_appears_before_the_second_is_read(monkeypatch):
    file = Terminal()
    seen_when_read = []

    def source(want):
        for n in range(40):
            seen_when_read.append(file.getvalue().count("\n"))
            yield {"n": n}

    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    show(Stream(source), Console(file=file, width=80, color_system=None))
    assert seen_when_read[0] == 0
    assert seen_when_read[20] == 22


def test_a_character_that_the_file_lacks_is_a_question_mark():
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding="ascii", newline="\n")
    show([{"name": "Zoë"}], Console(file=file))
    assert raw.getvalue() == b"name\n----\nZo?\n"


def test_formatted_reads_nothing_until_it_is_shown():
    def source(want):
        raise AssertionError("read")
        yield

    formatted = Formatted(Stream(source, label="tasks"), drawing("table"))
    assert repr(formatted) == "<format_table of tasks>"
    with pytest.raises(AssertionError):
        str(formatted)


def test_formatted_can_be_grouped():
    records = Stream.of([{"type": "A", "n": 1}, {"type": "B", "n": 2}])
    formatted = Formatted(records, drawing("table"), group_by="type")
    assert str(formatted).splitlines() == [
        "", "type: A", "", "type  n", "────  ─", "A     1", "", "type: B", "", "type  n", "────  ─", "B     2",
    ]  # fmt: skip


def test_importing_the_package_loads_nothing_of_rich():
    code = "import sys, isnshell.formatting, isnshell.formatting.formatted; print('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_window_that_was_resized_gets_a_table_of_its_width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "14")
    file = Terminal()
    console = Console(file=file, width=80, color_system=None)

    def pager(shown):
        console.width = 30
        return True

    show([{"id": n, "text": "word " * 12} for n in range(25)], console, pager=pager)
    lines = [line.rstrip() for line in file.getvalue().splitlines()]
    assert lines[2] == " 0  " + ("word " * 12).strip()
    assert lines[-1].startswith("25 records")
    assert [len(line) <= 30 for line in lines[-10:]] == [True] * 10
    assert lines.count("id  text") == 2


def test_a_record_that_would_go_on_for_screens_is_summed_up(monkeypatch):
    record = {f"field{n}": n for n in range(200)} | {"name": "Zoë", "empty": None}
    lines = on_terminal(record, monkeypatch, lines=24)
    assert len(lines) == 19
    assert "name    : Zoë" in lines
    assert lines[-1] == "18 of 202 fields: format_list() shows all, format_custom() what is in them"


def test_a_record_of_long_values_has_a_line_for_each(monkeypatch):
    record = {"id": 1, "text": "word " * 400, "rows": [{"n": n} for n in range(9)], "empty": None}
    assert on_terminal(record, monkeypatch, lines=14) == [
        "id    : 1",
        "text  : " + ("word " * 15)[:71] + "…",
        "rows  : 0, 1, 2, 3, 4, 5, 6, 7, 8",
        "empty :",
        "4 fields, shortened: format_list() shows all, format_custom() what is in them",
    ]


def test_a_record_that_fits_and_one_in_a_file_are_whole(monkeypatch):
    assert on_terminal({"id": 1}, monkeypatch) == ["id : 1", ""]
    assert shown({f"field{n}": n for n in range(200)}).count("\n") == 201


def test_an_error_is_shown_whole(monkeypatch):
    record = with_origin(Record({f"field{n}": n for n in range(200)}), Origin(kind="ErrorRecord"))
    assert len(on_terminal(record, monkeypatch, pager=lambda shown: True)) == 201


def test_format_list_shows_a_long_record_whole(monkeypatch):
    record = {f"field{n}": n for n in range(200)}
    lines = on_terminal(Formatted(Stream.of([record]), drawing("list")), monkeypatch, pager=lambda shown: True)
    assert len(lines) == 201


@pytest.mark.parametrize("shape", ["table", "list", "tree"])
def test_the_names_of_fields_can_not_steer_the_terminal(shape):
    text = shown(Formatted(Stream.of([{"na\x1b[2Jme": 1, "in": {"ne\x1br": {"x": 2}}}]), drawing(shape)))
    assert "na\ufffd[2Jme" in text
    assert "\x1b" not in text
