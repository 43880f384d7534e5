"""Excel and Parquet: cells with types."""

from __future__ import annotations

import gc
import io
import random
from datetime import date, datetime

import pytest

from cmdlets.csv_files import export_csv
from cmdlets.json_files import export_json_lines
from cmdlets.typed_files import export_excel, export_parquet
from isnshell.errors import FileError, UsageError

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


def test_a_name_under_which_excel_opens_nothing_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"end in \.xlsx"):
        export_excel(tmp_path / "x.xls")


def test_days_are_dates_and_odd_ones_stay_text(tmp_path):
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    days = ["2026-03-01", "2026-02-30", "0001-01-01", "2026-03-01T08:00:00", date(2026, 3, 2)]
    [{"day": day} for day in days] | export_excel(tmp_path / "x.xlsx")
    cells = [cell for (cell,) in openpyxl.load_workbook(tmp_path / "x.xlsx").active.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [
        datetime(2026, 3, 1), "2026-02-30", "0001-01-01", "2026-03-01T08:00:00", datetime(2026, 3, 2),
    ]  # fmt: skip
    assert cells[0].number_format == "yyyy-mm-dd"


def test_a_full_sheet_is_followed_by_another(tmp_path, monkeypatch):
    spreadsheet = pytest.importorskip("isnshell.formatting.spreadsheet")
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.setattr(spreadsheet, "_LAST_ROW", 2)
    [{"n": n} for n in range(5)] | export_excel(tmp_path / "x.xlsx", worksheet_name="All tasks")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert {sheet.title: [row[0] for row in sheet.iter_rows(values_only=True)] for sheet in book} == {
        "All tasks": ["n", 0, 1], "All tasks 2": ["n", 2, 3], "All tasks 3": ["n", 4],
    }  # fmt: skip


def test_what_excel_could_not_hold_is_said(tmp_path, capsys):
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    [{"text": "x" * 40_000, "steering": "a\x07b"}] | export_excel(tmp_path / "x.xlsx")
    assert "1 cell was longer than Excel's 32,767 characters" in capsys.readouterr().err
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert len(sheet["A2"].value) == 32_767
    with pytest.raises(UsageError, match="16,385 fields"):
        [{str(n): n for n in range(16_385)}] | export_excel(tmp_path / "y.xlsx")
    assert not (tmp_path / "y.xlsx").exists()


@pytest.mark.parametrize("command", [export_excel, export_parquet])
def test_a_full_disk_is_a_named_error_and_leaves_nothing(tmp_path, monkeypatch, command):
    """A limit on the size of files stands for the disk."""
    resource, signal = pytest.importorskip("resource"), pytest.importorskip("signal")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    old_limits, old_handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    records = [{"n": f"{random.Random(n).getrandbits(2000):x}"} for n in range(2000)]
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 17, old_limits[1]))
    try:
        with pytest.raises(FileError, match="Can't save"):
            records | command(tmp_path / "out")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old_limits)
        signal.signal(signal.SIGXFSZ, old_handler)
    gc.collect()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [export_excel, export_parquet])
def test_nothing_is_written_when_it_is_only_to_be_shown(tmp_path, capsys, command):
    [{"n": 1}] | command(tmp_path / "out", what_if=True)
    assert capsys.readouterr().out == f"What if: {command.ps} would write {tmp_path / 'out'}\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [export_csv, export_excel, export_parquet, export_json_lines])
def test_halves_of_characters_and_names_that_are_numbers_stop_no_export(tmp_path, command):
    """Tenants cut texts where they like: `\\ud83d` is the first half of an emoji."""
    path = [{1: "cut \ud83d", "b": "Zoë 😀"}] | command(tmp_path / "out")
    assert path.stat().st_size
    if command is export_excel:
        sheet = pytest.importorskip("openpyxl").load_workbook(io.BytesIO(path.read_bytes())).active
        assert list(sheet.iter_rows(values_only=True)) == [("1", "b"), ("cut \ufffd", "Zoë 😀")]
    elif command is export_csv:
        assert path.read_text("utf-8").splitlines() == ['"1","b"', '"cut ?","Zoë 😀"']
