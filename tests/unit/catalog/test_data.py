"""The data is sound in itself: each fact names things that exist, and no text of the documents is in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import isnshell.catalog
from isnshell.catalog.build.texts import OPERATORS
from isnshell.catalog.facts import GENERATIONS, Model
from isnshell.catalog.loader import facts
from isnshell.catalog.names import base_name, find_name, names, pinned_names
from isnshell.catalog.successors import is_legacy, successor
from isnshell.naming import snake_case

DATA = Path(isnshell.catalog.__file__).parent / "data"
JSON_TYPES = {"string", "object", "integer", "number", "boolean", "file"}
SDK_TYPES = {"String", "Boolean", "Int32", "Int64", "Decimal", "Double", "DateTime", "FileInfo", "Hashtable", "Object"}

# The documents say that the default of this parameter is a value it can't have
WRONG_DEFAULTS = {"listUserLevels", "listUserLevelsV1"}

generations = pytest.mark.parametrize("generation", GENERATIONS)


def test_the_data_is_small_enough_to_ship() -> None:
    """6 MB at most, and one fact a line, so that a diff shows what changed."""
    assert sum(path.stat().st_size for path in DATA.iterdir()) <= 6_000_000
    for path in DATA.glob("operations.*.json"):
        assert path.read_text("utf-8").count("\n") == len(json.loads(path.read_text("utf-8"))) + 2


@generations
def test_operations_name_models_that_exist(generation: str) -> None:
    """Bodies and answers: a model of the same generation, a JSON type, or nothing."""
    known = set(facts(generation).models) | JSON_TYPES
    for one in facts(generation):
        used = {answer.model for answer in one.answers} | {one.body.model if one.body else None}
        assert used - {None} <= known, one.operation


def _types(model: Model) -> Iterator[str]:
    yield from model.one_of
    for field in model.fields:
        yield field.type
        if field.map_of:
            yield field.map_of


@generations
def test_models_name_types_that_exist(generation: str) -> None:
    """A field's type, what a map holds, what a choice is between."""
    models = facts(generation).models
    known = set(models) | SDK_TYPES
    for name in models:
        assert {kind.replace("[]", "") for kind in _types(models[name])} <= known, name


@generations
def test_every_part_of_a_path_is_a_parameter(generation: str) -> None:
    """And every path parameter is a part of the path: no value is lost, no brace is sent."""
    for one in facts(generation):
        parts = sorted(re.findall(r"\{([^}]*)\}", one.path))
        assert parts == sorted(p.name for p in one.parameters if p.place == "path"), one.operation
        assert all(p.required for p in one.parameters if p.place == "path"), one.operation


@generations
def test_parameters_are_distinct(generation: str) -> None:
    """Under their PowerShell names, whatever the case; and there is one body at most."""
    for one in facts(generation):
        assert len({p.ps.lower() for p in one.parameters}) == len(one.parameters), one.operation
        assert (one.body_parameter is not None) == bool(one.body and one.body.model), one.operation


@generations
def test_defaults_are_among_the_values_and_within_the_limits(generation: str) -> None:
    """Parameters and fields; where an official document contradicts itself, it is listed above."""
    for one in facts(generation):
        for p in one.parameters:
            if p.enum and p.default is not None and one.operation not in WRONG_DEFAULTS:
                assert p.default in p.enum, (one.operation, p.name)
            if isinstance(p.default, int):
                assert (p.minimum or 0) <= p.default <= (p.maximum or p.default), (one.operation, p.name)
    models = facts(generation).models
    for name in models:
        for field in models[name].fields:
            if field.enum and field.default is not None:
                assert field.default in field.enum, (name, field.name)


@generations
def test_filter_operators_are_known(generation: str) -> None:
    """Nothing of a sentence was taken for an operator, nothing of it for a field."""
    for one in facts(generation):
        assert {operator for operators in one.filters.values() for operator in operators} <= OPERATORS, one.operation
        assert not [name for name in (*one.filters, *one.sorters) if " " in name or name.startswith("-")]
        if one.filters:
            assert "filters" in {p.name for p in one.parameters}, one.operation


@generations
def test_names_and_operations_agree(generation: str) -> None:
    """Every cmdlet is in the names index under its base name, and the index has no other."""
    wanted: dict[str, set[str]] = {}
    for one in facts(generation):
        if one.cmdlet:
            wanted.setdefault(base_name(generation, one.cmdlet), set()).add(one.cmdlet)
    found = {base: set((find_name(base) or pytest.fail(base)).cmdlets.get(generation, ())) for base in names()}
    assert {base: cmdlets for base, cmdlets in found.items() if cmdlets} == wanted


def test_there_are_4384_commands() -> None:
    """Of PSSailpoint 1.7.100 and 2.1.21 together; their Python names are all distinct."""
    assert len(pinned_names()) == 4384


def test_model_functions_are_named_by_rule() -> None:
    """A model is found by the rule, without an index of its own: mark of the generation and name in snake case."""
    marks = json.loads((DATA / "naming.json").read_text("utf-8"))["marks"]
    for generation in GENERATIONS:
        models = facts(generation).models
        for name in models:
            made, read = models[name].initialize, models[name].from_json
            assert made in (None, f"Initialize-{marks[generation]}{name}")
            assert read in (None, f"ConvertFrom-{marks[generation]}JsonTo{name}")
        assert len({snake_case(name) for name in models}) == len(models)


def test_successors_exist() -> None:
    """Each is a name of v1, and only names of generations that end have one."""
    for base in names():
        name = find_name(base)
        assert name is not None
        for generation in name.generations:
            new = successor(generation, base)
            assert new is None or "v1" in (find_name(new) or name).generations, (generation, base)
            assert new is None or is_legacy(generation)


def test_successors_of_renamed_and_ended_commands() -> None:
    """Same name, another name, none at all, and a generation that stays."""
    assert successor("v2025", "get_task_status") == "get_task_status"
    assert successor("beta", "confirm_connector_rule") == "test_connector_rule"
    assert successor("v2025", "get_pending_tasks") is None
    assert successor("v1", "get_task_status") is None
    assert successor("beta", "no_such_command") is None


def test_every_correction_has_a_reason() -> None:
    """And names operations, models and generations that exist."""
    corrections = json.loads((DATA / "corrections.json").read_text("utf-8"))
    for one in (one for kind in corrections.values() for one in kind):
        assert len(one["reason"]) > 20
        for key in ("operations", "changes", "models"):
            assert set(one.get(key, {})) <= set(GENERATIONS)


def test_no_sentences_are_in_the_data() -> None:
    """Descriptions, summaries and examples stay in the documents: no value but a tag or a reason is a sentence."""
    for generation in GENERATIONS:
        rows = json.loads((DATA / f"operations.{generation}.json").read_text("utf-8"))
        models = json.loads((DATA / f"models.{generation}.json").read_text("utf-8"))
        texts = [text for row in rows for key in row if key != "tag" for text in _texts(row[key])]
        assert [text for text in (*texts, *_texts(models)) if text.count(" ") > 6] == []


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (key, *_texts(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
