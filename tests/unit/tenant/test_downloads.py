"""Downloads over a real socket: whole or not at all, under a safe name."""

# ruff: noqa: PTH208 - a folder is read as its names

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from isnshell.errors import ApiError, ConnectionFailed, FileError
from isnshell.operations.request import Request
from isnshell.tenant.downloads import download
from isnshell.tenant.session import Session

_REQUEST = Request("GET", "/v2025/reports/1", command="Get-Report", accept="application/csv")
_BYTES = bytes(range(256)) * 40


def _file(answer: Any, name: str | None = "report.csv", **more: Any) -> Any:
    headers = {"Content-Type": "application/csv"}
    if name is not None:
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer(200, _BYTES, headers, **more)


def test_a_file_is_saved_byte_for_byte_under_the_name_that_was_given(
    tenant: Any, session: Session, answer: Any, here: Path
) -> None:
    tenant.answers(_file(answer))
    path = download(session, _REQUEST, out_file="mine.csv")

    assert path == here / "mine.csv"
    assert path.read_bytes() == _BYTES
    assert os.listdir(here) == ["mine.csv"]


def test_without_a_name_the_servers_is_used_in_the_current_folder(
    tenant: Any, session: Session, answer: Any, here: Path
) -> None:
    tenant.answers(_file(answer))

    assert download(session, _REQUEST) == here / "report.csv"


def test_a_folder_takes_the_servers_name(tenant: Any, session: Session, answer: Any, here: Path) -> None:
    (here / "reports").mkdir()
    tenant.answers(_file(answer))

    assert download(session, _REQUEST, out_file=here / "reports") == here / "reports" / "report.csv"


@pytest.mark.parametrize(
    ("saved", "proposed"),
    [
        ("passwd", "../../etc/passwd"),
        ("passwd", "/etc/passwd"),
        ("evil.exe", "C:\\Windows\\evil.exe"),
        ("bashrc", ".bashrc"),
        ("_nul.csv", "nul.csv"),
        ("Get-Report-1.csv", ".."),
        ("a_b.csv", "a:b.csv"),
    ],
)
def test_a_hostile_name_stays_in_the_folder(
    tenant: Any, session: Session, answer: Any, here: Path, saved: str, proposed: str
) -> None:
    tenant.answers(_file(answer, proposed.replace("\\", "\\\\")))
    path = download(session, _REQUEST, default_name="Get-Report-1.csv")

    assert path == here / saved
    assert os.listdir(here) == [saved]


def test_without_any_name_the_default_gets_the_suffix_of_its_type(
    tenant: Any, session: Session, answer: Any, here: Path
) -> None:
    tenant.answers(_file(answer, None))

    assert download(session, _REQUEST, default_name="report-1").name == "report-1.csv"


def test_a_file_that_is_cut_is_asked_for_again(
    tenant: Any, session: Session, answer: Any, here: Path, clock: Any
) -> None:
    tenant.answers(_file(answer, cut=1000), _file(answer, cut=0), _file(answer))
    path = download(session, _REQUEST)

    assert path.read_bytes() == _BYTES
    assert os.listdir(here) == ["report.csv"]
    assert len(tenant.asked) == 3
    assert len(clock.slept) == 2


def test_a_file_that_stays_cut_leaves_nothing_behind(tenant: Any, make_session: Any, answer: Any, here: Path) -> None:
    tenant.answers(_file(answer, cut=1000))

    with pytest.raises(ConnectionFailed, match=r"Get-Report was cut short 3 times.*No file was written"):
        download(make_session(max_retries=2), _REQUEST)
    assert os.listdir(here) == []
    assert len(tenant.asked) == 3


def test_a_file_that_is_cut_leaves_the_old_one(tenant: Any, make_session: Any, answer: Any, here: Path) -> None:
    (here / "a.csv").write_text("old")
    tenant.answers(_file(answer, cut=1000))

    with pytest.raises(ConnectionFailed):
        download(make_session(max_retries=0), _REQUEST, out_file="a.csv", force=True)
    assert (here / "a.csv").read_text() == "old"
    assert os.listdir(here) == ["a.csv"]


def test_an_existing_file_is_known_before_anything_is_sent(tenant: Any, session: Session, here: Path) -> None:
    (here / "a.csv").write_text("old")

    with pytest.raises(FileError, match="exists"):
        download(session, _REQUEST, out_file="a.csv")
    assert (tenant.asked, tenant.sign_ins) == ([], [])


def test_a_missing_folder_is_known_before_anything_is_sent(tenant: Any, session: Session, here: Path) -> None:
    with pytest.raises(FileError, match="no folder"):
        download(session, _REQUEST, out_file="missing/a.csv")
    assert tenant.asked == []


def test_a_file_of_the_servers_name_is_not_overwritten(tenant: Any, session: Session, answer: Any, here: Path) -> None:
    (here / "report.csv").write_text("old")
    tenant.answers(_file(answer))

    with pytest.raises(FileError, match="exists"):
        download(session, _REQUEST)
    assert (here / "report.csv").read_text() == "old"
    assert os.listdir(here) == ["report.csv"]


def test_force_replaces_a_file(tenant: Any, session: Session, answer: Any, here: Path) -> None:
    (here / "report.csv").write_text("old")
    tenant.answers(_file(answer))

    assert download(session, _REQUEST, force=True).read_bytes() == _BYTES


def test_a_refusal_is_an_error_and_no_file(tenant: Any, session: Session, answer: Any, here: Path) -> None:
    tenant.answers(answer(404, {"messages": [{"text": "No report."}]}))

    with pytest.raises(ApiError, match=r"404.*No report"):
        download(session, _REQUEST)
    assert os.listdir(here) == []


def test_an_empty_file_is_a_file(tenant: Any, session: Session, answer: Any, here: Path) -> None:
    tenant.answers(answer(200, b"", {"Content-Disposition": "attachment; filename=a.csv"}))

    assert download(session, _REQUEST).read_bytes() == b""


def test_a_file_is_asked_for_unpacked_so_that_its_length_can_be_checked(
    tenant: Any, session: Session, answer: Any, here: Path
) -> None:
    tenant.answers(_file(answer))
    download(session, _REQUEST)

    assert tenant.asked[0].headers["Accept-Encoding"] == "identity"
    assert tenant.asked[0].headers["Accept"] == "application/csv"


def test_an_expired_token_is_renewed_for_a_file_too(tenant: Any, session: Session, answer: Any, here: Path) -> None:
    tenant.answers(answer(401, {"error": "expired"}), _file(answer))

    assert download(session, _REQUEST).read_bytes() == _BYTES
