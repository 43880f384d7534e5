"""Patterns: PowerShell's wildcards (`-like`) and .NET's regular expressions (`-match`) as Python's, compiled once."""

from __future__ import annotations

import re
from functools import lru_cache

from ..errors import UsageError

_WILD = re.compile(r"[*?\[]")


def has_wildcard(text: str) -> bool:
    """Whether a name stands for several: it has `*`, `?` or `[`."""
    return _WILD.search(text) is not None


@lru_cache(maxsize=1024)
def wildcard(pattern: str, ignore_case: bool = True) -> re.Pattern[str]:
    """The expression that `-like` means: `*`, `?`, `[a-z]`; a backtick takes the next character as it is.

    Raises:
        UsageError: A bracket is not closed.
    """
    parts: list[str] = []
    index = 0
    while index < len(pattern):
        char = pattern[index]
        if char == "[":
            index, expression = _set(pattern, index)
        elif char == "`" and index + 1 < len(pattern):
            index, expression = index + 2, re.escape(pattern[index + 1])
        else:
            index, expression = index + 1, {"*": ".*", "?": "."}.get(char) or re.escape(char)
        parts.append(expression)
    return re.compile("".join(parts), re.DOTALL | (re.IGNORECASE if ignore_case else 0))


def _set(pattern: str, start: int) -> tuple[int, str]:
    """The set that begins at `start`: where it ends and its expression. A `]` right behind the `[` belongs to it."""
    end = pattern.find("]", start + 2)
    if end < 0:
        raise UsageError(
            f"The wildcard {pattern!r} is not valid",
            why="its [ is not closed",
            hint="Write `[ (backtick, bracket) for the character itself.",
        )
    inside = re.sub(r"`(.)", r"\1", pattern[start + 1 : end])
    # Python reads ^ at the start, \ and [[ ranges in its own way; only the hyphen of a range keeps its meaning
    return end + 1, "[" + re.sub(r"([\\\[\]^&~|])", r"\\\1", inside) + "]"


_TOKEN = re.compile(
    r"\\(?P<escape>[Zz])|\\k(?:<(?P<back>\w+)>|'(?P<quoted>\w+)')|\\."
    r"|\(\?(?:<(?P<name>[A-Za-z_]\w*)>|'(?P<quoted_name>[A-Za-z_]\w*)')"
    r"|\(\?(?P<flags>[imsnx]*(?:-[imsnx]+)?)\)|\(\?(?P<scoped>[imsnx]*(?:-[imsnx]+)?):"
    r"|\[(?:\^?\])?(?:\\.|[^\]\\])*\]|[()|]|.",
    re.DOTALL,
)


@lru_cache(maxsize=1024)
def regex(pattern: str, ignore_case: bool = True) -> re.Pattern[str]:
    """A .NET regular expression as Python's.

    Raises:
        UsageError: It is not valid, or uses what Python lacks.
    """
    try:
        return re.compile(_translated(pattern), re.IGNORECASE if ignore_case else 0)
    except re.error as error:
        raise UsageError(f"The regular expression {pattern!r} is not valid", why=str(error)) from error


def _translated(pattern: str) -> str:
    """The pattern in Python's spelling. Flags set amid a group hold to its end, so they open a group of their own."""
    out: list[str] = []
    flags: list[list[str]] = [[]]  # per open group: the flag groups opened in it
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        if token["flags"] is not None:
            opened = f"(?{_known(token['flags'])}:"
            flags[-1].append(opened)
            out.append(opened)
        elif text == "|":
            # An alternative begins outside of the flag groups, which hold for it as well
            out += [")" * len(flags[-1]), text, *flags[-1]]
        elif text == ")":
            out.append(")" * (len(flags.pop()) + 1) if len(flags) > 1 else ")")
        else:
            if text.startswith("("):
                flags.append([])
            out.append(_spelled(token))
    return "".join(out) + ")" * len(flags[-1])


def _spelled(token: re.Match[str]) -> str:
    if token["escape"]:
        return r"\Z" if token["escape"] == "z" else r"(?=\n?\Z)"
    if back := token["back"] or token["quoted"]:
        return f"(?P={back})"
    if name := token["name"] or token["quoted_name"]:
        return f"(?P<{name}>"
    if token["scoped"] is not None:
        return f"(?{_known(token['scoped'])}:"
    return token[0]


def _known(flags: str) -> str:
    """The flags without `n`, which Python lacks: it only spares the counting of groups."""
    on, _, off = flags.replace("n", "").partition("-")
    return on + (f"-{off}" if off else "")
