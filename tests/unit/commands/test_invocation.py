"""Calling an operation: lists over one request or several, options of ours, and what comes with the answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isnshell.commands.invocation import HttpInfo
from isnshell.commands.registry import get_cmdlet
from isnshell.errors import ApiError, StreamError, UnknownNameError, UsageError
from isnshell.pipeline.stream import Stream
from isnshell.records import Record
from isnshell.sandbox.filters import matches, parse
from isnshell.tenant.session import Session, set_session

get_accounts = get_cmdlet("get_accounts")
select_object = get_cmdlet("select_object")


@pytest.fixture
def current(session: Session) -> Session:
    return set_session(session)


@pytest.fixture
def holds(tenant: Any, answer: Any) -> Callable[..., None]:
    """Let the tenant serve one list by filter, offset and limit, as ISC does; addresses may not be too long."""

    def holds(records: list[dict[str, Any]], *, folds_case: bool = False) -> None:
        def reply(asked: Any) -> Any:
            if len(asked.target) > 8000:
                return answer(414)
            query = dict(parse_qsl(urlsplit(asked.target).query))
            found = records
            if text := query.get("filters"):
                wanted = parse(text.lower() if folds_case else text)
                found = [one for one in records if matches(wanted, lambda field, one=one: one.get(field))]
            start = int(query.get("offset", 0))
            page = found[start : start + int(query.get("limit", 250))]
            headers = {"Content-Type": "application/json"}
            if query.get("count") == "true":
                headers["X-Total-Count"] = str(len(found))
            return answer(200, json.dumps(page).encode(), headers)

        tenant.answers(reply)

    return holds


def _accounts(count: int) -> list[dict[str, Any]]:
    return [{"id": f"{n:032x}", "name": f"account {n}", "sourceId": f"s{n % 7}"} for n in range(count)]


def _queries(tenant: Any) -> list[dict[str, str]]:
    return [dict(parse_qsl(urlsplit(asked.target).query)) for asked in tenant.asked]


# --- filters as a dict --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["filters", "Filters"])
def test_a_dict_goes_out_as_the_grammars_text(tenant: Any, current: Session, holds: Any, name: str) -> None:
    holds(_accounts(3))
    found = list(get_accounts(**{name: {"sourceId": "s1"}}))

    assert [one.name for one in found] == ["account 1"]
    assert _queries(tenant) == [{"filters": 'sourceId eq "s1"', "limit": "250"}]


def test_text_goes_out_as_it_is(tenant: Any, current: Session, holds: Any) -> None:
    holds(_accounts(3))
    list(get_accounts(filters='not sourceId eq "s1"'))

    assert _queries(tenant)[0]["filters"] == 'not sourceId eq "s1"'


def test_an_empty_dict_filters_nothing(tenant: Any, current: Session, holds: Any) -> None:
    holds(_accounts(3))

    assert len(list(get_accounts(filters={}))) == 3
    assert _queries(tenant) == [{"limit": "250"}]


def test_a_wrong_filter_is_refused_when_the_command_is_called(tenant: Any, current: Session) -> None:
    with pytest.raises(UnknownNameError, match=r"get_accounts can't be filtered by 'sorceId'\. Did you mean sourceId"):
        get_accounts(filters={"sorceId": "1"})
    assert tenant.lines == []


def test_a_dict_filters_what_gives_no_list_too(tenant: Any, current: Session) -> None:
    tenant.answers({})
    get_cmdlet("get_identity_decision_summary")(id="1", filters={"identitySummary.id": "2"})

    assert _queries(tenant) == [{"filters": 'identitySummary.id eq "2"'}]


def test_filters_in_a_body_are_left_alone(tenant: Any, current: Session) -> None:
    tenant.answers([])
    body = {"indices": ["identities"], "filters": {"attributes.department": {"type": "TERMS", "terms": ["IT"]}}}
    list(get_cmdlet("search_post")(**body))

    assert tenant.asked[0].json()["filters"] == body["filters"]


# --- long lists ---------------------------------------------------------------------------------------------------


def test_a_long_list_is_read_in_several_requests_and_every_record_comes_once(
    tenant: Any, current: Session, holds: Any
) -> None:
    accounts = _accounts(1000)
    holds(accounts)
    wanted = [one["id"] for one in accounts[::2]]
    stream = get_accounts(filters={"id": [*wanted, *wanted]})

    assert tenant.lines == []
    assert sorted(one.id for one in stream) == sorted(wanted)
    assert len(tenant.lines) > 3
    assert stream.total_count == len(wanted)


@given(count=st.integers(0, 230), limit=st.none() | st.integers(0, 240), size=st.none() | st.integers(40, 250))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
def test_a_limit_counts_over_all_requests(
    tenant: Any, current: Session, holds: Any, count: int, limit: int | None, size: int | None
) -> None:
    holds(_accounts(count))
    wanted = [f"{n:032x}" for n in range(230)]
    found = [one.id for one in get_accounts(filters={"id": wanted}, limit=limit, page_size=size)]

    assert found == wanted[:count][:limit]
    assert len(found) == len(set(found))


def test_no_request_goes_out_when_the_limit_is_reached(tenant: Any, current: Session, holds: Any) -> None:
    accounts = _accounts(1000)
    holds(accounts)
    found = list(get_accounts(filters={"id": [one["id"] for one in accounts]}) | select_object(first=5))

    assert (len(found), len(tenant.lines), _queries(tenant)[0]["limit"]) == (5, 1, "5")


def test_a_record_that_fits_two_parts_comes_once(tenant: Any, current: Session, holds: Any) -> None:
    accounts = [{"id": f"{n}", "name": f"name {n:030}"} for n in range(400)]
    holds(accounts, folds_case=True)
    names = [one["name"] for one in accounts]
    stream = get_accounts(filters={"name": [*names, *(name.upper() for name in names)]}, limit=399)

    assert [one.id for one in stream] == [one["id"] for one in accounts][:399]


def test_two_long_lists(tenant: Any, current: Session, holds: Any) -> None:
    accounts = _accounts(300)
    holds(accounts)
    sources = [f"s{n}" for n in range(800)]
    stream = get_accounts(filters={"id": [one["id"] for one in accounts], "sourceId": sources})

    assert sorted(one.id for one in stream) == [one["id"] for one in accounts]


@pytest.mark.parametrize(
    ("message", "keywords"),
    [
        (r"sorters can't go with a list.*sort_object", {"sorters": "-created"}),
        (r"offset can't go with a list.*select_object\(skip", {"offset": 5}),
    ],
)
def test_what_is_about_the_order_of_the_whole_is_refused_for_parts(
    tenant: Any, current: Session, message: str, keywords: dict[str, Any]
) -> None:
    ids = [f"{n:032x}" for n in range(1000)]
    with pytest.raises(UsageError, match=message):
        get_accounts(filters={"id": ids}, **keywords)
    assert tenant.lines == []


def test_a_list_that_fits_takes_sorters_and_offset(tenant: Any, current: Session, holds: Any) -> None:
    holds(_accounts(9))
    ids = [f"{n:032x}" for n in range(9)]

    assert len(list(get_accounts(filters={"id": ids}, sorters="-created", offset=2))) == 7
    assert _queries(tenant)[0]["sorters"] == "-created"


def test_an_error_in_a_later_part_is_the_tenants(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers([{"id": "1"}], answer(400, {"messages": [{"text": "too much"}]}))
    with pytest.raises(ApiError, match="too much"):
        list(get_accounts(filters={"id": [f"{n:032x}" for n in range(1000)]}))


# --- pages and counts ---------------------------------------------------------------------------------------------


def test_page_size_is_what_one_request_asks_for(tenant: Any, current: Session, holds: Any) -> None:
    holds(_accounts(25))
    found = list(get_accounts(page_size=10, limit=21))

    assert len(found) == 21
    assert [query["limit"] for query in _queries(tenant)] == ["10", "10", "1"]


@pytest.mark.parametrize("size", [0, -1, 251, "10", 1.5, True], ids=repr)
def test_a_page_size_out_of_range_is_refused(tenant: Any, current: Session, size: Any) -> None:
    with pytest.raises(UsageError, match=r"page_size.*Allowed is 1 to 250"):
        get_accounts(page_size=size)


def test_page_size_is_for_lists_only(tenant: Any, current: Session) -> None:
    with pytest.raises(UsageError, match="page_size is for lists"):
        get_cmdlet("get_source")("1", page_size=5)
    assert tenant.lines == []


@pytest.mark.parametrize("value", [-1, "many", 1.5, True, [5]], ids=repr)
@pytest.mark.parametrize("name", ["limit", "Limit", "offset"])
def test_a_limit_that_is_no_number_is_refused(tenant: Any, current: Session, name: str, value: Any) -> None:
    with pytest.raises(UsageError, match="is no number of records"):
        get_accounts(**{name: value})


def test_total_count_knows_limit_and_offset(tenant: Any, current: Session, holds: Any) -> None:
    holds(_accounts(25))

    assert [
        get_accounts().total_count,
        get_accounts(limit=7).total_count,
        get_accounts(offset=20).total_count,
        get_accounts(offset=30).total_count,
    ] == [25, 7, 5, 0]
    assert {query["limit"] for query in _queries(tenant)} == {"1"}


def test_a_list_keeps_its_session_and_generation(tenant: Any, make_session: Any, holds: Any) -> None:
    holds(_accounts(2))
    first = set_session(make_session())
    stream = get_accounts()
    first.api_version = "v1"
    set_session(make_session(client_id="other"))

    assert len(list(stream)) == 2
    assert tenant.lines == ["GET /v2025/accounts?limit=250"]
    assert b"client_id=an-id" in tenant.sign_ins[0].body
    unread = get_accounts(session=first)
    first.close()
    with pytest.raises(StreamError, match="closed"):
        list(unread)


# --- options ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["with_http_info", "WithHttpInfo", "withHttpInfo"])
def test_with_http_info_gives_status_and_headers_too(tenant: Any, current: Session, answer: Any, name: str) -> None:
    tenant.answers(answer(202, {"id": "1"}, {"X-Own": "a"}))
    info = get_cmdlet("get_source")("1", **{name: True})

    assert type(info) is HttpInfo
    assert (info.response.id, info.status_code, info.headers["x-own"]) == ("1", 202, "a")


def test_with_http_info_a_list_is_one_page_as_it_was_asked_for(tenant: Any, current: Session, holds: Any) -> None:
    holds(_accounts(600))
    info = get_accounts(limit=10, offset=5, filters={"name": ("sw", "account")}, with_http_info=True)

    assert [type(one) for one in info.response] == [Record] * 10
    assert _queries(tenant) == [{"limit": "10", "offset": "5", "filters": 'name sw "account"'}]


def test_with_http_info_a_filter_that_needs_several_requests_is_refused(tenant: Any, current: Session) -> None:
    with pytest.raises(UsageError, match="too long for one request"):
        get_accounts(filters={"id": [f"{n:032x}" for n in range(1000)]}, with_http_info=True)
    assert tenant.lines == []


def test_with_http_info_a_file_is_its_path(tenant: Any, current: Session, answer: Any, here: Path) -> None:
    tenant.answers(answer(200, b"a,b\n", {"Content-Type": "application/csv"}))
    info = get_cmdlet("get_report")("1" * 32, "csv", out_file="r.csv", with_http_info=True)

    assert (info.response, info.status_code) == (here / "r.csv", 200)
    assert (here / "r.csv").read_bytes() == b"a,b\n"


def test_without_it_nothing_changes(tenant: Any, current: Session) -> None:
    tenant.answers({"id": "1"})

    assert type(get_cmdlet("get_source")("1", with_http_info=False)) is Record


def test_an_option_twice_is_refused(current: Session) -> None:
    with pytest.raises(UsageError, match="got skip_validation twice"):
        get_cmdlet("get_source")("1", skip_validation=True, SkipValidation=True)


def test_skip_validation_sends_what_the_facts_do_not_know(tenant: Any, current: Session) -> None:
    tenant.answers([])
    with pytest.raises(UsageError):
        get_accounts(detail_level="GIGANTIC")
    list(get_accounts(detail_level="GIGANTIC", skip_validation=True))

    assert _queries(tenant)[0]["detailLevel"] == "GIGANTIC"


def test_out_file_belongs_to_files_only(current: Session) -> None:
    with pytest.raises(UnknownNameError):
        get_cmdlet("get_source")("1", out_file="x")


def test_a_list_is_a_stream_that_sends_nothing_yet(tenant: Any, current: Session) -> None:
    assert isinstance(get_accounts(), Stream)
    assert tenant.lines == []


# --- files of forms -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [str, Path, lambda path: path.open("rb")], ids=["text", "path", "open file"])
def test_a_file_parameter_takes_its_path(tenant: Any, current: Session, here: Path, form: Any) -> None:
    (here / "accounts.csv").write_bytes(b"id,name\n1,Ann\n")
    tenant.answers({"id": "1"})
    value = form(here / "accounts.csv")
    get_cmdlet("import_accounts")("1", file=value, disable_optimization=True)
    if hasattr(value, "close"):
        value.close()

    body = tenant.asked[0].body
    assert b'name="file"; filename="accounts.csv"\r\nContent-Type: text/csv\r\n\r\nid,name\n1,Ann\n\r\n' in body
    assert b'name="disableOptimization"\r\n\r\ntrue\r\n' in body


def test_a_file_that_is_not_there_is_named(tenant: Any, current: Session, here: Path) -> None:
    with pytest.raises(OSError, match=r"Can't read 'none\.csv'"):
        get_cmdlet("import_accounts")("1", file="none.csv")
    assert tenant.lines == []
