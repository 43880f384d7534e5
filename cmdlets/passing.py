"""Commands that pass values on: aside into a file or list, each once, a few at random, or nowhere."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Hashable, Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.variables import variable as variable_list
from isnshell.errors import UsageError
from isnshell.files import check_target, replacing
from isnshell.pipeline.conversion import is_number, text_of
from isnshell.pipeline.selection import fingerprint, unique_neighbours
from isnshell.pipeline.stage import Sink, Stage, one_to_one
from isnshell.pipeline.stream import Stream
from isnshell.records import wrap

__all__ = ["get_random", "get_unique", "out_null", "tee_object", "write_output"]


@cmdlet(
    "Tee-Object",
    aliases=("tee",),
    spellings=dict.fromkeys(("path", "literal_path", "ps_path", "lp"), "file_path"),
)
def tee_object(
    file_path: str | PathLike[str] | None = None,
    *,
    variable: list[Any] | str | None = None,
    append: bool = False,
    force: bool = False,
    encoding: str = "utf-8",
) -> Stage:
    """Pass the records on, and put them aside on their way.

    They are put aside as they are read for the first time. The file appears when that reading ends, with what was read
    until then.

    Args:
        file_path: File to write: a line for each record, text as it is, anything else as JSON.
        variable: List to add to; at the prompt also the name of a variable, which begins anew: `+name` goes on with it.
        append: True adds to the file.
        force: True replaces a file that exists.
        encoding: Encoding of the file.

    Returns:
        Stage: Gives the records as they came, lazily.

    Raises:
        UsageError: Neither a file nor a variable is given, or both are.
        FileError: The file can't be written, or exists.

    PowerShell: Tee-Object

    Example:
        >>> seen = []
        >>> list([1, 2, 3] | tee_object(variable=seen) | where_object(lambda number: number > 2))
        [3]
        >>> seen
        [1, 2, 3]
    """
    if (file_path is None) == (variable is None):
        raise UsageError(
            "tee_object needs a file or a variable", hint="Write tee_object('tasks.jsonl') or variable=a_list."
        )
    if variable is not None:
        if append:
            raise UsageError("append is for a file", hint="A list is added to; at the prompt write variable='+name'.")
        kept = variable_list(variable)
        assert kept is not None
        return _Aside(lambda records: _into_list(records, kept))
    path = check_target(str(file_path), force=force or append)
    return _Aside(lambda records: _into_file(records, path, append=append, force=force, encoding=encoding))


class _Aside(Stage):
    """Passes records on; the first reading puts them aside, so that a second one neither doubles nor overwrites."""

    def __init__(self, put: Callable[[Iterator[Any]], Iterable[Any]]) -> None:
        super().__init__(iter, label="tee_object", needs=one_to_one)
        self._put = put

    def apply(self, source: Stream) -> Any:
        puts = iter((self._put,))
        return Stage(lambda records: next(puts, iter)(records), label=self.label, needs=one_to_one).run(source)


def _into_list(records: Iterable[Any], kept: list[Any]) -> Iterator[Any]:
    for record in records:
        kept.append(wrap(record))
        yield record


def _into_file(records: Iterable[Any], path: Path, *, append: bool, force: bool, encoding: str) -> Iterator[Any]:
    if append:
        with path.open("a", encoding=encoding) as file:
            for record in records:
                file.write(_line(record))
                yield record
        return
    with replacing(path, force=force, mode="w", encoding=encoding) as file:
        try:
            for record in records:
                file.write(_line(record))
                yield record
        except GeneratorExit:
            # A reader who has enough ends the reading well: what passed until then is the file
            return


def _line(record: Any) -> str:
    return (record if isinstance(record, str) else json.dumps(record, ensure_ascii=False, default=text_of)) + "\n"


@cmdlet("Get-Unique", aliases=("gu",))
def get_unique(*, as_string: bool = False, on_type: bool = False, case_insensitive: bool = False) -> Stage:
    """Leave out what is the same as its predecessor.

    It is meant for what is sorted; `select_object(unique=True)` finds doubles wherever they stand.

    Args:
        as_string: True compares the texts of the values.
        on_type: True compares their types: the first of each run of one type.
        case_insensitive: True takes text without regard to case.

    Returns:
        Stage: Gives the first of each run, lazily.

    PowerShell: Get-Unique

    Example:
        >>> list(["a", "a", "b", "a"] | get_unique())
        ['a', 'b', 'a']
    """

    def mark(value: Any) -> Hashable:
        if on_type:
            return type(value).__qualname__
        return fingerprint(text_of(value) if as_string else value, ignore_case=case_insensitive)

    return Stage(lambda records: unique_neighbours(records, mark), label="get_unique")


@cmdlet("Get-Random")
def get_random(
    maximum: Any = None,
    minimum: float = 0,
    *,
    count: int | None = None,
    shuffle: bool = False,
    set_seed: int | None = None,
) -> Any:
    """Pick records at random, or make a random number.

    From a pipe it picks; reads the whole stream first. With `maximum` it makes a number at once.

    Args:
        maximum: The number lies below it; whole if both limits are. A list is taken as what to pick from.
        minimum: The least number.
        count: How many records to pick; left out, it is one.
        shuffle: True gives all records, in any order.
        set_seed: Start of the sequence, for the same choice again.

    Returns:
        Stage: Gives the records picked, without `count` the one alone. With `maximum` a number, or a Stream of `count`.

    Raises:
        UsageError: The limits leave no number, or `count` is less than 1.

    PowerShell: Get-Random

    Example:
        >>> (["a", "b", "c"] | get_random(set_seed=1)) in ("a", "b", "c")
        True
        >>> 1 <= get_random(7, minimum=1) < 7
        True
    """
    dice = random.Random(set_seed)
    if count is not None and count < 1:
        raise UsageError(f"count={count!r} is no number of records", hint="Give 1 or more.")
    if is_number(maximum):
        return _numbers(dice, minimum, maximum, count)
    stage = _picking(dice, count, shuffle)
    return stage if maximum is None else stage.run(maximum)


def _picking(dice: random.Random, count: int | None, shuffle: bool) -> Stage:
    if count is None and not shuffle:
        return Sink(lambda source: _one_of(list(source), dice), label="get_random")

    def pick(records: Iterable[Any]) -> list[Any]:
        everything = list(records)
        return dice.sample(everything, len(everything) if count is None else min(count, len(everything)))

    return Stage(pick, label="get_random")


def _one_of(values: list[Any], dice: random.Random) -> Any:
    return wrap(dice.choice(values)) if values else None


def _numbers(dice: random.Random, minimum: float, maximum: float, count: int | None) -> Any:
    if minimum >= maximum:
        raise UsageError(f"No number lies between {minimum} and {maximum}", hint="Give a maximum above the minimum.")
    whole = isinstance(minimum, int) and isinstance(maximum, int)

    def one() -> float:
        return dice.randrange(int(minimum), int(maximum)) if whole else dice.uniform(minimum, maximum)

    return one() if count is None else Stream.of([one() for _ in range(count)], label="numbers")


@cmdlet("Out-Null")
def out_null() -> Sink:
    """Read everything and show nothing.

    Returns:
        Sink: Gives None.

    PowerShell: Out-Null

    Example:
        >>> [1, 2] | out_null
    """
    return Sink(_drop, label="out_null")


def _drop(source: Stream) -> None:
    for _ in source:
        pass


@cmdlet("Write-Output", aliases=("echo", "write"))
def write_output(*values: Any, no_enumerate: bool = False) -> Any:
    """Give values to the pipe.

    Args:
        values: What to give; lists are opened.
        no_enumerate: True passes a list on as one thing.

    Returns:
        Stream: The values; a single one comes as it is. Without values a Stage that passes on what it gets.

    PowerShell: Write-Output

    Example:
        >>> list(write_output("a", ["b", "c"]))
        ['a', 'b', 'c']
    """
    if not values:
        return Stage(iter, label="write_output", needs=one_to_one)
    opened: list[Any] = []
    for value in values:
        opened.extend(value) if isinstance(value, (list, tuple, Stream)) and not no_enumerate else opened.append(value)
    return opened[0] if len(values) == len(opened) == 1 else Stream.of(opened, label="values")
