"""Comparison against recordings of real PowerShell: every one-liner that is one operator between two literals."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from isnshell.errors import UsageError
from isnshell.pipeline.comparison import OPERATORS
from isnshell.pipeline.conversion import text_of

from ..powershell_literals import literal

TRUTH = Path(__file__).parents[3] / ".." / "shared" / "golden" / "expressions" / "truth.jsonl"
GROUPS = {"comparison", "comparison-array", "contains-in", "like", "match"}

_OPERATOR = re.compile(r" -([ci]?(?:eq|ne|[gl][te]|(?:not)?(?:like|match|contains|in))) ", re.IGNORECASE)


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
