"""Files that other programs read and write."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime

import pytest

from cmdlets.exchange import (
    convert_from_csv,
    convert_from_json,
    convert_to_csv,
    convert_to_html,
    convert_to_json,
    export_csv,
    export_excel,
    export_json_lines,
    export_parquet,
    import_csv,
)
from cmdlets.output import format_table, get_content, out_file
from isnshell.errors import AnswerError, FileError, UsageError
from isnshell.formatting.delimited import read_csv
from isnshell.pipeline.stream import Stream
from isnshell.records import Record


def lines(records, **options):
    return list(records | convert_to_csv(**options))


def read(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


# --- CSV, written -----------------------------------------------------------------------------------------------------


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
        ("+49 30 1234", "'+49 30 1234"),
        (-5, "-5"),
        ("a=b", "a=b"),
    ],
)
def test_a_file_holds_no_formulas_unless_asked(tmp_path, cell, written):
    path = tmp_path / "cells.csv"
    [{"cell": cell}] | export_csv(path)
    assert read(path)[0]["cell"] == written
    [{"cell": cell}] | export_csv(path, safe=False, force=True)
    assert read(path)[0]["cell"] == str(cell)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf8BOM"])
def test_excels_byte_order_mark(tmp_path, encoding):
    path = tmp_path / "bom.csv"
    [{"name": "Zoë"}] | export_csv(path, encoding=encoding)
    assert path.read_bytes() == b"\xef\xbb\xbf" + '"name"\r\n"Zoë"\r\n'.encode()


def test_rows_are_added_under_the_files_own_heading(tmp_path):
    path = tmp_path / "log.csv"
    [{"Step": 1, "Status": "ok"}] | export_csv(path, append=True)
    [{"status": "late", "STEP": 2, "extra": "x"}] | export_csv(path, append=True)
    with pytest.raises(UsageError, match="no field Status"):
        [{"Step": 3, "Status": "ok"}, {"Step": 4}] | export_csv(path, append=True)
    [{"Step": 5}] | export_csv(path, append=True, force=True)
    assert path.read_text().splitlines() == ['"Step","Status"', '"1","ok"', '"2","late"', '"5",']


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


# --- CSV, read --------------------------------------------------------------------------------------------------------


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
    ],
    ids=["plain", "cp1252", "bom", "utf-16", "sep", "type line", "commas in numbers"],
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


def test_headings_can_be_given(tmp_path):
    path = tmp_path / "bare.csv"
    path.write_text("1,one\n2,two\n")
    assert [record.text for record in import_csv(path, header=["id", "text"])] == ["one", "two"]


def test_what_was_exported_comes_back(tmp_path):
    records = [{"id": "00123", "text": 'two\nlines, "quoted"; and\ttab'}, {"id": "", "text": "Zoë"}]
    records | export_csv(tmp_path / "x.csv", delimiter=";")
    assert list(import_csv(tmp_path / "x.csv")) == records


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


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_one_record_is_an_object_and_several_are_an_array():
    assert {"id": 1} | convert_to_json(compress=True) == '{"id":1}'
    assert [{"id": 1}] | convert_to_json(compress=True) == '{"id":1}'
    assert [{"id": 1}] | convert_to_json(compress=True, as_array=True) == '[{"id":1}]'
    assert convert_to_json([{"id": 1}], compress=True) == '[{"id":1}]'
    assert [1, 2] | convert_to_json() == "[\n  1,\n  2\n]"
    assert [] | convert_to_json() is None
    assert convert_to_json(None) == "null"
    assert convert_to_json("a\u2028b") == '"a\\u2028b"'


def test_json_spells_out_all_levels_unless_told_otherwise(capsys):
    value = {"a": {"b": {"c": [1]}}, "name": "Zoë"}
    assert json.loads(convert_to_json(value)) == value
    assert convert_to_json(value, depth=1, compress=True) == '{"a":{"b":"{\\"c\\":[1]}"},"name":"Zoë"}'
    assert "depth=1" in capsys.readouterr().err
    assert json.loads(convert_to_json(value, depth=3)) == value
    assert capsys.readouterr().err == ""


def test_json_text_becomes_records():
    assert convert_from_json('{"owner": {"name": "Ada"}}').owner.name == "Ada"
    assert (["[1,", "2]"] | convert_from_json()) == [1, 2]
    assert (['{"id": 1}', '{"id": 2}'] | convert_from_json()) == [{"id": 1}, {"id": 2}]
    with pytest.raises(UsageError, match="line 1, column 9"):
        convert_from_json('{"a": 1,}')
    with pytest.raises(UsageError, match="There is no text"):
        convert_from_json("")


def test_json_lines_lose_nothing(tmp_path, capsys):
    records = [{"id": "1", "owner": {"name": "Zoë"}, "none": None}, {"list": [1, 2]}]
    path = tmp_path / "records.jsonl"
    assert (records | export_json_lines(path)) == path
    assert list(get_content(path) | convert_from_json()) == records
    assert capsys.readouterr().err == f"2 records, {path.stat().st_size} bytes, {path}\n"


# --- HTML -------------------------------------------------------------------------------------------------------------


def test_a_page_needs_nothing_else_and_escapes_what_it_is_given(tmp_path):
    records = [{"name": "<b>R&D</b>", "n": 3}]
    path = (
        records | convert_to_html(title="Roles & more", pre_content="<h1>Roles</h1>") | out_file(tmp_path / "page.html")
    )
    page = path.read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "<title>Roles &amp; more</title>" in page
    assert "<h1>Roles</h1>" in page
    assert '<tr><td>&lt;b&gt;R&amp;D&lt;/b&gt;</td><td class="number">3</td></tr>' in page
    assert "http" not in page


def test_a_fragment_of_chosen_columns():
    assert list([{"a": 1, "b": 2}] | convert_to_html("b", Twice=lambda one: one.b * 2, fragment=True)) == [
        '<table class="sortable">',
        "<thead><tr><th><button>b</button></th><th><button>Twice</button></th></tr></thead>",
        "<tbody>",
        '<tr><td class="number">2</td><td class="number">4</td></tr>',
        "</tbody>",
        "</table>",
    ]


def test_records_as_html_lists():
    text = "\n".join([{"name": "Ada"}] | convert_to_html(fragment=True, as_="list"))
    assert text == '<table>\n<tr><th scope="row">name</th><td>Ada</td></tr>\n</table>\n<br>'
    with pytest.raises(UsageError, match="as_='tree'"):
        convert_to_html(as_="tree")


# --- Excel and Parquet ------------------------------------------------------------------------------------------------

TYPED = [
    {"id": "00123", "n": 5, "ok": True, "created": "2026-03-01T08:00:00.000Z", "formula": "=1+1", "url": "https://x"},
    {"id": "2", "n": 2**60, "ok": None, "created": None, "late": "x"},
]


def test_a_workbook_has_typed_cells(tmp_path):
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    path = TYPED | export_excel(tmp_path / "x.xlsx", worksheet_name="tasks: all/new")
    sheet = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows == [
        ("id", "n", "ok", "created", "formula", "url", "late"),
        ("00123", 5, True, datetime(2026, 3, 1, 8), "=1+1", "https://x", None),
        ("2", str(2**60), None, None, None, None, "x"),
    ]
    assert sheet["E2"].data_type == "s"
    assert "UTC" in sheet["D2"].number_format
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("tasks_ all_new", "A2", "A1:G3")


def test_a_parquet_file_has_one_type_per_column(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    path = TYPED | export_parquet(tmp_path / "x.parquet")
    table = parquet.read_table(path)
    assert [str(field.type) for field in table.schema] == [
        "string", "int64", "bool", "timestamp[us, tz=UTC]", "string", "string", "string",
    ]  # fmt: skip
    assert table.column("id").to_pylist() == ["00123", "2"]
    assert table.column("created").to_pylist()[0].isoformat() == "2026-03-01T08:00:00+00:00"


def test_mixed_columns_of_a_parquet_file_are_text(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    path = [{"a": 1, "b": 1, "c": None}, {"a": "x", "b": 0.5}] | export_parquet(tmp_path / "x.parquet")
    assert parquet.read_table(path).to_pylist() == [{"a": "1", "b": 1.0, "c": None}, {"a": "x", "b": 0.5, "c": None}]


@pytest.mark.parametrize(
    ("command", "module", "extra"), [(export_excel, "xlsxwriter", "excel"), (export_parquet, "pyarrow", "parquet")]
)
def test_a_missing_extra_is_named(tmp_path, monkeypatch, command, module, extra):
    monkeypatch.setitem(__import__("sys").modules, module, None)
    for name in ("spreadsheet", "parquet"):
        monkeypatch.delitem(__import__("sys").modules, f"isnshell.formatting.{name}", raising=False)
    with pytest.raises(UsageError, match=rf"isnshell\[{extra}\]"):
        command(tmp_path / "x")
