"""PowerShell typed by habit: what it means in Python is offered in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from ...commands.cmdlet import Cmdlet
from ...naming import snake_case
from .candidates import FUZZY, Candidate, fit
from .commands import command_candidates
from .knowledge import Knowledge
from .parameters import Taken
from .spot import Spot

_LONGEST_LINE = 400
_NAME = re.compile(r"(?<![\w.\"')\]])([A-Za-z]+)-([\w*?]*)$")
_GIVEN = r"-[A-Za-z]\w*|\"[^\"]*\"|'[^']*'|\$?\w[^\s\"'()|;,={}]*"
_CALL = re.compile(rf"(?<![\w.\"')\]])(?P<command>[A-Za-z][\w-]*)(?P<given>(?:\s+(?:{_GIVEN}))*)\s+-(?P<word>\w*)$")
_WORD = re.compile(_GIVEN)
_NUMBER = re.compile(r"\d+(?:\.\d+)?$")
_AUTOMATIC = {"true": "True", "false": "False", "null": "None"}


def powershell_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """What PowerShell at the cursor means: `Get-Pend`, `Get-*Task*`, `Get-Accounts -Lim`, `$tasks`. Empty if the text
    is Python.
    """
    line = (spot.before + spot.word).rpartition("\n")[2][-_LONGEST_LINE:]
    offset = len(spot.before + spot.word) - len(line)
    if found := _CALL.search(line):
        command = _command(found["command"], knowledge)
        if command is not None:
            return list(_parameters(found, command, offset, knowledge))
    if (found := _NAME.search(line)) and found[1].lower() in knowledge.verbs and not knowledge.has_variable(found[1]):
        return _names(found[0], offset + found.start(), knowledge)
    if spot.before.endswith("$"):
        return list(_variables(spot, knowledge))
    return []


def _command(name: str, knowledge: Knowledge) -> Cmdlet | None:
    return knowledge.command(name) or (knowledge.command(snake_case(name)) if "-" in name else None)


# --- names ------------------------------------------------------------------------------------------------------


def _names(typed: str, start: int, knowledge: Knowledge) -> list[Candidate]:
    if "*" not in typed and "?" not in typed:
        return command_candidates(snake_case(typed) + ("_" if typed.endswith("-") else ""), start, knowledge)
    verb, _, noun = typed.lower().partition("-")
    pattern = f"{verb}{noun.replace('_', '')}*"
    names = [entry.name for entry in knowledge.entries if fnmatchcase(entry.name.replace("_", ""), pattern)]
    return [Candidate(name, start, "command", knowledge.meaning(name)) for name in names[:100]]


# --- parameters -------------------------------------------------------------------------------------------------


def _parameters(found: re.Match[str], command: Cmdlet, offset: int, knowledge: Knowledge) -> Iterator[Candidate]:
    """The call as Python writes it, up to the parameter that is being typed."""
    taken = knowledge.parameters(command)
    given = list(_arguments(_WORD.findall(found["given"]), taken))
    used = {text.partition("=")[0] for text in given if "=" in text}
    start = offset + found.start("command")
    left = [(place, one) for place, one in enumerate(taken) if not one.is_list and one.name not in used]
    ranked = [
        (rank, one.is_option, not one.required, place)
        for place, one in left
        if (rank := fit(found["word"], one.name)) is not None and rank < FUZZY
    ]
    for *_, place in sorted(ranked):
        one = taken[place]
        last = f"{one.name}={'True' if _is_switch(one) else ''}"
        yield Candidate(f"{command.name}({', '.join([*given, last])}", start, "parameter", one.line, last)


def _arguments(words: list[str], taken: list[Taken]) -> Iterator[str]:
    """PowerShell's arguments as Python's: `-Limit 5` is `limit=5`, a switch is True, a bare word is text."""
    while words:
        word = words.pop(0)
        if not word.startswith("-"):
            yield _value(word)
            continue
        ranked = [(rank, one.name) for one in taken if (rank := fit(snake_case(word[1:]), one.name)) is not None]
        name = min(ranked)[1] if ranked else snake_case(word[1:])
        has_value = bool(words) and not words[0].startswith("-")
        yield f"{name}={_value(words.pop(0)) if has_value else 'True'}"


def _value(word: str) -> str:
    if word.startswith("$"):
        return _AUTOMATIC.get(word[1:].lower(), word[1:])
    return word if word[:1] in "\"'" or _NUMBER.match(word) else f'"{word}"'


def _is_switch(one: Taken) -> bool:
    return one.values == ("True", "False")


# --- variables --------------------------------------------------------------------------------------------------


def _variables(spot: Spot, knowledge: Knowledge) -> Iterator[Candidate]:
    """Variables lose their `$`."""
    for name, value in _AUTOMATIC.items():
        if spot.word and name.startswith(spot.word.lower()):
            yield Candidate(value, spot.start - 1, "keyword")
    for name in sorted({*knowledge.assigned, *(name for name, _ in knowledge.held())}):
        if name.lower().startswith(spot.word.lower()) and name.isidentifier() and not name.startswith("_"):
            yield Candidate(name, spot.start - 1, "variable")
