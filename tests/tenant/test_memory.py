"""What an export of a million records costs in memory: the real command's own process is asked."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

RECORDS = 1_000_000
PEAK = 150 << 20  # bytes
PROFILE = {"ISN_ENVIRONMENT": "sandbox", "ISN_RATE_LIMIT": "10000"}


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not tell what memory a process took")
@pytest.mark.timeout(900)
def test_a_million_records_are_exported_in_constant_memory(make_sandbox, tmp_path):
    """The sandbox makes identities as they are asked for; rows wait in a temporary file until all columns are known."""
    sandbox = make_sandbox(identities=RECORDS)
    address = {
        "SAIL_BASE_URL": sandbox.url,
        "SAIL_CLIENT_ID": sandbox.client_id,
        "SAIL_CLIENT_SECRET": sandbox.client_secret,
    }
    command = [sys.executable, "-m", "isnshell", "-c", 'get_public_identities() | export_csv("people.csv")']
    child = subprocess.Popen(
        command, cwd=tmp_path, env={**os.environ, **PROFILE, **address}, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    said = child.stderr.read()
    child.stderr.close()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)

    assert child.returncode == 0, said
    assert said.startswith(f"{RECORDS:,} rows, ")
    with (tmp_path / "people.csv").open("rb") as file:
        assert sum(1 for _ in file) == RECORDS + 1
    # macOS counts bytes, Linux kilobytes
    assert usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) < PEAK
