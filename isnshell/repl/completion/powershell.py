"""PowerShell typed by habit: what it means in Python is offered in its place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from attrs import evolve, frozen

from ...commands.cmdlet import Cmdlet
from ...naming import snake_case
from .candidates import Candidate
from .commands import command_candidates
from .knowledge import Knowledge
from .spot import Spot, find_spot
from .stages import ARGUMENT, AUTOMATIC, GAP, arguments, command_of, pipeline_in_python
from .static import in_a_line
from .values import takes_properties

_LONGEST_LINE = 400
_NAME = re.compile(r"(?<![\w.\"')\]])([A-Za-z]+)-([\w*?]*)$")
_START = r"(?:^|[|=;({])\s*"
_CALL = re.compile(
    rf"{_START}(?P<command>[A-Za-z][\w-]*|\?|%)(?P<given>\s+(?:(?:{ARGUMENT})(?:{GAP}(?:{ARGUMENT}))*{GAP})?)"
    r"(?:(?P<dash>-)(?P<begun>\w*)|(?P<quote>[\"']?)(?P<word>(?<=[\"'])[^\"']*|[\w.*~/\\:-]*))$"
)
_BLOCK = re.compile(rf"{_START}(?P<command>[A-Za-z][\w-]*|\?|%)\s*\{{\s*\$_\.(?P<path>[\w.]*)$")
_LINE = re.compile(r"\s*(?P<start>)(?:\$?(?P<name>[A-Za-z_]\w*)\s*=(?!=)\s*)?(?P<pipeline>.*)")
_ASSIGNED = re.compile(r"\$(?=\w+\s*=\s*$)")


@frozen
class Rewriting:
    """A text up to the cursor with its PowerShell written as Python.

    Args:
        text: The whole.
        start: From here on it differs from what was typed.
        only: The one kind of candidates that is meant; empty for any.
        quote: Of the string that is being typed.
        switches: Parameters that PowerShell gives without a value.
        ends: What makes the call whole behind a candidate.
    """

    text: str
    start: int
    only: str = ""
    quote: str = ""
    switches: frozenset[str] = frozenset()
    ends: str = ""

    def candidate(self, found: Candidate) -> Candidate:
        """A candidate for the rewritten text, as one for what was typed."""
        whole = self.text[self.start : found.start] + found.text
        if found.text.rstrip("=") in self.switches:
            whole += "True"
        if found.kind == "file" and not found.text.endswith("/"):
            whole += self.quote
        ends = self.ends if whole[-1] in ("'", '"') else ""  # it goes on behind `name=` and a folder
        return Candidate(whole + ends, self.start, found.kind, found.meaning, found.shown or found.text)


def rewritten(text: str, spot: Spot, knowledge: Knowledge) -> Rewriting | None:
    """The text before the cursor in Python; None if it is Python already."""
    line = text.rpartition("\n")[2][-_LONGEST_LINE:]
    offset = len(text) - len(line)
    found = _in_block(line, text, offset, knowledge) or _in_call(line, text, offset, spot, knowledge)
    held = found or Rewriting(text, len(text))
    return _left_of_pipe(held, knowledge) or found


def _in_block(line: str, text: str, offset: int, knowledge: Knowledge) -> Rewriting | None:
    """`Where-Object { $_.ty` as `where_object(ty`, any other command's block as a function of the record."""
    block = _BLOCK.search(line)
    command = command_of(block["command"], knowledge) if block else None
    if block is None or command is None:
        return None
    start = offset + block.start("command")
    is_name = takes_properties(command) and "." not in block["path"]
    inner = block["path"] if is_name else f"lambda _: _.{block['path']}"
    return Rewriting(f"{text[:start]}{command.name}({inner}", start, "property")


def _in_call(line: str, text: str, offset: int, spot: Spot, knowledge: Knowledge) -> Rewriting | None:
    """`Get-Accounts -Limit 5 -Fil` as `get_accounts(limit=5, Fil`."""
    found = _CALL.search(line)
    command = command_of(found["command"], knowledge) if found else None
    if found is None or command is None:
        return None
    if spot.kind == "string" and (not found["quote"] or offset + found.start("word") != spot.start):
        return None  # it is text that looks like PowerShell
    start = offset + found.start("command")
    given = _call_text(found, command, knowledge)
    ends = "])" if given.rpartition("=")[2].startswith("[") else ")"
    only = "parameter" if found["dash"] else ""
    switches = frozenset(one.name for one in knowledge.parameters(command) if one.is_switch) if only else frozenset()
    return Rewriting(f"{text[:start]}{command.name}({given}", start, only, found["quote"] or '"', switches, ends)


def _call_text(found: re.Match[str], command: Cmdlet, knowledge: Knowledge) -> str:
    """The arguments up to the one that is being typed."""
    given, waits_for = arguments(found["given"], knowledge.parameters(command))
    if found["dash"]:
        given += [f"{waits_for}=True"] if waits_for else []
        return ", ".join([*given, found["begun"]])
    word = found["word"]
    if takes_properties(command) and not given and not waits_for and not found["quote"]:
        return word
    quoted = f"{found['quote'] or chr(34)}{word}"
    if found["given"].rstrip().endswith(",") and given and "=" in given[-1]:
        name, _, values = given.pop().partition("=")
        return ", ".join([*given, f"{name}=[{values.strip('[]')}, {quoted}"])
    return ", ".join([*given, f"{waits_for}={quoted}" if waits_for else quoted])


def _left_of_pipe(held: Rewriting, knowledge: Knowledge) -> Rewriting | None:
    """The same with what stands left of the last pipe, and what it is assigned to, in Python too."""
    name = _NAME.search(held.text[-_LONGEST_LINE:])
    spot = find_spot(held.text, len(held.text) - (len(name[0]) if name else 0))
    if spot is None:
        return None
    source = spot.source or next((call.source for call in spot.calls if call.source), "")
    text, start = held.text, held.start
    if source and (python := pipeline_in_python(source, knowledge)) != source:
        place = text.rfind(source, 0, max(start, spot.start))
        text, start = text[:place] + python + text[place + len(source) :], min(start, place)
    if start < len(held.text) and (sign := _ASSIGNED.search(text[:start])):
        text, start = text[: sign.start()] + text[sign.end() :], sign.start()
    return evolve(held, text=text, start=start) if text != held.text else None


def line_in_python(text: str, knowledge: Knowledge) -> list[Candidate]:
    """A line that is PowerShell to its end, written as Python."""
    line = text.rpartition("\n")[2]
    found = _LINE.fullmatch(line) if len(line) <= _LONGEST_LINE else None
    if found is None or not found["pipeline"].strip() or _is_inside(text[: len(text) - len(line)]):
        return []
    name, pipeline = found["name"] or "", found["pipeline"].strip()
    python = pipeline_in_python(pipeline, knowledge)
    whole = f"{name} = {python}" if name else python
    if python == pipeline or not _is_python(whole):
        return []
    start = len(text) - len(line) + found.start("start")
    return [Candidate(whole, start, "line", "the line in Python", in_a_line(whole))]


def _is_inside(before: str) -> bool:
    """Whether a line goes on with the string or the brackets of the lines before it."""
    spot = find_spot(before, len(before))
    return spot is None or spot.kind == "string" or bool(spot.calls)


def _is_python(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


# --- names ------------------------------------------------------------------------------------------------------


def name_in_powershell(spot: Spot, knowledge: Knowledge) -> list[Candidate] | None:
    """Commands for `Get-Pend` and `Get-*Task*`, variables for `$tasks`; None if the text is Python."""
    line = (spot.before + spot.word).rpartition("\n")[2][-_LONGEST_LINE:]
    start = len(spot.before + spot.word) - len(line)
    if (found := _NAME.search(line)) and _is_verb(found[1], knowledge):
        is_pattern = "*" in found[0] or "?" in found[0]
        typed = found[0] if is_pattern else snake_case(found[0]) + ("_" if found[0].endswith("-") else "")
        named = command_candidates(typed, start + found.start(), knowledge, fuzzy=False)
        return _assigned_to(named, line, start)
    return list(_variables(spot, knowledge)) if spot.before.endswith("$") else None


def _assigned_to(named: list[Candidate], line: str, offset: int) -> list[Candidate]:
    """Names behind `$x = `, which loses its sign along with them."""
    sign = _ASSIGNED.search(line[: named[0].start - offset]) if named else None
    if sign is None:
        return named
    start, lead = offset + sign.start(), line[sign.end() : named[0].start - offset]
    return [Candidate(lead + one.text, start, one.kind, one.meaning, one.text) for one in named]


def _is_verb(word: str, knowledge: Knowledge) -> bool:
    """Whether a name begins like this, rather than a difference."""
    return not knowledge.has_variable(word) and snake_case(word).partition("_")[0] in knowledge.verbs


def _variables(spot: Spot, knowledge: Knowledge) -> Iterator[Candidate]:
    """Variables lose their `$`."""
    for name, value in AUTOMATIC.items():
        if spot.word and name.startswith(spot.word.lower()):
            yield Candidate(value, spot.start - 1, "keyword")
    for name in sorted({*knowledge.assigned, *(name for name, _ in knowledge.held())}):
        if name.lower().startswith(spot.word.lower()) and name.isidentifier() and not name.startswith("_"):
            yield Candidate(name, spot.start - 1, "variable")
