"""Measuring: count, sum, average and the like of a column, and the lines, words and characters of text."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from attrs import define, field, frozen

from .columns import Column
from .comparison import Incomparable, compare
from .conversion import Number, is_number, number_of, text_of
from .failing import Failed, stop_at
from .properties import MISSING


@define
class Numbers:
    """What is known of the numbers seen so far; one pass, whatever their count."""

    count: int = 0
    total: Number = 0
    lowest: Any = None
    highest: Any = None
    not_numeric: list[Any] = field(factory=list)
    _seen: int = 0
    _mean: float = 0.0
    _deviations: float = 0.0

    def add(self, value: Any, *, numeric: bool) -> None:
        """Take a value in. `numeric` says whether it is to be a number; else it is only compared."""
        self.count += 1
        if numeric:
            number = _number(value)
            if number is None:
                self.not_numeric.append(value)
                return
            self._add_number(number)
            value = value if value is None else number
        self._compare(value)

    def _add_number(self, number: Number) -> None:
        self.total = _sum(self.total, number)
        # Welford's way: no list is kept, and large numbers that lie close together lose no digits
        self._seen += 1
        distance = float(number) - self._mean
        self._mean += distance / self._seen
        self._deviations += distance * (float(number) - self._mean)

    def _compare(self, value: Any) -> None:
        if self.count == 1 + len(self.not_numeric):
            self.lowest = self.highest = value
            return
        if _order(value, self.lowest) < 0:
            self.lowest = value
        if _order(value, self.highest) > 0:
            self.highest = value

    @property
    def average(self) -> float | None:
        """The arithmetic mean; None of nothing."""
        return float(self.total) / self._seen if self._seen else None

    @property
    def standard_deviation(self) -> float:
        """Of a sample: over one less than the count."""
        return math.sqrt(self._deviations / (self._seen - 1)) if self._seen > 1 else 0.0


def _number(value: Any) -> Number | None:
    """The number of a value; null counts as 0, as in PowerShell."""
    if isinstance(value, bool):
        return int(value)
    if value is None or is_number(value):
        return value or 0
    return None if isinstance(value, date) or not isinstance(value, str) or not value else number_of(value)


def _sum(total: Number, number: Number) -> Number:
    if isinstance(total, int) and isinstance(number, int):
        return total + number
    return float(total) + float(number)


def _order(left: Any, right: Any) -> int:
    try:
        return compare(left, right) or 0
    except Incomparable:
        return compare(text_of(left), text_of(right)) or 0


@frozen
class Text:
    """How much text there is."""

    lines: int = 0
    words: int = 0
    characters: int = 0

    def plus(self, value: Any, *, ignore_white_space: bool) -> Text:
        """With one more value."""
        text = text_of(value)
        counted = sum(not char.isspace() for char in text) if ignore_white_space else len(text)
        lines = text.count("\n") + (1 if text and not text.endswith("\n") else 0)
        return Text(self.lines + lines, self.words + len(text.split()), self.characters + counted)


def measure_numbers(
    records: Iterable[Any], columns: Sequence[Column], *, numeric: bool, failed: Failed = stop_at
) -> list[Numbers]:
    """The measures of each column, in one pass; of the values themselves where there is no column."""
    measures = [Numbers() for _ in columns or (None,)]
    for row, record in enumerate(records, 1):
        for measure, value in zip(measures, _values(record, columns, row, failed), strict=True):
            if value is not MISSING:
                measure.add(value, numeric=numeric)
    return measures


def measure_text(
    records: Iterable[Any], columns: Sequence[Column], *, ignore_white_space: bool, failed: Failed = stop_at
) -> list[Text]:
    """Lines, words and characters of each column, in one pass."""
    texts = [Text() for _ in columns or (None,)]
    for row, record in enumerate(records, 1):
        for at, value in enumerate(_values(record, columns, row, failed)):
            if value is not MISSING:
                texts[at] = texts[at].plus(value, ignore_white_space=ignore_white_space)
    return texts


def _values(record: Any, columns: Sequence[Column], row: int, failed: Failed) -> list[Any]:
    if not columns:
        return [MISSING if record is None else record]
    values: list[Any] = []
    for column in columns:
        try:
            values.append(column.read(record))
        except Exception as error:  # noqa: BLE001 - what becomes of it was said by the caller
            failed(error, record, row)
            values.append(MISSING)
    return values
