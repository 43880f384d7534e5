"""The person's own start file, which runs before the first prompt."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..tenant.profiles import user_folder


def start_file() -> Path:
    """Where it is."""
    return user_folder() / "startup.py"


def run_start_file(namespace: dict[str, Any], shell: Any, show_failure: Callable[[BaseException], None]) -> None:
    """Run the start file in the person's namespace, if there is one; what is wrong in it is shown and stops nothing.

    A function `configure(shell)` in it is called with the prompt, as ptpython's own settings file has it: for colours
    (`shell.use_code_colorscheme("monokai")`, `shell.use_theme({"prompt.number": "ansicyan"})`), Vi keys
    (`shell.vi_mode = True`) and further keys (`@shell.add_key_binding("c-t")`).
    """
    path = start_file()
    try:
        source = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"The start file {path} can't be read: {error}\n")
        return
    before = namespace.get("configure")
    try:
        exec(compile(source, str(path), "exec", dont_inherit=True), namespace)  # noqa: S102 - the person's own code
        configure = namespace.get("configure")
        if callable(configure) and configure is not before:
            configure(shell)
    except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001 - their code may raise anything
        sys.stderr.write(f"The start file {path} ended early:\n")
        show_failure(error)
