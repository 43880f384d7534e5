"""The objects of the tenant by address, with what they hold from the start, and how one is shown as a model."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from ..catalog.facts import Field, Model, Parameter
from ..clock import Clock, iso
from . import world
from .addresses import Words, is_placeholder, noun, shape
from .collections import Collection, Entry, MadeSeeds, Seeds, TableSeeds
from .examples import EXAMPLES
from .making import Maker, Thing, alternative
from .people import Crowd, Identity
from .references import COLLECTIONS, folded, type_of
from .role_mining import RoleMining
from .settings import Settings
from .shapes import Shapes
from .sources import KINDS, Source, source_id
from .vocabulary import NAMES, object_name

_MANY, _FEW = 12, 3
# Collections whose ids are 32 hexadecimal digits; newer services use UUIDs.
_HEX = frozenset(
    {"roles", "access-profiles", "campaigns", "certifications", "workgroups", "identity-profiles", "sod-policies"}
)
# Fields that say when a job has ended, and what they say first and last.
_RUNNING = ("NOT_STARTED", "QUEUED", "CREATED", "PENDING", "IN_PROGRESS", "STARTED")
_DONE = ("COMPLETE", "COMPLETED", "SUCCESS", "FINISHED")


class Holder(Protocol):
    """What the tenant holds that objects refer to."""

    began: datetime
    clock: Clock
    settings: Settings

    @property
    def people(self) -> Sequence[Identity]: ...

    @property
    def identities(self) -> Crowd: ...

    @property
    def sources(self) -> Sequence[Source]: ...

    @property
    def role_mining(self) -> RoleMining: ...


class Objects:
    """Everything that the hand-written parts of the tenant don't hold. Used under the tenant's lock."""

    def __init__(self, tenant: Holder) -> None:
        self._tenant = tenant
        self.began: datetime = tenant.began
        self.maker = Maker(self, tenant.settings.seed)
        self._collections: dict[Words, Collection] = {}
        self._singles: dict[Words, Entry] = {}
        self._removed: set[Words] = set()
        self.files: dict[Words, bytes] = {}
        self._tables: Mapping[Words, Callable[[], Seeds]] = {
            ("identities",): self._identities(world.identity),
            ("public-identities",): self._identities(world.public_identity),
            ("historical-identities",): self._identities(_historical),
            ("accounts",): partial(self._owned, "accounts", world.account),
            ("entitlements",): partial(self._owned, "entitlements", world.entitlement),
            ("sources",): self._sources,
            ("role-mining-sessions",): self._sessions,
            ("role-mining-potential-roles",): self._all_potential_roles,
        }

    # --- what there is to refer to -----------------------------------------------------------------------------------

    def person(self, dice: random.Random) -> Identity:
        """One of the people."""
        return dice.choice(self._tenant.people)

    def thing(self, type_: str | None, dice: random.Random) -> Thing:
        """One of the things of a reference's type; known by its place, so that nothing is made for it."""
        if type_ == "SOURCE":
            kind = dice.choice(KINDS)
            return Thing(source_id(self._tenant.settings.seed, kind.name), kind.name)
        if type_ in ("ENTITLEMENT", "ACCOUNT"):
            source = dice.choice(self._tenant.sources[:-1])
            owned: Sequence[Any] = source.entitlements if type_ == "ENTITLEMENT" else source.accounts
            one = dice.choice(owned)
            return Thing(one.id, one.name)
        if type_ is None or type_ == "IDENTITY" or type_ not in COLLECTIONS:
            person = self.person(dice)
            return Thing(person.id, person.display_name, person)
        words = (COLLECTIONS[type_],)
        number = dice.randrange(_count(words))
        return Thing(self._seed_id(words, number), object_name(words[0], noun(words), number), self.person(dice))

    def find(self, collection: str, id: str) -> Entry | None:
        """A person, source, account or entitlement by id."""
        return self.table(collection).find(id)

    def table(self, name: str) -> Collection:
        """A collection of what the hand-written parts hold: `sources`, `role-mining-sessions`, ..."""
        words = (name,)
        if words not in self._collections:
            self._collections[words] = Collection(words, self._tables[words]())
        return self._collections[words]

    # --- collections -------------------------------------------------------------------------------------------------

    def collection(self, words: Words, pattern: Words, shapes: Shapes) -> Collection:
        """The collection at an address; made when it is first asked for.

        Args:
            words: Its address.
            pattern: The same with placeholders.
            shapes: Of the generation that asks.
        """
        if words not in self._collections:
            self._collections[words] = self._new(words, pattern, shapes)
        return self._collections[words]

    def known(self, words: Words) -> Collection | None:
        """The collection at an address, if somebody has asked for it."""
        return self._collections.get(words)

    def _new(self, words: Words, pattern: Words, shapes: Shapes) -> Collection:
        at = shape(pattern)
        if words in self._tables:
            return Collection(words, self._tables[words]())
        if at[:2] == ("role-mining-sessions", "{}") and at[2:] in (("potential-role-summaries",), ("potential-roles",)):
            return Collection(words, self._potential_roles(words[1]))
        model = shapes.collection_model(at)
        if model is not None:
            model = alternative(model, shapes.models, {"id": "", "name": ""}, "")
        parameter = shapes.key_parameter(at)
        key = _key_field(model, parameter)
        seeds = self._made(words, pattern, model, key, parameter, shapes)
        return Collection(words, seeds, key.name if key else None)

    def _made(
        self,
        words: Words,
        pattern: Words,
        model: Model | None,
        key: Field | None,
        parameter: Parameter | None,
        shapes: Shapes,
    ) -> MadeSeeds:
        address = "/".join(words)
        nested = any(map(is_placeholder, pattern))
        about = type_of(model, words[-1]) if model and nested else None
        records: dict[str, dict[str, Any]] = {}
        enum = parameter.enum if parameter else ()
        if key and not enum:
            enum = key.enum or getattr(shapes.models.get(key.type), "enum", ())
        for number in range(len(enum) if enum else _FEW if nested else _count(words)):
            if about in COLLECTIONS and not enum and about != "CAMPAIGN":
                # What a parent is related to: the people of a role, the entitlements of an access profile
                thing = self.thing(about, self.maker.dice(address, str(number)))
                record: dict[str, Any] = {"id": thing.id, "name": thing.name}
                if about == "ENTITLEMENT" and (entry := self.find("entitlements", thing.id)):
                    record = {**entry.record, **record}
            else:
                record = {"id": self._seed_id(words, number), "name": object_name(words[-1], noun(words), number)}
            record = _fitting(record, model)
            if len(words) == 1 and number < len(known := EXAMPLES.get(words[0], ())):
                record |= deepcopy(known[number])
            if "id" in record and model and model.by_name["id"].type in ("Int32", "Int64"):
                record["id"] = number + 1
            value = str(number + 1 if parameter and parameter.type == "integer" else self._seed_id(words, number))
            if key is not None:
                record[key.name] = enum[number] if enum else self._key(key, record, number, address, shapes)
                value = value if parameter and parameter.type == "integer" else str(record[key.name])
            elif enum:
                value = str(enum[number])
            records.setdefault(value, record)
        return MadeSeeds(records)

    def _key(self, key: Field, record: dict[str, Any], number: int, address: str, shapes: Shapes) -> Any:
        if key.type in ("Int32", "Int64"):
            return number + 1
        if key.name in record:
            return record[key.name]
        if folded(key.name).endswith(("key", "name", "uid")):
            slug = object_name(address.rpartition("/")[2], noun((address.rpartition("/")[2],)), number)
            return slug.lower().replace(",", "").replace("'", "").replace(" ", "-")
        return self.maker.value(key, shapes.models, f"{address}:{number}")

    def _seed_id(self, words: Words, number: int) -> str:
        bits = random.Random(f"{self._tenant.settings.seed}:{'/'.join(words)}:{number}").getrandbits(128)
        return f"{bits:032x}" if words[-1] in _HEX else str(uuid.UUID(int=bits, version=4))

    def new_id(self, words: Words) -> str:
        """An id that nothing has yet."""
        made = uuid.uuid4()
        return made.hex if words[-1] in _HEX else str(made)

    # --- single objects ----------------------------------------------------------------------------------------------

    def single(self, words: Words) -> Entry | None:
        """The settings or the like at an address; None where somebody has removed them."""
        if words in self._removed:
            return None
        if words not in self._singles:
            self._singles[words] = Entry("/".join(words), {})
        return self._singles[words]

    def put_single(self, words: Words, record: dict[str, Any]) -> Entry:
        """Set what lies at an address."""
        self._removed.discard(words)
        self._singles[words] = Entry("/".join(words), record, whole=False)
        return self._singles[words]

    def remove_single(self, words: Words) -> None:
        """Remove what lies at an address."""
        self._singles.pop(words, None)
        self._removed.add(words)

    # --- showing -----------------------------------------------------------------------------------------------------

    def full(self, entry: Entry, model: Model | None, shapes: Shapes, address: Words) -> dict[str, Any]:
        """The record of an entry with all that a model has."""
        if model is not None:
            mark = (model.generation, model.name)
            if mark not in entry.shown:
                key = f"{'/'.join(address)}/{entry.key}"
                self.maker.complete(entry.record, model, shapes.models, key, whole=entry.whole)
                entry.shown.add(mark)
        if entry.since is not None:
            self._settle(entry, model)
        return entry.record

    def show(self, entry: Entry, model: Model | None, shapes: Shapes, address: Words) -> dict[str, Any]:
        """The record of an entry as a model shows it."""
        record = self.full(entry, model, shapes, address)
        if model is None:
            return record
        model = alternative(model, shapes.models, record, f"{'/'.join(address)}/{entry.key}")
        if not model.fields or model.additional:
            return record
        names = {one.name for one in model.fields}
        return {name: value for name, value in record.items() if name in names}

    def _settle(self, entry: Entry, model: Model | None) -> None:
        """Let a job that was started here come to its end."""
        field = next((one for one in (model.fields if model else ()) if one.name in ("status", "state")), None)
        if field is None or entry.record.get(field.name) not in _RUNNING:
            return
        # A campaign is PENDING too, until somebody goes on with it
        if not {"IN_PROGRESS", "NOT_STARTED"} & set(field.enum):
            return
        done = next((one for one in _DONE if one in field.enum), None)
        passed = self._tenant.clock.monotonic() - (entry.since or 0)
        if done and passed >= self._tenant.settings.export_seconds:
            entry.record[field.name] = done
            if any(one.name == "completed" for one in (model.fields if model else ())):
                entry.record["completed"] = iso(self._tenant.clock.now())

    # --- what the hand-written parts hold ----------------------------------------------------------------------------

    def _identities(self, record: Callable[[Identity], dict[str, Any]]) -> Callable[[], Seeds]:
        tenant = self._tenant
        return lambda: TableSeeds(tenant.identities, lambda person: person.id, record, tenant.identities.find)

    def _owned(self, name: str, record: Callable[[world.Owned], dict[str, Any]]) -> Seeds:
        sources = self._tenant.sources[:-1]
        owned = [world.Owned(source, thing) for source in sources for thing in getattr(source, name)]
        return TableSeeds(owned, lambda one: one.thing.id, record)

    def _sources(self) -> Seeds:
        return TableSeeds(self._tenant.sources, lambda one: one.id, lambda one: dict(one.record))

    def _potential_roles(self, session_id: str) -> Seeds:
        session = self._tenant.role_mining.session(session_id)
        return TableSeeds(session.roles if session else (), lambda one: one.id, lambda one: dict(one.record))

    def _all_potential_roles(self) -> Seeds:
        return TableSeeds(self._tenant.role_mining.roles, lambda one: one.id, lambda one: dict(one.record))

    def _sessions(self) -> Seeds:
        sessions = self._tenant.role_mining.sessions
        return TableSeeds(sessions, lambda one: one.id, lambda one: dict(one.record))


def _historical(person: Identity) -> dict[str, Any]:
    return {
        "id": person.id,
        "displayName": person.display_name,
        "firstName": person.first_name,
        "lastName": person.last_name,
        "active": person.lifecycle_state == "active",
        "deletedDate": None,
    }


def _count(words: Words) -> int:
    return len(NAMES[words[-1]]) if words[-1] in NAMES else _MANY


def _key_field(model: Model | None, parameter: Parameter | None) -> Field | None:
    """The field that a path's placeholder means: `{id}` and `{launcherID}` the id, `{usageType}` its own."""
    if model is None:
        return None
    fields = {folded(one.name): one for one in model.fields if not one.type.endswith("[]")}
    if parameter is None:
        return fields.get("id")
    wanted = folded(parameter.name)
    if wanted in fields:
        return fields[wanted]
    if wanted == "id":
        # Jobs call it jobId, requests requestId; it stands first
        first = next(iter(fields), "")
        return fields[first] if first.endswith("id") else None
    if wanted.endswith("id"):
        ending = next((one for name, one in fields.items() if name.endswith("id") and wanted.endswith(name)), None)
        return fields.get("id") or ending
    return next((one for name, one in fields.items() if wanted.endswith(name) and name != "type"), fields.get("id"))


def _fitting(record: dict[str, Any], model: Model | None) -> dict[str, Any]:
    """What a model has of a record, where it is text there."""
    if model is None or model.one_of or not model.fields:
        return record
    names = {one.name: one for one in model.fields}
    simple = ("String", "Int32", "Int64", "Object")
    return {
        name: value
        for name, value in record.items()
        if name in names and (not isinstance(value, str) or (names[name].type in simple and not names[name].enum))
    }
