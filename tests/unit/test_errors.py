"""The error tree: one root, three parts to a message, nothing secret in it."""

from __future__ import annotations

import inspect
import json
import re

import pytest

from isnshell import errors
from isnshell.errors import (
    AnswerError,
    ApiError,
    ConnectionFailed,
    ErrorResponse,
    FileError,
    IsnError,
    MailError,
    ProfileError,
    RefusedError,
    RequestSummary,
    SignInError,
    StreamError,
    UnknownNameError,
    UsageError,
    WaitTimeout,
    WorkFailed,
    chain,
)

_ALL = [one for _, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, BaseException)]


@pytest.mark.parametrize("error", _ALL, ids=lambda error: error.__name__)
def test_every_error_has_the_one_root(error: type[BaseException]) -> None:
    assert issubclass(error, IsnError)


@pytest.mark.parametrize("error", _ALL, ids=lambda error: error.__name__)
def test_every_error_is_public_and_drawn_in_the_tree(error: type[BaseException]) -> None:
    assert error.__name__ in errors.__all__
    assert re.search(rf"\b{error.__name__}\b", errors.__doc__ or "")


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (UsageError, ValueError),
        (UnknownNameError, AttributeError),
        (ConnectionFailed, OSError),
        (AnswerError, ValueError),
        (FileError, OSError),
        (WaitTimeout, TimeoutError),
        (StreamError, RuntimeError),
    ],
    ids=lambda one: one.__name__,
)
def test_an_error_is_also_the_builtin_that_it_means(error: type, builtin: type) -> None:
    assert issubclass(error, builtin)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        pytest.param(2, UsageError("x"), id="UsageError"),
        pytest.param(2, UnknownNameError("x"), id="UnknownNameError"),
        pytest.param(2, ProfileError("x"), id="ProfileError"),
        pytest.param(1, RefusedError("x"), id="RefusedError"),
        pytest.param(1, ApiError("x", status_code=404), id="ApiError"),
        pytest.param(1, SignInError("x", status_code=401), id="SignInError"),
        pytest.param(1, ConnectionFailed("x"), id="ConnectionFailed"),
        pytest.param(1, FileError("x", path="p"), id="FileError"),
        pytest.param(1, WaitTimeout("x", id="1"), id="WaitTimeout"),
        pytest.param(1, WorkFailed("x"), id="WorkFailed"),
        pytest.param(1, MailError("x"), id="MailError"),
    ],
)
def test_wrong_usage_ends_with_two_and_failed_work_with_one(status: int, error: IsnError) -> None:
    assert status == error.exit_status


@pytest.mark.parametrize(
    ("text", "error"),
    [
        pytest.param("It broke.", IsnError("It broke"), id="what"),
        pytest.param("It broke: too old.", IsnError("It broke", why="too old"), id="what and why"),
        pytest.param("It broke. Mend it.", IsnError("It broke", hint="Mend it."), id="what and hint"),
        pytest.param(
            "It broke: too old. Mend it.", IsnError("It broke", why="too old", hint="Mend it."), id="all three"
        ),
        pytest.param("It broke: why me? Mend it.", IsnError("It broke", why="why me?", hint="Mend it."), id="own mark"),
        pytest.param("It broke: a. Mend it.", WorkFailed("It broke", why="a", hint="Mend it."), id="with a record"),
        pytest.param("It broke: a. Mend it.", FileError("It broke", path="p", why="a", hint="Mend it."), id="OSError"),
    ],
)
def test_a_message_says_what_why_and_what_to_do(text: str, error: IsnError) -> None:
    assert text == str(error)


def test_the_parts_of_a_message_are_attributes_too() -> None:
    error = IsnError("It broke", why="too old", hint="Mend it.")

    assert (error.what, error.why, error.hint) == ("It broke", "too old", "Mend it.")


def test_an_api_error_offers_what_powershells_catch_block_reads() -> None:
    body = json.dumps({"detailCode": "404 Not found"})
    error = ApiError("x", status_code=404, response=ErrorResponse(404, {"X-A": "1"}, body))

    assert error.response.status_code == 404
    assert error.response.headers["X-A"] == "1"
    assert error.response.json() == {"detailCode": "404 Not found"}
    assert error.error_details.message == body


def test_an_api_error_without_an_answer_still_has_a_response() -> None:
    error = ApiError("x", status_code=503)

    assert (error.response.status_code, error.messages, error.causes, error.attempts) == (503, [], [], ())


def test_the_repr_of_a_refusing_answer_leaves_its_body_out() -> None:
    assert "hidden" not in repr(ErrorResponse(400, {}, "hidden"))


def test_a_request_is_summed_up_by_method_and_address_alone() -> None:
    assert str(RequestSummary("GET", "https://acme.test/v2025/tasks")) == "GET https://acme.test/v2025/tasks"


def test_chain_gives_an_error_and_what_it_came_from() -> None:
    inner, outer = ValueError("inner"), KeyError("outer")
    outer.__cause__ = inner

    assert list(chain(outer)) == [outer, inner]


def test_chain_ends_on_a_ring() -> None:
    one, other = ValueError(), KeyError()
    one.__context__, other.__context__ = other, one

    assert list(chain(one)) == [one, other]
