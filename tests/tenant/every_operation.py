"""Calling every operation of a generation on a sandbox through the real client, with values that the sandbox knows."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from isnshell.catalog.facts import EXPERIMENTAL_HEADER, Field, Model, Operation
from isnshell.catalog.loader import facts
from isnshell.commands.invocation import call
from isnshell.errors import ApiError, IsnError
from isnshell.operations.answer import is_file
from isnshell.pipeline.stream import Stream
from isnshell.sandbox.addresses import Words, pattern_of, shape
from isnshell.sandbox.journal import Received
from isnshell.sandbox.references import COLLECTIONS, type_named
from isnshell.sandbox.server import SandboxServer
from isnshell.sandbox.shapes import shapes
from isnshell.tenant.session import Session

# What is read comes before what changes, and what is removed last: others need it until then
_ORDER = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
_SIMPLE: Mapping[str, Any] = {
    "String": "text",
    "Boolean": True,
    "Int32": 3,
    "Int64": 3,
    "Double": 0.5,
    "Decimal": 0.5,
    "DateTime": "2026-03-01T08:30:00Z",
    "Hashtable": {},
    "Object": {},
}
_SEARCH = {"indices": ["identities"], "query": {"query": "*"}, "sort": ["id"]}
# Where the documents want something that its type and name don't tell
_SPECIAL: Mapping[str, Any] = {
    "startReport.body": {"reportType": "ORPHAN_IDENTITIES", "arguments": {}},
    "updateTaskStatus.body": [{"op": "replace", "path": "/completionStatus", "value": "TERMINATED"}],
    "patchSed.body": [{"op": "replace", "path": "/value", "value": {"value": "New text"}}],
    **dict.fromkeys(("searchPost.body", "searchCount.body", "searchAggregate.body"), _SEARCH),
}


@frozen
class Outcome:
    """What became of one call."""

    operation: Operation
    status: int
    result: Any
    shape_only: bool
    error: str | None = None

    @property
    def problem(self) -> str | None:
        """What is wrong with it, if anything."""
        if self.error is not None:
            return f"{self}: {self.error}"
        documented = {answer.status for answer in self.operation.answers}
        if documented and self.status not in documented:
            return f"{self}: answered {self.status}, documented are {sorted(documented)}"
        return None

    def __str__(self) -> str:
        one = self.operation
        return f"{one.generation} {one.operation} ({one.method} {one.path})"


def _is_of(operation: Operation, received: Received) -> bool:
    """Whether a request is one of the operation's, answered."""
    path = re.sub(r"\\\{.*?\\\}", "[^/]*", re.escape(operation.path))
    return (
        received.method == operation.method
        and received.status is not None
        and re.fullmatch(f".*{path}", received.path) is not None
    )


class Caller:
    """Calls the operations of one generation.

    Args:
        sandbox: The tenant.
        session: A session on it.
        folder: Where downloads go.
    """

    def __init__(self, sandbox: SandboxServer, session: Session, folder: Path) -> None:
        self._sandbox, self._session, self._folder = sandbox, session, folder
        self._number = 0
        self._report: str | None = None

    def outcomes(self, generation: str) -> Iterator[Outcome]:
        """Call every operation once with what is required, reading before changing."""
        for operation in sorted(facts(generation), key=lambda one: (_ORDER.index(one.method), -one.path.count("/"))):
            yield self.call(operation)

    def call(self, operation: Operation, **options: Any) -> Outcome:
        """Call one operation with what is required."""
        if is_file(operation):
            self._number += 1
            options["out_file"] = self._folder / f"{self._number}.download"
        result: Any = None
        error: str | None = None
        before = len(self._sandbox.requests)
        try:
            result = call(self._session, (operation,), operation.base, (), {**self.arguments(operation), **options})
            result = list(result) if isinstance(result, Stream) else result
        except ApiError as refused:
            content = refused.response.content if refused.response else refused
            error = f"answered {refused.status_code}: {content}"
        except IsnError as refused:
            error = f"{type(refused).__name__}: {refused}"
        except Exception as crash:
            error = f"crashed: {crash!r}"
        # Pages fetched ahead may come late, those of the operation before too; a call that sent nothing has an error
        sent = [one for one in list(self._sandbox.requests)[before:] if _is_of(operation, one)]
        status = sent[0].status if sent else None
        return Outcome(operation, status or 0, result, bool(sent) and sent[0].simulated is not None, error)

    # --- arguments --------------------------------------------------------------------------------------------------

    def arguments(self, operation: Operation) -> dict[str, Any]:
        """What is required, made from the facts; ids are those of things that are there."""
        made: dict[str, Any] = self._path(operation)
        for parameter in operation.parameters:
            if not parameter.required or parameter.place in ("path", "body") or parameter.name == EXPERIMENTAL_HEADER:
                continue
            if parameter.format == "binary" or parameter.type == "file":
                value: Any = ("upload.csv", b"name,value\nfirst,1\n")
            elif parameter.enum:
                value = parameter.enum[0]
            elif parameter.name == "filters" and operation.filters:
                field, operators = next(iter(operation.filters.items()))
                value = f'{field} {operators[0]} "text"'
            elif parameter.type == "boolean":
                value = True
            elif parameter.type in ("integer", "number"):
                value = max(1, int(parameter.minimum or 1))
            else:
                value = self._reference(parameter.name) or "text"
            made[parameter.python_name] = [value] if parameter.type.startswith("array") else value
        body = operation.body_parameter
        if body is not None and operation.body is not None and body.required:
            made[body.python_name] = self._body(operation)
        return made

    def _path(self, operation: Operation) -> dict[str, str]:
        """Values for the placeholders of a path, from the outermost on."""
        made: dict[str, str] = {}
        pattern, words = pattern_of(operation), ()
        own = {parameter.name: parameter for parameter in operation.parameters if parameter.place == "path"}
        for position, word in enumerate(pattern):
            if not word.startswith("{"):
                words = (*words, word)
                continue
            parameter = own[word[1:-1]]
            value = self._special_key(operation, words) or self._key(operation, words, pattern[: position + 1])
            if value is None and parameter.type == "integer":
                value = "1"
            elif value is None:
                value = parameter.enum[0] if parameter.enum else self._reference(parameter.name) or "text"
            made[parameter.python_name] = str(value)
            words = (*words, str(value))
        return made

    def _key(self, operation: Operation, words: Words, pattern: Words) -> str | None:
        """The key of the first thing of a collection."""
        family = shapes(operation.generation)
        at = shape(pattern[:-1])
        if not (family.is_collection(at) or family.is_listed(at)) or not (
            family.is_listed(at) or "POST" in family.at(at)
        ):
            return None
        store = self._sandbox.store
        with store.lock:
            collection = store.objects.collection(words, pattern[:-1], family)
            return collection[0].key if collection else None

    def _special_key(self, operation: Operation, words: Words) -> str | None:
        """Ids of what is not kept in collections: tasks, reports, exports of role mining."""
        store = self._sandbox.store
        if words == ("task-status",):
            return next(iter(store.tasks.pending(store.clock.now()))).id
        if words == ("search",):
            return "identities"
        if words == ("search", "identities"):
            return store.people[0].id
        if words == ("reports",):
            with store.lock:
                report = store.reports.start("ORPHAN_IDENTITIES", {}, store.user_name)
                if not operation.base.startswith("suspend"):
                    report.task.settle(report.task.ends)
            return report.task.id
        if words[:1] == ("role-mining-sessions",) and len(words) > 2:
            role = store.role_mining.session(words[1]).roles[0]
            if words[-1] == "export-async":
                with store.lock:
                    return store.role_mining.start_export(role, 0, True).id
            return role.id
        return None

    def _reference(self, name: str) -> str | None:
        """The id of a person, source, account or entitlement, where a name means one."""
        type_ = type_named(name.removesuffix("Id").removesuffix("-id").removesuffix("_id"))
        if not name.lower().endswith("id") or type_ not in ("IDENTITY", "SOURCE", "ACCOUNT", "ENTITLEMENT"):
            return None
        store = self._sandbox.store
        with store.lock:
            return store.objects.thing(type_, random.Random(name)).id if COLLECTIONS[type_] else None

    def _body(self, operation: Operation) -> Any:
        # The operations of v1 carry a version
        for name in (operation.operation, operation.operation.removesuffix("V1")):
            if f"{name}.body" in _SPECIAL:
                return _SPECIAL[f"{name}.body"]
        assert operation.body is not None
        models = facts(operation.generation).models
        kind = operation.body.model or ""
        if "json-patch" in operation.body.content_type or operation.method == "PATCH":
            patch = self._patch(operation)
            if kind == "JsonPatch":
                return {"operations": [patch]}
            if kind in ("object", "JsonPatchOperation", "JsonPatchOperationRoleMining") or _is_patch(models.get(kind)):
                return [patch] if operation.body.array else patch
        if kind in models:
            one = self._model(models[kind], models, ())
        else:
            one = "text" if kind == "string" else {}
        return [one] if operation.body.array else one

    def _patch(self, operation: Operation) -> dict[str, Any]:
        """A patch of a text that the answer has."""
        family = shapes(operation.generation)
        at = shape(pattern_of(operation))
        shown = family.at(at).get("GET") or operation
        model = family.record_model(shown) or family.record_model(operation)
        fields = [
            one for one in (model.fields if model else ()) if not one.read_only and one.name not in ("id", "created")
        ]
        texts = [one for one in fields if one.type == "String" and not one.enum]
        texts.sort(key=lambda one: one.name != "description")
        if texts:
            return {"op": "replace", "path": f"/{texts[0].name}", "value": "changed"}
        for one in fields:
            if one.type == "Boolean":
                return {"op": "replace", "path": f"/{one.name}", "value": True}
        return {"op": "replace", "path": f"/{fields[0].name}" if fields else "/description", "value": None}

    def _model(self, model: Model, models: Mapping[str, Model], above: tuple[str, ...]) -> Any:
        if model.enum:
            return model.enum[0]
        if model.one_of:
            return self._value(next((one for one in model.one_of if one not in above), "String"), models, above, "")
        above = (*above, model.name)
        return {one.name: self._field(one, models, above) for one in model.fields if one.required and not one.read_only}

    def _field(self, one: Field, models: Mapping[str, Model], above: tuple[str, ...]) -> Any:
        if one.enum:
            value = one.enum[0]
            return [value] if one.type.endswith("[]") else value
        return self._value(one.type, models, above, one.name)

    def _value(self, kind: str, models: Mapping[str, Model], above: tuple[str, ...], name: str) -> Any:
        if kind.endswith("[]"):
            return [] if kind[:-2] in above else [self._value(kind[:-2], models, above, name)]
        if kind in models:
            return self._model(models[kind], models, above)
        if kind == "String" and (id_ := self._reference(name)):
            return id_
        return _SIMPLE.get(kind, {})


def _is_patch(model: Model | None) -> bool:
    return model is not None and {"op", "path"} <= {one.name for one in model.fields}
