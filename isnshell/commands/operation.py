"""Commands made from the catalog's facts: one class for all operations."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from ..catalog.facts import Operation
from ..catalog.loader import facts
from ..operations.answer import is_file
from ..operations.arguments import check_names, missing_arguments, name_arguments, positional
from ..pipeline.properties import get_property, property_names
from ..tenant.rails import Plan, Planned, current_scope, restored
from ..tenant.retry import is_repeatable
from ..tenant.session import Session, current_session, peek_session
from .cmdlet import Cmdlet
from .invocation import CALL_OPTIONS, FILE_OPTIONS, call
from .lookup import choose, operations_for
from .references import id_from, refuse_foreign


class OperationCmdlet(Cmdlet):
    """A command made from the facts of an operation.

    Args:
        base: Base name in the catalog: `get_pending_tasks`.
        name: What was typed: the base name, or a pinned one.
        ps: PowerShell's name.
        generation: The pinned generation; None follows the session.
    """

    def __init__(self, base: str, name: str, ps: str, generation: str | None = None) -> None:
        self.base = base
        self.name = self.__name__ = name
        self.ps = ps
        self.generation = generation
        self.__module__ = f"cmdlets.{generation}" if generation else "cmdlets"

    def _operations(self) -> tuple[Operation, ...]:
        return self._of(peek_session(), quiet=True)

    def _of(self, session: Session | None, *, quiet: bool = False) -> tuple[Operation, ...]:
        found = operations_for(self.base, session, self.generation, quiet=quiet)
        if self.name == self.base:
            return found
        # A whole PowerShell name means its own operation only: one typed as V2 must not reach V1's
        return tuple(operation for operation in found if operation.cmdlet == self.ps) or found

    @property
    def __signature__(self) -> inspect.Signature:
        return operation_signature(self._operations()[0])

    @property
    def __doc__(self) -> str:  # type: ignore[override]  # made from the facts when it is read
        from .help import operation_help

        return operation_help(self._operations(), self.name)

    @property
    def changes(self) -> bool:
        return any(operation.changes for operation in self._operations())

    def run(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        session = current_session()
        return call(session, self._of(session), self.name, arguments, keywords)

    def gives_list(self, keywords: Mapping[str, Any]) -> bool:
        """Whether a call with these arguments reads a list page by page; sends nothing."""
        own = {k: v for k, v in keywords.items() if k not in (*CALL_OPTIONS, *FILE_OPTIONS)}
        return choose(self._of(current_session()), (), own, self.name).pages

    def missing(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> list[str]:
        operations = self._of(current_session())
        own = {k: v for k, v in keywords.items() if k not in (*CALL_OPTIONS, *FILE_OPTIONS)}
        operation = choose(operations, arguments, own, self.name)
        named = name_arguments(operation, arguments, own, self.name)
        if keywords.get("skip_validation"):
            return []
        models = facts(operation.generation).models
        lacking = missing_arguments(operation, named, models)
        if lacking:  # a call that is complete is checked when it is bound
            check_names(operation, named, models, self.name)
        return [p.python_name for p in lacking]

    def check(self, arguments: tuple[Any, ...], keywords: Mapping[str, Any]) -> Plan | None:
        """Prepare the request as if to show it: that finds whatever is wrong with it."""
        operations = self._of(current_session())
        own = {k: v for k, v in keywords.items() if k not in (*CALL_OPTIONS, *FILE_OPTIONS)}
        if not choose(operations, arguments, own, self.name).changes:
            return None
        with restored(evolve(current_scope(), what_if=True)):
            try:
                self.run(arguments, dict(keywords))
            except Planned as planned:
                return planned.plan
        return None

    @property
    def repeats_safely(self) -> bool:
        return all(is_repeatable(one.method, one.changes) for one in self._operations())

    @property
    def is_one_request(self) -> bool:
        return True

    @property
    def takes_pipe(self) -> bool:
        return bool(self.missing((), {}))

    def bindable(self, missing: Sequence[str]) -> bool:
        operations = self._operations()
        return all(
            any(
                p.python_name == name and p.place in ("path", "query", "body") for o in operations for p in o.parameters
            )
            for name in missing
        )

    def from_pipe(self, record: Any, keywords: Mapping[str, Any], arguments: tuple[Any, ...] = ()) -> dict[str, Any]:
        session = current_session()
        operations = self._of(session)
        own = {k: v for k, v in keywords.items() if k not in (*CALL_OPTIONS, *FILE_OPTIONS)}
        operation = choose(operations, arguments, own, self.name)
        named = name_arguments(operation, arguments, own, self.name)
        lacking = missing_arguments(operation, named, facts(operation.generation).models)
        refuse_foreign(record, session, bool(keywords.get("cross_tenant")))
        if not property_names(record):
            return {lacking[0].python_name: record} if lacking else {}
        bound = {}
        for parameter in lacking:
            if parameter.place == "path":
                bound[parameter.python_name] = id_from(record, parameter, operation)
                continue
            # Under the wire's name or the command's own
            values = [get_property(record, name) for name in (parameter.name, parameter.python_name)]
            if any(value is not None for value in values):
                bound[parameter.python_name] = next(value for value in values if value is not None)
        return bound


def operation_signature(operation: Operation) -> inspect.Signature:
    """The Python signature of an operation: PowerShell's order, required ones without default."""
    shown = []
    optional = False
    for parameter in positional(operation):
        optional = optional or not parameter.required
        kind = (
            inspect.Parameter.KEYWORD_ONLY
            if parameter.required and optional
            else inspect.Parameter.POSITIONAL_OR_KEYWORD
        )
        default = inspect.Parameter.empty if parameter.required else parameter.default
        shown.append(inspect.Parameter(parameter.python_name, kind, default=default))
    if is_file(operation):
        shown += [
            inspect.Parameter("out_file", inspect.Parameter.KEYWORD_ONLY, default=None),
            inspect.Parameter("force", inspect.Parameter.KEYWORD_ONLY, default=False),
        ]
    shown.sort(key=lambda p: p.kind)
    return inspect.Signature(shown)
