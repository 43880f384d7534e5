"""The inputs that lie beside the checkout: official documents and the facts gathered from them and from the SDK."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import isnshell.catalog
from isnshell.catalog.build import build
from isnshell.catalog.facts import GENERATIONS

SHARED = Path(__file__).parents[4] / "shared"
COMMITTED = Path(isnshell.catalog.__file__).parent / "data"


def _shared(folder: str) -> Path:
    found = SHARED / folder
    if not found.is_dir():
        pytest.skip(f"{found} is absent: the official documents and facts are no part of the repository")
    return found


@pytest.fixture(scope="session")
def shared_facts() -> Path:
    """The folder of facts."""
    return _shared("facts")


@pytest.fixture(scope="session")
def specs() -> list[Path]:
    """The official documents, one a generation."""
    return [_shared("spec") / f"{generation}.json" for generation in GENERATIONS]


@pytest.fixture
def catalog_copy(tmp_path: Path) -> Path:
    """A copy of the committed data to build into."""
    return Path(shutil.copytree(COMMITTED, tmp_path / "data"))


@pytest.fixture(scope="session")
def built(specs: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog built from the official documents."""
    out = tmp_path_factory.mktemp("catalog")
    build(specs, out)
    return out
