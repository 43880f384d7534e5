"""The plan of many changes: one table, as wide as there is room."""

from __future__ import annotations

from typing import Any

import pytest

from isnshell.commands.plans import PlanTable
from isnshell.operations.request import Request
from isnshell.records import Record
from isnshell.tenant.rails import Plan
from isnshell.tenant.telling import plan_line


def _table(*changes: tuple[Any, str, str]) -> PlanTable:
    table = PlanTable()
    for row, (record, target, change) in enumerate(changes, 1):
        table.add(row, record, Plan("Update-Thing", "acme", "sandbox", "", target, change))
    return table


def test_a_change_that_is_too_long_goes_on_below_itself() -> None:
    table = _table((Record(id="7", name="Seven"), "7", "PATCH /things/7 replace /name " + " ".join(["word"] * 8)))

    assert table.text(60).splitlines() == [
        "What if: Update-Thing on acme, 1 change",
        "row  object  name   change",
        "---  ------  -----  ---------------------------------------",
        "  1  7       Seven  PATCH /things/{id} replace /name word",
        "                    word word word word word word word",
    ]
    assert len(table.text().splitlines()) == 4


@pytest.mark.parametrize(
    ("target", "change", "shown"),
    [
        ("a", "DELETE /a-things/a", "DELETE /a-things/{id}"),
        ("a", "POST /things/a/cancel {}", "POST /things/{id}/cancel {}"),
        ("a b", "PUT /a/b {}", "PUT /a/b {}"),
        ("", "POST /things {}", "POST /things {}"),
    ],
)
def test_the_object_is_not_told_twice(target: str, change: str, shown: str) -> None:
    assert _table((Record(id="x"), target, change)).text().splitlines()[-1].endswith(f"  {shown}")


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (b'[{"op":"replace","path":"/on","value":true}]', "PATCH /things/1 replace /on true"),
        (
            b'[{"op":"move","from":"/a","path":"/b"},{"op":"remove","path":"/c"}]',
            "PATCH /things/1 move /a /b, remove /c",
        ),
        (b'{"no": "patch"}', 'PATCH /things/1 {"no": "patch"}'),
        (b"[1]", "PATCH /things/1 [1]"),
        (b"[", "PATCH /things/1 ["),
    ],
)
def test_a_json_patch_is_told_in_words(body: bytes, line: str) -> None:
    request = Request("PATCH", "/things/1", body=body, content_type="application/json-patch+json")
    assert plan_line(request) == line
