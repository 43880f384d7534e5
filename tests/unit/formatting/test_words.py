"""Breaking sentences between words."""

from __future__ import annotations

import pytest

from isnshell.formatting.words import by_words

_URL = "https://acme.api.identitynow.com/oauth/authorize?response_type=code"


@pytest.mark.parametrize(
    ("expected", "text", "width"),
    [
        ("one two\nthree", "one two three", 7),
        ("  one\n  two", "  one two", 6),
        ("one two three", "one two three", None),
        ("one two three", "one two three", 13),
        ("a\n\nb b\nc", "a\n\nb b c", 3),
        (f"see\n{_URL}\nnow", f"see {_URL} now", 20),
        ("well-known", "well-known", 5),
        ("", "", 5),
        ("      ", "      ", 6),
    ],
    ids=repr,
)
def test_lines_are_broken_between_words(expected: str, text: str, width: int | None) -> None:
    assert by_words(text, width) == expected
