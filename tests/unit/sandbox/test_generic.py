"""Operations that nothing is written for: lists, objects, changes, tasks, files, and refusals."""

from __future__ import annotations

import io
import zipfile

import pytest

OWNER = {"type": "IDENTITY", "name": "x"}


@pytest.fixture
def role(ask, sandbox):
    """A role that a client has created."""
    owner = sandbox.store.people[3]
    body = {"name": "Night Shift", "owner": {"type": "IDENTITY", "id": owner.id}}
    return ask("POST", "/v2025/roles", json=body).get_json()


def message(answer):
    return answer.get_json()["messages"][0]["text"]


# --- state ------------------------------------------------------------------------------------------------------------


def test_what_one_generation_creates_the_others_have(ask, role):
    for path in (f"/v3/roles/{role['id']}", f"/beta/roles/{role['id']}", f"/roles/v1/{role['id']}"):
        assert ask("GET", path).get_json()["name"] == "Night Shift"
    assert role["id"] in [one["id"] for one in ask("GET", "/roles/v1?limit=50").get_json()]


def test_a_new_object_has_an_id_its_moment_and_what_is_the_default(role, sandbox, clock):
    assert role["created"] == role["modified"] == clock.now().isoformat(timespec="milliseconds").replace("+00:00", "Z")
    assert role["enabled"] is False
    assert role["owner"]["name"] == sandbox.store.people[3].display_name
    assert role["accessProfiles"] is None


def test_an_id_that_a_client_proposes_is_not_taken(ask):
    body = {"id": "mine", "name": "Night Shift", "owner": None}

    assert ask("POST", "/v2025/roles", json=body).get_json()["id"] != "mine"


def test_a_patch_changes_one_field_and_the_moment(ask, role, clock):
    clock.sleep(60)
    patch = [{"op": "replace", "path": "/description", "value": "At night."}]
    changed = ask("PATCH", f"/v2025/roles/{role['id']}", json=patch, headers={"Content-Type": JSON_PATCH}).get_json()

    assert changed["description"] == "At night."
    assert changed["created"] == role["created"]
    assert changed["modified"] > role["modified"]


JSON_PATCH = "application/json-patch+json"


@pytest.mark.parametrize(
    ("operation", "text"),
    [
        ({"op": "replace", "path": "/id", "value": "x"}, "can't be changed"),
        ({"op": "replace", "path": "/colour", "value": "x"}, 'illegal value "/colour"'),
        ({"op": "replace", "path": "name", "value": "x"}, "JSON pointer"),
        ({"op": "replace", "path": "/enabled", "value": "x"}, "true or false"),
        ({"op": "test", "path": "/name", "value": "x"}, "test operation"),
        ({"op": "polish", "path": "/name"}, "polish"),
    ],
    ids=lambda one: one.get("path") if isinstance(one, dict) else "",
)
def test_a_wrong_patch_is_refused_and_changes_nothing(ask, role, operation, text):
    patch = [{"op": "replace", "path": "/description", "value": "lost"}, operation]
    answer = ask("PATCH", f"/v2025/roles/{role['id']}", json=patch, headers={"Content-Type": JSON_PATCH})

    assert answer.status_code == 400
    assert text in message(answer)
    assert ask("GET", f"/v2025/roles/{role['id']}").get_json() == role


def test_a_put_replaces_all_but_what_is_the_tenants(ask):
    made = ask("POST", "/v2025/workflows", json={"name": "One", "description": "first"}).get_json()
    put = ask("PUT", f"/v2025/workflows/{made['id']}", json={"name": "Two"}).get_json()

    assert (put["id"], put["created"], put["name"]) == (made["id"], made["created"], "Two")
    assert put.get("description") != "first"


def test_what_is_deleted_is_gone_everywhere(ask, role):
    assert ask("DELETE", f"/v2025/roles/{role['id']}").status_code == 204
    for path in (f"/v2025/roles/{role['id']}", f"/roles/v1/{role['id']}"):
        assert ask("GET", path).status_code == 404


def test_many_are_deleted_at_once(ask):
    ids = [one["id"] for one in ask("GET", "/v2025/workgroups").get_json()[:2]]
    answer = ask("POST", "/v2025/workgroups/bulk-delete", json={"ids": [*ids, "unknown"]})

    assert answer.status_code == 207
    assert [(one["id"], one["status"]) for one in answer.get_json()] == [(ids[0], 204), (ids[1], 204), ("unknown", 404)]
    assert not {*ids} & {one["id"] for one in ask("GET", "/v2025/workgroups").get_json()}


def test_members_are_added_to_their_own_group_only(ask, sandbox):
    first, second = (one["id"] for one in ask("GET", "/v2025/workgroups").get_json()[:2])
    member = {"type": "IDENTITY", "id": sandbox.store.people[9].id}
    ask("POST", f"/v2025/workgroups/{first}/members/bulk-add", json=[member])

    assert member["id"] in [one["id"] for one in ask("GET", f"/v2025/workgroups/{first}/members").get_json()]
    assert member["id"] not in [one["id"] for one in ask("GET", f"/v2025/workgroups/{second}/members").get_json()]


def test_settings_are_kept(ask):
    config = ask("GET", "/v2025/public-identities-config").get_json()
    ask("PUT", "/v2025/public-identities-config", json={**config, "attributes": [{"key": "city", "name": "City"}]})

    attributes = ask("GET", "/public-identities-config/v1").get_json()["attributes"]
    assert attributes == [{"key": "city", "name": "City"}]


def test_what_was_removed_beside_an_object_comes_back_with_put(ask):
    template = ask("GET", "/v2025/campaign-templates").get_json()[0]["id"]
    path = f"/v2025/campaign-templates/{template}/schedule"
    schedule = ask("GET", path).get_json()

    assert ask("DELETE", path).status_code == 204
    assert ask("GET", path).status_code == 404
    assert ask("PUT", path, json=schedule).status_code == 204
    assert ask("GET", path).get_json() == schedule


def test_an_action_does_what_its_word_says(ask):
    staged = next(one for one in ask("GET", "/v2025/campaigns").get_json() if one["status"] == "STAGED")
    assert ask("POST", f"/v2025/campaigns/{staged['id']}/activate", json={}).status_code == 202

    assert ask("GET", f"/v2025/campaigns/{staged['id']}").get_json()["status"] == "ACTIVE"


def test_an_uploaded_file_is_given_back(ask):
    path = "/v2025/connectors/active-directory-connector/translations/de"
    name = ask("GET", "/v2025/connectors").get_json()[0]["scriptName"]
    path = path.replace("active-directory-connector", name)
    ask("PUT", path, data={"file": (io.BytesIO(b"host=Rechner\n"), "de.properties")})

    assert ask("GET", path).get_data(as_text=True) == "host=Rechner\n"


# --- data -------------------------------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_objects(make_sandbox, asker):
    first, second = (asker(make_sandbox(seed=5)) for _ in range(2))

    assert first("GET", "/v2025/access-profiles").get_json() == second("GET", "/v2025/access-profiles").get_json()


def test_owners_and_sources_are_those_of_the_tenant(ask, sandbox):
    people = {person.id: person.display_name for person in sandbox.store.people}
    sources = {source.id: source.name for source in sandbox.store.sources}

    for profile in ask("GET", "/v2025/access-profiles").get_json():
        assert people[profile["owner"]["id"]] == profile["owner"]["name"]
        assert sources[profile["source"]["id"]] == profile["source"]["name"]


def test_what_refers_to_a_made_object_finds_it(ask):
    campaign = ask("GET", "/v2025/certifications").get_json()[0]["campaign"]

    assert ask("GET", f"/v2025/campaigns/{campaign['id']}").get_json()["name"] == campaign["name"]


def test_accounts_belong_to_their_identities(ask, sandbox):
    person = sandbox.store.people[5]
    accounts = ask("GET", "/v2025/accounts", query_string={"filters": f'identityId eq "{person.id}"'}).get_json()
    held = [a for source in sandbox.store.sources[:-1] for a in source.accounts if a.identity == person]

    assert sorted(account["id"] for account in accounts) == sorted(account.id for account in held)


def test_as_many_identities_as_wanted(make_sandbox, asker):
    ask = asker(make_sandbox(identities=60_000))
    answer = ask("GET", "/v2025/identities?limit=3&offset=59998&count=true")
    last = answer.get_json()[-1]

    assert answer.headers["X-Total-Count"] == "60000"
    assert len(answer.get_json()) == 2
    assert ask("GET", f"/identities/v1/{last['id']}").get_json()["alias"] == last["alias"]


def test_a_source_that_was_renamed_is_listed_so(ask, sandbox):
    source = sandbox.store.sources[2].id
    patch = [{"op": "replace", "path": "/name", "value": "Entra"}]
    ask("PATCH", f"/v2025/sources/{source}", json=patch, headers={"Content-Type": JSON_PATCH})

    assert "Entra" in [one["name"] for one in ask("GET", "/sources/v1").get_json()]


# --- lists ------------------------------------------------------------------------------------------------------------


def test_a_made_list_is_filtered_sorted_cut_and_counted(ask):
    query = {"filters": 'name sw "S"', "sorters": "-name", "limit": 2, "offset": 1, "count": "true"}
    answer = ask("GET", "/v2025/roles", query_string=query)
    names = [one["name"] for one in ask("GET", "/v2025/roles").get_json() if one["name"][0] == "S"]
    every = sorted(names, reverse=True)

    assert [one["name"] for one in answer.get_json()] == every[1:3]
    assert answer.headers["X-Total-Count"] == str(len(every))


def test_a_wrapped_list_says_how_many(ask):
    answer = ask("GET", "/v2025/campaign-filters").get_json()

    assert answer["count"] == len(answer["items"]) > 0


def test_a_count_counts_its_collection(ask):
    items = ask("GET", "/v2025/work-items").get_json()

    assert ask("GET", "/v2025/work-items/count").get_json() == {"count": len(items)}


# --- refusals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"owner": OWNER}, 'Required data "name" was missing or empty.'),
        ({"name": "x"}, 'Required data "owner" was missing or empty.'),
        ({"name": 5, "owner": OWNER}, 'An illegal value "5" was given for "name". It must be a string.'),
        ({"name": "x", "owner": {"type": "DOG"}}, "owner.type"),
        ({"name": "x", "owner": OWNER, "entitlements": {}}, "It must be an array."),
        ([], "must be an object"),
    ],
    ids=["missing", "missing object", "type", "enum in an object", "no list", "list"],
)
def test_a_wrong_body_is_refused_by_field(ask, body, text):
    answer = ask("POST", "/v2025/roles", json=body)

    assert answer.status_code == 400
    assert text in message(answer)


@pytest.mark.parametrize(
    "query",
    [
        "limit=51",
        "limit=-1",
        "offset=x",
        "count=maybe",
        'filters=colour eq "x"',
        'filters=name lt "x"',
        "sorters=colour",
    ],
)
def test_a_wrong_query_is_refused(ask, query):
    answer = ask("GET", f"/v2025/roles?{query}")

    assert answer.status_code == 400
    assert answer.get_json()["detailCode"] == "400.1.3 Illegal value"


@pytest.mark.parametrize(
    "path", ["/v2025/roles/x", "/v2025/roles/x/dimensions", "/v2025/source-usages/x/status", "/tags/v1/x"]
)
def test_what_is_not_there_is_a_404_below_it_too(ask, path):
    answer = ask("GET", path)

    assert answer.status_code == 404
    assert '"x" was not found' in message(answer)


# --- other answers ----------------------------------------------------------------------------------------------------


def test_what_runs_on_is_among_the_tasks_and_ends(ask, sandbox, clock):
    source = sandbox.store.sources[0]
    started = ask("POST", f"/v2025/sources/{source.id}/load-accounts", data={}).get_json()["task"]
    path = f"/v2025/task-status/{started['id']}"

    assert ask("GET", path).get_json()["uniqueName"].startswith("Account Aggregation - Active Directory")
    assert started["id"] in [one["id"] for one in ask("GET", "/v2025/task-status/pending-tasks").get_json()]
    clock.sleep(10)
    assert 0 < ask("GET", path).get_json()["percentComplete"] < 100
    clock.sleep(30)
    assert ask("GET", path).get_json()["completionStatus"] == "SUCCESS"


def test_a_job_makes_progress(ask, clock):
    job = ask("POST", "/v2025/sp-config/export", json={"includeTypes": ["ROLE"]}).get_json()
    assert job["status"] == "NOT_STARTED"
    clock.sleep(60)

    assert ask("GET", f"/v2025/sp-config/export/{job['jobId']}").get_json()["status"] == "COMPLETE"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/v2025/outliers/export?type=LOW_SIMILARITY", "application/zip"),
        ("/v2025/sources/{source}/schemas/accounts", "text/csv"),
        ("/v2025/password-dictionary", "text/plain"),
        ("/v2025/connectors/{connector}/source-config", "application/xml"),
    ],
)
def test_a_file_is_one(ask, sandbox, path, kind):
    connector = ask("GET", "/v2025/connectors").get_json()[0]["scriptName"]
    answer = ask("GET", path.format(source=sandbox.store.sources[0].id, connector=connector))

    assert answer.mimetype == kind
    if kind == "application/zip":
        assert zipfile.ZipFile(io.BytesIO(answer.data)).testzip() is None
    if kind == "application/xml":
        assert answer.data.startswith(b"<?xml")


def test_what_is_made_up_says_so(ask):
    made_up = ask("GET", "/v2025/role-insights/summary")
    kept = ask("GET", "/v2025/roles")

    assert made_up.headers["X-Sandbox-Simulated"] == "shape-only"
    assert "X-Sandbox-Simulated" not in kept.headers


def test_nerm_lies_under_its_own_root_and_wraps_its_objects(ask):
    kind = ask("GET", "/nerm/api/profile_types").get_json()["profile_types"][0]["id"]
    body = {"profile": {"name": "Contractor 7", "profile_type_id": kind, "status": "Active"}}
    made = ask("POST", "/nerm/api/profile", json=body).get_json()["profile"]

    assert ask("GET", f"/nerm/api/profiles/{made['id']}").get_json()["profile"]["name"] == "Contractor 7"
    listed = ask("GET", "/nerm/api/profiles").get_json()
    assert listed["_metadata"]["total"] == len(listed["profiles"])
    assert ask("GET", "/nerm/api/v2025/delegations").status_code == 200
    assert ask("GET", "/v2025/profiles").status_code == 404
