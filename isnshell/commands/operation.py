"""Commands made from the catalog's facts: one class for all operations, and `invoke` for those written by hand."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from ..catalog.facts import Operation, Parameter
from ..catalog.loader import facts
from ..catalog.names import find_name
from ..errors import UnknownNameError, UsageError
from ..host import note_once
from ..naming import fold
from ..operations.answer import as_records, is_file, origin, parse
from ..operations.arguments import Arguments, bind, missing_arguments, name_arguments, positional
from ..operations.filters import filter_texts
from ..operations.request import Request, build
from ..pipeline.properties import get_property, property_names
from ..pipeline.stream import Stream
from ..records import Origin, origin_of, records
from ..tenant.paging import count_all, read_pages
from ..tenant.session import Session, current_session, peek_session
from .by_name import ByName
from .cmdlet import Cmdlet

# Options of ours that every operation takes beside its own parameters.
_CALL_OPTIONS = ("skip_validation", "with_http_info", "cross_tenant", "page_size")
_FILE_OPTIONS = ("out_file", "force")


@frozen
class HttpInfo:
    """An answer with what carried it.

    Args:
        response: What the command gives without `with_http_info`.
        status_code: HTTP status.
        headers: Of the answer.
    """

    response: Any
    status_code: int
    headers: Mapping[str, str]


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
    wanted = session.api_version if session else "v2025"
    if found := facts(wanted).find(base):
        return found
    name = find_name(base)
    if name is None:
        raise UnknownNameError(f"There is no command {base!r}")
    if not quiet:
        note_once(f"{base}: {wanted} has no such operation, {name.newest} is used.", key=f"generation:{base}:{wanted}")
    return facts(name.newest).find(base)


def choose(operations: Sequence[Operation], named: Mapping[str, Any]) -> Operation:
    """One of several operations that share a name, by the arguments given.

    The rule: those whose parameters know all the names given; of these the ones that lack no required argument; of
    these the one that uses the most path parameters, so that an id means one object. The first of the data wins a tie.
    """
    if len(operations) == 1:
        return operations[0]

    def rank(operation: Operation) -> tuple[bool, bool, int]:
        models = facts(operation.generation).models
        known = all(fold(name) in operation.by_name for name in named)
        whole = not missing_arguments(operation, named, models)
        return known, whole, sum(p.place == "path" for p in operation.parameters)

    return max(operations, key=rank)


def invoke(base: str, /, *arguments: Any, **keywords: Any) -> Any:
    """Call an operation in the current session's generation; what commands written by hand are made of."""
    session = current_session()
    return call(session, operations_for(base, session), base, arguments, keywords)


def call(
    session: Session, operations: Sequence[Operation], command: str, arguments: Sequence[Any], keywords: dict[str, Any]
) -> Any:
    """Bind, check and send; give records, a stream, text, a path or nothing, by what the facts say.

    Args:
        session: Who asks.
        operations: The operations behind the name; the arguments choose.
        command: Name for messages.
        arguments: By position.
        keywords: By name, options of ours among them.
    """
    options = {
        name: keywords.pop(name)
        for name in (*_CALL_OPTIONS, *_FILE_OPTIONS)
        if name in keywords and not (name in _FILE_OPTIONS and not any(is_file(o) for o in operations))
    }
    operation = choose(operations, _names_only(operations, arguments, keywords, command))
    named = _open_records(operation, name_arguments(operation, arguments, keywords, command), session, options)
    if operation.pages and not options.get("with_http_info"):
        return _list(session, operation, named, command, options)
    bound = _bind(operation, named, command, options)
    request = build(operation, bound)
    if is_file(operation):
        from ..tenant.downloads import download  # waits for the first file, as requests does

        return download(
            session,
            request,
            out_file=options.get("out_file"),
            force=options.get("force", False),
            default_name=_default_name(operation, bound),
            scopes=operation.scopes,
        )
    return _exchange(session, operation, request, bound, command, options)


def _names_only(
    operations: Sequence[Operation], arguments: Sequence[Any], keywords: Mapping[str, Any], command: str
) -> Mapping[str, Any]:
    """Names of all arguments, as far as they can be told before the operation is chosen."""
    fitting = [o for o in operations if len(positional(o)) >= len(arguments)] or list(operations)
    return name_arguments(fitting[-1], arguments, keywords, command)


def _bind(operation: Operation, named: Mapping[str, Any], command: str, options: Mapping[str, Any]) -> Arguments:
    models = facts(operation.generation).models
    return bind(operation, named, models, command, skip_validation=options.get("skip_validation", False))


def _exchange(
    session: Session,
    operation: Operation,
    request: Request,
    bound: Arguments,
    command: str,
    options: Mapping[str, Any],
) -> Any:
    reply = session.send(request, scopes=operation.scopes, target=" ".join(bound.path.values()))
    if operation.method == "HEAD":
        result: Any = as_records(dict(reply.headers), Origin(kind="headers", tenant=session.tenant))
    else:
        result = as_records(parse(reply.body, reply.headers, command), origin(operation, session.tenant, bound.path))
    return HttpInfo(result, reply.status, reply.headers) if options.get("with_http_info") else result


def _list(
    session: Session, operation: Operation, named: Mapping[str, Any], command: str, options: Mapping[str, Any]
) -> Stream:
    """A lazy list: checked now, asked for when it is read. A filter too long for one address is several requests."""
    named = dict(named)
    limit = _count(named, "limit", command)
    offset = _count(named, "offset", command) or 0
    page_size = _page_size(operation, options, command)
    requests = []
    for texts in _filtered(operation, named, command):
        bound = _bind(operation, {**named, **texts}, command, options)
        requests.append(build(operation, bound))
    where = origin(operation, session.tenant, bound.path)
    if len(requests) > 1 and offset:
        raise UsageError(f"{command}: offset can't go with a list of filter values that is split over requests")

    def read(want: int | None) -> Iterator[Any]:
        left = limit if want is None else want if limit is None else min(limit, want)
        for request in requests:
            for page in read_pages(
                session, request, offset=offset, limit=left, page_size=page_size, scopes=operation.scopes
            ):
                yield from records(page, where)
                left = None if left is None else left - len(page)

    def count() -> int:
        totals = [
            count_all(session, one, operation.scopes) if "count" in operation.by_name else None for one in requests
        ]
        if None in totals:
            return sum(1 for _ in read(None))
        left = max(0, sum(total or 0 for total in totals) - offset)
        return left if limit is None else min(left, limit)

    return Stream(read, label=operation.base.removeprefix("get_").replace("_", " "), kind=where.kind, count=count)


def _filtered(operation: Operation, named: dict[str, Any], command: str) -> Iterator[dict[str, str]]:
    """The filter as text, if it was given as a dict: once, or several times where a list is too long for one
    address.
    """
    key = next((k for k, v in named.items() if fold(k) == "filters" and isinstance(v, Mapping)), None)
    if key is None:
        yield {}
    else:
        yield from ({key: text} for text in filter_texts(named[key], operation, command))


def _page_size(operation: Operation, options: Mapping[str, Any], command: str) -> int:
    largest = int(operation.by_name["limit"].maximum or 250)
    wanted = options.get("page_size") or largest
    if isinstance(wanted, bool) or not isinstance(wanted, int) or not 1 <= wanted <= largest:
        raise UsageError(f"{command}: page_size={wanted!r} is out of range", hint=f"Allowed is 1 to {largest}.")
    return wanted


def _count(named: dict[str, Any], name: str, command: str) -> int | None:
    """Take `limit` or `offset` out: they are about records, pages are cut by the engine."""
    key = next((k for k in named if fold(k) == name), None)
    value = named.pop(key) if key else None
    if value is None:
        return None
    if isinstance(value, str) and value.strip().isdigit():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise UsageError(f"{command}: {name}={value!r} is no number of records", hint="Give a whole number from 0 on.")
    return value


def _open_records(
    operation: Operation, named: dict[str, Any], session: Session, options: Mapping[str, Any]
) -> dict[str, Any]:
    """Records given where an id is wanted, replaced by that id; another tenant's are refused."""
    opened = {}
    for name, value in named.items():
        parameter = operation.by_name.get(fold(name))
        if isinstance(value, ByName):
            value = value.id_for(session, operation, parameter)
        elif parameter is not None and parameter.place == "path" and property_names(value):
            refuse_foreign(value, session, options.get("cross_tenant", False))
            value = id_from(value, parameter, operation)
        opened[name] = value
    return opened


def refuse_foreign(record: Any, session: Session, cross_tenant: bool) -> None:
    """Refuse a record of another tenant, whose ids mean nothing here, or something else."""
    tenant = origin_of(record).tenant
    if tenant is not None and tenant != session.tenant and not cross_tenant:
        raise UsageError(
            f"The record is of tenant {tenant}, the session is of {session.tenant}",
            hint="Switch with use_profile(...), or give cross_tenant=True if its id is right here too.",
        )


def id_from(record: Any, parameter: Parameter, operation: Operation) -> Any:
    """The value for a path parameter out of a record: its own id if it is of the right kind, else the matching
    reference.

    Raises:
        UsageError: The record is of another kind and refers to none of the right one.
    """
    for field in _id_fields(record, parameter, operation):
        value = get_property(record, field)
        if value is not None and not property_names(value):
            return value
    if (parent := origin_of(record).parents.get(parameter.name)) is not None:
        return parent
    kind = origin_of(record).kind or type(record).__name__
    raise UsageError(
        f"{parameter.python_name} of {operation.base} can't come from a {kind}",
        why=f"it has none of {', '.join(_id_fields(record, parameter, operation))}",
        hint="Give the id itself.",
    )


def _id_fields(record: Any, parameter: Parameter, operation: Operation) -> list[str]:
    """Where a record may hold the value of a path parameter, best first."""
    noun, _, last = parameter.python_name.rpartition("_")
    fields = [parameter.name]
    if last != "id" and parameter.python_name != "id":
        return fields
    thing = noun or _singular(_segment_before(operation, parameter))
    own = _is_about(record, operation, parameter)
    references = [f"{thing}_id", f"{thing}.id"] if thing else []
    if parameter.name == "id":
        return (["id"] if own else []) + [f for f in references if f != "id"]
    return fields + references + (["id"] if own else [])


def _segment_before(operation: Operation, parameter: Parameter) -> str:
    words = [w for w in operation.path.split("/") if w and w not in ("v1", "v2")]
    place = words.index("{" + parameter.name + "}") if "{" + parameter.name + "}" in words else 0
    return words[place - 1] if place else ""


def _singular(segment: str) -> str:
    word = segment.replace("-", "_")
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and not word.endswith("status") else word


# What starting something answers with is the task of it under another model's name
_SAME_OBJECT = {"TaskResultDetails": "TaskStatus"}


def _is_about(record: Any, operation: Operation, parameter: Parameter) -> bool:
    """Whether the record's own id is what the parameter wants: it came from the collection that stands before it."""
    where = origin_of(record)
    if where.resource is None:
        return True  # a CSV row, a dict: nobody knows better
    if _segment_before(operation, parameter) in where.resource.split("/"):
        return True
    kind = _SAME_OBJECT.get(where.kind or "", where.kind)
    return kind is not None and kind == (operation.answer.model if operation.answer else None)


def _default_name(operation: Operation, bound: Arguments) -> str:
    return "-".join([operation.base.split("_", 1)[-1], *bound.path.values()])


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

    def missing(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> list[str]:
        operations = self._of(current_session())
        own = {k: v for k, v in keywords.items() if k not in (*_CALL_OPTIONS, *_FILE_OPTIONS)}
        named = _names_only(operations, arguments, own, self.name)
        operation = choose(operations, named)
        if keywords.get("skip_validation"):
            return []
        lacking = missing_arguments(operation, named, facts(operation.generation).models)
        return [p.python_name for p in lacking]

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
        own = {k: v for k, v in keywords.items() if k not in (*_CALL_OPTIONS, *_FILE_OPTIONS)}
        named = _names_only(operations, arguments, own, self.name)
        operation = choose(operations, named)
        lacking = missing_arguments(operation, named, facts(operation.generation).models)
        refuse_foreign(record, session, bool(keywords.get("cross_tenant")))
        if not property_names(record):
            return {lacking[0].python_name: record} if lacking else {}
        bound = {}
        for parameter in lacking:
            if parameter.place == "path":
                bound[parameter.python_name] = id_from(record, parameter, operation)
            elif (value := get_property(record, parameter.name)) is not None:
                bound[parameter.python_name] = value
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
