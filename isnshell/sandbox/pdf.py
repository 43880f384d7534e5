"""A table as PDF. Written by hand: fpdf2 brings Pillow and fontTools, and a list on pages needs neither.

Text is set in Helvetica, which every reader has, so no font is embedded. Each character that the report uses gets a
code of its own, named `uniXXXX` for the reader and mapped back to Unicode for copying and searching. There is room for
224 different characters; further ones become a question mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from .documents import Table, texts

_WIDTH, _HEIGHT, _MARGIN = 842, 595, 36  # A4 on its side, in points
_SIZE, _LEADING = 8, 11
_LINES = (_HEIGHT - 2 * _MARGIN) // _LEADING - 3
_FIRST_CODE = 32


def pdf_bytes(title: str, table: Table, made: datetime) -> bytes:
    """The table under its title, with a page number on every page."""
    rows = list(texts(table.rows))
    pages = [rows[at : at + _LINES] for at in range(0, len(rows), _LINES)] or [[]]
    font = _Encoding(title, *table.columns, *(cell for row in rows for cell in row), "Page of 0123456789.…")
    contents = [
        _page(font, title, table.columns, page, f"Page {number} of {len(pages)}")
        for number, page in enumerate(pages, 1)
    ]
    return _assemble(font, title, contents, made)


class _Encoding:
    """One byte for each character that is used."""

    def __init__(self, *used: str) -> None:
        characters = sorted(set("".join(used)) | {" ", "?"})[: 256 - _FIRST_CODE]
        self.codes = {character: code for code, character in enumerate(characters, _FIRST_CODE)}

    def encode(self, text: str) -> bytes:
        return bytes(self.codes.get(character, self.codes["?"]) for character in text)

    def differences(self) -> bytes:
        return b" ".join(b"/uni%04X" % min(ord(c), 0xFFFF) for c in self.codes)

    def to_unicode(self) -> bytes:
        lines = [
            b"<%02X> <%s>" % (code, c.encode("utf-16-be").hex().upper().encode()) for c, code in self.codes.items()
        ]
        # A section of such a map may have a hundred lines
        sections = [lines[at : at + 100] for at in range(0, len(lines), 100)]
        body = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(part), b"\n".join(part)) for part in sections)
        return (
            b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Report def\n/CMapType 2 def\n"
            b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n%s\nendcmap\nend\nend" % body
        )


def _page(font: _Encoding, title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], footer: str) -> bytes:
    width = (_WIDTH - 2 * _MARGIN) / max(len(columns), 1)
    top = _HEIGHT - _MARGIN
    drawn = [_text(font, 12, _MARGIN, top, title), _text(font, _SIZE, _MARGIN, _MARGIN - 12, footer)]
    for line, row in enumerate([list(columns), *rows]):
        y = top - 2 * _LEADING - line * _LEADING
        drawn += [_text(font, _SIZE, _MARGIN + at * width, y, _fitted(cell, width)) for at, cell in enumerate(row)]
    return b"\n".join(drawn)


def _text(font: _Encoding, size: int, x: float, y: float, text: str) -> bytes:
    return b"BT /F1 %d Tf %.1f %.1f Td <%s> Tj ET" % (size, x, y, font.encode(text).hex().encode())


def _fitted(text: str, width: float) -> str:
    room = int(width / (_SIZE * 0.5))  # Helvetica's letters are about half as wide as high
    return text if len(text) <= room else text[: room - 1] + "…"


def _assemble(font: _Encoding, title: str, contents: Sequence[bytes], made: datetime) -> bytes:
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(contents)))
    last = _FIRST_CODE + len(font.codes) - 1
    # Only the width of the average letter is told; nothing here is justified
    widths = b" ".join([b"500"] * len(font.codes))
    info = b"<< /Title <FEFF%s> /Producer (isnshell sandbox) /CreationDate (D:%s) >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar %d /LastChar %d /Widths [%s]"
        b" /Encoding << /Type /Encoding /Differences [%d %s] >> /ToUnicode 4 0 R >>"
        % (_FIRST_CODE, last, widths, _FIRST_CODE, font.differences()),
        _stream(font.to_unicode()),
        info % (title.encode("utf-16-be").hex().encode(), made.strftime("%Y%m%d%H%M%SZ").encode()),
    ]
    for content in contents:
        number = len(objects) + 2
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (_WIDTH, _HEIGHT, number)
        )
        objects.append(_stream(content))
    file = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    file += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(file)


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
