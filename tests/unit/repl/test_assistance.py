"""Completion before and after it is loaded."""

from __future__ import annotations

import threading

from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from isnshell.repl.assistance import Assistance
from isnshell.repl.warming import warm_up

TYPED, TAB = CompleteEvent(text_inserted=True), CompleteEvent(completion_requested=True)
GPT = Document("gpt")


def texts(assistance, event):
    return [one.text for one in assistance.completer.get_completions(GPT, event)]


def test_typing_does_not_wait_for_completion_to_be_loaded_and_tab_does():
    assistance = Assistance({})
    assert texts(assistance, TYPED) == []
    assert assistance.wanted.is_set()
    assert texts(assistance, TAB)[0] == "get_pending_tasks"
    assert texts(assistance, TYPED)[0] == "get_pending_tasks"


def test_the_first_key_calls_for_the_loading():
    wanted, done = threading.Event(), threading.Event()
    wanted.set()
    warm_up([done.set], wanted).join(timeout=10)
    assert done.is_set()
