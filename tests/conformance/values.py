"""Values for an operation's arguments, made from the facts alone: what a person could give who has read its help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import Any

from isnshell.catalog.facts import EXPERIMENTAL_HEADER, Field, Model, Operation, Parameter
from isnshell.naming import fold, parameter_name

UUID = "2c918083-5d19-4a86-815d-28455b4a2329"
MOMENT = datetime(2026, 3, 1, 8, 30, tzinfo=timezone.utc)
# Of free text, everything that means something in an address must arrive as it was given
TEXT = "Größe 1 & 2=3 + 50% #x?/"
_FILE = ("upload.csv", b"name,value\nfirst,1\n")
_PATCH = {"op": "replace", "path": "/description", "value": "new"}
_SIMPLE: Mapping[str, Any] = {
    "String": UUID,
    "Boolean": True,
    "Int32": 3,
    "Int64": 3,
    "Double": 1.5,
    "Decimal": 1.5,
    "DateTime": MOMENT,
    "Object": {},
    "FileInfo": UUID,
}


class ValueMaker:
    """Makes the arguments for the operations of one generation.

    Args:
        models: The generation's models.
        special: Values where the documents want more than the facts know, such as a pattern or a length: by
            `operation.parameter`, `operation.body`, `Model.field` or the field's bare name; case does not count, nor
            does a V1 at the operation's end.
    """

    def __init__(self, models: Mapping[str, Model], special: Mapping[str, Any]) -> None:
        self._models = models
        self._special = {name.casefold(): value for name, value in special.items()}

    def required(self, operation: Operation) -> dict[str, Any]:
        """Only what must be given; the body's fields each by its own name where they can be."""
        made = {p.python_name: self._parameter(p, operation, False) for p in _own(operation) if p.required}
        body = operation.body_parameter
        if body is None or not body.required:
            return made
        value = self._body(operation, full=False)
        model = self._models.get(operation.body.model or "") if operation.body else None
        return {**made, **(_as_keywords(value, model, operation) or {body.python_name: value})}

    def everything(self, operation: Operation) -> dict[str, Any]:
        """All parameters, the body as a whole with all that may be written."""
        made = {p.python_name: self._parameter(p, operation, True) for p in _own(operation)}
        if body := operation.body_parameter:
            made[body.python_name] = self._body(operation, full=True)
        return made

    def _find(self, owner: str, name: str) -> Any:
        whole = f"{owner}.{name}".casefold()
        return self._special.get(whole, self._special.get(name.casefold()))

    def _parameter(self, parameter: Parameter, operation: Operation, full: bool) -> Any:
        if (found := self._find(_bare(operation), parameter.name)) is not None:
            return found
        kind = parameter.type.removeprefix("array<").removesuffix(">")
        value = _scalar(parameter, kind, operation, full)
        return [value, value] if parameter.type.startswith("array") else value

    # --- bodies -----------------------------------------------------------------------------------------------------

    def _body(self, operation: Operation, *, full: bool) -> Any:
        body = operation.body
        assert body is not None
        if (found := self._special.get(f"{_bare(operation)}.body".casefold())) is not None:
            return found
        if body.model in self._models:
            one = self._model(self._models[body.model], full, ())
        else:
            one = UUID if body.model == "string" else _PATCH if operation.method == "PATCH" else {"key": "value"}
        # One object where a list is wanted goes out as a list of one
        return [one] if body.array and full else one

    def _model(self, model: Model, full: bool, above: tuple[str, ...]) -> Any:
        if model.enum:
            return _one_of(model.enum, full)
        if model.one_of:
            return self._choice(model, full, above)
        above = (*above, model.name)
        made = {}
        for one in model.fields:
            if one.required or (full and not one.read_only):
                value = self._field(one, model, full, above)
                if value is not None or one.required:
                    made[one.name] = value
        return made

    def _choice(self, model: Model, full: bool, above: tuple[str, ...]) -> Any:
        choices = [name for name in model.one_of if name not in above] or model.one_of
        return self._value(_one_of(choices, full), full, above)

    def _field(self, field: Field, model: Model, full: bool, above: tuple[str, ...]) -> Any:
        """A field's value; None where it would lead back into a model that is being made."""
        if (found := self._find(model.name, field.name)) is not None:
            return found
        kind = field.type.replace("[]", "")
        depth = field.type.count("[]")
        if kind in above:
            return [] if depth else None
        if field.enum:
            value = _one_of(field.enum, full)
        elif kind == "Hashtable":
            value = self._map(field, full, above)
        else:
            value = self._value(kind, full, above)
        for _ in range(depth):
            value = [value]
        return value

    def _map(self, field: Field, full: bool, above: tuple[str, ...]) -> dict[str, Any]:
        kind = (field.map_of or "Object").replace("[]", "")
        if field.map_of in (None, "Object") or kind in above:
            return {}
        value = self._value(kind, full, above)
        return {"key": [value] if field.map_of and field.map_of.endswith("[]") else value}

    def _value(self, kind: str, full: bool, above: tuple[str, ...]) -> Any:
        if kind.endswith("[]"):
            return [self._value(kind[:-2], full, above)]
        if kind in self._models:
            return self._model(self._models[kind], full, above)
        return _SIMPLE.get(kind, {})


def _as_keywords(value: Any, model: Model | None, operation: Operation) -> dict[str, Any]:
    """The fields of a body as keywords, in Python's spelling; empty where one is also the name of a parameter."""
    fields = {f.name: parameter_name(f.ps) for f in (model.fields if model else ())}
    one_object = operation.body and not operation.body.array
    if not one_object or not isinstance(value, dict) or not value.keys() <= fields.keys():
        return {}
    made = {fields[name]: one for name, one in value.items()}
    return {} if any(fold(name) in operation.by_name for name in made) else made


def _own(operation: Operation) -> list[Parameter]:
    """All but the body and the header that is sent without being asked for."""
    return [p for p in operation.parameters if p.place != "body" and p.name != EXPERIMENTAL_HEADER]


def _bare(operation: Operation) -> str:
    return operation.operation.removesuffix("V1")


def _one_of(choices: Sequence[Any], full: bool) -> Any:
    """The first choice in the small call, the last in the full one."""
    known = [one for one in choices if one is not None]
    return known[-1 if full else 0]


def _scalar(parameter: Parameter, kind: str, operation: Operation, full: bool) -> Any:
    if parameter.enum:
        return _one_of(parameter.enum, full)
    if kind in ("integer", "number"):
        low, high = parameter.minimum, parameter.maximum
        return max(int(low or 0), min(7, int(high) if high is not None else 7))
    if kind == "boolean":
        return full
    if parameter.format == "binary":
        return _FILE
    if parameter.format == "uuid":
        return UUID
    if parameter.name == "filters" and operation.filters:
        name, operators = next(iter(operation.filters.items()))
        operator = operators[0] if operators else "eq"
        return {"isnull": f"{name} isnull", "pr": f"{name} pr", "in": f'{name} in ("{TEXT}")'}.get(
            operator, f'{name} {operator} "{TEXT}"'
        )
    if parameter.name == "sorters" and operation.sorters:
        return ",".join([operation.sorters[0], *(f"-{one}" for one in operation.sorters[1:])])
    if kind == "object":
        return {"key": "value"}
    is_id = fold(parameter.name).endswith("id")
    return TEXT if parameter.place == "query" or (parameter.place == "path" and not is_id) else UUID
