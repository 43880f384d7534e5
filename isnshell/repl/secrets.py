"""Taking secrets out of a line before it is kept.

A text that is Python is read as Python: what is bound to a name that means a secret is hidden. In anything else (a
command of the system's shell, PowerShell, what stands in strings and comments) names and values are found by their
looks.
"""

from __future__ import annotations

import ast
import re
import warnings

from .reading import join_pipes
from .secret_literals import without_literals
from .secret_names import HIDDEN, is_name, means_secret, tells
from .tokens import tokenize

# --- secrets by their looks, wherever they stand ------------------------------------------------------------------

_BEARER = re.compile(r"(?P<lead>\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}", re.IGNORECASE)
_JWT = re.compile(r"\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?")
_URL = re.compile(r"(?P<lead>\w://[^\s/:@\"']*:)[^\s/@\"']+(?=@)")
_PEM = re.compile(r"(?P<lead>-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(?=-----END|\Z)", re.DOTALL)
# Clients' secrets are 64 hex digits; ids have 32
_LONG_HEX = re.compile(r"(?<![0-9A-Za-z])[0-9a-fA-F]{64,}(?![0-9A-Za-z])")


def _without_shapes(text: str) -> str:
    for pattern in (_BEARER, _URL, _PEM):
        text = pattern.sub(lambda found: found["lead"] + HIDDEN, text)
    for pattern in (_JWT, _LONG_HEX):
        text = pattern.sub(HIDDEN, text)
    return text


# --- names and their values in text that is not Python ------------------------------------------------------------

# A name, what binds its value (`=`, `:`, a blank behind -Name or --name), the value in quotes (perhaps escaped ones)
# or bare. $variables and calls tell nothing.
_BOUND = re.compile(
    r"""(?P<lead>(?<![\w-])(?P<dash>--?)?(?P<name>\w[\w-]{0,80})(?![\w-])\\?["']?\]?(?P<by>\s*(?:[-+|:]?=|:)\s*|\s+))
    (?:(?P<quote>\\?["'])(?P<quoted>(?:(?!(?P=quote)).)*)|(?P<bare>(?!\$|--)[^\s"'\\(){}\[\],;|&<>$][^\s"'\\(){}\[\],;|&<>]{0,1000}))""",
    re.VERBOSE | re.DOTALL,
)
_SECURE_STRING = re.compile(
    r"(?P<lead>\bConvertTo-SecureString\s+(?:-String\s+)?)(?:\"[^\"]*\"|'[^']*'|[^\s$\"'-]\S*)", re.IGNORECASE
)
_USER = re.compile(r"(?P<lead>(?<!\w)(?:-u|--user)\s*[\"']?[^\s:\"']+:)[^\s\"']+")


_QUOTED_VALUE = re.compile(r""":\s*\\?["']([\w./-]+)\\?["']""")


def _without_bound(text: str) -> str:
    # {"path": "/password", "value": ...}: a JSON patch names what its value is
    named = any(map(is_name, _QUOTED_VALUE.findall(text)))
    pieces: list[str] = []
    position = 0
    while found := _BOUND.search(text, position):
        is_secret = means_secret(found["name"]) or (named and found["name"].lower() == "value")
        hides = is_secret and (found["dash"] or found["by"].strip())
        value = found["bare"] if found["quote"] is None else found["quoted"]
        if hides and tells(value):
            pieces += [text[position : found.end("lead")], found["quote"] or "", HIDDEN]
            position = found.end()
        else:  # the value may itself be a name
            pieces.append(text[position : found.end("name")])
            position = found.end("name")
    text = "".join(pieces) + text[position:]
    return _USER.sub(lambda it: it["lead"] + HIDDEN, _SECURE_STRING.sub(lambda it: it["lead"] + HIDDEN, text))


def _without_quoted(text: str) -> str:
    """What strings and comments of Python say: JSON, addresses, lines of other languages."""
    for token in sorted(tokenize(text), key=lambda one: -one.start):
        if token.kind == "string":
            begin, end = token.body, token.body + len(token.content)
        elif token.kind == "comment":
            begin, end = token.start, token.end
        else:
            continue
        text = text[:begin] + _without_bound(text[begin:end]) + text[end:]
    return text


def without_secrets(text: str) -> str:
    """The text with `***` in place of what looks like a secret: what is bound to names such as `client_secret`,
    `password` or `token`, bearer tokens, JSON web tokens, private keys, clients' secrets, passwords in addresses."""
    text = _without_shapes(text)
    tree = _parsed(text)
    return _without_bound(text) if tree is None else _without_quoted(without_literals(text, tree))


def _parsed(text: str) -> ast.Module | None:
    for _ in range(3):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # they are said when it runs
                return ast.parse(join_pipes(text))
        except SystemError:  # CPython 3.11 counts its depth wrong when threads parse at the same moment
            continue
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
    return None
