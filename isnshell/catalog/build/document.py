"""One OpenAPI document, read: which generation it describes, its references followed, its operations one by one."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from attrs import frozen

from ...errors import FileError
from ..facts import GENERATIONS

METHODS = (
    "get",
    "put",
    "head",
    "post",
    "delete",
    "patch",
    "options",
)  # in the order that the SDK's generator reads them
JSON = dict[str, Any]
_SCHEMAS = "#/components/schemas/"


@frozen
class Endpoint:
    """One operation of a document: where it stands, and what the document says of it."""

    path: str
    method: str
    shape: JSON
    shared: tuple[JSON, ...] = ()

    @property
    def tag(self) -> str:
        """The first tag, nothing for an operation without one."""
        return next(iter(self.shape.get("tags", ())), "")

    @property
    def parameters(self) -> list[JSON]:
        """The parameters, those of the whole path first."""
        return [*self.shared, *self.shape.get("parameters", ())]


class Document:
    """An OpenAPI document and the generation it describes."""

    def __init__(self, generation: str, root: JSON) -> None:
        self.generation = generation
        self.root = root

    @property
    def schemas(self) -> dict[str, JSON]:
        """The named schemas."""
        schemas: dict[str, JSON] = self.root.setdefault("components", {}).setdefault("schemas", {})
        return schemas

    def resolve(self, node: JSON) -> JSON:
        """What a reference stands for; anything else as it is."""
        while "$ref" in node:
            node = self._at(node["$ref"])
        return node

    def _at(self, pointer: str) -> JSON:
        node: Any = self.root
        for key in pointer.removeprefix("#/").split("/"):
            node = node[key.replace("~1", "/").replace("~0", "~")]
        return node  # type: ignore[no-any-return]  # JSON

    def rename_schemas(self, names: Mapping[str, str]) -> None:
        """Give named schemas other names, wherever they are referred to."""
        schemas = self.schemas
        self.root["components"]["schemas"] = {names.get(name, name): schema for name, schema in schemas.items()}
        for node in walk(self.root):
            if (name := schema_name(node)) and name in names:
                node["$ref"] = _SCHEMAS + names[name]

    def keep_schemas(self, names: set[str]) -> None:
        """Drop all named schemas but these."""
        self.root["components"]["schemas"] = {name: schema for name, schema in self.schemas.items() if name in names}

    def merge_bodies(self) -> None:
        """Request bodies `User`, `User-2` become one, the first: the SDK of NERM tells them apart by name alone."""
        bodies = self.root["components"].get("requestBodies", {})
        for name in bodies:
            bodies[name] = bodies.get(name.rpartition("-")[0], bodies[name])

    def copy_aliases(self) -> None:
        """A named schema that is nothing but a reference becomes a copy of what it refers to, as in the SDK."""
        for name, schema in self.schemas.items():
            if "$ref" in schema:
                self.schemas[name] = copy.deepcopy(self.resolve(schema))

    def endpoints(self) -> Iterator[Endpoint]:
        """All operations in the document's order."""
        for path, item in self.root["paths"].items():
            shared = tuple(item.get("parameters", ()))
            for method in METHODS:
                if method in item:
                    yield Endpoint(path, method.upper(), item[method], shared)


def read_document(path: Path) -> Document:
    """Read a JSON document; raises FileError for a file that is none or that describes no generation we know."""
    try:
        root = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise FileError(f"{path} is no JSON document", path=path, hint="Convert YAML to JSON first.") from error
    generation = _generation(root) if isinstance(root, dict) else None
    if generation not in GENERATIONS:
        what = f"{path} describes no API generation of SailPoint's"
        raise FileError(what, path=path, hint=f"There are {', '.join(GENERATIONS)}.")
    return Document(generation, root)


def _generation(root: Mapping[str, Any]) -> str | None:
    """The generation, told by the path of the first server: `/v2025`, nothing for v1, `/api/v2025` on NERM's host."""
    servers = root.get("servers") or [{}]
    parts = urlsplit(servers[0].get("url", "").replace("{", "").replace("}", ""))
    words = [word for word in parts.path.split("/") if word]
    if parts.netloc.endswith("nonemployee.com"):
        return "nerm" + "".join(words[1:])
    return words[0] if words else "v1" if parts.netloc else None


def walk(node: Any) -> Iterator[JSON]:
    """Every object inside a part of a document."""
    open_nodes = [node]
    while open_nodes:
        one = open_nodes.pop()
        if isinstance(one, dict):
            yield one
            open_nodes.extend(one.values())
        elif isinstance(one, list):
            open_nodes.extend(one)


def schema_name(node: Mapping[str, Any]) -> str | None:
    """The name of the schema that a reference points at."""
    reference = node.get("$ref")  # a field may be called $ref, so anything may stand here
    return reference.removeprefix(_SCHEMAS) if isinstance(reference, str) and reference.startswith(_SCHEMAS) else None


def schema_reference(name: str) -> JSON:
    """A reference to a named schema."""
    return {"$ref": _SCHEMAS + name}
