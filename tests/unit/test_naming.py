"""Names: PowerShell's to Python's, and what counts as the same spelling."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnshell.naming import did_you_mean, fold, nearest, parameter_name, pascal_case, snake_case


@pytest.mark.parametrize(
    ("python", "powershell"),
    [
        pytest.param("get_report_result", "Get-ReportResult", id="verb and noun"),
        pytest.param("convert_from_json_to_report_details", "ConvertFrom-JsonToReportDetails", id="verb of two words"),
        pytest.param("for_each_object", "ForEach-Object", id="ForEach"),
        pytest.param("get_v2024_pending_tasks", "Get-V2024PendingTasks", id="mark of a generation"),
        pytest.param("get_report_v1", "Get-ReportV1", id="mark at the end"),
        pytest.param("get_v2025_ssf_configuration", "Get-V2025SSFConfiguration", id="run of capitals behind digits"),
        pytest.param("attribute_dto", "AttributeDTO", id="run of capitals at the end"),
        pytest.param("idn_source", "IDNSource", id="run of capitals at the beginning"),
        pytest.param("snapshot1", "snapshot1", id="digits stay"),
        pytest.param("task_result_id", "TaskResultId", id="parameter"),
        pytest.param("for_subadmin", "for-subadmin", id="wire name with a hyphen"),
        pytest.param("already_snake", "already_snake", id="snake case stays"),
    ],
)
def test_a_name_is_split_at_its_capitals(python: str, powershell: str) -> None:
    assert python == snake_case(powershell)


@given(st.text(alphabet=st.sampled_from("abcXYZ019_- "), max_size=20))
def test_splitting_twice_changes_nothing(name: str) -> None:
    assert snake_case(name) == snake_case(snake_case(name))


@given(st.text(alphabet=st.characters(codec="ascii", categories=("Lu", "Ll")), min_size=1, max_size=20))
def test_splitting_keeps_all_letters(name: str) -> None:
    assert name.lower() == snake_case(name).replace("_", "")


@pytest.mark.parametrize(
    ("powershell", "wire"),
    [
        pytest.param("TaskResultId", "taskResultId", id="camel case"),
        pytest.param("XSailPointExperimental", "X-SailPoint-Experimental", id="header"),
        pytest.param("ForSubadmin", "for-subadmin", id="hyphen"),
    ],
)
def test_a_wire_name_has_a_powershell_form(powershell: str, wire: str) -> None:
    assert powershell == pascal_case(wire)


@pytest.mark.parametrize(
    ("python", "name"),
    [
        pytest.param("from_", "From", id="reserved word"),
        pytest.param("class_", "class", id="another reserved word"),
        pytest.param("type", "Type", id="builtin stays"),
        pytest.param("match", "Match", id="soft keyword stays"),
        pytest.param("_2fa_code", "2faCode", id="digit in front"),
    ],
)
def test_a_parameter_has_a_python_name(python: str, name: str) -> None:
    assert python == parameter_name(name)


@given(st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,15}", fullmatch=True))
def test_every_parameter_name_can_be_typed_as_a_keyword_argument(name: str) -> None:
    made = parameter_name(name)

    assert made.isidentifier()
    assert not keyword.iskeyword(made)


@pytest.mark.parametrize("spelling", ["get_report", "Get-Report", "getReport", "GET REPORT", "get-report_"])
def test_case_hyphens_and_underscores_do_not_count(spelling: str) -> None:
    assert fold(spelling) == "getreport"


@pytest.mark.parametrize(
    ("best", "typed"),
    [
        pytest.param("get_report", "get_reprot", id="letters swapped"),
        pytest.param("get_report", "Get-Reports", id="PowerShell's spelling"),
        pytest.param("get_pending_tasks", "pending", id="a part of it"),
    ],
)
def test_the_nearest_name_comes_first(best: str, typed: str) -> None:
    assert best == nearest(typed, ["wait_report", "get_report", "get_pending_tasks", "get_source"])[0]


def test_nothing_is_proposed_when_nothing_is_near() -> None:
    assert did_you_mean("xyzzy", ["get_report", "get_source"]) is None


def test_at_most_three_names_are_proposed() -> None:
    sentence = did_you_mean("get_task", [f"get_task_{number}" for number in range(9)])

    assert sentence is not None
    assert sentence.count("get_task_") == 3
