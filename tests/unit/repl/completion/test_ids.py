"""Ids that were seen, where an id of that kind is wanted."""

import pytest

from .conftest import record

_TABLE = [
    ("get_task_status(id='^')", ["7e01"]),
    ("get_task_status(^", ["id=", "..."]),
    ('get_task_status("agg^', ['7e01"']),
    ('get_identity("^', ['id-1"']),
    ('get_identity("ada^', ['id-1"']),
    ('get_identity("love^', ['id-1"']),
    ("get_identity(ada^", ['"id-1"', "..."]),
    ("get_identity(id=^", ['"id-1"']),
    ('get_source("^', ['src-1"', 'src-2"']),
    ('get_source("dir^', ['src-1"']),
    ('get_source_schemas("^', ['src-1"', 'src-2"']),
    ('get_account_entitlements("^', ['acc-1"']),
    ('get_account("^', ['acc-1"']),
    ('wait_report("^', ['7e01"']),
    ('get_report("^', ['7e01"']),
    ('get_accounts() | where_object(sourceId="^', ['src-1"', 'src-2"']),
    ('tasks | where_object(id="^', ['7e01"']),
    ('get_source(by_name("^', ['Active Directory"', 'Workday"']),
    ('get_source(by_name("work^', ['Workday"']),
    ('by_name("^', []),
    ('receive_report("ACCOUNTS", source="^', ['Active Directory"', 'Workday"']),
]


@pytest.mark.parametrize(("text", "expected"), _TABLE, ids=[text for text, _ in _TABLE])
def test_what_is_offered(text, expected, check):
    check(text, expected)


def test_an_id_is_shown_by_its_name(offered):
    assert offered("get_task_status(id=^")[0].shown == "Aggregation  (7e01)"
    assert offered("get_accounts(filters=\"sourceId eq 'work^")[0].shown == "Workday  (src-2)"
    assert offered('new_role({"owner": {"id": "ada^')[0].shown == "Ada Lovelace  (id-1)"


def test_accents_need_not_be_typed(knowledge, offered):
    knowledge.seen.learn([record("Identity", id="id-2", name="José Ibáñez")])
    assert [one.text for one in offered('get_identity("jose^')] == ['id-2"']
    assert [one.text for one in offered('get_identity("ibañ^')] == ['id-2"']
