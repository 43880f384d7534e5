"""Reading what must not be seen: keys make a line, a paste with breaks in it is one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from isnshell.tenant import hidden
from isnshell.tenant.hidden import _line, read_hidden


@pytest.mark.parametrize(
    ("expected", "chunks"),
    [
        ("s3cr3t", [b"s3cr3t\r"]),
        ("s3cr3t", [b"s3", b"cr", b"3t", b"\r"]),
        ("eyJhbG.ci", [b"eyJ\nhbG\r\n.ci\n"]),
        ("eyJhbG.ci", [b"eyJ\n", b"hbG.ci\n"]),
        ("eyJhbG.ci", [b"eyJ\nhbG.ci", b"\r"]),
        ("ab", [b"ax\x7fb\r"]),
        ("new", [b"wrong\x15new\r"]),
        ("ünï", ["ünï\r".encode()]),
        ("", [b"\r"]),
        ("", [b"\x04"]),
    ],
    ids=repr,
)
def test_keys_make_one_line(expected: str, chunks: list[bytes]) -> None:
    left = list(chunks)

    def read() -> Iterator[bytes]:
        while left:
            yield left.pop(0)

    assert _line(read(), lambda: bool(left)) == expected


def test_a_terminal_that_goes_away_is_no_answer() -> None:
    with pytest.raises(EOFError):
        _line(iter([b"half"]), lambda: False)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keys that are pressed at a console of Windows."""
    keys: list[str] = []
    console = SimpleNamespace(getwch=lambda: keys.pop(0), kbhit=lambda: bool(keys))
    monkeypatch.setattr(hidden.sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", console)
    return keys


def test_on_windows_too_a_paste_is_one_line_and_nothing_is_shown(
    windows: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    windows += "tok\r\nen\rü\r"

    assert read_hidden("Token: ") == "tokenü"
    assert capsys.readouterr() == ("", "Token: \n")


def test_on_windows_ctrl_c_is_heard(windows: list[str]) -> None:
    windows += "to\x03"

    with pytest.raises(KeyboardInterrupt):
        read_hidden("Token: ")
