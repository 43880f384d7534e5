"""Filter expressions out of dicts: the grammar's spelling, checks against the facts, long lists in several parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from typing import Any
from urllib.parse import quote as url_quote
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnshell.catalog.facts import GENERATIONS, Operation
from isnshell.catalog.loader import facts
from isnshell.errors import UnknownNameError, UsageError
from isnshell.operations.filters import filter_texts, quote
from isnshell.pipeline.stream import Stream
from isnshell.sandbox.filters import Comparison, comparisons, parse

_ALL = ("eq", "ne", "in", "sw", "co", "ge", "gt", "le", "lt", "isnull")
_THINGS = Operation(
    generation="v2025",
    operation="listThings",
    cmdlet="Get-Things",
    base="get_things",
    tag="Things",
    method="GET",
    path="/things",
    filters={
        "type": _ALL,
        "owner.id": ("eq", "in"),
        "created": _ALL,
        "features": ("ca", "co"),
        "manager": ("pr", "isnull"),
    },
)


class Colour(Enum):
    RED = "red"
    YES = True


def texts(**fields: Any) -> list[str]:
    return filter_texts({name.replace("__", "."): value for name, value in fields.items()}, _THINGS, "get_things")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ('type eq "QUARTZ"', {"type": "QUARTZ"}),
        ('type in ("A","B")', {"type": ["A", "B"]}),
        ('type in ("A")', {"type": {"A"}}),
        ('type in ("A","B")', {"type": (n for n in "AB")}),
        ('type in ("A","B")', {"type": Stream.of("AB")}),
        ("type in (1,2,3)", {"type": range(1, 4)}),
        ("type isnull", {"type": None}),
        ("type isnull", {"type": ("isnull",)}),
        ("pr manager", {"manager": ("pr",)}),
        ("type ge 5", {"type": ("ge", 5)}),
        ("type ge 5", {"type": ("GE", 5)}),
        ('type ne "A"', {"type": ("ne", "A")}),
        ('type in ("A")', {"type": ("in", "A")}),
        ('type in ("A","B")', {"type": ("in", ["A", "B"])}),
        ('features ca ("A","B")', {"features": ("ca", ["A", "B"])}),
        ('owner.id eq "1"', {"owner.id": "1"}),
        ('type eq "A" and owner.id eq "1"', {"type": "A", "owner.id": "1"}),
    ],
    ids=str,
)
def test_a_dict_becomes_an_expression(text: str, fields: dict[str, Any]) -> None:
    assert [text] == filter_texts(fields, _THINGS, "get_things")


@pytest.mark.parametrize("name", ["Type", "TYPE", "owner_id", "OwnerId"])
def test_fields_are_known_as_parameters_are(name: str) -> None:
    if name.lower().startswith("owner"):
        with pytest.raises(UnknownNameError, match=r"owner\.id"):
            filter_texts({name: "1"}, _THINGS, "get_things")
    else:
        assert filter_texts({name: "A"}, _THINGS, "get_things") == ['type eq "A"']


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('"QUARTZ"', "QUARTZ"),
        ('"O\'Neil"', "O'Neil"),
        ('"say \\"hi\\""', 'say "hi"'),
        ('"C:\\\\temp"', "C:\\temp"),
        ('"ends with \\\\"', "ends with \\"),
        ('"Zürich 東京 🦆"', "Zürich 東京 🦆"),
        ('"5"', "5"),
        ('"true"', "true"),
        ('""', ""),
        ("true", True),
        ("false", False),
        ("5", 5),
        ("-2.5", -2.5),
        ("10000000000000000", 1e16),
        ("0.00001", 1e-5),
        ("2026-03-01T08:00:00.000Z", datetime(2026, 3, 1, 8, tzinfo=timezone.utc)),
        ("2026-03-01T08:00:00.123Z", datetime(2026, 3, 1, 8, microsecond=123456, tzinfo=timezone.utc)),
        ("2026-03-01T06:30:00.000Z", datetime(2026, 3, 1, 8, tzinfo=timezone(timedelta(hours=1, minutes=30)))),
        ('"2c918085-0000-4000-8000-74d7e3d4c0de"', UUID("2c918085-0000-4000-8000-74d7e3d4c0de")),
        ('"red"', Colour.RED),
        ("true", Colour.YES),
    ],
    ids=repr,
)
def test_values_are_spelled_for_the_grammar(text: str, value: Any) -> None:
    assert [f"type eq {text}"] == texts(type=value)


def test_a_date_begins_at_local_midnight_as_in_all_commands(local_zone: Callable[[str], None]) -> None:
    local_zone("Europe/Berlin")

    assert texts(created=("ge", date(2026, 3, 1))) == ["created ge 2026-02-28T23:00:00.000Z"]
    assert texts(created=("ge", datetime(2026, 7, 1))) == ["created ge 2026-06-30T22:00:00.000Z"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("owner.id", ("ge", 1), id="operator that the field lacks"),
        pytest.param("owner.id", None, id="isnull that the field lacks"),
        pytest.param("manager", "x", id="eq that the field lacks"),
        pytest.param("manager", ["x"], id="in that the field lacks"),
        pytest.param("type", ("like", "x"), id="operator that nobody has"),
        pytest.param("type", ("A", "B", "C"), id="tuple of values"),
        pytest.param("type", (), id="empty tuple"),
        pytest.param("type", (5, "x"), id="number for operator"),
        pytest.param("type", ("eq",), id="operator without its value"),
        pytest.param("type", ("isnull", True), id="isnull with a value"),
        pytest.param("type", ("eq", None), id="eq None"),
        pytest.param("type", ["A", None], id="None in a list"),
        pytest.param("type", [], id="empty list"),
        pytest.param("type", [["A"]], id="list in a list"),
        pytest.param("type", ("ge", ["A"]), id="list for a value"),
        pytest.param("type", {"id": "1"}, id="object"),
        pytest.param("type", b"bytes", id="bytes"),
        pytest.param("type", float("nan"), id="nan"),
        pytest.param("type", object(), id="anything else"),
    ],
)
def test_what_the_grammar_has_no_words_for_is_refused(field: str, value: Any) -> None:
    with pytest.raises(UsageError):
        filter_texts({field: value}, _THINGS, "get_things")


def test_the_refusal_names_the_operators_of_the_field() -> None:
    with pytest.raises(UsageError, match=r"get_things can't be filtered with owner\.id ge\. owner\.id takes eq, in\."):
        texts(owner__id=("ge", 1))


def test_an_unknown_field_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r"can't be filtered by 'creatd'\. Did you mean created"):
        texts(creatd="x")


def test_an_operation_without_filters_has_none() -> None:
    with pytest.raises(UnknownNameError, match="It has the fields none"):
        filter_texts({"x": 1}, facts("v2025").find("get_source")[0], "get_source")


# --- long lists ---------------------------------------------------------------------------------------------------


def _values(parts: list[str], field: str) -> list[list[str]]:
    found = []
    for part in parts:
        one = next(c for c in comparisons(parse(part)) if c.field == field)
        found.append([str(value) for value in one.values])
    return found


def test_a_long_list_is_split_and_each_part_keeps_the_other_conditions() -> None:
    ids = [f"{n:032x}" for n in range(1000)]
    parts = texts(type="A", owner__id=ids, created=None)

    assert len(parts) > 1
    assert [one for part in _values(parts, "owner.id") for one in part] == ids
    assert all(
        part.startswith('type eq "A" and owner.id in (') and part.endswith("and created isnull") for part in parts
    )


@pytest.mark.parametrize("letter", ["a", "ü", "東", "🦆", '"', "\\"])
def test_no_part_is_too_long_for_an_address(letter: str) -> None:
    parts = texts(owner__id=[f"{letter * 30}{n}" for n in range(600)])

    assert max(len(url_quote(part, safe="")) for part in parts) < 6000
    assert sum(len(part) for part in _values(parts, "owner.id")) == 600


def test_two_long_lists_meet_in_every_pair_and_still_fit() -> None:
    ids = [f"{n:032x}" for n in range(300)]
    kinds = [f"kind {n}" for n in range(500)]
    parts = texts(type=kinds, owner__id=ids)
    pairs = [
        (kind, one)
        for kind_part, id_part in zip(_values(parts, "type"), _values(parts, "owner.id"), strict=True)
        for kind in kind_part
        for one in id_part
    ]

    assert len(pairs) == len(set(pairs)) == 300 * 500
    assert max(len(url_quote(part, safe="")) for part in parts) < 6000


def test_a_value_that_comes_twice_is_asked_for_once() -> None:
    assert texts(type=["A", "B", "A"]) == ['type in ("A","B")']
    ids = [f"{n:032x}" for n in range(500)]

    assert [one for part in _values(texts(owner__id=[*ids, *ids]), "owner.id") for one in part] == ids


def test_one_value_longer_than_a_part_still_goes_out() -> None:
    assert texts(owner__id=["x" * 9000, "y"]) == [f'owner.id in ("{"x" * 9000}")', 'owner.id in ("y")']


# --- any value ----------------------------------------------------------------------------------------------------

_SCALARS = st.one_of(st.text(), st.integers(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False))


@given(st.text())
def test_any_text_is_read_back_as_it_was(value: str) -> None:
    (text,) = texts(type=value)

    assert parse(text) == Comparison("type", "eq", (value,))


@given(st.lists(_SCALARS, min_size=1, max_size=50))
def test_any_list_is_one_list_of_the_grammar(values: list[Any]) -> None:
    (text,) = texts(type=values)
    (comparison,) = comparisons(parse(text))

    assert comparison.operator == "in"
    assert [quote(value) for value in comparison.values] == list(dict.fromkeys(quote(value) for value in values))


@given(st.datetimes(min_value=datetime(1971, 1, 1), timezones=st.timezones()))
def test_any_moment_keeps_its_milliseconds(value: datetime) -> None:
    (text,) = texts(created=("lt", value))
    spelled = text.removeprefix("created lt ")
    read = datetime.strptime(spelled, "%Y-%m-%dT%H:%M:%S.%f%z")

    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", spelled)
    assert timedelta(0) <= value - read < timedelta(milliseconds=1)


def test_every_documented_field_takes_each_of_its_operators() -> None:
    seen = 0
    for generation in GENERATIONS:
        for operation in facts(generation):
            for field, operators in operation.filters.items():
                for operator in operators:
                    value = (operator,) if operator in ("isnull", "pr") else (operator, "x")
                    (text,) = filter_texts({field: value}, operation, operation.base)
                    assert [(one.field, one.operator) for one in comparisons(parse(text))] == [(field, operator)]
                    seen += 1
    assert seen > 5000
