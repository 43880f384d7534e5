"""From a request's method and path to the operation, with the catalog's paths in each generation's form."""

from __future__ import annotations

import re
import threading
from collections import defaultdict
from collections.abc import Mapping

from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import Map, Rule

from ..catalog.facts import Operation
from ..catalog.loader import facts
from .answers import refuse

NERM = "/nerm/api/"
PREFIXED = ("v3", "beta", "v2024", "v2025", "v2026")
_PLACEHOLDER = re.compile(r"\{([^}]+)\}")


class Router:
    """Finds operations. Rules are compiled when a service is first asked: all of a generation would take 0.2 s."""

    def __init__(self) -> None:
        self._operations: dict[str, dict[str, list[Operation]]] = {}
        self._maps: dict[tuple[str, str], Map] = {}
        self._lock = threading.Lock()

    @staticmethod
    def split(path: str) -> tuple[str, str]:
        """Generation and the rest: `/v2025/reports/run` is (`v2025`, `/reports/run`); what has no prefix is `v1`.

        NERM has a root of its own, `/nerm/api`.
        """
        if path.startswith(NERM):
            rest = path[len(NERM) - 1 :]
            return ("nermv2025", rest.removeprefix("/v2025")) if rest.startswith("/v2025/") else ("nerm", rest)
        head, slash, rest = path.lstrip("/").partition("/")
        return (head, slash + rest) if head in PREFIXED else ("v1", path)

    def find(self, method: str, generation: str, path: str) -> tuple[Operation, Mapping[str, str]]:
        """The operation and its path values, or a Refusal with 404 or 405."""
        service = path.strip("/").partition("/")[0]
        try:
            rule, values = self._map(generation, service).bind("").match(path, method=method, return_rule=True)
        except MethodNotAllowed as error:
            allowed = ", ".join(sorted(set(error.valid_methods or ()) - {"OPTIONS"}))
            refusal = refuse(405, f"The method {method} is not allowed here; allowed: {allowed}.")
            refusal.response.headers["Allow"] = allowed
            raise refusal from None
        except NotFound:
            text = "The server did not find a current representation for the target resource."
            raise refuse(404, text, causes=[f"No API of generation {generation} has the path {path}."]) from None
        operation: Operation = rule.operation  # type: ignore[attr-defined]  # our _Rule
        return operation, {operation_name: values[name] for name, operation_name in rule.names.items()}  # type: ignore[attr-defined]

    def _map(self, generation: str, service: str) -> Map:
        with self._lock:
            if generation not in self._operations:
                services: dict[str, list[Operation]] = defaultdict(list)
                for operation in facts(generation):
                    services[operation.path.strip("/").partition("/")[0]].append(operation)
                self._operations[generation] = dict(services)
            key = (generation, service)
            operations = self._operations[generation].get(service)
            if operations is None:
                return Map()
            if key not in self._maps:
                rules = [_Rule(operation) for operation in operations]
                self._maps[key] = Map(rules, merge_slashes=False, strict_slashes=False)
            return self._maps[key]


class _Rule(Rule):
    """A rule that knows its operation; placeholders are renamed, as werkzeug allows identifiers only."""

    def __init__(self, operation: Operation) -> None:
        names = _PLACEHOLDER.findall(operation.path)
        self.operation = operation
        self.names = {f"p{number}": name for number, name in enumerate(names)}
        numbers = iter(self.names)
        path = _PLACEHOLDER.sub(lambda _: f"<{next(numbers)}>", operation.path)
        super().__init__(path, methods=[operation.method], endpoint=operation.operation)
        if operation.method == "GET" and self.methods:
            self.methods.discard("HEAD")  # werkzeug adds it; ISC answers HEAD only where it is documented
