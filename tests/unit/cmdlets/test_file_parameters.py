"""The file commands take PowerShell's parameters, by all their names; those that are left out have a reason."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import cmdlets
from isnshell.commands.common import COMMON_PARAMETERS
from isnshell.naming import fold, snake_case

FACTS = Path(__file__).parents[3] / ".." / "shared" / "facts" / "powershell-commands.json"

pytestmark = pytest.mark.skipif(not FACTS.exists(), reason="PowerShell's parameters lie beside the checkout in shared")

# Of PowerShell's common parameters what a Cmdlet takes for all commands, and what has no meaning in Python
EVERYWHERE = {
    *map(fold, COMMON_PARAMETERS), "inputobject", "informationaction", "informationvariable", "progressaction",
    "warningvariable", "outbuffer", "pipelinevariable",
}  # fmt: skip
NO_TYPES = "there are no .NET types to name in a file"
NAMES = "a wildcard or a list of paths names the files"
OTHER_USER = "files are opened as whoever runs the shell"
LEFT_OUT: dict[str, dict[str, str]] = {
    "Export-Csv": {"IncludeTypeInformation": NO_TYPES},
    "ConvertTo-Csv": {"IncludeTypeInformation": NO_TYPES},
    "ConvertTo-Html": {"Transitional": "the page is HTML 5", "Property": "taken as *property, and by name as well"},
    "Set-Clipboard": {"Append": "only setting the clipboard is what all systems have"},
    "Get-Content": {"Credential": OTHER_USER, "Exclude": NAMES, "Filter": NAMES, "Include": NAMES},
    "Set-Content": {"Credential": OTHER_USER, "Exclude": NAMES, "Filter": NAMES, "Include": NAMES},
    "Add-Content": {"Credential": OTHER_USER, "Exclude": NAMES, "Filter": NAMES, "Include": NAMES},
}
COMMANDS = (
    "Export-Csv", "ConvertTo-Csv", "Import-Csv", "ConvertFrom-Csv", "ConvertTo-Json", "ConvertFrom-Json",
    "ConvertTo-Html", "Out-File", "Out-String", "Set-Clipboard", "Get-Content", "Set-Content", "Add-Content",
    "Send-MailMessage",
)  # fmt: skip


@cache
def parameters(command: str) -> dict[str, Any]:
    return json.loads(FACTS.read_text("utf-8"))["commands"][command]["parameters"]  # type: ignore[no-any-return]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_takes_powershells_parameters(command: str) -> None:
    ours = getattr(cmdlets, snake_case(command))
    lacking = {
        name for name in parameters(command) if fold(name) not in EVERYWHERE and ours.own_parameter(name) is None
    }
    assert lacking == set(LEFT_OUT.get(command, {}))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_parameter_has_powershells_other_names(command: str) -> None:
    ours = getattr(cmdlets, snake_case(command))
    aliases = {
        (name, alias) for name, facts in parameters(command).items() for alias in facts.get("aliases", ())
        if ours.own_parameter(name) is not None
    }  # fmt: skip
    assert {(name, alias) for name, alias in aliases if ours.own_parameter(alias) != ours.own_parameter(name)} == set()
