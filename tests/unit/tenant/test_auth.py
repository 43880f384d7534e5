"""The token: fetched once, renewed before its end and after a refusal, by one thread while the others wait."""

from __future__ import annotations

import base64
import json
import threading
from typing import Any

import pytest

from isnshell.errors import AnswerError
from isnshell.tenant.auth import TokenSource, read_rights


class _Endpoint:
    def __init__(self, **answer: Any) -> None:
        self.fetched = 0
        self.answer = {"expires_in": 749, **answer}

    def __call__(self) -> dict[str, Any]:
        self.fetched += 1
        return {"access_token": f"token-{self.fetched}", **self.answer}


def test_a_token_is_fetched_when_it_is_first_needed_and_once(clock: Any) -> None:
    endpoint = _Endpoint()
    tokens = TokenSource(endpoint, clock)

    assert endpoint.fetched == 0
    assert [tokens.get(), tokens.get()] == ["token-1", "token-1"]
    assert endpoint.fetched == 1


def test_a_token_is_renewed_before_it_ends(clock: Any) -> None:
    tokens = TokenSource(_Endpoint(), clock)
    tokens.get()
    clock.sleep(749 - 61)
    assert tokens.get() == "token-1"
    clock.sleep(2)
    assert tokens.get() == "token-2"


def test_a_short_lived_token_is_used_for_half_its_life(clock: Any) -> None:
    tokens = TokenSource(_Endpoint(expires_in=20), clock)
    tokens.get()
    clock.sleep(9)
    assert tokens.get() == "token-1"
    clock.sleep(2)
    assert tokens.get() == "token-2"


def test_a_refused_token_is_replaced(clock: Any) -> None:
    tokens = TokenSource(_Endpoint(), clock)

    assert tokens.renew(tokens.get()) == "token-2"
    assert tokens.get() == "token-2"


def test_a_token_that_another_thread_has_replaced_is_not_fetched_again(clock: Any) -> None:
    endpoint = _Endpoint()
    tokens = TokenSource(endpoint, clock)
    refused = tokens.get()

    assert [tokens.renew(refused), tokens.renew(refused)] == ["token-2", "token-2"]
    assert endpoint.fetched == 2


def test_many_threads_fetch_one_token(clock: Any) -> None:
    ready, endpoint = threading.Barrier(8), _Endpoint()
    got: list[str] = []

    def slow() -> dict[str, Any]:
        # As long as one fetches, the others have every chance to begin
        for _ in range(1000):
            threading.Event().is_set()
        return endpoint()

    tokens = TokenSource(slow, clock)

    def work() -> None:
        ready.wait()
        got.append(tokens.get())

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert got == ["token-1"] * 8
    assert endpoint.fetched == 1


def test_a_failed_fetch_leaves_the_next_one_free_to_try(clock: Any) -> None:
    answers: list[Any] = [OSError("gone"), {"access_token": "good"}]

    def fetch() -> Any:
        answer = answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer

    tokens = TokenSource(fetch, clock)
    with pytest.raises(OSError, match="gone"):
        tokens.get()

    assert tokens.get() == "good"


@pytest.mark.parametrize(
    "answer",
    [None, "token", [], {}, {"access_token": None}, {"access_token": ""}, {"access_token": "a\r\nX-Evil: 1"}],
    ids=repr,
)
def test_an_answer_without_a_token_is_a_named_error(clock: Any, answer: Any) -> None:
    with pytest.raises(AnswerError, match=r"holds no token.*SAIL_BASE_URL"):
        TokenSource(lambda: answer, clock).get()


@pytest.mark.parametrize("life", [None, "soon"], ids=repr)
def test_a_token_without_a_readable_life_is_still_used(clock: Any, life: Any) -> None:
    assert TokenSource(_Endpoint(expires_in=life), clock).get() == "token-1"


def test_the_life_that_is_left_is_told(clock: Any) -> None:
    tokens = TokenSource(_Endpoint(), clock)
    assert tokens.life_left is None
    tokens.get()
    clock.sleep(49)
    assert tokens.life_left == 700
    clock.sleep(9000)
    assert tokens.life_left == 0


def test_no_repr_shows_the_token(clock: Any) -> None:
    tokens = TokenSource(_Endpoint(), clock)
    tokens.get()

    assert "token-1" not in repr(tokens) + repr(tokens._token)


# --- what a token may -----------------------------------------------------------------------------------------------


def _jwt(**claims: Any) -> str:
    payload = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
    return f"e30.{payload}.c2ln"


@pytest.mark.parametrize(
    ("scopes", "levels", "token", "granted"),
    [
        pytest.param({"a:b"}, {"ORG_ADMIN"}, _jwt(scope=["a:b"], authorities=["ORG_ADMIN"]), None, id="claims"),
        pytest.param({"a:b", "c:d"}, None, _jwt(scope="a:b c:d"), None, id="scope as text"),
        pytest.param({"a:b"}, set(), _jwt(scope=["Ag=="], authorities=[]), "a:b", id="packed, but granted in words"),
        pytest.param(None, None, _jwt(scope=["Ag=="]), None, id="packed"),
        pytest.param(None, None, _jwt(scope=[1], authorities=["A", None]), 5, id="of other types"),
        pytest.param(None, None, "opaque", None, id="no JWT"),
        pytest.param(None, None, "a.!!!.c", None, id="no Base64"),
        pytest.param(None, None, "a._w.c", None, id="no JSON"),
        pytest.param(None, None, "a.W10.c", None, id="no object"),
        pytest.param(None, None, "a.ü.c", None, id="not ASCII"),
    ],
)
def test_the_rights_of_a_token_are_read_from_its_claims(
    scopes: set[str] | None, levels: set[str] | None, token: str, granted: Any
) -> None:
    rights = read_rights(token, granted)

    assert (scopes, levels) == (rights.scopes, rights.user_levels)


def test_a_renewed_token_has_rights_of_its_own(clock: Any) -> None:
    endpoint = _Endpoint(scope="a:b")
    tokens = TokenSource(endpoint, clock)
    assert tokens.rights.scopes is None
    first = tokens.get()
    assert tokens.rights.scopes == {"a:b"}
    endpoint.answer["scope"] = "c:d"
    tokens.renew(first)

    assert tokens.rights.scopes == {"c:d"}
    assert "c:d" not in repr(tokens._token)
