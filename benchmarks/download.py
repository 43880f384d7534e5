"""A report of 200 MB to disk against curl; and how much memory it takes."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .measure import Ratio, alternate, seconds
from .save import save
from .tenant import REPORT_BYTES, serving

# VmHWM, since the ru_maxrss of a started process counts its parent's memory too
_PEAK = """
import re, sys
from pathlib import Path
from benchmarks.save import save

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

before = peak()
save(sys.argv[1], sys.argv[2])
print(peak() // 1024, (peak() - before) // 1024)
"""


def measure() -> Ratio:
    """Eleven downloads by turns, inside a process that runs already; curl is started each time, which takes it about
    10 ms.
    """
    curl = shutil.which("curl")
    if curl is None:
        raise SystemExit("download: curl is not installed")
    with serving() as url, tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.csv"

        def ours() -> None:
            save(url, str(target))

        def theirs() -> None:
            address = f"{url}/v2025/reports/2c9180897e7742b2017e781782f705b9?fileFormat=csv"
            subprocess.run([curl, "-s", "-o", str(target), address], check=True)

        mine, other = alternate(lambda: seconds(ours), lambda: seconds(theirs))
        assert target.stat().st_size == REPORT_BYTES
        peak = _peak(url, target) if sys.platform == "linux" else "peak memory not measured here"
    return Ratio("a report of 200 MB to disk", mine, other, "curl", 1.0, peak)


def _peak(url: str, target: Path) -> str:
    done = subprocess.run([sys.executable, "-c", _PEAK, url, str(target)], check=True, capture_output=True, text=True)
    whole, more = done.stdout.split()
    return f"peak memory {whole} MB, {more} MB of it for the download"
