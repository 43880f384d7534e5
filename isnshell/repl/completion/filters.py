"""Inside `filters="..."` and `sorters="..."`: fields, operators, values, and what joins conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...catalog.facts import Operation
from ...naming import fold
from .candidates import Candidate, begins_word
from .knowledge import Knowledge
from .parameters import quoted
from .shapes import NOTHING, Property, Shape, inner, properties
from .values import ids_for_field

_OPERATORS = {
    "eq": "equal to", "ne": "not equal to", "in": "one of a list: in (A, B)", "sw": "starts with", "co": "contains",
    "gt": "greater than", "ge": "greater or equal", "lt": "less than", "le": "less or equal", "isnull": "has no value",
    "pr": "has a value", "ca": "contains all", "ew": "ends with",
}  # fmt: skip
_BOOLEAN = ("True", "False")
_JOINT = re.compile(r"\b(?:and|or|not)\b|\((?![^()]*\))", re.IGNORECASE)
_FIELD = re.compile(r"\s*([\w.]*)")
_OPERATOR = re.compile(r"\s*([\w.]+)\s+(\w*)")
_VALUE = re.compile(r"\s*([\w.]+)\s+(\w+)\s+\(?(?:[^,]*,\s*)*(?P<typed>[\"']?[^\"',]*)")
_WHOLE = re.compile(r"\s*[\w.]+\s+(?:isnull|pr|\w+\s+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)|[\w.:-]+))\s+(\w*)", re.IGNORECASE)


def filter_candidates(word: str, start: int, quote: str, operation: Operation, knowledge: Knowledge) -> list[Candidate]:
    """What could go on in a filter whose text so far is `word`."""
    clause = _clause(word)
    end = start + len(word)
    if found := _FIELD.fullmatch(clause):
        return list(_fields(found[1], end, operation))
    if found := _WHOLE.fullmatch(clause):
        return _starting(found[1], end, {"and": "both must hold", "or": "one must hold"})
    if found := _OPERATOR.fullmatch(clause):
        return _starting(found[2], end, {one: _OPERATORS.get(one, "") for one in _operators(found[1], operation)})
    if found := _VALUE.fullmatch(clause):
        return list(_values(found[1], found["typed"], end, quote, operation, knowledge))
    return []


def _clause(text: str) -> str:
    """The condition that the text ends in: behind the last `and`, `or`, `not` or opening bracket."""
    joints = [found.end() for found in _JOINT.finditer(text) if text[: found.start()].count('"') % 2 == 0]
    clause = text[joints[-1] :] if joints else text
    # The bracket of `in (` belongs to its condition
    before = text[: joints[-1]] if joints else ""
    if before.endswith("(") and (lead := re.search(r"[\w.]+\s+\w+\s*\($", before)):
        return lead[0] + clause
    return clause


def _fields(word: str, end: int, operation: Operation) -> Iterator[Candidate]:
    for name, operators in operation.filters.items():
        if fold(name).startswith(fold(word)):
            yield Candidate(name, end - len(word), "field", ", ".join(operators))


def _operators(field: str, operation: Operation) -> Sequence[str]:
    return next((operators for name, operators in operation.filters.items() if fold(name) == fold(field)), ())


def _starting(word: str, end: int, choices: dict[str, str]) -> list[Candidate]:
    return [
        Candidate(text, end - len(word), "operator", meaning)
        for text, meaning in choices.items()
        if text.startswith(word.lower())
    ]


def _values(
    field: str, typed: str, end: int, quote: str, operation: Operation, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Values in the quotes that the filter's own string leaves free."""
    mark = "'" if quote.startswith('"') else '"'
    word = typed[1:] if typed[:1] in ("'", '"') else typed
    for value, meaning, shown in _known_values(field, word, operation, knowledge):
        text = value.lower() if value in _BOOLEAN else f"{mark}{value}{mark}"
        if "\\" not in value and not {"'", '"'} & set(value):  # no quotes are left for it
            yield Candidate(text, end - len(typed), "value", meaning, shown)


def _known_values(field: str, word: str, operation: Operation, knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Values that fit a word: text, a line on it, and for an id how it is shown."""
    answer = operation.answer
    shape = Shape(answer.model, generation=operation.generation) if answer else NOTHING
    name = field
    if "." in field:
        outer, _, name = field.rpartition(".")
        shape = inner(shape, outer, knowledge)
    known = next((one for one in properties(shape, knowledge) if fold(one.name) == fold(name)), Property(name))
    for id, named in ids_for_field(known.name, shape.model, knowledge).items():
        if id.lower().startswith(word.lower()) or begins_word(word, named):
            yield id, "", f"{named}  ({id})" if named else ""
    allowed = list(_BOOLEAN) if known.type == "Boolean" else [str(value) for value in known.values]
    for value in dict.fromkeys([*allowed, *knowledge.seen.values(shape.seen_as, known.name)]):
        if value.lower().startswith(word.lower()):
            yield value, "" if value in allowed else "seen", ""


# --- filters as a dict ------------------------------------------------------------------------------------------


def condition_keys(word: str, start: int, used: Sequence[str], operation: Operation) -> list[Candidate]:
    """Fields as keys: `filters={"type": ...}`."""
    return [
        Candidate(f'"{name}": ', start, "key", ", ".join(operators))
        for name, operators in operation.filters.items()
        if name not in used and fold(name).startswith(fold(word))
    ]


def condition_candidates(
    word: str, start: int, field: str, wants_operator: bool, operation: Operation, knowledge: Knowledge
) -> list[Candidate]:
    """What stands behind such a key: a value, or in a tuple an operator first: `{"created": ("ge", ...)}`."""
    if wants_operator:
        fitting = (one for one in _operators(field, operation) if one.startswith(word.lower()))
        return [Candidate(f'"{one}"', start, "operator", _OPERATORS.get(one, "")) for one in fitting]
    return [
        Candidate(value if value in _BOOLEAN else quoted(value), start, "value", meaning, shown)
        for value, meaning, shown in _known_values(field, word, operation, knowledge)
    ]


# --- sorters ----------------------------------------------------------------------------------------------------


def sorter_candidates(word: str, start: int, operation: Operation) -> list[Candidate]:
    """What could go on in sorters: each field, then each descending."""
    part = word.rpartition(",")[2].lstrip()
    place = start + len(word) - len(part)
    choices = [("", name) for name in operation.sorters] + [("-", name) for name in operation.sorters]
    return [
        Candidate(sign + name, place, "field", "descending" if sign else "ascending")
        for sign, name in choices
        if fold(name).startswith(fold(part)) and (sign or not part.startswith("-"))
    ]
