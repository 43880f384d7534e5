"""A person's function of a record: how it is called, at which record it failed, and whether the others go on."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from ..errors import UsageError
from ..naming import fold
from ..records import wrap

Failed = Callable[[Exception, Any, int | None], None]
"""Told of an error, the record and its row (from 1, if known); raises where the error ends the work."""

_TELLING = ("id", "name", "displayname")
_LONGEST = 60


def taking_record(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A person's function as it is called with the raw values of a pipe: it gets Records.

    Raises:
        UsageError: It does not take one argument.
    """
    try:
        inspect.signature(function).bind(None)
    except TypeError as error:
        name = getattr(function, "__name__", repr(function)).replace("<lambda>", "This function")
        raise UsageError(
            f"{name} can't be called with a record", why=str(error), hint="Give a function of one: lambda record: ..."
        ) from None
    except ValueError:
        pass  # some of Python's own don't say what they take
    return lambda record: function(wrap(record))


def stop_at(error: Exception, record: Any, row: int | None = None) -> None:
    """End the work at the first failure.

    Raises:
        Exception: The error, which says at which record it happened.
    """
    locate(error, record, row)
    raise error


def locate(error: Exception, record: Any, row: int | None = None) -> None:
    """Note in an error at which record it happened, for whoever reads it and for whoever shows it."""
    if hasattr(error, "record"):
        return
    error.record = wrap(record)  # type: ignore[attr-defined]  # for the list of `error_variable`
    place = "At a record" if row is None else f"At record {row}"
    # add_note came with Python 3.11; before it, the notes are still where ours looks for them
    error.__notes__ = [*getattr(error, "__notes__", ()), f"{place}: {describe(record)}"]  # type: ignore[attr-defined, unused-ignore]


def describe(record: Any) -> str:
    """A record in a few words: its id and name, or what it begins with."""
    if isinstance(record, Mapping):
        told = {key: value for key, value in record.items() if fold(str(key)) in _TELLING and value is not None}
        if told:
            return ", ".join(f"{key} {value}" for key, value in told.items())
        text = ", ".join(f"{key} {value!r}" for key, value in record.items())
    else:
        text = repr(record)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
