"""The object commands against recordings of real PowerShell: each pipe there is read and run here."""

from __future__ import annotations

import io
import json
import math
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from decimal import Decimal
from enum import IntEnum
from pathlib import Path
from typing import Any

import pytest

from cmdlets.objects import sort_object
from isnshell.commands.variables import keep_variables_in
from isnshell.errors import IsnError
from isnshell.pipeline.conversion import text_of
from isnshell.pipeline.stream import as_stream
from isnshell.records import Record

from ..powershell_pipes import Unreadable, run, shown

TRUTH = Path(__file__).parents[3] / ".." / "shared" / "golden" / "expressions" / "truth.jsonl"

# How many recordings of each group are read at least; the others are about streams, errors and .NET's types
ENOUGH = {"select": 28, "sort": 54, "group-measure": 65, "where-foreach": 70}

# What the script blocks of the recordings do
BLOCKS: dict[str, Callable[[Any], Any]] = {
    "": lambda one: None,
    "$_": lambda one: one,
    "$PSItem": lambda one: one,
    '"$_"': text_of,
    "[string]$_": text_of,
    "[int]$_": int,
    '"$_".Length': lambda one: len(text_of(one)),
    '"[$_]"': lambda one: f"[{text_of(one)}]",
    '"n$_"': lambda one: f"n{one}",
    '"<$_>"': lambda one: f"<{one}>",
    '"$_" + $_.Length': lambda one: f"{one}{len(one)}",
    "$_ % 2": lambda one: one % 2,
    "$_ * 2": lambda one: one * 2,
    "$_ * $_": lambda one: one * one,
    "$_ -lt 3": lambda one: one < 3,
    "$_ -eq 1": lambda one: one == 1,
    "$_ -ne 2": lambda one: one != 2,
    "$null -ne $_": lambda one: one is not None,
    "$_ -in 2..4": lambda one: one in range(2, 5),
    "$_ -gt 3 -and $_ -lt 7": lambda one: 3 < one < 7,
    "$_.Length -gt 1": lambda one: len(one) > 1,
    "if ($_ -eq 2) { return }; $_": lambda one: None if one == 2 else one,
    "if ($_ % 2) { 'odd' } else { 'even' }": lambda one: "odd" if one % 2 else "even",
    "$_; 'x'": lambda one: [one, "x"],
    "$_ = 'y'; $_": lambda one: "y",
    "'b'": lambda one: "b",
    "'e'": lambda one: "e",
    "'done'": lambda one: "done",
    "1": lambda one: 1,
    "Write-Output $_": lambda one: one,
    "$o = $_; 'a','b' | ForEach-Object { \"$o$_\" }": lambda one: [f"{one}a", f"{one}b"],
    "[pscustomobject]@{n=$_}": lambda one: Record(n=one),
    "@{n=$_}": lambda one: {"n": one},
    "$k,$v = $_ -split '='; [pscustomobject]@{k=$k;v=$v}": lambda one: Record(zip("kv", one.split("="), strict=True)),
    "[math]::Floor(($_ - 1) / 2)": lambda one: math.floor((one - 1) / 2),
    "$_.a -eq 2": lambda one: one.a == 2,
    "$_.name": lambda one: one.name,
    "$_.name.Length": lambda one: len(one.name),
    "$_.name.ToUpper()": lambda one: one.name.upper(),
    "$_.dept.ToLower()": lambda one: one.dept.lower(),
    "-$_.age": lambda one: -one.age,
    "$_.age + 1": lambda one: one.age + 1,
    "$_.age * 2": lambda one: one.age * 2,
    "$_.age": lambda one: one.age,
    "$_.age -gt 30": lambda one: one.age > 30,
    "$_.age -gt 40": lambda one: one.age > 40,
    "$PSItem.age -le 35": lambda one: one.age <= 35,
    "$_.dept -eq 'HR' -and $_.age -lt 30": lambda one: one.dept == "HR" and one.age < 30,
    '"$($_.Name)=$($_.Count)"': lambda group: f"{group.name}={group.count}",
    "$_.Group.name -join '+'": lambda group: "+".join(one.name for one in group.group),
    "$_.Group -join ','": lambda group: ",".join(map(text_of, group.group)),
    "$_.Values": lambda group: group.values_,
    "$_.Name.GetType().Name": lambda group: {str: "String"}[type(group.name)],
    "($_.Group | Measure-Object age -Average).Average": lambda group: (
        math.fsum(one.age for one in group.group) / group.count
    ),
    "[math]::Round($_.StandardDeviation, 3)": lambda measure: round(measure.standard_deviation, 3),
    "[math]::Round($_.age / 10)": lambda one: round(one.age / 10),
}


# Recordings that are about .NET, with the reason why no pipe here gives the same
OTHERWISE = {"1..3 | ForEach-Object ToString": "Python's numbers have no such method"}


def cases() -> Iterator[Any]:
    if not TRUTH.exists():
        return
    for line in TRUTH.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["group"] in ENOUGH and row["code"] not in OTHERWISE and is_read(row["code"]):
            yield pytest.param(row, id=f"{row['group']} {row['code'][-90:]}")


def is_read(code: str) -> bool:
    with redirect_stderr(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # stages that are left lying where the reading ends
        try:
            list(as_stream(run(code, BLOCKS)))
        except Unreadable:
            return False
        except Exception:
            return True
    return True


pytestmark = pytest.mark.skipif(
    not TRUTH.exists(), reason="the recordings of PowerShell lie beside the checkout in shared/golden"
)
CASES = list(cases())


def test_enough_of_the_recordings_are_read() -> None:
    """The reader must not quietly lose its cases."""
    found = Counter(case.values[0]["group"] for case in CASES)
    assert {group: found[group] >= least for group, least in ENOUGH.items()} == dict.fromkeys(ENOUGH, True), found


@pytest.mark.parametrize("row", CASES)
def test_pipes_give_what_powershell_gives(row: dict[str, Any]) -> None:
    """The same values, or for groups and measures the same table, or an error."""
    keep_variables_in({})
    if row["error"]:
        with pytest.raises(IsnError):
            list(as_stream(run(row["code"], BLOCKS)))
        return
    results = list(as_stream(run(row["code"], BLOCKS)))
    if any((one["text"] or "").startswith("Microsoft.PowerShell.Commands.") for one in row["values"]):
        assert cells(shown(row["display"])) == cells(results)
    else:
        assert [(one["text"] or "").lower() for one in row["values"]] == [text_of(one).lower() for one in results]


def cells(objects: list[Any]) -> list[dict[str, str]]:
    """Groups and measures as PowerShell shows them; the members of a group have cases of their own."""
    shown = [{name.lower(): text_of(value) for name, value in one.items()} for one in objects]
    return [{name: value for name, value in one.items() if name not in ("group", "values")} for one in shown]


class Day(IntEnum):
    Monday = 1
    Friday = 5


def test_decimals_and_days_sort_as_numbers() -> None:
    """Types that PowerShell orders by their value do so here."""
    assert [Decimal("0.5"), 1, 1.5] == list([1.5, Decimal("0.5"), 1] | sort_object())
    assert [Day.Monday, Day.Friday] == list([Day.Friday, Day.Monday] | sort_object())
