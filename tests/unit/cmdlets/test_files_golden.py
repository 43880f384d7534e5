"""CSV and JSON against recordings of real PowerShell: a line here beside the same one there."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cmdlets.csv_files import convert_from_csv, convert_to_csv
from cmdlets.json_files import convert_from_json, convert_to_json
from cmdlets.objects import select_object, where_object
from isnshell.pipeline.conversion import text_of

TRUTH = Path(__file__).parents[3] / ".." / "shared" / "golden" / "expressions" / "truth.jsonl"

pytestmark = pytest.mark.skipif(
    not TRUTH.exists(), reason="the recordings of PowerShell lie beside the checkout in shared/golden"
)

AB = "[pscustomobject]@{a=1;b='x'} | ConvertTo-Csv"
TWO = "[pscustomobject]@{a='q\"q';b='c,c'},[pscustomobject]@{a=$null;b=''} | ConvertTo-Csv"
two = [{"a": 'q"q', "b": "c,c"}, {"a": None, "b": ""}]


def compressed(value: Any, **options: Any) -> Any:
    return [value | convert_to_json(compress=True, **options)]


CSV: dict[str, Callable[[], Any]] = {
    f"{AB} -UseQuotes Never": lambda: {"a": 1, "b": "x"} | convert_to_csv(use_quotes="Never"),
    f"{AB} -UseQuotes AsNeeded": lambda: {"a": 1, "b": "x"} | convert_to_csv(UseQuotes="AsNeeded"),
    f"{AB} -NoHeader": lambda: {"a": 1, "b": "x"} | convert_to_csv(no_header=True),
    f"{AB} -QuoteFields a": lambda: {"a": 1, "b": "x"} | convert_to_csv(quote_fields="a"),
    f"{TWO} -NoTypeInformation": lambda: two | convert_to_csv(NoTypeInformation=True),
    f"{TWO} -UseQuotes Never": lambda: two | convert_to_csv(use_quotes="never"),
    '[pscustomobject]@{a="l1`nl2"} | ConvertTo-Csv': lambda: {"a": "l1\nl2"} | convert_to_csv(),
    '[pscustomobject]@{a="l1`nl2"} | ConvertTo-Csv -NoHeader': lambda: {"a": "l1\nl2"} | convert_to_csv(no_header=True),
    "[ordered]@{a=1;b=2} | ConvertTo-Csv": lambda: {"a": 1, "b": 2} | convert_to_csv(),
    "[ordered]@{a=1;b=2} | ConvertTo-Csv -UseQuotes AsNeeded": lambda: {"a": 1, "b": 2} | convert_to_csv(uq="asneeded"),
    "@() | ConvertTo-Csv": lambda: [] | convert_to_csv(),
    "@() | ConvertTo-Csv -Delimiter ';'": lambda: [] | convert_to_csv(delimiter=";"),
    "'a,b','1,2' | ConvertFrom-Csv": lambda: ["a,b", "1,2"] | convert_from_csv(),
    "'a,b','1,2','3,4' | ConvertFrom-Csv | ForEach-Object a": lambda: [
        one.a for one in ["a,b", "1,2", "3,4"] | convert_from_csv()
    ],
    "@('a,b' | ConvertFrom-Csv).Count": lambda: [len("a,b" | convert_from_csv())],
    '\'a,b\',\'"x,y","q""q"\' | ConvertFrom-Csv | ConvertTo-Json -Compress': lambda: compressed(
        ["a,b", '"x,y","q""q"'] | convert_from_csv()
    ),
    "'a,b',' 1 , 2 ' | ConvertFrom-Csv | ConvertTo-Json -Compress": lambda: compressed(
        ["a,b", " 1 , 2 "] | convert_from_csv()
    ),
    "'a, b','1,2' | ConvertFrom-Csv | ForEach-Object { $_.psobject.Properties.Name -join '|' }": lambda: [
        "|".join(one) for one in ["a, b", "1,2"] | convert_from_csv()
    ],
    "'1,2','3,4' | ConvertFrom-Csv -Header x,y | ForEach-Object y": lambda: [
        one.y for one in ["1,2", "3,4"] | convert_from_csv(header=["x", "y"])
    ],
    "'1' | ConvertFrom-Csv -Header x,y | ConvertTo-Json -Compress": lambda: compressed(
        "1" | convert_from_csv(header=["x", "y"])
    ),
    "'#comment','a,b','1,2' | ConvertFrom-Csv | ForEach-Object a": lambda: [
        one.a for one in ["#comment", "a,b", "1,2"] | convert_from_csv()
    ],
    "'a','','1' | ConvertFrom-Csv | Measure-Object | ForEach-Object Count": lambda: [
        len(["a", "", "1"] | convert_from_csv())
    ],
    "'' | ConvertFrom-Csv": lambda: "" | convert_from_csv(),
    "'n','10','9' | ConvertFrom-Csv | Where-Object n -gt 5 | ForEach-Object n": lambda: [
        one.n for one in ["n", "10", "9"] | convert_from_csv() | where_object("n", gt=5)
    ],
    "'id,name','1,Ann' | ConvertFrom-Csv | Select-Object name, id | ConvertTo-Csv": lambda: (
        ["id,name", "1,Ann"] | convert_from_csv() | select_object("name", "id") | convert_to_csv()
    ),
}

NESTED = {"a": {"b": {"c": 1}}}
JSON: dict[str, Callable[[], Any]] = {
    "5 | ConvertTo-Json -Compress": lambda: compressed(5),
    "2.5 | ConvertTo-Json -Compress": lambda: compressed(2.5),
    "'text' | ConvertTo-Json -Compress": lambda: compressed("text"),
    "$true | ConvertTo-Json -Compress": lambda: compressed(True),
    "@(1) | ConvertTo-Json -Compress": lambda: compressed([1]),
    "@(1,2) | ConvertTo-Json -Compress": lambda: compressed([1, 2]),
    "@($null) | ConvertTo-Json -Compress": lambda: compressed([None]),
    "@{} | ConvertTo-Json -Compress": lambda: compressed({}),
    "[ordered]@{a=1;b=@(1);c=@();d=$null} | ConvertTo-Json -Compress": lambda: compressed(
        {"a": 1, "b": [1], "c": [], "d": None}
    ),
    '"l1`nl2`t`r" | ConvertTo-Json -Compress': lambda: compressed("l1\nl2\t\r"),
    "'<a href=''x''>&</a>' | ConvertTo-Json -Compress": lambda: compressed("<a href='x'>&</a>"),
    "'é€' | ConvertTo-Json -Compress": lambda: compressed("é€"),
    '"`u{1F600}" | ConvertTo-Json -Compress': lambda: compressed("😀"),
    "[double]::NaN | ConvertTo-Json -Compress": lambda: compressed(float("nan")),
    "@(@(1,2),@(3)) | ConvertTo-Json -Compress": lambda: compressed([[1, 2], [3]]),
    "@([pscustomobject]@{a=1}) | ConvertTo-Json -Compress": lambda: compressed([{"a": 1}]),
    "'' | ConvertTo-Json -Compress": lambda: compressed(""),
    "0.1 + 0.2 | ConvertTo-Json -Compress": lambda: compressed(0.1 + 0.2),
    "@('a',$null) | ConvertTo-Json -Compress": lambda: compressed(["a", None]),
    "ConvertTo-Json @()": lambda: [convert_to_json([])],
    "ConvertTo-Json @(1) -Compress": lambda: [convert_to_json([1], compress=True)],
    "ConvertTo-Json $null": lambda: [convert_to_json(None)],
    "ConvertTo-Json ''": lambda: [convert_to_json("")],
    "@{a=@{b=@{c=@{d=1}}}} | ConvertTo-Json -Depth 5 -Compress": lambda: compressed(
        {"a": {"b": {"c": {"d": 1}}}}, depth=5
    ),
    "@{a=1} | ConvertTo-Json -Depth 0 -Compress": lambda: compressed({"a": 1}, depth=0),
    "1..3 | ForEach-Object { [pscustomobject]@{n=$_} } | ConvertTo-Json -Compress": lambda: compressed(
        [{"n": n} for n in range(1, 4)]
    ),
    "[pscustomobject]@{n=1} | ConvertTo-Json -AsArray -Compress": lambda: compressed({"n": 1}, as_array=True),
    "[char]0x2028 | ConvertTo-Json": lambda: ["\u2028" | convert_to_json()],
    '"`0`b`f" | ConvertTo-Json': lambda: ["\0\b\f" | convert_to_json()],
    "[ordered]@{a=@(1,2);b=@();c=@{}} | ConvertTo-Json": lambda: [{"a": [1, 2], "b": [], "c": {}} | convert_to_json()],
    "ConvertTo-Json (@(@{a=1},@{a=2}))": lambda: [convert_to_json([{"a": 1}, {"a": 2}])],
    "ConvertTo-Json -InputObject @(@{a=1}) -Compress": lambda: [convert_to_json([{"a": 1}], compress=True)],
    "'[1,2,3]' | ConvertFrom-Json": lambda: "[1,2,3]" | convert_from_json(),
    "'[]' | ConvertFrom-Json": lambda: "[]" | convert_from_json(),
    "'null' | ConvertFrom-Json": lambda: ["null" | convert_from_json()],
    "'\"s\"' | ConvertFrom-Json": lambda: ['"s"' | convert_from_json()],
    "' ' | ConvertFrom-Json": lambda: [" " | convert_from_json()],
    "'[true,\"x\",1.5]' | ConvertFrom-Json": lambda: '[true,"x",1.5]' | convert_from_json(),
    '\'{"a":{"b":{"c":1}}}\' | ConvertFrom-Json -AsHashtable | ConvertTo-Json -Compress': lambda: [
        convert_to_json(convert_from_json(json.dumps(NESTED), as_hashtable=True), compress=True)
    ],
    "('{\"a\":1}' | ConvertFrom-Json).A": lambda: [('{"a":1}' | convert_from_json()).A],
    '(\'{"a":1,"A":2}\' | ConvertFrom-Json -AsHashtable).Count': lambda: [
        len('{"a":1,"A":2}' | convert_from_json(as_hashtable=True))
    ],
    '(\'{"b":1,"a":2}\' | ConvertFrom-Json -AsHashtable).Keys': lambda: (
        '{"b":1,"a":2}' | convert_from_json(as_hashtable=True)
    ),
    "('{\"n\":1e2}' | ConvertFrom-Json).n": lambda: [('{"n":1e2}' | convert_from_json()).n],
    '\'{"a":1,"a":2}\' | ConvertFrom-Json -AsHashtable | ConvertTo-Json -Compress': lambda: compressed(
        '{"a":1,"a":2}' | convert_from_json(as_hashtable=True)
    ),
    "$o = '{\"a\":1}','{\"a\":2}' | ConvertFrom-Json; $o.a": lambda: [
        one.a for one in ['{"a":1}', '{"a":2}'] | convert_from_json()
    ],
}


@cache
def recorded() -> dict[str, list[str]]:
    rows = map(json.loads, TRUTH.read_text(encoding="utf-8").splitlines())
    return {row["code"]: [one["text"] or "" for one in row["values"]] for row in rows if not row["error"]}


@pytest.mark.parametrize("asked", CSV)
def test_csv_is_what_powershell_makes_of_it(asked: str) -> None:
    assert recorded()[asked] == [text_of(one) for one in CSV[asked]()]


@pytest.mark.parametrize("asked", JSON)
def test_json_is_what_powershell_makes_of_it(asked: str) -> None:
    assert recorded()[asked] == [text_of(one) for one in JSON[asked]()]
