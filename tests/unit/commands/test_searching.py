"""Searches: all records by `searchAfter`, each once, with one request a page and none too many."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cmp_to_key
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isnshell.commands.registry import get_cmdlet
from isnshell.commands.searching import with_unique_sort
from isnshell.errors import AnswerError, ApiError, UnknownNameError, UsageError
from isnshell.pipeline.stream import Stream
from isnshell.records import origin_of
from isnshell.tenant.session import Session, set_session

search = get_cmdlet("search")
search_post = get_cmdlet("search_post")
invoke_paginate_search = get_cmdlet("invoke_paginate_search")
select_object = get_cmdlet("select_object")

_DEEPEST = 10_000


class Index:
    """A search as a tenant runs it: sorted, cut by offset up to 10,000 or by searchAfter, reduced to what is asked."""

    def __init__(self, records: list[dict[str, Any]], answer: Any) -> None:
        self.records = records
        self._answer = answer

    def __call__(self, asked: Any) -> Any:
        body, parts = asked.json(), urlsplit(asked.target)
        query = {key: int(value[0]) for key, value in parse_qs(parts.query).items() if value[0].isdigit()}
        if parts.path.endswith("/count"):
            return self._answer(204, b"", {"X-Total-Count": str(len(self.records))})
        offset, limit, after = query.get("offset", 0), query.get("limit", 250), body.get("searchAfter")
        if offset + limit > _DEEPEST or (after and offset) or (after and len(after) != len(body["sort"])):
            return self._answer(400, {"detailCode": "400.1"})
        found = sorted(self.records, key=cmp_to_key(lambda a, b: _compare(_keys(a, body), _keys(b, body), body)))
        if after:
            found = [one for one in found if _compare(_keys(one, body), after, body) > 0]
        page = found[offset : offset + limit]
        if includes := (body.get("queryResultFilter") or {}).get("includes"):
            page = [_reduced(one, includes) for one in page]
        return self._answer(200, page)


def _read(record: Any, path: str) -> Any:
    for word in path.split("."):
        record = record.get(word) if isinstance(record, dict) else None
    return record


def _keys(record: dict[str, Any], body: dict[str, Any]) -> list[Any]:
    return [_read(record, field.lstrip("+-")) for field in body.get("sort") or ["id"]]


def _compare(left: list[Any], right: list[Any], body: dict[str, Any]) -> int:
    for field, a, b in zip(body.get("sort") or ["id"], left, right, strict=True):
        if isinstance(b, str) and isinstance(a, bool):
            b = b == "true"
        elif isinstance(b, str) and isinstance(a, int):
            b = int(b)
        if a != b:
            return (-1 if a < b else 1) * (-1 if field.startswith("-") else 1)
    return 0


def _reduced(record: dict[str, Any], includes: list[str]) -> dict[str, Any]:
    reduced: dict[str, Any] = {}
    for path in includes:
        if (value := _read(record, path)) is not None:
            at = reduced
            *parents, last = path.split(".")
            for word in parents:
                at = at.setdefault(word, {})
            at[last] = value
    return reduced


def _people(count: int) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{n * 7919 % count:05d}",
            "name": f"Person {n % 97:02d}",
            "inactive": n % 3 == 0,
            "attributes": {"department": f"D{n % 5}", "level": n % 4},
            "manager": {"name": f"M{n % 11}"},
        }
        for n in range(count)
    ]


@pytest.fixture
def current(session: Session) -> Session:
    return set_session(session)


@pytest.fixture
def index(tenant: Any, answer: Any, current: Session) -> Callable[[int], Index]:
    def make(count: int) -> Index:
        made = Index(_people(count), answer)
        tenant.answers(made)
        return made

    return make


def _bodies(tenant: Any) -> list[Any]:
    return [asked.json() for asked in tenant.asked]


# --- what is asked ------------------------------------------------------------------------------------------------


def test_nothing_is_sent_before_the_stream_is_read(tenant: Any, index: Any) -> None:
    index(3)
    stream = search("identities")

    assert repr(stream) == "<Stream of search results, not read yet>"
    assert tenant.lines == []
    assert len(list(stream)) == 3
    assert tenant.lines == ["POST /v2025/search?limit=250"]


def test_the_search_is_sent_as_it_was_meant(tenant: Any, index: Any) -> None:
    index(1)
    list(
        search(
            "identities",
            "attributes.department:Sales",
            includes=["name", "attributes.department"],
            sort=["-manager.name"],
        )
    )

    assert _bodies(tenant) == [
        {
            "indices": ["identities"],
            "query": {"query": "attributes.department:Sales"},
            "includeNested": False,
            "sort": ["-manager.name", "id"],
            "queryResultFilter": {"includes": ["name", "attributes.department", "manager.name", "id"]},
        }
    ]


@pytest.mark.parametrize(
    ("keywords", "part"),
    [
        ({"nested": True}, {"includeNested": True}),
        ({}, {"includeNested": False, "sort": ["id"]}),
        ({"indices": ["roles", "Events"]}, {"indices": ["roles", "events"]}),
        ({"sort": "name"}, {"sort": ["name", "id"]}),
        ({"sort": ["name", "-id"]}, {"sort": ["name", "-id"]}),
        ({"sort": "+id"}, {"sort": ["+id"]}),
        ({"includes": "name"}, {"queryResultFilter": {"includes": ["name", "id"]}}),
        ({"includes": ["id", "name"]}, {"queryResultFilter": {"includes": ["id", "name"]}}),
    ],
    ids=str,
)
def test_options_of_search(tenant: Any, index: Any, keywords: dict[str, Any], part: dict[str, Any]) -> None:
    index(1)
    list(search(**{"indices": "identities", **keywords}))
    (body,) = _bodies(tenant)

    assert part == {key: body.get(key) for key in part}
    assert "queryResultFilter" in part or "queryResultFilter" not in body


def test_paths_of_v1_carry_their_version(tenant: Any, index: Any, current: Session) -> None:
    index(1)
    current.api_version = "v1"
    stream = search("identities")
    current.api_version = "v2025"

    assert (stream.total_count, len(list(stream))) == (1, 1)
    assert tenant.lines == ["POST /search/v1/count", "POST /search/v1?limit=250"]


@pytest.mark.parametrize(
    "keywords",
    [
        {"indices": "people"},
        {"limit": -1},
        {"limit": "many"},
        {"limit": True},
        {"increment": 0},
        {"increment": 10_001},
        {"increment": -5},
    ],
    ids=str,
)
def test_what_is_wrong_is_said_before_anything_is_sent(tenant: Any, index: Any, keywords: dict[str, Any]) -> None:
    index(1)
    with pytest.raises(UsageError):
        search(**{"indices": "identities", **keywords})

    assert tenant.lines == []


# --- pages --------------------------------------------------------------------------------------------------------


def test_beyond_ten_thousand_every_record_comes_once_in_the_order_of_the_sort(tenant: Any, index: Any) -> None:
    records = index(10_321).records
    found = [one.id for one in search("identities", increment=5000)]

    assert found == sorted(one["id"] for one in records)
    assert [line.split("?")[1] for line in tenant.lines] == ["limit=5000"] * 3
    assert [body.get("searchAfter") for body in _bodies(tenant)] == [None, ["04999"], ["09999"]]


@pytest.mark.parametrize(
    "sort",
    [
        ["name"],
        ["-name"],
        ["-attributes.department", "name"],
        ["inactive", "-attributes.level", "manager.name", "name"],
        ["-id"],
        ["name", "-id"],
    ],
    ids=str,
)
def test_any_number_of_sort_fields_up_and_down(tenant: Any, index: Any, sort: list[str]) -> None:
    made = index(999)
    found = [one["id"] for one in search("identities", sort=sort, increment=100)]
    body = {"sort": sort if "id" in [s.lstrip("-") for s in sort] else [*sort, "id"]}
    expected = sorted(made.records, key=cmp_to_key(lambda a, b: _compare(_keys(a, body), _keys(b, body), body)))

    assert found == [one["id"] for one in expected]
    assert all(isinstance(value, str) for one in _bodies(tenant)[1:] for value in one["searchAfter"])


def test_chosen_fields_still_page_by_the_sorted_ones(tenant: Any, index: Any) -> None:
    index(300)
    found = list(search("identities", includes=["name"], sort="manager.name", increment=100))

    assert len({one.id for one in found}) == 300
    assert {tuple(sorted(one)) for one in found} == {("id", "manager", "name")}


def test_excluded_fields_do_not_hide_the_sorted_ones() -> None:
    body = {"sort": ["name"], "queryResultFilter": {"excludes": ["name", "id", "accounts"]}}

    assert with_unique_sort(body)["queryResultFilter"] == {"excludes": ["accounts"]}


@given(count=st.integers(0, 40), size=st.integers(1, 15), limit=st.none() | st.integers(0, 50))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_limit_and_page_size_give_exactly_that_many(
    tenant: Any, index: Any, count: int, size: int, limit: int | None
) -> None:
    made = index(count)
    tenant.asked.clear()
    found = [one.id for one in search("identities", limit=limit, increment=size)]
    wanted = count if limit is None else min(limit, count)

    assert found == sorted(one["id"] for one in made.records)[:wanted]
    assert all(int(line.rsplit("=", 1)[1]) <= size for line in tenant.lines)
    assert len(tenant.lines) <= wanted // size + 1


def test_a_stage_that_needs_five_asks_for_five(tenant: Any, index: Any) -> None:
    index(1000)
    found = list(search("identities") | select_object(first=5))

    assert len(found) == 5
    assert tenant.lines == ["POST /v2025/search?limit=5"]


def test_each_reading_asks_anew_from_the_start(tenant: Any, index: Any) -> None:
    index(3)
    stream = search("identities")

    assert [one.id for one in stream] == [one.id for one in stream]
    assert ["searchAfter" in body for body in _bodies(tenant)] == [False, False]


def test_a_page_that_comes_again_is_an_error_and_not_given_twice(tenant: Any, current: Session) -> None:
    tenant.answers([{"id": "1"}, {"id": "2"}])
    reading = iter(search("identities", increment=2))

    assert [next(reading).id, next(reading).id] == ["1", "2"]
    with pytest.raises(AnswerError, match=r"got the same page twice: it ends at 2 again\. 2 records were read"):
        next(reading)
    assert len(tenant.lines) == 2


def test_more_than_was_asked_for_is_cut_off(tenant: Any, current: Session) -> None:
    tenant.answers([{"id": str(n)} for n in range(9)])

    assert len(list(search("identities", limit=4))) == 4


@pytest.mark.parametrize("value", [None, ["a", "b"], {"a": 1}], ids=str)
def test_a_record_without_one_value_of_the_sort_ends_the_paging_with_an_error(
    tenant: Any, current: Session, value: Any
) -> None:
    tenant.answers([{"id": "1", "name": "a"}, {"id": "2", "name": value}])
    with pytest.raises(AnswerError, match=r"can't go on after 2: the record has no single value of name"):
        list(search("identities", sort="name", increment=2))


def test_the_last_record_needs_no_value_where_no_page_follows(tenant: Any, current: Session) -> None:
    tenant.answers([{"id": "1", "name": "a"}, {"id": "2"}])

    assert len(list(search("identities", sort="name", limit=2, increment=2))) == 2
    assert len(list(search("identities", sort="name", increment=3))) == 2


def test_an_answer_that_is_no_list_is_an_error(tenant: Any, current: Session) -> None:
    tenant.answers({"message": "moved"})
    with pytest.raises(AnswerError, match="wanted a list and got dict"):
        list(search("identities"))


def test_a_query_that_the_tenant_cant_read_is_its_error(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(400, {"detailCode": "400.1.3", "messages": [{"text": "Illegal query"}]}))
    with pytest.raises(ApiError, match="Illegal query"):
        list(search("identities", "a:("))


def test_a_search_only_reads_so_that_a_broken_one_is_sent_again(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(drop=True), answer(503), [{"id": "1"}])

    assert len(list(search("identities"))) == 1
    assert len(tenant.lines) == 3


def test_a_read_only_session_searches(tenant: Any, index: Any, make_session: Any) -> None:
    index(2)

    assert len(list(search("identities", session=make_session(read_only=True)))) == 2


# --- counting -----------------------------------------------------------------------------------------------------


def test_total_count_asks_once_and_reads_nothing(tenant: Any, index: Any) -> None:
    index(60)
    stream = search("identities", "*", includes=["name"], sort="name")

    assert (stream.total_count, stream.total_count) == (60, 60)
    assert tenant.lines == ["POST /v2025/search/count"]
    assert _bodies(tenant) == [{"indices": ["identities"], "query": {"query": "*"}, "includeNested": False}]


def test_total_count_knows_the_limit(tenant: Any, index: Any) -> None:
    index(60)

    assert search("identities", limit=10).total_count == 10
    assert search("identities", limit=100).total_count == 60


# --- records ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "resource", "indices"),
    [
        ("IdentityDocument", "identities", "identities"),
        ("AccessProfileDocument", "access-profiles", "AccessProfiles"),
        ("EntitlementDocument", "entitlements", ["entitlements"]),
        ("EventDocument", "events", "events"),
    ],
)
def test_records_know_what_they_are(index: Any, kind: str, resource: str, indices: Any) -> None:
    index(1)
    stream = search(indices)
    where = origin_of(next(iter(stream)))

    assert (stream.kind, where.kind, where.resource, where.tenant) == (kind, kind, resource, "127.0.0.1")


def test_several_indices_have_no_one_kind(index: Any) -> None:
    index(1)

    assert search(["identities", "roles"]).kind is None


def test_found_identities_go_into_commands_about_identities(tenant: Any, index: Any) -> None:
    made = index(2)
    found = list(search("identities"))
    tenant.answers({"id": "00000"})
    list(found | get_cmdlet("get_identity"))

    assert tenant.lines[1:] == [f"GET /v2025/identities/{one}" for one in sorted(r["id"] for r in made.records)]


# --- a body of one's own ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [dict, json.dumps], ids=["dict", "text"])
def test_a_search_of_ones_own_making_is_read_to_its_end(tenant: Any, index: Any, form: Any) -> None:
    index(250)
    body = {"indices": ["identities"], "query": {"query": "*"}, "sort": ["-name"], "filters": {}}
    found = list(invoke_paginate_search(form(body), increment=100))

    assert len({one.id for one in found}) == 250
    assert _bodies(tenant)[0] == {**body, "sort": ["-name", "id"]}
    assert body["sort"] == ["-name"]


def test_fields_are_known_in_every_spelling(tenant: Any, index: Any) -> None:
    index(1)
    list(invoke_paginate_search({"Indices": "identities", "Query": {"Query": "*"}, "Sort": "name"}))

    assert _bodies(tenant) == [{"indices": ["identities"], "query": {"query": "*"}, "sort": ["name", "id"]}]


def test_a_search_goes_on_after_given_values(tenant: Any, index: Any) -> None:
    index(10)
    found = list(invoke_paginate_search({"indices": ["identities"], "sort": ["id"], "searchAfter": ["00006"]}))

    assert [one.id for one in found] == ["00007", "00008", "00009"]


@pytest.mark.parametrize(
    "body",
    [
        {"indices": ["identities"], "searchAfter": ["a", "b"]},
        {"indices": ["identities"], "sort": ["name"], "searchAfter": ["a"]},
        {"indices": ["people"]},
        {"indises": ["identities"]},
        ["identities"],
        "not JSON",
        5,
    ],
    ids=str,
)
def test_a_wrong_body_is_refused_before_anything_is_sent(tenant: Any, index: Any, body: Any) -> None:
    index(1)
    with pytest.raises(UsageError):
        invoke_paginate_search(body)

    assert tenant.lines == []


def test_the_refusal_of_a_field_names_the_nearest(index: Any) -> None:
    with pytest.raises(UnknownNameError, match="indices"):
        invoke_paginate_search({"indises": ["identities"]})


# --- search_post --------------------------------------------------------------------------------------------------

_ALL = {"indices": ["identities"], "query": {"query": "*"}}


def test_search_post_is_a_stream_beyond_ten_thousand(tenant: Any, index: Any) -> None:
    records = index(10_100).records
    stream = search_post(_ALL, page_size=10_000)

    assert isinstance(stream, Stream)
    assert [one.id for one in stream] == sorted(one["id"] for one in records)
    assert [body.get("searchAfter") for body in _bodies(tenant)] == [None, ["09999"]]


def test_search_post_takes_fields_and_limit(tenant: Any, index: Any) -> None:
    index(600)
    found = list(search_post(indices=["identities"], query={"query": "*"}, sort=["-id"], limit=300))

    assert [one.id for one in found] == [f"{n:05d}" for n in range(599, 299, -1)]
    assert [line.split("?")[1] for line in tenant.lines] == ["limit=250", "limit=50"]


def test_search_post_begins_at_an_offset_and_goes_on_by_values(tenant: Any, index: Any) -> None:
    index(600)
    stream = search_post(_ALL, offset=100, page_size=200)

    assert [one.id for one in stream] == [f"{n:05d}" for n in range(100, 600)]
    assert [line.split("?")[1] for line in tenant.lines] == ["limit=200&offset=100", "limit=200", "limit=200"]
    assert stream.total_count == 500


def test_search_post_asks_for_what_a_stage_needs(tenant: Any, index: Any) -> None:
    index(600)
    list(search_post(_ALL) | select_object(first=3))

    assert tenant.lines == ["POST /v2025/search?limit=3"]


def test_search_post_with_http_info_is_one_request_as_it_was_given(tenant: Any, index: Any) -> None:
    index(600)
    info = search_post(_ALL, limit=7, with_http_info=True)

    assert (len(info.response), info.status_code) == (7, 200)
    assert _bodies(tenant) == [_ALL]


def test_invoke_paginate_reads_search_post(tenant: Any, index: Any) -> None:
    index(600)
    found = get_cmdlet("invoke_paginate")("Search-Post", increment=500, limit=550, parameters={"Search": _ALL})

    assert len({one.id for one in found}) == 550
    assert [line.split("?")[1] for line in tenant.lines] == ["limit=500", "limit=50"]


# --- invoke_paginate ----------------------------------------------------------------------------------------------


def test_invoke_paginate_reads_any_list(tenant: Any, current: Session) -> None:
    tenant.answers([{"id": "1"}, {"id": "2"}], [{"id": "3"}])
    stream = get_cmdlet("invoke_paginate")(
        "Get-TaskStatusList", increment=2, initial_offset=5, parameters={"Sorters": "-created"}
    )

    assert [one.id for one in stream] == ["1", "2", "3"]
    assert tenant.lines == [
        "GET /v2025/task-status?sorters=-created&offset=5&limit=2",
        "GET /v2025/task-status?sorters=-created&offset=7&limit=2",
    ]


@pytest.mark.parametrize(
    ("function", "keywords"),
    [
        ("get_nothing_at_all", {}),
        ("Get-TaskStatusList", {"increment": 251}),
        ("Get-TaskStatusList", {"increment": 0}),
        ("Get-TaskStatusList", {"parameters": {"colour": "red"}}),
        ("Get-PotentialRoleSummaries", {}),
    ],
    ids=str,
)
def test_invoke_paginate_refuses_before_anything_is_sent(
    tenant: Any, current: Session, function: str, keywords: dict[str, Any]
) -> None:
    with pytest.raises(UsageError):
        get_cmdlet("invoke_paginate")(function, **keywords)

    assert tenant.lines == []


@pytest.mark.parametrize("function", ["remove_source", "start_report", "get_source", "get_report", "test_profile"])
def test_invoke_paginate_calls_nothing_that_gives_no_list(tenant: Any, current: Session, function: str) -> None:
    tenant.answers({"id": "1"})
    parameters = {"id": "1"} if function.endswith("source") else {}
    with pytest.raises(UsageError):
        get_cmdlet("invoke_paginate")(function, parameters=parameters)

    assert tenant.lines == []
