"""Running what a person typed: every top-level expression is shown, as PowerShell's Out-Default does."""

from __future__ import annotations

import ast
import linecache
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

_counter = 0


def compile_source(source: str, file_name: str | None = None) -> Iterator[tuple[CodeType, bool]]:
    """The top-level statements of a text, each with whether it is an expression whose value is to be shown.

    Raises:
        SyntaxError: The text is no Python.
    """
    global _counter
    if file_name is None:
        _counter += 1
        file_name = f"<input {_counter}>"
        linecache.cache[file_name] = (len(source), None, source.splitlines(keepends=True), file_name)
    tree = ast.parse(source, file_name)
    for node in tree.body:
        if isinstance(node, ast.Expr):
            yield compile(ast.Expression(node.value), file_name, "eval"), True
        else:
            yield compile(ast.Module([node], type_ignores=[]), file_name, "exec"), False


def run_source(
    source: str, namespace: dict[str, Any], show: Callable[[Any], None], file_name: str | None = None
) -> None:
    """Run a text in a namespace; values of its top-level expressions go to `show`, None does not.

    Nothing is run before the whole text is known to be Python.
    """
    for code, is_expression in list(compile_source(source, file_name)):
        if is_expression:
            value = eval(code, namespace)  # noqa: S307 - running the person's own code is what this is for
            if value is not None:
                namespace["_"] = value
                show(value)
        else:
            exec(code, namespace)  # noqa: S102 - as above
