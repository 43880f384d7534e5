"""Reads the literals of PowerShell one-liners, for tests that hold them against recordings of what they gave."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from isnshell.records import Record

_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_OPEN, _CLOSE = "({[", ")}]"

_LITERAL = re.compile(
    r"\$(?P<constant>true|false|null)"
    r"|'(?P<single>[^']*)'"
    r'|"(?P<double>[^"$]*)"'
    r"|(?P<number>-?(?:0x[0-9A-F]+|\d+(?:\.\d+)?(?:e\d+)?))(?P<suffix>kb|[dL])?"
    r"|\[(?P<type>datetime|timespan|guid)\]'(?P<typed>[^']*)'"
    r"|\[byte\](?P<byte>\d+)|\[uint32\](?P<uint>\d+)|(?P<limit>\[(?:int|long|double)\]::(?:MaxValue|NaN))"
    r"|@\((?P<list>[^()]*)\)|(?P<table>(?:\[pscustomobject\])?@\{a=1\})|\(,\(1,2\)\)(?P<nested>)",
    re.IGNORECASE,
)
_LIMITS = {"[int]::maxvalue": 2**31 - 1, "[long]::maxvalue": 2**63 - 1, "[double]::nan": float("nan")}


def literal(text: str) -> Any:
    """The value of a PowerShell literal; a ValueError where it is anything else."""
    if len(elements := split(text, ",")) > 1:
        return [literal(one) for one in elements]
    if counted := re.fullmatch(r"\(?(\d+)\.\.(\d+)\)?", text.strip()):
        return list(range(int(counted[1]), int(counted[2]) + 1))
    match = _LITERAL.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    if "constant" in found:
        return {"true": True, "false": False, "null": None}[found["constant"].lower()]
    if "single" in found:
        return found["single"]
    if "double" in found:
        return found["double"].replace("`n", "\n").replace("`r", "\r")
    if "number" in found:
        return number(found["number"], found.get("suffix", ""))
    if "type" in found:
        return typed(found["type"].lower(), found["typed"])
    if "limit" in found:
        return _LIMITS[found["limit"].lower()]
    if "list" in found:
        return [literal(one) for one in found["list"].split(",")] if found["list"] else []
    if "nested" in found:
        return [[1, 2]]
    if "table" in found:
        return Record(a=1) if "[" in found["table"] else {"a": 1}
    return int(found.get("byte") or found["uint"])


def number(digits: str, suffix: str) -> int | float | Decimal:
    if suffix == "d":
        return Decimal(digits)
    if digits.lower().startswith("0x"):
        return int(digits, 16)
    value = float(digits) if "." in digits or "e" in digits else int(digits)
    return value * 1024 if suffix == "kb" else value


def typed(kind: str, text: str) -> Any:
    if kind == "datetime":
        return datetime.fromisoformat(text)
    if kind == "guid":
        return UUID(text)
    hours, minutes, seconds = (int(part) for part in text.split(":"))
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def split(text: str, at: str) -> list[str]:
    """The parts of a text between separators that stand in no quotes and no brackets."""
    hidden = _QUOTED.sub(lambda quoted: "q" * len(quoted[0]), text)
    parts: list[str] = []
    depth = begin = 0
    for place, char in enumerate(hidden):
        depth += (char in _OPEN) - (char in _CLOSE)
        if char == at and depth == 0:
            parts.append(text[begin:place])
            begin = place + 1
    return [*parts, text[begin:]]
