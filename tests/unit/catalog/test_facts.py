"""The data, held against the facts that were gathered from the documents and from the SDK's own source text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from isnshell.catalog.facts import GENERATIONS, Model, Operation
from isnshell.catalog.loader import facts
from isnshell.catalog.names import find_name, pinned_names
from isnshell.catalog.successors import is_legacy, successor
from isnshell.naming import snake_case

# Where the data says something else than the facts, and why
KNOWN_PARAMETERS = {
    "patchSed": "the path has no place for id, so it goes into the query",
    "patchPotentialRole": "the path has no place for sessionId, so it goes into the query",
    "getEntitlementDetailsForIdentity": "the path has no place for its two ids, so they go into the query",
    "publishDataSegment": "the document forgot the parameter of its path",
    "startApplicationDiscovery": "the document forgot the parameter of its path",
    "getNotificationPreferences": "the document forgot the parameter of its path",
    "createSyncedAttribute": "the document forgot the parameter of its path",
    "listPersonalAccessTokens": "the document's default null is none",
    "putNotificationPreference": "no SDK has it; the body has the name that the rule gives, the facts have none",
}
KNOWN_ANSWERS = {
    "getDataSegmentIdentityMembership": "the facts stop at a list without a type; what it holds is a model",
}
KNOWN_MODELS: dict[str, dict[str, list[str]]] = json.loads(
    (Path(__file__).parent / "known_differences.json").read_text("utf-8")
)

generations = pytest.mark.parametrize("generation", GENERATIONS)


def _rows(shared_facts: Path, kind: str, generation: str) -> Any:
    return json.loads((shared_facts / f"{kind}.{generation}.json").read_text("utf-8"))


def _operations(generation: str) -> dict[str, Operation]:
    return {one.operation: one for one in facts(generation) if not one.gone}


def _plain(path: str) -> str:
    """A path without the names of its parts: the data calls them as the parameters are called."""
    # The documents lost the braces in this one
    return re.sub(r"\{[^}]*\}", "{}", path.replace("bulk-update/id", "bulk-update/{id}"))


@generations
def test_every_operation_has_its_name_and_marks(generation: str, shared_facts: Path) -> None:
    """All 4,422: operation, cmdlet, tag, flags, scopes, user levels, filters and sorters are identical."""
    ours = _operations(generation)
    rows = _rows(shared_facts, "operations", generation)
    assert {row["operation"] for row in rows} == set(ours)
    for row in rows:
        one = ours[row["operation"]]
        assert (one.cmdlet, one.tag, one.method) == (row["cmdlet"], row["tag"], row["method"])
        assert _plain(one.path) == _plain(row["path"])
        marks = (row["experimental"], row["deprecated"], row.get("shadowed", False))
        assert (one.experimental, one.deprecated, one.shadowed) == marks, one.operation
        assert [list(one.auth), list(one.scopes), list(one.user_levels)] == [
            row["auth"],
            row["scopes"],
            row["user_levels"],
        ], one.operation
        assert {name: list(operators) for name, operators in one.filters.items()} == row["filters"], one.operation
        assert list(one.sorters) == row["sorters"], one.operation


@generations
def test_parameters_are_the_same_in_the_same_order(generation: str, shared_facts: Path) -> None:
    """Wire name, PowerShell name, place, type, whether required, limits and values; the order is the SDK's position."""
    ours = _operations(generation)
    for row in _rows(shared_facts, "operations", generation):
        if row["operation"].removesuffix("V1") not in KNOWN_PARAMETERS:
            one = ours[row["operation"]]
            assert [_ours(each) for each in one.parameters] == [_theirs(each) for each in row["parameters"]]


def _ours(one: Any) -> list[Any]:
    limits = [one.format, list(one.enum), one.default, one.minimum, one.maximum, one.explode, one.only]
    return [one.name, one.ps, one.place, one.type, one.required, *limits]


def _theirs(row: dict[str, Any]) -> list[Any]:
    limits = [row.get("format"), row.get("enum", []), *(row.get(key) for key in ("default", "minimum", "maximum"))]
    head = [row[key] for key in ("name", "ps", "in", "type", "required")]
    return [*head, *limits, row.get("explode"), row.get("only")]


@generations
def test_bodies_and_answers_are_the_same(generation: str, shared_facts: Path) -> None:
    """Content types, models, whether a list, whether required."""
    ours = _operations(generation)
    for row in _rows(shared_facts, "operations", generation):
        one = ours[row["operation"]]
        body, wanted = one.body, row["body"]
        assert (body and (body.content_type, body.model, body.array, body.required)) == (
            wanted and (wanted["content_type"], wanted["schema"], wanted["array"], wanted["required"])
        ), one.operation
        if one.operation not in KNOWN_ANSWERS:
            assert {str(a.status): (list(a.content_types), a.model, a.array) for a in one.answers} == {
                status: (answer["content_types"], answer["schema"], answer["array"])
                for status, answer in row["responses"].items()
                if status.startswith("2")
            }, one.operation


def test_every_cmdlet_of_the_sdk_resolves(shared_facts: Path) -> None:
    """4,384 distinct names: 4,382 of operations and two whose operations the documents no longer have."""
    wanted = {row["cmdlet"] for one in GENERATIONS for row in _rows(shared_facts, "operations", one) if row["cmdlet"]}
    mismatches = json.loads((shared_facts / "mismatches.json").read_text("utf-8"))
    gone = {row["cmdlet"] for row in mismatches["cmdlet_without_operation"]}
    assert len(wanted | gone) == 4384
    assert {snake_case(name) for name in wanted | gone} == set(pinned_names())
    for name in gone:
        generation, base = pinned_names()[snake_case(name)]
        assert [one.gone for one in facts(generation).find(base)] == [True]
        assert find_name(base) is not None


@generations
def test_every_model_function_resolves(generation: str, shared_facts: Path) -> None:
    """The model of each Initialize and ConvertFrom command is there, under the same two names."""
    models = facts(generation).models
    for name, row in _rows(shared_facts, "models", generation).items():
        assert (models[name].initialize, models[name].from_json) == (row["initialize"], row["from_json"])


@generations
def test_models_are_the_same_but_for_known_differences(generation: str, shared_facts: Path) -> None:
    """Each difference stands in `known_differences.json` under its reason, and none stands there in vain."""
    known = {name for models in KNOWN_MODELS.values() for name in models.get(generation, ())}
    rows = _rows(shared_facts, "models", generation)
    models = facts(generation).models
    assert {name for name, row in rows.items() if _model(models[name]) != _facts(row)} == known


def _model(one: Model) -> list[Any]:
    fields = {
        f.name: [f.ps, f.type, f.required, f.nullable, list(f.enum), f.default, f.read_only, f.map_of]
        for f in one.fields
    }
    return [list(fields), fields, list(one.enum), list(one.one_of), one.any_of, one.additional]


def _facts(row: dict[str, Any]) -> list[Any]:
    fields = {
        name: [
            f["ps"],
            f["type"],
            *(f.get(key, False) for key in ("required", "nullable")),
            f.get("enum", []),
            f.get("default"),
            f.get("read_only", False),
            f.get("map_of"),
        ]
        for name, f in row["fields"].items()
    }
    marks = [row.get("enum", []), row.get("one_of", []), row.get("any_of", False), row.get("additional", False)]
    return [list(fields), fields, *marks]


def test_successors_are_those_of_the_facts(shared_facts: Path) -> None:
    """Every legacy cmdlet has the v1 name that the facts join it to; 29 have none."""
    none = {_pinned(row["cmdlet"]) for row in json.loads((shared_facts / "no_successor.json").read_text("utf-8"))}
    assert len(none) == 29
    wanted: dict[tuple[str, str], set[str]] = {}
    for group in json.loads((shared_facts / "aliases.json").read_text("utf-8")):
        new = {_pinned(name)[1] for name in _listed(group["cmdlets"].get("v1"))}
        for generation, names in group["cmdlets"].items():
            for name in _listed(names) if is_legacy(generation) else ():
                wanted.setdefault(_pinned(name), set()).update(new)
    for (generation, base), names in wanted.items():
        found = successor(generation, base)
        assert (found in names) if (generation, base) not in none else found is None, (generation, base)


def _listed(names: str | list[str] | None) -> list[str]:
    return [names] if isinstance(names, str) else [name for name in names or () if name]


def _pinned(cmdlet: str) -> tuple[str, str]:
    return pinned_names()[snake_case(cmdlet)]
