"""Loading in the background what the first commands need, once the prompt is drawn and the person has had a moment."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

# A person reads the banner for longer; whoever types at once is not slowed down by imports
_MOMENT = 0.4


def warm_up(steps: Sequence[Callable[[], object]]) -> threading.Thread:
    """Take the steps, one after the other, in a thread that holds nobody up."""
    thread = threading.Thread(target=_run, args=(steps,), name="isnshell-warm-up", daemon=True)
    thread.start()
    return thread


def _run(steps: Sequence[Callable[[], object]]) -> None:
    time.sleep(_MOMENT)
    for step in steps:
        try:
            step()
        except Exception:  # noqa: BLE001 - what is broken will say so where it is used
            return
