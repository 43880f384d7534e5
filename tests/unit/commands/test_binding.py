"""Binding records of a pipe to a command's parameters."""

from __future__ import annotations

from typing import Any

import pytest

from isnshell.commands.binding import bind_record
from isnshell.errors import UsageError
from isnshell.records import Origin, Record, with_origin

_TASK = with_origin(Record(id="t1", sourceId="s1", source={"id": "s2"}), Origin("TaskStatus"))


@pytest.mark.parametrize(
    ("bound", "record", "wanted", "kinds"),
    [
        pytest.param({"id": "t1"}, _TASK, {"id": ("id",)}, ("TaskStatus",), id="own id of the right kind"),
        pytest.param({"id": "t1"}, _TASK, {"id": ("id",)}, (), id="any kind"),
        pytest.param({"id": "s1"}, _TASK, {"id": ("id", "source_id")}, ("Source",), id="reference of another kind"),
        pytest.param({"id": "s2"}, _TASK, {"id": ("id", "source.id")}, ("Source",), id="nested reference"),
        pytest.param({"id": "1"}, {"Id": "1"}, {"id": ("id",)}, ("Source",), id="a dict has no kind"),
        pytest.param({"id": "1"}, "1", {"id": ("id",)}, ("Source",), id="bare value"),
        pytest.param({"id": 0}, {"id": 0}, {"id": ("id",)}, (), id="zero is a value"),
        pytest.param({"a": 1, "b": 2}, {"a": 1, "b": 2}, {"a": ("a",), "b": ("b",)}, (), id="two parameters"),
        pytest.param({}, {"a": 1}, {}, (), id="nothing wanted"),
    ],
)
def test_parameters_are_bound_by_property_name(bound: Any, record: Any, wanted: Any, kinds: Any) -> None:
    assert bound == bind_record(record, wanted, kinds, "wait_task")


def test_an_id_of_another_kind_is_an_error_that_names_both() -> None:
    identity = with_origin(Record(id="i1", name="Ada"), Origin("Identity"))

    with pytest.raises(UsageError, match=r"wait_task can't take id from an Identity: it wants id or task_id.*id, name"):
        bind_record(identity, {"id": ("id", "task_id")}, ("TaskStatus",), "wait_task")


def test_a_null_does_not_bind() -> None:
    with pytest.raises(UsageError, match="can't take id from a"):
        bind_record({"id": None}, {"id": ("id",)}, (), "wait_task")
