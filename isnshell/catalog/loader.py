"""The facts of one generation, read when first asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ..errors import UnknownNameError
from ..naming import did_you_mean, pascal_case, snake_case
from .facts import GENERATIONS, Answer, Body, Field, Model, Operation, Parameter
from .names import base_name

_DATA = files(__package__) / "data"


def read_data(name: str) -> Any:
    """One parsed file of the data folder."""
    return json.loads(_DATA.joinpath(name).read_text("utf-8"))


class Facts:
    """Operations and models of one generation; each becomes an object when it is asked for."""

    def __init__(self, generation: str, operations: list[dict[str, Any]]) -> None:
        self.generation = generation
        self._by_base: dict[str, list[dict[str, Any]]] = {}
        self._made: dict[int, Operation] = {}
        for row in operations:
            self._by_base.setdefault(_base(generation, row), []).append(row)

    def __iter__(self) -> Iterator[Operation]:
        """All operations, in the order of the data: by path, then method."""
        for base, rows in self._by_base.items():
            for row in rows:
                yield self._operation(base, row)

    def __contains__(self, base: str) -> bool:
        return base in self._by_base

    def find(self, base: str) -> tuple[Operation, ...]:
        """The operations behind a base name (`get_pending_tasks`): several where it is shared, none if unknown."""
        return tuple(self._operation(base, row) for row in self._by_base.get(base, ()))

    def _operation(self, base: str, row: dict[str, Any]) -> Operation:
        key = id(row)
        if key not in self._made:
            self._made[key] = _operation(self.generation, base, row)
        return self._made[key]

    def parameters_after(self, prefix: str) -> tuple[str, ...]:
        """Names of the path parameters that stand behind a piece of path in any operation: what one calls `id`
        another calls `taskResultId`.
        """
        return _parameters_after(self.generation, prefix)

    @property
    def models(self) -> Models:
        """The models of this generation, read on first use."""
        return _models(self.generation)


class Models(Mapping[str, Model]):
    """Models of one generation by name."""

    def __init__(self, generation: str, rows: dict[str, Any]) -> None:
        self.generation = generation
        self._rows = rows
        self._made: dict[str, Model] = {}

    def __getitem__(self, name: str) -> Model:
        if name not in self._made:
            self._made[name] = _model(self.generation, name, self._rows[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@cache
def _parameters_after(generation: str, prefix: str) -> tuple[str, ...]:
    begin = prefix + "{"
    paths = (row["path"] for rows in facts(generation)._by_base.values() for row in rows)
    return tuple(dict.fromkeys(path[len(begin) :].partition("}")[0] for path in paths if path.startswith(begin)))


@cache
def facts(generation: str) -> Facts:
    """The facts of a generation such as `v2025`; raises UnknownNameError for one that is none."""
    if generation not in GENERATIONS:
        raise UnknownNameError(
            f"There is no API generation {generation!r}",
            hint=did_you_mean(generation, GENERATIONS) or f"There are {', '.join(GENERATIONS)}.",
        )
    return Facts(generation, read_data(f"operations.{generation}.json"))


@cache
def _models(generation: str) -> Models:
    return Models(generation, read_data(f"models.{generation}.json"))


def _base(generation: str, row: dict[str, Any]) -> str:
    # Without a PowerShell name the operation's own name has to do: `listNotificationPreferences`
    return base_name(generation, row["cmdlet"]) if row["cmdlet"] else snake_case(row["operation"])


def _parameter(row: dict[str, Any]) -> Parameter:
    return Parameter(
        name=row["name"],
        place=row.get("in", "query"),
        type=row.get("type", "string"),
        ps=row.get("ps") or pascal_case(row["name"]),
        required=row.get("required", False),
        format=row.get("format"),
        enum=tuple(row.get("enum", ())),
        default=row.get("default"),
        minimum=row.get("minimum"),
        maximum=row.get("maximum"),
        style=row.get("style"),
        explode=row.get("explode"),
        only=row.get("only"),
    )


def _operation(generation: str, base: str, row: dict[str, Any]) -> Operation:
    body = row.get("body")
    return Operation(
        generation=generation,
        operation=row["operation"],
        cmdlet=row["cmdlet"],
        base=base,
        tag=row["tag"],
        method=row["method"],
        path=row["path"],
        parameters=tuple(_parameter(p) for p in row.get("parameters", ())),
        body=body
        and Body(
            content_type=body["type"],
            model=body.get("model"),
            array=body.get("array", False),
            required=body.get("required", False),
            content_types=tuple(body.get("types", ())),
        ),
        answers=tuple(
            Answer(int(status), tuple(a.get("types", ())), a.get("model"), a.get("array", False))
            for status, a in row.get("answers", {}).items()
        ),
        experimental=row.get("experimental", False),
        deprecated=row.get("deprecated", False),
        shadowed=row.get("shadowed", False),
        gone=row.get("gone", False),
        auth=tuple(row.get("auth", ())),
        scopes=tuple(row.get("scopes", ())),
        user_levels=tuple(row.get("levels", ())),
        filters={name: tuple(operators) for name, operators in row.get("filters", {}).items()},
        sorters=tuple(row.get("sorters", ())),
    )


def _field(name: str, row: dict[str, Any]) -> Field:
    return Field(
        name=name,
        type=row["type"],
        ps=row.get("ps") or pascal_case(name),
        required=row.get("required", False),
        nullable=row.get("nullable", False),
        enum=tuple(row.get("enum", ())),
        default=row.get("default"),
        read_only=row.get("read_only", False),
        map_of=row.get("map_of"),
    )


def _model(generation: str, name: str, row: dict[str, Any]) -> Model:
    return Model(
        name=name,
        generation=generation,
        fields=tuple(_field(field, facts) for field, facts in row.get("fields", {}).items()),
        enum=tuple(row.get("enum", ())),
        one_of=tuple(row.get("one_of", ())),
        any_of=row.get("any_of", False),
        additional=row.get("additional", False),
        initialize=row.get("initialize"),
        from_json=row.get("from_json"),
    )
