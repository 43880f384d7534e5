"""Names of files, where a parameter wants one."""

import pytest


@pytest.fixture
def folder(here):
    """Files with awkward names in the current folder, and one in the home folder."""
    (here / "reports").mkdir()
    (here / "reports" / "last year.csv").write_text("")
    for name in ("roles.csv", "Rules.txt", "it's.csv", ".hidden"):
        (here / name).write_text("")
    return here


_TABLE = [
    ("receive_report('X', out_file='r^')", ["reports/", "roles.csv", "Rules.txt"]),
    ('receive_report("X", out_file="reports/^', ["last year.csv"]),
    ('import_csv("reports/last y^', ["last year.csv"]),
    ('get_content("./ro^', ["roles.csv"]),
    ('tasks | export_csv("ro^', ["roles.csv"]),
    ("tasks | export_csv('it^", []),  # its quote would end the string
    ('tasks | export_csv("it^', ["it's.csv"]),
    ('get_content(".h^', [".hidden"]),
    ('open("ro^', ["roles.csv"]),
    ('open("roles.csv", "r^', []),
    ('import_csv("nowhere/^', []),
    ('import_csv("\0^', []),
]


@pytest.mark.parametrize(("text", "expected"), _TABLE, ids=[text for text, _ in _TABLE])
def test_what_is_offered(text, expected, check, folder):
    check(text, expected)


def test_the_home_folder_may_be_written_as_a_tilde(offered, here, monkeypatch):
    (here / "home").mkdir()
    (here / "home" / "plan.csv").write_text("")
    monkeypatch.setenv("HOME", str(here / "home"))
    monkeypatch.setenv("USERPROFILE", str(here / "home"))
    assert [one.text for one in offered('get_content("~/p^')] == ["plan.csv"]


@pytest.mark.parametrize("typed", [r"reports\last", r"reports\\last", "reports/last"], ids=["one", "two", "slash"])
def test_backslashes_of_windows_become_slashes(typed, offered, folder, monkeypatch):
    monkeypatch.setattr("isnshell.repl.completion.files.IS_WINDOWS", True)
    text = f'import_csv("{typed}'
    (one,) = offered(f"{text}^")
    assert text[: one.start] + one.text == 'import_csv("reports/last year.csv'
    assert one.shown == "last year.csv"


def test_only_the_last_part_of_a_path_is_replaced(offered, folder):
    text = 'import_csv("reports/last y^'
    assert [one.start for one in offered(text)] == [text.index("last y")]
