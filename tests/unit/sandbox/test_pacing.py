"""The rate limit: a window that slides."""

from __future__ import annotations

import pytest

SOURCES = "/v2025/sources?limit=0"


def statuses(ask, count, path=SOURCES):
    return [ask("GET", path).status_code for _ in range(count)]


def test_the_hundred_and_first_request_waits(ask, clock):
    assert statuses(ask, 100) == [200] * 100
    clock.sleep(3.5)
    answer = ask("GET", SOURCES)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "7"
    assert answer.get_json() == {"message": "Rate Limit Exceeded"}
    clock.sleep(6.5)

    assert ask("GET", SOURCES).status_code == 200


def test_the_window_slides(ask, clock):
    statuses(ask, 60)
    clock.sleep(6)
    statuses(ask, 40)
    clock.sleep(4)

    assert statuses(ask, 61) == [200] * 60 + [429]


def test_each_generation_and_each_token_has_its_own(sandbox, ask, asker):
    statuses(ask, 100)

    assert statuses(ask, 1, "/v3/sources?limit=0") == [200]
    assert statuses(ask, 1, "/sources/v1?limit=0") == [200]
    assert statuses(asker(sandbox), 1) == [200]
    assert statuses(ask, 1) == [429]


def test_a_refused_request_does_not_count(ask, clock):
    statuses(ask, 100)
    clock.sleep(9)
    statuses(ask, 50)
    clock.sleep(1)

    assert statuses(ask, 100) == [200] * 100


@pytest.mark.parametrize(("limit", "expected"), [(None, [200] * 5), (2, [200, 200, 429, 429, 429])])
def test_the_limit_can_be_set(make_sandbox, asker, limit, expected):
    assert statuses(asker(make_sandbox(rate_limit=limit)), 5) == expected
