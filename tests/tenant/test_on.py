"""One command on several tenants."""

from __future__ import annotations

from typing import ClassVar

import pytest

from cmdlets import clear_pending_task, get_pending_tasks, on, select_object, tenants
from isnshell.errors import ProfileError, UsageError
from isnshell.host import PlainHost, set_host
from isnshell.tenant.session import current_session


@pytest.fixture(autouse=True)
def sessions():
    yield
    for session in tenants._opened.values():
        session.close()
    tenants._opened.clear()


@pytest.fixture
def profiles(make_sandbox, tmp_path, monkeypatch):
    """Two tenants, each with a profile: `one` for trying, `two` for production."""
    made = {}
    for name, environment in (("one", "sandbox"), ("two", "production")):
        made[name] = sandbox = make_sandbox()
        (tmp_path / f"{name}.env").write_text(
            f"SAIL_BASE_URL={sandbox.url}\nSAIL_CLIENT_ID={sandbox.client_id}\n"
            f"SAIL_CLIENT_SECRET={sandbox.client_secret}\nISN_ENVIRONMENT={environment}\n"
        )
    monkeypatch.setenv("ISN_PROFILE_DIR", str(tmp_path))
    return made


def _paths(sandbox):
    return [f"{one.method} {one.path}" for one in sandbox.requests if "oauth" not in one.path]


def test_each_record_says_where_it_comes_from(session, profiles):
    found = on("one", "two", get_pending_tasks, limit=2)
    assert [_paths(one) for one in profiles.values()] == [[], []]
    assert [one.tenant for one in found] == ["one", "one", "two", "two"]
    assert next(iter(found[0])) == "tenant"
    assert current_session() is session


def test_a_whole_line_runs_on_each(session, profiles):
    found = on("one", "two", lambda: get_pending_tasks() | select_object("type", first=1))
    assert [list(one) for one in found] == [["tenant", "type"]] * 2


def test_what_is_no_record_stands_under_value(session, profiles):
    assert [dict(one) for one in on("one", "two", lambda: 1 + 1)] == [
        {"tenant": "one", "value": 2},
        {"tenant": "two", "value": 2},
    ]


def test_a_session_may_stand_for_a_profile_and_is_used_again(session, profiles, sandbox):
    for _ in range(2):
        assert [one.tenant for one in on(session, "one", get_pending_tasks, limit=1)] == ["test", "one"]
    assert len([one for one in profiles["one"].requests if one.path == "/oauth/token"]) == 1


def test_changes_are_carried_out_at_once_and_each_production_tenant_asks_for_itself(session, profiles):
    class Host(PlainHost):
        asked: ClassVar[list[str]] = []

        def ask(self, question):
            self.asked.append(question)
            return True

    host = Host()
    set_host(lambda: host)
    on("one", "two", lambda: get_pending_tasks(limit=1) | clear_pending_task())
    assert len(host.asked) == 1
    assert "(production)" in host.asked[0]
    assert all(any(line.startswith(("POST", "PATCH")) for line in _paths(one)) for one in profiles.values())


def test_rails_do_not_loosen(sandbox, open_session, profiles):
    with open_session(sandbox, rails={"what_if": True}):
        on("one", lambda: get_pending_tasks(limit=1) | clear_pending_task())
    assert not any(line.startswith(("POST", "PATCH")) for line in _paths(profiles["one"]))


@pytest.mark.parametrize("given", [(), ("one",), (get_pending_tasks,), ("one", "two"), (42, get_pending_tasks)])
def test_a_call_without_profiles_or_command_says_how(session, profiles, given):
    with pytest.raises(UsageError):
        on(*given)


def test_an_unknown_profile_sends_nothing(session, profiles):
    with pytest.raises(ProfileError, match="no profile 'three'"):
        on("one", "three", get_pending_tasks)
    assert _paths(profiles["one"]) == []
