"""Every operation, once with what is required and once with all arguments, judged by SailPoint's own documents.

The requests go through the real client to Stoplight Prism. Where Prism finds fault with one, either we are wrong, or
the document is: then `known_faults.json` says how. `values.json` has values where the documents want more than the
facts know.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .prism import HERE, Router, Unavailable, install, running_prism
from .sweep import KINDS, Problem, Sweep

SPEC = Path(__file__).parents[3] / "shared" / "spec"
GENERATIONS = ("v3", "beta", "v2024", "v2025", "v2026", "v1")
METHODS = {"get", "head", "post", "put", "patch", "delete"}

# For the slowest machine: starting Prism and 900 calls take some 15 s
pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="session")
def prism() -> list[str]:
    """The command that starts Prism."""
    if not SPEC.is_dir():
        pytest.skip(f"{SPEC} is absent: the official documents are no part of the repository")
    try:
        return install()
    except Unavailable as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module", params=GENERATIONS)
def sweep(
    request: pytest.FixtureRequest, prism: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sweep]:
    """The operations of one generation, with their Prism running."""
    folder = tmp_path_factory.mktemp(request.param)
    special = {name: value for each in _read("values.json") for name, value in each["values"].items()}
    with running_prism(prism, SPEC / f"{request.param}.json", folder) as port, Router(request.param, port) as router:
        yield Sweep(router, special, folder)


def _read(name: str) -> Any:
    return json.loads((HERE / name).read_text("utf-8"))


def _faults(generation: str) -> list[tuple[str, str]]:
    """Operation and what is said of it, for each known fault."""
    return [(each, one["says"]) for one in _read("known_faults.json") for each in one["operations"].get(generation, ())]


def _is_meant(fault: tuple[str, str], problem: Problem) -> bool:
    return fault[0] == problem.operation and re.search(fault[1], problem.text) is not None


def test_every_operation_of_the_document_is_called(sweep: Sweep) -> None:
    """The sweep leaves none out."""
    paths = json.loads((SPEC / f"{sweep.generation}.json").read_text("utf-8"))["paths"]
    assert sum(len(METHODS & item.keys()) for item in paths.values()) == len(sweep.operations)


@pytest.mark.parametrize("kind", KINDS)
def test_no_request_is_judged_invalid(sweep: Sweep, kind: str) -> None:
    """Prism finds no fault that is not the document's own; requests arrive as asked, and their answers are read."""
    faults = _faults(sweep.generation)
    problems = sweep.problems(kind)
    found = sorted(str(one) for one in problems if not any(_is_meant(fault, one) for fault in faults))
    assert not found, f"{sweep.generation}, {kind} arguments, {len(found)} problems:\n" + "\n".join(found)


def test_each_known_fault_is_still_there(sweep: Sweep) -> None:
    """A fault that the documents or Prism no longer have leaves the list."""
    problems = [problem for kind in KINDS for problem in sweep.problems(kind)]
    idle = [fault for fault in _faults(sweep.generation) if not any(_is_meant(fault, one) for one in problems)]
    assert not idle, f"{sweep.generation}: known_faults.json lists what no longer happens: {idle}"
