"""CSV and zip files out of columns and rows, and a CSV of any size for measuring downloads."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from attrs import frozen

_BLOCK = 1 << 20


@frozen
class Table:
    """What a report consists of."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]


def csv_bytes(table: Table) -> bytes:
    """The table as UTF-8 CSV with a header, lines ending in CR LF, quoted where RFC 4180 wants it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return text.getvalue().encode()


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """A zip of named files. Its dates are fixed: the same content gives the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return content.getvalue()


_BIG_HEADER = b"number,name,department\r\n"
_BIG_LINE = b'0000000000,"M\xc3\xbcller, J\xc3\xbcrgen",Manufacturing\r\n'


def big_rows(size: int) -> int:
    """How many rows `big_csv` of that size has."""
    return max(0, -(-(size - len(_BIG_HEADER)) // len(_BIG_LINE)))


def big_csv(size: int) -> Iterator[bytes]:
    """Exactly `size` bytes of CSV; one prebuilt block again and again, so that making it costs nothing."""
    yield _BIG_HEADER[:size]
    left, block = size - len(_BIG_HEADER), _block()
    while left > 0:
        yield block if left >= len(block) else block[:left]
        left -= len(block)


@lru_cache(maxsize=1)
def _block() -> bytes:
    return _BIG_LINE * (_BLOCK // len(_BIG_LINE))


def texts(rows: Iterable[Sequence[Any]]) -> Iterator[list[str]]:
    """Rows as texts, for output that knows nothing else."""
    for row in rows:
        yield ["" if value is None else str(value) for value in row]
