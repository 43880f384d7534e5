"""Charts in the terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.formatting.formatted import Formatted, drawing
from isnshell.formatting.timeline import find_span
from isnshell.pipeline.stage import Sink, Stage
from isnshell.pipeline.stream import Stream


@cmdlet("Out-Chart")
def out_chart(
    label: str | Callable[[Any], Any] | None = None,
    value: str | Callable[[Any], Any] | None = None,
    *,
    every: str | None = None,
) -> Stage:
    """Show records as bars: the counts of groups, the numbers of a measure, or how many happened when.

    Reads the whole stream first, since the longest bar sets the scale.

    Args:
        label: What stands beside a bar: a property, a dotted path or a function; the name if left out. Named alone, the
            records that have it in common are counted. A date-time is drawn as a time line, in local time.
        value: How long it is: a property that is a number, or a function; the count if left out.
        every: Span of time of each bar of a time line: `minute`, `hour`, `day`, `week`, `month` or `year`. Left out, it
            suits the room; weeks begin on Monday.

    Returns:
        None

    Raises:
        UsageError: The records have no such number, or `every` is given without a date-time.

    PowerShell: none (isnshell's own)

    Example:
        >>> [{"name": "SUCCESS", "count": 2}, {"name": "ERROR", "count": 1}] | out_chart()
        SUCCESS 2 ██████████████████████████████████████████████████████████████████████
        ERROR   1 ███████████████████████████████████
    """
    if every is not None:
        find_span(every)

    def consume(records: Stream) -> None:
        from isnshell.formatting.default import show  # loads rich

        draw = drawing("chart", label=label, value=value, every=every)
        show(Formatted(records, draw, label="out_chart"))

    return Sink(consume, label="out_chart")
