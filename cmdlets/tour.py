"""A tour of five steps, on the sandbox, that one types oneself."""

from __future__ import annotations

import re

from attrs import frozen

from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.typed import TYPED, Line
from isnshell.errors import UsageError
from isnshell.host import get_host
from isnshell.tenant.session import Session, peek_session


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
        "Commands are PowerShell's, in small letters: Get-PendingTasks is get_pending_tasks(). Type get_pend and press "
        "Tab, then the rest and Enter. The result is a table.",
        "get_pending_tasks(limit=5)",
        r"get_?pending_?tasks\s*\(|get-pendingtasks",
    ),
    Step(
        "Commands are chained with |. What stands right of it works on each record; inside where_object( Tab offers "
        "the fields.",
        'get_pending_tasks() | where_object(type="QUARTZ") | sort_object("launched")',
        r"\|\s*(\w*where|\?)",
    ),
    Step(
        "Every result is kept: _ is the last one, _[0] its first record; Tab behind _[0]. offers its fields. "
        "format_list() shows a record whole.",
        "_[0] | format_list()",
        r"\b_\d*\b",
    ),
    Step(
        "Nothing was changed so far. With what_if=True a command that would change something shows its exact request, "
        "and sends nothing.",
        "get_pending_tasks(limit=2) | clear_pending_task(what_if=True)",
        r"what_?if|-whatif",
    ),
    Step(
        "A report in one line: started, waited for, saved as a CSV file in this folder.",
        'receive_report("ACCOUNTS", source="Active Directory")',
        r"receive[_-]?report",
    ),
)
_END = (
    'That is all of it. get_command("*report*") finds commands, ?get_report explains one, F1 the one at the cursor.\n'
    "For a tenant of your own leave with Ctrl-D, then: isnshell profile new NAME"
)
_NO_STEP = re.compile(r"\s*\?|.*\?\s*$|.*get[_-]?started", re.IGNORECASE | re.DOTALL)


@cmdlet("Get-Started")
def get_started(step: int | None = None, *, stop: bool = False) -> None:
    """Take a tour of five steps on the sandbox.

    Each step says what to type; the next one comes once you have typed it. Anything else may be typed in between.
    `get_started()` says again where you are, also after a stop.

    Args:
        step: Step to go to, 1 to 5; left out, the one that you are at, or the first.
        stop: True ends the tour; `get_started()` goes on with it.

    Returns:
        None: The steps are said beside the results.

    Raises:
        UsageError: There is no such step.

    PowerShell: none (isnshell's own)

    Example:
        >>> get_started()
    """
    if step is not None and not 1 <= step <= len(_STEPS):
        raise UsageError(f"There is no step {step}", hint=f"The tour has steps 1 to {len(_STEPS)}.")
    tour = next((one for one in TYPED.listeners if isinstance(one, _Tour)), None)
    if stop:
        if tour is not None:
            tour.is_stopped = True
        get_host().note("The tour has stopped; get_started() goes on with it.")
        return
    if not _is_sandbox(peek_session()):
        get_host().note(
            'The tour is for the sandbox, where nothing can break: use_profile("demo"), then get_started().'
        )
        return
    if TYPED.run is None:
        for number in range(len(_STEPS)):
            get_host().note(_text(number))
        return
    if tour is None:
        tour = _Tour()
        TYPED.listeners.append(tour)
    tour.go_to(tour.number if step is None else step - 1)


def _is_sandbox(session: Session | None) -> bool:
    """Whether the tenant is one on this machine; what a company calls its sandbox is a tenant like any other."""
    return session is not None and session.profile.is_simulated and session.profile.environment == "sandbox"


def _text(number: int) -> str:
    step = _STEPS[number]
    return f"Step {number + 1} of {len(_STEPS)}. {step.text}\n    {step.line}"


class _Tour:
    """Hears of each line that was run, and goes on when it did the step."""

    def __init__(self) -> None:
        self.number = 0
        self.is_stopped = False
        self._has_reminded = False

    def go_to(self, number: int) -> None:
        """Say what a step is about, and wait for it."""
        self.number, self.is_stopped, self._has_reminded = number, False, False
        get_host().note(_text(number))

    def __call__(self, line: Line) -> None:
        if self.is_stopped or _NO_STEP.match(line.text):
            return
        if line.status != "Completed" or not re.search(_STEPS[self.number].done, line.text, re.IGNORECASE):
            self._remind(line)
        elif self.number + 1 < len(_STEPS):
            self.go_to(self.number + 1)
        else:
            get_host().note(_END)
            TYPED.listeners.remove(self)

    def _remind(self, line: Line) -> None:
        """Whoever looks around is told once how to go on; whoever met an error, each time."""
        if self._has_reminded and line.status == "Completed":
            return
        self._has_reminded = True
        get_host().note(
            f"Step {self.number + 1} waits for this line; get_started(stop=True) ends the tour.\n"
            f"    {_STEPS[self.number].line}"
        )
