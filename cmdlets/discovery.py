"""Finding one's way: which commands there are, and what one does."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from attrs import frozen

from isnshell.catalog.facts import DEFAULT_GENERATION, GENERATIONS, Operation
from isnshell.catalog.loader import facts
from isnshell.catalog.names import find_name, names
from isnshell.catalog.successors import is_legacy, successor
from isnshell.commands.cmdlet import Cmdlet, FunctionCmdlet, cmdlet
from isnshell.commands.docstring import laid_out
from isnshell.commands.registry import aliases, get_cmdlet, written_names
from isnshell.commands.wording import purpose
from isnshell.errors import UnknownNameError, UsageError
from isnshell.host import get_host
from isnshell.naming import did_you_mean, fold, nearest
from isnshell.pipeline.stream import Stream
from isnshell.records import Origin, Record, with_origin
from isnshell.tenant.session import peek_session


@cmdlet("Get-Command", aliases=("gcm",))
def get_command(
    name: str = "*",
    *,
    verb: str | None = None,
    noun: str | None = None,
    tag: str | None = None,
    generation: str | None = None,
    legacy: bool = False,
) -> Stream:
    """List the commands whose names fit.

    Args:
        name: Name with wildcards, in any spelling: `*report*`, `Get-*Task*`.
        verb: First word: `get`, `start`. Wildcards are allowed.
        noun: The rest of the name: `*task*`.
        tag: SailPoint's group of operations: `*Report*`.
        generation: v3, beta, v2024, v2025, v2026, v1, nerm or nermv2025; left out, the session's, and for commands
            that it lacks the newest.
        legacy: True lists what ends in Q1 2029, each command once for each generation that ends and has it, with its
            successor in v1 or `none`.

    Returns:
        Stream of Records with `name, generation, purpose, experimental, deprecated, tag`; `successor` too if `legacy`.
        Where nothing fits, the commands with the nearest names.

    Raises:
        UnknownNameError: There is no such generation.

    API: none; the answer comes from the catalog.
    PowerShell: Get-Command

    Example:
        >>> get_command("*report*") | select_object("name", "purpose")
    """
    return _listed(_Wanted(name, verb, noun, tag, generation, legacy))


@cmdlet("Get-SailpointCommand")
def get_sailpoint_command(
    name: str = "*",
    *,
    verb: str | None = None,
    noun: str | None = None,
    tag: str | None = None,
    generation: str | None = None,
    legacy: bool = False,
) -> Stream:
    """List the API's commands whose names fit: `get_command` without isnshell's own.

    Args:
        name: Name with wildcards, in any spelling: `*report*`, `Get-*Task*`.
        verb: First word: `get`, `start`. Wildcards are allowed.
        noun: The rest of the name: `*task*`.
        tag: SailPoint's group of operations: `*Report*`.
        generation: v3, beta, v2024, v2025, v2026, v1, nerm or nermv2025; left out, the session's, and for commands
            that it lacks the newest.
        legacy: True lists what ends in Q1 2029, with its successor in v1.

    Returns:
        Stream of Records as `get_command` gives them.

    Raises:
        UnknownNameError: There is no such generation.

    API: none; the answer comes from the catalog.
    PowerShell: Get-SailPointCommand

    Example:
        >>> get_sailpoint_command(tag="Sources", verb="remove") | select_object("name")
    """
    return _listed(_Wanted(name, verb, noun, tag, generation, legacy, api_only=True))


@frozen
class _Wanted:
    """What was asked for."""

    name: str
    verb: str | None
    noun: str | None
    tag: str | None
    generation: str | None
    legacy: bool
    api_only: bool = False

    def fits(self, candidate: str) -> bool:
        """Whether a name has the wanted form."""
        first, _, rest = candidate.partition("_")
        return all(
            pattern is None or fnmatchcase(fold(part), fold(pattern))
            for part, pattern in ((candidate, self.name), (first, self.verb), (rest, self.noun))
        )

    @property
    def words(self) -> str:
        """What was asked for without its wildcards; empty where everything was."""
        bare = [one.replace("*", "").replace("?", "") for one in (self.name, self.verb or "", self.noun or "")]
        return "_".join(word for word in bare if word)

    def generations(self, name: str) -> tuple[str, ...]:
        """The generations in which a name of the catalog is shown: one, or all that end."""
        found = find_name(name)
        known = found.generations if found else ()
        if self.generation is not None:
            known = tuple(one for one in known if one == self.generation)
        if self.legacy:
            return tuple(one for one in reversed(known) if is_legacy(one))
        session = peek_session()
        wanted = self.generation or (session.api_version if session else DEFAULT_GENERATION)
        return (wanted,) if wanted in known else known[-1:]


def _listed(wanted: _Wanted) -> Stream:
    if wanted.generation is not None and wanted.generation not in GENERATIONS:
        raise UnknownNameError(
            f"There is no API generation {wanted.generation!r}",
            hint=did_you_mean(wanted.generation, GENERATIONS) or f"There are {', '.join(GENERATIONS)}.",
        )

    def read(want: int | None) -> Iterator[Record]:
        found = [row for name in _known(wanted) if wanted.fits(name) for row in _rows(name, wanted)]
        if not found and wanted.words:
            found = [row for name in nearest(wanted.words, _known(wanted), 10) for row in _rows(name, wanted)]
            if found:
                get_host().note(f"No command is called {wanted.words}; these come near.")
        if not found and wanted.tag is not None:
            tags = {operation.tag for one in GENERATIONS for operation in facts(one)}
            if near := did_you_mean(wanted.tag.replace("*", ""), sorted(tags)):
                get_host().note(f"No command that fits is tagged {wanted.tag}. {near}")
        yield from found

    return Stream(read, label="commands", kind="Command")


def _known(wanted: _Wanted) -> list[str]:
    own = () if wanted.api_only or wanted.generation or wanted.legacy else written_names()
    return sorted({*own, *names()})


def _rows(name: str, wanted: _Wanted) -> Iterator[Record]:
    """The lines of one name: one, or of a legacy list one for each generation that ends."""
    if name not in names():
        if wanted.tag is None or _is_tagged("isnshell", wanted.tag):
            yield _row(name, None, first_line(get_cmdlet(name)))
        return
    for generation in wanted.generations(name):
        operation = facts(generation).find(name)[0]
        if wanted.tag is not None and not _is_tagged(operation.tag, wanted.tag):
            continue
        own = name in written_names() and not (wanted.api_only or wanted.legacy)
        row = _row(name, operation, first_line(get_cmdlet(name)) if own else purpose(operation))
        if wanted.legacy:
            row["successor"] = successor(generation, name) or "none"
        yield row


def _is_tagged(tag: str, pattern: str) -> bool:
    return fnmatchcase(tag.casefold(), pattern.casefold())


def _row(name: str, operation: Operation | None, text: str) -> Record:
    return with_origin(
        Record(
            name=name,
            generation=operation.generation if operation else None,
            purpose=text,
            experimental=bool(operation and operation.experimental),
            deprecated=bool(operation and operation.deprecated),
            tag=operation.tag if operation else "isnshell",
        ),
        Origin(kind="Command"),
    )


def first_line(command: Cmdlet) -> str:
    """The purpose of a command: the first line of its help."""
    return (command.__doc__ or "").strip().split("\n", 1)[0]


@cmdlet("Get-Help")
def get_help(name: Any = None, *, examples: bool = False, parameter: str | None = None) -> str:
    """Show what a command does, what it takes and what it gives.

    Args:
        name: The command itself or its name in any spelling, PowerShell's too; left out, how to begin.
        examples: True shows the examples alone.
        parameter: Show this parameter alone.

    Returns:
        str: The help text, with a usage line first.

    Raises:
        UnknownNameError: There is no such command or parameter; the nearest names are in the error.

    API: none; the answer comes from the catalog.
    PowerShell: Get-Help

    Example:
        >>> get_help("Get-Report")
    """
    if name is None:
        return _FIRST_HELP
    command = name if isinstance(name, Cmdlet) else get_cmdlet(name) if isinstance(name, str) else None
    if command is None:
        text = inspect.getdoc(name)
        if not text:
            raise UsageError(f"There is no help on a {type(name).__name__}", hint="Give a command or its name.")
        return text
    also = [short for short, meant in aliases().items() if meant == command.name]
    lines = textwrap.wrap(command.usage, _WIDTH, subsequent_indent="    ", break_long_words=False)
    lines += ["", f"PowerShell: {command.ps}" + (f"   aliases: {', '.join(also)}" if also else ""), ""]
    doc = command.__doc__ or ""
    text = laid_out(doc, _WIDTH) if isinstance(command, FunctionCmdlet) else doc
    if parameter is not None:
        return _item(text, parameter, command)
    return text[text.rfind("Example:") :].rstrip() if examples else "\n".join([*lines, text])


def _item(text: str, name: str, command: Cmdlet) -> str:
    """What a help text says of one parameter: its line, and those that go on with it."""
    found: list[str] = []
    for line in text.split("\n"):
        is_item = line.startswith("    ") and line[4:5] not in ("", " ", ">", ".")
        if is_item:
            if found:
                break
            if fold(re.split(r"[ :]", line[4:], maxsplit=1)[0]) == fold(name):
                found.append(line)
        elif found and line.strip():
            found.append(line)
        elif found:
            break
    if not found:
        names = list(command.__signature__.parameters)
        raise UnknownNameError(
            f"{command.name} has no parameter {name!r}",
            hint=did_you_mean(name, names) or f"It takes {', '.join(names) or 'none'}.",
        )
    return textwrap.dedent("\n".join(found))


_WIDTH = 79


_FIRST_HELP = """\
Commands are PowerShell's, in small letters with underscores: Get-PendingTasks is get_pending_tasks().
They are chained with |, and a line's result is shown:

    get_pending_tasks() | where_object(type="QUARTZ") | select_object("id", "type", first=3)
    receive_report("ACCOUNTS", source="Active Directory")

get_command("*report*")       commands by name
get_help("start_report")      one command: parameters, result, example
use_profile("NAME")           another tenant; get_profile() lists them
"""
