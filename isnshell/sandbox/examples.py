"""What is known of made objects beside their names, where chance would give nonsense: in the order of their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def _identity_attribute(name: str) -> dict[str, Any]:
    return {"type": "identityAttribute", "attributes": {"name": name}}


_TRANSFORMS: Sequence[dict[str, Any]] = (
    {"type": "static", "attributes": {"value": "$first.$last@northwind.example"}},
    {"type": "concat", "attributes": {"values": ["$first", " ", "$last"]}},
    {"type": "lower", "attributes": {"input": _identity_attribute("uid")}},
    {"type": "firstValid", "attributes": {"values": [_identity_attribute("cloudLifecycleState"), "active"]}},
    {"type": "lookup", "attributes": {"table": {"CH": "Switzerland", "DE": "Germany", "default": "Unknown"}}},
    {"type": "e164phone", "attributes": {"defaultRegion": "CH"}},
    {"type": "substring", "attributes": {"begin": 0, "end": 4, "input": _identity_attribute("costCenter")}},
    {"type": "decomposeDiacriticalMarks", "attributes": {"input": _identity_attribute("displayName")}},
    {"type": "upper", "attributes": {"input": _identity_attribute("manager")}},
    {"type": "dateFormat", "attributes": {"inputFormat": "dd.MM.yyyy", "outputFormat": "ISO8601"}},
    {"type": "lookup", "attributes": {"table": {"ZRH": "Zürich", "LON": "London", "default": "Austin"}}},
    {"type": "randomAlphaNumeric", "attributes": {"length": "16"}},
)


def _campaign(type_: str, status: str, done: int, of: int) -> dict[str, Any]:
    return {"type": type_, "status": status, "completedCertifications": done, "totalCertifications": of, "alerts": []}


_CAMPAIGNS: Sequence[dict[str, Any]] = (
    _campaign("MANAGER", "COMPLETED", 9, 9),
    _campaign("MANAGER", "ACTIVE", 4, 9),
    _campaign("SOURCE_OWNER", "ACTIVE", 0, 1),
    _campaign("SEARCH", "COMPLETED", 3, 3),
    _campaign("SEARCH", "STAGED", 0, 12),
    _campaign("ROLE_COMPOSITION", "ACTIVE", 2, 12),
    _campaign("SEARCH", "PENDING", 0, 5),
    _campaign("SOURCE_OWNER", "COMPLETED", 1, 1),
)


def _workflow(trigger: str, action: str, runs: int, failures: int) -> dict[str, Any]:
    step = {"actionId": "sp:send-email", "type": "action", "nextStep": "End", "attributes": {"subject": action}}
    return {
        "definition": {"start": action, "steps": {action: step, "End": {"type": "success"}}},
        "trigger": {"type": "EVENT", "displayName": "", "attributes": {"id": trigger}},
        "enabled": failures < runs,
        "executionCount": runs,
        "failureCount": failures,
    }


_WORKFLOWS: Sequence[dict[str, Any]] = (
    _workflow("idn:identity-created", "Send Welcome", 214, 3),
    _workflow("idn:identity-attributes-changed", "Disable Accounts", 38, 0),
    _workflow("idn:identity-attributes-changed", "Notify Manager", 97, 2),
    _workflow("idn:certification-signed-off", "Escalate", 12, 1),
    _workflow("idn:account-aggregation-completed", "List Dormant", 30, 0),
    _workflow("idn:identity-created", "Order Laptop", 211, 17),
    _workflow("idn:account-aggregation-completed", "Report", 64, 0),
    _workflow("idn:identity-attributes-changed", "Revoke", 0, 0),
    _workflow("idn:access-request-pre-approval", "Ask Security", 75, 4),
    _workflow("idn:identity-attributes-changed", "Sync", 480, 9),
    _workflow("idn:campaign-activated", "Remind", 8, 0),
    _workflow("idn:account-uncorrelated", "Open Ticket", 21, 2),
)

EXAMPLES: Mapping[str, Sequence[dict[str, Any]]] = {
    "transforms": _TRANSFORMS,
    "campaigns": _CAMPAIGNS,
    "workflows": _WORKFLOWS,
}
