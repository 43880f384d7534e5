"""The filter language of collections: `name sw "A" and (type eq "X" or not owner.id isnull)`.

Tokens, a parser, and an evaluator. Words of the language are lower case; `not` binds closer than `and`, `and` closer
than `or`; `isnull` stands behind its field and `pr` before it. Texts compare without regard to case, dates as moments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeAlias

from attrs import frozen

from ..clock import parse_iso

LISTS = ("in", "ca")
_COMPARISONS = ("eq", "ne", "sw", "co", "ge", "gt", "le", "lt")
_WORDS = {*LISTS, *_COMPARISONS, "isnull", "pr", "and", "or", "not"}

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<string>"(?:\\.|[^"\\])*")
      | (?P<mark>[(),])
      | (?P<word>[^\s(),"]+)
    )""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


class FilterError(ValueError):
    """The text is no filter, or asks for what a collection does not offer."""


@frozen
class Comparison:
    """A field, an operator and its values (none for `isnull` and `pr`)."""

    field: str
    operator: str
    values: tuple[Any, ...] = ()


@frozen
class Not:
    """True where its part is not."""

    part: Filter


@frozen
class And:
    """True where all its parts are."""

    parts: tuple[Filter, ...]


@frozen
class Or:
    """True where one of its parts is."""

    parts: tuple[Filter, ...]


Filter: TypeAlias = "Comparison | Not | And | Or"


def parse(text: str) -> Filter:
    """Read a filter; FilterError says what is wrong and where."""
    return _Parser(text).parse()


def comparisons(filter_: Filter) -> Iterator[Comparison]:
    """All comparisons inside a filter, left to right."""
    if isinstance(filter_, Comparison):
        yield filter_
    elif isinstance(filter_, Not):
        yield from comparisons(filter_.part)
    else:
        for part in filter_.parts:
            yield from comparisons(part)


def check(filter_: Filter, offered: Mapping[str, tuple[str, ...]]) -> None:
    """FilterError unless every field and operator is one that the collection offers."""
    for one in comparisons(filter_):
        if one.field not in offered:
            fields = ", ".join(offered) or "no field"
            raise FilterError(f'Filtering is not supported for "{one.field}"; supported are {fields}.')
        if one.operator not in offered[one.field]:
            operators = ", ".join(offered[one.field])
            text = f'The operator "{one.operator}" is not supported for "{one.field}"; supported are {operators}.'
            raise FilterError(text)


def matches(filter_: Filter, read: Callable[[str], Any]) -> bool:
    """Whether a record, read field by field, is meant by the filter."""
    if isinstance(filter_, And):
        return all(matches(part, read) for part in filter_.parts)
    if isinstance(filter_, Or):
        return any(matches(part, read) for part in filter_.parts)
    if isinstance(filter_, Not):
        return not matches(filter_.part, read)
    return _compare(filter_, read(filter_.field))


class _Parser:
    """Recursive descent over the tokens."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0

    def parse(self) -> Filter:
        filter_ = self._or()
        if self._at < len(self._tokens):
            raise FilterError(f"Unexpected {self._peek()!r} behind a complete filter.")
        return filter_

    def _or(self) -> Filter:
        parts = [self._and()]
        while self._taken("or"):
            parts.append(self._and())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _and(self) -> Filter:
        parts = [self._not()]
        while self._taken("and"):
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _not(self) -> Filter:
        if self._taken("not"):
            return Not(self._not())
        if self._taken("("):
            inner = self._or()
            self._need(")")
            return inner
        return self._comparison()

    def _comparison(self) -> Filter:
        if self._taken("pr"):
            return Comparison(self._field(), "pr")
        field = self._field()
        operator = self._next("an operator")
        if operator == "isnull":
            return Comparison(field, operator)
        if operator in LISTS:
            self._need("(")
            values = [self._value()]
            while self._taken(","):
                values.append(self._value())
            self._need(")")
            return Comparison(field, operator, tuple(values))
        if operator not in _COMPARISONS:
            hint = " (operators are lower case)" if operator.lower() in _WORDS else ""
            raise FilterError(f"{operator!r} is no operator{hint}.")
        return Comparison(field, operator, (self._value(),))

    def _field(self) -> str:
        field = self._next("a field")
        if field in _WORDS or field[0] in '"(),':
            raise FilterError(f"Expected a field, found {field!r}.")
        return field

    def _value(self) -> Any:
        token = self._next("a value")
        if token.startswith('"'):
            return re.sub(r"\\(.)", r"\1", token[1:-1])
        if token in ("true", "false", "null"):
            return {"true": True, "false": False, "null": None}[token]
        if _NUMBER.fullmatch(token):
            return float(token) if "." in token else int(token)
        if token in "(),":
            raise FilterError(f"Expected a value, found {token!r}.")
        return token  # an unquoted date or word

    def _peek(self) -> str | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _next(self, wanted: str) -> str:
        token = self._peek()
        if token is None:
            raise FilterError(f"Expected {wanted}, found the end.")
        self._at += 1
        return token

    def _taken(self, token: str) -> bool:
        if self._peek() != token:
            return False
        self._at += 1
        return True

    def _need(self, token: str) -> None:
        if not self._taken(token):
            raise FilterError(f"Expected {token!r}, found {self._peek() or 'the end'!r}.")


def _tokens(text: str) -> Iterator[str]:
    at, end = 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            raise FilterError(f"Can't read the filter from {text[at:].strip()!r} on: is a quote missing?")
        yield match[match.lastgroup or 0]
        at = match.end()


def _compare(one: Comparison, actual: Any) -> bool:
    if one.operator == "isnull":
        return actual is None
    if one.operator == "pr":
        return actual is not None
    if one.operator == "ne":
        return not _equal(actual, one.values[0])
    if actual is None:
        return one.operator == "eq" and one.values[0] is None
    if one.operator in ("eq", "in"):
        # A field with several values is equal to each of them
        return any(_equal(a, value) for a in (actual if isinstance(actual, list) else [actual]) for value in one.values)
    if one.operator == "ca":
        return isinstance(actual, list) and all(any(_equal(a, value) for a in actual) for value in one.values)
    if one.operator in ("co", "sw"):
        texts = actual if isinstance(actual, list) else [actual]
        wanted = str(one.values[0]).casefold()
        return any(wanted in _fold(t) if one.operator == "co" else _fold(t).startswith(wanted) for t in texts)
    left, right = _pair(actual, one.values[0])
    less, more = bool(left < right), bool(left > right)
    return {"lt": less, "gt": more, "le": not more, "ge": not less}[one.operator]


def _fold(value: Any) -> str:
    return str(value).casefold()


def _equal(actual: Any, wanted: Any) -> bool:
    if actual is None or wanted is None:
        return actual is wanted
    if isinstance(actual, bool) or isinstance(wanted, bool):
        return _fold(actual) == _fold(wanted)  # `saved eq "true"` is a documented spelling
    left, right = _pair(actual, wanted)
    return bool(left == right)


def _pair(actual: Any, wanted: Any) -> tuple[Any, Any]:
    """Both in the type that they are compared in: numbers, moments, else text without case."""
    if isinstance(actual, (int, float)):
        try:
            return float(actual), float(wanted)
        except (TypeError, ValueError):
            return _fold(actual), _fold(wanted)
    moments = [parse_iso(value) if isinstance(value, str) else None for value in (actual, wanted)]
    if all(isinstance(moment, datetime) for moment in moments):
        return moments[0], moments[1]
    return _fold(actual), _fold(wanted)
