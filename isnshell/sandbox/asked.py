"""A request that nothing is written for: checked, with the place that it is about, and the ways to answer it.

What is made up for one answer, with nothing behind it that could be changed or asked for again, is marked with the
header `X-Sandbox-Simulated: shape-only`.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from attrs import frozen
from werkzeug import Response

from ..catalog.facts import Model, Operation
from .addresses import Words, fill, is_placeholder, noun, pattern_of, shape
from .answers import SHAPE_ONLY, SIMULATED, answer, no_content
from .call import Call
from .checking import check_parameters, read_body
from .collections import Collection, Entry
from .found import found
from .references import COLLECTIONS, folded, type_named
from .shapes import Shapes, shapes
from .tenant import Tenant

# What a path may refer to without listing it: /source-usages/{sourceId}/status
_REFERRED = ("IDENTITY", "SOURCE", "ACCOUNT", "ENTITLEMENT")


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
        return self.tenant.objects.collection(self.words[:length], self.pattern[:length], self.shapes)

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
                if self.shapes.is_collection(self.shape[:length]) or self.shapes.is_listed(self.shape[:length]):
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
                wrapping[one.name] = {
                    "limit": int(args.get("limit") or 100),
                    "offset": int(args.get("offset") or 0),
                    "total": total,
                }
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
