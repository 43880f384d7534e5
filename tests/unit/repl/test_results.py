"""Statements, their results, and what is shown of them."""

import pytest

from isnshell.commands.namespace import Namespace
from isnshell.repl.results import KEPT, Results


@pytest.fixture
def shown():
    return []


@pytest.fixture
def namespace():
    return Namespace()


@pytest.fixture
def run(namespace, shown):
    return Results(namespace, shown.append).run


def test_every_top_level_expression_is_shown(run, shown):
    run("1\nx = 2\nx\nNone\nfor _i in range(2): _i", 1)
    assert shown == [1, 2]


def test_the_last_result_has_two_names(run, namespace):
    run("40 + 2", 7)
    assert (namespace["_"], namespace["_7"]) == (42, 42)


def test_a_statement_s_result_is_that_of_its_last_expression(run, namespace):
    run("1\n2", 3)
    assert namespace["_3"] == 2


def test_none_is_no_result(run, namespace):
    run("1", 1)
    run("None", 2)
    assert (namespace["_"], "_2" in namespace) == (1, False)


def test_the_newest_results_are_kept(run, namespace):
    for number in range(1, KEPT + 2):
        run(str(number), number)
    kept = [name for name in namespace if name.startswith("_") and name[1:].isdigit()]
    assert kept == [f"_{number}" for number in range(2, KEPT + 2)]


def test_a_pipe_goes_on_over_lines(run, shown):
    run("[3, 1, 2] |\n  sort_object()\n  | select_object(first=1)", 1)
    assert [list(one) for one in shown] == [[1]]


def test_nothing_runs_of_a_text_that_is_no_python(run, shown):
    with pytest.raises(SyntaxError):
        run("1\n2 +* 3", 1)
    assert shown == []
