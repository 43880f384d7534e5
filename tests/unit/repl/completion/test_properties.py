"""Properties of the records of a pipe, through its stages, in functions of a record and of variables."""

import pytest

_TABLE = [
    ("get_pending_tasks() | where_object(comp^", ["completed=", "completionStatus=", "..."]),
    ("tasks | where_object(comp^", ["completed=", "completionStatus=", "..."]),
    ("tasks | where_object(^", ["id=", "type=", "uniqueName=", "..."]),
    ("tasks | where_object(type='^')", ["QUARTZ", "QPOC", "QUEUED_TASK"]),
    ("tasks | where_object(type=^", ['"QUARTZ"', '"QPOC"', '"QUEUED_TASK"']),
    ('tasks | where_object(type=["QUARTZ", "^', ['QUARTZ"', 'QPOC"', 'QUEUED_TASK"']),
    ("tasks | where_object(uniqueName='^')", ["Aggregation"]),
    ('tasks | where_object("comp^', ['completed"', 'completionStatus"']),
    ('tasks | where_object("type", "^', ['QUARTZ"', 'QPOC"', 'QUEUED_TASK"']),
    ('tasks | where_object("type", eq="^', ['QUARTZ"', 'QPOC"', 'QUEUED_TASK"']),
    ('tasks | where_object(property="type", ne="QP^', ['QPOC"']),
    ('tasks | where_object(type="QUARTZ", comp^', ["completed=", "completionStatus=", "..."]),
    ("tasks | select_object('comp^", ["completed'", "completionStatus'"]),
    ("tasks | select_object('id', '^", ["type'", "uniqueName'", "..."]),
    ('tasks | select_object(["id", "comp^', ['completed"', 'completionStatus"']),
    ("tasks | select_object(comp^", ['"completed"', '"completionStatus"', "..."]),
    ('tasks | select_object("comp^")', ["completed", "completionStatus"]),
    ("tasks | select_object('id', 'target.^", ["type'", "name'"]),
    ("tasks | select_object(T='target.n^", ["name'"]),
    ('tasks | select_object(expand_property="targ^', ['target"']),
    ("tasks | sort_object('-crea^", ["created'"]),
    ('tasks | group_object("ty^', ['type"']),
    ('tasks | measure_object("prog^', ['progress"']),
    ('tasks | format_table("comp^', ['completed"', 'completionStatus"']),
    ("tasks | format_table(^", ['"id"', '"type"', "..."]),
    ('tasks | format_table(group_by="ty^', ['type"']),
    ('tasks | format_list("id", "comp^', ['completed"', 'completionStatus"']),
    ('tasks | export_csv("x.csv", property=["id", "comp^', ['completed"', 'completionStatus"']),
    ("tasks |\nselect_object('comp^", ["completed'", "completionStatus'"]),
    ("x = tasks | select_object('comp^", ["completed'", "completionStatus'"]),
    # through stages
    ("tasks | where_object(type=1) | sort_object('crea^", ["created'"]),
    ("tasks | tee_object('kept') | sort_object('crea^", ["created'"]),
    ("tasks | select_object('id', 'type') | sort_object('^", ["id'", "type'"]),
    ('tasks | select_object(["id", "type"]) | sort_object(\'^', ["id'", "type'"]),
    ("tasks | select_object('id', age='created') | where_object(^", ["id=", "age=", "..."]),
    ("tasks | select_object(first=5) | sort_object('crea^", ["created'"]),
    ("tasks | select_object(expand_property='target') | sort_object('^", ["id'", "type'", "name'"]),
    ("tasks | group_object('type') | sort_object('^", ["count'", "name'", "group'", "values'"]),
    ("tasks | group_object('type') | where_object(lambda g: g.group[0].comp^", ["completed", "completionStatus"]),
    ("tasks[:5] | sort_object('crea^", ["created'"]),
    ("list(tasks) | sort_object('crea^", ["created'"]),
    ("get_failed_task() | select_object('dur^", ["duration'"]),
    # functions of a record
    ("tasks | where_object(lambda t: t.comp^", ["completed", "completionStatus"]),
    ("tasks | where_object(lambda t: t.type == 'X' and t.comp^", ["completed", "completionStatus"]),
    ("tasks | for_each_object(lambda t: len(t.target.n^))", ["name"]),
    ('tasks | where_object(lambda t: t["comp^', ['completed"', 'completionStatus"']),
    ('tasks | where_object(lambda t: t["target"]["na^', ['name"']),
    ('tasks | where_object(lambda t: t.type == "^', ['QUARTZ"', 'QPOC"', 'QUEUED_TASK"']),
    ('tasks | where_object(lambda t: t.type != "QP^")', ["QPOC"]),
    ("get_roles() | where_object(lambda r: r.accessProfiles[0].^", ["id", "type", "name", "..."]),
    ("get_identities() | where_object(lambda i: i.attributes.^", ["department", "costCentre", "..."]),
    ('get_entitlements() | group_object("sou^', ['source"', 'sourceSchemaObjectType"']),
    ('get_identities() | select_object("attributes.^', ['department"', 'costCentre"']),
    ('get_identities() | where_object(lambda i: i.attributes.department == "^', ['Sales"']),
    # a variable
    ("task | select_object('comp^", ["completed'", "completionStatus'"]),
    ("found | select_object('^", ["id'", "type'", "uniqueName'", "target'", "custom'", "..."]),
    ("rows | sort_object('^", ["given'", "family'"]),
    ("rows | where_object(gi^", ["given=", "..."]),
    ("task['comp^", ["completed'", "completionStatus'"]),
    ('task["target"]["^', ['id"', 'type"', 'name"']),
    ('found[0]["comp^', ['completed"', 'completionStatus"']),
    ('get_task_status("x")["comp^', ['completed"', 'completionStatus"']),
    ('rows[0]["^', ['given"', 'family"']),
    ('if task.type == "^', ['QUARTZ"', 'QPOC"', 'QUEUED_TASK"']),
    ('tasks | get_member("comp^', ['completed"', 'completionStatus"']),
    ('tasks | for_each_object("comp^', ['completed"', 'completionStatus"']),
    ("tasks|where_object(type=1)|sort_object('crea^", ["created'"]),
    ("tasks | ft | sel^", ["select_object", "..."]),
]


@pytest.mark.parametrize(("text", "expected"), _TABLE, ids=[text for text, _ in _TABLE])
def test_what_is_offered(text, expected, check):
    check(text, expected)


def test_properties_say_their_type_and_what_is_allowed(offered):
    lines = {one.text: one.meaning for one in offered("tasks | select_object('^")}
    assert lines["created'"] == "date and time"
    assert lines["type'"] == "one of QUARTZ, QPOC, QUEUED_TASK"
