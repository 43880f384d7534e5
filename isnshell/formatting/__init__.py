"""Records to tables, lists, text and files: one module per kind of output, `cells` for what stands in a cell.

Names resolve on first use, so that importing this package loads nothing of rich.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .canvas import Canvas, canvas_of
    from .default import show, show_text
    from .formatted import Formatted
    from .terminal import TerminalHost, render_error, show_error

_HOMES = {
    "Canvas": "canvas",
    "Formatted": "formatted",
    "TerminalHost": "terminal",
    "canvas_of": "canvas",
    "render_error": "terminal",
    "show": "default",
    "show_error": "terminal",
    "show_text": "default",
}

__all__ = [
    "Canvas",
    "Formatted",
    "TerminalHost",
    "canvas_of",
    "render_error",
    "show",
    "show_error",
    "show_text",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
