"""History on disk."""

import os
import stat
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from isnshell.repl.history import KEPT, ProfileHistory, history_file


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
    assert list(ProfileHistory(lambda: tmp_path / "b").load_history_strings()) == ["on b"]


def test_a_session_s_own_lines_come_along_to_another_profile(tmp_path):
    ProfileHistory(lambda: tmp_path / "b").store_string("long ago on b")
    profile = "a"
    history = ProfileHistory(lambda: tmp_path / profile)
    history.store_string("just now on a")
    profile = "b"
    assert list(history.load_history_strings()) == ["just now on a", "long ago on b"]


def test_a_text_comes_once_where_it_was_typed_last(file):
    history = ProfileHistory(lambda: file)
    for text in ("one", "two", "one"):
        history.store_string(text)
    assert list(history.load_history_strings()) == ["one", "two"]


def test_of_a_long_history_the_newest_texts_are_found(file):
    file.parent.mkdir(parents=True)
    file.write_text("".join(f"\n# 2026-01-01\n+number = {number}\n+{'x' * 60}\n" for number in range(50_000)))
    found = list(ProfileHistory(lambda: file).load_history_strings())
    assert len(found) == KEPT
    assert found[0].startswith("number = 49999\n")
    assert found[-1].startswith(f"number = {50_000 - KEPT}\n")


def test_a_text_that_the_tail_cuts_is_left_out(file):
    file.parent.mkdir(parents=True)
    file.write_text("\n# 2026-01-01\n" + "+cut off\n" * 300_000 + "\n# 2026-01-02\n+whole\n")
    assert list(ProfileHistory(lambda: file).load_history_strings()) == ["whole"]


def test_two_shells_do_not_mix_their_texts(file):
    one, other = ProfileHistory(lambda: file), ProfileHistory(lambda: file)
    texts = ["\n".join(f"{name}{number}" for _ in range(2_000)) for name in "ab" for number in range(20)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda text: (one if text[0] == "a" else other).store_string(text), texts))
    assert sorted(ProfileHistory(lambda: file).load_history_strings()) == sorted(texts)


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
    file.chmod(0o644)
    ProfileHistory(lambda: file).store_string("two")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_folder_that_can_not_be_written_loses_the_line_only(tmp_path):
    (tmp_path / "file").write_text("")
    history = ProfileHistory(lambda: tmp_path / "file" / "x.txt")
    history.store_string("one")
    assert list(history.load_history_strings()) == ["one"]
    assert (tmp_path / "file").read_text() == ""
