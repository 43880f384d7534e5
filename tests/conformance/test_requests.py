"""Every operation, once with what is required and once with all arguments, judged by SailPoint's own documents.

The requests go through the real client to Stoplight Prism. Where Prism finds fault with one, either we are wrong, or the
document is: then `known_faults.json` says how.
"""

from __future__ import annotations

import json
import queue
import re
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest
from attrs import frozen

from isnshell.catalog.facts import Operation
from isnshell.catalog.loader import facts
from isnshell.commands.operation import call
from isnshell.errors import IsnshellError
from isnshell.operations.answer import is_file
from isnshell.operations.checks import plain
from isnshell.operations.request import prefix, spell
from isnshell.pipeline.stream import Stream
from isnshell.tenant.profiles import Profile
from isnshell.tenant.session import Session

from .prism import HERE, Exchange, Router, Unavailable, install, running_prism
from .values import ValueMaker

SPEC = Path(__file__).parents[3] / "shared" / "spec"
GENERATIONS = ("v3", "beta", "v2024", "v2025", "v2026", "v1")
_IN_FLIGHT = 4
