"""What each report says: a title, and a table made from people, accounts and entitlements."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import frozen

from ..clock import iso
from .documents import Table
from .people import Identity
from .sources import Source


@frozen
class World:
    """What reports are made from."""

    people: Sequence[Identity]
    sources: Sequence[Source]

    def source(self, id: Any) -> Source | None:
        """The source of this id."""
        return next((source for source in self.sources if source.id == id), None)


Arguments = Mapping[str, Any]


@frozen
class ReportKind:
    """One report type.

    Args:
        name: Name of its task definition; also the file's name where the report is about no source.
        description: What it shows.
        model: Model of its arguments.
        table: Makes its table.
        source_argument: The argument that names a source by id, where there is one.
        is_zip: Whether the file is a zip of CSV files.
    """

    name: str
    description: str
    model: str
    table: Callable[[World, Arguments], Table]
    source_argument: str | None = None
    is_zip: bool = False


def _accounts(world: World, arguments: Arguments) -> Table:
    columns = (
        "Account Name",
        "Native Identity",
        "Display Name",
        "E-mail",
        "Department",
        "Disabled",
        "Created",
        "Entitlements",
    )
    source = world.source(arguments["application"])
    rows = [
        (
            account.name,
            account.native_identity,
            account.identity.display_name if account.identity else "",
            account.identity.email if account.identity else "",
            account.identity.department if account.identity else "",
            str(account.disabled).lower(),
            iso(account.created),
            "; ".join(entitlement.name for entitlement in account.entitlements),
        )
        for account in (source.accounts if source else ())
    ]
    return Table(columns, rows)


def _held(world: World) -> dict[str, list[str]]:
    """For each identity's id the sources on which it has an account."""
    held: dict[str, list[str]] = {person.id: [] for person in world.people}
    for source in world.sources:
        for account in source.accounts:
            if account.identity is not None:
                held[account.identity.id].append(source.name)
    return held


def _identities(world: World, arguments: Arguments) -> Table:
    columns = ("Identity Name", "Display Name", "E-mail", "Department", "Lifecycle State")
    people = _people(world, arguments)
    return Table(columns, [(p.alias, p.display_name, p.email, p.department, p.lifecycle_state) for p in people])


def _details(world: World, arguments: Arguments) -> Table:
    columns = (
        "Identity Name",
        "Display Name",
        "First Name",
        "Last Name",
        "E-mail",
        "Employee Number",
        "Department",
        "Title",
        "City",
        "Country",
        "Manager",
        "Lifecycle State",
        "Start Date",
        "Accounts",
    )
    held = _held(world)
    rows = [
        (
            p.alias,
            p.display_name,
            p.first_name,
            p.last_name,
            p.email,
            p.employee_number,
            p.department,
            p.title,
            p.city,
            p.country,
            p.manager_name,
            p.lifecycle_state,
            f"{p.start_date:%Y-%m-%d}",
            "; ".join(held[p.id]),
        )
        for p in _people(world, arguments)
    ]
    return Table(columns, rows)


def _people(world: World, arguments: Arguments) -> Sequence[Identity]:
    if not arguments.get("correlatedOnly"):
        return world.people
    authoritative = {a.identity.id for s in world.sources if s.kind.authoritative for a in s.accounts if a.identity}
    return [person for person in world.people if person.id in authoritative and person.lifecycle_state == "active"]


def _profile_errors(world: World, arguments: Arguments) -> Table:
    columns = ("Identity Name", "Display Name", "Attribute", "Error")
    source = world.source(arguments["authoritativeSource"])
    people = [account.identity for account in (source.accounts if source else ()) if account.identity]
    text = 'The transform "Office, Floor" returned no value.'
    return Table(columns, [(p.alias, p.display_name, "location", text) for p in people[5::31]])


def _orphans(world: World, arguments: Arguments) -> Table:
    columns = ("Identity Name", "Display Name", "E-mail", "Department", "Lifecycle State")
    people = [person for person in world.people if person.lifecycle_state == "inactive"]
    return Table(columns, [(p.alias, p.display_name, p.email, p.department, p.lifecycle_state) for p in people])


def _uncorrelated(world: World, arguments: Arguments) -> Table:
    columns = ("Source", "Account Name", "Native Identity", "Disabled", "Created")
    rows = [
        (source.name, account.name, account.native_identity, str(account.disabled).lower(), iso(account.created))
        for source in world.sources
        for account in source.accounts
        if account.identity is None
    ]
    return Table(columns, rows)


_SEARCHED: dict[str, Callable[[Identity], Any]] = {
    "displayName": lambda p: p.display_name,
    "name": lambda p: p.alias,
    "firstName": lambda p: p.first_name,
    "lastName": lambda p: p.last_name,
    "email": lambda p: p.email,
    "id": lambda p: p.id,
    "employeeNumber": lambda p: p.employee_number,
    "attributes.city": lambda p: p.city,
    "attributes.country": lambda p: p.country,
    "attributes.department": lambda p: p.department,
    "attributes.jobTitle": lambda p: p.title,
    "attributes.cloudLifecycleState": lambda p: p.lifecycle_state,
    "manager.displayName": lambda p: p.manager_name,
    "created": lambda p: iso(p.start_date),
}
_TERM = re.compile(r'(?:(?P<field>[\w.]+):)?(?:"(?P<phrase>[^"]*)"|(?P<word>\S+))')


def _search(world: World, arguments: Arguments) -> Table:
    asked = str(arguments.get("columns") or "displayName,firstName,lastName,email,attributes.cloudLifecycleState")
    columns = tuple(name.strip() for name in asked.split(","))
    people = [person for person in world.people if _found(person, str(arguments["query"]))]
    for name in reversed(arguments.get("sort") or []):
        people = _sorted(people, str(name))
    return Table(columns, [[_read(person, name) for name in columns] for person in people])


def _sorted(people: Sequence[Identity], name: str) -> list[Identity]:
    field = name.lstrip("+-")
    return sorted(people, key=lambda p: str(_read(p, field)).casefold(), reverse=name.startswith("-"))


def _read(person: Identity, field: str) -> Any:
    return _SEARCHED[field](person) if field in _SEARCHED else None


def _found(person: Identity, query: str) -> bool:
    """A small part of the search language: words and `field:value` with `*`, all of which must be met."""
    for term in _TERM.finditer(query):
        wanted = term["phrase"] if term["phrase"] is not None else term["word"]
        if wanted in ("*", "AND"):
            continue
        pattern = re.compile(re.escape(wanted).replace(r"\*", ".*"), re.IGNORECASE)
        names = [term["field"]] if term["field"] else list(_SEARCHED)
        values = [str(_read(person, name)) for name in names]
        is_word = term["field"] is None
        if not any(pattern.search(value) if is_word else pattern.fullmatch(value) for value in values):
            return False
    return True


KINDS: dict[str, ReportKind] = {
    "ACCOUNTS": ReportKind(
        "Account Export", "The accounts of a source.", "AccountsExportReportArguments", _accounts, "application"
    ),
    "IDENTITIES_DETAILS": ReportKind(
        "Identities Details Report",
        "A detailed view of the identities in the system.",
        "IdentitiesDetailsReportArguments",
        _details,
    ),
    "IDENTITIES": ReportKind(
        "Identities Report", "The identities in the system.", "IdentitiesReportArguments", _identities
    ),
    "IDENTITY_PROFILE_IDENTITY_ERROR": ReportKind(
        "Identity Profile Identity Error Report",
        "Identities whose profile could not be calculated.",
        "IdentityProfileIdentityErrorReportArguments",
        _profile_errors,
        "authoritativeSource",
    ),
    "ORPHAN_IDENTITIES": ReportKind(
        "Orphan Identities Report",
        "Identities that no source feeds any more.",
        "OrphanIdentitiesReportArguments",
        _orphans,
    ),
    "SEARCH_EXPORT": ReportKind(
        "Search Export", "The results of a search.", "SearchExportReportArguments", _search, is_zip=True
    ),
    "UNCORRELATED_ACCOUNTS": ReportKind(
        "Uncorrelated Accounts Report",
        "Accounts that belong to nobody.",
        "UncorrelatedAccountsReportArguments",
        _uncorrelated,
    ),
}
