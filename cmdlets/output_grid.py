"""Out-GridView: records in a grid that one sorts, filters and picks from."""

from __future__ import annotations

from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import UsageError
from isnshell.formatting.columns import choices
from isnshell.naming import did_you_mean
from isnshell.pipeline.stage import Sink, Stage
from isnshell.pipeline.stream import Stream

from .extras import extra

_MODES = ("none", "single", "multiple")


@cmdlet("Out-GridView", aliases=("ogv",))
def out_grid_view(
    *property: Any,
    title: str | None = None,
    output_mode: str | None = None,
    pass_thru: bool = False,
    wait: bool = False,
    filter: str = "",
) -> Stage:
    """Show records in a grid in the terminal: sort, filter, look at one whole, and give chosen ones on.

    The first screen appears at once; more is read as you scroll, all of it for a sort or a filter, with a count. Keys:
    arrows move, `s` or a click on a heading sorts (again: the other way round, a third time: as they came), `/`
    filters while you type, Space marks, `a` marks all that are shown, `v` shows a record whole, Enter gives the marked
    ones back or, without marks, the one at the cursor; Esc gives none. Needs a terminal, and the extra `grid`:
    `pip install "isnshell[grid]"`.

    Args:
        property: Columns: names, dotted paths, wildcards or functions of a record; the default view if left out. Whole
            records are given back all the same.
        title: What stands above the grid; the source's name if left out.
        output_mode: How many can be given back: `none`, `single` or `multiple`; none if left out.
        pass_thru: True gives back as many as are marked, like `output_mode="multiple"`.
        wait: Changes nothing: a grid in the terminal is always waited for.
        filter: What the filter is at first, written as after `/`: words that occur anywhere, `"a phrase"`, `err*` fits
            a whole cell, `type:quartz` looks at one column only.

    Returns:
        Stream: The records chosen, in the grid's order. None unless they are given back.

    Raises:
        UsageError: There is no terminal, the extra is not installed, or `output_mode` is unknown.

    PowerShell: Out-GridView

    Example:
        >>> get_pending_tasks() | out_grid_view(pass_thru=True) | clear_pending_task()  # doctest: +SKIP
    """
    chosen = choices(property)
    mode = _mode(output_mode, pass_thru)
    open_grid = extra("gridview.opening", "open_grid", "grid", "textual")

    def consume(records: Stream) -> Stream | None:
        picked = open_grid(records, title=title or records.label, mode=mode, chosen=chosen, filter=filter)
        return None if mode == "none" else Stream.of(picked, label=records.label, kind=records.kind)

    return Sink(consume, label="out_grid_view", waits_for="the records to show")


def _mode(output_mode: str | None, pass_thru: bool) -> str:
    mode = str(output_mode).lower() if output_mode is not None else "multiple" if pass_thru else "none"
    if mode not in _MODES:
        raise UsageError(
            f"output_mode={output_mode!r} is unknown",
            hint=did_you_mean(mode, _MODES) or f"Give one of {', '.join(_MODES)}.",
        )
    if pass_thru and mode == "none":
        raise UsageError("pass_thru and output_mode='none' exclude each other", hint="Give one of them.")
    return mode
