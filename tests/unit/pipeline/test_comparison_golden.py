"""Comparison against recordings of real PowerShell: every one-liner that is one operator between two literals."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from isnshell.errors import UsageError
from isnshell.pipeline.comparison import OPERATORS, find
from isnshell.pipeline.conversion import text_of, truth

from ..powershell_literals import literal

TRUTH = Path(__file__).parents[3] / ".." / "shared" / "golden" / "expressions" / "truth.jsonl"
GROUPS = {"comparison", "comparison-array", "contains-in", "like", "match"}

_OPERATOR = re.compile(r" -([ci]?(?:eq|ne|[gl][te]|(?:not)?(?:like|match|contains|in))) ", re.IGNORECASE)


# What is done with the comparison, and how its result is read then
_FORMS: tuple[tuple[re.Pattern[str], Callable[[Any], Any]], ...] = (
    (re.compile(r"\((.+)\)\.Count"), len),
    (re.compile(r"if \((.+)\) \{ '(?:yes|null)' \} else \{ '(?:no|not)' \}"), truth),
    (re.compile(r"!\((.+)\)"), lambda found: not truth(found)),
    (re.compile(r"(.+)"), lambda found: found),
)


def cases() -> Iterator[Any]:
    if not TRUTH.exists():
        return
    for line in TRUTH.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["group"] not in GROUPS:
            continue
        code = row["code"].removesuffix("; $Matches.Count; $Matches[0]; $Matches[1]")
        for form, read in _FORMS:
            match = form.fullmatch(code)
            parts = _OPERATOR.split(match[1]) if match else []
            if len(parts) != 3:
                continue
            try:
                left, right = literal(parts[0]), literal(parts[2])
            except ValueError:
                continue
            yield pytest.param(left, parts[1].lower(), right, read, row, id=row["code"][:80])
            break


CASES = list(cases())


@pytest.mark.skipif(not TRUTH.exists(), reason="the recordings of PowerShell lie beside the checkout in shared/golden")
def test_enough_of_the_recordings_are_understood() -> None:
    """The reader of literals above must not quietly lose its cases."""
    assert len(CASES) > 430


@pytest.mark.parametrize(("left", "operator", "right", "read", "row"), CASES)
def test_operators_give_what_powershell_gives(
    left: Any, operator: str, right: Any, read: Callable[[Any], Any], row: dict[str, Any]
) -> None:
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
    result = read(found)
    if row["code"].startswith("if "):
        assert row["values"][0]["text"] in (("yes", "null") if result else ("no", "not"))
        return
    results = result if isinstance(left, list) and isinstance(result, list) else [result]
    recorded = row["values"][:1] if "$Matches" in row["code"] else row["values"]
    assert [one["text"] or "" for one in recorded] == [text_of(one) for one in results]


# What is read of $Matches behind a match, from what `find` gives
_GROUPS: dict[str, Callable[[re.Match[str]], Any]] = {
    "$Matches[0]": lambda found: found[0],
    "$Matches[1]": lambda found: _of(found, 1),
    "$Matches.named": lambda found: _of(found, "named"),
    "$Matches.Count": lambda found: 1 + sum(group is not None for group in found.groups()),
    "$Matches.ContainsKey('a')": lambda found: _of(found, "a") is not None,
    "$Matches.first + '/' + $Matches['second']": lambda found: (
        f"{_of(found, 'first') or ''}/{_of(found, 'second') or ''}"
    ),
}


def _of(found: re.Match[str], group: int | str) -> str | None:
    """A group as $Matches has it: by its name alone where it has one."""
    names = found.re.groupindex
    if isinstance(group, str):
        return found[group] if group in names else None
    unnamed = [number for number in range(1, found.re.groups + 1) if number not in names.values()]
    return found[unnamed[group - 1]] if group <= len(unnamed) else None


def group_cases() -> Iterator[Any]:
    if not TRUTH.exists():
        return
    form = re.compile(r"if \('([^']+)' -match '([^']+)'\) \{ (.+) \} else \{ 'none' \}")
    for line in TRUTH.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        match = form.fullmatch(row["code"])
        if row["group"] == "match" and match and match[3] in _GROUPS:
            yield pytest.param(match[1], match[2], _GROUPS[match[3]], row, id=row["code"])


@pytest.mark.parametrize(("text", "expression", "read", "row"), list(group_cases()))
def test_matches_have_the_groups_that_powershell_finds(
    text: str, expression: str, read: Callable[[re.Match[str]], Any], row: dict[str, Any]
) -> None:
    """.NET numbers the groups without a name first."""
    found = find(text, expression)
    assert text_of("none" if found is None else read(found)) == (row["values"][0]["text"] or "")
