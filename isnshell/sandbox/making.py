"""Believable values for the fields of the catalog's models, by name and type; the same dice give the same values."""

from __future__ import annotations

import random
import re
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol

from attrs import define, field, frozen

from ..catalog.facts import Field, Model
from ..clock import iso
from .people import COMPANY, Identity
from .references import COLLECTIONS, folded, type_named, type_of
from .vocabulary import DESCRIPTIONS, TEXTS

_DEEPEST = 6
_FUTURE = ("deadline", "due", "expir", "enddate", "next", "remove", "until", "proposed", "refreshby")
_TYPES: Mapping[str, type] = {"String": str, "Int32": int, "Int64": int, "Boolean": bool}
_NEW = ("NOT_STARTED", "QUEUED", "CREATED", "PENDING", "STAGED", "IN_PROGRESS", "ACTIVE")
_TROUBLES = ("error", "warning", "failure")
_TRUE = ("enabled", "active", "success", "healthy", "requestable", "revocable", "registered", "valid", "approved")
_PEOPLE_FIELDS: Mapping[str, str] = {
    "firstname": "first_name",
    "givenname": "first_name",
    "lastname": "last_name",
    "familyname": "last_name",
    "alias": "alias",
    "login": "alias",
    "accountname": "alias",
    "nativeidentity": "alias",
    "department": "department",
    "title": "title",
    "employeenumber": "employee_number",
    "cloudlifecyclestate": "lifecycle_state",
}


@frozen
class Thing:
    """Something that a record refers to."""

    id: str
    name: str
    person: Identity | None = None


class World(Protocol):
    """What there is to refer to."""

    began: datetime

    def thing(self, type_: str | None, dice: random.Random) -> Thing:
        """One of the things of a reference's type."""

    def person(self, dice: random.Random) -> Identity:
        """One of the people."""


@define
class _Making:
    """One record or nested object in the making: what it is about, and what its parts agree on."""

    models: Mapping[str, Model]
    dice: random.Random
    about: Thing
    created: datetime
    now: datetime
    above: tuple[str, ...] = ()
    made: dict[str, Any] = field(factory=dict)
    referred: dict[str, Thing] = field(factory=dict)


class Maker:
    """Makes values.

    Args:
        world: What they refer to.
        seed: Same seed, same values.
    """

    def __init__(self, world: World, seed: int) -> None:
        self._world = world
        self._seed = seed

    def dice(self, *of: str) -> random.Random:
        """The dice of one thing."""
        return random.Random(f"{self._seed}:{':'.join(of)}")

    def complete(
        self, record: dict[str, Any], model: Model, models: Mapping[str, Model], key: str, *, whole: bool
    ) -> None:
        """Put into a record what a model has and it lacks.

        Args:
            record: Changed in place.
            model: What it is to be shown as.
            models: Where nested models are found.
            key: Tells it from others; the dice are thrown by it.
            whole: Make up everything. Otherwise what somebody created: required fields and defaults, and for the rest
                nothing, an empty list or null.
        """
        model = alternative(model, models, record, key)
        if not model.fields:
            return
        dice = self.dice(key, model.name)
        created = self._world.began - timedelta(days=dice.randrange(20, 700), seconds=dice.randrange(86_400))
        person = self._world.person(dice)
        about = Thing(str(record.get("id", "")) or _uuid(dice), str(record.get("name") or person.display_name), person)
        making = _Making(models, dice, about, created, self._world.began, (model.name,), record)
        for one in model.fields:
            if one.name in record:
                continue
            if not whole and one.enum and one.name in ("status", "state") and one.default is None:
                record[one.name] = first_state(one.enum)
            elif whole or one.required:
                record[one.name] = self._field(one, making)
            elif one.default is not None:
                record[one.name] = one.default
            elif one.nullable:
                record[one.name] = None
            elif one.type.endswith("[]"):
                record[one.name] = []
            elif one.type == "Boolean":
                record[one.name] = False
            elif one.type in ("Int32", "Int64") and one.read_only:
                record[one.name] = 0
            elif one.read_only and one.type != "DateTime":
                record[one.name] = self._field(one, making)

    def one(self, type_: str, models: Mapping[str, Model], key: str) -> Any:
        """A value of a type: a model's name, `String`, `Int32`, `string`, ..."""
        dice = self.dice(key)
        if type_ in models and models[type_].fields:
            record: dict[str, Any] = {}
            self.complete(record, models[type_], models, key, whole=True)
            return record
        about = Thing(_uuid(dice), self._world.person(dice).display_name)
        making = _Making(models, dice, about, self._world.began, self._world.began)
        return self._value(type_, Field(key.rpartition("/")[2], type_, ""), making)

    def value(self, one: Field, models: Mapping[str, Model], key: str) -> Any:
        """A value of one field."""
        dice = self.dice(key, one.name)
        person = self._world.person(dice)
        about = Thing(_uuid(dice), person.display_name, person)
        making = _Making(models, dice, about, self._world.began, self._world.began)
        return self._field(one, making)

    # --- fields -----------------------------------------------------------------------------------------------------

    def _field(self, one: Field, making: _Making) -> Any:
        kind, depth = one.type.replace("[]", ""), one.type.count("[]")
        if folded(one.name).startswith(_TROUBLES) and not one.enum:
            # A tenant is well, unless its hand-written parts say otherwise
            if depth:
                return []
            if one.nullable:
                return None
        may_miss = one.nullable and not one.required and (kind == "DateTime" or kind in making.models)
        if may_miss and making.dice.random() < 0.1:
            return None
        is_nested = kind in making.models and not making.models[kind].enum
        is_loop = kind in making.above or (len(making.above) > _DEEPEST and is_nested)
        if depth:
            if is_loop:
                return []
            wanted = min(len(one.enum) or 2, making.dice.randint(1, 2))
            made = [self._single(one, kind, making) for _ in range(wanted)]
            made = [value for n, value in enumerate(made) if value not in made[:n]]
            for _ in range(depth - 1):
                made = [made]
            return made
        if is_loop:
            return {} if one.required else None
        return self._single(one, kind, making)

    def _single(self, one: Field, kind: str, making: _Making) -> Any:
        if one.enum:
            return one.default if one.default in one.enum else making.dice.choice(one.enum)
        # Some documents give a default of another type than the field's
        if one.default is not None and type(one.default) is _TYPES.get(kind) and not one.type.endswith("[]"):
            return one.default
        if kind == "Hashtable":
            return self._map(one, making)
        return self._value(kind, one, making)

    def _value(self, kind: str, one: Field, making: _Making) -> Any:
        if kind.endswith("[]"):
            return [self._value(kind[:-2], one, making)]
        if kind in making.models:
            return self._model(making.models[kind], one.name, making)
        if kind in ("String", "string", "FileInfo"):
            return self._text(one.name, making)
        if kind in ("Boolean", "boolean"):
            return folded(one.name).endswith(_TRUE) or making.dice.random() < 0.2
        if kind in ("Int32", "Int64", "integer"):
            return _number(one.name, kind, making)
        if kind in ("Double", "Decimal"):
            return round(making.dice.random(), 2)
        if kind == "DateTime":
            return iso(_moment(one.name, making))
        return {}

    def _model(self, model: Model, name: str, making: _Making) -> Any:
        if model.enum:
            return making.dice.choice(model.enum)
        if model.one_of:
            return self._choice(model, name, making)
        about = self._about(model, name, making)
        above = (*making.above, model.name)
        inner = _Making(making.models, making.dice, about, making.created, making.now, above)
        type_ = type_of(model, name)
        for one in model.fields:
            value = self._field(one, inner)
            if value is not None or one.required or one.nullable:
                inner.made[one.name] = value
        if type_ in COLLECTIONS and "type" in inner.made and "id" in inner.made:
            enum = model.by_name["type"].enum or getattr(making.models.get(model.by_name["type"].type), "enum", ())
            inner.made["type"] = type_ if not enum or type_ in enum else inner.made["type"]
        return inner.made

    def _choice(self, model: Model, name: str, making: _Making) -> Any:
        """One of the alternatives: the one that the record's type names, if there is such."""
        open_ = [one for one in model.one_of if one.replace("[]", "") not in making.above] or ["String"]
        type_ = folded(str(making.made.get("type", "")))
        named = [one for one in open_ if type_ and folded(one).startswith(type_)]
        kind = named[0] if named else making.dice.choice(open_)
        return (
            self._map(Field(name, kind, ""), making)
            if kind == "Hashtable"
            else self._value(kind, Field(name, kind, ""), making)
        )

    def _about(self, model: Model, name: str, making: _Making) -> Thing:
        type_ = type_of(model, name)
        if type_ in COLLECTIONS:
            return self._world.thing(type_, making.dice)
        person = self._world.person(making.dice)
        return Thing(_uuid(making.dice), person.department if "name" in model.by_name else person.display_name, person)

    def _map(self, one: Field, making: _Making) -> dict[str, Any]:
        kind = one.map_of or "Object"
        if "attributes" in folded(one.name) and kind in ("Object", "String"):
            person = making.about.person or self._world.person(making.dice)
            return {
                "department": person.department,
                "title": person.title,
                "city": person.city,
                "country": person.country,
                "email": person.email,
            }
        if kind == "Object" or kind.replace("[]", "") in making.above:
            return {}
        return {"department": self._value(kind, Field("value", kind, ""), making)}

    # --- texts ------------------------------------------------------------------------------------------------------

    def _text(self, name: str, making: _Making) -> str:
        word, about, dice = folded(name), making.about, making.dice
        if word in ("id", "uuid", "uid", "guid", "tenantid"):
            return about.id
        if word in ("name", "displayname", "fullname", "uniquename", "technicalname"):
            return about.name
        if about.person is not None and word in _PEOPLE_FIELDS:
            return str(getattr(about.person, _PEOPLE_FIELDS[word]))
        if word in TEXTS:
            return dice.choice(TEXTS[word])
        if word.endswith(("id", "ids")) and len(word) > 3:
            return self._referred(word.removesuffix("s").removesuffix("id"), making).id
        if "email" in word or word in ("mail", "from", "replyto"):
            return (about.person or self._world.person(dice)).email
        if "phone" in word:
            return f"+41 44 555 {dice.randrange(10, 99)} {dice.randrange(10, 99)}"
        if word.endswith(("url", "uri", "link", "href", "endpoint", "logo", "icon")):
            return f"https://sandbox.{COMPANY}/{word.removesuffix('url').removesuffix('uri') or 'page'}"
        if word.endswith(("date", "datetime", "timestamp", "created", "modified", "synced", "updated")):
            return iso(_moment(name, making))
        if word.endswith("description"):
            return dice.choice(DESCRIPTIONS)
        if word.endswith("color"):
            return dice.choice(TEXTS["color"])
        if word.endswith("name"):
            return self._referred(word.removesuffix("name").removesuffix("display"), making).name
        if word.endswith(("key", "slug")):
            return about.name.lower().replace(" ", "-").replace(",", "")
        if word.endswith("count"):
            return str(dice.randrange(1, 40))
        if (type_ := type_named(name)) is not None:
            return self._world.thing(type_, dice).name
        last = next((texts for end, texts in TEXTS.items() if len(end) > 3 and word.endswith(end)), None)
        return dice.choice(last) if last else _readable(name)

    def _referred(self, stem: str, making: _Making) -> Thing:
        """What `sourceId` and `sourceName` of one object both mean."""
        if stem not in making.referred:
            type_ = type_named(stem)
            if type_ in COLLECTIONS:
                making.referred[stem] = self._world.thing(type_, making.dice)
            else:
                making.referred[stem] = Thing(_uuid(making.dice), making.about.name)
        return making.referred[stem]


def first_state(enum: tuple[Any, ...]) -> Any:
    """The state that something new is in."""
    return next((value for value in _NEW if value in enum), enum[0])


def alternative(model: Model, models: Mapping[str, Model], record: Mapping[str, Any], key: str) -> Model:
    """The model itself, or of a choice the alternative that a record looks like most."""
    seen = 0
    while model.one_of and seen < 4:
        offered = [models[name] for name in model.one_of if name in models]
        if not offered:
            break
        fit = [len(record.keys() & {field.name for field in one.fields}) for one in offered]
        best = [one for one, n in zip(offered, fit, strict=True) if n == max(fit)]
        model = best[sum(key.encode()) % len(best)]
        seen += 1
    return model


def _number(name: str, kind: str, making: _Making) -> int:
    word, dice = folded(name), making.dice
    if "percent" in word or "score" in word or word in ("density", "freshness", "quality"):
        return dice.randrange(5, 100)
    if kind == "Int64" and word.endswith(("time", "date", "datecreated", "lastupdated", "run", "timestamp")):
        return int(_moment(name, making).timestamp() * 1000)
    if word.endswith(("seconds", "interval", "ttl", "timeout")):
        return 3600
    if word.endswith(("status", "statuscode")):
        return 200
    return 1 if word.endswith("version") else dice.randrange(1, 40)


def _moment(name: str, making: _Making) -> datetime:
    word = folded(name)
    if any(one in word for one in _FUTURE):
        return making.now + timedelta(days=making.dice.randrange(5, 90))
    if word in ("created", "datecreated", "createdat", "createddate"):
        return making.created
    # Whatever happened to it, happened since it is there
    return making.created + (making.now - making.created) * making.dice.random()


def _readable(name: str) -> str:
    """A field's own name as words, where nothing better is known: `inputFormat` -> `Input format`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[_-]", " ", name).capitalize()


def _uuid(dice: random.Random) -> str:
    return str(uuid.UUID(int=dice.getrandbits(128), version=4))
