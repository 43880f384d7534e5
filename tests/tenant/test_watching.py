"""Watching tasks and reports until they end."""

from __future__ import annotations

import pytest

from cmdlets import get_pending_tasks, start_report, watch_report, watch_task
from isnshell.errors import UsageError


def test_reports_are_watched_until_all_have_ended(session, sandbox):
    begun = [start_report(report_type="ORPHAN_IDENTITIES"), start_report(report_type="UNCORRELATED_ACCOUNTS")]
    ended = watch_report(begun, every=1)
    assert [one.completion_status for one in ended] == ["SUCCESS", "SUCCESS"]


def test_a_task_that_has_ended_is_looked_at_once(session, sandbox):
    (done,) = watch_task(start_report(report_type="ORPHAN_IDENTITIES"), every=1)
    before = len(sandbox.requests)
    watch_task(done.id)
    assert len(sandbox.requests) == before + 1


def test_ctrl_c_ends_the_watching_and_is_no_error(session, sandbox, monkeypatch, capsys):
    def interrupt(seconds, *, cancelled=None):
        raise KeyboardInterrupt

    monkeypatch.setattr(session.clock, "sleep", interrupt)
    wanted = [task.id for task in get_pending_tasks(limit=2)]
    assert [one.id for one in watch_task(*wanted)] == wanted
    assert "goes on in the tenant" in capsys.readouterr().err


def test_without_tasks_all_pending_ones_are_meant(session, sandbox, monkeypatch):
    def interrupt(seconds, *, cancelled=None):
        raise KeyboardInterrupt

    monkeypatch.setattr(session.clock, "sleep", interrupt)
    assert len(watch_task()) == len(get_pending_tasks())


@pytest.mark.parametrize(
    "call", [lambda: watch_report(), lambda: watch_task(42), lambda: watch_task({}), lambda: watch_task("x", every=0)]
)
def test_what_can_t_be_watched_is_refused(session, call):
    with pytest.raises(UsageError):
        call()
