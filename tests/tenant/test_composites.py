"""The commands that do a whole job: wait, receive, clear, find what failed."""

from __future__ import annotations

import json
import re
import zipfile

import pytest

import cmdlets
from isnshell.errors import FileError, RefusedError, UsageError, WaitTimeout, WorkFailed

ORPHANS = {"report_type": "ORPHAN_IDENTITIES"}


def changes(sandbox):
    return [r for r in sandbox.requests if r.method not in ("GET", "HEAD") and not r.path.startswith("/oauth")]


class TestWaiting:
    def test_wait_report_adds_the_task_result_id(self, session):
        started = cmdlets.start_report(**ORPHANS)
        result = cmdlets.wait_report(started)
        assert result.status == "SUCCESS"
        assert result.task_result_id == started.id

    def test_a_report_goes_through_the_pipe_to_its_file(self, session, tmp_path):
        path = (
            cmdlets.start_report(**ORPHANS)
            | cmdlets.wait_report
            | cmdlets.get_report(file_format="csv", out_file=tmp_path / "o.csv")
        )
        assert path == tmp_path / "o.csv"
        assert path.stat().st_size

    def test_waiting_ends_in_time_and_says_how_to_come_back(self, make_sandbox, open_session):
        sandbox = make_sandbox(report_seconds=60)
        with open_session(sandbox), pytest.raises(WaitTimeout) as caught:
            cmdlets.wait_report(cmdlets.start_report(**ORPHANS), timeout=0.1)
        assert f"wait_report('{caught.value.id}')" in str(caught.value)

    def test_a_failed_report_raises_with_its_messages(self, make_sandbox, open_session):
        sandbox = make_sandbox(failing_reports={"ORPHAN_IDENTITIES"})
        with open_session(sandbox), pytest.raises(WorkFailed) as caught:
            cmdlets.wait_report(cmdlets.start_report(**ORPHANS))
        assert caught.value.why

    def test_ctrl_c_stops_waiting_and_says_that_the_report_goes_on(
        self, make_sandbox, open_session, capsys, monkeypatch
    ):
        sandbox = make_sandbox(report_seconds=60)
        with open_session(sandbox) as session:
            started = cmdlets.start_report(**ORPHANS)

            def interrupt(seconds, *, cancelled=None):
                raise KeyboardInterrupt

            monkeypatch.setattr(session.clock, "sleep", interrupt)
            with pytest.raises(KeyboardInterrupt):
                cmdlets.wait_report(started)
        assert f"wait_report('{started.id}')" in capsys.readouterr().err

    def test_wait_task_gives_the_task_that_ended(self, session):
        assert cmdlets.wait_task(cmdlets.start_report(**ORPHANS)).completion_status == "SUCCESS"


class TestReceiveReport:
    def test_a_sources_name_fills_in_its_arguments(self, sandbox, session, tmp_path):
        path = cmdlets.receive_report("ACCOUNTS", source="Active Directory", out_file=tmp_path / "{type} {date:%Y}.csv")
        assert re.fullmatch(r"ACCOUNTS \d{4}\.csv", path.name)
        assert json.loads(changes(sandbox)[0].body)["arguments"] == {
            "application": "2c9180897e7742b2017e781782f705b9",
            "sourceName": "Active Directory",
        }

    def test_an_unknown_source_lists_those_there_are_and_starts_nothing(self, sandbox, session, tmp_path):
        with pytest.raises(UsageError, match="Active Directory"):
            cmdlets.receive_report("ACCOUNTS", source="Aktive Directory", out_file=tmp_path)
        assert changes(sandbox) == []

    @pytest.mark.parametrize("bad", ["existing.csv", "nowhere/r.csv"])
    def test_the_target_is_checked_before_the_report_is_started(self, sandbox, session, tmp_path, bad):
        (tmp_path / "existing.csv").write_text("mine")
        with pytest.raises(FileError):
            cmdlets.receive_report("ORPHAN_IDENTITIES", out_file=tmp_path / bad)
        assert changes(sandbox) == []
        assert (tmp_path / "existing.csv").read_text() == "mine"

    def test_force_replaces_a_file(self, session, tmp_path):
        (tmp_path / "r.csv").write_text("old")
        cmdlets.receive_report("ORPHAN_IDENTITIES", out_file=tmp_path / "r.csv", force=True)
        assert "old" not in (tmp_path / "r.csv").read_text()

    def test_a_pdf_is_a_pdf(self, session, tmp_path):
        path = cmdlets.receive_report("ORPHAN_IDENTITIES", file_format="PDF", out_file=tmp_path / "r.pdf")
        assert path.read_bytes().startswith(b"%PDF-")

    def test_a_workbook_holds_what_the_csv_holds_with_types(self, session, tmp_path, capsys):
        openpyxl = pytest.importorskip("openpyxl")
        csv = cmdlets.receive_report("ACCOUNTS", source="Active Directory", out_file=tmp_path / "a.csv")
        path = cmdlets.receive_report("ACCOUNTS", source="Active Directory", out_file=tmp_path / "a.xlsx")
        texts = [list(row.values()) for row in cmdlets.import_csv(csv)]
        heading, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
        assert list(heading) == list(cmdlets.import_csv(csv)[0])
        assert [(row[0], row[1]) for row in rows] == [(text[0], text[1]) for text in texts]
        assert [row[5] for row in rows] == [text[5] == "true" for text in texts]
        assert [f"{row[6]:%Y-%m-%dT%H:%M:%S}" for row in rows] == [text[6][:19] for text in texts]
        assert f"{len(rows)} rows, {path.stat().st_size:,} bytes, {path}" in capsys.readouterr().err
        assert sorted(one.name for one in tmp_path.iterdir()) == ["a.csv", "a.xlsx"]

    def test_a_workbook_takes_the_reports_name_in_a_folder_and_replaces_none(self, session, tmp_path):
        pytest.importorskip("xlsxwriter")
        path = cmdlets.receive_report("ORPHAN_IDENTITIES", file_format="xlsx", out_file=tmp_path)
        assert path.suffix == ".xlsx"
        before = path.read_bytes()
        with pytest.raises(FileError, match=r"the file exists.*get_report\('\w+', 'csv'\) saves it"):
            cmdlets.receive_report("ORPHAN_IDENTITIES", file_format="xlsx", out_file=tmp_path)
        assert path.read_bytes() == before

    def test_each_csv_of_a_zip_has_its_sheet(self, session, tmp_path):
        openpyxl = pytest.importorskip("openpyxl")
        path = cmdlets.receive_report("UNCORRELATED_ACCOUNTS", file_format="xlsx", out_file=tmp_path / "u.xlsx")
        assert next(openpyxl.load_workbook(path).active.iter_rows(values_only=True))[0] == "Source"

    def test_another_format_is_refused_before_anything_is_sent(self, sandbox, session):
        with pytest.raises(UsageError, match="csv, pdf, xlsx"):
            cmdlets.receive_report("ORPHAN_IDENTITIES", file_format="xls")
        assert len(sandbox.requests) == 0


class TestIdsOutOfFiles:
    @pytest.mark.parametrize("heading", ["Task Result ID", "taskResultId", "task_result_id", "TASK-RESULT-ID", "id"])
    def test_reports_listed_in_a_csv_are_suspended_one_by_one(self, sandbox, session, tmp_path, heading, capsys):
        sandbox.settings.report_seconds = 60
        ids = [cmdlets.start_report(**ORPHANS).id for _ in range(2)]
        (tmp_path / "ids.csv").write_text(f"Note;{heading}\n" + "".join(f"late;{id}\n" for id in ids), "utf-8-sig")
        before = len(changes(sandbox))
        cmdlets.import_csv(tmp_path / "ids.csv") | cmdlets.suspend_report(what_if=True)
        assert len(changes(sandbox)) == before
        shown = capsys.readouterr().out
        assert [id in shown for id in ids] == [True, True]
        cmdlets.import_csv(tmp_path / "ids.csv") | cmdlets.suspend_report()
        assert [one.path.split("/")[-2] for one in changes(sandbox)[before:]] == ids


class TestClearPendingTask:
    def test_600_pending_tasks_piped_in_leave_none(self, make_sandbox, open_session, capsys):
        sandbox = make_sandbox(pending_tasks=600)
        with open_session(sandbox):
            outcomes = cmdlets.get_pending_tasks() | cmdlets.clear_pending_task
            assert len(outcomes) == 600
            assert list(cmdlets.get_pending_tasks()) == []
        assert re.search(r"\d+ changed, \d+ skipped, 0 failed", capsys.readouterr().err)

    @pytest.mark.parametrize("parallel", [1, 3])
    def test_called_for_each_task_it_clears_that_one(self, session, sandbox, parallel):
        waiting = [task.id for task in cmdlets.get_pending_tasks()]
        each = cmdlets.for_each_object(cmdlets.clear_pending_task, parallel=parallel)
        outcomes = [result.result[0].outcome for result in cmdlets.get_pending_tasks() | each]
        cleared = outcomes.count("changed")
        assert (len(outcomes), cleared > 0, len(changes(sandbox))) == (len(waiting), True, cleared)

    def test_the_patch_ends_the_task(self, sandbox, session):
        task = cmdlets.get_pending_tasks()[-1]
        (outcome,) = cmdlets.clear_pending_task(task.id, completion_status="ERROR")
        assert outcome.outcome == "changed"
        (patch,) = changes(sandbox)
        assert [(one["op"], one["path"]) for one in json.loads(patch.body)] == [
            ("replace", "/completionStatus"),
            ("replace", "/completed"),
        ]
        ended = cmdlets.get_task_status(task.id)
        assert ended.completion_status == "ERROR"
        assert ended.completed is not None

    def test_a_task_that_ended_meanwhile_is_skipped(self, sandbox, session):
        ended = next(t for t in cmdlets.get_task_status_list() if t.completion_status)
        (outcome,) = cmdlets.clear_pending_task(ended)
        assert outcome.outcome == "skipped"
        assert changes(sandbox) == []

    def test_young_tasks_are_left_alone(self, sandbox, session):
        outcomes = cmdlets.get_pending_tasks() | cmdlets.clear_pending_task(older_than="3650d")
        assert not [r for r in sandbox.requests if re.search(r"/task-status/[0-9a-f]{32}$", r.path)]
        assert {one.outcome for one in outcomes} == {"skipped"}
        assert changes(sandbox) == []

    def test_one_refused_task_does_not_end_the_others(self, sandbox, session):
        sandbox.faults.add(status=500, method="PATCH", times=1)
        outcomes = cmdlets.get_pending_tasks() | cmdlets.clear_pending_task
        assert [one.outcome for one in outcomes].count("failed") == 1
        assert {one.outcome for one in outcomes} >= {"changed", "failed"}

    def test_a_record_of_another_kind_is_refused(self, sandbox, session):
        with pytest.raises(UsageError, match="Source"):
            cmdlets.get_sources() | cmdlets.clear_pending_task
        assert changes(sandbox) == []


class TestGetFailedTask:
    def test_it_gives_what_ended_badly_newest_first(self, session):
        failed = list(cmdlets.get_failed_task(since="-365d"))
        assert failed
        assert {one.completion_status for one in failed} <= {"ERROR", "TEMPERROR", "WARNING"}
        assert any(one.messages for one in failed)

    def test_paging_stops_at_the_date(self, make_sandbox, open_session):
        sandbox = make_sandbox(ended_tasks=3000)
        with open_session(sandbox):
            recent = list(cmdlets.get_failed_task(since="-1s"))
        assert recent == []
        assert len([r for r in sandbox.requests if r.path.endswith("/task-status")]) == 1

    def test_a_source_narrows_it(self, session):
        names = {source.name for source in cmdlets.get_sources()}
        source = next(one.source for one in cmdlets.get_failed_task(since="-365d") if one.source in names)
        assert {one.source for one in cmdlets.get_failed_task(since="-365d", source=source.upper())} == {source}


class TestReceivePotentialRole:
    def test_summaries_from_the_pipe_become_files_named_by_role(self, session, tmp_path):
        role_session = next(iter(cmdlets.get_all_potential_role_summaries(limit=1))).session.id
        summaries = cmdlets.get_potential_role_summaries(session_id=role_session)
        outcomes = summaries | cmdlets.receive_potential_role(folder=tmp_path)
        assert {one.outcome for one in outcomes} == {"saved"}
        assert len(list(tmp_path.iterdir())) == len(outcomes) == len(summaries)
        for path in tmp_path.iterdir():
            assert zipfile.is_zipfile(path)
        assert all(one.potential_role_id in one.path for one in outcomes)

    def test_it_goes_on_after_one_failure(self, make_sandbox, open_session, tmp_path):
        sandbox = make_sandbox()
        with open_session(sandbox):
            summaries = list(cmdlets.get_all_potential_role_summaries(limit=3))
            sandbox.settings.failing_exports.add(summaries[0].id)
            outcomes = summaries | cmdlets.receive_potential_role(folder=tmp_path)
        assert [one.outcome for one in outcomes] == ["failed", "saved", "saved"]

    def test_a_known_export_is_picked_up(self, sandbox, session, tmp_path):
        role = cmdlets.get_all_potential_role_summaries(limit=1)[0]
        started = cmdlets.export_role_mining_potential_role_async(role.session.id, role.id)
        before = len(changes(sandbox))
        cmdlets.receive_potential_role(role.session.id, role.id, export_id=started.export_id, folder=tmp_path)
        assert len(changes(sandbox)) == before

    def test_an_expired_export_says_so(self, session, tmp_path):
        role = cmdlets.get_all_potential_role_summaries(limit=1)[0]
        unknown = "00000000-0000-4000-8000-000000000000"
        with pytest.raises(WorkFailed, match="expired"):
            cmdlets.receive_potential_role(role.session.id, role.id, export_id=unknown, folder=tmp_path)


class TestRails:
    def test_read_only_refuses_changes_and_lets_reads_pass(self, sandbox, open_session):
        with open_session(sandbox, rails={"read_only": True}):
            assert cmdlets.get_pending_tasks()[0]
            with pytest.raises(RefusedError, match="read-only"):
                cmdlets.start_report(**ORPHANS)
        assert changes(sandbox) == []

    def test_what_if_shows_the_exact_request_and_sends_nothing(self, sandbox, session, capsys):
        assert cmdlets.start_report(**ORPHANS, what_if=True) is None
        shown = capsys.readouterr().out
        assert "POST" in shown
        assert "/v2025/reports/run" in shown
        assert '{"reportType":"ORPHAN_IDENTITIES"}' in shown
        assert len(sandbox.requests) == 0

    def test_production_refuses_changes_where_nobody_can_be_asked(self, sandbox, open_session):
        with open_session(sandbox, environment="production"), pytest.raises(RefusedError, match="--yes"):
            cmdlets.start_report(**ORPHANS)
        assert changes(sandbox) == []

    def test_yes_does_not_ask(self, sandbox, open_session):
        with open_session(sandbox, environment="production", rails={"yes": True}):
            cmdlets.start_report(**ORPHANS)
        assert len(changes(sandbox)) == 1

    def test_one_question_for_a_whole_pipe_names_how_many(self, sandbox, open_session, answers):
        asked = answers(True)
        with open_session(sandbox, environment="production"):
            cmdlets.get_pending_tasks() | cmdlets.clear_pending_task
        assert len(asked) == 1
        assert re.search(r"\d+ objects", asked[0])
        assert len(changes(sandbox)) > 1

    def test_no_means_no(self, sandbox, open_session, answers):
        answers(False)
        with open_session(sandbox, environment="production"), pytest.raises(RefusedError, match="not confirmed"):
            cmdlets.receive_report("ORPHAN_IDENTITIES")
        assert changes(sandbox) == []

    def test_a_pipe_of_changes_sends_each_once_and_keeps_its_results(self, sandbox, session):
        tasks = [cmdlets.start_report(**ORPHANS) for _ in range(2)]
        before = len(changes(sandbox))
        patch = {"op": "replace", "path": "/completionStatus", "value": "TERMINATED"}
        results = [*tasks, tasks[0]] | cmdlets.update_task_status(json_patch_operation=patch)
        assert len(list(results)) == len(list(results)) == 2
        assert len(changes(sandbox)) == before + 2


@pytest.fixture
def answers():
    """A host at which a person answers all questions alike; gives the questions."""
    from isnshell.host import PlainHost, set_host

    asked = []

    def answer(yes):
        class Person(PlainHost):
            def ask(self, question):
                asked.append(question)
                return yes

        set_host(Person)
        return asked

    yield answer
    set_host(PlainHost)
