"""Names after `import` and `from`."""

import sys

import pytest

_TABLE = [
    ("import statis^", ["statistics"]),
    ("import js^", ["json", "..."]),
    ("import json, statis^", ["statistics"]),
    ("import xml.etree.ElementT^", ["ElementTree"]),
    ("import os.pat^", ["path"]),
    ("from statis^", ["statistics"]),
    ("from json ^", ["import"]),
    ("from json import JSOND^", ["JSONDecodeError", "JSONDecoder"]),
    ("from json import dump, loa^", ["load", "loads"]),
    ("from json import (dump, loa^", ["load", "loads"]),
    ("from json import dump as ^", []),
    ("import json as ^", []),
    ("from collections.ab^", ["abc"]),
    ("from antigravity import ^", ["geohash"]),
    ("from this import ^", ["d", "s"]),
    ("from xml.dom.minidom import getD^", ["getDOMImplementation"]),
    ("from no_such_module import ^", []),
    ("from cmdlets import where_o^", ["where_object"]),
    ("from cmdlets.v2024 import get_pending_t^", ["get_pending_task_headers", "get_pending_tasks"]),
    ("from cmdlets import v20^", ["v2024", "v2025", "v2026"]),
    ("commands.where_o^", ["where_object"]),
    ("commands.v2024.get_pending_t^", ["get_pending_task_headers", "get_pending_tasks"]),
]


@pytest.mark.parametrize(("text", "expected"), _TABLE, ids=[text for text, _ in _TABLE])
def test_what_is_offered(text, expected, check):
    check(text, expected)


def test_nothing_is_imported_for_it(offered):
    assert [one.text for one in offered("from antigravity import ^")] == ["geohash"]
    assert "antigravity" not in sys.modules
