"""Uploads against the sandbox: a form that another library's parser reads back exactly."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest
from werkzeug.formparser import parse_form_data

import cmdlets
from isnshell.sandbox.server import SandboxServer
from isnshell.tenant.session import Session

SOURCE = "2c9180897e7742b2017e781782f705b9"


def _form(received: Any) -> tuple[Any, Any]:
    headers = {name.lower(): value for name, value in dict(received.headers).items()}
    body = received.body if isinstance(received.body, bytes) else received.body.encode()
    environ = {
        "REQUEST_METHOD": received.method,
        "CONTENT_TYPE": headers["content-type"],
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
    }
    _, fields, files = parse_form_data(environ)
    assert headers["content-length"] == str(len(body))
    assert "transfer-encoding" not in headers
    found = {name: (one.filename, one.read()) for name, one in files.items()}
    for one in files.values():
        one.close()
    return fields, found


@pytest.mark.parametrize(
    "name",
    ["accounts.csv", "Zürich 東京 🦆.csv", "with space;and=signs.csv"],
)
@pytest.mark.parametrize("form", ["path", "text", "open file", "named bytes"])
def test_a_file_arrives_byte_for_byte(
    sandbox: SandboxServer, session: Session, tmp_path: Path, name: str, form: str
) -> None:
    content = b"id,name\r\n1,\xc3\x9cn\xc3\xafcode\r\n" + bytes(range(256))
    path = tmp_path / name
    path.write_bytes(content)
    with path.open("rb") as file:
        value = {"path": path, "text": str(path), "open file": file, "named bytes": (name, content)}[form]
        cmdlets.import_accounts(SOURCE, file=value, disable_optimization=True)
    fields, files = _form(sandbox.requests[-1])

    assert files["file"] == (name, content)
    assert fields["disableOptimization"] == "true"


def test_a_large_file_is_sent_whole(sandbox: SandboxServer, session: Session, tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    (tmp_path / "big.csv").write_bytes(content)
    cmdlets.import_accounts(SOURCE, file=tmp_path / "big.csv")

    assert _form(sandbox.requests[-1])[1]["file"][1] == content


def test_an_expired_token_in_the_middle_costs_no_byte(make_sandbox: Any, open_session: Any, tmp_path: Path) -> None:
    sandbox = make_sandbox()
    session = open_session(sandbox)
    session.sign_in()
    sandbox.app.tokens.expire_all()
    sandbox.requests.clear()
    with io.BytesIO(b"id\n1\n") as file:
        cmdlets.import_accounts(SOURCE, file=("a.csv", file), session=session)

    uploads = [one for one in sandbox.requests if one.path.endswith("/load-accounts")]
    assert [one.status for one in uploads] == [401, uploads[-1].status]
    assert [_form(one)[1]["file"] for one in uploads] == [("a.csv", b"id\n1\n")] * 2
