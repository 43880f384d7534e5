"""What can be set about a sandbox. All may be changed while it runs."""

from __future__ import annotations

from attrs import define, field

DEFAULT_SEED = 2026


@define(kw_only=True)
class Settings:
    """How a sandbox behaves.

    Args:
        seed: Same seed, same data; dates are relative to the start.
        token_lifetime: Seconds that an access token is good for.
        scopes: What the API client may do; `sp:scopes:all` is everything.
        rate_limit: Requests per `rate_window` for one token and generation; None switches the limit off.
        rate_window: Seconds that the limit looks back.
        identities: How many identities there are, at least 320; those beyond are made when they are asked for.
        ended_tasks: How many tasks have ended when the sandbox starts.
        pending_tasks: How many are pending; those beyond the first few are stuck for good.
        report_seconds: How long a report takes.
        report_bytes: If set, every CSV report has exactly this many bytes, for measuring downloads.
        failing_reports: Report types that end in an error.
        export_seconds: How long an export of a potential role takes.
        export_lifetime: Seconds until a finished export is gone.
        failing_exports: Ids of potential roles whose exports end in an error.
        embedded: True if the sandbox lives inside the client's process: a 404 then says that it forgets.
    """

    seed: int = DEFAULT_SEED
    token_lifetime: float = 43_200
    scopes: tuple[str, ...] = ("sp:scopes:all",)
    rate_limit: int | None = 100
    rate_window: float = 10
    identities: int = 320
    ended_tasks: int = 46
    pending_tasks: int = 14
    report_seconds: float = 1.5
    report_bytes: int | None = None
    failing_reports: set[str] = field(factory=set, converter=set)
    export_seconds: float = 1.5
    export_lifetime: float = 86_400
    failing_exports: set[str] = field(factory=set, converter=set)
    embedded: bool = True
