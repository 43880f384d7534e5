"""What PowerShell's Tab offers for PSSailpoint's commands, our Tab offers in Python's form."""

import json
from pathlib import Path

import pytest

from isnshell.commands.registry import resolve
from isnshell.naming import fold, parameter_name

TRUTH = Path(__file__).parents[5] / "shared" / "golden" / "completion" / "truth.jsonl"

# These have no counterpart: streams and buffers of PowerShell's own, the header that is sent by itself, and the content
# type, which follows from what is asked for
_POWERSHELL_ONLY = {
    "informationaction", "informationvariable", "outbuffer", "pipelinevariable", "progressaction", "warningvariable",
    "xsailpointexperimental", "returntype",
}  # fmt: skip
# What these give is the records themselves
_WITHOUT_HTTP_INFO = ("invoke_paginate", "invoke_paginate_search")


def _rows(kind):
    if not TRUTH.exists():
        return []
    rows = (json.loads(line) for line in TRUTH.read_text("utf-8").splitlines())
    return [row for row in rows if row["module"] == "sdk21" and set(row["kinds"]) == {kind}]


def _cases(kind):
    rows = [row for row in _rows(kind) if resolve(row["line"].split()[0]) or kind == "Command"]
    if not rows:
        return [pytest.param(None, marks=pytest.mark.skip(reason="needs what PowerShell offers, beside the project"))]
    return [pytest.param(row, id=row["line"]) for row in rows]


@pytest.mark.parametrize("row", _cases("ParameterName"))
def test_every_parameter_is_offered(row, offered):
    command = resolve(row["line"].split()[0])
    found = {fold(one.text.rstrip("=")) for one in offered(f"{command.name}(^")}
    wanted = {fold(parameter_name(name.lstrip("-"))) for name in row["matches"]} - _POWERSHELL_ONLY
    if command.name in _WITHOUT_HTTP_INFO:
        wanted.discard("withhttpinfo")
    assert wanted <= found


@pytest.mark.parametrize("row", _cases("Command"))
def test_every_command_is_offered(row, offered):
    """By its own name, or by that which reaches it in any generation."""
    found = {fold(one.text) for one in offered(f"{row['line']}^")}
    # A module's name stands before some; the facts of v1 have a few models that v2025 has not
    wanted = {fold(name.rpartition("\\")[2]) for name in row["matches"]}
    missing = {name for name in wanted if name not in found and name.removesuffix("v1") not in found}
    assert not {name for name in missing if not name.startswith(("initialize", "convertfromjson"))}


@pytest.mark.parametrize("row", _cases("ParameterName"))
def test_a_parameter_that_is_begun_in_powershell_s_way_is_offered(row, offered):
    name = row["matches"][0]
    if fold(parameter_name(name.lstrip("-"))) in _POWERSHELL_ONLY:
        pytest.skip("has no counterpart")
    command = row["line"].split()[0]
    found = [one.text.removesuffix("True") for one in offered(f"{command} {name[: max(4, len(name) - 2)]}^")]
    assert f"{resolve(command).name}({parameter_name(name.lstrip('-'))}=" in found
