"""`python -m benchmarks [NAME ...]`: all measurements, or those named."""

from __future__ import annotations

import sys

from . import completion, download, page, pages, startup

MEASUREMENTS = {
    "startup": startup.measure,
    "completion": completion.measure,
    "page": page.measure,
    "pages": pages.measure,
    "download": download.measure,
}


def main() -> int:
    wanted = sys.argv[1:] or list(MEASUREMENTS)
    unknown = [name for name in wanted if name not in MEASUREMENTS]
    if unknown:
        print(f"There is no measurement {unknown[0]!r}; there are {', '.join(MEASUREMENTS)}.", file=sys.stderr)
        return 2
    slow = False
    for name in wanted:
        ratio = MEASUREMENTS[name]()
        print(ratio, flush=True)
        slow = slow or ratio.ratio > ratio.allowed
    return int(slow)


sys.exit(main())
