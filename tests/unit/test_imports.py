"""What a fresh process loads: nothing heavy before it is needed. Modules are named, milliseconds are not."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

_HEAVY = (
    "requests",
    "urllib3",
    "ptpython",
    "prompt_toolkit",
    "rich",
    "textual",
    "werkzeug",
    "jedi",
    "keyring",
    "yaml",
    "fpdf",
    "jsonpatch",
    "truststore",
    "orjson",
    "importlib.metadata",
    "isnshell.catalog.loader",
    "isnshell.sandbox",
    "isnshell.powershell",
    "isnshell.repl",
)


def _loaded_by(code: str) -> set[str]:
    """The heavy modules that are loaded once the code has run in a process of its own."""
    ask = (
        "import sys, json, atexit\n"
        f"heavy = {_HEAVY!r}\n"
        "atexit.register(lambda: print('\\n' + json.dumps([m for m in heavy if m in sys.modules])))\n"
    )
    done = subprocess.run([sys.executable, "-c", ask + code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import isnshell", id="import isnshell"),
        pytest.param("import isnshell; isnshell.ApiError, isnshell.Record, isnshell.errors", id="errors and Record"),
        pytest.param("import sys; from isnshell.cli import main; main(['--version'])", id="isnshell --version"),
        pytest.param("import sys; from isnshell.cli import main; main(['--help'])", id="isnshell --help"),
        pytest.param("import cmdlets", id="import cmdlets"),
        pytest.param("from isnshell.catalog.names import names; assert 'get_report' in names()", id="names index"),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    assert _loaded_by(code) == set()


def test_a_command_of_the_catalog_is_made_from_its_name_alone() -> None:
    loaded = _loaded_by("import cmdlets; cmdlets.get_sources; cmdlets.v2024.get_pending_tasks")

    assert not loaded & {"requests", "rich", "werkzeug", "ptpython", "isnshell.sandbox", "importlib.metadata"}


def test_the_facts_are_not_read_before_a_command_is_called() -> None:
    ask = "from isnshell.catalog import loader; print(loader.facts.cache_info().misses)"
    read = _run("import cmdlets; cmdlets.get_sources; " + ask)

    assert read == "0"


def test_opening_a_session_sends_nothing_and_loads_no_http_library() -> None:
    code = (
        "from isnshell.tenant.profiles import Profile; from isnshell.tenant.session import connect\n"
        "connect(Profile('a', 'https://acme.invalid', 'id', 'secret'))"
    )

    assert not _loaded_by(code) & {"requests", "urllib3", "rich", "werkzeug", "truststore"}


def test_every_public_name_of_the_package_can_be_imported() -> None:
    names = _run("import isnshell; print([getattr(isnshell, name) is None for name in isnshell.__all__])")

    assert "True" not in names


def test_an_unknown_name_of_the_package_is_an_attribute_error() -> None:
    import isnshell

    with pytest.raises(AttributeError, match="no attribute 'conect'"):
        isnshell.conect


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
