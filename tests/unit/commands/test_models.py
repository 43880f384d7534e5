"""Model functions: every name of every generation, and Records that are right or an error that says what is wrong."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from datetime import datetime, timezone
from enum import Enum
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnshell.catalog.facts import GENERATIONS, Model
from isnshell.catalog.loader import facts
from isnshell.commands.models import ModelCmdlet, find_model_command, model_command_names
from isnshell.commands.registry import find_command, get_cmdlet, resolve
from isnshell.errors import UnknownNameError, UsageError
from isnshell.naming import parameter_name, snake_case
from isnshell.pipeline.stream import Stream
from isnshell.records import Record, origin_of
from isnshell.tenant.session import Session, set_session


@pytest.fixture
def current(session: Session) -> Session:
    return set_session(session)


def call(function: str, /, *arguments: Any, **keywords: Any) -> Any:
    return get_cmdlet(function)(*arguments, **keywords)


def _functions(generation: str) -> Iterator[tuple[Model, str, bool]]:
    for model in facts(generation).models.values():
        if model.initialize:
            yield model, model.initialize, False
        if model.from_json:
            yield model, model.from_json, True


# --- names --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("generation", GENERATIONS)
def test_every_name_of_the_generation_is_a_command(generation: str) -> None:
    unmarked = generation in ("v3", "v1")
    for model, ps, _ in _functions(generation):
        command = find_command(snake_case(ps))

        assert isinstance(command, ModelCmdlet), ps
        assert isinstance(resolve(ps), ModelCmdlet), ps
        # v3 and v1 share names and write some of them in other cases
        assert command.ps.lower() == ps.lower()
        assert unmarked or (command.model.name, command.model.generation, command.ps) == (model.name, generation, ps)


@pytest.mark.parametrize("generation", ["v3", "v1"])
def test_unmarked_names_mean_the_sessions_generation(current: Session, generation: str) -> None:
    commands = [(model, find_command(snake_case(ps))) for model, ps, _ in _functions(generation)]
    current.api_version = generation

    for model, command in commands:
        assert isinstance(command, ModelCmdlet)
        assert (command.model.name, command.model.generation) == (model.name, generation)


def test_a_model_follows_the_session_from_call_to_call(current: Session) -> None:
    command = get_cmdlet("initialize_report_details")
    kinds = []
    for generation in ("v2024", "v1", "v2025"):
        current.api_version = generation
        kinds.append(origin_of(command(report_type="ACCOUNTS")).generation)

    assert kinds == ["v2024", "v1", "v2025"]


def test_what_the_sessions_generation_lacks_is_taken_from_the_newest(current: Session) -> None:
    mine = facts("beta").models
    name = next(m for m in facts("v1").models.values() if m.initialize and m.name not in mine).name
    current.api_version = "beta"

    assert get_cmdlet(f"initialize_{snake_case(name)}").model.generation == "v1"  # type: ignore[attr-defined]


def test_a_pinned_name_stays_where_it_is(current: Session) -> None:
    current.api_version = "v1"

    assert origin_of(call("initialize_v2024_report_details", report_type="ACCOUNTS")).generation == "v2024"
    assert origin_of(call("Initialize-V2026ReportDetails", report_type="ACCOUNTS")).generation == "v2026"


def test_another_products_model_is_taken_last() -> None:
    shared = {m.name for m in facts("nerm").models.values() if m.initialize} & {
        m.name for m in facts("v2026").models.values() if m.initialize
    }
    for name in shared - set(facts("v2025").models):
        assert get_cmdlet(f"initialize_{snake_case(name)}").model.generation in GENERATIONS[:6]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "ps"),
    [
        ("initialize_report_details", "Initialize-ReportDetails"),
        ("Initialize-ReportDetails", "Initialize-ReportDetails"),
        ("InitializeReportDetails", "Initialize-ReportDetails"),
        ("initialize-reportdetails", "Initialize-ReportDetails"),
        ("initializereportdetails", "Initialize-ReportDetails"),
        ("convert_from_json_to_report_details", "ConvertFrom-JsonToReportDetails"),
        ("ConvertFrom-JsonToReportDetails", "ConvertFrom-JsonToReportDetails"),
        ("convertfrom-jsontoreportdetails", "ConvertFrom-JsonToReportDetails"),
        ("convert_from_v2025_json_to_report_details", "ConvertFrom-V2025JsonToReportDetails"),
        ("ConvertFrom-V2025JsonToReportDetails", "ConvertFrom-V2025JsonToReportDetails"),
        ("convertfrom-v2025jsontoreportdetails", "ConvertFrom-V2025JsonToReportDetails"),
        ("Initialize-V2025ReportDetails", "Initialize-V2025ReportDetails"),
    ],
)
def test_spelling_is_forgiven(name: str, ps: str) -> None:
    command = resolve(name)

    assert command is not None
    assert (command.ps, command.name) == (ps, snake_case(ps))


@pytest.mark.parametrize(
    "name",
    [
        "initialize",
        "initialize_",
        "initialize_nothing_at_all",
        "convert_from_json",
        "convert_from_json_to_",
        "convert_from_json_to_nothing",
        "convert_from_csv",
        "initialize_v2025_",
        "initialize_v2031_report_details",
        "get_report",
    ],
)
def test_other_names_are_none(name: str) -> None:
    assert find_model_command(name) is None


def test_a_choice_or_an_enum_has_no_initialize() -> None:
    models = facts("v2025").models
    choice = next(m for m in models.values() if m.one_of)
    enum = next(m for m in models.values() if m.enum)

    assert find_model_command(f"initialize_{snake_case(choice.name)}") is None
    assert find_model_command(f"convert_from_json_to_{snake_case(choice.name)}") is not None
    assert find_model_command(f"convert_from_json_to_{snake_case(enum.name)}") is None


@pytest.mark.parametrize("generation", GENERATIONS)
def test_the_listed_names_are_those_that_there_are(generation: str) -> None:
    expected = {"".join(ps.lower().split("-")) for _, ps, _ in _functions(generation)}
    marks = {"beta": "beta", "nerm": "nerm", "nermv2025": "nermv2025", "v3": "", "v1": ""}
    mark = marks.get(generation, generation)

    assert {
        re.sub("^(convertfrom|initialize)", rf"\g<1>{mark}", name.replace("_", ""))
        for name in model_command_names(generation)
    } == expected


# --- what they are ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("generation", GENERATIONS)
def test_signatures_have_the_fields_that_may_be_written(generation: str) -> None:
    for model, ps, from_json in _functions(generation):
        command = find_command(snake_case(ps))
        assert isinstance(command, ModelCmdlet)
        shown = inspect.signature(command).parameters
        if from_json:
            assert list(shown) == ["json"]
            continue
        fields = [field for field in command.model.fields if not field.read_only]

        assert len(shown) == len(fields), ps
        for field in fields:
            # `type` and `_type` have one name in the SDK
            name = parameter_name(field.ps) if field.name != "_type" else "_type"
            assert (shown[name].default is inspect.Parameter.empty) == field.required
        assert not command.changes
        assert model.initialize


def test_reserved_words_and_the_sdks_names_for_them() -> None:
    model = _with_var("VarFrom")
    command = get_cmdlet(snake_case(model.initialize or ""))
    field = next(field for field in model.fields if field.ps == "VarFrom")
    for spelling in ("var_from", "from_", "VarFrom", "from"):
        record = command(**{**_required(model), spelling: _sample(field.type)})

        assert field.name in record


def _with_var(ps: str) -> Model:
    return next(m for m in facts("v2025").models.values() if m.initialize and any(f.ps == ps for f in m.fields))


def _required(model: Model) -> dict[str, Any]:
    names = {f.name for f in model.fields if f.read_only}
    return {name: value for name, value in _required_all(model).items() if name not in names}


def _sample(kind: str) -> Any:
    return {"String": "x", "Boolean": True, "Int32": 1, "Int64": 1}.get(kind)


# --- building -----------------------------------------------------------------------------------------------------


def test_fields_build_a_record_of_the_model(current: Session) -> None:
    record = call("initialize_transform", name="t", type="lookup", attributes={"table": {"a": "b"}})

    assert type(record) is Record
    assert record == {"name": "t", "type": "lookup", "attributes": {"table": {"a": "b"}}}
    assert (origin_of(record).kind, origin_of(record).generation) == ("Transform", "v2025")
    assert origin_of(record).tenant is None


@pytest.mark.parametrize("spelling", ["report_type", "reportType", "ReportType", "REPORTTYPE"])
def test_fields_are_known_in_every_spelling(spelling: str) -> None:
    assert call("initialize_report_details", **{spelling: "ACCOUNTS"}) == {"reportType": "ACCOUNTS"}


def test_by_position_they_come_in_powershells_order() -> None:
    record = call("initialize_report_details", "ACCOUNTS", {"application": "1", "sourceName": "AD"})

    assert list(record) == ["reportType", "arguments"]


def test_what_is_left_out_is_absent_and_what_is_none_is_null() -> None:
    assert call("initialize_report_details", report_type="ACCOUNTS") == {"reportType": "ACCOUNTS"}
    assert call("initialize_report_details", arguments=None) == {"arguments": None}


@pytest.mark.parametrize(
    ("message", "keywords"),
    [
        ("ReportDetails has no field 'report_typ'.*report_type", {"report_typ": "ACCOUNTS"}),
        ("reportType='NONSENSE' is not allowed.*Allowed: ACCOUNTS", {"report_type": "NONSENSE"}),
        ("got reportType twice", {"report_type": "ACCOUNTS", "reportType": "ACCOUNTS"}),
    ],
)
def test_what_is_wrong_with_fields_is_said(message: str, keywords: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=message):
        call("initialize_report_details", **keywords)


def test_too_many_values_by_position_are_refused() -> None:
    with pytest.raises(UsageError, match="takes at most 2 values"):
        call("initialize_report_details", "ACCOUNTS", {}, 3)


def test_required_fields_are_named() -> None:
    with pytest.raises(UsageError, match="Transform lacks type, attributes"):
        call("initialize_transform", name="t")


def test_a_read_only_field_is_no_field_of_initialize_but_may_be_read_from_json() -> None:
    model = next(
        m
        for m in facts("v2025").models.values()
        if m.initialize and not m.additional and any(f.read_only and f.type == "String" for f in m.fields)
    )
    field = next(f for f in model.fields if f.read_only and f.type == "String")
    with pytest.raises(UnknownNameError):
        call(snake_case(model.initialize or ""), **{**_required(model), field.name: "x"})
    record = call(snake_case(model.from_json or ""), {**_required_all(model), field.name: "x"})

    assert record[field.name] == "x"


def _required_all(model: Model) -> dict[str, Any]:
    return {f.name: (f.enum[0] if f.enum else _sample(f.type)) for f in model.fields if f.required}


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ("owner.id=.* is no text", {"owner": {"type": "IDENTITY", "id": {"a": 1}}}),
        ("has no field 'colour'", {"owner": {"type": "IDENTITY", "id": "1", "colour": "red"}}),
        ("is not allowed", {"owner": {"type": "ROBOT", "id": "1"}}),
        ("is no object", {"owner": "Ann"}),
    ],
)
def test_nested_objects_are_held_against_their_models(message: str, value: dict[str, Any]) -> None:
    body = {"name": "s", "owner": {"type": "IDENTITY", "id": "1"}, "connector": "ad", **value}
    with pytest.raises(UsageError, match=message):
        call("convert_from_json_to_source", body)


def test_unknown_keys_are_kept_where_the_model_allows_them() -> None:
    model = next(m for m in facts("v2025").models.values() if m.additional and m.initialize and m.fields)
    record = call(snake_case(model.initialize or ""), **{**_required(model), "myOwnKey": {"a": 1}})
    again = call(snake_case(model.from_json or ""), json.dumps(record))

    assert record["myOwnKey"] == again["myOwnKey"] == {"a": 1}


def test_two_fields_that_differ_by_an_underscore_are_two() -> None:
    values = {"type": "role", "_type": "identity"}

    assert call("convert_from_v2025_json_to_document_fields", values) == values
    record = call("initialize_v2025_document_fields", **values)
    assert (record["type"], record["_type"]) == ("role", "identity")


def test_one_field_in_two_spellings_is_refused() -> None:
    with pytest.raises(UsageError, match="twice"):
        call("convert_from_json_to_report_details", {"reportType": "ACCOUNTS", "ReportType": "IDENTITIES"})


def test_the_record_shares_nothing_with_what_it_was_made_of() -> None:
    inner = {"table": {"a": "b"}}
    record = call("initialize_transform", name="t", type="lookup", attributes=inner)
    record.attributes.table["a"] = "changed"

    assert inner == {"table": {"a": "b"}}


# --- from JSON ----------------------------------------------------------------------------------------------------


@attrs.define
class Details:
    reportType: str = "ACCOUNTS"  # noqa: N815 - as on the wire


@pytest.mark.parametrize(
    "given_",
    [
        '{"reportType": "ACCOUNTS"}',
        {"reportType": "ACCOUNTS"},
        {"ReportType": "accounts"},
        Record(reportType="ACCOUNTS"),
        Details(),
    ],
    ids=["text", "dict", "PowerShell spelling", "Record", "attrs"],
)
def test_json_comes_in_any_form(given_: Any) -> None:
    assert call("convert_from_json_to_report_details", given_) == {"reportType": "ACCOUNTS"}
    assert call("ConvertFrom-JsonToReportDetails", Json=given_) == {"reportType": "ACCOUNTS"}


@pytest.mark.parametrize(
    "given_", ["", "{", "[1]", "null", "5", 5, None, ["a"], b"{}", '{"reportType": NaN}'], ids=repr
)
def test_what_is_no_object_is_refused(given_: Any) -> None:
    with pytest.raises(UsageError):
        call("convert_from_json_to_report_details", given_)


def test_json_and_nothing_else() -> None:
    for arguments, keywords in ((("{}", "{}"), {}), (("{}",), {"report_type": "ACCOUNTS"}), ((), {"text": "{}"})):
        with pytest.raises(UsageError):
            call("convert_from_json_to_report_details", *arguments, **keywords)


def test_the_pipe_gives_json() -> None:
    texts = ['{"reportType": "ACCOUNTS"}', '{"reportType": "IDENTITIES"}']
    found = list(Stream.of(texts) | get_cmdlet("convert_from_json_to_report_details"))

    assert [one.report_type for one in found] == ["ACCOUNTS", "IDENTITIES"]


def test_a_choice_may_be_a_plain_value() -> None:
    name = next(
        m.name for m in facts("v2025").models.values() if m.one_of and m.name.startswith("Json") and m.from_json
    )
    assert call(f"convert_from_json_to_{snake_case(name)}", '"text"') == "text"
    assert call(f"convert_from_json_to_{snake_case(name)}", "[1, 2]") == [1, 2]


class Kind(Enum):
    ACCOUNTS = "ACCOUNTS"


def test_python_values_are_spelled_for_the_api() -> None:
    record = call("initialize_report_details", report_type=Kind.ACCOUNTS)

    assert type(record["reportType"]) is str
    moment = datetime(2026, 3, 1, 8, tzinfo=timezone.utc)
    assert (
        call("initialize_v2025_identity", name="Ann", last_refresh=moment)["lastRefresh"] == "2026-03-01T08:00:00.000Z"
    )


@pytest.mark.parametrize("generation", GENERATIONS)
def test_every_model_takes_its_own_fields_back(generation: str) -> None:
    for model, ps, from_json in _functions(generation):
        if not from_json or model.one_of:
            continue
        command = find_command(snake_case(ps))
        assert isinstance(command, ModelCmdlet)
        value = {field.name: None for field in command.model.fields}

        assert command(value) == value, ps
        assert command(json.dumps(value)) == value, ps


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), _JSON, max_size=5))
def test_any_attributes_come_through_exactly(attributes: dict[str, Any]) -> None:
    record = call("initialize_transform", name="t", type="lookup", attributes=attributes)

    assert record["attributes"] == attributes
    assert json.loads(json.dumps(record)) == {"name": "t", "type": "lookup", "attributes": attributes}
