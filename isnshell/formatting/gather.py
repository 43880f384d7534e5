"""Records as rows of one table: the columns are the union over all records, so the rows wait on disk, not in memory."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any

from ..errors import FileError, UsageError
from ..host import get_host
from ..pipeline.properties import property_names, read_property
from .cells import portable
from .columns import Choice, chosen_columns
from .formatted import Formatted

Row = list[Any]
Cell = Callable[[Any], Any]

_BATCH = 500
_IN_MEMORY = 16 << 20  # bytes of rows that need no disk


class Rows:
    """Rows of portable cells that can be read any number of times.

    Attributes:
        columns: Names of the columns.
        label: What a progress bar says while they are read; none is shown if it is empty.
    """

    def __init__(self) -> None:
        self.columns: list[str] = []
        self.label = ""
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - `gathered` closes it
        self._batches = 0
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        """The rows, each as long as there are columns."""
        if not self.label:
            yield from self._read()
            return
        with get_host().progress(self.label, total=self._count, unit="rows") as advance:
            yield from _counted(self._read(), advance)

    def _read(self) -> Iterator[Row]:
        width = len(self.columns)
        self._file.seek(0)
        for _ in range(self._batches):
            for row in pickle.load(self._file):  # noqa: S301 - our own temporary file
                row += [None] * (width - len(row))
                yield row

    def fill(self, rows: Iterable[Row]) -> None:
        """Keep rows."""
        source = iter(rows)
        while batch := list(islice(source, _BATCH)):
            self._keep(batch)

    def _keep(self, batch: list[Row]) -> None:
        try:
            pickle.dump(batch, self._file, protocol=pickle.HIGHEST_PROTOCOL)
            self._file.flush()
        except OSError as error:
            folder = tempfile.gettempdir()
            raise FileError(
                f"Can't keep the rows in the temporary folder {folder!r}",
                path=folder,
                why=error.strerror or str(error),
                hint="Free some space there, or name another folder in $TMPDIR ($TEMP on Windows).",
            ) from error
        self._batches += 1
        self._count += len(batch)

    def close(self) -> None:
        """Give back the disk."""
        with suppress(OSError):  # what could not be written is tried once more, and nobody needs it
            self._file.close()


@contextmanager
def gathered(
    records: Iterable[Any], chosen: Sequence[Choice] = (), *, into: str = "", cell: Cell = portable
) -> Iterator[Rows]:
    """All records as rows.

    Args:
        records: Read once, to the end.
        chosen: Columns that were asked for; none takes the union of all fields, in the order in which they appear.
        into: Name of the file they are for: the progress bars say it.
        cell: Makes a value a cell.

    Raises:
        UsageError: Among the records is a table made for people.
    """
    rows = Rows()
    try:
        with get_host().progress(f"Reading for {into}" if into else "Reading", unit="rows") as advance:
            rows.fill(_counted(_rows(records, chosen, rows.columns, cell), advance))
        rows.label = f"Writing {into}" if into else ""
        yield rows
    finally:
        rows.close()


def _counted(rows: Iterable[Row], advance: Any) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if number % 1000 == 0:
            advance(number)
        yield row


def _rows(records: Iterable[Any], chosen: Sequence[Choice], names: list[str], cell: Cell) -> Iterator[Row]:
    """Rows of the chosen columns, or of all fields; `names` is filled on the way."""
    if not chosen:
        yield from _union_rows(records, names, cell)
        return
    columns = None
    for record in records:
        if columns is None:
            columns = chosen_columns(chosen, [record])
            names += [column.name for column in columns]
        yield [cell(column.read(record)) for column in columns]


def _union_rows(records: Iterable[Any], names: list[str], cell: Cell) -> Iterator[Row]:
    places: dict[str, int] = {}
    for record in records:
        row: Row = [None] * len(names)
        for name, value in fields_of(record):
            place = places.get(name)
            if place is None:
                places[name] = len(names)
                names.append(str(name))
                row.append(cell(value))
            else:
                row[place] = cell(value)
        yield row


def fields_of(record: Any) -> Iterable[tuple[str, Any]]:
    """Names and values of a record; a bare value is one field `value`."""
    if isinstance(record, dict):
        return record.items()
    if isinstance(record, Formatted):
        raise UsageError(
            f"{record.label} gives text for people, which has no fields",
            hint="Leave it out, or put it last; select_object chooses fields.",
        )
    names = [] if isinstance(record, (str, bytes, int, float)) else property_names(record)
    if not names and not isinstance(record, Mapping):
        return [("value", record)]
    return [(name, read_property(record, name)) for name in names]
