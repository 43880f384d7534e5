"""`isnshell catalog info` and `isnshell catalog build`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from isnshell.catalog.build import DATA
from isnshell.cli import main


def _document(path: Path) -> Path:
    operation = {"operationId": "listWidgets", "tags": ["Widgets"], "responses": {"204": {"description": "nothing"}}}
    path.write_text(
        json.dumps(
            {
                "openapi": "3.0.1",
                "info": {"title": "An API", "version": "7"},
                "servers": [{"url": "https://{tenant}.api.identitynow.com/v2026"}],
                "paths": {"/widgets": {"get": operation}},
            }
        ),
        "utf-8",
    )
    return path


def test_info_shows_a_line_for_each_generation(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "info"]) == 0
    lines = capsys.readouterr().out.splitlines()

    (line,) = [one for one in lines if one.startswith("v2025 ")]
    assert line.split()[:3] == ["v2025", "812", "805"]
    assert len([one for one in lines if one.startswith(("v", "beta", "nerm"))]) == 8


def test_build_writes_a_whole_catalog_into_a_new_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new" / "catalog"
    before = {one.name: one.read_bytes() for one in DATA.iterdir()}
    assert main(["catalog", "build", str(_document(tmp_path / "spec.json")), "-o", str(out)]) == 0
    told = capsys.readouterr()

    assert "v2026" in told.out
    assert "An API 7" in told.out
    assert "Corrections of v2026 that correct nothing any more: " in told.err
    assert json.loads((out / "names.json").read_text("utf-8"))["get_widgets"] == "Get-Widgets v2026"
    assert (out / "operations.v2025.json").read_bytes() == before["operations.v2025.json"]
    assert {one.name: one.read_bytes() for one in DATA.iterdir()} == before


def test_build_refuses_what_is_no_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text("openapi: 3.0.1", "utf-8")

    assert main(["catalog", "build", str(spec), "-o", str(tmp_path / "out")]) == 1
    assert "no JSON document" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_catalog_alone_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["catalog"])
    assert ended.value.code == 2
