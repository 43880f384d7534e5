"""Loading in the background what the first commands need, once the prompt is drawn and the person has had a moment."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from importlib import import_module

from ..catalog.loader import facts
from .completion import Knowledge

# A person reads the banner for longer; whoever types at once is not slowed down by imports
_MOMENT = 0.4
_MODULES = ("isnshell.formatting.default", "isnshell.tenant.transport")


def warm_up(knowledge: Knowledge, load: Callable[[], object]) -> threading.Thread:
    """Load lexer, names, facts and modules, one after the other, in a thread that holds nobody up."""
    steps: Sequence[Callable[[], object]] = [
        load,
        lambda: knowledge.entries,
        lambda: facts(knowledge.generation).models,
        lambda: knowledge.meaning("where_object"),
        *(lambda name=name: import_module(name) for name in _MODULES),
    ]
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
