"""One page of 250 records, with token, pacing, retries and Records, against `requests.Session().get(...).json()`."""

from __future__ import annotations

import requests

from isnshell.commands.registry import get_cmdlet
from isnshell.tenant.profiles import Profile
from isnshell.tenant.session import Session

from .measure import Ratio, alternate, seconds
from .tenant import serving

_REQUESTS = 60


def measure() -> Ratio:
    """Sixty pages a run each."""
    with serving() as url:
        session = Session(Profile("bench", url, "id", "secret", environment="sandbox", rate_limit=10**6))
        get_tasks = get_cmdlet("get_task_status_list")
        plain = requests.Session()

        def ours() -> None:
            for _ in range(_REQUESTS):
                assert len(list(get_tasks(limit=250, session=session))) == 250

        def theirs() -> None:
            for _ in range(_REQUESTS):
                answer = plain.get(
                    f"{url}/v2025/task-status",
                    params={"limit": 250},
                    headers={"Authorization": "Bearer a.b.c"},
                    timeout=60,
                )
                assert len(answer.json()) == 250

        mine, other = alternate(lambda: seconds(ours) / _REQUESTS, lambda: seconds(theirs) / _REQUESTS)
        session.close()
    return Ratio("one page of 250 records", mine, other, "requests", 0.75)
