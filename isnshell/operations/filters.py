"""Filter expressions out of Python values: `{"type": "QUARTZ", "created": ("ge", date)}` as the API's grammar has
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from itertools import product
from typing import Any
from urllib.parse import quote as url_quote

from ..catalog.facts import Operation
from ..clock import iso
from ..errors import UnknownNameError, UsageError
from ..naming import did_you_mean, fold
from .checks import plain

# All `in` lists of one request, as they stand in its address: one of some 8,000 characters is refused or cut by what
# stands before the tenant, and the path, `limit` and the other conditions need their room too.
_LONGEST_LISTS = 4500

_WITHOUT_VALUE = ("isnull", "pr")
_OF_LISTS = ("in", "ca")


def filter_texts(fields: Mapping[str, Any], operation: Operation, command: str) -> list[str]:
    """The expressions that a dict means: one, or several where long lists have to be split over requests.

    Args:
        fields: Field to value: a value is `eq`, a list `in`, None `isnull`, a tuple `("ge", value)` any operator.
        operation: Whose documented fields and operators count.
        command: Name of the command, for errors.

    Raises:
        UnknownNameError: The operation has no such filter field.
        UsageError: The field does not have the operator, or the value does not go with it.
    """
    read = [_Condition.of(name, value, operation, command) for name, value in fields.items()]
    lists = sum(condition.operator == "in" for condition in read)
    parts = [list(condition.texts(_LONGEST_LISTS // max(1, lists))) for condition in read]
    return [" and ".join(chosen) for chosen in product(*parts)]


class _Condition:
    """One field, its operator, and its values as the grammar spells them."""

    def __init__(self, field: str, operator: str, values: Sequence[str] = ()) -> None:
        self.field = field
        self.operator = operator
        self.values = values

    @classmethod
    def of(cls, name: str, given: Any, operation: Operation, command: str) -> _Condition:
        field = _field(name, operation, command)
        operator, values = _read(name, given, command)
        allowed = operation.filters[field]
        if operator not in allowed:
            raise UsageError(
                f"{command} can't be filtered with {field} {operator}", hint=f"{field} takes {', '.join(allowed)}."
            )
        return cls(field, operator, [_spelled(value, name, command) for value in values])

    def texts(self, longest: int) -> Iterator[str]:
        """The condition; several of them where a list is longer than one address may be."""
        if self.operator == "pr":
            yield f"pr {self.field}"
        elif self.operator == "in":
            yield from (f"{self.field} in ({','.join(part)})" for part in _cut(self.values, longest))
        elif self.operator == "ca":
            yield f"{self.field} ca ({','.join(self.values)})"
        else:
            yield " ".join([self.field, self.operator, *self.values])


def _field(name: str, operation: Operation, command: str) -> str:
    for known in operation.filters:
        if fold(known) == fold(name):
            return known
    fields = ", ".join(operation.filters) or "none"
    near = did_you_mean(name, operation.filters)
    raise UnknownNameError(f"{command} can't be filtered by {name!r}", hint=near or f"It has the fields {fields}.")


def _read(name: str, given: Any, command: str) -> tuple[str, list[Any]]:
    """Operator and values out of what the person wrote."""
    if given is None:
        return "isnull", []
    if not isinstance(given, tuple):
        return ("in", _many(given)) if _is_list(given) else ("eq", [given])
    operator = given[0].lower() if given and isinstance(given[0], str) else ""
    if len(given) == 1 and operator in _WITHOUT_VALUE:
        return operator, []
    if len(given) != 2 or not operator or operator in _WITHOUT_VALUE:
        raise UsageError(
            f"{command}: filters[{name!r}]={given!r} is no condition",
            hint="A tuple is an operator and its value, ('ge', 5); isnull and pr stand alone, ('isnull',); "
            "a list of values is a list.",
        )
    return operator, _many(given[1]) if operator in _OF_LISTS else [given[1]]


def _is_list(value: Any) -> bool:
    return hasattr(value, "__iter__") and not isinstance(value, (str, bytes, bytearray, Mapping))


def _many(values: Any) -> list[Any]:
    found = list(values) if _is_list(values) else [values]
    if not found:
        raise UsageError("An empty list of filter values fits nothing", hint="Give at least one value.")
    return found


def _spelled(value: Any, name: str, command: str) -> str:
    value = value.value if isinstance(value, Enum) else value
    if value is None:
        raise UsageError(
            f"{command}: filters[{name!r}] compares with None", hint="None stands alone, for isnull; no list holds it."
        )
    if isinstance(value, Mapping) or _is_list(value):
        raise UsageError(
            f"{command}: filters[{name!r}] can't compare with a {type(value).__name__}",
            hint="Give text, a number, a date, or one field of it.",
        )
    return quote(value)


def _cut(values: Sequence[str], longest: int) -> Iterator[list[str]]:
    """The values, each once, in parts that fit into an address."""
    part: list[str] = []
    length = 0
    for text in dict.fromkeys(values):
        size = len(url_quote(f"{text},", safe=""))
        if part and length + size > longest:
            yield part
            part, length = [], 0
        part.append(text)
        length += size
    yield part


def quote(value: Any) -> str:
    """A value as the filter grammar spells it: text in double quotes, moments and numbers bare. A date is the local
    midnight at which it begins, as everywhere.
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, date):
        return iso(datetime(value.year, value.month, value.day))
    plain_value = plain(value)
    if isinstance(plain_value, float):
        return format(Decimal(repr(plain_value)), "f")  # the grammar knows no 1e+16
    if isinstance(plain_value, int):
        return str(plain_value)
    text = str(plain_value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
