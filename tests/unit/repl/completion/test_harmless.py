"""Completion asks nothing of anybody and never fails, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnshell.records import Origin, Record, with_origin
from isnshell.repl.completion import Knowledge, complete
from isnshell.repl.completion.seen import Seen

_ORIGIN = Origin(kind="Role")

_LINES = [

    "get_pending_tasks() | where_object(type='QUARTZ') | select_object('id', 'target.name') | sort_object('-created')",
    "tasks | where_object(lambda t: t.type == 'X' and t.target['name'] != None) | clear_pending_task()",
    "start_report(report_type='ACCOUNTS', arguments={'application': '2c91', 'sourceName': 'HR'})",
    "new_role({'owner': {'type': 'IDENTITY', 'id': 'x'}, 'entitlements': [{'id': 'y'}, {'type': '",
    "get_accounts(filters=\"sourceId in ('a', 'b') and not (name sw 'x')\", sorters='-name, created')",
    "get_accounts(filters={'sourceId': ('in', ['a', 'b']), 'uncorrelated': True}, limit=5)",
    'update_task_status("x", [{"op": "replace", "path": "/completed", "value": None}])',
    "for t in tasks:\n    print(f'{t.id!r:>10} {{ {t.target.name}', file=open('x'))",
    "from xml.dom.minidom import (parseString as p, Node)\nimport os.path as o, json",
    "Get-Accounts -Limit 5 -Filters 'a b' | Where-Object { $_.name -like 'a*' } | Select-Object id,name",
    "x = [t.comp for t in tasks if t.target]; y = {**x, 'a': lambda *a, **k: k['b']}",
    "def f(a: int = 3, *, b='''x\ny''') -> None:\n\treturn a if b else f(*[1, 2], **{'b': ",
    "trap.visible + trap[0] if trap == trap else len(trap)", "session.api_version = \"v2026\"; ?get_report",
    "receive_report(\"IDENTITIES\", out_file=r'C:\\Users\\me\\", "a | | b(", "(((", ")", "f)(", "x ==", "f(a, b=",
    "'''", "lambda", "{'a': [", "f(**", "\\", "f'{", "f'{x!", "f'{{{", "rb'\\", "\"\\\"", "get_report(,",
    "get_report(=", "get_report(file_format=,", "1.", ".", "..", "x.", "x..y", "$", "$_.", "Get-", "-", "--",
    "Get--x", "import", "from", "from .", "from . import ", "import ,", "tasks |", "|", "| |", "?",
    "get_accounts(filters=\"", "get_accounts(filters={", "get_accounts(sorters=[", "é.ñ(", "名前 | ", "#", "\0",
    "\x1b[A", "lambda: (yield", "x: int = ", "@", "@get_", "print(*", "tasks[", "tasks['", "tasks[0][\"",
    "task.target[", "a if b else",
]  # fmt: skip


@pytest.mark.parametrize("line", _LINES)
def test_every_prefix_can_be_completed(line, knowledge):
    for end in range(len(line) + 1):
        for candidate in complete(line[:end], end, knowledge):
            assert 0 <= candidate.start <= end
            assert candidate.text


@pytest.mark.parametrize("line", _LINES)
def test_the_cursor_may_stand_anywhere(line, knowledge):
    for place in range(len(line) + 1):
        complete(line, place, knowledge)


_PIECES = [
    *"()[]{}'\"|.,=:;-+*$ \n\\#_@!?", "get_pending_tasks", "where_object", "tasks", "task", "trap", "lambda t:",
    "filters=", "f'", '"""', "for t in ", "import ", "from ", "Get-", "-Limit ", "type", "{'a': ", "report_type=",
    "é", "0",
]  # fmt: skip


@given(st.data())
def test_any_text_can_be_completed(data):
    text = "".join(data.draw(st.lists(st.sampled_from(_PIECES) | st.characters(), max_size=14)))
    cursor = data.draw(st.integers(0, len(text)))
    for candidate in complete(text, cursor, Knowledge({"tasks": [], "task": {}}, Seen())):
        assert 0 <= candidate.start <= cursor


_TOUCHING = [
    "trap.^", "trap.evaluated.^", "trap.visible.^", "trap[0].^", "trap[0][\"^", "trap['^", "trap(^", "trap().^",
    "tra^", "len(trap.^", "trap | where_object(^", "trap | where_object(lambda t: t.^", "trap | select_object('^",
    "trap | sort_object(trap.^", "for t in trap: t.^", "[t.^ for t in trap]", "list(trap) | select_object('^",
    "sorted(trap, key=lambda t: t.^", "f\"{trap.^", "x = trap\nx.^", "x = trap\nx[0].^", "get_identity(id=^",
    "get_identity(id=tra^", "get_identity(session=^", "tasks.^", "tasks[0].^", "tasks[-1].^",
    "tasks | where_object(^", "tasks | ^", "tasks | tra^", "len(tasks).^", "_^", "^", "get_pending_tasks()[0].^",
    "where_object(id=trap.^", "trap.a.b.c.^", "trap == ^", "if trap.id == \"^", "$tra^",
]  # fmt: skip


@pytest.mark.parametrize("text", _TOUCHING)
@pytest.mark.parametrize("held", ["trap", "proxy"])
def test_nothing_of_a_person_s_objects_runs(held, text, offered):
    offered(text.replace("tra^", f"{held[:3]}^").replace("trap", held))


@pytest.mark.parametrize("held", ["trap", "proxy"])
def test_what_holds_them_can_be_shown_and_learned_from(held, knowledge, offered):
    record = with_origin(Record(id="x", name=knowledge.variables[held], source=[knowledge.variables[held]]), _ORIGIN)
    knowledge.seen.learn([record, knowledge.variables[held]])
    knowledge.variables.update(one=record, several=[record, knowledge.variables[held]])
    for text in (
        "one.^",
        "one.name.^",
        "several[0].^",
        "several | where_object(^",
        "several | where_object(name=^",
        "on^",
    ):
        offered(text)


def test_streams_say_that_they_are_unread(offered):
    assert offered("tasks^")[0].meaning == "<Stream of records, not read yet>"
