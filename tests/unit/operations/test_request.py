"""What is sent: a request as a value."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnshell.catalog.facts import Answer, Body, Operation
from isnshell.errors import UsageError
from isnshell.operations.arguments import Arguments, bind
from isnshell.operations.request import Request, build, dump, prefix, spell

from .conftest import MODELS, make_operation

_BASE = "https://acme.api.identitynow.com"


@given(source=st.text(min_size=1), name=st.text(min_size=1), skip=st.booleans())
def test_no_path_value_changes_host_or_path(source: str, name: str, skip: bool) -> None:
    operation = make_operation()
    try:
        bound = bind(operation, {"source_id": source, "name": name}, MODELS, "thing", skip_validation=skip)
    except UsageError:
        return
    parts = urlsplit(_BASE + build(operation, bound).target)
    steps = parts.path.split("/")

    assert (parts.netloc, parts.query, parts.fragment) == ("acme.api.identitynow.com", "", "")
    assert [*steps[:3], steps[4]] == ["", "v2025", "sources", "things"]
    assert (source, name, 6) == (unquote(steps[3]), unquote(steps[5]), len(steps))
    assert not {".", ".."} & set(steps)


@given(st.text())
def test_no_query_value_adds_or_changes_another(value: str) -> None:
    operation = make_operation()
    bound = bind(operation, {"source_id": "1", "name": "a", "sorters": value, "level": 1}, MODELS, "thing")
    parts = urlsplit(_BASE + build(operation, bound).target)

    assert parts.path == "/v2025/sources/1/things/a"
    assert parts.fragment == ""
    assert [("sorters", value), ("level", "1")] == parse_qsl(parts.query, keep_blank_values=True)


@given(st.text(min_size=1))
def test_the_target_is_plain_ascii_without_spaces(value: str) -> None:
    target = Request("GET", "/x", query=((value, value),)).target

    assert target.isascii()
    assert target.isprintable()
    assert " " not in target


def test_a_value_that_looks_like_a_placeholder_is_not_filled_in(operation: Operation) -> None:
    bound = bind(operation, {"source_id": "{name}", "name": "a"}, MODELS, "thing")

    assert build(operation, bound).path == "/v2025/sources/%7Bname%7D/things/a"


def test_a_quoted_slash_is_quoted_once_more(operation: Operation) -> None:
    bound = bind(operation, {"source_id": "%2e%2e%2f", "name": "a"}, MODELS, "thing")

    assert build(operation, bound).path == "/v2025/sources/%252e%252e%252f/things/a"


@pytest.mark.parametrize(
    ("target", "query"),
    [
        pytest.param("count=false", {"count": False}, id="false"),
        pytest.param("level=0", {"level": 0}, id="zero"),
        pytest.param("sorters=", {"sorters": ""}, id="empty text"),
        pytest.param("ids=a&ids=b%2Cc", {"ids": ["a", "b,c"]}, id="list, each by itself"),
        pytest.param("marks=a%2Cb", {"marks": ["a", "b"]}, id="list in one value"),
        pytest.param("sorters=name%2C-created", {"sorters": ["name", "-created"]}, id="comma-separated"),
    ],
)
def test_a_query_is_spelled_as_the_api_reads_it(operation: Operation, target: str, query: dict[str, Any]) -> None:
    bound = bind(operation, {"source_id": "1", "name": "a", **query}, MODELS, "thing")

    assert target == build(operation, bound).target.partition("?")[2]


@pytest.mark.parametrize(
    ("path", "generation"),
    [
        ("/v3/x", "v3"),
        ("/beta/x", "beta"),
        ("/v2024/x", "v2024"),
        ("/v2026/x", "v2026"),
        ("/x", "v1"),
        ("/x", "nerm"),
        ("/v2025/x", "nermv2025"),
    ],
)
def test_every_generation_has_its_form_of_path(path: str, generation: str) -> None:
    assert path == prefix(generation) + "/x"


def test_a_request_carries_what_the_engine_needs_to_know(with_body: Operation) -> None:
    bound = bind(with_body, {"report_type": "ACCOUNTS"}, MODELS, "thing")
    request = build(with_body, bound)

    assert (request.method, request.path, request.content_type) == ("POST", "/v2025/things", "application/json")
    assert json.loads(request.body or b"") == {"reportType": "ACCOUNTS"}
    assert (request.family, request.generation, request.changes) == ("isc", "v2025", True)
    assert request.command == "Invoke-V2025Thing"


def test_a_patch_has_its_own_content_type(with_list: Operation) -> None:
    bound = bind(with_list, {"id": "1", "json_patch": {"op": "add", "path": "/a", "value": None}}, MODELS, "thing")
    request = build(with_list, bound)

    assert request.content_type == "application/json-patch+json"
    assert request.body == b'[{"op":"add","path":"/a","value":null}]'


def test_without_a_body_there_is_no_content_type(operation: Operation) -> None:
    request = build(operation, Arguments(path={"sourceId": "1", "name": "a"}))

    assert (request.body, request.content_type) == (None, None)


@pytest.mark.parametrize(
    ("changes", "method", "base"),
    [
        pytest.param(False, "GET", "get_thing", id="GET"),
        pytest.param(False, "HEAD", "get_thing_headers", id="HEAD"),
        pytest.param(False, "POST", "search_post", id="POST that searches"),
        pytest.param(True, "POST", "start_report", id="POST"),
        pytest.param(True, "DELETE", "remove_thing", id="DELETE"),
        pytest.param(True, "PUT", "send_thing", id="PUT"),
        pytest.param(True, "PATCH", "update_thing", id="PATCH"),
        pytest.param(True, "POST", "export_things", id="export starts a job"),
    ],
)
def test_a_request_knows_whether_it_changes_the_tenant(make: Any, changes: bool, method: str, base: str) -> None:
    operation = make(method=method, base=base, path="/things", parameters=())

    assert changes is build(operation, Arguments()).changes


def test_a_file_is_asked_for_by_its_types_and_json_for_errors(make: Any) -> None:
    operation = make(
        path="/things", parameters=(), answers=(Answer(200, ("application/csv", "application/pdf"), "file"),)
    )

    assert build(operation, Arguments()).accept == "application/csv, application/pdf, application/json;q=0.9"


def test_data_that_also_comes_as_csv_is_asked_for_as_json(make: Any) -> None:
    answers = (Answer(200, ("application/json", "text/csv"), "AggregationResult"),)
    operation = make(path="/search/aggregate", parameters=(), answers=answers)

    assert build(operation, Arguments()).accept == "application/json"


@pytest.mark.parametrize(
    ("sent", "content_type"),
    [
        pytest.param('"Größe"', "application/json", id="as JSON"),
        pytest.param("Größe", "text/plain", id="as it is"),
    ],
)
def test_a_body_of_text_is_sent_as_its_content_type_wants(make: Any, sent: str, content_type: str) -> None:
    operation = make(path="/things", parameters=(), body=Body(content_type, "string"))
    request = build(operation, Arguments(body="Größe", has_body=True))

    assert (request.body, request.content_type) == (sent.encode(), content_type)


def test_query_values_can_be_set_and_taken_out() -> None:
    request = Request("GET", "/x", query=(("limit", "5"), ("filters", "a")))

    assert request.with_query(limit=250, offset=None).target == "/x?filters=a&limit=250"
    assert request.with_query(limit=None).target == "/x?filters=a"
    assert request.target == "/x?limit=5&filters=a"


@pytest.mark.parametrize(("text", "value"), [("null", None), ("true", True), ("false", False), ("0", 0), ("a", "a")])
def test_a_value_is_spelled_as_in_a_query(text: str, value: Any) -> None:
    assert text == spell(value)


def test_json_is_sent_as_utf_8() -> None:
    assert dump({"name": "Zoë"}) == '{"name":"Zoë"}'.encode()


def test_the_repr_of_a_request_leaves_out_its_body() -> None:
    assert "s3cr3t" not in repr(Request("POST", "/oauth/token", body=b"client_secret=s3cr3t", form={"a": "s3cr3t"}))
