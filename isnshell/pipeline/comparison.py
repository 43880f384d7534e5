"""PowerShell's comparison operators. The left side decides: the right one is converted to its type.

Text is compared without regard to case, except by the forms with a `c` (`ceq`). Where the left side is a list, the
operators other than `contains` and `in_` give the elements for which they hold. Null is below everything but negative
numbers, and equal to null only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial, singledispatch
from typing import Any
from uuid import UUID

from ..clock import Clock, SystemClock, parse_duration, parse_moment
from ..errors import UsageError
from ..naming import did_you_mean, fold
from ..records import Record
from .collation import compare_text, same_text
from .conversion import Number, is_collection, is_number, number_of, text_of, truth
from .patterns import regex, wildcard

Operator = Callable[[Any, Any], Any]


class Incomparable(UsageError):
    """Two values have no order, or the right one can't be read as the left one's type.

    Attributes:
        left: What stood on the left.
        right: What stood on the right.
        error_id: PowerShell's name of the error.
    """

    def __init__(
        self, left: Any, right: Any, why: str, *, hint: str | None = None, error_id: str = "ComparisonFailure"
    ) -> None:
        super().__init__(
            f"Can't compare {_shown(left)} with {_shown(right)}",
            why=why,
            hint=hint or "Compare with a value of the same type; text on the left compares with anything.",
        )
        self.left = left
        self.right = right
        self.error_id = error_id


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


# --- two values as ones of the left one's type


@singledispatch
def unify(left: Any, right: Any) -> tuple[Any, Any]:
    """Both values so that Python can compare them. Register further types by the left side here.

    Raises:
        Incomparable: The right side can't be read as the left one's type.
    """
    if isinstance(right, type(left)):
        return left, right
    why = f"{type(right).__name__} can't be read as {type(left).__name__}"
    raise Incomparable(left, right, why, error_id="PSObjectCompareTo")


@unify.register(bool)
def _(left: bool, right: Any) -> tuple[Any, Any]:
    return left, truth(right)


@unify.register(int)
@unify.register(float)
@unify.register(Decimal)
def _(left: Number, right: Any) -> tuple[Any, Any]:
    return _same_number_type(left, _as_number(left, right))


def _as_number(left: Number, right: Any) -> Number:
    if isinstance(right, bool):
        return int(right)
    if is_number(right):
        return right  # type: ignore[no-any-return]  # is_number said so
    number = number_of(right) if isinstance(right, str) else None
    if number is None:
        failure = "InvalidCastFromStringToInteger" if isinstance(right, str) else "ComparisonFailure"
        raise Incomparable(left, right, f"{_shown(right)} is no number", error_id=failure)
    return number


def _same_number_type(left: Number, right: Number) -> tuple[Number, Number]:
    """As .NET calibrates them: a decimal wins over a double, a double over an integer, which may lose digits."""
    kinds = {type(left), type(right)}
    if Decimal in kinds and float in kinds:
        return _as_decimal(left), _as_decimal(right)
    if float in kinds:
        return float(left), float(right)
    return left, right


def _as_decimal(value: Number) -> Decimal:
    return Decimal(repr(value) if isinstance(value, float) else value)  # by its digits, as .NET does: 0.1 is 0.1


@unify.register(datetime)
@unify.register(date)
def _(left: date, right: Any) -> tuple[Any, Any]:
    return _moments(left, right, SystemClock())


def _moments(left: date, right: Any, clock: Clock) -> tuple[datetime, datetime]:
    try:
        return _aware(left, clock), _aware(right, clock)
    except UsageError as error:
        raise Incomparable(left, right, f"{_shown(right)} is no date") from error


def _aware(value: Any, clock: Clock) -> datetime:
    return parse_moment(value, clock.now())


@unify.register
def _(left: timedelta, right: Any) -> tuple[Any, Any]:
    if isinstance(right, timedelta):
        return left, right
    span = _span(text_of(right)) if isinstance(right, str) or is_number(right) else None
    if span is None:
        raise Incomparable(left, right, f"{_shown(right)} is no span of time")
    return left, span


_SPAN = re.compile(r"(-?)(?:(\d+)\.)?(\d+):(\d+)(?::(\d+)(?:\.(\d{1,7}))?)?")


def _span(text: str) -> timedelta | None:
    """A span of time as .NET writes it (`1.02:30:00`, `3` days) or as isnshell takes it (`90m`)."""
    if text.strip().isdigit():
        return timedelta(days=int(text))
    if match := _SPAN.fullmatch(text.strip()):
        sign, days, hours, minutes, seconds, fraction = match.groups(default="0")
        micro = int(fraction.ljust(7, "0")) // 10
        value = timedelta(int(days), int(seconds), micro, 0, int(minutes), int(hours))
        return -value if sign == "-" else value
    try:
        return timedelta(seconds=parse_duration(text))
    except UsageError:
        return None


@unify.register
def _(left: UUID, right: Any) -> tuple[Any, Any]:
    try:
        return left, right if isinstance(right, UUID) else UUID(text_of(right))
    except ValueError:
        raise Incomparable(left, right, f"{_shown(right)} is no GUID") from None


@unify.register(Mapping)
@unify.register(list)
@unify.register(tuple)
def _(left: Any, right: Any) -> tuple[Any, Any]:
    # Objects are equal to themselves only, as PowerShell's are
    error_id = "PSObjectCompareTo" if isinstance(left, Record) else "NotIcomparable"
    raise Incomparable(left, right, f"{type(left).__name__} has no order", error_id=error_id)


# --- equal, less, greater


def is_equal(left: Any, right: Any, *, ignore_case: bool = True) -> bool:
    """Whether `left -eq right`, both taken as one value; what can't be compared is not equal."""
    if left is None or right is None:
        return left is right
    if isinstance(left, str):
        return same_text(left, text_of(right), ignore_case=ignore_case)
    if left is right and left == left:  # all but NaN are equal to themselves
        return True
    try:
        first, second = unify(left, right)
    except Incomparable:
        return False
    return bool(first == second)


def compare(left: Any, right: Any, *, ignore_case: bool = True) -> int | None:
    """-1, 0 or 1 as left is less than, equal to or greater than right; None beside NaN.

    Raises:
        Incomparable: There is no order between them.
    """
    if left is None or right is None:
        return _compare_null(left, right)
    if isinstance(left, str):
        return compare_text(left, text_of(right), ignore_case=ignore_case)
    first, second = unify(left, right)
    try:
        return -1 if first < second else 1 if first > second else 0 if first == second else None
    except TypeError:
        raise Incomparable(left, right, f"{type(left).__name__} has no order", error_id="NotIcomparable") from None


def _compare_null(left: Any, right: Any) -> int:
    if left is right:
        return 0
    value, sign = (right, 1) if left is None else (left, -1)
    return sign if is_number(value) and value < 0 else -sign


# --- the operators


def _ordered(accepted: tuple[int, ...], left: Any, right: Any, *, ignore_case: bool = True) -> bool:
    return compare(left, right, ignore_case=ignore_case) in accepted


def _is_like(left: Any, right: Any, *, ignore_case: bool = True) -> bool:
    return wildcard(text_of(right), ignore_case).fullmatch(text_of(left)) is not None


def _is_match(left: Any, right: Any, *, ignore_case: bool = True) -> bool:
    return find(left, right, ignore_case=ignore_case) is not None


def find(left: Any, right: Any, *, ignore_case: bool = True) -> re.Match[str] | None:
    """What `-match` finds: the first place where the expression `right` holds in the text of `left`."""
    return regex(text_of(right), ignore_case).search(text_of(left))


def _does_contain(left: Any, right: Any, *, ignore_case: bool = True) -> bool:
    elements: Iterable[Any] = left if is_collection(left) else (left,)
    return any(is_equal(one, right, ignore_case=ignore_case) for one in elements)


def _is_in(left: Any, right: Any, *, ignore_case: bool = True) -> bool:
    return _does_contain(right, left, ignore_case=ignore_case)


# What -is understands besides Python's own types, by the last part of .NET's name
_TYPE_NAMES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "int": (int,),
    "int32": (int,),
    "long": (int,),
    "int64": (int,),
    "double": (float,),
    "decimal": (Decimal,),
    "bool": (bool,),
    "boolean": (bool,),
    "datetime": (datetime,),
    "timespan": (timedelta,),
    "guid": (UUID,),
    "array": (list, tuple),
    "object[]": (list, tuple),
    "hashtable": (Mapping,),
    "pscustomobject": (Mapping,),
    "object": (object,),
}


def _is_type(left: Any, right: Any) -> bool:
    if left is None:
        return False
    wanted = (right,) if isinstance(right, type) else _types_named(right)
    if isinstance(left, bool):
        return bool in wanted or object in wanted
    return isinstance(left, wanted)


def _types_named(name: Any) -> tuple[type, ...]:
    written = text_of(name)
    bare = written[1:-1] if written.startswith("[") else written
    short = bare.rpartition(".")[2].lower()
    if short not in _TYPE_NAMES:
        raise UsageError(
            f"There is no type {written!r}",
            hint=did_you_mean(short, _TYPE_NAMES) or f"Known are {', '.join(_TYPE_NAMES)} and Python's own types.",
        )
    return _TYPE_NAMES[short]


def _not(test: Operator) -> Operator:
    return lambda left, right: not test(left, right)


def _each(test: Operator) -> Operator:
    """The operator as it works on lists: their elements for which it holds."""

    def operator(left: Any, right: Any) -> Any:
        return [one for one in left if test(one, right)] if is_collection(left) else test(left, right)

    return operator


_BASE: Mapping[str, Callable[..., bool]] = {
    "eq": is_equal,
    "gt": partial(_ordered, (1,)),
    "ge": partial(_ordered, (0, 1)),
    "lt": partial(_ordered, (-1,)),
    "le": partial(_ordered, (-1, 0)),
    "like": _is_like,
    "match": _is_match,
    "contains": _does_contain,
    "in": _is_in,
}
_NEGATED = {"ne": "eq", "notlike": "like", "notmatch": "match", "notcontains": "contains", "notin": "in"}
_ON_THE_WHOLE = {"contains", "notcontains", "in", "notin"}  # these look into lists themselves


def _forms() -> Iterable[tuple[str, Operator]]:
    for name in (*_BASE, *_NEGATED):
        for prefix, ignore_case in (("", True), ("i", True), ("c", False)):
            test: Operator = partial(_BASE[_NEGATED.get(name, name)], ignore_case=ignore_case)
            if name in _NEGATED:
                test = _not(test)
            yield prefix + name, test if name in _ON_THE_WHOLE else _each(test)
    yield "is", _is_type
    yield "isnot", _not(_is_type)


OPERATORS: Mapping[str, Operator] = dict(_forms())
"""Every operator by its name without separators: `eq`, `ceq`, `ieq`, `notlike`, `in`, `cnotcontains`, `isnot` ..."""

eq, ne, gt, ge, lt, le = (OPERATORS[name] for name in ("eq", "ne", "gt", "ge", "lt", "le"))
ceq, cne, cgt, cge, clt, cle = (OPERATORS[name] for name in ("ceq", "cne", "cgt", "cge", "clt", "cle"))
like, not_like, match, not_match = (OPERATORS[name] for name in ("like", "notlike", "match", "notmatch"))
c_like, c_not_like, c_match, c_not_match = (OPERATORS[name] for name in ("clike", "cnotlike", "cmatch", "cnotmatch"))
contains, not_contains, in_, not_in = (OPERATORS[name] for name in ("contains", "notcontains", "in", "notin"))
c_contains, c_not_contains = OPERATORS["ccontains"], OPERATORS["cnotcontains"]
c_in, c_not_in = OPERATORS["cin"], OPERATORS["cnotin"]
is_, is_not = OPERATORS["is"], OPERATORS["isnot"]


def find_operator(name: str) -> Operator | None:
    """The operator that a keyword means, however it is spelled: `not_like`, `notlike`, `in_`, `ceq`."""
    return OPERATORS.get(fold(name))
