"""Stage: what stands to the right of `|`."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..errors import UsageError
from ..records import wrap
from .stream import Stream, as_stream, close, is_one_thing

Transform = Callable[[Iterator[Any]], Iterable[Any]]
Needs = Callable[[int | None], int | None]


SAME_KIND: Any = object()
"""A stage whose results are its source's records: their kind stays known."""


def needs_all(want: int | None) -> int | None:
    """The stage can't say how much of its source it reads: a where, a sort."""
    return None


def one_to_one(want: int | None) -> int | None:
    """The stage gives one record for each it reads."""
    return want


class Stage:
    """One step of a pipe, waiting for its input.

    Args:
        transform: Makes the results out of the source's records; a generator stays lazy.
        label: The call as the person wrote it, for messages.
        needs: How many records the stage reads to give so many results.
        waits_for: What the stage needs from the pipe, for whoever looks at it alone.
        kind: Model of the results; left out, that of the source's records.
        one_shot: True if a second reading would do the work again, such as a call that changes something.
    """

    __array_ufunc__ = None
    __pandas_priority__ = 5000

    def __init__(
        self,
        transform: Transform,
        *,
        label: str,
        needs: Needs = needs_all,
        waits_for: str = "the records to work on",
        kind: str | None = SAME_KIND,
        one_shot: bool = False,
    ) -> None:
        self._transform = transform
        self._needs = needs
        self._kind = kind
        self._one_shot = one_shot
        self.label = label
        self.waits_for = waits_for
        self.around: Callable[[Callable[[], Any]], Any] = lambda work: work()
        self._used = False

    def run(self, source: Any) -> Any:
        """Give the stage its input. `around` is what its command sets to hold while it works."""
        self._used = True
        return self.around(lambda: self.take(source))

    def take(self, source: Any) -> Any:
        """What the pipe up to this stage is worth, for any source."""
        return self.apply(as_stream(source))

    def apply(self, source: Stream) -> Any:
        """What the pipe up to this stage is worth, for a stream. A lazy stage gives a Stream."""
        return Stream(
            lambda want: self._read(source, want),
            label=self.label,
            kind=source.kind if self._kind is SAME_KIND else self._kind,
            one_shot=self._one_shot or source._one_shot,
        )

    def _read(self, source: Stream, want: int | None) -> Iterator[Any]:
        records = source.open(self._needs(want))
        try:
            yield from self._transform(records)
        finally:
            close(records)

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_"):
            self._used = True  # the error says enough
            raise AttributeError(
                f"{self.label} is a step of a pipe and has no {name!r}. What the pipe gives has, in parentheses: "
                f"(... | {self.label}).{name}",
                name=name,
                obj=self,
            )
        raise AttributeError(name)

    def __ror__(self, left: Any) -> Any:
        return self.run(left)

    def __or__(self, right: Any) -> Stage:
        return Composed(self, as_stage(right))

    def __del__(self) -> None:
        if not getattr(self, "_used", True):
            warnings.warn(f"{self.label} did nothing: it was given no input through a pipe.", stacklevel=2)

    def __repr__(self) -> str:
        self._used = True
        return f"<{self.label} waits for {self.waits_for}: put it right of |>"


class Composed(Stage):
    """Two stages as one: `where_object(...) | select_object(...)`."""

    def __init__(self, first: Stage, second: Stage) -> None:
        first._used = second._used = True
        super().__init__(iter, label=f"{first.label} | {second.label}", waits_for=first.waits_for)
        self._first, self._second = first, second

    def take(self, source: Any) -> Any:
        return self._second.run(self._first.run(source))


class Sink(Stage):
    """A stage that reads everything when `|` is evaluated and gives one value: an export, a measure, a change."""

    def __init__(
        self, consume: Callable[[Stream], Any], *, label: str, waits_for: str = "the records to work on"
    ) -> None:
        super().__init__(iter, label=label, waits_for=waits_for)
        self._consume = consume

    def apply(self, source: Stream) -> Any:
        return self._consume(source)


class Each(Stage):
    """A stage that calls a function for each record; one thing left of `|` gives the function's result itself."""

    def __init__(self, call: Callable[[Any], Any], *, label: str, waits_for: str = "a record") -> None:
        super().__init__(_mapping(call), label=label, needs=one_to_one, waits_for=waits_for, kind=None)
        self._call = call

    def take(self, source: Any) -> Any:
        if is_single(source):
            return self._call(source)
        return super().take(source)


def _mapping(call: Callable[[Any], Any]) -> Transform:
    # No method of the stage: a stage that holds itself would be dropped, and warn, only when the collector comes by
    def transform(records: Iterator[Any]) -> Iterator[Any]:
        for record in records:
            yield from spread(call(record))

    return transform


def is_single(source: Any) -> bool:
    """Whether one thing stands left of `|`, whose result is one thing too."""
    return source is not None and not isinstance(source, Stream) and is_one_thing(source)


def spread(result: Any) -> Iterator[Any]:
    """A call's result as the pipe passes it on: nothing for None, each of a stream or list, else the one."""
    if result is None:
        return
    if isinstance(result, (Stream, list, tuple)):
        yield from result
    else:
        yield result


def as_stage(value: Any) -> Stage:
    """What stands right of `|` as a stage: a stage, a command, or a callable, which gets the record as its argument."""
    if isinstance(value, Stage):
        return value
    make = getattr(value, "as_stage", None)
    if callable(make):
        return make()  # type: ignore[no-any-return]  # a Cmdlet's own answer
    if callable(value):
        return Each(lambda record: value(wrap(record)), label=getattr(value, "__name__", "a callable"))
    raise UsageError(
        f"{type(value).__name__} can't stand right of |",
        hint="Right of | stands a command such as where_object(...), or a function of one record.",
    )


def _pipe(source: Stream, right: Any) -> Any:
    return as_stage(right).run(source)


Stream.pipe = _pipe
