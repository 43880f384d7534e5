"""Role mining: sessions, potential roles, exports."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

HEAD = "/v2025/role-mining-sessions"
ALL = "/v2025/role-mining-potential-roles"


@pytest.fixture
def roles(ask):
    return ask("GET", ALL).get_json()


def path_of(role, head=HEAD):
    return f"{head}/{role['session']['id']}/potential-roles/{role['id']}"


def unpack(answer):
    assert answer.status_code == 200
    assert answer.content_type == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.testzip() is None
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    return {name: list(csv.DictReader(io.StringIO(text, newline=""))) for name, text in texts.items()}


def start(ask, role, **body):
    answer = ask("POST", f"{path_of(role)}/export-async", json=body)
    assert answer.status_code == 202
    return answer.get_json()


def test_five_sessions_have_forty_roles(ask, roles):
    sessions = ask("GET", HEAD).get_json()

    assert len(sessions) == 5
    assert sum(session["potentialRoleCount"] for session in sessions) == len(roles) == 40
    assert len({role["id"] for role in roles}) == 40
    for session in sessions:
        assert ask("GET", f"{HEAD}/{session['id']}").get_json() == session
        own = ask("GET", f"{HEAD}/{session['id']}/potential-role-summaries").get_json()
        assert own == [role for role in roles if role["session"]["id"] == session["id"]]


@pytest.mark.parametrize(
    ("filters", "holds"),
    [
        ('type eq "COMMON"', lambda role: role["type"] == "COMMON"),
        ('name sw "potential role"', lambda role: role["name"].startswith("Potential Role")),
        ("saved eq true and quality ge 80", lambda role: role["saved"] and role["quality"] >= 80),
        ("startDate gt 2026-02-20T00:00:00Z", lambda role: role["createdDate"] > "2026-02-20"),
        ("endDate lt 2026-02-20T00:00:00Z", lambda role: role["createdDate"] < "2026-02-20"),
        ('scopingMethod eq "AUTO_RM"', lambda role: role["session"]["scopingMethod"] == "AUTO_RM"),
        ('identityAttribute co "department"', lambda role: "department" in role["session"]["scope"]["criteria"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_roles_are_filtered(ask, roles, filters, holds):
    found = ask("GET", ALL, query_string={"filters": filters}).get_json()

    assert found == [role for role in roles if holds(role)]
    assert 0 < len(found) < 40


def test_roles_and_sessions_are_filtered_by_their_author(ask, roles):
    author = roles[0]["createdBy"]
    for filters in (f'createdById eq "{author["id"]}"', f'createdByName sw "{author["displayName"][:4]}"'):
        found = ask("GET", ALL, query_string={"filters": filters}).get_json()
        assert {role["createdBy"]["id"] for role in found} == {author["id"]}
    sessions = ask("GET", f"{HEAD}?sorters=createdBy,-createdDate").get_json()
    names = [session["createdBy"]["displayName"].casefold() for session in sessions]
    assert names == sorted(names)


def test_roles_are_sorted(ask):
    counts = [role["identityCount"] for role in ask("GET", f"{ALL}?sorters=-identityCount").get_json()]

    assert counts == sorted(counts, reverse=True)


def test_an_export_holds_as_many_people_and_rights_as_the_summary_says(ask, roles):
    for role in roles:
        content = unpack(ask("GET", f"{path_of(role)}/export"))
        assert set(content) == {"identities.csv", "entitlements.csv"}
        assert len(content["identities.csv"]) == role["identityCount"] > 0
        assert len(content["entitlements.csv"]) == role["entitlementCount"] > 0


@pytest.mark.parametrize("head", ["/beta/role-mining-sessions", HEAD, "/role-mining-sessions/v1"])
def test_an_export_job_is_queued_runs_and_succeeds(ask, roles, clock, head):
    path = path_of(roles[0], head)
    answer = ask("POST", f"{path}/export-async", json={"minEntitlementPopularity": 0, "includeCommonAccess": True})
    assert answer.status_code == 202
    assert answer.get_json()["status"] == "QUEUED"
    job = f"{path}/export-async/{answer.get_json()['exportId']}"
    assert ask("GET", f"{job}/download").status_code == 400
    clock.sleep(0.7)
    assert ask("GET", job).get_json()["status"] == "IN_PROGRESS"
    clock.sleep(0.8)

    assert ask("GET", job).get_json() == {**answer.get_json(), "status": "SUCCESS"}
    assert unpack(ask("GET", f"{job}/download")) == unpack(ask("GET", f"{path}/export"))
    assert ".zip" in ask("GET", f"{job}/download").headers["Content-Disposition"]


def test_an_export_job_keeps_to_its_conditions(ask, roles, clock):
    role = roles[0]
    whole = unpack(ask("GET", f"{path_of(role)}/export"))["entitlements.csv"]
    job = start(ask, role, minEntitlementPopularity=60, includeCommonAccess=False)
    clock.sleep(2)
    kept = unpack(ask("GET", f"{path_of(role)}/export-async/{job['exportId']}/download"))["entitlements.csv"]

    assert 0 < len(kept) < len(whole)
    assert all(int(one["Popularity"]) >= 60 for one in kept)
    assert not any(one["Description"].startswith("Everybody's") for one in kept)


def test_an_export_job_needs_no_body(ask, roles):
    answer = ask("POST", f"{path_of(roles[0])}/export-async")

    assert answer.status_code == 202
    assert answer.get_json()["minEntitlementPopularity"] == 0
    assert answer.get_json()["includeCommonAccess"] is True


@pytest.mark.parametrize(
    "body",
    [
        {"minEntitlementPopularity": "5"},
        {"minEntitlementPopularity": 101},
        {"minEntitlementPopularity": -1},
        {"minEntitlementPopularity": True},
        {"includeCommonAccess": "yes"},
        [1],
    ],
    ids=str,
)
def test_a_wrong_condition_is_refused(ask, roles, body):
    assert ask("POST", f"{path_of(roles[0])}/export-async", json=body).status_code == 400


def test_a_role_can_be_made_to_fail(sandbox, ask, roles, clock):
    sandbox.settings.failing_exports.add(roles[1]["id"])
    good, bad = start(ask, roles[0]), start(ask, roles[1])
    clock.sleep(2)

    assert ask("GET", f"{path_of(roles[0])}/export-async/{good['exportId']}").get_json()["status"] == "SUCCESS"
    assert ask("GET", f"{path_of(roles[1])}/export-async/{bad['exportId']}").get_json()["status"] == "ERROR"
    assert ask("GET", f"{path_of(roles[1])}/export-async/{bad['exportId']}/download").status_code == 400


def test_an_export_expires(sandbox, ask, roles, clock):
    sandbox.settings.export_lifetime = 3600
    job = start(ask, roles[0])
    clock.sleep(3600)
    assert ask("GET", f"{path_of(roles[0])}/export-async/{job['exportId']}").status_code == 200
    clock.sleep(2)

    assert ask("GET", f"{path_of(roles[0])}/export-async/{job['exportId']}").status_code == 404


def test_what_belongs_to_another_is_not_found(ask, roles):
    first, other = roles[0], roles[-1]
    job = start(ask, first)
    session = first["session"]["id"]
    paths = [
        f"{HEAD}/unknown",
        f"{HEAD}/unknown/potential-role-summaries",
        f"{HEAD}/{session}/potential-roles/unknown/export",
        f"{HEAD}/{session}/potential-roles/{other['id']}/export",
        f"{path_of(other)}/export-async/{job['exportId']}",
        f"{path_of(first)}/export-async/unknown/download",
    ]

    assert [ask("GET", path).status_code for path in paths] == [404] * len(paths)


def test_a_role_is_found_with_its_people(ask, roles):
    role = roles[0]
    one = ask("GET", f"{HEAD}/{role['session']['id']}/potential-role-summaries/{role['id']}").get_json()

    assert one["name"] == role["name"]
    assert len(one["identityIds"]) == role["identityCount"]
