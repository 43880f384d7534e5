"""Files: CSV, zip, PDF."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import datetime, timezone

from isnshell.sandbox.documents import Table, big_csv, csv_bytes, zip_bytes
from isnshell.sandbox.pdf import pdf_bytes

MADE = datetime(2026, 3, 2, tzinfo=timezone.utc)
ROWS = [["Łukasz Dąbrowski", 'say "hi"'], ["Nguyễn, Thảo", None], ["Müller\nJürgen", 7]]


def test_csv_comes_back_as_it_was():
    content = csv_bytes(Table(("Name", "Note"), ROWS)).decode()

    assert list(csv.reader(io.StringIO(content, newline=""))) == [
        ["Name", "Note"],
        ["Łukasz Dąbrowski", 'say "hi"'],
        ["Nguyễn, Thảo", ""],
        ["Müller\nJürgen", "7"],
    ]


def test_a_zip_is_the_same_for_the_same_content():
    assert zip_bytes({"a.csv": b"1"}) == zip_bytes({"a.csv": b"1"})
    with zipfile.ZipFile(io.BytesIO(zip_bytes({"a.csv": b"1", "ü.csv": b"2"}))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {"a.csv": b"1", "ü.csv": b"2"}


def test_a_big_csv_is_as_big_as_wanted_and_can_be_read():
    content = b"".join(big_csv(3_000_000))

    assert len(content) == 3_000_000
    assert list(csv.reader(io.StringIO(content[:200].decode(errors="ignore"), newline="")))[1][1] == "Müller, Jürgen"


def pdf_text(content: bytes) -> str:
    """The text of a PDF made here, read as a reader does: by the fonts' map from codes to Unicode."""
    map_ = {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in re.findall(rb"^<(\w\w)> <(\w{4,})>$", content, re.MULTILINE)
    }
    return "\n".join(
        "".join(map_[byte] for byte in bytes.fromhex(text.decode())) for text in re.findall(rb"<(\w*)> Tj", content)
    )


def test_a_pdf_shows_title_columns_cells_and_page_numbers():
    text = pdf_text(pdf_bytes("Zutritt Zürich – März", Table(("Name", "Note"), ROWS[:2]), MADE))

    assert text.split("\n") == [
        "Zutritt Zürich – März", "Page 1 of 1", "Name", "Note", "Łukasz Dąbrowski", 'say "hi"', "Nguyễn, Thảo", ""
    ]  # fmt: skip


def test_a_pdf_tells_its_readers_where_everything_is():
    content = pdf_bytes("Numbers", Table(("Number",), [[number] for number in range(100)]), MADE)
    start = int(re.search(rb"startxref\n(\d+)", content)[1])
    offsets = [int(offset) for offset in re.findall(rb"^(\d{10}) 00000 n", content[start:], re.MULTILINE)]

    assert content[start:].startswith(b"xref")
    assert all(content[offset:].startswith(b"%d 0 obj" % number) for number, offset in enumerate(offsets, 1))
    assert content.count(b"/Type /Page ") == 3
    for length, body in re.findall(rb"/Length (\d+) >>\nstream\n(.*?)\nendstream", content, re.DOTALL):
        assert int(length) == len(body)
    assert {str(number) for number in range(100)} <= set(pdf_text(content).split("\n"))


def test_a_letter_that_helvetica_lacks_is_shown_as_the_plain_one():
    content = pdf_bytes("ł ạ ı", Table((), []), MADE)

    assert re.search(rb"/Differences \[\d+ /dotlessi \d+ /lslash \d+ /a\]", content)


def test_a_pdf_of_nothing_is_one_page():
    assert b"/Count 1 " in pdf_bytes("Nothing", Table(("A",), []), MADE)


def test_a_long_cell_is_cut_and_says_so():
    assert "…" in pdf_text(pdf_bytes("Long", Table(("A", "B"), [["x" * 500, "y"]]), MADE))
