"""Completion at every key of realistic lines, over all command names."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence

from .measure import Ratio

ALLOWED_SECONDS = 0.020
_RUNS = 3
_FIRST_KEYS = 5

# As they are typed: commands by prefix, part and letters, PowerShell by habit, calls, filters, pipes, bodies, Python
LINES = [
    "get_pending_tasks()",
    "gpt",
    "access_profiles",
    "zzz_nothing_fits_this",
    "Get-PendingTasks",
    "get_v2024_pending_tasks()",
    "get_accounts -Limit 5 -Filters x",
    "start_report(report_type='ORPHAN_IDENTITIES', arguments={})",
    "start_report(report_type='ACCOUNTS', arguments={'application': '2c91', 'sourceName': 'HR'})",
    "report = receive_report('IDENTITIES', arguments={'correlatedOnly': True}, out_file='identities.csv')",
    "get_task_status_list(filters=\"type eq 'QUARTZ' and completionStatus isnull\", sorters='-created')",
    "get_accounts(filters={'sourceId': '2c91', 'uncorrelated': True}, limit=10)",
    "get_pending_tasks() | where_object(type='QUARTZ') | select_object('id', 'type') | sort_object('type')",
    "get_pending_tasks() | where_object(lambda t: t.type == 'QUARTZ' and t.target.name) | clear_pending_task()",
    "get_identities() | where_object(identityStatus='ACTIVE') | export_csv('identities.csv', property=['id', 'name'])",
    "get_roles(limit=20) | format_table('name', 'owner.name', 'enabled')",
    "new_role(name='Clerk', owner={'type': 'IDENTITY', 'id': '2c91'}, requestable=True)",
    "update_task_status('2c91', [{'op': 'replace', 'path': '/completionStatus', 'value': 'TERMINATED'}])",
    "use_profile('demo')",
    "import json, datetime",
    "from collections import defaultdict",
    "for task in get_pending_tasks():\n    print(task.id, task.launched, json.dumps(task.target))",
]

# Another process for each, in which the prompt's own modules are loaded, as they are when the first key is typed
_FIRST_KEY = """
import sys, time
import ptpython.repl
import isnshell.repl.shell
from isnshell.commands.namespace import Namespace
from isnshell.repl.assistance import Assistance
namespace = Namespace()
namespace.get("x")
help_ = Assistance(namespace)
if "warm" in sys.argv:
    help_.loaded
    for step in help_.warming():
        step()
start = time.perf_counter()
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
list(help_.completer.get_completions(Document("g", 1), CompleteEvent(completion_requested=True)))
print(time.perf_counter() - start)
"""


def measure() -> Ratio:
    """The slowest key but for one in twenty, in a session that has warmed up; the first key of a process beside it."""
    from isnshell.repl.completion.knowledge import Knowledge

    knowledge = Knowledge(dict[str, object]())
    list(_keys(LINES, knowledge))
    times = [seconds for _ in range(_RUNS) for seconds in _keys(LINES, knowledge)]
    extra = f"{len(times) // _RUNS} keys; slowest {max(times) * 1000:.1f} ms; {_first_keys()}"
    p95 = statistics.quantiles(times, n=20)[-1]
    return Ratio("completion, p95 of all keys", p95, ALLOWED_SECONDS, "what feels instant", 1.0, extra)


def _keys(lines: Sequence[str], knowledge: object) -> Iterator[float]:
    """Seconds of each key, the line typed from its beginning."""
    from isnshell.repl.completion import Knowledge, complete

    assert isinstance(knowledge, Knowledge)
    for line in lines:
        for end in range(1, len(line) + 1):
            start = time.perf_counter()
            complete(line[:end], end, knowledge)
            yield time.perf_counter() - start


def _first_keys() -> str:
    """The first Tab of a process, pressed at once or after the prompt has loaded in the background what it needs."""
    return f"first key {_first_key('warm') * 1000:.1f} ms, Tab pressed at once {_first_key('cold') * 1000:.0f} ms"


def _first_key(state: str) -> float:
    command = [sys.executable, "-c", _FIRST_KEY, state]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(_FIRST_KEYS)]
    return statistics.median(map(float, runs))
