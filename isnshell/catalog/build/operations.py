"""The rows of `operations.*.json`: what the documents say of each operation, under the SDK's names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...naming import pascal_case
from ..facts import EXPERIMENTAL_HEADER
from .document import JSON, Document, Endpoint
from .models import Shapes
from .names import cmdlet_name, operation_id
from .paths import fit_path
from .texts import filters, sorters
from .write import ordered_row

_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
_LEVELS = ("x-sailpoint-userLevels", "x-sailpont-userLevels")  # some documents misspell it
_TEXTS = {"filters": filters, "sorters": sorters}


def operation_rows(documents: Iterable[Document]) -> list[JSON]:
    """The facts of all operations, for documents whose inline schemas have their names."""
    rows = [_Row(document, endpoint).facts() for document in documents for endpoint in document.endpoints()]
    return _shadowed(rows)


def _shadowed(rows: list[JSON]) -> list[JSON]:
    """Of operations that share a cmdlet PowerShell reaches only the one defined last: the SDK sorts them by name."""
    last: dict[str, str] = {}
    for row in rows:
        last[row["cmdlet"]] = max(last.get(row["cmdlet"], ""), row["operation"])
    for row in rows:
        if last[row["cmdlet"]] != row["operation"]:
            row["shadowed"] = True
            ordered_row(row)
    return rows


class _Row:
    def __init__(self, document: Document, endpoint: Endpoint) -> None:
        self._document, self._endpoint = document, endpoint
        self._shapes = Shapes(document)
        parameters = [document.resolve(parameter) for parameter in endpoint.parameters]
        self._parameters = list({(one["name"], one["in"]): one for one in parameters}.values())
        self._body = document.resolve(endpoint.shape.get("requestBody", {}))

    def facts(self) -> JSON:
        """One row; what is empty or usual is left out."""
        shape, operation = self._endpoint.shape, operation_id(self._endpoint)
        parameters = self._all_parameters()
        row = {
            "operation": operation,
            "cmdlet": cmdlet_name(self._document.generation, operation),
            "tag": self._endpoint.tag,
            "method": self._endpoint.method,
            "path": fit_path(self._endpoint.path, parameters),
            "experimental": any(one["name"] == EXPERIMENTAL_HEADER for one in self._parameters),
            "deprecated": shape.get("deprecated", False),
            "parameters": parameters,
            "body": self._body_facts(),
            "answers": self._answers(),
            **self._security(),
            "levels": next((shape[key] for key in _LEVELS if key in shape), []),
            **self._texts(),
        }
        return {key: value for key, value in row.items() if value not in (False, None) and value != [] and value != {}}

    def _all_parameters(self) -> list[JSON]:
        """In the SDK's order, which is PowerShell's position: required ones first, the body after the others."""
        rows = [self._parameter(one, one["schema"]) for one in self._parameters]
        rows += self._form_fields() if self._is_form else self._body_parameter()
        taken: dict[str, int] = {}
        for row in rows:
            ps = row.get("ps", pascal_case(row["name"]))
            taken[ps] = taken.get(ps, 0) + 1
            if taken[ps] > 1:
                row["ps"] = f"{ps}{taken[ps]}"
        return [_ordered(row) for row in sorted(rows, key=lambda row: not row.pop("first", row.get("required")))]

    def _parameter(self, one: JSON, schema: JSON) -> JSON:
        schema = self._document.resolve(schema)
        return _parameter(one, schema, self._document.resolve(schema.get("items", {})))

    @property
    def _media(self) -> list[str]:
        return list(self._body.get("content", {}))

    @property
    def _is_form(self) -> bool:
        return bool(self._media) and self._media[0] in _FORMS

    @property
    def _body_schema(self) -> JSON:
        schema: JSON = self._body["content"][self._media[0]].get("schema", {})
        return schema

    def _form_fields(self) -> list[JSON]:
        form = self._document.resolve(self._body_schema)
        required = form.get("required", ())
        return [
            self._parameter({"name": name, "in": "form", "required": name in required}, schema)
            for name, schema in form.get("properties", {}).items()
        ]

    def _body_parameter(self) -> list[JSON]:
        if not self._media:
            return []
        model, array = self._kind(self._body_schema)
        kind = "string" if model == "string" else "object"
        row: JSON = {"name": "body", "in": "body", "type": f"array<{kind}>" if array else kind, "ps": self._body_name}
        if row["type"] == "string":
            del row["type"]
        return [row | ({"required": True} if self._body.get("required") else {})]

    @property
    def _body_name(self) -> str:
        """What the SDK calls the body: its model; without one, what the document wishes or a word of its own."""
        model, array = self._kind(self._body_schema)
        wish = self._endpoint.shape.get("x-codegen-request-body-name")
        if wish or (model == "string" and not array):
            return pascal_case(wish or "body")
        return "RequestBody" if model in ("string", "object") else str(model)

    def _body_facts(self) -> JSON | None:
        if not self._media:
            return None
        row: JSON = {"type": self._media[0]}
        if not self._is_form:
            row["model"], array = self._kind(self._body_schema)
            row |= {"array": True} if array else {}
        row |= {"required": True} if self._body.get("required") else {}
        return row | ({"types": self._media} if len(self._media) > 1 else {})

    def _answers(self) -> JSON:
        responses = self._endpoint.shape.get("responses", {})
        return {
            status: self._answer(self._document.resolve(response))
            for status, response in responses.items()
            if status.startswith("2")
        }

    def _answer(self, response: JSON) -> JSON:
        content = response.get("content", {})
        if not content:
            return {}
        schema = next(iter(content.values())).get("schema")
        if schema and "items" in schema and "type" not in schema:
            schema = schema | {"type": "array"}
        model, array = self._kind(schema) if schema else (None, False)
        row: JSON = {"types": list(content)} | ({"model": model} if model else {})
        return row | ({"array": True} if array else {})

    def _kind(self, schema: JSON) -> tuple[str | None, bool]:
        """A model's name, or the JSON type of what has none; and whether it is a list of such."""
        kind = self._shapes.type(schema)
        array = kind.endswith("[]")
        return _JSON_TYPES.get(kind.removesuffix("[]"), kind.removesuffix("[]")), array

    def _security(self) -> JSON:
        # An empty list means that no token is wanted, so it must not fall through to the document's default
        holder = self._endpoint.shape if "security" in self._endpoint.shape else self._document.root
        security: list[dict[str, list[str]]] = holder.get("security", [])
        schemes = [(name, scopes) for one in security for name, scopes in one.items()]
        found = {"auth": [name for name, _ in schemes], "scopes": [one for _, scopes in schemes for one in scopes]}
        return {key: list(dict.fromkeys(values)) for key, values in found.items()}

    def _texts(self) -> JSON:
        described = {one["name"]: one.get("description", "") for one in self._parameters}
        return {name: read(described[name]) for name, read in _TEXTS.items() if name in described}


_JSON_TYPES = {
    "String": "string",
    "DateTime": "string",
    "Boolean": "boolean",
    "Int32": "integer",
    "Int64": "integer",
    "Decimal": "number",
    "Double": "number",
    "Hashtable": "object",
    "Object": "object",
    "FileInfo": "file",
}
_KEYS = ("name", "in", "type", "ps", "required", "format", "enum", "default", "minimum", "maximum", "style", "explode")


def _parameter(one: JSON, schema: JSON, items: JSON) -> JSON:
    kind = schema.get("type", "string")
    row: JSON = {"name": one["name"]}
    if one["in"] != "query":
        row["in"] = one["in"]
    if kind == "array":
        row["type"] = f"array<{items.get('type', 'string')}>"
        row |= {"explode": False} if one.get("explode") is False else {}
    elif kind != "string":
        row["type"] = kind
    row["first"] = bool(one.get("required"))  # NERM forgets to say so of parts of the path
    if row["first"] or one["in"] == "path":
        row["required"] = True
    return row | _limits({"default": one.get("default")} | items | schema)


def _limits(schema: JSON) -> JSON:
    row = {key: schema[key] for key in ("enum", "default", "minimum", "maximum") if schema.get(key) is not None}
    if schema.get("format"):
        row["format"] = schema["format"].split(" ")[0]  # one says in brackets when it holds
    return row


def _ordered(row: dict[str, Any]) -> JSON:
    ps = row.get("ps")
    kept = {key: row[key] for key in _KEYS if key in row}
    if ps == pascal_case(row["name"]):
        del kept["ps"]
    return kept
