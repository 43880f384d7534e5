"""PSSailpoint's model functions: `initialize_report_details`, `convert_from_json_to_report_details`, for every
model.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ..catalog.facts import DEFAULT_GENERATION, GENERATIONS, Field, Model
from ..catalog.loader import facts
from ..errors import UnknownNameError, UsageError
from ..naming import did_you_mean, fold, parameter_name, snake_case
from ..operations.checks import check_body, parse_json_text, plain
from ..records import Origin, Record, with_origin, wrap
from ..tenant.session import peek_session
from .cmdlet import Cmdlet

# What the names carry between their words to pin a generation; v3 and v1 carry nothing.
_MARKS = {
    "beta": "Beta",
    "v2024": "V2024",
    "v2025": "V2025",
    "v2026": "V2026",
    "nerm": "NERM",
    "nermv2025": "NERMV2025",
}
_INITIALIZE = "initialize_"
_FROM_JSON = "convert_from_"


@cache
def _models(generation: str) -> Mapping[str, str]:
    """Model names of a generation by their folded spelling."""
    return {fold(name): name for name in facts(generation).models}


def find_model_command(name: str) -> ModelCmdlet | None:
    """The model function of this name, or None. Only names that begin like one cost more than a look."""
    if name.startswith(_INITIALIZE):
        rest, from_json = name[len(_INITIALIZE) :], False
    elif name.startswith(_FROM_JSON) and "json_to_" in name:
        before, _, after = name[len(_FROM_JSON) :].partition("json_to_")
        rest, from_json = before + after, True
    else:
        return None
    for generation, mark in _MARKS.items():
        if rest.startswith(f"{mark.lower()}_") and (pinned := _models(generation).get(fold(rest[len(mark) + 1 :]))):
            return _command(name, pinned, generation, from_json)
    found = next((model for g in _generations() if (model := _models(g).get(fold(rest)))), None)
    return _command(name, found, None, from_json) if found else None


def _generations() -> Iterator[str]:
    """Where an unmarked model is looked for: the session's generation, then from the newest to the oldest."""
    session = peek_session()
    yield session.api_version if session else DEFAULT_GENERATION
    yield from ("v1", *reversed([g for g in GENERATIONS if g != "v1"]))


def _command(name: str, model: str, generation: str | None, from_json: bool) -> ModelCmdlet | None:
    made = ModelCmdlet(name, model, generation, from_json)
    found = made.model
    return made if (found.from_json if from_json else found.initialize) else None


def model_command_names(generation: str) -> Iterator[str]:
    """The unmarked names of a generation's model functions."""
    for model in facts(generation).models.values():
        if model.initialize:
            yield _INITIALIZE + snake_case(model.name)
        if model.from_json:
            yield f"{_FROM_JSON}json_to_{snake_case(model.name)}"


class ModelCmdlet(Cmdlet):
    """A function that builds a Record of one model.

    Args:
        name: What was typed.
        model: Name of the model.
        generation: The pinned generation; None follows the session.
        from_json: Whether it reads JSON; else it takes fields.
    """

    def __init__(self, name: str, model: str, generation: str | None, from_json: bool) -> None:
        self.name = self.__name__ = name
        self._model_name = model
        self._generation = generation
        self._from_json = from_json
        mark = _MARKS.get(generation or "", "")
        self.ps = f"ConvertFrom-{mark}JsonTo{model}" if from_json else f"Initialize-{mark}{model}"
        self.__module__ = f"cmdlets.{generation}" if generation else "cmdlets"

    @property
    def changes(self) -> bool:
        return False

    @property
    def model(self) -> Model:
        """The model, in the pinned generation, else the session's, else the newest that has it."""
        candidates = [self._generation] if self._generation else _generations()
        return next(facts(g).models[self._model_name] for g in candidates if self._model_name in facts(g).models)

    @property
    def _fields(self) -> list[Field]:
        return [field for field in self.model.fields if not field.read_only]

    @property
    def __signature__(self) -> inspect.Signature:
        if self._from_json:
            return inspect.Signature([inspect.Parameter("json", inspect.Parameter.POSITIONAL_OR_KEYWORD)])
        shown = [
            inspect.Parameter(
                parameter_name(field.ps),
                inspect.Parameter.KEYWORD_ONLY,
                default=inspect.Parameter.empty if field.required else None,
            )
            for field in self._fields
        ]
        return inspect.Signature(shown)

    @property
    def __doc__(self) -> str:  # type: ignore[override]  # made from the facts when it is read
        from .help import model_help  # waits until somebody asks

        return model_help(self.model, self.name, self.ps, from_json=self._from_json)

    def run(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        model = self.model
        if self._from_json:
            value = plain(parse_json_text(self._text(arguments, keywords), f"{self.name}: json"))
        else:
            value = self._named(arguments, keywords)
        checked = check_body(value, model, facts(model.generation).models, self.name)
        if model.one_of and checked is not None and not isinstance(checked, dict):
            return checked  # a choice may be of plain values: the value of a JSON patch
        if not isinstance(checked, dict):
            raise UsageError(f"{self.name}: a {model.name} is an object, not a {type(checked).__name__}")
        record: Record = wrap(dict(checked))
        return with_origin(record, Origin(kind=model.name, generation=model.generation))

    def _text(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        given = [*arguments, *(keywords.pop(name) for name in list(keywords) if fold(name) == "json")]
        if len(given) != 1 or keywords:
            raise UsageError(f"{self.name} takes json and nothing else", hint="Give JSON text, a dict or a Record.")
        return given[0]

    def _named(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> dict[str, Any]:
        """The fields under their wire names. By position they come in PowerShell's order."""
        fields = self._fields
        if len(arguments) > len(fields):
            raise UsageError(f"{self.name} takes at most {len(fields)} values", hint=f"Usage: {self.usage}")
        named = {field.name: value for field, value in zip(fields, arguments, strict=False)}
        known = {fold(spelling): field.name for field in fields for spelling in (field.name, field.ps)}
        for name, value in keywords.items():
            own = known.get(fold(name)) or (name if self.model.additional else None)
            if own is None:
                raise UnknownNameError(
                    f"{self.model.name} has no field {name!r}",
                    hint=did_you_mean(name, (parameter_name(f.ps) for f in fields)) or f"Usage: {self.usage}",
                )
            if own in named:
                raise UsageError(f"{self.name} got {own} twice")
            named[own] = value
        return {name: plain(value) for name, value in named.items()}

    def missing(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> list[str]:
        return ["json"] if self._from_json and not arguments and not keywords else []

    def from_pipe(self, record: Any, keywords: Mapping[str, Any], arguments: tuple[Any, ...] = ()) -> dict[str, Any]:
        return {"json": record}
