"""Loading in the background what the first commands need, once the prompt is drawn and the person has had a moment."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

# A person reads the banner for longer; whoever types at once is not slowed down by imports
_MOMENT = 0.4
# and who does is given time for Enter
_BREATH = 0.05


def warm_up(steps: Sequence[Callable[[], object]], wanted: threading.Event) -> threading.Thread:
    """Take the steps, one after the other, in a thread that holds nobody up.

    Args:
        steps: What is done.
        wanted: Set as soon as somebody could do with it.
    """
    thread = threading.Thread(target=_run, args=(steps, wanted), name="isnshell-warm-up", daemon=True)
    thread.start()
    return thread


def _run(steps: Sequence[Callable[[], object]], wanted: threading.Event) -> None:
    if wanted.wait(_MOMENT):
        time.sleep(_BREATH)
    for step in steps:
        try:
            step()
        except Exception:  # noqa: BLE001 - what is broken will say so where it is used
            return
