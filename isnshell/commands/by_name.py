"""Names in place of ids: looked up once a session, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from weakref import WeakKeyDictionary

from attrs import frozen

from ..catalog.facts import Operation, Parameter
from ..catalog.loader import facts
from ..errors import UsageError
from ..operations.arguments import bind
from ..operations.filters import filter_texts
from ..operations.request import build
from ..tenant.paging import read_pages
from ..tenant.session import Session

_found: WeakKeyDictionary[Session, dict[tuple[str, str], str]] = WeakKeyDictionary()


@frozen
class ByName:
    """Stands where an id is wanted, until it is known what kind of thing the id is of.

    Args:
        name: The object's exact name.
    """

    name: str

    def id_for(self, session: Session, operation: Operation, parameter: Parameter | None) -> str:
        """The id of the one object of that name.

        Raises:
            UsageError: No object has the name, or several have, or objects of the kind can't be listed.
        """
        if parameter is None:
            raise UsageError(f"by_name({self.name!r}) stands where no id is wanted")
        lister = _lister(operation, parameter)
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


def _lister(operation: Operation, parameter: Parameter) -> Operation:
    """The operation that lists what the parameter is an id of: the collection before it, or the one its name says."""
    segment = _segment(operation, parameter)
    for candidate in facts(operation.generation):
        words = [word for word in candidate.path.split("/") if word and word not in ("v1", "v2")]
        if candidate.method == "GET" and candidate.pages and words == [segment]:
            return candidate
    raise UsageError(
        f"{parameter.python_name} of {operation.base} can't be looked up by name", hint="Give the id itself."
    )


def _segment(operation: Operation, parameter: Parameter) -> str:
    words = [word for word in operation.path.split("/") if word and word not in ("v1", "v2")]
    placeholder = "{" + parameter.name + "}"
    if placeholder in words and words.index(placeholder) > 0:
        return words[words.index(placeholder) - 1]
    noun = parameter.python_name.removesuffix("_id").replace("_", "-")
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


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
