"""Help made from facts: words, layout, and examples that our own checks let pass."""

from __future__ import annotations

import ast
import pydoc
import re
from collections.abc import Iterator
from typing import Any

import pytest

import cmdlets
from isnshell.catalog.facts import GENERATIONS, Operation
from isnshell.catalog.loader import facts
from isnshell.commands.examples import example, powershell_line, sample_arguments
from isnshell.commands.help import operation_help
from isnshell.commands.models import model_command_names
from isnshell.commands.registry import find_command, get_cmdlet
from isnshell.commands.wording import purpose
from isnshell.operations.arguments import bind, name_arguments


def _help(name: str) -> str:
    return get_cmdlet(name).__doc__ or ""


def _flat(text: str) -> str:
    return " ".join(text.split())


# --- words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "generation", "base"),
    [
        ("List task status.", "v2025", "get_task_status_list"),
        ("List sources.", "v2025", "get_sources"),
        ("Get one source by its id.", "v2025", "get_source"),
        ("List the source schedules of one source.", "v2025", "get_source_schedules"),
        ("Get the public identity configuration.", "v2025", "get_public_identity_config"),
        ("Create a transform.", "v2025", "new_transform"),
        ("Create an access profile.", "v2025", "new_access_profile"),
        ("Create an SOD policy.", "v2025", "new_sod_policy"),
        ("Replace one source.", "v2025", "send_source"),
        ("Classify machine account.", "v2025", "send_classify_machine_account"),
        ("Replace one transform.", "v2025", "update_transform"),
        ("Change fields of one source.", "v2025", "update_source"),
        ("Delete one role.", "v2025", "remove_role"),
        ("Delete one source.", "beta", "remove"),
        ("Delete workgroups in bulk.", "v2025", "remove_workgroups_in_bulk"),
        ("Cancel one report.", "v2025", "suspend_report"),
        ("Save one report.", "v2025", "get_report"),
        ("Forward work item.", "v1", "invoke_forward_work_item"),
        ("Count the pending tasks: the answer's headers alone.", "v2025", "get_pending_task_headers"),
    ],
)
def test_verb_noun_and_shape_of_the_answer_make_the_purpose(said: str, generation: str, base: str) -> None:
    assert said == purpose(facts(generation).find(base)[0])


def _every_operation() -> Iterator[Operation]:
    for generation in GENERATIONS:
        yield from facts(generation)


def test_every_purpose_is_one_clean_sentence_that_fits_a_line() -> None:
    odd = [
        (operation.base, said)
        for operation in _every_operation()
        if not re.fullmatch(r"[A-Z]\S*( \S+)*\.", said := purpose(operation)) or len(said) > 79
    ]

    assert odd == []


# --- what a help text holds -----------------------------------------------------------------------------------------


def test_a_list_tells_parameters_filters_sorters_and_rights() -> None:
    text = _help("get_sources")

    assert text.startswith("List sources.\n")
    assert "    limit (number, optional): how many records in all; left out, every one\n" in text
    assert "    include_idn_source (True or False, optional): default False\n" in text
    assert re.search(r"^ {4}owner\.id +eq in ge gt le lt ne isnull sw$", text, re.M)
    assert "Sorters:\n    type, created, modified, name," in text
    assert "Stream of Source; the first request goes out when it is read. Fields: id, name," in _flat(text)
    assert "API: getSources, GET /v2025/sources\n" in text.replace("listSources", "getSources")
    assert "Scopes: idn:sources:read or idn:sources:manage\n" in text
    assert "User levels: ORG_ADMIN, SOURCE_ADMIN, SOURCE_SUBADMIN" in text
    assert "PowerShell: Get-V2025Sources -Limit 5\n" in text
    assert text.endswith("Example:\n    >>> get_sources(limit=5)")


def test_allowed_values_ranges_and_formats_are_told() -> None:
    assert "    file_format (text): one of csv, pdf\n" in _help("get_report")
    assert "    type (text): one of accountAttribute, base64Decode," in _help("new_transform")
    assert re.search(
        r"^ {4}page \(number, optional\): from 1; default 1|^ {4}\w+ \(number.*\d+ to \d+", _every_help(), re.M
    )


def _every_help() -> str:
    return "\n".join(operation_help([operation], operation.base) for operation in facts("v2025"))


def test_a_nested_object_is_told_one_level_down() -> None:
    text = _flat(_help("new_access_profile"))

    assert "owner (OwnerReference): dict with type (only IDENTITY), id, name" in text
    assert "entitlements (list of EntitlementRef, optional): dict with type (only ENTITLEMENT), id, name" in text


def test_a_field_that_is_no_keyword_says_where_it_goes() -> None:
    assert "    name (text): only in identity_attribute" in _help("send_identity_attribute")


def test_experimental_deprecated_and_gone_operations_say_so() -> None:
    deprecated = next(one for one in facts("v2025") if one.deprecated)
    experimental = next(one for one in facts("v2025") if one.experimental)
    (gone,) = facts("v2026").find("get_prompt_insights")

    assert "Deprecated by SailPoint." in operation_help([deprecated], "x")
    assert "Experimental: SailPoint may change it" in operation_help([experimental], "x")
    assert "SailPoint's documents have it no longer" in operation_help([gone], "x")
    assert "Deprecated" not in _help("get_sources")
    assert "Experimental" not in _help("get_sources")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Generation v2025 ends in Q1 2029. Successor in v1: get_sources (Get-SourcesV1).", "get_sources"),
        ("Generation beta ends in Q1 2029. Successor in v1: none.", "get_beta_pending_tasks"),
        (
            "Generation v3 ends in Q1 2029. Successor in v1: invoke_forward_work_item (Invoke-ForwardWorkItemV1).",
            "cmdlets.v3.send_work_item_forward",
        ),
    ],
)
def test_a_legacy_name_tells_its_successor(said: str, name: str) -> None:
    command = cmdlets.v3.send_work_item_forward if name.startswith("cmdlets.") else get_cmdlet(name)

    assert said in _flat(command.__doc__ or "")


@pytest.mark.parametrize("name", ["get_sources_v1", "get_nerm_roles"])
def test_a_generation_that_stays_has_no_end(name: str) -> None:
    assert "2029" not in _help(name)


def test_a_shared_name_tells_each_of_its_operations() -> None:
    text = _help("get_scheduled_search")

    assert text.startswith("List scheduled searches; or get one scheduled search by its id.\n")
    assert "1. List scheduled searches.\n" in text
    assert "2. Get one scheduled search by its id.\n" in text
    assert "GET /v2025/scheduled-searches/{id}" in text


def test_the_powershell_line_names_the_parameters() -> None:
    (operation,) = facts("v2025").find("update_source")
    experimental = next(one for one in facts("v2025") if one.experimental and one.method == "DELETE")

    assert powershell_line(operation) == (
        "Update-V2025Source -Id '2c9180897e7742b2017e781782f705b9' -JsonPatchOperation $jsonPatchOperation"
    )
    assert "-XSailPointExperimental true" in powershell_line(experimental)


# --- layout -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("generation", GENERATIONS)
def test_every_help_fits_80_columns(generation: str) -> None:
    too_long = [
        line
        for operation in facts(generation)
        for line in operation_help([operation], operation.base).split("\n")
        # One word, such as a path or a name, is never broken
        if len(line) > 79 and not re.fullmatch(r" *(API: |>>> )?\S+", line)
    ]

    assert too_long == []


# --- examples -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("generation", GENERATIONS)
def test_every_example_parses_and_binds(generation: str) -> None:
    """As a person would type it: evaluated as Python, then held against the same checks as a call."""
    count = 0
    for operation in facts(generation):
        text = example(operation, operation.base)
        ast.parse(text, mode="eval")
        given: dict[str, Any] = eval(text, {operation.base: lambda **keywords: keywords})
        named = name_arguments(operation, (), given, operation.base)
        bind(operation, named, facts(generation).models, operation.base)
        count += 1

    assert count == len(list(facts(generation)))


def test_a_sample_that_our_checks_refuse_is_noticed() -> None:
    (operation,) = facts("v2025").find("new_transform")
    given = {**sample_arguments(operation), "type": "nonsense"}
    with pytest.raises(ValueError, match="not allowed"):
        bind(operation, given, facts("v2025").models, "new_transform")


def test_a_body_shows_its_nested_fields() -> None:
    (operation,) = facts("v2025").find("new_access_profile")
    given = sample_arguments(operation)

    assert given["owner"]["type"] == "IDENTITY"
    assert set(given) == {"name", "owner", "source"}


def test_a_patch_shows_a_whole_operation() -> None:
    (operation,) = facts("v2025").find("update_source")

    assert sample_arguments(operation)["json_patch_operation"] == [
        {"op": "replace", "path": "/description", "value": "New text"}
    ]


@pytest.mark.parametrize("generation", ["v2025", "v1"])
def test_every_example_of_a_model_function_runs(generation: str, make_session: Any) -> None:
    from isnshell.tenant.session import set_session

    set_session(make_session()).api_version = generation
    names = list(model_command_names(generation))
    for name in names:
        command = find_command(name)
        assert command is not None
        lines = (command.__doc__ or "").partition("Example:\n")[2].split("\n")
        assert eval("\n".join(line.strip()[4:] for line in lines), {name: command}) is not None

    assert len(names) > 2000


# --- Python's own help --------------------------------------------------------------------------------------------


def test_pythons_help_prints_signature_and_text() -> None:
    text = pydoc.render_doc(cmdlets.get_report_result, renderer=pydoc.plaintext)

    assert "<command get_report_result(task_result_id, completed=False)>" in text
    assert "Get one report result by its task result id." in text
    assert "get_report_result(task_result_id=" in text


def test_a_model_function_tells_its_fields() -> None:
    text = _help("initialize_transform")

    assert text.startswith("Build a Transform, checked against its fields.\n")
    assert "    name (text)\n" in text
    assert "PowerShell: Initialize-Transform" in text
    assert "Read JSON as a Transform" in _help("convert_from_json_to_transform")
