"""The registry: which commands there are, and what a name means."""

from __future__ import annotations

import importlib.metadata
import types
from typing import Any

import pytest

import cmdlets
from isnshell.commands import registry
from isnshell.commands.cmdlet import Cmdlet, cmdlet
from isnshell.commands.operation import OperationCmdlet
from isnshell.commands.registry import all_names, command_in, find_command, get_cmdlet, pinned_command, resolve
from isnshell.errors import UnknownNameError


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("get_report", "get_report"),
        ("get_report", "Get-Report"),
        ("get_report", "getReport"),
        ("get_report", "GET_REPORT"),
        ("get_pending_tasks", "Get-PendingTasks"),
        ("get_v2024_pending_tasks", "Get-V2024PendingTasks"),
        ("get_v2024_pending_tasks", "getV2024PendingTasks"),
        ("get_report_v1", "Get-ReportV1"),
    ],
)
def test_looking_a_name_up_forgives_its_spelling(name: str, spelling: str) -> None:
    assert name == get_cmdlet(spelling).name


def test_a_hand_written_command_wins_over_the_catalogs() -> None:
    command = get_cmdlet("start_report")

    assert not isinstance(command, OperationCmdlet)
    assert isinstance(get_cmdlet("start_v2025_report"), OperationCmdlet)


@pytest.mark.parametrize("name", sorted(cmdlets.COMMANDS))
def test_every_row_of_the_table_leads_to_the_command_of_its_name(name: str) -> None:
    command = find_command(name)

    assert isinstance(command, Cmdlet)
    assert command.name == name


def test_the_table_and_the_decorators_are_one() -> None:
    announced = {}
    for home in {home.partition(":")[0] for home in cmdlets.COMMANDS.values()}:
        module = importlib.import_module(home)
        announced.update(
            {
                one.name: f"{home}:{one.name}"
                for one in vars(module).values()
                if isinstance(one, Cmdlet) and one.__module__ == home
            }
        )

    assert announced == cmdlets.COMMANDS


def test_the_aliases_are_those_of_the_decorators_and_lead_to_commands() -> None:
    announced = {alias: name for name in cmdlets.COMMANDS if (found := find_command(name)) for alias in found.aliases}

    assert {alias: name for alias, name in cmdlets.ALIASES.items() if name in cmdlets.COMMANDS} == announced
    assert all(find_command(name) for name in cmdlets.ALIASES.values())


@pytest.mark.parametrize(
    "alias", ["where", "?", "%", "select", "sort", "ft", "fl", "gm", "gcm", "measure", "group", "tee"]
)
def test_powershells_aliases_resolve(alias: str) -> None:
    assert isinstance(resolve(alias), Cmdlet)


def test_a_wrong_name_gets_the_nearest_right_ones() -> None:
    with pytest.raises(UnknownNameError, match=r"There is no command 'get_reprot'\. Did you mean .*get_report"):
        get_cmdlet("get_reprot")


def test_a_name_far_from_all_says_how_to_list_them() -> None:
    with pytest.raises(UnknownNameError, match="get_command"):
        get_cmdlet("xyzzyxyzzy")


def test_names_come_once_each_hand_written_first() -> None:
    names = list(all_names())

    assert len(names) == len(set(names))
    assert set(names[: len(cmdlets.COMMANDS)]) == set(cmdlets.COMMANDS)
    assert "get_sources" in names


def test_a_command_of_the_catalog_is_made_once() -> None:
    assert find_command("get_sources") is find_command("get_sources")


def test_a_generation_pins_a_command() -> None:
    pinned, named = pinned_command("get_v2024_sources"), command_in("v2024", "get_sources")

    assert named is not None
    assert pinned.generation == named.generation == "v2024"  # type: ignore[attr-defined]
    assert (pinned.name, named.name) == ("get_v2024_sources", "get_sources")
    assert pinned.ps == named.ps == "Get-V2024Sources"


@pytest.mark.parametrize("version", ["V1", "V2"])
def test_names_that_differ_in_their_version_mean_their_own_operation(version: str) -> None:
    command = get_cmdlet(f"Remove-MachineIdentity{version}")

    assert command.ps == f"Remove-MachineIdentity{version}"
    assert [o.path for o in command._operations()] == [f"/machine-identities/{version.lower()}/{{id}}"]  # type: ignore[attr-defined]


def test_a_generation_has_only_its_own_commands() -> None:
    assert command_in("v3", "get_potential_role_summaries") is None
    assert command_in("v2025", "get_nothing") is None


def test_the_module_of_a_generation_gives_its_commands_unprefixed() -> None:
    assert cmdlets.v2024.get_pending_tasks.ps == "Get-V2024PendingTasks"
    assert "get_pending_tasks" in dir(cmdlets.v2024)
    with pytest.raises(AttributeError, match=r"Generation v2026 has no command 'get_pending_tasks'"):
        cmdlets.v2026.get_pending_tasks


def test_from_cmdlets_import_star_gives_no_aliases_and_nothing_of_other_generations() -> None:
    names = set(cmdlets.__all__)

    assert {"get_sources", "start_report", "wait_report"} <= names
    assert not names & {"ft", "select", "where", "get_v2024_pending_tasks"}


def test_a_wrong_name_of_the_module_is_an_attribute_error_with_the_nearest() -> None:
    with pytest.raises(AttributeError, match="get_sources"):
        cmdlets.get_sorces


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A command that another package adds through an entry point."""

    @cmdlet("Get-Weather")
    def get_weather() -> str:
        """Give the weather."""
        return "rain"

    entry = types.SimpleNamespace(name="get_weather", load=lambda: get_weather)
    asked: list[str] = []

    def entry_points(*, group: str) -> list[Any]:
        asked.append(group)
        return [entry]

    monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
    _forget()
    yield asked
    _forget()


def _forget() -> None:
    for remembered in (registry.added_names, registry.find_command, registry._spellings):
        remembered.cache_clear()


def test_another_package_may_add_a_command(added: list[str]) -> None:
    assert get_cmdlet("Get-Weather")() == "rain"
    assert set(added) == {"isnshell.cmdlets"}


def test_entry_points_are_not_read_for_a_name_that_is_known(added: list[str]) -> None:
    get_cmdlet("get_sources")
    get_cmdlet("start_report")
    get_cmdlet("get_v2024_sources")

    assert added == []
