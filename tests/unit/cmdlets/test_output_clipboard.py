"""The clipboard, with a program of ours on the path in place of the system's."""

from __future__ import annotations

import base64
import io
import os
import sys

import pytest

from cmdlets.output import format_table
from cmdlets.output_clipboard import set_clipboard
from isnshell.errors import IsnError


class Terminal(io.StringIO):
    """A file that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self):
        return True


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the clipboard")
def test_what_the_prompt_would_show_goes_to_the_systems_program(tmp_path, monkeypatch, capsys):
    (tmp_path / "xclip").write_text(f"#!/bin/sh\n/bin/cat > {tmp_path}/clipboard\n")
    (tmp_path / "xclip").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    [{"name": "Zoë"}] | format_table() | set_clipboard()
    assert (tmp_path / "clipboard").read_text("utf-8") == "name\n────\nZoë"
    assert capsys.readouterr().err == "13 characters are in the clipboard.\n"
    assert set_clipboard("plain", pass_thru=True) == "plain"
    assert (tmp_path / "clipboard").read_text("utf-8") == "plain"


def test_without_such_a_program_the_error_says_what_else_there_is(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(IsnError, match="as_osc52=True"):
        set_clipboard("text")


def test_the_terminal_can_take_it(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    "text" | set_clipboard(as_osc52=True)
    assert sys.stdout.getvalue() == f"\x1b]52;c;{base64.b64encode(b'text').decode()}\a"
