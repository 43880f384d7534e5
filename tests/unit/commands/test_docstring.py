"""Docstrings in a terminal's width."""

from __future__ import annotations

import inspect
import re
from itertools import pairwise

import pytest

import cmdlets
from isnshell.commands.docstring import laid_out
from isnshell.commands.registry import find_command

TEXT = """Do something with records that are read.

    One paragraph that was written in long lines, of which
    there are two.

    Args:
        first: A value that is told of in many words, more
            than fit.
        second: Short.

    Returns:
        Stream of records, told of in words.

    PowerShell: Do-Something
    API: none, and a reason that is long

    Example:
        >>> do_something("a value that is long", second="and another")
        'a long result that stays as it is'
    """


def test_paragraphs_and_items_are_broken_anew_and_examples_are_not():
    assert laid_out(TEXT, 30) == inspect.cleandoc(
        """
        Do something with records that
        are read.

        One paragraph that was written
        in long lines, of which there
        are two.

        Args:
            first: A value that is
                told of in many words,
                more than fit.
            second: Short.

        Returns:
            Stream of records, told of
            in words.

        PowerShell: Do-Something
        API: none, and a reason that
            is long

        Example:
            >>> do_something("a value that is long", second="and another")
            'a long result that stays as it is'
        """
    ) + "\n"  # fmt: skip


def test_marks_for_the_tests_are_not_shown():
    assert laid_out("Ask.\n\nExample:\n    >>> ask()  # doctest: +SKIP\n", 79).endswith(">>> ask()\n")


@pytest.mark.parametrize("name", cmdlets.COMMANDS)
def test_no_word_of_a_commands_help_is_lost(name):
    doc = find_command(name).__doc__
    text = laid_out(doc, 79)
    assert text.split() == re.sub("# doctest: .*", "", doc).split()
    before_examples = text[: text.rfind("Example:")].split("\n")
    assert [line for line in before_examples if len(line) > 79] == []
    assert not any(one == two == "" for one, two in pairwise(text.rstrip().split("\n")))
