"""The default views are data; they are checked against the catalog's models."""

from __future__ import annotations

import json
from importlib import resources

import pytest

from cmdlets import get_command, group_object
from isnshell.catalog.facts import GENERATIONS
from isnshell.catalog.loader import facts
from isnshell.commands.outcomes import result_of
from isnshell.formatting import columns

DATA = json.loads(resources.files("isnshell.formatting").joinpath("views.json").read_text("utf-8"))
# Kinds of record that no answer has: what our own commands give
_OWN = {
    "Command": set(next(iter(get_command("get_sources", legacy=True)))),
    "GroupInfo": set(next(iter([1] | group_object()))),
    "ChangeResult": set(result_of({"id": "1"}, "done")),
}
VIEWS = [(kind, view) for kind, view in DATA["views"].items() if "columns" in view]


@pytest.mark.parametrize(("kind", "view"), VIEWS, ids=[kind for kind, _ in VIEWS])
def test_every_column_has_its_rank_and_no_other_is_ranked(kind, view):
    names = [one if isinstance(one, str) else one["name"] for one in view["columns"]]
    assert sorted(names) == sorted(view["keep"])


@pytest.mark.parametrize(("kind", "view"), VIEWS, ids=[kind for kind, _ in VIEWS])
def test_every_column_is_a_field_of_the_model(kind, view):
    models = [facts(generation).models.get(kind) for generation in GENERATIONS]
    fields = {field.name for model in models if model for field in model.fields} | _OWN.get(kind, set())
    sources = [one if isinstance(one, str) else one["path"] for one in view["columns"]]
    paths = [path for one in sources for path in ([one] if isinstance(one, str) else one)]
    assert [path for path in paths if path.partition(".")[0] not in fields] == []


def test_a_view_may_stand_for_several_kinds():
    assert columns.view_of("RoleMiningSessionDto") is columns.view_of("RoleMiningSessionResponse")
    assert columns.view_of("NoSuchKind") is None
    assert columns.view_of(None) is None


def test_fields_that_no_record_has_are_no_columns():
    shown = columns.default_columns([{"id": None, "name": "Session 1"}], "RoleMiningSessionDto")
    assert [column.name for column in shown] == ["id", "name"]


def test_a_result_of_a_change_is_named_by_what_went_in():
    results = [
        result_of({"id": "1", "displayName": "First"}, "done", id="1"),
        result_of("2", "failed", id="2", reason="no"),
    ]
    shown = columns.default_columns(results)
    assert [[column.read(one) for column in shown] for one in results] == [
        ["done", "1", "First", None, None],
        ["failed", "2", None, None, "no"],
    ]
