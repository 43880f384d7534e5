"""Completion and signature help beside a tenant: whatever is typed, it is asked nothing."""

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from cmdlets import get_identities, get_pending_tasks, where_object
from isnshell.commands.namespace import Namespace
from isnshell.repl.assistance import Assistance

_LINES = [
    "get_pending_tasks() | where_object(type='QUARTZ') | select_object('id') | clear_pending_task()",
    "tasks | where_object(lambda t: t.type == 'QUARTZ') | sort_object('created')",
    "tasks[0].target.name",
    "for t in tasks: print(t.id)",
    "len(people)",
    "people[2].name",
    "get_identity('jose')",
    "receive_report('ACCOUNTS', arguments={'application': 'x'})",
    "get_accounts(filters=\"sourceId eq 'x'\")",
    "Get-Accounts -Limit 5",
    "read | select_object('name')",
]


@pytest.fixture
def assistance(session):
    read = get_identities(limit=2)
    assert len(read) == 2
    help_ = Assistance(
        Namespace(
            session=session, tasks=get_pending_tasks(), people=get_identities() | where_object(name="x"), read=read
        )
    )
    help_.learn(read)
    return help_


@pytest.mark.parametrize("line", _LINES)
def test_no_key_sends_a_request(line, assistance, sandbox):
    before = len(sandbox.requests)
    for end in range(len(line) + 1):
        document = Document(line[:end], end)
        list(assistance.loaded.get_completions(document, CompleteEvent(completion_requested=True)))
        assistance.signatures(document, 100)
    assert len(sandbox.requests) == before


def test_what_was_read_is_offered_by_name(assistance, sandbox):
    event = CompleteEvent(completion_requested=True)
    found = list(assistance.loaded.get_completions(Document('get_identity("'), event))
    names = {one.name for one in assistance.knowledge.variables["read"]}
    assert {one.display_text.partition("  (")[0] for one in found} == names


def test_what_is_current_follows_the_session_s_generation(assistance, session):
    def told():
        event = CompleteEvent(text_inserted=True)
        found = assistance.loaded.get_completions(Document("get_prompt_insights"), event)
        return next(iter(found)).display_meta_text

    assert told() == "[v2026, legacy] Get the prompt insights."
    session.api_version = "v2026"
    assert told() == "Get the prompt insights."
