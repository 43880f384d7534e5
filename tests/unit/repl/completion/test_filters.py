"""Inside of `filters` and `sorters`: fields, operators, values, what joins conditions."""

import pytest

_TABLE = [
    ('get_task_status_list(filters="^")', ["id", "sourceId", "completionStatus", "type"]),
    ('get_task_status_list(filters="^', ["id", "sourceId", "completionStatus", "type"]),
    ('get_task_status_list(filters="comp^")', ["completionStatus"]),
    ('get_task_status_list(filters="completion_st^', ["completionStatus"]),
    ('get_task_status_list(filters="completionStatus ^")', ["eq", "in", "isnull"]),
    ('get_task_status_list(filters="completionStatus is^")', ["isnull"]),
    ('get_task_status_list(filters="completionStatus isnull ^")', ["and", "or"]),
    ('get_task_status_list(filters="completionStatus isnull a^', ["and"]),
    ("get_task_status_list(filters=\"type eq 'QUARTZ' ^", ["and", "or"]),
    ("get_task_status_list(filters=\"type eq 'QUARTZ' and ^", ["id", "sourceId", "completionStatus", "type"]),
    ("get_task_status_list(filters=\"type eq 'QUARTZ' and comp^", ["completionStatus"]),
    ("get_task_status_list(filters=\"(type eq 'QUARTZ' or id eq '1') and comp^", ["completionStatus"]),
    ('get_task_status_list(filters="type eq ^', ["'QUARTZ'", "'QPOC'", "'QUEUED_TASK'"]),
    ("get_task_status_list(filters=\"type eq 'QP^", ["'QPOC'"]),
    ('get_task_status_list(filters="type eq QP^', ["'QPOC'"]),
    ("get_task_status_list(filters='type in (^", ['"QUARTZ"', '"QPOC"', '"QUEUED_TASK"']),
    ('get_task_status_list(filters=\'type in ("QUARTZ", "QP^', ['"QPOC"']),
    ("get_task_status_list(filters='not (ty^", ["type"]),
    ("get_task_status_list(filters='id eq ^", ['"7e01"']),
    ('get_task_status_list(filters="no_such eq ^', []),
    ('get_task_status_list(filters="no_such ^', []),
    ('get_accounts(filters="uncorrelated eq ^', ["true", "false"]),
    ('get_accounts(filters="name sw ^', ["'ada'"]),
    ('get_accounts(filters="sourceId eq ^', ["'src-1'", "'src-2'"]),
    ("get_accounts(filters=\"sourceId eq 'act^", ["'src-1'"]),
    ("get_accounts(filters=\"sourceId in ('src-1', 'work^", ["'src-2'"]),
    ('get_accounts(filters="identityId eq ^', ["'id-1'"]),
    ('get_accounts(filters="identity.n^', ["identity.name"]),
    # as a dict
    ("get_task_status_list(filters={^", ['"id": ', '"sourceId": ', '"completionStatus": ', '"type": ']),
    ('get_task_status_list(filters={"^', ['id": ', 'sourceId": ', 'completionStatus": ', 'type": ']),
    ('get_task_status_list(filters={"type": "QUARTZ", "^', ['id": ', 'sourceId": ', 'completionStatus": ']),
    ('get_task_status_list(filters={"type": ^', ['"QUARTZ"', '"QPOC"', '"QUEUED_TASK"']),
    ('get_task_status_list(filters={"type": "QP^', ['QPOC"']),
    ('get_task_status_list(filters={"type": ["QUARTZ", "^', ['QUARTZ"', 'QPOC"', 'QUEUED_TASK"']),
    ('get_task_status_list(filters={"completionStatus": ("^', ['eq"', 'in"', 'isnull"']),
    ('get_task_status_list(filters={"type": ("in", "QP^', ['QPOC"']),
    ('get_accounts(filters={"uncorrelated": ^', ["True", "False"]),
    ('get_accounts(filters={"sourceId": "act^', ['src-1"']),
    # sorters
    ("get_task_status_list(sorters='^')", ["created", "-created"]),
    ("get_task_status_list(sorters='-^')", ["-created"]),
    ("get_task_status_list(sorters='created,^", ["created", "-created"]),
    ('get_accounts(sorters="name, -mod^', ["-modified"]),
    ('get_accounts(sorters=["na^', ["name", "nativeIdentity", "-name", "-nativeIdentity"]),
    ('get_accounts(sorters="identity.^', ["identity.name", "identity.identityState", "identity.correlated", "..."]),
]


@pytest.mark.parametrize(("text", "expected"), _TABLE, ids=[text for text, _ in _TABLE])
def test_what_is_offered(text, expected, check):
    check(text, expected)


def test_fields_say_their_operators_and_operators_their_meaning(offered):
    assert offered('get_task_status_list(filters="comp^')[0].meaning == "eq, in, isnull"
    assert offered('get_task_status_list(filters="type i^')[0].meaning == "one of a list: in (A, B)"


def test_values_that_were_seen_are_told_from_those_of_the_facts(offered):
    (one,) = offered("get_accounts(filters=\"name eq 'a^")
    assert (one.text, one.meaning) == ("'ada'", "seen")
