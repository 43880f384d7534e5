"""Paths of every generation, and what is answered where there is nothing."""

from __future__ import annotations

import pytest

from isnshell.catalog.facts import GENERATIONS
from isnshell.catalog.loader import facts
from isnshell.sandbox.handlers import HANDLERS
from isnshell.sandbox.routing import Router

ISC = [generation for generation in GENERATIONS if not generation.startswith("nerm")]


@pytest.mark.parametrize("generation", ISC)
def test_every_operation_is_found_by_its_own_path(generation):
    router = Router()
    for operation in facts(generation):
        path = operation.path if generation == "v1" else f"/{generation}{operation.path}"
        found, values = router.find(operation.method, *router.split(path.replace("{", "").replace("}", "")))
        # A fixed word may stand where another operation has an id, never the other way round
        assert (found.method, found.path) == (operation.method, operation.path)
        assert list(values) == [word[1:-1] for word in operation.path.split("/") if word.startswith("{")]


@pytest.mark.parametrize("base", HANDLERS)
def test_every_simulated_operation_exists(base):
    assert any(base in facts(generation) for generation in ISC)


@pytest.mark.parametrize(
    ("path", "generation", "rest"),
    [
        ("/v2025/reports/run", "v2025", "/reports/run"),
        ("/beta/task-status", "beta", "/task-status"),
        ("/reports/v1/run", "v1", "/reports/v1/run"),
        ("/v3", "v3", ""),
    ],
)
def test_the_prefix_is_the_generation(path, generation, rest):
    assert Router.split(path) == (generation, rest)


@pytest.mark.parametrize(
    "path", ["/v2025/nothing", "/v2025/task-status/a/b/c", "/nothing", "/", "/v3/task-status", "/v2025"]
)
def test_an_unknown_path_is_a_404_of_the_tenants_kind(ask, path):
    answer = ask("GET", path)

    assert answer.status_code == 404
    assert answer.get_json()["detailCode"] == "404 Not found"
    assert len(answer.get_json()["trackingId"]) == 32


def test_another_method_is_a_405_that_names_the_right_ones(ask):
    answer = ask("DELETE", "/v2025/task-status/abc")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, PATCH"


def test_head_is_answered_only_where_it_is_documented(ask):
    assert ask("HEAD", "/v2025/task-status").status_code == 405
    assert ask("HEAD", "/v2025/task-status/pending-tasks").status_code == 200


def test_another_handler_can_take_what_nothing_is_written_for(clock, asker):
    from isnshell.sandbox.answers import answer
    from isnshell.sandbox.app import Sandbox

    ask = asker(Sandbox(clock=clock, fallback=lambda call: answer([call.operation.base, call.path.get("id")])))

    assert ask("GET", "/v2025/accounts/abc").get_json() == ["get_account", "abc"]


@pytest.mark.parametrize("path", ["/v2025/role-mining-sessions", "/role-mining-sessions/v1"])
def test_an_experimental_operation_wants_its_header(ask, path):
    answer = ask("GET", path, experimental=False)

    assert answer.status_code == 400
    assert "X-SailPoint-Experimental" in answer.get_json()["messages"][0]["text"]
    assert ask("GET", path).status_code == 200


def test_beta_is_experimental_as_a_whole_and_wants_no_header(ask):
    assert ask("GET", "/beta/role-mining-sessions", experimental=False).status_code == 200


def test_an_encoded_slash_never_becomes_a_path(ask):
    assert ask("GET", "/v2025/task-status%2Fpending-tasks").status_code == 400


def test_a_fault_of_the_sandboxs_own_is_a_500(clock, asker, capsys):
    from isnshell.sandbox.app import Sandbox

    def broken(call):
        raise KeyError("of the sandbox")

    answer = asker(Sandbox(clock=clock, fallback=broken))("GET", "/v2025/accounts")

    assert answer.status_code == 500
    assert answer.get_json()["detailCode"] == "500.0 Internal Fault"
    assert "of the sandbox" in capsys.readouterr().err
