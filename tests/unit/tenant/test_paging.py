"""Paging: one pager for every list."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnshell.errors import AnswerError
from isnshell.operations.request import Request
from isnshell.tenant.paging import count_all, read_pages

_REQUEST = Request("GET", "/v2025/things", command="Get-Things")


class _Tenant:
    """Stands where a session does: serves a list by offset and limit and counts what is asked."""

    def __init__(self, total: int, *, most: int = 250, ignores_limit: bool = False) -> None:
        self.total, self.most, self.ignores_limit = total, most, ignores_limit
        self.asked: list[str] = []

    def may_go_ahead(self, generation: str) -> bool:
        return True

    def send(self, request: Request, **options: Any) -> Any:
        self.asked.append(request.target)
        query = {
            key: int(value[0]) for key, value in parse_qs(urlsplit(request.target).query).items() if value[0].isdigit()
        }
        offset, limit = query.get("offset", 0), query.get("limit", self.most)
        assert limit <= self.most, "asked for more than a page may hold"
        size = self.most if self.ignores_limit else limit
        items = [f'{{"id":{n}}}' for n in range(offset, min(self.total, offset + size))]
        return _Reply(f"[{','.join(items)}]".encode())


class _Reply:
    def __init__(self, body: bytes, **headers: str) -> None:
        self.body = body
        self.headers = {"Content-Type": "application/json", **headers}


def _ids(tenant: Any, **options: Any) -> list[int]:
    return [one["id"] for page in read_pages(tenant, _REQUEST, **options) for one in page]


@pytest.mark.parametrize(
    ("requests", "total"),
    [
        pytest.param(1, 0, id="empty list"),
        pytest.param(1, 3, id="short page is the last"),
        pytest.param(2, 10, id="full page may not be"),
        pytest.param(3, 25, id="several"),
    ],
)
def test_all_records_come_and_a_short_page_ends_them(requests: int, total: int) -> None:
    tenant = _Tenant(total, most=10)

    assert list(range(total)) == _ids(tenant, page_size=10)
    assert requests == len(tenant.asked)


@pytest.mark.parametrize(
    ("requests", "limit"),
    [
        pytest.param(0, 0, id="none"),
        pytest.param(1, 1, id="one"),
        pytest.param(1, 10, id="exactly a page"),
        pytest.param(2, 11, id="a page and one"),
        pytest.param(2, 20, id="two pages"),
        pytest.param(3, 99, id="more than there are"),
    ],
)
def test_a_limit_is_exact_whatever_the_page_size(requests: int, limit: int) -> None:
    tenant = _Tenant(25, most=10)

    assert list(range(min(limit, 25))) == _ids(tenant, page_size=10, limit=limit)
    assert requests == len(tenant.asked)


def test_a_small_limit_sends_one_small_request() -> None:
    tenant = _Tenant(1000)
    _ids(tenant, limit=5)

    assert tenant.asked == ["/v2025/things?limit=5"]


def test_pages_are_as_large_as_allowed() -> None:
    tenant = _Tenant(600)
    _ids(tenant)

    assert tenant.asked == [
        "/v2025/things?limit=250",
        "/v2025/things?offset=250&limit=250",
        "/v2025/things?offset=500&limit=250",
    ]


@given(
    total=st.integers(0, 60),
    offset=st.integers(0, 70),
    limit=st.none() | st.integers(0, 70),
    size=st.integers(1, 20),
    ignores=st.booleans(),
)
def test_every_record_comes_once_in_order(total: int, offset: int, limit: int | None, size: int, ignores: bool) -> None:
    tenant = _Tenant(total, most=20, ignores_limit=ignores)
    wanted = list(range(total))[offset:][: limit if limit is not None else total]

    assert wanted == _ids(tenant, offset=offset, limit=limit, page_size=size)


def test_reading_the_first_record_sends_exactly_one_request() -> None:
    tenant = _Tenant(1000)
    pages = read_pages(tenant, _REQUEST)  # type: ignore[arg-type]
    assert tenant.asked == []
    next(pages)

    assert len(tenant.asked) == 1


def test_a_page_that_repeats_is_an_error_with_its_request() -> None:
    class Stuck(_Tenant):
        def send(self, request: Request, **options: Any) -> Any:
            self.asked.append(request.target)
            return _Reply(b'[{"id":1},{"id":2}]')

    tenant = Stuck(0)
    with pytest.raises(AnswerError, match=r"same page twice.*GET /v2025/things\?offset=2&limit=2.*2 records were read"):
        _ids(tenant, page_size=2)
    assert len(tenant.asked) == 2


def test_an_answer_that_is_no_list_is_an_error() -> None:
    class Odd(_Tenant):
        def send(self, request: Request, **options: Any) -> Any:
            return _Reply(b'{"items": []}')

    with pytest.raises(AnswerError, match="wanted a list and got dict"):
        _ids(Odd(0))


def test_an_empty_answer_is_an_empty_list() -> None:
    class Silent(_Tenant):
        def send(self, request: Request, **options: Any) -> Any:
            return _Reply(b"")

    assert _ids(Silent(0)) == []


@pytest.mark.parametrize(("total", "header"), [(7, "7"), (0, "0"), (None, ""), (None, "many")])
def test_the_count_is_asked_by_one_small_request(total: int | None, header: str) -> None:
    asked = []

    class Counting(_Tenant):
        def send(self, request: Request, **options: Any) -> Any:
            asked.append(request.target)
            return _Reply(b"[]", **{"X-Total-Count": header})

    assert total == count_all(Counting(0), _REQUEST.with_query(filters="a", offset=5))  # type: ignore[arg-type]
    assert asked == ["/v2025/things?filters=a&count=true&limit=1"]
