"""The kinds of background work that a tenant does, and what can go wrong with each."""

from __future__ import annotations

from attrs import frozen


@frozen
class TaskKind:
    """One kind of task.

    Args:
        kind: What the `type` filter of the API calls it.
        type: What a TaskStatus calls it.
        name: Its unique name; `{source}` is the source it works on.
        description: What it does.
        parent: Name of the task definition.
        service: Class that would carry it out.
        seconds: Shortest and longest usual time.
        counted: The number that it returns.
        troubles: Texts of warnings and errors that this kind meets.
    """

    kind: str
    type: str
    name: str
    description: str
    parent: str
    service: str
    seconds: tuple[int, int]
    counted: str
    troubles: tuple[str, ...]

    @property
    def on_source(self) -> bool:
        """Whether it works on one source."""
        return "{source}" in self.name


_UNREACHABLE = "Connection to the source could not be established: connect timed out."
_BUSY = "The virtual appliance cluster Northwind Cluster did not answer in time; the task will be retried."

KINDS = (
    TaskKind(
        "CLOUD_ACCOUNT_AGGREGATION",
        "QUARTZ",
        "Account Aggregation - {source}",
        "Aggregates accounts from the source {source}.",
        "Cloud Account Aggregation",
        "AccountAggregationTask",
        (40, 900),
        "total",
        (
            "The following account(s) failed to correlate: svc_backup, räumung_alt, test.user",
            "Account deletion was skipped: 34 % of the accounts are missing, the threshold is 10 %.",
            _UNREACHABLE,
        ),
    ),
    TaskKind(
        "CLOUD_GROUP_AGGREGATION",
        "QUARTZ",
        "Entitlement Aggregation - {source}",
        "Aggregates entitlements from the source {source}.",
        "Cloud Group Aggregation",
        "GroupAggregationTask",
        (15, 240),
        "groupCount",
        ('The attribute "description" of 3 entitlements was longer than 2,000 characters and was cut.', _UNREACHABLE),
    ),
    TaskKind(
        "CLOUD_PROCESS_UNCORRELATED_ACCOUNTS",
        "QUEUED_TASK",
        "Process Uncorrelated Accounts - {source}",
        "Tries to correlate the accounts of {source} that belong to nobody.",
        "Process Uncorrelated Accounts",
        "UncorrelatedAccountsTask",
        (10, 120),
        "uncorrelatedCount",
        ("2 accounts match more than one identity and stay uncorrelated.",),
    ),
    TaskKind(
        "CLOUD_REFRESH_ROLE",
        "QPOC",
        "Refresh Roles",
        "Evaluates role membership of all identities.",
        "Cloud Refresh Role",
        "RoleRefreshTask",
        (60, 1200),
        "identityCount",
        ('The criteria of the role "Month-End Close" refer to an attribute that no longer exists.', _BUSY),
    ),
    TaskKind(
        "IDENTITY_REFRESH",
        "QUARTZ",
        "Identity Refresh",
        "Calculates identity attributes, manager relations and lifecycle states.",
        "Identity Refresh",
        "IdentityRefreshTask",
        (90, 1800),
        "identityCount",
        ('The transform "E-mail Address" failed for 4 identities: value is null.', _BUSY),
    ),
    TaskKind(
        "CLOUD_ATTRIBUTE_SYNCHRONIZATION",
        "QPOC",
        "Attribute Synchronization - {source}",
        "Writes changed identity attributes back to {source}.",
        "Attribute Synchronization",
        "AttributeSyncTask",
        (5, 90),
        "accountCount",
        ("Writing to 1 account was refused: insufficient rights.", _UNREACHABLE),
    ),
)

REPORT = TaskKind(
    "REPORT",
    "QUARTZ",
    "{name}",
    "{description}",
    "Report",
    "ReportTask",
    (1, 2),
    "rows",
    ("The report could not be completed.",),
)
