"""Opening a session by what people call a tenant."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest

from cmdlets import connect_tenant, connection, get_pending_tasks
from isnshell.errors import ProfileError, UsageError
from isnshell.tenant import finding
from isnshell.tenant.finding import find_tenant
from isnshell.tenant.session import connect


def test_a_profile_for_this_tenant_is_used(sandbox, tmp_path, monkeypatch):
    (tmp_path / "acme.env").write_text(
        f"SAIL_BASE_URL={sandbox.url}\nSAIL_CLIENT_ID={sandbox.client_id}\nSAIL_CLIENT_SECRET={sandbox.client_secret}\n"
    )
    monkeypatch.setenv("ISN_PROFILE_DIR", str(tmp_path))
    with connect_tenant(sandbox.url) as session:
        assert session.name == "acme"
        assert len(list(get_pending_tasks(limit=1))) == 1


def test_without_one_client_and_secret_are_given(sandbox, monkeypatch):
    monkeypatch.setenv("ACME", sandbox.client_secret)
    with connect_tenant(sandbox.url, client_id=sandbox.client_id, client_secret="env:ACME") as session:
        assert len(list(get_pending_tasks(limit=1))) == 1
        assert sandbox.client_secret not in repr(session) + repr(session.profile)


def test_a_missing_client_id_says_what_to_do(sandbox):
    with pytest.raises(UsageError, match=r"needs client_id.*isnshell profile new"):
        connect_tenant(sandbox.url)


def test_a_bare_name_is_looked_for_at_each_address(sandbox, make_sandbox, monkeypatch):
    monkeypatch.setattr(finding, "api_addresses", lambda text: (f"{sandbox.url}/nowhere", sandbox.url))
    assert find_tenant("acme") == sandbox.url


def test_a_name_that_nobody_has_tells_what_each_address_did():
    with pytest.raises(
        ProfileError, match=r"No tenant 'acme'.*acme\.api\.identitynow\.com is unk.*acme\.api\.identitynow-demo"
    ):
        find_tenant("acme")


def test_what_the_cli_has_of_a_tenant_is_used(sandbox, here, monkeypatch):
    entries = {
        "environments.pat.clientid": sandbox.client_id,
        "environments.pat.clientsecret": sandbox.client_secret,
    }
    monkeypatch.setattr("isnshell.tenant.cli_entries.sys.platform", "linux")
    monkeypatch.setattr(keyring, "get_password", lambda service, user: entries[service] if user == "prod" else None)
    path = Path.home() / ".sailpoint" / "config.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(f"environments:\n  prod:\n    baseurl: {sandbox.url}/\n")
    with connect_tenant(sandbox.url) as session:
        assert (session.name, session.profile.source) == ("prod", str(path))
        assert len(list(get_pending_tasks(limit=1))) == 1


def test_the_rails_do_not_loosen(sandbox):
    with connect("demo", read_only=True), connect_tenant(sandbox.url, client_id="x") as session:
        assert session.rails.read_only


def test_a_company_s_own_address_leads_to_the_profile_of_its_tenant(sandbox, here, monkeypatch):
    (here / "profiles").mkdir()
    (here / "profiles" / "acme.env").write_text("SAIL_BASE_URL=https://acme.api.identitynow.com\n")
    monkeypatch.setattr(connection, "find_tenant", lambda tenant: "https://acme.api.identitynow.com")
    with connect_tenant("https://login.acme.example/ui/d") as session:
        assert session.name == "acme"
