"""Holding values against the facts, and giving them the form the API wants."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from enum import Enum, IntEnum
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

import attrs
import pytest

from isnshell.catalog.facts import Field, Model, Parameter
from isnshell.errors import UnknownNameError, UsageError
from isnshell.operations.checks import check_body, check_parameter, parse_json_text, plain
from isnshell.records import Record


class _Colour(Enum):
    RED = "red"


class _Level(IntEnum):
    HIGH = 3


@attrs.frozen
class _Report:
    report_type: str
    tags: list[str]


@pytest.mark.parametrize(
    ("json", "value"),
    [
        pytest.param(None, None, id="null"),
        pytest.param(False, False, id="false"),
        pytest.param("a", "a", id="text"),
        pytest.param("red", _Colour.RED, id="enum"),
        pytest.param(3, _Level.HIGH, id="enum of numbers"),
        pytest.param(
            "2026-03-01T07:00:00.000Z", datetime(2026, 3, 1, 8, tzinfo=timezone(timedelta(hours=1))), id="moment"
        ),
        pytest.param("2026-03-01", date(2026, 3, 1), id="date"),
        pytest.param("00000000-0000-0000-0000-00000000000a", UUID(int=10), id="UUID"),
        pytest.param("a/b", PurePosixPath("a/b"), id="path"),
        pytest.param({"report_type": "X", "tags": ["a"]}, _Report("X", ["a"]), id="attrs object"),
        pytest.param({"a": {"b": [1]}}, Record({"a": {"b": (1,)}}), id="Record"),
        pytest.param([0, 1], (n for n in range(2)), id="generator"),
        pytest.param({"1": "red"}, {1: _Colour.RED}, id="key that is no text"),
    ],
)
def test_a_value_becomes_what_json_knows(json: Any, value: Any) -> None:
    assert json == plain(value)


@pytest.mark.parametrize("value", [object(), b"x", float("nan"), float("inf"), {"a": [float("nan")]}], ids=repr)
def test_what_json_does_not_know_is_refused(value: Any) -> None:
    with pytest.raises(UsageError, match="can't travel as JSON"):
        plain(value)


def _parameter(kind: str, **more: Any) -> Parameter:
    return Parameter("level", "query", kind, "Level", **more)


@pytest.mark.parametrize(
    ("sent", "kind", "value"),
    [
        pytest.param(5, "integer", 5, id="whole number"),
        pytest.param(5, "integer", "5", id="text of a whole number"),
        pytest.param(5, "integer", 5.0, id="float that is whole"),
        pytest.param(0, "integer", 0, id="zero"),
        pytest.param(0.5, "number", "0.5", id="text of a number"),
        pytest.param(False, "boolean", False, id="false"),
        pytest.param(True, "boolean", "TRUE", id="text of a boolean"),
        pytest.param("5", "string", 5, id="number where text is wanted"),
        pytest.param("true", "string", True, id="boolean where text is wanted"),
        pytest.param("2026-03-01", "string", date(2026, 3, 1), id="date where text is wanted"),
        pytest.param(["a"], "array<string>", "a", id="one where a list is wanted"),
        pytest.param([1, 2], "array<integer>", ["1", 2], id="list"),
    ],
)
def test_a_value_is_given_the_form_of_its_type(sent: Any, kind: str, value: Any) -> None:
    result = check_parameter(_parameter(kind), value, "thing")

    assert (type(sent), sent) == (type(result), result)


@pytest.mark.parametrize(
    ("says", "kind", "value"),
    [
        pytest.param("whole number", "integer", "x", id="text"),
        pytest.param("whole number", "integer", 1.5, id="fraction"),
        pytest.param("whole number", "integer", True, id="boolean is no number"),
        pytest.param("whole number", "array<integer>", [1, "x"], id="inside a list"),
        pytest.param("True or False", "boolean", "yes", id="no boolean"),
        pytest.param("True or False", "boolean", 1, id="number is no boolean"),
        pytest.param("number", "number", "nan", id="not a number"),
        pytest.param("number", "number", "x", id="no number"),
        pytest.param("text", "string", {"a": 1}, id="object"),
        pytest.param("text", "string", [1], id="list"),
        pytest.param("half a character", "string", "\ud800", id="half a surrogate pair"),
    ],
)
def test_a_wrong_type_says_what_is_wanted(says: str, kind: str, value: Any) -> None:
    with pytest.raises(UsageError, match=f"thing: level.*{says}"):
        check_parameter(_parameter(kind), value, "thing")


@pytest.mark.parametrize(
    ("allowed", "bounds", "value"),
    [
        pytest.param("0 to 250", {"minimum": 0, "maximum": 250}, -1, id="below"),
        pytest.param("0 to 250", {"minimum": 0, "maximum": 250}, 251, id="above"),
        pytest.param("at least 1", {"minimum": 1}, 0, id="no upper bound"),
        pytest.param("at most 9", {"maximum": 9}, 10, id="no lower bound"),
    ],
)
def test_a_value_out_of_range_says_what_is_allowed(allowed: str, bounds: Any, value: int) -> None:
    with pytest.raises(UsageError, match=f"Allowed is {allowed}"):
        check_parameter(_parameter("integer", **bounds), value, "thing")


@pytest.mark.parametrize("value", [0, 250])
def test_the_bounds_themselves_are_allowed(value: int) -> None:
    assert value == check_parameter(_parameter("integer", minimum=0, maximum=250), value, "thing")


@pytest.mark.parametrize("value", ["csv", "CSV", "Csv"])
def test_case_does_not_count_in_an_enum(value: str) -> None:
    assert check_parameter(_parameter("string", enum=("csv", "pdf")), value, "thing") == "csv"


def test_a_value_that_an_enum_does_not_know_lists_what_it_does() -> None:
    with pytest.raises(UsageError, match=r"level='xls' is not allowed.*Allowed: csv, pdf"):
        check_parameter(_parameter("string", enum=("csv", "pdf")), "xls", "thing")


def test_sorters_may_be_a_list() -> None:
    sorters = Parameter("sorters", "query", "string", "Sorters", format="comma-separated")

    assert check_parameter(sorters, ["name", "-created"], "thing") == "name,-created"


def test_a_long_value_is_shortened_in_the_message() -> None:
    with pytest.raises(UsageError) as caught:
        check_parameter(_parameter("integer"), "x" * 5000, "thing")

    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("text", ['{"a": 1}', " [1] ", "null", '"text"'])
def test_json_text_is_parsed(text: str) -> None:
    assert parse_json_text(text, "body") != text


def test_what_is_no_text_is_left_alone() -> None:
    value = {"a": 1}

    assert value is parse_json_text(value, "body")


@pytest.mark.parametrize(
    ("message", "body"),
    [
        pytest.param("no field 'reportTyp'.*reportType", {"reportTyp": 1}, id="unknown field"),
        pytest.param("lacks reportType", {"maxRows": 1}, id="required field"),
        pytest.param("maxRows='x' is no whole number", {"reportType": "ACCOUNTS", "maxRows": "x"}, id="wrong type"),
        pytest.param("isUrgent=1 is no True or False", {"reportType": "ACCOUNTS", "isUrgent": 1}, id="no boolean"),
        pytest.param("reportType='X' is not allowed.*ACCOUNTS", {"reportType": "X"}, id="unknown value"),
        pytest.param("owner lacks id", {"reportType": "ACCOUNTS", "owner": {}}, id="nested required field"),
        pytest.param("owner.id=", {"reportType": "ACCOUNTS", "owner": {"id": {}}}, id="nested type"),
        pytest.param("owner='x' is no object", {"reportType": "ACCOUNTS", "owner": "x"}, id="no object"),
        pytest.param("Details=5 is no object", 5, id="whole body is no object"),
    ],
)
def test_a_wrong_body_says_what_is_wrong_and_where(models: Any, message: str, body: Any) -> None:
    with pytest.raises(UsageError, match=message):
        check_body(body, models["Details"], models, "thing")


def test_an_unknown_field_is_an_unknown_name(models: Any) -> None:
    with pytest.raises(UnknownNameError):
        check_body({"x": 1}, models["Details"], models, "thing")


def test_spellings_and_types_of_a_body_are_mended(models: Any) -> None:
    given = {"report_type": "accounts", "MaxRows": "5", "tags": "a", "owner": {"Id": 7}, "extra": {"free": [1]}}
    wanted = {"reportType": "ACCOUNTS", "maxRows": 5, "tags": ["a"], "owner": {"id": "7"}, "extra": {"free": [1]}}

    assert wanted == check_body(given, models["Details"], models, "thing")


@pytest.mark.parametrize("value", [9, "9"])
def test_a_number_of_an_enum_model_stays_a_number(value: Any) -> None:
    """The field has the document's numbers, the model has them as the SDK's texts."""
    models = {
        "Application": Model("Application", "v2025", fields=(Field("kind", "Kind", "Kind", enum=(1, 8, 9)),)),
        "Kind": Model("Kind", "v2025", enum=("1", "8", "9")),
    }

    assert check_body({"kind": value}, models["Application"], models, "thing") == {"kind": 9}


def test_null_is_kept_in_a_body(models: Any) -> None:
    given = {"reportType": "ACCOUNTS", "maxRows": None, "owner": None, "tags": None}

    assert given == check_body(given, models["Details"], models, "thing")


def test_a_model_that_allows_more_fields_keeps_them(models: Any) -> None:
    assert check_body({"Known": "a", "other": 1}, models["Open"], models, "thing") == {"known": "a", "other": 1}


def test_without_a_model_everything_passes(models: Any) -> None:
    assert check_body({"any": 1}, None, models, "thing") == {"any": 1}
