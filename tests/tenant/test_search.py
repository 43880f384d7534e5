"""Searches against the sandbox: what the tenant receives, and that every document comes once."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

import cmdlets
from isnshell.catalog.facts import GENERATIONS
from isnshell.catalog.loader import facts
from isnshell.errors import ApiError
from isnshell.records import origin_of
from isnshell.sandbox.server import SandboxServer
from isnshell.tenant.session import Session

_MANY = 10_600


@pytest.fixture(scope="module")
def crowd() -> Any:
    """A tenant of more identities than offset can reach."""
    with SandboxServer(identities=_MANY, rate_limit=None) as sandbox:
        yield sandbox


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def many(crowd: SandboxServer, open_session: Any) -> Any:
    crowd.requests.clear()
    with open_session(crowd) as session:
        yield session


def _asked(sandbox: SandboxServer) -> list[Any]:
    return [json.loads(one.body) for one in sandbox.requests if "/search" in one.path]


@pytest.mark.parametrize("generation", [g for g in GENERATIONS if "search_post" in facts(g)])
def test_search_in_every_generation(sandbox: SandboxServer, open_session: Any, generation: str) -> None:
    session = open_session(sandbox, api_version=generation)
    stream = cmdlets.search("identities", increment=100, session=session)
    found = list(stream)

    assert stream.total_count == len({one.id for one in found}) == len(found) >= 320
    assert [one.id for one in found] == sorted(one.id for one in found)
    assert all("accounts" not in one for one in found)


def test_more_than_offset_can_reach_comes_once_each(crowd: SandboxServer, many: Session) -> None:
    found = [one.id for one in cmdlets.search("identities", includes=["name"], increment=5000)]

    assert len(found) == len(set(found)) == _MANY
    assert [len(body.get("searchAfter", ())) for body in _asked(crowd)] == [0, 1, 1]


def test_search_post_reads_on_beyond_it_too(crowd: SandboxServer, many: Session) -> None:
    body = {"indices": ["identities"], "query": {"query": "*"}, "queryResultFilter": {"includes": ["id"]}}
    found = [one.id for one in cmdlets.search_post(body, page_size=5000)]

    assert len(found) == len(set(found)) == _MANY


def test_offset_alone_would_have_been_refused(many: Session) -> None:
    with pytest.raises(ApiError) as caught:
        cmdlets.search_post({"indices": ["identities"], "query": {"query": "*"}}, offset=10_000, with_http_info=True)
    assert caught.value.status_code == 400


def test_chosen_nested_fields_go_straight_to_a_csv(crowd: SandboxServer, many: Session, here: Path) -> None:
    chosen = ["name", "attributes.department", "manager.name"]
    (
        cmdlets.search("identities", includes=chosen, increment=10_000)
        | cmdlets.select_object(*chosen)
        | cmdlets.export_csv("people.csv")
    )
    with (here / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    assert len(rows) == _MANY
    assert all(row["name"] for row in rows)
    assert {body["includeNested"] for body in _asked(crowd)} == {False}


@pytest.mark.parametrize(
    "sort", [["name"], ["-name"], ["attributes.department", "-name"], ["-created", "name"], ["-id"]], ids=str
)
def test_sorted_searches_page_without_a_gap(sandbox: SandboxServer, session: Session, sort: list[str]) -> None:
    query = "_exists_:attributes.department"
    whole = [one.id for one in cmdlets.search("identities", query, sort=sort, increment=10_000)]
    sandbox.requests.clear()
    paged = [one.id for one in cmdlets.search("identities", query, sort=sort, increment=37)]

    assert paged == whole
    assert len(whole) > 100
    assert len(_asked(sandbox)) == len(whole) // 37 + 1


def test_the_first_five_are_one_small_request(sandbox: SandboxServer, session: Session) -> None:
    sandbox.requests.clear()
    assert len(list(cmdlets.search("identities") | cmdlets.select_object(first=5))) == 5
    assert [one.query for one in sandbox.requests if "/search" in one.path] == [{"limit": "5"}]


def test_nested_objects_come_when_they_are_wanted(session: Session) -> None:
    nested = cmdlets.search("identities", nested=True, limit=1)[0]

    assert {"accounts", "access"} & nested.keys()


@pytest.mark.parametrize("index", ["identities", "accessprofiles", "entitlements", "roles", "events"])
def test_other_indices(session: Session, index: str) -> None:
    stream = cmdlets.search(index, increment=50)
    found = list(stream)

    assert len({one.id for one in found}) == len(found) == stream.total_count
    assert {origin_of(one).kind for one in found} <= {stream.kind}


def test_found_people_are_identities(session: Session) -> None:
    found = list(cmdlets.search("identities", limit=3))
    again = list(found | cmdlets.get_identity)

    assert [one.id for one in again] == [one.id for one in found]


def test_a_query_that_cant_be_read_is_the_tenants_refusal(session: Session) -> None:
    with pytest.raises(ApiError) as caught:
        list(cmdlets.search("identities", "name:("))
    assert caught.value.status_code == 400
