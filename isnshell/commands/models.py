"""PSSailpoint's model functions: `initialize_report_details`, `convert_from_json_to_report_details`, for every
model.
"""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_INITIALIZE = "initialize"
_FROM_JSON = "convertfrom"
_JSON_TO = "jsonto"


@cache
def _models(generation: str) -> Mapping[str, str]:
    """Model names of a generation by their folded spelling."""
    return {fold(name): name for name in facts(generation).models}


def find_model_command(name: str) -> ModelCmdlet | None:
    """The model function of this name in any spelling, or None. Only names that begin like one cost more than a
    look.
    """
    folded = fold(name)
    if folded.startswith(_INITIALIZE):
        rest, from_json = folded[len(_INITIALIZE) :], False
    elif folded.startswith(_FROM_JSON) and _JSON_TO in folded:
        before, _, after = folded[len(_FROM_JSON) :].partition(_JSON_TO)
        rest, from_json = before + after, True
    else:
        return None
    for generation, mark in _MARKS.items():
        if rest.startswith(fold(mark)) and _find(rest[len(mark) :], [generation], from_json):
            return ModelCmdlet(rest[len(mark) :], generation, from_json)
    # Which generation's it is, is asked at each call; that one has it is known now
    return ModelCmdlet(rest, None, from_json) if _find(rest, _generations(), from_json) else None


def _find(folded: str, generations: Iterable[str], from_json: bool) -> Model | None:
    """The model of the first generation that has this function for it."""
    for generation in generations:
        if known := _models(generation).get(folded):
            model = facts(generation).models[known]
            if model.from_json if from_json else model.initialize:
                return model
    return None


def _generations() -> Iterator[str]:
    """Where an unmarked model is looked for: the session's generation, then from the newest to the oldest; another
    product's last.
    """
    session = peek_session()
    yield session.api_version if session else DEFAULT_GENERATION
    newest_first = ["v1", *(one for one in reversed(GENERATIONS) if one != "v1")]
    yield from (one for one in newest_first if not one.startswith("nerm"))
    yield from (one for one in newest_first if one.startswith("nerm"))


def model_command_names(generation: str) -> Iterator[str]:
    """The unmarked names of a generation's model functions."""
    for model in facts(generation).models.values():
        if model.initialize:
            yield f"initialize_{snake_case(model.name)}"
        if model.from_json:
            yield f"convert_from_json_to_{snake_case(model.name)}"


class ModelCmdlet(Cmdlet):
    """A function that builds a Record of one model.

    Args:
        model: Name of the model, folded: the generations spell some of them differently.
        generation: The pinned generation; None follows the session.
        from_json: Whether it reads JSON; else it takes fields.
    """

    def __init__(self, model: str, generation: str | None, from_json: bool) -> None:
        self._folded = model
        self._generation = generation
        self._from_json = from_json
        mark, own = _MARKS.get(generation or "", ""), self.model.name
        self.ps = f"ConvertFrom-{mark}JsonTo{own}" if from_json else f"Initialize-{mark}{own}"
        self.name = self.__name__ = snake_case(self.ps)
        self.__module__ = f"cmdlets.{generation}" if generation else "cmdlets"

    @property
    def changes(self) -> bool:
        return False

    @property
    def model(self) -> Model:
        """The model, in the pinned generation, else the session's, else the newest that has it."""
        found = _find(self._folded, [self._generation] if self._generation else _generations(), self._from_json)
        assert found is not None  # a name without a model makes no command
        return found

    @property
    def _fields(self) -> list[Field]:
        return [field for field in self.model.fields if not field.read_only]

    @property
    def __signature__(self) -> inspect.Signature:
        if self._from_json:
            return inspect.Signature([inspect.Parameter("json", inspect.Parameter.POSITIONAL_OR_KEYWORD)])
        shown = [
            inspect.Parameter(
                name,
                inspect.Parameter.KEYWORD_ONLY,
                default=inspect.Parameter.empty if field.required else None,
            )
            for name, field in _keywords(self._fields).items()
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
        exact = {field.name: field.name for field in fields}
        known = {fold(spelling): field.name for field in reversed(fields) for spelling in (field.name, field.ps)}
        for name, value in keywords.items():
            own = exact.get(name) or known.get(fold(name)) or (name if self.model.additional else None)
            if own is None:
                raise UnknownNameError(
                    f"{self.model.name} has no field {name!r}",
                    hint=did_you_mean(name, _keywords(fields)) or f"Usage: {self.usage}",
                )
            if own in named:
                raise UsageError(f"{self.name} got {own} twice")
            named[own] = value
        return {name: plain(value) for name, value in named.items()}

    def missing(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> list[str]:
        return ["json"] if self._from_json and not arguments and not keywords else []

    def from_pipe(self, record: Any, keywords: Mapping[str, Any], arguments: tuple[Any, ...] = ()) -> dict[str, Any]:
        return {"json": record}


def _keywords(fields: Sequence[Field]) -> dict[str, Field]:
    """The fields by the keywords that give them. Where the SDK has one name for two, each goes by its name on the wire:
    `type` and `_type`.
    """
    times = Counter(field.ps for field in fields)
    return {field.name if times[field.ps] > 1 else parameter_name(field.ps): field for field in fields}
