"""Signature help: the call at the cursor, its parameters, the current one."""

import pytest
from prompt_toolkit.document import Document

from isnshell.commands.namespace import Namespace
from isnshell.repl.completion import Knowledge
from isnshell.repl.signature import signatures_at


@pytest.fixture
def told():
    def at(text, width=100):
        cursor = text.index("^")
        found = signatures_at(Document(text.replace("^", ""), cursor), Knowledge(Namespace()), width)
        if not found:
            return None
        (one,) = found
        names = [parameter.name for parameter in one.parameters]
        return one.name, names, names[one.index] if one.index is not None else None

    return at


@pytest.mark.parametrize(
    ("text", "current"),
    [
        ("get_report(^", "task_result_id"),
        ("get_report('x', ^", "file_format"),
        ("get_report(file_format='c^')", "file_format"),
        ("tasks | get_report(task_result_id=nobody(^", "task_result_id"),
        ("get_report(x=1, ^", None),
    ],
)
def test_the_parameter_at_the_cursor_is_the_current_one(told, text, current):
    name, _, found = told(text)
    assert (name, found if found is None else found.split("=")[0]) == ("get_report", current)


def test_optional_parameters_show_their_default(told):
    assert told("get_report(^")[1] == [
        "task_result_id",
        "file_format",
        "name=None",
        "auditable=False",
        "out_file=None",
        "force=False",
    ]


@pytest.mark.parametrize("text", ["get_report^", "(1, ^", "unknown(^", "get_report()^", "# get_report(^", ""])
def test_outside_of_a_command_s_call_there_is_none(told, text):
    assert told(text if "^" in text else "^") is None


def test_what_has_no_room_is_left_out(told):
    name, names, current = told("where_object(lambda t: 1, gt=^", width=60)
    assert names[0] == "…"
    assert names[-1] == "…"
    assert current == "gt=None"
    assert len(name) + sum(len(one) + 2 for one in names) <= 60


def _person_s_own(first, second=2, *rest, third: "Nobody" = 3):  # noqa: F821 - no annotation is evaluated
    return first


@pytest.mark.parametrize(
    ("text", "current"),
    [
        ("own(^", "first"),
        ("own(1, ^", "second"),
        ("own(1, 2, 3, third=^", "third"),
        ("own(third=1, ^", None),
        ("get_report(own(^", "first"),
    ],
)
def test_functions_of_one_s_own_have_one_too(text, current):
    knowledge = Knowledge(Namespace(own=_person_s_own))
    (one,) = signatures_at(Document(text.replace("^", ""), text.index("^")), knowledge, 100)
    names = [parameter.name for parameter in one.parameters]
    assert names == ["first", "second=2", "*rest", "third=3"]
    assert (names[one.index].split("=")[0] if one.index is not None else None) == current


def test_functions_of_python_have_one(told):
    assert told("sorted([], ^")[0] == "sorted"
    assert told("len(^") == ("len", ["obj"], "obj")


def test_a_command_of_the_text_s_own_name_has_none(told):
    assert told("get_report = 1\nget_report(^") is None
