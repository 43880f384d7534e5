"""Make the catalog's data from the official OpenAPI documents: `isnshell catalog build SPEC...`.

A document's way: `document` reads it, `names` and `inline` give its schemas the names that the PowerShell SDK has for
them, `operations`, `models` and `texts` take the facts out, `corrections` lays over what people found, `successors`
compares the generations, `write` writes. The data of generations for which no document is given stays as it is.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from ..facts import DEFAULT_GENERATION, GENERATIONS
from ..loader import Facts, Models, read_data
from ..names import base_name, pack
from .corrections import Corrections
from .document import JSON, Document, read_document
from .inline import name_inline_schemas, reachable, split_by_tag
from .models import model_rows
from .names import schema_names
from .operations import operation_rows
from .stubs import stub_text
from .successors import LEGACY, successor_rows
from .write import write_list, write_table

DATA = Path(__file__).parent.parent / "data"
# Read as text for the stubs, never imported
COMMANDS = Path(__file__).parents[3] / "cmdlets"


@frozen
class Report:
    """What a build has done.

    Args:
        counts: Generation to the numbers of its operations and models, of those that were built.
        sources: Generation to title and version of its document.
        idle_corrections: Generation to operations whose correction finds nothing to correct any more.
    """

    counts: Mapping[str, tuple[int, int]]
    sources: Mapping[str, str]
    idle_corrections: Mapping[str, tuple[str, ...]]


def build(documents: Iterable[Path], out: Path = DATA) -> Report:
    """Write the facts of the given documents into a folder, and what spans the generations.

    The commands' type stubs follow the installed catalog, so they are written with it.

    Args:
        documents: OpenAPI documents as JSON, one a generation.
        out: Where to; generations that have no document and no facts there yet keep those of the installed catalog.

    Raises:
        FileError: A file is no JSON document (YAML is not read), or none of SailPoint's generations.
    """
    read = {one.generation: one for one in map(read_document, documents)}
    _fill(out, read)
    counts, idle = {}, {}
    for generation in (one for one in GENERATIONS if one in read):  # v1 last of its family: it needs the others' names
        parts = _with_names(read[generation], _spellings(out) if generation == "v1" else {})
        operations, models = operation_rows(parts), model_rows(parts)
        corrections = Corrections(generation)
        corrections.apply(operations, models)
        write_list(out / f"operations.{generation}.json", operations)
        write_table(out / f"models.{generation}.json", dict(sorted(models.items())))
        counts[generation], idle[generation] = (len(operations), len(models)), tuple(corrections.idle)
    sources = {generation: _source(document) for generation, document in read.items()}
    _write_shared(out, sources)
    if out == DATA:
        write_stubs(COMMANDS)
    return Report(counts, sources, {generation: names for generation, names in idle.items() if names})


def write_stubs(out: Path, data: Path = DATA) -> None:
    """Write the commands' type stubs, `__init__.pyi`, into a folder.

    Args:
        out: Where to.
        data: The catalog whose facts count.
    """
    operations = _read(data / f"operations.{DEFAULT_GENERATION}.json")
    models = _read(data / f"models.{DEFAULT_GENERATION}.json")
    text = stub_text(COMMANDS, Facts(DEFAULT_GENERATION, operations), Models(DEFAULT_GENERATION, models))
    (out / "__init__.pyi").write_text(text, "utf-8")


def _fill(out: Path, read: Mapping[str, Document]) -> None:
    """Let a folder that lacks generations have those of the installed catalog, which the others need."""
    out.mkdir(parents=True, exist_ok=True)
    for generation in (one for one in GENERATIONS if one not in read):
        for name in (f"operations.{generation}.json", f"models.{generation}.json"):
            if not (out / name).exists():
                shutil.copyfile(DATA / name, out / name)


def _spellings(out: Path) -> dict[str, str]:
    """Schema names in lower case, as the document of v1 has them, to their spelling in the other generations."""
    spellings: dict[str, str] = {}
    for generation in LEGACY:
        for name in _read(out / f"models.{generation}.json"):
            spellings.setdefault(name.lower(), name)
            # A named list is no model, but what it holds is called after it
            spellings.setdefault(name.removesuffix("Inner").lower(), name.removesuffix("Inner"))
    return spellings


def _with_names(document: Document, spellings: Mapping[str, str]) -> list[Document]:
    """The document with the SDK's names for all schemas; the SDK of v1 was made of one part a tag."""
    parts = split_by_tag(document) if document.generation == "v1" else [document]
    for part in parts:
        if part.generation.startswith("nerm"):
            part.merge_bodies()
            part.keep_schemas(reachable(part, part.root["paths"]))
        part.copy_aliases()
        part.rename_schemas(schema_names(part.generation, part.schemas, spellings))
        name_inline_schemas(part)
    return parts


def _source(document: Document) -> str:
    info = document.root["info"]
    return f"{info['title']} {info['version']}"


def _write_shared(out: Path, sources: Mapping[str, str]) -> None:
    """The files that span all generations: names, successors, sources."""
    operations = {one: _read(out / f"operations.{one}.json") for one in GENERATIONS}
    write_table(out / "names.json", _name_rows(operations))
    write_table(out / "successors.json", successor_rows(operations))
    known = _read(out / "sources.json") if (out / "sources.json").exists() else {}
    merged: dict[str, str] = known | dict(sources)
    write_table(out / "sources.json", {one: merged[one] for one in GENERATIONS if one in merged})


def _name_rows(operations: Mapping[str, list[JSON]]) -> dict[str, str]:
    names: dict[str, dict[str, set[str]]] = {}
    for generation, rows in operations.items():
        for cmdlet in (row["cmdlet"] for row in rows if row["cmdlet"]):
            names.setdefault(base_name(generation, cmdlet), {}).setdefault(generation, set()).add(cmdlet)
    return {
        base: pack({generation: tuple(sorted(cmdlets, reverse=True)) for generation, cmdlets in found.items()})
        for base, found in sorted(names.items())
    }


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@frozen
class GenerationInfo:
    """One line of `isnshell catalog info`."""

    generation: str
    source: str
    operations: int
    commands: int
    models: int
    experimental: int
    deprecated: int
    gone: tuple[str, ...]
    without_successor: int


def catalog_info() -> list[GenerationInfo]:
    """Counts of what the installed catalog holds, a line a generation."""
    sources, successors = read_data("sources.json"), read_data("successors.json")
    return [_info(one, sources.get(one, ""), successors.get(one, {})) for one in GENERATIONS]


def _info(generation: str, source: str, successors: Mapping[str, str | None]) -> GenerationInfo:
    rows = read_data(f"operations.{generation}.json")
    return GenerationInfo(
        generation=generation,
        source=source,
        operations=len(rows),
        commands=len({row["cmdlet"] for row in rows if row["cmdlet"]}),
        models=len(read_data(f"models.{generation}.json")),
        experimental=sum(row.get("experimental", False) for row in rows),
        deprecated=sum(row.get("deprecated", False) for row in rows),
        gone=tuple(row["cmdlet"] for row in rows if row.get("gone")),
        without_successor=sum(one is None for one in successors.values()),
    )
