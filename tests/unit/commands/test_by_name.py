"""Names in place of ids: exactly one object, looked up once a session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from isnshell.commands.registry import get_cmdlet
from isnshell.errors import ApiError, RefusedError, UsageError
from isnshell.sandbox.filters import Comparison, parse
from isnshell.tenant.session import Session, set_session

by_name = get_cmdlet("by_name")


@pytest.fixture
def serve(tenant: Any, answer: Any) -> Callable[..., None]:
    """Let the tenant hold collections: the name of the path to its objects."""

    def serve(collections: dict[str, list[dict[str, Any]]], *, folds_case: bool = False) -> None:
        def fold(text: str) -> str:
            return text.lower() if folds_case else text

        def reply(asked: Any) -> Any:
            parts = urlsplit(asked.target)
            words = parts.path.strip("/").split("/")[1:]
            if words[0] not in collections or len(words) > 1 or asked.method != "GET":
                return answer(200, {"id": words[-1], "path": parts.path})
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            found = collections[words[0]]
            if text := query.get("filters"):
                wanted = parse(text)
                assert isinstance(wanted, Comparison)
                assert (wanted.field, wanted.operator) == ("name", "eq")
                found = [one for one in found if fold(one["name"]) == fold(wanted.values[0])]
            start = int(query.get("offset", 0))
            return answer(200, found[start : start + int(query.get("limit", 250))])

        tenant.answers(reply)

    return serve


@pytest.fixture
def current(session: Session) -> Session:
    return set_session(session)


def _lookups(tenant: Any, collection: str = "sources") -> list[str]:
    return [line for line in tenant.lines if line.startswith(f"GET /v2025/{collection}?")]


def test_a_name_stands_for_the_id_of_the_one_object(tenant: Any, current: Session, serve: Any) -> None:
    serve({"sources": [{"id": "1", "name": "HR"}, {"id": "2", "name": "Active Directory"}]})
    found = get_cmdlet("get_source")(by_name("Active Directory"))

    assert found.path == "/v2025/sources/2"
    assert _lookups(tenant) == ["GET /v2025/sources?filters=name%20eq%20%22Active%20Directory%22&limit=250"]


@pytest.mark.parametrize("name", ['say "hi"', "C:\\temp", "Zürich 東京 🦆", "a' or name pr", "100%", "a&b=c#d"])
def test_any_name_reaches_the_tenant_as_it_is(tenant: Any, current: Session, serve: Any, name: str) -> None:
    serve({"sources": [{"id": "7", "name": name}, {"id": "8", "name": "other"}]})

    assert get_cmdlet("get_source")(by_name(name)).path == "/v2025/sources/7"


def test_a_name_is_looked_up_once_a_session(tenant: Any, current: Session, serve: Any) -> None:
    serve({"sources": [{"id": "2", "name": "HR"}]})
    for _ in range(3):
        get_cmdlet("get_source")(by_name("HR"))
        get_cmdlet("get_source_schemas")(by_name("HR"))

    assert len(_lookups(tenant)) == 1


def test_every_session_looks_it_up_for_itself(tenant: Any, make_session: Any, serve: Any) -> None:
    serve({"sources": [{"id": "2", "name": "HR"}]})
    for session in (make_session(), make_session()):
        get_cmdlet("get_source")(by_name("HR"), session=session)

    assert len(_lookups(tenant)) == 2


def test_one_name_of_two_kinds_is_two_objects(tenant: Any, current: Session, serve: Any) -> None:
    serve({"sources": [{"id": "2", "name": "HR"}], "roles": [{"id": "9", "name": "HR"}]})

    assert get_cmdlet("get_source")(by_name("HR")).path == "/v2025/sources/2"
    assert get_cmdlet("get_role")(by_name("HR")).path == "/v2025/roles/9"


def test_a_tenant_that_forgives_case_does_not_loosen_exactly(tenant: Any, current: Session, serve: Any) -> None:
    serve({"sources": [{"id": "1", "name": "hr"}, {"id": "2", "name": "HR"}]}, folds_case=True)

    assert get_cmdlet("get_source")(by_name("HR")).path == "/v2025/sources/2"
    with pytest.raises(UsageError, match=r"None of the sources is named 'Hr'\. Names are looked up exactly"):
        get_cmdlet("get_source")(by_name("Hr"))


def test_no_match_sends_nothing_further(tenant: Any, current: Session, serve: Any) -> None:
    serve({"sources": []})
    with pytest.raises(UsageError, match="None of the sources is named 'HR'"):
        get_cmdlet("remove_source")(by_name("HR"))

    assert [line for line in tenant.lines if line.startswith("DELETE")] == []


def test_a_name_that_was_not_there_is_looked_up_again(tenant: Any, current: Session, serve: Any) -> None:
    serve({"sources": []})
    with pytest.raises(UsageError):
        get_cmdlet("get_source")(by_name("HR"))
    serve({"sources": [{"id": "2", "name": "HR"}]})

    assert get_cmdlet("get_source")(by_name("HR")).path == "/v2025/sources/2"


def test_several_matches_are_listed(tenant: Any, current: Session, serve: Any) -> None:
    serve({"sources": [{"id": "1", "name": "HR"}, {"id": "2", "name": "HR"}]})
    with pytest.raises(UsageError, match=r"2 of the sources are named 'HR'\. Give the id of one: 1, 2\."):
        get_cmdlet("remove_source")(by_name("HR"))

    assert [line for line in tenant.lines if line.startswith("DELETE")] == []


def test_a_list_that_knows_no_name_filter_is_read_to_its_end_in_its_own_pages(
    tenant: Any, current: Session, serve: Any
) -> None:
    serve({"connector-rules": [{"id": str(n), "name": f"Rule {n}"} for n in range(120)]})

    assert get_cmdlet("get_connector_rule")(by_name("Rule 119")).path == "/v2025/connector-rules/119"
    assert _lookups(tenant, "connector-rules") == [
        "GET /v2025/connector-rules?limit=50",
        "GET /v2025/connector-rules?offset=50&limit=50",
        "GET /v2025/connector-rules?offset=100&limit=50",
    ]


def test_the_first_match_of_a_long_list_is_not_taken_for_the_only_one(
    tenant: Any, current: Session, serve: Any
) -> None:
    serve({"connector-rules": [{"id": str(n), "name": "Twin" if n in (3, 111) else f"{n}"} for n in range(120)]})
    with pytest.raises(UsageError, match=r"2 of the .*rule.* are named 'Twin'\. Give the id of one: 3, 111\."):
        get_cmdlet("get_connector_rule")(by_name("Twin"))


def test_an_object_without_a_name_is_passed_over(tenant: Any, current: Session, serve: Any) -> None:
    serve({"connector-rules": [{"id": "1"}, {"id": "2", "name": None}, {"id": "3", "name": "R"}]})

    assert get_cmdlet("get_connector_rule")(by_name("R")).path == "/v2025/connector-rules/3"


def test_a_parameters_own_name_tells_the_collection_where_no_list_stands_before_it(
    tenant: Any, current: Session, serve: Any
) -> None:
    serve({"identities": [{"id": "5", "name": "Ann"}]})
    get_cmdlet("get_data_segment_identity_membership")(by_name("Ann"))

    assert _lookups(tenant, "identities") == ["GET /v2025/identities?filters=name%20eq%20%22Ann%22&limit=250"]
    assert tenant.asked[-1].target.endswith("/5")


def test_an_id_in_the_query_may_be_a_name_too(tenant: Any, current: Session, serve: Any) -> None:
    serve({"identities": [{"id": "5", "name": "Ann"}], "requestable-objects": []})
    get_cmdlet("get_requestable_objects")(identity_id=by_name("Ann")).peek(1)

    assert tenant.lines[-1] == "GET /v2025/requestable-objects?identity-id=5&limit=250"


@pytest.mark.parametrize(
    ("condition", "filters"),
    [
        pytest.param(by_name("HR"), 'sourceId eq "2"', id="value"),
        pytest.param([by_name("HR"), "7"], 'sourceId in ("2","7")', id="list"),
        pytest.param(("eq", by_name("HR")), 'sourceId eq "2"', id="operator"),
    ],
)
def test_a_filter_takes_names_for_its_ids(tenant: Any, current: Session, condition: Any, filters: str) -> None:
    tenant.answers([{"id": "2", "name": "HR"}], [])
    get_cmdlet("get_accounts")(filters={"sourceId": condition}).peek(1)

    assert parse_qs(tenant.lines[-1].partition("?")[2])["filters"] == [filters]


def test_the_generation_of_the_command_is_asked(tenant: Any, current: Session) -> None:
    tenant.answers([{"id": "2", "name": "HR"}], {"id": "2"})
    get_cmdlet("get_v2024_source")(by_name("HR"))

    assert [line.split("?")[0] for line in tenant.lines] == ["GET /v2024/sources", "GET /v2024/sources/2"]


def test_v1_paths_carry_their_version_behind_the_collection(tenant: Any, current: Session) -> None:
    tenant.answers([{"id": "2", "name": "HR"}], {"id": "2"})
    get_cmdlet("get_source_v1")(by_name("HR"))

    assert [line.split("?")[0] for line in tenant.lines] == ["GET /sources/v1", "GET /sources/v1/2"]


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        pytest.param("get_sources", {"filters": by_name("HR")}, id="filter"),
        pytest.param("get_sources", {"filters": {"name": by_name("HR")}}, id="filter field that is no id"),
        pytest.param("get_sources", {"for_subadmin": by_name("HR")}, id="query value that is no id"),
        pytest.param("new_transform", {"transform": by_name("HR")}, id="whole body"),
        pytest.param("new_transform", {"name": by_name("HR"), "type": "lookup", "attributes": {}}, id="body field"),
        pytest.param("new_transform", {"name": "a", "type": "lookup", "attributes": {"id": by_name("HR")}}, id="deep"),
        pytest.param("get_source_schema", {"source_id": "1", "schema_id": by_name("account")}, id="no such list"),
        pytest.param("get_branding", {"name": by_name("HR")}, id="a name, no id"),
    ],
)
def test_where_no_id_is_wanted_or_nothing_lists_it_a_name_is_refused(
    tenant: Any, current: Session, command: str, arguments: dict[str, Any]
) -> None:
    tenant.answers([])
    with pytest.raises(UsageError):
        get_cmdlet(command)(**arguments)

    assert tenant.lines == []


def test_a_lookup_that_the_tenant_refuses_is_its_error(tenant: Any, current: Session, answer: Any) -> None:
    tenant.answers(answer(403, {"detailCode": "403"}))
    with pytest.raises(ApiError):
        get_cmdlet("remove_source")(by_name("HR"))

    assert len(tenant.lines) == 1


def test_read_only_looks_up_and_changes_nothing(tenant: Any, make_session: Any, serve: Any) -> None:
    serve({"sources": [{"id": "2", "name": "HR"}]})
    with pytest.raises(RefusedError):
        get_cmdlet("remove_source")(by_name("HR"), session=make_session(read_only=True))

    assert len(tenant.lines) == len(_lookups(tenant)) == 1


def test_what_if_shows_the_id_that_was_found(tenant: Any, current: Session, serve: Any, person: Any) -> None:
    serve({"sources": [{"id": "2c91", "name": "HR"}]})
    get_cmdlet("remove_source")(by_name("HR"), what_if=True)

    assert "/v2025/sources/2c91" in person.shown[0]
    assert tenant.lines == _lookups(tenant)


def test_a_name_says_what_it_is() -> None:
    assert repr(by_name("HR")) == "by_name('HR')"
