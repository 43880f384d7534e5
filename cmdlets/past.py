"""What was typed: lines, and the errors they met."""

from __future__ import annotations

from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.typed import TYPED, Line, Mishap
from isnshell.errors import IsnError, UsageError
from isnshell.host import get_host
from isnshell.pipeline.stream import Stream
from isnshell.records import Origin, Record, with_origin

_LINE = Origin(kind="HistoryLine")
_ERROR = Origin(kind="ErrorRecord")


@cmdlet("Get-History", aliases=("h", "history"))
def get_history(id: int | None = None, *, count: int | None = None) -> Record | Stream:
    """List the lines that were typed at this prompt, without their secrets.

    Lines of earlier sessions are found with Ctrl-R.

    Args:
        id: Number of one line.
        count: How many at most, the newest ones; left out, all.

    Returns:
        Stream of Records, or Record: `id`, `command_line`, `execution_status` (Completed, Failed, Stopped),
        `start_execution_time` and `duration` (seconds).

    Raises:
        UsageError: There is no line of this number.

    PowerShell: Get-History

    Example:
        >>> get_history(count=10)
    """
    if id is not None:
        return _record(_line(id))
    lines = list(TYPED.lines)
    return Stream.of(map(_record, lines if count is None else lines[max(len(lines) - count, 0) :]), label="lines")


@cmdlet("Invoke-History", aliases=("ihy", "r"))
def invoke_history(id: int | str | None = None) -> None:
    """Run a line again that was typed at this prompt.

    Args:
        id: Its number, or how it begins; left out, the line before this one.

    Returns:
        None: The line shows its own results.

    Raises:
        UsageError: There is no such line, or no prompt.

    PowerShell: Invoke-History

    Example:
        >>> invoke_history(3)
    """
    if TYPED.run is None:
        raise UsageError("invoke_history needs the prompt", hint="A script calls its functions again.")
    line = _line(id)
    get_host().note(line.shown)
    TYPED.run(line.text)


def _line(wanted: Any) -> Line:
    found = TYPED.find(wanted)
    if found is None:
        raise UsageError(
            f"There is no line {wanted!r} in the history" if wanted is not None else "The history is empty",
            hint="get_history() lists them.",
        )
    return found


def _record(line: Line) -> Record:
    fields = {
        "id": line.id,
        "command_line": line.shown,
        "execution_status": line.status,
        "start_execution_time": line.began,
        "duration": round(line.seconds, 3),
    }
    return with_origin(Record(fields), _LINE)


@cmdlet("Get-Error")
def get_error(*, newest: int | None = None) -> Record | Stream | None:
    """Show all of the last error: the request, what the tenant answered, every attempt, where it happened.

    Args:
        newest: How many of the last errors, the newest first; left out, the last one only.

    Returns:
        Record, Stream of Records or None: `type`, `message`, `why`, `hint`, `line` (number at the prompt), for refusals
        `status_code`, `detail_code`, `tracking_id`, `messages`, `causes`, `request`, `attempts`, `response`, and
        `caused_by` and `traceback`. None if there was no error.

    PowerShell: Get-Error

    Example:
        >>> get_error(newest=5) | select_object("type", "message")
    """
    if newest is not None:
        return Stream.of([_error(one) for one in list(TYPED.newest_errors())[: max(newest, 0)]], label="errors")
    last = next(TYPED.newest_errors(), None)
    return None if last is None else _error(last)


_FACTS = ("status_code", "detail_code", "tracking_id", "messages", "causes", "request", "attempts", "maybe_done")


def _error(mishap: Mishap) -> Record:
    error = mishap.error
    fields: dict[str, Any] = {"type": type(error).__name__, "message": str(error), "line": mishap.line}
    if isinstance(error, IsnError):
        fields |= {"message": error.what, "why": error.why, "hint": error.hint}
    for name in _FACTS:
        if value := getattr(error, name, None):
            fields[name] = list(value) if isinstance(value, tuple) else value if name != "request" else str(value)
    if response := getattr(error, "response", None):
        fields["response"] = getattr(response, "content", None) or None
    if error.__cause__ is not None:
        fields["caused_by"] = f"{type(error.__cause__).__name__}: {error.__cause__}"
    fields["traceback"] = mishap.trace
    return with_origin(Record({name: value for name, value in fields.items() if value is not None}), _ERROR)
