"""Finding one's way: which commands there are, and what one does."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from fnmatch import fnmatch
from typing import Any

from isnshell.catalog.facts import GENERATIONS, Operation
from isnshell.catalog.loader import facts
from isnshell.catalog.names import find_name, names
from isnshell.commands.cmdlet import Cmdlet, cmdlet
from isnshell.commands.wording import purpose
from isnshell.commands.registry import aliases, get_cmdlet, written_names
from isnshell.errors import UnknownNameError, UsageError
from isnshell.naming import fold, nearest
from isnshell.pipeline.stream import Stream
from isnshell.records import Record
from isnshell.tenant.session import peek_session

_DEFAULT = "v2025"


@cmdlet("Get-Command", aliases=("gcm",))
def get_command(
    name: str = "*",
    *,
    verb: str | None = None,
    noun: str | None = None,
    tag: str | None = None,
    generation: str | None = None,
) -> Stream:
    """List the commands whose names fit.

    Args:
        name: Name with wildcards, in any spelling: `*report*`, `Get-*Task*`.
        verb: First word: `get`, `start`. Wildcards are allowed.
        noun: The rest of the name: `*task*`.
        tag: SailPoint's group of operations: `*Report*`.
        generation: v3, beta, v2024, v2025, v2026, v1, nerm or nermv2025; left out, the session's, and for commands
            that it lacks the newest.

    Returns:
        Stream of Records with `name, generation, purpose, experimental, deprecated`. Where nothing fits, the commands
        with the nearest names.

    Raises:
        UnknownNameError: There is no such generation.

    API: none; the answer comes from the catalog.
    PowerShell: Get-Command, Get-SailPointCommand

    Example:
        >>> get_command("*report*") | select_object("name", "purpose")
    """
    if generation is not None and generation not in GENERATIONS:
        raise UnknownNameError(
            f"There is no API generation {generation!r}", hint=f"There are {', '.join(GENERATIONS)}."
        )
    patterns = [fold(name), fold(verb or "*"), fold(noun or "*")]

    def fits(candidate: str) -> bool:
        first, _, rest = candidate.partition("_")
        return all(
            fnmatch(fold(part), pattern) for part, pattern in zip((candidate, first, rest), patterns, strict=True)
        )

    def read(want: int | None) -> Iterator[Record]:
        found = [one for one in _known(generation) if fits(one)]
        if not found and name != "*":
            found = nearest(name.replace("*", ""), _known(generation), 10)
        for one in found:
            row = _describe(one, generation)
            if tag is None or fnmatch(str(row.get("tag") or "").casefold(), tag.casefold()):
                yield row

    return Stream(read, label="commands", kind="Command")


def _known(generation: str | None) -> list[str]:
    catalog = [base for base in names() if generation is None or generation in _generations(base)]
    written = [] if generation else [one for one in written_names() if one not in names()]
    return sorted([*written, *catalog])


def _generations(base: str) -> tuple[str, ...]:
    found = find_name(base)
    return found.generations if found else ()


def _describe(name: str, generation: str | None) -> Record:
    if name in written_names() and name not in names():
        found = get_cmdlet(name)
        return Record(
            name=name, generation=None, purpose=first_line(found), experimental=False, deprecated=False, tag="isnshell"
        )
    operation = _operation(name, generation)
    text = first_line(get_cmdlet(name)) if name in written_names() else purpose(operation)
    return Record(
        name=name,
        generation=operation.generation,
        purpose=text,
        experimental=operation.experimental,
        deprecated=operation.deprecated,
        tag=operation.tag,
    )


def _operation(name: str, generation: str | None) -> Operation:
    session = peek_session()
    wanted = generation or (session.api_version if session else _DEFAULT)
    known = _generations(name)
    return facts(wanted if wanted in known else known[-1]).find(name)[0]


def first_line(command: Cmdlet) -> str:
    """The purpose of a command: the first line of its help."""
    return (command.__doc__ or "").strip().split("\n", 1)[0]


@cmdlet("Get-Help")
def get_help(name: Any = None) -> str:
    """Show what a command does, what it takes and what it gives.

    Args:
        name: The command itself or its name in any spelling, PowerShell's too; left out, how to begin.

    Returns:
        str: The help text, with a usage line first.

    Raises:
        UnknownNameError: There is no such command; the nearest names are in the error.

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
    lines = [command.usage, ""]
    lines += [f"PowerShell: {command.ps}" + (f"   aliases: {', '.join(also)}" if also else ""), ""]
    return "\n".join([*lines, inspect.cleandoc(command.__doc__ or "")])


_FIRST_HELP = """\
Commands are PowerShell's, in small letters with underscores: Get-PendingTasks is get_pending_tasks().
They are chained with |, and a line's result is shown:

    get_pending_tasks() | where_object(type="QUARTZ") | select_object("id", "type", first=3)
    receive_report("ACCOUNTS", source="Active Directory")

get_command("*report*")       commands by name
get_help("start_report")      one command: parameters, result, example
use_profile("NAME")           another tenant; get_profile() lists them
"""
