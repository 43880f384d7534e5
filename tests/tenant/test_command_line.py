"""The `isnshell` command without a terminal: what it prints where, and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from isnshell import __version__

ACCOUNTS = "{'application': '2c9180897e7742b2017e781782f705b9', 'sourceName': 'Active Directory'}"


@pytest.fixture
def isnshell(tmp_path):
    """Runs the real command in an empty folder."""

    def run(*arguments, stdin=None, **environ):
        return subprocess.run(
            [sys.executable, "-m", "isnshell", *arguments],
            cwd=tmp_path,
            env={**os.environ, **environ},
            input=stdin,
            stdin=None if stdin is not None else subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=100,
        )

    return run


def test_version_is_printed(isnshell):
    done = isnshell("--version")
    assert (done.returncode, done.stdout.strip()) == (0, f"isnshell {__version__}")


def test_a_pipe_ends_in_a_table(isnshell):
    done = isnshell(
        "-p", "demo", "-c",
        "get_pending_tasks() | where_object(type='QUARTZ') | select_object('id', 'type', first=3) | format_table()",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("QUARTZ") == 3
    assert done.stdout.split()[:2] == ["id", "type"]
    assert done.stderr == ""


def test_a_report_is_saved_by_one_line(isnshell, tmp_path):
    done = isnshell("-p", "demo", "-c", f"receive_report(report_type='ACCOUNTS', arguments={ACCOUNTS})")
    assert done.returncode == 0, done.stderr
    (report,) = tmp_path.glob("*.csv")
    assert str(report) in done.stdout.replace("\n", "")
    assert len(report.read_text("utf-8-sig").splitlines()) > 10


def test_a_report_is_saved_by_a_script(isnshell, tmp_path):
    script = tmp_path / "nightly.py"
    script.write_text(
        "import sys\n"
        "from cmdlets import receive_report\n"
        f"path = receive_report(report_type='ACCOUNTS', arguments={ACCOUNTS}, out_file=sys.argv[1])\n"
        "print(path.name)\n"
    )
    done = isnshell("-p", "demo", "run", str(script), "accounts.csv")
    assert (done.returncode, done.stdout.strip()) == (0, "accounts.csv"), done.stderr
    assert (tmp_path / "accounts.csv").stat().st_size


def test_every_top_level_expression_of_standard_input_is_shown(isnshell):
    done = isnshell("-p", "demo", stdin="x = 20\nx + 1\n[source.name for source in get_sources()][0]\n")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.split("\n")) == 3
    assert done.stdout.startswith("21\n")


def test_redirected_output_is_utf8(isnshell):
    done = isnshell("-c", "'Zoë – Łukasz – 東京'", PYTHONIOENCODING="", LC_ALL="C")
    assert done.stdout.strip() == "Zoë – Łukasz – 東京"


def test_profiles_are_listed_and_shown_without_their_secrets(isnshell, tmp_path):
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "acme.env").write_text(
        "SAIL_BASE_URL=https://acme.api.identitynow.com\nSAIL_CLIENT_ID=abc\nSAIL_CLIENT_SECRET=topsecret$1\n"
    )
    listed = isnshell("profile", "list")
    assert "acme" in listed.stdout
    assert "demo" in listed.stdout
    shown = isnshell("profile", "show", "acme")
    assert "production" in shown.stdout
    assert "topsecret" not in listed.stdout + shown.stdout + shown.stderr


def test_a_profile_is_tested(isnshell):
    assert isnshell("profile", "test", "demo").returncode == 0


def profile(tmp_path, name, **settings):
    folder = tmp_path / "profiles"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.env").write_text("".join(f"{key}={value}\n" for key, value in settings.items()))


BAD = {
    "unknown profile": (["-p", "nope", "-c", "1"], 2, "demo"),
    "unknown cmdlet": (["-p", "demo", "-c", "get_pendingg_task()"], 2, "get_pending_tasks"),
    "empty id": (["-p", "demo", "-c", "get_task_status('')"], 2, "empty"),
    "id with slashes": (["-p", "demo", "-c", "get_task_status('../sources')"], 2, "no id"),
    "file format": (["-p", "demo", "-c", "get_report('a', 'xls')"], 2, "csv, pdf"),
    "malformed json": (["-p", "demo", "-c", "start_report('{')"], 2, "no JSON"),
    "unknown report type": (["-p", "demo", "-c", "start_report(report_type='ACCOUNTZ')"], 2, "ACCOUNTS"),
    "no json patch": (["-p", "demo", "-c", "update_task_status('a', {'op': 'frob', 'path': '/x'})"], 2, "replace"),
    "negative limit": (["-p", "demo", "-c", "get_pending_tasks(limit=-1)"], 2, "limit"),
    "limit as a word": (["-p", "demo", "-c", "get_pending_tasks(limit='x')"], 2, "limit"),
    "missing folder": (["-p", "demo", "-c", "receive_report('ORPHAN_IDENTITIES', out_file='no/r.csv')"], 1, "folder"),
    "unknown parameter": (["-p", "demo", "-c", "get_pending_tasks(limt=1)"], 2, "limit"),
    "no python": (["-c", "get_pending_tasks("], 2, "SyntaxError"),
    "no such script": (["run", "nowhere.py"], 2, "nowhere.py"),
    "unknown generation": (["-p", "demo", "--api-version", "v2027", "-c", "1"], 2, "v2026"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_clear_message(isnshell, tmp_path, case):
    arguments, status, said = BAD[case]
    done = isnshell(*arguments)
    assert done.returncode == status, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_http_address_is_refused(isnshell, tmp_path):
    profile(tmp_path, "plain", SAIL_BASE_URL="http://acme.example.com", SAIL_CLIENT_ID="a", SAIL_CLIENT_SECRET="b")
    done = isnshell("-p", "plain", "-c", "get_pending_tasks()")
    assert done.returncode == 2
    assert "https://" in done.stderr


def test_a_profile_without_secret_says_where_to_put_it(isnshell, tmp_path):
    profile(tmp_path, "half", SAIL_BASE_URL="http://127.0.0.1:9", SAIL_CLIENT_ID="a")
    done = isnshell("-p", "half", "-c", "get_pending_tasks()")
    assert done.returncode == 2
    assert "SAIL_CLIENT_SECRET" in done.stderr


def test_a_server_that_is_gone_is_one_message(isnshell, tmp_path):
    profile(
        tmp_path,
        "gone",
        SAIL_BASE_URL="http://127.0.0.1:9",
        SAIL_CLIENT_ID="a",
        SAIL_CLIENT_SECRET="s3cr3t",
        ISN_MAX_RETRIES="0",
    )
    done = isnshell("-p", "gone", "-c", "get_pending_tasks()")
    assert done.returncode == 1
    assert "refused the connection" in done.stderr
    assert "s3cr3t" not in done.stderr
    assert "Traceback" not in done.stderr


def test_an_existing_file_stays(isnshell, tmp_path):
    (tmp_path / "mine.csv").write_text("mine")
    done = isnshell("-p", "demo", "-c", "receive_report('ORPHAN_IDENTITIES', out_file='mine.csv')")
    assert done.returncode == 1
    assert "force=True" in done.stderr
    assert (tmp_path / "mine.csv").read_text() == "mine"


def test_a_mistake_in_ones_own_code_shows_its_place_and_none_of_ours(isnshell):
    done = isnshell("-p", "demo", "-c", "1 + 'x'")
    assert done.returncode == 1
    assert "TypeError" in done.stderr
    assert "isnshell/" not in done.stderr.replace(str(Path.cwd()), "")


def test_the_command_lines_rails_hold_for_sessions_that_a_script_opens(isnshell, tmp_path):
    script = tmp_path / "s.py"
    script.write_text(
        "from isnshell import connect\nfrom cmdlets import start_report\n"
        "with connect('demo'):\n    start_report(report_type='ORPHAN_IDENTITIES')\n"
    )
    done = isnshell("--read-only", "run", str(script))
    assert done.returncode == 1
    assert "read-only" in done.stderr


def test_what_if_is_the_result_and_sends_nothing(isnshell):
    done = isnshell("-p", "demo", "--what-if", "-c", "receive_report('ORPHAN_IDENTITIES')")
    assert done.returncode == 0, done.stderr
    assert "/v2025/reports/run" in done.stdout


def test_a_script_ends_with_its_own_status(isnshell):
    assert isnshell("-c", "import sys; sys.exit(7)").returncode == 7


def test_json_goes_to_standard_output_whole(isnshell):
    done = isnshell("-p", "demo", "-c", "get_sources(limit=2) | convert_to_json()")
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)) == 2


@pytest.mark.parametrize("line", ["?suspend_report", "Suspend-Report?"])
def test_a_question_for_help_is_answered_as_at_the_prompt(isnshell, line):
    done = isnshell("-c", line)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("suspend_report(")
