"""When a line is whole, what continues it, what asks for help."""

import pytest

from isnshell.repl.reading import asked_help, join_pipes, wants_more, without_prompts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("?get_report", "get_report"),
        ("get_report?", "get_report"),
        ("? Get-Report ", "Get-Report"),
        ("get_report ??", "get_report"),
        ("?", ""),
        ("get_report()", None),
        ("a ? b", None),
        ("", None),
    ],
)
def test_a_question_mark_before_or_behind_a_name_asks_for_its_help(text, name):
    assert name == asked_help(text)


@pytest.mark.parametrize(
    "text",
    [
        "get_pending_tasks() |",
        "get_pending_tasks() |  # then",
        "where_object(",
        "if tasks:",
        "if tasks:\n    1",
        "for task in tasks: print(task)",
        '"""open',
        "x = \\",
        "@decorated",
    ],
)
def test_enter_continues_a_text_that_is_not_whole(text):
    assert wants_more(text)


@pytest.mark.parametrize(
    "text",
    [
        "get_pending_tasks()",
        "tasks |\nwhere_object(type=1)",
        "if tasks:\n    1\n",
        "?name",
        "!ls |",
        "1 +* 2",
        "tasks |\n\n",
        "x = 'unfinished",
        "",
    ],
)
def test_enter_runs_a_text_that_is_whole_or_wrong(text):
    assert not wants_more(text)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("a |\nb", "a |\\\nb"),
        ("a\n  | b\n  | c", "a\\\n  | b\\\n  | c"),
        ("a |\n\nb", "a |\\\n\\\nb"),
        ("f(a |\nb)", "f(a |\nb)"),
        ("'''|\n|'''", "'''|\n|'''"),
        ("a | # why\nb", "a |      \\\nb"),
        ("a\n# why\n  | b", "a\\\n     \\\n  | b"),
        ("a  # why\nb", "a  # why\nb"),
        ("a\nb", "a\nb"),
        ("x = 1 |", "x = 1 |"),
    ],
    ids=[
        "end",
        "beginning",
        "blank line",
        "in brackets",
        "in a string",
        "comment",
        "comment line",
        "no pipe",
        "two statements",
        "alone",
    ],
)
def test_a_pipe_at_a_line_break_makes_one_statement(text, joined):
    assert joined == join_pipes(text)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("    >>> start_job(work).id > 0\n    True\n    >>> len(_)\n    3", "start_job(work).id > 0\nlen(_)"),
        ("4 >>> for x in y:\n  ...     print(x)\n  ...\n1\n", "for x in y:\n    print(x)\n"),
        (" prod  4 >>> x", "x"),
        ("x = 1\n>>> y", "x = 1\n>>> y"),
        ("x >> 3\n...", "x >> 3\n..."),
    ],
    ids=["help", "prompt", "production", "no prompt first", "no prompt"],
)
def test_what_was_copied_with_its_prompts_loses_them(text, typed):
    assert typed == without_prompts(text)
