"""group_object, measure_object, compare_object and compare_record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cmdlets.measures import compare_object, compare_record, group_object, measure_object
from cmdlets.objects import select_object, sort_object, where_object
from isnshell.errors import UsageError
from isnshell.pipeline.stream import Stream
from isnshell.records import Record

EVENTS = [
    {"type": "create", "actor": "hr-feed", "size": 3},
    {"type": "disable", "actor": "admin", "size": 1},
    {"type": "Create", "actor": "admin", "size": 5},
    {"type": "update", "actor": "hr-feed", "size": 2},
    {"type": "create", "actor": "hr-feed", "size": 4},
]


def counts(stream: Any) -> str:
    return " ".join(f"{group.name}={group.count}" for group in stream)


# --- group


def test_group_by_property() -> None:
    """Groups come in the order of their values, named by their first member; members keep their order."""
    groups = list(EVENTS | group_object("type"))
    assert counts(groups) == "create=3 disable=1 update=1"
    assert [event.size for event in groups[0].group] == [3, 5, 4]
    assert groups[0].values_ == ["create"]
    assert (EVENTS | group_object("type")).kind == "GroupInfo"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"case_sensitive": True}, "create=2 Create=1 disable=1 update=1"),
        ({"no_element": True}, "create=3 disable=1 update=1"),
    ],
    ids=str,
)
def test_group_options(options: dict[str, Any], expected: str) -> None:
    """Case counts if told to; the members stay out if told to."""
    groups = list(EVENTS | group_object("type", **options))
    assert counts(groups) == expected
    assert ("group" in groups[0]) is not options.get("no_element", False)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([3, 1, 3, 2, 3, 1], "1=2 2=1 3=3"),
        (["b", "a", "B"], "a=1 b=2"),
        (["x", 1, "x", None, 1.0], "x=2 1=2 =1"),
        ([[1, 2], [1, 2], [3]], "1 2=2 3=1"),
        ([], ""),
        (["ä", "Ä"], "ä=2"),
    ],
    ids=str,
)
def test_group_values(values: list[Any], expected: str) -> None:
    """Plain values group by themselves; mixed types in the order of their coming."""
    assert counts(values | group_object()) == expected


def test_group_missing_is_null_and_several_keys() -> None:
    """A record without the property groups with those whose value is null; several keys name the group together."""
    assert counts([{"a": None}, {}, {"a": ""}] | group_object("a")) == "=2 =1"
    assert counts(EVENTS | group_object("actor", lambda event: event.size > 2)) == (
        "admin, False=1 admin, True=1 hr-feed, False=1 hr-feed, True=2"
    )


def test_group_as_hash_table() -> None:
    """One dictionary, at once; text keys are attributes too."""
    by_type = EVENTS | group_object("type", as_hash_table=True)
    assert [event.actor for event in by_type.create] == ["hr-feed", "admin", "hr-feed"]
    by_size = EVENTS | group_object("size", as_hash_table=True)
    assert by_size[5][0].type == "Create"
    assert list(EVENTS | group_object("size", as_hash_table=True, as_string=True)) == ["1", "2", "3", "4", "5"]


def test_groups_go_on_through_the_pipe() -> None:
    """Groups are records: they filter, sort and select."""
    assert list(EVENTS | group_object("actor") | sort_object("-count") | select_object(expand_property="name")) == [
        "hr-feed",
        "admin",
    ]
    assert counts(EVENTS | group_object("type") | where_object(count=1)) == "disable=1 update=1"


# --- measure


@pytest.mark.parametrize(
    ("values", "options", "expected"),
    [
        ([3, 1, 2], {"sum": True}, {"count": 3, "sum": 6}),
        ([3, 1, 2], {"standard_deviation": True}, {"count": 3, "standardDeviation": 1.0}),
        ([1, None, 3], {"average": True}, {"count": 2, "average": 2.0}),
        ([], {"average": True}, {"count": 0}),
        ([], {"sum": True}, {"count": 0, "sum": 0}),
        ([7], {"standard_deviation": True}, {"count": 1, "standardDeviation": 0.0}),
        ([1.5, "2kb"], {"sum": True}, {"count": 2, "sum": 2049.5}),
        (["a", "bb"], {"maximum": True, "minimum": True}, {"count": 2, "maximum": "bb", "minimum": "a"}),
        ([date(2026, 1, 1), date(2025, 1, 1)], {"minimum": True}, {"count": 2, "minimum": date(2025, 1, 1)}),
        ([True, False], {"sum": True}, {"count": 2, "sum": 1}),
        (["5", "6"], {}, {"count": 2}),
        ([5, "x", None], {"maximum": True}, {"count": 2, "maximum": "x"}),
    ],
    ids=str,
)
def test_measure_values(values: list[Any], options: dict[str, bool], expected: dict[str, Any]) -> None:
    """What was asked for is there; all else is null."""
    measured = values | measure_object(**options)
    blank = dict.fromkeys(["count", "average", "sum", "maximum", "minimum", "standardDeviation", "property"])
    assert measured == blank | expected


def test_measure_all_stats_in_one_pass() -> None:
    """A source that can be read once only gives every measure."""
    measured = (number for number in range(1, 5)) | measure_object(all_stats=True)
    assert (measured.sum, measured.average, measured.maximum, measured.minimum) == (10, 2.5, 4, 1)
    assert round(measured.standard_deviation, 6) == 1.290994


def test_measure_properties() -> None:
    """A null counts as 0 and is the least; a missing one does not count; several properties give a row each."""
    rows = [{"a": 30, "b": {"c": 1}}, {"a": 25}, {"a": None, "b": {"c": 5}}]
    measured = rows | measure_object("a", average=True, minimum=True, maximum=True)
    assert (measured.count, round(measured.average, 2), measured.maximum, measured.minimum) == (3, 18.33, 30, None)
    both = rows | measure_object("a", "b.c", sum=True)
    assert [(one.property, one.count, one.sum) for one in both] == [("a", 3, 55), ("b.c", 2, 6)]
    assert (rows | measure_object("nope", sum=True)).count == 0


def test_measure_what_is_no_number(capsys: pytest.CaptureFixture[str]) -> None:
    """A sum over text that is no number is null, and that is said."""
    measured = ["a", 2, "bb"] | measure_object(sum=True, average=True)
    assert (measured.count, measured.sum, measured.average) == (3, None, None)
    assert "'a' is no number, and 1 more are none" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["three short words"], (1, 3, 17)),
        (["first line", "", "the third  one has two spaces"], (2, 8, 39)),
        (["alpha\nbeta gamma\n"], (2, 3, 17)),
        ([12345, 67], (2, 2, 7)),
        ([""], (0, 0, 0)),
        ([], (0, 0, 0)),
    ],
    ids=str,
)
def test_measure_text(values: list[Any], expected: tuple[int, int, int]) -> None:
    """Lines, words and characters of text, numbers as text."""
    measured = values | measure_object(line=True, word=True, character=True)
    assert (measured.lines, measured.words, measured.characters) == expected


def test_measure_text_of_a_property_without_blanks() -> None:
    """Only what was asked for is counted; blanks stay out if told to."""
    notes = [{"note": "a b\tc"}, {"note": "keep"}, {}]
    measured = notes | measure_object("note", character=True, ignore_white_space=True)
    assert (measured.characters, measured.words, measured.property) == (7, None, "note")


def test_measure_refuses_numbers_and_text_at_once() -> None:
    """Sums and words exclude each other."""
    with pytest.raises(UsageError):
        measure_object(sum=True, word=True)


# --- compare


BEFORE = [{"id": "u1", "state": "active"}, {"id": "u2", "state": "active"}, {"id": "u3", "state": "leave"}]
AFTER = [{"id": "u1", "state": "active"}, {"id": "u2", "state": "locked"}, {"id": "u4", "state": "active"}]


@pytest.mark.parametrize(
    ("property", "options", "expected"),
    [
        ("id", {}, "u4=> u3<="),
        (["id", "state"], {}, "u2=> u4=> u2<= u3<="),
        ("id", {"include_equal": True}, "u1== u2== u4=> u3<="),
        ("id", {"exclude_different": True}, "u1== u2=="),
        (lambda one: one.id.upper(), {}, "U4=> U3<="),
    ],
    ids=["one", "two", "equal ones too", "equal ones only", "computed"],
)
def test_compare_by_property(property: Any, options: dict[str, bool], expected: str) -> None:
    """Each record finds one partner at most; the right side's rest comes before the left's."""
    rows = compare_object(BEFORE, AFTER, property, **options)
    assert " ".join(next(iter(row.values())) + row.side_indicator for row in rows) == expected


def test_compare_pass_thru_and_from_the_pipe() -> None:
    """The objects themselves, marked, their sources not; the right side may come through the pipe."""
    rows = list(AFTER | compare_object(BEFORE, property="id", pass_thru=True))
    assert rows == [{**AFTER[2], "sideIndicator": "=>"}, {**BEFORE[2], "sideIndicator": "<="}]
    assert "sideIndicator" not in AFTER[2]


@pytest.mark.parametrize(
    ("left", "right", "options", "expected"),
    [
        (["a", "b"], ["B", "A"], {}, ""),
        (["a", "b"], ["B", "a"], {"case_sensitive": True}, "B=> b<="),
        ([1, 1, 2], [2, 1], {}, "1<="),
        ([], ["x"], {}, "x=>"),
        ([1], ["1"], {}, ""),
        ([None], [""], {}, "=> None<="),
        ([{"a": 1}], [{"a": 1}], {}, ""),
    ],
    ids=str,
)
def test_compare_values(left: list[Any], right: list[Any], options: dict[str, bool], expected: str) -> None:
    """Values compare by their text, wherever they stand; null is not the empty text."""
    rows = compare_object(left, right, **options)
    assert " ".join(f"{row.input_object}{row.side_indicator}" for row in rows) == expected


def test_compare_refuses_none() -> None:
    """A list that is None was most likely not fetched."""
    with pytest.raises(UsageError):
        compare_object(None, [1])
    with pytest.raises(UsageError):
        compare_object([1], None)


ROLE = {
    "id": "1",
    "name": "Auditor",
    "created": "2026-01-01",
    "owner": {"id": "o1", "type": "IDENTITY", "name": "Ada"},
    "access": [{"id": "a1", "type": "ENTITLEMENT", "name": "read"}, {"id": "a2", "type": "ENTITLEMENT", "name": "x"}],
    "settings": {"requestable": True, "modified": "2026-01-01", "note": None},
}
ROLE_THERE = {
    "id": "99",
    "name": "Auditor",
    "created": "2026-02-02",
    "owner": {"id": "o9", "type": "IDENTITY", "name": "Ada"},
    "access": [{"id": "b2", "type": "ENTITLEMENT", "name": "y"}, {"id": "b1", "type": "ENTITLEMENT", "name": "read"}],
    "settings": {"requestable": False, "modified": "2026-02-02"},
}


def test_compare_record_of_two_tenants() -> None:
    """Ids and dates at any depth don't count, references by type and name, lists as sets, missing is null."""
    rows = list(compare_record(ROLE, ROLE_THERE))
    assert [row.path for row in rows] == ["access", "settings.requestable"]
    assert [[one.name for one in side] for side in (rows[0].left, rows[0].right)] == [["x"], ["y"]]
    assert (rows[1].left, rows[1].right) == (True, False)
    assert list(compare_record(ROLE, ROLE)) == []


def test_compare_record_ignores_what_it_is_told() -> None:
    """Names hold at any depth, paths in one place, wildcards too."""
    rows = compare_record(ROLE, ROLE_THERE, ignore=["id", "created", "settings.*"])
    assert [row.path for row in rows] == ["access"]
    assert [row.path for row in compare_record({"a": {"id": 1}}, {"a": {"id": 2}}, ignore=[])] == ["a.id"]


def test_compare_record_values() -> None:
    """Order and doubles in lists don't count; types do; a renamed reference is one row."""
    left = {"tags": ["a", "b", "a"], "n": 1, "owner": {"type": "IDENTITY", "name": "Ada"}, "on": True}
    right = {"tags": ["b", "a"], "n": "1", "owner": {"type": "IDENTITY", "name": "Bo"}, "on": 1}
    rows = list(compare_record(left, right))
    assert [row.path for row in rows] == ["n", "owner", "on"]


def test_compare_record_lists_by_key() -> None:
    """Lists pair by name without regard to case; one without a partner is one row without a path."""
    left = Stream.of([{"name": "A", "v": 1}, {"name": "B", "v": 1}])
    right = [{"name": "C", "v": 1}, {"name": "a", "v": 2}]
    rows = list(right | compare_record(left))
    assert [(row["name"], row.path) for row in rows] == [("A", "name"), ("A", "v"), ("B", None), ("C", None)]
    assert (rows[2].left, rows[2].right) == ({"name": "B", "v": 1}, None)
    assert (rows[3].left, rows[3].right) == (None, {"name": "C", "v": 1})


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([{"name": "a"}, {"name": "A"}], []),
        ([{"nom": "a"}], []),
        ([], [{"name": None}]),
        ({"name": "a"}, []),
    ],
    ids=["doubles", "no key", "null key", "record and list"],
)
def test_compare_record_refuses_what_does_not_pair(left: Any, right: Any) -> None:
    """Doubles and missing keys would compare the wrong ones."""
    with pytest.raises(UsageError):
        list(compare_record(left, right))


def test_results_are_records() -> None:
    """What comes out has attributes in any spelling."""
    assert isinstance([1] | measure_object(), Record)
    assert ([1] | measure_object(standard_deviation=True)).StandardDeviation == 0.0


def inverse(record: Any) -> float:
    return 1 / record.n


NUMBERS = [{"id": "a", "n": 1}, {"id": "b", "n": 0}, {"id": "c", "n": 4}]


def test_a_function_that_fails_for_one_record_lets_the_others_be_summed_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Its key is null, and it counts in no measure."""
    errors: list[Exception] = []
    told = {"error_action": "silently_continue", "error_variable": errors}
    assert [(one.name, one.count) for one in NUMBERS | group_object(inverse, **told)] == [
        ("", 1),
        ("0.25", 1),
        ("1", 1),
    ]
    measure = NUMBERS | measure_object(inverse, sum=True, **told)
    assert (measure.count, measure.sum) == (2, 1.25)
    assert (NUMBERS | measure_object(inverse, word=True, **told)).words == 2
    assert list(compare_object(NUMBERS, NUMBERS[1:2], inverse, exclude_different=True, **told)) == [
        {"inverse": None, "sideIndicator": "=="}
    ]
    assert [error.record["id"] for error in errors] == ["b"] * 5  # type: ignore[attr-defined]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "stage",
    [
        lambda: group_object(inverse),
        lambda: measure_object(inverse),
        lambda: measure_object(inverse, line=True),
        lambda: compare_object([], property=inverse),
    ],
    ids=["group", "measure", "text", "compare"],
)
def test_a_function_that_fails_names_the_record(stage: Any) -> None:
    """By its place and what it is."""
    with pytest.raises(ZeroDivisionError) as caught:
        list(NUMBERS | stage())
    assert caught.value.__notes__ == ["At record 2: id b"]


def test_a_property_that_no_record_has_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A group of all or a measure of none is most likely a wrong name."""
    list(NUMBERS | group_object("m"))
    assert (NUMBERS | measure_object("m", sum=True)).count == 0
    assert capsys.readouterr().err == "No record here has a property 'm'.\n" * 2
    list([] | group_object("m"))
    assert ([] | measure_object("m")).count == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (None, "2== 3== 1== 4=="),
        (2, "2== 3== 1== 4=="),
        (1, "4=> 1<= 2== 3== 1=> 4<="),
        (0, "4=> 1<= 3=> 2<= 2=> 3<= 1=> 4<="),
    ],
)
def test_compare_gives_up_on_partners_that_stand_too_far_away(window: int | None, expected: str) -> None:
    """As many values of each side may wait as the window is wide."""
    rows = compare_object([1, 2, 3, 4], [4, 3, 2, 1], include_equal=True, sync_window=window)
    assert " ".join(f"{row.input_object}{row.side_indicator}" for row in rows) == expected


def test_compare_refuses_a_window_below_nothing() -> None:
    """And a culture whose texts it can't tell apart."""
    with pytest.raises(UsageError):
        compare_object([], [], sync_window=-1)
    with pytest.raises(UsageError):
        compare_object([], [], culture="tr-TR")


def test_group_by_the_alias_of_its_parameter() -> None:
    """PowerShell's -AHT."""
    assert list([{"a": "x"}] | group_object("a", aht=True)) == ["x"]


def test_the_tenant_that_on_notes_is_no_difference():
    left, right = ([{"tenant": name, "name": "Upper", "type": "upper"}] for name in ("dev", "prod"))
    assert list(compare_record(left, right, key="name")) == []
    assert [row.path for row in compare_record(left, right, key="name", ignore=())] == ["tenant"]
