"""Files from us as other programs open them: Python's own csv, openpyxl, and LibreOffice where it is installed."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from cmdlets.csv_files import export_csv
from cmdlets.typed_files import export_excel

RECORDS = [
    {
        "id": "00123",
        "name": "Zoë Müller",
        "quoted": 'say "hi"; a,b\tc',
        "lines": "two\nlines",
        "formula": "=1+1",
        "phone": "+49 30 1234",
        "below": "-5",
        "count": 5,
        "share": 0.5,
        "active": True,
        "created": "2026-03-01T08:00:00.000Z",
        "day": "2026-03-01",
        "groups": ["staff", "vpn"],
        "owner": {"name": "Ada"},
        "none": None,
        "padded": " x ",
        "digits": "9" * 25,
        "exponent": "1E5",
        "fraction": "1/2",
    },
    {"id": "2", "name": "漢字 ✓", "count": 2**60, "late": "x"},
]
HEADING = [*RECORDS[0], "late"]
TEXTS = [
    [
        "00123", "Zoë Müller", 'say "hi"; a,b\tc', "two\nlines", "=1+1", "+49 30 1234", "-5", "5", "0.5", "True",
        "2026-03-01T08:00:00.000Z", "2026-03-01", "staff; vpn", '{"name":"Ada"}', "", " x ", "9" * 25, "1E5", "1/2", "",
    ],
    ["2", "漢字 ✓", "", "", "", "", "", str(2**60), "", "", "", "", "", "", "", "", "", "", "", "x"],
]  # fmt: skip
IN_CSV = [[*row[:4], row[4] and "'=1+1", *row[5:]] for row in TEXTS]  # no formula reaches a spreadsheet unasked

# What LibreOffice is told of a CSV: delimiter, quotes, UTF-8, first line, no column formats, language, quoted is text
READ_CSV = "44,34,76,1,,0,true,false"


@pytest.fixture
def office(tmp_path):
    """Opens a file in LibreOffice and gives its rows as they are shown."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")

    def rows(path: Path, *, reading: str | None = None) -> list[list[str]]:
        out = tmp_path / "office"
        how = [f"--infilter=CSV:{reading}"] if reading else []
        shown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [program, "--headless", profile, *how, "--convert-to", shown, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=100)
        return read(out / f"{path.stem}.csv")

    return rows


def read(path: Path, **options: str) -> list[list[str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file, **options))


FORMS = [
    pytest.param({}, READ_CSV, id="as it is written"),
    pytest.param({"delimiter": ";", "encoding": "utf-8-sig"}, "59,34,76,1,,0,true,false", id="for Excel in Europe"),
]


@pytest.mark.parametrize(("options", "reading"), FORMS)
def test_a_csv_is_the_same_in_pythons_csv(tmp_path, options, reading):
    path = RECORDS | export_csv(tmp_path / "x.csv", **options)
    assert read(path, delimiter=options.get("delimiter", ",")) == [HEADING, *IN_CSV]


@pytest.mark.parametrize(("options", "reading"), FORMS)
def test_a_csv_is_the_same_in_libreoffice(tmp_path, office, options, reading):
    path = RECORDS | export_csv(tmp_path / "x.csv", **options)
    assert office(path, reading=reading) == [HEADING, *IN_CSV]


def test_a_workbook_is_the_same_in_libreoffice(tmp_path, office):
    pytest.importorskip("xlsxwriter")
    path = RECORDS | export_excel(tmp_path / "x.xlsx")
    # The cell shows `UTC` too, which LibreOffice leaves out when it saves a date as text
    shown = {"True": "TRUE", "2026-03-01T08:00:00.000Z": "2026-03-01 08:00:00"}
    assert office(path) == [HEADING, *([shown.get(text, text) for text in row] for row in TEXTS)]


def test_a_workbook_is_the_same_in_openpyxl(tmp_path):
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    path = RECORDS | export_excel(tmp_path / "x.xlsx")
    heading, first, second = openpyxl.load_workbook(path).active.iter_rows()
    assert [cell.value for cell in heading] == HEADING
    types = {cell.column_letter: cell.data_type for cell in first if cell.value is not None}
    # Number, true or false, date; all else is text, and nothing a formula (`f`)
    assert {letter: type_ for letter, type_ in types.items() if type_ != "s"} == {
        "H": "n", "I": "n", "J": "b", "K": "d", "L": "d",
    }  # fmt: skip
    assert [cell.value for cell in first if cell.data_type == "s"] == [
        text for text, cell in zip(TEXTS[0], first, strict=True) if cell.data_type == "s"
    ]
    assert second[7].value == str(2**60)  # more digits than Excel's numbers have
