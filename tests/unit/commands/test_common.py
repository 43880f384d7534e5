"""PowerShell's common parameters: one mechanism for every command."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from isnshell.commands import common
from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.common import COMMON_PARAMETERS, take_common
from isnshell.commands.namespace import Namespace
from isnshell.commands.registry import get_cmdlet
from isnshell.commands.variables import keep_variables_in
from isnshell.errors import ApiError, IsnError, RefusedError, UsageError
from isnshell.host import get_host
from isnshell.operations.request import Request
from isnshell.pipeline.stage import Stage
from isnshell.pipeline.stream import Stream
from isnshell.records import Record
from isnshell.tenant.session import Session, current_session, set_session


@cmdlet("Get-Number", pipe={"number": ("number", "id")})
def get_number(number: int, *, limit: int = 10) -> int:
    """Give the number, unless it is odd."""
    if number % 2:
        raise ValueError(f"{number} is odd")
    return min(number, limit)


@cmdlet("Get-Numbers")
def get_numbers(fail_at: int = 3, *, limit: int = 10) -> Stream:
    """Give numbers, lazily, with a warning at each, until one fails."""

    def read(want: int | None) -> Iterator[int]:
        for number in range(limit):
            get_host().warn(f"number {number}")
            if number == fail_at:
                raise IsnError(f"{number} fails")
            yield number

    return Stream(read, label="numbers")


@cmdlet("Send-Thing", changes=True)
def send_thing(body: bytes = b"{}") -> None:
    """Send one thing."""
    current_session().send(
        Request("POST", "/v2025/things", body=body, content_type="application/json", changes=True, command="Send-Thing")
    )


@pytest.fixture(autouse=True)
def no_defaults() -> Iterator[None]:
    common.ps_default_parameter_values.clear()
    yield
    common.ps_default_parameter_values.clear()


@pytest.mark.parametrize(
    ("action", "warned", "kept"),
    [("continue", 1, 1), ("Continue", 1, 1), ("SilentlyContinue", 0, 1), ("silently_continue", 0, 1), ("ignore", 0, 0)],
)
def test_an_error_that_does_not_stop_gives_nothing(action: str, warned: int, kept: int, person: Any) -> None:
    errors: list[Any] = []

    assert get_number(1, error_action=action, error_variable=errors) is None
    assert person.warnings == ["1 is odd"] * warned
    assert [str(error) for error in errors] == ["1 is odd"] * kept


@pytest.mark.parametrize("told", [{}, {"error_action": "stop"}, {"ErrorAction": "Stop"}], ids=["left out", "own", "ps"])
def test_an_error_stops_by_default_and_is_kept_all_the_same(told: dict[str, Any]) -> None:
    errors: list[Any] = []
    with pytest.raises(ValueError, match="odd"):
        get_number(1, ev=errors, **told)

    assert len(errors) == 1


def test_a_mistake_in_the_call_is_never_hidden() -> None:
    with pytest.raises(UsageError):
        get_number(1, 2, 3, error_action="ignore")


def test_a_rail_is_never_hidden(make_session: Any) -> None:
    set_session(make_session(read_only=True))
    with pytest.raises(RefusedError):
        send_thing(error_action="ignore")


@pytest.mark.parametrize("name", ["error_action", "warning_action"])
def test_an_unknown_action_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match=r"stop, continue, silently_continue, ignore"):
        get_number(2, **{name: "never"})


def test_a_parameter_in_two_spellings_is_refused() -> None:
    with pytest.raises(UsageError, match="error_action twice"):
        get_number(2, ea="stop", ErrorAction="stop")


def test_each_record_of_a_pipe_fails_by_itself(person: Any) -> None:
    errors: list[Any] = []
    stream = [Record(id=2), Record(id=3), Record(id=4)] | get_number(error_action="continue", error_variable=errors)

    assert list(stream) == [2, 4]
    assert [error.record for error in errors] == [{"id": 3}]
    assert person.warnings == ["ValueError: 3 is odd (At record 2: id 3)"]


def test_a_failure_of_a_pipe_s_source_is_not_the_next_command_s_to_hide() -> None:
    with pytest.raises(IsnError, match="3 fails"):
        list(get_numbers(warning_action="ignore") | get_number(error_action="ignore"))


def test_an_error_of_a_lazy_list_is_met_when_it_is_read(person: Any) -> None:
    stream = get_numbers(error_action="continue", wa="ignore")
    assert person.warnings == []
    assert list(stream) == [0, 1, 2]
    assert person.warnings == ["3 fails."]


def test_an_inner_command_s_error_reaches_the_outer_one(person: Any) -> None:
    @cmdlet("Get-Outer")
    def get_outer() -> str:
        """Call another command and count on its error."""
        get_number(1)
        return "went on"

    assert get_outer(error_action="silently_continue") is None


@pytest.mark.parametrize(("action", "said"), [("continue", 2), ("silently_continue", 0), ("Ignore", 0)])
def test_warnings_are_said_or_not_also_of_a_lazy_list(action: str, said: int, person: Any) -> None:
    assert list(get_numbers(limit=2, warning_action=action)) == [0, 1]
    assert len(person.warnings) == said


def test_the_record_at_which_a_pipe_ends_is_named(person: Any) -> None:
    with pytest.raises(ValueError, match="3 is odd") as caught:
        list([Record(id=2), Record(id=3)] | get_number())
    assert caught.value.__notes__ == ["At record 2: id 3"]


def test_a_warning_can_stop(person: Any) -> None:
    with pytest.raises(IsnError, match="number 0"):
        list(get_numbers(warning_action="stop"))


def test_out_variable_gets_the_results_as_they_are_read() -> None:
    kept: list[Any] = []
    stream = get_numbers(limit=3, out_variable=kept)
    assert kept == []
    assert list(stream) == list(stream) == [0, 1, 2]
    assert kept == [0, 1, 2]
    get_number(4, ov=kept)
    [6] | get_number(out_variable=kept) | get_number()
    assert kept == [0, 1, 2, 4, 6] or kept == [0, 1, 2, 4]


def test_out_variable_of_a_pipe(person: Any) -> None:
    kept: list[Any] = []
    assert list([2, 4] | get_number(out_variable=kept)) == [2, 4]
    assert kept == [2, 4]


def test_a_variable_s_name_is_the_prompt_s(person: Any) -> None:
    with pytest.raises(UsageError, match="no prompt"):
        get_number(2, out_variable="found")
    variables: dict[str, Any] = {"found": "old"}
    keep_variables_in(variables)
    get_number(2, out_variable="found")
    assert variables == {"found": [2]}
    get_number(4, ov="+found")
    get_number(1, error_action="continue", ev="wrong")
    assert variables["found"] == [2, 4]
    assert [str(one) for one in variables["wrong"]] == person.warnings == ["1 is odd"]


def test_verbose_says_each_request_with_its_answer(tenant: Any, session: Session, answer: Any, person: Any) -> None:
    tenant.answers(answer(202, {"id": "t"}, {"SLPT-Request-ID": "tr-1"}))
    set_session(session)
    send_thing(verbose=True)

    assert [note.split(" after ")[0] for note in person.notes] == [
        f"VERBOSE: POST {tenant.url}/oauth/token: 200",
        f"VERBOSE: POST {tenant.url}/v2025/things: 202",
    ]
    assert person.notes[-1].endswith("tracking id tr-1")
    send_thing()
    assert len(person.notes) == 2


def test_debug_shows_both_ways_without_secrets(tenant: Any, session: Session, answer: Any, person: Any) -> None:
    tenant.answers(answer(200, {"clientSecret": "hidden-1", "name": "x"}))
    set_session(session)
    body = b'{"password":"hidden-2","patch":[{"path":"/a/token","value":"hidden-3"}],"name":"shown"}'
    send_thing(body, debug=True)

    told = "\n".join(person.notes)
    assert "DEBUG: > POST" in told
    assert '"name": "shown"' in told
    assert "DEBUG: < 200" in told
    assert "Authorization: ***" in told
    for secret in ("hidden", "token-1", "s3cr3t"):
        assert secret not in told


def test_a_lazy_list_is_verbose_when_it_is_read(tenant: Any, session: Session, person: Any) -> None:
    tenant.answers([{"id": "1"}])
    set_session(session)
    stream = get_cmdlet("get_task_status_list")(verbose=True)
    assert person.notes == []
    assert len(list(stream)) == 1
    assert "VERBOSE" in person.notes[-1]


def test_an_api_error_is_met_by_its_command(tenant: Any, session: Session, answer: Any) -> None:
    tenant.answers(answer(404, {"detailCode": "404.1"}))
    set_session(session)
    errors: list[Any] = []

    assert get_cmdlet("get_task_status")("1", error_action="silently_continue", error_variable=errors) is None
    assert isinstance(errors[0], ApiError)


# --- defaults -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key", ["Get-Number:limit", "get_number:Limit", "*:limit", "Get-*:LIMIT", "get_num*:limit", "Get-?umber:limit"]
)
def test_a_default_holds_for_the_commands_that_fit(key: str) -> None:
    common.ps_default_parameter_values[key] = 4

    assert get_number(8) == 4
    assert get_number(8, limit=6) == 6
    assert get_number(8, Limit=6) == 6


@pytest.mark.parametrize("key", ["Get-Numbers:limit", "*:other", "limit"])
def test_a_default_of_another_command_or_parameter_does_not_matter(key: str) -> None:
    common.ps_default_parameter_values[key] = 4

    assert get_number(8) == 8


def test_a_default_does_not_fill_what_a_position_has() -> None:
    common.ps_default_parameter_values["*:number"] = 2

    assert get_number(4) == 4
    assert get_number() == 2


def test_common_parameters_have_defaults_too() -> None:
    common.ps_default_parameter_values["*:ErrorAction"] = "silently_continue"

    assert get_number(1) is None
    with pytest.raises(ValueError, match="odd"):
        get_number(1, error_action="stop")


def test_defaults_can_be_switched_off() -> None:
    common.ps_default_parameter_values.update({"*:limit": 4, "Disabled": True})

    assert get_number(8) == 8


def test_the_defaults_are_found_where_people_look() -> None:
    import isnshell

    assert isnshell.ps_default_parameter_values is common.ps_default_parameter_values
    assert Namespace()["ps_default_parameter_values"] is common.ps_default_parameter_values


def test_a_default_reaches_a_command_of_the_catalog(tenant: Any, session: Session) -> None:
    tenant.answers([{"id": "1"}])
    set_session(session)
    common.ps_default_parameter_values["Get-TaskStatus*:limit"] = 5
    list(get_cmdlet("get_task_status_list")())

    assert tenant.lines == ["GET /v2025/task-status?limit=5"]


def test_every_common_parameter_is_taken_and_none_reaches_the_function() -> None:
    values: dict[str, Any] = dict.fromkeys(COMMON_PARAMETERS)
    keywords = {**values, "limit": 3}
    take_common(get_number, (), keywords)

    assert keywords == {"limit": 3}


def test_a_utility_takes_them_as_well() -> None:
    kept: list[Any] = []
    stage = get_cmdlet("where_object")(lambda one: one > 1, out_variable=kept)
    assert isinstance(stage, Stage)
    assert list([1, 2, 3] | stage) == [2, 3]
    assert kept == [2, 3]
