"""Tables and arrays of other libraries as rows of plain Python values. None of them is imported: they are known by
what they can do, and what they call missing becomes null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any


def foreign_rows(value: Any) -> Callable[[], Iterable[Any]] | None:
    """What gives the rows of a pandas, polars or Arrow table or of a numpy array; None for anything else."""
    if hasattr(value, "iter_rows"):  # polars
        return lambda: value.iter_rows(named=True)
    if hasattr(value, "to_pylist"):  # Arrow
        return lambda: value.to_pylist()
    if hasattr(value, "notna") and hasattr(value, "astype"):
        return lambda: _pandas_rows(value)
    if hasattr(value, "dtype") and hasattr(value, "tolist"):
        return lambda: _array_rows(value)
    return None


def _pandas_rows(value: Any) -> Iterator[Any]:
    plain = value.astype(object).where(value.notna(), None)
    if not hasattr(value, "iterrows"):
        yield from map(_python, plain.tolist())
        return
    for row in plain.to_dict("records"):
        yield {name: _python(one) for name, one in row.items()}


def _python(value: Any) -> Any:
    """A value without pandas' own kind of moment, which is stricter about zones than Python's."""
    return value.to_pydatetime() if hasattr(value, "to_pydatetime") else value


def _array_rows(array: Any) -> Iterator[Any]:
    if array.ndim == 0:
        yield array.item()
        return
    names = array.dtype.names
    for row in array:
        plain = row.tolist() if hasattr(row, "tolist") else row
        yield dict(zip(names, plain, strict=True)) if names else plain
