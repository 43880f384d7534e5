"""The table of the commands written by hand, and what their help must say."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

import cmdlets
from isnshell.commands.cmdlet import FunctionCmdlet
from isnshell.commands.registry import find_command
from isnshell.naming import snake_case

# Their commands ask a tenant; those of the others work on what is there
TENANT_MODULES = {
    "connection", "discovery", "reports", "rest", "role_mining", "searching", "tasks", "tenants", "watching",
}  # fmt: skip
FOLDER = Path(cmdlets.__file__).parent


def _announced() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Every function under a `@cmdlet`: name to its home and its aliases, read from the source."""
    found = {}
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            for decorator in getattr(node, "decorator_list", ()):
                if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "cmdlet":
                    aliases = [ast.literal_eval(k.value) for k in decorator.keywords if k.arg == "aliases"]
                    found[node.name] = (f"cmdlets.{path.stem}:{node.name}", aliases[0] if aliases else ())
    return found


def test_the_table_names_every_command_and_no_other():
    assert {name: home for name, (home, _) in _announced().items()} == cmdlets.COMMANDS


def test_no_module_hides_a_command_of_its_name():
    """Importing a module puts it into the package under its name, where a command of that name would be looked for."""
    assert {path.stem for path in FOLDER.glob("*.py")} & {*cmdlets.COMMANDS, *cmdlets.ALIASES} == set()


def test_the_aliases_are_those_that_the_commands_announce():
    assert {alias: name for name, (_, aliases) in _announced().items() for alias in aliases} == cmdlets.ALIASES


@pytest.mark.parametrize("name", cmdlets.COMMANDS)
def test_a_command_is_named_as_powershell_would(name):
    command = find_command(name)
    assert isinstance(command, FunctionCmdlet)
    assert snake_case(command.ps) == name.rstrip("_")


@pytest.mark.parametrize("name", cmdlets.COMMANDS)
def test_the_help_has_every_part(name):
    command = find_command(name)
    text = inspect.cleandoc(command.__doc__)
    assert text.split("\n")[0].endswith((".", "`"))
    own = [p.name for p in command.__signature__.parameters.values()]
    assert ("Args:" in text) == bool(own)
    asks_a_tenant = command.__module__.removeprefix("cmdlets.") in TENANT_MODULES
    for part in ("Returns:", "PowerShell:", "Example:", ">>> ", *(["API:"] if asks_a_tenant else [])):
        assert part in text, part
    for parameter in own:
        assert parameter.rstrip("_") in text, parameter


def test_all_is_true():
    for name in ("get_pending_tasks", "where_object", "receive_report", "get_sources"):
        assert name in cmdlets.__all__
    assert all(name.isidentifier() for name in cmdlets.__all__)
    assert "ft" not in cmdlets.__all__
