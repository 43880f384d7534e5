"""Measuring two things in alternation, so that a noisy machine disturbs both alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from attrs import frozen

RUNS = 11


@frozen
class Ratio:
    """How long ours takes against theirs.

    Args:
        name: What is measured.
        ours: Median seconds of ours.
        theirs: Median seconds of the baseline.
        baseline: What the baseline is.
        allowed: The ratio that the project promises.
        extra: A further measurement, in words.
    """

    name: str
    ours: float
    theirs: float
    baseline: str
    allowed: float
    extra: str = ""

    @property
    def ratio(self) -> float:
        """Ours by theirs; below 1 is faster."""
        return self.ours / self.theirs

    def __str__(self) -> str:
        verdict = "ok" if self.ratio <= self.allowed else "TOO SLOW"
        line = (
            f"{self.name}: {self.ratio:.2f} x {self.baseline} (allowed {self.allowed:.2f}; "
            f"{self.ours * 1000:.1f} ms against {self.theirs * 1000:.1f} ms) {verdict}"
        )
        return f"{line}; {self.extra}" if self.extra else line


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def alternate(ours: Callable[[], float], theirs: Callable[[], float], runs: int = RUNS) -> tuple[float, float]:
    """Median seconds of both, run by turns after one run of each that does not count."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(runs)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)
