"""A report's CSV, or a zip of several, as one Excel workbook."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zipfile import ZipFile, is_zipfile

from isnshell.files import replacing
from isnshell.formatting.delimited import read_csv
from isnshell.formatting.gather import Rows, gathered
from isnshell.formatting.meaning import meant
from isnshell.formatting.textfiles import detect_encoding, open_text, say_written

from .extras import extra


def save_workbook(source: Path, path: Path, *, force: bool) -> Path:
    """Save a CSV file, or each of a zip on its own sheet, as a workbook with typed cells.

    Raises:
        FileError: It can't be saved there.
        AnswerError: A line is no CSV.
    """
    write_workbook = extra("spreadsheet", "write_workbook", "excel", "XlsxWriter")
    table = extra("spreadsheet", "Table", "excel", "XlsxWriter")
    with ExitStack() as stack:
        files = stack.enter_context(_csv_files(source))
        sheets = [(name, stack.enter_context(_rows(name, file, path.name))) for name, file in files]
        with replacing(path, force=force) as file:
            write_workbook(file, [table(name, rows.columns, meant(rows)) for name, rows in sheets])
        count = sum(len(rows) for _, rows in sheets)
    return say_written(path, count)


@contextmanager
def _csv_files(source: Path) -> Iterator[list[tuple[str, Path]]]:
    """Names of sheets and files of CSV."""
    if not is_zipfile(source):
        yield [(source.stem, source)]
        return
    with TemporaryDirectory(prefix="isnshell-") as folder, ZipFile(source) as zipped:
        found = []
        for number, name in enumerate(one for one in zipped.namelist() if one.lower().endswith(".csv")):
            # Names within a zip may lead elsewhere: the file gets one of ours
            path = Path(folder) / f"{number}.csv"
            with zipped.open(name) as packed, open(path, "wb") as file:
                while block := packed.read(1 << 18):
                    file.write(block)
            found.append((PurePosixPath(name).stem, path))
        yield found


@contextmanager
def _rows(name: str, path: Path, into: str) -> Iterator[Rows]:
    with open_text(path, detect_encoding(path), newline="") as file:
        _, columns, records = read_csv(file, name=name)
        with gathered(records, into=into) as rows:
            # A report without rows still has its heading
            rows.columns[:] = columns
            yield rows
