"""The parameters of the object commands against those that PowerShell itself names."""

from __future__ import annotations

import inspect
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from isnshell.commands.cmdlet import FunctionCmdlet
from isnshell.commands.registry import aliases, get_cmdlet, resolve
from isnshell.naming import fold
from isnshell.pipeline.stream import Stream

FACTS = Path(__file__).parents[3] / ".." / "shared" / "facts" / "powershell-commands.json"

COMMANDS = (
    "Where-Object",
    "Select-Object",
    "ForEach-Object",
    "Sort-Object",
    "Group-Object",
    "Measure-Object",
    "Compare-Object",
    "Tee-Object",
    "Get-Member",
    "Get-Unique",
    "Get-Random",
    "Out-Null",
    "Write-Output",
)

# What PowerShell has and isnshell deliberately has not, with the reason
LEFT_OUT = {
    "ForEach-Object": {
        "RemainingScripts": "begin= and end= say which function is which",
        "AsJob": "start_job takes any stream",
        "ThrottleLimit": "parallel= is the number itself",
        "TimeoutSeconds": "a call can't be ended from outside without leaving its change half done",
        "UseNewRunspace": "there are no runspaces; an executor of processes is given as parallel=",
    },
    "Get-Member": {"View": "records have one view; .NET's adapted and extended members have no counterpart"},
}

# What isnshell has besides, with the reason
ADDED = {
    "Where-Object": {"properties": "type='QUARTZ', the shortest way to a condition"},
    "Select-Object": {
        "properties": "Property, by position",
        "calculated": "Department='attributes.department', in place of a hashtable",
    },
    "ForEach-Object": {
        "arguments": "fixed arguments of a command, in place of a script block",
        "resume": "a job over thousands of records can be interrupted",
    },
    "Sort-Object": {"properties": "Property, by position"},
    "Group-Object": {"properties": "Property, by position"},
    "Measure-Object": {"properties": "Property, by position"},
    "Tee-Object": {"force": "a file is never replaced unasked"},
    "Write-Output": {"values": "InputObject, by position"},
}

# Positions that mean something else, with the reason
MOVED = {
    "Get-Random": {"Minimum": "get_random(7, 1) reads as in random.randrange"},
    "Compare-Object": {"Property": "a third position, which PowerShell leaves free"},
}

pytestmark = pytest.mark.skipif(
    not FACTS.exists(), reason="the facts about PowerShell lie beside the checkout in shared/facts"
)


@cache
def facts() -> dict[str, Any]:
    return json.loads(FACTS.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def ours(name: str) -> FunctionCmdlet:
    found = get_cmdlet(name)
    assert isinstance(found, FunctionCmdlet)
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_parameter_of_powershell_is_there(name: str) -> None:
    """Under its own name in snake case; what is left out has a reason, and no reason outlives its parameter."""
    theirs = facts()["commands"][name]["parameters"]
    known = set(ours(name)._spellings) | {"inputobject"}  # every stage takes that one
    lacking = {parameter for parameter in theirs if fold(parameter) not in known}
    assert set(LEFT_OUT.get(name, {})) == lacking


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_there_besides_has_a_reason(name: str) -> None:
    """A parameter of our own is listed above."""
    theirs = {fold(parameter) for parameter in facts()["commands"][name]["parameters"]}
    assert set(ADDED.get(name, {})) == {own for own in ours(name).__signature__.parameters if fold(own) not in theirs}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_other_spellings_of_parameters_are_understood(name: str) -> None:
    """`-Path` of Tee-Object, `-AHT` of Group-Object, `-IEQ` of Where-Object."""
    command = ours(name)
    spelled = {
        alias: parameter
        for parameter, about in facts()["commands"][name]["parameters"].items()
        for alias in about.get("aliases", ())
    }
    for alias, parameter in spelled.items():
        if name == "Where-Object":  # operators are found by their names, whichever they are
            list([{"a": 1}] | command("a", **{alias.lower(): [1] if "in" in alias.lower() else 1}))
        elif name == "ForEach-Object":
            assert alias == "Args"  # given by position
        else:
            own = command.own_parameter(parameter) or command.own_parameter(alias)
            assert own is not None
            assert command.own_parameter(alias) == own


@pytest.mark.parametrize("name", COMMANDS)
def test_positions_are_those_of_powershell(name: str) -> None:
    """What stands first there stands first here, or is taken as many as are given."""
    parameters = list(ours(name).__signature__.parameters.values())
    by_place = [one for one in parameters if one.kind in (one.POSITIONAL_OR_KEYWORD, one.VAR_POSITIONAL)]
    theirs: dict[str, int] = {}
    for members in facts()["commands"][name]["sets"].values():
        theirs |= {one["name"]: one["position"] for one in members if "position" in one}
    for parameter, place in theirs.items():
        if any(one.kind is inspect.Parameter.VAR_POSITIONAL for one in by_place[: place + 1]):
            continue
        if parameter in ("InputObject", "FilterScript", "MemberName"):
            continue  # the pipe gives it; a function or a member's name stands in the first place as it is
        assert fold(by_place[place].name) == fold(parameter)
    beyond = {fold(one.name) for one in by_place[1:] if one.kind is one.POSITIONAL_OR_KEYWORD}
    assert beyond - {fold(one) for one in theirs} == {fold(one) for one in MOVED.get(name, {})}


def test_allowed_values_are_accepted() -> None:
    """Every member type of PowerShell has a meaning, if only that nothing here is one."""
    for value in facts()["commands"]["Get-Member"]["parameters"]["MemberType"]["values"]:
        list({"id": 1} | ours("Get-Member")(member_type=value))


def test_aliases_are_those_of_powershell() -> None:
    """Those of every system and those that only Windows has."""
    theirs = facts()["aliases"] | facts()["aliases_windows_only"]
    for alias, command in theirs.items():
        if command in COMMANDS:
            assert aliases()[alias] == ours(command).name
    assert resolve("Where-Object") is ours("where_object")


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("Where-Object", {"property": "n", "gt": 1}),
        ("Select-Object", {"property": ["n"], "last": 1}),
        ("ForEach-Object", {"member_name": "n"}),
        ("Sort-Object", {"property": "n", "descending": True}),
        ("Group-Object", {"property": "n"}),
        ("Measure-Object", {"property": "n", "sum": True}),
        ("Compare-Object", {"reference_object": [{"n": 1}], "property": "n"}),
        ("Tee-Object", {"variable": []}),
        ("Get-Member", {"name": "n"}),
        ("Get-Unique", {}),
        ("Get-Random", {"set_seed": 1, "shuffle": True}),
        ("Out-Null", {}),
        ("Write-Output", {}),
    ],
)
def test_input_object_stands_for_the_pipe(name: str, options: dict[str, Any]) -> None:
    """As from splatting; the result is that of the pipe."""
    rows = [{"n": 1}, {"n": 3}, {"n": 2}]
    given, piped = ours(name)(input_object=rows, **options), rows | ours(name)(**options)
    if isinstance(piped, Stream):
        given, piped = list(given), list(piped)
    assert given == piped
