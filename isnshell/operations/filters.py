"""Filter expressions out of Python values: `{"type": "QUARTZ", "created": ("ge", date)}` as the API's grammar has
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timezone
from typing import Any

from ..catalog.facts import Operation
from ..clock import iso
from ..errors import UnknownNameError, UsageError
from ..naming import did_you_mean, fold
from .checks import plain

# The longest `in` list of one request: addresses of some 8,000 characters are cut by what stands before the tenant.
_LONGEST_LIST = 4000


def filter_texts(fields: Mapping[str, Any], operation: Operation, command: str) -> list[str]:
    """The expressions that a dict means: one, or several where a long list has to be split over requests.

    Args:
        fields: Field to value: a value is `eq`, a list `in`, None `isnull`, a tuple `("ge", value)` any operator.
        operation: Whose documented fields and operators count.
        command: Name of the command, for errors.

    Raises:
        UnknownNameError: The operation has no such filter field.
        UsageError: The field does not have the operator, or two lists are too long.
    """
    conditions = [list(_condition(name, value, operation, command)) for name, value in fields.items()]
    split = [parts for parts in conditions if len(parts) > 1]
    if len(split) > 1:
        raise UsageError(f"{command}: only one list of filters may be that long", hint="Ask for the parts one by one.")
    fixed = [parts[0] for parts in conditions if len(parts) == 1]
    return [" and ".join([*fixed, part]) for part in split[0]] if split else [" and ".join(fixed)]


def _condition(name: str, value: Any, operation: Operation, command: str) -> Iterator[str]:
    field = _field(name, operation, command)
    if value is None:
        yield f"{_checked(field, 'isnull', operation, command)} isnull"
    elif isinstance(value, tuple):
        if len(value) not in (1, 2) or not isinstance(value[0], str):
            raise UsageError(f"{command}: filters[{name!r}]={value!r}", hint="A tuple is (operator, value): ('ge', 5).")
        operator = value[0].lower()
        _checked(field, operator, operation, command)
        if operator == "in":
            yield from _lists(field, _many(value[1]))
        else:
            yield f"{field} {operator}" + (f" {quote(value[1])}" if len(value) == 2 else "")
    elif isinstance(value, (list, set, frozenset)):
        _checked(field, "in", operation, command)
        yield from _lists(field, _many(value))
    else:
        yield f"{_checked(field, 'eq', operation, command)} eq {quote(value)}"


def _field(name: str, operation: Operation, command: str) -> str:
    for known in operation.filters:
        if fold(known) == fold(name):
            return known
    fields = ", ".join(operation.filters) or "none"
    near = did_you_mean(name, operation.filters)
    raise UnknownNameError(f"{command} can't be filtered by {name!r}", hint=near or f"It has the fields {fields}.")


def _checked(field: str, operator: str, operation: Operation, command: str) -> str:
    allowed = operation.filters[field]
    if operator not in allowed:
        raise UsageError(
            f"{command} can't be filtered with {field} {operator}", hint=f"{field} takes {', '.join(allowed)}."
        )
    return field


def _many(values: Any) -> list[Any]:
    found = [values] if isinstance(values, str) else list(values)
    if not found:
        raise UsageError("An empty list of filter values fits nothing", hint="Give at least one value.")
    return found


def _lists(field: str, values: Sequence[Any]) -> Iterator[str]:
    part: list[str] = []
    length = 0
    for text in (quote(value) for value in values):
        if part and length + len(text) > _LONGEST_LIST:
            yield f"{field} in ({','.join(part)})"
            part, length = [], 0
        part.append(text)
        length += len(text) + 1
    yield f"{field} in ({','.join(part)})"


def quote(value: Any) -> str:
    """A value as the filter grammar spells it: text in double quotes, moments and numbers bare."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, date):
        return iso(datetime(value.year, value.month, value.day, tzinfo=timezone.utc))
    plain_value = plain(value)
    if isinstance(plain_value, (int, float)):
        return str(plain_value)
    text = str(plain_value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
