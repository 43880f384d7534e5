"""Any operation that nothing is written for, answered by the shape of its path, its method and its documented answer.

Reading is here; `changing` has what changes something. What is made up for one answer, with nothing behind it that
could be changed or asked for again, is marked with the header `X-Sandbox-Simulated: shape-only`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import frozen
from werkzeug import Response

from ..catalog.facts import Model, Operation
from . import files, lists
from .addresses import Words, fill, is_placeholder, noun, pattern_of, shape
from .answers import answer, no_content
from .call import Call
from .checking import check_parameters, read_body
from .collections import Collection, Entry
from .handlers.found import found
from .references import COLLECTIONS, folded, type_named
from .shapes import Shapes, shapes
from .tenant import Tenant

SIMULATED = "X-Sandbox-Simulated"
SHAPE_ONLY = "shape-only"
# What a path may refer to without listing it: /source-usages/{sourceId}/status
_REFERRED = ("IDENTITY", "SOURCE", "ACCOUNT", "ENTITLEMENT")
_WORLD = frozenset({"count", "offset", "limit", "filters", "sorters"})


@frozen(slots=False)
class Asked:
    """A checked request and the place that it is about."""

    call: Call
    shapes: Shapes
    pattern: Words
    words: Words
    body: Any

    @property
    def operation(self) -> Operation:
        return self.call.operation

    @property
    def tenant(self) -> Tenant:
        return self.call.tenant

    @property
    def shape(self) -> Words:
        return shape(self.pattern)

    @property
    def is_item(self) -> bool:
        """Whether the path names one thing of a collection."""
        return is_placeholder(self.pattern[-1])

    @cached_property
    def model(self) -> Model | None:
        """The model of one record of the answer."""
        return self.shapes.record_model(self.operation)

    def collection(self, length: int) -> Collection:
        """The collection whose address is this long a part of the path."""
        pattern = self.pattern[:length]
        placeholder = self.pattern[length] if length < len(self.pattern) else self._placeholder(pattern)
        return self.tenant.objects.collection(self.words[:length], pattern, placeholder, self.shapes)

    def _placeholder(self, pattern: Words) -> str | None:
        one = self.shapes.item_operation(shape(pattern))
        if one is None:
            below = self.shapes.at((*shape(pattern), "{}"))
            one = next(iter(below.values()), None)
        return pattern_of(one)[-1] if one else None

    def item(self, length: int) -> Entry:
        """The thing that the first words name, or a Refusal with 404.

        What can be neither listed nor created has no list of what there is: any key is taken, unless it refers to
        something that is known.
        """
        collection, key = self.collection(length - 1), self.words[length - 1]
        entry = collection.find(key)
        if entry is None and not self._has_list(self.shape[: length - 1]):
            self._check_reference(self.pattern[length - 1], key)
            name = collection.key_field
            entry = collection.add(Entry(key, {name: key} if name and not key.isdigit() else {}))
        return found(self.call, noun(self.pattern[: length - 1]).capitalize(), key, entry, is_lasting=False)

    def _has_list(self, at: Words) -> bool:
        return self.shapes.is_listed(at) or "POST" in self.shapes.at(at)

    def _check_reference(self, placeholder: str, key: str) -> None:
        word = folded(placeholder[1:-1])
        type_ = type_named(word.removesuffix("id")) if word.endswith("id") and word != "id" else None
        if type_ in _REFERRED:
            entry = self.tenant.objects.find(COLLECTIONS[type_], key)
            found(self.call, noun((COLLECTIONS[type_],)).capitalize(), key, entry)

    def check_parents(self) -> None:
        """A Refusal with 404 unless all that stands above in the path is there."""
        for length in range(1, len(self.pattern) - (1 if self.is_item else 0)):
            if is_placeholder(self.pattern[length]):
                if self.shapes.is_collection(self.shape[:length]):
                    self.item(length + 1)
                else:
                    self._check_reference(self.pattern[length], self.words[length])

    def show(self, entry: Entry, address: Words) -> dict[str, Any]:
        """A record as the answer's model shows it."""
        return self.tenant.objects.show(entry, self.model, self.shapes, address)

    def wrap(self, record: Any) -> Any:
        """A record as the answer wraps it."""
        operation, model = self.operation, self.shapes.answer_model(self.operation)
        field = self.shapes.list_field(operation) or self.shapes.wrapped_field(operation, model)
        if operation.answer and operation.answer.array:
            return record if isinstance(record, list) else [record]
        if field is None:
            return record
        if field.type.endswith("[]"):
            return self.around(field.name, record if isinstance(record, list) else [record], 1, model)
        return {field.name: record}

    def around(self, name: str, records: list[Any], total: int, model: Model | None) -> dict[str, Any]:
        """A list with what its wrapping says about it."""
        wrapping: dict[str, Any] = {name: records}
        for one in model.fields if model else ():
            word = folded(one.name)
            if word in ("count", "total", "totalcount"):
                wrapping[one.name] = total
            elif word == "metadata":
                args = self.call.request.args
                wrapping[one.name] = {"limit": int(args.get("limit") or 100), "offset": int(args.get("offset") or 0), "total": total}
            elif word == "hasmore":
                wrapping[one.name] = False
            elif word in ("limit", "offset"):
                wrapping[one.name] = int(self.call.request.args.get(one.name) or 0)
        return wrapping

    def respond(self, value: Any, *, is_made_up: bool = False) -> Response:
        """The answer, as far as one is documented."""
        documented = self.operation.answer
        status = documented.status if documented else 200
        if documented is None or status == 204 or documented.model is None:
            response = Response(status=status) if status != 204 else no_content()
        else:
            response = answer(value, status)
        if is_made_up:
            response.headers[SIMULATED] = SHAPE_ONLY
        return response

    def made_up(self, kind: str | None = None) -> Any:
        """A value of the answer's shape, the same one each time that this address is asked for it."""
        documented = self.operation.answer
        kind = kind or (documented.model if documented else None)
        if kind is None:
            return None
        if kind == "object":
            return {}
        key = "/".join(self.words)
        maker, models = self.tenant.objects.maker, self.shapes.models
        if documented and documented.array:
            return [maker.one(kind, models, f"{key}:{number}/{self.words[-1]}") for number in range(3)]
        return maker.one(kind, models, key)


def ask(call: Call) -> Asked:
    """Check a request."""
    check_parameters(call)
    family = shapes(call.operation.generation)
    pattern = pattern_of(call.operation)
    body = read_body(call, family)
    asked = Asked(call, family, pattern, fill(pattern, call.path), body)
    asked.check_parents()
    return asked


def fallback(call: Call) -> Response:
    """Answer any operation."""
    from .changing import change

    asked = ask(call)
    return read(asked) if call.operation.method in ("GET", "HEAD") else change(asked)


def read(asked: Asked) -> Response:
    """A file, one thing, a list, or settings."""
    documented = asked.operation.answer
    if documented and files.is_file(documented):
        if asked.is_item:
            asked.check_parents()
        return files.respond(asked.tenant, asked.words, documented)
    if asked.is_item:
        entry = asked.item(len(asked.words))
        return asked.respond(asked.wrap(asked.show(entry, asked.words[:-1])))
    if asked.shapes.is_listed(asked.shape):
        return _list(asked)
    return _single(asked)


def _list(asked: Asked) -> Response:
    call, documented = asked.call, asked.operation.answer
    assert documented is not None
    if asked.model is None:
        # Texts or objects without a model: nobody can change them
        return asked.respond(asked.made_up(), is_made_up=True)
    collection = asked.collection(len(asked.words))
    objects = asked.tenant.objects

    def full(entry: Entry) -> dict[str, Any]:
        return entry.record if collection.is_long else objects.full(entry, asked.model, asked.shapes, asked.words)

    entries: Any = collection
    if wanted := _wanted(asked):
        entries = [one for one in collection if all(_same(lists.read_path(full(one), k), v) for k, v in wanted.items())]
    by_record: dict[int, Entry] = {}

    def record(entry: Entry) -> dict[str, Any]:
        made = full(entry)
        by_record[id(made)] = entry
        return made

    shown, total = lists.cut(call, entries, record, read=read_field)
    records = [asked.show(by_record[id(one)], asked.words) for one in shown]
    named = {parameter.name for parameter in asked.operation.parameters}
    headers = {"X-Total-Count": str(total)} if "count" in named and call.boolean("count") else {}
    field = asked.shapes.list_field(asked.operation)
    if documented.array or field is None:
        return answer(records, documented.status, headers)
    wrapping = asked.around(field.name, records, total, asked.shapes.answer_model(asked.operation))
    return answer(wrapping, documented.status, headers)


def _wanted(asked: Asked) -> Mapping[str, str]:
    """Query parameters that name a field of the records: only those with this value are wanted."""
    fields = {folded(one.name): one.name for one in (asked.model.fields if asked.model else ()) if one.type == "String"}
    given = {}
    for parameter in asked.operation.parameters:
        name = fields.get(folded(parameter.name))
        if parameter.place == "query" and name and parameter.name not in _WORLD and parameter.type == "string":
            if value := asked.call.request.args.get(parameter.name):
                given[name] = value
    return given


def _same(value: Any, wanted: str) -> bool:
    return str(value).casefold() == wanted.casefold()


def read_field(record: Mapping[str, Any], name: str) -> Any:
    """What a filter's or sorter's field means in a record: the path, or one written in another way."""
    value = lists.read_path(record, name)
    if value is None and "." in name:
        head, _, tail = name.rpartition(".")
        joined = f"{head.replace('.', '')}{tail[:1].upper()}{tail[1:]}"
        return record.get(joined)
    if value is None and name not in record and name.endswith(("Id", "Name")):
        inner = record.get(name.removesuffix("Id").removesuffix("Name"))
        return inner.get("id" if name.endswith("Id") else "name") if isinstance(inner, dict) else None
    if isinstance(value, dict) and "id" in value:
        return [value["id"], value.get("name")]
    return value


def _single(asked: Asked) -> Response:
    objects = asked.tenant.objects
    if asked.operation.answer and asked.operation.answer.model and asked.model is None:
        return asked.respond(asked.made_up(), is_made_up=True)
    entry = objects.single(asked.words)
    entry = found(asked.call, noun(asked.pattern).capitalize(), "/".join(asked.words), entry)
    record = asked.show(entry, asked.words)
    is_made_up = not asked.shapes.at(asked.shape).keys() & {"PUT", "PATCH", "POST"}
    if is_made_up and _count(asked, record):
        is_made_up = False
    return asked.respond(asked.wrap(record), is_made_up=is_made_up)


def _count(asked: Asked, record: dict[str, Any]) -> bool:
    """The true number where a path counts a collection: /work-items/count."""
    above = asked.shape[:-1]
    if asked.words[-1] == "count" and "count" in record and asked.shapes.is_listed(above):
        record["count"] = len(asked.collection(len(above)))
        return True
    return False
