"""Work in the background, while the prompt takes the next line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from isnshell.clock import parse_duration
from isnshell.commands.background import Job, jobs, start
from isnshell.commands.cmdlet import Cmdlet, cmdlet
from isnshell.errors import UsageError, WaitTimeout
from isnshell.host import get_host
from isnshell.pipeline.stage import Stage
from isnshell.pipeline.stream import Stream
from isnshell.records import Origin, Record, with_origin
from isnshell.tenant.session import current_session

_ORIGIN = Origin(kind="Job")
_LOOK_EVERY = 0.1


@cmdlet("Start-Job", aliases=("sajb",))
def start_job(work: Any, *, name: str | None = None) -> Record:
    """Do something in the background: read a stream to its end, or call a function.

    The job keeps the session and the rails of now, whatever `use_profile` does later. It can't ask: changes that must
    be confirmed are refused in it unless they say `confirm=False`. It ends with the shell.

    Args:
        work: A stream, a command or a function without arguments: `lambda: receive_report("ACCOUNTS", ...)`.
        name: What to call it; left out, Job and its number.

    Returns:
        Record: The job, as `get_job` shows it.

    Raises:
        UsageError: `work` is neither a stream nor something to call.

    PowerShell: Start-Job

    Example:
        >>> start_job(lambda: 6 * 7).name
        'Job...'
        >>> receive_job(wait=True)
        [42]
    """
    if isinstance(work, Stage) or not (isinstance(work, Stream) or callable(work)):
        raise UsageError(
            f"start_job can't do a {type(work).__name__}", hint="Give a stream, or lambda: followed by the line."
        )
    return _record(start(work, name or (work.name if isinstance(work, Cmdlet) else "")))


@cmdlet("Get-Job", aliases=("gjb",))
def get_job(id: Any = None) -> Record | list[Record]:
    """Show the jobs of this session.

    Args:
        id: Number or name of one job, or its Record; left out, all.

    Returns:
        list[Record] or Record: `id`, `name`, `state` (Running, Stopping, Completed, Failed, Stopped), `results` (how
        many nobody has taken yet), `began`, `ended` and `error`.

    Raises:
        UsageError: There is no such job.

    PowerShell: Get-Job

    Example:
        >>> get_job() | where_object(state="Running")
    """
    if id is not None:
        return _record(_job(id))
    return [_record(job) for job in jobs().values()]


@cmdlet("Receive-Job", aliases=("rcjb",), pipe={"id": ("id",)}, kinds=("Job",))
def receive_job(id: Any = None, *, wait: bool = False, keep: bool = False, timeout: Any = None) -> list[Any]:
    """Take what a job has given so far.

    Args:
        id: Number or name of the job, or its Record; left out, the newest.
        wait: True waits until the job has ended; Ctrl-C ends the waiting, not the job.
        keep: True leaves the results with the job, to be taken again.
        timeout: Longest wait in seconds, or as text such as `10m`; left out, as long as it takes.

    Returns:
        list: Records of a stream; of a function what it returned, its elements if that was a list or stream.

    Raises:
        UsageError: There is no such job.
        WaitTimeout: The job still runs after `timeout`.
        Exception: What the job failed with, once its results have been taken.

    PowerShell: Receive-Job

    Example:
        >>> start_job(get_pending_tasks(limit=3)).id > 0
        True
        >>> len(receive_job(wait=True))
        3
    """
    job = _job(id) if id is not None else _newest()
    if wait or timeout is not None:
        _wait(job, None if timeout is None else parse_duration(timeout, name="timeout"))
    notes, job.notes[:] = list(job.notes), []
    for note in notes:
        get_host().note(note)
    taken = job.take(keep=keep)
    if job.error is not None:
        if not taken:
            raise job.error
        get_host().warn(f"{job.name} failed after these: {job.error}")
    return taken


@cmdlet("Stop-Job", aliases=("spjb",), pipe={"id": ("id",)}, kinds=("Job",))
def stop_job(id: Any) -> Record:
    """End a job. What it has sent to the tenant stays done.

    A stream ends after the record that it is at, a function at its next step; a request on its way is waited for.

    Args:
        id: Number or name of the job, or its Record.

    Returns:
        Record: The job; its state is Stopping until it has ended, then Stopped.

    Raises:
        UsageError: There is no such job.

    PowerShell: Stop-Job

    Example:
        >>> import time
        >>> stop_job(start_job(lambda: time.sleep(0.2))).name
        'Job...'
    """
    job = _job(id)
    job.stop()
    job.wait(0.5)
    return _record(job)


def _wait(job: Job, longest: float | None) -> None:
    clock = current_session().clock
    begin = clock.monotonic()
    while job.is_running:
        if longest is not None and clock.monotonic() - begin > longest:
            raise WaitTimeout(f"{job.name} still runs", id=str(job.id), hint=f"receive_job({job.id}, wait=True)")
        clock.sleep(_LOOK_EVERY)


def _job(id: Any) -> Job:
    wanted = id.get("id") if isinstance(id, Mapping) else id
    for job in jobs().values():
        if wanted in (job.id, job.name) or str(wanted) == str(job.id):
            return job
    raise UsageError(f"There is no job {wanted!r}", hint="get_job() lists them.")


def _newest() -> Job:
    if not jobs():
        raise UsageError("There is no job", hint="start_job(...) begins one.")
    return jobs()[max(jobs())]


def _record(job: Job) -> Record:
    fields = {
        "id": job.id,
        "name": job.name,
        "state": job.state,
        "results": job.waiting,
        "began": job.began,
        "ended": job.ended,
        "error": None if job.error is None else str(job.error) or type(job.error).__name__,
    }
    return with_origin(Record(fields), _ORIGIN)
