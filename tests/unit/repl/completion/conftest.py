"""A session that has seen some records, and the table that completion is written down in: a text with `^` at the
cursor, and what is offered, in order; `...` stands for whatever follows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest

import cmdlets
from isnshell.commands.namespace import Namespace
from isnshell.pipeline.stream import Stream
from isnshell.records import Origin, Record, with_origin
from isnshell.repl.completion import Candidate, Knowledge, complete
from isnshell.repl.completion.seen import Seen


def record(kind: str, resource: str | None = None, **fields: Any) -> Record:
    """A record as a tenant gives it."""
    return with_origin(Record(fields), Origin(kind=kind, resource=resource))


TASK = record(
    "TaskStatus", "task-status", id="7e01", type="QUARTZ", uniqueName="Aggregation", target={"id": "1"}, custom=1
)
ADA = record(
    "Identity", "identities", id="id-1", name="Ada Lovelace", attributes={"department": "Sales", "costCentre": "7"}
)
SOURCE = record("Source", "sources", id="src-1", name="Active Directory")
ACCOUNT = record("Account", "accounts", id="acc-1", name="ada", sourceId="src-2", sourceName="Workday")


class Trap:
    """Whatever asks it anything fails."""

    visible = 1

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"completion asked for {name}")

    def __len__(self) -> int:
        raise AssertionError("completion asked for the length")

    def __iter__(self) -> Any:
        raise AssertionError("completion read it")

    def __getitem__(self, key: Any) -> Any:
        raise AssertionError("completion took a part of it")

    def __eq__(self, other: object) -> bool:
        raise AssertionError("completion compared it")

    __hash__ = None  # type: ignore[assignment]  # not even this is asked

    def __bool__(self) -> bool:
        raise AssertionError("completion asked whether it is true")

    def __repr__(self) -> str:
        raise AssertionError("completion showed it")

    def __dir__(self) -> Any:
        raise AssertionError("completion asked what it has")

    @property
    def evaluated(self) -> Any:
        raise AssertionError("completion evaluated a property")


class Proxy:
    """Not even its class can be asked for: it stands for something that is made when it is touched."""

    def __getattribute__(self, name: str) -> Any:
        raise ZeroDivisionError(f"completion asked for {name}")


def _unread(want: int | None) -> Any:
    raise AssertionError("completion read a stream")


@pytest.fixture
def knowledge() -> Knowledge:
    seen = Seen()
    for one in (TASK, ADA, SOURCE, ACCOUNT):
        seen.learn([one])
    variables = Namespace(
        tasks=Stream(_unread, kind="TaskStatus"),
        task=TASK,
        found=[TASK],
        rows=[{"given": 1, "family": 2}],
        trap=Trap(),
        proxy=Proxy(),
        tally=3,
        json=json,
        commands=cmdlets,
        _4="a result",
    )
    return Knowledge(variables, seen)


@pytest.fixture
def offered(knowledge: Knowledge) -> Callable[[str], list[Candidate]]:
    """The candidates at the `^` of a text."""

    def at(text: str) -> list[Candidate]:
        cursor = text.index("^")
        return complete(text.replace("^", "", 1), cursor, knowledge)

    return at


@pytest.fixture
def check(offered: Callable[[str], list[Candidate]]) -> Callable[[str, Sequence[str]], None]:
    """Compares what is offered at the `^` of a text with what is expected."""

    def compare(text: str, expected: Sequence[str]) -> None:
        found = [candidate.text for candidate in offered(text)]
        if expected and expected[-1] == "...":
            *first, _ = expected
            assert len(found) > len(first)
            assert first == found[: len(first)]
        else:
            assert list(expected) == found

    return compare
