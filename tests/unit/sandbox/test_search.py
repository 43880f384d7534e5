"""Search over the tenant's own data."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from isnshell.sandbox.search.query import QueryError, parse

NOW = datetime(2026, 3, 1, 12, tzinfo=timezone.utc)
ANNA = {
    "name": "anna.weiss",
    "displayName": "Anna Weiß",
    "inactive": False,
    "created": "2026-02-27T08:00:00.000Z",
    "accountCount": 3,
    "attributes": {"department": "Human Resources"},
    "accounts": [
        {"source": {"name": "Workday"}, "disabled": False},
        {"source": {"name": "SAP"}, "disabled": True},
    ],
}


@pytest.mark.parametrize(
    "query",
    [
        "*",
        "anna",
        "ANNA",
        "weiß",
        "resources",
        '"human resources"',
        "name:anna.weiss",
        "name:anna*",
        "name:a??a.*",
        "attributes.department:Human",
        'attributes.department:"Human Resources"',
        'attributes.department.exact:"Human Resources"',
        "inactive:false",
        "bob OR anna",
        "bob anna",
        "anna AND NOT bob",
        "anna AND (bob OR resources)",
        "anna -bob",
        "name:(bob OR anna)",
        "_exists_:attributes.department",
        "NOT _exists_:manager",
        "created:[2026-02-01 TO 2026-03-01]",
        "created:[now-7d TO now]",
        "created:>now-7d",
        "accountCount:[2 TO *]",
        "accountCount:>=3",
        "accounts.source.name:SAP AND accounts.disabled:false",
        "@accounts(source.name:SAP AND disabled:true)",
        "@accounts(source.name:Work* AND disabled:false) AND name:anna*",
    ],
)
def test_found(query):
    assert parse(query, NOW)(ANNA)


@pytest.mark.parametrize(
    "query",
    [
        "bob",
        "ann",
        "NOT anna",
        "anna AND bob",
        "name:resources",
        '"resources human"',
        'attributes.department.exact:"human resources"',
        "inactive:true",
        "created:[2026-01-01 TO 2026-02-01]",
        "created:{now-1h TO now}",
        "accountCount:>3",
        "_exists_:manager",
        "@accounts(source.name:SAP AND disabled:false)",
    ],
)
def test_not_found(query):
    assert not parse(query, NOW)(ANNA)


@pytest.mark.parametrize("query", ['name:"x', "(anna", "anna AND", "name:", "AND anna", "created:[1 2]"])
def test_no_query(query):
    with pytest.raises(QueryError):
        parse(query, NOW)


@pytest.fixture
def search(ask):
    """Sends a search of identities, unless told otherwise."""

    def search(query, path="/v2025/search", *, parameters=None, **more):
        body = {"indices": ["identities"], "query": {"query": query}, **more}
        return ask("POST", path, json=body, query_string=parameters or {})

    return search


def test_identities_are_the_tenants(search, sandbox):
    wanted = {person.id for person in sandbox.store.people if person.department == "Finance"}
    answer = search("attributes.department:Finance", parameters={"count": "true"})

    assert {one["id"] for one in answer.get_json()} == wanted
    assert answer.headers["X-Total-Count"] == str(len(wanted))


def test_an_identity_has_its_accounts_and_access(search, sandbox):
    person = sandbox.store.people[4]
    document = search(f"id:{person.id}").get_json()[0]
    held = [one for source in sandbox.store.sources[:-1] for one in source.accounts if one.identity == person]

    assert sorted(one["id"] for one in document["accounts"]) == sorted(one.id for one in held)
    assert document["accessCount"] == len(document["access"]) == sum(len(one.entitlements) for one in held)


def test_pages_go_on_after_the_last_values(search):
    seen, after = [], {}
    while page := search("*", sort=["-displayName", "id"], parameters={"limit": "50"}, **after).get_json():
        seen += [(one["displayName"].casefold(), one["id"]) for one in page]
        after = {"searchAfter": [page[-1]["displayName"], page[-1]["id"]]}

    assert len(seen) == len({id_ for _, id_ in seen}) == 320
    assert [name for name, _ in seen] == sorted((name for name, _ in seen), reverse=True)


def test_only_the_fields_that_are_wanted(search):
    wanted = {"includes": ["name", "attributes.department", "accounts.source.name"]}
    document = search("*", queryResultFilter=wanted).get_json()[0]

    assert document.keys() == {"name", "attributes", "accounts", "_type", "_version"}
    assert document["attributes"].keys() == {"department"}
    assert document["accounts"][0].keys() == {"source"}
    assert "accounts" not in search("*", includeNested=False).get_json()[0]
    left = search("*", queryResultFilter={"excludes": ["attributes.email", "accounts"]}).get_json()[0]
    assert "email" not in left["attributes"]
    assert "accounts" not in left


def test_what_was_created_is_found(ask, search):
    ask("POST", "/v2025/roles", json={"name": "Night Shift", "owner": None})

    found = search("name:night*", indices=["roles"]).get_json()
    assert [(one["name"], one["_type"]) for one in found] == [("Night Shift", "role")]


@pytest.mark.parametrize(
    "index", ["accessprofiles", "accountactivities", "entitlements", "events", "identities", "roles"]
)
def test_every_index_has_documents_by_id(ask, search, index):
    document = search("*", indices=[index], sort=["id"]).get_json()[0]

    assert ask("GET", f"/v2025/search/{index}/{document['id']}").get_json() == document


def test_count_is_a_header(search):
    answer = search("*", "/v2025/search/count")

    assert (answer.status_code, answer.data, answer.headers["X-Total-Count"]) == (204, b"", "320")


def test_buckets_hold_metrics(search, sandbox):
    bucket = {"name": "by", "type": "TERMS", "field": "attributes.department.exact"}
    below = {"metric": {"name": "titles", "type": "UNIQUE_COUNT", "field": "attributes.title.exact"}}
    results = search(
        "*", "/v2025/search/aggregate", aggregations={"bucket": bucket, "subAggregation": below}
    ).get_json()
    finance = next(one for one in results["aggregations"]["by"]["buckets"] if one["key"] == "Finance")
    people = [person for person in sandbox.store.people if person.department == "Finance"]

    assert finance["doc_count"] == len(people)
    assert finance["titles"]["value"] == len({person.title for person in people})


def test_aggregations_come_as_csv_too(ask):
    dsl = {"cities": {"terms": {"field": "attributes.city.exact", "size": 1}}}
    body = {"indices": ["identities"], "query": {"query": "*"}, "aggregationType": "DSL", "aggregationsDsl": dsl}
    answer = ask("POST", "/v2025/search/aggregate", json=body, headers={"Accept": "text/csv"})

    assert answer.mimetype == "text/csv"
    assert len(answer.get_data(as_text=True).splitlines()) == 2


@pytest.mark.parametrize(
    "dsl",
    [
        {"match": {"attributes.department": "Finance"}},
        {"term": {"attributes.department.exact": "Finance"}},
        {"bool": {"must": [{"match_all": {}}], "filter": {"prefix": {"attributes.department": "fin"}}}},
        {"query_string": {"query": "attributes.department:Finance"}},
    ],
    ids=lambda one: next(iter(one)),
)
def test_the_dsl_says_the_same(search, dsl):
    wanted = [one["id"] for one in search("attributes.department:Finance", sort=["id"]).get_json()]

    assert [one["id"] for one in search("", queryType="DSL", queryDsl=dsl, sort=["id"]).get_json()] == wanted


@pytest.mark.parametrize(
    ("more", "parameters"),
    [
        ({"indices": ["people"]}, {}),
        ({"query": {"query": 'name:"x'}}, {}),
        ({"searchAfter": ["x"]}, {}),
        ({"queryDsl": {"fuzzy": {}}}, {}),
        ({}, {"offset": "9900", "limit": "250"}),
        ({}, {"limit": "10001"}),
    ],
    ids=["index", "query", "after without sort", "dsl", "too deep", "limit"],
)
def test_a_wrong_search_is_refused(search, more, parameters):
    answer = search("*", parameters=parameters, **more) if "query" not in more else search(more["query"]["query"])

    assert answer.status_code == 400
