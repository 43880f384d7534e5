"""The query language of search: `attributes.department:Finance AND NOT name:"van der*" created:[now-7d TO now]`.

Terms beside each other without an operator are an OR; case does not count, but for fields that end in `.exact`;
`@accounts(...)` asks that one and the same account meets everything inside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from fnmatch import translate
from functools import lru_cache
from typing import Any, TypeAlias

from attrs import frozen

from ...clock import parse_iso

Document: TypeAlias = Mapping[str, Any]
Test: TypeAlias = Callable[[Document], bool]

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<mark>[()])
      | (?P<nested>@[A-Za-z]+)(?=\()
      | (?P<range>[\[{][^\]}]*[\]}])
      | (?P<phrase>"(?:\\.|[^"\\])*")
      | (?P<word>(?:\\.|[^\s()"\[\]{}:\\]|:(?=//))+:?)
      | (?P<colon>:)
    )""",
    re.VERBOSE,
)
_NOW = re.compile(r"now(?:([+-])(\d+)([smhHdwMy]))?(?:/[dwMy])?")
_UNITS = {"s": 1, "m": 60, "h": 3600, "H": 3600, "d": 86_400, "w": 604_800, "M": 2_592_000, "y": 31_536_000}


class QueryError(ValueError):
    """The text is no query."""


def everything(_: Document) -> bool:
    """The test of `*`."""
    return True


def parse(text: str, now: datetime) -> Test:
    """The test that a query means; QueryError says what is wrong with it."""
    return _Parser(text, now).parse()


# --- values ----------------------------------------------------------------------------------------------------------


def values(value: Any, path: tuple[str, ...]) -> Iterator[Any]:
    """All values at a path, through lists."""
    if isinstance(value, list):
        for one in value:
            yield from values(one, path)
    elif not path:
        if value is not None:
            yield value
    elif isinstance(value, Mapping):
        # Attributes of sources may have a point in their name
        joined = ".".join(path)
        if joined in value:
            yield from values(value[joined], ())
        elif path[0] in value:
            yield from values(value[path[0]], path[1:])


def everywhere(value: Any) -> Iterator[Any]:
    """All values of a document."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from everywhere(one)
    elif isinstance(value, list):
        for one in value:
            yield from everywhere(one)
    elif value is not None:
        yield value


def spelled(value: Any) -> str:
    """A value as a query spells it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


@lru_cache(maxsize=65_536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))


def matcher(term: str, *, is_phrase: bool = False, is_exact: bool = False) -> Callable[[Any], bool]:
    """Whether one value is meant by a term: a word of it, the whole of it, or a pattern."""
    if is_exact:
        pattern = re.compile(translate(term)) if "*" in term or "?" in term else None
        return lambda value: pattern.fullmatch(spelled(value)) is not None if pattern else spelled(value) == term
    folded = term.casefold()
    if ("*" in term or "?" in term) and not is_phrase:
        wild = re.compile(translate(folded), re.DOTALL)

        def fits(value: Any) -> bool:
            text = spelled(value)
            return wild.fullmatch(text.casefold()) is not None or any(wild.fullmatch(one) for one in _words(text))

        return fits
    wanted = _words(term)

    def has(value: Any) -> bool:
        text = spelled(value)
        if text.casefold() == folded:
            return True
        words = _words(text)
        size = len(wanted)
        return bool(wanted) and any(words[at : at + size] == wanted for at in range(len(words) - size + 1))

    return has


def field_test(field: str, fits: Callable[[Any], bool]) -> Test:
    """Whether one of a field's values fits."""
    path = tuple(field.removesuffix(".exact").split("."))
    return lambda document: any(fits(value) for value in values(document, path))


def between(low: Any, high: Any, *, low_counts: bool, high_counts: bool, now: datetime) -> Callable[[Any], bool]:
    """Whether a value lies within bounds; `*` is none."""
    first, last = _bound(low, now), _bound(high, now)

    def fits(value: Any) -> bool:
        key = _bound(value, now)
        try:
            above = first is None or key > first or (low_counts and key == first)
            return bool(above and (last is None or key < last or (high_counts and key == last)))
        except TypeError:
            return False

    return fits


def _bound(value: Any, now: datetime) -> Any:
    text = str(value).strip().strip('"')
    if text in ("*", "None", ""):
        return None
    if match := _NOW.fullmatch(text):
        sign, number, unit = match.groups()
        return now if number is None else now + timedelta(seconds=int(f"{sign}{number}") * _UNITS[unit])
    if (moment := parse_iso(text)) is not None:
        return moment
    try:
        return float(text)
    except ValueError:
        return text.casefold()


# --- parser ----------------------------------------------------------------------------------------------------------


@frozen
class _Token:
    kind: str
    text: str


class _Parser:
    def __init__(self, text: str, now: datetime) -> None:
        self._tokens = list(_tokens(text))
        self._now = now
        self._at = 0

    def parse(self) -> Test:
        if not self._tokens:
            return everything
        test = self._or()
        if self._at < len(self._tokens):
            raise QueryError(f"Unexpected {self._tokens[self._at].text!r}.")
        return test

    def _peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _taken(self, *texts: str) -> bool:
        token = self._peek()
        if token is None or token.kind == "phrase" or token.text not in texts:
            return False
        self._at += 1
        return True

    def _or(self) -> Test:
        tests = [self._and()]
        while (token := self._peek()) is not None and token.text != ")":
            self._taken("OR", "||")
            tests.append(self._and())
        return tests[0] if len(tests) == 1 else lambda document: any(test(document) for test in tests)

    def _and(self) -> Test:
        tests = [self._not()]
        while self._taken("AND", "&&"):
            tests.append(self._not())
        return tests[0] if len(tests) == 1 else lambda document: all(test(document) for test in tests)

    def _not(self) -> Test:
        if self._taken("NOT", "!"):
            test = self._not()
            return lambda document: not test(document)
        return self._primary()

    def _primary(self) -> Test:
        token = self._peek()
        if token is None:
            raise QueryError("The query ends in an operator.")
        self._at += 1
        if token.text == "(":
            return self._group()
        if token.kind == "nested":
            return self._nested(token.text[1:])
        if token.kind == "phrase":
            return _anywhere(matcher(_unquoted(token.text), is_phrase=True))
        if token.kind != "word" or token.text in ("AND", "OR", "NOT"):
            raise QueryError(f"Unexpected {token.text!r}.")
        word = token.text
        if word[0] in "-+" and len(word) > 1:
            self._tokens[self._at - 1] = _Token("word", word[1:])
            self._at -= 1
            inner = self._primary()
            return (lambda document: not inner(document)) if word[0] == "-" else inner
        if word.endswith(":"):
            return self._field(word[:-1])
        return everything if word == "*" else _anywhere(matcher(_plain(word)))

    def _group(self) -> Test:
        test = self._or()
        if not self._taken(")"):
            raise QueryError("A closing parenthesis is missing.")
        return test

    def _nested(self, name: str) -> Test:
        self._taken("(")
        inner = self._group()
        return lambda document: any(inner(one) for one in values(document.get(name) or [], ()))

    def _field(self, field: str) -> Test:
        token = self._peek()
        if token is None:
            raise QueryError(f'A term is missing behind "{field}:".')
        self._at += 1
        if field == "_exists_":
            path = tuple(token.text.removesuffix(".exact").split("."))
            return lambda document: any(True for _ in values(document, path))
        if token.text == "(":
            return self._field_group(field)
        if token.kind == "range":
            return field_test(field, _range(token.text, self._now))
        if token.kind == "phrase":
            fits = matcher(_unquoted(token.text), is_phrase=True, is_exact=field.endswith(".exact"))
            return field_test(field, fits)
        if match := re.fullmatch(r"(>=|<=|>|<)(.+)", token.text):
            return field_test(field, _comparison(match[1], match[2], self._now))
        if token.text.endswith(":"):
            raise QueryError(f'A term is missing behind "{field}:".')
        return field_test(field, matcher(_plain(token.text), is_exact=field.endswith(".exact")))

    def _field_group(self, field: str) -> Test:
        """`name:(anna OR bob)`: every term inside is one of the field."""
        depth, at = 1, self._at
        while depth:
            token = self._peek()
            if token is None:
                raise QueryError("A closing parenthesis is missing.")
            depth += {"(": 1, ")": -1}.get(token.text, 0)
            self._at += 1
        inner: list[_Token] = []
        for token in self._tokens[at : self._at - 1]:
            if token.kind in ("phrase", "range") or (token.kind == "word" and token.text not in ("AND", "OR", "NOT")):
                inner.append(_Token("word", f"{field}:"))
            inner.append(token)
        parser = _Parser("", self._now)
        parser._tokens = inner
        return parser.parse()


def _tokens(text: str) -> Iterator[_Token]:
    at, end = 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            raise QueryError(f"Can't read the query from {text[at:].strip()!r} on: is a quote missing?")
        yield _Token(match.lastgroup or "", match[match.lastgroup or 0])
        at = match.end()


def _anywhere(fits: Callable[[Any], bool]) -> Test:
    return lambda document: any(fits(value) for value in everywhere(document))


def _plain(word: str) -> str:
    return re.sub(r"\\(.)", r"\1", word)


def _unquoted(phrase: str) -> str:
    return _plain(phrase[1:-1])


def _range(text: str, now: datetime) -> Callable[[Any], bool]:
    low, to, high = text[1:-1].partition(" TO ")
    if not to:
        raise QueryError(f"{text} is no range; write [low TO high].")
    return between(low, high, low_counts=text[0] == "[", high_counts=text[-1] == "]", now=now)


def _comparison(operator: str, bound: str, now: datetime) -> Callable[[Any], bool]:
    counts = operator.endswith("=")
    low, high = (bound, "*") if operator[0] == ">" else ("*", bound)
    return between(low, high, low_counts=counts, high_counts=counts, now=now)
