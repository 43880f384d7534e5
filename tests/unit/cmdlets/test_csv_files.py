"""CSV: written as PowerShell does, read as it comes."""

from __future__ import annotations

import csv
import locale
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmdlets.csv_files import convert_from_csv, convert_to_csv, export_csv, import_csv
from cmdlets.output import format_table
from isnshell.errors import AnswerError, FileError, UsageError
from isnshell.formatting.delimited import read_csv
from isnshell.pipeline.stream import Stream
from isnshell.records import Record

# All that a text may hold but nulls, which Python's csv refuses before 3.11; what spreadsheets run comes often
_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
    st.text("=+-@'\t\r\n \",;|#a1", max_size=6),
)


def lines(records, **options):
    return list(records | convert_to_csv(**options))


def read(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


# --- written ----------------------------------------------------------------------------------------------------


def test_csv_as_powershell_writes_it():
    record = {
        "Id": 2,
        "Name": 'Zoe "Zed" Oak',
        "Active": False,
        "Ratio": 0.5,
        "Manager": None,
        "Note": "",
        "Pad": " x ",
    }
    assert lines([record]) == [
        '"Id","Name","Active","Ratio","Manager","Note","Pad"',
        '"2","Zoe ""Zed"" Oak","False","0.5",,""," x "',
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"use_quotes": "AsNeeded"}, ["id,text", '1,"a,b"', '2,"two\nlines"', "3,tab\there", '4,"say ""x"""']),
        (
            {"delimiter": ";", "use_quotes": "as_needed"},
            ["id;text", "1;a,b", '2;"two\nlines"', "3;tab\there", '4;"say ""x"""'],
        ),
        ({"quote_fields": "ID"}, ['"id",text', '"1","a,b"', '"2","two\nlines"', '"3",tab\there', '"4","say ""x"""']),
        ({"no_header": True, "property": "id"}, ['"1"', '"2"', '"3"', '"4"']),
    ],
    ids=["as needed", "semicolon", "quoted columns", "no heading"],
)  # fmt: skip
def test_quotes(options, expected):
    texts = ["a,b", "two\nlines", "tab\there", 'say "x"']
    records = [{"id": n, "text": text} for n, text in enumerate(texts, 1)]
    assert lines(records, **options) == expected


def test_columns_are_the_union_of_all_fields():
    assert lines([{"a": 1}, {"b": 2}, {"a": 3, "b": 4}], use_quotes="never") == ["a,b", "1,", ",2", "3,4"]


def test_a_late_field_is_not_lost_among_many(tmp_path):
    records = ({"n": n, **({"late": "x"} if n == 2999 else {})} for n in range(3000))
    path = tmp_path / "many.csv"
    records | export_csv(path)
    rows = read(path)
    assert (len(rows), rows[0], rows[-1]) == (3000, {"n": "0", "late": ""}, {"n": "2999", "late": "x"})


def test_nested_values_are_joined_or_json():
    record = {"tags": ["a", "b"], "owner": {"name": "Zoë"}, "access": [{"id": 1}], "none": []}
    assert lines([record], use_quotes="as_needed")[1] == 'a; b,"{""name"":""Zoë""}","[{""id"":1}]",'


def test_chosen_columns_may_be_paths():
    assert lines([{"id": "007", "owner": {"name": "Ada"}}], property=["id", "owner.name"]) == [
        '"id","owner.name"',
        '"007","Ada"',
    ]


def test_no_records_are_no_lines(tmp_path):
    assert lines([]) == []
    [] | export_csv(tmp_path / "empty.csv")
    assert (tmp_path / "empty.csv").read_bytes() == b""


def test_a_file_has_windows_line_ends_and_one_line_closes_the_export(tmp_path, capsys):
    path = tmp_path / "people.csv"
    assert ([{"id": "1"}, {"id": "2"}] | export_csv(path)) == path
    assert path.read_bytes() == b'"id"\r\n"1"\r\n"2"\r\n'
    assert capsys.readouterr().err == f"2 rows, 16 bytes, {path}\n"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("\t=1", "'\t=1"),
        ("\uff1d1", "'\uff1d1"),
        ("-5", "-5"),
        ("+49 30 1234", "+49 30 1234"),
        ("+1 (555) 123-4567", "+1 (555) 123-4567"),
        ("+49-30-1234", "'+49-30-1234"),
        ("+1 A1", "'+1 A1"),
        ("'=1+1", "''=1+1"),
        ("'tis", "'tis"),
        ("=>", "=>"),
        ("-", "-"),
        (-5, "-5"),
        ("a=b", "a=b"),
    ],
)
def test_a_file_holds_no_formulas_unless_asked(tmp_path, cell, written):
    path = tmp_path / "cells.csv"
    [{"cell": cell}] | export_csv(path)
    assert read(path)[0]["cell"] == written
    assert import_csv(path)[0].cell == str(cell)
    [{"cell": cell}] | export_csv(path, safe=False, force=True)
    assert read(path)[0]["cell"] == str(cell)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf8BOM"])
def test_excels_byte_order_mark(tmp_path, encoding):
    path = tmp_path / "bom.csv"
    [{"name": "Zoë"}] | export_csv(path, encoding=encoding)
    assert path.read_bytes() == b"\xef\xbb\xbf" + '"name"\r\n"Zoë"\r\n'.encode()


def test_rows_are_added_under_the_files_own_heading(tmp_path, capsys):
    path = tmp_path / "log.csv"
    [{"Step": 1, "Status": "ok"}] | export_csv(path, append=True)
    [{"status": "late", "STEP": 2, "extra": "x"}, {"Step": 3}] | export_csv(path, append=True)
    assert "no column for extra: left out" in capsys.readouterr().err
    with pytest.raises(UsageError, match="have no Status"):
        [{"Step": 4}] | export_csv(path, append=True)
    [{"Step": 5}] | export_csv(path, append=True, force=True)
    [] | export_csv(path, append=True)
    assert path.read_text().splitlines() == ['"Step","Status"', '"1","ok"', '"2","late"', '"3",', '"5",']


def test_a_file_keeps_its_own_delimiter_and_encoding_when_rows_are_added(tmp_path):
    path = tmp_path / "log.csv"
    path.write_bytes("id;Straße\r\n1;Döhle\r\n".encode("cp1252"))
    [{"straße": "Köhl", "id": 2}] | export_csv(path, append=True, use_quotes="as_needed")
    assert path.read_bytes() == "id;Straße\r\n1;Döhle\r\n2;Köhl\r\n".encode("cp1252")
    with pytest.raises(UsageError, match="cp1252 has no such character"):
        [{"id": 3, "Straße": "Ω"}] | export_csv(path, append=True)
    assert path.read_bytes().endswith(b"2;K\xf6hl\r\n")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_rows_are_added_to_wide_characters_without_a_second_mark(tmp_path, codec):
    path = tmp_path / "log.csv"
    path.write_bytes("\ufeffn\r\n1\r\n".encode(codec))
    [{"n": 2}] | export_csv(path, append=True)
    assert path.read_bytes() == '\ufeffn\r\n1\r\n"2"\r\n'.encode(codec)


def test_rows_are_added_to_a_file_without_a_heading(tmp_path):
    path = tmp_path / "bare.csv"
    for n in (1, 2):
        [{"n": n, "text": "x"}] | export_csv(path, append=True, no_header=True)
    assert path.read_text().splitlines() == ['"1","x"', '"2","x"']


def test_adding_to_a_file_whose_last_line_has_no_end(tmp_path):
    path = tmp_path / "log.csv"
    path.write_bytes(b"\xef\xbb\xbfn\n1")
    [{"n": 2}] | export_csv(path, append=True)
    assert path.read_bytes() == b'\xef\xbb\xbfn\n1\r\n"2"\r\n'


def test_nothing_is_overwritten_unasked_and_nothing_is_read_before_that_is_known(tmp_path):
    path = tmp_path / "kept.csv"
    path.write_text("old")
    with pytest.raises(FileError, match="the file exists"):
        export_csv(path)
    with pytest.raises(FileError, match="the file exists"):
        export_csv(path, force=True, no_clobber=True)
    with pytest.raises(FileError, match="there is no folder"):
        export_csv(tmp_path / "none" / "x.csv")
    assert path.read_text() == "old"


def test_what_if_reads_and_writes_nothing(tmp_path, capsys):
    read = []
    path = tmp_path / "new.csv"
    assert (Stream(lambda want: iter(read.append(1) or ())) | export_csv(path, what_if=True)) is None
    assert (read, path.exists()) == ([], False)
    path.write_text("id\n")
    [{"id": 1}] | export_csv(path, force=True, WhatIf=True)
    [{"id": 1}] | export_csv(path, append=True, what_if=True)
    assert path.read_text() == "id\n"
    assert capsys.readouterr().out.splitlines() == [
        f"What if: Export-Csv would write {path}",
        f"What if: Export-Csv would replace {path} (3 bytes)",
        f"What if: Export-Csv would add to {path} (3 bytes)",
    ]


def test_powershells_other_names_of_parameters(tmp_path):
    path = tmp_path / "x.csv"
    export_csv(LiteralPath=path, NTI=True, UQ="AsNeeded", input_object=[{"id": 1}])
    assert path.read_text().splitlines() == ["id", "1"]
    assert import_csv(lp=path)[0].id == "1"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the delimiter in its registry")
@pytest.mark.parametrize(("decimal", "delimiter"), [(",", ";"), (".", ",")])
def test_the_cultures_delimiter(monkeypatch, decimal, delimiter):
    monkeypatch.setattr(locale, "localeconv", lambda: {"decimal_point": decimal})
    assert lines([{"a": 1, "b": 2}], use_culture=True, use_quotes="never")[0] == f"a{delimiter}b"
    assert list(convert_from_csv(f"a{delimiter}b\n1{delimiter}2", use_culture=True)) == [{"a": "1", "b": "2"}]
    with pytest.raises(UsageError, match="exclude each other"):
        convert_to_csv(delimiter="|", use_culture=True)


@pytest.mark.skipif(os.name == "nt", reason="/dev/stdout is Unix's")
@pytest.mark.parametrize("to_file", [False, True], ids=["a pipe", "a file"])
def test_standard_output_can_be_the_file(tmp_path, to_file):
    code = "from cmdlets import export_csv; [{'id': 7}] | export_csv('/dev/stdout', force=True)"
    with (tmp_path / "out.csv").open("w+b") as file:
        target = file if to_file else subprocess.PIPE
        done = subprocess.run([sys.executable, "-c", code], stdout=target, check=True, timeout=60)
        file.seek(0)
        assert (file.read() if to_file else done.stdout) == b'"id"\r\n"7"\r\n'


def test_a_failing_source_leaves_the_old_file(tmp_path):
    def source(want):
        yield {"n": 1}
        raise RuntimeError("broken")

    path = tmp_path / "kept.csv"
    path.write_text("old")
    with pytest.raises(RuntimeError):
        Stream(source) | export_csv(path, force=True)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_of_temporary_files_is_a_named_error(tmp_path, monkeypatch):
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    monkeypatch.setattr("isnshell.formatting.gather._IN_MEMORY", 1)
    old_limits, old_handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, old_limits[1]))
    try:
        with pytest.raises(FileError, match="temporary folder"):
            ({"n": f"{n:01000}"} for n in range(2000)) | export_csv(tmp_path / "x.csv")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old_limits)
        signal.signal(signal.SIGXFSZ, old_handler)
    assert list(tmp_path.iterdir()) == []


def test_a_table_for_people_is_no_data(tmp_path):
    with pytest.raises(UsageError, match="format_table gives text for people"):
        [{"n": 1}] | format_table() | export_csv(tmp_path / "x.csv")


@pytest.mark.parametrize(
    "options", [{"delimiter": ";;"}, {"delimiter": '"'}, {"use_quotes": "sometimes"}, {"encoding": "klingon"}]
)
def test_wrong_arguments_are_found_before_anything_is_read(tmp_path, options):
    with pytest.raises(UsageError):
        export_csv(tmp_path / "x.csv", **options)


# --- read -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("id,name\n00123,Zoë\n".encode(), "utf-8, comma"),
        ("id;name\r\n00123;Zoë\r\n".encode("cp1252"), "cp1252, semicolon"),
        ("\ufeffid\tname\n00123\tZoë\n".encode(), "utf-8-sig, tab"),
        ("id\tname\n00123\tZoë\n".encode("utf-16"), "utf-16, tab"),
        (b"sep=;\nid;name\n00123;Zo\xeb\n", "cp1252, semicolon"),
        (b'#TYPE System.Object\n\n"id","name"\n"00123","Zo\xc3\xab"\n', "utf-8, comma"),
        ("id;name\n00123;Zoë\n1,5;b\n2,5;c\n".encode(), "utf-8, semicolon"),
        ("# made by hand, for March\nid; name\n00123; Zoë\n".encode(), "utf-8, semicolon"),
    ],
    ids=["plain", "cp1252", "bom", "utf-16", "sep", "type line", "commas in numbers", "remark and blanks"],
)
def test_encoding_and_delimiter_are_found_out_and_said(tmp_path, capsys, data, said):
    path = tmp_path / "ids.csv"
    path.write_bytes(data)
    assert import_csv(path)[0] == Record(id="00123", name="Zoë")
    assert capsys.readouterr().err == f"ids.csv: {said}, 2 columns\n"


def test_odd_rows_and_headings(tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text('name,,name\n"two\nlines",b\n\n1,2,3,4\n')
    assert list(import_csv(path)) == [
        {"name": "two\nlines", "H2": "b", "name_2": None},
        {"name": "1", "H2": "2", "name_2": "3"},
    ]


def test_values_without_a_heading_are_told_of_once(tmp_path, capsys):
    path = tmp_path / "odd.csv"
    path.write_text("a;b\n1;2;;\n3;4;lost\n5;6;lost\n")
    assert list(import_csv(path)) == [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}, {"a": "5", "b": "6"}]
    warnings = [line for line in capsys.readouterr().err.splitlines() if line.startswith("WARNING")]
    assert warnings == ["WARNING: odd.csv: line 3 has more values than the heading has names; they are left out."]


def test_headings_can_be_given(tmp_path):
    path = tmp_path / "bare.csv"
    path.write_text("1,one\n2,two\n")
    assert [record.text for record in import_csv(path, header=["id", "text"])] == ["one", "two"]
    assert list(convert_from_csv("7", header="id")) == [{"id": "7"}]


def test_a_workbook_is_not_read_as_text(tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"PK\x03\x04\x14\x00")
    with pytest.raises(AnswerError, match=r"book\.xlsx is no CSV: it is an Excel workbook"):
        list(import_csv(path))


@pytest.mark.parametrize("quotes", ["always", "as_needed"])
def test_what_was_exported_comes_back(tmp_path, quotes):
    records = [{"id": "00123", "text": 'two\nlines, "quoted"; and\ttab'}, {"id": "x", "text": " Zoë "}]
    records | export_csv(tmp_path / "x.csv", delimiter=";", use_quotes=quotes)
    assert list(import_csv(tmp_path / "x.csv")) == records


@given(
    rows=st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=5),
    delimiter=st.sampled_from(",;\t|"),
    quotes=st.sampled_from(["always", "as_needed"]),
)
def test_any_text_comes_back_as_it_was(tmp_path_factory, rows, delimiter, quotes):
    path = tmp_path_factory.mktemp("any") / "x.csv"
    records = [{"first": one, "second": other} for one, other in rows]
    records | export_csv(path, delimiter=delimiter, use_quotes=quotes)
    assert list(import_csv(path, delimiter=delimiter)) == records


def test_a_file_without_rows(tmp_path, capsys):
    (tmp_path / "empty.csv").write_bytes(b"")
    assert list(import_csv(tmp_path / "empty.csv")) == []


def test_reading_begins_when_the_records_are_used_and_can_be_repeated(tmp_path, capsys):
    path = tmp_path / "ids.csv"
    path.write_text("id\n1\n2\n")
    rows = import_csv(path)
    assert capsys.readouterr().err == ""
    assert len(list(rows)) == len(list(rows)) == 2


def test_csv_text_becomes_records():
    assert list(["id,name", '1,"two', 'lines"'] | convert_from_csv()) == [{"id": "1", "name": "two\nlines"}]
    assert list(convert_from_csv("id;name\n7;Ada")) == [{"id": "7", "name": "Ada"}]
    records = [{"id": 1, "text": "two\nlines"}]
    assert list(records | convert_to_csv() | convert_from_csv()) == [{"id": "1", "text": "two\nlines"}]


def test_a_line_that_is_no_csv_is_named():
    with pytest.raises(AnswerError, match=r"Line 2 of the text is no CSV"):
        list(read_csv(["a\n", "x\rbad\n"])[2])


def test_only_line_ends_end_a_line():
    assert list(convert_from_csv("name\nA\u2028B\x0bC")) == [{"name": "A\u2028B\x0bC"}]
