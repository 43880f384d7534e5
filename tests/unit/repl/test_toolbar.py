"""What the toolbar says, and what it leaves out where there is no room."""

import pytest
from prompt_toolkit.formatted_text import fragment_list_to_text

from isnshell.repl.marks import Mark, session_marks, title
from isnshell.repl.toolbar import fitted
from isnshell.tenant.profiles import Profile
from isnshell.tenant.session import Session, set_session


def _session(environment="production", **options):
    profile = Profile("acme", "https://acme.api.identitynow.com", "id", "secret", environment=environment)
    return Session(profile, **options)


def _texts(marks):
    return [mark.text for mark in marks]


def test_a_session_is_told_in_order_of_importance():
    assert _texts(session_marks(_session())) == [
        "PRODUCTION",
        "acme",
        "acme.api.identitynow.com",
        "v2025",
        "not signed in yet",
        "95 requests left",
    ]


@pytest.mark.parametrize("environment", ["production", "sandbox"])
def test_the_environment_has_a_colour_of_its_own(environment):
    assert session_marks(_session(environment))[0] == Mark(environment.upper(), environment)


def test_rails_are_marked():
    marks = _texts(session_marks(_session(read_only=True, what_if=True)))
    assert marks[4:6] == ["READ-ONLY", "WHAT-IF"]


def test_production_without_questions_is_marked():
    assert Mark("changes are not asked about", "rail") in session_marks(_session(yes=True))


def test_without_a_session_the_way_to_one_is_told():
    assert _texts(session_marks(None)) == ["no session: use_profile(...)"]


def test_the_title_names_production():
    set_session(_session())
    assert title() == "PRODUCTION acme - isnshell"


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (30, " ONE  TWO          first  2nd "),
        (20, " ONE  TWO     first "),
        (12, " ONE  TWO   "),
        (7, " ONE   "),
    ],
)
def test_hints_go_first_where_there_is_no_room(columns, expected):
    marks, hints = [Mark("ONE"), Mark("TWO")], [Mark("first"), Mark("2nd")]
    assert fragment_list_to_text(fitted(marks, hints, columns)) == expected
