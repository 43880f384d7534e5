"""What goes wrong on the way: each fault beside the plain case of the same command."""

from __future__ import annotations

import pytest

import cmdlets
from isnshell.errors import AnswerError, ApiError, ConnectionFailed, SignInError


def statuses(sandbox, part):
    return [request.status for request in sandbox.requests if part in request.path]


def test_an_expired_token_is_renewed_once_and_nobody_notices(sandbox, session):
    list(cmdlets.get_pending_tasks(limit=1))
    sandbox.faults.add(expire_tokens=True)
    assert len(list(cmdlets.get_pending_tasks(limit=1))) == 1
    assert statuses(sandbox, "pending-tasks") == [200, 401, 200]
    assert len(statuses(sandbox, "/oauth/token")) == 2


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_read_is_repeated_after_a_passing_fault(sandbox, session, status):
    sandbox.faults.add(status=status, times=2)
    assert len(list(cmdlets.get_pending_tasks())) == 14
    assert statuses(sandbox, "pending-tasks") == [status, status, 200]


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_post_that_may_have_been_carried_out_is_not_sent_twice(sandbox, session, status):
    sandbox.faults.add(status=status, times=1)
    with pytest.raises(ApiError):
        cmdlets.start_report(report_type="ORPHAN_IDENTITIES")
    assert statuses(sandbox, "/run") == [status]


def test_a_500_is_not_repeated(sandbox, session):
    sandbox.faults.add(status=500, times=1)
    with pytest.raises(ApiError, match="500"):
        list(cmdlets.get_pending_tasks())
    assert statuses(sandbox, "pending-tasks") == [500]


def test_a_dropped_connection_is_repeated_for_a_read(sandbox, session):
    sandbox.faults.add(drop=True, times=2)
    assert len(list(cmdlets.get_pending_tasks())) == 14


def test_a_dropped_connection_is_not_repeated_for_a_post(sandbox, session):
    sandbox.faults.add(drop_after=True, path="/run")
    with pytest.raises(ConnectionFailed) as caught:
        cmdlets.start_report(report_type="ORPHAN_IDENTITIES")
    assert caught.value.maybe_done
    assert "may have" in str(caught.value)
    assert len(statuses(sandbox, "/run")) == 1


def test_a_body_cut_short_is_asked_for_again(sandbox, session):
    sandbox.faults.add(cut_after=100, path="pending-tasks")
    assert len(list(cmdlets.get_pending_tasks())) == 14
    assert len(statuses(sandbox, "pending-tasks")) == 2


def test_a_body_that_stays_short_is_an_error(sandbox, session):
    sandbox.faults.add(cut_after=100, path="pending-tasks", times=None)
    with pytest.raises(ConnectionFailed, match=r"cut short|broke"):
        list(cmdlets.get_pending_tasks())


def test_a_report_cut_short_leaves_no_file(sandbox, session, tmp_path):
    result = cmdlets.wait_report(cmdlets.start_report(report_type="ORPHAN_IDENTITIES"))
    sandbox.faults.add(cut_after=100, path=f"/reports/{result.task_result_id}", times=None)
    with pytest.raises(ConnectionFailed, match="No file was written"):
        cmdlets.get_report(result, "csv", out_file=tmp_path / "r.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_report_cut_once_is_fetched_again_and_whole(sandbox, session, tmp_path):
    result = cmdlets.wait_report(cmdlets.start_report(report_type="ORPHAN_IDENTITIES"))
    whole = cmdlets.get_report(result, "csv", out_file=tmp_path / "whole.csv").read_bytes()
    sandbox.faults.add(cut_after=100, path=f"/reports/{result.task_result_id}")
    again = cmdlets.get_report(result, "csv", out_file=tmp_path / "again.csv").read_bytes()
    assert again == whole


def test_a_web_page_in_place_of_data_says_so(sandbox, session):
    sandbox.faults.add(html=True, path="pending-tasks")
    with pytest.raises(AnswerError, match="web page"):
        list(cmdlets.get_pending_tasks())


def test_a_repeated_page_is_an_error_and_not_an_endless_loop(make_sandbox, open_session):
    sandbox = make_sandbox(pending_tasks=600)
    sandbox.faults.add(repeat_page=True, skip=1, path="pending-tasks")
    with open_session(sandbox), pytest.raises(AnswerError, match="same page twice"):
        list(cmdlets.get_pending_tasks())


def test_a_silent_tenant_is_given_up(sandbox, open_session):
    sandbox.faults.add(latency=5, path="pending-tasks", times=None)
    with open_session(sandbox, timeout=1.0, max_retries=0), pytest.raises(ConnectionFailed, match="silent"):
        list(cmdlets.get_pending_tasks())


def test_a_server_that_is_gone_is_named(make_sandbox, open_session):
    sandbox = make_sandbox()
    session = open_session(sandbox, max_retries=0)
    sandbox.stop()
    with session, pytest.raises(ConnectionFailed, match="refused the connection"):
        list(cmdlets.get_pending_tasks())


def test_a_wrong_secret_is_a_sign_in_error_that_does_not_show_it(sandbox, open_session):
    with open_session(sandbox, client_secret="wrong-and-secret"), pytest.raises(SignInError) as caught:
        list(cmdlets.get_pending_tasks())
    assert "SAIL_CLIENT_SECRET" in str(caught.value)
    assert "wrong-and-secret" not in str(caught.value) + repr(vars(caught.value))


def test_the_tenants_rate_limit_is_not_met(make_sandbox, open_session):
    sandbox = make_sandbox(rate_limit=100)
    with open_session(sandbox, rate_limit=95) as session:
        for _ in range(94):
            cmdlets.get_task_status_list(limit=1)[0]
        assert 429 not in statuses(sandbox, "task-status")
        assert session.requests_left == 1
