"""How much of its source each object command reads, and that it lets go of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cmdlets.each import for_each_object
from cmdlets.measures import compare_object, compare_record, group_object, measure_object
from cmdlets.members import get_member
from cmdlets.objects import select_object, sort_object, where_object
from cmdlets.passing import get_random, get_unique, out_null, tee_object, write_output
from isnshell.commands.registry import get_cmdlet
from isnshell.pipeline.stream import Stream

from .counting import Source

ROWS = [{"id": number, "name": f"n{number}", "even": number % 2 == 0, "tags": [1, 2]} for number in range(8)]

# A stage, and how many records it reads until it gives one
LAZY: dict[str, tuple[Callable[[], Any], int]] = {
    "where": (lambda: where_object("id", ge=2), 3),
    "where by keyword": (lambda: where_object(even=False), 2),
    "where by function": (lambda: where_object(lambda one: one.id == 4), 5),
    "where not": (lambda: where_object("even", not_=True), 2),
    "select": (lambda: select_object("id"), 1),
    "select wildcard": (lambda: select_object("*", exclude_property="i*"), 1),
    "select calculated": (lambda: select_object(twice=lambda one: one.id * 2), 1),
    "select first": (lambda: select_object(first=5), 1),
    "select skip": (lambda: select_object(skip=3), 4),
    "select skip last": (lambda: select_object(skip_last=2), 3),
    "select index": (lambda: select_object(index=[6, 1]), 2),
    "select skip index": (lambda: select_object(skip_index=0), 2),
    "select unique": (lambda: select_object("even", unique=True), 1),
    "select expand": (lambda: select_object(expand_property="tags"), 1),
    "for each": (lambda: for_each_object(lambda one: one.id), 1),
    "for each property": (lambda: for_each_object("tags"), 1),
    "tee": (lambda: tee_object(variable=[]), 1),
    "unique neighbours": (lambda: get_unique(), 1),
    "write output": (lambda: write_output(), 1),
    "function": (lambda: lambda one: one.id, 1),
    "two in one": (lambda: where_object("id", ge=1) | select_object("id"), 2),
}

# Stages that need everything, and say so in their help
WHOLE: dict[str, Callable[[], Any]] = {
    "sort_object": lambda: sort_object("id"),
    "group_object": lambda: group_object("even"),
    "measure_object": lambda: measure_object("id", sum=True),
    "compare_object": lambda: compare_object([], property="id"),
    "compare_record": lambda: compare_record([]),
    "get_random": lambda: get_random(count=1),
    "out_null": lambda: out_null(),
}


@pytest.mark.parametrize(("make", "read"), LAZY.values(), ids=LAZY)
def test_a_lazy_stage_reads_what_it_needs_and_closes_its_source(make: Callable[[], Any], read: int) -> None:
    """Nothing before the first record is asked for, no more for it than must be, and nothing is left open."""
    source = Source(ROWS)
    stream = source.stream | make()
    assert source.given == 0
    results = iter(stream)
    next(results)
    assert (source.given, source.closed) == (read, False)
    results.close()
    assert (source.given, source.closed) == (read, True)


@pytest.mark.parametrize(("make", "read"), LAZY.values(), ids=LAZY)
def test_a_later_stage_that_has_enough_closes_the_source(make: Callable[[], Any], read: int) -> None:
    """Through every stage before it."""
    source = Source(ROWS)
    assert len(list(source.stream | make() | select_object(first=1))) == 1
    assert (source.given, source.closed) == (read, True)


@pytest.mark.parametrize("command", WHOLE)
def test_a_stage_that_needs_everything_says_so(command: str) -> None:
    """In its help; it reads its source once, to the end."""
    assert "whole" in (get_cmdlet(command).__doc__ or "") or "everything" in (get_cmdlet(command).__doc__ or "")
    source = Source(ROWS)
    result = source.stream | WHOLE[command]()
    if isinstance(result, Stream):
        next(iter(result))
    assert (source.wanted, source.given, source.closed) == ([None], len(ROWS), True)


@pytest.mark.parametrize("parameter", ["last"])
def test_an_option_that_needs_everything_says_so(parameter: str) -> None:
    """`select_object(last=...)` can't know the end before it was there."""
    assert "reads the whole stream" in (get_cmdlet("select_object").__doc__ or "")
    source = Source(ROWS)
    assert len(list(source.stream | select_object(**{parameter: 2}))) == 2
    assert (source.given, source.closed) == (len(ROWS), True)


def test_nothing_is_asked_for_nothing() -> None:
    """No record of a source is read for none of it."""
    source = Source(ROWS)
    assert list(source.stream | select_object(first=0)) == []
    assert (source.wanted, source.given) == ([0], 0)


def test_a_failure_closes_the_source_too(tmp_path: Path) -> None:
    """What a stage holds is given back whatever ends it."""
    source = Source(ROWS)
    with pytest.raises(ZeroDivisionError):
        source.stream | tee_object(tmp_path / "rows.jsonl") | where_object(lambda one: 1 / one.id) | out_null()
    assert (source.given, source.closed) == (1, True)
    # What had passed when a later stage failed is in the file, as when a later stage has enough
    assert len((tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_members_are_looked_up_in_the_first_hundred() -> None:
    """So many are asked for at once, and no more."""
    source = Source(ROWS * 20)
    assert len(list(source.stream | get_member())) == 4
    assert (source.wanted, source.given, source.closed) == ([100], 100, True)
