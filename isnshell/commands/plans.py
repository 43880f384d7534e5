"""The plan of many changes as one table: what a pipe with `what_if` shows instead of a block for each."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from itertools import zip_longest
from typing import Any

from ..host import get_host
from ..pipeline.properties import get_property, property_names
from ..tenant.rails import Plan

_HEAD = ("row", "object", "name", "change")
_WIDEST = (8, 40, 32, 320)
_NARROWEST = (8, 40, 10, 29)  # `PATCH /v2025/task-status/{id}` in a line of 80


class PlanTable:
    """Collects the plans of a pipe's changes."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, str, str, str]] = []
        self._titles: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, row: int, record: Any, plan: Plan) -> None:
        """Note what would be done for one record."""
        title = f"{plan.command} on {plan.tenant}"
        self._titles[title] = self._titles.get(title, 0) + 1
        cells = (str(row), plan.target or _id(record), _name(record), _without(plan.target, plan.change))
        self._rows.append(tuple(map(_cell, cells, _WIDEST)))  # type: ignore[arg-type]  # four cells from four

    def show(self) -> None:
        """Show the table, if there is anything in it."""
        if self._rows:
            get_host().show(self.text(shutil.get_terminal_size().columns if sys.stdout.isatty() else None))

    def text(self, width: int | None = None) -> str:
        """The table as text.

        Args:
            width: What a line may hold; names and changes that are longer go on below themselves. None lets lines be as
                long as they are.
        """
        widths = [max(map(len, column)) for column in zip(_HEAD, *self._rows, strict=True)]
        lines = [f"What if: {title}, {count} change{'s' * (count != 1)}" for title, count in self._titles.items()]
        if width is not None:
            for column in (3, 2):  # the change makes room first, then the name
                over = sum(widths) + 2 * len(widths[1:]) + 1 - width
                widths[column] = max(min(widths[column], _NARROWEST[column]), widths[column] - max(over, 0))
        for number, *texts in (_HEAD, tuple("-" * width for width in widths), *self._rows):
            parts = [[number.rjust(widths[0])], *map(_wrapped, texts, widths[1:])]
            for cells in zip_longest(*parts, fillvalue=""):
                lines.append("  ".join(map(str.ljust, cells, widths)).rstrip())
        return "\n".join(lines)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)


def _without(target: str, change: str) -> str:
    """A change whose object stands beside it already, in the table's own column."""
    return re.sub(rf"(?<=/){re.escape(target)}(?=[/?\s]|$)", "{id}", change, count=1) if target else change


def _cell(text: str, widest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= widest else line[: widest - 3] + "..."


def _id(record: Any) -> str:
    return str(get_property(record, "id") or "") if property_names(record) else str(record)


def _name(record: Any) -> str:
    if not property_names(record):
        return ""
    names = (get_property(record, name) for name in ("name", "displayName", "uniqueName", "description"))
    return next((str(name) for name in names if name), "")
