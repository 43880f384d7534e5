"""Record: a dict whose keys are attributes too."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnshell.records import Origin, Record, find_key, origin_of, records, with_origin, wrap

_ORIGIN = Origin("TaskStatus", "v2025", "acme.test", "task-status", {"sessionId": "1"})

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.parametrize(
    "name", ["completionStatus", "completion_status", "CompletionStatus", "COMPLETIONSTATUS", "completionstatus"]
)
def test_a_field_is_an_attribute_in_every_spelling(name: str) -> None:
    task = Record(completionStatus="ERROR")

    assert getattr(task, name) == "ERROR"


def test_the_exact_spelling_wins() -> None:
    record = Record({"userName": 1, "user_name": 2, "UserName": 3})

    assert (record.userName, record.user_name, record.UserName) == (1, 2, 3)


def test_a_method_of_dict_wins_over_a_field() -> None:
    record = Record({"items": [1], "keys": "k", "from": "a"})

    assert callable(record.items)
    assert record["items"] == [1]
    assert record.items_ == [1]
    assert record.keys_ == "k"
    assert record.from_ == "a"


def test_keys_are_exact_and_attributes_forgive() -> None:
    record = Record(completionStatus="ERROR")

    with pytest.raises(KeyError):
        record["completion_status"]
    assert record.get("completion_status") is None
    assert record.get("completionStatus") == "ERROR"


def test_a_missing_attribute_proposes_the_nearest_names() -> None:
    task = with_origin(Record(completionStatus=None, percentComplete=1), _ORIGIN)

    with pytest.raises(AttributeError, match=r"TaskStatus has no field 'completion_state'.*completionStatus"):
        task.completion_state


def test_a_missing_attribute_far_from_all_names_lists_the_fields() -> None:
    with pytest.raises(AttributeError, match="It has: id, name"):
        Record(id=1, name="a").xyzzy


def test_hasattr_and_getattr_with_a_default_work_as_for_any_object() -> None:
    assert not hasattr(Record(), "name")
    assert getattr(Record(), "name", 7) == 7
    assert not hasattr(Record({"__len": 1}), "__html__")


def test_an_attribute_can_be_set_in_another_spelling() -> None:
    record = Record(completionStatus=None)
    record.completion_status = "ERROR"

    assert record == {"completionStatus": "ERROR"}


def test_a_new_attribute_becomes_a_field_as_it_is_spelled() -> None:
    record = Record()
    record.newField = 1

    assert record == {"newField": 1}


def test_an_attribute_can_be_deleted_and_a_missing_one_not() -> None:
    record = Record(completionStatus=None)
    del record.completion_status

    assert record == {}
    with pytest.raises(AttributeError):
        del record.completion_status


def test_nested_objects_are_records_and_writing_through_them_works() -> None:
    record = Record({"source": {"owner": {"displayName": "Ada"}}})
    record.source.owner.display_name = "Grace"

    assert record == {"source": {"owner": {"displayName": "Grace"}}}
    assert record.source is record["source"]


def test_objects_in_lists_are_records_and_writing_through_them_works() -> None:
    record = Record({"messages": [{"text": "a"}, [{"text": "b"}], 3]})
    record.messages[0].text = "c"
    record.messages[1][0].text = "d"
    record.messages.append({"text": "e"})

    assert record == {"messages": [{"text": "c"}, [{"text": "d"}], 3, {"text": "e"}]}
    assert record.messages[3].text == "e"


@pytest.mark.parametrize(
    "reach",
    [
        pytest.param(lambda record: record["source"], id="index"),
        pytest.param(lambda record: record.get("source"), id="get"),
        pytest.param(lambda record: record.pop("source"), id="pop"),
        pytest.param(lambda record: record.setdefault("source", {}), id="setdefault"),
        pytest.param(lambda record: record.setdefault("other", {"id": 1}), id="setdefault of a new field"),
    ],
)
def test_a_nested_object_is_a_record_however_it_is_reached(reach: Any) -> None:
    assert reach(Record({"source": {"id": 1}})).Id == 1


def test_pop_takes_a_default_and_misses_like_a_dict() -> None:
    record = Record(id=1)

    assert record.pop("name", None) is None
    assert record.pop("id") == 1
    with pytest.raises(KeyError):
        record.pop("id")


def test_a_dict_in_the_repr_says_that_it_is_a_record() -> None:
    assert repr(Record(id=1)) == "Record({'id': 1})"


def test_dir_lists_the_fields_that_can_be_typed() -> None:
    names = dir(Record({"id": 1, "not one": 2}))

    assert "id" in names
    assert "not one" not in names


@pytest.mark.parametrize(
    "twin",
    [
        pytest.param(lambda record: pickle.loads(pickle.dumps(record)), id="pickle"),
        pytest.param(copy.copy, id="copy.copy"),
        pytest.param(copy.deepcopy, id="copy.deepcopy"),
        pytest.param(lambda record: record.copy(), id="copy method"),
    ],
)
def test_a_copy_keeps_fields_and_origin(twin: Any) -> None:
    record = with_origin(Record({"id": "1", "source": {"id": "2"}}), _ORIGIN)
    assert record.source.id == "2"
    other = twin(record)

    assert other is not record
    assert (type(other), dict(other)) == (Record, dict(record))
    assert origin_of(other) == _ORIGIN


def test_a_deep_copy_shares_nothing() -> None:
    record = Record({"source": {"id": "2"}})
    copy.deepcopy(record).source.id = "3"

    assert record.source.id == "2"


@given(st.dictionaries(st.text(), _JSON))
def test_any_json_comes_out_as_it_went_in(fields: dict[str, Any]) -> None:
    text = json.dumps(fields)
    record = wrap(json.loads(text))
    _touch_all(record)

    assert record == fields
    assert json.dumps(record) == text
    assert pickle.loads(pickle.dumps(record)) == fields


def _touch_all(value: Any) -> None:
    """Reach every value, so that all that is wrapped on access is."""
    if isinstance(value, dict):
        assert type(value) is Record
        for key in value:
            _touch_all(value[key])
    elif isinstance(value, list):
        for one in value:
            _touch_all(one)


@given(st.dictionaries(st.from_regex(r"[a-z][A-Za-z0-9]{0,8}", fullmatch=True), st.integers(), max_size=6))
def test_every_field_that_is_no_method_is_reached_by_its_own_name(fields: dict[str, int]) -> None:
    record = Record(fields)

    assert fields == {name: record[name] if hasattr(dict, name) else getattr(record, name) for name in fields}


def test_a_plain_dict_is_wrapped_and_other_values_stay() -> None:
    assert type(wrap({})) is Record
    assert type(wrap([{}])[0]) is Record
    assert [wrap(value) for value in (1, "a", None)] == [1, "a", None]


def test_records_of_one_page_share_their_origin() -> None:
    first, second, bare = records([{"id": 1}, {"id": 2}, "x"], _ORIGIN)

    assert origin_of(first) is origin_of(second) is _ORIGIN
    assert bare == "x"
    assert origin_of(bare) == Origin()


def test_what_no_tenant_gave_has_an_empty_origin() -> None:
    assert origin_of(Record()) == origin_of({}) == origin_of(None) == Origin()


def test_the_origin_is_no_field() -> None:
    assert list(with_origin(Record(id=1), _ORIGIN)) == ["id"]


def test_a_key_is_found_in_any_spelling() -> None:
    assert find_key({"for-subadmin": 1}, "for_subadmin") == "for-subadmin"
    assert find_key({1: "number"}, "1") is None
    assert find_key({}, "id") is None
