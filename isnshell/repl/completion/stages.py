"""Stages of a PowerShell pipeline as Python writes them: `Get-Accounts -Limit 5` as `get_accounts(limit=5)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ...commands.cmdlet import Cmdlet
from ...naming import snake_case
from ..tokens import Token, tokenize
from .candidates import PREFIX, fit
from .knowledge import Knowledge
from .parameters import Taken

ARGUMENT = r"-[A-Za-z]\w*(?::\$?\w+)?|\"[^\"]*\"|'[^']*'|\$?[\w*~.][\w*~.:/\\-]*"
GAP = r"(?:\s+|\s*(?<=[\w\"'*]),\s*)"
"""Between arguments; several values of one stand behind commas."""

_HELP = ("help", "man")
_STAGE = re.compile(rf"(?P<command>[A-Za-z][\w-]*|\?|%)(?P<given>(?:\s+(?:{ARGUMENT})(?:{GAP}(?:{ARGUMENT}))*)?)")
_CONDITION = re.compile(
    r"(?P<command>[A-Za-z][\w-]*|\?)\s*"
    r"\{\s*\$_\.(?P<name>\w[\w.]*)\s+-(?P<operator>[A-Za-z]+)\s+(?P<value>\"[^\"]*\"|'[^']*'|\$\w+|[\d.]+)\s*\}"
)
_PROPERTY = re.compile(r"(?P<command>[A-Za-z][\w-]*|%)\s*\{\s*\$_\.(?P<name>\w[\w.]*)\s*\}")
_WORD = re.compile(rf"(?P<comma>,?)\s*(?P<word>{ARGUMENT})")
_NAMED = re.compile(r"(?<!\S)-([A-Za-z]\w*)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?$")
AUTOMATIC = {"true": "True", "false": "False", "null": "None"}


def command_of(name: str, knowledge: Knowledge) -> Cmdlet | None:
    """The command of a name as PowerShell spells it: `Get-Accounts`, `?`, `help`."""
    if name in _HELP and (not knowledge.has_variable(name) or _is_ours(knowledge.variables.get(name))):
        return knowledge.command("get_help")
    return knowledge.command(name) or (knowledge.command(snake_case(name)) if "-" in name else None)


def _is_ours(value: Any) -> bool:
    """Whether the shell has put it into the namespace."""
    return type(value).__module__.startswith("isnshell.repl")


def pipeline_in_python(source: str, knowledge: Knowledge) -> str:
    """A pipeline whose stages are each in Python's way, as far as they are understood."""
    pipes = [token.start for token in _outer(source) if token.text == "|"]
    bounds = zip([0, *(place + 1 for place in pipes)], [*pipes, len(source)], strict=True)
    stages = [source[start:end].strip() for start, end in bounds]
    python = [_stage_in_python(stage, knowledge) for stage in stages]
    return source if python == stages else " | ".join(python)


def _outer(source: str) -> Sequence[Token]:
    """The tokens that stand in no bracket."""
    found, depth = [], 0
    for token in tokenize(source):
        depth -= token.text in (")", "]", "}")
        if not depth:
            found.append(token)
        depth += token.text in ("(", "[", "{")
    return found


def _stage_in_python(stage: str, knowledge: Knowledge) -> str:
    if re.fullmatch(r"\$\w+", stage):
        return stage[1:]
    if block := _CONDITION.fullmatch(stage) or _PROPERTY.fullmatch(stage):
        command = command_of(block["command"], knowledge)
        return f"{command.name}({_in_block(block, command, knowledge)})" if command else stage
    found = _STAGE.fullmatch(stage)
    command = command_of(found["command"], knowledge) if found else None
    if found is None or command is None:
        return stage
    if not found["given"] and found["command"].isidentifier():
        return stage  # a name of Python's, or a short one that Python has too
    taken = knowledge.parameters(command)
    if not all(parameter_named(name, taken) for name in _NAMED.findall(found["given"])):
        return stage
    given, waits_for = arguments(found["given"], taken)
    if waits_for and not any(one.name == waits_for and one.is_switch for one in taken):
        return stage  # its value is still to come
    given += [f"{waits_for}=True"] if waits_for else []
    return f"{command.name}({', '.join(given)})" if given else command.name


def _in_block(block: re.Match[str], command: Cmdlet, knowledge: Knowledge) -> str:
    """`{ $_.type -eq "X" }` as `type="X"`, other operators by their names, `{ $_.type }` as `"type"`."""
    name, given = block["name"], block.groupdict()
    if "operator" not in given:
        return f'"{name}"'
    operator = parameter_named(given["operator"], knowledge.parameters(command)) or given["operator"]
    compared = value(given["value"])
    return f"{name}={compared}" if operator == "eq" and name.isidentifier() else f'"{name}", {operator}={compared}'


def arguments(text: str, taken: Sequence[Taken]) -> tuple[list[str], str]:
    """PowerShell's arguments as Python's, and the parameter that still waits for its value: `-Limit 5` is `limit=5`, a
    switch is True, a bare word is text, several words behind commas are a list.
    """
    given: list[str] = []
    waits_for = ""
    named: list[str] = []
    for found in _WORD.finditer(text):
        word = found["word"]
        if word.startswith("-"):
            given += [f"{waits_for}=True"] if waits_for else []
            name, colon, told = word[1:].partition(":")
            waits_for, named = parameter_named(name, taken) or snake_case(name), []
            if colon:  # -Confirm:$false
                given.append(f"{waits_for}={value(told)}")
                waits_for = ""
        elif waits_for:
            given.append(f"{waits_for}={value(word)}")
            waits_for, named = "", [waits_for, value(word)]
        elif found["comma"] and named:
            named.append(value(word))
            given[-1] = f"{named[0]}=[{', '.join(named[1:])}]"
        else:
            given.append(value(word))
    return given, waits_for


def parameter_named(word: str, taken: Sequence[Taken]) -> str:
    """The parameter that PowerShell's name means, which may be cut short; empty if there is none."""
    fitting = [(one.is_option, one.name) for one in taken if fit(snake_case(word), one.name) == PREFIX]
    return min(fitting)[1] if fitting else ""


def value(word: str) -> str:
    """A value as Python writes it."""
    if word.startswith("$"):
        return AUTOMATIC.get(word[1:].lower(), word[1:])
    return word if word[:1] in "\"'" or _NUMBER.match(word) else f'"{word}"'
