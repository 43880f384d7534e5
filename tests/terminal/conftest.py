"""A sandbox of the test's own, which can be made to stall, and profiles that point at it."""

from __future__ import annotations

import pytest

from isnshell.sandbox.server import SandboxServer


@pytest.fixture
def server():
    with SandboxServer(rate_limit=None) as one:
        yield one


@pytest.fixture
def profiles(tmp_path, server):
    """Profiles `dev` and `prod` in the folder that a terminal starts in, on the same tenant."""
    folder = tmp_path / "profiles"
    folder.mkdir()
    for name, environment in (("dev", "development"), ("prod", "production")):
        (folder / f"{name}.env").write_text(
            f"SAIL_BASE_URL={server.url}\nSAIL_CLIENT_ID={server.client_id}\n"
            f"SAIL_CLIENT_SECRET={server.client_secret}\nISN_ENVIRONMENT={environment}\n"
        )
    return tmp_path
