"""Records of what reports and role mining are about as well: identities, accounts, entitlements."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from ..clock import iso
from .people import Identity
from .sources import Account, Entitlement, Source


@frozen
class Owned:
    """An account or an entitlement with its source."""

    source: Source
    thing: Any


def identity(person: Identity) -> dict[str, Any]:
    """A person as an identity."""
    return {
        "id": person.id,
        "name": person.display_name,
        "created": iso(person.start_date),
        "alias": person.alias,
        "emailAddress": person.email,
        "processingState": None,
        "identityStatus": "REGISTERED" if person.lifecycle_state == "active" else "DISABLED",
        "managerRef": manager(person),
        "isManager": person.title.startswith(
            ("Vice President", "Director", "Chief", "General Counsel", "Plant Manager")
        ),
        "lifecycleState": {"stateName": person.lifecycle_state, "manuallyUpdated": False},
        "attributes": attributes(person),
    }


def public_identity(person: Identity) -> dict[str, Any]:
    """A person as everybody may see them."""
    return {
        "id": person.id,
        "name": person.display_name,
        "alias": person.alias,
        "email": person.email,
        "firstname": person.first_name,
        "lastname": person.last_name,
        "status": "Active" if person.lifecycle_state == "active" else "Inactive",
        "identityState": "ACTIVE" if person.lifecycle_state == "active" else "INACTIVE_SHORT_TERM",
        "manager": manager(person),
        "attributes": [
            {"key": key, "name": key.capitalize(), "value": value}
            for key, value in (("department", person.department), ("country", person.country))
        ],
    }


def attributes(person: Identity) -> dict[str, Any]:
    """The attributes of an identity."""
    return {
        "uid": person.alias,
        "firstname": person.first_name,
        "lastname": person.last_name,
        "displayName": person.display_name,
        "email": person.email,
        "department": person.department,
        "title": person.title,
        "city": person.city,
        "country": person.country,
        "employeeNumber": person.employee_number,
        "startDate": iso(person.start_date),
        "cloudLifecycleState": person.lifecycle_state,
        "identificationNumber": person.employee_number,
    }


def manager(person: Identity) -> dict[str, Any] | None:
    """A reference to a person's manager."""
    if person.manager_id is None:
        return None
    return {"type": "IDENTITY", "id": person.manager_id, "name": person.manager_name}


def source_reference(source: Source) -> dict[str, Any]:
    """A reference to a source."""
    return {"type": "SOURCE", "id": source.id, "name": source.name}


def account(owned: Owned) -> dict[str, Any]:
    """An account of a source."""
    one: Account = owned.thing
    person, source = one.identity, owned.source
    more = attributes(person) if person else {}
    attribute = one.entitlements[0].attribute if one.entitlements else "groups"
    return {
        "id": one.id,
        "name": one.name,
        "created": iso(one.created),
        "sourceId": source.id,
        "sourceName": source.name,
        "source": source_reference(source),
        "identityId": person and person.id,
        "identity": person and {"type": "IDENTITY", "id": person.id, "name": person.display_name},
        "nativeIdentity": one.native_identity,
        "uuid": None,
        "disabled": one.disabled,
        "locked": False,
        "authoritative": source.kind.authoritative,
        "uncorrelated": person is None,
        "manuallyCorrelated": False,
        "systemAccount": False,
        "hasEntitlements": bool(one.entitlements),
        "connectionType": source.record["connectionType"],
        "origin": "AGGREGATED",
        "description": None,
        "features": ", ".join(source.record["features"]),
        "sourceOwner": source.record["owner"],
        "ownerIdentity": None,
        "cloudLifecycleState": person and person.lifecycle_state,
        "identityState": person and ("ACTIVE" if person.lifecycle_state == "active" else "INACTIVE_SHORT_TERM"),
        "type": source.kind.type,
        "isMachine": one.name.startswith("svc_"),
        "attributes": {
            "displayName": person.display_name if person else one.name,
            "mail": more.get("email"),
            "department": more.get("department"),
            attribute: [entitlement.name for entitlement in one.entitlements],
        },
    }


def entitlement(owned: Owned) -> dict[str, Any]:
    """An entitlement of a source."""
    one: Entitlement = owned.thing
    return {
        "id": one.id,
        "name": one.name,
        "attribute": one.attribute,
        "value": one.name,
        "description": one.description,
        "source": source_reference(owned.source),
        "sourceSchemaObjectType": "group",
        "owner": owned.source.record["owner"],
        "privileged": "Admin" in one.name or "Operator" in one.name,
        "cloudGoverned": False,
        "requestable": not one.common,
        "created": owned.source.record["created"],
        "modified": owned.source.record["modified"],
        "directPermissions": [],
        "segments": [],
        "attributes": {"displayName": one.name, "GroupType": "Security"},
    }
