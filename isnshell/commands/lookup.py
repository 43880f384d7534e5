"""From a name to operations, and from arguments to the one of them that is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..catalog.facts import DEFAULT_GENERATION, Operation
from ..catalog.loader import facts
from ..catalog.names import find_name
from ..errors import UnknownNameError, UsageError
from ..host import note_once
from ..naming import fold
from ..operations.arguments import missing_arguments, name_arguments
from ..tenant.session import Session


def operations_for(
    base: str, session: Session | None, pinned: str | None = None, *, quiet: bool = False
) -> tuple[Operation, ...]:
    """The operations behind a name: in the pinned generation, else the session's, else in the newest that has it.

    A fallback is said once, when the operation is called; `quiet` is for looking at it.

    Raises:
        UnknownNameError: No generation has it.
    """
    if pinned is not None:
        return facts(pinned).find(base)
    wanted = session.api_version if session else DEFAULT_GENERATION
    if found := facts(wanted).find(base):
        return found
    name = find_name(base)
    if name is None:
        raise UnknownNameError(f"There is no command {base!r}")
    if not quiet:
        note_once(f"{base}: {wanted} has no such operation, {name.newest} is used.", key=f"generation:{base}:{wanted}")
    return facts(name.newest).find(base)


def choose(
    operations: Sequence[Operation], arguments: Sequence[Any], keywords: Mapping[str, Any], command: str
) -> Operation:
    """One of several operations that share a name, by the arguments given.

    The rule: those whose parameters know all the names given; of these the ones that lack no required argument; of
    these the ones whose body is a list, if a list is given for it, or an object, if that is; of these the one that
    uses the most path parameters, so that an id means one object. The first of the data wins a tie.
    """
    if len(operations) == 1:
        return operations[0]

    def rank(operation: Operation) -> tuple[bool, bool, bool, int]:
        try:
            named = name_arguments(operation, arguments, keywords, command)
        except UsageError:
            return False, False, False, 0
        known = all(fold(name) in operation.by_name for name in named)
        whole = not missing_arguments(operation, named, facts(operation.generation).models)
        return known, whole, _fits_body(operation, named), sum(p.place == "path" for p in operation.parameters)

    return max(operations, key=rank)


def _fits_body(operation: Operation, named: Mapping[str, Any]) -> bool:
    body = operation.body
    given = [value for name, value in named.items() if operation.by_name.get(fold(name)) is operation.body_parameter]
    return body is None or not given or body.array == isinstance(given[0], (list, tuple))
