"""The prompt's namespace: variables, builtins, commands, aliases, forgiving spelling; in this order."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from isnshell.commands.cmdlet import Cmdlet
from isnshell.commands.namespace import Namespace, explain_name_error
from isnshell.errors import UnknownNameError


@pytest.fixture
def namespace() -> Namespace:
    return Namespace(__name__="__main__")


@pytest.mark.parametrize("name", ["print", "dir", "set", "type", "sorted", "len", "filter", "help", "ValueError"])
def test_pythons_names_stay_pythons(namespace: Namespace, name: str) -> None:
    assert namespace[name] is getattr(builtins, name)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        pytest.param("get_sources", "get_sources", id="exact"),
        pytest.param("get_v2024_sources", "get_v2024_sources", id="pinned"),
        pytest.param("select_object", "select", id="alias"),
        pytest.param("where_object", "where", id="another alias"),
        pytest.param("get_sources", "getSources", id="other spelling"),
        pytest.param("for_each_object", "foreach_object", id="PowerShell's spelling"),
    ],
)
def test_commands_are_made_when_their_names_are_used(namespace: Namespace, name: str, typed: str) -> None:
    command = namespace[typed]

    assert isinstance(command, Cmdlet)
    assert command.name == name


def test_a_variable_of_the_user_wins_over_everything(namespace: Namespace) -> None:
    namespace.update(get_sources=1, print=2, select=3)

    assert eval("get_sources, print, select", namespace) == (1, 2, 3)


def test_a_builtin_wins_over_a_command_that_forgiving_spelling_would_find(namespace: Namespace) -> None:
    assert namespace["type"] is type


@pytest.mark.parametrize("name", ["__builtin__", "__getsources__", "__wrapped__", "__file__"])
def test_dunders_are_left_to_python(namespace: Namespace, name: str) -> None:
    with pytest.raises(KeyError):
        namespace[name]


def test_looking_a_name_up_stores_nothing(namespace: Namespace) -> None:
    before = set(namespace)

    namespace["get_sources"], namespace["print"]

    assert set(namespace) == before
    assert "get_sources" not in namespace


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("found = get_sources", id="top level"),
        pytest.param("def f():\n    return get_sources\nfound = f()", id="function"),
        pytest.param("found = (lambda: get_sources)()", id="lambda"),
        pytest.param("found = [get_sources for _ in range(1)][0]", id="comprehension"),
        pytest.param(
            "def f():\n    def g():\n        return len([1]) and get_sources\n    return g()\nfound = f()", id="nested"
        ),
        pytest.param("import json\nfound = get_sources if json else None", id="beside an import"),
    ],
)
def test_code_finds_commands_and_builtins_wherever_it_stands(namespace: Namespace, source: str) -> None:
    exec(source, namespace)

    assert namespace["found"].name == "get_sources"


def test_an_unknown_name_is_a_name_error_that_can_be_explained(namespace: Namespace) -> None:
    with pytest.raises(NameError) as caught:
        eval("get_sorces()", namespace)
    explained: Any = explain_name_error(caught.value)

    assert isinstance(explained, UnknownNameError)
    assert "get_sources" in str(explained)


def test_a_name_error_without_a_name_stays_what_it_is() -> None:
    error = NameError("odd")

    assert explain_name_error(error) is error


def test_deleting_an_own_variable_gives_the_command_back(namespace: Namespace) -> None:
    exec("get_sources = 1\ndel get_sources", namespace)

    assert namespace["get_sources"].name == "get_sources"


def test_a_class_body_finds_commands_and_variables_and_builtins() -> None:
    namespace = Namespace(mine=7)
    exec("class A:\n    found = get_pending_tasks\n    own = mine\n    size = len('abc')", namespace)
    made = namespace["A"]
    assert (made.found.name, made.own, made.size) == ("get_pending_tasks", 7, 3)


def test_a_class_body_s_unknown_name_is_a_name_error() -> None:
    with pytest.raises(NameError, match="nothing_like_it"):
        exec("class A:\n    x = nothing_like_it", Namespace())
