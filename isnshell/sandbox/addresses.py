"""Where a thing lies, whichever generation asks for it: `/v2025/roles/{id}` and `/roles/v1/{id}` are one address.

A shape is an address without values: `("roles", "{}", "dimensions")`. NERM is a product of its own, with its own root.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

from ..catalog.facts import Operation

Words: TypeAlias = tuple[str, ...]
ANY = "{}"
NERM = "nerm"
_VERSION = re.compile(r"v\d+")


@lru_cache(maxsize=8192)
def pattern(path: str, family: str = "isc") -> Words:
    """The words of a documented path without its version, placeholders with their names."""
    words = [word for word in path.split("/") if word]
    # Per-service paths carry their version behind the service: /roles/v1, /das/identity-collectors/v1
    version = next((n for n, word in enumerate(words) if n and _VERSION.fullmatch(word)), None)
    if version is not None:
        del words[version]
    if words[0] == "beta":  # one documented path repeats its generation
        del words[0]
    return (NERM, *words) if family == NERM else tuple(words)


def pattern_of(operation: Operation) -> Words:
    """The words of an operation's path."""
    return pattern(operation.path, operation.family)


def is_placeholder(word: str) -> bool:
    """Whether a word of a pattern stands for a value."""
    return word.startswith("{")


def shape(words: Words) -> Words:
    """A pattern without the names of its placeholders."""
    return tuple(ANY if is_placeholder(word) else word for word in words)


def fill(words: Words, values: Mapping[str, str]) -> Words:
    """A pattern with values in the place of its placeholders."""
    return tuple(values[word[1:-1]] if is_placeholder(word) else word for word in words)


def noun(words: Words) -> str:
    """What one thing of a collection is called: `("access-profiles",)` -> `access profile`."""
    word = next((word for word in reversed(words) if not is_placeholder(word)), "object")
    return singular(word.replace("-", " ").replace("_", " "))


def singular(word: str) -> str:
    """A plural noun's singular, as far as the API's paths need it."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "shes", "ches", "statuses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word
