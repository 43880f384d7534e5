"""Calling all operations of one generation, and saying of each call what was wrong with it."""

from __future__ import annotations

import json
import queue
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

from attrs import frozen

from isnshell.catalog.facts import EXPERIMENTAL_HEADER, Operation, Parameter
from isnshell.catalog.loader import facts
from isnshell.commands.operation import call
from isnshell.errors import ApiError, IsnError
from isnshell.host import PlainHost, set_host
from isnshell.operations.answer import is_file
from isnshell.operations.checks import plain
from isnshell.operations.request import prefix, spell
from isnshell.pipeline.stream import Stream
from isnshell.tenant.profiles import Profile
from isnshell.tenant.session import Session

from .prism import Exchange, Router
from .values import ValueMaker

KINDS = ("required", "everything")
_IN_FLIGHT = 4


@frozen
class Problem:
    """What was wrong with one call."""

    operation: str
    text: str

    def __str__(self) -> str:
        return f"{self.operation}: {self.text}"


class Sweep:
    """The operations of one generation that the documents have.

    Args:
        router: The tenant, with the generation's Prism behind it.
        special: Values that the facts can't tell; see ValueMaker.
        folder: Where downloads go.
    """

    def __init__(self, router: Router, special: Mapping[str, Any], folder: Path) -> None:
        self.generation = router.generation
        self.operations = [operation for operation in facts(self.generation) if not operation.gone]
        self._router = router
        self._make = ValueMaker(facts(self.generation).models, special)
        self._folder = folder
        self._number = count()
        self._problems: dict[str, list[Problem]] = {}

    def problems(self, kind: str) -> list[Problem]:
        """What was wrong with the calls of a kind, `required` or `everything`; they are made once."""
        if kind not in self._problems:
            make = getattr(self._make, kind)
            with _sessions(self._router) as free, ThreadPoolExecutor(_IN_FLIGHT) as pool:
                found = pool.map(lambda operation: self._call(operation, make(operation), free), self.operations)
                texts = [(operation.operation, each) for operation, each in zip(self.operations, found, strict=True)]
            self._problems[kind] = [Problem(name, text) for name, each in texts for text in each]
        return self._problems[kind]

    def _call(self, operation: Operation, arguments: dict[str, Any], free: queue.Queue[Session]) -> list[str]:
        session = free.get()
        try:
            return self._judge(session, operation, arguments)
        finally:
            free.put(session)

    def _judge(self, session: Session, operation: Operation, arguments: dict[str, Any]) -> list[str]:
        options = {"out_file": self._folder / f"{next(self._number)}.download"} if is_file(operation) else {}
        problems: list[str] = []
        refused: list[str] = []
        result: Any = None
        try:
            result = call(session, (operation,), operation.base, (), {**arguments, **options})
            result = list(result) if isinstance(result, Stream) else result
        except ApiError as error:
            refused.append(f"answered {error.status_code}: {error.response.content[:300] if error.response else error}")
        except IsnError as error:
            problems.append(f"{type(error).__name__}: {error}")
        except Exception as error:
            problems.append(f"crashed: {error!r}")
        exchanges = self._router.take(session.profile.client_id)
        if not exchanges:
            return problems + refused or ["nothing was sent"]
        # What is invalid is answered with 400 or 401 too, in the words of the document's example
        problems += [f"invalid: {violation}" for one in exchanges for violation in one.violations] or refused
        problems += _differences(operation, arguments, exchanges[0])
        if not problems and not refused:
            problems += _misread(operation, result, exchanges)
        return list(dict.fromkeys(problems))


class _QuietHost(PlainHost):
    """Hundreds of experimental operations each say so once."""

    def note(self, text: str) -> None:
        pass


@contextmanager
def _sessions(router: Router) -> Iterator[queue.Queue[Session]]:
    """As many sessions as calls may be in flight, each a client of its own, by which the router tells them apart."""
    set_host(_QuietHost)
    free: queue.Queue[Session] = queue.Queue()
    made = []
    for number in range(_IN_FLIGHT):
        settings = {"environment": "sandbox", "rate_limit": 1_000_000, "max_retries": 0, "timeout": 30.0}
        made.append(Session(Profile("test", router.url, f"client-{number}", "secret", **settings)))
        free.put(made[-1])
    yield free
    for session in made:
        session.close()


def _differences(operation: Operation, arguments: Mapping[str, Any], arrived: Exchange) -> Iterator[str]:
    """Where a request is not what was asked for; that it is well-formed, Prism says."""
    given = [(p, arguments[p.python_name]) for p in operation.parameters if p.python_name in arguments]
    placed = {p.name: plain(value) for p, value in given if p.place == "path"}
    path = arrived.target.split("?")[0]
    template = prefix(operation.generation) + operation.path
    expected = [str(placed.get(part[1:-1], part)) for part in template.split("/")]
    if arrived.method != operation.method or [unquote(part) for part in path.split("/")] != expected:
        yield f"arrived elsewhere: {arrived.method} {path}"
    for parameter, value in given:
        if not _ARRIVED[parameter.place](operation, parameter, value, arrived):
            yield f"{parameter.name} arrived differently: {arrived.target} {arrived.body.decode()[:500]}"
    if operation.experimental and arrived.headers.get(EXPERIMENTAL_HEADER) != "true":
        yield "arrived without the experimental header"


def _in_query(operation: Operation, parameter: Parameter, value: Any, arrived: Exchange) -> bool:
    wanted = [spell(one) for one in plain(value)] if isinstance(value, list) else [spell(plain(value))]
    if parameter.explode is False:
        wanted = [",".join(wanted)]
    pairs = parse_qsl(arrived.target.partition("?")[2], keep_blank_values=True, errors="strict")
    return [text for name, text in pairs if name == parameter.name] == wanted


def _in_headers(operation: Operation, parameter: Parameter, value: Any, arrived: Exchange) -> bool:
    return arrived.headers.get(parameter.name) == spell(plain(value))


def _in_form(operation: Operation, parameter: Parameter, value: Any, arrived: Exchange) -> bool:
    return f'name="{parameter.name}"'.encode() in arrived.body


def _in_body(operation: Operation, parameter: Parameter, value: Any, arrived: Exchange) -> bool:
    came, wanted = _json_or_text(arrived.body), plain(value)
    if operation.body and operation.body.array and not isinstance(wanted, list):
        wanted = [wanted]
    if operation.pages and "sort" in came and "sort" not in wanted:
        # A search is told to sort, so that its pages fit together
        wanted = {**wanted, "sort": came["sort"]}
    return came == wanted


_ARRIVED: Mapping[str, Callable[[Operation, Parameter, Any, Exchange], bool]] = {
    "path": lambda *_: True,
    "query": _in_query,
    "header": _in_headers,
    "form": _in_form,
    "body": _in_body,
}


def _misread(operation: Operation, result: Any, exchanges: list[Exchange]) -> Iterator[str]:
    """Where the client gives something else than what came."""
    if not operation.pages and len(exchanges) != 1:
        yield f"{len(exchanges)} requests for one call"
    answer = exchanges[0].answer
    if isinstance(result, Path):
        if result.read_bytes() != answer:
            yield "the file differs from the answer"
    elif operation.method != "HEAD":
        came = _json_or_text(answer) if answer else None
        # Prism's example may be longer than the `limit` that was asked for
        if plain(result) != (came[: len(result)] if operation.pages and result else came):
            yield f"read as {str(plain(result))[:200]}, came as {str(came)[:200]}"


def _json_or_text(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body.decode()
