"""HTML pages and pieces of them."""

from __future__ import annotations

import pytest

from cmdlets.html_pages import convert_to_html
from cmdlets.output import out_file
from isnshell.errors import UsageError


def test_a_page_needs_nothing_else_and_escapes_what_it_is_given(tmp_path):
    records = [{"name": "<b>R&D</b>", "n": 3}]
    path = (
        records | convert_to_html(title="Roles & more", pre_content="<h1>Roles</h1>") | out_file(tmp_path / "page.html")
    )
    page = path.read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "<title>Roles &amp; more</title>" in page
    assert "<h1>Roles</h1>" in page
    assert '<tr><td>&lt;b&gt;R&amp;D&lt;/b&gt;</td><td class="number">3</td></tr>' in page
    assert "http" not in page


def test_a_fragment_of_chosen_columns():
    assert list([{"a": 1, "b": 2}] | convert_to_html("b", Twice=lambda one: one.b * 2, fragment=True)) == [
        '<table class="sortable">',
        "<thead><tr><th><button>b</button></th><th><button>Twice</button></th></tr></thead>",
        "<tbody>",
        '<tr><td class="number">2</td><td class="number">4</td></tr>',
        "</tbody>",
        "</table>",
    ]


def test_records_as_html_lists():
    text = "\n".join([{"name": "Ada"}] | convert_to_html(fragment=True, as_="list"))
    assert text == '<table>\n<tr><th scope="row">name</th><td>Ada</td></tr>\n</table>\n<br>'
    with pytest.raises(UsageError, match="as_='tree'"):
        convert_to_html(as_="tree")


def test_columns_in_powershells_ways():
    records = [{"Name": "Orders", "Count": 3}]
    for stage in (
        convert_to_html("Name", {"n": "Double", "e": lambda one: one.Count * 2}, fragment=True),
        convert_to_html(Property=["Name", {"Label": "Double", "Expression": lambda one: one.Count * 2}], Fragment=True),
    ):
        assert list(records | stage)[1] == (
            "<thead><tr><th><button>Name</button></th><th><button>Double</button></th></tr></thead>"
        )
    assert list(records | convert_to_html(property={"n": "N", "e": "Name"}, As="List", fragment=True))[1] == (
        '<tr><th scope="row">N</th><td>Orders</td></tr>'
    )


def test_what_stands_around_the_table():
    page = "\n".join(
        [{"n": 1}]
        | convert_to_html(
            head=["<style>b {}</style>", "<!-- x -->"], body="<h1>Top</h1>", pre_content=["<p>a</p>", "<p>b</p>"],
            post_content="<p>end</p>", css_uri='a.css?x="1"', meta={"author": "R&D"}, charset="cp1252",
        )
    )  # fmt: skip
    assert '<meta charset="cp1252">' in page
    assert '<meta name="author" content="R&amp;D">' in page
    assert '<link rel="stylesheet" href="a.css?x=&quot;1&quot;">' in page
    assert "<style>b {}</style>\n<!-- x -->\n</head>" in page
    assert '<body>\n<h1>Top</h1>\n<p>a</p>\n<p>b</p>\n<table class="sortable">' in page
    assert "</table>\n<p>end</p>\n<script>" in page


def test_nested_objects_are_shown_by_their_names_and_scalars_as_in_files():
    record = {"owner": {"id": "7", "name": "Ada"}, "access": [{"name": "VPN"}, {"name": "Mail"}], "tags": ["a", "b"]}
    assert list([record] | convert_to_html(fragment=True))[3] == (
        "<tr><td>Ada</td><td>VPN, Mail</td><td>a; b</td></tr>"
    )
