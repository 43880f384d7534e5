"""Reading what came back."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from requests.structures import CaseInsensitiveDict

from isnshell.catalog.facts import Answer
from isnshell.errors import AnswerError
from isnshell.operations.answer import as_records, content_type, file_name, is_file, origin, parse
from isnshell.records import Origin, Record, origin_of

_JSON = {"Content-Type": "application/json;charset=UTF-8"}


@pytest.mark.parametrize(
    ("value", "body", "headers"),
    [
        pytest.param(None, b"", {}, id="nothing"),
        pytest.param(None, b"", _JSON, id="nothing that says it is JSON"),
        pytest.param({"a": None}, b'{"a": null}', _JSON, id="object"),
        pytest.param([], b"[]", _JSON, id="list"),
        pytest.param(0, b"0", _JSON, id="number"),
        pytest.param({"a": 1}, b'{"a": 1}', {}, id="JSON that does not say so"),
        pytest.param({"a": 1}, b'{"a": 1}', {"Content-Type": "application/problem+json"}, id="another kind of JSON"),
        pytest.param("a,b", b"\xef\xbb\xbfa,b", {"Content-Type": "text/csv"}, id="text"),
        pytest.param(b"PK\x03", b"PK\x03", {"Content-Type": "application/zip"}, id="bytes"),
    ],
)
def test_an_answer_is_read_by_its_content_type(value: Any, body: bytes, headers: dict[str, str]) -> None:
    assert value == parse(body, headers, "Get-Thing")


@pytest.mark.parametrize("body", [b'{"a": ', b"<xml/>", b"\xff"], ids=repr)
def test_json_that_is_none_is_an_error(body: bytes) -> None:
    with pytest.raises(AnswerError, match="Get-Thing got an answer that is no JSON"):
        parse(body, _JSON, "Get-Thing")


def test_a_web_page_instead_of_data_is_an_error_with_its_title() -> None:
    page = b"<html><head><title>Sign in to Zscaler</title></head></html>"

    with pytest.raises(AnswerError, match=r"web page.*Sign in to Zscaler.*proxy"):
        parse(page, {"Content-Type": "text/html"}, "Get-Thing")


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        pytest.param(True, Answer(200, ("application/csv", "application/pdf"), "file"), id="report"),
        pytest.param(True, Answer(200, ("application/zip",), None), id="zip"),
        pytest.param(False, Answer(200, ("application/json",), "Thing"), id="JSON"),
        pytest.param(False, Answer(204), id="nothing"),
    ],
)
def test_a_file_is_known_by_the_facts(make: Any, wanted: bool, answer: Answer) -> None:
    assert wanted is is_file(make(answers=(answer,)))


def test_an_object_and_each_of_a_list_know_where_they_came_from() -> None:
    where = Origin("Thing", "v2025", "acme.test", "things")
    one = as_records({"id": 1}, where)
    first, bare = as_records([{"id": 1}, 2], where)

    assert (Record, Record) == (type(one), type(first))
    assert origin_of(one) is origin_of(first) is where
    assert bare == 2
    assert as_records(None, where) is None


def test_the_origin_names_model_generation_tenant_resource_and_parents(make: Any) -> None:
    assert origin(make(), "acme.test", {"sourceId": "1"}) == Origin(
        "Thing", "v2025", "acme.test", "things", {"sourceId": "1"}
    )


@pytest.mark.parametrize(
    ("name", "header"),
    [
        pytest.param(None, None, id="no header"),
        pytest.param(None, "attachment", id="no name"),
        pytest.param("a.csv", "attachment; filename=a.csv", id="bare"),
        pytest.param("a b.csv", 'attachment; filename="a b.csv"', id="quoted"),
        pytest.param("Ünïcode.csv", "attachment; filename*=UTF-8''%C3%9Cn%C3%AFcode.csv", id="RFC 5987"),
        pytest.param("Ü.csv", "attachment; filename=\"U.csv\"; filename*=UTF-8''%C3%9C.csv", id="both"),
        pytest.param("Ü.csv", 'attachment; filename="Ü.csv"'.encode().decode("latin-1"), id="bare UTF-8"),
    ],
)
def test_the_name_that_a_server_proposes_is_read(name: str | None, header: str | None) -> None:
    headers = CaseInsensitiveDict({"content-disposition": header} if header else {})
    if name == "Ü.csv" and header and 'filename="U' in header and sys.version_info < (3, 13):
        # email.message prefers the plain parameter of a pair in some versions; either name is the server's
        assert file_name(headers) in ("Ü.csv", "U.csv")
        return

    assert name == file_name(headers)


@pytest.mark.parametrize(
    "header",
    [
        "attachment; filename*=nonsense''%ff",
        "attachment; filename*=UTF-8''%ff%fe",
        'filename="',
        "=?",
        "a\r\nX: b",
        "; ; =",
    ],
)
def test_no_header_breaks_the_reading(header: str) -> None:
    assert file_name({"Content-Disposition": header}) is None or isinstance(
        file_name({"Content-Disposition": header}), str
    )


def test_the_bare_content_type_is_in_lower_case() -> None:
    assert content_type({"Content-Type": "Application/JSON; charset=utf-8"}) == "application/json"
    assert content_type({}) == ""
