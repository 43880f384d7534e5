"""What a field refers to: `ownerId`, `owner.id` and `{"type": "IDENTITY"}` all mean a person."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..catalog.facts import Model

# Where the things of a reference's type lie.
COLLECTIONS: Mapping[str, str] = {
    "IDENTITY": "identities",
    "SOURCE": "sources",
    "ENTITLEMENT": "entitlements",
    "ACCOUNT": "accounts",
    "ROLE": "roles",
    "ACCESS_PROFILE": "access-profiles",
    "GOVERNANCE_GROUP": "workgroups",
    "WORKGROUP": "workgroups",
    "CAMPAIGN": "campaigns",
    "CAMPAIGN_FILTER": "campaign-filters",
    "CERTIFICATION": "certifications",
    "CLUSTER": "managed-clusters",
    "IDENTITY_PROFILE": "identity-profiles",
    "MACHINE_IDENTITY": "machine-identities",
    "PASSWORD_POLICY": "password-policies",
    "RULE": "connector-rules",
    "SOD_POLICY": "sod-policies",
    "TAG": "tags",
    "FORM_DEFINITION": "form-definitions",
    "WORKFLOW": "workflows",
    "APPLICATION": "source-apps",
    "SEGMENT": "segments",
    "TRANSFORM": "transforms",
}

# Last words of a field's or model's name, and the type that they mean; the first that fits.
_WORDS: tuple[tuple[str, str], ...] = (
    ("accessprofile", "ACCESS_PROFILE"),
    ("governancegroup", "GOVERNANCE_GROUP"),
    ("workgroup", "GOVERNANCE_GROUP"),
    ("identityprofile", "IDENTITY_PROFILE"),
    ("passwordpolicy", "PASSWORD_POLICY"),
    ("machineidentity", "MACHINE_IDENTITY"),
    ("campaignfilter", "CAMPAIGN_FILTER"),
    ("formdefinition", "FORM_DEFINITION"),
    ("entitlement", "ENTITLEMENT"),
    ("identity", "IDENTITY"),
    ("identities", "IDENTITY"),
    ("owner", "IDENTITY"),
    ("manager", "IDENTITY"),
    ("reviewer", "IDENTITY"),
    ("approver", "IDENTITY"),
    ("requester", "IDENTITY"),
    ("requestedfor", "IDENTITY"),
    ("requestedby", "IDENTITY"),
    ("recipient", "IDENTITY"),
    ("forwarder", "IDENTITY"),
    ("author", "IDENTITY"),
    ("commenter", "IDENTITY"),
    ("creator", "IDENTITY"),
    ("createdby", "IDENTITY"),
    ("modifier", "IDENTITY"),
    ("modifiedby", "IDENTITY"),
    ("updatedby", "IDENTITY"),
    ("submittedby", "IDENTITY"),
    ("user", "IDENTITY"),
    ("member", "IDENTITY"),
    ("person", "IDENTITY"),
    ("source", "SOURCE"),
    ("account", "ACCOUNT"),
    ("role", "ROLE"),
    ("campaign", "CAMPAIGN"),
    ("certification", "CERTIFICATION"),
    ("cluster", "CLUSTER"),
    ("workflow", "WORKFLOW"),
    ("segment", "SEGMENT"),
    ("application", "APPLICATION"),
    ("app", "APPLICATION"),
    ("rule", "RULE"),
    ("tag", "TAG"),
    ("policy", "SOD_POLICY"),
)
_TAIL = re.compile(r"(refs?|references?|dto|summary|inner|document|\d+)+$")


def folded(name: str) -> str:
    """A name in lower case without what separates its words."""
    return name.replace("_", "").replace("-", "").lower()


def type_named(name: str) -> str | None:
    """The type that a field's name means: `requestedFor` -> `IDENTITY`."""
    bare = _TAIL.sub("", folded(name))
    return next((type_ for word, type_ in _WORDS if bare.endswith((word, word + "s"))), None)


def type_of(model: Model, field_name: str) -> str | None:
    """The type of thing that a nested object stands for: by its type's only value, its field's name, its model's."""
    field = model.by_name.get("type")
    enum = field.enum if field else ()
    if len(enum) == 1 and enum[0] in COLLECTIONS:
        return str(enum[0])
    named = type_named(field_name) or type_named(model.name)
    if enum and named not in enum:
        named = next((str(one) for one in enum if one in COLLECTIONS), named)
    return named
