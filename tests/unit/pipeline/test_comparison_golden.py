"""Comparison against recordings of real PowerShell: every one-liner that is one operator between two literals."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from isnshell.errors import UsageError
from isnshell.pipeline.comparison import OPERATORS
from isnshell.pipeline.conversion import text_of
from isnshell.records import Record

TRUTH = Path(__file__).parents[3] / ".." / "shared" / "golden" / "expressions" / "truth.jsonl"
GROUPS = {"comparison", "comparison-array", "contains-in", "like", "match"}

_OPERATOR = re.compile(r" -([ci]?(?:eq|ne|[gl][te]|(?:not)?(?:like|match|contains|in))) ", re.IGNORECASE)
_LITERAL = re.compile(
    r"\$(?P<constant>true|false|null)"
    r"|'(?P<single>[^']*)'"
    r'|"(?P<double>[^"$]*)"'
    r"|(?P<number>-?(?:0x[0-9A-F]+|\d+(?:\.\d+)?(?:e\d+)?))(?P<suffix>kb|[dL])?"
    r"|\[(?P<type>datetime|timespan|guid)\]'(?P<typed>[^']*)'"
    r"|\[byte\](?P<byte>\d+)|\[uint32\](?P<uint>\d+)|(?P<limit>\[(?:int|long|double)\]::(?:MaxValue|NaN))"
    r"|@\((?P<list>[^()]*)\)|(?P<table>(?:\[pscustomobject\])?@\{a=1\})|\(,\(1,2\)\)(?P<nested>)",
    re.IGNORECASE,
)
_LIMITS = {"[int]::maxvalue": 2**31 - 1, "[long]::maxvalue": 2**63 - 1, "[double]::nan": float("nan")}


def literal(text: str) -> Any:
    """The value of a PowerShell literal; a ValueError where it is anything else."""
    if "," in text and not text.startswith(("@", "(")):
        return [literal(one) for one in text.split(",")]
    match = _LITERAL.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    if "constant" in found:
        return {"true": True, "false": False, "null": None}[found["constant"].lower()]
    if "single" in found:
        return found["single"]
    if "double" in found:
        return found["double"].replace("`n", "\n").replace("`r", "\r")
    if "number" in found:
        return number(found["number"], found.get("suffix", ""))
    if "type" in found:
        return typed(found["type"].lower(), found["typed"])
    if "limit" in found:
        return _LIMITS[found["limit"].lower()]
    if "list" in found:
        return [literal(one) for one in found["list"].split(",")] if found["list"] else []
    if "nested" in found:
        return [[1, 2]]
    if "table" in found:
        return Record(a=1) if "[" in found["table"] else {"a": 1}
    return int(found.get("byte") or found["uint"])


def number(digits: str, suffix: str) -> int | float | Decimal:
    if suffix == "d":
        return Decimal(digits)
    if digits.lower().startswith("0x"):
        return int(digits, 16)
    value = float(digits) if "." in digits or "e" in digits else int(digits)
    return value * 1024 if suffix == "kb" else value


def typed(kind: str, text: str) -> Any:
    if kind == "datetime":
        return datetime.fromisoformat(text)
    if kind == "guid":
        return UUID(text)
    hours, minutes, seconds = (int(part) for part in text.split(":"))
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def cases() -> Iterator[Any]:
    if not TRUTH.exists():
        return
    for line in TRUTH.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        parts = _OPERATOR.split(row["code"].removesuffix("; $Matches.Count; $Matches[0]; $Matches[1]"))
        if row["group"] not in GROUPS or len(parts) != 3:
            continue
        try:
            left, right = literal(parts[0]), literal(parts[2])
        except ValueError:
            continue
        yield pytest.param(left, parts[1].lower(), right, row, id=row["code"][:80])


CASES = list(cases())


@pytest.mark.skipif(not TRUTH.exists(), reason="the recordings of PowerShell lie beside the checkout in shared/golden")
def test_enough_of_the_recordings_are_understood() -> None:
    """The reader of literals above must not quietly lose its cases."""
    assert len(CASES) > 350


@pytest.mark.parametrize(("left", "operator", "right", "row"), CASES)
def test_operators_give_what_powershell_gives(left: Any, operator: str, right: Any, row: dict[str, Any]) -> None:
    """Each recorded comparison gives the same truth, the same elements, or an error of the same name."""
    if row["error"] and row["error"]["id"] != "NullArray":  # that one is about $Matches, behind the comparison
        with pytest.raises(UsageError) as caught:
            OPERATORS[operator](left, right)
        assert getattr(caught.value, "error_id", row["error"]["id"]) == row["error"]["id"]
        return
    found = OPERATORS[operator](left, right)
    if row["error"]:
        assert found is (operator.endswith("notmatch"))
        return
    results = found if isinstance(left, list) and isinstance(found, list) else [found]
    recorded = row["values"][:1] if "$Matches" in row["code"] else row["values"]
    assert [one["text"] or "" for one in recorded] == [text_of(one) for one in results]
