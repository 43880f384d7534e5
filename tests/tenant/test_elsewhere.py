"""Work in other processes: the same results in the same order, and no secret on the way."""

from __future__ import annotations

import importlib
import importlib.util
import json
import multiprocessing
import os
import pickle
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import cmdlets
from isnshell.errors import ApiError, ConnectionFailed, RefusedError, UsageError
from isnshell.tenant.session import Session, connect

PATCH = [{"op": "replace", "path": "/completionStatus", "value": "TERMINATED"}]


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A module of functions that workers import too."""
    folder = Path(__file__).parent
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), *sys.path]))
    spec = importlib.util.find_spec("away")
    assert spec is not None
    yield importlib.import_module("away")
    sys.modules.pop("away", None)


@pytest.fixture
def stored(sandbox: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Session]:
    """Opens a session of a profile that other processes find by its name."""

    def open_(environment: str = "sandbox", **options: Any) -> Session:
        (tmp_path / "away.env").write_text(
            f"SAIL_BASE_URL={sandbox.url}\nSAIL_CLIENT_ID={sandbox.client_id}\n"
            f"SAIL_CLIENT_SECRET={sandbox.client_secret}\nISN_ENVIRONMENT={environment}\nISN_RATE_LIMIT=90\n"
        )
        (tmp_path / "away.env").chmod(0o600)
        monkeypatch.setenv("ISN_PROFILE_DIR", str(tmp_path))
        return connect("away", **options)

    return open_


@pytest.fixture
def processes() -> Iterator[ProcessPoolExecutor]:
    # Forking a process that has threads is what newer Pythons warn of
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


class Listening(Executor):
    """Passes work on to another executor, and keeps what would travel."""

    def __init__(self, inner: ProcessPoolExecutor) -> None:
        self._inner = inner
        self._max_workers = 2
        self.sent: list[bytes] = []

    def submit(self, function: Any, /, *arguments: Any, **keywords: Any) -> Future[Any]:
        self.sent.append(pickle.dumps((function, arguments, keywords)))
        return self._inner.submit(function, *arguments, **keywords)


def changes(sandbox: Any) -> list[Any]:
    return [one for one in list(sandbox.requests) if one.method == "PATCH"]


def test_processes_give_what_threads_give_in_order_and_no_secret_travels(
    sandbox: Any, stored: Any, processes: ProcessPoolExecutor
) -> None:
    stored()
    ids = [task.id for task in cmdlets.get_task_status_list(limit=12)]
    listening = Listening(processes)
    found = list(ids | cmdlets.for_each_object(cmdlets.get_task_status, parallel=listening))

    assert [task.id for task in found] == ids
    assert found == list(ids | cmdlets.for_each_object(cmdlets.get_task_status, parallel=2))
    travelled = b"".join(listening.sent)
    assert b"away" in travelled
    assert sandbox.client_secret.encode() not in travelled
    assert b"Bearer" not in travelled
    sign_ins = [one for one in list(sandbox.requests) if one.path == "/oauth/token"]
    assert 2 <= len(sign_ins) <= 3


def test_changes_in_processes_give_result_records(sandbox: Any, stored: Any, processes: ProcessPoolExecutor) -> None:
    stored()
    tasks = list(cmdlets.get_pending_tasks(limit=4))
    results = [*tasks, {"id": "0" * 32}] | cmdlets.for_each_object(
        cmdlets.update_task_status,
        json_patch_operation=PATCH,
        parallel=processes,
        error_action="silently_continue",
        resume=os.fspath(Path(os.environ["ISN_PROFILE_DIR"]) / "job.jsonl"),
    )

    assert [one.outcome for one in results] == ["done"] * 4 + ["failed"]
    assert [one.input["id"] for one in results] == [*(task.id for task in tasks), "0" * 32]
    assert results[0].status_code == 200
    assert results[4].status_code == 404
    assert len(changes(sandbox)) == 5


def test_an_error_of_a_worker_comes_back_whole(stored: Any, processes: ProcessPoolExecutor) -> None:
    stored()
    with pytest.raises(ApiError) as caught:
        list(["0" * 32] | cmdlets.for_each_object(cmdlets.get_task_status, parallel=processes))

    assert caught.value.status_code == 404
    assert caught.value.response.json()
    assert "404" in str(caught.value)


def test_a_function_works_in_the_session_with_its_share_of_the_budget(
    stored: Any, processes: ProcessPoolExecutor, away: Any
) -> None:
    stored()
    found = list([[1], [2]] | cmdlets.for_each_object(away.where, parallel=processes))

    assert [one for one in found if isinstance(one, str)] == ["away", "away"]
    assert [one for one in found if isinstance(one, int) and not isinstance(one, bool)] == [30, 30]
    assert all(one[0] != os.getpid() for one in found if isinstance(one, tuple))


def test_a_stage_may_end_one_pipe_after_the_other(sandbox: Any, stored: Any, processes: ProcessPoolExecutor) -> None:
    stored()
    ids = [task.id for task in cmdlets.get_pending_tasks(limit=4)]
    look = cmdlets.for_each_object(cmdlets.get_task_status, parallel=processes)
    end = cmdlets.for_each_object(cmdlets.update_task_status, json_patch_operation=PATCH, parallel=processes)
    for some in (ids[:2], ids[2:]):
        assert [task.id for task in some | look] == some
        assert [one.outcome for one in some | end] == ["done", "done"]


def test_a_lambda_can_not_travel(stored: Any, processes: ProcessPoolExecutor) -> None:
    stored()
    with pytest.raises(UsageError, match="can't travel"):
        list([1] | cmdlets.for_each_object(lambda one: one, parallel=processes))


def test_a_pool_of_threads_shares_the_session(session: Session) -> None:
    ids = [task.id for task in cmdlets.get_task_status_list(limit=6)]
    with ThreadPoolExecutor(3) as pool:
        found = list(ids | cmdlets.for_each_object(cmdlets.get_task_status, parallel=pool))
        lengths = list(ids | cmdlets.for_each_object(lambda id: len(id), parallel=pool))

    assert [task.id for task in found] == ids
    assert lengths == [32] * 6


def test_a_profile_that_workers_can_not_find_is_refused(session: Session, processes: ProcessPoolExecutor) -> None:
    with pytest.raises(UsageError, match="There is no profile 'test'"):
        list(["1"] | cmdlets.for_each_object(cmdlets.get_task_status, parallel=processes))


def test_the_rails_hold_before_anything_travels(sandbox: Any, stored: Any, processes: ProcessPoolExecutor) -> None:
    for options in ({"read_only": True}, {"environment": "production"}):
        stored(**options)
        listening = Listening(processes)
        with pytest.raises(RefusedError):
            ["1", "2"] | cmdlets.for_each_object(
                cmdlets.update_task_status, json_patch_operation=PATCH, parallel=listening
            )
        assert listening.sent == []
    assert changes(sandbox) == []


def test_what_if_is_shown_here(sandbox: Any, stored: Any, processes: ProcessPoolExecutor, capsys: Any) -> None:
    stored(what_if=True)
    ["1", "2"] | cmdlets.for_each_object(cmdlets.update_task_status, json_patch_operation=PATCH, parallel=processes)

    assert "2 changes" in capsys.readouterr().out
    assert len(sandbox.requests) == 0


def test_what_a_broken_pool_had_not_begun_is_done_here(
    sandbox: Any, stored: Any, processes: ProcessPoolExecutor, away: Any, capsys: Any
) -> None:
    stored()
    tasks = list(cmdlets.get_pending_tasks(limit=4))
    processes.submit(away.die, None)
    found = list([task.id for task in tasks] | cmdlets.for_each_object(cmdlets.get_task_status, parallel=processes))
    results = tasks | cmdlets.for_each_object(
        cmdlets.update_task_status, json_patch_operation=PATCH, parallel=processes
    )

    assert [one.id for one in found] == [task.id for task in tasks]
    assert [one.outcome for one in results] == ["done"] * 4
    assert len(changes(sandbox)) == 4
    assert capsys.readouterr().err.count("the rest is done in this process") == 2  # once for each command


def test_a_change_that_a_killed_process_had_begun_is_unknown(
    sandbox: Any, stored: Any, processes: ProcessPoolExecutor
) -> None:
    stored()
    tasks = list(cmdlets.get_pending_tasks(limit=8))
    slow = tasks[3].id
    sandbox.faults.add(latency=20, method="PATCH", path=slow, times=1)

    def kill() -> None:
        while not any(slow in one.path for one in changes(sandbox)):
            time.sleep(0.01)
        for process in list(processes._processes.values()):
            process.kill()

    killing = threading.Thread(target=kill)
    killing.start()
    results = tasks | cmdlets.for_each_object(
        cmdlets.update_task_status, json_patch_operation=PATCH, parallel=processes, error_action="silently_continue"
    )
    killing.join()

    assert [one.input.id for one in results] == [task.id for task in tasks]
    # Both workers were killed: the other one may have been about a change too
    assert results[3].outcome == "unknown"
    assert [one.outcome for one in results].count("unknown") <= 2
    assert {one.outcome for one in results} == {"done", "unknown"}
    sent = [one.path.rpartition("/")[2] for one in changes(sandbox)]
    assert len(sent) == len(set(sent))
    assert {one.input.id for one in results if one.outcome == "done"} <= set(sent)


def test_a_worker_that_dies_in_a_function_is_no_error_of_python(
    stored: Any, processes: ProcessPoolExecutor, away: Any
) -> None:
    stored()
    with pytest.raises(ConnectionFailed, match="worker ended") as caught:
        list([1] | cmdlets.for_each_object(away.die, parallel=processes))

    assert not caught.value.maybe_done


def test_the_rails_hold_in_a_process_s_function(
    sandbox: Any, stored: Any, processes: ProcessPoolExecutor, away: Any, capsys: Any
) -> None:
    ids = [task.id for task in cmdlets.get_pending_tasks(limit=1, session=stored())]
    for options in ({"read_only": True}, {"environment": "production"}):
        stored(**options)
        with pytest.raises(RefusedError):
            list(ids | cmdlets.for_each_object(away.terminate, parallel=processes))
    stored(what_if=True)
    list(ids | cmdlets.for_each_object(away.terminate, parallel=processes))
    assert capsys.readouterr().out.startswith("What if: ")
    assert changes(sandbox) == []

    stored("production", yes=True)
    assert len(list(ids | cmdlets.for_each_object(away.terminate, parallel=processes))) == 2
    assert len(changes(sandbox)) == 1


def test_a_function_never_gets_the_worker_s_own_default_session(
    session: Session, processes: ProcessPoolExecutor, away: Any
) -> None:
    """The profile of the pipe is unknown to others; what needs none is done all the same."""
    with pytest.raises(UsageError, match="There is no profile 'test'"):
        list([1] | cmdlets.for_each_object(away.where, parallel=processes))
    assert list([1] | cmdlets.for_each_object(away.say, parallel=processes)) == [1]


@pytest.mark.parametrize(
    "error",
    [
        ApiError("x", status_code=404, why="y", tracking_id="t", messages=[{"text": "a"}]),
        ConnectionFailed("x", hint="h", maybe_done=True),
        UsageError("x", hint="h"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_travel(error: Any) -> None:
    again = pickle.loads(pickle.dumps(error))

    assert type(again) is type(error)
    assert str(again) == str(error)
    assert json.dumps(vars(again), default=str) == json.dumps(vars(error), default=str)
