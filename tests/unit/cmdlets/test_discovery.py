"""Finding commands, and reading what one does."""

from __future__ import annotations

from typing import Any

import pytest

import cmdlets
from cmdlets import get_command, get_help, get_sailpoint_command
from isnshell.catalog.successors import successor
from isnshell.errors import UnknownNameError, UsageError
from isnshell.formatting.canvas import text_canvas
from isnshell.formatting.default import show_text
from isnshell.tenant.session import Session, set_session


def _names(stream: Any) -> list[str]:
    return [row.name for row in stream]


# --- get_command ----------------------------------------------------------------------------------------------------


def test_a_row_says_what_a_command_is() -> None:
    (row,) = get_command("get_report_result")

    assert row == {
        "name": "get_report_result",
        "generation": "v2025",
        "purpose": "Get one report result by its task result id.",
        "experimental": False,
        "deprecated": False,
        "tag": "Reports Data Extraction",
    }


@pytest.mark.parametrize("pattern", ["*potential_role_s*", "Get-PotentialRoleS*", "*PotentialRoleS*"])
def test_names_are_found_in_any_spelling(pattern: str) -> None:
    found = _names(get_command(pattern))

    assert "get_potential_role_summaries" in found
    assert "get_sources" not in found


def test_verb_noun_and_tag_narrow_the_list() -> None:
    assert set(_names(get_command(verb="start", noun="*report"))) == {"start_campaign_report", "start_report"}
    assert all(row.tag == "Transforms" for row in get_command(tag="transforms"))
    assert _names(get_command(tag="Transforms", verb="new")) == ["new_transform"]


def test_own_commands_are_listed_beside_the_apis() -> None:
    (row,) = get_command("wait_report")

    assert (row.generation, row.tag) == (None, "isnshell")
    assert row.purpose == "Wait until a report has ended and return its result."
    assert "where_object" in _names(get_command(tag="isnshell"))


def test_the_api_alone_is_listed_on_request() -> None:
    assert _names(get_sailpoint_command("wait_report")) != ["wait_report"]
    assert "where_object" not in _names(get_sailpoint_command())
    (row,) = get_sailpoint_command("start_report")
    assert (row.generation, row.tag) == ("v2025", "Reports Data Extraction")


def test_a_generation_may_be_asked_for(session: Session) -> None:
    assert {row.generation for row in get_command("*report*", generation="v3")} == {"v3"}
    assert "wait_report" not in _names(get_command(generation="v3"))
    set_session(session).api_version = "beta"
    assert {row.generation for row in get_command("get_sources")} == {"beta"}
    with pytest.raises(UnknownNameError, match=r"no API generation 'v2'"):
        get_command(generation="v2")


def test_experimental_and_deprecated_commands_are_marked() -> None:
    rows = {row.name: row for row in get_sailpoint_command("*", generation="v2025")}

    assert rows["get_pending_tasks"].deprecated is True
    assert rows["get_sources"].deprecated is False
    assert {row.experimental for row in rows.values()} == {True, False}


def test_where_nothing_fits_the_nearest_are_listed(person: Any) -> None:
    assert _names(get_command("get_reprot"))[0] == "get_report"
    assert person.notes == ["No command is called get_reprot; these come near."]
    assert "get_report" in _names(get_command(verb="get", noun="reprot"))


def test_a_tag_that_is_none_names_the_nearest(person: Any) -> None:
    assert _names(get_command(tag="Tranforms")) == []
    assert "Did you mean Transforms" in person.notes[0]


def test_nothing_at_all_is_nothing(person: Any) -> None:
    assert _names(get_command("xyzzyxyzzyxyzzy")) == []
    assert person.notes == []


# --- what ends ------------------------------------------------------------------------------------------------------


def test_a_legacy_list_tells_the_successor_of_each_generations_command() -> None:
    rows = [(row.name, row.generation, row.successor) for row in get_command("*work_item_forward*", legacy=True)]

    assert rows == [("send_work_item_forward", "v3", "invoke_forward_work_item")]
    found = {row.generation: row.successor for row in get_command("get_pending_tasks", legacy=True)}
    assert found == {"v2025": "none", "v2024": "none", "beta": "none"}


def test_the_29_names_without_successor_are_told() -> None:
    rows = [row for row in get_command(legacy=True) if row.successor == "none"]

    assert len(rows) == 29
    assert all(successor(row.generation, row.name) is None for row in rows)


def test_what_stays_is_in_no_legacy_list() -> None:
    assert {row.generation for row in get_command(legacy=True)} == {"v3", "beta", "v2024", "v2025", "v2026"}
    assert {row.generation for row in get_command(legacy=True, generation="beta")} == {"beta"}
    assert _names(get_command(legacy=True, generation="v1")) == []


def test_without_legacy_no_successor_is_told() -> None:
    assert all("successor" not in row for row in get_command("*report*"))


# --- the table --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("legacy", [False, True], ids=["all", "legacy"])
def test_in_80_columns_the_purpose_has_room(legacy: bool) -> None:
    lines = "".join(show_text(get_command("*pending_task*", legacy=legacy), text_canvas(80))).split("\n")
    heading = next(line for line in lines if line.strip())

    assert heading.split() == ["name", "generation", *(["successor"] if legacy else []), "purpose"]
    assert max(map(len, lines)) <= 80


# --- get_help ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begins", "thing"),
    [
        ("get_report(task_result_id, file_format", cmdlets.get_report),
        ("get_report(task_result_id, file_format", "Get-Report"),
        ("get_v2024_report(task_result_id", "Get-V2024Report"),
        ("format_table(", "ft"),
        ("where_object(", "?"),
        ("initialize_transform(", "Initialize-Transform"),
        ("convert_from_json_to_transform(json)", "ConvertFrom-JsonToTransform"),
        ("get_sailpoint_command(", "Get-SailPointCommand"),
    ],
)
def test_help_begins_with_the_usage_whatever_it_is_asked_with(begins: str, thing: Any) -> None:
    assert get_help(thing).startswith(begins)


def test_help_tells_powershells_name_and_the_aliases() -> None:
    assert "PowerShell: Where-Object   aliases: ?, where" in get_help("where_object")


def test_a_long_usage_is_broken_into_lines() -> None:
    usage = get_help("where_object").partition("\n\n")[0].split("\n")

    assert len(usage) > 1
    assert max(map(len, usage)) <= 79


def test_help_without_a_name_says_how_to_begin() -> None:
    assert 'get_command("*report*")' in get_help()


def test_help_on_what_is_no_command() -> None:
    assert "Return the number of items" in get_help(len)
    with pytest.raises(UnknownNameError, match="Did you mean"):
        get_help("get_reprot")
    with pytest.raises(UsageError, match="no help on a Bare"):
        get_help(type("Bare", (), {})())


@pytest.mark.parametrize("name", ["where_object", "get_accounts", "Get-PendingTasks"])
def test_the_examples_alone(name):
    text = get_help(name, examples=True)
    assert text.startswith("Example:\n    >>> ")
    assert get_help(name).rstrip().endswith(text)


def test_one_parameter_alone():
    assert get_help("where_object", parameter="GT").startswith("gt: Greater than.")
    assert get_help("get_accounts", parameter="detailLevel").startswith("detail_level (")
    assert "\n    " in get_help("new_transform", parameter="type")
    with pytest.raises(UnknownNameError, match="get_accounts has no parameter 'filtres'"):
        get_help("get_accounts", parameter="filtres")
