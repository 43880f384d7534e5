"""What holds for every test: nothing of this machine comes in, nothing but loopback goes out, nothing stays behind."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("isnshell", deadline=None, derandomize=True, database=None)
settings.load_profile("isnshell")

_PROXY_NAMES = {"http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy"}
_LOOPBACK = ("127.", "::1", "localhost")


class OutsideConnection(BaseException):
    """A test tried to leave this machine. No Exception, so that no error handling takes it for a broken network."""


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No proxy, no profile and no home folder of this machine."""
    for name in list(os.environ):
        if name.lower() in _PROXY_NAMES or name.startswith(("SAIL_", "ISN_")):
            monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name, folder in (
        ("APPDATA", "AppData/Roaming"),
        ("LOCALAPPDATA", "AppData/Local"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_CONFIG_DIRS", "etc/xdg"),
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
        ("XDG_RUNTIME_DIR", "run"),
    ):
        monkeypatch.setenv(name, str(home / folder))


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets reach this machine only; other hosts have no address here."""
    connect, connect_ex, resolve = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def check(address: Any) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(_LOOPBACK):
            raise OutsideConnection(f"a test must not connect to {address[0]}")

    def guarded_connect(self: socket.socket, address: Any) -> Any:
        check(address)
        return connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> Any:
        check(address)
        return connect_ex(self, address)

    def guarded_resolve(host: Any, *arguments: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name and not str(name).startswith(_LOOPBACK):
            raise socket.gaierror(socket.EAI_NONAME, f"tests know no host but this one: {name}")
        return resolve(host, *arguments, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_resolve)


@pytest.fixture(autouse=True)
def fresh_process_state() -> Iterator[None]:
    """No session, host, said note or command-line option of one test is met by the next."""
    _reset()
    yield
    _reset()


def _reset() -> None:
    # A module that no test has imported has no state
    if session := sys.modules.get("isnshell.tenant.session"):
        held = session._process_session
        while held is not None:
            before, held.previous = held.previous, None
            held.close()
            held = before
        session._process_session = None
        session._held = session.Held()
        session._override.set(())
    if rails := sys.modules.get("isnshell.tenant.rails"):
        rails._scope.set(None)
    if variables := sys.modules.get("isnshell.commands.variables"):
        variables.keep_variables_in(None)
    if host := sys.modules.get("isnshell.host"):
        host._host, host._make = None, host.PlainHost
        host._said.clear()


@pytest.fixture
def local_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Set the machine's time zone for one test: `local_zone("Europe/Berlin")`."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows can't change a process's time zone")

    def set_zone(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield set_zone
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
