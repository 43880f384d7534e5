"""The committed data is what the build makes of the official documents; a build says what it can't read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import isnshell.catalog
from isnshell.catalog.build import build, catalog_info
from isnshell.catalog.build.corrections import Corrections
from isnshell.catalog.facts import GENERATIONS
from isnshell.errors import FileError

COMMITTED = Path(isnshell.catalog.__file__).parent / "data"


def _written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_committed_data_is_what_the_build_makes(built: Path) -> None:
    """Nobody edited the data by hand, and nobody changed the rules without building."""
    made = _written(built)
    committed = {name: text for name, text in _written(COMMITTED).items() if name in made}
    assert len(made) == 2 * len(GENERATIONS) + 3
    assert [name for name in made if made[name] != committed.get(name)] == []


@pytest.mark.parametrize("generation", ["v1", "v2025", "nerm"])
def test_one_document_alone_makes_the_same(generation: str, specs: list[Path], catalog_copy: Path) -> None:
    """The other generations' data stays and is used: v1 takes its capitals from there."""
    build([path for path in specs if path.stem == generation], catalog_copy)
    assert _written(COMMITTED) == _written(catalog_copy)


def test_every_correction_still_corrects(specs: list[Path], catalog_copy: Path) -> None:
    """One that finds nothing to correct is reported, so that it can go."""
    assert build(specs, catalog_copy).idle_corrections == {}


def test_a_correction_without_effect_is_told() -> None:
    """The documents have caught up: the command has a name again, the parameter is gone."""
    corrections = Corrections("v2026")
    corrections.apply([{"operation": "getIdentityIntelligence", "cmdlet": None, "path": "/x", "method": "GET"}], {})
    assert "getIdentityIntelligence" in corrections.idle


def _document(url: str, paths: dict[str, Any]) -> str:
    info = {"title": "An API", "version": "7"}
    return json.dumps({"openapi": "3.0.1", "info": info, "servers": [{"url": url}], "paths": paths})


def test_the_next_document_replaces_its_generation_only(tmp_path: Path, catalog_copy: Path) -> None:
    """A new operation is found under its PowerShell name; what the document no longer has is gone; the rest stays."""
    operation = {
        "operationId": "listWidgets",
        "tags": ["Widgets"],
        "deprecated": True,
        "security": [{"userAuth": ["idn:widgets:read"]}],
        "x-sailpoint-userLevels": ["ORG_ADMIN"],
        "parameters": [
            {
                "name": "filters",
                "in": "query",
                "schema": {"type": "string"},
                "description": "Filtering is supported for the following fields and operators:\n\n**id**: *eq, in*",
            },
            {"name": "kind", "in": "query", "required": True, "schema": {"type": "string", "enum": ["a", "b"]}},
        ],
        "responses": {
            "200": {
                "description": "a list",
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "array",
                            "items": {"type": "object", "properties": {"id": {"type": "string"}}},
                        }
                    }
                },
            }
        },
    }
    spec = tmp_path / "next.json"
    spec.write_text(_document("https://{tenant}.api.identitynow.com/v2026", {"/widgets": {"get": operation}}))
    before = _written(catalog_copy)
    report = build([spec], catalog_copy)
    after = _written(catalog_copy)
    assert report.sources == {"v2026": "An API 7"}
    assert report.counts["v2026"][0] == 3  # with the two commands that the SDK has and no document knows
    row = next(one for one in json.loads(after["operations.v2026.json"]) if one["operation"] == "listWidgets")
    assert row == {
        "operation": "listWidgets",
        "cmdlet": "Get-V2026Widgets",
        "tag": "Widgets",
        "method": "GET",
        "path": "/widgets",
        "deprecated": True,
        "parameters": [{"name": "kind", "required": True, "enum": ["a", "b"]}, {"name": "filters"}],
        "answers": {"200": {"types": ["application/json"], "model": "ListWidgets200ResponseInner", "array": True}},
        "auth": ["userAuth"],
        "scopes": ["idn:widgets:read"],
        "levels": ["ORG_ADMIN"],
        "filters": {"id": ["eq", "in"]},
    }
    model = json.loads(after["models.v2026.json"])["ListWidgets200ResponseInner"]
    assert model["initialize"] == "Initialize-V2026ListWidgets200ResponseInner"
    assert json.loads(after["names.json"])["get_widgets"] == "Get-Widgets v2026"
    assert {name for name in before if before[name] != after[name]} == {
        "models.v2026.json",
        "names.json",
        "operations.v2026.json",
        "sources.json",
        "successors.json",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("openapi: 3.0.1", "no JSON document", id="yaml"),
        pytest.param("[]", "no API generation", id="a list"),
        pytest.param(_document("https://example.org/other", {}), "no API generation", id="another API"),
    ],
)
def test_what_is_no_document_of_sailpoints_is_refused(text: str, said: str, tmp_path: Path) -> None:
    """Nothing is written then."""
    spec = tmp_path / "spec.json"
    spec.write_text(text)
    with pytest.raises(FileError, match=said):
        build([spec], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["spec.json"]


def test_info_counts_what_is_installed() -> None:
    """The numbers of `isnshell catalog info`; two commands of v2026 have no document any more."""
    info = {one.generation: one for one in catalog_info()}
    assert list(info) == list(GENERATIONS)
    assert sum(one.operations - len(one.gone) for one in info.values()) == 4422
    assert info["v2026"].gone == ("Get-V2026PromptInsights", "Get-V2026PromptInsightsMetrics")
    assert (info["beta"].deprecated, info["v1"].experimental) == (125, 234)
    assert sum(one.without_successor for one in info.values()) == 29
