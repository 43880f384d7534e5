"""PowerShell's object commands: what filters, picks and sorts in a pipe. The mechanism is `pipeline`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.common import failing
from isnshell.commands.unknown import note_unknown
from isnshell.errors import UsageError
from isnshell.naming import did_you_mean
from isnshell.pipeline.collation import check_culture
from isnshell.pipeline.columns import Column, PathReader, column, columns, flatten, never_found, sort_columns
from isnshell.pipeline.comparison import find_operator
from isnshell.pipeline.conversion import truth
from isnshell.pipeline.failing import Failed, taking_record
from isnshell.pipeline.ordering import sort_records
from isnshell.pipeline.predicates import EqualsAny, Several, Test, predicate
from isnshell.pipeline.properties import MISSING
from isnshell.pipeline.selection import Projection, Slice
from isnshell.pipeline.selection import unique as each_once
from isnshell.pipeline.stage import SAME_KIND, Stage, Transform, spread
from isnshell.pipeline.stream import is_one_thing
from isnshell.records import wrap

__all__ = ["select_object", "sort_object", "where_object"]

_NOT_GIVEN: Any = ...
_OPERATOR_NAMES = ("eq", "ne", "gt", "ge", "lt", "le", "like", "match", "contains", "in_")


# --- where


@cmdlet("Where-Object", aliases=("where", "?"))
def where_object(
    property: Any = None,
    value: Any = _NOT_GIVEN,
    *,
    filter_script: Callable[[Any], Any] | None = None,
    not_: bool = False,
    eq: Any = _NOT_GIVEN,
    ne: Any = _NOT_GIVEN,
    gt: Any = _NOT_GIVEN,
    ge: Any = _NOT_GIVEN,
    lt: Any = _NOT_GIVEN,
    le: Any = _NOT_GIVEN,
    like: Any = _NOT_GIVEN,
    not_like: Any = _NOT_GIVEN,
    match: Any = _NOT_GIVEN,
    not_match: Any = _NOT_GIVEN,
    contains: Any = _NOT_GIVEN,
    not_contains: Any = _NOT_GIVEN,
    in_: Any = _NOT_GIVEN,
    not_in: Any = _NOT_GIVEN,
    is_: Any = _NOT_GIVEN,
    is_not: Any = _NOT_GIVEN,
    ceq: Any = _NOT_GIVEN,
    cne: Any = _NOT_GIVEN,
    cgt: Any = _NOT_GIVEN,
    cge: Any = _NOT_GIVEN,
    clt: Any = _NOT_GIVEN,
    cle: Any = _NOT_GIVEN,
    c_like: Any = _NOT_GIVEN,
    c_not_like: Any = _NOT_GIVEN,
    c_match: Any = _NOT_GIVEN,
    c_not_match: Any = _NOT_GIVEN,
    c_contains: Any = _NOT_GIVEN,
    c_not_contains: Any = _NOT_GIVEN,
    c_in: Any = _NOT_GIVEN,
    c_not_in: Any = _NOT_GIVEN,
    **properties: Any,
) -> Stage:
    """Let the records pass for which a condition holds.

    Text compares without regard to case. A missing property is null. Several conditions must all hold.

    Args:
        property: Name or dotted path of a property (`attributes.department`); alone, its value must be true. A
            function of the record is taken as `filter_script`.
        value: What the property must be equal to, as `eq`.
        filter_script: Function of the record, plain Python; the record passes if it gives something true.
        not_: True lets the records pass for which the property or the function is not true.
        eq: Equal to.
        ne: Not equal to.
        gt: Greater than. A date-time property compares with a datetime, a date, ISO text, `"-1d"` or `"yesterday"`.
        ge: Greater than or equal to.
        lt: Less than.
        le: Less than or equal to.
        like: Wildcard pattern: `*`, `?`, `[a-z]`.
        not_like: Wildcard pattern that must not fit.
        match: Regular expression, found anywhere in the text.
        not_match: Regular expression that must not be found.
        contains: A value that must be among the property's, which is a list.
        not_contains: A value that must not be among them.
        in_: List or stream in which the property's value must be; a stream is read when it is needed.
        not_in: List or stream in which it must not be.
        is_: Type that the value must have: a Python type, or a name such as `"string"`, `"int"`, `"datetime"`.
        is_not: Type that it must not have.
        ceq: `eq` with regard to case.
        cne: `ne` with regard to case.
        cgt: `gt` with regard to case.
        cge: `ge` with regard to case.
        clt: `lt` with regard to case.
        cle: `le` with regard to case.
        c_like: `like` with regard to case.
        c_not_like: `not_like` with regard to case.
        c_match: `match` with regard to case.
        c_not_match: `not_match` with regard to case.
        c_contains: `contains` with regard to case.
        c_not_contains: `not_contains` with regard to case.
        c_in: `in_` with regard to case.
        c_not_in: `not_in` with regard to case.
        properties: Property names with the values that they must have: `type="QUARTZ"`. A list or stream stands for any
            of its elements.

    Returns:
        Stage: Gives the records that pass, lazily, in their order.

    Raises:
        UsageError: No condition is given, or an operator has no property.

    PowerShell: Where-Object

    Example:
        >>> tasks = [{"id": 1, "type": "QUARTZ", "percent": 80}, {"id": 2, "type": "Workflow", "percent": None}]
        >>> list(tasks | where_object(type="quartz") | select_object(expand_property="id"))
        [1]
        >>> list(tasks | where_object("percent", eq=None) | select_object(expand_property="id"))
        [2]
        >>> list(tasks | where_object(lambda task: task.id > 1) | select_object(expand_property="type"))
        ['Workflow']
    """
    given = {name: one for name, one in locals().items() if find_operator(name) and one is not _NOT_GIVEN}
    # PowerShell's names with the i (ieq) land among the properties
    given |= {name: properties.pop(name) for name in list(properties) if find_operator(name)}
    if callable(property) and not isinstance(property, str):
        property, filter_script = None, property
    tests = [*_operator_tests(property, value, given), *_property_tests(properties)]
    if filter_script is not None:
        tests.append(_script_test(filter_script))
    elif property is not None and not given and value is _NOT_GIVEN:
        tests.append(_PropertyTest(property, truth))
    if not tests:
        raise UsageError(
            "where_object has no condition", hint="Write where_object(status='OPEN') or where_object('percent', gt=50)."
        )
    return Stage(_passing(tests, not not_, failing()), label="where_object")


def _passing(tests: Sequence[Test], wanted: bool, failed: Failed) -> Transform:
    """Lets the records through that pass all tests, or do not; one at which a test fails does not pass."""
    holds = tests[0] if len(tests) == 1 else lambda record: all(test(record) for test in tests)
    asked = [test for test in tests if isinstance(test, _PropertyTest)]
    lists = [test for test in (one.test for one in asked) if isinstance(test, Several)]

    def transform(records: Iterator[Any]) -> Iterator[Any]:
        passed, last = False, MISSING
        for row, record in enumerate(records, 1):
            last = record
            if row == 1:
                for one in lists:
                    _ = one.values  # read now, so that its failure is not taken for the record's
            try:
                passes = holds(record) is wanted
            except Exception as error:  # noqa: BLE001 - what becomes of it was said by the caller
                failed(error, record, row)
                continue
            if passes:
                passed = True
                yield record
        if not passed and last is not MISSING:
            note_unknown([one.path for one in asked if one.read.found is False], last, others=_OPERATOR_NAMES)

    return transform


def _operator_tests(path: Any, value: Any, given: Mapping[str, Any]) -> Iterator[Test]:
    if path is None:
        if given or value is not _NOT_GIVEN:
            name = next(iter(given), "value")
            raise UsageError(
                f"{name}= needs a property",
                hint=f"Write where_object('status', {name}=...); for plain values a function: lambda value: ...",
            )
        return
    if not isinstance(path, str):
        raise UsageError(f"{path!r} is no property", hint="Give its name, a path such as 'source.name', or a function.")
    if value is not _NOT_GIVEN:
        # PowerShell's own form, as from splatting: the operator is a switch beside the value
        given = {name: value for name, one in given.items() if one is True} or {"eq": value}
    for name, right in given.items():
        yield _PropertyTest(path, predicate(name, right))


def _property_tests(properties: Mapping[str, Any]) -> Iterator[Test]:
    for path, right in properties.items():
        yield _PropertyTest(path, predicate("eq", right) if is_one_thing(right) else EqualsAny(right))


class _PropertyTest:
    """Asks something of a property; a missing one is null."""

    def __init__(self, path: str, test: Test) -> None:
        self.path = path
        self.read = PathReader(path)
        self.test = test

    def __call__(self, record: Any) -> bool:
        value = self.read(record)
        return self.test(None if value is MISSING else value)


def _script_test(script: Callable[[Any], Any]) -> Test:
    call = taking_record(script)
    return lambda record: bool(call(record))


# --- select


@cmdlet("Select-Object", aliases=("select",))
def select_object(
    *properties: Any,
    property: Any = None,
    expand_property: str | None = None,
    exclude_property: str | Sequence[str] = (),
    first: int | None = None,
    last: int | None = None,
    skip: int = 0,
    skip_last: int = 0,
    index: int | Sequence[int] | None = None,
    skip_index: int | Sequence[int] = (),
    unique: bool = False,
    case_insensitive: bool = False,
    wait: bool = False,
    **calculated: Any,
) -> Stage:
    """Pick properties of the records, or records by their place.

    What need not be read is not read: `first=5` never asks for a sixth record, and asks the tenant
    for no more than five.

    Args:
        properties: Names, dotted paths (`attributes.department`) or wildcards (`*Name`) of the properties to keep, in
            this order. A missing one is null.
        property: The same under PowerShell's name.
        expand_property: Give the value of this property instead of a record; the elements of a list one by one. With
            `properties`, these are added to the objects that come out.
        exclude_property: Names or wildcards to leave out.
        first: How many records from the start.
        last: How many from the end; reads the whole stream, and holds no more than these.
        skip: How many to pass over at the start; with `last` alone, at the end.
        skip_last: How many to leave out at the end.
        index: Places of the records to give, from 0; they come in their order.
        skip_index: Places to leave out, from 0.
        unique: True gives each result when it comes for the first time.
        case_insensitive: True lets `unique` take text without regard to case.
        wait: True reads the source to its end all the same.
        calculated: New properties: a path that is renamed (`Department="attributes.department"`), or a function of
            the record (`days=lambda task: task.hours / 24`). Where a function fails and `error_action` lets the
            others go on, its property is null.

    Returns:
        Stage: Gives Records of the chosen properties, or the records as they are, lazily.

    Raises:
        UsageError: Options exclude each other, or a number is negative.

    PowerShell: Select-Object

    Example:
        >>> people = [{"name": "Ada", "attributes": {"department": "IT"}}, {"name": "Bo", "attributes": {}}]
        >>> list(people | select_object("name", Department="attributes.department"))
        [Record({'name': 'Ada', 'Department': 'IT'}), Record({'name': 'Bo', 'Department': None})]
        >>> list(people | select_object(expand_property="name", last=1))
        ['Bo']
    """
    wanted = [*columns(properties), *columns(property)]
    wanted += [_calculated(name, spec) for name, spec in calculated.items()]
    cut = _slice(first, last, skip, skip_last, index, skip_index, wait)
    excluded = list(flatten(exclude_property))
    shape = _shape(wanted, excluded, expand_property)

    def transform(records: Iterator[Any]) -> Iterable[Any]:
        results = cut.apply(records) if shape is None else shape(cut.apply(enumerate(records, 1)))
        return each_once(results, ignore_case=case_insensitive) if unique else results

    one_for_one = not unique and expand_property is None
    return Stage(
        transform,
        label="select_object",
        needs=lambda want: cut.needs(want if one_for_one else None),
        kind=SAME_KIND if shape is None else None,
    )


def _calculated(name: str, spec: Any) -> Column:
    try:
        return column(spec, name=name)
    except UsageError:
        near = did_you_mean(name, _SELECT_OPTIONS)
        if near is None or isinstance(spec, Mapping):
            raise
        raise UsageError(f"select_object has no option {name!r}", hint=near) from None


_SELECT_OPTIONS = (
    *("expand_property", "exclude_property", "first", "last", "skip", "skip_last", "index", "skip_index"),
    *("unique", "case_insensitive", "wait"),
)


def _slice(
    first: int | None,
    last: int | None,
    skip: int,
    skip_last: int,
    index: int | Sequence[int] | None,
    skip_index: int | Sequence[int],
    wait: bool,
) -> Slice:
    places = None if index is None else list(flatten(index))
    left_out = frozenset(flatten(skip_index))
    for name, number in (("first", first), ("last", last), ("skip", skip), ("skip_last", skip_last)):
        if number is not None and (not isinstance(number, int) or number < 0):
            raise UsageError(f"{name}={number!r} is no number of records", hint="Give 0 or more.")
    by_place = [name for name, one in (("index", places), ("skip_index", left_out)) if one]
    by_count = [
        name for name, one in (("first", first), ("last", last), ("skip", skip), ("skip_last", skip_last)) if one
    ]
    if (by_place and by_count) or len(by_place) > 1 or (skip_last and (first is not None or last is not None)):
        names = " and ".join(by_place + by_count)
        raise UsageError(f"{names} exclude each other", hint="Use one select_object after the other.")
    return Slice(first, last, skip, skip_last, places, left_out, wait)


def _shape(
    wanted: Sequence[Column], excluded: Sequence[str], expand: str | None
) -> Callable[[Iterable[tuple[int, Any]]], Iterator[Any]] | None:
    """What makes the results out of the chosen records, each with its row; None where these pass as they are."""
    if expand is not None:
        added = Projection(wanted, excluded, failing()) if wanted else None
        return lambda rows: _expanded(rows, expand, added)
    if wanted or excluded:
        project = Projection(wanted or None, excluded, failing())
        return lambda rows: (project(record, row) for row, record in rows)
    return None


def _expanded(rows: Iterable[tuple[int, Any]], path: str, added: Projection | None) -> Iterator[Any]:
    """The values of one property. Where no record has it, that is said, since it is most likely a wrong name."""
    read = PathReader(path)
    record: Any = MISSING
    for row, record in rows:
        value = read(record)
        for one in spread(None if value is MISSING else value):
            one = wrap(one)
            if added is not None and isinstance(one, dict):
                one = one.copy()
                for name, extra in added(record, row).items():
                    one.setdefault(name, extra)
            yield one
    if record is not MISSING and read.found is False:
        note_unknown([path], record)


# --- sort


@cmdlet("Sort-Object", aliases=("sort",))
def sort_object(
    *properties: Any,
    property: Any = None,
    descending: bool = False,
    unique: bool = False,
    top: int | None = None,
    bottom: int | None = None,
    stable: bool = True,
    case_sensitive: bool = False,
    culture: str | None = None,
) -> Stage:
    """Sort the records; reads the whole stream first.

    Null sorts first, a missing property last in either direction. Records that are alike keep their order.

    Args:
        properties: Sort keys, the most important first: names, dotted paths, or functions of the record. `"-created"`
            sorts descending, `"+name"` ascending, whatever `descending` says. Without any, the values themselves.
        property: The same under PowerShell's name.
        descending: True begins with the greatest.
        unique: True gives only the first of records that are alike in their keys.
        top: How many from the start of the order.
        bottom: How many from its end.
        stable: Accepted for PowerShell's sake; the order is always stable.
        case_sensitive: True tells `a` from `A`; small letters come first.
        culture: Culture whose order holds; those with an order of their own, such as Swedish, are refused.

    Returns:
        Stage: Gives the records in order.

    Raises:
        UsageError: `top` and `bottom` are both given, one is less than 1, or the culture has its own order.

    PowerShell: Sort-Object

    Example:
        >>> apps = [{"app": "erp", "risk": 1}, {"app": "crm", "risk": 4}, {"app": "erp", "risk": 8}]
        >>> list(apps | sort_object("app", "-risk") | select_object(expand_property="risk"))
        [4, 8, 1]
    """
    keys = [*sort_columns(properties), *sort_columns(property)]
    if top is not None and bottom is not None:
        raise UsageError("top and bottom exclude each other", hint="Sort once and take both ends from the result.")
    for name, number in (("top", top), ("bottom", bottom)):
        if number is not None and number < 1:
            raise UsageError(f"{name}={number!r} is no number of records", hint="Give 1 or more.")
    check_culture(culture)
    failed = failing()

    def transform(records: Iterator[Any]) -> Iterable[Any]:
        ordered = sort_records(
            records,
            keys,
            descending=descending,
            ignore_case=not case_sensitive,
            unique=unique,
            top=top,
            bottom=bottom,
            failed=failed,
        )
        if ordered:
            note_unknown(never_found(keys), ordered[0])
        return ordered

    return Stage(transform, label="sort_object")
