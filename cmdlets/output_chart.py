"""Charts in the terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.formatting.formatted import Formatted, drawing
from isnshell.pipeline.stage import Sink, Stage
from isnshell.pipeline.stream import Stream


@cmdlet("Out-Chart")
def out_chart(
    label: str | Callable[[Any], Any] | None = None, value: str | Callable[[Any], Any] | None = None
) -> Stage:
    """Show records as bars, in their order: the counts of groups, or anything measured.

    Reads the whole stream first, since the longest bar sets the scale.

    Args:
        label: What stands beside a bar: a property, a dotted path or a function; the name if left out.
        value: How long it is: a property that is a number, or a function; the count if left out.

    Returns:
        None

    Raises:
        UsageError: The records have no such number.

    PowerShell: none (isnshell's own)

    Example:
        >>> [{"name": "SUCCESS", "count": 2}, {"name": "ERROR", "count": 1}] | out_chart()
        SUCCESS 2 ██████████████████████████████████████████████████████████████████████
        ERROR   1 ███████████████████████████████████
    """

    def consume(records: Stream) -> None:
        from isnshell.formatting.default import show  # loads rich

        show(Formatted(records, drawing("chart", label=label, value=value), label="out_chart"))

    return Sink(consume, label="out_chart")
