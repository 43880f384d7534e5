"""What people found where the documents and the published SDK differ, laid over the facts; each with its reason.

It is laid on when the catalog is built, not when it is read: reading stays simple, and the data shows in one place
what holds. A correction that finds nothing to correct is told: the documents have caught up, and it can go.
"""

from __future__ import annotations

from typing import Any

from ..loader import read_data
from .document import JSON
from .write import ordered_row


class Corrections:
    """The corrections of one generation."""

    def __init__(self, generation: str) -> None:
        self._generation = generation
        self._all: dict[str, list[JSON]] = read_data("corrections.json")
        self.idle: list[str] = []

    def apply(self, operations: list[JSON], models: dict[str, JSON]) -> None:
        """Lay all corrections over the rows, in place."""
        by_name = {row["operation"]: row for row in operations}
        for one in self._all["parameters"]:
            for operation in one["operations"].get(self._generation, ()):
                self._parameter(one, by_name.get(operation), operation)
        for one in self._all["operations"]:
            for operation, changes in one["changes"].get(self._generation, {}).items():
                self._change(by_name.get(operation), changes, operation)
        for one in self._all["added"]:
            self._add(one, operations, models)
        for one in self._all["fields"]:
            for model, fields in one["models"].get(self._generation, {}).items():
                self._fields(models.get(model, {}), fields, model)
        for row in operations:
            row.get("parameters", []).sort(key=lambda each: each.get("only") == "spec")
        operations.sort(key=lambda row: (row["path"], row["method"]))

    def _add(self, one: JSON, operations: list[JSON], models: dict[str, JSON]) -> None:
        """Add what the SDK has; where the documents have it (again), theirs counts."""
        known = {row["operation"] for row in operations}
        added = one["operations"].get(self._generation, ())
        operations += [row for row in added if row["operation"] not in known]
        self.idle += [row["operation"] for row in added if row["operation"] in known]
        for name, row in one["models"].get(self._generation, {}).items():
            if models.setdefault(name, row) is not row:
                self.idle.append(name)

    def _parameter(self, one: JSON, row: JSON | None, operation: str) -> None:
        """Mark a parameter that only one of document and SDK knows; the SDK's position is known for its own alone."""
        parameters = row.setdefault("parameters", []) if row is not None else []
        found = next((each for each in parameters if each["name"] == one["parameter"]["name"]), None)
        if row is None or (found is None) != ("at" in one):
            self.idle.append(operation)
        elif found is None:
            parameters.insert(one["at"], dict(one["parameter"]))
        else:
            found.update(one["parameter"])
        if row is not None and one["parameter"].get("only") == "sdk":
            row["experimental"] = True
            ordered_row(row)

    def _change(self, row: JSON | None, changes: dict[str, Any], operation: str) -> None:
        if row is None or all(row.get(key) == value for key, value in changes.items()):
            self.idle.append(operation)
        else:
            row.update(changes)
            ordered_row(row)

    def _fields(self, row: JSON, fields: JSON, model: str) -> None:
        for name, changes in fields.items():
            if name not in row.get("fields", {}):
                self.idle.append(f"{model}.{name}")
            else:
                row["fields"][name] = {"type": row["fields"][name]["type"]} | changes | row["fields"][name]
