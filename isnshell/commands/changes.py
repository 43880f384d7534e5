"""A changing command right of `|`: the source read to its end, every record bound and checked, then each changed once.

Reading a list whose records a change takes out of it would skip half of them; so nothing is changed before all is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import copy_context
from os import PathLike
from typing import Any, Protocol

from attrs import define, evolve, field, frozen

from ..errors import RefusedError, UsageError
from ..host import get_host
from ..pipeline.each import ForEach
from ..pipeline.stage import Stage, is_single
from ..pipeline.stream import Stream, close
from ..records import Record
from ..tenant.pacing import Cancelled
from ..tenant.rails import Answered, Planned, current_scope, restored
from ..tenant.session import peek_session
from .common import Failures
from .each import GOOD, RESULT_KIND, Bind, Call, inputs, numbered
from .jobs import JobFile, JobName, fingerprint, key_of
from .outcomes import failed, input_id, outcomes, result_of, tally, worst_of
from .plans import PlanTable

_SHOWN_FAULTS = 10
_MANY = 20
_PATIENCE = 2.0
_LOOK_FIRST = "it may have been carried out: look before you repeat it"


class Changing(Protocol):
    """A command that changes something, as far as a pipe must know it."""

    name: str
    ps: str

    @property
    def repeats_safely(self) -> bool:
        """Whether carrying a call out twice leaves the tenant as once."""

    @property
    def is_one_request(self) -> bool:
        """Whether a call changes nothing before its request is sent, nor after it was answered."""


@frozen
class Work:
    """What a pipe of changes does.

    Args:
        command: Makes the changes.
        bind: Makes the call for a record, or says what is wrong with the record.
        parallel: How many calls at a time.
        begin: Called before the first record.
        end: Called behind the last one.
        resume: File of the job, by which an interrupted one goes on.
        given: The arguments that hold for all records: by position, and by name.
        give_up: Called at the end, for calls whose results nobody will take.
    """

    command: Changing
    bind: Bind
    parallel: int = 1
    begin: Callable[[], Any] | None = None
    end: Callable[[], Any] | None = None
    resume: str | PathLike[str] | None = None
    given: tuple[Sequence[Any], Mapping[str, Any]] = field(default=((), {}))
    give_up: Callable[[], Any] | None = None


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
        return carry_out(self._work, source)


def carry_out(work: Work, source: Stream) -> Stream:
    """Make all changes of a pipe.

    Whatever ends them early has what was done until then in its `results`.

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
        with (
            making.results(changes) as made,
            get_host().progress(work.command.name, len(changes), "records") as advance,
        ):
            for result in made:
                results.append(result)
                advance(len(making.ended))
    except BaseException as error:
        if making.under_way or any(one != "failed" for one in making.ended):
            get_host().warn(making.broken_off(error, len(changes)))
        error.results = Stream.of(results, label="results", kind=RESULT_KIND)  # type: ignore[attr-defined]  # ours to add
        raise
    finally:
        if making.job is not None:
            making.job.close()
    making.plans.show()
    if summary := making.summary:
        get_host().note(summary)
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
            f"{work.command.name}: {len(faults)} of {len(faults) + len(changes)} records do not fit",
            why=listed,
            hint="Nothing was changed.",
        )
    return changes


def _job(work: Work) -> JobFile | None:
    session = peek_session()
    only_shown = current_scope().what_if or (session is not None and session.rails.what_if)
    if work.resume is None or only_shown:
        return None
    tenant = session.tenant if session is not None else ""
    return JobFile(work.resume, JobName(work.command.ps, tenant, fingerprint(work.given)))


@frozen
class _Making:
    """Makes the changes of one pipe, from any thread. `ended` has the outcome of each, as they end."""

    work: Work
    failures: Failures | None
    job: JobFile | None
    plans: PlanTable
    ended: list[str] = field(factory=list)
    under_way: set[_Beginning] = field(factory=set)

    @contextmanager
    def results(self, changes: Sequence[Change]) -> Iterator[Iterator[Any]]:
        """A block that makes the changes as their results are read; behind it none is on its way any more, save after
        Ctrl-C, which waits for a moment only.
        """
        work = self.work
        each = ForEach(self.make, work.begin, work.end, work.parallel, give_up=work.give_up, patience=_PATIENCE)
        results = each.run(changes, copy_context())
        try:
            yield results
        finally:
            close(results)

    def make(self, change: Change) -> list[Any]:
        """Make one change and give its result Records; none for one that was only shown."""
        key = key_of(change.record) if self.job else ""
        if self.job and (before := self._before(change, key, self.job)) is not None:
            self.ended.append(before["outcome"])
            return [before]
        beginning = _Beginning(self.job, key, current_scope().gate)
        self.under_way.add(beginning)
        try:
            return self._made(change, key, beginning)
        finally:
            self.under_way.discard(beginning)

    def _made(self, change: Change, key: str, beginning: _Beginning) -> list[Any]:
        if not self.work.command.is_one_request:
            beginning()  # what it does besides its requests can't be seen from here
        answers: list[Answered] = []
        try:
            with restored(evolve(current_scope(), answers=answers, gate=beginning)):
                result = change.call()
                # A lazy result is read here: its failure is the record's too
                if isinstance(result, Stream):
                    result = list(result)
        except Planned as planned:
            self.plans.add(change.row, change.record, planned.plan)
            return []
        except Exception as error:
            outcome = failed(change.record, error)
            self._note(key, [outcome])
            if isinstance(error, RefusedError) or self.failures is None or not self.failures.met(error, change.record):
                raise
            return [outcome]
        except Cancelled:
            # Whoever gives way while it waits for its turn has not been carried out
            self._break_off(key, beginning, "cancelled" if self.work.command.is_one_request else "unknown")
            raise
        except BaseException:
            self._break_off(key, beginning, "unknown")
            raise
        results = outcomes(change.record, result, answers)
        self._note(key, results)
        return results

    def _break_off(self, key: str, beginning: _Beginning, outcome: str) -> None:
        if not beginning.is_over:
            return
        if outcome == "unknown":
            self.ended.append(outcome)
        if self.job is not None:
            self.job.end(key, {"outcome": outcome})

    def _before(self, change: Change, key: str, job: JobFile) -> Record | None:
        """What an earlier run did with the record, if that is the end of it."""
        ended = job.ended(key)
        if ended is not None and ended.get("outcome") in GOOD:
            known = {name: ended.get(name) for name in ("status_code", "tracking_id")}
            reason = f"it was {ended['outcome']} before, by {job.path.name}"
            own = ended.get("id") or input_id(change.record)
            return result_of(change.record, "skipped", id=own, reason=reason, **known)
        unheard = job.in_doubt(key) or (ended is not None and ended.get("outcome") == "unknown")
        if unheard and not self.work.command.repeats_safely:
            reason = f"it was under way when the job was interrupted; {_LOOK_FIRST}"
            return result_of(change.record, "unknown", id=input_id(change.record), reason=reason)
        return None

    def _note(self, key: str, results: Sequence[Record]) -> None:
        kept = worst_of(results)
        self.ended.append(kept["outcome"])
        if self.job is not None:
            names = ("outcome", "status_code", "tracking_id", "id", "reason")
            self.job.end(key, {name: kept.get(name) for name in names if kept.get(name) is not None})

    def broken_off(self, error: BaseException, wanted: int) -> str:
        """What is said of changes that were not all made."""
        how = "ended early" if isinstance(error, Exception) else "was interrupted"
        met = [*self.ended, *("unknown" for one in list(self.under_way) if one.is_over)]
        left = wanted - len(met)
        text = f"{self.work.command.name} {how}: {tally(met)}" + (f", {left:,} not begun." if left else ".")
        if self.job is not None:
            return f"{text} The same line again does what is left, by {self.job.path.name}."
        return f"{text} With resume='FILE' the same line would do what is left."

    @property
    def summary(self) -> str:
        """What is said of changes at their end, where that is not plain to see."""
        bad = [one for one in self.ended if one not in GOOD]
        if not self.ended or (len(self.ended) <= _MANY and not bad):
            return ""
        text = f"{self.work.command.name}: {tally(self.ended)}."
        if "failed" not in bad and "unknown" not in bad:
            return text
        again = f" The same line again tries what failed, by {self.job.path.name}." if self.job else ""
        return f"{text} The reasons are in the results.{again}"


@define(eq=False)
class _Beginning:
    """Notes that a change is about to be sent, once, unless the gate that held before keeps it back."""

    job: JobFile | None
    key: str
    before: Callable[[], None] | None
    is_over: bool = False

    def __call__(self) -> None:
        if self.before is not None:
            self.before()
        if not self.is_over and self.job is not None:
            self.job.begin(self.key)
        self.is_over = True
