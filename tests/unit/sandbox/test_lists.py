"""Collections: pages, counts, filters, sorters, and values that are refused."""

from __future__ import annotations

import pytest

TASKS = "/v2025/task-status"


def ids(answer):
    assert answer.status_code == 200
    return [one["id"] for one in answer.get_json()]


def test_pages_put_together_are_the_whole(ask):
    whole = ids(ask("GET", TASKS))
    pages = [ids(ask("GET", f"{TASKS}?limit=25&offset={offset}")) for offset in (0, 25, 50, 75)]

    assert len(whole) == 60
    assert [len(page) for page in pages] == [25, 25, 10, 0]
    assert [id_ for page in pages for id_ in page] == whole


def test_a_page_has_250_unless_told_otherwise(make_sandbox, asker):
    ask = asker(make_sandbox(ended_tasks=300))

    assert len(ids(ask("GET", TASKS))) == 250


@pytest.mark.parametrize(("query", "total"), [("count=true", "60"), ("count=false", None), ("", None)])
def test_the_total_is_counted_only_if_asked_for(ask, query, total):
    assert ask("GET", f"{TASKS}?limit=1&{query}").headers.get("X-Total-Count") == total


def test_the_total_counts_what_the_filter_leaves(ask):
    answer = ask("GET", f"{TASKS}?limit=0&count=true&filters=completionStatus isnull")

    assert ids(answer) == []
    assert answer.headers["X-Total-Count"] == "14"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limit", "-1"),
        ("limit", "251"),
        ("limit", "x"),
        ("limit", "1.5"),
        ("offset", "-1"),
        ("offset", "ten"),
        ("count", "yes"),
        ("sorters", "name"),
        ("sorters", "-created,nothing"),
        ("filters", 'name eq "x"'),
        ("filters", 'id sw "x"'),
        ("filters", 'id eq "x'),
    ],
)
def test_a_wrong_value_is_a_400_that_names_it(ask, name, value):
    answer = ask("GET", TASKS, query_string={name: value})
    body = answer.get_json()

    assert answer.status_code == 400
    assert body["detailCode"] == "400.1.3 Illegal value"
    assert body["messages"][0]["locale"] == "en-US"
    assert body["messages"][0]["localeOrigin"] == "DEFAULT"
    assert value.split(",")[-1] in body["messages"][0]["text"]


def test_each_generation_has_its_own_filters(ask):
    query = {"filters": 'launcher eq "sweep"'}

    assert ask("GET", "/v2025/task-status", query_string=query).status_code == 400
    assert {one["launcher"] for one in ask("GET", "/v2026/task-status", query_string=query).get_json()} == {"sweep"}


@pytest.mark.parametrize(
    ("filters", "field", "values"),
    [
        ('completionStatus eq "Error"', "completionStatus", {"ERROR"}),
        ('completionStatus in ("ERROR","TEMPERROR")', "completionStatus", {"ERROR", "TEMPERROR"}),
        ('type eq "QPOC"', "type", {"QPOC"}),
        ('type eq "CLOUD_REFRESH_ROLE"', "parentName", {"Cloud Refresh Role"}),
        ('not (completionStatus isnull) and type in ("QPOC")', "type", {"QPOC"}),
    ],
)
def test_tasks_are_filtered(ask, filters, field, values):
    assert {one[field] for one in ask("GET", TASKS, query_string={"filters": filters}).get_json()} == values


def test_tasks_are_filtered_by_their_source(ask):
    source = "2c9180897e7742b2017e781782f705b9"
    found = ask("GET", TASKS, query_string={"filters": f'sourceId eq "{source}"'}).get_json()

    assert found
    assert {one["target"]["id"] for one in found} == {source}


def test_an_unknown_enumerated_value_is_refused_as_tenants_do(ask):
    answer = ask("GET", TASKS, query_string={"filters": 'type eq "BIG"'})

    assert answer.status_code == 400
    assert "Error converting Enumerated string (type) value (BIG)" in answer.get_json()["messages"][0]["text"]


def test_sorters_sort_both_ways(ask):
    up = [one["created"] for one in ask("GET", f"{TASKS}?sorters=created").get_json()]
    down = [one["created"] for one in ask("GET", f"{TASKS}?sorters=-created").get_json()]

    assert up == sorted(up)
    assert down == sorted(up, reverse=True)


def test_several_sorters_count_from_left_to_right(ask):
    found = ask("GET", "/v2025/sources?sorters=authoritative,-name").get_json()
    keys = [(one["authoritative"], one["name"]) for one in found]

    assert keys == sorted(sorted(keys, key=lambda key: key[1].casefold(), reverse=True), key=lambda key: key[0])


def test_what_has_no_value_stands_last(ask):
    found = ask("GET", "/v2025/sources?sorters=-managementWorkgroup.id,name").get_json()

    assert len(found) == 8


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ('name eq "active directory"', {"Active Directory"}),
        ('features ca ("ENABLE","UNLOCK") and name sw "S"', {"SAP S/4HANA", "Salesforce", "ServiceNow"}),
        ('authoritative eq true or connectionType eq "file"', {"Workday", "Zutritt Zürich"}),
        ("created lt 2000-01-01T00:00:00Z", set()),
    ],
)
def test_sources_are_filtered(ask, filters, names):
    found = ask("GET", "/v3/sources", query_string={"filters": filters}).get_json()

    assert {one["name"] for one in found} == names


def test_the_tenants_own_source_is_there_only_if_asked_for(ask):
    def names(query):
        return {one["name"] for one in ask("GET", f"/v2025/sources?{query}").get_json()}

    assert names("includeIDNSource=true") - names("") == {"IdentityNow"}


def test_a_source_is_found_by_id_and_another_is_not(ask):
    assert ask("GET", "/v3/sources/2c9180897e7742b2017e781782f705b9").get_json()["name"] == "Active Directory"
    assert ask("GET", "/v3/sources/unknown").status_code == 404
