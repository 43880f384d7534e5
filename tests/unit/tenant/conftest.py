"""A keyring of the tests' own, in place of the system's."""

from __future__ import annotations

from typing import Any

import keyring
import pytest
from attrs import define, field
from keyring.errors import PasswordDeleteError


@define
class Ring:
    """A keyring that takes so many characters."""

    longest: int = 100_000
    priority: float = 5
    held: dict[tuple[str, str], str] = field(factory=dict)

    def set(self, service: str, user: str, value: str) -> None:
        if len(value) > self.longest:
            raise RuntimeError("the stub received bad data")
        self.held[service, user] = value

    def get(self, service: str, user: str) -> str | None:
        return self.held.get((service, user))

    def delete(self, service: str, user: str) -> None:
        if self.held.pop((service, user), None) is None:
            raise PasswordDeleteError(user)


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Any:
    def use(**settings: Any) -> Ring:
        one = Ring(**settings)
        monkeypatch.setattr(keyring, "get_keyring", lambda: one)
        monkeypatch.setattr(keyring, "set_password", one.set)
        monkeypatch.setattr(keyring, "get_password", one.get)
        monkeypatch.setattr(keyring, "delete_password", one.delete)
        return one

    return use
