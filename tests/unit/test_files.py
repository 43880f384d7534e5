"""Files: whole or not at all, and none overwritten unasked."""

# ruff: noqa: PT012, PTH208, SIM115 - a block that writes and then fails is what is tested; a folder is read as its names

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnshell import files
from isnshell.errors import ConnectionFailed, FileError
from isnshell.files import check_target, replacing, safe_file_name

_WINDOWS_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "123456789")}


@pytest.mark.parametrize(
    ("safe", "proposed"),
    [
        pytest.param("report.csv", "report.csv", id="harmless"),
        pytest.param("Überblick 2026.csv", "Überblick 2026.csv", id="letters of all languages"),
        pytest.param("passwd", "../../etc/passwd", id="up and away"),
        pytest.param("passwd", "/etc/passwd", id="absolute"),
        pytest.param("evil.exe", "C:\\Windows\\evil.exe", id="Windows path"),
        pytest.param("a_b.csv", "a:b.csv", id="drive or stream"),
        pytest.param("a_____.csv", 'a<>"|?.csv', id="characters that Windows forbids"),
        pytest.param("a__b.csv", "a\r\nb.csv", id="line break"),
        pytest.param("a_b", "a\0b", id="null"),
        pytest.param("bashrc", ".bashrc", id="hidden file"),
        pytest.param("report", "report. . ", id="dots and spaces at the end"),
        pytest.param("_nul.csv", "nul.csv", id="Windows device"),
        pytest.param("_CON", "CON", id="Windows device without a suffix"),
        pytest.param("_con.txt", "con .txt", id="Windows device before a space"),
        pytest.param("_CONOUT$", "CONOUT$", id="Windows console"),
        pytest.param("console.csv", "console.csv", id="only begins like a device"),
        pytest.param("report_xslx.exe", "report\u202exslx.exe", id="turned direction"),
        pytest.param("download", "", id="empty"),
        pytest.param("download", "..", id="parent folder"),
        pytest.param("download", "a/", id="folder"),
    ],
)
def test_a_proposed_name_is_reduced_to_a_safe_one(safe: str, proposed: str) -> None:
    assert safe == safe_file_name(proposed)


def test_the_default_stands_in_for_a_name_of_nothing() -> None:
    assert safe_file_name("///", default="roles.zip") == "roles.zip"


def test_a_long_name_is_cut_and_keeps_its_suffix() -> None:
    name = safe_file_name("ä" * 500 + ".csv")

    assert name.endswith("ä.csv")
    assert len(name.encode()) <= 255


@given(st.text(alphabet=st.characters(), max_size=300))
def test_no_name_leads_elsewhere_or_breaks_a_file_system(proposed: str) -> None:
    name = safe_file_name(proposed)

    assert name
    assert name == Path(name).name
    assert not set(name) & set('<>:"/\\|?*\0\r\n\t')
    assert not name.startswith((".", " "))
    assert not name.endswith((".", " "))
    assert len(name.encode()) <= 255
    assert name.split(".")[0].strip().upper() not in _WINDOWS_DEVICES


def test_a_file_appears_with_what_was_written(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    with replacing(target) as file:
        file.write(b"id\n1\n")

    assert target.read_bytes() == b"id\n1\n"
    assert os.listdir(tmp_path) == ["a.csv"]


def test_text_is_written_in_the_encoding_that_was_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    with replacing(target, mode="w", encoding="utf-8-sig", newline="") as file:
        file.write("ä\r\n")

    assert target.read_bytes() == b"\xef\xbb\xbf\xc3\xa4\r\n"


def test_the_target_is_not_there_before_the_file_is_whole(tmp_path: Path) -> None:
    with replacing(tmp_path / "a.csv") as file:
        file.write(b"half")
        file.flush()

        assert not (tmp_path / "a.csv").exists()


@pytest.mark.parametrize("fault", [ValueError("x"), KeyboardInterrupt(), ConnectionFailed("cut")], ids=repr)
def test_an_interrupted_file_leaves_nothing_behind(tmp_path: Path, fault: BaseException) -> None:
    with pytest.raises(type(fault)), replacing(tmp_path / "a.csv") as file:
        file.write(b"half")
        raise fault

    assert os.listdir(tmp_path) == []


def test_an_interrupted_replacement_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old")
    with pytest.raises(ValueError, match="stop"), replacing(target, force=True) as file:
        file.write(b"new")
        raise ValueError("stop")

    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.csv"]


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old")
    with pytest.raises(FileError, match=r"exists.*force=True") as caught, replacing(target):
        pytest.fail("the block must not begin")

    assert caught.value.path == target
    assert target.read_text() == "old"


def test_force_replaces_an_existing_file(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old")
    with replacing(target, force=True) as file:
        file.write(b"new")

    assert target.read_text() == "new"
    assert os.listdir(tmp_path) == ["a.csv"]


def test_a_file_that_appears_meanwhile_is_kept_and_so_is_ours(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    with pytest.raises(FileError, match="appeared meanwhile") as caught, replacing(target) as file:
        file.write(b"ours")
        target.write_text("theirs")

    assert target.read_text() == "theirs"
    assert caught.value.kept == tmp_path / "a (1).csv"
    assert (tmp_path / "a (1).csv").read_text() == "ours"
    assert str(caught.value.kept) in str(caught.value)
    assert sorted(os.listdir(tmp_path)) == ["a (1).csv", "a.csv"]


def test_what_is_kept_overwrites_nothing_either(tmp_path: Path) -> None:
    (tmp_path / "a (1).csv").write_text("first")
    target = tmp_path / "a.csv"
    with pytest.raises(FileError) as caught, replacing(target) as file:
        file.write(b"ours")
        target.write_text("theirs")

    assert caught.value.kept == tmp_path / "a (2).csv"
    assert (tmp_path / "a (1).csv").read_text() == "first"


def test_a_file_open_elsewhere_on_windows_is_a_named_error_and_the_content_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held_open(*paths: Any) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file", str(paths[1]))

    target = tmp_path / "a.csv"
    target.write_text("old")
    monkeypatch.setattr(Path, "replace", held_open)
    with pytest.raises(FileError, match="open in another program") as caught, replacing(target, force=True) as file:
        file.write(b"new")

    kept = caught.value.kept
    assert kept == tmp_path / "a (1).csv"
    assert kept.read_text() == "new"
    assert str(kept) in str(caught.value)
    assert target.read_text() == "old"
    assert sorted(os.listdir(tmp_path)) == ["a (1).csv", "a.csv"]


def test_a_file_system_without_hard_links_gets_the_file_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*paths: Any) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    with replacing(tmp_path / "a.csv") as file:
        file.write(b"new")

    assert (tmp_path / "a.csv").read_text() == "new"
    assert os.listdir(tmp_path) == ["a.csv"]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        pytest.param(errno.ENOSPC, "the disk is full", id="disk full"),
        pytest.param(errno.EDQUOT, "the disk is full", id="quota"),
        pytest.param(errno.EACCES, "can't be written to", id="no right"),
        pytest.param(errno.EROFS, "can't be written to", id="read-only medium"),
        pytest.param(errno.EIO, "Input/output error", id="broken medium"),
    ],
)
def test_a_fault_of_the_disk_is_a_named_error_and_leaves_nothing(tmp_path: Path, code: int, message: str) -> None:
    target = tmp_path / "a.csv"
    with pytest.raises(FileError, match=message) as caught, replacing(target) as file:
        file.write(b"half")
        raise OSError(code, os.strerror(code))

    assert caught.value.path == target
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_disk_that_fills_up_while_the_file_is_closed_is_a_named_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "open", lambda path, mode, **options: open("/dev/full", "wb"), raising=False)
    with pytest.raises(FileError, match="the disk is full"), replacing(tmp_path / "a.csv") as file:
        file.write(b"small enough to wait in the buffer")

    assert os.listdir(tmp_path) == []


def test_an_unwritable_folder_is_known_before_any_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: Any, **options: Any) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(FileError, match=r"can't be written to.*another folder"):
        check_target(tmp_path / "a.csv")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param(".", "it is a folder", id="folder"),
        pytest.param("missing/a.csv", "there is no folder", id="no such folder"),
        pytest.param("old.csv", "the file exists", id="existing file"),
        pytest.param("a" * 300, "name too long", id="name too long"),
    ],
)
def test_a_target_that_can_not_be_is_known_before_any_work(here: Path, name: str, message: str) -> None:
    (here / "old.csv").touch()
    before = os.listdir(here)

    with pytest.raises(FileError, match=f"(?i){message}"):
        check_target(name)
    assert before == os.listdir(here)


def test_checking_a_target_leaves_nothing_behind(here: Path) -> None:
    assert check_target("a.csv") == here / "a.csv"
    assert os.listdir(here) == []


def test_a_tilde_is_the_home_folder() -> None:
    home = Path.home()
    home.mkdir(exist_ok=True)

    assert check_target("~/a.csv") == home / "a.csv"


@pytest.mark.skipif(sys.platform == "win32", reason="counts bytes of a POSIX file name")
def test_a_name_of_wide_characters_as_long_as_the_file_system_allows_can_be_written(tmp_path: Path) -> None:
    name = "報" * 84
    with replacing(tmp_path / name) as file:
        file.write(b"x")

    assert os.listdir(tmp_path) == [name]
