"""Which request meets which fault, and what is answered then. What happens on the socket is tested over HTTP."""

from __future__ import annotations

import re

import pytest

SOURCES = "/v2025/sources"


def statuses(ask, *paths):
    return [ask("GET", path).status_code for path in paths]


def test_a_fault_comes_true_as_often_as_it_says(sandbox, ask):
    fault = sandbox.faults.add(status=503, times=2)

    assert statuses(ask, *[SOURCES] * 4) == [503, 503, 200, 200]
    assert fault.hits == 2


def test_the_first_may_pass(sandbox, ask):
    sandbox.faults.add(status=503, skip=2)

    assert statuses(ask, *[SOURCES] * 4) == [200, 200, 503, 200]


def test_faults_come_in_the_order_in_which_they_were_added(sandbox, ask):
    for status in (500, 502, 429):
        sandbox.faults.add(status=status)

    assert statuses(ask, *[SOURCES] * 4) == [500, 502, 429, 200]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ({"path": "/sources"}, [503, 200]),
        ({"path": re.compile(r"task-status$")}, [200, 503]),
        ({"method": "GET"}, [503, 503]),
        ({"method": "post"}, [200, 200]),
        ({}, [503, 503]),
    ],
    ids=str,
)
def test_only_those_that_are_meant_meet_it(sandbox, ask, what, expected):
    sandbox.faults.add(status=503, times=None, **what)

    assert statuses(ask, SOURCES, "/v2025/task-status") == expected


def test_the_token_endpoint_must_be_named(sandbox, sign_in):
    sandbox.faults.add(status=503, times=None)
    assert sign_in(sandbox)
    sandbox.faults.add(status=503, path="/oauth/token")

    with pytest.raises(KeyError):
        sign_in(sandbox)


def test_they_can_all_be_switched_off(sandbox, ask):
    sandbox.faults.add(status=503, times=None)
    sandbox.faults.clear()

    assert statuses(ask, SOURCES) == [200]


@pytest.mark.parametrize("status", [400, 403, 404, 500, 502, 503, 504])
def test_a_status_comes_in_its_documented_shape(sandbox, ask, status):
    sandbox.faults.add(status=status)
    answer = ask("GET", SOURCES)

    assert answer.status_code == status
    assert set(answer.get_json()) == {"detailCode", "trackingId", "messages", "causes"}


@pytest.mark.parametrize("retry_after", [None, 7, "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_a_429_may_say_how_long(sandbox, ask, retry_after):
    sandbox.faults.add(status=429, retry_after=retry_after)
    answer = ask("GET", SOURCES)

    assert answer.get_json() == {"message": "Rate Limit Exceeded"}
    assert answer.headers.get("Retry-After") == (None if retry_after is None else str(retry_after))


def test_a_401_has_its_own_shape(sandbox, ask):
    sandbox.faults.add(status=401)

    assert set(ask("GET", SOURCES).get_json()) == {"error"}


def test_a_proxy_may_want_to_be_told_who_asks(sandbox, ask):
    sandbox.faults.add(status=407, html=True, headers={"Proxy-Authenticate": 'Basic realm="office"'})
    answer = ask("GET", SOURCES)

    assert answer.status_code == 407
    assert answer.headers["Proxy-Authenticate"] == 'Basic realm="office"'
    assert answer.content_type.startswith("text/html")


def test_a_web_page_may_come_in_place_of_data(sandbox, ask):
    sandbox.faults.add(html=True)
    answer = ask("GET", SOURCES)

    assert answer.status_code == 200
    assert answer.data.startswith(b"<!DOCTYPE html>")


def test_any_bytes_may_come(sandbox, ask):
    sandbox.faults.add(body=b'[{"id":', content_type="application/json")
    answer = ask("GET", SOURCES)

    assert (answer.status_code, answer.data, answer.content_type) == (200, b'[{"id":', "application/json")


def test_all_tokens_may_end(sandbox, ask):
    sandbox.faults.add(expire_tokens=True)

    assert statuses(ask, SOURCES, SOURCES) == [401, 401]


def test_a_page_may_come_twice(sandbox, ask):
    sandbox.faults.add(repeat_page=True, path="task-status", skip=1)
    first, again, third = (
        ask("GET", f"/v2025/task-status?limit=20&offset={offset}").get_json() for offset in (0, 20, 40)
    )

    assert again == first
    assert third not in (first, [])


def test_an_unknown_fault_is_a_mistake_at_once(sandbox):
    with pytest.raises(TypeError):
        sandbox.faults.add(stutter=True)
