"""What the catalog is made of: operations and models as frozen values. Texts of the API's documents are not kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import field, frozen

from ..naming import fold, parameter_name

GENERATIONS = ("v3", "beta", "v2024", "v2025", "v2026", "v1", "nerm", "nermv2025")
DEFAULT_GENERATION = "v2025"
EXPERIMENTAL_HEADER = "X-SailPoint-Experimental"
FILE_TYPES = ("application/zip", "application/pdf", "application/octet-stream", "image/", "application/csv")


@frozen
class Parameter:
    """One parameter of an operation.

    Args:
        name: Name on the wire; `body` for the body.
        place: `path`, `query`, `header`, `form` or `body`.
        type: JSON type; lists as `array<string>`.
        ps: Name of the PowerShell parameter.
        only: `sdk` or `spec` where only one of the two sources knows it.
    """

    name: str
    place: str
    type: str
    ps: str
    required: bool = False
    format: str | None = None
    enum: tuple[Any, ...] = ()
    default: Any = None
    minimum: float | None = None
    maximum: float | None = None
    style: str | None = None
    explode: bool | None = None
    only: str | None = None

    @property
    def python_name(self) -> str:
        """The keyword argument, made from the PowerShell name."""
        return parameter_name(self.ps)


@frozen
class Body:
    """What a request carries. `model` is a model's name, `string`, `object`, or None for a form."""

    content_type: str
    model: str | None
    array: bool = False
    required: bool = False
    content_types: tuple[str, ...] = ()


@frozen
class Answer:
    """What an operation answers under one status. `model` is a model's name, `file`, a JSON type, or None."""

    status: int
    content_types: tuple[str, ...] = ()
    model: str | None = None
    array: bool = False


@frozen(slots=False)
class Operation:
    """One method and path of one generation.

    `shadowed` says that PowerShell reaches another operation of the same name; `gone`, that the published documents no
    longer have it, though the SDK still has the command.
    """

    generation: str
    operation: str
    cmdlet: str | None
    base: str
    tag: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    answers: tuple[Answer, ...] = ()
    experimental: bool = False
    deprecated: bool = False
    shadowed: bool = False
    gone: bool = False
    auth: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    user_levels: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(factory=dict)
    sorters: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """`nerm` or `isc`: which base URL and which credentials."""
        return "nerm" if self.generation.startswith("nerm") else "isc"

    @property
    def changes(self) -> bool:
        """Whether a call may change the tenant. A POST that only searches or counts does not."""
        return self.method not in ("GET", "HEAD") and self.base.split("_", 1)[0] not in READING_VERBS

    @cached_property
    def by_name(self) -> Mapping[str, Parameter]:
        """Parameters under every spelling that is accepted, folded: Python's, PowerShell's and the wire's."""
        found: dict[str, Parameter] = {}
        for parameter in self.parameters:
            for name in (parameter.ps, parameter.name):
                found.setdefault(fold(name), parameter)
        return found

    @property
    def body_parameter(self) -> Parameter | None:
        """The parameter that carries the whole body."""
        return next((p for p in self.parameters if p.place == "body"), None)

    @property
    def answer(self) -> Answer | None:
        """The answer of success: the one with content where several are documented."""
        good = [a for a in self.answers if a.status < 300]
        return next((a for a in good if a.model), good[0] if good else None)

    @property
    def answers_file(self) -> bool:
        """Whether success is a file."""
        answer = self.answer
        return bool(answer and (answer.model == "file" or any(t.startswith(FILE_TYPES) for t in answer.content_types)))

    @property
    def pages(self) -> bool:
        """Whether the answer is a list that `offset` and `limit` cut into pages."""
        answer = self.answer
        return bool(answer and answer.array and {"offset", "limit"} <= self.by_name.keys())

    @property
    def resource(self) -> str:
        """The collection that the answer's records belong to: `task-status/pending-tasks`, `role-summaries`."""
        words = [word for word in self.path.split("/") if word and word not in ("v1", "v2")]
        while words and words[-1].startswith("{"):
            words.pop()
        parameters = [index for index, word in enumerate(words) if word.startswith("{")]
        return "/".join(words[parameters[-1] + 1 :] if parameters else words)


# What is sent by POST under these verbs reads all the same; starting a report or an export is a change, as it runs.
READING_VERBS = frozenset({"get", "search", "compare", "show"})


@frozen
class Field:
    """One field of a model. `type` is the SDK's: `String`, `Int32`, `DateTime`, a model's name; lists end in `[]`."""

    name: str
    type: str
    ps: str
    required: bool = False
    nullable: bool = False
    enum: tuple[Any, ...] = ()
    default: Any = None
    read_only: bool = False
    map_of: str | None = None


@frozen(slots=False)
class Model:
    """The shape of one JSON object, or of an enum, or of a choice between models."""

    name: str
    generation: str
    fields: tuple[Field, ...] = ()
    enum: tuple[Any, ...] = ()
    one_of: tuple[str, ...] = ()
    any_of: bool = False
    additional: bool = False
    initialize: str | None = None
    from_json: str | None = None

    def field(self, name: str) -> Field | None:
        """The field of this name: the exact spelling wins, since some models have both `type` and `_type`."""
        return self._exact.get(name) or self.by_name.get(fold(name))

    @cached_property
    def _exact(self) -> Mapping[str, Field]:
        return {one.name: one for one in self.fields}

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """Fields under every accepted spelling, folded."""
        found: dict[str, Field] = {}
        for one in self.fields:
            for name in (one.name, one.ps):
                found.setdefault(fold(name), one)
        return found
