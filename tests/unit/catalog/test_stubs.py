"""The stubs of the commands: what the build makes, and what a type checker says of calls."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import cmdlets
from isnshell.catalog.build import COMMANDS, write_stubs
from isnshell.catalog.facts import DEFAULT_GENERATION, GENERATIONS
from isnshell.catalog.names import find_name, names
from isnshell.commands.common import COMMON_PARAMETERS
from isnshell.commands.invocation import CALL_OPTIONS, FILE_OPTIONS

_STUB = COMMANDS / "__init__.pyi"
_LARGEST = 400_000


def test_the_committed_stub_is_what_the_build_makes(tmp_path: Path) -> None:
    """Nobody edited it by hand; after a change of a command's parameters `write_stubs` is run."""
    write_stubs(tmp_path)

    assert (tmp_path / "__init__.pyi").read_bytes() == _STUB.read_bytes()


def test_it_has_every_command_that_an_import_of_all_gives() -> None:
    tree = ast.parse(_STUB.read_text("utf-8"))
    told = {ast.unparse(one.target) for one in tree.body if isinstance(one, ast.AnnAssign)}

    assert told - {"COMMANDS", "ALIASES"} == set(cmdlets.__all__)


def test_it_has_nothing_of_other_generations_only() -> None:
    text = _STUB.read_text("utf-8")
    others = [one for one in names() if (found := find_name(one)) and DEFAULT_GENERATION not in found.generations]

    assert len(others) > 100
    assert [one for one in others if one not in cmdlets.COMMANDS and f"\n{one}: " in text] == []


def test_it_has_the_options_that_every_command_takes() -> None:
    tree = ast.parse(_STUB.read_text("utf-8"))
    told = {
        one.name: {ast.unparse(field.target) for field in one.body if isinstance(field, ast.AnnAssign)}
        for one in tree.body
        if isinstance(one, ast.ClassDef) and one.name in ("_Common", "_Options", "_File_options")
    }

    assert told["_Common"] == {*COMMON_PARAMETERS, "input_object"}
    assert told["_Options"] == set(CALL_OPTIONS)
    assert told["_File_options"] == set(FILE_OPTIONS)


def test_it_stays_small() -> None:
    assert len(_STUB.read_bytes()) < _LARGEST


_GOOD = """
from pathlib import Path

from cmdlets import (
    clear_pending_task, connect_profile, get_pending_tasks, get_report, get_source, get_sources, new_transform,
    select_object, start_report, update_source, v2024, where_object,
)
from isnshell import Record

session = connect_profile("demo", strict=True)
task = start_report(report_type="ACCOUNTS", arguments={"application": "x"}, session=session)
saved: Path = get_report(task, "csv", out_file="report.csv", force=True)
saved = get_report(task_result_id="1", file_format="pdf")
names = get_sources(filters={"name": "x"}, limit=5) | select_object("id", "name")
get_pending_tasks() | where_object(type="QUARTZ") | clear_pending_task(completion_status="TERMINATED")
record: Record = get_source("1")
one = [record] | get_source()
two = [{"id": "1"}] | get_source
update_source(record, [{"op": "replace", "path": "/name", "value": "x"}], what_if=True)
new_transform(name="x", type="lookup", attributes={})
new_transform({"name": "x"})
v2024.get_pending_tasks()
"""


def _checked(folder: Path, source: str) -> list[str]:
    """What mypy says of a script, a message a line without its place."""
    pytest.importorskip("mypy")
    script = folder / "script.py"
    script.write_text(source, "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", "--hide-error-context"]
    done = subprocess.run(
        [*command, "--follow-imports=silent", "--no-pretty", str(script)],
        cwd=folder,
        env={"MYPYPATH": str(COMMANDS.parent), "PATH": "", "SYSTEMROOT": ""},
        capture_output=True,
        text=True,
        timeout=110,
    )
    return [line for line in done.stdout.splitlines() if ": error:" in line] or (
        [] if done.returncode == 0 else [done.stdout + done.stderr]
    )


def test_a_script_that_is_right_passes_the_type_checker(tmp_path: Path) -> None:
    assert _checked(tmp_path, _GOOD) == []


def test_a_script_that_is_wrong_is_told_where(tmp_path: Path) -> None:
    wrong = (
        ("from cmdlets import get_report, get_sources, start_report\n", None),
        ("from cmdlets import get_reprot\n", 'has no attribute "get_reprot"'),
        ('get_report("1", "xls")\n', "No overload variant"),
        ('get_sources(limit="many")\n', 'Argument "limit"'),
        ('start_report(reporttype="ACCOUNTS")\n', 'did you mean "report_type"'),
        ('get_report("1", "csv", session="prod")\n', "No overload variant"),
    )
    told = _checked(tmp_path, "".join(line for line, _ in wrong))

    for number, (line, said) in enumerate(wrong, 1):
        of_line = [one for one in told if f":{number}: error" in one]
        assert (said is None and not of_line) or any(said in one for one in of_line if said), (line, told)


def test_the_generations_have_modules_of_their_own() -> None:
    assert all((COMMANDS / f"{generation}.py").exists() for generation in GENERATIONS)
