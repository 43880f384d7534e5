"""Calling what no catalog knows yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.raw import raw_request, send_raw
from isnshell.tenant.session import current_session


@cmdlet("Invoke-SailpointRequest", changes=True)
def invoke_sailpoint_request(
    method: str,
    path: str,
    *,
    body: Any = None,
    query: Mapping[str, Any] | None = None,
    headers: Mapping[str, Any] | None = None,
    content_type: str = "application/json",
    paginate: bool = False,
    limit: int | None = None,
) -> Any:
    """Send a request of one's own making, with the session's token, rails, pace, retries and errors.

    Args:
        method: GET, POST, PUT, PATCH, DELETE or HEAD.
        path: Path with its generation: `/v2025/task-status`, `/reports/v1/run`.
        body: What to send: dict, list, Record, text or bytes; for a form (`multipart/form-data`) a dict of its fields,
            with paths, bytes or open files among them.
        query: Query values by name; a list gives the name several times.
        headers: Further headers; token, host and length are the session's own.
        content_type: Of the body.
        paginate: True reads a list to its end by `offset` and `limit`; in `query` they say where to begin and how
            large a page is (250).
        limit: With `paginate`: how many records at most.

    Returns:
        Record, list of Records, text or None, by what the tenant answers; a Stream with `paginate`.

    Raises:
        UsageError: Method or path is wrong; nothing was sent.
        ApiError: The tenant refused.
        RefusedError: A rail held; every method but GET and HEAD counts as a change.

    API: any
    PowerShell: none (Invoke-RestMethod with a token of one's own)

    Example:
        >>> invoke_sailpoint_request("GET", "/v2025/task-status", query={"limit": 1})[0].type
    """
    session = current_session()
    request = raw_request(method, path, body=body, query=query or {}, headers=headers or {}, content_type=content_type)
    return send_raw(session, request, paginate=paginate, limit=limit)
