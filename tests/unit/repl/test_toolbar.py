"""What the toolbar says, and what it leaves out where there is no room."""

import pytest
from prompt_toolkit.formatted_text import fragment_list_to_text
from prompt_toolkit.output.vt100 import ANSI_COLORS_TO_RGB

from isnshell.repl.marks import Mark, session_marks, title, warning
from isnshell.repl.toolbar import STYLE, fitted
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


def test_a_prompt_without_colours_names_production():
    set_session(_session())
    assert warning() == "PRODUCTION acme "
    set_session(_session("sandbox"))
    assert warning() == ""


def _light(colour):
    """Relative luminance, as the web's accessibility guidelines have it."""
    name = "ansi" + colour[4:] if colour.startswith("ansi") else colour
    rgb = ANSI_COLORS_TO_RGB[name] if name in ANSI_COLORS_TO_RGB else bytes.fromhex(name)
    parts = [one / 255 for one in rgb]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("part", [selector for selector, _ in STYLE.style_rules])
@pytest.mark.parametrize("background", ["ansiblack", "ansiwhite"], ids=["dark", "light"])
def test_every_part_of_the_prompt_is_readable_on_dark_and_on_light(part, background):
    look = STYLE.get_attrs_for_style_str(" ".join(f"class:{name}" for name in part.split()))
    foreground = look.color or ("ansiwhite" if background == "ansiblack" else "ansiblack")
    assert _contrast(foreground, look.bgcolor or background) >= 4.5


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (200, "PRODUCTION acme acme.api.identitynow.com v2025 READ-ONLY WHAT-IF not signed in yet 95 requests left"),
        (90, "PRODUCTION acme acme.api.identitynow.com v2025 READ-ONLY WHAT-IF not signed in yet"),
        (80, "PRODUCTION acme acme.api.identitynow.com READ-ONLY WHAT-IF"),
        (60, "PRODUCTION acme READ-ONLY WHAT-IF"),
        (24, "PRODUCTION acme"),
        (5, ""),
    ],
)
def test_a_narrow_window_keeps_what_matters_most(columns, expected):
    marks = session_marks(_session(read_only=True, what_if=True))
    text = fragment_list_to_text(fitted(marks, [], columns))
    assert (" ".join(text.split()), len(text)) == (expected, columns)
