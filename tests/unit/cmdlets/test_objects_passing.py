"""tee_object, get_unique, get_random, out_null, write_output and get_member."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cmdlets.members import get_member
from cmdlets.objects import select_object
from cmdlets.passing import get_random, get_unique, out_null, tee_object, write_output
from isnshell.commands.variables import keep_variables_in
from isnshell.errors import FileError, UsageError
from isnshell.pipeline.stream import Stream
from isnshell.records import Origin, Record, with_origin


def test_tee_fills_a_list_as_records_pass() -> None:
    """What was read is in the list, and no more; objects are Records there."""
    seen: list[Any] = []
    rows = [{"taskId": 1}, {"taskId": 2}, {"taskId": 3}]
    assert list(rows | tee_object(variable=seen) | select_object("taskId", first=2)) == rows[:2]
    assert [one.task_id for one in seen] == [1, 2]


def test_tee_writes_a_file(tmp_path: Path) -> None:
    """Text as it is, objects as JSON; the file stands when the reading has ended, also an early end."""
    path = tmp_path / "out.jsonl"
    assert list(["ü", {"a": 1}, 5] | tee_object(path)) == ["ü", {"a": 1}, 5]
    assert path.read_text(encoding="utf-8").splitlines() == ["ü", '{"a": 1}', "5"]
    list(range(9) | tee_object(path, force=True) | select_object(first=2))
    assert path.read_text(encoding="utf-8") == "0\n1\n"
    list([7] | tee_object(path, append=True))
    assert path.read_text(encoding="utf-8") == "0\n1\n7\n"
    assert [one.name for one in tmp_path.iterdir()] == ["out.jsonl"]


def test_tee_puts_aside_once(tmp_path: Path) -> None:
    """A pipe that is read again neither doubles the list nor stumbles over its own file; another pipe adds to them."""
    seen: list[Any] = []
    path = tmp_path / "out.txt"
    stage = tee_object(variable=seen)
    stream = [1, 2] | stage | tee_object(literal_path=path)
    assert [list(stream), list(stream)] == [[1, 2], [1, 2]]
    assert (seen, path.read_text(encoding="utf-8")) == ([1, 2], "1\n2\n")
    assert list([3] | stage) == [3]
    assert seen == [1, 2, 3]


def test_tee_into_a_variable_by_name() -> None:
    """At the prompt a name is a variable that begins anew, with a plus one that goes on."""
    variables: dict[str, Any] = {}
    keep_variables_in(variables)
    for name in ("kept", "+kept", "fresh", "fresh"):
        ["x"] | tee_object(variable=name) | out_null()
    with pytest.raises(UsageError, match="name of a variable"):
        tee_object(variable="$kept")
    assert variables == {"kept": ["x", "x"], "fresh": ["x"]}


def test_tee_refuses_before_anything_is_read(tmp_path: Path) -> None:
    """An existing file is not replaced unasked, a missing folder is said at once, and one target is needed."""
    path = tmp_path / "out.txt"
    path.write_text("old")
    with pytest.raises(FileError):
        tee_object(path)
    with pytest.raises(FileError):
        tee_object(tmp_path / "none" / "out.txt", append=True)
    with pytest.raises(UsageError):
        tee_object()
    with pytest.raises(UsageError):
        tee_object(path, variable=[])
    with pytest.raises(UsageError):
        tee_object(variable=[], append=True)
    with pytest.raises(UsageError):
        tee_object(variable="no_prompt_here")
    assert path.read_text() == "old"


@pytest.mark.parametrize(
    ("values", "options", "expected"),
    [
        (["a", "A", "a", "a"], {}, ["a", "A", "a"]),
        (["a", "A", "a"], {"case_insensitive": True}, ["a"]),
        ([1, 1.0, "1"], {}, [1, "1"]),
        ([1, 1.0, "1"], {"as_string": True}, [1]),
        ([1, 2, "x", "y", 3], {"on_type": True}, [1, "x", 3]),
        ([{"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": 2}], {}, [{"a": 1, "b": 2}, {"a": 2}]),
        ([None, None, 0], {}, [None, 0]),
        ([], {}, []),
    ],
    ids=str,
)
def test_get_unique(values: list[Any], options: dict[str, bool], expected: list[Any]) -> None:
    """Neighbours that are alike are one; those further apart stay."""
    assert list(values | get_unique(**options)) == expected


def test_get_random_picks() -> None:
    """One value alone, several as a stream, all in another order; a seed repeats the choice."""
    letters = list("abcdefgh")
    assert (letters | get_random(set_seed=3)) in letters
    picked = list(letters | get_random(count=3, set_seed=3))
    assert len(set(picked)) == 3
    assert picked == list(letters | get_random(count=3, set_seed=3))
    assert picked != list(letters | get_random(count=3, set_seed=4))
    shuffled = list(letters | get_random(shuffle=True, set_seed=1))
    assert shuffled != letters
    assert sorted(shuffled) == letters
    assert sorted(letters | get_random(count=99)) == letters
    assert ([] | get_random()) is None
    assert get_random(["only"]) == "only"
    assert ([{"a": 1}] | get_random).a == 1


def test_get_random_numbers() -> None:
    """Below the maximum, from the minimum; whole if both are."""
    assert set(get_random(3, count=200, set_seed=1)) == {0, 1, 2}
    assert 0.5 <= get_random(0.75, 0.5) < 0.75
    with pytest.raises(UsageError):
        get_random(1, minimum=1)
    with pytest.raises(UsageError):
        get_random(count=0)


def test_out_null_reads_everything_at_once() -> None:
    """The work of a pipe is done, its results are not kept."""
    seen: list[int] = []
    assert ((seen.append(number) for number in range(3)) | out_null) is None
    assert seen == [0, 1, 2]
    seen.clear()
    assert (range(3) | tee_object(variable=seen) | out_null()) is None
    assert seen == [0, 1, 2]


def test_write_output() -> None:
    """Values go on; lists are opened unless told not to; one value is itself."""
    assert write_output("a") == "a"
    assert list(write_output("a", ["b", "c"])) == ["a", "b", "c"]
    assert list(write_output([1, 2])) == [1, 2]
    assert write_output([1, 2], no_enumerate=True) == [1, 2]
    assert list([1, 2] | write_output) == [1, 2]
    assert list(write_output([])) == []


def member(rows: list[Record], name: str) -> Record:
    (row,) = [one for one in rows if one.name == name]
    return row


def test_get_member_of_records() -> None:
    """Names in order, the types seen, an example that is not null."""
    values = [
        {"id": "a", "done": None, "created": "2026-03-01T08:00:00Z", "tags": ["x", 1], "owner": {"id": 1}},
        {"id": "b", "done": True, "percent": 1.5, "Größe": 3, "tags": []},
    ]
    rows = list(values | get_member())
    assert [row.name for row in rows] == ["created", "done", "Größe", "id", "owner", "percent", "tags"]
    assert {row.name: row.definition for row in rows} == {
        "created": "date-time",
        "done": "boolean or null",
        "Größe": "integer",
        "id": "string",
        "owner": "object",
        "percent": "number",
        "tags": "list of integer or string or list",
    }
    assert member(rows, "done").example is True
    assert {row.member_type for row in rows} == {"Property"}


def test_get_member_of_several_kinds() -> None:
    """Each model has its own members, named by it."""
    task = with_origin(Record(id=1), Origin(kind="TaskStatus"))
    rows = list([task, {"x": 1}, task] | get_member())
    assert [(row.type_name, row.name) for row in rows] == [("TaskStatus", "id"), ("dict", "x")]


def test_get_member_filters() -> None:
    """By name with wildcards, by type of member; text has methods."""
    assert [row.name for row in {"id": 1, "name": 2, "nam": 3} | get_member("n*")] == ["nam", "name"]
    assert "upper" in [row.name for row in "text" | get_member(member_type="Method")]
    assert list({"id": 1} | get_member(member_type="method")) == []
    assert list([] | get_member()) == []
    assert list("text" | get_member(member_type="Event")) == []
    with pytest.raises(UsageError):
        get_member(member_type="evnt")


def test_get_member_of_types_and_of_what_is_hidden() -> None:
    """Methods of a thing's type, and those whose names begin with an underscore, when asked for."""
    today = date(2026, 3, 2)
    of_type = [row.name for row in today | get_member(static=True)]
    assert "fromisoformat" in of_type
    assert "isoformat" not in of_type
    assert "__add__" not in [row.name for row in today | get_member()]
    assert "__add__" in [row.name for row in today | get_member(type="method", force=True)]


def test_get_member_looks_at_the_first_hundred_only() -> None:
    """A long list costs one page."""
    read: list[int] = []
    wanted: list[int | None] = []

    def open_it(want: int | None) -> Any:
        wanted.append(want)
        return ({"n": read.append(number) or number} for number in range(1000))

    list(Stream(open_it) | get_member())
    assert (len(read), wanted) == (100, [100])


def test_lines_of_a_tee_are_json(tmp_path: Path) -> None:
    """What a file holds can be read again, nested and non-ASCII text included."""
    path = tmp_path / "rows.jsonl"
    rows = [{"name": "Zoë", "tags": ["a"], "owner": {"id": None}}]
    list(rows | tee_object(path))
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] == rows
