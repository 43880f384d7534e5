"""What the paths of one generation are, told by the operations that they have: collections, items, settings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from ..catalog.facts import Field, Model, Operation, Parameter
from ..catalog.loader import facts
from .addresses import ANY, Words, pattern_of, shape

# What stands beside the records in an answer that wraps a list.
_AROUND = frozenset({"count", "total", "totalCount", "next", "limit", "offset", "hasMore", "_metadata", "messages"})


class Shapes:
    """The paths of one generation."""

    def __init__(self, generation: str) -> None:
        self.models: Mapping[str, Model] = facts(generation).models
        self._at: dict[Words, dict[str, Operation]] = defaultdict(dict)
        for operation in facts(generation):
            # Of several under one path the router finds the first
            self._at[shape(pattern_of(operation))].setdefault(operation.method, operation)
        self._parents = {words[:-1] for words in self._at if words[-1] == ANY}

    def at(self, words: Words) -> Mapping[str, Operation]:
        """The operations of a shape by method."""
        return self._at.get(words, {})

    def item_operation(self, words: Words) -> Operation | None:
        """The operation that gives one thing of a collection."""
        return self.at((*words, ANY)).get("GET")

    def key_parameter(self, words: Words) -> Parameter | None:
        """The path parameter that names one thing of a collection."""
        below = self.at((*words, ANY))
        operation = below.get("GET") or next(iter(below.values()), None)
        if operation is None:
            return None
        name = pattern_of(operation)[-1][1:-1]
        return next((one for one in operation.parameters if one.name == name and one.place == "path"), None)

    def is_listed(self, words: Words) -> bool:
        """Whether a GET of this shape gives many."""
        operation = self.at(words).get("GET")
        return bool(operation and operation.answer and (operation.answer.array or self.list_field(operation)))

    def is_collection(self, words: Words) -> bool:
        """Whether things with a key of their own lie under this shape."""
        below = self.at((*words, ANY))
        return words in self._parents and bool(below.keys() & {"GET", "PUT", "PATCH", "DELETE"})

    def list_field(self, operation: Operation) -> Field | None:
        """The field of a wrapping answer that holds the list: `items` of `{"count": 2, "items": [...]}`."""
        model = self.answer_model(operation)
        if model is None or operation.answer is None or operation.answer.array:
            return None
        lists = [field for field in model.fields if field.type.endswith("[]")]
        if len(lists) != 1 or lists[0].type.removesuffix("[]") in ("String", "Int32", "Boolean"):
            return None
        return lists[0] if all(f is lists[0] or f.name in _AROUND for f in model.fields) else None

    def wrapped_field(self, operation: Operation, model: Model | None) -> Field | None:
        """The one field that NERM wraps every object in: `profile` of `{"profile": {...}}`."""
        if operation.family != "nerm" or model is None:
            return None
        fields = [field for field in model.fields if field.name != "_metadata"]
        return fields[0] if len(fields) == 1 and fields[0].type in self.models else None

    def answer_model(self, operation: Operation) -> Model | None:
        """The model of an operation's answer, if it is one of the catalog's."""
        return self.models.get((operation.answer and operation.answer.model) or "")

    def record_model(self, operation: Operation) -> Model | None:
        """The model of one record in an answer, out of its list or its wrapping."""
        model = self.answer_model(operation)
        field = self.list_field(operation) or self.wrapped_field(operation, model)
        return self.models.get(field.type.removesuffix("[]")) if field else model

    def collection_model(self, words: Words) -> Model | None:
        """The fullest model that a collection's things are shown in: as one of them, in its list, when created."""
        offered = (self.item_operation(words), self.at(words).get("GET"), self.at(words).get("POST"))
        for operation in offered:
            if operation and (model := self.record_model(operation)) is not None:
                return model
        return None


@cache
def shapes(generation: str) -> Shapes:
    """The shapes of a generation."""
    return Shapes(generation)
