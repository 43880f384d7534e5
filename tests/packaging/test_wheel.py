"""The wheel: built, installed in a clean environment, and run there."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_facts_and_the_profiles(wheel):
    with zipfile.ZipFile(wheel) as content:
        names = set(content.namelist())
    assert {"isnshell/_profiles/demo.env", "isnshell/_profiles/example.env"} <= names
    assert {"isnshell/catalog/data/names.json", "isnshell/py.typed", "cmdlets/__init__.py"} <= names
    assert not [name for name in names if name.startswith("tests")]


@pytest.mark.timeout(600)
def test_the_wheel_runs_where_nothing_else_is(wheel, tmp_path):
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [scripts / "isnshell", "-p", "demo", "-c", "get_sources(limit=1)[0].name"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
