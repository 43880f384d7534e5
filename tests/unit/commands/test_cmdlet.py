"""Cmdlet: callable, and usable on both sides of `|`."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from isnshell.commands.cmdlet import FunctionCmdlet, cmdlet
from isnshell.errors import RefusedError, UnknownNameError, UsageError
from isnshell.operations.request import Request
from isnshell.pipeline.stage import Each, Stage
from isnshell.pipeline.stream import Stream
from isnshell.records import Record
from isnshell.tenant.rails import current_scope
from isnshell.tenant.session import current_session, set_session


@cmdlet("Get-Thing", aliases=("gt",), pipe={"thing_id": ("thing_id", "id")})
def get_thing(thing_id: str, from_: str = "here", *, deep: bool = False) -> Record:
    """Give one thing."""
    return Record(id=thing_id, origin=from_, deep=deep)


def _changing(work: Callable[[str], Any], **more: Any) -> FunctionCmdlet:
    @cmdlet("Clear-Thing", pipe={"id": ("id",)}, changes=True, **more)
    def clear_thing(id: str, status: str = "DONE") -> Any:
        """Change one thing."""
        return work(id)

    return clear_thing


def _send_change(id: str) -> str:
    current_session().send(
        Request("POST", f"/v2025/things/{id}", body=b"{}", changes=True, command="Clear-Thing"), target=id
    )
    return id


# --- calls --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "keywords",
    [
        {"thing_id": "1", "from_": "there"},
        {"thingId": "1", "From": "there"},
        {"ThingId": "1", "FROM_": "there"},
        {"thing-id": "1", "from": "there"},
    ],
    ids=lambda keywords: next(iter(keywords)),
)
def test_keywords_are_taken_in_any_spelling(keywords: dict[str, Any]) -> None:
    assert get_thing(**keywords) == {"id": "1", "origin": "there", "deep": False}


def test_arguments_may_go_by_position() -> None:
    assert get_thing("1", "there", deep=True) == {"id": "1", "origin": "there", "deep": True}


def test_an_unknown_keyword_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r"get_thing has no parameter 'thing_ids'.*thing_id"):
        get_thing(thing_ids="1")


def test_a_keyword_in_two_spellings_is_refused() -> None:
    with pytest.raises(UsageError, match="thing_id twice"):
        get_thing(thing_id="1", ThingId="2")


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda: get_thing("1", "a", "b"), id="too many by position"),
        pytest.param(lambda: get_thing("1", thing_id="2"), id="position and name"),
    ],
)
def test_a_call_that_does_not_fit_shows_the_usage(call: Any) -> None:
    with pytest.raises(UsageError, match=r"Usage: get_thing\(thing_id"):
        call()


def test_a_type_error_of_the_command_itself_is_not_taken_for_a_wrong_call() -> None:
    @cmdlet("Get-Broken")
    def get_broken(value: int = 0) -> None:
        """Break."""
        raise TypeError("inside")

    with pytest.raises(TypeError, match="inside"):
        get_broken()


def test_a_call_that_lacks_only_what_the_pipe_binds_is_a_stage() -> None:
    stage = get_thing(deep=True)

    assert isinstance(stage, Stage)
    assert repr(stage) == "<get_thing(deep=True) waits for thing_id: put it right of |>"


def test_a_call_that_lacks_more_names_what_is_missing() -> None:
    @cmdlet("Get-Pair", pipe={"left": ("left",)})
    def get_pair(left: str, right: str) -> None:
        """Give a pair."""

    with pytest.raises(UsageError, match=r"get_pair needs left and right.*Usage: get_pair\(left"):
        get_pair()
    with pytest.raises(UsageError, match="get_pair needs right"):
        get_pair(left="1")


def test_a_stage_that_was_dropped_unused_warns() -> None:
    with pytest.warns(UserWarning, match="did nothing"):
        get_thing()


def test_input_object_stands_for_what_is_left_of_the_pipe() -> None:
    assert get_thing(input_object=Record(id="1")).id == "1"
    assert [one.id for one in get_thing(InputObject=["1", "2"])] == ["1", "2"]


def test_a_command_looks_like_its_function() -> None:
    assert (get_thing.__name__, get_thing.__doc__, get_thing.ps) == ("get_thing", "Give one thing.", "Get-Thing")
    assert list(inspect.signature(get_thing).parameters) == ["thing_id", "from_", "deep"]  # type: ignore[arg-type]
    assert get_thing.aliases == ("gt",)


def test_the_repr_is_the_usage_and_does_nothing() -> None:
    done: list[str] = []
    command = _changing(done.append)

    assert repr(command).startswith("<command clear_thing(id")
    assert done == []


# --- pipes --------------------------------------------------------------------------------------------------------


def test_one_record_gives_one_result() -> None:
    assert Record(id="1") | get_thing() == {"id": "1", "origin": "here", "deep": False}


def test_a_bare_command_right_of_the_pipe_is_bound_to_each() -> None:
    assert [one.id for one in [Record(id="1"), Record(thingId="2", id="3"), "4"] | get_thing] == ["1", "2", "4"]


def test_a_bare_command_left_of_the_pipe_is_called_without_arguments() -> None:
    @cmdlet("Get-All")
    def get_all() -> Stream:
        """Give all."""
        return Stream.of([Record(id="1"), Record(id="2")])

    assert [one.id for one in get_all | get_thing(from_="x")] == ["1", "2"]


def test_a_bare_command_that_gives_one_record_pipes_it_on() -> None:
    @cmdlet("Get-One")
    def get_one() -> Record:
        """Give one."""
        return Record(id="1")

    assert (get_one | get_thing).id == "1"


def test_two_stages_compose_before_they_have_input() -> None:
    both = get_thing(from_="a") | get_thing(from_="b")

    assert isinstance(both, Stage)
    assert [one.origin for one in ["1"] | both] == ["b"]


def test_what_the_call_gives_wins_over_the_record() -> None:
    @cmdlet("Get-Pair", pipe={"left": ("left",), "right": ("right",)})
    def get_pair(left: str, right: str) -> tuple[str, str]:
        """Give a pair."""
        return left, right

    record = Record(left="record", right="record")
    assert (record | get_pair(right="call")) == ("record", "call")
    assert (record | get_pair("call")) == ("call", "record")


def test_a_record_that_gives_not_all_that_is_missing_is_an_error_and_no_stage() -> None:
    @cmdlet("Get-Pair", pipe={"left": ("left",), "right": ("right",)})
    def get_pair(left: str, right: str) -> tuple[str, str]:
        """Give a pair."""
        return left, right

    with pytest.raises(UsageError, match="get_pair can't take right"):
        "bare" | get_pair()


def test_a_reading_command_is_lazy_and_reads_one_record_for_one_result() -> None:
    read: list[int] = []

    def source() -> Iterator[Record]:
        for number in range(10):
            read.append(number)
            yield Record(id=str(number))

    stream = source() | get_thing()
    assert read == []
    assert next(iter(stream)).id == "0"
    assert read == [0]


def test_a_command_that_takes_nothing_from_the_pipe_says_so() -> None:
    @cmdlet("Get-Nothing")
    def get_nothing() -> Record:
        """Give nothing."""
        return Record()

    with pytest.raises(UsageError, match=r"get_nothing takes nothing from the pipe.*for_each_object"):
        [1] | get_nothing


def test_a_utility_gives_its_own_stage_under_its_own_call() -> None:
    @cmdlet("Select-Thing", aliases=("select",))
    def select_thing(name: str = "id") -> Stage:
        """Give one property."""
        return Each(lambda record: record[name], label="inner")

    assert list([Record(id=1), Record(id=2)] | select_thing) == [1, 2]
    assert repr(select_thing("name")) == "<select_thing('name') waits for a record: put it right of |>"


# --- changes ------------------------------------------------------------------------------------------------------


def test_a_change_runs_when_the_pipe_is_evaluated_and_exactly_once() -> None:
    done: list[str] = []
    results = [Record(id="1"), Record(id="2")] | _changing(lambda id: done.append(id) or Record(id=id))()
    assert done == ["1", "2"]
    assert [one.id for one in results] == [one.id for one in results] == ["1", "2"]
    repr(results), len(results), bool(results), results | get_thing()

    assert done == ["1", "2"]


def test_a_change_right_of_the_pipe_without_a_call_runs_at_once_too() -> None:
    done: list[str] = []
    ["1", "2"] | _changing(done.append)

    assert done == ["1", "2"]


def test_a_change_of_one_record_gives_its_result() -> None:
    assert Record(id="1") | _changing(lambda id: Record(id=id, ended=True))() == {"id": "1", "ended": True}


def test_changed_things_are_unique_by_id() -> None:
    done: list[str] = []
    ["1", "2", "1"] | _changing(done.append)
    [Record(id="3", a=1), Record(id="4"), Record(id="3", a=2)] | _changing(done.append)()

    assert done == ["1", "2", "3", "4"]


def test_the_source_is_read_whole_before_the_first_change() -> None:
    pending = [Record(id=str(number)) for number in range(6)]

    def pages() -> Iterator[Record]:
        """A list that shrinks by what is changed: read page by page it would skip half."""
        offset = 0
        while page := pending[offset : offset + 2]:
            yield from page
            offset += 2

    pages() | _changing(lambda id: pending.remove({"id": id}))()

    assert pending == []


def test_a_record_that_does_not_bind_stops_all_before_the_first_change() -> None:
    done: list[str] = []
    with pytest.raises(UsageError, match="can't take id"):
        [Record(id="1"), Record(name="no id")] | _changing(done.append)()

    assert done == []


def test_a_failure_of_the_source_stops_all_before_the_first_change() -> None:
    done: list[str] = []

    def source() -> Iterator[str]:
        yield "1"
        raise OSError("cut")

    with pytest.raises(OSError, match="cut"):
        source() | _changing(done.append)()
    assert done == []


def test_a_failure_in_the_middle_says_how_many_were_done(person: Any) -> None:
    done: list[str] = []

    def work(id: str) -> None:
        if id == "3":
            raise RefusedError("no")
        done.append(id)

    with pytest.raises(RefusedError):
        ["1", "2", "3", "4"] | _changing(work)()
    assert done == ["1", "2"]
    assert person.warnings[0].startswith("clear_thing ended early: 2 done, 1 failed, 1 not begun.")


# --- common parameters --------------------------------------------------------------------------------------------


def test_common_parameters_never_reach_the_function(make_session: Any) -> None:
    given = make_session()

    @cmdlet("Get-Session")
    def get_session(**rest: Any) -> Any:
        """Give the current session."""
        return current_session(), current_scope().what_if, current_scope().confirm, rest

    assert get_session(session=given, what_if=True, confirm=False, other=1) == (given, True, False, {"other": 1})
    assert get_session(Session=given, WhatIf=True, Confirm=False) == (given, True, False, {})


def test_what_if_sends_nothing_and_shows_the_request(tenant: Any, session: Any, person: Any) -> None:
    set_session(session)
    result = _changing(_send_change)("1", what_if=True)

    assert result is None
    assert (tenant.asked, tenant.sign_ins) == ([], [])
    assert person.shown == [
        f"What if: Clear-Thing on 127.0.0.1\nPOST {tenant.url}/v2025/things/1\n"
        f"curl -X POST {tenant.url}/v2025/things/1 -H 'Authorization: Bearer ***'"
    ]


def test_what_if_of_a_pipe_shows_one_table(tenant: Any, session: Any, person: Any) -> None:
    set_session(session)
    results = [Record(id="1", name="one"), Record(id="20"), Record(id="1")] | _changing(_send_change)(what_if=True)

    assert list(results) == []
    assert tenant.asked == []
    assert person.shown == [
        "What if: Clear-Thing on 127.0.0.1, 2 changes\n"
        "row  object  name  change\n"
        "---  ------  ----  --------------------------\n"
        "  1  1       one   POST /v2025/things/{id} {}\n"
        "  2  20            POST /v2025/things/{id} {}"
    ]


def test_a_pipe_of_changes_asks_once_with_the_number_of_objects(tenant: Any, make_session: Any, person: Any) -> None:
    tenant.answers({})
    set_session(make_session(environment="production"))
    person.answer = True
    ["1", "2", "2", "3"] | _changing(_send_change)()

    assert person.questions == ["Clear-Thing changes 3 objects on 127.0.0.1 (production). Continue?"]
    assert len(tenant.asked) == 3


def test_a_second_pipe_into_the_same_stage_asks_again(tenant: Any, make_session: Any, person: Any) -> None:
    tenant.answers({})
    set_session(make_session(environment="production"))
    person.answer = True
    stage = _changing(_send_change)()
    ["1", "2"] | stage
    ["3", "4"] | stage

    assert len(person.questions) == 2


def test_a_no_changes_nothing(tenant: Any, make_session: Any, person: Any) -> None:
    set_session(make_session(environment="production"))
    person.answer = False
    with pytest.raises(RefusedError, match="was not confirmed"):
        ["1", "2"] | _changing(_send_change)()

    assert tenant.asked == []
    assert len(person.questions) == 1


def test_a_command_that_calls_others_asks_once(tenant: Any, make_session: Any, person: Any) -> None:
    tenant.answers({})
    set_session(make_session(environment="production"))
    person.answer = True
    inner = _changing(_send_change)

    @cmdlet("Clear-Both", changes=True)
    def clear_both() -> None:
        """Change two things."""
        inner("1")
        ["2", "3"] | inner

    clear_both()

    assert len(person.questions) == 1
    assert len(tenant.asked) == 3


def test_a_session_given_to_a_stage_holds_when_the_pipe_runs(tenant: Any, make_session: Any, person: Any) -> None:
    tenant.answers({})
    set_session(make_session(read_only=True))
    ["1"] | _changing(_send_change)(session=make_session())

    assert len(tenant.asked) == 1


def test_a_lazy_pipe_keeps_the_session_that_was_current_when_it_was_made(make_session: Any) -> None:
    @cmdlet("Get-Name", pipe={"id": ("id",)})
    def get_name(id: str) -> str:
        """Give the session's name."""
        return current_session().name

    set_session(make_session(name="old"))
    stream = ["1"] | get_name()
    set_session(make_session(name="new"))

    assert list(stream) == ["old"]


def test_a_lazy_pipe_of_a_block_keeps_its_session_behind_the_block(make_session: Any) -> None:
    @cmdlet("Get-Name", pipe={"id": ("id",)})
    def get_name(id: str) -> str:
        """Give the session's name."""
        return current_session().name

    set_session(make_session(name="outer"))
    inner = make_session(name="inner")
    with inner, inner:
        stream = ["1"] | get_name()

    assert list(stream) == ["inner"]


def test_no_warning_comes_from_a_stage_that_was_used() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        stage = get_thing()
        list(["1"] | stage)
        del stage
