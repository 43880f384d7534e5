"""PowerShell's common parameters: what every command takes besides its own, and the defaults of a whole session."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from contextvars import Context, copy_context
from fnmatch import fnmatchcase
from typing import Any, Protocol

from attrs import field, frozen

from ..errors import IsnError, RefusedError, StreamError, UsageError
from ..host import Host, get_host, speaking_through
from ..naming import fold
from ..pipeline.failing import Failed, locate
from ..pipeline.stage import Stage
from ..pipeline.stream import Stream, close
from ..records import wrap
from ..tenant.rails import Scope, current_scope, scope
from .variables import variable

# The Cmdlet handles them, the functions never see them; so they are told here once and in no command's own help.
COMMON_PARAMETERS: Mapping[str, str] = {
    "session": "Session to use; the current one if left out.",
    "what_if": "True sends no change and shows the exact request instead.",
    "confirm": "True asks before a change, False does not; left out, the profile decides.",
    "verbose": "True says each request and how it was answered, on standard error.",
    "debug": "True shows what is sent and answered, without secrets, on standard error.",
    "error_action": "What an error, also of one record, does: stop (default), continue, silently_continue, ignore.",
    "error_variable": "List that gets the errors, each with its record; at the prompt also a name, or +name to go on.",
    "warning_action": "What a warning does: continue (default), silently_continue, ignore, stop.",
    "out_variable": "List that gets the results as they are read; at the prompt also a name, or +name to go on.",
}

# PowerShell's short forms
_SHORT = {
    "wi": "what_if",
    "cf": "confirm",
    "vb": "verbose",
    "db": "debug",
    "ea": "error_action",
    "ev": "error_variable",
    "wa": "warning_action",
    "ov": "out_variable",
}
_SPELLINGS = {**{fold(name): name for name in COMMON_PARAMETERS}, **_SHORT}
ACTIONS = ("stop", "continue", "silently_continue", "ignore")
_FOLDED_ACTIONS = {fold(action): action for action in ACTIONS}

ps_default_parameter_values: dict[str, Any] = {}
"""PowerShell's `$PSDefaultParameterValues`: `{"*:ErrorAction": "continue", "Get-PendingTasks:limit": 5}`.

A key is a command, in which `*` and `?` stand for any letters, and a parameter; `disabled: True` switches all off.
"""

_NOTHING: Any = object()


class Command(Protocol):
    """What the defaults must know of a command."""

    name: str
    ps: str
    aliases: tuple[str, ...]

    def own_parameter(self, name: str, given: int = 0) -> str | None:
        """The command's own name of a parameter, unless the first `given` positions fill it; None if it has none."""


@frozen
class Failures:
    """What becomes of the errors of one command.

    Args:
        action: One of `ACTIONS`.
        kept: List that gets the errors.
    """

    action: str = "stop"
    kept: list[Any] | None = None

    def met(self, error: Exception, record: Any = _NOTHING) -> bool:
        """Keep and tell an error; whether the work goes on."""
        if record is not _NOTHING:
            error.record = wrap(record)  # type: ignore[attr-defined]  # the list's reader wants to know which one failed
        if self.kept is not None and self.action != "ignore" and not any(one is error for one in self.kept):
            self.kept.append(error)
        if self.action == "continue":
            host = get_host()
            # An error is no warning that `warning_action` could keep back
            getattr(host, "unhushed", host).warn(_said(error))
        return self.action != "stop"

    def met_one(self, record: Any, error: Exception) -> None:
        """Keep and tell the error of one record; ends the work with it where that is the action."""
        if isinstance(error, RefusedError) or not self.met(error, record):
            raise error

    def settle(self, work: Callable[[], Any], *, instead: Any = None) -> Any:
        """Do the work of a whole command; an error that does not stop gives `instead`."""
        try:
            return work()
        except (UsageError, RefusedError, StreamError):
            raise  # a mistake in the call, or a rail: neither is for the tenant's errors to hide
        except Exception as error:
            if not self.met(error):
                raise
            return instead


def _said(error: Exception) -> str:
    name = type(error).__name__
    text = str(error) if isinstance(error, IsnError) or not hasattr(error, "record") else f"{name}: {error}"
    return " ".join([text or name, *(f"({note})" for note in getattr(error, "__notes__", ()))])


def failing() -> Failed:
    """What becomes of the failure of one record, as the command that is running was told."""
    failures = current_scope().failures

    def failed(error: Exception, record: Any, row: int | None = None) -> None:
        locate(error, record, row)
        if failures is None:
            raise error
        failures.met_one(record, error)

    return failed


@frozen
class Common:
    """The common parameters of one call.

    Args:
        told: What its scope is told: session, rails, verbose, debug.
        failures: What becomes of errors, if it was said.
        warning_action: What becomes of warnings, if it was said.
        out: List that gets the results.
    """

    told: Mapping[str, Any] = field(factory=dict)
    failures: Failures | None = None
    warning_action: str | None = None
    out: list[Any] | None = None

    def held(self, command: str) -> AbstractContextManager[Scope]:
        """A block in which the parameters hold."""
        inner = scope(command=command, failures=self.failures, **self.told)
        return inner if self.warning_action is None else self._listening(inner)

    @contextmanager
    def _listening(self, inner: AbstractContextManager[Scope]) -> Iterator[Scope]:
        action = self.warning_action or "continue"
        with ExitStack() as stack:
            stack.enter_context(speaking_through(lambda host: _Hushed(host, action)))
            yield stack.enter_context(inner)

    def settle(self, work: Callable[[], Any]) -> Any:
        """Do the work; what an error does is up to `error_action`."""
        return work() if self.failures is None else self.failures.settle(work)

    def result(self, result: Any, *, of_stage: bool = False) -> Any:
        """What a command gave, as the parameters want it: put aside for `out_variable`, and read under all of them."""
        if not isinstance(result, Stream) or result.is_complete:
            if self.out is not None and result is not None and not isinstance(result, Stage):
                self.out.extend(map(wrap, result)) if isinstance(result, (Stream, list, tuple)) else self.out.append(
                    result
                )
            return result
        if not self._matters_when_read:
            return result
        context = copy_context()
        began: list[bool] = []

        def read(want: int | None) -> Iterator[Any]:
            out = None if began else self.out
            began.append(True)
            # A stage hands on the errors of its source, which are another command's; its own were met record by record
            failures = None if of_stage else self.failures
            return _read(result, want, context.copy(), failures, out)

        return Stream(read, label=result.label, kind=result.kind, count=result._count, one_shot=result._one_shot)

    @property
    def _matters_when_read(self) -> bool:
        return (
            self.out is not None
            or self.failures is not None
            or self.warning_action is not None
            or "verbose" in self.told
            or "debug" in self.told
        )


NOTHING_TOLD = Common()


def _read(
    stream: Stream, want: int | None, context: Context, failures: Failures | None, out: list[Any] | None
) -> Iterator[Any]:
    records = context.run(stream.open, want)
    try:
        while True:
            if failures is None:
                record = context.run(next, records, _NOTHING)
            else:
                record = context.run(failures.settle, lambda: next(records, _NOTHING), instead=_NOTHING)
            if record is _NOTHING:
                return
            if out is not None:
                out.append(wrap(record))
            yield record
    finally:
        context.run(close, records)


class _Hushed:
    """A host that lets warnings through, keeps them back, or takes them for errors."""

    def __init__(self, host: Host, action: str) -> None:
        self._host = self.unhushed = host
        self._action = action

    def warn(self, text: str) -> None:
        """A warning, as the action says."""
        if self._action == "continue":
            self._host.warn(text)
        elif self._action == "stop":
            raise IsnError("A warning ended the command", why=text, hint="warning_action='continue' lets it go on.")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._host, name)


def take_common(command: Command, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Common:
    """Take the common parameters out of a call's keywords; add the session's defaults for what it leaves out.

    Raises:
        UsageError: A parameter came twice, or an action is unknown.
    """
    if ps_default_parameter_values:
        _add_defaults(command, arguments, keywords)
    given: dict[str, Any] = {}
    for name in list(keywords):
        if own := _SPELLINGS.get(fold(name)):
            if own in given:
                raise UsageError(f"{command.name} got {own} twice, in two spellings")
            given[own] = keywords.pop(name)
    return _common(given) if given else NOTHING_TOLD


def _common(given: dict[str, Any]) -> Common:
    action, kept = given.pop("error_action", None), given.pop("error_variable", None)
    warning, out = given.pop("warning_action", None), given.pop("out_variable", None)
    failures = None
    if action is not None or kept is not None:
        failures = Failures(_action("error_action", action or "stop"), variable(kept))
    return Common(
        {name: value for name, value in given.items() if value is not None},
        failures,
        None if warning is None else _action("warning_action", warning),
        variable(out),
    )


def _action(name: str, value: Any) -> str:
    action = _FOLDED_ACTIONS.get(fold(str(value)))
    if action is None:
        raise UsageError(f"{name}={value!r} is unknown", hint=f"Give one of {', '.join(ACTIONS)}.")
    return action


def _add_defaults(command: Command, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> None:
    """Add what `ps_default_parameter_values` says to a call; what the call says itself wins."""
    if any(fold(key) == "disabled" and value for key, value in ps_default_parameter_values.items()):
        return
    said = {_SPELLINGS.get(fold(name)) or command.own_parameter(name) or fold(name) for name in keywords}
    names = {fold(name) for name in (command.name, command.ps, *getattr(command, "aliases", ()))}
    for key, value in ps_default_parameter_values.items():
        pattern, colon, parameter = key.rpartition(":")
        wanted = pattern.lower().replace("-", "").replace("_", "")
        if not colon or not any(fnmatchcase(name, wanted) for name in names):
            continue
        own = _SPELLINGS.get(fold(parameter)) or command.own_parameter(parameter, len(arguments))
        if own is not None and own not in said and fold(own) not in said:
            keywords[own] = value
