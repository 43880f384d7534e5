"""An export that is cut off, by Ctrl-C or by `kill -9`: the file is the old one, or there is none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

# Records that come one by one and then no more, with the program waiting for the next
SCRIPT = """
import sys, cmdlets

def records():
    for n in range(20_000):
        yield {"n": n, "text": "x" * 100}
    print("waiting", flush=True)
    sys.stdin.read()

records() | cmdlets.%s
"""

COMMANDS = {
    "csv": 'export_csv("out", force=True)',
    "added csv": 'export_csv("out", append=True, force=True)',
    "json lines": 'export_json_lines("out", force=True)',
    "excel": 'export_excel("out", force=True)',
    "text": 'out_file("out", force=True)',
    "content": 'set_content("out", force=True)',
}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")


@pytest.fixture
def cut_off(tmp_path):
    """Ends a command in the middle of its work, and gives the names of the files that are left beside its own."""

    def cut(command: str, how: signal.Signals) -> list[str]:
        script = tmp_path / "script.py"
        script.write_text(SCRIPT % command)
        child = subprocess.Popen(
            [sys.executable, "-m", "isnshell", "run", str(script)],
            cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert child.stdout.readline() == "waiting\n", child.stderr.read()
        time.sleep(0.05)  # into the reading of what never comes
        child.send_signal(how)
        child.communicate(timeout=60)
        assert child.returncode != 0
        script.unlink()
        return sorted(one.name for one in tmp_path.iterdir() if one.name != "out")

    return cut


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill -9"])
def test_the_old_file_stays_as_it_was(tmp_path, cut_off, command, how):
    (tmp_path / "out").write_bytes(b"n\r\nold\r\n")
    left = cut_off(command, how)
    assert (tmp_path / "out").read_bytes() == b"n\r\nold\r\n"
    # A killed program can't clear away its unfinished file, whose name says what it is
    assert all(name.startswith(".out.") and name.endswith(".part") for name in left)
    assert how is signal.SIGKILL or left == []


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill -9"])
def test_no_file_appears(tmp_path, cut_off, how):
    cut_off('export_csv("out")', how)
    assert list(tmp_path.iterdir()) == []
