"""Make an operation's path and its path parameters fit each other where the documents let them disagree.

The SDK's commands for these operations send a path with braces in it or leave a value out; ours must not.
"""

from __future__ import annotations

import re

from .document import JSON

_PART = re.compile(r"\{([^}]*)\}")


def fit_path(path: str, parameters: list[JSON]) -> str:
    """The path with its parameters' names in it; the parameters are mended in place.

    A part that no parameter names is the parameter that has no part (`/campaign-filters/{id}` and `filterId`); one for
    which none is left is a parameter that was forgotten; a parameter without a part can only go into the query.
    """
    named = [row["name"] for row in parameters if row.get("in") == "path"]
    parts = _PART.findall(path)
    lost = [part for part in parts if part not in named]
    loose = [name for name in named if name not in parts]
    for part, name in zip(lost, loose, strict=False):
        path = path.replace(f"{{{part}}}", f"{{{name}}}")
    for part in lost[len(loose) :]:
        parameters.append({"name": part, "in": "path", "required": True, "only": "spec"})
    for row in parameters:
        if row["name"] in loose[len(lost) :]:
            del row["in"]
    return path
