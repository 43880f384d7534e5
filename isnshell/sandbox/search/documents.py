"""What search finds: the documents of each index, made from what the tenant holds when they are asked for."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from typing import Any

from ...clock import iso
from .. import world
from ..collections import Collection, Entry
from ..people import Identity
from ..shapes import Shapes
from ..sources import Account, Source
from ..tenant import Tenant

INDICES = ("accessprofiles", "accountactivities", "entitlements", "events", "identities", "roles")
_TYPES = {
    "accessprofiles": "accessprofile",
    "accountactivities": "accountactivity",
    "entitlements": "entitlement",
    "events": "event",
    "identities": "identity",
    "roles": "role",
}
# What `includeNested: false` leaves out.
NESTED = frozenset({"accounts", "access", "apps", "owns", "accessProfiles", "entitlements", "accountRequests"})
_EVENTS = 240
_EVENT_KINDS = (
    ("AUTH", "User Login Succeeded", "USER_LOGIN", "PASSED"),
    ("AUTH", "User Login Failed", "USER_LOGIN", "FAILED"),
    ("ACCESS_REQUEST", "Request Access Item Passed", "ACCESS_ITEM_REQUEST", "PASSED"),
    ("PROVISIONING", "Add Entitlement Passed", "ENTITLEMENT_ADD", "PASSED"),
    ("PROVISIONING", "Create Account Failed", "ACCOUNT_CREATE", "FAILED"),
    ("SOURCE_MANAGEMENT", "Aggregate Source Account Passed", "SOURCE_ACCOUNT_AGGREGATE", "PASSED"),
    ("IDENTITY_MANAGEMENT", "Update Identity Passed", "IDENTITY_UPDATE", "PASSED"),
    ("CERTIFICATION", "Sign Off Certification Passed", "CERTIFICATION_SIGNOFF", "PASSED"),
)


class Documents:
    """The documents of one tenant.

    Args:
        tenant: What they are made from.
        shapes: Of the generation that asks.
    """

    def __init__(self, tenant: Tenant, shapes: Shapes) -> None:
        self._tenant = tenant
        self._shapes = shapes

    def index(self, name: str) -> Sequence[Any]:
        """What an index holds; `document` makes a document of one of them."""
        if name == "identities":
            return self._tenant.identities
        if name == "events":
            return self._events
        words = ({"accessprofiles": "access-profiles", "accountactivities": "account-activities"}.get(name, name),)
        return self._tenant.objects.collection(words, words, self._shapes)

    def versions(self, names: Sequence[str]) -> tuple[int, ...]:
        """Changes when what the indices hold has changed."""
        held = [self.index(name) for name in names]
        return tuple(one.version if isinstance(one, Collection) else 0 for one in held)

    def all(self, name: str) -> Iterator[dict[str, Any]]:
        """All documents of an index."""
        return (self.document(name, one) for one in self.index(name))

    def find(self, name: str, id: str) -> dict[str, Any] | None:
        """The document of this id."""
        if name == "identities":
            number = self._tenant.identities.find(id)
            return None if number is None else self.document(name, self._tenant.identities[number])
        held = self.index(name)
        if isinstance(held, Collection):
            entry = held.find(id)
            return self.document(name, entry) if entry else None
        return next((one for one in self.all(name) if one["id"] == id), None)

    def document(self, name: str, one: Any) -> dict[str, Any]:
        """The document of one of an index."""
        make: Mapping[str, Callable[[Any], dict[str, Any]]] = {
            "identities": self._identity,
            "entitlements": self._entitlement,
            "roles": self._role,
            "accessprofiles": self._role,
            "accountactivities": self._activity,
            "events": dict,
        }
        document = make[name](one)
        document["_type"], document["_version"] = _TYPES[name], "v7"
        return document

    # --- identities --------------------------------------------------------------------------------------------------

    def _identity(self, person: Identity) -> dict[str, Any]:
        owned = self._accounts.get(person.id, ())
        access = [
            {
                "id": one.id,
                "name": one.name,
                "displayName": one.name,
                "description": one.description,
                "type": "ENTITLEMENT",
                "source": {"id": source.id, "name": source.name},
                "attribute": one.attribute,
                "value": one.name,
                "privileged": "Admin" in one.name,
                "standalone": True,
            }
            for source, account in owned
            for one in account.entitlements
        ]
        manager = None
        if person.manager_id:
            name = person.manager_name
            manager = {"id": person.manager_id, "name": name, "displayName": name}
        is_active = person.lifecycle_state == "active"
        return {
            "id": person.id,
            "name": person.alias,
            "displayName": person.display_name,
            "firstName": person.first_name,
            "lastName": person.last_name,
            "email": person.email,
            "created": iso(person.start_date),
            "modified": iso(person.start_date + timedelta(days=9)),
            "synced": iso(self._tenant.began),
            "inactive": not is_active,
            "disabled": not is_active,
            "locked": False,
            "protected": False,
            "status": "REGISTERED" if is_active else "DISABLED",
            "employeeNumber": person.employee_number,
            "manager": manager,
            "isManager": person.id in self._managers,
            "identityProfile": self._profile,
            "source": self._authoritative,
            "attributes": world.attributes(person),
            "accounts": [_account(source, account) for source, account in owned],
            "accountCount": len(owned),
            "apps": [],
            "appCount": 0,
            "access": access,
            "accessCount": len(access),
            "entitlementCount": len(access),
            "roleCount": 0,
            "accessProfileCount": 0,
            "owns": [],
            "ownsCount": 0,
            "tags": [],
            "tagsCount": 0,
            "visibleSegments": None,
            "visibleSegmentCount": 0,
        }

    @cached_property
    def _accounts(self) -> Mapping[str, list[tuple[Source, Account]]]:
        owned: dict[str, list[tuple[Source, Account]]] = defaultdict(list)
        for source in self._tenant.sources[:-1]:
            for account in source.accounts:
                if account.identity is not None:
                    owned[account.identity.id].append((source, account))
        return dict(owned)

    @cached_property
    def _managers(self) -> frozenset[str | None]:
        return frozenset(person.manager_id for person in self._tenant.people)

    @cached_property
    def _profile(self) -> dict[str, Any]:
        thing = self._tenant.objects.thing("IDENTITY_PROFILE", random.Random(0))
        return {"id": thing.id, "name": thing.name}

    @cached_property
    def _authoritative(self) -> dict[str, Any]:
        source = next(one for one in self._tenant.sources if one.kind.authoritative)
        return {"id": source.id, "name": source.name}

    # --- the others --------------------------------------------------------------------------------------------------

    def _entitlement(self, entry: Entry) -> dict[str, Any]:
        record = entry.record
        document = {name: record.get(name) for name in ("id", "name", "description", "source", "attribute", "value")}
        document |= {name: bool(record.get(name)) for name in ("requestable", "cloudGoverned", "privileged")}
        document |= {name: record.get(name) for name in ("created", "modified", "owner", "sourceSchemaObjectType")}
        return {
            **document,
            "displayName": record.get("name"),
            "schema": record.get("sourceSchemaObjectType"),
            "synced": iso(self._tenant.began),
            "segments": [],
            "segmentCount": 0,
            "tags": [],
            "identityCount": self._holders.get(str(record.get("id")), 0),
        }

    @cached_property
    def _holders(self) -> Mapping[str, int]:
        held: dict[str, int] = defaultdict(int)
        for owned in self._accounts.values():
            for one in {one.id for _, account in owned for one in account.entitlements}:
                held[one] += 1
        return held

    def _role(self, entry: Entry) -> dict[str, Any]:
        """A role or an access profile."""
        objects, shapes = self._tenant.objects, self._shapes
        roles = objects.known(("roles",))
        is_role = roles is not None and roles.find(entry.key) is entry
        address = ("roles",) if is_role else ("access-profiles",)
        record = objects.full(entry, shapes.collection_model(address), shapes, address)
        names = (
            "id",
            "name",
            "description",
            "created",
            "modified",
            "owner",
            "source",
            "entitlements",
            "accessProfiles",
        )
        document = {name: record[name] for name in names if name in record}
        for name, counted in (("entitlements", "entitlementCount"), ("accessProfiles", "accessProfileCount")):
            if name in record:
                document[counted] = len(record[name] or [])
        return {
            **document,
            "synced": iso(self._tenant.began),
            "enabled": bool(record.get("enabled")),
            "requestable": bool(record.get("requestable")),
            "requestCommentsRequired": False,
            "segments": [],
            "segmentCount": 0,
            "tags": [],
        }

    def _activity(self, entry: Entry) -> dict[str, Any]:
        address = ("account-activities",)
        model = self._shapes.collection_model(address)
        record = self._tenant.objects.full(entry, model, self._shapes, address)
        requester, target = record.get("requesterIdentitySummary") or {}, record.get("targetIdentitySummary") or {}
        return {
            "id": record.get("id", entry.key),
            "action": record.get("type"),
            "created": record.get("created"),
            "modified": record.get("modified"),
            "synced": iso(self._tenant.began),
            "stage": "Completed",
            "status": record.get("completionStatus"),
            "requester": {"id": requester.get("id"), "name": requester.get("name"), "type": "IDENTITY"},
            "recipient": {"id": target.get("id"), "name": target.get("name"), "type": "IDENTITY"},
            "errors": record.get("errors"),
            "warnings": record.get("warnings"),
            "accountRequests": [],
        }

    @cached_property
    def _events(self) -> Sequence[dict[str, Any]]:
        dice = random.Random(f"{self._tenant.settings.seed}:events")
        events = []
        for number in range(_EVENTS):
            kind, name, technical, outcome = dice.choice(_EVENT_KINDS)
            actor, target = dice.choice(self._tenant.people), dice.choice(self._tenant.people)
            moment = self._tenant.began - timedelta(minutes=number * 40 + dice.randrange(40))
            source = self._tenant.objects.thing("SOURCE", dice)
            is_source = kind in ("SOURCE_MANAGEMENT", "PROVISIONING")
            events.append(
                {
                    "id": f"{dice.getrandbits(256):064x}",
                    "name": name,
                    "created": iso(moment),
                    "synced": iso(moment + timedelta(seconds=2)),
                    "action": technical.partition("_")[2] or technical,
                    "type": kind,
                    "actor": {"name": actor.alias},
                    "target": {"name": source.name if is_source else target.alias},
                    "stack": "sandbox",
                    "trackingNumber": f"{dice.getrandbits(128):032x}",
                    "ipAddress": f"192.0.2.{dice.randrange(1, 255)}",
                    "details": f"{dice.getrandbits(128):032x}",
                    "attributes": {"sourceName": source.name} if is_source else {"hostName": "192.0.2.1"},
                    "objects": technical.split("_")[:1],
                    "operation": technical.rpartition("_")[2],
                    "status": outcome,
                    "technicalName": f"{technical}_{outcome}",
                }
            )
        return events


def _account(source: Source, account: Account) -> dict[str, Any]:
    return {
        "id": account.id,
        "name": account.name,
        "accountId": account.native_identity,
        "source": {"id": source.id, "name": source.name, "type": source.kind.type},
        "disabled": account.disabled,
        "locked": False,
        "privileged": any("Admin" in one.name for one in account.entitlements),
        "manuallyCorrelated": False,
        "passwordLastSet": None,
        "created": iso(account.created),
        "supportsPasswordChange": "PASSWORD" in source.record["features"],
        "entitlementAttributes": {
            (account.entitlements[0].attribute if account.entitlements else "groups"): [
                one.name for one in account.entitlements
            ]
        },
    }
