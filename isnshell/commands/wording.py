"""Saying facts in words: what an operation is for, what a parameter or field takes, what comes back.

The words are ours, made from names and types; texts of the API's documents are not kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..catalog.facts import Field, Model, Operation, Parameter
from ..naming import snake_case
from ..operations.answer import is_file

_VERBS = {
    "add": "Add",
    "approve": "Approve",
    "close": "Close",
    "compare": "Compare",
    "complete": "Complete",
    "confirm": "Confirm",
    "deny": "Reject",
    "disable": "Disable",
    "enable": "Enable",
    "export": "Export",
    "get": "Get",
    "import": "Import",
    "list": "List",
    "move": "Hand over",
    "new": "Create",
    "ping": "Poll",
    "publish": "Publish",
    "put": "Replace",
    "receive": "Receive",
    "remove": "Delete",
    "reset": "Reset",
    "search": "Search",
    "select": "Choose",
    "set": "Set",
    "show": "Show",
    "start": "Start",
    "submit": "Submit",
    "suspend": "Cancel",
    "sync": "Synchronise",
    "test": "Test",
    "unlock": "Unlock",
    "update": "Change",
}
_ACRONYMS = {
    word.lower(): word
    for word in ("AI", "API", "CSV", "DAS", "ID", "JIT", "MFA", "NERM", "PDF", "S3", "SED", "SIM", "SOD", "SP", "SSF")
}
_SPELLINGS = {
    **_ACRONYMS,
    "async": "asynchronously",
    "config": "configuration",
    "configs": "configurations",
    "duo": "Duo",
    "hronize": "",
    "iai": "IAI",
    "mfakba": "MFA KBA",
    "single": "",
    "multihost": "multi-host",
    "oauth": "OAuth",
    "okta": "Okta",
    "org": "organization",
    "ui": "UI",
    "un": "un-",
    "url": "URL",
}
_VERBS_AS_NOUNS = frozenset(
    [
        "accept",
        "activate",
        "apply",
        "classify",
        "deactivate",
        "download",
        "evaluate",
        "execute",
        "extend",
        "forward",
        "generate",
        "ignore",
        "invoke",
        "load",
        "predict",
        "reassign",
        "reload",
        "sign",
        "unsubscribe",
        "un",
    ]
)
_RELATIONS = ("in", "by", "of", "on", "for", "to", "from", "as", "within", "without")
_UNCOUNTABLE = frozenset(
    ["access", "criteria", "data", "history", "info", "metadata", "settings", "statistics", "status", "information"]
)
_LONGEST = 78
_METHODS = ("_get", "_post", "_patch", "_delete", "_put")


# --- purpose ----------------------------------------------------------------------------------------------------


def purpose(operation: Operation) -> str:
    """One line made from verb, noun and shape of the answer: `Get one report result by its task result id.`"""
    verb, _, rest = operation.base.partition("_")
    if verb == "invoke" and operation.base.endswith(_METHODS):
        return f"Call {operation.method} {operation.path}."  # its name is the request, spelled out
    head, relation = _split(rest.removeprefix("nerm_").removeprefix("nermv2025_"))
    if not head:
        head = _singular(_words(operation.tag.casefold().replace(" ", "_")))
    first, _, others = head.partition(" ")
    if verb in ("invoke", "send", "submit", "start", "show") and (first in _VERBS_AS_NOUNS or verb == "invoke"):
        # Invoke-ForwardWorkItem: the noun brings the verb with it
        return f"{_capital(first)}{' ' + others if others else ''}{relation}."
    return f"{_lead(operation, verb, head, bool(relation))}{relation}."


def _lead(operation: Operation, verb: str, head: str, has_relation: bool) -> str:
    """Verb and noun, with the article that fits."""
    own = _own_parameter(operation)
    answer = operation.answer
    if operation.method == "HEAD":
        return f"Count the {_plural(head.removesuffix(' headers'))}: the answer's headers alone"
    if verb == "get" and not is_file(operation):
        several = f"List {_plural(head)}"
        if answer and answer.array and (own is None or has_relation):
            return several
        thing = _thing(operation, own)
        if answer and answer.array and thing != _singular(head):
            of = f"List the {_plural(head)} of one {thing}"
            return of if len(of) < _LONGEST else several
        if own and (not _is_plural(head) or thing == head):
            by = "" if has_relation else f" by its {_parameter_words(own, head)}"
            return f"Get one {head}{by}" if len(head + by) < _LONGEST - 8 else f"Get one {head}"
        return f"Get the {head}"
    word = _word_of(operation, verb)
    if own and not _is_plural(head) and verb not in ("new", "add"):
        return f"{word} one {head}"
    if verb in ("new", "add") and not _is_plural(head):
        return f"{word} {_article(head)} {head}"
    if verb in ("set", "get", "import", "export", "sync", "reset", "update") and not _is_plural(head):
        return f"{word} the {head}"
    return f"{word} {head}" if _is_plural(head) or verb in ("search", "test") else f"{word} {_article(head)} {head}"


def _word_of(operation: Operation, verb: str) -> str:
    """`Send-` sends when it is a POST, and replaces when it is a PUT; so does `Update-`."""
    if verb == "send":
        return "Replace" if operation.method == "PUT" else "Send"
    if verb == "update" and operation.method == "PUT":
        return "Replace"
    if verb == "update" and operation.body and "patch" in operation.body.content_type:
        return "Change fields of"
    if verb == "get" and is_file(operation):
        return "Save"
    return _VERBS.get(verb, verb.capitalize())


def _split(rest: str) -> tuple[str, str]:
    """What stands before the first `in`, `by`, `for` ..., and the rest with a blank in front."""
    words = [word for word in rest.split("_") if word]
    if words and words[-1] in ("for", "v2", "v1"):
        words = [word for word in words if word not in ("for", "v2", "v1")]
    where = next((index for index, word in enumerate(words) if index and word in _RELATIONS), len(words))
    relation = _words("_".join(words[where:]))
    # "by its id" is said where it is so
    relation = "" if relation in ("by ID", "by id") else relation
    return _words("_".join(words[:where])), f" {relation}" if relation else ""


def _words(snake: str) -> str:
    text = " ".join(found for word in snake.split("_") if (found := _SPELLINGS.get(word, word)))
    return text.replace("non employee", "non-employee").replace("multi host", "multi-host").replace("un- ", "un-")


def _own_parameter(operation: Operation) -> Parameter | None:
    """The path parameter that names the one object, if there is one; for a list the object that the list is of."""
    named = [parameter for parameter in operation.parameters if parameter.place == "path"]
    return named[-1] if named else None


def _parameter_words(parameter: Parameter, head: str) -> str:
    words = snake_case(parameter.ps).replace("_", " ")
    return "id" if words == f"{head} id" else words


def _thing(operation: Operation, parameter: Parameter | None) -> str:
    """What a path parameter names: `source` for `sourceId`, and for the `id` of `/sources/{id}`."""
    if parameter is None:
        return "object"
    words = [word for word in snake_case(parameter.ps).split("_") if word not in ("id", "name")]
    if not words:
        steps = [step for step in operation.path.split("/") if step and not re.fullmatch(r"v\d", step)]
        place = steps.index("{" + parameter.name + "}") if "{" + parameter.name + "}" in steps else 0
        words = [_singular(steps[place - 1].replace("-", "_"))] if place else ["object"]
    return _words("_".join(words))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _article(noun: str) -> str:
    first = noun.split(" ", 1)[0]
    if first.isupper():  # spoken letter by letter: an SOD policy
        return "an" if first[:1] in "AEFHILMNORSX" else "a"
    return "an" if first[:1] in "aeioO" or (first[:1] == "u" and first[1:2] in "n") else "a"


def _is_plural(noun: str) -> bool:
    last = noun.rsplit(" ", 1)[-1]
    return last in _UNCOUNTABLE or (last.endswith("s") and not last.endswith(("ss", "us", "is")))


def _plural(noun: str) -> str:
    noun = noun.removesuffix(" list")
    if _is_plural(noun):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ss", "us", "x", "ch", "sh")) else "s")


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if _is_plural(noun) and noun.rsplit(" ", 1)[-1] not in _UNCOUNTABLE else noun


# --- parameters and fields --------------------------------------------------------------------------------------

_JSON_TYPES = {
    "array<string>": "list of text",
    "array<object>": "list of dicts",
    "string": "text",
    "integer": "number",
    "boolean": "True or False",
    "object": "dict",
}
_FIELD_TYPES = {
    "String": "text",
    "Boolean": "True or False",
    "Int32": "number",
    "Int64": "number",
    "Double": "number",
    "Decimal": "number",
    "DateTime": "date and time",
    "Hashtable": "dict",
    "Object": "anything",
    "FileInfo": "file",
}
_FORMATS = {"date": "date", "date-time": "date and time", "uuid": "UUID"}


def kind(operation: Operation, parameter: Parameter) -> str:
    """The type of a parameter in words."""
    if parameter.place == "body" and operation.body and operation.body.model not in (None, "string", "object"):
        model = operation.body.model
        return f"list of {model}" if operation.body.array else str(model)
    if parameter.format == "binary":
        return "file"
    if parameter.type == "string" and parameter.format in _FORMATS:
        return _FORMATS[parameter.format]
    return _JSON_TYPES.get(parameter.type, parameter.type)


def field_kind(field: Field, models: Mapping[str, Model]) -> str:
    """The type of a model's field in words."""
    bare = field.type.rstrip("[]")
    inner = models.get(bare)
    word = "text" if inner and inner.enum else _FIELD_TYPES.get(bare, bare)
    if inner and inner.one_of:
        word = "dict" if all(one in models for one in inner.one_of) else "value"
    for _ in range(field.type.count("[]")):
        word = f"list of {word}"
    return f"{word} of {_FIELD_TYPES.get(field.map_of, field.map_of)}" if field.map_of and word == "dict" else word


def allowed(field: Field, models: Mapping[str, Model]) -> tuple[Any, ...]:
    """The values that a field may have; none where it is free."""
    inner = models.get(field.type.rstrip("[]"))
    return field.enum or (inner.enum if inner else ())


def parameter_details(operation: Operation, parameter: Parameter) -> str:
    """What a parameter means as far as the facts tell, what it allows and what holds without it."""
    told = [meaning] if (meaning := _meaning(operation, parameter)) else []
    if parameter.enum:
        told.append(one_of(parameter.enum))
    pages = operation.pages and parameter.name in ("limit", "offset")
    if not pages and (limits := _range(parameter)):
        told.append(limits)
    if parameter.default is not None and not pages:
        told.append(f"default {parameter.default}")
    return "; ".join(told)


def _meaning(operation: Operation, parameter: Parameter) -> str:
    name = parameter.name
    if parameter.place == "path":
        words = snake_case(parameter.ps).replace("_", " ")
        if words.endswith("id"):
            return f"id of the {_thing(operation, parameter)}, or its Record"
        return ""
    if parameter.format == "binary":
        return "path, bytes or an open file"
    if parameter.place == "body":
        several = operation.body is not None and operation.body.array
        return "list of Records or dicts; one alone will do" if several else "Record, dict or JSON text"
    if name == "filters" and operation.filters:
        return "an expression, or a dict of field to value; see Filters"
    if name == "sorters" and operation.sorters:
        return "field names, with - in front for descending; see Sorters"
    if operation.pages:
        return _PAGING.get(name, "")
    return ""


_PAGING = {
    "limit": "how many records in all; left out, every one",
    "offset": "how many records to skip",
    "count": "True asks for the total, which the answer's headers give",
}


def _range(parameter: Parameter) -> str:
    low, high = parameter.minimum, parameter.maximum
    if low is not None and high is not None:
        return f"{low:g} to {high:g}"
    return f"from {low:g}" if low is not None else f"up to {high:g}" if high is not None else ""


def one_of(values: Sequence[Any]) -> str:
    """The allowed values as a phrase."""
    shown = [str(value) for value in values]
    return f"only {shown[0]}" if len(shown) == 1 else f"one of {', '.join(shown)}"


# --- results ----------------------------------------------------------------------------------------------------


def result(operation: Operation) -> str:
    """What a call gives, in words."""
    answer = operation.answer
    if is_file(operation):
        return "Path: the saved file, whole."
    if operation.method == "HEAD":
        return "Record: the answer's headers."
    if answer is None or answer.model is None:
        return "Text." if answer and any("json" not in one for one in answer.content_types) else "Nothing."
    model = {"object": "Record", "string": "text", "integer": "number", "boolean": "True or False"}.get(
        answer.model, answer.model
    )
    if operation.pages:
        return f"Stream of {model}; the first request goes out when it is read."
    if answer.array:
        return f"list of {model}."
    return f"Record: {model}." if model == answer.model else f"{_capital(model)}."
