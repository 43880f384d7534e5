"""Role mining: sessions, the potential roles that came out of them, and their exports."""

from __future__ import annotations

import random
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from attrs import define, frozen

from ..clock import Clock, iso
from . import documents
from .documents import Table
from .people import Identity
from .settings import Settings
from .sources import Entitlement, Source

ROLES_A_SESSION = 8


@frozen
class Popularity:
    """An entitlement of a potential role and how many percent of its identities hold it."""

    entitlement: Entitlement
    percent: int


@frozen
class PotentialRole:
    """A group of identities and the entitlements that they share."""

    id: str
    record: dict[str, Any]
    identities: tuple[Identity, ...]
    entitlements: tuple[Popularity, ...]

    @property
    def name(self) -> str:
        return str(self.record["name"])


@frozen
class MiningSession:
    """One search for roles among the people of a scope."""

    id: str
    record: dict[str, Any]
    roles: tuple[PotentialRole, ...]


@define
class Export:
    """One export job."""

    id: str
    role: PotentialRole
    min_popularity: int
    include_common: bool
    started: datetime
    seconds: float
    fails: bool

    def status(self, now: datetime) -> str:
        """QUEUED, IN_PROGRESS, then SUCCESS or ERROR."""
        passed = (now - self.started).total_seconds()
        if passed >= self.seconds:
            return "ERROR" if self.fails else "SUCCESS"
        return "IN_PROGRESS" if passed >= self.seconds * 0.2 else "QUEUED"

    def record(self, now: datetime) -> dict[str, Any]:
        """The export as a RoleMiningPotentialRoleExportResponse."""
        return {
            "exportId": self.id,
            "status": self.status(now),
            "minEntitlementPopularity": self.min_popularity,
            "includeCommonAccess": self.include_common,
        }

    def content(self) -> bytes:
        """The zip that it yields."""
        return role_zip(self.role, self.min_popularity, self.include_common)


class RoleMining:
    """All sessions, potential roles and exports."""

    def __init__(
        self, settings: Settings, clock: Clock, people: Sequence[Identity], sources: Sequence[Source], began: datetime
    ) -> None:
        self._settings = settings
        self._clock = clock
        self.sessions = make_sessions(settings.seed, people, sources, began)
        self.roles = tuple(role for session in self.sessions for role in session.roles)
        self._exports: dict[str, Export] = {}
        self._dice = random.Random(f"{settings.seed}:exports")

    def session(self, id: str) -> MiningSession | None:
        """The session of this id."""
        return next((session for session in self.sessions if session.id == id), None)

    def role(self, session: MiningSession, id: str) -> PotentialRole | None:
        """The potential role of this id in a session."""
        return next((role for role in session.roles if role.id == id), None)

    def start_export(self, role: PotentialRole, min_popularity: int, include_common: bool) -> Export:
        """Start an export job."""
        now, fails = self._clock.now(), role.id in self._settings.failing_exports
        export = Export(
            _uuid(self._dice), role, min_popularity, include_common, now, self._settings.export_seconds, fails
        )
        self._exports[export.id] = export
        return export

    def find_export(self, role: PotentialRole, id: str) -> Export | None:
        """The export of this id, unless it belongs to another role or its time is over."""
        export = self._exports.get(id)
        if export is None or export.role is not role:
            return None
        age = (self._clock.now() - export.started).total_seconds()
        return export if age < export.seconds + self._settings.export_lifetime else None


def role_zip(role: PotentialRole, min_popularity: int = 0, include_common: bool = True) -> bytes:
    """`identities.csv` and `entitlements.csv` of a potential role."""
    people = Table(
        ("Identity ID", "Display Name", "E-mail", "Department", "Title", "City", "Manager"),
        [(p.id, p.display_name, p.email, p.department, p.title, p.city, p.manager_name) for p in role.identities],
    )
    access = Table(
        ("Entitlement ID", "Name", "Attribute", "Source", "Description", "Popularity"),
        [
            (e.id, e.name, e.attribute, e.source, e.description, percent)
            for e, percent in ((one.entitlement, one.percent) for one in role.entitlements)
            if percent >= min_popularity and (include_common or not e.common)
        ],
    )
    return documents.zip_bytes(
        {"identities.csv": documents.csv_bytes(people), "entitlements.csv": documents.csv_bytes(access)}
    )


_SCOPES = (
    ("Finance roles", "department", "Finance", "SPECIALIZED", "MANUAL"),
    ("Engineering roles", "department", "Engineering", "SPECIALIZED", "MANUAL"),
    ("Sales and support", "department", "Sales", "SPECIALIZED", "AUTO_RM"),
    ("Site Zürich", "city", "Zürich", "SPECIALIZED", "MANUAL"),
    ("Everybody's common access", "country", None, "COMMON", "AUTO_RM"),
)
_STATE = "POTENTIAL_ROLES_CREATED"


def make_sessions(
    seed: int, people: Sequence[Identity], sources: Sequence[Source], now: datetime
) -> tuple[MiningSession, ...]:
    """The sessions of a seed, each with its potential roles."""
    dice = random.Random(f"{seed}:mining")
    held: dict[str, list[Entitlement]] = {person.id: [] for person in people}
    for source in sources:
        for account in source.accounts:
            if account.identity is not None:
                held[account.identity.id] += account.entitlements
    return tuple(_session(dice, number, people, held, now) for number in range(len(_SCOPES)))


def _session(
    dice: random.Random, number: int, people: Sequence[Identity], held: dict[str, list[Entitlement]], now: datetime
) -> MiningSession:
    name, attribute, value, type_, method = _SCOPES[number]
    scoped = [person for person in people if value is None or getattr(person, attribute) == value]
    created = now - timedelta(days=3 + 9 * number, seconds=dice.randrange(80_000))
    author = people[1 + number % 4]
    criteria = {
        "displayName": {"untranslated": f"{attribute.capitalize()}: {value}"},
        "data": {"name": attribute, "operator": "EQUALS", "values": [value]},
    }
    parameters = {
        "id": _uuid(dice),
        "name": name,
        "minNumIdentitiesInPotentialRole": 5,
        "pruneThreshold": 50 if number % 2 else None,
        "saved": number != 2,
        "scope": {
            "identityIds": [],
            "criteria": f'attributes.{attribute}:"{value}"' if value else "*",
            "attributeFilterCriteria": [criteria] if value else None,
        },
        "type": type_,
        "state": _STATE,
        "scopingMethod": method,
    }
    author_ref = {"id": author.id, "displayName": author.display_name}
    roles = tuple(_role(dice, place, parameters, scoped, held, created, author_ref) for place in range(ROLES_A_SESSION))
    record = {
        "id": parameters["id"],
        "name": name,
        "scope": parameters["scope"],
        "minNumIdentitiesInPotentialRole": 5,
        "scopingMethod": method,
        "prescribedPruneThreshold": 40 + number,
        "pruneThreshold": parameters["pruneThreshold"],
        "potentialRoleCount": len(roles),
        "potentialRolesReadyCount": len(roles),
        "status": {"state": _STATE},
        "type": type_,
        "emailRecipientId": author.id,
        "createdBy": author_ref,
        "identityCount": len(scoped),
        "saved": parameters["saved"],
        "dataFilePath": None,
        "createdDate": iso(created),
        "modifiedDate": iso(created + timedelta(minutes=dice.randrange(4, 40))),
    }
    return MiningSession(str(parameters["id"]), record, roles)


def _role(
    dice: random.Random,
    place: int,
    session: dict[str, Any],
    scoped: Sequence[Identity],
    held: dict[str, list[Entitlement]],
    created: datetime,
    author: dict[str, str],
) -> PotentialRole:
    identities = tuple(dice.sample(list(scoped), dice.randint(min(5, len(scoped)), max(5, min(40, len(scoped))))))
    counts: dict[str, int] = {}
    known: dict[str, Entitlement] = {}
    for person in identities:
        for entitlement in held[person.id]:
            counts[entitlement.id] = counts.get(entitlement.id, 0) + 1
            known[entitlement.id] = entitlement
    shares = [Popularity(known[id_], round(100 * count / len(identities))) for id_, count in counts.items()]
    shares.sort(key=lambda one: (-one.percent, one.entitlement.name))
    shared = tuple(one for one in shares if one.percent >= 20)
    id_ = _uuid(dice)
    title = identities[0].title if session["type"] == "SPECIALIZED" else "Common Access"
    name = f"{title} - {id_[:6]}" if place % 3 else f"Potential Role - {id_[:6]}"
    freshness, density = dice.randrange(30, 101), dice.randrange(50, 101)
    provisioned = place == ROLES_A_SESSION - 1
    record = {
        "id": id_,
        "name": name,
        "potentialRoleRef": {"id": id_, "name": name},
        "identityCount": len(identities),
        "entitlementCount": len(shared),
        "identityGroupStatus": "OBTAINED",
        "provisionState": "COMPLETE" if provisioned else "POTENTIAL",
        "roleId": f"{dice.getrandbits(128):032x}" if provisioned else None,
        "density": density,
        "freshness": freshness,
        "quality": (density + freshness) // 2,
        "type": session["type"],
        "createdBy": author,
        "createdDate": iso(created + timedelta(minutes=1 + place)),
        "saved": place % 2 == 0,
        "description": f"People such as {identities[0].display_name}" if place % 2 == 0 else None,
        "session": session,
    }
    return PotentialRole(id_, record, identities, shared)


def _uuid(dice: random.Random) -> str:
    return str(uuid.UUID(int=dice.getrandbits(128), version=4))
