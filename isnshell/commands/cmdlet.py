"""Cmdlet: everything one can type as a command, callable and usable on both sides of `|`."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from contextvars import copy_context
from functools import cached_property, partial
from typing import Any

from attrs import evolve, frozen

from ..errors import UnknownNameError, UsageError
from ..host import get_host
from ..naming import did_you_mean, fold
from ..pipeline.properties import property_names
from ..pipeline.stage import Stage, as_stage
from ..pipeline.stream import Stream
from ..tenant.rails import Plan, Planned, Scope, asking_anew, current_scope, in_command, restored
from ..tenant.session import peek_session
from .binding import bind_record
from .changes import ChangeEach, Work
from .common import COMMON_PARAMETERS, NOTHING_TOLD, Common, take_common
from .each import BindEach

__all__ = ["COMMON_PARAMETERS", "Cmdlet", "FunctionCmdlet", "cmdlet", "showing_plans"]

_NO_INPUT: Any = object()


class Cmdlet(ABC):
    """A command. Called, it does its work; left of `|` it is called without arguments; right of `|` it is bound to
    each record.

    Attributes:
        name: What one types: `get_pending_tasks`.
        ps: PowerShell's name: `Get-PendingTasks`.
        aliases: Other names, PowerShell's own short ones among them.
    """

    __array_ufunc__ = None
    name: str
    ps: str
    aliases: tuple[str, ...] = ()

    @property
    @abstractmethod
    def changes(self) -> bool:
        """Whether it may change the tenant, so that a pipe that ends in it does not wait."""

    @abstractmethod
    def run(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        """Do the work; the common parameters have been taken out."""

    @abstractmethod
    def missing(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> list[str]:
        """Names of the required parameters that a call with these arguments lacks."""

    @abstractmethod
    def from_pipe(self, record: Any, keywords: Mapping[str, Any], arguments: tuple[Any, ...] = ()) -> dict[str, Any]:
        """Keyword arguments that the record gives, for parameters that the call left out."""

    @property
    @abstractmethod
    def __signature__(self) -> inspect.Signature: ...

    @property
    def usage(self) -> str:
        """The call with its parameters, as a person reads it: without types, which the help tells in words."""
        bare = [p.replace(annotation=p.empty) for p in self.__signature__.parameters.values()]
        return f"{self.name}{inspect.Signature(bare)}".replace("=Ellipsis", "=...")

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        common = take_common(self, arguments, keywords)
        source = next((keywords.pop(name) for name in list(keywords) if fold(name) == "inputobject"), _NO_INPUT)
        result = self._invoke(common, arguments, keywords, showing_plans)
        return result.run(source) if source is not _NO_INPUT and isinstance(result, Stage) else result

    def call_for_record(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        """Call it for one record of a pipe: what the pipe's own command was told holds, and a change that is only
        shown is the pipe's to show.
        """
        return self._invoke(NOTHING_TOLD, arguments, keywords, lambda work: work())

    def _invoke(
        self,
        common: Common,
        arguments: tuple[Any, ...],
        keywords: dict[str, Any],
        shown: Callable[[Callable[[], Any]], Any],
    ) -> Any:
        nested = in_command()
        with common.held(self.ps) as held:
            # A change that is only shown ends the whole command whose function called this one
            work = partial(self._call, arguments, keywords)
            result = common.settle(work if held.inside else partial(shown, work))
            if not isinstance(result, Stage):
                return common.result(result)
            result.label = _label(self.name, arguments, keywords)
            # What the command was told goes on to hold when the pipe gives it its input
            context = copy_context()

            def around(work: Callable[[], Any]) -> Any:
                # Each pipe that a stage ends is a command of its own, with a question of its own
                anew = work if nested else lambda: asking_anew(work)
                return context.copy().run(
                    lambda: common.result(common.settle(lambda: showing_plans(anew)), of_stage=True)
                )

            result.around = around
            return result

    def _call(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        resume = keywords.pop("resume", None) if "resume" in keywords and not self.own_parameter("resume") else None
        missing = self.missing(arguments, keywords)
        if resume is not None and not (missing and self.changes and self.bindable(missing)):
            raise UsageError(f"{self.name} can't resume", hint="resume is for a pipe of changes.")
        if not missing:
            return self.run(arguments, keywords)
        if not self.bindable(missing):
            raise UsageError(f"{self.name} needs {' and '.join(missing)}", hint=f"Usage: {self.usage}")

        waits_for = " and ".join(missing)
        if self.changes:
            bind = self.bind(arguments, keywords)
            work = Work(self, bind, resume=resume, given=(arguments, keywords))
            return ChangeEach(work, waits_for=waits_for)
        return BindEach(self.bind(arguments, keywords), current_scope().failures, waits_for=waits_for)

    def bind(self, arguments: tuple[Any, ...], keywords: Mapping[str, Any]) -> Callable[[Any], BoundCall]:
        """Makes the call for a record, which gives the parameters that these arguments leave open. What changes the
        tenant is checked whole, as far as that needs no request.
        """
        # A lazy pipe that is read later goes on with the session and rails of now
        held = evolve(current_scope(), session=peek_session(), failures=None)
        binds = bool(self.missing(arguments, dict(keywords)))

        def bind(record: Any) -> BoundCall:
            with restored(held):
                bound = {**(self.from_pipe(record, keywords, arguments) if binds else {}), **keywords}
                if lacking := self.missing(arguments, bound):
                    raise UsageError(
                        f"{self.name} can't take {' and '.join(lacking)} from {_short(record)}",
                        why=f"it has {', '.join(names)}" if (names := property_names(record)) else None,
                        hint=f"Usage: {self.usage}",
                    )
                plan = self.check(arguments, bound) if self.changes else None
            return BoundCall(self, arguments, bound, held, plan, record)

        return bind

    def check(self, arguments: tuple[Any, ...], keywords: Mapping[str, Any]) -> Plan | None:
        """Find what is wrong with a call's arguments without sending anything.

        Returns:
            Plan: What would be sent, where that is known before.

        Raises:
            UsageError: Something is wrong.
        """
        return None

    @property
    def repeats_safely(self) -> bool:
        """Whether carrying a call out twice leaves the tenant as once."""
        return not self.changes

    def own_parameter(self, name: str, given: int = 0) -> str | None:
        """The command's own name of a parameter, or None: it has none such, or the first `given` positions fill it."""
        parameters = list(self.__signature__.parameters.values())
        positional = [p.name for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
        named = [p.name for p in parameters if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]
        return next((one for one in named if fold(one) == fold(name) and one not in positional[:given]), None)

    @property
    def is_one_request(self) -> bool:
        """Whether a call changes nothing before its request is sent, nor after it was answered."""
        return False

    @property
    def takes_pipe(self) -> bool:
        """Whether a call without arguments can be a Stage; if not, it is not even tried, since it might change
        something.
        """
        return True

    def bindable(self, missing: Sequence[str]) -> bool:
        """Whether the pipe can give all of these parameters."""
        return True

    def as_stage(self) -> Stage:
        """The command right of `|` without a call: `... | wait_report`."""
        result = self() if self.takes_pipe else None
        if not isinstance(result, Stage):
            raise UsageError(
                f"{self.name} takes nothing from the pipe",
                hint=f"Call it on its own, or per record: for_each_object(lambda record: {self.name}(...)).",
            )
        return result

    def __or__(self, right: Any) -> Any:
        left = self()
        return left | right if isinstance(left, (Stage, Stream)) else as_stage(right).run(left)

    def __ror__(self, left: Any) -> Any:
        return self.as_stage().run(left)

    def __repr__(self) -> str:
        return f"<command {self.usage}>"


@frozen
class BoundCall:
    """A command with all that it needs, waiting to be called: for one record of a pipe.

    Args:
        command: What is called.
        arguments: By position.
        keywords: By name, those that the record gave among them.
        held: What the pipe's command was told.
        plan: What a change would send, if that is known.
        record: The record, for a command that is a Stage without it.
    """

    command: Cmdlet
    arguments: tuple[Any, ...]
    keywords: Mapping[str, Any]
    held: Scope
    plan: Plan | None = None
    record: Any = None

    def __call__(self) -> Any:
        now = current_scope()
        with restored(evolve(self.held, approval=now.approval, answers=now.answers, gate=now.gate)):
            result = self.command.call_for_record(self.arguments, dict(self.keywords))
            return result.run(self.record) if isinstance(result, Stage) else result


def _label(name: str, arguments: tuple[Any, ...], keywords: Mapping[str, Any]) -> str:
    given = [_short(value) for value in arguments] + [f"{key}={_short(value)}" for key, value in keywords.items()]
    return f"{name}({', '.join(given)})"


def _short(value: Any) -> str:
    if callable(value):
        return getattr(value, "__name__", "...")
    text = repr(value) if not isinstance(value, Stream) else "..."
    return text if len(text) <= 40 else text[:37] + "..."


def showing_plans(work: Callable[[], Any]) -> Any:
    """Do the work; a change that is only to be shown ends it, and the plan is the result."""
    try:
        return work()
    except Planned as planned:
        get_host().show(planned.plan.text)
        return None


class FunctionCmdlet(Cmdlet):
    """A command written by hand as a function.

    Args:
        function: Does the work. It checks its arguments at once; what it does to a pipe it returns as a Stage.
        ps: PowerShell's name, or the name PowerShell would give it.
        aliases: Other names.
        pipe: The parameters that the pipe can bind: name to the record fields that may give it.
        kinds: Models whose records the command is about; an `id` of another model never binds.
        changes: Whether it may change the tenant.
        spellings: PowerShell's other names of parameters: `{"path": "file_path"}`.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        ps: str,
        *,
        aliases: Sequence[str] = (),
        pipe: Mapping[str, Sequence[str]] | None = None,
        kinds: Sequence[str] = (),
        changes: bool = False,
        spellings: Mapping[str, str] | None = None,
    ) -> None:
        self.function = function
        self.name = self.__name__ = function.__name__
        self.ps = ps
        self.aliases = tuple(aliases)
        self.pipe = dict(pipe or {})
        self.kinds = tuple(kinds)
        self._changes = changes
        self._also = {fold(name): own for name, own in (spellings or {}).items()}
        self.__doc__ = function.__doc__
        self.__module__ = function.__module__
        self.__wrapped__ = function

    @property
    def changes(self) -> bool:
        return self._changes

    @cached_property
    def _own(self) -> inspect.Signature:
        return inspect.signature(self.function)

    @cached_property
    def __signature__(self) -> inspect.Signature:
        return self._own

    @cached_property
    def _spellings(self) -> dict[str, str]:
        return self._also | {fold(name): name for name in self._own.parameters}

    def own_parameter(self, name: str, given: int = 0) -> str | None:
        return super().own_parameter(self._spellings.get(fold(name), name), given)

    def _respell(self, keywords: Mapping[str, Any]) -> dict[str, Any]:
        """Keywords under the function's own names: PowerShell's and the wire's spelling are accepted too."""
        takes_any = any(p.kind is p.VAR_KEYWORD for p in self._own.parameters.values())
        known: dict[str, Any] = {}
        for name, value in keywords.items():
            own = name if name in self._own.parameters else self._spellings.get(fold(name))
            if own is None and not takes_any:
                parameters = list(self._own.parameters)
                raise UnknownNameError(
                    f"{self.name} has no parameter {name!r}",
                    hint=did_you_mean(name, parameters) or f"It takes {', '.join(parameters) or 'none'}.",
                )
            if (own or name) in known:
                raise UsageError(f"{self.name} got {own or name} twice, in two spellings")
            known[own or name] = value
        return known

    def run(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        try:
            bound = self._own.bind(*arguments, **self._respell(keywords))
        except TypeError as error:
            raise UsageError(
                f"{self.name} can't be called like this", why=str(error), hint=f"Usage: {self.usage}"
            ) from None
        with restored(evolve(current_scope(), inside=True)):
            return self.function(*bound.args, **bound.kwargs)

    def missing(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> list[str]:
        known = self._respell(keywords)
        given = len(arguments)
        return [
            p.name
            for index, p in enumerate(self._own.parameters.values())
            if p.default is p.empty
            and p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)
            and not (index < given and p.kind is p.POSITIONAL_OR_KEYWORD)
            and p.name not in known
        ]

    def bindable(self, missing: Sequence[str]) -> bool:
        return all(name in self.pipe for name in missing)

    def from_pipe(self, record: Any, keywords: Mapping[str, Any], arguments: tuple[Any, ...] = ()) -> dict[str, Any]:
        known = {*self._respell(keywords), *self._positional[: len(arguments)]}
        return bind_record(
            record, {name: fields for name, fields in self.pipe.items() if name not in known}, self.kinds, self.name
        )

    @property
    def _positional(self) -> list[str]:
        parameters = self._own.parameters.values()
        return [p.name for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]


def cmdlet(
    ps: str,
    *,
    aliases: Sequence[str] = (),
    pipe: Mapping[str, Sequence[str]] | None = None,
    kinds: Sequence[str] = (),
    changes: bool = False,
    spellings: Mapping[str, str] | None = None,
) -> Callable[[Callable[..., Any]], FunctionCmdlet]:
    """Announce a function as a command.

    Args:
        ps: PowerShell's name: `Where-Object`.
        aliases: Other names: `("where", "?")`.
        pipe: Parameters that records of a pipe can bind, each with the fields that may give it, best first.
        kinds: Models whose own `id` may bind to the command's `id`.
        changes: Whether it may change the tenant: a pipe that ends in it runs at once, after its source was read whole.
        spellings: PowerShell's other names of parameters: `{"path": "file_path"}`.
    """
    return lambda function: FunctionCmdlet(
        function, ps, aliases=aliases, pipe=pipe, kinds=kinds, changes=changes, spellings=spellings
    )
