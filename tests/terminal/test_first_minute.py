"""The first minute: no profile anywhere, and what the person is led through."""

from __future__ import annotations

import json
import sys
import urllib.error
import urllib.request
from urllib.parse import parse_qs

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
        one.wait_for("No tenant is set up yet", "isnshell -p demo", "Choose a number")
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
    terminal.run(f"  {sandbox.url}/  ")
    terminal.wait_for(f"Its API is at {sandbox.url}")
    terminal.wait_for("Name of the profile [tenant]")
    terminal.run("acme")
    terminal.wait_for("Client id:")
    terminal.run(sandbox.client_id)
    terminal.wait_for("Client secret (not shown")
    terminal.run("a-wrong-secret")
    terminal.wait_for("Bad client credentials", "Once more", f"Client id [{sandbox.client_id}]:")
    terminal.send(ENTER)
    terminal.wait_for(f"Client id [{sandbox.client_id}]:\nClient secret (not shown")
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
        one.wait_for("Access token for 127.0.0.1")
        one.run(token)
        one.wait_for("2 records", "sandbox.admin")
        log = "".join(one._log)
    assert not any(token[at : at + 16] in log for at in range(0, len(token) - 16, 16))
    assert not any(token[:40] in path.read_text() for path in (tmp_path / "home").rglob("*.txt"))


def test_an_own_profile_is_offered_by_name(tmp_path):
    _own_file(tmp_path).parent.mkdir(parents=True)
    _own_file(tmp_path).write_text("SAIL_BASE_URL=sandbox:\n")
    with Terminal(folder=tmp_path, environment=_NO_KEYRING) as one:
        one.wait_for("No profile was named", "1  acme", "Choose a number")
        one.send(ENTER)
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
    assert "acme" in run("profile").stdout


_QUESTIONS = ("Tenant, by its name", "Name of the profile", "Client id:", "Client secret (not shown")


@pytest.mark.parametrize("at", range(len(_QUESTIONS)))
def test_ctrl_c_at_any_question_leaves_nothing_behind(terminal, sandbox, tmp_path, at):
    terminal.run("2")
    for question, answer in zip(_QUESTIONS[:at], (sandbox.url, "acme", "an-id"), strict=False):
        terminal.wait_for(question)
        terminal.run(answer)
    terminal.wait_for(_QUESTIONS[at])
    terminal.send(CTRL_C)
    assert terminal.wait_for_end() == 130
    assert "Traceback" not in terminal.text
    assert list((tmp_path / "home").rglob("*.env")) == []


def test_profile_new_says_what_came_of_it_and_what_is_next(sandbox, tmp_path):
    arguments = ("profile", "new", "acme", "--tenant", sandbox.url, "--client-id", sandbox.client_id)
    with Terminal(*arguments, folder=tmp_path, environment=_NO_KEYRING) as one:
        one.wait_for("Client secret (not shown")
        one.send(CTRL_C)
        assert one.wait_for_end() == 130
        assert "no profile was written" in one.text
    with Terminal(*arguments, folder=tmp_path, environment=_NO_KEYRING) as one:
        one.wait_for("Client secret (not shown")
        one.run(sandbox.client_secret)
        assert one.wait_for_end() == 0
        assert "Open it: isnshell -p acme" in one.text
    before = _own_file(tmp_path).read_text()
    with Terminal(*arguments, folder=tmp_path, environment=_NO_KEYRING) as one:
        one.wait_for("There is a profile 'acme' already", "replace it? [y/N]")
        one.send(ENTER)
        assert one.wait_for_end() == 2
        assert "stays as it is" in one.text
    assert _own_file(tmp_path).read_text() == before


_RING = """\
import json, os
from keyring.backend import KeyringBackend

class Ring(KeyringBackend):
    priority = 5

    def _held(self):
        with open(os.environ["TEST_RING"]) as file:
            return json.load(file)

    def get_password(self, service, username):
        return self._held().get(f"{service} {username}")

    def set_password(self, service, username, password):
        held = {**self._held(), f"{service} {username}": password}
        with open(os.environ["TEST_RING"], "w") as file:
            json.dump(held, file)

    def delete_password(self, service, username):
        raise AssertionError("nothing is deleted here")
"""


@pytest.fixture
def cli_left(sandbox, tmp_path):
    """What the SailPoint CLI leaves: its file and its entries in the keyring. Gives the environment's variables."""
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "testring.py").write_text(_RING)
    held = {
        "environments.pat.clientid prod": sandbox.client_id,
        "environments.pat.clientsecret prod": sandbox.client_secret,
    }
    (tmp_path / "ring.json").write_text(json.dumps(held))
    folder = tmp_path / "home" / ".sailpoint"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text(
        f"activeenvironment: prod\nauthtype: pat\nenvironments:\n  prod:\n    baseurl: {sandbox.url}\n"
    )
    return {
        "PYTHONPATH": str(tmp_path / "modules"),
        "PYTHON_KEYRING_BACKEND": "testring.Ring",
        "TEST_RING": str(tmp_path / "ring.json"),
    }


def test_what_the_cli_has_is_opened_and_the_prompt_says_so(sandbox, tmp_path, cli_left):
    before = {path: path.read_bytes() for path in (tmp_path / "home" / ".sailpoint").iterdir()}
    ring = (tmp_path / "ring.json").read_text()
    with Terminal(folder=tmp_path, environment=cli_left, size=(200, 30)) as one:
        one.wait_for_prompt(1)
        one.wait_for("prod: 127.0.0.1", "config.yaml of the SailPoint CLI", "isnshell profile import")
        one.run("get_pending_tasks(limit=2) | select_object('type')")
        one.wait_for("2 records", "sandbox.admin")
    assert before == {path: path.read_bytes() for path in (tmp_path / "home" / ".sailpoint").iterdir()}
    assert (tmp_path / "ring.json").read_text() == ring
    with Terminal("profile", "import", folder=tmp_path, environment=cli_left) as one:
        assert one.wait_for_end() == 0
        assert "its secret is in the keyring" in one.text
        assert "Open one: isnshell -p prod" in one.text
    assert sandbox.client_secret not in (_own_file(tmp_path).parent / "prod.env").read_text()
    with Terminal("profile", "test", "prod", folder=tmp_path, environment=cli_left) as one:
        assert one.wait_for_end() == 0
        assert "sandbox.admin" in one.text


def test_a_file_of_the_cli_that_is_broken_is_said_and_one_can_begin_all_the_same(tmp_path, cli_left):
    (tmp_path / "home" / ".sailpoint" / "config.yaml").write_text("a: [")
    with Terminal(folder=tmp_path, environment=cli_left) as one:
        one.wait_for("Can't read", "config.yaml", "Choose a number")
        one.send(ENTER)
        one.wait_for_prompt(1)


def test_the_environment_is_the_profile_and_the_prompt_says_so(sandbox, tmp_path):
    variables = {
        "SAIL_BASE_URL": sandbox.url,
        "SAIL_CLIENT_ID": sandbox.client_id,
        "SAIL_CLIENT_SECRET": sandbox.client_secret,
    }
    with Terminal(folder=tmp_path, environment={**_NO_KEYRING, **variables}) as one:
        one.wait_for_prompt(1)
        one.wait_for("Found in the environment: SAIL_BASE_URL", "environment: 127.0.0.1")
        one.run("test_profile().signed_in_as")
        one.wait_for("\nsandbox.admin\n")


def test_a_browser_signs_in_from_the_prompt(sandbox, tmp_path):
    follow = tmp_path / "browser"
    follow.write_text(
        f"#!{sys.executable}\nimport sys, urllib.request\nurllib.request.urlopen(sys.argv[1], timeout=20).read()\n"
    )
    follow.chmod(0o755)
    _own_file(tmp_path).parent.mkdir(parents=True)
    _own_file(tmp_path).write_text(
        f"SAIL_BASE_URL={sandbox.url}\nSAIL_CLIENT_ID={sandbox.client_id}\nISN_AUTH=browser\nISN_REDIRECT_PORT=0\n"
    )
    with Terminal("-p", "acme", folder=tmp_path, environment={**_NO_KEYRING, "BROWSER": f"{follow} %s &"}) as one:
        one.wait_for_prompt(1)
        one.run("get_pending_tasks(limit=2) | select_object('type')")
        one.wait_for("Sign in to 127.0.0.1 in your browser", "/oauth/authorize?", "can't keep this sign-in")
        one.wait_for("2 records", "sandbox.admin")
        log = "".join(one._log)
    (request,) = [one for one in sandbox.requests if one.path == "/oauth/token"]
    code = parse_qs(request.body.decode())["code"][0]
    assert code not in log


@pytest.mark.parametrize("gives_up", [True, False], ids=["Ctrl-C", "pasted"])
def test_without_a_browser_the_address_is_said_and_where_one_ends_can_be_pasted(sandbox, tmp_path, gives_up):
    _own_file(tmp_path).parent.mkdir(parents=True)
    _own_file(tmp_path).write_text(
        f"SAIL_BASE_URL={sandbox.url}\nSAIL_CLIENT_ID={sandbox.client_id}\nISN_AUTH=browser\nISN_REDIRECT_PORT=0\n"
    )
    environment = {**_NO_KEYRING, "BROWSER": "", "DISPLAY": "", "WAYLAND_DISPLAY": "", "PATH": "/nowhere"}
    with Terminal("-p", "acme", folder=tmp_path, environment=environment, size=(400, 30)) as one:
        one.wait_for_prompt(1)
        one.run("get_pending_tasks(limit=2) | select_object('type')")
        text = one.wait_for("Open this address in a browser", "paste the address of that page here")
        if gives_up:
            one.send(CTRL_C)
            one.wait_for("Interrupted.", "\n2 >>>")
            return
        page = next(line for line in text.split("\n") if line.startswith(f"{sandbox.url}/oauth/authorize"))
        one.run("that is nothing")
        one.wait_for("no answer to this sign-in")
        one.run(_where_it_ends(page))
        one.wait_for("2 records", "sandbox.admin")


def _where_it_ends(page):
    """The address that a browser of another machine ends at."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *arguments):
            return None

    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.build_opener(Stay).open(page, timeout=5)
    with answer.value as found:
        return found.headers["Location"]


def test_a_token_pasted_with_line_breaks_is_one_and_none_of_it_runs(sandbox, tmp_path):
    from isnshell.tenant.profiles import Profile
    from isnshell.tenant.session import Session

    with Session(Profile("a", sandbox.url, sandbox.client_id, sandbox.client_secret)) as session:
        session.sign_in()
        token = session._tokens.get()
    _own_file(tmp_path).parent.mkdir(parents=True)
    _own_file(tmp_path).write_text(f"SAIL_BASE_URL={sandbox.url}\nISN_AUTH=token\n")
    with Terminal("-p", "acme", folder=tmp_path, environment=_NO_KEYRING) as one:
        one.wait_for_prompt(1)
        one.run("get_pending_tasks(limit=2) | select_object('type')")
        one.wait_for("Access token for 127.0.0.1")
        one.run(f"Bearer {token[:60]}\n{token[60:120]}\n{token[120:]}")
        one.wait_for("2 records", "sandbox.admin")
        log = "".join(one._log)
    assert not any(token[at : at + 16] in log for at in range(0, len(token) - 16, 16))


def test_the_tour_goes_on_as_one_types_it(terminal):
    terminal.send(ENTER)
    terminal.wait_for_prompt(1)
    terminal.wait_for("get_started()")
    terminal.run("get_started()")
    terminal.wait_for("Step 1 of 5", "    get_pending_tasks(limit=5)", "\n2 >>>")
    terminal.run("get_pending_tasks(limit=")
    terminal.send(CTRL_C)
    terminal.run("nothing_like_it()")
    terminal.wait_for("Step 1 waits for this line")
    terminal.run("get_pending_tasks(limit=5)")
    terminal.wait_for("5 records", "Step 2 of 5")
    terminal.run("get_started(5)")
    terminal.wait_for("Step 5 of 5")
    terminal.run('receive_report("ACCOUNTS", source="Active Directory")')
    terminal.wait_for("Account Export.csv", "That is all of it", "isnshell profile new")
