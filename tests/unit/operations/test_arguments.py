"""Binding what a person gave to an operation's parameters."""

from __future__ import annotations

from typing import Any

import pytest

from isnshell.catalog.facts import EXPERIMENTAL_HEADER, Body, Operation, Parameter
from isnshell.errors import UnknownNameError, UsageError
from isnshell.operations.arguments import bind, missing_arguments, name_arguments, positional
from isnshell.records import Record

_HELD = {"source_id": "1", "name": "a"}


@pytest.mark.parametrize("name", ["source_id", "sourceId", "SourceId", "SOURCE-ID", "sourceid"])
def test_a_parameter_is_known_in_every_spelling(operation: Operation, models: Any, name: str) -> None:
    assert bind(operation, {name: "1", "name": "a"}, models, "thing").path == {"sourceId": "1", "name": "a"}


def test_values_are_sorted_by_place_under_their_wire_names(operation: Operation, models: Any) -> None:
    bound = bind(operation, {**_HELD, "level": 3, "x_slot": "b"}, models, "thing")

    assert (bound.path, bound.query, bound.headers) == ({"sourceId": "1", "name": "a"}, {"level": 3}, {"X-Slot": "b"})
    assert not bound.has_body


def test_an_unknown_name_is_refused_with_the_nearest(operation: Operation, models: Any) -> None:
    with pytest.raises(UnknownNameError, match=r"thing has no parameter 'sorcers'.*sorters"):
        bind(operation, {**_HELD, "sorcers": "a"}, models, "thing")


def test_an_unknown_name_far_from_all_shows_the_usage(operation: Operation, models: Any) -> None:
    with pytest.raises(UnknownNameError, match=r"Usage: thing\(source_id, name, \[count\]"):
        bind(operation, {**_HELD, "xyzzy": "a"}, models, "thing")


def test_unknown_names_of_a_body_are_looked_for_among_its_fields(with_body: Operation, models: Any) -> None:
    with pytest.raises(UnknownNameError, match="reportType"):
        bind(with_body, {"report_typ": "ACCOUNTS"}, models, "thing")


def test_all_missing_parameters_are_named(operation: Operation, models: Any) -> None:
    with pytest.raises(UsageError, match="thing needs source_id and name"):
        bind(operation, {}, models, "thing")


def test_a_missing_body_is_named(with_body: Operation, models: Any) -> None:
    with pytest.raises(UsageError, match="needs details"):
        bind(with_body, {}, models, "thing")


@pytest.mark.parametrize("value", [False, 0], ids=repr)
def test_false_and_zero_are_sent_as_given(operation: Operation, models: Any, value: Any) -> None:
    name = "count" if value is False else "level"

    assert bind(operation, {**_HELD, name: value}, models, "thing").query == {name: value}


def test_none_leaves_an_optional_parameter_out(operation: Operation, models: Any) -> None:
    assert bind(operation, {**_HELD, "level": None, "x_slot": None}, models, "thing").query == {}


def test_null_false_and_zero_in_a_body_are_sent_as_given(with_body: Operation, models: Any) -> None:
    given = {"reportType": "ACCOUNTS", "maxRows": 0, "isUrgent": False, "owner": None}

    assert given == bind(with_body, {"details": given}, models, "thing").body


@pytest.mark.parametrize("value", ["", "  ", None], ids=repr)
def test_an_empty_path_value_is_refused(operation: Operation, models: Any, value: Any) -> None:
    with pytest.raises(UsageError, match="source_id"):
        bind(operation, {"source_id": value, "name": "a"}, models, "thing")


@pytest.mark.parametrize("skip", [False, True], ids=["checked", "skip_validation"])
@pytest.mark.parametrize(
    "value",
    ["..", ".", "a/b", "a\\b", "a?b", "a#b", "../../oauth/token", "a\nb", "a\0b", "a\x7fb", "\ud800"],
    ids=ascii,
)
def test_an_id_that_could_lead_to_another_endpoint_is_refused_even_without_checks(
    operation: Operation, models: Any, value: str, skip: bool
) -> None:
    with pytest.raises(UsageError):
        bind(operation, {"source_id": value, "name": "a"}, models, "thing", skip_validation=skip)


@pytest.mark.parametrize("value", ["..", ".", "a\nb", "a\x85b"], ids=ascii)
def test_no_path_value_may_be_a_step_or_a_control_character(operation: Operation, models: Any, value: str) -> None:
    with pytest.raises(UsageError):
        bind(operation, {"source_id": "1", "name": value}, models, "thing")


def test_a_name_in_the_path_may_hold_slashes_since_it_is_quoted_whole(operation: Operation, models: Any) -> None:
    assert bind(operation, {"source_id": "1", "name": "a/b"}, models, "thing").path["name"] == "a/b"


def test_no_address_is_made_without_its_path_values_even_without_checks(operation: Operation, models: Any) -> None:
    with pytest.raises(UsageError, match="needs source_id"):
        bind(operation, {"name": "a"}, models, "thing", skip_validation=True)


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0", "☃"], ids=ascii)
def test_a_header_value_is_one_line_that_headers_can_carry(operation: Operation, models: Any, value: str) -> None:
    with pytest.raises(UsageError, match="x_slot"):
        bind(operation, {**_HELD, "x_slot": value}, models, "thing", skip_validation=True)


def test_positional_arguments_follow_powershells_order(operation: Operation) -> None:
    assert name_arguments(operation, ("1", "a"), {"level": 1}, "thing") == {"source_id": "1", "name": "a", "level": 1}


def test_too_many_positional_arguments_are_counted(with_body: Operation) -> None:
    with pytest.raises(UsageError, match="at most 1 arguments by position, 2 were given"):
        name_arguments(with_body, ({}, {}), {}, "thing")


@pytest.mark.parametrize(
    ("given", "keywords"),
    [
        pytest.param(("1",), {"source_id": "2"}, id="position and name"),
        pytest.param(("1",), {"SourceId": "2"}, id="position and another spelling"),
        pytest.param((), {"source_id": "1", "sourceId": "2"}, id="two spellings"),
    ],
)
def test_a_parameter_given_twice_is_refused(operation: Operation, given: Any, keywords: Any) -> None:
    with pytest.raises(UsageError, match="twice"):
        name_arguments(operation, given, keywords, "thing")


def test_a_body_field_given_in_two_spellings_is_refused(with_body: Operation) -> None:
    with pytest.raises(UsageError, match="twice"):
        name_arguments(with_body, (), {"max_rows": 1, "maxRows": 2}, "thing")


def test_fields_of_the_body_may_be_given_by_their_own_names(with_body: Operation, models: Any) -> None:
    bound = bind(with_body, {"report_type": "accounts", "MaxRows": 5}, models, "thing")

    assert bound.body == {"reportType": "ACCOUNTS", "maxRows": 5}


def test_a_body_and_its_fields_together_are_refused(with_body: Operation, models: Any) -> None:
    with pytest.raises(UsageError, match="got details and also maxRows"):
        bind(with_body, {"details": {"reportType": "ACCOUNTS"}, "max_rows": 5}, models, "thing")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"reportType": "ACCOUNTS"}, id="dict"),
        pytest.param(Record(ReportType="ACCOUNTS"), id="Record"),
        pytest.param('{"report_type": "accounts"}', id="JSON text"),
    ],
)
def test_a_body_is_a_dict_a_record_or_json_text(with_body: Operation, models: Any, body: Any) -> None:
    assert bind(with_body, {"details": body}, models, "thing").body == {"reportType": "ACCOUNTS"}


def test_a_body_is_known_as_body_too(with_body: Operation, models: Any) -> None:
    assert bind(with_body, {"body": {"reportType": "ACCOUNTS"}}, models, "thing").has_body


def test_malformed_json_text_says_where(with_body: Operation, models: Any) -> None:
    with pytest.raises(UsageError, match=r"thing: details is text, but no JSON.*line 1"):
        bind(with_body, {"details": "{reportType: 1}"}, models, "thing")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"op": "replace", "path": "/a", "value": 1}, id="one object"),
        pytest.param([{"op": "replace", "path": "/a", "value": 1}], id="list of one"),
        pytest.param('{"op": "replace", "path": "/a", "value": 1}', id="JSON text of one"),
        pytest.param('[{"op": "replace", "path": "/a", "value": 1}]', id="JSON text of a list"),
        pytest.param((one for one in [{"op": "replace", "path": "/a", "value": 1}]), id="generator"),
    ],
)
def test_one_object_where_a_list_is_wanted_goes_out_as_a_list_of_one(
    with_list: Operation, models: Any, body: Any
) -> None:
    bound = bind(with_list, {"id": "1", "json_patch": body}, models, "thing")

    assert bound.body == [{"op": "replace", "path": "/a", "value": 1}]


@pytest.mark.parametrize("value", [None, False, 0, "", {"a": None}, [1]], ids=repr)
def test_a_patch_carries_any_value_as_given(with_list: Operation, models: Any, value: Any) -> None:
    bound = bind(with_list, {"id": "1", "json_patch": {"op": "replace", "path": "/a", "value": value}}, models, "thing")

    assert value == bound.body[0]["value"]


@pytest.mark.parametrize(
    "patch",
    [
        pytest.param({"path": "/a"}, id="no op"),
        pytest.param({"op": "set", "path": "/a"}, id="unknown op"),
        pytest.param("TERMINATED", id="no JSON"),
        pytest.param([1], id="a number"),
        pytest.param({"op": "add", "path": "/a", "values": 1}, id="unknown field"),
    ],
)
def test_a_patch_that_is_none_is_refused(with_list: Operation, models: Any, patch: Any) -> None:
    with pytest.raises(UsageError):
        bind(with_list, {"id": "1", "json_patch": patch}, models, "thing")


def test_skip_validation_passes_on_what_the_facts_do_not_know(with_body: Operation, models: Any) -> None:
    bound = bind(with_body, {"report_type": "BRAND_NEW", "novelty": 1}, models, "thing", skip_validation=True)

    assert bound.body == {"reportType": "BRAND_NEW", "novelty": 1}


def test_skip_validation_sends_a_query_value_out_of_range(operation: Operation, models: Any) -> None:
    bound = bind(operation, {**_HELD, "level": 99, "kind": "xlsx"}, models, "thing", skip_validation=True)

    assert bound.query == {"level": 99, "kind": "xlsx"}


def test_a_body_whose_fields_are_all_optional_may_stay_away(make: Any, models: Any) -> None:
    optional = make(
        path="/things",
        parameters=(Parameter("body", "body", "object", "Optional", required=True),),
        body=Body("application/json", "Optional", required=True),
    )

    assert missing_arguments(optional, {}, models) == []
    assert bind(optional, {}, models, "thing").body == {}


def test_a_body_that_is_not_required_is_not_sent_when_left_out(make: Any, models: Any) -> None:
    optional = make(
        path="/things",
        parameters=(Parameter("body", "body", "object", "Optional"),),
        body=Body("application/json", "Optional"),
    )

    assert not bind(optional, {}, models, "thing").has_body


def test_an_experimental_operation_says_so_without_being_asked(make: Any, models: Any) -> None:
    experimental = Parameter(EXPERIMENTAL_HEADER, "header", "string", "XSailPointExperimental", required=True)
    operation = make(path="/things", parameters=(experimental,), experimental=True)

    assert positional(operation) == []
    assert missing_arguments(operation, {}, models) == []
    assert bind(operation, {}, models, "thing").headers == {EXPERIMENTAL_HEADER: "true"}


def test_a_text_body_is_sent_as_it_is(make: Any, models: Any) -> None:
    text = make(
        path="/things",
        parameters=(Parameter("body", "body", "string", "Body", required=True),),
        body=Body("text/plain", "string", required=True),
    )

    assert bind(text, {"body": "{not json"}, models, "thing").body == "{not json"


def test_form_fields_keep_files_and_make_other_values_plain(make: Any, models: Any, tmp_path: Any) -> None:
    form = make(
        path="/things",
        parameters=(
            Parameter("file", "form", "string", "File", format="binary"),
            Parameter("note", "form", "string", "Note"),
        ),
        body=Body("multipart/form-data", None),
    )
    path = tmp_path / "a.csv"

    assert bind(form, {"file": path, "note": "x"}, models, "thing").form == {"file": path, "note": "x"}


@pytest.fixture
def same_name_twice(make: Any) -> Operation:
    """`name` in the path and in the form, where PowerShell calls it Name2."""
    return make(
        path="/brandings/{name}",
        parameters=(
            Parameter("name", "path", "string", "Name", required=True),
            Parameter("name", "form", "string", "Name2", required=True),
        ),
        body=Body("multipart/form-data", None, required=True),
    )


def test_one_wire_name_in_two_places_is_two_arguments(same_name_twice: Operation, models: Any) -> None:
    named = name_arguments(same_name_twice, ("old",), {"name2": "new"}, "thing")
    bound = bind(same_name_twice, named, models, "thing")

    assert (bound.path, bound.form) == ({"name": "old"}, {"name": "new"})


def test_one_of_them_does_not_stand_for_the_other(same_name_twice: Operation, models: Any) -> None:
    assert [p.python_name for p in missing_arguments(same_name_twice, {"name": "old"}, models)] == ["name2"]
