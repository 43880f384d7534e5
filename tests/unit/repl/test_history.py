"""History on disk."""

import os
import stat
import sys

import pytest

from isnshell.repl.history import ProfileHistory, history_file


@pytest.fixture
def file(tmp_path):
    return tmp_path / "isnshell" / "history" / "demo.txt"


def test_what_was_stored_is_loaded_newest_first(file):
    history = ProfileHistory(lambda: file)
    history.store_string("one")
    history.store_string("two\n  lines")
    assert list(ProfileHistory(lambda: file).load_history_strings()) == ["two\n  lines", "one"]


def test_secrets_do_not_reach_the_file(file):
    ProfileHistory(lambda: file).store_string('connect(client_secret="s3cr3t")')
    assert "s3cr3t" not in file.read_text()


def test_each_profile_has_its_own_file(tmp_path):
    profile = "a"
    history = ProfileHistory(lambda: tmp_path / profile)
    history.store_string("on a")
    profile = "b"
    history.store_string("on b")
    assert list(history.load_history_strings()) == ["on b"]


def test_a_profile_s_name_can_not_leave_the_folder():
    assert history_file("../../etc/passwd").name == ".._.._etc_passwd.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_nobody_else_can_read_it(file):
    held = os.umask(0)
    try:
        ProfileHistory(lambda: file).store_string("one")
    finally:
        os.umask(held)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_folder_that_can_not_be_written_loses_the_line_only(tmp_path):
    (tmp_path / "file").write_text("")
    history = ProfileHistory(lambda: tmp_path / "file" / "x.txt")
    history.store_string("one")
    assert list(history.load_history_strings()) == []
