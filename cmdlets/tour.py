"""A tour of five steps, on the sandbox, that one types oneself."""

from __future__ import annotations

import re

from attrs import frozen

from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.typed import TYPED, Line
from isnshell.host import get_host
from isnshell.tenant.session import peek_session


@frozen
class Step:
    """One step.

    Args:
        text: What it is about.
        line: What to type.
        done: What a line looks like that does it.
    """

    text: str
    line: str
    done: str


_STEPS = (
    Step(
        "Commands are PowerShell's, in small letters: Get-PendingTasks is get_pending_tasks(). Type its beginning and "
        "press Tab; the result is a table.",
        "get_pending_tasks(limit=5)",
        r"pending_?tasks",
    ),
    Step(
        "Commands are chained with |. What stands right of it works on each record.",
        'get_pending_tasks() | where_object(type="QUARTZ") | select_object("id", "type", first=3)',
        r"\|\s*\w*where",
    ),
    Step(
        "Every result is kept: _ is the last one. Its records have fields, which Tab offers too.",
        "_[0] | format_list()",
        r"\b_\d*\b",
    ),
    Step(
        "A command that changes something shows the exact request first if you want to see it.",
        "get_pending_tasks(limit=2) | clear_pending_task(what_if=True)",
        r"what_?if|-whatif",
    ),
    Step(
        "A report in one line: started, waited for, saved in this folder.",
        'receive_report("ACCOUNTS", source="Active Directory")',
        r"receive_?report",
    ),
)
_END = (
    'That is all of it. get_command("*report*") finds commands, ?get_report explains one, get_profile() lists your '
    "tenants."
)


@cmdlet("Get-Started")
def get_started() -> None:
    """Begin a tour of five steps on the sandbox.

    Each step says what to type; the next one comes once you have typed it. Anything else may be typed in between, and
    `get_started()` begins anew.

    Returns:
        None: The steps are said beside the results.

    PowerShell: none (isnshell's own)

    Example:
        >>> get_started()
    """
    _end()
    session = peek_session()
    host = get_host()
    if session is None or session.profile.environment != "sandbox":
        host.note('The tour is for the sandbox, where nothing can break: use_profile("demo"), then get_started().')
        return
    if TYPED.run is None:
        for number in range(len(_STEPS)):
            host.note(_text(number))
        return
    host.note(_text(0))
    TYPED.listeners.append(_Tour())


def _end() -> None:
    TYPED.listeners[:] = [one for one in TYPED.listeners if not isinstance(one, _Tour)]


def _text(number: int) -> str:
    step = _STEPS[number]
    return f"Step {number + 1} of {len(_STEPS)}. {step.text}\n    {step.line}"


class _Tour:
    """Hears of each line that was run, and goes on when it did the step."""

    def __init__(self) -> None:
        self._number = 0

    def __call__(self, line: Line) -> None:
        if line.status != "Completed" or not re.search(_STEPS[self._number].done, line.text, re.IGNORECASE):
            return
        self._number += 1
        if self._number < len(_STEPS):
            get_host().note(_text(self._number))
            return
        get_host().note(_END)
        _end()
