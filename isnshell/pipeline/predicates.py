"""Predicates: an operator with its right side, as a filter asks it of many values.

Beyond the operators themselves they know the API's dates: date-time text on the left compares as a moment with a
datetime, a date, ISO text, `-1d` or `yesterday`, in local time. Long lists to be `in` are looked up, not gone through.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from typing import Any

from ..clock import Clock, SystemClock, parse_iso, parse_moment
from ..errors import UsageError
from ..naming import fold
from .comparison import OPERATORS, Incomparable, Operator
from .conversion import is_collection, text_of, truth
from .stream import as_stream, is_one_thing

Test = Callable[[Any], bool]


def predicate(name: str, right: Any, *, clock: Clock | None = None) -> Test:
    """What an operator with its right side asks of a property's value.

    Args:
        name: Name of the operator, in any spelling.
        right: What to compare with.
        clock: Tells what `-1d` counts from; the machine's if left out.

    Raises:
        UsageError: The pattern, the regular expression or the type is not valid.
    """
    folded = fold(name)
    operator = OPERATORS[folded]
    if folded.endswith(("like", "match", "is", "isnot")):
        operator("", right)  # a wrong pattern or type is said now, not at the first record
    if folded in _MEMBERSHIP and not is_one_thing(right):
        return _Among(operator, right, _fold_case if folded[0] != "c" else str, negated="not" in folded)
    then = _moment(right, clock or SystemClock()) if _base_name(folded) in _DATED else None
    if then is not None:
        return _dated(operator, right, then)
    if isinstance(right, str) and _base_name(folded) in ("eq", "ne"):
        return _same_text(operator, right, _fold_case if folded[0] != "c" else str, equal=folded.endswith("eq"))
    if isinstance(right, str) and right[:1].isalpha() and _base_name(folded) in _DATED:
        return _undated(operator, right)
    return lambda left: truth(operator(left, right))


_MEMBERSHIP = {"in", "iin", "cin", "notin", "inotin", "cnotin"}
_DATED = {"eq", "ne", "gt", "ge", "lt", "le"}
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d", re.ASCII)
_fold_case = str.lower  # not casefold: PowerShell holds straße and strasse apart


def _base_name(folded: str) -> str:
    return folded[1:] if folded[1:] in _DATED else folded


def _same_text(operator: Operator, right: str, key: Callable[[str], str], *, equal: bool) -> Test:
    """Text beside text, which is what most filters ask, by the shortest way."""
    wanted = key(right)

    def test(left: Any) -> bool:
        if type(left) is str:
            return (key(left) == wanted) is equal
        return truth(operator(left, right))

    return test


# --- dates


def _dated(operator: Operator, right: Any, then: datetime) -> Test:
    def test(left: Any) -> bool:
        when = moment_in(left)
        return truth(operator(left, right) if when is None else operator(when, then))

    return test


def _undated(operator: Operator, right: str) -> Test:
    """In order with a word: a moment has none, since `lastweek` is most likely to be one that is not known."""

    def test(left: Any) -> bool:
        if moment_in(left) is not None:
            hint = "Give a datetime, a date, ISO text, '-1d', 'today' or 'yesterday'."
            raise Incomparable(left, right, f"{right!r} is no date", hint=hint)
        return truth(operator(left, right))

    return test


def _moment(right: Any, clock: Clock) -> datetime | None:
    if not isinstance(right, (str, date)):
        return None
    try:
        return parse_moment(right, clock.now())
    except UsageError:
        return None


def moment_in(value: Any) -> datetime | None:
    """The moment that a value is, or is written as: a date, or text as the API writes date-times; None for others.

    Like SailPoint's PowerShell module it goes by the look of a text, since most of them are in no model: CSV rows,
    selections, attributes.
    """
    if isinstance(value, date):
        return parse_moment(value, datetime.min)
    return parse_iso(value) if isinstance(value, str) and _DATE_TIME.match(value) else None


# --- one of several


class Several(ABC):
    """A question about several values, which are read when they are needed.

    Args:
        values: A list, a stream, or anything else that can stand left of a pipe.
    """

    def __init__(self, values: Any) -> None:
        self._source = values

    @cached_property
    def values(self) -> list[Any]:
        """The values; the first look reads them."""
        return list(as_stream(self._source))

    @abstractmethod
    def __call__(self, value: Any) -> bool: ...


class _Among(Several):
    """Whether a value is in a list, element by element on the left, as PowerShell's -in compares."""

    def __init__(self, operator: Operator, values: Any, key: Callable[[str], str], *, negated: bool) -> None:
        super().__init__(values)
        self._operator = operator
        self._key = key
        self._negated = negated

    @cached_property
    def _texts(self) -> frozenset[str] | None:
        """The elements if all are text, since to find one is to look up the text of the value."""
        whole = all(type(one) is str for one in self.values)
        return frozenset(map(self._key, self.values)) if whole else None

    def __call__(self, value: Any) -> bool:
        if self._texts is None or is_collection(value):
            return truth(self._operator(value, self.values))
        return (value is not None and self._key(text_of(value)) in self._texts) is not self._negated


class EqualsAny(Several):
    """Asks whether a value equals one of several, as `eq`.

    Args:
        values: A list or stream of what it may be.
        clock: Tells what `-1d` counts from; the machine's if left out.
    """

    def __init__(self, values: Any, *, clock: Clock | None = None) -> None:
        super().__init__(values)
        self._clock = clock or SystemClock()

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(_fold_case(one) for one in self.values if type(one) is str)

    @cached_property
    def _tests(self) -> list[Test]:
        return [predicate("eq", one, clock=self._clock) for one in self.values]

    @cached_property
    def _beside_text(self) -> list[Test]:
        """What may equal a text without being the same: numbers, dates."""
        pairs = zip(self.values, self._tests, strict=True)
        return [test for one, test in pairs if type(one) is not str or _moment(one, self._clock) is not None]

    def __call__(self, value: Any) -> bool:
        if type(value) is str:
            return _fold_case(value) in self._texts or any(test(value) for test in self._beside_text)
        return any(test(value) for test in self._tests)
