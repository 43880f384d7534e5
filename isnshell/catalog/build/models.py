"""The rows of `models.*.json`: the shape of every named schema, in the SDK's types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...naming import pascal_case
from .document import JSON, Document, schema_name
from .names import field_name, model_name, naming

_STRINGS = {"date-time": "DateTime", "date": "DateTime", "binary": "FileInfo"}
_SIMPLE = {"boolean": "Boolean", "integer": "Int32", "number": "Decimal", "string": "String"}
_NUMBERS = {"int64": "Int64", "double": "Double", "float": "Double"}


def model_rows(documents: Iterable[Document]) -> dict[str, JSON]:
    """Model name to its facts, for documents whose inline schemas have names; of two alike the later one counts."""
    rows = {}
    for document in documents:
        shapes = Shapes(document)
        for name, schema in document.schemas.items():
            if shapes.is_model(schema):
                rows[model_name(name)] = shapes.row(name, schema)
    return rows


class Shapes:
    """Reads the schemas of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._mark = naming()["marks"][document.generation]
        # What has no type at all: the SDK of v1 says Object, its older sisters say Hashtable
        self._anything = "Object" if document.generation == "v1" else "Hashtable"

    def is_model(self, schema: JSON) -> bool:
        """Whether the SDK makes a model of a schema: an object with fields, a choice, or an enum."""
        if schema.get("enum"):
            return True
        if "allOf" in schema:
            return any(self.is_model(self._document.resolve(part)) for part in schema["allOf"])
        return schema.get("type") in (None, "object") and any(
            schema.get(key) for key in ("properties", "anyOf", "oneOf")
        )

    def row(self, name: str, schema: JSON) -> JSON:
        """One model's facts."""
        if schema.get("enum"):
            return {"enum": [str(value) for value in _present(schema["enum"])]}
        row: JSON = {}
        fields = self._fields(schema)
        if choice := schema.get("oneOf") or schema.get("anyOf"):
            fields = {}
            row["one_of"] = sorted({self.type(part) for part in choice}, key=_as_the_sdk_sorts)
            row |= {} if "oneOf" in schema else {"any_of": True}
        elif fields:
            row["fields"] = fields
        if fields and schema.get("additionalProperties"):
            row["additional"] = True
        return row | self._functions(model_name(name), bool(fields))

    def _functions(self, name: str, has_fields: bool) -> JSON:
        from_json = {"from_json": f"ConvertFrom-{self._mark}JsonTo{name}"}
        return {"initialize": f"Initialize-{self._mark}{name}"} | from_json if has_fields else from_json

    def _fields(self, schema: JSON) -> JSON:
        required: set[str] = set()
        properties: dict[str, JSON] = {}
        self._collect(schema, properties, required)
        return {name: self._field(name, inner, name in required) for name, inner in properties.items()}

    def _collect(self, schema: JSON, properties: dict[str, JSON], required: set[str]) -> None:
        """Fields of a schema and of all it is put together from: those of named schemas first, as the SDK has them."""
        for part in sorted(schema.get("allOf", ()), key=lambda part: "$ref" not in part):
            self._collect(self._document.resolve(part), properties, required)
        properties.update(schema.get("properties", {}))
        if isinstance(schema.get("required"), list):
            required.update(schema["required"])

    def _field(self, name: str, schema: JSON, required: bool) -> JSON:
        shape, kind = self._merged(schema), self.type(schema)
        row: JSON = {"type": kind}
        if (ps := field_name(name)) != pascal_case(name):
            row["ps"] = ps
        # What is said of a model as a whole is not said of the field
        own = schema if self._is_named(schema) and not shape.get("enum") else shape
        marks = (("required", required), ("nullable", shape.get("nullable")), ("read_only", own.get("readOnly")))
        row |= {key: True for key, holds in marks if holds}
        if enum := self._values(schema, shape):
            row["enum"] = _present(enum)
        if _is_value(default := shape.get("default")) and not shape.get("readOnly") and not self._is_named(schema):
            row["default"] = default == "true" if kind == "Boolean" and isinstance(default, str) else default
        return row | self._map(shape, kind)

    def _is_named(self, schema: JSON) -> bool:
        name = schema_name(schema)
        return bool(name) and self.is_model(self._document.schemas[str(name)])

    def _values(self, schema: JSON, shape: JSON) -> list[Any] | None:
        """The values a field may have; the SDK doesn't look through a list or `allOf` for those of a named enum."""
        items = shape.get("items", {})
        if self._is_named(items) or any(self._is_named(part) for part in schema.get("allOf", ())):
            return None
        values: list[Any] | None = shape.get("enum") or self._merged(items).get("enum")
        return values

    def _map(self, shape: JSON, kind: str) -> JSON:
        inner = shape.get("additionalProperties")
        if kind != "Hashtable" or inner in (None, False):
            return {}
        return {"map_of": self.type(inner) if isinstance(inner, dict) else "Object"}

    def _merged(self, schema: JSON) -> JSON:
        """A schema with what it refers to and is put together from, in one."""
        merged: JSON = {}
        for part in schema.get("allOf", ()):
            merged |= self._merged(part)
        if "$ref" in schema:
            merged |= self._merged(self._document.resolve(schema))
        return merged | {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}

    def type(self, schema: JSON) -> str:
        """The SDK's type: `String`, `DateTime`, `Column[]`, `Hashtable`, a model's name."""
        if self._is_named(schema):
            return model_name(schema_name(schema) or "")
        shape = self._merged(schema)
        if "array" in (schema.get("type"), shape.get("type")):
            return self.type(shape.get("items", {"type": "string"})) + "[]"
        named = [part for part in schema.get("allOf", ()) if self._is_named(part)]
        if len(named) == 1:
            return self.type(named[0])
        if shape.get("type") == "string" or ("type" not in shape and shape.get("enum")):
            return _STRINGS.get(shape.get("format", ""), "String")
        if shape.get("format") in _NUMBERS:
            return _NUMBERS[shape["format"]]
        return _SIMPLE.get(shape["type"], "Hashtable") if "type" in shape else self._anything


def _present(values: list[Any]) -> list[Any]:
    # A null among the values says that the field may be null
    return [value for value in values if value is not None]


def _is_value(default: Any) -> bool:
    # A default that is a sentence is a text, not a fact
    return default not in (None, {}, []) and str(default).count(" ") < 4


def _as_the_sdk_sorts(kind: str) -> str:
    return kind.replace("Hashtable", "SystemCollectionsHashtable")
