"""Lines that are typed while something else is waited for."""

from __future__ import annotations

import io
import os
import sys
from types import SimpleNamespace

import pytest

from isnshell.tenant import typed_lines
from isnshell.tenant.typed_lines import TypedLines


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own way")
def test_whole_lines_come_and_nothing_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    with os.fdopen(read, "rb") as terminal, os.fdopen(write, "wb", buffering=0) as keys:
        monkeypatch.setattr("sys.stdin", terminal)
        lines = TypedLines()
        met = [lines.poll()]
        for typed in (b"http://local", b"host \nnext\n", b""):
            keys.write(typed)
            met += [lines.poll(), lines.poll()]

    assert met == [None, None, None, "http://localhost", "next", None, None]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own way")
def test_an_input_that_has_ended_or_is_no_file_brings_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("no file"))
    lines = TypedLines()

    assert (lines.poll(), lines.poll()) == (None, None)


def test_on_windows_keys_are_taken_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = list("htt")
    monkeypatch.setattr(typed_lines.sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(kbhit=lambda: bool(keys), getwche=lambda: keys.pop(0)))
    lines = TypedLines()
    assert lines.poll() is None

    keys += "p\rrest"
    assert lines.poll() == "http"

    keys += "\x03"
    with pytest.raises(KeyboardInterrupt):
        lines.poll()
