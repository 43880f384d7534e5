"""Wildcards and regular expressions, as .NET reads them."""

from __future__ import annotations

import pytest

from isnshell.errors import UsageError
from isnshell.pipeline.patterns import has_wildcard, regex, wildcard


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("a.b", "axb", False),
        ("[^a]", "^", True),
        ("[!a]", "b", False),
        ("[a\\]", "\\", True),
        ("[a-c]?", "b1", True),
        ("[]]", "]", True),
        ("a`", "a`", True),
        ("`[x`]*", "[x]yz", True),
        ("*\n*", "a\nb", True),
        ("ÄRGER*", "ärgerlich", True),
        ("", "", True),
        ("(", "(", True),
    ],
    ids=str,
)
def test_wildcards(pattern: str, text: str, fits: bool) -> None:
    """Only `*`, `?`, sets and the backtick mean something; a set can't be turned round."""
    assert (wildcard(pattern).fullmatch(text) is not None) is fits


def test_wildcards_with_case_and_broken() -> None:
    """Case counts if told to; an open bracket is an error that shows the pattern."""
    assert wildcard("A*", False).fullmatch("abc") is None
    with pytest.raises(UsageError, match=r"'a\[b'"):
        wildcard("a[b")


@pytest.mark.parametrize(
    ("text", "expected"), [("na*e", True), ("a?", True), ("a[b", True), ("a.b", False), ("", False)]
)
def test_has_wildcard(text: str, expected: bool) -> None:
    """A name with one of the three marks stands for several."""
    assert has_wildcard(text) is expected


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"(?<year>\d{4})-(?'month'\d\d)", "in 2026-03", "2026-03"),
        (r"(?<q>['!]).*?\k<q>", "say 'hi' now", "'hi'"),
        (r"(?<q>a)\k'q'", "xaa", "aa"),
        (r"(?i)b|c", "C", "C"),
        (r"a(?-i)B|C", "xc", None),
        (r"a(?-i)B|C", "xC", "C"),
        (r"(a(?-i)B)c", "ABC", "ABC"),
        (r"x(?i:Y)", "Xy", "Xy"),
        (r"end\z", "end\n", None),
        (r"end\Z", "end\n", "end"),
        (r"[)(|]+", "a(|)", "(|)"),
        (r"[]a]+", "x]a", "]a"),
        (r"\(x\)", "(x)", "(x)"),
        (r"(?<=a)b(?!c)", "abc ab", "b"),
        (r"(?n)(a)", "a", "a"),
        (r"(?:a|b)(?m)^c", "a\nc", None),
        (r"\$\{x\}", "${x}", "${x}"),
    ],
    ids=str,
)
def test_regular_expressions(pattern: str, text: str, found: str | None) -> None:
    """Named groups, back references, flags amid a pattern and the anchors mean what they mean in .NET."""
    match = regex(pattern).search(text)
    assert (match and match[0]) == found


def test_regular_expressions_with_case_and_broken() -> None:
    """Case counts if told to; what is not valid is an error that shows the expression."""
    assert regex("a", False).search("A") is None
    with pytest.raises(UsageError, match="'a\\('"):
        regex("a(")
