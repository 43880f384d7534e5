"""The contents of text files."""

from __future__ import annotations

from itertools import islice

import pytest

from cmdlets.content import add_content, get_content, set_content
from isnshell.errors import FileError, UsageError


def test_content_comes_line_by_line(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_bytes(b"a\r\nb\nc")
    assert list(get_content(path)) == ["a", "b", "c"]
    assert list(get_content(path, total_count=2)) == ["a", "b"]
    assert list(get_content(path, tail=1)) == ["c"]
    assert get_content(path, raw=True) == "a\r\nb\nc"
    assert get_content(path, as_byte_stream=True) == b"a\r\nb\nc"
    assert list(str(path) | get_content) == ["a", "b", "c"]


def test_content_of_several_files(tmp_path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(name)
    assert list(get_content(tmp_path / "*.txt")) == ["a.txt", "b.txt"]
    assert list(get_content([tmp_path / "b.txt", tmp_path / "a.txt"])) == ["b.txt", "a.txt"]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Zoë".encode(), None),
        ("Zoë".encode("utf-8-sig"), None),
        ("Zoë".encode("cp1252"), None),
        ("Zoë".encode("utf-16"), None),
        ("Zoë".encode("utf-16-be"), "BigEndianUnicode"),
    ],
)
def test_encodings_are_found_out_or_given(tmp_path, data, encoding):
    path = tmp_path / "name.txt"
    path.write_bytes(data)
    assert list(get_content(path, encoding=encoding)) == ["Zoë"]


def test_what_cannot_be_read_is_said_at_once(tmp_path):
    (tmp_path / "tasks.txt").write_text("")
    with pytest.raises(FileError, match=r"Did you mean tasks\.txt"):
        get_content(tmp_path / "task.txt")
    with pytest.raises(FileError, match="it is a folder"):
        get_content(tmp_path)
    with pytest.raises(FileError, match="no such file"):
        get_content(tmp_path / "*.csv")
    with pytest.raises(UsageError, match="unknown"):
        get_content(tmp_path / "tasks.txt", encoding="klingon")
    with pytest.raises(UsageError, match="exclude each other"):
        get_content(tmp_path / "tasks.txt", tail=1, total_count=1)


def test_content_is_set_and_added(tmp_path):
    path = tmp_path / "lines.txt"
    assert set_content(path, ["a", 2]) == path
    ["b"] | add_content(path)
    add_content(path, "c", no_newline=True)
    assert path.read_bytes() == b"a\n2\nb\nc"
    with pytest.raises(FileError, match="the file exists"):
        set_content(path, "x")
    set_content(path, b"\x00\xff", force=True)
    assert path.read_bytes() == b"\x00\xff"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "unicode", "utf-8"])
def test_a_byte_order_mark_stands_once(tmp_path, encoding):
    path = tmp_path / "a.txt"
    set_content(path, ["Zoë", "b"], encoding=encoding)
    add_content(path, "ç")
    assert get_content(path, raw=True) == "Zoë\nb\nç\n"


def test_values_are_written_as_powershell_does(tmp_path):
    path = tmp_path / "a.txt"
    [None, True, 1.5, ["a", "b"]] | set_content(path)
    assert path.read_text() == "\nTrue\n1.5\na b\n"


def test_bytes_and_numbers_of_bytes(tmp_path):
    path = tmp_path / "a.bin"
    set_content(path, [0, 255], as_byte_stream=True)
    add_content(path, b"x")
    assert get_content(path, as_byte_stream=True) == b"\x00\xffx"
    with pytest.raises(UsageError, match="256 is no byte"):
        set_content(path, [256], as_byte_stream=True, force=True)


def test_values_can_be_passed_on(tmp_path):
    assert (["a", "b"] | set_content(tmp_path / "a.txt", pass_thru=True)) == ["a", "b"]


def test_lines_of_ones_own_and_several_at_once(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("a|b|c\nd|")
    assert list(get_content(path, delimiter="|")) == ["a", "b", "c\nd"]
    path.write_text("1\n2\n3\n")
    assert list(get_content(path, read_count=2)) == [["1", "2"], ["3"]]
    assert list(get_content(path, ReadCount=0)) == [["1", "2", "3"]]
    assert list(get_content(LiteralPath=path, Last=1)) == ["3"]
    assert list(get_content(path, first=1)) == ["1"]


def test_waiting_gives_lines_as_they_are_added(tmp_path, monkeypatch):
    path = tmp_path / "log.txt"
    path.write_text("old\nlast\n")

    def grow(self, seconds, *, cancelled=None):
        with path.open("a") as file:
            file.write("ne" if path.read_text().endswith("\n") else "w\n")

    monkeypatch.setattr("isnshell.clock.SystemClock.sleep", grow)
    assert list(islice(get_content(path, wait=True, tail=1), 3)) == ["last", "new", "new"]
    with pytest.raises(UsageError, match="wait goes with"):
        get_content([path, path], wait=True)


def test_what_if_writes_nothing(tmp_path, capsys):
    set_content(tmp_path / "a.txt", "x", what_if=True)
    "x" | add_content(tmp_path / "a.txt", what_if=True)
    assert list(tmp_path.iterdir()) == []
    assert "Add-Content would write" in capsys.readouterr().out
