"""isnshell: the shell for SailPoint Identity Security Cloud.

What a script imports; each name loads when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from . import errors
    from .commands.common import ps_default_parameter_values
    from .errors import ApiError, IsnError
    from .pipeline.stream import Stream
    from .records import Record
    from .tenant.profiles import Profile
    from .tenant.session import Session, connect

__all__ = [
    "ApiError",
    "IsnError",
    "Profile",
    "Record",
    "Session",
    "Stream",
    "__version__",
    "connect",
    "errors",
    "ps_default_parameter_values",
]

_HOMES = {
    "ApiError": "isnshell.errors",
    "IsnError": "isnshell.errors",
    "Profile": "isnshell.tenant.profiles",
    "Record": "isnshell.records",
    "Session": "isnshell.tenant.session",
    "Stream": "isnshell.pipeline.stream",
    "connect": "isnshell.tenant.session",
    "ps_default_parameter_values": "isnshell.commands.common",
}


def __getattr__(name: str) -> Any:
    import importlib

    if name == "errors":
        return importlib.import_module("isnshell.errors")
    if name not in _HOMES:
        raise AttributeError(f"module 'isnshell' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
