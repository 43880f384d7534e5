"""Python's own: variables, attributes, loops, names that the text itself binds, f-strings."""

import pytest

_TABLE = [
    ("tall^", ["tally"]),
    ("ta^", ["tally", "task", "tasks", "wait_task", "..."]),
    ("_4^", ["_4"]),
    ("_^", ["_4", "..."]),
    ("isins^", ["isinstance"]),
    ("whil^", ["while"]),
    ("tally i^", ["in", "is", "if"]),
    ("tally a^", ["and", "as"]),
    ("task.comp^", ["completed", "completionStatus"]),
    ("task.cust^", ["custom"]),
    ("task.target.^", ["id", "type", "name", "..."]),
    ("task.target.na^", ["name"]),
    ("found[0].target.na^", ["name"]),
    ("found.app^", ["append"]),
    ("found.^", ["append", "clear", "copy", "..."]),
    ("rows[0].^", ["given", "family", "clear", "..."]),
    ("tally.bit_^", ["bit_count", "bit_length"]),
    ("json.du^", ["dump", "dumps"]),
    ("json.decoder.JSOND^", ["JSONDecodeError", "JSONDecoder"]),
    ("trap.vis^", ["visible"]),
    ("'a'.isid^", ["isidentifier"]),
    ('"".join^', ["join"]),
    ("[1, 2].ap^", ["append"]),
    ("{}.ke^", ["keys"]),
    ("tasks.total^", ["total_count"]),
    ("get_pending_tasks().is_c^", ["is_complete"]),
    ("get_pending_tasks()[0].comp^", ["completed", "completionStatus"]),
    ("(tasks | where_object(type=1)).total^", ["total_count"]),
    ("(tasks | where_object(type=1))[0].comp^", ["completed", "completionStatus"]),
    ("start_report(report_type='X').laun^", ["launcher", "launched"]),
    ("start_report.^", []),
    ("nobody.^", []),
    ("tasks[0].target.n^", ["name"]),
    ("get_identity('x').attributes.dep^", ["department"]),
    # names that the text itself has bound
    ("pending = get_pending_tasks()\npend^", ["pending", "..."]),
    ("pending = get_pending_tasks()\npending[0].comp^", ["completed", "completionStatus"]),
    ("pending = get_pending_tasks(); pending | where_object(comp^", ["completed=", "completionStatus=", "..."]),
    ("pending = tasks\npending = pending | select_object('id')\npending | sort_object('^", ["id'"]),
    ("get_report = 1\nget_report(^", ["commands", "..."]),
    ("from json import dumps\ndum^", ["dumps"]),
    ("def clear(x):\n    pass\ncle^", ["clear", "..."]),
    ("x = [1]\nx.app^", ["append"]),
    # loops and comprehensions
    ("for t in tasks: t.comp^", ["completed", "completionStatus"]),
    ("for t in tasks:\n    print(t.target.na^", ["name"]),
    ("for t in tasks | where_object(type='X'):\n    t.comp^", ["completed", "completionStatus"]),
    ("for t in get_pending_tasks():\n    if t.comp^", ["completed", "completionStatus"]),
    ("[t.comp^ for t in tasks]", ["completed", "completionStatus"]),
    ("{t.id: t.comp^ for t in tasks}", ["completed", "completionStatus"]),
    ("sum(t.prog^ for t in tasks)", ["progress"]),
    ("sorted(tasks, key=lambda t: t.comp^", ["completed", "completionStatus"]),
    ("max(tasks, key=lambda t: t.target.na^", ["name"]),
    # the braces of an f-string are Python, the rest is text
    ('f"{ta^', ["tally", "task", "..."]),
    ('f"{task.comp^}"', ["completed", "completionStatus"]),
    ('f"ta^', []),
    ('f"{{ta^', []),
    ('f"{task.id} ta^', []),
]


@pytest.mark.parametrize(("text", "expected"), _TABLE, ids=[text for text, _ in _TABLE])
def test_what_is_offered(text, expected, check):
    check(text, expected)


def test_a_variable_wins_over_the_command_of_its_name(knowledge, offered):
    knowledge.variables["get_pending_tasks"] = None
    first = offered("get_pending_t^")[0]
    assert (first.text, first.kind, first.meaning) == ("get_pending_tasks", "variable", "None")
    assert all(one.kind == "variable" for one in offered("get_pending_tasks(^"))


def test_variables_say_what_they_are(offered):
    told = {
        one.text: one.meaning for text in ("t^", "f^", "r^", "j^") for one in offered(text) if one.kind == "variable"
    }
    assert told == {
        "tasks": "<Stream of records, not read yet>",
        "task": "TaskStatus",
        "found": "list of 1",
        "rows": "list of 1",
        "tally": "3",
        "json": "module",
        "trap": "Trap",
    }


def test_names_that_the_text_binds_show_their_value(offered):
    assert offered("pending = get_pending_tasks()\npend^")[0].meaning == "get_pending_tasks()"


def test_attributes_say_what_they_are(offered):
    told = {one.text: one.meaning for one in offered("tally.^")}
    assert told["bit_length"] == "Number of bits necessary to represent self in binary"
    assert told["numerator"] == "attribute"
    assert offered("json.dum^")[1].meaning == "Serialize ``obj`` to a JSON formatted ``str``"
