"""Whether to send again: one pure function of what happened."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from isnshell.tenant.retry import Attempt, is_repeatable, parse_retry_after, wait_before_next

_READING = ("GET", "HEAD")
_IDEMPOTENT = (*_READING, "PUT", "DELETE")
_ALL = (*_IDEMPOTENT, "POST", "PATCH")


def _attempt(method: str, *, number: int = 1, **met: object) -> Attempt:
    return Attempt(number, method, is_repeatable(method, method not in _READING), **met)  # type: ignore[arg-type]


def _again(attempt: Attempt, retries: int = 3) -> bool:
    return wait_before_next(attempt, retries, lambda: 0.5) is not None


@pytest.mark.parametrize("method", _ALL)
@pytest.mark.parametrize(
    ("which", "met"),
    [
        pytest.param(_ALL, {"status": 429}, id="429"),
        pytest.param(_ALL, {"status": 429, "retry_after": 3.0}, id="429 with Retry-After"),
        pytest.param(_IDEMPOTENT, {"status": 502}, id="502"),
        pytest.param(_IDEMPOTENT, {"status": 503}, id="503"),
        pytest.param(_IDEMPOTENT, {"status": 503, "retry_after": 3.0}, id="503 with Retry-After"),
        pytest.param(_IDEMPOTENT, {"status": 504}, id="504"),
        pytest.param(_IDEMPOTENT, {}, id="connection broken"),
        pytest.param(_ALL, {"reached": False}, id="never connected"),
        pytest.param((), {"status": 302}, id="302"),
        pytest.param((), {"status": 400}, id="400"),
        pytest.param((), {"status": 401}, id="401"),
        pytest.param((), {"status": 404}, id="404"),
        pytest.param((), {"status": 500}, id="500"),
        pytest.param((), {"status": 501}, id="501"),
    ],
)
def test_a_request_is_sent_again_only_where_that_does_no_harm(
    which: tuple[str, ...], met: dict[str, object], method: str
) -> None:
    assert _again(_attempt(method, **met)) is (method in which)


def test_a_post_that_only_reads_may_be_repeated() -> None:
    assert is_repeatable("POST", changes=False)
    assert not is_repeatable("POST", changes=True)
    assert not is_repeatable("PATCH", changes=True)
    assert is_repeatable("DELETE", changes=True)


@pytest.mark.parametrize(("again", "number"), [(True, 1), (True, 2), (True, 3), (False, 4), (False, 5)])
def test_the_number_of_retries_is_a_bound(again: bool, number: int) -> None:
    assert _again(_attempt("GET", number=number, status=503), retries=3) is again


def test_without_retries_nothing_is_sent_again() -> None:
    assert not _again(_attempt("GET", status=429, retry_after=1.0), retries=0)


def test_the_tenants_wish_is_followed_exactly() -> None:
    assert wait_before_next(_attempt("POST", status=429, retry_after=7.0), 3, lambda: 0.9) == 7.0
    assert wait_before_next(_attempt("POST", status=429, retry_after=0.0), 3, lambda: 0.9) == 0.0


def test_a_wish_to_wait_for_very_long_is_given_up() -> None:
    assert wait_before_next(_attempt("GET", status=429, retry_after=3600.0), 3, lambda: 0.5) is None


@pytest.mark.parametrize("jitter", [0.0, 0.5, 1.0])
def test_the_wait_grows_up_to_a_bound_and_is_never_nothing(jitter: float) -> None:
    waits = [wait_before_next(_attempt("GET", number=n, status=503), 99, lambda: jitter) or 0.0 for n in range(1, 30)]

    assert waits == sorted(waits)
    assert waits[0] > 0
    assert waits[-1] == waits[-2] <= 60


def test_many_clients_do_not_come_back_at_once() -> None:
    waits = {wait_before_next(_attempt("GET", status=503), 3, lambda at=at: at / 10) for at in range(11)}

    assert len(waits) == 11


@pytest.mark.parametrize(
    ("seconds", "header"),
    [
        pytest.param(7.0, "7", id="number"),
        pytest.param(0.0, "0", id="zero"),
        pytest.param(7.0, " 7 ", id="spaces"),
        pytest.param(30.0, "Mon, 02 Mar 2026 09:30:30 GMT", id="date"),
        pytest.param(0.0, "Mon, 02 Mar 2026 09:29:00 GMT", id="date that has passed"),
        pytest.param(None, None, id="absent"),
        pytest.param(None, "", id="empty"),
        pytest.param(None, "soon", id="nonsense"),
        pytest.param(None, "-5", id="negative"),
        pytest.param(None, "²", id="digit that is no number"),
        pytest.param(None, "Mon, 02 Mar 2026 09:30:30 -0000", id="date without a zone"),
    ],
)
def test_retry_after_is_a_number_or_a_date(seconds: float | None, header: str | None) -> None:
    assert seconds == parse_retry_after(header, datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc))
