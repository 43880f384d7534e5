"""JSON: texts, and files of one record a line."""

from __future__ import annotations

import json
from decimal import Decimal
from enum import IntEnum
from math import inf, nan

import pytest

from cmdlets.content import get_content
from cmdlets.json_files import convert_from_json, convert_to_json, export_json_lines
from isnshell.errors import UsageError


def test_one_record_is_an_object_and_several_are_an_array():
    assert {"id": 1} | convert_to_json(compress=True) == '{"id":1}'
    assert [{"id": 1}] | convert_to_json(compress=True) == '{"id":1}'
    assert [{"id": 1}] | convert_to_json(compress=True, as_array=True) == '[{"id":1}]'
    assert convert_to_json([{"id": 1}], compress=True) == '[{"id":1}]'
    assert [1, 2] | convert_to_json() == "[\n  1,\n  2\n]"
    assert [] | convert_to_json() is None
    assert convert_to_json(None) == "null"
    assert convert_to_json("a\u2028b") == '"a\\u2028b"'


def test_json_spells_out_all_levels_unless_told_otherwise(capsys):
    value = {"a": {"b": {"c": [1]}}, "name": "Zoë"}
    assert json.loads(convert_to_json(value)) == value
    assert convert_to_json(value, depth=1, compress=True) == '{"a":{"b":"{\\"c\\":[1]}"},"name":"Zoë"}'
    assert "depth=1" in capsys.readouterr().err
    assert json.loads(convert_to_json(value, depth=3)) == value
    assert capsys.readouterr().err == ""


def test_json_text_becomes_records():
    assert convert_from_json('{"owner": {"name": "Ada"}}').owner.name == "Ada"
    assert (["[1,", "2]"] | convert_from_json()) == [1, 2]
    assert (['{"id": 1}', '{"id": 2}'] | convert_from_json()) == [{"id": 1}, {"id": 2}]
    with pytest.raises(UsageError, match="line 1, column 9"):
        convert_from_json('{"a": 1,}')
    assert convert_from_json("") is None
    assert ([" ", "\ufeff"] | convert_from_json()) is None


def test_objects_can_be_plain_dicts_whose_keys_have_their_case():
    found = convert_from_json('{"a": {"b": 1}, "A": 2}', as_hashtable=True)
    assert (type(found), type(found["a"]), found["A"]) == (dict, dict, 2)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("string", "2026-03-01T08:00:00+02:00"),
        ("Utc", "2026-03-01T06:00:00+00:00"),
        ("local", "2026-03-01T07:00:00+01:00"),
        ("Offset", "2026-03-01T08:00:00+02:00"),
    ],
)
def test_dates_stay_text_unless_asked(local_zone, kind, expected):
    local_zone("Europe/Berlin")
    found = convert_from_json('[{"at": "2026-03-01T08:00:00+02:00", "n": "2026"}]', date_kind=kind)[0]
    assert isinstance(found.at, str) == (kind == "string")
    assert (found.at if kind == "string" else found.at.isoformat()) == expected
    assert found.n == "2026"


def test_text_that_is_nested_too_deep_and_a_kind_of_dates_that_there_is_not():
    assert convert_from_json('{"a": {"b": 1}}', depth=2).a.b == 1
    with pytest.raises(UsageError, match="deeper than depth=1"):
        convert_from_json('{"a": {"b": {"c": 1}}}', depth=1)
    with pytest.raises(UsageError, match="date_kind='day'"):
        convert_from_json("1", date_kind="day")


class Day(IntEnum):
    FRIDAY = 5


def test_values_that_json_has_no_word_for():
    assert convert_to_json([nan, inf, -inf, Decimal("2.50"), Decimal(7)], compress=True) == (
        '["NaN","Infinity","-Infinity",2.5,7]'
    )
    assert convert_to_json({"day": Day.FRIDAY}, compress=True) == '{"day":5}'
    assert convert_to_json({"day": [Day.FRIDAY]}, compress=True, enums_as_strings=True) == '{"day":["FRIDAY"]}'


@pytest.mark.parametrize(
    ("escaping", "text", "written"),
    [
        ("EscapeNonAscii", "Søren Łukasz", r'"S\u00f8ren \u0141ukasz"'),
        ("escape_html", "<b>&", r'"\u003cb\u003e\u0026"'),
        ("Default", "Søren <i>", '"Søren <i>"'),
    ],
)
def test_escapes_as_powershell_writes_them(escaping, text, written):
    assert convert_to_json(text, escape_handling=escaping) == written


def test_html_escapes_leave_the_value_as_it_is():
    text = """it's "x" \\ <&>"""
    assert json.loads(convert_to_json([text], escape_handling="escape_html")) == [text]
    with pytest.raises(UsageError, match="escape_handling='all'"):
        convert_to_json(1, escape_handling="all")


def test_lines_of_json_are_added(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text('{"id":1}')
    [{"id": 2}] | export_json_lines(path, append=True)
    assert path.read_text() == '{"id":1}\n{"id":2}\n'


def test_json_lines_lose_nothing(tmp_path, capsys):
    records = [{"id": "1", "owner": {"name": "Zoë"}, "none": None}, {"list": [1, 2]}]
    path = tmp_path / "records.jsonl"
    assert (records | export_json_lines(path)) == path
    assert list(get_content(path) | convert_from_json()) == records
    assert capsys.readouterr().err == f"2 records, {path.stat().st_size} bytes, {path}\n"
