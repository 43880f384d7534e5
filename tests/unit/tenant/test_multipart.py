"""Forms with files."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

from isnshell.errors import FileError, UsageError
from isnshell.tenant.multipart import as_multipart
from isnshell.tenant.transport import Wire


def parts(form: dict[str, Any]) -> list[Message]:
    """The parts of the body that a form makes, as a mail reader understands them."""
    wire = as_multipart(Wire("POST", "https://acme.api.identitynow.com/x", {"X-Slot": "a"}), form)
    assert wire.headers["X-Slot"] == "a"
    head = f"Content-Type: {wire.headers['Content-Type']}\r\n\r\n".encode()
    return list(message_from_bytes(head + b"".join(wire.body)).get_payload())


def _name(part: Message) -> Any:
    return part.get_param("name", header="content-disposition")


@pytest.mark.parametrize(
    ("text", "value"),
    [pytest.param("a", "a", id="text"), pytest.param("true", True, id="boolean"), pytest.param("3", 3, id="number")],
)
def test_a_simple_value_is_a_text_field(text: str, value: Any) -> None:
    (part,) = parts({"name": value})

    assert (_name(part), part.get_payload(), part.get_filename()) == ("name", text, None)


def test_an_object_is_sent_as_json() -> None:
    (part,) = parts({"options": {"includeTypes": ["ROLE"], "name": "Größe"}})

    assert part.get_content_type() == "application/json"
    assert part.get_payload(decode=True).decode() == '{"includeTypes": ["ROLE"], "name": "Größe"}'


def test_a_path_is_sent_under_its_name(tmp_path: Path) -> None:
    (tmp_path / "users.csv").write_bytes(b"id\n1\n")
    (part,) = parts({"file": tmp_path / "users.csv"})

    assert (part.get_filename(), part.get_content_type()) == ("users.csv", "text/csv")
    assert part.get_payload(decode=True) == b"id\n1\n"


def test_bytes_take_the_name_that_stands_before_them() -> None:
    named, bare = parts({"file": ("a.zip", b"1"), "data": b"2"})

    assert (named.get_filename(), bare.get_filename()) == ("a.zip", "data")


def test_a_list_gives_its_field_several_times_and_none_gives_none() -> None:
    assert [_name(part) for part in parts({"a": ["1", "2"], "b": None})] == ["a", "a"]


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"users\.csv"):
        parts({"file": tmp_path / "users.csv"})


def test_what_is_no_file_is_refused() -> None:
    with pytest.raises(UsageError, match="file takes a path, bytes or an open file, not a object"):
        parts({"file": object()})
