"""The filter language: what it means, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from isnshell.sandbox.filters import And, Comparison, FilterError, Not, Or, check, matches, parse

RECORD: dict[str, Any] = {
    "name": "Active Directory",
    "quote": 'say "hi" \\ (now)',
    "owner.id": "2c91",
    "count": 7,
    "saved": True,
    "created": "2026-03-01T08:00:00.000Z",
    "features": ["ENABLE", "UNLOCK"],
    "gone": None,
}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, 'name eq "Active Directory"'),
        (True, 'name eq "active directory"'),
        (False, 'name eq "Active"'),
        (True, 'name ne "Workday"'),
        (True, 'gone ne "Workday"'),
        (True, 'name in ("Workday", "Active Directory")'),
        (False, 'name in ("Workday","Salesforce")'),
        (True, 'name sw "active"'),
        (False, 'name sw "Directory"'),
        (True, 'name co "DIRECT"'),
        (True, 'owner.id eq "2c91"'),
        (True, "count ge 7"),
        (False, "count gt 7"),
        (True, "count lt 7.5"),
        (True, "count le 7"),
        (True, "count eq 7"),
        (True, 'name gt "Aaron"'),
        (True, "saved eq true"),
        (True, 'saved eq "true"'),
        (False, "saved eq false"),
        (True, "created gt 2026-02-28T23:59:59Z"),
        (True, 'created le "2026-03-01T10:00:00+02:00"'),
        (False, "created lt 2026-03-01T08:00:00Z"),
        (True, 'features ca ("UNLOCK", "ENABLE")'),
        (False, 'features ca ("UNLOCK","SEARCH")'),
        (True, 'features co "lock"'),
        (True, 'features eq "ENABLE"'),
        (True, "gone isnull"),
        (False, "name isnull"),
        (True, "gone eq null"),
        (True, "pr name"),
        (False, "pr gone"),
        (False, 'gone sw "a"'),
        (True, "not gone co null"),
        (True, r'quote eq "say \"hi\" \\ (now)"'),
        (True, 'name sw "A" and count eq 7'),
        (False, 'name sw "A" and count eq 8'),
        (True, 'name sw "X" or count eq 7'),
        (True, "not count eq 8 and saved eq true"),
        (True, "not (count eq 8 or saved eq false)"),
        (False, "not not count eq 8"),
        (True, "count eq 8 and count eq 7 or saved eq true"),
        (False, "count eq 8 and (count eq 7 or saved eq true)"),
        (True, '(name co "dir")and (count eq 7)and ((saved eq false)or (saved eq true))'),
    ],
)
def test_a_filter_means_what_the_documents_say(expected: bool, text: str) -> None:
    assert matches(parse(text), RECORD.get) is expected


def test_not_binds_closer_than_and_which_binds_closer_than_or() -> None:
    a, b, c = (Comparison(name, "eq", (1,)) for name in "abc")

    assert parse("not a eq 1 or b eq 1 and c eq 1") == Or((Not(a), And((b, c))))


@pytest.mark.parametrize(
    ("says", "text"),
    [
        ("the end", ""),
        ("Expected an operator", "name"),
        ("Expected a value", "name eq"),
        ("'is' is no operator", 'name is "x"'),
        ("lower case", 'name EQ "x"'),
        ("behind a complete filter", 'name eq "x" AND count eq 7'),
        ("Expected ')'", '(name eq "x"'),
        ("quote", 'name eq "x'),
        ("Expected '('", 'name in "x"'),
        ("Expected a value", "name in ()"),
        ("Expected a field", "and name isnull"),
        ("Expected a field", '"name" eq "x"'),
        ("behind a complete filter", "name isnull isnull"),
    ],
)
def test_what_is_no_filter_is_refused_with_what_is_wrong(says: str, text: str) -> None:
    with pytest.raises(FilterError, match=says.replace("(", r"\(").replace(")", r"\)")):
        parse(text)


@pytest.mark.parametrize(
    ("says", "text"),
    [
        ('not supported for "city"; supported are name, count', 'city eq "x"'),
        ('operator "co" is not supported for "name"; supported are eq, in', 'count eq 1 or not (name co "x")'),
    ],
    ids=["field", "operator"],
)
def test_only_what_a_collection_offers_may_be_asked(says: str, text: str) -> None:
    with pytest.raises(FilterError) as caught:
        check(parse(text), {"name": ("eq", "in"), "count": ("eq",)})

    assert says in str(caught.value)
