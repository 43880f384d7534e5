"""Forty pages of 250 records, each 20 ms away, fetched ahead by threads, against a plain loop of requests."""

from __future__ import annotations

import requests

from isnshell.commands.registry import get_cmdlet
from isnshell.tenant.profiles import Profile
from isnshell.tenant.session import Session

from .measure import Ratio, alternate, seconds
from .tenant import PAGES, serving


def measure() -> Ratio:
    """The whole list, a run each."""
    with serving() as url:
        session = Session(Profile("bench", url, "id", "secret", environment="sandbox", rate_limit=10**6))
        get_accounts = get_cmdlet("get_accounts")
        plain = requests.Session()

        def ours() -> None:
            assert sum(1 for _ in get_accounts(session=session)) == PAGES * 250

        def theirs() -> None:
            count, page = 0, [None]
            while page:
                answer = plain.get(
                    f"{url}/v2025/accounts",
                    params={"limit": 250, "offset": count},
                    headers={"Authorization": "Bearer a.b.c"},
                    timeout=60,
                )
                page = answer.json()
                count += len(page)
            assert count == PAGES * 250

        mine, other = alternate(lambda: seconds(ours), lambda: seconds(theirs), runs=5)
        session.close()
    return Ratio(f"{PAGES} pages of 250 records, 20 ms away", mine, other, "a plain loop", 0.6)
