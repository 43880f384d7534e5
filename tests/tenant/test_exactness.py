"""Any argument value is refused here, or arrives at the tenant exactly; none reaches another path, header or host."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest
from attrs import frozen
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from isnshell.catalog.facts import EXPERIMENTAL_HEADER, Operation
from isnshell.catalog.loader import facts
from isnshell.commands.invocation import call
from isnshell.commands.registry import get_cmdlet
from isnshell.errors import UsageError
from isnshell.operations.answer import is_file
from isnshell.operations.request import prefix
from isnshell.pipeline.stream import Stream
from isnshell.tenant.profiles import Profile
from isnshell.tenant.session import Session

GENERATIONS = ("v3", "beta", "v2024", "v2025", "v2026", "v1")
HOSTILE = [
    "../oauth/token",
    "..",
    ".",
    "a/../../b",
    "%2e%2e",
    "..%2f..",
    "%2f",
    "%252f",
    "a?limit=1",
    "a#b",
    "a&b=c",
    "a;b",
    "a\\b",
    "//evil.example",
    "@evil.example",
    "https://evil.example/",
    "a\r\nHost: evil.example",
    "a\nX-Evil: 1",
    "a\r\n\r\nGET /evil HTTP/1.1\r\n\r\n",
    "\0",
    "a\x00b",
    "\x7f",
    "\x85",
    " ",
    "a b",
    "\t",
    "+",
    "%",
    "%zz",
    "'\"<>`{}|^",
    "{id}",
    "Zürich",
    "東京",
    "🦆",
    "e\u0301",
    "\u202eevil",
    "\u2028",
    "\ud83e",
    "x" * 10_240,
    "ü" * 10_240,
]

slow = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))
ids = st.sampled_from(HOSTILE)


@frozen
class Arrived:
    """A request as it stood on the wire."""

    line: str
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def method(self) -> str:
        return self.line.split(" ")[0]

    @property
    def path(self) -> str:
        return self.line.split(" ")[1].partition("?")[0]

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(self.line.split(" ")[1].partition("?")[2], keep_blank_values=True, strict_parsing=False)

    def header(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key.lower() == name.lower()]


class Recorder:
    """Listens on loopback, grants tokens, answers every other request with an empty list, and keeps what came."""

    def __init__(self) -> None:
        self.arrived: list[Arrived] = []
        recorder = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments: Any) -> None:
                pass

            def handle_one_request(self) -> None:
                self.raw_requestline = self.rfile.readline(1 << 20)
                if not self.raw_requestline or not self.parse_request():
                    self.close_connection = True
                    return
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                answer = b"[]"
                if self.path == "/oauth/token":
                    answer = b'{"access_token": "a-token", "expires_in": 749}'
                else:
                    line = self.raw_requestline.decode("latin-1").rstrip("\r\n")
                    recorder.arrived.append(Arrived(line, list(self.headers.items()), body))
                head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(answer)}\r\n\r\n"
                self.wfile.write(head.encode() + (b"" if self.command == "HEAD" else answer))

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.host = f"127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    one = Recorder()
    yield one
    one.stop()


@pytest.fixture
def session(recorder: Recorder) -> Iterator[Session]:
    profile = Profile(
        "exact", f"http://{recorder.host}", "client", "secret", environment="sandbox", rate_limit=1_000_000
    )
    with Session(profile) as one:
        yield one


@pytest.fixture
def ask(recorder: Recorder, session: Session) -> Callable[..., Arrived | None]:
    """Call an operation; what arrived, or None if it was refused before anything was sent."""

    def ask(operation: Operation | str, **keywords: Any) -> Arrived | None:
        recorder.arrived.clear()
        try:
            if isinstance(operation, str):
                result = get_cmdlet(operation)(**keywords)
            else:
                result = call(session, (operation,), operation.base, (), keywords)
            if isinstance(result, Stream):
                list(result)
        except UsageError:
            assert recorder.arrived == []
            return None
        (arrived,) = recorder.arrived
        assert arrived.header("Host") == [recorder.host]
        assert arrived.header("Authorization") == ["Bearer a-token"]
        assert len({name.lower() for name, _ in arrived.headers}) == len(arrived.headers)
        return arrived

    return ask


def _operations(fits: Callable[[Operation], bool]) -> list[Operation]:
    return [one for generation in GENERATIONS for one in facts(generation) if not is_file(one) and fits(one)]


WITH_PATH = _operations(lambda one: any(p.place == "path" for p in one.parameters))
WITH_QUERY = _operations(
    lambda one: (
        one.method == "GET"
        and any(p.place == "query" and p.type == "string" and not p.enum for p in one.parameters)
        and not any(p.required for p in one.parameters if p.place == "query")
        and not any(p.enum or p.type != "string" for p in one.parameters if p.place == "path")
    )
)
WITH_LIST = [
    (one, parameter)
    for one in _operations(lambda one: True)
    for parameter in one.parameters
    if parameter.place == "query" and parameter.type == "array<string>" and parameter.explode is not False
]
WITH_HEADER = _operations(
    lambda one: any(p.place == "header" and p.name != EXPERIMENTAL_HEADER for p in one.parameters)
)


@given(operation=st.sampled_from(WITH_PATH), value=texts, data=st.data())
@slow
def test_path_values_stay_in_their_place(ask: Any, operation: Operation, value: str, data: st.DataObject) -> None:
    names = [p for p in operation.parameters if p.place == "path"]
    values = {p.python_name: value for p in names}
    _check_path(ask(operation, **values, skip_validation=True), operation, value)


@pytest.mark.parametrize("value", HOSTILE, ids=[ascii(one)[:30] for one in HOSTILE])
def test_hostile_ids_reach_no_other_path(ask: Any, value: str) -> None:
    for base in ("get_source", "remove_source", "get_report_result", "get_potential_role", "update_source"):
        (operation, *_) = facts("v2025").find(base)
        values = {p.python_name: value for p in operation.parameters if p.place == "path"}
        _check_path(ask(operation, **values, skip_validation=True), operation, value)


def _check_path(arrived: Arrived | None, operation: Operation, value: str) -> None:
    if arrived is None:
        return
    template = (prefix(operation.generation) + operation.path).split("/")
    segments = arrived.path.split("/")

    assert arrived.method == operation.method
    assert len(segments) == len(template)
    for segment, word in zip(segments, template, strict=True):
        assert unquote(segment, errors="strict") == (value if word.startswith("{") else word)
    assert all(0x21 <= ord(character) < 0x7F for character in arrived.path)


@given(operation=st.sampled_from(WITH_QUERY), value=texts, data=st.data())
@slow
def test_query_values_arrive_exactly(ask: Any, operation: Operation, value: str, data: st.DataObject) -> None:
    texts_ = [p for p in operation.parameters if p.place == "query" and p.type == "string" and not p.enum]
    parameter = data.draw(st.sampled_from(texts_))
    path = {p.python_name: "1" for p in operation.parameters if p.place == "path"}
    arrived = ask(operation, **{**path, parameter.python_name: value})
    if arrived is None:
        with pytest.raises(UnicodeEncodeError):
            value.encode()
        return
    found = [text for name, text in arrived.query if name == parameter.name]

    assert found == [value]
    assert {name for name, _ in arrived.query} <= {parameter.name, "limit", "offset"}
    assert len(arrived.path.split("/")) == len((prefix(operation.generation) + operation.path).split("/"))


@given(values=st.lists(texts, min_size=1, max_size=5))
@slow
def test_lists_in_the_query_arrive_value_by_value(ask: Any, values: list[str]) -> None:
    operation, parameter = WITH_LIST[0]
    path = {p.python_name: "1" for p in operation.parameters if p.place == "path"}
    arrived = ask(operation, **{**path, parameter.python_name: values}, skip_validation=True)
    assume(arrived is not None)
    assert arrived is not None

    assert [text for name, text in arrived.query if name == parameter.name] == values


@given(
    name=st.sampled_from(["limit", "offset", "count", "sorters"]),
    value=st.one_of(
        st.integers(), st.booleans(), st.floats(), st.text(max_size=5), st.lists(st.integers(), max_size=2)
    ),
)
@slow
def test_numbers_and_flags_are_refused_or_arrive_as_they_are(ask: Any, name: str, value: Any) -> None:
    assume(name != "limit" or str(value).strip() not in ("0", "0.0", "-0.0"))  # none is asked for none
    arrived = ask("get_accounts", **{name: value})
    if arrived is None or name == "limit" or (name == "offset" and str(value).strip().strip("0+-.") == ""):
        return
    found = [text for key, text in arrived.query if key == name]
    spelled = str(value).strip().lower() if not isinstance(value, list) else ",".join(map(str, value))

    if name == "offset":
        assert [str(int(spelled))] == found
    else:
        assert [spelled] == [text.strip().lower() for text in found]


@pytest.mark.skipif(not WITH_HEADER, reason="no operation of the facts has a header of its own")
@given(operation=st.sampled_from(WITH_HEADER or [None]), value=texts, data=st.data())
@slow
def test_header_values_are_one_header(ask: Any, operation: Any, value: str, data: st.DataObject) -> None:
    headers = [p for p in operation.parameters if p.place == "header" and p.name != EXPERIMENTAL_HEADER]
    parameter = data.draw(st.sampled_from(headers))
    path = {p.python_name: "1" for p in operation.parameters if p.place == "path"}
    arrived = ask(operation, **{**path, parameter.python_name: value}, skip_validation=True)
    if arrived is not None:
        # Blanks around a header's value are no part of it
        assert [one.strip(" \t") for one in arrived.header(parameter.name)] == [value.strip(" \t")]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=15,
)


@given(name=texts, attributes=st.dictionaries(texts, JSON, max_size=4))
@example(name="a", attributes={"type": 1, "Type": 2, "_type": 3})
@slow
def test_bodies_arrive_exactly(ask: Any, name: str, attributes: dict[str, Any]) -> None:
    arrived = ask("new_transform", name=name, type="lookup", attributes=attributes)
    assert arrived is not None
    expected = {"name": name, "type": "lookup", "attributes": attributes}

    assert json.loads(arrived.body) == expected
    assert arrived.header("Content-Length") == [str(len(arrived.body))]
    assert arrived.query == []


@given(value=JSON)
@slow
def test_values_of_a_patch_arrive_exactly(ask: Any, value: Any) -> None:
    arrived = ask("update_source", id="1", json_patch_operation=[{"op": "replace", "path": "/name", "value": value}])
    assert arrived is not None

    assert json.loads(arrived.body) == [{"op": "replace", "path": "/name", "value": value}]
    assert arrived.header("Content-Type") == ["application/json-patch+json"]


@given(name=texts, content=st.binary(max_size=300), file_name=texts)
@slow
def test_forms_arrive_exactly(ask: Any, name: str, content: bytes, file_name: str) -> None:
    arrived = ask("new_uploaded_configuration", name=name, data=(file_name, content))
    if arrived is None:
        with pytest.raises(UnicodeEncodeError):
            name.encode()
        return
    boundary = b"--" + arrived.header("Content-Type")[0].partition("boundary=")[2].encode()
    assume(boundary not in content)
    _, *parts, end = arrived.body.split(boundary)
    fields = {}
    for part in parts:
        head, _, rest = part.partition(b"\r\n\r\n")
        fields[head.split(b'name="', 1)[1].split(b'"')[0].decode()] = rest[:-2]

    assert end == b"--\r\n"
    assert fields == {"name": name.encode(), "data": content}
