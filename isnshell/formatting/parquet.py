"""Rows as a Parquet file, for whoever carries the data on to DuckDB, Spark or Snowflake."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import IO, Any

import pyarrow
from pyarrow import parquet

from .cells import as_text, utc, whole_characters
from .gather import Rows

_BATCH = 20_000


def write_parquet(file: IO[bytes], rows: Rows, *, compression: str = "zstd") -> None:
    """Write rows with one type per column: the one that fits all its values, else text.

    Moments are timestamps in UTC. Read twice: for the types, then for the values.
    """
    kinds = _kinds(rows)
    schema = pyarrow.schema([(name, _TYPES[kind]) for name, kind in zip(rows.columns, kinds, strict=True)])
    with parquet.ParquetWriter(file, schema, compression=compression) as writer:
        for batch in _batches(rows):
            arrays = [
                pyarrow.array([_value(row[place], kind) for row in batch], type=_TYPES[kind])
                for place, kind in enumerate(kinds)
            ]
            writer.write_batch(pyarrow.record_batch(arrays, schema=schema))


_TYPES = {
    "": pyarrow.string(),  # nothing but nulls
    "bool": pyarrow.bool_(),
    "int": pyarrow.int64(),
    "float": pyarrow.float64(),
    "moment": pyarrow.timestamp("us", tz="UTC"),
    "text": pyarrow.string(),
}


def _kinds(rows: Rows) -> list[str]:
    kinds = [""] * len(rows.columns)
    for row in rows:
        for place, cell in enumerate(row):
            if cell is not None and kinds[place] != "text":
                kinds[place] = _common(kinds[place], _kind(cell))
    return kinds


def _kind(cell: Any) -> str:
    if isinstance(cell, bool):
        return "bool"
    if isinstance(cell, int):
        return "int" if -(2**63) <= cell < 2**63 else "text"
    if isinstance(cell, float):
        return "float"
    return "moment" if utc(cell) else "text"


def _common(one: str, other: str) -> str:
    if one in ("", other):
        return other
    return "float" if {one, other} == {"int", "float"} else "text"


def _value(cell: Any, kind: str) -> Any:
    if cell is None:
        return None
    if kind == "moment":
        return utc(cell)
    if kind in ("text", ""):
        return whole_characters(as_text(cell))
    return float(cell) if kind == "float" else cell


def _batches(rows: Rows) -> Iterator[list[Any]]:
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        yield batch
