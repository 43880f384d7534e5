"""Links: from the ids of known objects, on SailPoint's own hosts, in terminals that follow them."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from isnshell.formatting.canvas import Canvas, follows_links
from isnshell.formatting.links import link_to
from isnshell.formatting.table import table_pages
from isnshell.records import Origin, Record, with_origin

_TENANT = "acme.api.identitynow.com"


def _record(kind: str, tenant: str = _TENANT, id: object = "2c91") -> Record:
    return with_origin(Record(id=id, name="Ada"), Origin(kind=kind, tenant=tenant))


@pytest.mark.parametrize(
    ("expected", "record", "column"),
    [
        ("https://acme.identitynow.com/ui/a/admin/identities/2c91/details/attributes", _record("Identity"), "id"),
        ("https://acme.identitynow.com/ui/a/admin/identities/a%2F..%1B/details/attributes",
         _record("Identity", id="a/..\x1b"), "id"),
        ("https://acme.identitynow.com/ui/a/admin/connections/sources/2c91/menu/base_configuration",
         _record("Source"), "id"),
        ("", _record("Identity"), "name"),
        ("", _record("TaskStatus"), "id"),
        ("", _record("Identity", tenant="sandbox"), "id"),
        ("", _record("Identity", id=None), "id"),
        ("", Record(id="2c91"), "id"),
    ],
    ids=["id", "quoted", "source", "another column", "unknown page", "sandbox", "no id", "no origin"],
)  # fmt: skip
def test_an_id_leads_to_its_page(expected: str, record: Record, column: str) -> None:
    assert link_to(record, column) == expected


def _drawn(canvas: Canvas) -> str:
    console = Console(file=io.StringIO(), width=80, force_terminal=True, color_system="standard", legacy_windows=False)
    for page in table_pages([_record("Role")], canvas):
        console.print(page)
    return console.file.getvalue()  # type: ignore[attr-defined]  # a StringIO


def test_a_table_holds_the_link_where_the_terminal_follows_it() -> None:
    address = "https://acme.identitynow.com/ui/a/admin/access/roles/landing-page/details/2c91"

    assert f";{address}\x1b\\2c91" in _drawn(Canvas(80, is_terminal=True, links=True))
    assert "\x1b]8" not in _drawn(Canvas(80, is_terminal=True))


@pytest.mark.parametrize(
    ("expected", "environ"),
    [
        (True, {"TERM": "xterm-256color"}),
        (True, {"TERM": "xterm", "VTE_VERSION": "7006"}),
        (True, {"WT_SESSION": "x"}),
        (False, {}),
        (False, {"TERM": "dumb"}),
        (False, {"TERM": "linux"}),
        (False, {"TERM": "xterm", "VTE_VERSION": "4200"}),
        (False, {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}),
        (True, {"FORCE_HYPERLINK": "1"}),
        (False, {"TERM": "xterm-256color", "FORCE_HYPERLINK": "0"}),
    ],
)
def test_terminals_that_follow_links_are_known(expected: bool, environ: dict[str, str]) -> None:
    assert follows_links(environ) is expected
