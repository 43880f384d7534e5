"""Every operation, once with what is required and once with all arguments, judged by SailPoint's own documents.

The requests go through the real client to Stoplight Prism. Where Prism finds fault with one, either we are wrong, or the
document is: then `known_faults.json` says how.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .prism import HERE, Router, Unavailable, install, running_prism
from .sweep import Problem, Sweep

SPEC = Path(__file__).parents[3] / "shared" / "spec"
GENERATIONS = ("v3", "beta", "v2024", "v2025", "v2026", "v1")

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module", params=GENERATIONS)
def sweep(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sweep]:
    """The operations of one generation, with their Prism running."""
    document = SPEC / f"{request.param}.json"
    if not document.is_file():
        pytest.skip(f"{document} is absent: the official documents are no part of the repository")
    try:
        install()
    except Unavailable as error:
        pytest.skip(str(error))
    folder = tmp_path_factory.mktemp(request.param)
    with running_prism(document, folder) as port, Router(request.param, port) as router:
        special = {name: value for each in _read("values.json") for name, value in each["values"].items()}
        yield Sweep(router, special, folder)


def _read(name: str) -> Any:
    return json.loads((HERE / name).read_text("utf-8"))


def _known(generation: str, problem: Problem) -> bool:
    return any(
        problem.operation in fault["operations"].get(generation, ()) and re.search(fault["says"], problem.text)
        for fault in _read("known_faults.json")
    )


@pytest.mark.parametrize("kind", ["required", "everything"])
def test_no_request_is_judged_invalid(sweep: Sweep, kind: str) -> None:
    problems = sweep.problems(kind)
    import os
    if os.environ.get("DUMP"):
        Path(os.environ["DUMP"], f"{sweep.generation}.{kind}.txt").write_text("\n".join(map(str, problems)))
    unknown = sorted(str(problem) for problem in problems if not _known(sweep.generation, problem))
    assert not unknown, f"{sweep.generation}, {kind} arguments, {len(unknown)} problems:\n" + "\n".join(unknown)
