"""The object commands against recordings of real PowerShell: a pipe here beside the same one there."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cmdlets.each import for_each_object
from cmdlets.measures import compare_object, group_object, measure_object
from cmdlets.objects import select_object, sort_object, where_object
from cmdlets.passing import get_unique
from isnshell.pipeline.conversion import text_of

TRUTH = Path(__file__).parents[3] / ".." / "shared" / "golden" / "expressions" / "truth.jsonl"
STAFF_PS = (
    "$s = @([pscustomobject]@{name='Dana';dept='IT';age=41},[pscustomobject]@{name='alex';dept='HR';age=29},"
    "[pscustomobject]@{name='Bea';dept='it';age=35},[pscustomobject]@{name='Carl';dept='HR';age=29}); $s | "
)
PEOPLE_PS = (
    "$p = [pscustomobject]@{n='bob';a=30},[pscustomobject]@{n='Al';a=25},[pscustomobject]@{n='cy';a=$null}; $p | "
)


def staff() -> list[dict[str, Any]]:
    return [
        {"name": "Dana", "dept": "IT", "age": 41},
        {"name": "alex", "dept": "HR", "age": 29},
        {"name": "Bea", "dept": "it", "age": 35},
        {"name": "Carl", "dept": "HR", "age": 29},
    ]


def people() -> list[dict[str, Any]]:
    return [{"n": "bob", "a": 30}, {"n": "Al", "a": 25}, {"n": "cy", "a": None}]


def name() -> Any:
    return for_each_object("name")


def name_and_count() -> Any:
    return for_each_object(lambda group: f"{group.name}={group.count}")


class Day(IntEnum):
    Monday = 1
    Friday = 5


# What PowerShell was asked behind its list, and what is asked here
STAFF: dict[str, Callable[[], Any]] = {
    "Select-Object name": lambda: select_object("name"),
    "Select-Object name, age": lambda: select_object("name", "age"),
    "Select-Object -First 2": lambda: select_object(first=2),
    "Select-Object -Skip 3": lambda: select_object(skip=3),
    "Select-Object -SkipLast 3": lambda: select_object(skip_last=3),
    "Select-Object -Skip 1 -First 1": lambda: select_object(skip=1, first=1),
    "Select-Object -Index 0,2": lambda: select_object(index=[0, 2]),
    "Select-Object *": lambda: select_object("*"),
    "Select-Object * -ExcludeProperty age": lambda: select_object("*", exclude_property="age"),
    "Select-Object name, nope": lambda: select_object("name", "nope"),
    "Select-Object nope -First 1": lambda: select_object("nope", first=1),
    "Select-Object -ExpandProperty name": lambda: select_object(expand_property="name"),
    "Select-Object -ExpandProperty age -First 2": lambda: select_object(expand_property="age", first=2),
    "Select-Object age -Unique": lambda: select_object("age", unique=True),
    "Select-Object -Property n*": lambda: select_object(property=["n*"]),
    "Select-Object @{n='N';e={$_.name.ToUpper()}} -First 1": lambda: select_object(N=lambda r: r.name.upper(), first=1),
    "Select-Object @{Name='Next';Expression={$_.age + 1}}, name -Last 1": lambda: select_object(
        {"Name": "Next", "Expression": lambda r: r.age + 1}, "name", last=1
    ),
    "Select-Object @{l='Label';e='name'} -First 1": lambda: select_object(Label="name", first=1),
    "Select-Object name, @{n='senior';e={$_.age -gt 40}}": lambda: select_object("name", senior=lambda r: r.age > 40),
    "Select-Object -Last 9": lambda: select_object(last=9),
    "Select-Object *, @{n='x';e={1}} -First 1": lambda: select_object("*", x=lambda r: 1, first=1),
    "Select-Object -ExcludeProperty name, age -First 1": lambda: select_object(
        exclude_property=["name", "age"], first=1
    ),
    "Select-Object name -ExpandProperty dept -First 1": lambda: select_object("name", expand_property="dept", first=1),
    "Select-Object name -Unique -First 2": lambda: select_object("name", unique=True, first=2),
    "Sort-Object age, name | ForEach-Object name": lambda: sort_object("age", "name") | name(),
    "Sort-Object age -Descending | ForEach-Object name": lambda: sort_object("age", descending=True) | name(),
    "Sort-Object { $_.name.Length }, name | ForEach-Object name": lambda: (
        sort_object(lambda r: len(r.name), "name") | name()
    ),
    "Sort-Object @{Expression='dept'}, @{Expression='age';Descending=$true}, name | ForEach-Object name": lambda: (
        sort_object("dept", "-age", "name") | name()
    ),
    "Sort-Object @{e={$_.age};Ascending=$false}, @{e='name'} | ForEach-Object name": lambda: (
        sort_object({"e": lambda r: r.age, "Ascending": False}, {"e": "name"}) | name()
    ),
    "Sort-Object age -Unique | ForEach-Object name": lambda: sort_object("age", unique=True) | name(),
    "Sort-Object nope | ForEach-Object name": lambda: sort_object("nope") | name(),
    "Sort-Object -Property name | ForEach-Object name": lambda: sort_object(property="name") | name(),
    "Sort-Object dept -Stable | ForEach-Object name": lambda: sort_object("dept", stable=True) | name(),
    "Group-Object dept | Sort-Object Count -Descending | Select-Object Name, Count": lambda: (
        group_object("dept") | sort_object("count", descending=True) | select_object(Name="name", Count="count")
    ),
    "Group-Object dept -CaseSensitive | Sort-Object Count -Descending | Select-Object Name, Count": lambda: (
        group_object("dept", case_sensitive=True)
        | sort_object("count", descending=True)
        | select_object(Name="name", Count="count")
    ),
    'Group-Object { $_.age -gt 30 } | ForEach-Object { "$($_.Name)=$($_.Count)" }': lambda: (
        group_object(lambda r: r.age > 30) | name_and_count()
    ),
    "Group-Object { $_.name.Length } | ForEach-Object { $_.Group.name -join '+' }": lambda: (
        group_object(lambda r: len(r.name)) | for_each_object(lambda g: "+".join(one.name for one in g.group))
    ),
    "Group-Object age | ForEach-Object Name": lambda: group_object("age") | name(),
    "Group-Object nope | ForEach-Object Name": lambda: group_object("nope") | name(),
    "Group-Object nope | ForEach-Object Count": lambda: group_object("nope") | for_each_object("count"),
    "Group-Object dept | Where-Object Count -gt 1 | ForEach-Object Name": lambda: (
        group_object("dept") | where_object("count", gt=1) | name()
    ),
    "Where-Object dept -eq 'IT' | ForEach-Object name": lambda: where_object(dept="IT") | name(),
    "Where-Object age -ge '35' | ForEach-Object name": lambda: where_object("age", ge="35") | name(),
    "Where-Object age -eq 29 | ForEach-Object name": lambda: where_object("age", 29) | name(),
    "Where-Object age | ForEach-Object name": lambda: where_object("age") | name(),
    "Where-Object name -clike 'a*' | ForEach-Object { $_.name }": lambda: where_object("name", c_like="a*") | name(),
    "Where-Object name -in 'Bea','carl' | ForEach-Object { $_.name }": lambda: (
        where_object("name", in_=["Bea", "carl"]) | name()
    ),
    "Where-Object name -match '^[a-c]' | ForEach-Object { $_.name }": lambda: (
        where_object("name", match="^[a-c]") | name()
    ),
    "Where-Object name -notlike '*a*' | ForEach-Object { $_.name }": lambda: (
        where_object("name", not_like="*a*") | name()
    ),
    "Where-Object name -is string | ForEach-Object { $_.name }": lambda: where_object("name", is_="string") | name(),
}

# Lists of plain values with what is done to them
VALUES: dict[str, Callable[[], Any]] = {
    "3,3,1,2,1 | Sort-Object ": lambda: [3, 3, 1, 2, 1] | sort_object(),
    "3,1,2 | Sort-Object -Descending": lambda: [3, 1, 2] | sort_object(descending=True),
    "-1,5,-10 | Sort-Object ": lambda: [-1, 5, -10] | sort_object(),
    '-1,5,-10 | Sort-Object { "$_" }': lambda: [-1, 5, -10] | sort_object(text_of),
    "-1,5,-10 | Sort-Object -Top 2": lambda: [-1, 5, -10] | sort_object(top=2),
    "1,$null,2 | Sort-Object -Unique": lambda: [1, None, 2] | sort_object(unique=True),
    "2.5,1,'3' | Sort-Object ": lambda: [2.5, 1, "3"] | sort_object(),
    "2.5,1,'3' | Sort-Object { \"$_\".Length }": lambda: [2.5, 1, "3"] | sort_object(lambda value: len(text_of(value))),
    "10,'9',100 | Sort-Object { $_ } -Unique": lambda: [10, "9", 100] | sort_object(lambda value: value, unique=True),
    "10,'9',100 | Sort-Object -Top 2": lambda: [10, "9", 100] | sort_object(top=2),
    "'10','9','100' | Sort-Object -Top 2": lambda: ["10", "9", "100"] | sort_object(top=2),
    "'item2','item10','Item1' | Sort-Object ": lambda: ["item2", "item10", "Item1"] | sort_object(),
    "'zebra','Apple','apple','mango' | Sort-Object ": lambda: ["zebra", "Apple", "apple", "mango"] | sort_object(),
    "'a1','a','A1','A' | Sort-Object ": lambda: ["a1", "a", "A1", "A"] | sort_object(),
    "'a1','a','A1','A' | Sort-Object { $_ } -Unique": lambda: ["a1", "a", "A1", "A"] | sort_object(unique=True),
    "'a1','a','A1','A' | Sort-Object { [string]$_ } -Descending": lambda: (
        ["a1", "a", "A1", "A"] | sort_object(descending=True)
    ),
    "'b','A','c','a' | Sort-Object -Top 2": lambda: ["b", "A", "c", "a"] | sort_object(top=2),
    "'b',$null,'a' | Sort-Object -Descending": lambda: ["b", None, "a"] | sort_object(descending=True),
    "'b',$null,'a' | Sort-Object -CaseSensitive": lambda: ["b", None, "a"] | sort_object(case_sensitive=True),
    "$true,$false,$true | Sort-Object -Unique": lambda: [True, False, True] | sort_object(unique=True),
    "@() | Sort-Object -Descending": lambda: [] | sort_object(descending=True),
    "3,1,2 | Group-Object | ForEach-Object Name": lambda: [3, 1, 2] | group_object() | name(),
    "'a','A','b' | Group-Object | ForEach-Object Count": lambda: (
        ["a", "A", "b"] | group_object() | for_each_object("count")
    ),
    "'a','A','b' | Group-Object -CaseSensitive | ForEach-Object Count": lambda: (
        ["a", "A", "b"] | group_object(case_sensitive=True) | for_each_object("count")
    ),
    "(1..10 | Measure-Object -Sum).Sum": lambda: [(range(1, 11) | measure_object(sum=True)).sum],
    "(1,'2' | Measure-Object -Sum).Sum": lambda: [([1, "2"] | measure_object(sum=True)).sum],
    "('b','a' | Measure-Object -Maximum).Maximum": lambda: [(["b", "a"] | measure_object(maximum=True)).maximum],
    "$null -eq (@() | Measure-Object -Sum).Sum": lambda: [([] | measure_object(sum=True)).sum is None],
    "1.5,2 | Measure-Object -StandardDeviation | ForEach-Object { [math]::Round($_.StandardDeviation, 3) }": lambda: [
        round(([1.5, 2] | measure_object(standard_deviation=True)).standard_deviation, 3)
    ],
    "$true,$false | Measure-Object -StandardDeviation | ForEach-Object { [math]::Round($_.StandardDeviation, 3) }": (
        lambda: [round(([True, False] | measure_object(standard_deviation=True)).standard_deviation, 3)]
    ),
    "'a','A','b' | Select-Object -Unique": lambda: ["a", "A", "b"] | select_object(unique=True),
    "'a','a','b','a' | Get-Unique": lambda: ["a", "a", "b", "a"] | get_unique(),
    "'a','A','b' | Get-Unique": lambda: ["a", "A", "b"] | get_unique(),
    "'a','','b' | Where-Object Length": lambda: ["a", "", "b"] | where_object("Length"),
    "'a','bb' | Where-Object Length -gt 1": lambda: ["a", "bb"] | where_object("Length", gt=1),
    "@{a=1},@{a=2} | Where-Object { $_.a -eq 2 } | ForEach-Object a": lambda: (
        [{"a": 1}, {"a": 2}] | where_object(a=2) | for_each_object("a")
    ),
    "1..3 | ForEach-Object { $_; 'x' }": lambda: [1, 2, 3] | for_each_object(lambda n: [n, "x"]),
    "1..3 | ForEach-Object -Begin { 'b' } -Process { $_ } -End { 'e' }": lambda: (
        [1, 2, 3] | for_each_object(lambda n: n, begin=lambda: "b", end=lambda: "e")
    ),
    "'a b','c' | ForEach-Object Split ' '": lambda: ["a b", "c"] | for_each_object("split", " "),
    "'a','bb' | ForEach-Object -MemberName ToUpper": lambda: ["a", "bb"] | for_each_object(member_name="upper"),
    "Compare-Object 1,2 1,2": lambda: compare_object([1, 2], [1, 2]),
    "(Compare-Object 1,2,3 3,4 | Where-Object SideIndicator -eq '<=').InputObject": lambda: (
        compare_object([1, 2, 3], [3, 4]) | where_object("SideIndicator", eq="<=") | for_each_object("InputObject")
    ),
    "Compare-Object 'a','b' 'A','c'": lambda: compare_object(["a", "b"], ["A", "c"]) | shown_as_there(),
    "Compare-Object 1,1,2 1,2": lambda: compare_object([1, 1, 2], [1, 2]) | shown_as_there(),
    "Compare-Object ([pscustomobject]@{id=1;v='a'}) ([pscustomobject]@{id=1;v='b'}) -Property id, v": lambda: (
        compare_object({"id": 1, "v": "a"}, {"id": 1, "v": "b"}, ["id", "v"])
        | select_object("id", "v", SideIndicator="sideIndicator")
    ),
    "Compare-Object @([pscustomobject]@{id=1},[pscustomobject]@{id=2}) @([pscustomobject]@{id=2}) -Property id"
    " -PassThru | ForEach-Object id": lambda: (
        compare_object([{"id": 1}, {"id": 2}], [{"id": 2}], "id", pass_thru=True) | for_each_object("id")
    ),
}

PEOPLE: dict[str, Callable[[], Any]] = {
    "Sort-Object n | ForEach-Object n": lambda: sort_object("n") | for_each_object("n"),
    "Sort-Object a | ForEach-Object n": lambda: sort_object("a") | for_each_object("n"),
    "Sort-Object a -Descending | ForEach-Object n": lambda: sort_object("a", descending=True) | for_each_object("n"),
    "Where-Object -Not a | ForEach-Object n": lambda: where_object("a", not_=True) | for_each_object("n"),
    "Select-Object -ExpandProperty n": lambda: select_object(expand_property="n"),
    "Measure-Object a -Average -Maximum -Minimum | Select-Object Count, Average, Maximum, Minimum": lambda: (
        for_each_object(lambda one: one)
        | measure_object("a", average=True, maximum=True, minimum=True)
        | select_object(Count="count", Average="average", Maximum="maximum", Minimum="minimum")
    ),
}


def shown_as_there() -> Any:
    return select_object({"n": "InputObject", "e": "inputObject"}, SideIndicator="sideIndicator")


@cache
def recorded() -> dict[str, list[str]]:
    rows = map(json.loads, TRUTH.read_text(encoding="utf-8").splitlines())
    return {row["code"]: [one["text"] or "" for one in row["values"]] for row in rows if not row["error"]}


def texts(results: Any) -> list[str]:
    return [text_of(one) for one in results]


pytestmark = pytest.mark.skipif(
    not TRUTH.exists(), reason="the recordings of PowerShell lie beside the checkout in shared/golden"
)


@pytest.mark.parametrize("asked", STAFF)
def test_pipes_over_objects_give_what_powershell_gives(asked: str) -> None:
    """Four members of staff, filtered, picked, sorted and grouped."""
    assert recorded()[STAFF_PS + asked] == texts(staff() | STAFF[asked]())


@pytest.mark.parametrize("asked", PEOPLE)
def test_pipes_over_objects_with_a_null_give_what_powershell_gives(asked: str) -> None:
    """Three people, one of whose ages is null."""
    assert recorded()[PEOPLE_PS + asked] == texts(people() | PEOPLE[asked]())


@pytest.mark.parametrize("asked", VALUES)
def test_pipes_over_values_give_what_powershell_gives(asked: str) -> None:
    """Numbers, texts and nulls, mixed too."""
    assert recorded()[asked] == texts(VALUES[asked]())


def test_decimals_and_days_sort_as_numbers() -> None:
    """Types that PowerShell orders by their value do so here."""
    assert [Decimal("0.5"), 1, 1.5] == list([1.5, Decimal("0.5"), 1] | sort_object())
    assert [Day.Monday, Day.Friday] == list([Day.Friday, Day.Monday] | sort_object())
