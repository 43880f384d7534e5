"""Tokens of unfinished Python."""

import pytest

from isnshell.repl.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a|b", ["a", "|", "b"]),
        ("f(x='it\\'s', 1.5e-3)", ["f", "(", "x", "=", "'it\\'s'", ",", "1.5e-3", ")"]),
        ('"""a\n"b" c""" d', ['"""a\n"b" c"""', "d"]),
        ("x # a 'comment\ny", ["x", "# a 'comment", "\n", "y"]),
        ("rb'\\'+1", ["rb'\\'+1"]),
        ("'open\nnext", ["'open", "\n", "next"]),
        ("", []),
    ],
    ids=["pipe", "escapes", "triple", "comment", "prefix", "open string ends with its line", "nothing"],
)
def test_text_is_cut_into_tokens(text, expected):
    assert expected == [token.text for token in tokenize(text)]


def test_an_open_string_says_so_and_has_its_content():
    (token,) = tokenize('"QUAR')
    assert (token.is_open, token.content, token.body) == (True, "QUAR", 1)


def test_a_closed_string_has_its_content():
    (token,) = tokenize("f'''QUARTZ'''")
    assert (token.is_open, token.content) == (False, "QUARTZ")
