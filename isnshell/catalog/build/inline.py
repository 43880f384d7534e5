"""Give every nameless object schema of a document a name, as the generator of the PowerShell SDK does.

That generator (openapi-generator's InlineModelResolver) walks the operations, then the named schemas, in the
document's order. An object found inside gets a name made of where it was found (`listCampaigns_200_response_inner`)
and is replaced by a reference. Two that are equal to the letter share the name of the first; a taken name is counted
up. Its order and its oddities are followed here one by one, because the names of models depend on them.
"""

from __future__ import annotations

import copy
import json
import re
from typing import Any

from .document import JSON, Document, Endpoint, schema_name, schema_reference
from .names import operation_id


def name_inline_schemas(document: Document) -> None:
    """Replace the document's inline object schemas by references to named ones, in place."""
    _Namer(document).run()


def split_by_tag(document: Document) -> list[Document]:
    """One document a tag, with the schemas it needs: the SDK of v1 is made service by service, and so are its names."""
    tags: dict[str, dict[str, JSON]] = {}
    for endpoint in document.endpoints():
        tag = endpoint.tag
        item = tags.setdefault(tag, {}).setdefault(endpoint.path, {"parameters": list(endpoint.shared)})
        item[endpoint.method.lower()] = endpoint.shape
    return [_part(document, paths) for _, paths in sorted(tags.items(), key=lambda tag: tag[0].lower())]


def _part(document: Document, paths: dict[str, JSON]) -> Document:
    needed = reachable(document, paths)
    schemas = {name: schema for name, schema in document.schemas.items() if name in needed}
    components = document.root["components"] | {"schemas": schemas}
    return Document(document.generation, copy.deepcopy(document.root | {"paths": paths, "components": components}))


class _Namer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._schemas = document.schemas
        self._names: dict[str, str] = {}  # an inline schema's text to the name it was given

    def run(self) -> None:
        named = list(self._schemas.items())
        for endpoint in self._document.endpoints():
            self._walk_endpoint(endpoint)
        for name, schema in named:
            self._walk_named(name, schema)

    def _walk_endpoint(self, endpoint: Endpoint) -> None:
        operation = operation_id(endpoint)
        body = self._document.resolve(endpoint.shape.get("requestBody", {}))
        self._walk_content(body, f"{operation}_request")
        for parameter in map(self._document.resolve, endpoint.parameters):
            if "schema" in parameter:
                parameter["schema"] = self._place(parameter["schema"], f"{operation}_{parameter['name']}_parameter")
        for status, response in endpoint.shape.get("responses", {}).items():
            self._walk_content(self._document.resolve(response), f"{operation}_{status}_response")

    def _walk_content(self, holder: JSON, name: str) -> None:
        for media in holder.get("content", {}).values():
            if "schema" in media:
                media["schema"] = self._place(media["schema"], name)

    def _walk_named(self, name: str, schema: JSON) -> None:
        kinds = [kind for kind in ("allOf", "anyOf", "oneOf") if kind in schema]
        if "anyOf" in kinds or "oneOf" in kinds or not kinds:
            self._gather(schema, name)
            return
        for part in schema["allOf"]:
            # What a model is put together from stays where it is; only what lies deeper gets a name
            part_name = self._title(part, f"{name}_allOf")
            self._flatten_properties(part.get("properties", {}), part_name)
            self._gather(part, part_name)

    def _flatten_properties(self, properties: dict[str, JSON], prefix: str) -> None:
        """The other walk, for parts of `allOf`: what a list holds gets no `_inner`."""
        for key, schema in properties.items():
            if "properties" in schema and "$ref" not in schema:
                name = self._title(schema, f"{prefix}_{key}")
                self._flatten_properties(schema["properties"], name)
                properties[key] = self._refer(schema, name)
            elif schema.get("items", {}).get("properties"):
                items = schema["items"]
                self._flatten_properties(items["properties"], prefix)
                schema["items"] = self._refer(items, self._title(items, f"{prefix}_{key}"))
            elif len(schema.get("items", {}).get("allOf", ())) > 1:
                schema["items"] = self._place(schema["items"], f"{prefix}_{key}")

    def _place(self, schema: JSON, name: str) -> JSON:
        """The schema, or the reference that takes its place."""
        if "$ref" in schema:
            return schema
        if len(schema.get("allOf", ())) == 1 and "properties" not in schema and schema.get("type") != "array":
            part = self._place(schema["allOf"][0], name)
            return {**{key: value for key, value in schema.items() if key != "allOf"}, **part}
        name = self._title(schema, name)
        self._gather(schema, name)
        return self._refer(schema, name) if self._needs_model(schema) else schema

    def _gather(self, schema: JSON, prefix: str) -> None:
        """Name what lies inside a schema."""
        if "$ref" in schema:
            return
        for key, inner in schema.get("properties", {}).items():
            schema["properties"][key] = self._place(inner, f"{prefix}_{key}")
        if isinstance(schema.get("additionalProperties"), dict):
            schema["additionalProperties"] = self._place(schema["additionalProperties"], f"{prefix}_value")
        if "items" in schema:
            schema["items"] = self._place(schema["items"], f"{prefix}_inner")
        for part in schema.get("allOf", ()):
            self._gather(part, self._title(part, f"{prefix}_allOf"))
        for kind in ("anyOf", "oneOf"):
            if kind in schema:
                schema[kind] = [self._place(part, f"{prefix}_{kind}") for part in schema[kind]]

    def _needs_model(self, schema: JSON) -> bool:
        if schema.get("type") not in (None, "object"):
            return False
        if schema.get("properties"):
            return True
        if "allOf" in schema:
            return any(self._needs_model(self._document.resolve(part)) for part in schema["allOf"])
        return bool(schema.get("anyOf") or schema.get("oneOf"))

    def _refer(self, schema: JSON, name: str) -> JSON:
        text = json.dumps(schema, sort_keys=True)
        if text not in self._names:
            self._names[text] = name
            self._schemas[name] = schema
        return schema_reference(self._names[text])

    def _title(self, schema: JSON, name: str) -> str:
        """A title names the schema; a taken name is counted up."""
        wanted = _sanitized(schema["title"]) if schema.get("title") else name
        unique, count = wanted, 0
        while unique in self._schemas:
            count += 1
            unique = f"{wanted}_{count}"
        return unique


def _sanitized(title: str) -> str:
    return re.sub(r"[^A-Za-z0-9_]", "", re.sub(r"[\s.\-()\[\]|/]+", "_", title))


def reachable(document: Document, node: Any) -> set[str]:
    """The names of all schemas that a part of the document leads to."""
    found: set[str] = set()
    open_nodes = [node]
    while open_nodes:
        one = open_nodes.pop()
        if isinstance(one, dict):
            name = schema_name(one)
            if name and name not in found:
                found.add(name)
                open_nodes.append(document.schemas[name])
            elif isinstance(one.get("$ref"), str) and one["$ref"].startswith("#/") and not name:
                open_nodes.append(document.resolve(one))
            open_nodes.extend(one.values())
        elif isinstance(one, list):
            open_nodes.extend(one)
    return found
