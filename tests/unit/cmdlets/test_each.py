"""for_each_object: what it does with records, how much it reads ahead, and what becomes of failures."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import pytest

from cmdlets.each import for_each_object
from cmdlets.objects import select_object
from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import StreamError, UsageError
from isnshell.pipeline.stream import Stream

from .counting import Source


def test_for_each_function_property_and_method() -> None:
    """A function gets a Record; a name is a property first, a method else, null where neither."""
    assert list([{"taskId": 5}] | for_each_object(lambda task: task.task_id + 1)) == [6]
    assert list([{"taskId": 5}, {}] | for_each_object("task_id")) == [5]
    assert list([{"a": {"b": [1, 2]}}] | for_each_object("a.b")) == [1, 2]
    assert list(["a-b"] | for_each_object("replace", "-", "+")) == ["a+b"]
    assert list(["a"] | for_each_object("no_such")) == []
    assert list([{"items": 3}] | for_each_object("items")) == [3]


@pytest.mark.parametrize(
    ("values", "name", "note"),
    [
        ([{"name": "a"}, {"name": "b"}], "nmae", "No record here has a property 'nmae'. Did you mean name?\n"),
        (["a"], "uper", "No record here has a property 'uper'. Did you mean upper, isupper?\n"),
        ([{"name": "a"}, {}], "name", ""),
        ([], "nmae", ""),
    ],
    ids=["property", "method", "some have it", "none"],
)
def test_for_each_says_which_member_no_record_has(
    values: list[Any], name: str, note: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong name must not quietly give nothing; what comes behind the last record comes all the same."""
    assert list(values | for_each_object(name, end=lambda: "end"))[-1] == "end"
    assert capsys.readouterr().err == note


def test_for_each_spreads_results() -> None:
    """Lists and streams are opened, None gives nothing, false values pass."""
    results = {1: [10, 11], 2: None, 3: 0, 4: Stream.of(["x", "y"]), 5: ""}
    assert list([1, 2, 3, 4, 5] | for_each_object(results.get)) == [10, 11, 0, "x", "y", ""]


def test_for_each_begin_and_end_run_once_also_for_nothing() -> None:
    """What they give stands around the results; an empty source has them too."""
    stage: dict[str, Any] = {"begin": lambda: ["start", "!"], "end": lambda: "end"}
    assert list([1] | for_each_object(lambda n: n, **stage)) == ["start", "!", 1, "end"]
    assert list([] | for_each_object(lambda n: n, **stage)) == ["start", "!", "end"]


def test_for_each_is_lazy_and_done_once() -> None:
    """Nothing is called before somebody reads; what is read is called once; a second reading is refused."""
    seen: list[int] = []

    def work(number: int) -> int:
        seen.append(number)
        return number * 10

    assert list(range(100) | for_each_object(work) | select_object(first=3)) == [0, 10, 20]
    assert seen == [0, 1, 2]
    stream = [7] | for_each_object(work)
    assert seen == [0, 1, 2]
    assert list(iter(stream)) == [70]
    with pytest.raises(StreamError):
        next(iter(stream))
    kept = ([8] | for_each_object(work)).keep()
    assert [list(kept), list(kept)] == [[80], [80]]
    assert seen == [0, 1, 2, 7, 8]


def test_for_each_dropped_unread_says_so() -> None:
    """A pipe whose results nobody reads has done nothing, and says it."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        [1] | for_each_object(lambda n: n)
    assert "did nothing" in str(caught[0].message)


@pytest.mark.parametrize("parallel", [1, 2, 8])
def test_for_each_parallel_keeps_the_order(parallel: int) -> None:
    """Results come in the order of the records, even where the first call ends last."""
    release = threading.Event()

    def work(number: int) -> int:
        if number == 0 and parallel > 1:
            release.wait(5)
        else:
            release.set()
        return number

    assert list(range(20) | for_each_object(work, parallel=parallel)) == list(range(20))


def test_for_each_parallel_runs_at_once_and_reads_no_further() -> None:
    """So many calls run together, and no more records are taken than that ahead of the reader."""
    meeting = threading.Barrier(3, timeout=5)
    source = Source(list(range(50)))
    results = iter(source.stream | for_each_object(lambda n: meeting.wait() * 0 + n, parallel=3))
    assert next(results) == 0
    assert source.given == 3
    meeting.abort()
    results.close()  # type: ignore[attr-defined]  # a generator
    assert source.closed


VARIABLE: ContextVar[str] = ContextVar("variable", default="unset")


@pytest.mark.parametrize("parallel", [1, 4])
def test_for_each_carries_the_context_of_the_pipe(parallel: int) -> None:
    """What was current when `|` was evaluated is current in each call, on each thread, also when read later."""
    token = VARIABLE.set("acme")
    stream = [1, 2] | for_each_object(lambda n: VARIABLE.get(), parallel=parallel)
    VARIABLE.reset(token)
    assert list(stream) == ["acme", "acme"]


def fail_on_two(number: int) -> int:
    if number == 2:
        raise ValueError("two is bad")
    return number


@pytest.mark.parametrize("parallel", [1, 3])
def test_for_each_errors_stop_by_default(parallel: int) -> None:
    """What came before the failing record is given, then its own error comes."""
    results = iter([1, 2, 3] | for_each_object(fail_on_two, parallel=parallel))
    assert next(results) == 1
    with pytest.raises(ValueError, match="two is bad"):
        next(results)


@pytest.mark.parametrize("parallel", [1, 3])
@pytest.mark.parametrize(
    ("action", "warned", "collected"), [("continue", True, 1), ("SilentlyContinue", False, 1), ("ignore", False, 0)]
)
def test_for_each_errors_are_collected(
    parallel: int, action: str, warned: bool, collected: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Others go on; the error is told, kept with its record, or neither."""
    errors: list[Exception] = []
    stage = for_each_object(fail_on_two, parallel=parallel, error_action=action, error_variable=errors)
    assert list([1, 2, 3] | stage) == [1, 3]
    assert ("two is bad" in capsys.readouterr().err) is warned
    assert [error.record for error in errors] == [2] * collected  # type: ignore[attr-defined]


def test_for_each_failure_of_a_lazy_result_is_the_records_too() -> None:
    """A stream that a call gives is read within the call, where failures are collected."""

    def lazily(number: int) -> Stream:
        return [number] | for_each_object(fail_on_two)  # type: ignore[no-any-return]

    assert list([1, 2, 3] | for_each_object(lazily, error_action="ignore")) == [1, 3]


CALLS: list[tuple[str, Any]] = []


@cmdlet("Get-Thing", pipe={"id": ["id", "thingId"]})
def get_thing(id: str, *, size: int = 0) -> str:
    """A reading command for the tests."""
    CALLS.append((id, size))
    return f"{id}:{size}"


@cmdlet("Set-Thing", pipe={"id": ["id"]}, changes=True)
def set_thing(id: str, *, to: Any) -> str:
    """A changing command for the tests."""
    if to == id:
        raise ValueError(f"{id} refuses")
    CALLS.append((id, to))
    return f"{id}={to}"


def test_for_each_binds_another_command() -> None:
    """The record gives what the fixed arguments leave open; all given, the record only counts."""
    CALLS.clear()
    rows = [{"thingId": "a"}, {"thingId": "b"}]
    assert list(rows | for_each_object(get_thing, size=3)) == ["a:3", "b:3"]
    assert list(rows | for_each_object(get_thing, "fixed")) == ["fixed:0"] * 2
    assert list([[{"thingId": "a"}], []] | for_each_object(select_object(expand_property="thingId"))) == ["a"]


@pytest.mark.parametrize("parallel", [1, 2])
def test_for_each_changes_at_once_and_once(parallel: int) -> None:
    """A changing command runs when `|` is evaluated, behind the last record, each id once; reading repeats nothing."""
    CALLS.clear()
    source = Source([{"id": "a"}, {"id": "b"}, {"id": "a"}])
    stream = source.stream | for_each_object(set_thing, to=1, parallel=parallel)
    assert sorted(CALLS) == [("a", 1), ("b", 1)]
    assert [[one.result for one in stream], [one.result for one in stream]] == [["a=1", "b=1"]] * 2
    assert len(CALLS) == 2


def test_for_each_changes_nothing_if_one_record_does_not_bind() -> None:
    """All are bound before the first is changed."""
    CALLS.clear()
    with pytest.raises(UsageError, match="name"):
        [{"id": "a"}, {"name": "x"}] | for_each_object(set_thing, to=1)
    assert CALLS == []


def test_for_each_change_errors_carry_the_record() -> None:
    """A failing change names its record and lets the others go on, if told to."""
    CALLS.clear()
    errors: list[Exception] = []
    stage = for_each_object(set_thing, to="a", error_action="silently_continue", error_variable=errors)
    results = list([{"id": "a"}, {"id": "b"}] | stage)
    assert [(one.input, one.outcome, one.reason, one.result) for one in results] == [
        ({"id": "a"}, "failed", "a refuses", None),
        ({"id": "b"}, "done", None, "b=a"),
    ]
    assert [error.record for error in errors] == [{"id": "a"}]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "make",
    [
        lambda: for_each_object(),
        lambda: for_each_object(5),
        lambda: for_each_object(len, 3),
        lambda: for_each_object(len, size=3),
        lambda: for_each_object(len, parallel=0),
        lambda: for_each_object(len, error_action="never"),
    ],
    ids=["nothing", "a number", "argument", "keyword", "no worker", "action"],
)
def test_for_each_refuses_what_has_no_meaning(make: Callable[[], Any]) -> None:
    """What can't be done with a record is an error before anything is read."""
    with pytest.raises(UsageError):
        make()
