"""The arrows of the design: who may import whom, read from the sources, imports inside functions included."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

_ROOT = Path(__file__).parents[2]

_LEAVES = frozenset({"errors", "clock", "records", "naming", "host", "files"})
_ENGINE = _LEAVES | {"catalog", "operations", "tenant", "pipeline", "commands"}

# Room -> the rooms it may import besides itself
_ALLOWED: dict[str, frozenset[str]] = {
    **dict.fromkeys(_LEAVES, _LEAVES),
    "catalog": _LEAVES,
    "operations": _LEAVES | {"catalog"},
    "tenant": _LEAVES | {"catalog", "operations"},
    "pipeline": _LEAVES | {"catalog", "operations"},
    "commands": _ENGINE,
    "formatting": _ENGINE,
    "powershell": _ENGINE,
    "mail": _ENGINE | {"formatting"},
    # A fake made from the client's own code would only confirm its mistakes
    "sandbox": _LEAVES | {"catalog"},
    "repl": _ENGINE | {"formatting", "powershell", "sandbox"},
    "cli": _ENGINE | {"formatting", "powershell", "sandbox", "repl", "cmdlets"},
    "cmdlets": _ENGINE | {"formatting", "mail"},
    # What scripts import, each name when it is used
    "isnshell": _ENGINE,
    "__main__": frozenset({"cli"}),
}


@frozen
class Import:
    """One import statement: who imports what, and where it stands."""

    importer: str
    imported: str
    line: int
    for_types: bool

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.imported}"


def _modules() -> dict[str, Path]:
    found = {}
    for package in ("isnshell", "cmdlets"):
        for path in (_ROOT / package).rglob("*.py"):
            parts = path.relative_to(_ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


_MODULES = _modules()


def _imports(module: str, path: Path) -> Iterator[Import]:
    tree = ast.parse(path.read_text("utf-8"), str(path))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for one in node.body
        for inner in ast.walk(one)
    }
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            targets = list(_from(package, node))
        else:
            continue
        for target in targets:
            yield Import(module, target, node.lineno, id(node) in for_types)


def _from(package: str, node: ast.ImportFrom) -> Iterator[str]:
    """`from X import a` means the module X.a where there is one, else X."""
    base = node.module or ""
    if node.level:
        above = package.split(".")[: len(package.split(".")) - node.level + 1]
        base = ".".join([*above, *([base] if base else [])])
    for alias in node.names:
        inner = f"{base}.{alias.name}"
        yield inner if inner in _MODULES else base


def _room(module: str) -> str:
    parts = module.split(".")
    room = parts[1] if parts[0] == "isnshell" and len(parts) > 1 else parts[0]
    return "cli" if room.startswith("cli_") else room  # one file for each group of its subcommands


_IMPORTS = [one for module, path in sorted(_MODULES.items()) for one in _imports(module, path)]
_OWN = [one for one in _IMPORTS if one.imported in _MODULES]


def test_the_sources_were_found() -> None:
    assert {"isnshell.tenant.session", "isnshell.cli", "cmdlets.reports"} <= _MODULES.keys()
    assert any(one.importer == "isnshell.cli_profiles" and one.imported == "cmdlets.connection" for one in _OWN)


@pytest.mark.parametrize("room", sorted({_room(module) for module in _MODULES}))
def test_every_room_imports_only_the_rooms_above_it(room: str) -> None:
    assert room in _ALLOWED, f"{room} has no place in the design"
    wrong = [
        str(one)
        for one in _OWN
        if _room(one.importer) == room
        # `from .. import __version__` asks the package for its version, not for a room
        and _room(one.imported) not in {room, "isnshell", *_ALLOWED[room]}
    ]

    assert wrong == []


def test_nothing_in_the_engine_imports_the_commands() -> None:
    wrong = [str(one) for one in _IMPORTS if one.imported.split(".")[0] == "cmdlets" and _room(one.importer) != "cli"]

    assert [one for one in wrong if not one.startswith("cmdlets")] == []


def test_only_the_prompt_and_the_command_line_know_the_prompt() -> None:
    assert [
        str(one) for one in _OWN if _room(one.imported) == "repl" and _room(one.importer) not in ("repl", "cli")
    ] == []


def test_nothing_imports_the_command_line() -> None:
    assert {one.importer for one in _OWN if one.imported == "isnshell.cli"} <= {"isnshell.__main__"}


@pytest.mark.parametrize("module", sorted(name for name in _MODULES if "." in name))
def test_no_module_reaches_into_anothers_private_names(module: str) -> None:
    tree = ast.parse(_MODULES[module].read_text("utf-8"))
    package = module if _MODULES[module].name == "__init__.py" else module.rpartition(".")[0]
    private = [
        f"{module}:{node.lineno} imports {alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and any(target in _MODULES for target in _from(package, node))
        for alias in node.names
        if alias.name.startswith("_") and not alias.name.startswith("__")
    ]

    assert private == []


def test_there_is_no_import_cycle_not_even_through_functions() -> None:
    arrows: dict[str, set[str]] = {module: set() for module in _MODULES}
    for one in _OWN:
        # A package imports its modules for types only; a module asks the package for its version only
        if one.imported not in (one.importer, "isnshell") and not (one.for_types and one.importer == "isnshell"):
            arrows[one.importer].add(one.imported)

    assert _cycle(arrows) == []


def _cycle(arrows: dict[str, set[str]]) -> list[str]:
    """One ring of modules that import each other, or nothing."""
    done: set[str] = set()
    for start in sorted(arrows):
        path: list[str] = []
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            module, left = waiting.pop()
            if left:
                path.pop()
                done.add(module)
            elif module in path:
                return [*path[path.index(module) :], module]
            elif module not in done:
                path.append(module)
                waiting.append((module, True))
                waiting += [(target, False) for target in sorted(arrows[module], reverse=True)]
    return []


@pytest.mark.parametrize(
    ("cycle", "arrows"),
    [
        pytest.param([], {"a": {"b", "c"}, "b": {"c"}, "c": set()}, id="two ways to one"),
        pytest.param(["a", "b", "a"], {"a": {"b"}, "b": {"a"}}, id="two"),
        pytest.param(["b", "c", "b"], {"a": {"b"}, "b": {"c"}, "c": {"b"}}, id="behind another"),
    ],
)
def test_a_cycle_is_found_where_there_is_one(cycle: list[str], arrows: dict[str, set[str]]) -> None:
    assert cycle == _cycle(arrows)


_THIRD_PARTY = {
    # Rooms that must stay free of what only another needs
    "operations": {"requests", "rich", "werkzeug", "ptpython", "prompt_toolkit", "urllib3"},
    "pipeline": {"requests", "rich", "werkzeug", "ptpython", "prompt_toolkit", "urllib3"},
    "catalog": {"requests", "rich", "werkzeug", "ptpython", "prompt_toolkit", "urllib3"},
    "sandbox": {"requests", "urllib3", "rich", "ptpython", "prompt_toolkit"},
    "tenant": {"rich", "werkzeug", "ptpython", "prompt_toolkit"},
    "commands": {"requests", "rich", "werkzeug", "ptpython", "prompt_toolkit"},
    "formatting": {"requests", "werkzeug", "ptpython", "prompt_toolkit"},
}


@pytest.mark.parametrize("room", sorted(_THIRD_PARTY))
def test_a_room_leaves_alone_the_libraries_of_others(room: str) -> None:
    wrong = [
        str(one) for one in _IMPORTS if _room(one.importer) == room and one.imported.split(".")[0] in _THIRD_PARTY[room]
    ]

    assert wrong == []


_POSIX_ONLY = {"fcntl", "termios", "pwd", "grp", "resource", "tty", "pty", "curses", "readline"}


def test_nothing_that_only_posix_has_is_imported_when_a_module_loads() -> None:
    assert set(sys.stdlib_module_names) >= _POSIX_ONLY
    wrong = []
    for module, path in _MODULES.items():
        for node in ast.parse(path.read_text("utf-8")).body:
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            wrong += [f"{module} imports {name}" for name in names if name.split(".")[0] in _POSIX_ONLY]

    assert wrong == []
