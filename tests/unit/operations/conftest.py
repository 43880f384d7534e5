"""One small operation with a parameter of every place, and the models of its body."""

from __future__ import annotations

from typing import Any

import pytest

from isnshell.catalog.facts import EXPERIMENTAL_HEADER, Answer, Body, Field, Model, Operation, Parameter

MODELS = {
    "Details": Model(
        "Details",
        "v2025",
        fields=(
            Field("reportType", "String", "ReportType", required=True, enum=("ACCOUNTS", "IDENTITIES")),
            Field("maxRows", "Int32", "MaxRows"),
            Field("isUrgent", "Boolean", "IsUrgent"),
            Field("owner", "Reference", "Owner"),
            Field("tags", "String[]", "Tags"),
            Field("startsAt", "DateTime", "StartsAt"),
            Field("extra", "Hashtable", "Extra"),
        ),
    ),
    "Reference": Model(
        "Reference", "v2025", fields=(Field("id", "String", "Id", required=True), Field("name", "String", "Name"))
    ),
    "Patch": Model(
        "Patch",
        "v2025",
        fields=(
            Field("op", "String", "Op", required=True, enum=("add", "replace")),
            Field("path", "String", "Path", required=True),
            Field("value", "PatchValue", "Value"),
        ),
    ),
    "PatchValue": Model("PatchValue", "v2025", one_of=("Reference",)),
    "Optional": Model("Optional", "v2025", fields=(Field("depth", "Int32", "Depth"),)),
    "Open": Model("Open", "v2025", fields=(Field("known", "String", "Known"),), additional=True),
}


def make_operation(**changed: Any) -> Operation:
    facts: dict[str, Any] = {
        "generation": "v2025",
        "operation": "doThing",
        "cmdlet": "Invoke-V2025Thing",
        "base": "invoke_thing",
        "tag": "Things",
        "method": "POST",
        "path": "/sources/{sourceId}/things/{name}",
        "parameters": (
            Parameter("sourceId", "path", "string", "SourceId", required=True),
            Parameter("name", "path", "string", "Name", required=True),
            Parameter("count", "query", "boolean", "Count"),
            Parameter("level", "query", "integer", "Level", minimum=0, maximum=10),
            Parameter("ratio", "query", "number", "Ratio"),
            Parameter("kind", "query", "string", "Kind", enum=("csv", "PDF")),
            Parameter("sorters", "query", "string", "Sorters", format="comma-separated"),
            Parameter("ids", "query", "array<string>", "Ids"),
            Parameter("marks", "query", "array<string>", "Marks", explode=False),
            Parameter("X-Slot", "header", "string", "XSlot"),
        ),
        "answers": (Answer(200, ("application/json",), "Thing"),),
        **changed,
    }
    return Operation(**facts)


BODY = Parameter("body", "body", "object", "Details", required=True)
EXPERIMENTAL = Parameter(
    EXPERIMENTAL_HEADER, "header", "string", "XSailPointExperimental", required=True, default="true"
)


@pytest.fixture
def operation() -> Operation:
    """No body; two path values, and queries of all types."""
    return make_operation()


@pytest.fixture
def with_body() -> Operation:
    """A body of one object."""
    return make_operation(path="/things", parameters=(BODY,), body=Body("application/json", "Details", required=True))


@pytest.fixture
def with_list() -> Operation:
    """A body that is a list, as of a PATCH."""
    return make_operation(
        method="PATCH",
        path="/things/{id}",
        parameters=(
            Parameter("id", "path", "string", "Id", required=True),
            Parameter("body", "body", "array<object>", "JsonPatch", required=True),
        ),
        body=Body("application/json-patch+json", "Patch", array=True, required=True),
    )


@pytest.fixture
def make() -> Any:
    return make_operation


@pytest.fixture
def models() -> Any:
    return MODELS
