"""The first minute: no profile anywhere, and what the person is led through."""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect needs a POSIX pseudo-terminal", allow_module_level=True)

from isnshell.sandbox.server import SandboxServer

from .driver import CTRL_C, CTRL_D, ENTER, Terminal

_NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


@pytest.fixture
def sandbox():
    with SandboxServer(rate_limit=None) as server:
        yield server


@pytest.fixture
def terminal(tmp_path):
    with Terminal(folder=tmp_path, environment=_NO_KEYRING) as one:
        one.wait_for("no tenant is set up yet", "isnshell -p demo", "Choose a number")
        yield one


def _own_file(tmp_path):
    return tmp_path / "home" / ".config" / "isnshell" / "profiles" / "acme.env"


def test_enter_opens_the_sandbox(terminal):
    terminal.send(ENTER)
    terminal.wait_for_prompt(1)
    terminal.wait_for(" SANDBOX ")


@pytest.mark.parametrize("keys", ["q" + ENTER, CTRL_D])
def test_it_can_be_left(terminal, keys):
    terminal.send(keys)
    assert terminal.wait_for_end() == 0


def test_ctrl_c_leaves_without_a_traceback(terminal):
    terminal.send(CTRL_C)
    assert terminal.wait_for_end() == 130
    assert "Traceback" not in terminal.text


def test_a_profile_is_set_up_tested_written_and_opened(terminal, sandbox, tmp_path):
    terminal.run("2")
    terminal.wait_for("Tenant, by its name")
    terminal.run("not a tenant")
    terminal.wait_for("names no tenant")
    terminal.run(sandbox.url)
    terminal.wait_for("Name of the profile [tenant]")
    terminal.run("acme")
    terminal.wait_for("Client id:")
    terminal.run(sandbox.client_id)
    terminal.wait_for("Client secret (not shown")
    terminal.run("a-wrong-secret")
    terminal.wait_for("Bad client credentials", "Once more")
    terminal.run(sandbox.client_id)
    terminal.wait_for(f"Once more, please.\nClient id: {sandbox.client_id}\nClient secret (not shown")
    terminal.run(sandbox.client_secret)
    terminal.wait_for("Signed in as sandbox.admin", "Profile 'acme' is written", "readable by you alone")
    terminal.wait_for_prompt(1)
    assert sandbox.client_secret not in "".join(terminal._log)
    assert "a-wrong-secret" not in "".join(terminal._log)
    assert _own_file(tmp_path).stat().st_mode & 0o777 == 0o600
    terminal.run("get_pending_tasks(limit=2) | select_object('type')")
    terminal.wait_for("2 records", "sandbox.admin")


def test_a_token_is_pasted_whole_without_an_echo(sandbox, tmp_path):
    from isnshell.tenant.profiles import Profile
    from isnshell.tenant.session import Session

    sandbox.settings.scopes = ("sp:scopes:all", *(f"sp:made-up:{number}" for number in range(400)))
    with Session(Profile("a", sandbox.url, sandbox.client_id, sandbox.client_secret)) as session:
        session.sign_in()
        token = session._tokens.get()
    assert len(token) > 4096
    _own_file(tmp_path).parent.mkdir(parents=True)
    _own_file(tmp_path).write_text(f"SAIL_BASE_URL={sandbox.url}\nISN_AUTH=token\n")
    with Terminal("-p", "acme", folder=tmp_path, environment=_NO_KEYRING) as one:
        one.wait_for_prompt(1)
        one.run("get_pending_tasks(limit=2) | select_object('type')")
        one.wait_for("Access token for 127.0.0.1:")
        one.run(token)
        one.wait_for("2 records", "sandbox.admin")
        log = "".join(one._log)
    assert not any(token[at : at + 16] in log for at in range(0, len(token) - 16, 16))
    assert not any(token[:40] in path.read_text() for path in (tmp_path / "home").rglob("*.txt"))


def test_an_own_profile_is_offered_by_name(tmp_path):
    _own_file(tmp_path).parent.mkdir(parents=True)
    _own_file(tmp_path).write_text("SAIL_BASE_URL=sandbox:\n")
    with Terminal(folder=tmp_path, environment=_NO_KEYRING) as one:
        one.wait_for("no profile was named", "3  acme", "Choose a number")
        one.run("3")
        one.wait_for_prompt(1)
        one.wait_for(" SANDBOX  acme ")


def test_without_a_terminal_nothing_is_asked(tmp_path, sandbox):
    import subprocess

    from .driver import _environment

    def run(*arguments, **given):
        return subprocess.run(
            [sys.executable, "-m", "isnshell", *arguments], cwd=tmp_path, capture_output=True, text=True,
            env=_environment(tmp_path, {**_NO_KEYRING, "ACME_SECRET": sandbox.client_secret}), check=False, **given,
        )  # fmt: skip

    new = ("profile", "new", "acme", "--tenant", sandbox.url, "--client-id", sandbox.client_id)
    assert "needs --secret" in run(*new, input="").stderr
    shown = run(*new, "--secret", sandbox.client_secret)
    assert (shown.returncode, "can be read by every program" in shown.stderr) == (2, True)
    wrong = run(*new, "--secret", "-", input="wrong\n")
    assert (wrong.returncode, "refused" in wrong.stderr) == (1, True)
    assert not _own_file(tmp_path).exists()
    right = run(*new, "--secret", "env:ACME_SECRET")
    assert (right.returncode, right.stderr.count("written")) == (0, 1)
    assert sandbox.client_secret not in right.stdout + right.stderr + _own_file(tmp_path).read_text()
    again = run(*new, "--secret", "env:ACME_SECRET")
    assert (again.returncode, "There is a profile 'acme' already" in again.stderr) == (2, True)
    assert run("profile", "test", "acme").returncode == 0
    assert "nothing to import" in run("profile", "import").stderr
