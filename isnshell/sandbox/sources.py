"""Sources, their entitlements and accounts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from attrs import frozen

from ..clock import iso
from .people import COMPANY, Identity, plain

ACTIVE_DIRECTORY = "2c9180897e7742b2017e781782f705b9"


@frozen
class Kind:
    """What a source is like: its connector, who has accounts, and which access it gives."""

    name: str
    type: str
    connector: str
    description: str
    departments: tuple[str, ...] = ()
    share: float = 1.0
    common: tuple[str, ...] = ()
    special: tuple[tuple[str, str], ...] = ()
    authoritative: bool = False
    healthy: bool = True
    file: bool = False


KINDS = (
    Kind(
        "Active Directory",
        "Active Directory - Direct",
        "active-directory",
        "Corporate directory of Northwind.",
        common=("Domain Users", "VPN Users", "Wi-Fi Staff"),
        special=(
            ("Engineering", "GG-Engineering-Git"),
            ("Engineering", "GG-Build-Servers"),
            ("Finance", "GG-Finance-Share"),
            ("Finance", "GG-Month-End-Close"),
            ("Human Resources", "GG-HR-Personnel-Files"),
            ("Information Technology", "Domain Admins"),
            ("Information Technology", "GG-Server-Operators"),
            ("Sales", "GG-Sales-Share"),
            ("Customer Support", "GG-Support-Tools"),
            ("Legal", "GG-Contracts"),
            ("Manufacturing", "GG-Plant-Floor"),
        ),
    ),
    Kind(
        "Workday",
        "Workday",
        "workday",
        "System of record for employees.",
        common=("Employee Self Service",),
        special=(("Human Resources", "HR Partner"), ("Human Resources", "Payroll Administrator")),
        authoritative=True,
    ),
    Kind(
        "Entra ID",
        "Microsoft Entra",
        "azure-active-directory",
        "Cloud directory and Microsoft 365.",
        common=("Microsoft 365 E3", "Teams"),
        special=(
            ("Information Technology", "Global Reader"),
            ("Engineering", "Azure Contributor"),
            ("Finance", "Power BI Pro"),
            ("Sales", "Power BI Pro"),
        ),
    ),
    Kind(
        "SAP S/4HANA",
        "SAP - Direct",
        "sap-direct",
        "Finance, purchasing and production.",
        departments=("Finance", "Manufacturing", "Legal"),
        common=("Z_BASIC_USER",),
        special=(
            ("Finance", "Z_FI_ACCOUNTANT"),
            ("Finance", "Z_FI_PAYMENT_RUN"),
            ("Manufacturing", "Z_PP_PLANNER"),
            ("Manufacturing", "Z_QM_INSPECTOR"),
        ),
    ),
    Kind(
        "Salesforce",
        "Salesforce",
        "salesforce",
        "Customers and opportunities.",
        departments=("Sales", "Customer Support"),
        common=("Standard User",),
        special=(
            ("Sales", "Opportunity Manager"),
            ("Sales", "Forecast, Regional"),
            ("Customer Support", "Case Manager"),
        ),
    ),
    Kind(
        "ServiceNow",
        "ServiceNow",
        "servicenow",
        "Tickets and assets.",
        share=0.6,
        common=("snc_internal",),
        special=(("Information Technology", "itil"), ("Information Technology", "change_manager")),
        healthy=False,
    ),
    Kind(
        "GitHub Enterprise",
        "GitHub",
        "github",
        "Source code.",
        departments=("Engineering", "Information Technology"),
        common=("members",),
        special=(("Engineering", "platform-team"), ("Engineering", "release-managers"), ("Engineering", 'team "Blue"')),
    ),
    Kind(
        "Zutritt Zürich",
        "Delimited File",
        "delimited-file",
        "Badges of the Zürich site, delivered as a file every night.",
        share=0.25,
        common=("Haupteingang",),
        special=(("Manufacturing", "Werkhalle Süd"), ("Information Technology", "Rechenzentrum")),
        file=True,
    ),
)


@frozen
class Entitlement:
    """One access right on a source; `common` ones nearly everybody has."""

    id: str
    name: str
    attribute: str
    source: str
    description: str
    common: bool
    departments: tuple[str, ...] = ()


@frozen
class Account:
    """One account on a source; without an identity it is uncorrelated."""

    id: str
    native_identity: str
    name: str
    identity: Identity | None
    disabled: bool
    created: datetime
    entitlements: tuple[Entitlement, ...] = ()


@frozen
class Source:
    """A source: its API record, its entitlements and accounts."""

    kind: Kind
    record: dict[str, Any]
    entitlements: tuple[Entitlement, ...]
    accounts: tuple[Account, ...]

    @property
    def id(self) -> str:
        return str(self.record["id"])

    @property
    def name(self) -> str:
        return self.kind.name


def source_id(seed: int, name: str) -> str:
    """The id of a source, known without making the source."""
    if name == "Active Directory":
        return ACTIVE_DIRECTORY
    return f"2c918087{random.Random(f'{seed}:source:{name}').getrandbits(96):024x}"


def make_sources(seed: int, people: Sequence[Identity], now: datetime) -> tuple[Source, ...]:
    """All sources of a seed, by name's place in KINDS; the last one is the tenant's own, `IdentityNow`."""
    return tuple(_make(kind, seed, people, now) for kind in (*KINDS, _OWN))


_OWN = Kind("IdentityNow", "IdentityNowConnector", "identity-now", "The tenant itself.", common=("Member",))


def _make(kind: Kind, seed: int, people: Sequence[Identity], now: datetime) -> Source:
    dice = random.Random(f"{seed}:{kind.name}")
    attribute = "memberOf" if kind.connector == "active-directory" else "groups"
    departments: dict[str, list[str]] = {name: [] for _, name in kind.special}
    for department, name in kind.special:
        departments[name].append(department)
    entitlements = [
        Entitlement(_id(dice), name, attribute, kind.name, f"Everybody's access to {kind.name}.", True)
        for name in kind.common
    ]
    for name, owners in departments.items():
        text = f"{name} on {kind.name}, for {' and '.join(owners)}."
        entitlements.append(Entitlement(_id(dice), name, attribute, kind.name, text, False, tuple(owners)))
    accounts = [
        _account(kind, dice, person, entitlements)
        for person in people
        if (not kind.departments or person.department in kind.departments) and dice.random() < kind.share
    ]
    if not kind.authoritative:
        for name in ("svc_backup", "svc_monitoring", "test.user", "räumung_alt", "former.contractor"):
            native = f"CN={name},OU=Service Accounts,DC=northwind,DC=example" if attribute == "memberOf" else name
            accounts.append(Account(_id(dice), native, name, None, dice.random() < 0.5, now - timedelta(days=900)))
    owner = dice.choice(people[:9])
    return Source(kind, _record(kind, seed, dice, owner, now), tuple(entitlements), tuple(accounts))


def _account(kind: Kind, dice: random.Random, person: Identity, entitlements: Sequence[Entitlement]) -> Account:
    # Most have what their department needs, and some have what they should not
    held = tuple(
        one
        for one in entitlements
        if one.common or dice.random() < (0.8 if person.department in one.departments else 0.01)
    )
    native = person.alias
    if kind.connector == "active-directory":
        # A comma inside a name is escaped in a distinguished name, and the whole must be quoted in CSV
        native = f"CN={person.last_name}\\, {person.first_name},OU={person.city},DC=northwind,DC=example"
    elif "@" not in native and kind.connector in ("azure-active-directory", "salesforce", "workday"):
        native = f"{plain(person.first_name)}.{plain(person.last_name)}@{COMPANY}"
    disabled = person.lifecycle_state == "inactive"
    return Account(_id(dice), native, person.alias, person, disabled, person.start_date, held)


def _record(kind: Kind, seed: int, dice: random.Random, owner: Identity, now: datetime) -> dict[str, Any]:
    features = ["AUTHENTICATE", "ENABLE", "PROVISIONING", "UNLOCK", "SEARCH", "PASSWORD", "SYNC_PROVISIONING"]
    if kind.file:
        features = ["DISCOVER_SCHEMA", "NO_RANDOM_ACCESS", "DIRECT_PERMISSIONS"]
    cluster = {"type": "CLUSTER", "id": _id(random.Random(f"{seed}:cluster")), "name": "Northwind Cluster"}
    correlation = {"type": "ACCOUNT_CORRELATION_CONFIG", "id": _id(dice), "name": f"{kind.name} Account Correlation"}
    return {
        "id": source_id(seed, kind.name),
        "name": kind.name,
        "description": kind.description,
        "owner": {"type": "IDENTITY", "id": owner.id, "name": owner.display_name},
        "cluster": None if kind.file else cluster,
        "accountCorrelationConfig": correlation,
        "accountCorrelationRule": None,
        "managerCorrelationMapping": None,
        "managerCorrelationRule": None,
        "beforeProvisioningRule": None,
        "schemas": [{"type": "CONNECTOR_SCHEMA", "id": _id(dice), "name": name} for name in ("account", "group")],
        "passwordPolicies": [],
        "features": features,
        "type": kind.type,
        "connector": kind.connector,
        "connectorClass": "sailpoint.connector.OpenConnectorAdapter",
        "connectorAttributes": {"healthCheckTimeout": 30, "cloudExternalId": f"{dice.randrange(30_000, 90_000)}"},
        "deleteThreshold": 10,
        "authoritative": kind.authoritative,
        "managementWorkgroup": None,
        "healthy": kind.healthy,
        "status": "SOURCE_STATE_HEALTHY" if kind.healthy else "SOURCE_STATE_ERROR_SOURCE",
        "since": iso(now - timedelta(minutes=dice.randrange(5, 600))),
        "connectorId": kind.connector,
        "connectorName": kind.type.removesuffix(" - Direct"),
        "connectionType": "file" if kind.file else "direct",
        "connectorImplementationId": kind.connector,
        "created": iso(now - timedelta(days=dice.randrange(400, 1500))),
        "modified": iso(now - timedelta(days=dice.randrange(1, 300))),
        "credentialProviderEnabled": False,
        "category": None,
    }


def _id(dice: random.Random) -> str:
    return f"{dice.getrandbits(128):032x}"
