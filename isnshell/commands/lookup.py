"""From a name to operations, and from arguments to the one of them that is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..catalog.facts import DEFAULT_GENERATION, Operation
from ..catalog.loader import facts
from ..catalog.names import Name, find_name, names
from ..catalog.successors import LEGACY_END, SUCCESSOR_GENERATION, is_legacy, successor
from ..errors import UnknownNameError, UsageError
from ..host import note_once
from ..naming import did_you_mean, fold
from ..operations.arguments import missing_arguments, name_arguments
from ..tenant.session import Session


def operations_for(
    base: str, session: Session | None, pinned: str | None = None, *, quiet: bool = False
) -> tuple[Operation, ...]:
    """The operations behind a name: in the pinned generation, else the session's, else in the newest that has it.

    Where the session's generation is `v1`, a name that v1 calls otherwise means its successor there. What is not taken
    from the session's generation under its own name is said once, when the operation is called; `quiet` is for looking
    at it.

    Raises:
        UnknownNameError: No generation has it; or the session is strict, and its generation lacks it.
    """
    if pinned is not None:
        return facts(pinned).find(base)
    wanted = session.api_version if session else DEFAULT_GENERATION
    if found := facts(wanted).find(base):
        return found
    name = find_name(base)
    if name is None:
        raise UnknownNameError(f"There is no command {base!r}")
    if all(one.startswith(_NERM) for one in name.generations):
        return facts(name.newest).find(base)  # another product: no generation of ISC has it
    moved = _successor(name) if wanted == SUCCESSOR_GENERATION else None
    if not quiet:
        if session is not None and session.strict:
            raise _refused(name, wanted)
        note_once(_notice(name, wanted, moved), key=f"generation:{base}:{wanted}")
    return facts(wanted).find(moved) if moved else facts(name.newest).find(base)


_NERM = "nerm"


def _successor(name: Name) -> str | None:
    """The name that replaces it in v1; of several generations that have it the newest tells."""
    found = (successor(generation, name.base) for generation in reversed(name.generations) if is_legacy(generation))
    return next((one for one in found if one), None)


def _notice(name: Name, wanted: str, moved: str | None) -> str:
    if moved:
        return f"{name.base}: in {wanted} its name is {moved}, which is used."
    if wanted == SUCCESSOR_GENERATION:
        return f"{name.base}: {wanted} has no successor of it, {name.newest} is used; it ends in {LEGACY_END}."
    return f"{name.base}: {wanted} has no such operation, {name.newest} is used."


def _refused(name: Name, wanted: str) -> UnknownNameError:
    """A strict session's answer to a name that its generation lacks."""
    if wanted == SUCCESSOR_GENERATION and (moved := _successor(name)):
        hint = f"Its successor is {moved}."
    else:
        known = (one for one in names() if (row := find_name(one)) and wanted in row.generations)
        why = f"It is in {', '.join(name.generations)}"
        near = did_you_mean(name.base, known)
        lacks = ", without a successor" if wanted == SUCCESSOR_GENERATION else ""
        hint = f"{why}{lacks}." + (f" {near}" if near else "")
    return UnknownNameError(f"{name.base}: {wanted} has no such operation, and the session is strict", hint=hint)


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
