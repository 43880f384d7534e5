"""Reads PowerShell one-liners that are pipes of object commands, and runs them through the commands of this project.

Only as much of the language is read as the recordings have; script blocks are looked up among Python functions, so
that what is tested are the commands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import define, field, frozen

from isnshell.commands.registry import resolve
from isnshell.naming import fold
from isnshell.pipeline.properties import get_property
from isnshell.pipeline.stream import Stream, as_stream
from isnshell.records import Record

from .powershell_literals import literal, split


class Unreadable(Exception):
    """The code has more of the language than is read here."""


Blocks = Mapping[str, Callable[[Any], Any]]


def run(code: str, blocks: Blocks) -> Any:
    """What the pipe gives.

    Args:
        code: The one-liner; a variable may be set before it.
        blocks: What each script block does, by its text without the outer blanks.

    Raises:
        Unreadable: It has more of the language than this.
    """
    variables: dict[str, Any] = {}
    *first, last = split(code, ";")
    for statement in first:
        name, _, value = statement.partition("=")
        if not re.fullmatch(r"\s*\$\w+\s*", name):
            raise Unreadable(statement)
        result = _Reader(blocks, variables).expression(value.strip())
        variables[name.strip().lower()] = list(result) if isinstance(result, Stream) else result
    return _Reader(blocks, variables).expression(last.strip())


@frozen
class _Parameter:
    """A word such as `-First`."""

    name: str


@define
class _Reader:
    blocks: Blocks
    variables: dict[str, Any] = field(factory=dict)

    def expression(self, text: str) -> Any:
        source, *stages = [part.strip() for part in split(text, "|")]
        command, *arguments = source.split(" ", 1)
        if re.fullmatch(r"[A-Z]\w+-[A-Z]\w+", command):
            result = self.call(command, "".join(arguments))
        else:
            result = self.value(source)
        for stage in stages:
            name, _, rest = stage.partition(" ")
            result = self.call(name, rest).run(result)
        return result

    def call(self, name: str, text: str) -> Any:
        if name in ("sort", "tee"):
            raise Unreadable(f"{name} is no alias on the system of the recordings")
        command = resolve(name)
        if command is None:
            raise Unreadable(f"{name} is no command here")
        positional: list[Any] = []
        named: dict[str, Any] = {}
        words = list(self.words(text))
        while words:
            word = words.pop(0)
            if not isinstance(word, _Parameter):
                positional.append(word)
            elif self.is_switch(command, word.name) or not words or isinstance(words[0], _Parameter):
                named[word.name] = True
            else:
                named[word.name] = words.pop(0)
        if command.ps == "ForEach-Object" and len(positional) > 1 and all(map(callable, positional)):
            named |= dict(zip(("begin", "process", "end"), positional, strict=False))
            positional = []
        for one in ("begin", "end"):
            if block := named.pop(next((key for key in named if key.lower() == one), ""), None):
                named[one] = lambda block=block: block(None)
        return command(*positional, **named)

    @staticmethod
    def is_switch(command: Any, name: str) -> bool:
        parameters = command.__signature__.parameters.values()
        return any(fold(one.name) == fold(name) and one.annotation == "bool" for one in parameters)

    def words(self, text: str) -> Iterator[Any]:
        parts = [part for part in split(text, " ") if part.strip()]
        joined = ""
        for at, part in enumerate(parts):
            joined += part
            if part.endswith(",") or (at + 1 < len(parts) and parts[at + 1].startswith(",")):
                continue  # a list goes on over a blank
            yield self.word(joined)
            joined = ""

    def word(self, text: str) -> Any:
        if re.fullmatch(r"-[A-Za-z]+", text):
            return _Parameter(text[1:])
        return self.value(text, bare=True)

    def value(self, text: str, *, bare: bool = False) -> Any:
        """The value of a literal, a list, a variable, a script block or something in parentheses."""
        if len(elements := split(text, ",")) > 1:
            return [self.value(one.strip(), bare=bare) for one in elements]
        if member := re.fullmatch(r"(\(.*\)|\$\w+(?:\[\w+\])?)((?:\.\w+|\['\w+'\])+)", text):
            names = re.findall(r"\w+", member[2])
            value = self.value(member[1])
            return get_property(list(value) if isinstance(value, Stream) else value, ".".join(names))
        if counted := re.fullmatch(r"(\d+)\.\.(\d+)", text):
            return list(range(int(counted[1]), int(counted[2]) + 1))
        if text.startswith("{"):
            return self.block(text)
        if text.startswith(("@{", "[pscustomobject]@{")):
            return self.table(text)
        if text.startswith("@(") and text != "@()":
            return list(as_stream(self.expression(text[2:-1].strip())))
        if text.startswith("(") and text.endswith(")"):
            return self.expression(text[1:-1].strip())
        if text.lower() in self.variables:
            return self.variables[text.lower()]
        if bare and re.fullmatch(r"[A-Za-z*?][\w*?]*", text):
            return text
        try:
            return literal(text)
        except ValueError:
            raise Unreadable(text) from None

    def block(self, text: str) -> Callable[[Any], Any]:
        function = self.blocks.get(text[1:-1].strip())
        if function is None:
            raise Unreadable(text)

        def block(value: Any) -> Any:
            return function(value)

        block.__name__ = text[1:-1]  # what a column of it is called
        return block

    def table(self, text: str) -> Any:
        inner = text[text.index("{") + 1 : -1]
        pairs = (part.partition("=") for part in split(inner, ";") if part.strip())
        fields = {name.strip(): self.value(value.strip()) for name, _, value in pairs}
        return Record(fields) if text.startswith("[") else fields


def shown(display: str) -> list[dict[str, str]]:
    """What PowerShell displayed as a table or list: for each object its cells by their names."""
    lines = display.strip("\n").splitlines()
    if lines[0].rstrip().endswith(":") or " : " in lines[0]:
        return [{name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}]
    ends = [rule.end() for rule in re.finditer(r"-+", lines[1])]
    spans = list(zip([0, *ends], [*ends[:-1], None], strict=False))
    return [{lines[0][a:b].strip(): line[a:b].strip() for a, b in spans} for line in lines[2:]]
