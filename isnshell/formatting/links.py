"""Links from the id of an object to its page in the tenant's web pages, for terminals that can follow them (OSC 8)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from ..records import origin_of
from ..tenant.addresses import web_address

# Kind of record -> its page. Only kinds whose pages are known have a link.
_PAGES: Mapping[str, str] = {
    "AccessProfile": "/ui/a/admin/access/access-profiles/landing-page/details/{}",
    "Entitlement": "/ui/a/admin/access/entitlements/landing-page/details/{}",
    "Identity": "/ui/a/admin/identities/{}/details/attributes",
    "IdentityDocument": "/ui/a/admin/identities/{}/details/attributes",
    "Role": "/ui/a/admin/access/roles/landing-page/details/{}",
    "SodPolicy": "/ui/sod/policy-management/{}/details",
    "Source": "/ui/a/admin/connections/sources/{}/menu/base_configuration",
}


def link_to(record: Any, column: str) -> str:
    """Address of the page of a record, for the cell of its id; empty for other cells and where none is known."""
    if column != "id":
        return ""
    origin = origin_of(record)
    page = _PAGES.get(origin.kind or "")
    id = record.get("id") if page else None
    if page is None or not isinstance(id, str) or not id:
        return ""
    base = web_address(origin.tenant or "")
    return base + page.format(quote(id, safe="")) if base else ""
