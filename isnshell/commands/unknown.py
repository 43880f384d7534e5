"""Properties that no record has: most likely a slip of the fingers, so that a stage that waits for them says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..host import get_host
from ..naming import did_you_mean
from ..pipeline.properties import property_names


def note_unknown(paths: Iterable[str], record: Any, others: Iterable[str] = ()) -> None:
    """Say which properties no record has.

    Args:
        paths: Their names or dotted paths.
        record: One of the records, whose names may have been meant.
        others: What else may have been meant.
    """
    for path in paths:
        near = did_you_mean(path, [*property_names(record), *others])
        get_host().note(" ".join(part for part in (f"No record here has a property {path!r}.", near) if part))
