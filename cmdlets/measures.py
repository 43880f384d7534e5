"""PowerShell's commands that sum a stream up: grouping, measuring and comparing. The mechanism is `pipeline`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.common import failing
from isnshell.commands.unknown import note_unknown
from isnshell.errors import UsageError
from isnshell.host import get_host
from isnshell.pipeline.collation import check_culture
from isnshell.pipeline.columns import Column, PathReader, columns, flatten, never_found
from isnshell.pipeline.conversion import text_of
from isnshell.pipeline.differences import EQUAL, Difference, Ignored, compare_lists, compare_objects
from isnshell.pipeline.failing import Failed
from isnshell.pipeline.measuring import Numbers, Text, measure_numbers, measure_text
from isnshell.pipeline.ordering import Group, group_records
from isnshell.pipeline.properties import MISSING
from isnshell.pipeline.stage import Sink, Stage
from isnshell.pipeline.stream import Stream, as_stream
from isnshell.records import Origin, Record, with_origin, wrap

__all__ = ["compare_object", "compare_record", "group_object", "measure_object"]

_WAITS: Any = ...


@cmdlet("Group-Object", aliases=("group",), spellings={"aht": "as_hash_table"})
def group_object(
    *properties: Any,
    property: Any = None,
    no_element: bool = False,
    as_hash_table: bool = False,
    as_string: bool = False,
    case_sensitive: bool = False,
    culture: str | None = None,
) -> Stage:
    """Put records that are alike together; reads the whole stream first.

    Text is taken without regard to case, and a missing property is null. The groups come in the order of their values.

    Args:
        properties: What records of one group have in common: names, dotted paths, or functions of the record. Without
            any, the values themselves.
        property: The same under PowerShell's name.
        no_element: True leaves out the records and only counts them.
        as_hash_table: True gives one dictionary: what the records have in common, to the list of them.
        as_string: With `as_hash_table`, the keys are text.
        case_sensitive: True tells `a` from `A`.
        culture: Culture whose order holds; those with an order of their own, such as Swedish, are refused.

    Returns:
        Stage: Gives Records with `count`, `name` (text), `group` (the list of records) and `values_` (what they have in
        common); with `as_hash_table` one dictionary.

    PowerShell: Group-Object

    Example:
        >>> tasks = [{"type": "QUARTZ"}, {"type": "quartz"}, {"type": "Workflow"}]
        >>> [(group.name, group.count) for group in tasks | group_object("type")]
        [('QUARTZ', 2), ('Workflow', 1)]
    """
    keys = [*columns(properties), *columns(property)]

    check_culture(culture)
    failed = failing()

    def groups(records: Iterable[Any]) -> list[Group]:
        found = group_records(records, keys, ignore_case=not case_sensitive, failed=failed)
        if found:
            note_unknown(never_found(keys), found[0].members[0])
        return found

    if as_hash_table:
        return Sink(lambda source: _table(groups(source), as_string), label="group_object")
    return Stage(
        lambda records: (_group_record(one, no_element) for one in groups(records)),
        label="group_object",
        kind=_GROUP.kind,
    )


def _group_name(group: Group) -> str:
    return ", ".join(map(text_of, group.values))


def _group_record(group: Group, no_element: bool) -> Record:
    fields: dict[str, Any] = {"count": len(group.members), "name": _group_name(group)}
    if not no_element:
        fields["group"] = [wrap(one) for one in group.members]
    return with_origin(Record(fields, values=group.values), _GROUP)


_GROUP = Origin(kind="GroupInfo")


def _table(groups: Sequence[Group], as_string: bool) -> dict[Any, list[Any]]:
    """The groups by their value. A Record where all keys are text, so that they are attributes too."""
    by_text = as_string or any(len(group.values) > 1 or not _is_key(group.values[0]) for group in groups)
    table = {_group_name(one) if by_text else one.values[0]: [wrap(each) for each in one.members] for one in groups}
    return Record(table) if all(isinstance(key, str) for key in table) else table


def _is_key(value: Any) -> bool:
    return not isinstance(value, (dict, list))


# --- measure

_ALL = ("count", "average", "sum", "maximum", "minimum", "standardDeviation")


@cmdlet("Measure-Object", aliases=("measure",))
def measure_object(
    *properties: Any,
    property: Any = None,
    sum: bool = False,
    average: bool = False,
    minimum: bool = False,
    maximum: bool = False,
    standard_deviation: bool = False,
    all_stats: bool = False,
    line: bool = False,
    word: bool = False,
    character: bool = False,
    ignore_white_space: bool = False,
) -> Sink:
    """Count the records, and measure their values.

    It reads the whole stream when `|` is evaluated, and holds none of it. A record without the property does not count;
    a null counts as 0.

    Args:
        properties: What to measure: names, dotted paths, or functions of the record. Without any, the values.
        property: The same under PowerShell's name.
        sum: True gives the sum of numbers, those in text included.
        average: True gives their mean.
        minimum: True gives the least value; text and dates have one too.
        maximum: True gives the greatest value.
        standard_deviation: True gives the deviation of a sample.
        all_stats: True gives all of these.
        line: True counts the lines of text.
        word: True counts its words.
        character: True counts its characters.
        ignore_white_space: True leaves blanks out of the characters.

    Returns:
        Record: `count`, `average`, `sum`, `maximum`, `minimum`, `standardDeviation` and `property`; for text `lines`,
        `words`, `characters` and `property`. What was not asked for is null. Of several properties, a Stream of these.

    Raises:
        UsageError: Measures of numbers and of text are asked for at once.

    PowerShell: Measure-Object

    Example:
        >>> ([{"n": 2}, {"n": 4}] | measure_object("n", sum=True)).sum
        6
        >>> (["one two", "three"] | measure_object(word=True)).words
        3
    """
    keys = [*columns(properties), *columns(property)]
    numbers = {
        "average": average or all_stats,
        "sum": sum or all_stats,
        "maximum": maximum or all_stats,
        "minimum": minimum or all_stats,
        "standardDeviation": standard_deviation or all_stats,
    }
    text = {"lines": line, "words": word, "characters": character}
    failed = failing()
    if any(text.values()) or ignore_white_space:
        if any(numbers.values()):
            raise UsageError("Numbers and text can't be measured at once", hint="Use measure_object once for each.")
        return _measuring(lambda source: _texts(source, keys, text, ignore_white_space, failed), keys)
    return _measuring(lambda source: _numbers(source, keys, numbers, failed), keys)


def _measuring(measure: Callable[[Iterable[Any]], list[Record]], keys: Sequence[Column]) -> Sink:
    def consume(source: Stream) -> Any:
        last: list[Any] = []
        results = measure(_remembering(source, last))
        if last:
            note_unknown(never_found(keys), last[0])
        return results[0] if len(results) == 1 else Stream.of(results, label="measures")

    return Sink(consume, label="measure_object")


def _remembering(records: Iterable[Any], last: list[Any]) -> Iterator[Any]:
    """The records, of which the first stays in the list."""
    for record in records:
        if not last:
            last.append(record)
        yield record


def _numbers(source: Iterable[Any], keys: Sequence[Column], asked: Mapping[str, bool], failed: Failed) -> list[Record]:
    numeric = asked["sum"] or asked["average"] or asked["standardDeviation"]
    measures = measure_numbers(source, keys, numeric=numeric, failed=failed)
    return [_number_record(one, name, asked) for one, name in zip(measures, _names(keys), strict=True)]


def _number_record(measure: Numbers, name: str | None, asked: Mapping[str, bool]) -> Record:
    values: dict[str, Any] = {"count": measure.count, "average": None, "sum": None}
    if measure.not_numeric:
        get_host().warn(
            f"measure_object gives no sum: {measure.not_numeric[0]!r} is no number"
            + (f", and {len(measure.not_numeric) - 1} more are none." if len(measure.not_numeric) > 1 else ".")
        )
    else:
        values |= {"average": measure.average, "sum": measure.total}
    values |= {"maximum": measure.highest, "minimum": measure.lowest}
    values["standardDeviation"] = None if measure.not_numeric else measure.standard_deviation
    shown = {key: value if key == "count" or asked[key] else None for key, value in values.items()}
    return Record(shown, property=name)


def _texts(
    source: Iterable[Any], keys: Sequence[Column], asked: Mapping[str, bool], ignore_white_space: bool, failed: Failed
) -> list[Record]:
    texts = measure_text(source, keys, ignore_white_space=ignore_white_space, failed=failed)
    return [_text_record(one, name, asked) for one, name in zip(texts, _names(keys), strict=True)]


def _text_record(text: Text, name: str | None, asked: Mapping[str, bool]) -> Record:
    values = {"lines": text.lines, "words": text.words, "characters": text.characters}
    return Record({key: value if asked[key] else None for key, value in values.items()}, property=name)


def _names(keys: Sequence[Column]) -> list[str | None]:
    return [one.name for one in keys] or [None]


# --- compare


@cmdlet("Compare-Object", aliases=("compare", "diff"))
def compare_object(
    reference_object: Any,
    difference_object: Any = _WAITS,
    property: Any = None,
    *,
    include_equal: bool = False,
    exclude_different: bool = False,
    pass_thru: bool = False,
    case_sensitive: bool = False,
    sync_window: int | None = None,
    culture: str | None = None,
) -> Any:
    """Compare two lists: what stands on one side only.

    Each value is paired with one of the other side at most, wherever that stands. Reads both lists whole.

    Args:
        reference_object: The left list, such as yesterday's.
        difference_object: The right list; left out, it comes through the pipe.
        property: What to compare by: names, dotted paths or functions; without any, the values as text.
        include_equal: True gives what both sides have, too.
        exclude_different: True leaves out what only one side has.
        pass_thru: True gives the objects themselves, with `sideIndicator` added.
        case_sensitive: True tells `a` from `A`.
        sync_window: How many values of one side may wait for their partners on the other; left out, all may.
        culture: Culture of the comparison; those with letters of their own, such as Turkish, are refused.

    Returns:
        Stream: Records with the compared properties (or `inputObject`) and `sideIndicator`: `<=` left only, `=>` right
        only, `==` both.

    Raises:
        UsageError: One of the lists is None.

    PowerShell: Compare-Object

    Example:
        >>> [(one.input_object, one.side_indicator) for one in compare_object(["a", "b"], ["A", "c"])]
        [('c', '=>'), ('b', '<=')]
    """
    keys = columns(property)
    for name, side in (("reference_object", reference_object), ("difference_object", difference_object)):
        if side is None:
            raise UsageError(f"{name} is None", hint="Give a list; an empty one is [].")
    if sync_window is not None and sync_window < 0:
        raise UsageError(f"sync_window={sync_window!r} is no number of values", hint="Give 0 or more.")
    check_culture(culture)
    failed = failing()

    def results(right: Iterable[Any]) -> Iterator[Any]:
        pairs = compare_lists(
            as_stream(reference_object),
            right,
            keys,
            ignore_case=not case_sensitive,
            sync_window=sync_window,
            failed=failed,
        )
        for one in pairs:
            if include_equal or exclude_different if one.side == EQUAL else not exclude_different:
                yield _difference(one, keys, pass_thru)

    stage = Stage(results, label="compare_object", kind=None)
    return stage if difference_object is _WAITS else stage.run(difference_object)


def _difference(one: Difference, keys: Sequence[Column], pass_thru: bool) -> Any:
    if pass_thru:
        value = wrap(one.value)
        if isinstance(value, dict):
            value = value.copy()
            value["sideIndicator"] = one.side
        return value
    names = [key.name for key in keys] or ["inputObject"]
    return Record(zip(names, one.keys, strict=True), sideIndicator=one.side)


@cmdlet("Compare-Record")
def compare_record(
    left: Any,
    right: Any = _WAITS,
    *,
    key: str = "name",
    ignore: str | Sequence[str] = ("id", "created", "modified", "tenant"),
) -> Any:
    """Compare two records, or two lists of them, field by field.

    It feeds on the same objects of two tenants: references to others compare by type and name, since ids differ, and
    lists compare as sets. Reads both lists whole.

    Args:
        left: A record, or a list or stream of records.
        right: The other record or list; left out, it comes through the pipe.
        key: Property by which the records of two lists are paired, without regard to case; a dotted path is fine.
        ignore: Fields to pass over: names, at any depth, or dotted paths; wildcards allowed. `on` adds
            `tenant`.

    Returns:
        Stream: A Record for each path that differs: the key (for lists), `path`, `left` and `right`. For lists as
        sets, what only one side has. A record that has no partner is one row without a path.

    Raises:
        UsageError: A record of a list lacks the key, or two of one side share it.

    PowerShell: none (isnshell's own)

    Example:
        >>> list(compare_record({"id": 1, "name": "Ada", "tags": ["a", "b"]}, {"id": 2, "name": "Bo", "tags": ["b"]}))
        [Record({'path': 'name', 'left': 'Ada', 'right': 'Bo'}), Record({'path': 'tags', 'left': ['a'], 'right': []})]
    """
    ignored = Ignored(list(flatten(ignore)))
    one_record = isinstance(left, Mapping)

    def results(others: Iterable[Any]) -> Iterator[Record]:
        if one_record:
            for other in others:
                yield from _changes(left, other, ignored)
        else:
            yield from _changes_by_key(_by_key(left, key, "left"), _by_key(others, key, "right"), key, ignored)

    if right is not _WAITS and one_record != isinstance(right, Mapping):
        raise UsageError("A record can't be compared with a list", hint="Give two records, or two lists of records.")
    stage = Stage(results, label="compare_record", kind=None)
    return stage if right is _WAITS else stage.run(right)


def _changes(left: Any, right: Any, ignored: Ignored, **named: Any) -> Iterator[Record]:
    for change in compare_objects(left, right, ignored):
        yield Record(named, path=change.path, left=wrap(change.left), right=wrap(change.right))


def _changes_by_key(left: Mapping[str, Any], right: Mapping[str, Any], key: str, ignored: Ignored) -> Iterator[Record]:
    for name in dict.fromkeys([*left, *right]):
        own, other = left.get(name), right.get(name)
        shown = PathReader(key)(other if own is None else own)
        if own is None or other is None:
            yield Record({key: shown, "path": None, "left": wrap(own), "right": wrap(other)})
        else:
            yield from _changes(own, other, ignored, **{key: shown})


def _by_key(records: Any, key: str, side: str) -> dict[str, Any]:
    read = PathReader(key)
    found: dict[str, Any] = {}
    for number, record in enumerate(as_stream(records), start=1):
        value = read(record)
        if value is MISSING or value is None:
            raise UsageError(f"Record {number} of the {side} list has no {key!r}", hint="Name another key=.")
        mark = text_of(value).lower()
        if mark in found:
            raise UsageError(f"Two records of the {side} list have {key} {value!r}", hint="Name a key= that is unique.")
        found[mark] = record
    return found
