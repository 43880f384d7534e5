"""Forms with files: the exact bytes, block by block, and whole again when they are sent again."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import HTTP
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnshell.errors import ApiError, ConnectionFailed, FileError, RefusedError, UsageError
from isnshell.operations.request import Request
from isnshell.tenant.multipart import Unreadable, as_multipart, held
from isnshell.tenant.session import Session
from isnshell.tenant.transport import Wire

_WIRE = Wire("POST", "http://127.0.0.1/up", {"Accept": "application/json"})


def parts_of(body: bytes, content_type: str) -> list[tuple[str, str | None, str | None, bytes]]:
    """Name, file name, content type and content of each part, read by somebody else's parser."""
    whole = b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body
    message = message_from_bytes(whole, policy=HTTP.clone(utf8=True))
    found = []
    for part in message.iter_parts():  # type: ignore[attr-defined]
        disposition = str(part["Content-Disposition"]).encode("utf-8", "surrogateescape").decode()
        values = dict(piece.split("=", 1) for piece in disposition.split("; ")[1:])
        kind = part["Content-Type"]
        found.append(
            (
                values["name"].strip('"'),
                values["filename"].strip('"') if "filename" in values else None,
                str(kind) if kind else None,
                part.get_payload(decode=True),
            )
        )
    return found


def sent(form: dict[str, Any]) -> list[tuple[str, str | None, str | None, bytes]]:
    wire = as_multipart(_WIRE, form)
    body = b"".join(wire.body)

    assert len(wire.body) == len(body)
    return parts_of(body, wire.headers["Content-Type"])


# --- what is sent -------------------------------------------------------------------------------------------------


def test_the_exact_bytes_of_a_form() -> None:
    wire = as_multipart(_WIRE, {"file": ("x.csv", b"a,b\r\n"), "name": "Ann"})
    boundary = wire.headers["Content-Type"].removeprefix("multipart/form-data; boundary=").encode()

    assert wire.headers["Accept"] == "application/json"
    assert b"".join(wire.body) == (
        b"--" + boundary + b'\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n'
        b"Content-Type: text/csv\r\n\r\na,b\r\n\r\n"
        b"--" + boundary + b'\r\nContent-Disposition: form-data; name="name"\r\n\r\nAnn\r\n'
        b"--" + boundary + b"--\r\n"
    )


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        (("f", None, None, b"text \xc3\xbc"), "text ü"),
        (("f", None, None, b""), ""),
        (("f", None, None, b"5"), 5),
        (("f", None, None, b"2.5"), 2.5),
        (("f", None, None, b"true"), True),
        (("f", None, None, b"false"), False),
        (("f", None, "application/json", b'{"a": "\xc3\xbc"}'), {"a": "ü"}),
        (("f", "f", "application/octet-stream", b"\x00\xff"), b"\x00\xff"),
        (("f", "f", "application/octet-stream", b"\x00\xff"), bytearray(b"\x00\xff")),
        (("f", "f", "application/octet-stream", b"\x00\xff"), memoryview(b"\x00\xff")),
        (("f", "n.zip", "application/zip", b"PK"), ("n.zip", b"PK")),
        (("f", "n.txt", "text/plain", b"\xc3\xbc"), ("n.txt", "ü")),
        (("f", "n.csv", "text/csv", b"a"), ("n.csv", io.BytesIO(b"a"))),
        (("f", "f", "application/octet-stream", b"abc"), io.BytesIO(b"abc")),
        (("f", "f", "application/octet-stream", b"\xc3\xbc"), io.StringIO("ü")),
        (("f", "Zürich 東京.csv", "text/csv", b"a"), ("Zürich 東京.csv", b"a")),
    ],
    ids=repr,
)
def test_each_kind_of_value(expected: tuple[Any, ...], value: Any) -> None:
    assert sent({"f": value}) == [expected]


def test_a_path_goes_out_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "Zürich 東京.csv"
    path.write_bytes(b"a,b\n\xff")

    assert sent({"file": path}) == [("file", "Zürich 東京.csv", "text/csv", b"a,b\n\xff")]


def test_a_path_may_begin_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "x.csv").write_bytes(b"a")

    assert sent({"file": Path("~/x.csv")})[0][3] == b"a"


def test_open_files_go_out_from_where_they_stand_and_stay_open(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"header\nrow\n")
    with (tmp_path / "x.csv").open("rb") as binary, (tmp_path / "x.csv").open(encoding="utf-8") as text:
        binary.readline()
        assert sent({"a": binary, "b": text}) == [
            ("a", "x.csv", "text/csv", b"row\n"),
            ("b", "x.csv", "text/csv", b"header\nrow\n"),
        ]
        assert not binary.closed
        assert not text.closed


def test_a_list_gives_the_field_several_times_in_its_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"2")
    found = sent({"files": [("a.txt", b"1"), tmp_path / "b.txt", None, b"3"], "tags": ["x", "y"], "none": None})

    assert [(name, file, content) for name, file, _, content in found] == [
        ("files", "a.txt", b"1"),
        ("files", "b.txt", b"2"),
        ("files", "files", b"3"),
        ("tags", None, b"x"),
        ("tags", None, b"y"),
    ]


def test_an_empty_form_is_only_its_end() -> None:
    wire = as_multipart(_WIRE, {})

    assert b"".join(wire.body) == b"--" + wire.headers["Content-Type"].split("=")[1].encode() + b"--\r\n"


@pytest.mark.parametrize("name", ['a"b.csv', "a\r\nX-Evil: 1.csv", "a\nb"])
def test_a_file_name_cant_begin_another_header(name: str) -> None:
    body = b"".join(as_multipart(_WIRE, {"f": (name, b"x")}).body)
    head, _, _ = body.partition(b"\r\n\r\n")

    assert len(head.split(b"\r\n")) == 3  # boundary, disposition, type
    assert head.count(b'"') == 4


def test_the_content_may_hold_what_looks_like_a_boundary() -> None:
    content = b"--abc\r\nContent-Disposition: form-data; name=x\r\n\r\n--abc--\r\n"

    assert sent({"f": ("x.bin", content)})[0][3] == content
    assert as_multipart(_WIRE, {}).headers != as_multipart(_WIRE, {}).headers


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are Unicode there")
def test_a_file_name_of_a_foreign_encoding_stops_nothing(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.csv"))
    path.write_bytes(b"a")

    assert sent({"f": path}) == [("f", "?.csv", "text/csv", b"a")]


@given(st.dictionaries(st.from_regex(r"[a-zA-Z]{1,12}", fullmatch=True), st.binary(max_size=200), max_size=4))
def test_any_bytes_arrive_as_they_are(form: dict[str, bytes]) -> None:
    files = {name: (f"{name}.bin", content) for name, content in form.items()}

    assert {name: content for name, _, _, content in sent(files)} == form


@pytest.mark.parametrize("value", [object(), 5j, ("a", "b", "c"), ("x.csv", 5), "half \ud800"], ids=repr)
def test_what_is_no_file_is_refused(value: Any) -> None:
    with pytest.raises(UsageError):
        as_multipart(_WIRE, {"f": value})


def test_what_cant_be_read_is_a_file_error(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(FileError, match="Can't read"):
            as_multipart(_WIRE, {"f": path})


# --- big files, and sending again ---------------------------------------------------------------------------------


class Meter(io.BytesIO):
    """A big file of which nobody may read much at once."""

    largest = 0

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert 0 <= size <= 1 << 20
        self.largest = max(self.largest, size)
        return super().read(size)


def test_a_big_file_is_read_in_blocks() -> None:
    file = Meter(b"x" * 3_000_000)
    wire = as_multipart(_WIRE, {"f": file})
    assert file.tell() == 0
    blocks = [len(block) for block in wire.body]

    assert sum(blocks) == len(wire.body)
    assert 0 < max(blocks) <= 1 << 20
    assert file.largest > 0


class Pipe(io.RawIOBase):
    """A stream that can be read once, and that knows no length."""

    def __init__(self, content: bytes) -> None:
        self._inner = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._inner.readinto(buffer)


@pytest.mark.parametrize("size", [10, 3_000_000])
def test_a_stream_that_can_be_read_once_can_be_sent_twice(size: int) -> None:
    form = held({"f": Pipe(b"y" * size)})

    for _ in range(2):
        assert sent(form)[0][3] == b"y" * size


def test_a_held_form_begins_each_sending_anew(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"whole")
    with (tmp_path / "x.csv").open("rb") as file:
        file.read(2)
        form = held({"a": file, "b": tmp_path / "x.csv", "c": io.StringIO("text")})
        for _ in range(2):
            assert [part[3] for part in sent(form)] == [b"ole", b"whole", b"text"]


def test_a_file_that_became_shorter_meanwhile_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"0123456789")
    wire = as_multipart(_WIRE, {"f": tmp_path / "x.csv"})
    (tmp_path / "x.csv").write_bytes(b"0123")
    with pytest.raises(Unreadable, match="became shorter"):
        list(wire.body)


def test_of_a_file_that_grew_meanwhile_goes_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"0123")
    wire = as_multipart(_WIRE, {"f": tmp_path / "x.csv"})
    (tmp_path / "x.csv").write_bytes(b"0123456789")

    assert b"\r\n0123\r\n--" in b"".join(wire.body)


def _upload(file: Any, *, changes: bool = True, method: str = "POST") -> Request:
    return Request(method, "/v2025/up", form={"file": file}, command="Import-File", changes=changes)


def _contents(tenant: Any) -> list[bytes]:
    return [parts_of(asked.body, asked.headers["Content-Type"])[0][3] for asked in tenant.asked]


@pytest.fixture
def files(tmp_path: Path) -> Iterator[dict[str, Any]]:
    (tmp_path / "x.csv").write_bytes(b"a,b\n" * 1000)
    with (tmp_path / "x.csv").open("rb") as file:
        yield {
            "path": tmp_path / "x.csv",
            "open file": file,
            "pipe": Pipe(b"a,b\n" * 1000),
            "text": io.StringIO("a,b\n" * 1000),
        }


@pytest.mark.parametrize("kind", ["path", "open file", "pipe", "text"])
@pytest.mark.parametrize("first", [401, 429])
def test_sent_again_the_body_is_whole(
    tenant: Any, session: Session, answer: Any, files: Any, kind: str, first: int
) -> None:
    tenant.answers(answer(first, {}, {"Retry-After": "1"}), {"ok": True})
    session.send(_upload(files[kind]))

    assert _contents(tenant) == [b"a,b\n" * 1000] * 2
    assert {asked.headers["Content-Length"] for asked in tenant.asked} == {str(len(tenant.asked[0].body))}
    assert all("Transfer-Encoding" not in asked.headers for asked in tenant.asked)


def test_an_upload_that_broke_is_sent_again_where_that_does_no_harm(
    tenant: Any, session: Session, answer: Any, files: Any
) -> None:
    tenant.answers(answer(drop=True), answer(503), {"ok": True})
    session.send(_upload(files["pipe"], method="PUT"))

    assert _contents(tenant) == [b"a,b\n" * 1000] * 3


def test_an_upload_that_may_have_arrived_is_not_sent_again(
    tenant: Any, session: Session, answer: Any, tmp_path: Path
) -> None:
    (tmp_path / "x.csv").write_bytes(b"a")
    tenant.answers(answer(drop=True))
    with pytest.raises(ConnectionFailed):
        session.send(_upload(tmp_path / "x.csv"))
    assert len(tenant.asked) == 1


def test_a_large_upload_arrives(tenant: Any, session: Session, tmp_path: Path) -> None:
    content = os.urandom(5_000_000)
    (tmp_path / "x.bin").write_bytes(content)
    tenant.answers({"ok": True})
    session.send(_upload(tmp_path / "x.bin"))

    assert _contents(tenant) == [content]


def test_a_file_that_fails_while_it_is_sent_is_no_broken_network(tenant: Any, session: Session) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    tenant.answers({"ok": True})
    with pytest.raises(FileError, match="Input/output error"):
        session.send(_upload(Failing(b"x" * 100)))
    assert tenant.asked == []


def test_a_missing_file_is_found_before_anybody_is_asked(
    tenant: Any, make_session: Any, person: Any, tmp_path: Path
) -> None:
    person.answer = True
    with pytest.raises(FileError):
        make_session(environment="production").send(_upload(tmp_path / "none.csv"))
    assert (person.questions, tenant.asked, tenant.sign_ins) == ([], [], [])


def test_read_only_reads_no_stream(make_session: Any, tenant: Any, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"a")
    with pytest.raises(RefusedError):
        make_session(read_only=True).send(_upload(tmp_path / "x.csv"))
    assert tenant.asked == []


def test_a_refused_upload_is_the_tenants_error(tenant: Any, session: Session, answer: Any, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"a")
    tenant.answers(answer(413, {"messages": [{"text": "Too large"}]}))
    with pytest.raises(ApiError, match="Too large"):
        session.send(_upload(tmp_path / "x.csv"))
