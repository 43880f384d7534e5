"""where_object, select_object and sort_object: the awkward cases, and how much is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timezone
from typing import Any

import pytest

from cmdlets.each import for_each_object
from cmdlets.objects import select_object, sort_object, where_object
from cmdlets.output import out_string
from isnshell.errors import UsageError
from isnshell.pipeline.stream import Stream
from isnshell.records import Origin, Record, origin_of, with_origin

from .counting import Source

ACCOUNTS = [
    {"id": "acc-1", "source": "Payroll", "size": 3, "tags": ["vip", "eu"], "locked": False},
    {"id": "acc-2", "source": "payroll", "size": 10, "tags": ["eu"], "locked": True},
    {"id": "acc-3", "source": "Directory", "size": 7, "tags": [], "locked": False},
    {"id": "acc-4", "source": "Badge", "size": 10, "tags": ["vip", "us"], "locked": True},
]
OWNED = [{"key": "a", "owner": "kim"}, {"key": "b", "owner": None}, {"key": "c"}, {"key": "d", "owner": ""}]


def ids(stream: Any) -> str:
    return " ".join(record["id"] for record in stream)


def keys(stream: Any) -> str:
    return " ".join(record["key"] for record in stream)


# --- where


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"eq": "payroll"}, "acc-1 acc-2"),
        ({"ceq": "payroll"}, "acc-2"),
        ({"ne": "payroll"}, "acc-3 acc-4"),
        ({"cne": "payroll"}, "acc-1 acc-3 acc-4"),
        ({"like": "P*"}, "acc-1 acc-2"),
        ({"c_like": "P*"}, "acc-1"),
        ({"not_like": "*roll"}, "acc-3 acc-4"),
        ({"c_not_like": "*ROLL"}, "acc-1 acc-2 acc-3 acc-4"),
        ({"match": "^(pay|bad)"}, "acc-1 acc-2 acc-4"),
        ({"c_match": "^(pay|bad)"}, "acc-2"),
        ({"not_match": "o"}, "acc-4"),
        ({"in_": ["badge", "DIRECTORY"]}, "acc-3 acc-4"),
        ({"c_in": ["badge", "Directory"]}, "acc-3"),
        ({"not_in": ["badge", "DIRECTORY"]}, "acc-1 acc-2"),
        ({"ieq": "PAYROLL"}, "acc-1 acc-2"),
        ({"NotLike": "*roll"}, "acc-3 acc-4"),
        ({"is_": str}, "acc-1 acc-2 acc-3 acc-4"),
        ({"is_not": "string"}, ""),
        ({"ge": "d", "lt": "q"}, "acc-1 acc-2 acc-3"),
    ],
    ids=str,
)
def test_where_text(condition: dict[str, Any], expected: str) -> None:
    """Each operator on text, without regard to case unless it says so; several must all hold."""
    assert ids(ACCOUNTS | where_object("source", **condition)) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (("size", {"eq": 10}), "acc-2 acc-4"),
        (("size", {"gt": 7}), "acc-2 acc-4"),
        (("size", {"ge": "7"}), "acc-2 acc-3 acc-4"),
        (("size", {"lt": 7}), "acc-1"),
        (("size", {"gt": True, "value": 7}), "acc-2 acc-4"),
        (("tags", {"contains": "VIP"}), "acc-1 acc-4"),
        (("tags", {"c_contains": "VIP"}), ""),
        (("tags", {"not_contains": "vip"}), "acc-2 acc-3"),
        (("tags", {"eq": "US"}), "acc-4"),
        (("locked", {}), "acc-2 acc-4"),
        (("locked", {"not_": True}), "acc-1 acc-3"),
        (("tags", {}), "acc-1 acc-2 acc-4"),
        (("Source", {"value": "badge"}), "acc-4"),
    ],
    ids=str,
)
def test_where_numbers_lists_and_switches(condition: tuple[str, dict[str, Any]], expected: str) -> None:
    """Numbers compare as numbers, lists by their elements, a property alone by its truth."""
    assert ids(ACCOUNTS | where_object(condition[0], **condition[1])) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"eq": None}, "b c"),
        ({"ne": None}, "a d"),
        ({}, "a"),
        ({"not_": True}, "b c d"),
        ({"eq": ""}, "d"),
        ({"like": "*"}, "a b c d"),
        ({"lt": "z"}, "a b c d"),
        ({"contains": None}, "b c"),
    ],
    ids=str,
)
def test_where_null_and_missing(condition: dict[str, Any], expected: str) -> None:
    """A missing property is null, and null is equal to null only."""
    assert keys(OWNED | where_object("owner", **condition)) == expected


def test_where_by_keywords_nested_and_in_any_spelling() -> None:
    """Property keywords fold their spelling; a list stands for any of its elements; paths go in, through lists too."""
    tasks = [
        {"id": "1", "completionStatus": "SUCCESS", "target": {"name": "Größe"}, "messages": [{"type": "WARN"}]},
        {"id": "2", "completionStatus": None, "target": None, "messages": []},
        {"id": "3", "completionStatus": "ERROR", "messages": [{"type": "INFO"}, {"type": "ERROR"}]},
    ]
    assert ids(tasks | where_object(completion_status="success")) == "1"
    assert ids(tasks | where_object(CompletionStatus=["error", None])) == "2 3"
    assert ids(tasks | where_object("target.name", eq="GRÖSSE".replace("SS", "ß"))) == "1"
    assert ids(tasks | where_object("messages.type", contains="error")) == "3"
    assert ids(tasks | where_object(**{"target.name": None})) == "2 3"
    assert ids(tasks | where_object("completionStatus", ne=None, id="3")) == "3"


def test_where_callable_gets_a_record_and_is_plain_python() -> None:
    """A function sees attributes in any spelling, and its errors are its own."""
    raw = [{"id": "1", "percentComplete": 5}, {"id": "2", "percentComplete": 80}]
    assert ids(raw | where_object(lambda task: task.percent_complete > 50)) == "2"
    assert ids(raw | where_object(filter_script=lambda task: task.PercentComplete > 50, not_=True)) == "1"
    with pytest.raises(AttributeError, match="percentComplete"):
        list(raw | where_object(lambda task: task.percent))


def test_where_dates() -> None:
    """Date-time text compares as a moment, whatever its spelling; a date begins at local midnight."""
    rows = [
        {"id": "1", "created": "2026-03-01T08:00:00Z"},
        {"id": "2", "created": "2026-03-05T08:00:00.000+02:00"},
        {"id": "3", "created": None},
    ]
    at_six = datetime(2026, 3, 5, 6, tzinfo=timezone.utc)
    assert ids(rows | where_object("created", eq=at_six)) == "2"
    assert ids(rows | where_object("created", eq="2026-03-05T06:00:00Z")) == "2"
    assert ids(rows | where_object("created", ge=date(2026, 3, 3))) == "2"
    assert ids(rows | where_object("created", lt="-1d", ne=None)) == "1 2"
    assert ids(rows | where_object("created", gt="tomorrow")) == ""
    assert ids(rows | where_object("created", lt="2026-03-02")) == "1 3"


@pytest.mark.parametrize(
    "make",
    [
        lambda: where_object(),
        lambda: where_object(eq=5),
        lambda: where_object(value=5),
        lambda: where_object(5),
        lambda: where_object("a", is_="no-such-type"),
        lambda: where_object("a", like="[a"),
        lambda: where_object("a", c_match="("),
    ],
    ids=["nothing", "operator alone", "value alone", "number as property", "unknown type", "bad pattern", "bad regex"],
)
def test_where_refuses_what_has_no_meaning(make: Callable[[], Any]) -> None:
    """A condition without a property, or none at all, is an error before anything is read."""
    with pytest.raises(UsageError):
        make()


def test_where_is_lazy_and_keeps_the_kind() -> None:
    """Nothing is read to make the pipe; one match reads up to that match; the model's name stays."""
    source = Source([1, 2, 3, 4, 5], kind="TaskStatus")
    stream = source.stream | where_object(lambda number: number > 2)
    assert source.given == 0
    assert stream.kind == "TaskStatus"
    assert next(iter(stream)) == 3
    assert source.given == 3


def test_where_of_nothing_and_of_one() -> None:
    """None is empty, a record is one thing, never its keys."""
    assert list(None | where_object(a=1)) == []
    assert list([] | where_object(a=1)) == []
    assert list({"a": 1} | where_object(a=1)) == [{"a": 1}]


# --- select


LETTERS = list("abcdefg")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"first": 3}, "a b c"),
        ({"first": 0}, ""),
        ({"first": 99}, "a b c d e f g"),
        ({"last": 2}, "f g"),
        ({"last": 0}, ""),
        ({"skip": 5}, "f g"),
        ({"skip": 99}, ""),
        ({"skip_last": 4}, "a b c"),
        ({"skip_last": 99}, ""),
        ({"skip": 2, "first": 3}, "c d e"),
        ({"skip": 1, "last": 2}, "e f"),
        ({"skip": 6, "last": 3}, "a"),
        ({"first": 2, "last": 2}, "a b f g"),
        ({"first": 5, "last": 5}, "a b c d e f g"),
        ({"index": [4, 1]}, "b e"),
        ({"index": [0, 99]}, "a"),
        ({"index": 2}, "c"),
        ({"skip_index": [0, 2]}, "b d e f g"),
        ({"skip": 1, "skip_last": 1}, "b c d e f"),
    ],
    ids=str,
)
def test_select_by_place(options: dict[str, Any], expected: str) -> None:
    """Every way to choose by place, alone and combined, as PowerShell combines them."""
    assert " ".join(LETTERS | select_object(**options)) == expected


@pytest.mark.parametrize(
    ("options", "given", "wanted"),
    [
        ({"first": 3}, 3, 3),
        ({"first": 0}, 0, 0),
        ({"skip": 2, "first": 1}, 3, 3),
        ({"index": [0, 3]}, 4, 4),
        ({"skip_last": 2, "skip": 1}, 7, None),
        ({"last": 1}, 7, None),
    ],
    ids=str,
)
def test_select_reads_no_more_than_it_must(options: dict[str, Any], given: int, wanted: int | None) -> None:
    """The source is asked for as many as are needed, gives no more, and is closed."""
    source = Source(LETTERS)
    list(source.stream | select_object(**options))
    assert (source.given, source.wanted) == (given, [wanted])
    assert source.closed or given == 0


def test_the_need_for_few_goes_through_one_to_one_stages_only() -> None:
    """A selection of properties passes the number on; a filter or a sort does not."""
    rows = [{"id": str(n), "n": n} for n in range(9)]
    through = Source(rows)
    list(through.stream | select_object("id") | select_object(skip=1) | select_object(first=2))
    assert (through.wanted, through.given) == ([3], 3)
    stopped = Source(rows)
    list(stopped.stream | where_object("n", ge=0) | select_object(first=2))
    assert (stopped.wanted, stopped.given) == ([None], 2)
    unique = Source(rows)
    list(unique.stream | select_object("id", unique=True) | select_object(first=2))
    assert unique.wanted == [None]


PERSON = {"FirstName": "Mira", "LastName": "Holt", "DisplayName": "Mira Holt", "Mail": "m@example.test", "Cost": 4100}


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        (["Mail", "FirstName"], "Mail FirstName"),
        (["*Name"], "FirstName LastName DisplayName"),
        (["M?il"], "Mail"),
        (["[FL]*Name"], "FirstName LastName"),
        (["*"], "FirstName LastName DisplayName Mail Cost"),
        (["Mail", "M*"], "Mail"),
        (["mail", "FIRSTNAME"], "Mail FirstName"),
        (["first_name"], "FirstName"),
        (["Mail", "Nothing"], "Mail Nothing"),
        (["Mail", "Zz*"], "Mail"),
    ],
    ids=str,
)
def test_select_names(properties: list[str], expected: str) -> None:
    """Names come in the order asked for, in the record's own spelling; wildcards stand for what they match."""
    (record,) = PERSON | select_object(*properties)
    assert " ".join(record) == expected
    assert isinstance(record, Record)


def test_select_copies() -> None:
    """Changing what was selected leaves the source alone."""
    (record,) = [PERSON] | select_object("Mail", "Nothing")
    record.mail = "changed"
    assert PERSON["Mail"] == "m@example.test"
    assert record.nothing is None


def test_select_one_column_has_one_name() -> None:
    """A record that lacks the property does not bring a second spelling of it."""
    rows = [{"taskId": 1}, {}, {"taskId": 3}]
    assert [list(record) for record in rows | select_object("task_id")] == [["taskId"]] * 3


def test_select_paths_renames_and_functions() -> None:
    """Keywords rename a path or compute a value; a path over a list gives the list."""
    row = {"id": 1, "attributes": {"department": "IT"}, "access": [{"name": "a"}, {"name": "b"}]}
    (record,) = row | select_object("access.name", Department="attributes.department", twice=lambda r: r.id * 2)
    assert record == {"access.name": ["a", "b"], "Department": "IT", "twice": 2}
    (other,) = row | select_object({"n": "Half", "e": lambda r: r.id / 2}, {"l": "Who", "Expression": "id"})
    assert other == {"Half": 0.5, "Who": 1}


def test_select_exclude() -> None:
    """Names and wildcards are left out, of everything or of what was named."""
    assert list((PERSON | select_object(exclude_property="Cost"))[0]) == [*PERSON][:-1]
    assert list((PERSON | select_object("*", exclude_property=["*name", "cost"]))[0]) == ["Mail"]
    assert list((PERSON | select_object("Mail", "Cost", exclude_property="mail"))[0]) == ["Cost"]


ROLES = [
    {"id": 1, "title": "Auditor", "owners": ["ana", "ben"], "scope": Record(region="EU", id=9)},
    {"id": 2, "title": "Helpdesk", "owners": ["cy"], "scope": None},
    {"id": 3, "title": "Guest", "owners": []},
]


def test_select_expand() -> None:
    """Values come bare, lists opened, nulls and missing ones not; named properties of the parent are added."""
    assert list(ROLES | select_object(expand_property="title")) == ["Auditor", "Helpdesk", "Guest"]
    assert list(ROLES | select_object(expand_property="owners")) == ["ana", "ben", "cy"]
    expanded = list(ROLES | select_object("id", "title", expand_property="scope"))
    assert expanded == [{"region": "EU", "id": 9, "title": "Auditor"}]
    assert "title" not in ROLES[0]["scope"]


def test_select_expand_of_a_wrong_name_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing comes where no record has the property, and that is said; of an empty stream nothing is."""
    assert list(ROLES | select_object(expand_property="titel")) == []
    assert "titel" in capsys.readouterr().err
    assert list([] | select_object(expand_property="titel")) == []
    assert capsys.readouterr().err == ""


def test_select_unique() -> None:
    """Each result once, wherever it stands, with regard to case unless told otherwise; 1 is 1.0 but not True."""
    assert list(["a", "A", "b", "a"] | select_object(unique=True)) == ["a", "A", "b"]
    assert list(["a", "A", "b", "a"] | select_object(unique=True, case_insensitive=True)) == ["a", "b"]
    assert list([1, True, 1.0, None, None] | select_object(unique=True)) == [1, True, None]
    rows = [{"n": 1, "tags": ["x"]}, {"tags": ["x"], "n": 1}, {"n": 1, "tags": []}]
    assert len(list(rows | select_object(unique=True))) == 2


def test_select_where_records_come_from() -> None:
    """Whole records keep their model; a selection keeps the tenant only."""
    origin = Origin(kind="TaskStatus", tenant="acme", resource="task-status")
    stream = Stream.of([with_origin(Record(id="1", name="x"), origin)], kind="TaskStatus")
    assert (stream | select_object(first=1)).kind == "TaskStatus"
    picked = stream | select_object("id")
    assert picked.kind is None
    assert (origin_of(picked[0]).tenant, origin_of(picked[0]).kind) == ("acme", None)


def test_fields_that_were_named_are_shown_though_they_are_empty() -> None:
    """One looks for them: that nothing is there is the answer. A wildcard names none of them."""
    rows = [{"id": "a", "error": None, "size": 3}]
    assert [one.split() for one in (rows | select_object("id", "error") | out_string()).splitlines()[:1]] == [
        ["id", "error"]
    ]
    assert "nope" in (rows | select_object("id", "nope") | where_object("id") | out_string())
    assert "error" not in (rows | select_object("*") | out_string())


@pytest.mark.parametrize(
    "options",
    [
        {"first": -1},
        {"first": "3"},
        {"index": 1, "first": 2},
        {"index": [1], "skip_index": [2]},
        {"skip_last": 1, "first": 2},
    ],
    ids=str,
)
def test_select_refuses_contradictions(options: dict[str, Any]) -> None:
    """Numbers below zero and options that exclude each other are errors at once."""
    with pytest.raises(UsageError):
        select_object(**options)


@pytest.mark.parametrize("spec", [5, "", {"n": "a"}, {"e": "a", "width": 3}], ids=str)
def test_select_refuses_what_is_no_property(spec: Any) -> None:
    """A property is a name, a function or a hashtable with an expression."""
    with pytest.raises(UsageError):
        select_object(spec)


# --- sort


def test_sort_nulls_first_and_missing_last() -> None:
    """Null, then empty text, then text; a record without the property is last in either direction."""
    rows = [{"id": "1", "ends": "june"}, {"id": "2"}, {"id": "3", "ends": None}, {"id": "4", "ends": "april"}]
    rows.append({"id": "5", "ends": ""})
    assert ids(rows | sort_object("ends", "id")) == "3 5 4 1 2"
    assert ids(rows | sort_object("ends", "id", descending=True)) == "1 4 5 3 2"
    assert ids(rows | sort_object(lambda r: not r.get("ends"), "ends", "id")) == "4 1 3 5 2"


def test_sort_directions() -> None:
    """Each key has its own direction; the others follow the command's."""
    rows = [
        {"id": "Approver", "app": "erp", "risk": 8},
        {"id": "Reader", "app": "erp", "risk": 1},
        {"id": "Admin", "app": "crm", "risk": 9},
        {"id": "Editor", "app": "crm", "risk": 4},
        {"id": "Viewer", "app": "mail", "risk": 1},
    ]
    assert ids(rows | sort_object("app", "-risk")) == "Admin Editor Approver Reader Viewer"
    assert ids(rows | sort_object("-app", "id")) == "Viewer Approver Reader Admin Editor"
    assert ids(rows | sort_object("app", "+id", descending=True)) == "Viewer Approver Reader Admin Editor"
    assert ids(rows | sort_object(lambda r: -r.risk, "id")) == "Admin Approver Editor Reader Viewer"
    assert ids(rows | sort_object("app", {"e": "risk", "descending": True})) == "Admin Editor Approver Reader Viewer"


@pytest.mark.parametrize(
    ("words", "options", "expected"),
    [
        ("banana Apple cherry apple Banana APPLE", {}, "Apple apple APPLE banana Banana cherry"),
        ("banana Apple cherry apple Banana", {"descending": True}, "cherry banana Banana Apple apple"),
        ("banana Apple cherry apple APPLE", {"case_sensitive": True}, "apple Apple APPLE banana cherry"),
        ("b2 B10 a1 _x A2 1z", {}, "_x 1z a1 A2 B10 b2"),
        ("svc.backup svcadmin svc_mail", {}, "svc_mail svc.backup svcadmin"),
        ("item-2 item10 item1 item-1", {}, "item-1 item-2 item1 item10"),
        ("zoë zoe zof Ärger Arger Aß", {}, "Arger Ärger Aß zoe zoë zof"),
    ],
    ids=str,
)
def test_sort_text(words: str, options: dict[str, Any], expected: str) -> None:
    """Text sorts as a person reads it: marks, digits, letters; accents and case only where the letters agree."""
    assert " ".join(words.split() | sort_object(**options)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([3, None, 1], [1, 3]),
        ([10, "9", 2, "100"], [2, 10, "100", "9"]),
        (["9", 10, "100", 2], [2, "9", 10, "100"]),
        ([5, 4, 3.5, -10, float("nan")], [float("nan"), -10, 3.5, 4, 5]),
        ([], []),
        ([7], [7]),
    ],
    ids=str,
)
def test_sort_values(values: list[Any], expected: list[Any]) -> None:
    """Nulls among the values are dropped; mixed types come out as PowerShell's steps leave them."""
    assert str(list(values | sort_object())) == str(expected)


def test_sort_null_numbers_lie_just_below_zero() -> None:
    """PowerShell takes null for less than zero and more than minus one."""
    rows = [{"id": "0", "n": 0}, {"id": "null", "n": None}, {"id": "-1", "n": -1}]
    assert ids(rows | sort_object("n")) == "-1 null 0"


def test_sort_mixed_property_of_many_records() -> None:
    """A column of numbers, texts and objects sorts without an error, and loses nothing."""
    mixed = [{"n": value} for value in [3, "b", None, {"a": 1}, [2], "a", 1.5, True, date(2026, 1, 1)] * 5]
    assert len(list(mixed | sort_object("n", "-n"))) == 45


def test_sort_mixed_property_keeps_the_missing_last() -> None:
    """Also where types are mixed, a record without the property is last in either direction."""
    rows = [{"id": "none"}, {"id": "1", "n": 1}, {"id": "b", "n": "b"}, {"id": "null", "n": None}]
    assert ids(rows | sort_object("n")) == "null 1 b none"
    assert ids(rows | sort_object("n", descending=True)) == "b 1 null none"


def test_sort_unique_top_and_bottom() -> None:
    """The first of those alike stays; the ends of the order are taken behind that."""
    scores = [42, 7, 99, 7, 42, 13, 99, 1]
    assert list(scores | sort_object(unique=True)) == [1, 7, 13, 42, 99]
    assert list(scores | sort_object(top=3, descending=True)) == [99, 99, 42]
    assert list(scores | sort_object(bottom=2)) == [99, 99]
    assert list(scores | sort_object(bottom=99, unique=True)) == [1, 7, 13, 42, 99]
    assert list(scores | sort_object(top=2, unique=True)) == [1, 7]
    logins = [{"id": "ines", "site": "Oslo"}, {"id": "INES", "site": "Bergen"}, {"id": "jan", "site": "Oslo"}]
    assert ids(logins | sort_object("id", unique=True)) == "ines jan"
    assert ids(logins | sort_object("id", "site", unique=True)) == "INES ines jan"


def test_sort_refuses_both_ends_and_none() -> None:
    """Top and bottom exclude each other, and are at least 1."""
    with pytest.raises(UsageError):
        sort_object(top=1, bottom=1)
    with pytest.raises(UsageError):
        sort_object(top=0)


# --- failures of one record


def inverse(record: Any) -> float:
    return 1 / record.n


ROWS = [{"id": "a", "n": 1}, {"id": "b", "n": 0}, {"id": "c", "n": 4}]


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        (lambda **told: where_object(inverse, **told), ["a", "c"]),
        (lambda **told: where_object(inverse, not_=True, **told), []),
        (lambda **told: where_object("id", gt=5, filter_script=inverse, **told), ["a", "c"]),
        (lambda **told: select_object("id", inverse=inverse, **told), ["a", "b", "c"]),
        (lambda **told: sort_object(inverse, **told), ["b", "c", "a"]),
    ],
    ids=["where", "where not", "where both", "select", "sort"],
)
@pytest.mark.parametrize("action", ["continue", "silently_continue", "ignore"])
def test_a_function_that_fails_for_one_record_lets_the_others_go_on(
    stage: Callable[..., Any], expected: list[str], action: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The record does not pass a filter, and its key or new property is null; the error is told, kept, or neither."""
    errors: list[Exception] = []
    assert [one["id"] for one in ROWS | stage(error_action=action, error_variable=errors)] == expected
    told = "WARNING: ZeroDivisionError: division by zero (At record 2: id b)\n"
    assert capsys.readouterr().err == (told if action == "continue" else "")
    assert [error.record for error in errors] == ([] if action == "ignore" else [ROWS[1]])  # type: ignore[attr-defined]


def test_the_property_of_a_function_that_fails_is_null() -> None:
    """As in PowerShell, but only where the person said that the others go on."""
    stage = select_object(inverse=inverse, error_action="ignore", skip=1)
    assert list(ROWS | stage) == [{"inverse": None}, {"inverse": 0.25}]


@pytest.mark.parametrize(
    "stage",
    [
        lambda: where_object(inverse),
        lambda: select_object("id", inverse=inverse, skip=1),
        lambda: select_object({"name": "x", "expression": inverse}),
        lambda: sort_object("id", inverse),
        lambda: for_each_object(lambda record: [record] | where_object(inverse) | for_each_object(dict)),
    ],
    ids=["where", "select", "hashtable", "sort", "in a function"],
)
def test_a_function_that_fails_names_the_record(stage: Callable[[], Any]) -> None:
    """The first failure ends the pipe, and says where it was, once; no record behind it is read."""
    source = Source(ROWS)
    with pytest.raises(ZeroDivisionError) as caught:
        list(source.stream | stage())
    assert caught.value.record == ROWS[1]  # type: ignore[attr-defined]
    [note] = caught.value.__notes__
    assert note in ("At record 2: id b", "At record 1: id b")
    assert source.closed


@pytest.mark.parametrize(
    "make",
    [
        lambda: where_object(lambda: True),
        lambda: where_object(lambda one, other: True),
        lambda: select_object(x=lambda: 1),
        lambda: sort_object(lambda: 1),
        lambda: for_each_object(lambda: 1),
    ],
    ids=["where", "two", "select", "sort", "for each"],
)
def test_a_function_that_takes_no_record_is_refused_at_once(make: Callable[[], Any]) -> None:
    """Before anything is read, and as a mistake of the line."""
    with pytest.raises(UsageError, match="This function can't be called with a record"):
        make()


def test_functions_that_do_not_say_what_they_take_are_tried() -> None:
    """Some of Python's own do not."""
    assert list(["1", ""] | where_object(bool) | for_each_object(int)) == [1]
    assert list(["a"] | for_each_object(str.upper) | sort_object(len)) == ["A"]


def test_what_cannot_be_compared_fails_for_its_record_only() -> None:
    """One text among numbers does not end a filter that may go on."""
    rows = [{"n": 5}, {"n": []}, {"n": 7}]
    with pytest.raises(UsageError, match="Can't compare"):
        list(rows | where_object("n", gt=date(2026, 1, 1)))
    assert list(rows | where_object("n", gt=4, error_action="ignore")) == [{"n": 5}, {"n": 7}]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"id": "a1", "displayName": "Ada", "note": "x"}, "id a1, displayName Ada"),
        ({"Login": "ada", "n": 0}, "Login 'ada', n 0"),
        ("x" * 90, "'" + "x" * 56 + "..."),
        (0, "0"),
    ],
    ids=["id and name", "no id", "long", "number"],
)
def test_a_record_is_named_in_a_few_words(value: Any, said: str) -> None:
    """Its id and name, else what it begins with."""
    with pytest.raises(ZeroDivisionError) as caught:
        list([value] | where_object(lambda one: 1 / 0))
    assert caught.value.__notes__ == [f"At record 1: {said}"]


# --- names that nothing has


@pytest.mark.parametrize(
    ("stage", "note"),
    [
        (lambda: where_object(stauts="OPEN"), "No record here has a property 'stauts'. Did you mean status?"),
        (lambda: where_object("n", gtt=1), "No record here has a property 'gtt'. Did you mean gt?"),
        (lambda: where_object("owner.name"), "No record here has a property 'owner.name'."),
        (lambda: sort_object("Stat"), "No record here has a property 'Stat'. Did you mean status?"),
        (lambda: select_object(expand_property="m"), "No record here has a property 'm'."),
        (lambda: where_object(n=3, stauts="OPEN"), ""),
        (lambda: where_object("completed", eq=None), ""),
        (lambda: where_object("completed", not_=True), ""),
        (lambda: where_object(status="GONE"), ""),
        (lambda: select_object("completed"), ""),
    ],
    ids=["keyword", "operator", "path", "sort", "expand", "not asked", "null", "not", "no value", "select"],
)
def test_a_property_that_no_record_has_is_said(
    stage: Callable[[], Any], note: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a wrong name leaves nothing or no order; not where its absence was asked for."""
    rows = [{"status": "OPEN", "n": 1}, {"status": "DONE", "n": 2}]
    list(rows | stage())
    assert capsys.readouterr().err == (f"{note}\n" if note else "")
    list([] | stage())
    assert capsys.readouterr().err == ""


# --- dates in order


def test_sort_takes_date_times_as_moments() -> None:
    """However many digits their seconds have and whichever zone they are in; a text among them makes all text."""
    rows = ["2026-03-02T10:00:00.5Z", "2026-03-02T10:00:00Z", None, "2026-03-02T10:00:00.250+01:00"]
    assert list(rows | sort_object()) == [rows[3], rows[1], rows[0]]
    keyed = [{"key": key, "at": at} for key, at in zip("abcd", rows, strict=True)] + [{"key": "e"}]
    assert keys(keyed | sort_object("at")) == "c d b a e"
    assert keys(keyed | sort_object("-at")) == "a b d c e"
    assert list(["2026-03-02T10:00:00Z", "2026", ""] | sort_object()) == ["", "2026", "2026-03-02T10:00:00Z"]


def test_an_option_that_is_misspelled_is_no_new_property() -> None:
    """A number or switch is none, so that the nearest option was meant."""
    with pytest.raises(UsageError, match="no option 'frist'") as caught:
        select_object(frist=5)
    assert caught.value.hint == "Did you mean first?"
    with pytest.raises(UsageError, match="5 is no property"):
        select_object(department=5)


def test_wait_reads_the_source_to_its_end() -> None:
    """As PowerShell's -Wait: what comes before runs to its end, and nothing more comes out."""
    for stage in (select_object(first=2, wait=True), select_object("n", index=0, property=["m"], wait=True)):
        source = Source([{"n": number, "m": 0} for number in range(5)])
        assert len(list(source.stream | stage)) in (1, 2)
        assert source.given == 5
        assert source.wanted == [None]


@pytest.mark.parametrize("culture", ["en-US", "de_DE", "", "fr-FR"])
def test_cultures_with_the_common_order_are_accepted(culture: str) -> None:
    """Their order is the one that holds here."""
    assert list(["Ö", "z", "o"] | sort_object(culture=culture)) == ["o", "Ö", "z"]


def test_cultures_with_their_own_order_are_refused() -> None:
    """Swedish has ö behind z, and a wrong order must not be given for it."""
    with pytest.raises(UsageError, match="sv-SE"):
        sort_object(culture="sv-SE")
