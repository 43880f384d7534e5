"""A changing command right of `|`: the source read to its end, every record bound and checked, then each changed once.

Reading a list whose records a change takes out of it would skip half of them; so nothing is changed before all is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from contextvars import copy_context
from os import PathLike
from typing import Any

from attrs import evolve, field, frozen

from ..errors import ApiError, ConnectionFailed, IsnError, RefusedError, UsageError
from ..host import get_host
from ..pipeline.each import ForEach
from ..pipeline.properties import get_property, property_names
from ..pipeline.stage import Stage, is_single
from ..pipeline.stream import Stream
from ..records import Record, with_origin, wrap
from ..tenant.rails import Answered, Planned, current_scope, restored
from ..tenant.session import peek_session
from .common import Failures
from .each import RESULT_KIND, RESULT_ORIGIN, Bind, Call, inputs, numbered
from .jobs import JobFile, JobName, fingerprint, key_of
from .plans import PlanTable

_SHOWN_FAULTS = 10
# Where the id of what an accepted change started may stand, best first
_IDS = ("id", "taskResultId", "taskId", "task.id", "exportId", "accountActivityId", "requestId")
_LOOK_FIRST = "it may have been carried out: look before you repeat it"


@frozen
class Work:
    """What a pipe of changes does.

    Args:
        ps: PowerShell's name of the command.
        name: Its Python name.
        bind: Makes the call for a record, or says what is wrong with the record.
        repeats_safely: Whether carrying a call out twice leaves the tenant as once.
        parallel: How many calls at a time.
        begin: Called before the first record.
        end: Called behind the last one.
        resume: File of the job, by which an interrupted one goes on.
        given: The arguments that hold for all records: by position, and by name.
    """

    ps: str
    name: str
    bind: Bind
    repeats_safely: bool = False
    parallel: int = 1
    begin: Callable[[], Any] | None = None
    end: Callable[[], Any] | None = None
    resume: str | PathLike[str] | None = None
    given: tuple[Sequence[Any], Mapping[str, Any]] = field(default=((), {}))


@frozen
class Change:
    """A change that is ready to be made: for which record, in which row of the source, and what makes it."""

    row: int
    record: Any
    call: Call


class ChangeEach(Stage):
    """A pipe of changes.

    It gives a result Record for each: `input, outcome` (done, accepted, failed, unknown or skipped), `status_code,
    tracking_id, id` (of what to wait for), `reason, result`. One thing left of `|` gives its own result.
    """

    def __init__(self, work: Work, *, waits_for: str) -> None:
        super().__init__(iter, label="", waits_for=waits_for)
        self._work = work

    def take(self, source: Any) -> Any:
        """Change one thing at once, or all of a source."""
        if is_single(source) and self._work.resume is None:
            return next((self._work.bind(one)() for one in inputs([source])), None)
        return super().take(source)

    def apply(self, source: Stream) -> Stream:
        """The results of all changes, complete."""
        return carry_out(self._work, source, self.label)


def carry_out(work: Work, source: Stream, label: str) -> Stream:
    """Make all changes of a pipe.

    Raises:
        UsageError: Records do not fit; nothing was sent.
        FileError: The job's file can't be used; nothing was sent.
        RefusedError: A rail held.
    """
    changes = _gathered(work, source)
    current_scope().approval.objects = len(changes)
    making = _Making(work, current_scope().failures, _job(work), PlanTable())
    results: list[Any] = []
    try:
        with get_host().progress(work.name, len(changes), "records") as advance:
            each = ForEach(lambda change: making.make(change), work.begin, work.end, work.parallel)
            for made, result in enumerate(each.run(changes, copy_context()), 1):
                results.append(result)
                advance(made)
    except IsnError:
        if results:
            get_host().warn(f"{label}: {len(results)} of {len(changes)} were done before this failed.")
        raise
    finally:
        if making.job is not None:
            making.job.close()
    making.plans.show()
    return Stream.of(results, label="results", kind=RESULT_KIND)


def _gathered(work: Work, source: Stream) -> list[Change]:
    """All changes, bound and checked before the first is made; the faulty records are told together."""
    changes: list[Change] = []
    faults: list[str] = []
    for row, record in numbered(source):
        try:
            changes.append(Change(row, record, work.bind(record)))
        except UsageError as error:
            faults.append(f"row {row}: {error}")
    if faults:
        more = len(faults) - _SHOWN_FAULTS
        listed = "\n  ".join([*faults[:_SHOWN_FAULTS], *([f"and {more} more"] if more > 0 else [])])
        raise UsageError(
            f"{work.name}: {len(faults)} of {len(faults) + len(changes)} records do not fit",
            why=f"\n  {listed}" if len(faults) > 1 else faults[0],
            hint="Nothing was changed.",
        )
    return changes


def _job(work: Work) -> JobFile | None:
    session = peek_session()
    only_shown = current_scope().what_if or (session is not None and session.rails.what_if)
    if work.resume is None or only_shown:
        return None
    tenant = session.tenant if session is not None else ""
    return JobFile(work.resume, JobName(work.ps, tenant, fingerprint(work.given)))


@frozen
class _Making:
    """Makes the changes of one pipe, from any thread."""

    work: Work
    failures: Failures | None
    job: JobFile | None
    plans: PlanTable

    def make(self, change: Change) -> list[Any]:
        """Make one change and give its result Records; none for one that was only shown."""
        key = key_of(change.record) if self.job else ""
        if self.job and (before := self._before(change, key, self.job)) is not None:
            return [before]
        answers: list[Answered] = []
        if self.job:
            self.job.begin(key)
        try:
            with restored(evolve(current_scope(), answers=answers)):
                result = change.call()
                # A lazy result is read here: its failure is the record's too
                if isinstance(result, Stream):
                    result = list(result)
        except Planned as planned:
            self.plans.add(change.row, change.record, planned.plan)
            return []
        except Exception as error:
            outcome = _failed(change, error)
            self._note(key, [outcome])
            if isinstance(error, RefusedError) or self.failures is None or not self.failures.met(error, change.record):
                raise
            return [outcome]
        outcomes = _outcomes(change, result, answers)
        self._note(key, outcomes)
        return outcomes

    def _before(self, change: Change, key: str, job: JobFile) -> Record | None:
        """What an earlier run did with the record, if that is the end of it."""
        ended = job.ended(key)
        if ended is not None and ended.get("outcome") in ("done", "accepted"):
            known = {name: ended.get(name) for name in ("status_code", "tracking_id", "id")}
            return _record(change, "skipped", reason=f"it was {ended['outcome']} before, by {job.path.name}", **known)
        unheard = job.in_doubt(key) or (ended is not None and ended.get("outcome") == "unknown")
        if unheard and not self.work.repeats_safely:
            return _record(change, "unknown", reason=f"it was under way when the job was interrupted; {_LOOK_FIRST}")
        return None

    def _note(self, key: str, outcomes: Sequence[Record]) -> None:
        if self.job is None:
            return
        worst = next((one for one in outcomes if one["outcome"] not in ("done", "accepted")), None)
        kept = worst or (outcomes[0] if outcomes else {"outcome": "done"})
        names = ("outcome", "status_code", "tracking_id", "id", "reason")
        self.job.end(key, {name: kept.get(name) for name in names if kept.get(name) is not None})


def _record(
    change: Change,
    outcome: str,
    *,
    status_code: int | None = None,
    tracking_id: str | None = None,
    id: Any = None,
    reason: str | None = None,
    result: Any = None,
) -> Record:
    fields = {
        "input": wrap(change.record),
        "outcome": outcome,
        "status_code": status_code,
        "tracking_id": tracking_id,
        "id": id,
        "reason": reason,
        "result": result,
    }
    return with_origin(Record(fields), RESULT_ORIGIN)


def _failed(change: Change, error: Exception) -> Record:
    status = error.status_code if isinstance(error, ApiError) else None
    tracking_id = error.tracking_id if isinstance(error, ApiError) else None
    unheard = isinstance(error, ConnectionFailed) and error.maybe_done
    return _record(
        change,
        "unknown" if unheard else "failed",
        status_code=status,
        tracking_id=tracking_id,
        id=_input_id(change.record),
        reason=str(error) or type(error).__name__,
    )


def _outcomes(change: Change, result: Any, answers: Sequence[Answered]) -> list[Record]:
    answered = answers[-1] if answers else Answered(0)
    if answered.status == 207 and isinstance(result, list):
        return [_of_item(change, item, answered) for item in result]
    return [
        _record(
            change,
            "accepted" if answered.status == 202 else "done",
            status_code=answered.status or None,
            tracking_id=answered.tracking_id,
            id=_id_of(result) or _input_id(change.record),
            result=result,
        )
    ]


def _of_item(change: Change, item: Any, answered: Answered) -> Record:
    """The outcome of one of the many objects that a change was about: the tenant answers 207 with each one's status."""
    status = answered.status
    with suppress(TypeError, ValueError):
        status = int(get_property(item, "statusCode") or get_property(item, "status"))
    good = status < 300
    return _record(
        change,
        "failed" if not good else "accepted" if status == 202 else "done",
        status_code=status,
        tracking_id=answered.tracking_id,
        id=get_property(item, "id") or get_property(item, "connectionId"),
        reason=None if good else " ".join(str(_text_of(item)).split()),
        result=item,
    )


def _text_of(item: Any) -> Any:
    return get_property(item, "message") or get_property(item, "description") or "the tenant gave no reason"


def _id_of(result: Any) -> Any:
    if not property_names(result):
        return None
    return next((value for value in (get_property(result, name) for name in _IDS) if value is not None), None)


def _input_id(record: Any) -> Any:
    if property_names(record):
        return get_property(record, "id")
    return record if isinstance(record, (str, int)) else None
