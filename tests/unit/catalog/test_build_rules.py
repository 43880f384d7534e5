"""The SDK's rules, one by one: names of commands, names of nameless schemas, fields out of descriptions."""

from __future__ import annotations

from typing import Any

import pytest

from isnshell.catalog.build.document import Document, Endpoint
from isnshell.catalog.build.inline import name_inline_schemas
from isnshell.catalog.build.models import model_rows
from isnshell.catalog.build.names import cmdlet_name, field_name, model_name, operation_id, schema_names
from isnshell.catalog.build.paths import fit_path
from isnshell.catalog.build.texts import filters, sorters


@pytest.mark.parametrize(
    ("generation", "operation", "cmdlet"),
    [
        ("v3", "listCampaigns", "Get-Campaigns"),
        ("beta", "cancelReport", "Suspend-BetaReport"),
        ("v2025", "createRole", "New-V2025Role"),
        ("v1", "getReportV1", "Get-ReportV1"),
        ("nerm", "getUsers", "Get-NERMUsers"),
        ("v2025", "downloadThing", "Invoke-V2025DownloadThing"),
        ("v1", "synchronizeAttributesForIdentityV1", "Sync-hronizeAttributesForIdentityV1"),
        ("beta", "validateConnectorRule", "Confirm-BetaConnectorRule"),
    ],
)
def test_the_verb_is_the_longest_known_beginning(generation: str, operation: str, cmdlet: str) -> None:
    """Without one the verb is Invoke."""
    assert cmdlet_name(generation, operation) == cmdlet


def test_an_operation_without_a_name_is_named_after_its_path() -> None:
    """The five of Data Access Security and of NERM's delegations."""
    assert operation_id(Endpoint("/das/owners/{ownerId}/resources", "GET", {})) == "dasOwnersOwnerIdResourcesGet"


@pytest.mark.parametrize(
    ("schema", "model"),
    [
        ("listCampaigns_200_response_inner", "ListCampaigns200ResponseInner"),
        ("role-propagation-response", "RolePropagationResponse"),
        ("Error", "ModelError"),
    ],
)
def test_model_names(schema: str, model: str) -> None:
    """Words begin with a capital; names that PowerShell keeps for itself get Model in front."""
    assert model_name(schema) == model


def test_equal_names_are_counted_as_the_sdk_counts() -> None:
    """From 1, from 2 in v1, whose capitals come from the other generations; a table knows where the order differs."""
    assert schema_names("v2024", ["Source-2", "Approval", "Approval-2"], {}) == {
        "Source-2": "Source1",
        "Approval": "Approval1",
        "Approval-2": "Approval",
    }
    assert schema_names("v1", ["spconfigmessage-2"], {"spconfigmessage": "SpConfigMessage"}) == {
        "spconfigmessage-2": "SpConfigMessage2"
    }


def test_reserved_field_names_get_var_in_front() -> None:
    """`from` is one, `fromDate` is not."""
    assert [field_name(name) for name in ("from", "fromDate", "stackTrace")] == ["VarFrom", "FromDate", "VarStackTrace"]


def _document(paths: dict[str, Any], schemas: dict[str, Any]) -> Document:
    return Document("v3", {"paths": paths, "components": {"schemas": schemas}})


def _answering(operation: str, schema: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {"get": {"operationId": operation, "responses": {"200": {"content": content}}}}


def _object(**fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields}


TEXT = {"type": "string"}


def test_a_nameless_object_is_named_after_its_place() -> None:
    """Operation, status, field, `inner` in a list, `value` in a map."""
    schema = _object(items={"type": "array", "items": _object(map={"additionalProperties": _object(a=TEXT)})})
    document = _document({"/x": _answering("getX", schema)}, {})
    name_inline_schemas(document)
    assert sorted(document.schemas) == [
        "getX_200_response",
        "getX_200_response_items_inner",
        "getX_200_response_items_inner_map_value",
    ]


def test_equal_objects_share_the_first_name_and_others_are_counted() -> None:
    """A title names too, and is counted up when taken."""
    paths = {
        "/x": _answering("getX", _object(a=TEXT)),
        "/y": _answering("getY", _object(a=TEXT)),
        "/z": _answering("getZ", _object(b=TEXT) | {"title": "Thing"}),
    }
    document = _document(paths, {"Thing": _object(c=TEXT)})
    name_inline_schemas(document)
    assert sorted(document.schemas) == ["Thing", "Thing_1", "getX_200_response"]


def test_what_a_model_is_put_together_from_stays_in_it() -> None:
    """Only what lies deeper gets a name; what a list there holds has no `inner`."""
    part = _object(owner=_object(id=TEXT), tags={"type": "array", "items": _object(t=TEXT)})
    document = _document(
        {}, {"Base": _object(id=TEXT), "Thing": {"allOf": [{"$ref": "#/components/schemas/Base"}, part]}}
    )
    name_inline_schemas(document)
    rows = model_rows([document])
    assert list(rows) == ["Base", "Thing", "ThingAllOfOwner", "ThingAllOfTags"]
    assert {name: field["type"] for name, field in rows["Thing"]["fields"].items()} == {
        "id": "String",
        "owner": "ThingAllOfOwner",
        "tags": "ThingAllOfTags[]",
    }


def test_a_property_that_only_refers_is_no_model() -> None:
    """`allOf` with one reference is that reference; what is said beside it is kept."""
    owner = {"allOf": [{"$ref": "#/components/schemas/Owner"}], "nullable": True}
    document = _document({}, {"Owner": _object(id=TEXT), "Thing": _object(owner=owner)})
    name_inline_schemas(document)
    assert model_rows([document])["Thing"]["fields"] == {"owner": {"type": "Owner", "nullable": True}}


@pytest.mark.parametrize(
    ("schema", "row"),
    [
        pytest.param({"type": "integer", "format": "int64"}, {"type": "Int64"}, id="long"),
        pytest.param({"type": "string", "format": "date-time"}, {"type": "DateTime"}, id="date"),
        pytest.param({"type": "array", "items": {"type": "boolean"}}, {"type": "Boolean[]"}, id="list"),
        pytest.param({"enum": ["A", None]}, {"type": "String", "enum": ["A"]}, id="null is no value"),
        pytest.param({"type": "boolean", "default": "true"}, {"type": "Boolean", "default": True}, id="quoted default"),
        pytest.param({"type": "string", "default": "Closed by hand by one"}, {"type": "String"}, id="sentence"),
        pytest.param(
            {"type": "object", "additionalProperties": True}, {"type": "Hashtable", "map_of": "Object"}, id="map"
        ),
    ],
)
def test_field_facts(schema: dict[str, Any], row: dict[str, Any]) -> None:
    """Types are the SDK's; a text that a person wrote is not kept."""
    assert model_rows([_document({}, {"Thing": _object(field=schema)})])["Thing"]["fields"] == {"field": row}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param("**id**: *eq, in*\n\n**owner.id**: *eq*", {"id": ["eq", "in"], "owner.id": ["eq"]}, id="two"),
        pytest.param("**reviewedByUser** *eq*", {"reviewedByUser": ["eq"]}, id="forgotten colon"),
        pytest.param("**a, b**: *sw*", {"a": ["sw"], "b": ["sw"]}, id="together"),
        pytest.param("**Supported composite operators**: *and, or*", {}, id="no field"),
        pytest.param("Some **bold** words", {}, id="no pattern"),
    ],
)
def test_filter_fields(text: str, fields: dict[str, list[str]]) -> None:
    """Field to operators."""
    assert filters(text) == fields


def test_sorter_fields_end_with_their_paragraph() -> None:
    """The default that is named afterwards is no further field."""
    text = "Sorting is supported for the following fields: **name, created**\n\nThe default sort is **-created**."
    assert sorters(text) == ["name", "created"]
    assert sorters("Sort as you like") == []


@pytest.mark.parametrize(
    ("path", "names", "fitted", "places"),
    [
        pytest.param("/a/{id}", ["id"], "/a/{id}", {"id": "path"}, id="fits"),
        pytest.param("/a/{id}", ["aId"], "/a/{aId}", {"aId": "path"}, id="named otherwise"),
        pytest.param("/a/{id}/b", [], "/a/{id}/b", {"id": "path"}, id="forgotten parameter"),
        pytest.param("/a", ["id"], "/a", {"id": None}, id="no place for it"),
    ],
)
def test_paths_and_their_parameters_fit(path: str, names: list[str], fitted: str, places: dict[str, Any]) -> None:
    """No brace is sent and no value is lost."""
    rows = [{"name": name, "in": "path", "required": True} for name in names]
    assert fit_path(path, rows) == fitted
    assert {row["name"]: row.get("in") for row in rows} == places
