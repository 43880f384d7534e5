"""Names in place of ids: looked up once a session, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from weakref import WeakKeyDictionary

from ..catalog.facts import Operation, Parameter
from ..catalog.loader import facts
from ..errors import UsageError
from ..naming import snake_case
from ..operations.arguments import bind
from ..operations.filters import filter_texts
from ..operations.request import build
from ..tenant.paging import read_pages
from ..tenant.session import Session

_found: WeakKeyDictionary[Session, dict[tuple[str, str], str]] = WeakKeyDictionary()


class ByName:
    """Stands where an id is wanted, until it is known what kind of thing the id is of.

    It is no attrs class, whose fields would go out as an object: inside of a body it can't travel.

    Args:
        name: The object's exact name.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"by_name({self.name!r})"

    def id_for(self, session: Session, operation: Operation, parameter: Parameter | None) -> str:
        """The id of the one object of that name, for a parameter.

        Raises:
            UsageError: No object has the name, or several have, or objects of the kind can't be listed.
        """
        if parameter is None or parameter.place not in ("path", "query") or not _is_id(parameter.python_name):
            raise UsageError(f"{self!r} stands where no id is wanted")
        return self._id(session, _lister(operation, parameter.python_name, _segments(operation, parameter)))

    def id_for_field(self, session: Session, operation: Operation, field: str) -> str:
        """The id of the one object of that name, for a field of a filter: `sourceId`, `source.id`.

        Raises:
            UsageError: As `id_for`.
        """
        name = snake_case(field)
        if not _is_id(name):
            raise UsageError(f"{self!r} stands where no id is wanted", hint=f"{field} takes a value of its own.")
        return self._id(session, _lister(operation, field, iter([_plural(name)])))

    def _id(self, session: Session, lister: Operation) -> str:
        known = _found.setdefault(session, {})
        key = (lister.base, self.name)
        if key not in known:
            known[key] = self._look_up(session, lister)
        return known[key]

    def _look_up(self, session: Session, lister: Operation) -> str:
        found = [one for one in _candidates(session, lister, self.name) if one.get("name") == self.name]
        thing = lister.base.removeprefix("get_").replace("_", " ")
        if not found:
            raise UsageError(
                f"None of the {thing} is named {self.name!r}", hint="Names are looked up exactly, case included."
            )
        if len(found) > 1:
            ids = ", ".join(str(one.get("id")) for one in found)
            raise UsageError(f"{len(found)} of the {thing} are named {self.name!r}", hint=f"Give the id of one: {ids}.")
        return str(found[0]["id"])


def _is_id(name: str) -> bool:
    return name.endswith("id")


def _lister(operation: Operation, name: str, segments: Iterator[str]) -> Operation:
    """The operation that lists what `name` is an id of, by the segments that its path may end in."""
    collections: dict[tuple[str, ...], Operation] = {}
    for candidate in facts(operation.generation):
        if candidate.method == "GET" and candidate.pages:
            collections.setdefault(tuple(_words(candidate)), candidate)
    for segment in segments:
        if found := collections.get((segment,)):
            return found
    raise UsageError(f"{name} of {operation.base} can't be looked up by name", hint="Give the id itself.")


def _segments(operation: Operation, parameter: Parameter) -> Iterator[str]:
    """The collection that stands before the parameter, and the one that its name says."""
    words = _words(operation)
    placeholder = "{" + parameter.name + "}"
    if placeholder in words and words.index(placeholder) > 0:
        yield words[words.index(placeholder) - 1]
    yield _plural(parameter.python_name)


def _plural(name: str) -> str:
    noun = name.removesuffix("_id").replace("_", "-")
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def _words(operation: Operation) -> list[str]:
    return [word for word in operation.path.split("/") if word and word not in ("v1", "v2")]


def _candidates(session: Session, lister: Operation, name: str) -> Iterator[dict[str, Any]]:
    given = (
        {"filters": filter_texts({"name": name}, lister, lister.base)[0]}
        if "eq" in lister.filters.get("name", ())
        else {}
    )
    request = build(lister, bind(lister, given, facts(lister.generation).models, lister.base))
    size = int(lister.by_name["limit"].maximum or 250)
    for page in read_pages(session, request, page_size=size):
        yield from (one for one in page if isinstance(one, dict))
