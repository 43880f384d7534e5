"""PowerShell's ForEach-Object: doing something with each record of a pipe. The mechanism is `pipeline.each`."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, Any

from isnshell.commands.changes import Work, carry_out
from isnshell.commands.cmdlet import Cmdlet, cmdlet
from isnshell.errors import UsageError
from isnshell.naming import fold
from isnshell.pipeline.each import EachStage, ForEach
from isnshell.pipeline.failing import locate, taking_record
from isnshell.pipeline.properties import get_property, has_property
from isnshell.pipeline.stage import Stage
from isnshell.pipeline.stream import Stream
from isnshell.records import wrap
from isnshell.tenant.rails import current_scope

if TYPE_CHECKING:
    from isnshell.commands.elsewhere import Elsewhere
from isnshell.commands.unknown import note_unknown

__all__ = ["for_each_object"]


@cmdlet("ForEach-Object", aliases=("foreach", "%"))
def for_each_object(
    process: Any = None,
    *argument_list: Any,
    begin: Callable[[], Any] | None = None,
    end: Callable[[], Any] | None = None,
    member_name: str | None = None,
    parallel: int | Executor = 1,
    resume: str | PathLike[str] | None = None,
    **arguments: Any,
) -> Stage:
    """Do something with each record.

    A result that is a list or a stream is passed on one by one, None not at all. A function is called as the results
    are read, and once only: what is to be read again is kept by `list(...)` or `.keep()`. A command that changes the
    tenant is called at once, when the whole source was read and every record bound and checked. It gives a result
    Record for each: `input, outcome` (done, accepted, failed, unknown, skipped), `status_code, tracking_id, id` (of
    what to wait for), `reason, result`. With `error_action="continue"` an error of one does not end the others' work;
    an error that ends it, or Ctrl-C, has the results until then as its `results`.

    Args:
        process: A function of the record; another command, to which the record is bound by property name; or the name
            of a property or method (`"name"`, `"upper"`).
        argument_list: Arguments for a method or command.
        begin: Function without arguments, called before the first record; what it gives comes first.
        end: Function without arguments, called behind the last record; what it gives comes last.
        member_name: Name of a property or method, as `process`.
        parallel: How many records to work on at a time, at least 1, or an executor of `concurrent.futures` to do the
            work, such as a process pool or Dask's `client.get_executor()`: each of its workers signs in by the
            profile's name, within its share of the rate budget. Results keep the order of the records; reading one
            result may already have begun as many records ahead. When a worker dies, others repeat what can be
            repeated; a change that it may have sent is not sent again, its outcome is unknown.
        resume: File of the job, for a command that changes the tenant: a JSON line when a change begins and when it
            ends. Given again, what succeeded is not repeated; another command or other arguments are refused.
        arguments: Fixed arguments for a command or method: `for_each_object(update_x, json_patch_operation=[...])`.

    Returns:
        Stage: Gives the results in the order of the records, lazily.

    Raises:
        UsageError: There is nothing to do, or arguments are given for a plain function.

    PowerShell: ForEach-Object

    Example:
        >>> list(["ada", "bo"] | for_each_object("upper"))
        ['ADA', 'BO']
        >>> list([{"n": 1}, {"n": 2}] | for_each_object(lambda record: record.n * 10, end=lambda: "done"))
        [10, 20, 'done']
    """
    if not isinstance(parallel, Executor) and (not isinstance(parallel, int) or parallel < 1):
        own = "get_executor()" if hasattr(parallel, "get_executor") else ""
        hint = f"Give its executor: parallel=client.{own}." if own else "Give 1 or more, or an executor."
        raise UsageError(f"parallel={parallel!r} is no number of workers", hint=hint)
    process = process if process is not None else member_name
    if isinstance(process, Cmdlet) and process.changes:
        bind, given = process.bind(argument_list, arguments), (argument_list, arguments)

        def change_all(source: Stream) -> Stream:
            place, many = _workers(parallel)
            there = bind if place is None else lambda record: partial(place.bound, bind(record))
            give_up = place.stop if place else None
            return carry_out(Work(process, there, many, begin, end, resume, given, give_up), source)

        return EachStage(at_once=change_all)
    if resume is not None:
        raise UsageError("resume is for a command that changes the tenant", hint="Give the command: update_x.")
    failures = current_scope().failures
    told = failures.met_one if failures else None
    make_call = _called if isinstance(process, Cmdlet) else _call
    call_here = make_call(process, argument_list, arguments)
    if isinstance(call_here, _Member):
        end = call_here.behind_the_last(end)

    def work() -> ForEach:
        place, many = _workers(parallel)
        call = call_here if place is None else _called_away(process, argument_list, arguments, call_here, place)
        return ForEach(call, begin, end, many, told, give_up=place.stop if place else None)

    return EachStage(work)


def _workers(parallel: int | Executor) -> tuple[Elsewhere | None, int]:
    """Where the work is done, if not by threads of ours, and how many threads of ours do it or wait for it."""
    if not isinstance(parallel, Executor):
        return None, parallel
    from isnshell.commands.elsewhere import Elsewhere  # loads much that few need

    place = Elsewhere(parallel)
    return place, 2 * place.workers  # twice as many, so that no worker waits for work


def _call(process: Any, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Callable[[Any], Any]:
    if isinstance(process, Stage):
        return lambda record: process.run(wrap(record))
    if isinstance(process, str):
        return _Member(process, arguments, keywords)
    if not callable(process):
        raise UsageError(
            "for_each_object has nothing to do with the records",
            hint="Give a function, a command, or the name of a property or method.",
        )
    if arguments or keywords:
        raise UsageError(
            f"for_each_object can't pass {', '.join([*map(repr, arguments), *keywords])} to a function",
            why="a function gets the record and nothing else",
            hint="Write a lambda: for_each_object(lambda record: f(record, ...)).",
        )
    return _locating(process)


def _locating(process: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Calls a person's function; its failure names the record."""
    function = taking_record(process)

    def call(record: Any) -> Any:
        try:
            return function(record)
        except Exception as error:
            locate(error, record)
            raise

    return call


def _called(command: Cmdlet, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Callable[[Any], Any]:
    """Calls a reading command for a record, which gives the parameters that the fixed arguments leave open."""
    binds = bool(command.missing(arguments, keywords))

    def call(record: Any) -> Any:
        bound = command.from_pipe(record, keywords, arguments) if binds else {}
        result = command.call_for_record(arguments, {**bound, **keywords})
        return result.run(wrap(record)) if isinstance(result, Stage) else result

    return call


def _called_away(
    process: Any, arguments: tuple[Any, ...], keywords: dict[str, Any], call: Callable[[Any], Any], place: Elsewhere
) -> Callable[[Any], Any]:
    """The same by a worker elsewhere."""
    if isinstance(process, Cmdlet):
        bind = process.bind(arguments, keywords)
        return lambda record: place.bound(bind(record))
    return _locating(partial(place.call, process if callable(process) and not isinstance(process, Stage) else call))


class _Member:
    """Gives the property of a name, or what the method of this name gives; null where there is neither."""

    def __init__(self, name: str, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> None:
        self._name = name
        self._arguments = arguments
        self._keywords = keywords
        self._found = False
        self._lacking: Any = None

    def __call__(self, record: Any) -> Any:
        record = wrap(record)
        if has_property(record, self._name):
            self._found = True
            return get_property(record, self._name)
        method = getattr(type(record), self._name, None) or next(
            (getattr(type(record), one) for one in dir(type(record)) if fold(one) == fold(self._name)), None
        )
        if callable(method):
            self._found = True
            return method(record, *self._arguments, **self._keywords)
        self._lacking = record
        return None

    def behind_the_last(self, end: Callable[[], Any] | None) -> Callable[[], Any]:
        """What is called behind the last record: what was to be called, and a word if no record has the name."""

        def noted() -> Any:
            if self._lacking is not None and not self._found:
                methods = () if isinstance(self._lacking, dict) else dir(type(self._lacking))
                note_unknown([self._name], self._lacking, others=methods)
            return end() if end is not None else None

        return noted
