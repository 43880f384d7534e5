"""What an export of a million records costs in memory: the real command's own process is asked."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

RECORDS = 1_000_000
PEAK = 150 << 20  # bytes
PROFILE = {"ISN_ENVIRONMENT": "sandbox", "ISN_RATE_LIMIT": "10000"}
# A process counts what its parent held when it was forked, and the tests hold much: so a small one stands between them
ASKED = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(done.returncode)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell what memory a process took")
@pytest.mark.timeout(900)
def test_a_million_records_are_exported_in_constant_memory(make_sandbox, tmp_path):
    """The sandbox makes identities as they are asked for; rows wait in a temporary file until all columns are known."""
    sandbox = make_sandbox(identities=RECORDS)
    address = {
        "SAIL_BASE_URL": sandbox.url,
        "SAIL_CLIENT_ID": sandbox.client_id,
        "SAIL_CLIENT_SECRET": sandbox.client_secret,
    }
    line = 'get_public_identities() | export_csv("people.csv")'
    done = subprocess.run(
        [sys.executable, "-c", ASKED, sys.executable, "-m", "isnshell", "-c", line],
        cwd=tmp_path, env={**os.environ, **PROFILE, **address}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith(f"{RECORDS:,} rows, ")
    with (tmp_path / "people.csv").open("rb") as file:
        assert sum(1 for _ in file) == RECORDS + 1
    # macOS counts bytes, Linux kilobytes
    assert int(done.stdout) * (1 if sys.platform == "darwin" else 1024) < PEAK
