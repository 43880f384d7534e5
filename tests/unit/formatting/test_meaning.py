"""What the texts of a CSV mean, and what they only look like."""

from __future__ import annotations

from zipfile import ZipFile

import pytest

from cmdlets.workbooks import save_workbook
from isnshell.errors import UsageError
from isnshell.formatting.gather import gathered
from isnshell.formatting.meaning import meant


def column(heading, *texts):
    """A column of texts as the values that they mean."""
    with gathered([{heading: text, "x": ""} for text in texts]) as rows:
        return [row[0] for row in meant(rows)]


@pytest.mark.parametrize(
    ("expected", "heading", "texts"),
    [
        pytest.param([1, 20, -3], "Count", ["1", "20", "-3"], id="whole numbers"),
        pytest.param([0.5, 2], "Score", ["0.5", "2"], id="numbers"),
        pytest.param([True, False, None], "Disabled", ["true", "FALSE", ""], id="true and false"),
        pytest.param(["00123", "5"], "Count", ["00123", "5"], id="a zero in front"),
        pytest.param(["5", "x"], "Count", ["5", "x"], id="mixed"),
        pytest.param(["5", "true"], "Count", ["5", "true"], id="mixed kinds"),
        pytest.param(["100000"], "Employee Number", ["100000"], id="a number that names"),
        pytest.param(["7"], "identityId", ["7"], id="an id"),
        pytest.param([7], "Paid", ["7"], id="no id by its last word"),
        pytest.param(["+491234"], "Count", ["+491234"], id="a phone number"),
        pytest.param(["12345678901234567890"], "Count", ["12345678901234567890"], id="more digits than Excel keeps"),
        pytest.param(["1e5", "1,5"], "Count", ["1e5", "1,5"], id="other spellings"),
        pytest.param([None, None], "Count", ["", None], id="nothing"),
        pytest.param(["٣"], "Count", ["٣"], id="digits of other scripts"),
    ],
)
def test_a_column_is_what_all_its_texts_are(expected, heading, texts):
    found = column(heading, *texts)
    assert (found, list(map(type, found))) == (expected, list(map(type, expected)))


def test_each_csv_of_a_zip_has_a_sheet_of_its_own(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    with ZipFile(tmp_path / "r.zip", "w") as zipped:
        zipped.writestr("../a/History.csv", "id;n\n007;1\n")
        zipped.writestr("b/history.csv", "\ufeffn\n".encode())
        zipped.writestr("read.me", "no table")
    path = save_workbook(tmp_path / "r.zip", tmp_path / "r.xlsx", force=False)
    book = openpyxl.load_workbook(path)
    assert {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book} == {
        "history_": [("id", "n"), ("007", 1)],
        "history_ 2": [("n",)],
    }
    assert sorted(one.name for one in tmp_path.iterdir()) == ["r.xlsx", "r.zip"]


def test_a_workbook_needs_its_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    monkeypatch.delitem(__import__("sys").modules, "isnshell.formatting.spreadsheet", raising=False)
    with pytest.raises(UsageError, match=r"isnshell\[excel\]"):
        save_workbook(tmp_path / "a.csv", tmp_path / "a.xlsx", force=False)
