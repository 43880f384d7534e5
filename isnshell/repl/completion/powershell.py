"""PowerShell typed by habit: what it means in Python is offered in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from attrs import frozen

from ...commands.cmdlet import Cmdlet
from ...naming import snake_case
from .candidates import Candidate, fit
from .commands import command_candidates
from .knowledge import Knowledge
from .parameters import Taken
from .spot import Spot
from .values import takes_properties

_LONGEST_LINE = 400
_MOST = 100
_NAME = re.compile(r"(?<![\w.\"')\]])([A-Za-z]+)-([\w*?]*)$")
_ARGUMENT = r"-[A-Za-z]\w*|\"[^\"]*\"|'[^']*'|\$?\w[\w.:/\\-]*"
# Several names stand behind commas: `Select-Object id, type`
_GAP = r"(?:\s+|\s*(?<=\w),\s*)"
_CALL = re.compile(
    rf"(?:^|[|=;({{])\s*(?P<command>[A-Za-z][\w-]*)(?P<given>\s+(?:(?:{_ARGUMENT})(?:{_GAP}(?:{_ARGUMENT}))*{_GAP})?)"
    r"(?P<dash>-?)(?P<word>[\w-]*)$"
)
_BLOCK = re.compile(r"(?:^|[|=;({])\s*(?P<command>[A-Za-z][\w-]*|\?|%)\s*\{\s*\$_\.(?P<path>[\w.]*)$")
_WORD = re.compile(_ARGUMENT)
_NUMBER = re.compile(r"\d+(?:\.\d+)?$")
_AUTOMATIC = {"true": "True", "false": "False", "null": "None"}


@frozen
class Rewriting:
    """A call in PowerShell's way, written in Python's up to the cursor.

    Args:
        text: All that was typed, with the call rewritten.
        start: Where the call begins, in both texts.
        only: The one kind of candidates that is meant; empty for any.
        ends: Whether the call is whole with the candidate.
    """

    text: str
    start: int
    only: str
    ends: bool = False

    def candidate(self, found: Candidate) -> Candidate:
        """A candidate for the rewritten text, as one for what was typed."""
        whole = self.text[self.start : found.start] + found.text
        ends = ")" if self.ends and not found.text.endswith("=") else ""
        return Candidate(whole + ends, self.start, found.kind, found.meaning, found.shown or found.text)


def name_in_powershell(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """Commands for `Get-Pend` and `Get-*Task*`, variables for `$tasks`. Empty if the text is Python."""
    line = (spot.before + spot.word).rpartition("\n")[2][-_LONGEST_LINE:]
    start = len(spot.before + spot.word) - len(line)
    if (found := _NAME.search(line)) and _is_verb(found[1], knowledge):
        return _commands(found[0], start + found.start(), knowledge)
    return list(_variables(spot, knowledge)) if spot.before.endswith("$") else []


def rewritten_call(spot: Spot, knowledge: Knowledge) -> Rewriting | None:
    """`Get-Accounts -Limit 5 -Fil` as `get_accounts(limit=5, Fil`; None if the text is Python."""
    text = spot.before + spot.word
    line = text.rpartition("\n")[2][-_LONGEST_LINE:]
    if block := _BLOCK.search(line):
        return _in_block(block, text, len(text) - len(line), knowledge)
    found = _CALL.search(line)
    command = _command(found["command"], knowledge) if found else None
    if found is None or command is None:
        return None
    taken = knowledge.parameters(command)
    given, waits_for = _arguments(_WORD.findall(found["given"]), taken)
    if found["dash"]:
        given += [f"{waits_for}=True"] if waits_for else []
        current = found["word"]
    elif takes_properties(command) and not given and not waits_for:
        current = found["word"]
    else:
        current = f'{waits_for}="{found["word"]}' if waits_for else f'"{found["word"]}'
    start = len(text) - len(line) + found.start("command")
    rewritten = f"{text[:start]}{command.name}({', '.join([*given, current])}"
    return Rewriting(rewritten, start, "parameter" if found["dash"] else "", ends=True)


def _in_block(block: re.Match[str], text: str, offset: int, knowledge: Knowledge) -> Rewriting | None:
    """`Where-Object { $_.ty` as `where_object(ty`, any other command's block as a function of the record."""
    command = _command(block["command"], knowledge)
    if command is None:
        return None
    start = offset + block.start("command")
    function = "" if takes_properties(command) and "." not in block["path"] else f"lambda _: _.{block['path']}"
    return Rewriting(f"{text[:start]}{command.name}({function or block['path']}", start, "property")


def _is_verb(word: str, knowledge: Knowledge) -> bool:
    """Whether a name begins like this, rather than a difference."""
    return not knowledge.has_variable(word) and snake_case(word).partition("_")[0] in knowledge.verbs


def _command(name: str, knowledge: Knowledge) -> Cmdlet | None:
    if name == "help" and type(knowledge.variables.get(name)).__name__ in ("Help", "NoneType"):
        return knowledge.command("get_help")
    return knowledge.command(name) or (knowledge.command(snake_case(name)) if "-" in name else None)


def _arguments(words: list[str], taken: list[Taken]) -> tuple[list[str], str]:
    """PowerShell's arguments as Python's, and the parameter that still waits for its value: `-Limit 5` is `limit=5`, a
    switch is True, a bare word is text.
    """
    given: list[str] = []
    waits_for = ""
    for word in words:
        if not word.startswith("-"):
            given.append(f"{waits_for}={_value(word)}" if waits_for else _value(word))
            waits_for = ""
            continue
        if waits_for:
            given.append(f"{waits_for}=True")
        ranked = [(rank, one.name) for one in taken if (rank := fit(snake_case(word[1:]), one.name)) is not None]
        waits_for = min(ranked)[1] if ranked else snake_case(word[1:])
    return given, waits_for


def _value(word: str) -> str:
    if word.startswith("$"):
        return _AUTOMATIC.get(word[1:].lower(), word[1:])
    return word if word[:1] in "\"'" or _NUMBER.match(word) else f'"{word}"'


def _commands(typed: str, start: int, knowledge: Knowledge) -> list[Candidate]:
    if "*" not in typed and "?" not in typed:
        return command_candidates(snake_case(typed) + ("_" if typed.endswith("-") else ""), start, knowledge)
    pattern = f"{typed.lower().replace('-', '').replace('_', '')}*"
    names = [entry.name for entry in knowledge.entries if fnmatchcase(entry.name.replace("_", ""), pattern)]
    return [Candidate(name, start, "command", knowledge.meaning(name)) for name in names[:_MOST]]


def _variables(spot: Spot, knowledge: Knowledge) -> Iterator[Candidate]:
    """Variables lose their `$`."""
    for name, value in _AUTOMATIC.items():
        if spot.word and name.startswith(spot.word.lower()):
            yield Candidate(value, spot.start - 1, "keyword")
    for name in sorted({*knowledge.assigned, *(name for name, _ in knowledge.held())}):
        if name.lower().startswith(spot.word.lower()) and name.isidentifier() and not name.startswith("_"):
            yield Candidate(name, spot.start - 1, "variable")
