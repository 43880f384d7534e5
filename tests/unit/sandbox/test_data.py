"""What the tenant holds: believable, and the same for the same seed."""

from __future__ import annotations

import re
from collections import Counter

import pytest

PATHS = ["/v2025/task-status", "/v2025/sources?includeIDNSource=true", "/v2025/role-mining-potential-roles"]


@pytest.mark.parametrize("path", PATHS)
def test_the_same_seed_gives_the_same_data(make_sandbox, asker, path):
    first, again, other = (asker(make_sandbox(seed=seed))("GET", path).get_json() for seed in (7, 7, 8))

    assert first == again
    assert first != other


def test_the_same_seed_gives_the_same_client(make_sandbox):
    first, again, other = (make_sandbox(seed=seed).tokens for seed in (7, 7, 8))

    assert (first.client_id, first.client_secret) == (again.client_id, again.client_secret)
    assert first.client_secret != other.client_secret


@pytest.mark.parametrize("seed", [2026, 1, 99])
def test_active_directory_has_its_id_whatever_the_seed(make_sandbox, seed):
    source = make_sandbox(seed=seed).store.sources[0]

    assert (source.id, source.name) == ("2c9180897e7742b2017e781782f705b9", "Active Directory")


def test_people_are_many_and_have_managers(sandbox):
    people = sandbox.store.people
    by_id = {person.id: person for person in people}

    assert len(people) == len(by_id) == len({person.alias for person in people}) == 320
    assert all(re.fullmatch(r"[a-z.]+\d*", person.alias) for person in people)
    assert [person for person in people if person.manager_id is None] == [people[0]]
    assert all(by_id[person.manager_id].display_name == person.manager_name for person in people[1:])
    assert any(not person.display_name.isascii() for person in people)


def test_accounts_belong_to_people_or_to_nobody(sandbox):
    people = set(sandbox.store.people)
    for source in sandbox.store.sources:
        owners = Counter(account.identity for account in source.accounts)
        assert set(owners) - {None} <= people
        assert source.kind.authoritative or owners[None] == 5
        assert all(set(account.entitlements) <= set(source.entitlements) for account in source.accounts)


def test_nothing_is_made_before_it_is_asked_for(sandbox, ask):
    ask("GET", "/v2025/task-status")

    assert "people" not in vars(sandbox.store)
    ask("GET", "/v2025/sources")
    assert "people" in vars(sandbox.store)
