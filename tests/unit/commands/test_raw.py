"""Requests of one's own making: exactly what was meant, to this tenant's API and nowhere else."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isnshell.commands.raw import raw_request
from isnshell.commands.registry import get_cmdlet
from isnshell.errors import AnswerError, ApiError, FileError, IsnError, RefusedError, UsageError
from isnshell.pipeline.stream import Stream
from isnshell.records import Record, origin_of
from isnshell.tenant.session import Session, set_session

send = get_cmdlet("invoke_sailpoint_request")


@pytest.fixture
def current(session: Session) -> Session:
    return set_session(session)


def _made(method: str = "GET", path: str = "/v2025/sources", **parts: Any) -> Any:
    defaults: dict[str, Any] = {"body": None, "query": {}, "headers": {}, "content_type": "application/json"}
    return raw_request(method, path, **{**defaults, **parts})


# --- what is sent -------------------------------------------------------------------------------------------------


def test_a_request_goes_out_with_the_sessions_token(tenant: Any, current: Session) -> None:
    tenant.answers({"id": "1", "nested": {"a": 1}})
    record = send("get", "/v2025/sources/1", query={"count": True, "name": "a&b=ü", "none": None, "ids": [1, "x"]})

    assert tenant.lines == ["GET /v2025/sources/1?count=true&name=a%26b%3D%C3%BC&ids=1&ids=x"]
    assert tenant.asked[0].headers["Authorization"] == "Bearer token-1"
    assert (type(record), record.nested.a, origin_of(record).tenant) == (Record, 1, "127.0.0.1")


@pytest.mark.parametrize(
    ("sent", "body", "content_type"),
    [
        (b'{"a":1}', {"a": 1}, "application/json"),
        ('[{"id":"ü"}]'.encode(), [Record(id="ü")], "application/json"),
        (
            b'{"at":"2026-03-01T08:00:00.000Z"}',
            {"at": datetime(2026, 3, 1, 8, tzinfo=timezone.utc)},
            "application/json",
        ),
        (b"false", False, "application/json"),
        (b"", "", "text/plain"),
        ("raw ü".encode(), "raw ü", "text/plain; charset=utf-8"),
        (b"\x00\xff", b"\x00\xff", "application/octet-stream"),
        (b'[{"op":"remove"}]', [{"op": "remove"}], "application/json-patch+json"),
    ],
    ids=str,
)
def test_bodies_arrive_as_they_were_meant(
    tenant: Any, current: Session, sent: bytes, body: Any, content_type: str
) -> None:
    tenant.answers({})
    send("POST", "/v2025/things", body=body, content_type=content_type)

    assert (tenant.asked[0].body, tenant.asked[0].headers["Content-Type"]) == (sent, content_type)


def test_without_a_body_none_is_sent(tenant: Any, current: Session) -> None:
    tenant.answers({})
    send("POST", "/v2025/things")

    assert (tenant.asked[0].body, tenant.asked[0].headers["Content-Length"]) == (b"", "0")
    assert "Content-Type" not in tenant.asked[0].headers


def test_a_form_is_sent_with_its_files(tenant: Any, current: Session, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"a,b\n")
    tenant.answers({})
    send("POST", "/v2025/up", body={"file": tmp_path / "x.csv", "n": 1}, content_type="multipart/form-data")

    assert b'name="file"; filename="x.csv"\r\nContent-Type: text/csv\r\n\r\na,b\n\r\n' in tenant.asked[0].body
    assert tenant.asked[0].headers["Content-Type"].startswith("multipart/form-data; boundary=")


def test_headers_of_ones_own(tenant: Any, current: Session) -> None:
    tenant.answers({})
    send("GET", "/v2025/things", headers={"X-Own": 5, "accept": "text/csv", "slpt-client": True})
    headers = {name.lower(): value for name, value in tenant.asked[0].headers.items()}

    assert (headers["x-own"], headers["accept"], headers["slpt-client"]) == ("5", "text/csv", "true")


def test_a_content_type_among_the_headers_counts(tenant: Any, current: Session) -> None:
    tenant.answers({})
    send("POST", "/v2025/things", body="a,b", headers={"content-type": "text/csv"})

    assert tenant.asked[0].headers["Content-Type"] == "text/csv"


def test_a_path_of_other_letters_is_quoted(tenant: Any, current: Session) -> None:
    tenant.answers({})
    send("GET", "/v2025/things/Zürich%2FWest,1:2")

    assert tenant.lines == ["GET /v2025/things/Z%C3%BCrich%2FWest,1:2"]


# --- nowhere else -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "",
        "v2025/sources",
        "//evil.example/v2025",
        "/\\evil.example",
        "https://evil.example/v2025",
        "@evil.example/",
        "/v2025/sources?limit=1",
        "/v2025/sources#x",
        "/v2025/../oauth/token",
        "/v2025/%2e%2e/oauth/token",
        "/v2025/..%2foauth/token",
        "/v2025/%2E%2E%5Coauth",
        "/v2025/./sources",
        "/v2025//sources",
        "/v2025/a b",
        "/v2025/a\r\nHost: evil.example",
        "/v2025/a%0d%0aHost:%20evil.example",
        "/v2025/a\x00",
        "/v2025/a%00",
        "/v2025/100%",
        "/v2025/%zz",
        "/v2025/%ff",
        "/v2025/\ud800",
        "/v2025/\u202e",
        "/oauth/token",
        "/OAuth/token",
        "/%6fauth/token",
    ],
)
def test_paths_that_lead_elsewhere_are_refused(tenant: Any, current: Session, path: str) -> None:
    with pytest.raises(UsageError):
        send("GET", path)

    assert (tenant.lines, tenant.sign_ins) == ([], [])


@pytest.mark.parametrize("method", ["", "CONNECT", "TRACE", "GET /x HTTP/1.1\r\nX:", "OPTIONS"])
def test_methods_of_no_api_are_refused(current: Session, method: str) -> None:
    with pytest.raises(UsageError, match="no method"):
        send(method, "/v2025/sources")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Authorization", "Bearer mine"),
        ("authorization ", "Bearer mine"),
        ("Proxy-Authorization", "x"),
        ("HOST", "evil.example"),
        ("Content-Length", "100"),
        ("Transfer-Encoding", "chunked"),
        ("Connection", "close"),
        ("X-A\r\nHost", "evil.example"),
        ("X:A", "x"),
        ("", "x"),
        ("X-Ü", "x"),
        ("X-A", "x\r\nHost: evil.example"),
        ("X-A", "x\r\n folded"),
        ("X-A", "nul\0"),
        ("X-A", "東京"),
        ("Content-Type", "text/plain\r\nHost: evil.example"),
    ],
)
def test_headers_of_the_session_or_of_another_message_are_refused(
    tenant: Any, current: Session, name: str, value: str
) -> None:
    with pytest.raises(UsageError):
        send("POST", "/v2025/sources", headers={name: value}, body="x")
    assert tenant.lines == []


@pytest.mark.parametrize(
    "parts",
    [
        {"content_type": "text/plain\r\nHost: evil.example", "body": "x"},
        {"body": {"a": float("nan")}},
        {"body": object()},
        {"body": "half \ud800"},
        {"body": {"a": 1}, "content_type": "text/csv"},
        {"body": "x", "content_type": "multipart/form-data"},
        {"query": {"a": {"b": 1}}},
        {"query": {"a": [[1]]}},
        {"query": {"a": "\ud800"}},
        {"limit": 5},
        {"paginate": True, "limit": -1},
        {"paginate": True, "limit": "5"},
        {"paginate": True, "query": {"offset": "x"}},
        {"paginate": True, "query": {"limit": 0}},
    ],
    ids=str,
)
def test_what_cant_be_sent_is_refused(tenant: Any, current: Session, parts: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        send("GET" if "paginate" in parts or "limit" in parts else "POST", "/v2025/sources", **parts)
    assert tenant.lines == []


def test_a_missing_file_of_a_form_is_found_before_anything_is_sent(
    tenant: Any, current: Session, tmp_path: Path
) -> None:
    with pytest.raises(FileError):
        send("POST", "/v2025/up", body={"file": tmp_path / "none.csv"}, content_type="multipart/form-data")
    assert tenant.lines == []


@given(path=st.text(max_size=40).map("/v2025/".__add__), value=st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_any_path_and_query_is_refused_or_arrives_exactly(tenant: Any, current: Session, path: str, value: str) -> None:
    tenant.answers({})
    tenant.asked.clear()
    try:
        send("GET", path, query={"q": value})
    except UsageError:
        assert tenant.asked == []
        return
    from urllib.parse import unquote

    (asked,) = tenant.asked
    parts = urlsplit(asked.target)
    assert unquote(parts.path) == unquote(path)
    assert parse_qsl(parts.query, keep_blank_values=True) == [("q", value)]
    assert asked.headers["Host"] == urlsplit(tenant.url).netloc


# --- rails, pace, experimental ------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_read_only_refuses_every_method_that_may_change(tenant: Any, make_session: Any, method: str) -> None:
    with pytest.raises(RefusedError):
        send(method, "/v2025/things/1", session=make_session(read_only=True))
    assert tenant.lines == []


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_read_only_lets_reading_pass(tenant: Any, make_session: Any, method: str) -> None:
    tenant.answers([])
    send(method, "/v2025/things", session=make_session(read_only=True))
    assert tenant.lines == [f"{method} /v2025/things"]


def test_what_if_shows_the_request_and_sends_none(tenant: Any, current: Session, person: Any) -> None:
    assert send("PUT", "/v2025/things/1", body={"name": "x"}, query={"a": "b c"}, what_if=True) is None
    assert tenant.lines == []
    assert f"PUT {tenant.url}/v2025/things/1?a=b%20c" in person.shown[0]
    assert '{"name":"x"}' in person.shown[0]


def test_production_is_asked_about(tenant: Any, make_session: Any, person: Any) -> None:
    session = make_session(environment="production")
    person.answer = False
    with pytest.raises(RefusedError):
        send("DELETE", "/v2025/things/1", session=session)
    person.answer = True
    tenant.answers({})
    send("DELETE", "/v2025/things/1", session=session)

    assert (len(person.questions), tenant.lines) == (2, ["DELETE /v2025/things/1"])


@pytest.mark.parametrize(
    ("generation", "path"),
    [("v2024", "/v2024/things"), ("beta", "/beta/things"), ("v1", "/reports/v1/run"), ("v1", "/new-service/v3")],
)
def test_each_generation_has_one_pace_for_known_and_unknown_operations(generation: str, path: str) -> None:
    assert _made(path=path).generation == generation


@pytest.mark.parametrize("name", ["X-SailPoint-Experimental", "x-sailpoint-experimental"])
def test_experimental_is_refused_where_the_profile_says_so(tenant: Any, make_session: Any, name: str) -> None:
    with pytest.raises(UsageError, match="experimental"):
        send("GET", "/v2025/things", headers={name: "true"}, session=make_session(experimental=False))
    assert tenant.lines == []


def test_a_change_that_may_have_been_carried_out_is_not_sent_twice(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(drop=True))
    with pytest.raises(IsnError):
        send("POST", "/v2025/things", body={})
    assert len(tenant.lines) == 1


def test_reading_is_tried_again(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(drop=True), answer(503), {"id": "1"})

    assert send("GET", "/v2025/things/1").id == "1"


def test_an_expired_token_is_renewed(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(401), {"id": "1"})
    send("POST", "/v2025/things", body={"a": 1})

    assert [one.body for one in tenant.asked] == [b'{"a":1}'] * 2
    assert [one.headers["Authorization"] for one in tenant.asked] == ["Bearer token-1", "Bearer token-2"]


def test_a_refusal_is_an_api_error_that_names_the_request(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(404, {"detailCode": "404", "trackingId": "ab12"}))
    with pytest.raises(ApiError, match="GET /v2025/things/1") as caught:
        send("GET", "/v2025/things/1")
    assert (caught.value.status_code, caught.value.tracking_id) == (404, "ab12")


# --- answers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "body", "headers"),
    [
        (None, b"", {}),
        ("a,b\n1,2\n", b"a,b\n1,2\n", {"Content-Type": "text/csv"}),
        (5, b"5", {"Content-Type": "application/json"}),
        ([{"id": "1"}], b'[{"id":"1"}]', {"Content-Type": "application/json"}),
        (b"PK\x03\x04\xff", b"PK\x03\x04\xff", {"Content-Type": "application/zip"}),
    ],
    ids=["nothing", "CSV", "number", "list", "zip"],
)
def test_answers_come_in_the_form_that_their_type_says(
    tenant: Any, current: Session, answer: Any, expected: Any, body: bytes, headers: dict[str, str]
) -> None:
    tenant.answers(answer(200, body, headers))

    assert send("GET", "/v2025/things") == expected


def test_head_gives_the_headers(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(200, [], {"X-Total-Count": "7"}))

    assert send("HEAD", "/v2025/things")["X-Total-Count"] == "7"


# --- lists --------------------------------------------------------------------------------------------------------


def _list_of(total: int, answer: Any) -> Any:
    def reply(asked: Any) -> Any:
        query = dict(parse_qsl(urlsplit(asked.target).query))
        start = int(query.get("offset", 0))
        page = [{"id": n} for n in range(total)][start : start + int(query["limit"])]
        return answer(200, json.dumps(page).encode(), {"Content-Type": "application/json", "X-Total-Count": f"{total}"})

    return reply


def test_a_list_is_read_to_its_end_when_it_is_read(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(_list_of(600, answer))
    stream = send("GET", "/v2025/things", query={"filters": "a pr"}, paginate=True)

    assert (type(stream), tenant.lines) == (Stream, [])
    assert [one.id for one in stream] == list(range(600))
    assert tenant.lines == [
        "GET /v2025/things?filters=a%20pr&limit=250",
        "GET /v2025/things?filters=a%20pr&offset=250&limit=250",
        "GET /v2025/things?filters=a%20pr&offset=500&limit=250",
    ]


def test_limit_offset_and_page_size(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(_list_of(600, answer))
    stream = send("GET", "/v2025/things", query={"offset": 10, "limit": 50}, paginate=True, limit=70)

    assert [one.id for one in stream] == list(range(10, 80))
    assert tenant.lines == ["GET /v2025/things?offset=10&limit=50", "GET /v2025/things?offset=60&limit=20"]


def test_a_stage_that_needs_three_asks_for_three(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(_list_of(600, answer))
    list(send("GET", "/v2025/things", paginate=True) | get_cmdlet("select_object")(first=3))

    assert tenant.lines == ["GET /v2025/things?limit=3"]


def test_total_count_is_asked(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(_list_of(600, answer))

    assert send("GET", "/v2025/things", paginate=True).total_count == 600
    assert send("GET", "/v2025/things", paginate=True, limit=9).total_count == 9
    assert tenant.lines[0] == "GET /v2025/things?count=true&limit=1"


def test_a_list_belongs_to_the_session_that_was_current(tenant: Any, make_session: Any, answer: Any) -> None:
    tenant.answers(_list_of(3, answer))
    first, second = make_session(name="first"), make_session(name="second", client_id="other")
    stream = send("GET", "/v2025/things", paginate=True, session=first)
    set_session(second)

    assert len(list(stream)) == 3
    assert b"client_id=an-id" in tenant.sign_ins[0].body


@pytest.mark.parametrize("method", ["POST", "DELETE", "HEAD"])
def test_only_get_is_read_page_by_page(tenant: Any, current: Session, method: str) -> None:
    with pytest.raises(UsageError, match="page by page"):
        send(method, "/v2025/things", paginate=True)
    assert tenant.lines == []


def test_a_page_that_repeats_is_an_error(tenant: Any, current: Session) -> None:
    tenant.answers([{"id": n} for n in range(250)])
    with pytest.raises(AnswerError, match="same page twice"):
        list(send("GET", "/v2025/things", paginate=True))
