"""A table as PDF. Written by hand: fpdf2 brings Pillow and fontTools, and would still need a font file for `Łukasz`.

Text is set in Helvetica, which every reader has, so no font is embedded. Characters of Windows-1252 have their usual
codes; others take codes that the report does not need, get the glyph's name (or that of the plain letter, where there
is no such glyph), and are mapped back to Unicode for copying and searching.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime

from .documents import Table, texts

_WIDTH, _HEIGHT, _MARGIN = 842, 595, 36  # A4 on its side, in points
_SIZE, _LEADING = 8, 11
_LINES = (_HEIGHT - 2 * _MARGIN) // _LEADING - 3


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
        characters = set("".join(used)) | {"?"}
        self.codes = {c: c.encode("cp1252")[0] for c in characters if c.isprintable() and _is_usual(c)}
        free = sorted(set(range(128, 256)) - set(self.codes.values()))
        others = sorted(c for c in characters if c.isprintable() and c not in self.codes)
        self._others = dict(zip(others, free, strict=False))
        self.codes |= self._others

    def encode(self, text: str) -> bytes:
        return bytes(self.codes.get(character, self.codes["?"]) for character in text)

    def differences(self) -> bytes:
        return b" ".join(b"%d /%s" % (code, _glyph(c).encode()) for c, code in self._others.items())

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


def _is_usual(character: str) -> bool:
    try:
        character.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


_NAME = re.compile(r"LATIN (SMALL|CAPITAL) LETTER ([A-Z]) WITH (.+)")
_MARKS = {
    "ACUTE": "acute",
    "BREVE": "breve",
    "CARON": "caron",
    "CEDILLA": "cedilla",
    "DOT ABOVE": "dotaccent",
    "DOUBLE ACUTE": "hungarumlaut",
    "MACRON": "macron",
    "OGONEK": "ogonek",
    "RING ABOVE": "ring",
    "STROKE": "slash",
}
_GLYPHS = {"ı": "dotlessi", "đ": "dcroat", "Đ": "Dcroat"}


def _glyph(character: str) -> str:
    """Adobe's name of a letter's glyph, or the plain letter's."""
    if character in _GLYPHS:
        return _GLYPHS[character]
    match = _NAME.fullmatch(unicodedata.name(character, ""))
    if match and match[3] in _MARKS:
        return (match[2].lower() if match[1] == "SMALL" else match[2]) + _MARKS[match[3]]
    plain = unicodedata.normalize("NFD", character)[0]
    return plain if plain.isascii() and plain.isalpha() else "question"


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
    room = int(width / (_SIZE * 0.56))  # Helvetica's letters are a little over half as wide as high
    return text if len(text) <= room else text[: room - 1] + "…"


def _assemble(font: _Encoding, title: str, contents: Sequence[bytes], made: datetime) -> bytes:
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(contents)))
    info = b"<< /Title <FEFF%s> /Producer (isnshell sandbox) /CreationDate (D:%s) >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R"
        b" /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [%s] >> >>" % font.differences(),
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
