"""Every example of the help, and the commands of the README, run."""

from __future__ import annotations

import ast
import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import cmdlets
from isnshell import connect
from isnshell.commands.evaluation import run_source
from isnshell.commands.namespace import Namespace
from isnshell.commands.registry import find_command
from isnshell.formatting.default import show

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
# What asks for a person, a graphical desktop or a mail server
NOT_HERE = {"set_clipboard", "out_grid_view", "send_mail_message", "out_host", "get_history", "invoke_history"}


@pytest.mark.parametrize("name", sorted(set(cmdlets.COMMANDS) - NOT_HERE))
def test_the_examples_of_the_help_run(session, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roles").mkdir()
    monkeypatch.setenv("ISN_PROFILE_DIR", str(ROOT / "profiles"))
    role_session = cmdlets.get_all_potential_role_summaries(limit=1)[0].session.id
    (tmp_path / "ids.csv").write_text("id,name\n00123,Ada\n", "utf-8")
    (tmp_path / "ids.txt").write_text("2c9180857182305e0171993735622948\n", "utf-8")
    namespace = Namespace(__name__="example", role_session=role_session)
    test = doctest.DocTestParser().get_doctest(find_command(name).__doc__, {}, name, None, None)
    test.globs = namespace
    assert test.examples
    runner = doctest.DocTestRunner(
        _Checker(), verbose=False, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )
    seen: list[str] = []
    assert runner.run(test, out=seen.append).failed == 0, "".join(seen)


class _Checker(doctest.OutputChecker):
    """An example that shows no result may have any."""

    def check_output(self, want, got, optionflags):
        return not want or super().check_output(want, got, optionflags)


def _blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_readmes_python_is_python_and_names_commands_that_exist():
    for block in _blocks("python"):
        source = re.sub(r"^>>> ", "", block, flags=re.MULTILINE)
        for node in ast.walk(ast.parse(source)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id not in ("print", "connect")
            ):
                assert find_command(node.func.id) is not None, node.func.id


(PIPELINES,) = [block for block in _blocks("python") if block.startswith("# Tasks that have been pending")]


@pytest.fixture
def two_tenants(make_sandbox, tmp_path, monkeypatch):
    """Profiles `dev` and `prod` of two tenants, of which one has a transform that the other lacks."""
    for name in ("dev", "prod"):
        tenant = make_sandbox()
        keys = f"SAIL_CLIENT_ID={tenant.client_id}\nSAIL_CLIENT_SECRET={tenant.client_secret}\n"
        (tmp_path / f"{name}.env").write_text(f"SAIL_BASE_URL={tenant.url}\n{keys}", "utf-8")
    monkeypatch.setenv("ISN_PROFILE_DIR", str(tmp_path))
    with connect("dev"):
        cmdlets.new_transform(name="Shout", type="upper", attributes={})


_TEXTS = [f"# {text}".rstrip() for text in PIPELINES.split("# ")[1:]]


@pytest.mark.parametrize("text", _TEXTS, ids=[text.splitlines()[0].strip("# ") for text in _TEXTS])
def test_each_pipeline_of_the_readme_gives_something(session, two_tenants, here, capsys, text):
    running = [cmdlets.start_report(report_type=kind).id for kind in ("ORPHAN_IDENTITIES", "UNCORRELATED_ACCOUNTS")]
    (here / "reports.csv").write_text("\n".join(["Id", *running]), "utf-8")
    before = {*here.iterdir()}
    run_source(text, Namespace(__name__="example"), show)
    assert capsys.readouterr().out
    named = {name.partition(" ")[0] for name in re.findall(r'"([\w {:%-]+)[\w}-]*\.(?:csv|xlsx)"', text)} - {"reports"}
    assert {path.stem.partition(" ")[0] for path in {*here.iterdir()} - before} == named


def test_there_are_ten_of_them():
    assert len(_TEXTS) == 10


@pytest.mark.parametrize("line", [line for block in _blocks("sh") for line in block.splitlines() if " -c " in line])
def test_the_readmes_one_liners_run(tmp_path, line):
    program, *arguments = shlex.split(line)
    assert program == "isnshell"
    done = subprocess.run(
        [sys.executable, "-m", "isnshell", *arguments],
        cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_readmes_script_runs(tmp_path):
    (script,) = [block for block in _blocks("python") if "from isnshell import connect" in block]
    (tmp_path / "nightly.py").write_text(script, "utf-8")
    done = subprocess.run(
        [sys.executable, "nightly.py"], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_file()
