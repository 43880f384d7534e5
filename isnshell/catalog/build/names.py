"""The SDK's names: of commands, of parameters, of models. Its rules stand here, their words in `data/naming.json`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from ...naming import pascal_case
from ..loader import read_data
from .document import Endpoint


@cache
def naming() -> dict[str, Any]:
    """The words of the rules, and the names that no rule gives."""
    return read_data("naming.json")  # type: ignore[no-any-return]  # an object


def operation_id(endpoint: Endpoint) -> str:
    """The operation's name; one without is named after its path: `GET /das/owners/{id}` -> `dasOwnersIdGet`."""
    given = endpoint.shape.get("operationId")
    if given:
        return str(given)
    made = pascal_case(f"{endpoint.path} {endpoint.method.lower()}")
    return made[:1].lower() + made[1:]


def cmdlet_name(generation: str, operation: str) -> str:
    """The PowerShell name of an operation: `listReports` in beta -> `Get-BetaReports`.

    The longest known word that the name begins with makes the verb, even where it is only part of a word
    (`Sync-hronizeAttributesForIdentity`); without one, the verb is Invoke and the whole name the noun.
    """
    mark = naming()["marks"][generation]
    name = operation[:1].upper() + operation[1:]
    for word, verb in _verbs():
        if name.startswith(word):
            return f"{verb}-{mark}{name.removeprefix(word)}"
    return f"Invoke-{mark}{name}"


@cache
def _verbs() -> list[tuple[str, str]]:
    words: dict[str, str] = {word: word for word in naming()["verbs"]["kept"]} | naming()["verbs"]["changed"]
    return sorted(words.items(), key=lambda row: -len(row[0]))


def model_name(schema: str) -> str:
    """The SDK's name of a schema: `listCampaigns_200_response` -> `ListCampaigns200Response`."""
    name = pascal_case(schema)
    return f"Model{name}" if name in naming()["reserved_models"] or name[:1].isdigit() else name


def schema_names(generation: str, schemas: Iterable[str], spellings: Mapping[str, str]) -> dict[str, str]:
    """Schemas of a document that the SDK calls otherwise, with the SDK's name.

    Documents count equal names `Tag`, `Tag-2`; the SDK counts `Tag`, `Tag1` (`Tag2` in v1), in an order that only a
    table knows. The document of v1 has lost its capitals: `spellings` has those of the other generations.
    """
    known: dict[str, str] = naming()["models"].get(generation, {})
    names = {schema: known.get(schema) or _counted(generation, schema, spellings) for schema in schemas}
    return {old: new for old, new in names.items() if new != old}


def _counted(generation: str, schema: str, spellings: Mapping[str, str]) -> str:
    base, _, count = schema.rpartition("-")
    if not count.isdigit():
        base, count = schema, ""
    if generation != "v1":
        return f"{base}{int(count) - 1}" if count else base
    return (naming()["models"]["v1"].get(base) or spellings.get(base) or base.replace("-", "")) + count


def field_name(field: str) -> str:
    """The PowerShell parameter for a model's field; a reserved word gets `Var` in front."""
    name = pascal_case(field)
    return f"Var{name}" if name.lower() in naming()["reserved_fields"] else name
