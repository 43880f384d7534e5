"""PowerShell typed by habit: what the same is called here. Nothing is translated; a person is told how to go on."""

from __future__ import annotations

import re

from ..commands.registry import resolve
from ..naming import parameter_name

_COMMAND = re.compile(r"(?<![\w.$-])(?P<name>[A-Za-z]+-[A-Za-z]\w+)(?P<arguments>[^|;\n(){}]*)")
_ARGUMENT = re.compile(r"\s+-(?P<name>[A-Za-z]\w*)(?::|\s+|$)(?P<value>\"[^\"$`]*\"|'[^']*'|-?[\w.]+(?=\s|$))?")
_VARIABLE = re.compile(r"\$(?:\w+:)?(?P<name>[A-Za-z_]\w*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def said_here(text: str) -> str:
    """How a text that looks like PowerShell begins here, as one sentence; empty if it does not look like that."""
    for command in _COMMAND.finditer(text):
        if said := _call(command):
            return said
    variable = _VARIABLE.search(text)
    return f"A variable has no $ in Python: {variable['name']}" if variable else ""


def _call(found: re.Match[str]) -> str:
    command = resolve(found["name"])
    if command is None:
        return ""
    arguments = _arguments(found["arguments"])
    written = f"{found['name']}{found['arguments'] if arguments else ''}".strip()
    return f"PowerShell's {written} is {command.name}({arguments or '...' if found['arguments'].strip() else ''}) here"


def _arguments(text: str) -> str:
    """`-Limit 5 -Force` as Python writes it; empty for what is not as simple."""
    given: list[str] = []
    position = 0
    for found in _ARGUMENT.finditer(text):
        if found.start() != position:
            return ""
        position = found.end()
        given.append(f"{parameter_name(found['name'])}={_value(found['value'])}")
    return ", ".join(given) if not text[position:].strip() else ""


def _value(text: str | None) -> str:
    if text is None:
        return "True"
    if text[0] in "\"'" or _NUMBER.fullmatch(text):
        return text
    return f'"{text}"'
