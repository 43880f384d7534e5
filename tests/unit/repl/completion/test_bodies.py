"""Keys and values in the braces of a body, however deep they lie."""

import pytest

_TABLE = [
    ('start_report(report_type="ACCOUNTS", arguments={"^")', ["application", "sourceName"]),
    ('start_report(report_type="ACCOUNTS", arguments={"^', ['application": ', 'sourceName": ']),
    ('start_report(report_type="ACCOUNTS", arguments={^', ['"application": ', '"sourceName": ']),
    ('start_report(report_type="ACCOUNTS", arguments=dict(^', ["application=", "sourceName="]),
    ('start_report(report_type="SEARCH_EXPORT", arguments={"^")', ["query", "indices", "columns", "sort"]),
    ('start_report(report_type="IDENTITIES", arguments={"correlatedOnly": ^', ["True", "False"]),
    ('start_report(arguments={"^', []),
    ('receive_report("IDENTITIES", arguments={^})', ['"correlatedOnly": ']),
    ('start_report({"^")', ["reportType", "arguments"]),
    ('start_report({"reportType": "ORP^', ['ORPHAN_IDENTITIES"']),
    ('start_report({"reportType": "ACCOUNTS", "arguments": {"^', ['application": ', 'sourceName": ']),
    ('start_report(report_details={"reportType": "IDENTITIES", "arguments": {"correlatedOnly": ^', ["True", "False"]),
    ("new_role({^", ['"name": ', '"owner": ', '"id": ', "..."]),
    ('new_role({"name": "x", ^', ['"owner": ', '"id": ', "..."]),
    ('new_role({"owner": {"^', ['type": ', 'id": ', 'name": ']),
    ('new_role({"owner": {"type": "^', ['IDENTITY"']),
    ('new_role({"owner": {"type": "IDENTITY", "id": "^', ['id-1"']),
    ('new_role({"owner": {"id": "ada^', ['id-1"']),
    ('new_role(name="x", owner={"id": "^', ['id-1"']),
    ("new_role(requestable=^", ["True", "False"]),
    ('new_role(role={"requestable": ^', ["True", "False"]),
    ('new_role(entitlements=[{"^', ['type": ', 'id": ', 'name": ']),
    ('new_role(entitlements=[{"type": "^', ['ENTITLEMENT"']),
    ('new_role({"entitlements": [{"id": "x"}, {"ty^', ['type": ']),
    ('initialize_role(owner={"^', ['type": ', 'id": ', 'name": ']),
    ('initialize_role(owner={"type": "^', ['IDENTITY"']),
    ('search_post({"query": {"^', ['query": ', 'fields": ', 'timeZone": ', 'innerHit": ']),
    ('search_post({"queryType": "S^', ['SAILPOINT"']),
    ('search_post({"indices": ["ent^', ['entitlements"']),
    ('update_task_status("x", [{"^', ['op": ', 'path": ', 'value": ']),
    ('update_task_status("x", [{"op": "^', ['add"', 'remove"', 'replace"', 'move"', 'copy"', 'test"']),
    ('update_task_status("x", [{"op": "replace", "path": "/comp^', ['/completed"', '/completionStatus"']),
    ('new_role({"owner": {"nothing": {"^', []),
    ('new_role({"owner": "^', []),
]


@pytest.mark.parametrize(("text", "expected"), _TABLE, ids=[text for text, _ in _TABLE])
def test_what_is_offered(text, expected, check):
    check(text, expected)


def test_keys_say_what_they_hold(offered):
    lines = {one.text: one.meaning for one in offered("new_role({^")}
    assert lines['"name": '] == "required; text"
    assert {one.text: one.meaning for one in offered("start_report({^")}['"reportType": '].startswith(
        "one of ACCOUNTS, "
    )
